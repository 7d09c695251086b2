//! Sheets of Excel's workbooks (`.xlsx`), as rows of text. A sheet is named after the file: `flows.xlsx#Payments`.

#[cfg(test)]
mod tests;

use std::io::{self, Cursor, Read};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use csv::StringRecord;
use zip::ZipArchive;

use super::limits::Limits;
use super::number::{self, Readings};
use crate::config::problem::{Place, Problem};
use crate::texts::{Argument, Message, message};

/// The bytes that a workbook begins with.
const ZIP: &[u8] = b"PK\x03\x04";
/// The most that a workbook may be unpacked.
const MOST_MIB: u64 = 64;
/// The most cells of a sheet, empty ones between others too: some 200 MiB held.
const MOST_CELLS: usize = 1 << 22;

/// Whether a file's content is a workbook's.
pub(super) fn is_one(content: &[u8]) -> bool {
    content.starts_with(ZIP)
}

/// The file of a name, and the sheet that follows it, if one does.
pub(crate) fn file_and_sheet(name: &str) -> (&str, Option<&str>) {
    let at = name.to_ascii_lowercase().find(".xlsx#").map(|at| at + ".xlsx".len());
    at.map_or((name, None), |at| (&name[..at], Some(&name[at + 1..])))
}

/// The rows of a sheet that are not blank, the header first, each as long as the header. At most so many fields and
/// rows.
///
/// # Errors
/// If it is no workbook that can be read, there is no such sheet, or it is too large.
pub(super) fn rows(name: &str, content: &[u8], limits: Limits) -> Result<Vec<StringRecord>, Problem> {
    let (file, sheet) = file_and_sheet(name);
    let whole = |found: Argument, allowed: Message| Problem::new(Place::Whole(file.to_owned()), "", found, allowed);
    let unreadable = |error: String| whole(message!(workbook_unreadable, error).into(), message!(a_workbook));
    unpacked(content).map_err(|error| match error {
        Unpacked::TooLarge => whole(message!(more_than_mib_unpacked, mib = MOST_MIB).into(), message!(a_workbook)),
        Unpacked::Broken(error) => unreadable(error),
    })?;
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(content)).map_err(|error: XlsxError| unreadable(error.to_string()))?;
    let sheet = sheet_of(&book.sheet_names(), sheet, file)?;
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|error| unreadable(error.to_string()))?;
    let mut rows: Vec<(u32, Vec<String>)> = Vec::new();
    let mut held = 0;
    while let Some(cell) = cells.next_cell().map_err(|error| unreadable(error.to_string()))? {
        let (row, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() {
            continue;
        }
        let at = |found: Message, allowed: Message| {
            let column = column as usize + 1;
            Problem::new(Place::File { file: name.to_owned(), line: row as usize + 1, column }, "", found, allowed)
        };
        if let (DataRef::String(_) | DataRef::SharedString(_), Some((point, comma))) =
            (cell.get_value(), Readings::of(&text).two())
        {
            return Err(at(number::two(&text, point, comma), message!(a_number_of_one_reading)));
        }
        if rows.last().is_none_or(|(last, _)| *last != row) {
            if rows.len() > limits.rows {
                return Err(at(
                    message!(some_rows_at_most, most = limits.rows),
                    message!(at_most, number = limits.rows),
                ));
            }
            held += rows.first().map_or(0, |(_, header)| header.len());
            if held > MOST_CELLS {
                return Err(at(message!(more_than_numbers, most = MOST_CELLS), message!(at_most, number = MOST_CELLS)));
            }
            rows.push((row, Vec::new()));
        }
        let fields = if rows.len() > 1 { rows[0].1.len() } else { limits.fields };
        if column as usize >= fields {
            return Err(if rows.len() > 1 {
                at(message!(under_no_heading, text), message!(a_name_for_each_column))
            } else {
                at(message!(a_cell_beside), message!(at_most_columns, number = fields))
            });
        }
        if let Some((_, fields)) = rows.last_mut() {
            fields.resize(fields.len().max(column as usize + 1), String::new());
            fields[column as usize] = text;
        }
    }
    let fields = rows.first().map_or(0, |(_, header)| header.len());
    Ok(rows.into_iter().map(|row| record(row, fields)).collect())
}

/// The sheet that is named, or the only one.
fn sheet_of(sheets: &[String], named: Option<&str>, file: &str) -> Result<String, Problem> {
    let names = || sheets.join(", ");
    let (found, allowed) = match (named, sheets) {
        (Some(sheet), all) if all.iter().any(|own| own == sheet) => return Ok(sheet.to_owned()),
        (None, [only]) => return Ok(only.clone()),
        (Some(sheet), _) => (message!(the_sheet, sheet), message!(one_of, names = names())),
        (None, _) => (message!(sheets_unnamed, number = sheets.len()), message!(sheet_named, file, names = names())),
    };
    Err(Problem::new(Place::Whole(file.to_owned()), "", found, allowed))
}

/// A row of so many fields, with its number as its line.
fn record((line, mut cells): (u32, Vec<String>), fields: usize) -> StringRecord {
    cells.resize(fields, String::new());
    let mut record = StringRecord::from(cells);
    let mut position = csv::Position::new();
    position.set_line(u64::from(line) + 1);
    record.set_position(Some(position));
    record
}

/// A cell as text: a number with a point, a date as `2024-01-31`.
fn text(value: &DataRef) -> String {
    match value {
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) => text.trim().to_owned(),
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(time) if time.is_datetime() => {
            let (year, month, day, hours, minutes, seconds, _) = time.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02} {hours:02}:{minutes:02}:{seconds:02}")
        }
        DataRef::DateTime(time) => time.as_f64().to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Why a workbook is not unpacked.
enum Unpacked {
    /// It holds too much.
    TooLarge,
    /// It is none.
    Broken(String),
}

/// Whether all files of a workbook are unpacked within the bound: what its directory says may be a lie.
fn unpacked(content: &[u8]) -> Result<(), Unpacked> {
    let broken = |error: zip::result::ZipError| Unpacked::Broken(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(broken)?;
    let mut left = MOST_MIB << 20;
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).map_err(broken)?;
        let read = io::copy(&mut (&mut file).take(left + 1), &mut io::sink());
        let read = read.map_err(|error| Unpacked::Broken(error.to_string()))?;
        left = left.checked_sub(read).ok_or(Unpacked::TooLarge)?;
    }
    Ok(())
}
