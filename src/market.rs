//! The market: all assets and factors of a path, drawn together, one step at a time.

pub(crate) mod bootstrap;
pub(crate) mod crisis;
pub mod diffusion;
mod expected_growth;
pub(crate) mod given;
pub(crate) mod mean_reverting;
pub(crate) mod replay;
mod step;
mod uncertain;
mod world;

use crate::plan::{Law, Plan};

pub use expected_growth::expected_growth;
pub use step::MarketStep;
pub use world::{MarketModel, World};

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
