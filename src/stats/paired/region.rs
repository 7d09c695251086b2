//! The score of each of the region's figures, from the figure's name.

use super::{Functional, Score, Variable};
use crate::plan::Plan;
use crate::stats::region::{RegionPlaces, Window, shift};
use crate::stats::tally::Tally;
use crate::units::percent_key;

/// Names of the region's figures, and what they are of.
pub struct RegionScores<'a> {
    plan: &'a Plan,
    pilot: &'a Tally,
    places: RegionPlaces,
}

impl<'a> RegionScores<'a> {
    /// Of a plan's region, with what was counted on the first paths.
    #[must_use]
    pub fn new(plan: &'a Plan, pilot: &'a Tally) -> Self {
        Self { plan, pilot, places: RegionPlaces::new(plan) }
    }

    /// The score of a figure by its name within the region (`years.2028.result.q05`), which lies near here on the first paths.
    #[must_use]
    pub fn of(&self, name: &str, near: f64) -> Option<Score> {
        let path: Vec<&str> = name.split('.').collect();
        match path[..] {
            ["years", year, line, last] => {
                let place = self.places.line(year, line)?;
                Some(Score { variable: Variable::Line(place), of: self.distribution(place, last, near)? })
            }
            ["events", year, mark, window] => {
                let place = self.places.mark(year, mark)?;
                let window = Window::ALL.into_iter().find(|known| known.key() == window)?;
                Some(Score { variable: Variable::Mark(place, window), of: Functional::Happened })
            }
            ["lasts", year] => {
                let place = self.places.mark(year, crate::ledger::lines::Mark::Unpaid.key())?;
                Some(Score { variable: Variable::Never(place), of: Functional::Happened })
            }
            _ => None,
        }
    }

    /// The mean of a line, or a quantile near here.
    fn distribution(&self, place: usize, last: &str, near: f64) -> Option<Functional> {
        if last == "mean" {
            return Some(Functional::Mean);
        }
        self.plan.outputs.quantiles.levels().find(|level| last == format!("q{}", percent_key(*level)))?;
        let shift = shift(self.places.lines()[place].1.unit());
        let edges = self.pilot.lines[place].edges(near + shift)?;
        Some(Functional::Quantile(edges.map(|edge| edge - shift)))
    }
}
