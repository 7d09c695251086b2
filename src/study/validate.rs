//! Does the simulated world do what was asked of it? Moments against the law's exact ones, histories against targets,
//! and how often the events come that a policy must survive.

mod events;
mod exact;
pub mod fans;
mod lines;
mod moments;
mod path;
mod path_statistics;
mod powers;
mod targets;
mod world;

use serde::Serialize;

pub use lines::{EventLine, LEAST_PATHS, Moment, MomentLine, TargetLine, Verdict};
pub use path_statistics::path_statistics;

use crate::engine;
use crate::lanes::LANES;
use crate::plan::Plan;
use crate::stats::summary::VERSION;

/// The result of a validation.
#[derive(Debug, Clone, Serialize)]
pub struct Validation {
    /// Version of skans.
    pub skans: String,
    /// The run's name.
    pub name: String,
    /// Paths simulated.
    pub paths: u64,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Whether the configuration puts a crisis into its world, which was left out here.
    pub without_crisis: bool,
    /// Moments, each against what the law says where it is known exactly.
    pub moments: Vec<MomentLine>,
    /// Figures of histories, each against a target.
    pub targets: Vec<TargetLine>,
    /// Events of a calendar year; the last is all of them in one year, where there are several.
    pub events: Vec<EventLine>,
}

impl Validation {
    /// Lines that do not hold: a moment that differs from the exact one, an event that comes less often than asked for.
    /// A target that is not reproduced is a property of the law, and no failure.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.moments.iter().filter(|line| line.verdict() == Verdict::Differs).count()
            + self.events.iter().filter(|line| line.verdict() == Verdict::Differs).count()
    }
}

/// Simulates so many paths of a plan's world, and compares.
///
/// Memory: the figures of each path that has a target, 72 bytes a target.
#[must_use]
pub fn validate(plan: &Plan, paths: u64) -> Validation {
    let mut plan = plan.clone().with_paths(paths);
    let without_crisis = plan.market.crisis.is_some();
    let paths = plan.paths();
    // The world is held against its law: a crisis put into it is none of it.
    let market = std::sync::Arc::make_mut(&mut plan.market);
    market.crisis = None;
    // The exact moments are those of the long run.
    market.law.begin_in_long_run();
    let blocks: Vec<u64> = (0..paths.div_ceil(LANES as u64)).collect();
    let expected = exact::Expected::of(&plan);
    let seen = engine::each(&blocks, |&block| world::block(&plan, &expected, block));
    Validation {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        paths,
        seed: plan.seed,
        without_crisis,
        moments: moments::lines(&plan, &expected, &seen),
        targets: targets::lines(&plan, &seen),
        events: events::lines(&plan, &seen),
    }
}
