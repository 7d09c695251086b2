//! The difference of two figures over the same paths under two plans, with its error.
//!
//! Every figure is, to first order, the mean over paths of a *score* (its influence function: Hampel 1974, *JASA* 69).
//! The score of a mean is the number itself, that of a probability whether it happened. That of a standard deviation is
//! the number's squared distance from the mean. That of a quantile is whether the path lies above it (half where it
//! lies in its bin, since quantiles are read off bins). That of an expected shortfall is by how much the middle of the
//! path's bin lies below the quantile. That of a mean over those paths that have the number is its distance from the
//! mean. With the correlation `ρ` of the two scores over paths, `se(A - B)² = se(A)² + se(B)² - 2 ρ se(A) se(B)`; no
//! scale of the scores matters. A score that needs the figure itself, as a quantile's place, takes it from a pilot of
//! the first paths. The correlation near the quantile changes little with the place. So the error of the error is
//! small, and the difference itself is untouched.

mod discordant;
mod functional;
mod region;
mod score;

pub use functional::{Functional, Score};
pub use region::RegionScores;
pub use score::{PoolScores, Scores};

use super::Estimate;
use super::correlation::CoMoments;
use super::recorder::Recorder;
use crate::lanes::LANES;

/// The comparison of two figures path by path.
#[derive(Debug, Clone, Default)]
pub struct Pairing(pub Vec<PairedComparison>);

/// One subject of the first plan beside the same of another.
#[derive(Debug, Clone)]
pub struct PairedComparison {
    /// Place of the other plan.
    pub plan: usize,
    /// Place of the subject in the first plan and in the other.
    pub subjects: [usize; 2],
    /// The scores of each figure in the first plan and in the other.
    pub scores: Vec<[Score; 2]>,
}

/// The co-moments of the scores, one figure after the other.
pub type FigureCoMoments = Vec<CoMoments>;

impl Pairing {
    /// The co-moments over the block that the recorders, asked for by plan and subject, wrote down last.
    #[must_use]
    pub fn co_moments<'r, 'a: 'r>(&self, recorder: impl Fn(usize, usize) -> &'r Recorder<'a>) -> FigureCoMoments {
        let mut numbers = [[0.0; LANES]; 2];
        let mut pairs = Vec::with_capacity(self.0.iter().map(|comparison| comparison.scores.len()).sum());
        for PairedComparison { plan, subjects: [mine, other], scores } in &self.0 {
            let subjects = [recorder(0, *mine), recorder(*plan, *other)];
            for scores in scores {
                for ((score, subject), numbers) in scores.iter().zip(subjects).zip(&mut numbers) {
                    subject.numbers(score.variable, numbers);
                    score.of.apply(numbers);
                }
                let lanes = subjects[0].lanes();
                pairs.push(CoMoments::of(&numbers[0][..lanes], &numbers[1][..lanes]));
            }
        }
        pairs
    }
}

/// The difference `other - first` of two estimates from the same paths, and whether its error could be paired. `pair`
/// is how the scores go together, where the figure has one.
///
/// The interval of probabilities is Tango's (1998, *Statistics in Medicine* 17), which does not take the absence of
/// discordant paths for certainty. Where the correlation is not known, the standard error is that of independent runs.
/// The interval then reaches as far as the two figures' own, which holds however they depend on each other. That is no
/// loss where one of the two is certain. Other intervals are normal, those of quantiles as if one path more were above
/// the one and not above the other.
#[must_use]
pub fn difference(first: Estimate, other: Estimate, pair: Option<(Functional, &CoMoments)>) -> (Estimate, bool) {
    let value = other.value - first.value;
    let (a, b) = (first.standard_error, other.standard_error);
    let uncertain = |of: Estimate| of.standard_error > 0.0 || of.interval[0] < of.interval[1];
    if let Some((of, pair)) = pair
        && of.is_probability()
        && uncertain(first)
        && uncertain(other)
    {
        return (discordant::difference(value, pair.count(), pair.squared_differences()), true);
    }
    let rho = pair.map_or(f64::NAN, |(_, pair)| pair.correlation());
    if !rho.is_finite() {
        let interval = [other.interval[0] - first.interval[1], other.interval[1] - first.interval[0]];
        return (Estimate { interval, ..independent_difference(first, other) }, !(a > 0.0 && b > 0.0));
    }
    let error = |rho: f64| {
        let square = a * a + b * b - 2.0 * rho.clamp(-1.0, 1.0) * a * b;
        // Rounding may make of nothing less than nothing; what is unknown stays so.
        if square < 0.0 { 0.0 } else { square.sqrt() }
    };
    let wider =
        pair.filter(|(of, _)| of.is_quantile()).map_or(rho, |(_, pair)| pair.correlation_apart(discordant::ONE_MORE));
    (Estimate { standard_error: error(rho), ..Estimate::normal(value, error(wider)) }, true)
}

/// The difference `other - first` of two estimates from paths of their own.
#[must_use]
pub fn independent_difference(first: Estimate, other: Estimate) -> Estimate {
    let (a, b) = (first.standard_error, other.standard_error);
    Estimate::normal(other.value - first.value, (a * a + b * b).sqrt())
}

#[cfg(test)]
mod tests {
    use super::super::Z_95;
    use super::*;

    /// Scores of two rules that the same paths have, and estimates with the errors given.
    fn of(scores: [&[f64]; 2], errors: [f64; 2], functional: Functional) -> (Estimate, bool) {
        let estimates = [Estimate::normal(1.0, errors[0]), Estimate::normal(1.5, errors[1])];
        difference(estimates[0], estimates[1], Some((functional, &CoMoments::of(scores[0], scores[1]))))
    }

    #[test]
    fn errors_that_go_together_cancel_and_those_that_go_apart_add() {
        let (up, down) = ([1.0, 2.0, 4.0], [-1.0, -2.0, -4.0]);
        let (same, paired) = of([&up, &up], [0.3, 0.2], Functional::Mean);
        assert!(paired && (same.standard_error - 0.1).abs() < 1e-12 && (same.value - 0.5).abs() < 1e-15);
        let (opposite, _) = of([&up, &down], [0.3, 0.2], Functional::Mean);
        assert!((opposite.standard_error - 0.5).abs() < 1e-12);
    }

    #[test]
    fn without_a_correlation_the_interval_holds_whatever_it_is_and_that_is_told() {
        let (unknown, paired) = of([&[0.0; 3], &[0.0; 3]], [0.3, 0.4], Functional::MeanOfGiven(f64::NAN));
        assert!(!paired && (unknown.standard_error - 0.5).abs() < 1e-12);
        let widest = Z_95 * 0.7;
        assert!((unknown.interval[0] - (0.5 - widest)).abs() < 1e-12);
        assert!((unknown.interval[1] - (0.5 + widest)).abs() < 1e-12);
        // What is certain goes together with nothing.
        let (half, paired) = of([&[0.0; 3], &[1.0, 2.0, 4.0]], [0.0, 0.4], Functional::Mean);
        assert!(paired && (half.interval[1] - (0.5 + Z_95 * 0.4)).abs() < 1e-12);
    }

    #[test]
    fn quantiles_without_a_discordant_path_are_not_certain() {
        let above: Vec<f64> = (0..1000_u32).map(|path| f64::from(u8::from(path < 50))).collect();
        let (found, _) = of([&above, &above], [0.1, 0.1], Functional::Quantile([2.0, 2.1]));
        assert!(found.standard_error < 1e-9);
        // One discordant path of 1000, when 47.5 are the sum of squares.
        let half = Z_95 * 0.1 * (1.0_f64 / 47.5).sqrt();
        assert!((found.interval[1] - found.value - half).abs() < 1e-9);
    }

    #[test]
    fn a_path_in_the_bin_of_a_quantile_lies_half_above_it() {
        let mut numbers = [1.0, 2.0, 2.05, 2.1, 3.0];
        Functional::Quantile([2.0, 2.1]).apply(&mut numbers);
        assert!(numbers.iter().zip([0.0, 0.5, 0.5, 1.0, 1.0]).all(|(found, wanted)| (found - wanted).abs() < 1e-15));
    }
}
