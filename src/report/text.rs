//! All texts of results, in English and Swedish: the one place for a language.

#[cfg(test)]
#[macro_use]
mod named;

pub mod backtest;
pub mod breaches;
pub mod calibration;
mod compare;
mod en;
pub mod explain;
pub mod region;
pub mod region_stress;
pub mod region_table;
mod solve;
pub mod stress;
mod sv;
mod sweep;
#[cfg(test)]
mod tests;
pub mod today;
mod validation;

use crate::texts::Language;

pub use compare::CompareTexts;
use en::EN;
pub use solve::SolveTexts;
pub use sweep::SweepTexts;
pub use validation::ValidationTexts;

use sv::SV;

impl Language {
    /// The language's texts.
    #[must_use]
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

/// The texts of one language. `{}` stands for what is put in.
pub struct Texts {
    /// Under every chart: version, paths, seed, world.
    pub source: &'static str,
    /// The same of one path: version, seed, world.
    pub source_of_one: &'static str,
    /// The laws of the market.
    pub worlds: &'static [(&'static str, &'static str)],
    /// The world with its assets' expected returns a year.
    pub world_returns: &'static str,
    /// The charts' texts.
    pub chart: ChartTexts,
    /// The table's texts.
    pub table: TableTexts,
    /// A validation's texts.
    pub validation: ValidationTexts,
    /// A comparison's texts.
    pub compare: CompareTexts,
    /// A solution's texts.
    pub solve: SolveTexts,
    /// A sweep's texts.
    pub sweep: SweepTexts,
}

/// The texts of charts.
pub struct ChartTexts {
    // Fans
    /// Between the last two of a list.
    pub and: &'static str,
    /// Title of a value fan: pool, last year.
    pub fan_title: &'static str,
    /// Under it: the percents that the bands hold, the percent outside.
    pub fan_note: &'static str,
    /// Under it, without bands.
    pub fan_note_plain: &'static str,
    /// Title of the fan with the floor: pool, last year.
    pub floor_title: &'static str,
    /// Under it: the percent that the band holds, the lower and the upper quantile.
    pub floor_note: &'static str,
    /// Title of a share fan: pool.
    pub share_title: &'static str,
    /// Under it: the percents that the bands hold, the percent outside.
    pub share_note: &'static str,
    /// Under it, without bands.
    pub share_note_plain: &'static str,
    /// At the median’s end.
    pub median_end: &'static str,
    /// At the mean’s end.
    pub mean_end: &'static str,
    /// At the end of the floor’s median.
    pub floor: &'static str,
    /// At the end of a quantile of the floor: its level.
    pub floor_quantile: &'static str,
    /// At the rule’s largest share.
    pub most_allowed: &'static str,
    // Breach
    /// Title: pool.
    pub breach_title: &'static str,
    /// Under it.
    pub breach_note: &'static str,
    /// Added to it where both lines are drawn.
    pub breach_note_ex_ante: &'static str,
    /// At the end of the ex-ante line.
    pub ex_ante: &'static str,
    // Value
    /// Title of a distribution of value: pool, span.
    pub value_title: &'static str,
    /// Under it.
    pub value_note: &'static str,
    /// At the opening value.
    pub opening: &'static str,
    // Return
    /// Title of a distribution of return: pool, span.
    pub return_title: &'static str,
    /// Under it.
    pub return_note: &'static str,
    /// Added to the note of a distribution: share of outcomes.
    pub outside: &'static str,
    /// At the median.
    pub median: &'static str,
    /// At the 5 % quantile.
    pub quantile5: &'static str,
    /// At the mean of the worst 5 %.
    pub worst5: &'static str,
    /// At the policy’s expected return: rate, probability of missing it.
    pub expected: &'static str,
    /// The same without the probability.
    pub expected_only: &'static str,
    // Drawdown
    /// Title: pool.
    pub drawdown_title: &'static str,
    /// Under it: span.
    pub drawdown_note: &'static str,
    /// Above the probabilities: fall.
    pub deeper: &'static str,
    /// Of the rolling high: months.
    pub from_window: &'static str,
    /// Of a high since the beginning.
    pub from_high: &'static str,
    /// Of the all-time high.
    pub from_all_time: &'static str,
    // Paths
    /// Title: pool.
    pub paths_title: &'static str,
    /// Under it: number of paths.
    pub paths_note: &'static str,
    /// Title where there is one path: pool.
    pub path_title: &'static str,
    /// Under it.
    pub path_note: &'static str,
    /// At its end.
    pub path: &'static str,
    /// At the worst path’s end.
    pub worst_path: &'static str,
    /// At the end of its floor.
    pub worst_floor: &'static str,
    // Figures
    /// A span that is not of whole years: its months.
    pub months: &'static str,
}

/// The texts of tables.
pub struct TableTexts {
    /// Line under a table: paths, seed, version.
    pub caption: &'static str,
    /// Head of the column of figures.
    pub figure: &'static str,
    /// Opening value.
    pub opening: &'static str,
    /// Value: quantile, span.
    pub value: &'static str,
    /// Return a year: quantile, span.
    pub returns: &'static str,
    /// Real return a year: quantile, span.
    pub real_returns: &'static str,
    /// Probability of missing the expected return, span.
    pub below_expected: &'static str,
    /// Probability of a loss in the first year.
    pub loss: &'static str,
    /// Value at risk in the first year.
    pub var: &'static str,
    /// Expected shortfall in the first year.
    pub shortfall: &'static str,
    /// Probability of an ex-post breach: span.
    pub breach_ex_post: &'static str,
    /// Probability of an ex-ante breach: span.
    pub breach_ex_ante: &'static str,
    /// Mean depth of the deepest breach.
    pub depth: &'static str,
    /// Months below the floor.
    pub months_below: &'static str,
    /// Median of the deepest fall from the rolling high.
    pub fall: &'static str,
    /// Probability of a fall: percent.
    pub fall_over: &'static str,
    /// Probability of never regaining the old high.
    pub not_recovered: &'static str,
    /// Mean equity share.
    pub share: &'static str,
    /// Share of time in cash-lock.
    pub lock: &'static str,
    /// Turnover a year.
    pub turnover: &'static str,
    /// Trading cost a year.
    pub cost: &'static str,
    /// Roll-off jumps a year.
    pub jumps: &'static str,
    /// Probability of an unpaid pension.
    pub unpaid: &'static str,
    /// The median, as a word in a row's name.
    pub median: &'static str,
}

/// A text with its slots `{}` filled in order.
#[must_use]
pub fn fill(template: &str, slots: &[&str]) -> String {
    let mut slots = slots.iter();
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(slots.next().copied().unwrap_or_default());
        text.push_str(part);
    }
    text
}

impl Texts {
    /// The law of the market in words.
    #[must_use]
    pub fn world<'a>(&self, name: &'a str) -> &'a str
    where
        Self: 'a,
    {
        self.worlds.iter().find(|(key, _)| *key == name).map_or(name, |(_, text)| text)
    }
}

#[cfg(test)]
impl ChartTexts {
    /// Every text with its name.
    pub(crate) fn named(&self) -> Vec<(&'static str, &'static str)> {
        named!(self => ChartTexts:
            and,
            fan_title,
            fan_note,
            fan_note_plain,
            floor_title,
            floor_note,
            share_title,
            share_note,
            share_note_plain,
            median_end,
            mean_end,
            floor,
            floor_quantile,
            most_allowed,
            breach_title,
            breach_note,
            breach_note_ex_ante,
            ex_ante,
            value_title,
            value_note,
            opening,
            return_title,
            return_note,
            outside,
            median,
            quantile5,
            worst5,
            expected,
            expected_only,
            drawdown_title,
            drawdown_note,
            deeper,
            from_window,
            from_high,
            from_all_time,
            paths_title,
            paths_note,
            path_title,
            path_note,
            path,
            worst_path,
            worst_floor,
            months
        )
    }

    /// Every text.
    pub(crate) fn all(&self) -> Vec<&'static str> {
        self.named().into_iter().map(|(_, text)| text).collect()
    }
}
