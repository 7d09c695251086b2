//! Histograms that several threads count into.

use std::sync::{Mutex, PoisonError};

use super::super::histogram::Histogram;
use super::Tally;

/// The histograms of one subject, each behind a lock of its own, so that they are there once however many threads there
/// are.
///
/// A thread lists the bins of some blocks ([`Tally::list`]) and then hands them over, thousands of a histogram at a
/// time. Counts that another thread's processor holds have to be fetched from there, and numbers one by one would pay
/// for that each time.
pub struct SharedHistograms(Vec<Mutex<Histogram>>);

impl SharedHistograms {
    /// Histograms of a tally's shapes, with nothing counted.
    #[must_use]
    pub fn new(shapes: &Tally) -> Self {
        Self(shapes.histograms().into_iter().flatten().cloned().map(Mutex::new).collect())
    }

    /// Takes what histograms of the same subject list out of them.
    pub(in crate::stats) fn take<'h>(&self, lists: impl IntoIterator<Item = &'h mut [Histogram]>) {
        for (counted, list) in self.0.iter().zip(lists.into_iter().flatten()).filter(|(_, list)| list.count() > 0) {
            counted.lock().unwrap_or_else(PoisonError::into_inner).merge(list);
            list.clear();
        }
    }

    /// Puts the histograms into a tally in place of its own.
    pub fn put_into(self, tally: &mut Tally) {
        for (place, counted) in tally.histograms_mut().into_iter().flatten().zip(self.0) {
            *place = counted.into_inner().unwrap_or_else(PoisonError::into_inner);
        }
    }
}
