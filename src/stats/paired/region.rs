//! The score of each of the region's figures.

use super::functional::{Functional, Score};
use crate::ledger::lines::RegionEvent;
use crate::plan::Plan;
use crate::stats::figure::{RegionFigure, Statistic};
use crate::stats::region::RegionPlaces;
use crate::stats::tally::RegionTally;
use crate::stats::variable::Variable;

/// The plan and the first counts that scores of the region's figures come from.
pub struct RegionScores<'a> {
    plan: &'a Plan,
    pilot: &'a RegionTally,
    places: RegionPlaces,
}

impl<'a> RegionScores<'a> {
    /// Scores of a plan's region, with the counts of the first paths.
    #[must_use]
    pub fn new(plan: &'a Plan, pilot: &'a RegionTally) -> Self {
        Self { plan, pilot, places: RegionPlaces::new(plan) }
    }

    /// The score of a figure that is near this value on the first paths. There is none of a figure of other years, or
    /// of a quantile at a value that is counted apart.
    #[must_use]
    pub fn score_of(&self, figure: RegionFigure, near: f64) -> Option<Score> {
        match figure {
            RegionFigure::Line(year, line, statistic) => {
                let place = self.places.line(year, line)?;
                Some(Score { variable: Variable::Line(place), of: self.distribution(place, statistic, near)? })
            }
            RegionFigure::Event(year, event, window) => {
                let place = self.places.event(year, event)?;
                Some(Score { variable: Variable::RegionEvent(place, window), of: Functional::Happened })
            }
            RegionFigure::Lasts(year) => {
                let place = self.places.event(year, RegionEvent::Unpaid)?;
                Some(Score { variable: Variable::Never(place), of: Functional::Happened })
            }
        }
    }

    /// The mean of a line, or a quantile near here.
    fn distribution(&self, place: usize, statistic: Statistic, near: f64) -> Option<Functional> {
        let Statistic::Quantile(quantile) = statistic else { return Some(Functional::Mean) };
        quantile.level_among(&self.plan.outputs.quantiles)?;
        self.pilot.lines[place].edges(near).map(Functional::Quantile)
    }
}
