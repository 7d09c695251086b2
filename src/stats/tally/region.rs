//! The counts of the region.

use std::slice::{from_mut, from_ref};

use serde::{Deserialize, Serialize};

use crate::plan::Plan;
use crate::stats::histogram::{Histogram, Scale};
use crate::stats::region::{EventWindow, RegionPlaces};

/// Integer counts of the region.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionTally {
    /// Paths seen.
    pub paths: u64,
    /// Lines by place.
    pub lines: Vec<Histogram>,
    /// Paths to which an event happened in a window of years, by place.
    pub events: Vec<u64>,
}

impl RegionTally {
    /// An empty tally without a shape of histograms: for a pilot.
    #[must_use]
    pub fn new(plan: &Plan) -> Self {
        let places = RegionPlaces::new(plan);
        Self {
            paths: 0,
            lines: vec![Histogram::pilot(Scale::Signed); places.lines().len()],
            events: vec![0; EventWindow::ALL.len() * places.events().len()],
        }
    }

    pub(super) fn counts(&self) -> [&[u64]; 2] {
        [from_ref(&self.paths), &self.events]
    }

    pub(super) fn counts_mut(&mut self) -> [&mut [u64]; 2] {
        [from_mut(&mut self.paths), &mut self.events]
    }
}
