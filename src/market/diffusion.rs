//! Assets and factors driven by correlated Brownian motions, exact at any step.
//!
//! - A lognormal asset: `ln(S[t+h] / S[t]) = (μ - σ²/2) h + σ ∫ dW`; μ and σ per year, h in years. Hull (2018),
//!   *Options, Futures, and Other Derivatives*, 10th ed., ch. 15.
//! - A factor that reverts to its mean (`mean_reverting`): level and integral over the step.
//! - A bond fund (`bond_fund`): by the level of yields.
//!
//! Over a step, all these follow from one normal vector `C Z` with `Z` independent `N(0, 1)`. Its covariances `C Cᵀ`
//! follow from the correlations of the motions: `ρ σ σ' ∫ f(u) g(u) du` for two responses `f` and `g` (Glasserman 2004,
//! *Monte Carlo Methods in Financial Engineering*, 2.3.3 and 3.3). There is no discretisation error: the law at
//! month-ends is the same for every number of steps a month, bond funds apart.
//!
//! With two regimes (`regimes`) means, volatilities and correlations are those of the month's regime. With a t copula
//! (`copula`) each component keeps its normal law, and all are tied together by Student's t.

pub(crate) mod bond_fund;
pub(crate) mod copula;
pub(crate) mod expected;
mod factor_state;
pub mod kernels;
mod noise;
pub(crate) mod regimes;
mod transition;

use super::mean_reverting::loading;
use super::{MarketModel, MarketStep, World};
use crate::lanes::Lanes;
use crate::numerics::elementary;
use crate::plan::{Asset, AssetLaw, Diffusion, FactorKind, TimeGrid};

use bond_fund::FundStep;
use factor_state::FactorState;
use noise::{Noise, NormalVector};

/// The law, with its parameters for one step.
pub struct Model<'a> {
    law: &'a Diffusion,
    /// A step's length.
    years: f64,
    /// The component of the normal vector that is the first factor's level; its integral is the next.
    first_factor: usize,
    vector: NormalVector,
    assets: Vec<Growth>,
}

/// How an asset grows over a step.
enum Growth {
    /// It follows this component of the normal vector.
    Lognormal(usize),
    /// It grows by the same rate always.
    Riskless(f64),
    /// It follows the factors.
    BondFund(FundStep),
}

impl<'a> Model<'a> {
    /// The law for a plan's assets at the plan's step.
    #[must_use]
    pub fn new(assets: &[Asset], law: &'a Diffusion, time: TimeGrid, seed: u64) -> Self {
        let years = time.step_in_years();
        let vector = NormalVector::new(assets, law, time, seed);
        let mut component = 0..;
        let growth = |asset: &AssetLaw| match asset {
            AssetLaw::Lognormal => {
                let component = component.next().unwrap_or(0);
                match vector.constant(component) {
                    Some(drift) => Growth::Riskless(elementary::exp(drift)),
                    None => Growth::Lognormal(component),
                }
            }
            AssetLaw::BondFund(fund) => Growth::BondFund(FundStep::new(fund, law, years)),
        };
        let assets = law.assets().iter().map(growth).collect();
        Self { law, years, first_factor: law.lognormal_assets().count(), vector, assets }
    }
}

impl MarketModel for Model<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        let factors = vec![FactorState::new(); self.law.factors().len()];
        Box::new(Draws { model: self, noise: Noise::new(&self.vector), factors, next: Lanes::all(0.0) })
    }
}

struct Draws<'a> {
    model: &'a Model<'a>,
    noise: Noise<'a>,
    factors: Vec<FactorState>,
    next: Lanes,
}

impl World for Draws<'_> {
    fn begin(&mut self, block: u64) {
        self.noise.begin(block);
        for (state, factor) in self.factors.iter_mut().zip(self.model.law.factors()) {
            state.level.fill(factor.start.get());
        }
    }

    fn step(&mut self, step: &mut MarketStep) {
        self.noise.step();
        for place in 0..self.factors.len() {
            self.move_factor(place);
            step.factors[place].copy_from_slice(&self.factors[place].level);
        }
        if let Some(inflation) = self.model.law.factor(FactorKind::Inflation) {
            kernels::exp(&self.factors[inflation].integral, &mut step.inflation);
        }
        for (asset, growth) in self.model.assets.iter().enumerate() {
            let out = step.growth_mut(asset);
            match growth {
                Growth::Riskless(growth) => out.fill(*growth),
                Growth::Lognormal(component) => self.noise.exp(*component, out),
                Growth::BondFund(fund) => fund.grow(&self.factors, out),
            }
        }
    }
}

impl Draws<'_> {
    /// A factor's level at the step's end, and its integral over it.
    fn move_factor(&mut self, place: usize) {
        let component = self.model.first_factor + 2 * place;
        let reversion = self.model.law.factors()[place].reversion.get();
        let state = &mut self.factors[place];
        self.noise.component(component, &mut self.next);
        elementary::add_scaled(libm::exp(-reversion * self.model.years), &state.level, &mut self.next);
        self.noise.component(component + 1, &mut state.integral);
        elementary::add_scaled(loading(reversion, self.model.years), &state.level, &mut state.integral);
        std::mem::swap(&mut state.before, &mut state.level);
        std::mem::swap(&mut state.level, &mut self.next);
    }
}

#[cfg(test)]
mod tests;
