//! Exact moments of a month under the law of the world. Enumeration gives them where the law is a finite one, a formula
//! or quadrature where it is not. They are `None` where neither is at hand.

mod diffusion;
mod expected;
mod fund;
mod rows;
mod set;

pub use expected::{ExactMoments, Expected};

use crate::plan::{Law, Plan};

impl Expected {
    /// The moments of a plan's world. They cost a pass over a set of scenarios or, for bond funds, some hundred
    /// thousand logarithms.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        match &plan.market.law {
            Law::Diffusion(law) => diffusion::expected(plan, law),
            Law::Bootstrap(law) => rows::expected(plan, law),
            Law::Given(scenarios) => set::of_scenarios(plan, scenarios),
            Law::Replay(path) => set::of_replay(plan, path),
        }
    }
}
