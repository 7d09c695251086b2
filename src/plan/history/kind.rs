//! The kinds of a history's columns.

use serde::Serialize;

/// What a column of a history holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesKind {
    /// Returns of an equity fund or index.
    Equity,
    /// Returns of any other asset.
    FixedIncome,
    /// Inflation of a month.
    Inflation,
    /// A rate a year.
    Rate,
}

/// Words of which one names a rate, as a column's first or last word.
const RATES: [&str; 7] = ["rate", "ranta", "styrranta", "reporanta", "marknadsranta", "statslaneranta", "stibor"];
/// Words of which one names inflation, as a column's first or last word.
const INFLATION: [&str; 7] = ["inflation", "cpi", "hicp", "kpi", "kpif", "hikp", "konsumentpriser"];
/// Words of which one names equities, anywhere.
const EQUITIES: [&str; 11] = [
    "equity",
    "equities",
    "stock",
    "stocks",
    "aktie",
    "aktier",
    "aktiefond",
    "aktiefonder",
    "aktieindex",
    "borsen",
    "omx",
];
/// Words of which one names another asset, anywhere: `inflation_linked_bonds` is one.
const ASSETS: [&str; 21] = [
    "bond",
    "bonds",
    "bill",
    "bills",
    "note",
    "notes",
    "fund",
    "funds",
    "linked",
    "linker",
    "linkers",
    "credit",
    "loans",
    "obligation",
    "obligationer",
    "realobligationer",
    "fond",
    "fonder",
    "rantefond",
    "rantefonder",
    "rantor",
];

impl SeriesKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Equity, Self::FixedIncome, Self::Inflation, Self::Rate];

    /// The kind by the words of a column's name, in any case, with å, ä and ö or without.
    #[must_use]
    pub fn of(column: &str) -> Self {
        let name: String = column.chars().flat_map(char::to_lowercase).map(plain).collect();
        let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
        let (first, last) = (words.first().copied().unwrap_or(""), words.last().copied().unwrap_or(""));
        let any = |of: &[&str]| words.iter().any(|word| of.contains(word));
        let ends = |of: &[&str]| of.contains(&first) || of.contains(&last);
        if first == "rate" {
            Self::Rate
        } else if any(&EQUITIES) || name.contains("equity") {
            Self::Equity
        } else if any(&ASSETS) {
            Self::FixedIncome
        } else if ends(&RATES) {
            Self::Rate
        } else if ends(&INFLATION) {
            Self::Inflation
        } else {
            Self::FixedIncome
        }
    }

    /// The word that it has in options and files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equity => "equity",
            Self::FixedIncome => "fixed-income",
            Self::Inflation => "inflation",
            Self::Rate => "rate",
        }
    }

    /// Whether it holds returns of an asset.
    #[must_use]
    pub const fn is_asset(self) -> bool {
        matches!(self, Self::Equity | Self::FixedIncome)
    }
}

/// A letter without its accent; what is neither letter nor digit sets words apart.
fn plain(letter: char) -> char {
    match letter {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        letter if letter.is_alphanumeric() => letter,
        _ => '_',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_of_a_name_tell_what_a_column_holds() {
        for (kind, names) in [
            (
                SeriesKind::Rate,
                &["rate_3m", "RATE_short", "short_rate", "ränta", "Ranta", "styrränta", "ränta_lång"][..],
            ),
            (SeriesKind::Inflation, &["cpi_sweden", "KPI", "inflation", "svensk inflation", "kpif", "HICP"]),
            (SeriesKind::Equity, &["equity_global_sek", "aktier", "Equities", "svenska aktier", "myequityfund"]),
            (
                SeriesKind::FixedIncome,
                &[
                    "inflation_linked_bonds",
                    "bills",
                    "se_tbill_3m",
                    "räntor",
                    "floating_rate_notes",
                    "corporate",
                    "gold",
                ],
            ),
        ] {
            for name in names {
                assert_eq!(SeriesKind::of(name), kind, "{name}");
            }
        }
    }
}
