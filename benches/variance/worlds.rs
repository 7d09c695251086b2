//! The reference job's market, drawn in several ways.

use std::sync::Mutex;

use ndarray::Array2;
use skans::lanes::{LANES, Lanes};
use skans::market::diffusion::kernels::{Weights, exp_sum};
use skans::market::{MarketModel, MarketStep, World};
use skans::numerics::linear::cholesky;
use skans::numerics::{elementary, normal};
use skans::plan::{Law, LogGrowth, Plan};
use skans::random::Stream;
use sobol_burley::sample;

/// How normal numbers are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// As the product draws them.
    Plain,
    /// The second half of a block has the first half's numbers with the opposite sign.
    Antithetic,
    /// The Brownian motion at so many equal distances comes from scrambled Sobol points through a bridge. The
    /// scrambling is Owen's (by Burley 2020, *Journal of Computer Graphics Techniques* 9(4)). What lies between the
    /// points is drawn as ever.
    Sobol {
        /// Points of each asset's motion, a divisor of the number of months.
        points: usize,
    },
}

/// Whether a static mix is followed with the pool.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Control {
    None,
    Followed,
}

/// The static mix: the pool's own mean share.
const SHARE: f64 = 0.44;

/// The model.
pub struct Reference<'a> {
    growth: &'a [LogGrowth],
    factor: Array2<f64>,
    steps: usize,
    scheme: Scheme,
    control: Control,
    seed: u64,
    /// Value of the static mix on each path of the block.
    mix: Mutex<Vec<f64>>,
}

impl<'a> Reference<'a> {
    pub fn new(plan: &'a Plan, scheme: Scheme, control: Control, seed: u64) -> Self {
        let Law::Diffusion(law) = &plan.market.law else { panic!("the reference job is lognormal") };
        let regime = &law.regimes()[0];
        let factor = cholesky(regime.correlation()).expect("the correlations are right");
        Self { growth: regime.growth(), factor, steps: plan.time.steps(), scheme, control, seed, mix: Mutex::default() }
    }

    /// The static mix's values at the horizon of the block drawn last.
    pub fn control(&self) -> Vec<f64> {
        self.mix.lock().expect("one thread").clone()
    }

    /// Their mean: months are independent.
    pub fn expected_control(&self) -> f64 {
        let growth = |asset: usize| libm::exp(self.growth[asset].log_mean_growth() / 12.0);
        let month = SHARE * growth(0) + (1.0 - SHARE) * growth(1);
        (0..self.steps).fold(1.0, |value, _| value * month)
    }
}

impl MarketModel for Reference<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        Box::new(Draws {
            model: self,
            streams: ["equity", "bonds"].map(|name| Stream::new(self.seed, name)),
            normals: [Lanes::all(0.0), Lanes::all(0.0)],
            kept: [Lanes::all(0.0), Lanes::all(0.0)],
            motion: [Vec::new(), Vec::new()],
            ahead: [Vec::new(), Vec::new()],
            block: 0,
            step: 0,
        })
    }
}

struct Draws<'a> {
    model: &'a Reference<'a>,
    streams: [Stream; 2],
    normals: [Lanes; 2],
    /// Numbers for the next step.
    kept: [Lanes; 2],
    /// Increments of each asset's motion between the points of the bridge.
    motion: [Vec<Lanes>; 2],
    /// Increments of the months to the next point of the bridge.
    ahead: [Vec<Lanes>; 2],
    block: u64,
    step: usize,
}

impl World for Draws<'_> {
    fn begin(&mut self, block: u64) {
        self.block = block;
        self.step = 0;
        self.streams.iter_mut().for_each(|stream| stream.begin(block));
        if let Scheme::Sobol { points } = self.model.scheme {
            for asset in 0..2 {
                self.motion[asset] = self.bridge(asset, points);
            }
        }
        if self.model.control == Control::Followed {
            *self.model.mix.lock().expect("one thread") = vec![1.0; LANES];
        }
    }

    fn step(&mut self, step: &mut MarketStep) {
        for asset in 0..2 {
            self.draw(asset);
        }
        self.step += 1;
        let model = self.model;
        let month = 1.0_f64 / 12.0;
        for asset in 0..2 {
            let LogGrowth { drift, volatility } = model.growth[asset];
            let (drift, volatility) = (drift.get(), volatility.get());
            let scale = |factor: usize| model.factor[[asset, factor]] * volatility * month.sqrt();
            let weights = Weights { constant: drift * month, factors: &[scale(0), scale(1)][..=asset] };
            exp_sum(&[weights], &[], &self.normals, step.growth_mut(asset));
        }
        if self.model.control == Control::Followed {
            let mut mix = self.model.mix.lock().expect("one thread");
            for ((mix, equity), bonds) in mix.iter_mut().zip(step.growth(0)).zip(step.growth(1)) {
                *mix *= SHARE * equity + (1.0 - SHARE) * bonds;
            }
        }
    }
}

impl Draws<'_> {
    fn draw(&mut self, asset: usize) {
        match self.model.scheme {
            Scheme::Plain => self.streams[asset].normals(&mut self.normals[asset]),
            Scheme::Antithetic => {
                let half = LANES / 2;
                if self.step.is_multiple_of(2) {
                    self.streams[asset].normals(&mut self.kept[asset]);
                } else {
                    self.kept[asset].rotate_left(half);
                }
                let (first, second) = self.normals[asset].split_at_mut(half);
                first.copy_from_slice(&self.kept[asset][..half]);
                second.iter_mut().zip(&*first).for_each(|(opposite, z)| *opposite = -z);
            }
            Scheme::Sobol { points } => {
                if self.ahead[asset].is_empty() {
                    self.ahead[asset] = self.between(asset, self.model.steps / points);
                }
                self.normals[asset] = self.ahead[asset].pop().expect("a point every so many steps");
            }
        }
    }

    /// Months up to the next point: independent numbers, moved by the same amount each so that their sum is the
    /// increment.
    fn between(&mut self, asset: usize, months: usize) -> Vec<Lanes> {
        let mut drawn = vec![Lanes::all(0.0); months];
        for month in &mut drawn {
            self.streams[asset].normals(month);
        }
        let mut missing = self.motion[asset][self.step / months].clone();
        for month in &drawn {
            elementary::add_scaled(-1.0, month, &mut missing);
        }
        let share = 1.0 / skans::numerics::real(months);
        for month in &mut drawn {
            elementary::add_scaled(share, &missing, month);
        }
        drawn
    }

    /// Increments between equally distant points of a motion over all steps, from the coarse to the fine (Caflisch,
    /// Morokoff & Owen 1997, *Journal of Computational Finance* 1(1)).
    fn bridge(&self, asset: usize, points: usize) -> Vec<Lanes> {
        let months = skans::numerics::real(self.model.steps / points);
        let mut motion = vec![Lanes::all(0.0); points + 1];
        let mut dimension = u32::try_from(asset).unwrap_or(0);
        let number = |dimension: &mut u32, motion: &mut Lanes, scale: f64| {
            let scramble = u32::try_from(self.model.seed).unwrap_or(0);
            for (lane, out) in (0_u32..).zip(motion.iter_mut()) {
                let index = u32::try_from(self.block).unwrap_or(0) * 256 + lane;
                let uniform = f64::from(sample(index, *dimension, scramble)) + 0.5 / 16_777_216.0;
                *out += scale * normal::quantile(uniform);
            }
            *dimension += 2;
        };
        let length = skans::numerics::real(points) * months;
        number(&mut dimension, &mut motion[points], length.sqrt());
        let mut open = std::collections::VecDeque::from([(0, points)]);
        while let Some((left, right)) = open.pop_front() {
            if right - left < 2 {
                continue;
            }
            let middle = usize::midpoint(left, right);
            let [from, to] = [middle - left, right - middle].map(|gap| skans::numerics::real(gap) * months);
            let mut at = Lanes::all(0.0);
            elementary::add_scaled(to / (from + to), &motion[left], &mut at);
            elementary::add_scaled(from / (from + to), &motion[right], &mut at);
            number(&mut dimension, &mut at, (from * to / (from + to)).sqrt());
            motion[middle] = at;
            open.extend([(left, middle), (middle, right)]);
        }
        for point in (1..=points).rev() {
            let before = motion[point - 1].clone();
            elementary::add_scaled(-1.0, &before, &mut motion[point]);
        }
        motion.remove(0);
        motion
    }
}
