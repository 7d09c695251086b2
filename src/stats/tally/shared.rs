//! Histograms that several threads count into.

use std::sync::{Mutex, PoisonError};

use super::super::histogram::Histogram;
use super::Tally;

/// The histograms of one subject, each behind a lock of its own, so that they are there once however many threads there are.
///
/// A thread lists the bins of some blocks ([`Tally::list`]) and then hands them over, thousands of a histogram at a time: counts
/// that another thread's processor holds have to be fetched from there, which numbers one by one would pay for each time.
pub struct Shared(Vec<Mutex<Histogram>>);

impl Shared {
    /// Of a tally's shapes, with nothing counted.
    #[must_use]
    pub fn new(shapes: &Tally) -> Self {
        let histograms = shapes.histograms().into_iter().flat_map(|(_, list)| list);
        Self(histograms.cloned().map(Mutex::new).collect())
    }

    /// Takes what the tally's histograms list out of them.
    pub fn take(&self, tally: &mut Tally) {
        let lists = tally.histograms_mut().into_iter().flat_map(|(_, list)| list);
        for (counted, list) in self.0.iter().zip(lists).filter(|(_, list)| list.count() > 0) {
            counted.lock().unwrap_or_else(PoisonError::into_inner).merge(list);
            list.clear();
        }
    }

    /// Puts the histograms into a tally in place of its own.
    pub fn put_into(self, tally: &mut Tally) {
        let places = tally.histograms_mut().into_iter().flat_map(|(_, list)| list);
        for (place, counted) in places.zip(self.0) {
            *place = counted.into_inner().unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Tally {
    /// The same shapes with nothing counted, to list what comes for a [`Shared`] to take.
    #[must_use]
    pub fn list(&self) -> Self {
        let mut lists = self.clone();
        for (_, list) in lists.histograms_mut() {
            for histogram in list {
                *histogram = histogram.list();
            }
        }
        lists
    }

    /// How many histograms anything was added to.
    #[must_use]
    pub fn histograms_used(&self) -> usize {
        self.histograms().into_iter().flat_map(|(_, list)| list).filter(|histogram| histogram.count() > 0).count()
    }
}
