//! Correlated lognormal assets: geometric Brownian motion, exact at any step.
//!
//! `ln(S[t+dt] / S[t]) = (μ - σ²/2) dt + σ √dt X`, `X = L Z`, `Z` independent `N(0, 1)`, `L Lᵀ` the correlation matrix;
//! μ and σ per year, dt in years. Hull (2018), *Options, Futures, and Other Derivatives*, 10th ed., ch. 15; Glasserman
//! (2004), *Monte Carlo Methods in Financial Engineering*, 2.3.3 and 3.2.3. No discretisation error: the law at month-ends
//! is the same for every number of steps a month.

use ndarray::Array2;

use super::{MarketModel, Paths, World};
use crate::elementary;
use crate::lanes::Lanes;
use crate::plan::{Asset, LognormalLaw, Time};
use crate::random::Stream;

/// The law, with its parameters for one step.
pub struct Lognormal {
    seed: u64,
    names: Vec<String>,
    drift: Vec<f64>,
    /// `σ √dt L`.
    weights: Array2<f64>,
}

impl Lognormal {
    /// The law for a plan's assets at the plan's step.
    #[must_use]
    pub fn new(assets: &[Asset], law: &LognormalLaw, time: Time, seed: u64) -> Self {
        let years = time.step_in_years();
        let mut weights = law.factor.clone();
        for (mut row, growth) in weights.rows_mut().into_iter().zip(&law.growth) {
            row *= growth.volatility * years.sqrt();
        }
        Self {
            seed,
            names: assets.iter().map(|asset| asset.name.clone()).collect(),
            drift: law.growth.iter().map(|growth| growth.drift * years).collect(),
            weights,
        }
    }

    fn is_riskless(&self, asset: usize) -> bool {
        self.weights.row(asset).iter().all(|&weight| weight == 0.0)
    }
}

impl MarketModel for Lognormal {
    fn world(&self) -> Box<dyn World + '_> {
        Box::new(Draws {
            law: self,
            streams: self.names.iter().map(|name| Stream::new(self.seed, name)).collect(),
            normals: vec![Lanes::all(0.0); self.names.len()],
            sum: Lanes::all(0.0),
        })
    }
}

struct Draws<'a> {
    law: &'a Lognormal,
    streams: Vec<Stream>,
    normals: Vec<Lanes>,
    /// Weighted sum of other assets' normal numbers.
    sum: Lanes,
}

impl World for Draws<'_> {
    fn begin(&mut self, block: u64) {
        self.streams.iter_mut().for_each(|stream| stream.begin(block));
    }

    fn step(&mut self, paths: &mut Paths) {
        for (asset, stream) in self.streams.iter_mut().enumerate() {
            let drift = self.law.drift[asset];
            let weights = self.law.weights.row(asset);
            if self.law.is_riskless(asset) {
                paths.growth_mut(asset).fill(elementary::exp(drift));
                continue;
            }
            stream.normals(&mut self.normals[asset]);
            let mut others = (0..asset).filter(|&other| weights[other] != 0.0);
            let (own, growth) = (weights[asset], paths.growth_mut(asset));
            let Some(first) = others.next() else {
                elementary::exp_affine(drift, own, &self.normals[asset], growth);
                continue;
            };
            let Some(second) = others.next() else {
                let (first, weight) = (&self.normals[first], weights[first]);
                elementary::exp_affine_2(drift, weight, first, own, &self.normals[asset], growth);
                continue;
            };
            self.sum.fill(0.0);
            for other in [first, second].into_iter().chain(others) {
                elementary::add_scaled(weights[other], &self.normals[other], &mut self.sum);
            }
            elementary::exp_affine_2(drift, 1.0, &self.sum, own, &self.normals[asset], growth);
        }
    }
}
