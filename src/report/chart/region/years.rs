//! Calendar years as they are written.

/// A year as it is written: without a space between its thousands.
pub(super) fn year(year: f64) -> String {
    format!("{year:.0}")
}
