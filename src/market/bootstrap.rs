//! The stationary bootstrap: months of a path are months of history, all assets and consumer prices of a month
//! together, in blocks of geometric length.
//!
//! `ln(S[t+1] / S[t]) = m + (x[r_t] - mean x)`. The row `r_t` is the one after `r_(t-1)` with probability `1 - 1/L`,
//! the first after the last; else it is drawn evenly. Politis & Romano (1994), *The Stationary Bootstrap*, Journal of
//! the American Statistical Association 89(428). No law of returns is assumed. What has not happened does not happen.
//! What lasts longer than a block or two does not last on a path: a decade of falling rates, a return to fair prices.
//!
//! Filtered (`filtered.rs`), returns are those of a month in units of its own volatility, times the path's.
//!
//! Each path takes two numbers a month, whether a block ends there or not: a change of the block's length shifts no
//! draw. Both come without rejection, so that no path shifts another's (`docs/evidence/random-numbers.md`).

mod filtered;
mod kernels;

use super::{MarketModel, MarketStep, World};
use crate::lanes::{LANES, Lanes};
use crate::plan::{Bootstrap, TimeGrid};
use crate::random::Stream;

use filtered::Filtered;
use kernels::Draw;

/// The law, ready to be drawn from.
pub struct Model<'a> {
    law: &'a Bootstrap,
    seed: u64,
    series: Vec<SeriesByRow>,
}

/// A series by row.
enum SeriesByRow {
    /// Its gross growth.
    Growth(Vec<f64>),
    /// Its growth in units of its volatility.
    Filtered(Filtered),
}

impl<'a> Model<'a> {
    /// The law for a plan's horizon.
    #[must_use]
    pub fn new(law: &'a Bootstrap, time: TimeGrid, seed: u64) -> Self {
        let assets = law.mean().len() - usize::from(law.inflation);
        let series = law.deviations().rows().into_iter().zip(law.mean()).enumerate().map(|(place, (row, &mean))| {
            let deviations: Vec<f64> = row.to_vec();
            match law.lambda {
                Some(lambda) if place < assets => {
                    SeriesByRow::Filtered(Filtered::new(&deviations, mean, lambda.get(), law.rows(), time.steps()))
                }
                _ => SeriesByRow::Growth(deviations.iter().map(|deviation| libm::exp(mean + deviation)).collect()),
            }
        });
        Self { law, seed, series: series.collect() }
    }
}

impl MarketModel for Model<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        let lanes = || Lanes::all(0.0);
        Box::new(Draws {
            model: self,
            stream: Stream::new(self.seed, "market/bootstrap"),
            month: 0,
            ends: lanes(),
            beginnings: lanes(),
            rows: vec![0; LANES],
            volatility: vec![lanes(); self.series.len()],
            scratch: lanes(),
        })
    }
}

struct Draws<'a> {
    model: &'a Model<'a>,
    stream: Stream,
    /// The month that comes next, from 0.
    month: usize,
    /// Below the chain's probability where a block ends.
    ends: Lanes,
    /// The place of the next beginning among all beginnings.
    beginnings: Lanes,
    /// The row of each path's month.
    rows: Vec<u32>,
    /// The monthly volatility of each filtered series.
    volatility: Vec<Lanes>,
    scratch: Lanes,
}

impl World for Draws<'_> {
    fn begin(&mut self, block: u64) {
        self.stream.begin(block);
        self.month = 0;
        for (volatility, series) in self.volatility.iter_mut().zip(&self.model.series) {
            if let SeriesByRow::Filtered(filtered) = series {
                volatility.fill(filtered.long_run);
            }
        }
    }

    fn step(&mut self, step: &mut MarketStep) {
        self.move_rows();
        let last = self.model.series.len() - 1;
        for (place, series) in self.model.series.iter().enumerate() {
            let out =
                if self.model.law.inflation && place == last { &mut step.inflation } else { &mut step.growth[place] };
            match series {
                SeriesByRow::Growth(growth) => kernels::look_up(growth, &self.rows, out),
                SeriesByRow::Filtered(filtered) => {
                    filtered.grow(self.month, &self.rows, &mut self.volatility[place], &mut self.scratch, out);
                }
            }
        }
        self.month += 1;
    }
}

impl Draws<'_> {
    /// Each path's row of the next month.
    fn move_rows(&mut self) {
        let chain = self.model.law.rows();
        self.stream.uniforms(&mut self.ends);
        self.stream.uniforms(&mut self.beginnings);
        let end = if self.month == 0 { 1.0 } else { chain.end() };
        let draw = Draw { end, beginnings: chain.beginnings(self.month), rows: chain.count() };
        kernels::move_rows(draw, &self.ends, &self.beginnings, &mut self.rows);
    }
}
