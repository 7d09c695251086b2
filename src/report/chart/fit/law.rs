//! The fitted laws of one asset's log return.

use crate::numerics::normal;
use crate::numerics::search::bisect;
use crate::study::calibrate::Calibration;
use crate::study::calibrate::regimes::FittedChain;
use crate::units::MONTHS_PER_YEAR;

/// A mixture of normal laws of a month's log return: (weight, mean, deviation).
#[derive(Debug, Clone)]
pub(super) struct Mixture(Vec<(f64, f64, f64)>);

impl Mixture {
    pub(super) fn density(&self, x: f64) -> f64 {
        self.0.iter().fold(0.0, |sum, (weight, mean, deviation)| {
            sum + weight / deviation * normal::density((x - mean) / deviation)
        })
    }

    fn distribution(&self, x: f64) -> f64 {
        self.0
            .iter()
            .fold(0.0, |sum, (weight, mean, deviation)| sum + weight * normal::distribution((x - mean) / deviation))
    }

    /// The quantile by halving, to 1e-9 of the law's width.
    pub(super) fn quantile(&self, level: f64) -> f64 {
        let bound = |sign: f64| self.0.iter().map(move |(_, mean, deviation)| mean + sign * 9.0 * deviation);
        let least = bound(-1.0).fold(f64::INFINITY, f64::min);
        let most = bound(1.0).fold(f64::NEG_INFINITY, f64::max);
        let [above, below] = bisect(most, least, 40, |x| self.distribution(x) < level);
        0.5 * (above + below)
    }
}

/// Both laws of an asset.
pub(super) struct Laws {
    pub(super) lognormal: Mixture,
    /// A year.
    pub(super) volatility: f64,
    pub(super) regimes: Option<Switching>,
}

/// An asset under two regimes.
pub(super) struct Switching {
    pub(super) mixture: Mixture,
    /// The volatilities of the calm and the turbulent regime, a year.
    pub(super) volatilities: [f64; 2],
    /// What is left of a difference between the regimes a month later.
    memory: f64,
}

impl Laws {
    pub(super) fn of(calibration: &Calibration, asset: usize) -> Self {
        let (mean, volatility) = calibration.lognormal.as_ref().map_or((f64::NAN, f64::NAN), |law| {
            (libm::log1p(law.geometric[asset].value) / MONTHS_PER_YEAR, law.volatility[asset].value)
        });
        let lognormal = Mixture(vec![(1.0, mean, volatility / 12.0_f64.sqrt())]);
        let regimes = calibration.regimes.as_ref().map(|fitted| Switching::of(&fitted.chain, asset));
        Self { lognormal, volatility, regimes }
    }
}

impl Switching {
    fn of(chain: &FittedChain, asset: usize) -> Self {
        let deviations = [0, 1].map(|regime| chain.laws[regime].deviations()[asset]);
        let shares = chain.stationary();
        let law = |regime: usize| (shares[regime], chain.laws[regime].mean[asset], deviations[regime]);
        Self {
            mixture: Mixture(vec![law(0), law(1)]),
            volatilities: deviations.map(|deviation| 12.0_f64.sqrt() * deviation),
            memory: 1.0 - chain.leave[0] - chain.leave[1],
        }
    }

    /// The autocorrelations, at lags 1, 2, …, of the returns and of the squares of their distance from the mean. Each
    /// is the share of the variance between the regimes' means in the whole variance, times `(1 - p - q)` to the lag.
    pub(super) fn autocorrelations(&self, lags: usize) -> [Vec<f64>; 2] {
        let weighted =
            |f: &dyn Fn(f64, f64) -> f64| self.mixture.0.iter().fold(0.0, |sum, (w, m, s)| sum + w * f(*m, *s));
        let centre = weighted(&|mean, _| mean);
        let square = |x: f64| x * x;
        let variance = weighted(&|mean, s| square(mean - centre) + s * s);
        let between = weighted(&|mean, _| square(mean - centre));
        let second = |mean: f64, s: f64| square(mean - centre) + s * s;
        let fourth = weighted(&|mean, s| {
            let d = square(mean - centre);
            d * d + 6.0 * d * s * s + 3.0 * square(s * s)
        });
        let between_squares = weighted(&|mean, s| square(second(mean, s) - variance));
        let curve = |first: f64| {
            let powers = std::iter::successors(Some(first * self.memory), |last| Some(last * self.memory));
            powers.take(lags).collect()
        };
        [curve(between / variance), curve(between_squares / (fourth - variance * variance))]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantile_is_where_the_distribution_has_its_level() {
        let mixture = Mixture(vec![(0.8, 0.01, 0.03), (0.2, -0.02, 0.08)]);
        for level in [0.001, 0.3, 0.5, 0.99] {
            assert!((mixture.distribution(mixture.quantile(level)) - level).abs() < 1e-8);
        }
        assert!((Mixture(vec![(1.0, 0.0, 1.0)]).quantile(0.975) - crate::stats::Z_95).abs() < 1e-8);
        let slope = (mixture.distribution(0.031) - mixture.distribution(0.029)) / 0.002;
        assert!((slope / mixture.density(0.03) - 1.0).abs() < 1e-3);
    }

    /// Returns are uncorrelated where the means are equal. Their squares are too where the deviations are equal as
    /// well.
    #[test]
    fn only_what_differs_between_regimes_is_autocorrelated() {
        let switching = |laws: [(f64, f64); 2]| Switching {
            mixture: Mixture(vec![(0.75, laws[0].0, laws[0].1), (0.25, laws[1].0, laws[1].1)]),
            volatilities: [0.0; 2],
            memory: 0.8,
        };
        let [returns, squares] = switching([(0.01, 0.03), (0.01, 0.08)]).autocorrelations(3);
        assert!(returns[0].abs() < 1e-12 && squares[0] > 0.05 && (squares[1] / squares[0] - 0.8).abs() < 1e-12);
        let [returns, squares] = switching([(0.01, 0.03), (0.01, 0.03)]).autocorrelations(3);
        assert!(returns[0].abs() < 1e-12 && squares[0].abs() < 1e-12);
    }
}
