//! Bounds on figures, from the configuration and from the command line.

use std::str::FromStr;

use super::names::{Names, UnknownFigure};
use crate::plan::{Bounds, Plan};
use crate::stats::Estimate;

/// A bound on a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Limit {
    /// The figure's name.
    pub figure: String,
    /// What breaks the bound.
    pub breaks: Comparison,
    /// The bound.
    pub bound: f64,
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
}

/// A text that is no condition on a figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found \"{found}\", allowed: FIGURE > NUMBER, with >, >=, < or <= (pools.long.breach.ex_post.y10 > 0.1)")]
pub struct NotACondition {
    found: String,
}

impl FromStr for Limit {
    type Err = NotACondition;

    fn from_str(text: &str) -> Result<Self, NotACondition> {
        let parse = || {
            let (sign, breaks) = Comparison::ALL.into_iter().find(|(sign, _)| text.contains(sign))?;
            let (figure, bound) = text.split_once(sign)?;
            let bound: f64 = bound.trim().parse().ok()?;
            let figure = figure.trim().to_owned();
            (bound.is_finite() && !figure.is_empty()).then_some(Self { figure, breaks, bound })
        };
        parse().ok_or_else(|| NotACondition { found: text.to_owned() })
    }
}

/// The limits that a plan states.
#[must_use]
pub fn of_plan(plan: &Plan) -> Vec<Limit> {
    let limits = |(figure, bounds): (&String, &Bounds)| {
        let limit = |bound: Option<f64>, breaks| bound.map(|bound| Limit { figure: figure.clone(), breaks, bound });
        [limit(bounds.min, Comparison::Below), limit(bounds.max, Comparison::Above)]
    };
    plan.limits.iter().flat_map(limits).flatten().collect()
}

/// Calls the figures of limits by their full names.
///
/// # Errors
/// The first one that the run does not make.
pub fn in_full(limits: Vec<Limit>, names: &Names) -> Result<Vec<Limit>, UnknownFigure> {
    limits.into_iter().map(|limit| Ok(Limit { figure: names.full(&limit.figure)?, ..limit })).collect()
}

/// The limits that are broken, with the estimates that break them. A figure without a value breaks none.
#[must_use]
pub fn broken<'a>(limits: &'a [Limit], figures: &[(String, Estimate)]) -> Vec<(&'a Limit, Estimate)> {
    limits
        .iter()
        .filter_map(|limit| {
            let (_, estimate) = figures.iter().find(|(name, _)| *name == limit.figure)?;
            limit.breaks.holds(estimate.value, limit.bound).then_some((limit, *estimate))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_reads_its_sign_and_number() {
        let limit: Limit = "pools.long.breach.ex_post.y10 >= 0.1".parse().unwrap();
        assert_eq!((limit.breaks, limit.bound), (Comparison::AtLeast, 0.1));
        for wrong in ["", "x", "x > ", "> 1", "x > nan", "x > 1,5", "x = 1"] {
            assert!(wrong.parse::<Limit>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_figure_at_the_bound_breaks_a_closed_comparison_only() {
        let figures = [("x".to_owned(), Estimate::normal(0.1, 0.0))];
        let limit = |text: &str| [text.parse::<Limit>().unwrap()];
        assert_eq!(broken(&limit("x > 0.1"), &figures).len(), 0);
        assert_eq!(broken(&limit("x >= 0.1"), &figures).len(), 1);
    }
}
