//! The numbers, bins or counts that a histogram keeps.

use serde::{Deserialize, Deserializer, Serialize};

/// The kept numbers, bins or counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Kept {
    /// The numbers themselves: of a pilot.
    #[serde(skip)]
    Numbers(Vec<f64>),
    /// The bins of the grid they lie in, the first `used` here, to be counted by the histogram that takes them in.
    #[serde(skip)]
    Bins { bins: Vec<u32>, used: usize },
    /// The count in each bin from the first stored on. Bin 0 is that of zero, and never stored.
    Counts {
        first: u32,
        #[serde(deserialize_with = "tight")]
        counts: Vec<u32>,
    },
}

/// Counts bins from the first on; 0 falls outside all of them.
fn tally(bins: impl Iterator<Item = u32>, first: u32, counts: &mut [u32]) {
    for bin in bins {
        if let Some(count) = counts.get_mut(bin.wrapping_sub(first) as usize) {
            *count += 1;
        }
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self::Counts { first: 0, counts: Vec::new() }
    }
}

impl Kept {
    /// Counts bins of the grid, of which each `2^joined` are one; those that are 0 are counted apart.
    pub fn tally(&mut self, bins: &[u32], joined: u32) {
        if let Self::Counts { first, counts } = self {
            if joined == 0 {
                tally(bins.iter().copied(), *first, counts);
            } else {
                tally(bins.iter().map(|bin| (bin.wrapping_sub(1) >> joined) + 1), *first, counts);
            }
        }
    }

    /// Adds counts of other bins, of which each `2^by` are one here.
    pub fn add_counts(&mut self, first: u32, counts: &[u32], by: u32) {
        if let Self::Counts { first: mine, counts: sums } = self {
            for (bin, &count) in (first..).zip(counts).filter(|&(_, &count)| count > 0) {
                sums[(((bin - 1) >> by) + 1 - *mine) as usize] += count;
            }
        }
    }

    /// Makes room for bins, with some to spare.
    pub fn cover(&mut self, low: u32, high: u32) {
        const SPARE: u32 = 32;
        let Self::Counts { first, counts } = self else { return };
        if counts.is_empty() {
            *first = low.saturating_sub(SPARE).max(1);
            *counts = vec![0; (high + SPARE + 1 - *first) as usize];
        }
        if low < *first {
            let new = low.saturating_sub(SPARE).max(1);
            counts.splice(..0, std::iter::repeat_n(0, (*first - new) as usize));
            *first = new;
        }
        let stored = u32::try_from(counts.len()).unwrap_or(u32::MAX);
        if high - *first >= stored {
            counts.resize((high + SPARE + 1 - *first) as usize, 0);
        }
    }

    /// Gives back the room to spare.
    pub fn trim(&mut self) {
        let Self::Counts { first, counts } = self else { return };
        let used = |count: &u32| *count > 0;
        let (Some(low), Some(high)) = (counts.iter().position(used), counts.iter().rposition(used)) else {
            (*first, *counts) = (0, Vec::new());
            return;
        };
        *first += u32::try_from(low).unwrap_or(0);
        *counts = counts[low..=high].to_vec();
    }

    /// Joins each two neighbouring bins.
    pub fn join(&mut self) {
        if let Self::Counts { first, counts } = self
            && !counts.is_empty()
        {
            let joined_first = ((*first - 1) >> 1) + 1;
            let last = *first - 1 + u32::try_from(counts.len() - 1).unwrap_or(u32::MAX);
            let mut joined = vec![0; ((last >> 1) + 2 - joined_first) as usize];
            for (bin, count) in (*first..).zip(&*counts) {
                joined[(((bin - 1) >> 1) + 1 - joined_first) as usize] += count;
            }
            (*first, *counts) = (joined_first, joined);
        }
    }
}

/// Reads counts without room to spare: a part has many millions of them.
fn tight<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u32>, D::Error> {
    let mut counts = Vec::deserialize(deserializer)?;
    counts.shrink_to_fit();
    Ok(counts)
}
