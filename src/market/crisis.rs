//! A crisis in a simulated world. From some month on, growth is that of a crisis that happened; then the world goes on.
//!
//! The world is drawn as without the crisis. So its growth before and after the crisis is the same, bit for bit; levels
//! differ by what the crisis did. Rates of interest and the other factors go on below the crisis as drawn. The first
//! month is given, or drawn evenly, once for each path, from words of the path's own.

use super::{MarketModel, MarketStep, World};
use crate::lanes::LANES;
use crate::plan::{Crisis, CrisisStart};
use crate::random::{Stream, Uniform};

/// A world, with a crisis in it.
pub struct Model<'a> {
    world: Box<dyn MarketModel + 'a>,
    crisis: &'a Crisis,
    seed: u64,
    /// The crisis by asset and month.
    growth: Vec<Vec<f64>>,
    start: StartMonth,
}

/// The month in which the crisis begins.
enum StartMonth {
    /// The same on every path.
    At(u32),
    /// Each path draws its own.
    Random(Uniform<u32>),
}

impl<'a> Model<'a> {
    /// A crisis in a world.
    #[must_use]
    pub fn new(world: Box<dyn MarketModel + 'a>, crisis: &'a Crisis, seed: u64) -> Self {
        let growth = crisis.growth().columns().into_iter().map(|column| column.to_vec()).collect();
        let start = match crisis.start {
            CrisisStart::At(month) => StartMonth::At(month),
            CrisisStart::Random(range) => {
                // A range has one month at least: only of none would there be nothing to draw from.
                Uniform::new_inclusive(range.first(), range.last())
                    .map_or(StartMonth::At(range.first()), StartMonth::Random)
            }
        };
        Self { world, crisis, seed, growth, start }
    }
}

impl MarketModel for Model<'_> {
    fn world(&self) -> Box<dyn World + '_> {
        Box::new(Overlay {
            model: self,
            world: self.world.world(),
            stream: Stream::new(self.seed, "market/crisis"),
            first: vec![0; LANES],
            month: 0,
        })
    }
}

struct Overlay<'a> {
    model: &'a Model<'a>,
    world: Box<dyn World + 'a>,
    stream: Stream,
    /// The crisis' first month on each path.
    first: Vec<u32>,
    /// The month that comes next.
    month: u32,
}

impl World for Overlay<'_> {
    fn begin(&mut self, block: u64) {
        self.world.begin(block);
        self.month = 0;
        match &self.model.start {
            StartMonth::At(month) => self.first.fill(*month),
            StartMonth::Random(months) => self.stream.draw_by_path(block, months, &mut self.first),
        }
    }

    fn step(&mut self, step: &mut MarketStep) {
        self.world.step(step);
        for (growth, out) in self.model.growth.iter().zip(&mut step.growth) {
            replace(growth, self.month, &self.first, out);
        }
        replace(self.model.crisis.inflation(), self.month, &self.first, &mut step.inflation);
        self.month += 1;
    }
}

/// Puts the crisis' numbers in the place of those of the month, on paths that are in it, where it has any.
fn replace(crisis: &[f64], month: u32, first: &[u32], out: &mut [f64]) {
    for (out, &first) in out.iter_mut().zip(first) {
        // Before the crisis the difference wraps to a number beyond its months.
        match crisis.get(month.wrapping_sub(first) as usize) {
            Some(growth) if !growth.is_nan() => *out = *growth,
            _ => {}
        }
    }
}
