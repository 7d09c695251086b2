//! Which rule is better, and is the difference real?

mod pairing;
mod sides;
pub mod yardstick;

pub use sides::{Difference, Sides};

use indexmap::IndexMap;
use serde::Serialize;

use super::run;
use crate::engine::{self, Interrupted, Progress};
use crate::plan::{KeptMonths, Market, Plan};
use crate::stats::correlation::CoMoments;
use crate::stats::figure::{Branch, Figure};
use crate::stats::paired::{self, Functional};
use crate::stats::summary::RunResult;
use crate::texts::{Argument, Message, Worded, message};
use crate::units::Deviation;

/// Plans side by side, or the pools of one.
#[derive(Debug, Clone)]
pub struct Compared {
    /// The outcome of each plan, in the order given.
    pub results: Vec<RunResult>,
    /// By pair of subjects: of every other plan with the first one's of the same name, or of one plan's pools with its
    /// first.
    pub differences: Vec<Differences>,
}

/// The differences of two subjects' figures.
#[derive(Debug, Clone, Serialize)]
pub struct Differences {
    /// The two subjects.
    #[serde(flatten)]
    pub sides: Sides,
    /// By figure of the branch: the other's less the first one's.
    pub figures: IndexMap<Figure, Difference>,
    /// The figures that are measured by the two subjects' own floors or highs, so that they do not mean the same.
    pub meaning_differs: Vec<Figure>,
}

impl Differences {
    /// Whether any figure differs, even by chance.
    #[must_use]
    pub fn any(&self) -> bool {
        self.figures.values().any(|difference| difference.estimate.value.abs() > 0.0)
    }
}

/// Why plans cannot be compared.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub struct NotComparable {
    name: String,
    first: String,
    key: &'static str,
    found: Argument,
    allowed: String,
}

impl Worded for NotComparable {
    fn message(&self) -> Message {
        let Self { name, first, key, found, allowed } = self;
        message!(not_comparable, name, first, key = *key, found = found.clone(), allowed)
    }
}

/// Makes plans comparable. All get the first one's paths, seed and outputs; each model of the market other than the
/// first one's gets a seed of its own. Distributions are kept at the ends of some years and at the horizon.
///
/// # Errors
/// If the grids of time differ.
pub fn align(plans: &mut [Plan], years: &[u32]) -> Result<(), NotComparable> {
    let Some((first, others)) = plans.split_first_mut() else { return Ok(()) };
    first.outputs.kept = KeptMonths::Years(years.to_vec());
    yardstick::add_common_falls(&mut first.outputs);
    let mut taken = vec![first.name.clone()];
    for plan in &mut *others {
        let name = plan.name.clone();
        for number in 2.. {
            if !taken.contains(&plan.name) {
                break;
            }
            plan.name = format!("{name}-{number}");
        }
        taken.push(plan.name.clone());
    }
    for (number, plan) in (1..).zip(others) {
        let wrong = |key, found: Argument, allowed: String| {
            Err(NotComparable { name: plan.name.clone(), first: first.name.clone(), key, found, allowed })
        };
        if plan.start != first.start {
            return wrong("start", plan.start.to_string().into(), first.start.to_string());
        }
        if plan.time.months() != first.time.months() {
            return wrong("horizon_months", plan.time.months().into(), first.time.months().to_string());
        }
        if plan.time.steps_per_month() != first.time.steps_per_month() {
            let [found, allowed] = [&*plan, &*first].map(|plan| plan.time.steps_per_month());
            return wrong("steps_per_month", found.into(), allowed.to_string());
        }
        if (plan.most_paths() < first.paths()) || (plan.most_paths() == 1) != (first.most_paths() == 1) {
            let found = message!(number_at_most, number = plan.most_paths());
            return wrong("paths", found.into(), first.paths().to_string());
        }
        *plan = plan.clone().with_paths(first.paths());
        plan.outputs = first.outputs.clone();
        let paired = same_model(&first.market, &plan.market);
        plan.seed = if paired { first.seed } else { first.seed.wrapping_add(number) };
    }
    Ok(())
}

/// Whether two markets are the same model, perhaps with other parameters: the same draws mean the same in both.
#[must_use]
pub fn same_model(one: &Market, other: &Market) -> bool {
    let assets = |market: &Market| -> Vec<(String, bool)> {
        market.assets.iter().map(|asset| (asset.name.clone(), asset.expected_return_error > Deviation::ZERO)).collect()
    };
    one.law.same_draws(&other.law)
        && assets(one) == assets(other)
        && std::mem::discriminant(&one.prices) == std::mem::discriminant(&other.prices)
        && one.crisis.is_some() == other.crisis.is_some()
}

/// The subjects that are compared.
#[must_use]
pub fn sides(plans: &[Plan]) -> Vec<Sides> {
    let Some((first, others)) = plans.split_first() else { return Vec::new() };
    let all = Branch::all(first);
    if others.is_empty() {
        let pools = &all[..first.pools.len()];
        let against_first = |pool: &Branch| Sides { plan: 0, branches: [pools[0].clone(), pool.clone()], paired: true };
        return pools.iter().skip(1).map(against_first).collect();
    }
    let of_plan = |(plan, other): (usize, &Plan)| {
        let (its, paired) = (Branch::all(other), other.seed == first.seed);
        let both = all.iter().filter(|branch| its.contains(branch)).cloned().collect::<Vec<_>>();
        both.into_iter().map(move |branch| Sides { plan, branches: [branch.clone(), branch], paired })
    };
    (1..).zip(others).flat_map(of_plan).collect()
}

/// Simulates plans that were [aligned](align) on common paths, and finds the differences of their figures.
///
/// # Errors
/// If `progress` stops the run.
pub fn compare(plans: &[Plan], progress: &mut Progress) -> Result<Compared, Interrupted> {
    compare_figures(plans, &|_, _| true, progress)
}

/// The same for the wanted figures alone, by the first subject's branch.
///
/// # Errors
/// If `progress` stops the run.
pub fn compare_figures(
    plans: &[Plan],
    wanted: &dyn Fn(&Branch, Figure) -> bool,
    progress: &mut Progress,
) -> Result<Compared, Interrupted> {
    let Some(first) = plans.first() else { return Ok(Compared { results: Vec::new(), differences: Vec::new() }) };
    let sides = sides(plans);
    let (pairing, scored) = pairing::pairing(plans, &sides, wanted)?;
    let all: Vec<&Plan> = plans.iter().collect();
    let (accumulated, pairs) = engine::simulate_all(&all, Some(&pairing), 0..engine::blocks(first), progress)?;
    let pairs = pairs.into_whole().unwrap_or_default();
    let results: Vec<RunResult> =
        plans.iter().zip(accumulated).map(|(plan, accumulated)| run::without_traces(plan, accumulated)).collect();
    let mut pairs = pairs.iter();
    let differences = sides
        .into_iter()
        .zip(pairing.0.iter().zip(&scored))
        .map(|(sides, (comparison, figures))| {
            let scored = comparison.scores.iter().zip(figures).zip(pairs.by_ref());
            let pairs = scored.map(|(([score, _], figure), pair)| (*figure, (score.of, pair))).collect();
            differences(plans, sides, &results, &pairs, wanted)
        })
        .collect();
    Ok(Compared { results, differences })
}

fn differences(
    plans: &[Plan],
    sides: Sides,
    results: &[RunResult],
    pairs: &IndexMap<Figure, (Functional, &CoMoments)>,
    wanted: &dyn Fn(&Branch, Figure) -> bool,
) -> Differences {
    let [first, other] = &sides.branches;
    let of_other = results[sides.plan].summary.figures_of(other).into_iter();
    let figures = of_other.filter(|(figure, _)| wanted(first, *figure)).filter_map(|(figure, estimate)| {
        let base = results[0].summary.get(first, figure)?;
        let independent = paired::independent_difference(base, estimate);
        let difference = if sides.paired {
            paired::difference(base, estimate, pairs.get(&figure).copied())
        } else {
            (independent, false)
        };
        Some((figure, Difference::new(difference, independent)))
    });
    let figures: IndexMap<Figure, Difference> = figures.collect();
    let both = first.pool_of(&plans[0]).zip(other.pool_of(&plans[sides.plan]));
    let differs = |figure: &Figure| both.is_some_and(|(one, other)| yardstick::differs(*figure, one, other));
    let meaning_differs = figures.keys().copied().filter(differs).collect();
    Differences { sides, figures, meaning_differs }
}
