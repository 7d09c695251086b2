//! The rolling high, and falls from a high.

use super::kernels;
use crate::lanes::Lanes;

/// The fall from a high, a fraction of it: `1 - P / H`, and 0 at the high or above, or where the high is 0.
#[must_use]
pub fn fall(observed: f64, high: f64) -> f64 {
    if high > 0.0 { (1.0 - observed / high).max(0.0) } else { 0.0 }
}

/// The maximum of the last `window` observations of each path, the present one included; two comparisons an
/// observation.
///
/// Observations are cut into stretches of `window`; a window is the end of one stretch and the beginning of the next
/// (van Herk 1992, *Pattern Recognition Letters* 13; Gil & Werman 1993, *IEEE PAMI* 15). Without a window, one running
/// maximum.
pub struct RollingHigh {
    /// By place in the stretch: the observation, or, in what is left of the stretch before, the maximum from there to
    /// its end.
    suffix: Vec<Lanes>,
    /// Maximum of the present stretch so far.
    prefix: Lanes,
    /// The maximum of an empty rest of the stretch before: 0.
    empty: Lanes,
    /// Place of the next observation in the stretch.
    next: usize,
}

impl RollingHigh {
    /// Makes a high over a number of observations, or since the beginning.
    #[must_use]
    pub fn new(window: Option<usize>) -> Self {
        let stretch = window.map_or(0, |window| window.max(1));
        Self { suffix: vec![Lanes::all(0.0); stretch], prefix: Lanes::all(0.0), empty: Lanes::all(0.0), next: 0 }
    }

    /// Forgets all, then sees the opening history, oldest first, `gap` observations apart.
    pub fn begin(&mut self, history: impl Iterator<Item = f64>, gap: usize) {
        self.suffix.iter_mut().for_each(|place| place.fill(0.0));
        self.prefix.fill(0.0);
        self.next = 0;
        let (mut observation, mut high) = (Lanes::all(0.0), Lanes::all(0.0));
        for price in history {
            observation.fill(price);
            self.push(&observation, &mut high);
            observation.fill(0.0);
            for _ in 1..gap {
                self.push(&observation, &mut high);
            }
        }
    }

    /// Takes in an observation of non-negative numbers, and gives the high of the window that it ends.
    pub fn push(&mut self, observation: &[f64], high: &mut [f64]) {
        if self.suffix.is_empty() {
            kernels::raise(observation, &mut self.prefix);
            high.copy_from_slice(&self.prefix);
            return;
        }
        let (head, tail) = self.suffix.split_at_mut(self.next + 1);
        let before = tail.first().unwrap_or(&self.empty);
        kernels::rolling_high(observation, before, &mut self.prefix, &mut head[self.next], high);
        self.next += 1;
        if self.next == self.suffix.len() {
            for place in (1..self.suffix.len()).rev() {
                let (head, tail) = self.suffix.split_at_mut(place);
                kernels::raise(&tail[0], &mut head[place - 1]);
            }
            self.prefix.fill(0.0);
            self.next = 0;
        }
    }
}

/// The rolling high of one path at each of its observations.
#[must_use]
pub fn highs(observations: &[f64], window: Option<usize>) -> Vec<f64> {
    let mut rolling = RollingHigh::new(window);
    let [mut observation, mut high] = [0.0; 2].map(Lanes::all);
    let mut push = |&observed: &f64| {
        observation.fill(observed);
        rolling.push(&observation, &mut high);
        high[0]
    };
    observations.iter().map(&mut push).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;
    use crate::lanes::LANES;

    proptest! {
        #![proptest_config(ProptestConfig {
            rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default()
        })]
        #[test]
        fn rolling_high_equals_naive_maximum(
            prices in prop::collection::vec(0.0..2.0_f64, 1..90),
            history in prop::collection::vec(0.0..2.0_f64, 0..30),
            window in prop::option::of(1_usize..30),
        ) {
            let mut rolling = RollingHigh::new(window);
            // A block before this one must leave no trace.
            rolling.begin([9.0].into_iter(), 1);
            rolling.begin(history.iter().copied(), 1);
            let all: Vec<f64> = history.iter().chain(&prices).copied().collect();
            let mut high = vec![0.0; LANES];
            for (t, price) in prices.iter().enumerate() {
                rolling.push(&vec![*price; LANES], &mut high);
                let end = history.len() + t + 1;
                let start = window.map_or(0, |window| end.saturating_sub(window));
                let naive = all[start..end].iter().fold(0.0_f64, |high, &price| high.max(price));
                prop_assert_eq!([high[0].to_bits(), high[LANES - 1].to_bits()], [naive.to_bits(); 2]);
            }
        }
    }
}
