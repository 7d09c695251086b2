//! The market: all assets and factors of a path, drawn together, one step at a time.

pub(crate) mod bootstrap;
pub(crate) mod crisis;
pub mod diffusion;
pub(crate) mod given;
pub(crate) mod mean_reverting;
pub(crate) mod replay;
mod uncertain;

use crate::lanes::Lanes;
use crate::plan::{Law, Market, Plan, Prices};

/// The world of one block of paths over one step, `(t, t+1]`.
pub struct MarketStep {
    growth: Vec<Lanes>,
    inflation: Lanes,
    factors: Vec<Lanes>,
    expected_returns: Vec<Lanes>,
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

    /// The same, to be written by a model.
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

    /// By asset whose expected return is drawn once a path: by how many standard errors it is off.
    #[must_use]
    pub fn expected_returns(&self) -> &[Lanes] {
        &self.expected_returns
    }
}

/// A law of the world. It holds the parameters; what a path is made of as it goes is its [`World`].
pub trait MarketModel: Send + Sync {
    /// The state with which one thread draws block after block.
    fn world(&self) -> Box<dyn World + '_>;
}

/// The state of one block's world: streams, and for models that have them regimes, rates, positions in history.
pub trait World: Send {
    /// Goes to the start of a block, before its first step.
    fn begin(&mut self, block: u64);

    /// Draws the next step of every path of the block.
    fn step(&mut self, paths: &mut MarketStep);
}

/// The model that a plan asks for.
#[must_use]
pub fn model(plan: &Plan) -> Box<dyn MarketModel + '_> {
    let mut world: Box<dyn MarketModel + '_> = match &plan.market.law {
        Law::Diffusion(law) => Box::new(diffusion::Model::new(&plan.market.assets, law, plan.time, plan.seed)),
        Law::Bootstrap(law) => Box::new(bootstrap::Model::new(law, plan.time, plan.seed)),
        Law::Replay(path) => Box::new(replay::Model::new(path)),
        Law::Given(scenarios) => Box::new(given::Given::new(scenarios, plan.seed)),
    };
    if plan.market.uncertain_assets().next().is_some() {
        world = Box::new(uncertain::Uncertain::new(world, plan));
    }
    // Outermost: what happened in a crisis is known.
    match &plan.market.crisis {
        Some(crisis) => Box::new(crisis::Model::new(world, crisis, plan.seed)),
        None => world,
    }
}

/// Growth over a month of each asset, then of consumer prices, as they are expected: a path without surprises. NaN for
/// an asset of a replay of which the configuration expects nothing.
#[must_use]
pub fn expected_growth(market: &Market) -> Vec<f64> {
    let mut growth = match &market.law {
        Law::Diffusion(law) => diffusion::expected::expected_growth(law),
        Law::Bootstrap(law) => law.mean.iter().map(|&mean| libm::exp(mean)).collect(),
        Law::Replay(path) => path.expected.clone(),
        Law::Given(set) => given::expected_growth(set),
    };
    if let Prices::Constant(rate) = market.prices {
        growth.truncate(market.assets.len());
        growth.push(libm::exp(libm::log1p(rate.get()) / 12.0));
    }
    growth
}
