//! Lognormal assets in one regime or two.
//!
//! A month's log return is `μ + a_r + s_r ε + u Z`. Here `a_r` is the regime's mean less the long-run mean, and `s_r`
//! its deviation. The monthly standard error of an expected return that is drawn once a path is `u`. Regimes have
//! long-run weights `w` and correlation `λ = 1 - p - q` from month to month (Timmermann 2000, *Moments of Markov
//! switching models*, Journal of Econometrics 96).

use super::expected::{ExactMoments, Expected, KnownMoments};
use super::fund;
use crate::plan::{AssetLaw, Chain, Copula, Diffusion, LogGrowth, Plan, Regime};

/// Exact moments of lognormal assets and bond funds.
pub fn expected(plan: &Plan, law: &Diffusion) -> Expected {
    let mut motion = 0..;
    let laws = law.assets().iter().zip(&plan.market.assets);
    let assets = laws.map(|(law_of_asset, asset)| match law_of_asset {
        AssetLaw::Lognormal => lognormal(law, motion.next().unwrap_or(0), asset.expected_return_error.get()),
        AssetLaw::BondFund(held) => fund::exact(held, law, plan.time),
    });
    let assets = assets.collect();
    let motions: Vec<Option<usize>> =
        (0..law.assets().len()).map(|asset| law.lognormal_assets().position(|place| place == asset)).collect();
    let product = |one: usize, other: usize| match (motions[one], motions[other]) {
        // Under a t copula the correlation of what it ties together is another than the matrix's.
        (Some(one), Some(other)) if law.copula() == Copula::Normal => Some(covariance(law, one, other)),
        _ => None,
    };
    let pairs = (0..law.assets().len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    Expected { assets, products: pairs.map(|(one, other)| product(one, other)).collect(), inflation: None }
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
    match law.chain() {
        None => vec![1.0],
        Some(chain) => {
            let turbulent = chain.stationary_turbulent().get();
            vec![1.0 - turbulent, turbulent]
        }
    }
}

fn parts(law: &Diffusion, motion: usize) -> Parts {
    let mean = law.long_run(motion).drift.get() / 12.0;
    let part = |(weight, regime): (f64, &Regime)| {
        let LogGrowth { drift, volatility } = regime.growth()[motion];
        let (drift, volatility) = (drift.get(), volatility.get());
        (weight, drift / 12.0 - mean, volatility * volatility / 12.0)
    };
    let memory = law.chain().map_or(0.0, Chain::memory);
    Parts { regimes: weights(law).into_iter().zip(law.regimes()).map(part).collect(), mean, memory }
}

/// Exact moments of a lognormal asset (`motion` counts those) whose expected return has the standard error `error` a
/// year.
fn lognormal(law: &Diffusion, motion: usize, error: f64) -> ExactMoments {
    let Parts { regimes, mean, memory } = parts(law, motion);
    let sum = |f: &dyn Fn(f64, f64) -> f64| regimes.iter().fold(0.0, |sum, &(w, a, s2)| sum + w * f(a, s2));
    let between = sum(&|a, _| a * a);
    let second = sum(&|a, s2| a * a + s2);
    let third = sum(&|a, s2| a * a * a + 3.0 * a * s2);
    let fourth = sum(&|a, s2| a * a * a * a + 6.0 * a * a * s2 + 3.0 * s2 * s2);
    let spread = sum(&|a, s2| (a * a + s2 - second) * (a * a + s2 - second));
    let known = KnownMoments {
        powers: [0.0, second, third, fourth],
        lagged: memory * between,
        lagged_squares: memory * spread + second * second,
        squares_of_pairs: 2.0 * second,
        growth: law.mean_growth(motion, 12),
    };
    ExactMoments { centre: mean, moments: known.with_error(error) }
}

/// Covariance of two lognormal assets' months.
fn covariance(law: &Diffusion, one: usize, other: usize) -> f64 {
    let (first, second) = (parts(law, one), parts(law, other));
    let regimes = law.regimes().iter().zip(first.regimes.iter().zip(&second.regimes));
    regimes.fold(0.0, |sum, (regime, (&(weight, a, s2), &(_, b, t2)))| {
        sum + weight * (a * b + regime.correlation()[(one, other)] * (s2 * t2).sqrt())
    })
}
