//! How do the pools fare, and how safe is the floor?

use indexmap::IndexMap;

use super::conventions::{
    ACCOUNTS, AMOUNTS, Convention, DEBT, EVENTS, EX_ANTE, EX_POST, INTERVAL, LASTS, LOSSES, PENSIONS, QUANTILES, RATES,
    STANDARD_ERROR, listed,
};
use super::trace::trace;
use super::waterfall::waterfall;
use crate::engine::{self, Accumulated, Interrupted, Progress};
use crate::plan::{Plan, Region};
use crate::stats::figure::Branch;
use crate::stats::summarise::{Summariser, region};
use crate::stats::summary::{RunResult, Summary, Traces, VERSION};
use crate::stats::tally::WholeRun;

/// Simulates a plan, and finds its figures.
///
/// # Errors
/// If `progress` stops the run.
///
/// # Examples
/// ```
/// use std::ops::ControlFlow;
///
/// use skans::{PoolFigure, Statistic, Term};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let text = include_str!("../../configs/reference-job.toml");
/// let plan = skans::from_text("reference-job", text)?.with_paths(600);
/// let result = skans::run(&plan, &mut |_| ControlFlow::Continue(()))?;
/// let long = &result.summary.pools["long"];
/// let value = |statistic| long[PoolFigure::Value(Term::Horizon, statistic)].value;
/// assert!(value(Statistic::Q05) < value(Statistic::Mean));
/// # Ok(())
/// # }
/// ```
pub fn run(plan: &Plan, progress: &mut Progress) -> Result<RunResult, Interrupted> {
    Ok(result(plan, engine::simulate(plan, 0..engine::blocks(plan), progress)?))
}

/// The figures of a plan whose paths were all simulated.
#[must_use]
pub fn result(plan: &Plan, accumulated: Accumulated) -> RunResult {
    let whole = accumulated.into_whole(plan);
    let traces = if plan.outputs.charts { traces(plan, &whole) } else { IndexMap::new() };
    let charted = whole.region.as_ref().filter(|_| plan.outputs.charts);
    let waterfall = charted.and_then(|(tally, _)| waterfall(plan, tally));
    RunResult { traces, waterfall, ..untraced(plan, &whole) }
}

/// The same without single paths.
#[must_use]
pub fn without_traces(plan: &Plan, accumulated: Accumulated) -> RunResult {
    untraced(plan, &accumulated.into_whole(plan))
}

fn untraced(plan: &Plan, whole: &WholeRun) -> RunResult {
    let details = pools(plan, whole).map(|(branch, pool)| (branch, pool.detail())).collect();
    RunResult { summary: summarise(plan, whole), details, traces: IndexMap::new(), waterfall: None }
}

/// The summary of a plan whose paths were all simulated.
#[must_use]
pub fn summary(plan: &Plan, accumulated: Accumulated) -> Summary {
    summarise(plan, &accumulated.into_whole(plan))
}

/// A summary without paths: every figure of the run by name, none with a value.
#[must_use]
pub fn blank(plan: &Plan) -> Summary {
    summary(plan, engine::empty(plan))
}

/// The estimates of each pool, and of all pools together.
fn pools<'a>(plan: &'a Plan, whole: &'a WholeRun) -> impl Iterator<Item = (Branch, Summariser<'a>)> {
    let of_pools = plan.pools.iter().zip(&whole.pools);
    let of_pools = of_pools.map(|(pool, counted)| (Branch::pool(&pool.name), Some(pool), counted));
    let total = whole.total.iter().map(|counted| (Branch::Total, None, counted));
    of_pools.chain(total).map(|(branch, pool, (tally, sums))| (branch, Summariser::new(plan, pool, tally, sums)))
}

pub(super) fn summarise(plan: &Plan, whole: &WholeRun) -> Summary {
    let mut summaries = pools(plan, whole).map(|(_, pool)| pool.summary());
    let names = plan.pools.iter().map(|pool| pool.name.clone());
    let of_pools = names.zip(&mut summaries).collect();
    Summary {
        skans: VERSION.to_owned(),
        name: plan.name.clone(),
        start: plan.start.to_string(),
        horizon_months: plan.time.months(),
        steps_per_month: plan.time.steps_per_month(),
        paths: plan.paths(),
        seed: plan.seed,
        world: plan.market.world(),
        conventions: conventions(plan),
        pools: of_pools,
        total: summaries.next(),
        region: whole.region.as_ref().map(|(tally, sums)| region(plan, tally, sums)),
    }
}

fn conventions(plan: &Plan) -> IndexMap<String, String> {
    let fixed = [AMOUNTS, RATES, LOSSES, QUANTILES, EX_ANTE, EX_POST, STANDARD_ERROR, INTERVAL];
    let mut conventions = listed(fixed);
    let notes: Vec<String> = plan.market_notes().iter().map(ToString::to_string).collect();
    if !notes.is_empty() {
        conventions.insert("market".to_owned(), notes.join("; "));
    }
    conventions.extend(listed(plan.region.iter().flat_map(region_conventions)));
    conventions
}

/// Meanings of the region's figures.
fn region_conventions(region: &Region) -> Vec<Convention> {
    let accounts = region.accounts.iter().flat_map(|_| [ACCOUNTS, DEBT]);
    accounts.chain(region.liability.iter().flat_map(|_| [PENSIONS, LASTS])).chain([EVENTS]).collect()
}

/// Paths for the charts: the run's first ones, and of each pool the one that ends lowest.
fn traces(plan: &Plan, whole: &WholeRun) -> IndexMap<String, Traces> {
    let wanted = u64::from(plan.outputs.sample_paths).min(plan.paths());
    let mut paths: Vec<u64> = (0..wanted).collect();
    let worst: Vec<u64> = whole.pools.iter().map(|(tally, _)| tally.worst.path).collect();
    paths.extend(&worst);
    let traced = trace(plan, &paths);
    let split = paths.len() - worst.len();
    plan.pools
        .iter()
        .zip(traced)
        .enumerate()
        .map(|(index, (pool, mut traces))| {
            let worst = traces.swap_remove(split + index);
            traces.truncate(split);
            (pool.name.clone(), Traces { worst, samples: traces })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use crate::numerics::elementary::ln;
    use crate::stats::Z_95;
    use crate::stats::figure::{PoolFigure, Statistic, Term};

    /// The figures of a run have the intervals that its conventions state.
    #[test]
    fn intervals_are_those_that_are_stated() {
        let text = include_str!("../../tests/good/one-pool.toml");
        let plan = crate::config::from_text("one-pool", text).unwrap().with_paths(600);
        let summary = super::run(&plan, &mut |_| ControlFlow::Continue(())).unwrap().summary;
        let pool = summary.pools.values().next().unwrap();

        let mean_return = pool[PoolFigure::NominalReturn(Term::Horizon, Statistic::Mean)];
        let half = Z_95 * mean_return.standard_error;
        let [low, high] = mean_return.interval;
        assert!((mean_return.value - low - half).abs() < 1e-12 && (high - mean_return.value - half).abs() < 1e-12);

        let value = pool[PoolFigure::Value(Term::Horizon, Statistic::Mean)];
        let [below, above] = value.interval.map(|end| ln(end / value.value).abs() * value.value);
        assert!((below / above - 1.0).abs() < 1e-9, "{below} to {above}");
        assert!(below > Z_95 * value.standard_error, "Student's quantile is beyond the normal one");

        let stated = &summary.conventions["ci95"];
        for words in ["a mean of returns: 1.96 se", "what cannot be negative: Student's on a logarithmic scale"] {
            assert!(stated.contains(words), "{stated}");
        }
    }
}
