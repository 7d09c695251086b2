//! The normal vector of a step: each component on every path of a block.

use super::copula::StudentT;
use super::kernels::{self, Weights};
use super::regimes::RegimeState;
use super::transition::Transition;
use crate::lanes::Lanes;
use crate::plan::{Asset, Chain, Copula, Diffusion, TimeGrid};
use crate::random::Stream;

/// The law of the normal vector of a step.
pub struct NormalVector {
    /// The name of the stream of random numbers of each component.
    streams: Vec<String>,
    /// The law in each regime, by the regime's number.
    transitions: Vec<Transition>,
    /// How the regimes follow each other; none for one regime.
    chain: Option<Chain>,
    copula: Option<StudentT>,
    time: TimeGrid,
    seed: u64,
}

impl NormalVector {
    /// The law for a plan's assets at the plan's step.
    pub fn new(assets: &[Asset], law: &Diffusion, time: TimeGrid, seed: u64) -> Self {
        let years = time.step_in_years();
        let copula = match law.copula() {
            Copula::Normal => None,
            Copula::StudentT { degrees_of_freedom } => Some(StudentT::new(degrees_of_freedom.get())),
        };
        Self {
            streams: streams(assets, law),
            transitions: law.regimes().iter().map(|regime| Transition::new(law, regime, years)).collect(),
            chain: law.chain(),
            copula,
            time,
            seed,
        }
    }

    /// The value of a component that has no deviation and the same mean in every regime.
    pub fn constant(&self, component: usize) -> Option<f64> {
        let riskless = self.transitions.iter().all(|regime| regime.deviation[component] == 0.0);
        let (first, last) = (self.transitions.first()?, self.transitions.last()?);
        let drift = first.drift[component];
        (riskless && drift.to_bits() == last.drift[component].to_bits()).then_some(drift)
    }
}

/// Names of the streams: a lognormal asset's own, a factor's for its level and a second one for its integral.
fn streams(assets: &[Asset], law: &Diffusion) -> Vec<String> {
    let lognormal = law.lognormal_assets().map(|place| assets[place].name.clone());
    let factors = law.factors().iter().flat_map(|factor| {
        let name = factor.kind.name();
        [name.to_owned(), format!("{name}/integral")]
    });
    lognormal.chain(factors).collect()
}

/// The random numbers of a block's step, and the components made of them.
pub struct Noise<'a> {
    streams: Vec<Stream>,
    /// Whether any component takes the stream's numbers.
    drawn: Vec<bool>,
    normals: Vec<Lanes>,
    components: Vec<ComponentLaw<'a>>,
    /// The regimes, where the world has more than one.
    regime: Option<RegimeState>,
    /// The t copula, where the world has one.
    mixing: Option<Mixing<'a>>,
}

/// The random numbers of a t copula, which tie all components of a path together.
struct Mixing<'a> {
    copula: &'a StudentT,
    stream: Stream,
    /// The factor on each path's normal numbers.
    numbers: Lanes,
}

/// The law of a component in each regime, by the regime's number.
struct ComponentLaw<'a> {
    /// Its sum of the streams' numbers.
    sums: Vec<Weights<'a>>,
    /// The same sum, of mean 0 and variance 1.
    unit_sums: Vec<Weights<'a>>,
    /// Its mean and its standard deviation.
    lines: Vec<[f64; 2]>,
}

impl<'a> ComponentLaw<'a> {
    fn new(law: &'a NormalVector, place: usize) -> Self {
        let regimes = &law.transitions;
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
    pub fn new(law: &'a NormalVector) -> Self {
        let NormalVector { streams, transitions, chain, copula, time, seed } = law;
        let drawn = |place: usize| {
            transitions.iter().any(|transition| transition.weights.column(place).iter().any(|&weight| weight != 0.0))
        };
        Self {
            streams: streams.iter().map(|name| Stream::new(*seed, name)).collect(),
            drawn: (0..streams.len()).map(drawn).collect(),
            normals: vec![Lanes::all(0.0); streams.len()],
            components: (0..streams.len()).map(|place| ComponentLaw::new(law, place)).collect(),
            regime: chain.map(|chain| RegimeState::new(chain, *seed, *time)),
            mixing: copula.as_ref().map(|copula| Mixing {
                copula,
                stream: Stream::new(*seed, "market/copula"),
                numbers: Lanes::all(0.0),
            }),
        }
    }

    /// Goes to the start of a block.
    pub fn begin(&mut self, block: u64) {
        self.streams.iter_mut().for_each(|stream| stream.begin(block));
        self.regime.iter_mut().for_each(|regime| regime.begin(block));
        self.mixing.iter_mut().for_each(|mixing| mixing.stream.begin(block));
    }

    /// Draws the next step's numbers.
    pub fn step(&mut self) {
        for ((stream, normals), drawn) in self.streams.iter_mut().zip(&mut self.normals).zip(&self.drawn) {
            if *drawn {
                stream.normals(normals);
            }
        }
        self.regime.iter_mut().for_each(RegimeState::step);
        if let Some(Mixing { copula, stream, numbers }) = &mut self.mixing {
            stream.normals(numbers);
            copula.mixing(numbers);
        }
    }

    /// A component, its mean included.
    pub fn component(&self, component: usize, out: &mut [f64]) {
        let law = &self.components[component];
        if let Some(mixing) = &self.mixing {
            self.tied(mixing, law, out);
        } else {
            kernels::sum(&law.sums, self.regimes(), &self.normals, out);
        }
    }

    /// `e` to the power of a component.
    pub fn exp(&self, component: usize, out: &mut [f64]) {
        let law = &self.components[component];
        if let Some(mixing) = &self.mixing {
            self.tied(mixing, law, out);
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
    fn tied(&self, mixing: &Mixing, law: &ComponentLaw, out: &mut [f64]) {
        kernels::sum(&law.unit_sums, self.regimes(), &self.normals, out);
        mixing.copula.to_normal(&mixing.numbers, out);
        kernels::affine(&law.lines, self.regimes(), out);
    }
}
