use std::io::Write;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;
use crate::config::files::{Table, history};

/// A workbook of sheets by name, each with the XML of its rows; style 1 is a date.
fn workbook(sheets: &[(&str, String)]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut file = |name: &str, content: String| {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    };
    let numbered = || (1..).zip(sheets);
    let list =
        |each: &dyn Fn(usize, &str) -> String| numbered().map(|(id, (name, _))| each(id, name)).collect::<String>();
    let names = list(&|id, name| format!(r#"<sheet name="{name}" sheetId="{id}" r:id="rId{id}"/>"#));
    file(
        "xl/workbook.xml",
        format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{names}</sheets></workbook>"#),
    );
    let office = format!(r#"<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/>"#);
    file("_rels/.rels", format!(r#"<Relationships xmlns="{PACKAGE}">{office}</Relationships>"#));
    let targets = list(&|id, _| {
        format!(r#"<Relationship Id="rId{id}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{id}.xml"/>"#)
    });
    let styles = format!(r#"<Relationship Id="rId0" Type="{RELATIONS}/styles" Target="styles.xml"/>"#);
    file(
        "xl/_rels/workbook.xml.rels",
        format!(r#"<Relationships xmlns="{PACKAGE}">{targets}{styles}</Relationships>"#),
    );
    let formats = r#"<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>"#;
    file("xl/styles.xml", format!(r#"<styleSheet xmlns="{MAIN}">{formats}</styleSheet>"#));
    for (id, (_, rows)) in numbered() {
        let name = format!("xl/worksheets/sheet{id}.xml");
        file(&name, format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>"#));
    }
    zip.finish().unwrap().into_inner()
}

fn text_cell(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

fn number_cell(place: &str, number: &str, style: u8) -> String {
    format!(r#"<c r="{place}" s="{style}"><v>{number}</v></c>"#)
}

fn row(number: usize, cells: &[String]) -> String {
    format!(r#"<row r="{number}">{}</row>"#, cells.concat())
}

/// January to March 2024, of which February has no value.
fn returns() -> String {
    [
        row(1, &[text_cell("A1", "Datum"), text_cell("B1", "aktier")]),
        row(3, &[number_cell("A3", "45322", 1), number_cell("B3", "0.05", 0)]),
        row(4, &[number_cell("A4", "45351", 1)]),
        row(5, &[number_cell("A5", "45382", 1), text_cell("B5", "-0,05")]),
    ]
    .concat()
}

#[test]
fn a_sheet_is_the_table_that_its_csv_would_be() {
    let book = workbook(&[("Blad1", returns())]);
    let csv = "Datum;aktier\n2024-01-31;0,05\n2024-02-29;\n2024-03-31;-0,05\n";
    let wanted = history::read("h.csv", csv.as_bytes(), 1, &[]).unwrap();
    let found = history::read("h.xlsx", &book, 1, &[]).unwrap();
    assert_eq!((found.months(), found.columns()), (wanted.months(), wanted.columns()));
    assert!(found.values().iter().zip(wanted.values()).all(|(a, b)| a.to_bits() == b.to_bits()));
}

#[test]
fn a_sheet_is_named_where_there_are_several() {
    let book = workbook(&[("Noter", row(1, &[text_cell("A1", "text")])), ("Avkastning", returns())]);
    assert!(history::read("folder/h.xlsx#Avkastning", &book, 1, &[]).is_ok());
    let said = |name: &str| history::read(name, &book, 1, &[]).unwrap_err().to_string();
    assert_eq!(said("h.xlsx"), "h.xlsx: found 2 sheets, allowed: one named, h.xlsx#NAME, of: Noter, Avkastning");
    assert_eq!(said("h.xlsx#Blad"), "h.xlsx: found the sheet Blad, allowed: one of: Noter, Avkastning");
    assert!(said("h.xlsx#Noter").starts_with("h.xlsx#Noter:1:1: found the columns text"), "{}", said("h.xlsx#Noter"));
}

/// A number that Excel shows as a percentage is held as a fraction. Beside texts with the sign it is refused.
#[test]
fn percentages_of_a_sheet_are_texts_or_numbers_but_not_both() {
    let read = |cells: [String; 2]| {
        let head = row(1, &[text_cell("A1", "date"), text_cell("B1", "aktier")]);
        let [first, second] = cells;
        let first = row(2, &[number_cell("A2", "45322", 1), first]);
        let second = row(3, &[number_cell("A3", "45351", 1), second]);
        history::read("h.xlsx", &workbook(&[("Blad1", [head, first, second].concat())]), 1, &[])
    };
    let [first, second] = [text_cell("B2", "0,98 %"), text_cell("B3", "-3.5%")];
    let history = read([first.clone(), second]).unwrap();
    assert!(history.values().iter().zip([0.0098_f64, -0.035]).all(|(own, other)| own.to_bits() == other.to_bits()));
    let said = read([first, number_cell("B3", "0.0098", 0)]).unwrap_err().to_string();
    assert!(
        said.contains("h.xlsx:3:2: found \"0.0098\" in a column of percentages, which is 0.98 % or 0.0098 %"),
        "{said}"
    );
}

#[test]
fn only_a_workbook_has_sheets() {
    assert_eq!(file_and_sheet("a/b.XLSX#Blad 1"), ("a/b.XLSX", Some("Blad 1")));
    assert_eq!(file_and_sheet("a#b.csv"), ("a#b.csv", None));
    assert_eq!(file_and_sheet("a.xlsx"), ("a.xlsx", None));
}

#[test]
fn what_is_wrong_in_a_sheet_is_told_with_row_and_column() {
    let head = row(1, &[text_cell("A1", "date"), text_cell("B1", "amount_mnkr")]);
    let said = |cells: &[String]| {
        let book = workbook(&[("Blad1", [head.clone(), row(2, cells)].concat())]);
        let table = Table::read("f.xlsx".to_owned(), &book, &[&["date"], &["amount_mnkr"]]);
        table.and_then(|table| table.number(&table.rows[0], 1, || message!(a_price))).map_err(|error| error.to_string())
    };
    let date = || number_cell("A2", "45322", 1);
    assert_eq!(said(&[date(), number_cell("B2", "85", 0)]), Ok(85.0));
    assert_eq!(said(&[date(), number_cell("B2", "1.234", 0)]), Ok(1.234));
    for (cells, expected) in [
        (vec![date(), text_cell("B2", "85.000")], "f.xlsx:2:2: found \"85.000\", which is 85 with a decimal point"),
        (vec![date(), text_cell("B2", "saknas")], "f.xlsx:2:2: found \"saknas\""),
        (
            vec![date(), number_cell("C2", "1", 0)],
            "f.xlsx:2:3: found \"1\" under an empty heading, allowed: a name for each column",
        ),
        (vec![number_cell("XFD1048576", "1", 0)], "f.xlsx:1048576:16384: found \"1\" under an empty heading"),
    ] {
        let found = said(&cells).unwrap_err();
        assert!(found.starts_with(expected), "{found}");
    }
}

/// A cell in the last column of each row is as much as all cells before it.
#[test]
fn a_sheet_of_gaps_is_bounded() {
    let head: Vec<String> = (0..101).map(|column| text_cell(&place(column, 1), &format!("c{column}"))).collect();
    let rows: String = (2..60_000).map(|number| row(number, &[number_cell(&place(100, number), "1", 0)])).collect();
    let book = workbook(&[("Blad1", row(1, &head) + &rows)]);
    let limits = Limits { mib: 16, fields: 101, rows: usize::MAX };
    let said = super::rows("f.xlsx", &book, limits).unwrap_err().to_string();
    assert!(said.contains("found more than 4194304 numbers"), "{said}");
}

/// A cell's name: its column, counted from 0, in letters, and its row.
fn place(column: u8, row: usize) -> String {
    let letter = |of: u8| char::from(b'A' + of);
    match column / 26 {
        0 => format!("{}{row}", letter(column)),
        tens => format!("{}{}{row}", letter(tens - 1), letter(column % 26)),
    }
}

#[test]
fn a_workbook_that_unpacks_to_too_much_or_is_none_is_refused() {
    let bomb = workbook(&[("Blad1", " ".repeat(65 << 20))]);
    assert!(bomb.len() < 1 << 20);
    let said = |content: &[u8]| history::read("h.xlsx", content, 1, &[]).unwrap_err().to_string();
    assert!(said(&bomb).starts_with("h.xlsx: found more than 64 MiB unpacked"), "{}", said(&bomb));
    assert!(said(b"PK\x03\x04").starts_with("h.xlsx: found a workbook that cannot be read"));
    let mut broken = workbook(&[("Blad1", returns())]);
    let middle = broken.len() / 2;
    broken[middle] ^= 0xff;
    let _ = history::read("h.xlsx", &broken, 1, &[]);
}
