//! Where a pool stands, as CSV. Numbers have a decimal point and all their digits; dates are ISO; a cell is empty where there is no
//! figure.

use crate::study::today::Today;

/// Every observation of the window: what is observed as in the file, or in SEK; shares as fractions.
#[must_use]
pub fn window(today: &Today) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(["date", "observed", "high", "floor", "known_floor", "stress", "allowed_share"]);
    for seen in &today.window {
        let numbers = [seen.observed, seen.high, seen.floor, seen.known_floor].map(|number| number.to_string());
        let stress = seen.stress.map_or_else(String::new, |stress| stress.to_string());
        let cells = std::iter::once(seen.date.clone()).chain(numbers).chain([stress, seen.allowed_share.to_string()]);
        let _ = writer.write_record(cells);
    }
    writer.into_inner().unwrap_or_default()
}
