//! Means of numbers that few paths may have.
//!
//! The normal interval is too short for them, on the side of what has not been seen. At ten paths of 2000 it holds the
//! mean of exponential amounts in 85 % of runs.

use super::Moments;
use crate::numerics::real;
use crate::stats::Estimate;
use crate::stats::histogram::Boundary;

/// Student's law has at least so many degrees of freedom: with fewer the interval says nothing.
const LEAST_FREEDOM: f64 = 2.0;

impl Moments {
    /// The mean of amounts that cannot be negative; nor can its interval.
    ///
    /// The interval is `x̄ exp(± t(ν) se / x̄)` with `ν = max(n' - 1, 2)`. Here `n' = (Σx)² / Σx²` is the effective
    /// number of paths (Kish 1965, *Survey Sampling*, 11.7). Of equal amounts that is the number of paths that have
    /// one, of unequal ones fewer. From one path with an amount on, it holds the mean in 94 to 99 % of runs. That is
    /// so for amounts up to the spread of a lognormal law with σ = 1 (`docs/evidence/coverage.md`).
    ///
    /// Where every amount was 0, something rare and large may not have happened yet. Then the error of the mean is
    /// unknown, and the interval is open above.
    #[must_use]
    pub fn mean_of_amounts(&self) -> Estimate {
        let mean = self.mean();
        if mean.value == 0.0 && self.squares == 0.0 {
            return Estimate { standard_error: f64::NAN, interval: [0.0, f64::NAN], ..mean };
        }
        let square = mean.value * mean.value;
        let effective = self.count * square / (square + self.squares / self.count);
        Estimate::positive(mean.value, mean.standard_error, (effective - 1.0).max(LEAST_FREEDOM))
    }

    /// The mean of shares of a whole, in `[0, 1]`; its interval lies there too. Above ½ the interval is that of the
    /// rest. The error is unknown where every share was 0, or every one 1.
    #[must_use]
    pub fn mean_of_shares(&self) -> Estimate {
        let shares = if self.mean > 0.5 {
            Self { mean: 1.0 - self.mean, ..*self }.mean_of_amounts().subtracted_from(1.0)
        } else {
            self.mean_of_amounts()
        };
        let [low, high] = shares.interval;
        // NaN stays.
        Estimate { interval: [if low < 0.0 { 0.0 } else { low }, if high > 1.0 { 1.0 } else { high }], ..shares }
    }

    /// The mean of amounts most of which lie at a boundary: the interval is that of the distance from it, which few may
    /// have.
    #[must_use]
    pub fn mean_of_amounts_near(&self, boundary: Boundary) -> Estimate {
        let about = match boundary {
            Boundary::Upper(most) => Self { mean: most - self.mean, ..*self }.mean_of_amounts().subtracted_from(most),
            Boundary::Lower(base) => {
                let above = Self { mean: self.mean - base, ..*self }.mean_of_amounts();
                above.subtracted_from(0.0).subtracted_from(base)
            }
        };
        let [low, high] = about.interval;
        // NaN stays.
        Estimate { value: self.mean, interval: [if low < 0.0 { 0.0 } else { low }, high], ..about }
    }

    /// The mean of numbers of either sign, of which so many were exactly 0. Its interval is Student's, with one degree
    /// of freedom less than there are others; nothing is known where there are none.
    #[must_use]
    pub fn mean_of_signed(&self, zeros: u64) -> Estimate {
        let (mean, others) = (self.mean(), self.count - real(zeros));
        if others > 0.0 {
            Estimate::student(mean.value, mean.standard_error, (others - 1.0).max(LEAST_FREEDOM))
        } else {
            Estimate::without_error(mean.value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::LANES;
    use crate::random::Stream;

    fn rare(amounts: &[f64]) -> Moments {
        let mut all = vec![0.0; 2000];
        all[..amounts.len()].copy_from_slice(amounts);
        Moments::of(&all)
    }

    #[test]
    fn what_never_came_is_not_known_to_be_none() {
        let amounts = Moments::of(&[0.0; 300]).mean_of_amounts();
        assert!(amounts.value == 0.0 && amounts.standard_error.is_nan());
        assert!(amounts.interval[0] == 0.0 && amounts.interval[1].is_nan());
        let shares = Moments::of(&[1.0; 300]).mean_of_shares();
        assert!(shares.value.to_bits() == 1.0_f64.to_bits() && shares.standard_error.is_nan());
        assert!(shares.interval[0].is_nan() && shares.interval[1].to_bits() == 1.0_f64.to_bits());
        let signed = Moments::of(&[0.0; 300]).mean_of_signed(300);
        assert!(signed.value == 0.0 && signed.interval.iter().all(|bound| bound.is_nan()));
    }

    /// Few paths short of a cap, or above a base: the interval mirrors that of as rare amounts.
    #[test]
    fn few_paths_off_a_boundary_are_as_rare_as_amounts() {
        let few = [3e6, 8e6, 1e6];
        let rare = rare(&few).mean_of_amounts();
        let mut numbers = [vec![1e9; 2000], vec![1e9; 2000]];
        for (place, amount) in few.into_iter().enumerate() {
            numbers[0][place] -= amount;
            numbers[1][place] += amount;
        }
        let [cap, base] = numbers.map(|numbers| Moments::of(&numbers));
        let (cap, base) =
            (cap.mean_of_amounts_near(Boundary::Upper(1e9)), base.mean_of_amounts_near(Boundary::Lower(1e9)));
        for (place, bound) in rare.interval.into_iter().enumerate() {
            assert!((1e9 - cap.interval[1 - place] - bound).abs() < 1e-3, "{cap:?} {rare:?}");
            assert!((base.interval[place] - 1e9 - bound).abs() < 1e-3, "{base:?} {rare:?}");
        }
    }

    #[test]
    fn a_constant_is_known() {
        for mean in [Moments::of(&[0.6; 300]).mean_of_amounts(), Moments::of(&[0.6; 300]).mean_of_shares()] {
            assert!((mean.value - 0.6).abs() < 1e-15 && mean.standard_error < 1e-16);
            assert!(mean.interval.iter().all(|bound| (bound - 0.6).abs() < 1e-15));
        }
    }

    #[test]
    fn a_mean_of_shares_lies_in_its_range_and_mirrors() {
        let few = rare(&[0.3, 0.9, 0.2]).mean_of_shares();
        let mut most = vec![1.0; 2000];
        most[..3].copy_from_slice(&[0.7, 0.1, 0.8]);
        let most = Moments::of(&most).mean_of_shares();
        for (one, other) in few.interval.into_iter().zip(most.interval.into_iter().rev()) {
            assert!(0.0 < one && one < 1.0 && (one - (1.0 - other)).abs() < 1e-12, "{few:?} {most:?}");
        }
    }

    /// Equal amounts: as many effective paths as have one, and the interval of their count.
    #[test]
    fn the_interval_is_students_of_the_logarithm() {
        let mean = rare(&[5e6; 11]).mean_of_amounts();
        let relative = (1.0 / 11.0 - 1.0 / 2000.0_f64).sqrt() * (2000.0 / 1999.0_f64).sqrt();
        let exact = [-1.0, 1.0].map(|side| mean.value * libm::exp(side * 2.228_138_852 * relative));
        for (found, exact) in mean.interval.iter().zip(exact) {
            assert!((found / exact - 1.0).abs() < 1e-6, "{found} against {exact}");
        }
    }

    /// A mean of compound Bernoulli amounts: 2048 paths, exponential and lognormal amounts on some of them.
    #[test]
    fn intervals_of_rare_amounts_hold_the_mean() {
        const SEEDS: u64 = 1000;
        const BLOCKS: u64 = 8;
        for (expected, law, mean) in [
            (4.0, (|u, _| 0.0 - libm::log(u)) as fn(f64, f64) -> f64, 1.0),
            (25.0, |u, _| 0.0 - libm::log(u), 1.0),
            (25.0, |_, z| libm::exp(z), libm::exp(0.5)),
        ] {
            let chance = expected / real(BLOCKS * LANES as u64);
            let (mut known, mut held) = (0, 0);
            let mut stream = Stream::new(17, "rare");
            for seed in 0..SEEDS {
                let mut moments = Moments::default();
                for block in 0..BLOCKS {
                    stream.begin(BLOCKS * seed + block);
                    let [mut comes, mut amount, mut normal] = [[0.0; LANES]; 3];
                    stream.uniforms(&mut comes);
                    stream.uniforms(&mut amount);
                    stream.normals(&mut normal);
                    for ((comes, amount), normal) in comes.iter_mut().zip(amount).zip(normal) {
                        *comes = if *comes < chance { law(amount, normal) } else { 0.0 };
                    }
                    moments.merge(&Moments::of(&comes));
                }
                let found = moments.mean_of_amounts();
                let [low, high] = found.interval;
                known += u32::from(found.standard_error > 0.0);
                held += u32::from(low <= chance * mean && chance * mean <= high);
            }
            let share = f64::from(held) / f64::from(known);
            assert!((0.92..=1.0).contains(&share), "{expected} paths: {share}");
        }
    }

    #[test]
    fn of_many_paths_it_is_the_usual_interval() {
        let numbers: Vec<f64> = (0..2000_u32).map(|i| 100.0 + f64::from(i * 7919 % 2003) / 2003.0).collect();
        let moments = Moments::of(&numbers);
        let usual = moments.mean().interval;
        for found in [moments.mean_of_amounts(), moments.mean_of_signed(0)] {
            let half = usual[1] - found.value;
            assert!(found.interval.iter().zip(usual).all(|(found, usual)| (found - usual).abs() < 2e-3 * half));
        }
    }
}
