//! Deepest falls of histories that the fitted laws make, to hold the true history's against.

use ndarray::Array2;
use serde::Serialize;

use super::describe;
use super::normal::Normal;
use super::regimes::FittedChain;
use crate::lanes::LANES;
use crate::numerics::real;
use crate::random::Stream;

/// Blocks of [`LANES`] simulated histories.
const BLOCKS: u64 = 4;

/// The deepest fall of a history, and of simulated ones of the same length; positive.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Falls {
    /// The fall of the history.
    pub history: f64,
    /// 5, 50 and 95 % quantiles under the lognormal law.
    pub lognormal: [f64; 3],
    /// The same under two regimes.
    pub regimes: Option<[f64; 3]>,
}

/// The falls of each column.
#[must_use]
pub fn falls(rows: &Array2<f64>, chain: Option<&FittedChain>, seed: u64) -> Vec<Falls> {
    let months = rows.nrows();
    let lognormal: Vec<Option<Normal>> = (0..rows.ncols())
        .map(|column| {
            let own = rows.column(column).insert_axis(ndarray::Axis(1)).to_owned();
            Normal::weighted(&own, &vec![1.0; months])
        })
        .collect();
    (0..rows.ncols())
        .map(|column| Falls {
            history: describe::drawdown(&rows.column(column).to_vec()),
            lognormal: lognormal[column]
                .as_ref()
                .map_or([f64::NAN; 3], |law| quantiles([law, law], (0, column), [0.0, 1.0], months, seed)),
            regimes: chain.map(|chain| {
                let [calm, turbulent] = &chain.laws;
                quantiles([calm, turbulent], (column, column), chain.leave, months, seed)
            }),
        })
        .collect()
}

/// Quantiles of the deepest fall of one column under two laws and the probabilities to leave them. With one law twice
/// it does not matter which holds.
fn quantiles(laws: [&Normal; 2], (own, key): (usize, usize), leave: [f64; 2], months: usize, seed: u64) -> [f64; 3] {
    let laws = laws.map(|law| (law.mean[own], law.deviations()[own]));
    let mut returns = Stream::new(seed, &format!("calibrate/returns/{key}"));
    let mut regimes = Stream::new(seed, "calibrate/regimes");
    let mut deepest = Vec::new();
    for block in 0..BLOCKS {
        returns.begin(block);
        regimes.begin(block);
        let mut paths = Paths::new();
        for month in 0..months {
            paths.switch(leave, month == 0, &uniforms(&mut regimes));
            paths.step(laws, &mut returns);
        }
        deepest.extend(paths.deepest);
    }
    deepest.sort_by(f64::total_cmp);
    [0.05, 0.5, 0.95].map(|level| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank")]
        let rank = (level * real(deepest.len())) as usize;
        deepest[rank]
    })
}

/// A uniform number for each path: half a word.
fn uniforms(stream: &mut Stream) -> [f64; LANES] {
    let mut out = [0.0; LANES];
    for (pair, word) in out.as_chunks_mut::<2>().0.iter_mut().zip(stream.words()) {
        #[allow(clippy::cast_possible_truncation, reason = "the halves are meant")]
        let halves = [*word as u32, (*word >> 32) as u32];
        *pair = halves.map(|half| (f64::from(half) + 0.5) / 4_294_967_296.0);
    }
    out
}

/// Histories side by side.
struct Paths {
    regime: [usize; LANES],
    value: [f64; LANES],
    high: [f64; LANES],
    deepest: [f64; LANES],
}

impl Paths {
    const fn new() -> Self {
        Self { regime: [0; LANES], value: [0.0; LANES], high: [0.0; LANES], deepest: [0.0; LANES] }
    }

    /// The first month's regime is drawn from the stationary law.
    fn switch(&mut self, leave: [f64; 2], first: bool, uniforms: &[f64; LANES]) {
        let turbulent = leave[0] / (leave[0] + leave[1]);
        for (regime, &u) in self.regime.iter_mut().zip(uniforms) {
            *regime = if first {
                usize::from(u < turbulent)
            } else if u < leave[*regime] {
                1 - *regime
            } else {
                *regime
            };
        }
    }

    fn step(&mut self, laws: [(f64, f64); 2], returns: &mut Stream) {
        let mut normals = [0.0; LANES];
        returns.normals(&mut normals);
        for (path, z) in normals.into_iter().enumerate() {
            let (mean, deviation) = laws[self.regime[path]];
            self.value[path] += mean + deviation * z;
            self.high[path] = self.high[path].max(self.value[path]);
            self.deepest[path] = self.deepest[path].max(-libm::expm1(self.value[path] - self.high[path]));
        }
    }
}
