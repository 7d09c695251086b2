//! What takes the first year's result from the budget's to its 5 % outcome?
//!
//! The paths between the 2.5 % and the 7.5 % outcome are simulated once more, up to the year's end. The mean of each
//! line is taken over them. Lines and their budgeted amounts add up, so that the parts do. Budget and parts together
//! are the mean of those paths' results, which lies near the 5 % quantile.

use std::ops::ControlFlow;

use super::blocks;
use crate::engine::{BlockState, Event, paths_of_block};
use crate::ledger::lines::Line;
use crate::ledger::region::RegionState;
use crate::market;
use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::histogram::Rank;
use crate::stats::region::RegionPlaces;
use crate::stats::summary::{Waterfall, WaterfallPart};
use crate::stats::tally::RegionTally;

/// The waterfall of a plan whose region was counted so; none without accounts, or where the year's outcomes are not
/// known.
#[must_use]
pub fn waterfall(plan: &Plan, counted: &RegionTally) -> Option<Waterfall> {
    let year = plan.region.as_ref()?.accounts.as_ref()?.years.first()?;
    let place = RegionPlaces::new(plan).line(i32::from(year.year), Line::Result)?;
    let quantile = |level: f64| counted.lines[place].quantile(Rank::new(counted.paths, level)).value;
    let band = [0.025, 0.075].map(quantile);
    let plan = Plan { time: plan.time.with_months(12), ..plan.clone() };
    let sums = sums(&plan, band)?;
    let mean = |sum: &f64| sum / real(sums.paths);
    let pools = plan.pools.iter().map(|pool| WaterfallPart::PoolIncome(pool.name.clone()));
    let simulated =
        pools.chain([WaterfallPart::Indexation, WaterfallPart::DebtInterest]).zip(sums.parts.iter().map(mean));
    let budgeted = (WaterfallPart::BudgetedPoolIncome, 0.0 - year.expected_pools.get());
    Some(Waterfall {
        year: year.year.to_string(),
        budget: year.budget().get(),
        parts: std::iter::once(budgeted).chain(simulated).filter(|(_, sek)| sek.abs() > 0.0).collect(),
        outcome: mean(&sums.result),
        paths: sums.paths,
        band,
    })
}

/// The number of paths of the band, and sums over them: of their results and of the lines that make these. The pools'
/// incomes come first.
struct BandSums {
    paths: u64,
    result: f64,
    parts: Vec<f64>,
}

impl BandSums {
    fn new(plan: &Plan) -> Self {
        Self { paths: 0, result: 0.0, parts: vec![0.0; plan.pools.len() + 2] }
    }

    /// Takes in the paths of a block that lie in the band.
    fn add(&mut self, region: &RegionState, lanes: usize, [low, high]: [f64; 2]) {
        let line = |line: Line| region.year_end().line(line);
        let lines = region.incomes().iter().chain([line(Line::Indexation), line(Line::DebtInterest)]);
        let lines: Vec<_> = lines.collect();
        for lane in (0..lanes).filter(|&lane| (low..=high).contains(&line(Line::Result)[lane])) {
            self.paths += 1;
            self.result += line(Line::Result)[lane];
            self.parts.iter_mut().zip(&lines).for_each(|(sum, line)| *sum += line[lane]);
        }
    }

    fn merge(&mut self, next: &Self) {
        self.paths += next.paths;
        self.result += next.result;
        self.parts.iter_mut().zip(&next.parts).for_each(|(sum, next)| *sum += next);
    }
}

/// The sums over all paths in the band; none if there is no path.
fn sums(plan: &Plan, band: [f64; 2]) -> Option<BandSums> {
    let model = market::model(plan);
    let of_block = |block: u64| {
        let mut sums = BandSums::new(plan);
        BlockState::new(plan, model.as_ref()).run(block, |event| {
            if let Event::Closed(_, region) = event {
                sums.add(region, paths_of_block(plan, block), band);
            }
        });
        sums
    };
    let mut all = BandSums::new(plan);
    let done = blocks::in_order(plan, &mut |_| ControlFlow::Continue(()), of_block, |next| all.merge(&next));
    done.ok().filter(|()| all.paths > 0).map(|()| all)
}
