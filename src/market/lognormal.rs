//! Correlated lognormal assets: geometric Brownian motion, exact at any step.
//!
//! `ln(S[t+dt] / S[t]) = (μ - σ²/2) dt + σ √dt X`, `X = L Z`, `Z` independent `N(0, 1)`, `L Lᵀ` the correlation matrix;
//! μ and σ per year, dt in years. Hull (2018), *Options, Futures, and Other Derivatives*, 10th ed., ch. 15; Glasserman
//! (2004), *Monte Carlo Methods in Financial Engineering*, 2.3.3 and 3.2.3. No discretisation error: the law at month-ends
//! is the same for every number of steps a month.

use multiversion::multiversion;
use ndarray::Array2;

use super::{MarketModel, Paths, World};
use crate::elementary;
use crate::plan::{Asset, LognormalLaw, Time};
use crate::random::{LANES, Stream};

/// The law, with its parameters for one step.
pub struct Lognormal {
    seed: u64,
    names: Vec<String>,
    drift: Vec<f64>,
    deviation: Vec<f64>,
    factor: Array2<f64>,
}

impl Lognormal {
    /// The law for a plan's assets at the plan's step.
    #[must_use]
    pub fn new(assets: &[Asset], law: &LognormalLaw, time: Time, seed: u64) -> Self {
        let years = time.step_in_years();
        Self {
            seed,
            names: assets.iter().map(|asset| asset.name.clone()).collect(),
            drift: law.growth.iter().map(|growth| growth.drift * years).collect(),
            deviation: law.growth.iter().map(|growth| growth.volatility * years.sqrt()).collect(),
            factor: law.factor.clone(),
        }
    }
}

impl MarketModel for Lognormal {
    fn world(&self) -> Box<dyn World + '_> {
        Box::new(Draws {
            law: self,
            streams: self.names.iter().map(|name| Stream::new(self.seed, name)).collect(),
            normals: vec![vec![0.0; LANES]; self.names.len()],
            correlated: vec![0.0; LANES],
        })
    }
}

struct Draws<'a> {
    law: &'a Lognormal,
    streams: Vec<Stream>,
    normals: Vec<Vec<f64>>,
    correlated: Vec<f64>,
}

impl World for Draws<'_> {
    fn begin(&mut self, block: u64) {
        self.streams.iter_mut().for_each(|stream| stream.begin(block));
    }

    fn step(&mut self, paths: &mut Paths) {
        for (asset, stream) in self.streams.iter_mut().enumerate() {
            let (drift, deviation) = (self.law.drift[asset], self.law.deviation[asset]);
            if deviation == 0.0 {
                paths.growth_mut(asset).fill(elementary::exp(drift));
                continue;
            }
            stream.normals(&mut self.normals[asset]);
            let row = self.law.factor.row(asset);
            if (0..asset).all(|other| row[other] == 0.0) {
                elementary::exp_affine(drift, deviation, &self.normals[asset], paths.growth_mut(asset));
                continue;
            }
            self.correlated.fill(0.0);
            for (other, normals) in self.normals[..=asset].iter().enumerate() {
                add_scaled(row[other], normals, &mut self.correlated);
            }
            elementary::exp_affine(drift, deviation, &self.correlated, paths.growth_mut(asset));
        }
    }
}

/// `sum += scale · x`, number by number.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl+avx512bw", "x86_64+avx2"))]
fn add_scaled(scale: f64, x: &[f64], sum: &mut [f64]) {
    for (sum, x) in sum.iter_mut().zip(x) {
        *sum += scale * x;
    }
}
