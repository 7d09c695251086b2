//! The crises that have a name: `crises.csv`, whose head says where its figures are from.

use std::sync::LazyLock;

use ndarray::Array2;

use crate::plan::History;
use crate::units::Month;

/// A crisis with its name.
#[derive(Debug, Clone)]
pub struct NamedCrisis {
    /// Its name: `2007-09 financial`, for one.
    pub name: String,
    /// The months of history that it was.
    pub history: History,
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
            Some(NamedCrisis { name: rows[0][0].to_owned(), history })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_crisis_is_whole_months_of_plausible_returns() {
        let names: Vec<&str> = crises().iter().map(|crisis| crisis.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "1929-32 depression",
                "1973-74 oil",
                "1987 crash",
                "1990-92 Swedish crisis",
                "2000-03 technology",
                "2007-09 financial",
                "2020 pandemic",
                "2022 rates"
            ]
        );
        for NamedCrisis { name, history } in crises() {
            assert!(history.values().iter().all(|value| value.is_nan() || value.abs() < 0.35), "{name}");
            assert!(history.values().column(0).iter().all(|value| !value.is_nan()), "{name}: global equities");
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
