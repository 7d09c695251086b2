//! The world's fan: each asset held alone.

use std::ops::ControlFlow;

use crate::plan::{
    AfterBreach, AllocationRule, AssetClass, FigureGroup, Floor, Flows, High, HighOf, OpeningCost, Plan, Pool,
    Rebalancing,
};
use crate::stats::summary::RunResult;
use crate::study::run;

/// A plan whose pools hold one asset each, from 100 mnkr on, and its run with so many paths.
#[must_use]
pub fn fans(plan: &Plan, paths: u64) -> Option<(Plan, RunResult)> {
    let mut plan = plan.clone();
    plan.paths = paths.min(plan.most_paths());
    plan.pools = (0..plan.market.assets.len()).map(|asset| alone(&plan, asset)).collect();
    plan.outputs.figures = vec![FigureGroup::Value];
    plan.outputs.total = false;
    plan.outputs.sample_paths = 0;
    plan.outputs.quantiles = vec![0.05, 0.25, 0.5, 0.75, 0.95];
    let result = run::run(&plan, &mut |_| ControlFlow::Continue(())).ok()?;
    Some((plan, result))
}

fn alone(plan: &Plan, asset: usize) -> Pool {
    let known = &plan.market.assets[asset];
    let equity = known.class == AssetClass::Equity;
    let mix = |held: bool| if held { vec![(asset, 1.0)] } else { Vec::new() };
    Pool {
        name: known.name.clone(),
        label: known.label.clone(),
        opening_value: 100e6,
        opening_cost: [OpeningCost::VALUE; 2],
        expected_return: None,
        equities: mix(equity),
        fixed_income: mix(!equity),
        rule: AllocationRule::Static { share: if equity { 1.0 } else { 0.0 } },
        lag: 0,
        rebalancing: Rebalancing { every_steps: None, band: None, cost: 0.0 },
        opening_share: None,
        high: High { window_months: None, closed: true, every_step: false, of: HighOf::UnitPrice },
        floor: Floor::None,
        after_breach: AfterBreach::Rule,
        fee: 0.0,
        history: Vec::new(),
        flows: Flows::default(),
    }
}
