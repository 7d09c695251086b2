//! Wrong inputs by the hundred, made from the shipped files by the slips of a hand: none is taken without a word.

use std::fs;
use std::path::{Path, PathBuf};

use skans::{Override, config};

use crate::bad_input::skans;

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn configs() -> Vec<PathBuf> {
    let files = fs::read_dir(shipped("configs")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

/// Whether a configuration with a setting is taken without a word.
fn is_silent(file: &Path, key: &str, value: &str) -> bool {
    let set = Override { option: format!("--set {key}={value}").into(), key: key.to_owned(), value: value.to_owned() };
    config::load(file, &[set]).is_ok_and(|loaded| loaded.warnings.is_empty() && loaded.notes.is_empty())
}

/// What a hand makes of a number of a key. It types a percentage as its number, kronor for millions, or the part that
/// may be lost for the part that is kept. A percentage that would be plausible as a fraction too is none of them.
fn slips(key: &str, number: f64) -> Vec<f64> {
    const FRACTIONS: [&str; 16] = [
        "geometric",
        "arithmetic",
        "volatility",
        "log",
        "log_mean",
        "fee",
        "real_rate",
        "target",
        "band",
        "start",
        "mean",
        "persistence",
        "leave_per_month",
        "max_share",
        "opening_share",
        "equity_stress",
    ];
    let last = key.rsplit('.').next().unwrap_or_default();
    let weight = key.contains(".equities.") || key.contains(".fixed_income.");
    match last {
        _ if key.ends_with("floor.share") => vec![1.0 - number, 100.0 * number, number / 100.0],
        "opening_value_mnkr" if number >= 100.0 => vec![1e6 * number, number / 1e6],
        "amount_mnkr" if number > 0.0 => vec![1e6 * number, number / 1e6],
        _ if (weight || FRACTIONS.contains(&last)) && (100.0 * number).abs() > 0.6 => vec![100.0 * number],
        _ => Vec::new(),
    }
}

/// The settings of a configuration that are numbers, by key.
fn numbers(file: &Path) -> Vec<(String, f64)> {
    let listed = skans().arg("check").arg(file).args(["--format", "csv"]).output().unwrap().stdout;
    let mut reader = csv::Reader::from_reader(&listed[..]);
    let number = |setting: csv::StringRecord| {
        let text = setting[1].trim_matches('"');
        let percent = text.strip_suffix('%').map(str::trim);
        let number: f64 = percent.unwrap_or(text).parse().ok()?;
        Some((setting[0].to_owned(), if percent.is_some() { number / 100.0 } else { number }))
    };
    reader.records().filter_map(|setting| number(setting.unwrap())).collect()
}

#[test]
fn no_slip_in_a_shipped_configuration_is_taken_without_a_word() {
    let (mut tried, mut taken) = (0, Vec::new());
    for file in configs() {
        let loaded = config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]));
        assert!(loaded.warnings.is_empty(), "{} warns as it is", file.display());
        for (key, number) in numbers(&file) {
            for slip in slips(&key, number) {
                tried += 1;
                if is_silent(&file, &key, &format!("{slip:?}")) {
                    taken.push(format!("{}: {key}={slip:?}", file.display()));
                }
            }
        }
    }
    assert!(tried >= 300, "{tried} slips");
    assert!(taken.is_empty(), "{} of {tried}:\n{}", taken.len(), taken.join("\n"));
}

/// A configuration is sensible where rates move by a quarter, amounts by half, and the floor by five points.
#[test]
fn no_sensible_variant_of_a_shipped_configuration_is_warned_of() {
    let (mut tried, mut warned) = (0, Vec::new());
    for file in configs() {
        for (key, number) in numbers(&file) {
            let last = key.rsplit('.').next().unwrap_or_default();
            let variants = match last {
                _ if key.ends_with("floor.share") => [number - 0.05, number + 0.05],
                "geometric" | "fee" | "volatility" | "log" | "real_rate" | "equity_stress" => {
                    [0.75, 1.25].map(|by| by * number)
                }
                "amount_mnkr" | "opening_value_mnkr" => [0.5, 1.5].map(|by| by * number),
                _ => continue,
            };
            for variant in variants {
                let value = format!("{variant:?}");
                let set = Override { option: "--set".into(), key: key.clone(), value: value.clone() };
                let loaded = config::load(&file, &[set]);
                tried += usize::from(loaded.is_ok());
                if loaded.is_ok_and(|loaded| !loaded.warnings.is_empty()) {
                    warned.push(format!("{}: {key}={value}", file.display()));
                }
            }
        }
    }
    assert!(tried >= 100, "{tried} variants");
    assert!(warned.is_empty(), "{} of {tried}:\n{}", warned.len(), warned.join("\n"));
}

/// The rows of a table below its header, each cut at the commas.
fn rows(text: &str) -> (&str, Vec<Vec<&str>>) {
    let (header, rest) = text.split_once('\n').unwrap();
    (header, rest.lines().map(|line| line.split(',').collect()).collect())
}

fn table(header: &str, rows: &[Vec<String>]) -> String {
    let lines = rows.iter().map(|row| row.join(",") + "\n");
    std::iter::once(format!("{header}\n")).chain(lines).collect()
}

/// Slips of a hand in one row of a table, or one cell.
fn slips_of_a_table(text: &str) -> Vec<String> {
    let (header, parsed) = rows(text);
    let own: Vec<Vec<String>> = parsed.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    let mut all = Vec::new();
    let mut change = |row: usize, change: &dyn Fn(&mut Vec<Vec<String>>, usize)| {
        let mut changed = own.clone();
        change(&mut changed, row);
        all.push(table(header, &changed));
    };
    for row in (1..own.len() - 1).step_by(own.len().div_ceil(12)) {
        change(row, &|rows, row| rows.swap(row, row + 1));
        change(row, &|rows, row| rows.insert(row, rows[row].clone()));
        change(row, &|rows, row| drop(rows.remove(row)));
        change(row, &|rows, row| "2015-13".clone_into(&mut rows[row][0]));
        change(row, &|rows, row| "n/a".clone_into(&mut rows[row][1]));
        change(row, &|rows, row| "1e999".clone_into(&mut rows[row][1]));
        change(row, &|rows, row| rows[row][1] = format!("-{}", rows[row][1].trim_start_matches('-').repeat(3)));
        change(row, &|rows, row| rows[row].push("0.1".to_owned()));
    }
    all
}

/// What a program of the shell says of a file of its folder: whether it ends well, without a warning or a note.
fn passes_without_a_word(args: &[&str]) -> bool {
    let output = skans().args(args).output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 2)), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8_lossy(&output.stderr);
    output.status.success() && !said.contains("warning") && !said.contains("left out")
}

#[test]
fn no_slip_in_a_table_is_taken_without_a_word() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("table.csv");
    let mut tried = 0;
    let mut taken = Vec::new();
    let mut hold = |content: &str, is_silent: &dyn Fn() -> bool| {
        tried += 1;
        fs::write(&file, content).unwrap();
        if is_silent() {
            taken.push(content.lines().take(4).collect::<Vec<_>>().join(" | "));
        }
    };
    let history = fs::read_to_string(shipped("examples/history.csv")).unwrap();
    let text = fs::read_to_string(shipped("tests/good/filtered-history.toml")).unwrap();
    let of_history = place.path().join("history.toml");
    fs::write(&of_history, text.replace("../../examples/history.csv", "table.csv")).unwrap();
    let of_history = of_history.to_str().unwrap().to_owned();
    let check_history = || passes_without_a_word(&["check", &of_history]);
    fs::write(&file, &history).unwrap();
    assert!(check_history(), "the shipped history is taken without a word");
    let percent = |cell: &str| cell.parse().map_or(cell.to_owned(), |number: f64| (100.0 * number).to_string());
    let (header, parsed) = rows(&history);
    let in_percent: Vec<Vec<String>> =
        parsed.iter().map(|row| row.iter().map(|cell| percent(cell)).collect()).collect();
    hold(&table(header, &in_percent), &check_history);
    hold(&history.replacen("date", "when", 1), &check_history);
    for slip in slips_of_a_table(&history) {
        hold(&slip, &check_history);
    }

    let payments = fs::read_to_string(shipped("configs/pension-payments.csv")).unwrap();
    let text = fs::read_to_string(shipped("configs/region-norrbotten.toml")).unwrap();
    let of_payments = place.path().join("payments.toml");
    fs::write(&of_payments, text.replace("pension-payments.csv", "table.csv")).unwrap();
    let of_payments = of_payments.to_str().unwrap().to_owned();
    let check_payments = || passes_without_a_word(&["check", &of_payments]);
    fs::write(&file, &payments).unwrap();
    assert!(check_payments(), "the shipped payments are taken without a word");
    for unit in ["amount_sek", "belopp_kr", "amount"] {
        hold(&payments.replacen("amount_mnkr", unit, 1), &check_payments);
    }
    let thousands: Vec<Vec<String>> =
        rows(&payments).1.iter().map(|row| vec![row[0].to_owned(), format!("{}000", row[1])]).collect();
    hold(&table("date,amount_mnkr", &thousands), &check_payments);
    hold(&table("date,amount_sek", &thousands), &check_payments);
    hold(&payments.replacen(",200\n", ",200.000\n", 1).replace(",2", ";2").replace(',', ";"), &check_payments);
    assert!(tried >= 90, "{tried} slips");
    assert!(taken.is_empty(), "{} of {tried}:\n{}", taken.len(), taken.join("\n"));
}
