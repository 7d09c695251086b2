//! The same paths under two plans: how the errors of two figures go together, and the error of their difference.
//!
//! Every figure is, to first order, the mean over paths of a *score* (its influence function: Hampel 1974, *JASA* 69): of a mean the
//! number itself, of a probability whether it happened, of a quantile whether the path lies above it, of an expected shortfall by how
//! much it lies below the quantile, of a mean over those paths that have the number its distance from the mean. With the correlation
//! `ρ` of the two scores over paths, `se(A - B)² = se(A)² + se(B)² - 2 ρ se(A) se(B)`; no scale of the scores matters. Where a score
//! needs the figure itself (a quantile's place), it takes it from a pilot of the first paths: the correlation near the quantile
//! changes little with the place, so that the error of the error is small, and the difference itself is untouched.

mod score;

pub use score::{Functional, Score, Scores, Variable};

use super::correlation::CoMoments;
use super::recorder::Recorder;
use super::{Estimate, Z_95};
use crate::lanes::LANES;

/// What is compared path by path.
#[derive(Debug, Clone, Default)]
pub struct Pairing(pub Vec<Comparison>);

/// One subject of the first plan beside the same of another.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// Place of the other plan.
    pub plan: usize,
    /// Place of the subject in the first plan and in the other.
    pub subjects: [usize; 2],
    /// The scores of each figure in the first plan and in the other.
    pub scores: Vec<[Score; 2]>,
}

/// How the scores go together, one figure after the other.
pub type Pairs = Vec<CoMoments>;

impl Pairing {
    /// Over the block that the recorders, asked for by plan and subject, wrote down last.
    #[must_use]
    pub fn of<'r, 'a: 'r>(&self, recorder: impl Fn(usize, usize) -> &'r Recorder<'a>) -> Pairs {
        let mut numbers = [[0.0; LANES]; 2];
        let mut pairs = Vec::with_capacity(self.0.iter().map(|comparison| comparison.scores.len()).sum());
        for Comparison { plan, subjects: [mine, other], scores } in &self.0 {
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

/// The difference `other - first` of two estimates from the same paths.
///
/// Of probabilities the interval is Agresti & Min's (2005, *Statistics in Medicine* 24): Wald's after half a path is added to each
/// of the four cells, so that no discordant path is not taken for certainty. Other intervals are normal.
#[must_use]
pub fn difference(first: Estimate, other: Estimate, of: Functional, pair: &CoMoments) -> Estimate {
    let value = other.value - first.value;
    let (a, b) = (first.standard_error, other.standard_error);
    if of.is_probability() && [first, other].iter().all(|of| of.standard_error > 0.0 || of.interval[0] < of.interval[1])
    {
        return difference_of_probabilities(value, pair);
    }
    let rho = pair.correlation();
    let rho = if rho.is_finite() { rho.clamp(-1.0, 1.0) } else { 0.0 };
    let square = a * a + b * b - 2.0 * rho * a * b;
    // Rounding may make of nothing less than nothing; what is unknown stays so.
    Estimate::normal(value, if square < 0.0 { 0.0 } else { square.sqrt() })
}

fn difference_of_probabilities(value: f64, pair: &CoMoments) -> Estimate {
    let (n, discordant) = (pair.count(), pair.squared_differences());
    let deviation =
        |discordant: f64, difference: f64, n: f64| (discordant - difference * difference / n).max(0.0).sqrt() / n;
    let wider = n + 2.0;
    let (centre, half) = (value * n / wider, Z_95 * deviation(discordant + 1.0, value * n, wider));
    Estimate {
        value,
        standard_error: deviation(discordant, value * n, n),
        interval: [(centre - half).max(-1.0), (centre + half).min(1.0)],
    }
}

/// The difference `other - first` of two estimates from paths of their own.
#[must_use]
pub fn independent_difference(first: Estimate, other: Estimate) -> Estimate {
    let (a, b) = (first.standard_error, other.standard_error);
    Estimate::normal(other.value - first.value, (a * a + b * b).sqrt())
}
