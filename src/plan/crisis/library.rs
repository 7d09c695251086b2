//! The crises that have a name: `crises.csv`, whose head says where its figures are from.

use std::sync::LazyLock;

use ndarray::Array2;

use crate::plan::History;
use crate::texts::{Message, message};
use crate::units::Month;

/// A crisis with its name.
#[derive(Debug, Clone)]
pub struct NamedCrisis {
    /// Its name.
    pub name: CrisisName,
    /// The months of history that it was.
    pub history: History,
}

/// The name of a crisis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrisisName {
    /// The depression of 1929.
    Depression,
    /// The oil crisis of 1973.
    Oil,
    /// The crash of 1987.
    Crash,
    /// The Swedish crisis of 1990.
    Swedish,
    /// The fall of technology shares in 2000.
    Technology,
    /// The financial crisis of 2007.
    Financial,
    /// The pandemic of 2020.
    Pandemic,
    /// The rise of rates in 2022.
    Rates,
}

impl CrisisName {
    /// All names, oldest first.
    pub const ALL: [Self; 8] = [
        Self::Depression,
        Self::Oil,
        Self::Crash,
        Self::Swedish,
        Self::Technology,
        Self::Financial,
        Self::Pandemic,
        Self::Rates,
    ];

    /// The name in files: the years, a space and a word or two.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Depression => "1929-32 depression",
            Self::Oil => "1973-74 oil",
            Self::Crash => "1987 crash",
            Self::Swedish => "1990-92 Swedish crisis",
            Self::Technology => "2000-03 technology",
            Self::Financial => "2007-09 financial",
            Self::Pandemic => "2020 pandemic",
            Self::Rates => "2022 rates",
        }
    }

    /// The name in reports, with its years.
    #[must_use]
    pub const fn label(self) -> Message {
        match self {
            Self::Depression => message!(crisis_of_1929),
            Self::Oil => message!(crisis_of_1973),
            Self::Crash => message!(crisis_of_1987),
            Self::Swedish => message!(crisis_of_1990),
            Self::Technology => message!(crisis_of_2000),
            Self::Financial => message!(crisis_of_2007),
            Self::Pandemic => message!(crisis_of_2020),
            Self::Rates => message!(crisis_of_2022),
        }
    }

    /// The years alone: `2007–09`.
    #[must_use]
    pub fn years(self) -> String {
        self.key().split(' ').next().unwrap_or_default().replace('-', "–")
    }

    /// The name in charts that tell its years beside it.
    #[must_use]
    pub const fn short_label(self) -> Message {
        match self {
            Self::Depression => message!(crisis_depression),
            Self::Oil => message!(crisis_oil),
            Self::Crash => message!(crisis_crash),
            Self::Swedish => message!(crisis_swedish),
            Self::Technology => message!(crisis_technology),
            Self::Financial => message!(crisis_financial),
            Self::Pandemic => message!(crisis_pandemic),
            Self::Rates => message!(crisis_rates),
        }
    }
}

static CRISES: LazyLock<Vec<NamedCrisis>> = LazyLock::new(|| read(include_str!("crises.csv")));

/// Every crisis that has a name, oldest first.
#[must_use]
pub fn crises() -> &'static [NamedCrisis] {
    &CRISES
}

/// Rows by crisis and month. The file is our own, and a test reads it cell by cell.
fn read(text: &str) -> Vec<NamedCrisis> {
    let mut lines = text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split(',').collect::<Vec<_>>());
    let columns: Vec<String> = lines.next().unwrap_or_default().into_iter().skip(2).map(ToOwned::to_owned).collect();
    let rows: Vec<Vec<&str>> = lines.collect();
    rows.chunk_by(|one, next| one[0] == next[0])
        .filter_map(|rows| {
            let first = Month::try_from(rows[0][1].to_owned()).ok()?;
            let values = Array2::from_shape_fn((rows.len(), columns.len()), |(row, column)| {
                rows[row][column + 2].parse().unwrap_or(f64::NAN)
            });
            let history = History::new(first, columns.clone(), values)?;
            let name = CrisisName::ALL.into_iter().find(|name| name.key() == rows[0][0])?;
            Some(NamedCrisis { name, history })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crisis_is_whole_months_of_plausible_returns() {
        assert_eq!(crises().iter().map(|crisis| crisis.name).collect::<Vec<_>>(), CrisisName::ALL);
        for NamedCrisis { name, history } in crises() {
            assert!(history.values().iter().all(|value| value.is_nan() || value.abs() < 0.35), "{name:?}");
            assert!(history.values().column(0).iter().all(|value| !value.is_nan()), "{name:?}: global equities");
        }
    }

    #[test]
    fn the_names_in_reports_are_those_in_files() {
        for name in CrisisName::ALL {
            assert_eq!(name.label().to_string().replace('–', "-"), name.key());
            assert_eq!(format!("{} {}", name.years(), name.short_label()), name.label().to_string());
        }
    }

    /// The file's months follow each other, so that a history of consecutive months is what it says.
    #[test]
    fn every_row_has_its_month() {
        let text = include_str!("crises.csv");
        let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        let found: Vec<&str> = rows.filter_map(|row| row.split(',').nth(1)).collect();
        let read = crises().iter().flat_map(|crisis| crisis.history.months());
        assert_eq!(read.map(ToString::to_string).collect::<Vec<_>>(), found);
    }

    /// Cells that are empty in the file are the only ones without a value.
    #[test]
    fn every_cell_is_read() {
        let text = include_str!("crises.csv");
        let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        let filled: usize = rows.map(|row| row.split(',').skip(2).filter(|cell| !cell.is_empty()).count()).sum();
        let read = crises().iter().flat_map(|crisis| crisis.history.values()).filter(|value| !value.is_nan()).count();
        assert_eq!(read, filled);
    }
}
