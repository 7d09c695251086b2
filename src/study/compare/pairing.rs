//! What is paired: the score of each figure, from the first paths.

use std::ops::ControlFlow;

use indexmap::IndexMap;

use super::{Sides, run, subjects, within};
use crate::engine::{self, Accumulated, Interrupted};
use crate::plan::Plan;
use crate::stats::figures::figures;
use crate::stats::paired::{Comparison, Pairing, PoolScores, RegionScores, Score, Scores};
use crate::stats::tally::Tally;
use crate::study::compare::REGION;

/// Paths from which the places of quantiles are taken, before the run that counts: as many, or a share of them all.
const PILOT: u64 = 4096;
const PART: u64 = 32;

/// What is compared, and by pair of subjects the names of the figures, within the branch.
pub(super) fn pairing(
    plans: &[Plan],
    sides: &[Sides],
    wanted: &dyn Fn(&str, &str) -> bool,
) -> Result<(Pairing, Vec<Vec<String>>), Interrupted> {
    let few = |plan: &Plan| plan.paths.min(PILOT.max(plan.paths / PART));
    let pilots: Vec<Plan> = plans.iter().map(|plan| Plan { paths: few(plan), ..plan.clone() }).collect();
    let all: Vec<&Plan> = pilots.iter().collect();
    let mut go_on = |_: &engine::Status| ControlFlow::Continue(());
    let (accumulated, _) = engine::simulate_all(&all, None, 0..engine::blocks(all[0]), &mut go_on)?;
    let found: Vec<Pilot> =
        pilots.iter().zip(accumulated).map(|(plan, accumulated)| Pilot::new(plan, accumulated)).collect();
    let (comparisons, names) = sides
        .iter()
        .map(|Sides { plan, branches, paired }| {
            let place = |plan: usize, branch: &String| subjects(&plans[plan]).iter().position(|name| name == branch);
            let places = [place(0, &branches[0]), place(*plan, &branches[1])].map(Option::unwrap_or_default);
            let both = [(0, places[0]), (*plan, places[1])];
            let both = [0, 1].map(|side| {
                let (plan, place) = both[side];
                Side { plan: &plans[plan], pilot: &found[plan], place, branch: &branches[side] }
            });
            let (scores, names) = if *paired { scores(&both, wanted) } else { (Vec::new(), Vec::new()) };
            (Comparison { plan: *plan, subjects: places, scores }, names)
        })
        .unzip();
    Ok((Pairing(comparisons), names))
}

/// What the first paths of a plan came to.
struct Pilot {
    figures: IndexMap<String, f64>,
    /// By subject.
    tallies: Vec<Tally>,
}

impl Pilot {
    fn new(plan: &Plan, accumulated: Accumulated) -> Self {
        let whole = accumulated.into_whole(plan);
        let all = figures(&run::summarise(plan, &whole));
        Self {
            figures: all.into_iter().map(|(name, estimate)| (name, estimate.value)).collect(),
            tallies: whole.into_iter().map(|(tally, _)| tally).collect(),
        }
    }
}

/// One of two subjects that are compared.
struct Side<'a> {
    plan: &'a Plan,
    pilot: &'a Pilot,
    /// The subject's place in the plan.
    place: usize,
    branch: &'a str,
}

/// The scores of the figures that both subjects have, with the figures' names within the branch.
fn scores(sides: &[Side; 2], wanted: &dyn Fn(&str, &str) -> bool) -> (Vec<[Score; 2]>, Vec<String>) {
    let of = [0, 1].map(|side| {
        let Side { plan, pilot, place, branch } = &sides[side];
        let tally = &pilot.tallies[*place];
        if *branch == REGION {
            return Scores::Region(RegionScores::new(plan, tally));
        }
        Scores::Pool(PoolScores::new(plan, branch.strip_prefix("pools.").unwrap_or_default(), tally))
    });
    let names = within(&sides[0].pilot.figures, sides[0].branch).filter(|(name, _)| wanted(sides[0].branch, name));
    let scored = names.filter_map(|(name, _)| {
        let score = |side: usize| {
            let Side { pilot, branch, .. } = &sides[side];
            let near = |figure: &str| pilot.figures.get(&format!("{branch}.{figure}")).copied().unwrap_or(f64::NAN);
            pilot.figures.contains_key(&format!("{branch}.{name}")).then(|| of[side].of(name, &near))?
        };
        Some(([score(0)?, score(1)?], name.to_owned()))
    });
    scored.unzip()
}
