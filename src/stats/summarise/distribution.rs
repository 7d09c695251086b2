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
        Some((boundary, others)) if others > 0 => moments.mean_of_amounts_near(boundary),
        _ => moments.mean_of_amounts(),
    }
}

/// The mean of amounts with an interval that reaches further down: to as many paths as may be unseen among `count`, if
/// theirs are 0 and the least amount seen is `least`.
///
/// What few paths differ by tells nothing of those that none has had: a buffer that was short on no path may be empty
/// on another.
pub(super) fn mean_with_the_unseen(count: f64, least: f64, mean: Estimate) -> Estimate {
    let [low, high] = mean.interval;
    let low = low - unseen(count) * least;
    // NaN stays.
    Estimate { interval: [if low < 0.0 { 0.0 } else { low }, high], ..mean }
}

/// The deviation of the same amounts about their mean, with an interval that reaches as much further up.
pub(super) fn deviation_with_the_unseen(count: f64, least: f64, mean: f64, deviation: Estimate) -> Estimate {
    let [low, high] = deviation.interval;
    // The squares of distances from the mean: of 0, and of the least amount.
    let further = least * (2.0 * mean - least);
    Estimate { interval: [low, (high * high + unseen(count) * further).sqrt()], ..deviation }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A buffer of 1000 lacks 1 on ten paths of 2000. If the unseen share of paths is empty, mean and deviation are
    /// those of the mixture.
    #[test]
    fn an_interval_reaches_to_the_mixture_with_what_is_unseen() {
        let mut numbers = vec![1000.0; 2000];
        numbers[..10].fill(999.0);
        let moments = Moments::of(&numbers);
        let exact = |value| Estimate::normal(value, 0.0);
        let mean = mean_with_the_unseen(2000.0, 999.0, exact(moments.mean().value));
        let deviation = deviation_with_the_unseen(2000.0, 999.0, mean.value, exact(moments.deviation()));
        // The lowest paths move to 0, as many as are unseen.
        let share = unseen(2000.0);
        let moved = mean.value - share * 999.0;
        let squares = (1.0 - 0.005) * 1e6 + (0.005 - share) * 999.0 * 999.0;
        assert!((mean.interval[0] - moved).abs() < 1e-9 && (mean.interval[1] - mean.value).abs() < 1e-9);
        let around_the_old_mean = squares - 2.0 * mean.value * moved + mean.value * mean.value;
        assert!((deviation.interval[1] / around_the_old_mean.sqrt() - 1.0).abs() < 1e-3, "{deviation:?}");
    }
}
