//! Writes down the region's years.

use crate::lanes::{LANES, Lanes};
use crate::ledger::region::YearEnd;
use crate::plan::Plan;
use crate::stats::moments::Moments;
use crate::stats::region::{EventWindow, RegionPlaces};
use crate::stats::tally::{RegionSums, RegionTally};
use crate::stats::variable::Variable;

/// Writes down the years of the region, block after block.
pub struct RegionRecorder {
    places: RegionPlaces,
    tally: RegionTally,
    sums: RegionSums,
    no_sums: RegionSums,
    /// Paths of the block that count.
    lanes: usize,
    /// By event and path: whether it happened in each year so far, the last one in the lowest bit.
    history: Vec<Vec<u128>>,
    /// The block's numbers, where they are compared path by path.
    kept: Option<KeptNumbers>,
}

/// The numbers of a block by path: of each line, and the history of each event.
struct KeptNumbers {
    lines: Vec<Lanes>,
    events: Vec<Vec<u128>>,
}

impl RegionRecorder {
    /// Going on from what was counted before; `keep` for a comparison path by path.
    #[must_use]
    pub fn new(plan: &Plan, tally: RegionTally, keep: bool) -> Self {
        let places = RegionPlaces::new(plan);
        let kept = || KeptNumbers {
            lines: vec![Lanes::all(0.0); places.lines().len()],
            events: vec![vec![0; LANES]; places.events().len()],
        };
        Self {
            kept: keep.then(kept),
            history: vec![vec![0; LANES]; crate::ledger::lines::RegionEvent::ALL.len()],
            places,
            tally,
            sums: RegionSums::new(plan),
            no_sums: RegionSums::new(plan),
            lanes: LANES,
        }
    }

    /// Goes to the start of a block of paths, of which the first `lanes` count.
    pub fn begin(&mut self, lanes: usize) {
        self.lanes = lanes;
        self.history.iter_mut().for_each(|history| history.fill(0));
    }

    /// Writes a year down: the one that ends so many years, less one, after the start.
    pub fn closed(&mut self, year: usize, year_end: &YearEnd) {
        for place in self.places.lines_of(year) {
            let line = self.places.lines()[place].1;
            let numbers = &year_end.line(line)[..self.lanes];
            self.sums.lines[place] = Moments::of(numbers);
            self.tally.lines[place].add(numbers);
            if let Some(kept) = &mut self.kept {
                kept.lines[place].copy_from_slice(year_end.line(line));
            }
        }
        for place in self.places.events_of(year) {
            let event = self.places.events()[place].1;
            let history = &mut self.history[event as usize];
            for (history, happened) in history.iter_mut().zip(year_end.happened(event).iter()) {
                *history = (*history << 1) | u128::from(*happened > 0.0);
            }
            for window in EventWindow::ALL {
                let hits = history[..self.lanes].iter().filter(|history| window.holds(**history)).count();
                self.tally.events[window.place(place)] += hits as u64;
            }
            if let Some(kept) = &mut self.kept {
                kept.events[place].copy_from_slice(history);
            }
        }
    }

    /// Ends the block: counts its paths, and gives the block's sums.
    pub fn end(&mut self) -> RegionSums {
        self.tally.paths += self.lanes as u64;
        std::mem::replace(&mut self.sums, self.no_sums.clone())
    }

    /// The paths of the block that count.
    #[must_use]
    pub fn lanes(&self) -> usize {
        self.lanes
    }

    /// A variable of each path of the block that was written down last.
    pub fn numbers(&self, variable: Variable, out: &mut [f64]) {
        let Some(kept) = &self.kept else { return out.fill(f64::NAN) };
        let happened = |out: &mut [f64], place: usize, of: &dyn Fn(u128) -> bool| {
            out.iter_mut().zip(&kept.events[place]).for_each(|(out, history)| *out = f64::from(of(*history)));
        };
        match variable {
            Variable::Line(place) => out.copy_from_slice(&kept.lines[place]),
            Variable::RegionEvent(place, window) => happened(out, place, &|history| window.holds(history)),
            Variable::Never(place) => happened(out, place, &|history| history == 0),
            Variable::Value(_)
            | Variable::Share(_)
            | Variable::Floor(_)
            | Variable::Growth(_)
            | Variable::Nominal(_)
            | Variable::Real(_)
            | Variable::LogGrowth(_)
            | Variable::BreachAfterEmptied
            | Variable::Event(..)
            | Variable::NotRecovered
            | Variable::Path(_) => out.fill(f64::NAN),
        }
    }

    /// The counts so far.
    pub fn tally_mut(&mut self) -> &mut RegionTally {
        &mut self.tally
    }

    /// The counts.
    #[must_use]
    pub fn into_tally(self) -> RegionTally {
        self.tally
    }
}
