//! The score of each figure, from the figure's name.

use super::region::RegionScores;
use crate::numerics::elementary;
use crate::numerics::real;
use crate::plan::{Plan, Pool};
use crate::stats::histogram::{Bins, Histogram};
use crate::stats::recorder::observations_per_month;
use crate::stats::region::Window;
use crate::stats::tally::{PathFigure, Places, Span, Tally};
use crate::units::percent_key;

/// A number that each path has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Variable {
    /// Value at a month-end that is kept, by its place.
    Value(usize),
    /// Equity share after trading, likewise.
    Share(usize),
    /// Floor, likewise.
    Floor(usize),
    /// Whether it is below the floor, likewise.
    Below(usize),
    /// Growth of a unit over a span, by its place.
    Growth(usize),
    /// Annualised nominal return over a span.
    Nominal(usize),
    /// Annualised real return over a span.
    Real(usize),
    /// Whether there was an ex-ante breach by a month.
    ExAnteBy(usize),
    /// Whether there was an ex-post breach by a month.
    ExPostBy(usize),
    /// Whether some payment could not be made by a month.
    UnpaidBy(usize),
    /// Whether the old high is not regained.
    NotRecovered,
    /// A figure of the whole path.
    Path(PathFigure),
    /// Of the region: a line of a year, by its place.
    Line(usize),
    /// Of the region: whether a mark happened in a window of years, by its place.
    Mark(usize, Window),
    /// Of the region: whether a mark has never happened up to a year.
    Never(usize),
}

/// What a figure makes of the variable.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Functional {
    /// Its mean.
    Mean,
    /// The probability that it is 1.
    Happened,
    /// The probability that it is below a bound (`true`), or above.
    Beyond {
        /// The bound.
        bound: f64,
        /// On which side.
        below: bool,
    },
    /// A quantile that lies in a bin with these edges.
    Quantile([f64; 2]),
    /// The mean of what lies below a quantile that lies near here, each number in the middle of its bin.
    TailMean(f64, Bins),
    /// The mean, near here, over those paths that have the number.
    MeanOfGiven(f64),
    /// A quantile over those paths that have the number: the edges of its bin, and its level.
    QuantileOfGiven([f64; 2], f64),
}

/// What a figure is, to first order, the mean of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// The number.
    pub variable: Variable,
    /// What is made of it.
    pub of: Functional,
}

impl Functional {
    /// The scores of numbers, in their place.
    pub fn apply(self, numbers: &mut [f64]) {
        let each = |numbers: &mut [f64], of: &dyn Fn(f64) -> f64| numbers.iter_mut().for_each(|x| *x = of(*x));
        let given = |x: f64, score: f64| if x.is_nan() { 0.0 } else { score };
        match self {
            Self::Mean | Self::Happened => {}
            Self::Beyond { bound, below: true } => each(numbers, &|x| f64::from(x < bound)),
            Self::Beyond { bound, below: false } => each(numbers, &|x| f64::from(x > bound)),
            Self::Quantile(bin) => each(numbers, &|x| above_bin(x, bin)),
            Self::TailMean(bound, bins) => each(numbers, &|x| (bound - bins.middle(x)).max(0.0)),
            Self::MeanOfGiven(mean) => each(numbers, &|x| given(x, x - mean)),
            Self::QuantileOfGiven(bin, level) => {
                each(numbers, &|x| given(x, above_bin(x, bin) - (1.0 - level)));
            }
        }
    }

    /// Whether the figure is a quantile.
    #[must_use]
    pub fn is_quantile(self) -> bool {
        matches!(self, Self::Quantile(_) | Self::QuantileOfGiven(..))
    }

    /// Whether the figure is a probability.
    #[must_use]
    pub fn is_probability(self) -> bool {
        matches!(self, Self::Happened | Self::Beyond { .. })
    }
}

/// Whether a number lies above a bin; half where it lies inside.
fn above_bin(x: f64, [low, high]: [f64; 2]) -> f64 {
    0.5 * (f64::from(x >= low) + f64::from(x >= high))
}

/// The scores of a subject's figures, by their names.
pub enum Scores<'a> {
    /// Of a pool, or the total.
    Pool(PoolScores<'a>),
    /// Of the region.
    Region(RegionScores<'a>),
}

impl Scores<'_> {
    /// The score of a figure by its name within the subject; none of a figure that is not a function of single paths' numbers, or of a
    /// quantile at a value that is counted apart. `pilot` tells the subject's figures on the first paths, by name.
    #[must_use]
    pub fn of(&self, name: &str, pilot: &dyn Fn(&str) -> f64) -> Option<Score> {
        match self {
            Self::Pool(scores) => scores.of(name, pilot),
            Self::Region(scores) => scores.of(name, pilot(name)),
        }
    }
}

/// Names of a pool's figures, and what they are of.
pub struct PoolScores<'a> {
    plan: &'a Plan,
    /// The subject's pool, if it is not the total.
    pool: Option<&'a Pool>,
    pilot: &'a Tally,
    spans: Vec<Span>,
    places: Places,
}

impl<'a> PoolScores<'a> {
    /// Of a subject of a plan: the pool with that name, or the total; with what was counted on the first paths.
    #[must_use]
    pub fn new(plan: &'a Plan, subject: &str, pilot: &'a Tally) -> Self {
        let pool = plan.pools.iter().find(|pool| pool.name == subject);
        Self { plan, pool, pilot, spans: Span::all(plan), places: Places::new(plan) }
    }

    /// The score of a figure by its name within the subject (`value.y10.q05`); none of a figure that is not a function of single
    /// paths' numbers, or of a quantile at a value that is counted apart. `pilot` tells the subject's figures on the first paths, by
    /// name.
    #[must_use]
    pub fn of(&self, name: &str, pilot: &dyn Fn(&str) -> f64) -> Option<Score> {
        let path: Vec<&str> = name.split('.').collect();
        let here = || pilot(name);
        let of = |variable: Variable, of: Functional| Some(Score { variable, of });
        let distribution = |variable: Variable, last: &str| of(variable, self.distribution(variable, last, here())?);
        let mean = |figure: PathFigure| of(Variable::Path(figure), Functional::Mean);
        match path[..] {
            ["value", key, last] => distribution(Variable::Value(self.place(key)?), last),
            ["floor", key, last] => distribution(Variable::Floor(self.place(key)?), last),
            ["share", "by_year", key, last] => {
                distribution(Variable::Share(self.places.of_share(self.month(key)? - 1)?), last)
            }
            ["return", key, "nominal", last] => distribution(Variable::Nominal(self.span(key)?), last),
            ["return", key, "real", last] => distribution(Variable::Real(self.span(key)?), last),
            ["return", key, "p_below_expected"] => {
                let span = self.span(key)?;
                let bound = libm::pow(1.0 + self.pool?.expected_return?.get(), self.spans[span].years());
                of(Variable::Growth(span), below(bound))
            }
            ["loss", key, last] => self.loss(key, last, pilot),
            ["breach", kind, key] => self.breach(kind, key, here()),
            ["breach", "episodes"] => mean(PathFigure::Episodes),
            ["breach", "months_below"] => mean(PathFigure::MonthsBelow),
            ["drawdown_rolling", "depth", last] => distribution(Variable::Path(PathFigure::FallRolling), last),
            ["drawdown_all_time", "depth", last] => distribution(Variable::Path(PathFigure::FallAllTime), last),
            ["drawdown_rolling", over] => of(Variable::Path(PathFigure::FallRolling), self.over(over)?),
            ["drawdown_all_time", over] => of(Variable::Path(PathFigure::FallAllTime), self.over(over)?),
            ["recovery", "p_not_recovered"] => of(Variable::NotRecovered, Functional::Happened),
            ["recovery", "months", last] => {
                // In months; the path's number counts observations.
                let per_month = observations_per_month(self.pool, self.plan.time);
                let observations = here() * real(per_month);
                self.given(PathFigure::Recovery, last, observations)
            }
            ["share", "mean"] => mean(PathFigure::Share),
            ["share", "cash_lock"] => mean(PathFigure::CashLock),
            ["trading", "turnover_per_year"] => mean(PathFigure::Turnover),
            ["trading", "cost_per_year"] => mean(PathFigure::Cost),
            ["roll_off", "p_jump"] => of(Variable::Path(PathFigure::Jumps), above(0.0)),
            ["roll_off", "jumps_per_year"] => mean(PathFigure::Jumps),
            ["roll_off", "largest", last] => distribution(Variable::Path(PathFigure::LargestJump), last),
            ["flows", "contributed"] => mean(PathFigure::Contributed),
            ["flows", "due"] => mean(PathFigure::Due),
            ["flows", "unpaid"] => mean(PathFigure::Unpaid),
            ["flows", "p_unpaid", key] => of(Variable::UnpaidBy(self.month(key)?), Functional::Happened),
            _ => None,
        }
    }

    fn loss(&self, key: &str, last: &str, pilot: &dyn Fn(&str) -> f64) -> Option<Score> {
        let span = self.span(key)?;
        let (variable, growth) = (Variable::Growth(span), &self.pilot.growth[span]);
        // A loss is 1 - G: its quantile lies where G is 1 less it.
        let quantile = |level: &str| 1.0 - pilot(&format!("loss.{key}.var{level}"));
        let of = match last.split_at_checked(last.len().saturating_sub(2))? {
            ("p_lo", "ss") => below(1.0),
            ("var", level) => Functional::Quantile(growth.edges(quantile(level))?),
            ("es", level) => Functional::TailMean(quantile(level), growth.bins()),
            _ => return None,
        };
        Some(Score { variable, of })
    }

    fn breach(&self, kind: &str, key: &str, near: f64) -> Option<Score> {
        let happened = |variable| Some(Score { variable, of: Functional::Happened });
        match kind {
            "ex_ante" => happened(Variable::ExAnteBy(self.month(key)?)),
            "ex_post" => happened(Variable::ExPostBy(self.month(key)?)),
            "below" => happened(Variable::Below(self.place(key)?)),
            "depth_ex_ante" => self.given(PathFigure::DepthExAnte, key, near),
            "depth_ex_post" => self.given(PathFigure::DepthExPost, key, near),
            _ => None,
        }
    }

    /// The mean, or a quantile near here.
    fn distribution(&self, variable: Variable, last: &str, near: f64) -> Option<Functional> {
        if last == "mean" {
            return Some(Functional::Mean);
        }
        self.level(last)?;
        self.edges(variable, near).map(Functional::Quantile)
    }

    /// The same over those paths that have the number.
    fn given(&self, figure: PathFigure, last: &str, near: f64) -> Option<Score> {
        let variable = Variable::Path(figure);
        let level = match last {
            "mean" => return Some(Score { variable, of: Functional::MeanOfGiven(near) }),
            // The depth's, which is no quantile of the run's own.
            "q95" => 0.95,
            _ => self.level(last)?,
        };
        Some(Score { variable, of: Functional::QuantileOfGiven(self.edges(variable, near)?, level) })
    }

    /// The edges of the bin in which a value of a variable lies, in its unit.
    fn edges(&self, variable: Variable, near: f64) -> Option<[f64; 2]> {
        let annual = |histograms: &[Histogram], span: usize| {
            let years = self.spans[span].years();
            let edges = histograms[span].edges(elementary::pow(1.0 + near, years))?;
            Some(edges.map(|growth| elementary::pow(growth, 1.0 / years) - 1.0))
        };
        match variable {
            Variable::Value(place) => self.pilot.value[place].edges(near),
            Variable::Share(place) => self.pilot.share[place].edges(near),
            Variable::Floor(place) => self.pilot.floor[place].edges(near),
            Variable::Nominal(span) => annual(&self.pilot.growth, span),
            Variable::Real(span) => annual(&self.pilot.real_growth, span),
            Variable::Path(figure) => self.pilot.path[figure as usize].edges(near),
            _ => None,
        }
    }

    fn level(&self, name: &str) -> Option<f64> {
        self.plan.outputs.quantiles.levels().find(|&level| name == format!("q{}", percent_key(level)))
    }

    fn over(&self, name: &str) -> Option<Functional> {
        let named = |fall: &f64| name == format!("p_over_{}", percent_key(*fall));
        self.plan.outputs.falls.iter().map(|fall| fall.get()).find(named).map(above)
    }

    fn month(&self, key: &str) -> Option<usize> {
        self.places.years().into_iter().find(|(name, _)| name == key).map(|(_, month)| month)
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.places.of(self.month(key)?)
    }

    fn span(&self, key: &str) -> Option<usize> {
        self.spans.iter().position(|span| span.key == key)
    }
}

fn above(bound: f64) -> Functional {
    Functional::Beyond { bound, below: false }
}

/// Below a bound by more than rounding makes of a number at it.
fn below(bound: f64) -> Functional {
    const ROUNDING: f64 = 1e-12;
    Functional::Beyond { bound: bound * (1.0 - ROUNDING), below: true }
}
