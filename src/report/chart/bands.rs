//! The bands of a fan, from the quantiles that a run has.

use super::scale::or_zero;
use crate::plan::Plan;
use crate::stats::Estimate;
use crate::stats::figure::{Quantile, Statistic};
use crate::stats::summary::{Distribution, MonthRow};
use crate::texts::{Language, message};

/// The shares of outcomes that bands hold, where the quantiles allow it.
const WANTED: [f64; 3] = [0.9, 0.75, 0.5];

/// A band between two quantiles of equal distance from the ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Band {
    /// Level of the lower quantile.
    pub(super) level: f64,
}

impl Band {
    /// The share of outcomes inside.
    pub(super) fn holds(&self) -> f64 {
        1.0 - 2.0 * self.level
    }

    /// The lower and the upper quantile.
    pub(super) fn quantiles(&self) -> [Quantile; 2] {
        [self.level, 1.0 - self.level].map(Quantile::of)
    }
}

/// At most three bands, the widest first: the nearest to 90, 75 and 50 % that the plan’s quantiles allow. One path has
/// no bands.
pub(super) fn bands(plan: &Plan) -> Vec<Band> {
    if plan.paths() == 1 {
        return Vec::new();
    }
    let levels: Vec<f64> = plan.outputs.quantiles.levels().collect();
    let pairs =
        levels.iter().filter(|&&level| level < 0.5 && levels.iter().any(|other| (level + other - 1.0).abs() < 1e-9));
    let pairs: Vec<Band> = pairs.map(|&level| Band { level }).collect();
    let mut found: Vec<Band> = Vec::new();
    for wanted in WANTED {
        let distance = |band: &&Band| (band.holds() - wanted).abs();
        let nearest = pairs.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
        found.extend(nearest.filter(|band| !found.contains(band)).cloned());
    }
    found
}

/// The percents of outcomes that the bands hold, in words, and the percent outside; `None` without bands.
pub(super) fn inside_and_outside(bands: &[Band], language: Language) -> Option<[String; 2]> {
    let widest = bands.first()?;
    let percent = |share: f64| {
        let tenths = (share * 1000.0).round();
        language.number(tenths / 10.0, usize::from(tenths % 10.0 != 0.0))
    };
    let inside = listed(bands.iter().rev().map(|band| percent(band.holds())).collect(), language);
    Some([inside, percent(1.0 - widest.holds())])
}

/// A list in words: `50, 75 and 90`.
pub(super) fn listed(mut items: Vec<String>, language: Language) -> String {
    let last = items.pop().unwrap_or_default();
    if items.is_empty() { last } else { language.text(message!(list_and, items = items.join(", "), last)) }
}

/// One quantile or the mean of a quantity, month by month as long as there is one; `None` if there is none at the
/// start.
pub(super) struct BandColumns<'a> {
    rows: Vec<&'a Distribution>,
}

impl<'a> BandColumns<'a> {
    pub(super) fn new(months: &'a [MonthRow], of: impl Fn(&'a MonthRow) -> Option<&'a Distribution>) -> Option<Self> {
        Self::of(months.iter().map_while(of).collect())
    }

    /// The same of distributions as they are; `None` if there is none.
    pub(super) fn of(rows: Vec<&'a Distribution>) -> Option<Self> {
        (!rows.is_empty()).then_some(Self { rows })
    }

    /// A quantile in units of `unit`; numbers that are not known count as 0.
    pub(super) fn quantile(&self, of: Quantile, unit: f64) -> Option<Vec<f64>> {
        let numbers = self.rows.iter().map(|row| row.quantiles.get(&of).map(|estimate| or_zero(estimate.value) / unit));
        numbers.collect()
    }

    /// The median, or the mean where the median is left out; and whether it is the median.
    pub(super) fn centre(&self, unit: f64) -> (Vec<f64>, bool) {
        self.quantile(Quantile::MEDIAN, unit).map_or_else(|| (self.mean(unit), false), |median| (median, true))
    }

    /// The mean, in units of `unit`.
    pub(super) fn mean(&self, unit: f64) -> Vec<f64> {
        self.rows.iter().map(|row| or_zero(row.mean.value) / unit).collect()
    }

    /// The last estimate: of a quantile, or of the mean.
    pub(super) fn last(&self, statistic: Statistic) -> Estimate {
        self.rows.last().and_then(|row| row.get(statistic)).unwrap_or(Estimate::UNKNOWN)
    }
}
