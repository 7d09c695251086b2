//! What the law of a diffusion says of an asset's months, exactly.
//!
//! A month's log return is `μ + a_r + s_r ε + u Z`: `a_r` the regime's mean less the long-run mean, `s_r` its deviation, `u` the monthly
//! standard error of an expected return that is drawn once a path. Regimes have long-run weights `w` and correlation
//! `λ = 1 - p - q` from month to month (Timmermann 2000, *Moments of Markov switching models*, Journal of Econometrics 96).

use crate::plan::{Diffusion, LogGrowth, Regime};

/// Moments of an asset's monthly log returns about their long-run mean.
#[derive(Debug, Clone, Copy)]
pub struct Exact {
    /// Long-run mean of a month.
    pub mean: f64,
    /// Second to fourth central moment.
    pub central: [f64; 3],
    /// Covariance of a month with the next.
    pub lagged: f64,
    /// Covariance of a month's squared deviation with the next month's.
    pub lagged_squares: f64,
    /// Mean growth of a year.
    pub growth_12_months: f64,
}

/// Weights and differences of the regimes, for one lognormal asset.
struct Parts {
    /// Weight, mean less the long-run mean, and variance of a month.
    regimes: Vec<(f64, f64, f64)>,
    mean: f64,
    /// λ.
    memory: f64,
}

fn weights(law: &Diffusion) -> Vec<f64> {
    match law.chain {
        None => vec![1.0],
        Some(chain) => vec![1.0 - chain.stationary_turbulent(), chain.stationary_turbulent()],
    }
}

fn parts(law: &Diffusion, motion: usize) -> Parts {
    let mean = law.long_run(motion).drift / 12.0;
    let part = |(weight, regime): (f64, &Regime)| {
        let LogGrowth { drift, volatility } = regime.growth[motion];
        (weight, drift / 12.0 - mean, volatility * volatility / 12.0)
    };
    let memory = law.chain.map_or(0.0, |chain| 1.0 - chain.leave[0] - chain.leave[1]);
    Parts { regimes: weights(law).into_iter().zip(&law.regimes).map(part).collect(), mean, memory }
}

impl Exact {
    /// Of a lognormal asset (`motion` counts those) whose expected return has the standard error `error` a year.
    #[must_use]
    pub fn of(law: &Diffusion, motion: usize, error: f64) -> Self {
        let Parts { regimes, mean, memory } = parts(law, motion);
        let v = error * error / 144.0;
        let sum = |f: &dyn Fn(f64, f64) -> f64| regimes.iter().fold(0.0, |sum, &(w, a, s2)| sum + w * f(a, s2));
        let between = sum(&|a, _| a * a);
        let second = sum(&|a, s2| a * a + s2);
        let third = sum(&|a, s2| a * a * a + 3.0 * a * s2);
        let fourth = sum(&|a, s2| a * a * a * a + 6.0 * a * a * s2 + 3.0 * s2 * s2);
        let spread = sum(&|a, s2| (a * a + s2 - second) * (a * a + s2 - second));
        Self {
            mean,
            central: [second + v, third, fourth + 6.0 * v * second + 3.0 * v * v],
            lagged: memory * between + v,
            lagged_squares: memory * spread + 4.0 * v * memory * between + 2.0 * v * v,
            growth_12_months: law.mean_growth(motion, 12) * libm::exp(0.5 * error * error),
        }
    }
}

/// Covariance of two lognormal assets' months.
#[must_use]
pub fn covariance(law: &Diffusion, one: usize, other: usize) -> f64 {
    let (first, second) = (parts(law, one), parts(law, other));
    let regimes = law.regimes.iter().zip(first.regimes.iter().zip(&second.regimes));
    regimes.fold(0.0, |sum, (regime, (&(weight, a, s2), &(_, b, t2)))| {
        sum + weight * (a * b + regime.correlation[(one, other)] * (s2 * t2).sqrt())
    })
}
