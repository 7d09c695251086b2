//! Probabilities and distributions from counts and sums.

use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::Estimate;
use crate::stats::figure::Quantile;
use crate::stats::histogram::{Histogram, Rank};
use crate::stats::moments::Moments;
use crate::stats::probability::{proportion, unseen};
use crate::stats::summary::Distribution;

/// The share of paths with so many hits; of a replay's one path what it is, since nothing was drawn.
pub(super) fn probability_of(plan: &Plan, hits: u64, paths: u64) -> Estimate {
    if plan.market.law.is_one_path() {
        Estimate::normal(real(hits) / real(paths), 0.0)
    } else {
        proportion(hits, paths)
    }
}

pub(super) fn ranks(plan: &Plan, paths: u64) -> Vec<(Quantile, Rank)> {
    let levels = plan.outputs.quantiles.levels();
    levels.map(|level| (Quantile::of(level), Rank::new(paths, level))).collect()
}

pub(super) fn distribution(moments: &Moments, histogram: &Histogram, ranks: &[(Quantile, Rank)]) -> Distribution {
    let found = histogram.quantiles();
    let quantiles = ranks.iter().map(|(key, rank)| (*key, found.at(*rank))).collect();
    Distribution { mean: mean_of_amounts(moments, histogram), quantiles }
}

/// The mean of amounts that cannot be negative. Where most of them lie at a boundary, the others are the rare ones.
pub(super) fn mean_of_amounts(moments: &Moments, histogram: &Histogram) -> Estimate {
    match histogram.crowded_boundary() {
        Some((boundary, others)) if others > 0 => moments.mean_of_amounts_near(boundary, histogram.least()),
        _ => moments.mean_of_amounts(),
    }
}

/// The standard deviation of amounts that cannot be negative; `fourth` gives their fourth moment about their mean.
///
/// Where most of them lie at a boundary, some that no path has had may lie as far as 0. The interval then reaches to
/// the deviation with as many of them as may be unseen.
pub(super) fn deviation_of_amounts(moments: &Moments, histogram: &Histogram, fourth: f64) -> Estimate {
    let mut deviation = moments.deviation_with(fourth);
    if let Some((_, 1..)) = histogram.crowded_boundary() {
        let (mean, least) = (moments.mean().value, histogram.least());
        // The squares of distances from the mean: of 0, and of the least amount.
        let further = least * (2.0 * mean - least);
        let [_, high] = &mut deviation.interval;
        *high = (*high * *high + unseen(real(histogram.count())) * further).sqrt();
    }
    deviation
}
