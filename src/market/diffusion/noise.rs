//! The normal vector of a step: what each component comes to on every path of a block.

use super::Model;
use super::kernels::{self, Weights, WeightsByRegime};
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
    regime: Option<RegimeState>,
    /// What a t copula multiplies all normal numbers of a path by.
    mixing: Option<(Stream, Lanes)>,
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
        if self.mixing.is_some() {
            return self.tied(component, out);
        }
        match &self.regime {
            None => kernels::sum(self.weights(0, component), &self.normals, out),
            Some(state) => kernels::sum_by_regime(self.weights_by_regime(state, component), &self.normals, out),
        }
    }

    /// `e` to the power of a component.
    pub fn exp(&self, component: usize, out: &mut [f64]) {
        match (&self.mixing, &self.regime) {
            (Some(_), _) => {
                self.tied(component, out);
                kernels::exp_in_place(out);
            }
            (None, None) => kernels::exp_sum(self.weights(0, component), &self.normals, out),
            (None, Some(state)) => {
                kernels::exp_sum_by_regime(self.weights_by_regime(state, component), &self.normals, out);
            }
        }
    }

    fn weights(&self, regime: usize, component: usize) -> Weights<'_> {
        let transition = &self.model.transitions[regime];
        Weights { constant: transition.drift[component], factors: transition.weights(component) }
    }

    fn weights_by_regime<'b>(&'b self, state: &'b RegimeState, component: usize) -> WeightsByRegime<'b> {
        let [calm, turbulent] = [0, 1].map(|regime| self.weights(regime, component));
        WeightsByRegime { calm, turbulent, mask: state.turbulent() }
    }

    /// A component that a t copula ties to the others: of unit variance first, then in its own.
    fn tied(&self, component: usize, out: &mut [f64]) {
        let (Some(copula), Some((_, mixing))) = (&self.model.copula, &self.mixing) else { return };
        let unit = |regime: usize| Weights { constant: 0.0, factors: self.model.transitions[regime].unit(component) };
        let affine = |regime: usize| {
            let transition = &self.model.transitions[regime];
            [transition.drift[component], transition.deviation[component]]
        };
        match &self.regime {
            None => {
                kernels::sum(unit(0), &self.normals, out);
                copula.to_normal(mixing, out);
                kernels::affine(affine(0), out);
            }
            Some(state) => {
                let [calm, turbulent] = [unit(0), unit(1)];
                let mask = state.turbulent();
                kernels::sum_by_regime(WeightsByRegime { calm, turbulent, mask }, &self.normals, out);
                copula.to_normal(mixing, out);
                kernels::affine_by_regime(affine(0), affine(1), mask, out);
            }
        }
    }
}
