//! The regimes of a diffusion, and the chain by which they follow each other.

use ndarray::Array2;

use super::log_growth::LogGrowth;
use crate::numerics::linear::cholesky;
use crate::units::{Drift, Level, Share, Volatility};

/// The regimes of a world.
#[derive(Debug, Clone, PartialEq)]
pub enum Regimes {
    /// The same always.
    One(Regime),
    /// The calm and the turbulent one, and how they follow each other.
    Two([Regime; 2], Chain),
}

impl Regimes {
    /// The one regime, or the calm and the turbulent one.
    #[must_use]
    pub const fn all(&self) -> &[Regime] {
        match self {
            Self::One(regime) => std::slice::from_ref(regime),
            Self::Two(regimes, _) => regimes,
        }
    }

    /// The chain by which two regimes follow each other; `None` for one.
    #[must_use]
    pub const fn chain(&self) -> Option<Chain> {
        match self {
            Self::One(_) => None,
            Self::Two(_, chain) => Some(*chain),
        }
    }

    /// Moves the mean log return of a lognormal asset by so much a year in every regime.
    pub(super) fn shift(&mut self, motion: usize, by: f64) {
        let regimes = match self {
            Self::One(regime) => std::slice::from_mut(regime),
            Self::Two(regimes, _) => regimes,
        };
        for regime in regimes {
            let drift = &mut regime.growth[motion].drift;
            *drift = Drift::nearest(drift.get() + by);
        }
    }

    /// Draws the first month's regime as often as it comes in the long run.
    pub(super) fn begin_in_long_run(&mut self) {
        if let Self::Two(_, chain) = self {
            *chain = Chain::new(chain.leave);
        }
    }
}

/// The parameters of one regime.
#[derive(Debug, Clone, PartialEq)]
pub struct Regime {
    growth: Vec<LogGrowth>,
    factor_volatility: Vec<Volatility>,
    correlation: Array2<f64>,
}

impl Regime {
    /// Makes it from the growth of each lognormal asset, the volatility of each factor, σ, and the correlations of the
    /// motions. `None` if the correlations have other motions, or contradict each other.
    #[must_use]
    pub fn new(growth: Vec<LogGrowth>, factor_volatility: Vec<Volatility>, correlation: Array2<f64>) -> Option<Self> {
        let motions = growth.len() + factor_volatility.len();
        let possible = correlation.dim() == (motions, motions) && cholesky(&correlation).is_some();
        possible.then_some(Self { growth, factor_volatility, correlation })
    }

    /// Growth of each lognormal asset.
    #[must_use]
    pub fn growth(&self) -> &[LogGrowth] {
        &self.growth
    }

    /// Volatility of each factor, σ.
    #[must_use]
    pub fn factor_volatility(&self) -> &[Volatility] {
        &self.factor_volatility
    }

    /// Correlations of the motions: lognormal assets, then factors.
    #[must_use]
    pub const fn correlation(&self) -> &Array2<f64> {
        &self.correlation
    }
}

/// The Markov chain of two regimes, which takes a step at each month-end (Hardy 2001, *North American Actuarial
/// Journal* 5(2)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    leave: [Level; 2],
    start_turbulent: Share,
}

impl Chain {
    /// Makes it from the probabilities a month of leaving the calm regime and of leaving the turbulent one. The first
    /// month is turbulent as often as months are in the long run.
    #[must_use]
    pub fn new(leave: [Level; 2]) -> Self {
        let chain = Self { leave, start_turbulent: Share::ZERO };
        chain.starting_turbulent(chain.stationary_turbulent())
    }

    /// The same with another probability that the first month is turbulent.
    #[must_use]
    pub const fn starting_turbulent(self, probability: Share) -> Self {
        Self { start_turbulent: probability, ..self }
    }

    /// Probability a month of leaving the calm regime, and of leaving the turbulent one.
    #[must_use]
    pub const fn leave(self) -> [Level; 2] {
        self.leave
    }

    /// Probability that the first month is turbulent.
    #[must_use]
    pub const fn start_turbulent(self) -> Share {
        self.start_turbulent
    }

    /// The share of its distance from the long run that a probability keeps over a month: the chain's second
    /// eigenvalue.
    #[must_use]
    pub const fn memory(self) -> f64 {
        1.0 - self.leave[0].get() - self.leave[1].get()
    }

    /// The share of months in the turbulent regime in the long run.
    #[must_use]
    pub fn stationary_turbulent(self) -> Share {
        let [leave, back] = self.leave.map(Level::get);
        Share::nearest(leave / (leave + back))
    }

    /// `E Π d(regime of month m)` over so many months, the first month's regime drawn as in the long run: `π D (P
    /// D)^(n-1) 1`, `D` the diagonal of `d`. With `d` the mean growth of a month, the mean growth of an account.
    #[must_use]
    pub fn mean_product(self, d: [f64; 2], months: u32) -> f64 {
        let [leave, back] = self.leave.map(Level::get);
        let turbulent = self.stationary_turbulent().get();
        let mut state = [(1.0 - turbulent) * d[0], turbulent * d[1]];
        for _ in 1..months {
            let [calm, turbulent] = state;
            state =
                [(calm * (1.0 - leave) + turbulent * back) * d[0], (calm * leave + turbulent * (1.0 - back)) * d[1]];
        }
        state[0] + state[1]
    }
}
