//! Regimes that follow each other as a Markov chain (Hardy 2001, *A Regime-Switching Model of Long-Term Stock Returns*,
//! North American Actuarial Journal 5(2); Hamilton 1989, *Econometrica* 57).
//!
//! The chain takes its step at month-ends, for all assets and factors together. So a month has one regime whatever the
//! number of steps in it, and the law at month-ends is the same for all of them.
//!
//! Each step takes one number `u` uniform on (0, 1). Regimes are numbered from 0, and the next regime is the number of
//! thresholds above `u`: `P(next ≥ 1)`, `P(next ≥ 2)` and so on, each given the present regime. That is inversion
//! (Devroye 1986, *Non-Uniform Random Variate Generation*, III.2), and takes as many numbers for two regimes as for
//! four.

use super::kernels;
use crate::lanes::Lanes;
use crate::plan::{Chain, TimeGrid};
use crate::random::Stream;
use crate::units::Level;

/// The regimes of a block of paths.
pub struct RegimeState {
    law: Thresholds,
    stream: Stream,
    steps_per_month: usize,
    /// The step that comes next.
    next: usize,
    uniform: Lanes,
    /// The number of each path's regime.
    regime: Lanes,
}

/// A chain's law as thresholds of a uniform number.
struct Thresholds {
    /// The thresholds of the first month: one row.
    start: [Vec<f64>; 1],
    /// The thresholds of a move, by the regime that it begins in.
    moves: Vec<Vec<f64>>,
}

impl Thresholds {
    /// The chain with probabilities of each regime in the first month, and of each move from each regime.
    fn new(start: &[f64], moves: &[&[f64]]) -> Self {
        Self { start: [thresholds(start)], moves: moves.iter().map(|row| thresholds(row)).collect() }
    }

    fn of(chain: Chain) -> Self {
        let ([leave, back], start_turbulent) = (chain.leave().map(Level::get), chain.start_turbulent().get());
        Self::new(&[1.0 - start_turbulent, start_turbulent], &[&[1.0 - leave, leave], &[back, 1.0 - back]])
    }
}

/// The probability of each regime but the first, or a later one.
fn thresholds(probabilities: &[f64]) -> Vec<f64> {
    (1..probabilities.len()).map(|regime| probabilities[regime..].iter().fold(0.0, |sum, p| sum + p)).collect()
}

impl RegimeState {
    /// Room for a block.
    #[must_use]
    pub fn new(chain: Chain, seed: u64, time: TimeGrid) -> Self {
        Self::with(Thresholds::of(chain), seed, time)
    }

    fn with(law: Thresholds, seed: u64, time: TimeGrid) -> Self {
        Self {
            law,
            stream: Stream::new(seed, "market/regime"),
            steps_per_month: time.steps_per_month() as usize,
            next: 0,
            uniform: Lanes::all(0.0),
            regime: Lanes::all(0.0),
        }
    }

    /// Goes to the start of a block.
    pub fn begin(&mut self, block: u64) {
        self.stream.begin(block);
        self.next = 0;
        self.regime.fill(0.0);
    }

    /// Goes to the regime of the next step: the first month's by its own law, then a move of the chain at each
    /// month-end.
    pub fn step(&mut self) {
        if self.next.is_multiple_of(self.steps_per_month) {
            self.stream.uniforms(&mut self.uniform);
            let thresholds: &[Vec<f64>] = if self.next == 0 { &self.law.start } else { &self.law.moves };
            kernels::move_regimes(thresholds, &self.uniform, &mut self.regime);
        }
        self.next += 1;
    }

    /// The number of each path's regime, from 0.
    #[must_use]
    pub fn numbers(&self) -> &[f64] {
        &self.regime
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numerics::real;
    use crate::units::Share;

    const TIME: TimeGrid = TimeGrid::new(24, 1);

    /// How often each regime follows each, and how often each is the first.
    fn counts<const N: usize>(law: Thresholds) -> ([[f64; N]; N], [f64; N]) {
        let mut state = RegimeState::with(law, 4, TIME);
        let (mut moves, mut first) = ([[0.0; N]; N], [0.0; N]);
        let place = |number: f64| (0..N).find(|&k| number < real(k) + 0.5).unwrap();
        for block in 0..400 {
            state.begin(block);
            state.step();
            state.numbers().iter().for_each(|&number| first[place(number)] += 1.0);
            for _ in 1..TIME.months() {
                let before: Vec<f64> = state.numbers().to_vec();
                state.step();
                for (&before, &after) in before.iter().zip(state.numbers()) {
                    moves[place(before)][place(after)] += 1.0;
                }
            }
        }
        (moves, first)
    }

    fn assert_frequencies(counts: &[f64], probabilities: &[f64]) {
        let n = counts.iter().sum::<f64>();
        for (count, p) in counts.iter().zip(probabilities) {
            let error = (p * (1.0 - p) / n).sqrt();
            assert!((count / n - p).abs() <= 4.0 * error, "{} against {p} ± {error}", count / n);
        }
    }

    #[test]
    fn two_three_and_four_regimes_follow_each_other_by_their_probabilities() {
        let leave = [0.04, 0.2].map(|leave| Level::new(leave).unwrap());
        let chain = Chain::new(leave).starting_turbulent(Share::new(0.3).unwrap());
        let (moves, first) = counts::<2>(Thresholds::of(chain));
        assert_frequencies(&first, &[0.7, 0.3]);
        assert_frequencies(&moves[0], &[0.96, 0.04]);
        assert_frequencies(&moves[1], &[0.2, 0.8]);

        let rows = [[0.9, 0.1, 0.0], [0.25, 0.5, 0.25], [0.0, 0.4, 0.6]];
        let (moves, first) = counts::<3>(Thresholds::new(&[0.2, 0.3, 0.5], &[&rows[0], &rows[1], &rows[2]]));
        assert_frequencies(&first, &[0.2, 0.3, 0.5]);
        moves.iter().zip(&rows).for_each(|(found, row)| assert_frequencies(found, row));

        let rows = [[0.7, 0.1, 0.1, 0.1], [0.2, 0.6, 0.1, 0.1], [0.0, 0.3, 0.5, 0.2], [0.4, 0.0, 0.2, 0.4]];
        let (moves, first) = counts::<4>(Thresholds::new(&[0.0, 1.0, 0.0, 0.0], &rows.each_ref().map(|row| &row[..])));
        assert_frequencies(&first, &[0.0, 1.0, 0.0, 0.0]);
        moves.iter().zip(&rows).for_each(|(found, row)| assert_frequencies(found, row));
    }
}
