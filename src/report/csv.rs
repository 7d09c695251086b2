//! Series as CSV. Numbers have a decimal point and all their digits; dates are ISO; a cell is empty where there is no
//! figure.

use std::io::{self, Write};

use super::OutputFile;
use super::series::{Cell, Series};

/// Writes a series row by row.
///
/// # Errors
/// If what is written to fails.
pub fn write(series: &Series, to: impl Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    writer.write_record(&series.head).map_err(of_the_system)?;
    for row in series.rows() {
        writer.write_record(row.as_slice().iter().map(text)).map_err(of_the_system)?;
    }
    writer.flush()
}

/// The system's own error, with its kind.
fn of_the_system(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("{other:?}")),
    }
}

/// The file of a series.
#[must_use]
pub fn file(series: Series<'_>) -> OutputFile<'_> {
    OutputFile::streamed(format!("{}.csv", series.name), move |to| write(&series, to))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::series::Row;
    use crate::stats::Estimate;

    #[test]
    fn an_unknown_number_is_an_empty_cell_and_a_known_one_keeps_its_digits() {
        let known = Estimate { value: 0.1 + 0.2, standard_error: f64::NAN, interval: [-1.0, 12.0] };
        let rows = || [Row::of(["a,b"]).estimate(Some(&known)), Row::of(["c"]).estimate(None)].into_iter();
        let mut text = Vec::new();
        write(&Series::new("figures", ["name", "value", "se", "low", "high"], rows), &mut text).unwrap();
        let expected = "name,value,se,low,high\n\"a,b\",0.30000000000000004,,-1,12\nc,,,,\n";
        assert_eq!(String::from_utf8(text).unwrap(), expected);
    }
}
