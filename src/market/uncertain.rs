//! Parameter uncertainty: expected returns that are not known but estimated.
//!
//! On each path the mean log return of an asset is `E ln(1 + R) + s Z` a year. `s` is its standard error; `Z ~ N(0, 1)`
//! is drawn once, from a stream of the asset's own. Growth over a step of `h` years is `e^(s Z h)` times the model's.
//! The draws of different assets are independent. Without them, a fan shows only the scatter around a mean that is
//! known for certain (Pástor & Stambaugh 2012, *Are Stocks Really Less Volatile in the Long Run?*, Journal of Finance
//! 67(2)).

use super::{MarketModel, MarketStep, World};
use crate::lanes::Lanes;
use crate::numerics::elementary;
use crate::plan::Plan;
use crate::random::Stream;

/// A model whose assets' expected returns are drawn once a path.
pub struct Uncertain<'a> {
    model: Box<dyn MarketModel + 'a>,
    plan: &'a Plan,
}

impl<'a> Uncertain<'a> {
    /// A plan's model, with the plan's standard errors.
    #[must_use]
    pub fn new(model: Box<dyn MarketModel + 'a>, plan: &'a Plan) -> Self {
        Self { model, plan }
    }
}

impl MarketModel for Uncertain<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        let years = self.plan.time.step_in_years();
        let assets = self.plan.market.uncertain_assets().map(|place| {
            let asset = &self.plan.market.assets[place];
            UncertainAsset {
                place,
                scale: asset.expected_return_error.get() * years,
                stream: Stream::new(self.plan.seed, &format!("{}/expected_return", asset.name)),
                drawn: Lanes::all(0.0),
                factor: Lanes::all(1.0),
            }
        });
        Box::new(UncertainWorld { world: self.model.world(), assets: assets.collect() })
    }
}

struct UncertainAsset {
    place: usize,
    /// Standard error of a step's mean log return.
    scale: f64,
    stream: Stream,
    /// Z.
    drawn: Lanes,
    /// The factor on a step's growth.
    factor: Lanes,
}

struct UncertainWorld<'a> {
    world: Box<dyn World + 'a>,
    assets: Vec<UncertainAsset>,
}

impl World for UncertainWorld<'_> {
    fn begin(&mut self, block: u64) {
        self.world.begin(block);
        for asset in &mut self.assets {
            asset.stream.begin(block);
            asset.stream.normals(&mut asset.drawn);
            elementary::exp_scaled(asset.scale, &asset.drawn, &mut asset.factor);
        }
    }

    fn step(&mut self, step: &mut MarketStep) {
        self.world.step(step);
        for (asset, drawn) in self.assets.iter().zip(&mut step.expected_returns) {
            elementary::multiply(&asset.factor, &mut step.growth[asset.place]);
            drawn.copy_from_slice(&asset.drawn);
        }
    }
}
