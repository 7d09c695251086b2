//! The line under a chart: where its figures come from.

use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::summary::RunResult;
use crate::texts::{Language, Message, message};

/// The line under every chart.
#[must_use]
pub fn source(plan: &Plan, result: &RunResult, language: Language) -> String {
    let summary = &result.summary;
    let mut world = plan.market.world_label();
    if let Some(law) = plan.market.law.diffusion() {
        let returns = law.lognormal_assets().enumerate().map(|(motion, place)| {
            let (asset, growth) = (&plan.market.assets[place], law.long_run(motion));
            let percent = 100.0 * growth.geometric();
            let decimals = if (percent * 10.0 - (percent * 10.0).round()).abs() < 1e-6 { 1 } else { 2 };
            format!("{} {}", language.of(&asset.label), language.percent(growth.geometric(), decimals))
        });
        world = message!(world_returns, world, returns = returns.collect::<Vec<_>>().join(", "));
    }
    source_of((&summary.skans, summary.paths, summary.seed), world, language)
}

/// The line under a chart of simulated paths: version, paths, seed and world.
pub(super) fn source_of((version, paths, seed): (&str, u64, u64), world: Message, language: Language) -> String {
    language.text(if paths == 1 {
        message!(chart_source_of_one, version, seed, world)
    } else {
        message!(chart_source, version, paths = language.number(real(paths), 0), seed, world)
    })
}
