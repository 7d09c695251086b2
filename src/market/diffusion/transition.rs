//! The normal law of a step in one regime.

use ndarray::Array2;

use crate::market::mean_reverting::{Response, loading};
use crate::numerics::linear::cholesky;
use crate::plan::{AssetLaw, Diffusion, Regime};

/// Means, standard deviations and factor of the normal vector of a step. Components: the lognormal assets' log returns,
/// then for each factor its level and its integral.
pub struct Transition {
    /// Means; of a factor's level and integral, what does not depend on the level before.
    pub drift: Vec<f64>,
    /// Standard deviations.
    pub deviation: Vec<f64>,
    /// Lower triangular, of unit variance: component `i` is `deviation[i] Σ unit[i, k] Z[k]`.
    unit: Array2<f64>,
    /// `deviation[i] unit[i, k]`.
    pub weights: Array2<f64>,
}

/// A component: which motion drives it, how strongly, and how it responds.
struct Component {
    motion: usize,
    volatility: f64,
    drift: f64,
    response: Response,
}

impl Transition {
    /// The transition over a step of a length in years.
    #[must_use]
    pub fn new(law: &Diffusion, regime: &Regime, years: f64) -> Self {
        let components = components(law, regime, years);
        let deviation: Vec<f64> = components
            .iter()
            .map(|component| component.volatility * component.response.covariance(component.response, years).sqrt())
            .collect();
        let count = components.len();
        let correlation = Array2::from_shape_fn((count, count), |(i, j)| {
            let (one, other) = (&components[i], &components[j]);
            regime.correlation()[(one.motion, other.motion)] * one.response.correlation(other.response, years)
        });
        // The motions' matrix is positive semi-definite, and so is its product, place by place, with the responses'
        // (Schur).
        let unit = cholesky(&correlation).unwrap_or_else(|| Array2::eye(count));
        let mut weights = unit.clone();
        for (mut row, &deviation) in weights.rows_mut().into_iter().zip(&deviation) {
            row *= deviation;
        }
        Self { drift: components.iter().map(|component| component.drift).collect(), deviation, unit, weights }
    }

    /// Weights of the first random numbers, up to its own, in a component.
    #[must_use]
    pub fn weights(&self, component: usize) -> &[f64] {
        row(&self.weights, component)
    }

    /// The same, of unit variance.
    #[must_use]
    pub fn unit(&self, component: usize) -> &[f64] {
        row(&self.unit, component)
    }
}

fn row(matrix: &Array2<f64>, component: usize) -> &[f64] {
    let start = component * matrix.ncols();
    matrix.as_slice().map_or(&[], |numbers| &numbers[start..=start + component])
}

fn components(law: &Diffusion, regime: &Regime, years: f64) -> Vec<Component> {
    let assets = law.assets().iter().filter(|asset| **asset == AssetLaw::Lognormal).zip(regime.growth());
    let mut components: Vec<Component> = assets
        .enumerate()
        .map(|(motion, (_, growth))| Component {
            motion,
            volatility: growth.volatility.get(),
            drift: growth.drift.get() * years,
            response: Response::MOTION,
        })
        .collect();
    let first = components.len();
    for (place, (factor, &volatility)) in law.factors().iter().zip(regime.factor_volatility()).enumerate() {
        let volatility = volatility.get();
        let (mean, kappa, motion) = (factor.mean.get(), factor.reversion.get(), first + place);
        let of = |drift, response| Component { motion, volatility, drift, response };
        components.push(of(-mean * libm::expm1(-kappa * years), Response::level(kappa)));
        components.push(of(mean * (years - loading(kappa, years)), Response::integral(kappa)));
    }
    components
}
