use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;

fn zipped(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

fn read_text(text: &str) -> Result<History, Problem> {
    read("h.csv", text.as_bytes(), 1)
}

const GOOD: &str = "date,equity,rate_3m\n2000-01,0.02,0.04\n2000-02-29,-0.03,\n2000-03,0.01,0.05\n";

#[test]
fn a_history_is_read_whatever_its_line_ends_mark_and_packing() {
    let history = read_text(GOOD).unwrap();
    assert_eq!(history.columns(), ["equity", "rate_3m"]);
    assert_eq!(history.months()[1].to_string(), "2000-02");
    assert_eq!(history.values()[(1, 0)].to_bits(), (-0.03_f64).to_bits());
    assert!(history.values()[(1, 1)].is_nan());
    let windows = format!("\u{feff}{}", GOOD.replace('\n', "\r\n"));
    for content in [windows.as_bytes(), &zipped(GOOD.as_bytes()), &zipped(windows.as_bytes())] {
        let other = read("h.csv", content, 3).unwrap();
        assert_eq!((other.months(), other.columns()), (history.months(), history.columns()));
        assert!(other.values().iter().zip(history.values()).all(|(a, b)| a.to_bits() == b.to_bits()));
    }
}

/// What is wrong, in one message that names the place, what was found, and what to do.
#[test]
fn every_wrong_history_gets_its_message() {
    let rows = |cells: &[&str]| -> String {
        let start = Month::new(2000, 1).unwrap();
        let rows = (0..).zip(cells).map(|(month, cell)| format!("{},{cell}\n", start.plus(month)));
        rows.collect()
    };
    let one = |cells: &[&str]| format!("date,equity\n{}", rows(cells));
    for (text, expected) in [
        ("", "h.csv:1:1: found the columns , allowed: the columns date,NAME,…"),
        ("date\n2000-01\n", "h.csv:1:1: found the columns date, allowed"),
        ("month,a\n2000-01,0.1\n", "found the columns month,a, allowed: the columns date,NAME,…"),
        ("date;a\n2000-01;0,1\n", "commas, not semicolons or tabs, and write decimals with a point"),
        ("date,a,a\n2000-01,0.1,0.1\n", "h.csv:1:3: found the column a again, allowed: each column once"),
        ("date,a,\n2000-01,0.1,0.1\n", "h.csv:1:3: found a column without a name"),
        ("date,a\n", "h.csv:2:1: found no rows"),
        ("date,a\n2000-01,0,1\n", "h.csv:2:1: found 3 fields, allowed: 2 fields"),
        ("date,a\n2000-01,\"0,01\"\n", "h.csv:2:2: found \"0,01\", allowed: a number"),
        ("date,a\n2000-01,\"0,01\"\n", "write decimals with a point"),
        ("date,a\n2000-01,0.01\n2000-03,0.01\n", "h.csv:3:1: found 2000-03, allowed: 2000-02, the month after"),
        ("date,a\n2000-01,0.01\n2000-03,0.01\n", "a row with empty cells"),
        ("date,a\n2000-01,0.01\n2000-01,0.01\n", "a month stands once"),
        ("date,a\n2000-02,0.01\n2000-01,0.01\n", "rows go from the oldest to the newest"),
        ("date,a\n2000-01-15,0.01\n", "h.csv:2:1: found \"2000-01-15\", allowed: a month as YYYY-MM"),
        ("date,a\n2000-01,NaN\n", "h.csv:2:2: found \"NaN\", allowed: a number"),
        ("date,a\n2000-01,NA\n", "leave the cell empty where there is no value"),
        ("date,a\n2000-01,inf\n", "h.csv:2:2: found \"inf\""),
        ("date,a\n2000-01,1e999\n", "h.csv:2:2: found \"1e999\""),
        ("date,a\n2000-01,5 %\n", "5 % is written 0.05"),
        ("date,a\n2000-01,\u{2212}0.01\n", "write minus as a hyphen"),
        (
            "date,a\n2000-01,0.01\n2000-02,0.02\n2000-03,-1\n",
            "h.csv:4:2: found -1, allowed: a simple return as a fraction, above -1",
        ),
        ("date,a,b\n2000-01,,0.1\n", "h.csv:1:2: found no value in the column a"),
        ("date,rate_3m\n2000-01,2.5\n", "whose numbers are typically 2.5, allowed: rates a year as fractions"),
        ("date,a,rate_3m\n2000-01,0.1,0.1\n2000-02,0.1,0.1\n2000-03,0.1,7\n", "h.csv:4:3: found 7, allowed: a rate"),
        ("date,a,b\n2000-01,0.1,0.1\n2000-02,0,0\n2000-03,0.1,0.1\n", "h.csv:3:2: found a row of zeros"),
    ] {
        let said = read_text(text).unwrap_err().to_string();
        assert!(said.contains(expected), "{text:?}: {said}");
    }
    for (cells, expected) in [
        (vec!["100", "101.5", "99.2"], "h.csv:2:2: found the column equity, whose numbers are typically 100.0 and all"),
        (vec!["1.01", "0.98", "1.03"], "prices or an index?"),
        (vec!["1.5", "-2.1", "0.7"], "percent given as numbers? 0.5 % is 0.005"),
        (vec!["0.01", "-0.02", "0.01", "-0.01", "-1.5"], "h.csv:6:2: found -1.5, allowed: a simple return"),
        (vec!["0.01", "-0.02", "0.01", "-0.01", "8.5"], "percent given as a number? 5 % is 0.05"),
        (vec!["0.05"; 24], "rates a year? then the column's name begins with rate_"),
    ] {
        let said = read_text(&one(&cells)).unwrap_err().to_string();
        assert!(said.contains(expected), "{cells:?}: {said}");
    }
}

#[test]
fn what_is_odd_but_possible_is_read() {
    for text in [
        // A month without inflation, a crisis of few months, and money market and prices at rest.
        "date,cpi\n2000-01,0\n2000-02,0.001\n",
        "date,equity\n2008-09,-0.12\n2008-10,-0.15\n2008-11,-0.08\n",
        "date,cpi,bills\n2000-01,0,0\n2000-02,0.001,0.001\n",
        "date,rate_3m\n2000-01,-0.005\n",
    ] {
        assert!(read_text(text).is_ok(), "{text}: {:?}", read_text(text));
    }
}

#[test]
fn too_short_or_too_large_a_history_is_refused() {
    let said = read("h.csv", GOOD.as_bytes(), 24).unwrap_err().to_string();
    assert_eq!(said, "h.csv:4:1: found 3 months of history, allowed: at least 24");
    let bomb = zipped(&vec![b' '; (17 << 20) as usize]);
    assert!(bomb.len() < 1 << 20);
    let said = read("h.csv", &bomb, 1).unwrap_err().to_string();
    assert!(said.contains("h.csv: found more than 16 MiB unpacked"), "{said}");
    let mut cut = zipped(GOOD.as_bytes());
    let said = read("h.csv", &cut[..cut.len() - 6], 1).unwrap_err().to_string();
    assert_eq!(said, "h.csv:5:1: found a gzip file that ends early, allowed: a whole file");
    let length = cut.len();
    cut[length - 5] ^= 1;
    let said = read("h.csv", &cut, 1).unwrap_err().to_string();
    assert!(said.contains("h.csv:5:1: found a damaged gzip file"), "{said}");
    let wide = format!("date{}\n", ",a".repeat(101));
    assert!(read_text(&wide).unwrap_err().to_string().contains("found 102 columns, allowed: at most 100"));
    let long = format!("date,a\n{}", "2000-01,\n".repeat(7000));
    assert!(read_text(&long).unwrap_err().to_string().contains("more than 6012 rows"));
}
