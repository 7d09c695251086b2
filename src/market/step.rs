//! A step of the market, which a model draws.

use crate::lanes::Lanes;
use crate::plan::Plan;

/// The world of one block of paths over one step, `(t, t+1]`.
pub struct MarketStep {
    pub(super) growth: Vec<Lanes>,
    pub(super) inflation: Lanes,
    pub(super) factors: Vec<Lanes>,
    pub(super) expected_returns: Vec<Lanes>,
}

impl MarketStep {
    /// Room for a step of a plan's world.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let lanes = |number: f64, count: usize| vec![Lanes::all(number); count];
        Self {
            growth: lanes(1.0, plan.market.assets.len()),
            inflation: Lanes::all(1.0),
            factors: lanes(0.0, plan.market.law.factors().len()),
            expected_returns: lanes(0.0, plan.market.uncertain_assets().count()),
        }
    }

    /// Gross growth `S[t+1] / S[t]` of an asset (total return, nominal, SEK), one number a path in path order.
    #[must_use]
    pub fn growth(&self, asset: usize) -> &[f64] {
        &self.growth[asset]
    }

    /// The same, for a model to write.
    pub fn growth_mut(&mut self, asset: usize) -> &mut [f64] {
        &mut self.growth[asset]
    }

    /// Gross growth of consumer prices over the step, where the world simulates them.
    #[must_use]
    pub fn inflation(&self) -> &[f64] {
        &self.inflation
    }

    /// Levels of a factor at the step's end, a year; `factor` counts as in the plan's law.
    #[must_use]
    pub fn factor(&self, factor: usize) -> &Lanes {
        &self.factors[factor]
    }

    /// The distance of each drawn expected return from its mean, in standard errors; by asset that has one.
    #[must_use]
    pub fn expected_returns(&self) -> &[Lanes] {
        &self.expected_returns
    }
}
