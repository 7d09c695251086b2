//! The pairing of figures: the score of each, from the first paths.

use std::ops::ControlFlow;

use super::{Sides, run};
use crate::engine::{self, Accumulated, Interrupted};
use crate::plan::Plan;
use crate::stats::figure::{Branch, Figure};
use crate::stats::paired::{PairedComparison, Pairing, PoolScores, RegionScores, Score, Scores};
use crate::stats::summary::Summary;
use crate::stats::tally::WholeRun;

/// The least number of paths that tell the places of quantiles before the run that counts.
const PILOT: u64 = 4096;
/// One of so many paths tells them where that is more.
const PART: u64 = 32;

/// The comparisons, and the figures of each pair of subjects.
pub(super) fn pairing(
    plans: &[Plan],
    sides: &[Sides],
    wanted: &dyn Fn(&Branch, Figure) -> bool,
) -> Result<(Pairing, Vec<Vec<Figure>>), Interrupted> {
    let few = |plan: &Plan| plan.paths().min(PILOT.max(plan.paths() / PART));
    let pilots: Vec<Plan> = plans.iter().map(|plan| plan.clone().with_paths(few(plan))).collect();
    let all: Vec<&Plan> = pilots.iter().collect();
    let mut go_on = |_: &engine::Status| ControlFlow::Continue(());
    let (accumulated, _) = engine::simulate_all(&all, None, 0..engine::blocks(all[0]), &mut go_on)?;
    let found: Vec<Pilot> =
        pilots.iter().zip(accumulated).map(|(plan, accumulated)| Pilot::new(plan, accumulated)).collect();
    let (comparisons, figures) = sides
        .iter()
        .map(|Sides { plan, branches, paired }| {
            let place = |plan: usize, branch: &Branch| Branch::all(&plans[plan]).iter().position(|of| of == branch);
            let places =
                [place(0, &branches[0]), place(*plan, &branches[1])].map(|place| place.expect("a branch of its plan"));
            let both = [(0, &branches[0]), (*plan, &branches[1])].map(|(plan, branch)| Side {
                plan: &plans[plan],
                pilot: &found[plan],
                branch,
            });
            let (scores, figures) = if *paired { scores(&both, wanted) } else { (Vec::new(), Vec::new()) };
            (PairedComparison { plan: *plan, subjects: places, scores }, figures)
        })
        .unzip();
    Ok((Pairing(comparisons), figures))
}

/// Counts of the first paths of a plan.
struct Pilot {
    summary: Summary,
    whole: WholeRun,
}

impl Pilot {
    fn new(plan: &Plan, accumulated: Accumulated) -> Self {
        let whole = accumulated.into_whole(plan);
        Self { summary: run::summarise(plan, &whole), whole }
    }
}

/// One of two subjects that are compared.
struct Side<'a> {
    plan: &'a Plan,
    pilot: &'a Pilot,
    branch: &'a Branch,
}

impl<'a> Side<'a> {
    /// The scores of the subject's figures; none if the plan has no such subject.
    fn scores(&self) -> Option<Scores<'a>> {
        let Pilot { whole, .. } = self.pilot;
        if let Some((tally, _)) = whole.pool(self.plan, self.branch) {
            return Some(Scores::Pool(PoolScores::new(self.plan, self.branch.pool_of(self.plan), tally)));
        }
        let (tally, _) = whole.region.as_ref()?;
        Some(Scores::Region(RegionScores::new(self.plan, tally)))
    }
}

/// The scores of the figures that both subjects have, with the figures.
fn scores(sides: &[Side; 2], wanted: &dyn Fn(&Branch, Figure) -> bool) -> (Vec<[Score; 2]>, Vec<Figure>) {
    let of = [0, 1].map(|side: usize| sides[side].scores());
    let figures = sides[0].pilot.summary.figures_of(sides[0].branch).into_iter();
    let scored = figures.filter(|(figure, _)| wanted(sides[0].branch, *figure)).filter_map(|(figure, _)| {
        let score = |side: usize| {
            let Side { pilot, branch, .. } = &sides[side];
            let near = |figure| pilot.summary.get(branch, figure).map_or(f64::NAN, |estimate| estimate.value);
            pilot.summary.get(branch, figure)?;
            of[side].as_ref()?.score_of(figure, &near)
        };
        Some(([score(0)?, score(1)?], figure))
    });
    scored.unzip()
}
