//! Bounds on figures, from the configuration and from the command line.

use std::fmt;
use std::str::FromStr;

use super::names::{FigureNames, UnknownFigure};
use super::other_unit::OtherUnit;
use crate::plan::{Bounds, Plan};
use crate::stats::Estimate;
use crate::stats::figure::FigureName;
use crate::stats::summary::Summary;
use crate::texts::{Message, Worded, message};
use crate::units::{TypedNumber, TypedUnit, in_short};

/// A bound on a figure of a run, or on one that is still the text that was typed for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit<F = FigureName> {
    /// The figure.
    pub figure: F,
    /// What breaks the bound.
    pub breaks: Comparison,
    /// The bound.
    pub bound: f64,
    /// The unit that it was typed in.
    pub typed: TypedUnit,
}

/// A comparison of a figure with a bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// The figure is above the bound.
    Above,
    /// The figure is at the bound or above.
    AtLeast,
    /// The figure is below the bound.
    Below,
    /// The figure is at the bound or below.
    AtMost,
}

impl Comparison {
    const ALL: [(&'static str, Self); 4] =
        [(">=", Self::AtLeast), ("<=", Self::AtMost), (">", Self::Above), ("<", Self::Below)];

    /// The comparison's sign.
    #[must_use]
    pub fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(_, comparison)| *comparison == self).map_or("", |(sign, _)| sign)
    }

    /// Whether a value stands so to a bound.
    #[must_use]
    pub fn holds(self, value: f64, bound: f64) -> bool {
        match self {
            Self::Above => value > bound,
            Self::AtLeast => value >= bound,
            Self::Below => value < bound,
            Self::AtMost => value <= bound,
        }
    }

    /// Whether some value of a range stands so to a bound.
    fn can_hold(self, [least, greatest]: [f64; 2], bound: f64) -> bool {
        self.holds(least, bound) || self.holds(greatest, bound)
    }

    /// The comparison that holds where this one does not.
    const fn opposite(self) -> Self {
        match self {
            Self::Above => Self::AtMost,
            Self::AtLeast => Self::Below,
            Self::Below => Self::AtLeast,
            Self::AtMost => Self::Above,
        }
    }
}

/// A bound that a run cannot be held to.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum NotALimit {
    /// The run does not make the figure.
    Unknown(#[from] UnknownFigure),
    /// The bound is typed in another unit than the figure's.
    Unit(#[from] OtherUnit),
    /// Every value that the figure can have stands in the same way to the bound.
    PartsNothing {
        /// The bound.
        limit: Limit,
        /// The least and the greatest value.
        range: [f64; 2],
    },
}

impl Worded for NotALimit {
    fn message(&self) -> Message {
        match self {
            Self::Unknown(unknown) => unknown.message(),
            Self::Unit(other) => other.message(),
            Self::PartsNothing { limit: limit @ Limit { figure, breaks, bound, .. }, range } => {
                let (condition, range_of) = (limit.to_string(), range_in_words(*range));
                let text = if breaks.can_hold(*range, *bound) {
                    message!(limit_always, condition, figure = figure.to_string(), range = range_of)
                } else {
                    message!(limit_never, condition, figure = figure.to_string(), range = range_of)
                };
                hint_of_percent(text, *bound, *range)
            }
        }
    }
}

/// The text, with a hint where a number of percent would be right.
pub(super) fn hint_of_percent(text: Message, number: f64, [least, greatest]: [f64; 2]) -> Message {
    let fraction = number / 100.0;
    if greatest > 1.0 || number.abs() < 1.0 || fraction <= least || fraction >= greatest {
        return text;
    }
    text.hinted(message!(percent_as_number, percent = in_short(number), number = in_short(fraction)))
}

/// A range in words.
pub(super) fn range_in_words([least, greatest]: [f64; 2]) -> Message {
    let [low, high] = [least, greatest].map(in_short);
    match (least.is_finite(), greatest.is_finite()) {
        (true, true) => message!(range_between, low, high),
        (true, false) => message!(range_from, low),
        (false, _) => message!(range_to, high),
    }
}

/// A text that is no condition on a figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotACondition {
    found: String,
}

impl Worded for NotACondition {
    fn message(&self) -> Message {
        Message::found(format!("\"{}\"", self.found), message!(a_condition))
    }
}

impl<F: fmt::Display> fmt::Display for Limit<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.figure, self.breaks.sign(), in_short(self.bound))
    }
}

impl FromStr for Limit<String> {
    type Err = NotACondition;

    fn from_str(text: &str) -> Result<Self, NotACondition> {
        let parse = || {
            let (sign, breaks) = Comparison::ALL.into_iter().find(|(sign, _)| text.contains(sign))?;
            let (figure, bound) = text.split_once(sign)?;
            let TypedNumber { number: bound, typed } = bound.parse().ok()?;
            let figure = figure.trim().to_owned();
            (!figure.is_empty()).then_some(Self { figure, breaks, bound, typed })
        };
        parse().ok_or_else(|| NotACondition { found: text.to_owned() })
    }
}

/// The limits that a plan states.
#[must_use]
pub fn of_plan(plan: &Plan) -> Vec<Limit<String>> {
    let limits = |(figure, bounds): (&String, &Bounds)| {
        let limit = |bound: Option<TypedNumber>, breaks| {
            bound.map(|TypedNumber { number: bound, typed }| Limit { figure: figure.clone(), breaks, bound, typed })
        };
        [limit(bounds.min, Comparison::Below), limit(bounds.max, Comparison::Above)]
    };
    plan.limits.iter().flat_map(limits).flatten().collect()
}

impl Limit<String> {
    /// The limit on the figure of a run.
    ///
    /// # Errors
    /// If the run does not make the figure, or if the bound parts none of its values from others.
    pub fn in_full(self, names: &FigureNames) -> Result<Limit, NotALimit> {
        let Self { figure, breaks, bound, typed } = self;
        let limit = Limit { figure: names.full(&figure)?, breaks, bound, typed };
        OtherUnit::check(&limit.figure, TypedNumber { number: bound, typed })?;
        let range = names.range(&limit.figure);
        let [breaks, keeps] = [limit.breaks, limit.breaks.opposite()];
        if breaks.can_hold(range, limit.bound) && keeps.can_hold(range, limit.bound) {
            return Ok(limit);
        }
        Err(NotALimit::PartsNothing { limit, range })
    }
}

/// The limits on the figures of a run.
///
/// # Errors
/// The first one that a run cannot be held to.
pub fn in_full(limits: Vec<Limit<String>>, names: &FigureNames) -> Result<Vec<Limit>, NotALimit> {
    limits.into_iter().map(|limit| limit.in_full(names)).collect()
}

/// The limits that are not kept, with the estimates that break them. A limit whose figure is unknown is not kept.
#[must_use]
pub fn not_kept<'a>(limits: &'a [Limit], summary: &Summary) -> Vec<(&'a Limit, Estimate)> {
    let found = limits.iter().map(|limit| (limit, summary.estimate(&limit.figure)));
    found.filter(|(limit, found)| found.value.is_nan() || limit.breaks.holds(found.value, limit.bound)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::figure::{PoolFigure, Term};

    /// How many limits on the probability of a breach are not kept where it is known to be this.
    fn not_kept_at(found: Estimate, condition: &str) -> usize {
        let text = include_str!("../../configs/reference-job.toml");
        let plan = crate::config::from_text("reference-job", text).unwrap();
        let mut summary = crate::study::run::blank(&plan);
        summary.pools["long"].insert(PoolFigure::BreachExPost(Term::Horizon), found);
        let limit =
            format!("p_breach {condition}").parse::<Limit<_>>().unwrap().in_full(&FigureNames::of(&plan)).unwrap();
        not_kept(&[limit], &summary).len()
    }

    #[test]
    fn a_condition_reads_its_sign_and_number() {
        let limit: Limit<_> = "pools.long.breach.ex_post.y10 >= 0.1".parse().unwrap();
        assert_eq!((limit.breaks, limit.bound), (Comparison::AtLeast, 0.1));
        assert_eq!("p_breach > 10 %".parse::<Limit<_>>().unwrap().bound.to_bits(), 0.1_f64.to_bits());
        for wrong in ["", "x", "x > ", "> 1", "x > nan", "x > 1,5", "x = 1"] {
            assert!(wrong.parse::<Limit<_>>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_figure_at_the_bound_breaks_a_closed_comparison_only() {
        let found = Estimate::normal(0.1, 0.0);
        assert_eq!([not_kept_at(found, "> 0.1"), not_kept_at(found, ">= 0.1")], [0, 1]);
    }

    #[test]
    fn a_limit_on_an_unknown_figure_is_not_kept() {
        assert_eq!(["> 0.1", "< 0.1"].map(|condition| not_kept_at(Estimate::UNKNOWN, condition)), [1, 1]);
    }

    #[test]
    fn a_bound_parts_the_values_of_its_figure() {
        let names = crate::study::names::tests::names();
        let parts = |condition: &str| condition.parse::<Limit<_>>().unwrap().in_full(&names).is_ok();
        for parting in [
            "p_breach_10y > 0.1",
            "p_breach_10y >= 1",
            "p_breach_10y <= 0",
            "value.y10.q05 < 3e9",
            "value.y10.q05 < 3000 mnkr",
            "value.y10.q05 < 3,5 mdkr",
            "value.y10.q05 < 500 tkr",
            "p_breach_10y > 12,5 %",
            "median_return_10y < -0.5",
            "loss.y1.es95 > 0.3",
            "flows.unpaid > 0",
            "share.mean < 0.5",
        ] {
            assert!(parts(parting), "{parting}");
        }
        for parting_nothing in [
            "p_breach_10y > 10",
            "p_breach_10y > 1",
            "p_breach_10y < 0",
            "p_breach_10y >= 0",
            "p_breach_10y < 5",
            "value.y10.q05 < 0",
            "median_return_10y < -2",
            "median_return_10y > 500",
            "value.y10.q05 > 10 %",
            "value.y10.q05 < 4900",
            "p_breach_10y > 1 kr",
            "share.mean < 5 mnkr",
            "recovery.months.q50 > 5 mnkr",
            "loss.y1.es95 > 30",
            "share.mean > 50",
            "share.mean < -0.1",
            "drawdown_rolling.depth.q95 > 15",
        ] {
            assert!(!parts(parting_nothing), "{parting_nothing}");
        }
    }
}
