//! The pools of a plan.

use std::num::NonZeroUsize;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{AllocationRule, Flows, Label, TimeGrid};
use crate::units::{Amount, BasisPoints, CostShare, Exposure, Rate, Share};

/// One pool of capital.
#[derive(Debug, Clone, PartialEq)]
pub struct Pool {
    /// Its name in files and figures.
    pub name: String,
    /// Its name in reports.
    pub label: Label,
    /// Value at `t = 0`.
    pub opening_value: Amount,
    /// The costs of the equities and the fixed income held at `t = 0`.
    pub opening_cost: [OpeningCost; 2],
    /// The return a year that the policy expects, geometric.
    pub expected_return: Option<Rate>,
    /// The assets of the equity leg.
    pub equities: Mix,
    /// The assets of the fixed-income leg.
    pub fixed_income: Mix,
    /// The rule that decides the equity share.
    pub rule: AllocationRule,
    /// Steps between a decision and its trade.
    pub lag: usize,
    /// When trades are made, and what they cost.
    pub rebalancing: Rebalancing,
    /// The equity share held at `t = 0`; the rule's own if none.
    pub opening_share: Option<Exposure>,
    /// The rolling high: its series, window and observations.
    pub high: High,
    /// The level that must not be undershot.
    pub floor: Floor,
    /// The course after the first ex-ante breach.
    pub after_breach: AfterBreach,
    /// Fee a year, as a share of the value.
    pub fee: Share,
    /// Unit prices at the month-ends before `t = 0`.
    pub history: UnitPrices,
    /// Money in and out.
    pub flows: Flows,
}

impl Pool {
    /// The value observed at `t = 0`: a unit's price, or the market value in SEK.
    #[must_use]
    pub fn opening_observed(&self) -> f64 {
        match self.high.of {
            HighOf::UnitPrice => 1.0,
            HighOf::MarketValue => self.opening_value.get(),
        }
    }

    /// What was observed at the month-ends before the start, oldest first: unit prices, or, of market values, what the
    /// opening value was worth then.
    pub(crate) fn observed_before(&self) -> impl Iterator<Item = f64> + Clone + '_ {
        let opening = self.opening_observed();
        self.history.get().iter().map(move |price| price * opening)
    }

    /// The share of the value that is left after some years of fees: `(1 - fee)^years`.
    #[must_use]
    pub fn after_fees(&self, years: f64) -> f64 {
        libm::pow(1.0 - self.fee.get(), years)
    }

    /// The same pool with one equity share always, traded at once whatever its value.
    #[must_use]
    pub fn static_mix(&self, share: f64) -> Self {
        let rule = AllocationRule::Static { share: Exposure::nearest(share) };
        Self { rule, lag: 0, opening_share: None, after_breach: AfterBreach::Rule, ..self.clone() }
    }
}

/// Prices of a unit at the month-ends before `t = 0`, oldest first, the opening price being 1. All are above 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct UnitPrices(Vec<f64>);

impl UnitPrices {
    /// Makes it from prices, oldest first.
    ///
    /// # Errors
    /// The place of the first price that is not a finite number above 0.
    pub fn new(prices: Vec<f64>) -> Result<Self, usize> {
        let wrong = prices.iter().position(|price| !(price.is_finite() && *price > 0.0));
        wrong.map_or(Ok(Self(prices)), Err)
    }

    /// The prices, oldest first; none where nothing is known of the time before the start.
    #[must_use]
    pub fn get(&self) -> &[f64] {
        &self.0
    }
}

/// The cost of a leg held at `t = 0`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OpeningCost {
    /// A share of its value; 1 where nothing is known of it.
    Share(CostShare),
    /// An amount.
    Amount(Amount),
}

impl OpeningCost {
    /// Nothing is known of it: it is taken to be the value.
    pub const VALUE: Self = Self::Share(CostShare::WHOLE);

    /// The cost of a leg that is worth `value`, SEK.
    #[must_use]
    pub fn cost_of_leg(self, value: f64) -> f64 {
        match self {
            Self::Share(share) => share.get() * value,
            Self::Amount(amount) => amount.get(),
        }
    }
}

/// Weights of assets within a leg, held constant: they add up to 1. Empty for a leg that is never held.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Mix(Vec<(usize, Share)>);

impl Mix {
    /// Makes it from assets, by their places in the market, and their weights.
    ///
    /// # Errors
    /// The sum of the weights, if it is not 1.
    pub fn new(weights: Vec<(usize, Share)>) -> Result<Self, f64> {
        let sum = weights.iter().fold(0.0, |sum, (_, weight)| sum + weight.get());
        if weights.is_empty() || (sum - 1.0).abs() <= 1e-9 { Ok(Self(weights)) } else { Err(sum) }
    }

    /// One asset alone.
    #[must_use]
    pub fn of_one(asset: usize) -> Self {
        Self(vec![(asset, Share::WHOLE)])
    }

    /// The assets, by their places in the market, and their weights.
    #[must_use]
    pub fn weights(&self) -> &[(usize, Share)] {
        &self.0
    }

    /// Whether the leg is never held.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// When trades are made, and what they cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rebalancing {
    /// Steps between rebalancing days, counted from `t = 0`; `None` for never.
    pub every_steps: Option<NonZeroUsize>,
    /// No trade while `|w - w*|` is within it; `None` trades to the target always.
    pub band: Option<Share>,
    /// Cost of a trade, of the amount traded.
    pub cost: BasisPoints,
}

impl Rebalancing {
    /// Whether a step is a rebalancing day.
    #[must_use]
    pub fn is_due(self, step: usize) -> bool {
        self.every_steps.is_some_and(|every| step.is_multiple_of(every.get()))
    }

    /// The band around the target share, beyond which a trade is made; negative without a band, since every trade is
    /// made then.
    #[must_use]
    pub fn least_change(self) -> f64 {
        self.band.map_or(-1.0, Share::get)
    }
}

/// The rolling high: the series it is the high of, its window, and when it is observed.
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
    pub const fn observations_per_month(self, time: TimeGrid) -> usize {
        if self.every_step { time.steps_per_month() as usize } else { 1 }
    }

    /// How many observations lie in a full window; `None` since the beginning.
    #[must_use]
    pub fn observations(self, time: TimeGrid) -> Option<usize> {
        let per_month = self.observations_per_month(time);
        self.window_months.map(|months| months as usize * per_month + usize::from(self.closed))
    }
}

/// The series whose high, floor and breach are observed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HighOf {
    /// The price of a unit: flows make no high and no breach.
    #[default]
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
        share: Share,
    },
    /// A given level, as a share of the opening price or value, growing at a rate a year.
    Fixed {
        /// The level at `t = 0`, the opening being 1.
        level: Share,
        /// Growth a year.
        growth: Rate,
    },
}

impl Floor {
    /// Whether it follows a rolling high, and falls when an old high leaves the window.
    #[must_use]
    pub const fn follows_high(self) -> bool {
        match self {
            Self::RollingHigh { .. } => true,
            Self::None | Self::Fixed { .. } => false,
        }
    }
}

/// The course after the first ex-ante breach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AfterBreach {
    /// The pool goes on by its rule.
    #[default]
    Rule,
    /// No equities from then on.
    Locked,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_a_leg_add_up_to_1() {
        let mix = |weights: &[f64]| {
            let weights = weights.iter().map(|&weight| Share::new(weight).unwrap());
            Mix::new(weights.enumerate().collect()).map(|mix| mix.weights().len())
        };
        assert_eq!((mix(&[]), mix(&[1.0]), mix(&[0.25, 0.75])), (Ok(0), Ok(1), Ok(2)));
        assert_eq!((mix(&[0.5]), mix(&[0.75, 0.5])), (Err(0.5), Err(1.25)));
    }
}
