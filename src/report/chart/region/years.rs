//! Calendar years: as keys of a summary, as numbers on an axis, and as they are written.

/// A calendar year by its key.
pub(super) fn calendar(key: &str) -> Option<f64> {
    key.parse::<i16>().ok().map(f64::from)
}

/// A year as it is written: without a space between its thousands.
pub(super) fn year(year: f64) -> String {
    format!("{year:.0}")
}
