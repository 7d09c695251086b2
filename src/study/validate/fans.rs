//! The world's fan: each asset held alone.

use std::ops::ControlFlow;

use crate::plan::{
    AfterBreach, AllocationRule, AssetClass, FigureGroup, Floor, Flows, High, HighOf, Mix, OpeningCost, Plan, Pool,
    Pools, Quantiles, Rebalancing, UnitPrices,
};
use crate::stats::summary::RunResult;
use crate::study::run;
use crate::units::{Amount, BasisPoints, Exposure, Level, Share};

const LEVELS: [Level; 5] = [level(0.05), level(0.25), level(0.5), level(0.75), level(0.95)];
const OPENING_VALUE: Amount = Amount::new(100e6).expect("an amount");

/// A plan whose pools hold one asset each, from 100 mnkr on, and its run with so many paths. Its pools are no region's.
#[must_use]
pub fn fans(plan: &Plan, paths: u64) -> Option<(Plan, RunResult)> {
    let mut plan = plan.clone().with_paths(paths);
    plan.pools = Pools::new((0..plan.market.assets.len()).map(|asset| alone(&plan, asset)).collect())?;
    plan.region = None;
    plan.outputs.figures = vec![FigureGroup::Value];
    plan.outputs.total = false;
    plan.outputs.sample_paths = 0;
    plan.outputs.quantiles = Quantiles::new(LEVELS.to_vec())?;
    let result = run::run(&plan, &mut |_| ControlFlow::Continue(())).ok()?;
    Some((plan, result))
}

const fn level(of: f64) -> Level {
    Level::new(of).expect("a level")
}

fn alone(plan: &Plan, asset: usize) -> Pool {
    let known = &plan.market.assets[asset];
    let equity = known.class == AssetClass::Equity;
    let mix = |held: bool| if held { Mix::of_one(asset) } else { Mix::default() };
    Pool {
        name: known.name.clone(),
        label: known.label.clone(),
        opening_value: OPENING_VALUE,
        opening_cost: [OpeningCost::VALUE; 2],
        expected_return: None,
        equities: mix(equity),
        fixed_income: mix(!equity),
        rule: AllocationRule::Static { share: if equity { Exposure::WHOLE } else { Exposure::ZERO } },
        lag: 0,
        rebalancing: Rebalancing { every_steps: None, band: None, cost: BasisPoints::ZERO },
        opening_share: None,
        high: High { window_months: None, closed: true, every_step: false, of: HighOf::UnitPrice },
        floor: Floor::None,
        after_breach: AfterBreach::Rule,
        fee: Share::ZERO,
        history: UnitPrices::default(),
        flows: Flows::default(),
    }
}
