//! Sums over the breaches of a stretch of paths.

use super::gap::Cause;
use super::watch::Episode;
use crate::stats::ratio::Ratio;

/// Places of figures among a pool's ratios.
pub(super) const CAUSES: usize = Cause::ALL.len();

pub(super) const TOGETHER: usize = 2 * CAUSES;

pub(super) const DEPTH: usize = TOGETHER + 1;

pub(super) const CUSHION: usize = DEPTH + 1;

pub(super) const AFTER_JUMP: usize = CUSHION + 1;

pub(super) const EQUITIES_BEYOND: usize = AFTER_JUMP + 1;

pub(super) const FIXED_INCOME_BEYOND: usize = EQUITIES_BEYOND + 1;

const RATIOS: usize = FIXED_INCOME_BEYOND + 1;

/// The sums over a stretch of one pool's paths.
#[derive(Debug, Clone, Default)]
pub struct BreachSums {
    pub(super) ratios: [Ratio; RATIOS],
    pub(super) episodes: u64,
    /// Paths with an episode.
    pub(super) breached: u64,
    /// Yearly return of a unit over the horizon, path by path, where the rule is compared with a mix.
    pub(super) returns: Vec<f64>,
}

impl BreachSums {
    pub(super) fn take(&mut self, next: Self) {
        self.ratios.iter_mut().zip(&next.ratios).for_each(|(mine, theirs)| mine.merge(theirs));
        self.episodes += next.episodes;
        self.breached += next.breached;
        self.returns.extend(next.returns);
    }

    pub(super) fn path(&mut self, episodes: &[Episode]) {
        let count = |is: &dyn Fn(&Episode) -> bool| {
            episodes.iter().fold(0.0, |count, episode| count + f64::from(u8::from(is(episode))))
        };
        let sum = |of: &dyn Fn(&Episode) -> f64| episodes.iter().fold(0.0, |sum, episode| sum + of(episode));
        let all = count(&|_| true);
        let mut numbers = [0.0; RATIOS];
        for (place, cause) in Cause::ALL.into_iter().enumerate() {
            numbers[place] = count(&|episode| episode.gap.main_cause() == Some(cause));
            numbers[CAUSES + place] = sum(&|episode| episode.gap.taken[place]);
        }
        numbers[TOGETHER] = count(&|episode| episode.gap.main_cause().is_none());
        numbers[DEPTH] = sum(&|episode| episode.gap.amount);
        numbers[CUSHION] = sum(&|episode| episode.gap.cushion);
        numbers[AFTER_JUMP] = count(&|episode| episode.after_jump);
        numbers[EQUITIES_BEYOND] = count(&|episode| episode.equities_beyond == Some(true));
        numbers[FIXED_INCOME_BEYOND] = count(&|episode| episode.fixed_income_beyond == Some(true));
        self.ratios.iter_mut().zip(numbers).for_each(|(ratio, number)| ratio.add(number, all));
        self.episodes += episodes.len() as u64;
        self.breached += u64::from(!episodes.is_empty());
    }
}
