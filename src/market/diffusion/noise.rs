//! The normal vector of a step: each component on every path of a block.

use super::Model;
use super::kernels::{self, Weights};
use super::regimes::RegimeState;
use crate::lanes::Lanes;
use crate::random::Stream;

/// The random numbers of a block's step, and the components made of them.
pub struct Noise<'a> {
    model: &'a Model<'a>,
    streams: Vec<Stream>,
    /// Whether any component takes the stream's numbers.
    drawn: Vec<bool>,
    normals: Vec<Lanes>,
    components: Vec<Component<'a>>,
    /// Where the world has more than one regime.
    regime: Option<RegimeState>,
    /// What a t copula multiplies all normal numbers of a path by.
    mixing: Option<(Stream, Lanes)>,
}

/// The law of a component in each regime, by the regime's number.
struct Component<'a> {
    /// Its sum of the streams' numbers.
    sums: Vec<Weights<'a>>,
    /// The same sum, of mean 0 and variance 1.
    unit_sums: Vec<Weights<'a>>,
    /// Its mean and its standard deviation.
    lines: Vec<[f64; 2]>,
}

impl<'a> Component<'a> {
    fn new(model: &'a Model<'a>, place: usize) -> Self {
        let regimes = &model.transitions;
        let weights = |constant, factors| Weights { constant, factors };
        Self {
            sums: regimes.iter().map(|regime| weights(regime.drift[place], regime.weights(place))).collect(),
            unit_sums: regimes.iter().map(|regime| weights(0.0, regime.unit(place))).collect(),
            lines: regimes.iter().map(|regime| [regime.drift[place], regime.deviation[place]]).collect(),
        }
    }
}

impl<'a> Noise<'a> {
    /// Room for a block.
    pub fn new(model: &'a Model<'a>) -> Self {
        let drawn = |place: usize| {
            model
                .transitions
                .iter()
                .any(|transition| transition.weights.column(place).iter().any(|&weight| weight != 0.0))
        };
        Self {
            model,
            streams: model.names.iter().map(|name| Stream::new(model.seed, name)).collect(),
            drawn: (0..model.names.len()).map(drawn).collect(),
            components: (0..model.names.len()).map(|place| Component::new(model, place)).collect(),
            normals: vec![Lanes::all(0.0); model.names.len()],
            regime: model.law.chain.map(|chain| RegimeState::new(chain, model.seed, model.time)),
            mixing: model.copula.as_ref().map(|_| (Stream::new(model.seed, "market/copula"), Lanes::all(0.0))),
        }
    }

    /// Goes to the start of a block.
    pub fn begin(&mut self, block: u64) {
        self.streams.iter_mut().for_each(|stream| stream.begin(block));
        self.regime.iter_mut().for_each(|regime| regime.begin(block));
        self.mixing.iter_mut().for_each(|(stream, _)| stream.begin(block));
    }

    /// Draws the next step's numbers.
    pub fn step(&mut self) {
        for ((stream, normals), drawn) in self.streams.iter_mut().zip(&mut self.normals).zip(&self.drawn) {
            if *drawn {
                stream.normals(normals);
            }
        }
        self.regime.iter_mut().for_each(RegimeState::step);
        if let (Some(copula), Some((stream, mixing))) = (&self.model.copula, &mut self.mixing) {
            stream.normals(mixing);
            copula.mixing(mixing);
        }
    }

    /// A component, its mean included.
    pub fn component(&self, component: usize, out: &mut [f64]) {
        let law = &self.components[component];
        if self.mixing.is_some() {
            self.tied(law, out);
        } else {
            kernels::sum(&law.sums, self.regimes(), &self.normals, out);
        }
    }

    /// `e` to the power of a component.
    pub fn exp(&self, component: usize, out: &mut [f64]) {
        let law = &self.components[component];
        if self.mixing.is_some() {
            self.tied(law, out);
            kernels::exp_in_place(out);
        } else {
            kernels::exp_sum(&law.sums, self.regimes(), &self.normals, out);
        }
    }

    /// The number of each path's regime; empty where there is one regime.
    fn regimes(&self) -> &[f64] {
        self.regime.as_ref().map_or(&[], RegimeState::numbers)
    }

    /// A component that a t copula ties to the others: of unit variance first, then in its own.
    fn tied(&self, law: &Component, out: &mut [f64]) {
        let (Some(copula), Some((_, mixing))) = (&self.model.copula, &self.mixing) else { return };
        kernels::sum(&law.unit_sums, self.regimes(), &self.normals, out);
        copula.to_normal(mixing, out);
        kernels::affine(&law.lines, self.regimes(), out);
    }
}
