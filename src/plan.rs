//! The words of the policy, valid by construction: what is simulated, without a trace of the file it came from.

mod outputs;

use indexmap::IndexMap;
use ndarray::{Array2, Array3};

use crate::units::Month;

pub use outputs::{Figures, Outputs};

/// Everything that a run is a function of, apart from the program's version.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Short name; names the run's folder.
    pub name: String,
    /// Title in reports.
    pub title: Label,
    /// The month-end of the opening values, `t = 0`.
    pub start: Month,
    /// The grid.
    pub time: Time,
    /// Number of paths.
    pub paths: u64,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Inflation a year, the same on every path.
    pub inflation: f64,
    /// The assets and their law.
    pub market: Market,
    /// The pools, in the file's order.
    pub pools: Vec<Pool>,
    /// Which figures and files are made.
    pub outputs: Outputs,
    /// Bounds on figures, by the figure's name.
    pub limits: IndexMap<String, Bounds>,
}

impl Plan {
    /// Whether the total of the pools is a thing of its own: with one pool it is that pool.
    #[must_use]
    pub fn has_total(&self) -> bool {
        self.pools.len() > 1 && self.outputs.total
    }

    /// The month-end `months` after the start.
    #[must_use]
    pub fn month(&self, months: u32) -> Month {
        self.start.plus(months)
    }
}

/// A text in the languages of reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// English.
    pub en: String,
    /// Swedish.
    pub sv: String,
}

/// The grid of times: month-ends, and steps between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The horizon in months.
    pub months: u32,
    /// Steps a month: 1, or 4 for weeks, 21 for trading days.
    pub steps_per_month: u32,
}

impl Time {
    /// The number of steps to the horizon.
    #[must_use]
    pub const fn steps(self) -> usize {
        self.months as usize * self.steps_per_month as usize
    }

    /// The month whose end is step `step`, if it is a month-end.
    #[must_use]
    pub fn month_end(self, step: usize) -> Option<usize> {
        let steps = self.steps_per_month as usize;
        step.is_multiple_of(steps).then_some(step / steps)
    }

    /// A step's length in years.
    #[must_use]
    pub fn step_in_years(self) -> f64 {
        1.0 / (12.0 * f64::from(self.steps_per_month))
    }

    /// The horizon in years.
    #[must_use]
    pub fn years(self) -> f64 {
        f64::from(self.months) / 12.0
    }
}

/// The assets and the law of their returns.
#[derive(Debug, Clone)]
pub struct Market {
    /// The assets, in the file's order.
    pub assets: Vec<Asset>,
    /// How they move together.
    pub law: Law,
}

/// An asset that pools hold through funds.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its name, which also keys its stream of random numbers.
    pub name: String,
    /// Its name in reports.
    pub label: Label,
    /// On which side of the rule it stands.
    pub class: AssetClass,
}

/// On which side of the allocation rule an asset stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssetClass {
    /// Equity funds.
    Equity,
    /// Fixed-income funds.
    FixedIncome,
}

/// The law of the assets' returns.
#[derive(Debug, Clone)]
pub enum Law {
    /// Correlated geometric Brownian motion.
    Lognormal(LognormalLaw),
    /// Paths given from elsewhere.
    Given(Scenarios),
}

/// Parameters of correlated geometric Brownian motion.
#[derive(Debug, Clone)]
pub struct LognormalLaw {
    /// Growth of each asset.
    pub growth: Vec<LogGrowth>,
    /// Correlations of the log returns.
    pub correlation: Array2<f64>,
    /// Its lower Cholesky factor.
    pub factor: Array2<f64>,
}

/// The normal law of an asset's log return over a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogGrowth {
    /// `E ln(1 + R)` a year: `μ - σ²/2` of the geometric Brownian motion.
    pub drift: f64,
    /// Standard deviation of `ln(1 + R)` a year, σ.
    pub volatility: f64,
}

impl LogGrowth {
    /// The geometric expected return a year, `exp(E ln(1 + R)) - 1`.
    #[must_use]
    pub fn geometric(self) -> f64 {
        libm::expm1(self.drift)
    }

    /// The arithmetic expected return a year, `E[1 + R] - 1`.
    #[must_use]
    pub fn arithmetic(self) -> f64 {
        libm::expm1(self.drift + 0.5 * self.volatility * self.volatility)
    }
}

/// Scenarios made elsewhere.
#[derive(Debug, Clone)]
pub struct Scenarios {
    /// Simple returns by (path, step, asset), assets in the plan's order.
    pub returns: Array3<f64>,
}

/// One pool of capital.
#[derive(Debug, Clone)]
pub struct Pool {
    /// Its name in files and figures.
    pub name: String,
    /// Its name in reports.
    pub label: Label,
    /// Value at `t = 0`, SEK.
    pub opening_value: f64,
    /// The return a year that the policy expects, geometric.
    pub expected_return: Option<f64>,
    /// What the equity leg is made of.
    pub equities: Mix,
    /// What the fixed-income leg is made of.
    pub fixed_income: Mix,
    /// How large a share of equities is held.
    pub rule: AllocationRule,
    /// Steps between a decision and its trade.
    pub lag: usize,
    /// When trades are made, and what they cost.
    pub rebalancing: Rebalancing,
    /// The equity share held at `t = 0`; the rule's own if none.
    pub opening_share: Option<f64>,
    /// What the rolling high is the high of, and when.
    pub high: High,
    /// The level that must not be undershot.
    pub floor: Floor,
    /// What happens after the first ex-ante breach.
    pub after_breach: AfterBreach,
    /// Fee a year, as a share of the value.
    pub fee: f64,
    /// Unit prices at the month-ends before `t = 0`, oldest first, the opening price being 1.
    pub history: Vec<f64>,
    /// Money in and out.
    pub flows: Flows,
}

impl Pool {
    /// What is observed at `t = 0`: a unit's price, or the value in SEK.
    #[must_use]
    pub fn opening_observed(&self) -> f64 {
        match self.high.of {
            HighOf::UnitPrice => 1.0,
            HighOf::MarketValue => self.opening_value,
        }
    }
}

/// Weights of assets within a leg, held constant: `(asset, weight)`, weights adding up to 1. Empty for a leg never held.
pub type Mix = Vec<(usize, f64)>;

/// How large a share of equities is held.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AllocationRule {
    /// The same share always.
    Static {
        /// The share.
        share: f64,
    },
    /// The dynamic allocation strategy: the largest `w` with `w s_E + (1 - w) s_B ≤ c`, held to `[min, max]`.
    Dynamic {
        /// `s_E`, the equities' assumed worst loss.
        equity_stress: f64,
        /// `s_B`, the fixed income's assumed worst loss.
        fixed_income_stress: f64,
        /// `w_min`.
        min_share: f64,
        /// `w_max`; above 1 the rest is borrowed at the fixed-income return.
        max_share: f64,
    },
}

/// When trades are made, and what they cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rebalancing {
    /// Steps between rebalancing days, counted from `t = 0`; `None` for never.
    pub every_steps: Option<usize>,
    /// No trade while `|w - w*|` is within it; `None` trades to the target always.
    pub band: Option<f64>,
    /// Cost of a trade, as a fraction of the amount traded.
    pub cost: f64,
}

/// What the rolling high is the high of, over which window, seen when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct High {
    /// The window in months; `None` since the beginning.
    pub window_months: Option<u32>,
    /// Whether the observation at `t - window` belongs to the window.
    pub closed: bool,
    /// Whether every step is observed, or month-ends only.
    pub every_step: bool,
    /// The value observed.
    pub of: HighOf,
}

impl High {
    /// Observations a month.
    #[must_use]
    pub const fn observations_per_month(self, time: Time) -> usize {
        if self.every_step { time.steps_per_month as usize } else { 1 }
    }

    /// How many observations lie in a full window; `None` since the beginning.
    #[must_use]
    pub fn observations(self, time: Time) -> Option<usize> {
        let per_month = self.observations_per_month(time);
        self.window_months.map(|months| months as usize * per_month + usize::from(self.closed))
    }
}

/// The series whose high, floor and breach are observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HighOf {
    /// The price of a unit: flows make no high and no breach.
    UnitPrice,
    /// The raw market value, flows included.
    MarketValue,
}

/// The level that must not be undershot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Floor {
    /// No floor.
    None,
    /// A share of the rolling high.
    RollingHigh {
        /// The share.
        share: f64,
    },
    /// A given level, as a share of the opening price or value, growing at a rate a year.
    Fixed {
        /// The level at `t = 0`, the opening being 1.
        level: f64,
        /// Growth a year.
        growth: f64,
    },
}

/// What happens after the first ex-ante breach.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterBreach {
    /// The pool goes on by its rule.
    Rule,
    /// No equities from then on.
    Locked,
}

/// Money in and out of a pool, SEK in the money of its day, at each step from 0 to the last (none at step 0).
#[derive(Debug, Clone, Default)]
pub struct Flows {
    /// Paid in at each step.
    pub contributions: Vec<f64>,
    /// Due out at each step.
    pub payments: Vec<f64>,
}

impl Flows {
    /// Whether nothing is ever paid in or out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.contributions.iter().chain(&self.payments).all(|&amount| amount == 0.0)
    }
}

/// Bounds on a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The least value allowed.
    pub min: Option<f64>,
    /// The greatest value allowed.
    pub max: Option<f64>,
}
