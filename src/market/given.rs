//! Given scenarios: paths made elsewhere. Without weights, path `i` of the run is path `i` of the set: no law, no draw. With them, each
//! path of the run draws a path of the set with the probability of its weight, by a number of its own.

use ndarray::{ArrayView3, Axis};

use super::{MarketModel, MarketStep, World};
use crate::lanes::{LANES, Lanes};
use crate::plan::Scenarios;
use crate::random::Stream;

/// The set of scenarios.
pub struct Given<'a> {
    set: &'a Scenarios,
    seed: u64,
}

impl<'a> Given<'a> {
    /// The set that a plan holds.
    #[must_use]
    pub const fn new(set: &'a Scenarios, seed: u64) -> Self {
        Self { set, seed }
    }
}

/// Growth over a step of each series of a set, as it is expected: the geometric mean of all its steps.
#[must_use]
pub fn expected_growth(set: &Scenarios) -> Vec<f64> {
    set.returns.axis_iter(Axis(2)).map(|series| geometric_mean(series.iter().copied())).collect()
}

/// The geometric mean of growth over a step, from simple returns.
fn geometric_mean(returns: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = returns.fold((0.0, 0.0), |(sum, count), simple| (sum + libm::log1p(simple), count + 1.0));
    libm::exp(sum / count)
}

impl MarketModel for Given<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        let draws = self.set.cumulated.as_deref().map(|cumulated| Draws {
            cumulated,
            stream: Stream::new(self.seed, "market/scenario"),
            uniform: [Lanes::all(0.0), Lanes::all(0.0)],
        });
        let (returns, inflation) = (self.set.returns.view(), self.set.inflation);
        Box::new(Reader { returns, inflation, draws, scenarios: Vec::with_capacity(LANES), step: 0 })
    }
}

/// Draws of scenarios by their weights.
struct Draws<'a> {
    cumulated: &'a [f64],
    stream: Stream,
    uniform: [Lanes; 2],
}

impl Draws<'_> {
    /// The scenario of each path of a block: the first whose cumulated weight is above a number uniform on (0, 1), of 64 bits.
    fn draw(&mut self, block: u64, scenarios: &mut Vec<usize>) {
        self.stream.begin(block);
        for uniform in &mut self.uniform {
            self.stream.uniforms(uniform);
        }
        let [coarse, fine] = &self.uniform;
        scenarios.extend(coarse.iter().zip(fine.iter()).map(|(coarse, fine)| {
            let uniform = coarse + (fine - 0.5) / 4_294_967_296.0;
            self.cumulated.partition_point(|&below| below <= uniform).min(self.cumulated.len() - 1)
        }));
    }
}

struct Reader<'a> {
    /// Simple returns by (path, step, series).
    returns: ArrayView3<'a, f64>,
    inflation: bool,
    draws: Option<Draws<'a>>,
    /// The path of the set that each path of the block is; none beyond the set, where the last block's unused paths stand still.
    scenarios: Vec<usize>,
    step: usize,
}

impl World for Reader<'_> {
    fn begin(&mut self, block: u64) {
        self.step = 0;
        self.scenarios.clear();
        if let Some(draws) = &mut self.draws {
            draws.draw(block, &mut self.scenarios);
        } else {
            let first = usize::try_from(block).unwrap_or(usize::MAX).saturating_mul(LANES);
            self.scenarios.extend((first..self.returns.dim().0).take(LANES));
        }
    }

    fn step(&mut self, paths: &mut MarketStep) {
        let all = self.returns.dim().2;
        let assets = all - usize::from(self.inflation);
        for series in 0..all {
            let out: &mut [f64] = if series < assets { &mut paths.growth[series] } else { &mut paths.inflation };
            out[self.scenarios.len()..].fill(1.0);
            for (out, &scenario) in out.iter_mut().zip(&self.scenarios) {
                *out = 1.0 + self.returns[(scenario, self.step, series)];
            }
        }
        self.step += 1;
    }
}
