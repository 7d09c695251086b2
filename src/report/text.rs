//! All texts of results, in English and Swedish: the one place for a language.

#[cfg(test)]
#[macro_use]
mod named;

mod compare;
mod en;
pub mod region_table;
mod sv;
mod sweep;
#[cfg(test)]
mod tests;

use crate::texts::Language;

pub use compare::CompareTexts;
use en::EN;
pub use sweep::SweepTexts;

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
    /// The table's texts.
    pub table: TableTexts,
    /// A comparison's texts.
    pub compare: CompareTexts,
    /// A sweep's texts.
    pub sweep: SweepTexts,
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
