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
    read("h.csv", text.as_bytes(), 1, &[])
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
        let other = read("h.csv", content, 3, &[]).unwrap();
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
        ("", "h.csv:1:1: found no header, allowed: the columns date,NAME,…"),
        ("date\n2000-01\n", "h.csv:1:1: found the columns date, allowed"),
        ("when,a\n2000-01,0.1\n", "found the columns when,a, allowed: the columns date,NAME,…"),
        ("date,a,a\n2000-01,0.1,0.1\n", "h.csv:1:3: found the column a again, allowed: each column once"),
        ("date,,a\n2000-01,0.1,0.1\n", "h.csv:1:2: found a column without a name"),
        ("date,a\n", "h.csv:2:1: found no rows"),
        ("date,a\n2000-01,0,1\n", "h.csv:2:1: found 3 fields, allowed: 2 fields"),
        ("date,a\n2000-01,\"0,01\"\n2000-02,0.01\n", "h.csv:3:2: found \"0.01\", whose decimal sign is not that of"),
        ("date;a\n2000-01;1.234\n", "h.csv:2:2: found \"1.234\", which is 1.234 with a decimal point and 1234 with"),
        ("date,a\n1/2/2000,0.01\n", "found \"1/2/2000\", which is 2000-02-01 or 2000-01-02, allowed: a date that can"),
        ("date,a\n2000-01,0.01\n2000-03,0.01\n", "h.csv:3:1: found 2000-03, allowed: 2000-02, the month after"),
        ("date,a\n2000-01,0.01\n2000-03,0.01\n", "a row with empty cells"),
        ("date,a\n2000-01,0.01\n2000-01,0.01\n", "a month stands once"),
        ("date,a\n2000-02,0.01\n2000-01,0.01\n", "rows go from the oldest to the newest"),
        ("date,a\n2000-01-15,0.01\n", "h.csv:2:1: found \"2000-01-15\", allowed: a month (2024-01, jan-24)"),
        ("date,a\n2000-01,NaN\n", "h.csv:2:2: found \"NaN\", allowed: a number"),
        ("date,a\n2000-01,NA\n", "leave the cell empty where there is no value"),
        ("date,a\n2000-01,inf\n", "h.csv:2:2: found \"inf\""),
        ("date,a\n2000-01,1e999\n", "h.csv:2:2: found \"1e999\""),
        ("date,a\n2000-01,5 procent\n", "h.csv:2:2: found \"5 procent\", allowed: a number"),
        (
            "date,a\n2000-01,0.01\n2000-02,5 %\n",
            "h.csv:2:2: found \"0.01\" in a column of percentages, which is 1 % or",
        ),
        ("date,a,\n2000-01,0.01,\n2000-02,0.01,5\n", "h.csv:3:3: found \"5\" under an empty heading, allowed: a name"),
        ("sep=;\ndate;\n2000-01;0\n", "h.csv:2:1: found the columns date, allowed"),
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
        (vec!["1.01", "0.98", "1.03"], "h.csv:2:2: found the column equity, whose numbers are typically 1.0 and all"),
        (vec!["1.01", "0.98", "1.03"], "prices or an index? they are read where all lie above 20"),
        (vec!["99", "100", "10150"], "h.csv:4:2: found 10150, 101.5 times that of the row before"),
        (vec!["1.5", "-2.1", "0.7"], "percent given as numbers? 0.5 % is 0.005"),
        (vec!["0.01", "-0.02", "0.01", "-0.01", "-1.5"], "h.csv:6:2: found -1.5, allowed: a simple return"),
        (vec!["0.01", "-0.02", "0.01", "-0.01", "8.5"], "percent given as a number? 5 % is 0.05"),
        (vec!["0.05"; 24], "rates a year? then the column's name begins with rate_"),
    ] {
        let said = read_text(&one(&cells)).unwrap_err().to_string();
        assert!(said.contains(expected), "{cells:?}: {said}");
    }
}

/// What Excel saves in Sweden is the same history, bit by bit.
#[test]
fn a_history_is_the_same_however_it_is_written() {
    let wanted = read_text(GOOD).unwrap();
    for text in [
        "Datum;equity;rate_3m\n2000-01-31;0,02;0,04\n2000-02-29;-0,03;\n2000-03-31;0,01;0,05\n",
        "Månad\tequity\trate_3m\njan-00\t0,02\t0,04\nfeb-00\t\u{2212}0,03\t\nmar-00\t0,01\t0,05\n",
        "date;equity;rate_3m\n31/1/2000;0.02;0.04\n29/2/2000;-0.03;\n31/3/2000;0.01;0.05\n;;\n",
        "date,equity,rate_3m\n1/1/2000,0.02,0.04\n2/1/2000,-0.03,\n3/1/2000,0.01,0.05\n",
        "sep=;\ndatum;equity;rate_3m;;\n2000-01;2 %;0,04;;\n2000-02;-3%;;;\n2000-03;1,0\u{a0}%;0,05\n",
        "\"sep=|\"\r\n\r\ndate|equity|rate_3m\r\n2000-01|0.02|4 %\r\n2000-02|-0.03|\r\n2000-03|0.01|5 %",
        "PERIOD,equity,rate_3m\n2000M01,0.02,0.04\n2000M02,-0.03,\n2000M03,0.01,0.05\n",
    ] {
        let history = read_text(text).unwrap_or_else(|problem| panic!("{text}: {problem}"));
        assert_eq!((history.months(), history.columns()), (wanted.months(), wanted.columns()), "{text}");
        assert!(history.values().iter().zip(wanted.values()).all(|(a, b)| a.to_bits() == b.to_bits()), "{text}");
    }
}

#[test]
fn prices_and_levels_are_made_returns() {
    let history =
        read_text("date;aktier;KPI\n2000-01;1 000,0;300,0\n2000-02;1 050,0;\n2000-03;1 029,0;303,0\n2000-04;;306,03\n")
            .unwrap();
    assert_eq!(history.from_prices(), ["aktier", "KPI"]);
    assert_eq!(history.kinds(), [SeriesKind::Equity, SeriesKind::Inflation]);
    let aktier: Vec<f64> = history.values().column(0).to_vec();
    assert!(aktier[0].is_nan());
    assert_eq!(aktier[1..3], [1050.0 / 1000.0 - 1.0, 1029.0 / 1050.0 - 1.0]);
    let kpi = history.values().column(1).to_vec();
    assert!(kpi[..3].iter().all(|value| value.is_nan()), "a rise over two months is no month's: {kpi:?}");
    assert_eq!(kpi[3].to_bits(), (306.03_f64 / 303.0 - 1.0).to_bits());
}

#[test]
fn a_kind_that_is_given_wins_over_the_name() {
    let text = "date,short\n2000-01,0.02\n2000-02,0.03\n2000-03,0.025\n";
    let rate = [("short".to_owned(), SeriesKind::Rate)];
    assert_eq!(read("h.csv", text.as_bytes(), 1, &rate).unwrap().kinds(), [SeriesKind::Rate]);
    let unknown = [("long".to_owned(), SeriesKind::Rate)];
    let said = read("h.csv", text.as_bytes(), 1, &unknown).unwrap_err().to_string();
    assert_eq!(said, "--role: found the column long, allowed: one of: short");
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
    let said = read("h.csv", GOOD.as_bytes(), 24, &[]).unwrap_err().to_string();
    assert_eq!(said, "h.csv:4:1: found 3 months of history, allowed: at least 24");
    let bomb = zipped(&vec![b' '; (17 << 20) as usize]);
    assert!(bomb.len() < 1 << 20);
    let said = read("h.csv", &bomb, 1, &[]).unwrap_err().to_string();
    assert!(said.contains("found a row longer than 64 KiB, allowed: rows of at most"), "{said}");
    let bomb = zipped("date,a\n".repeat(3 << 20).as_bytes());
    let said = read("h.csv", &bomb, 1, &[]).unwrap_err().to_string();
    assert!(said.contains("found more than"), "{said}");
    let mut cut = zipped(GOOD.as_bytes());
    let said = read("h.csv", &cut[..cut.len() - 6], 1, &[]).unwrap_err().to_string();
    assert_eq!(said, "h.csv:5:1: found a gzip file that ends early, allowed: a whole file");
    let length = cut.len();
    cut[length - 5] ^= 1;
    let said = read("h.csv", &cut, 1, &[]).unwrap_err().to_string();
    assert!(said.contains("h.csv:5:1: found a damaged gzip file"), "{said}");
    let wide = format!("date{}\n", ",a".repeat(101));
    assert!(read_text(&wide).unwrap_err().to_string().contains("found 102 columns, allowed: at most 100"));
    let long = format!("date,a\n{}", "2000-01,\n".repeat(7000));
    assert!(read_text(&long).unwrap_err().to_string().contains("more than 6012 rows"));
}
