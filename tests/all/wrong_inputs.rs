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

    assert!(tried >= 80, "{tried} slips");
    assert!(taken.is_empty(), "{} of {tried}:\n{}", taken.len(), taken.join("\n"));
}

/// A folder with a configuration of the region that pays by a table, and the table as it is shipped.
fn of_payments() -> (tempfile::TempDir, String) {
    let place = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(shipped("configs/region-norrbotten.toml")).unwrap();
    fs::write(place.path().join("payments.toml"), text.replace("pension-payments.csv", "table.csv")).unwrap();
    (place, fs::read_to_string(shipped("configs/pension-payments.csv")).unwrap())
}

/// Whether a table of payments is taken without a word.
fn payments_pass(place: &Path, table: &str) -> bool {
    fs::write(place.join("table.csv"), table).unwrap();
    passes_without_a_word(&["check", place.join("payments.toml").to_str().unwrap()])
}

/// Slips of a hand in one row of a table of amounts by year.
fn slips_of_payments(text: &str) -> Vec<String> {
    let (header, own) = rows(text);
    let mut all = Vec::new();
    for row in [2, 6, 9] {
        let [year, amount] = [own[row][0], own[row][1]];
        let number: f64 = amount.parse().unwrap();
        let mut with = |changed: &[String]| {
            let lines = own.iter().enumerate().flat_map(|(at, cells)| {
                let line = vec![cells.join(",")];
                if at == row { changed.to_vec() } else { line }
            });
            all.push(format!("{header}\n{}\n", lines.collect::<Vec<_>>().join("\n")));
        };
        with(&[]);
        with(&[format!("{year},{amount}"), format!("{year},{amount}")]);
        for times in [0.001, 0.01, 100.0, 1e3, 1e6] {
            with(&[format!("{year},{}", times * number)]);
        }
        for date in
            [format!("{year}-01"), format!("{year}-00"), year[2..].to_owned(), year.replace('0', "O"), "45322".into()]
        {
            with(&[format!("{date},{amount}")]);
        }
        for cell in
            ["", "-", "#N/A", "#SAKNAS!", "=B3*1.09", "-238", "(238)", "238 %", "238 kr", "238 mnkr", "2 38", "2.3.8"]
        {
            with(&[format!("{year},{cell}")]);
        }
        for cell in ["\"238,000\"", "238.000", "238,5", "\"238\n259\""] {
            with(&[format!("{year},{cell}")]);
        }
    }
    all
}

/// Slips of a hand in a whole table of amounts by year.
fn slips_of_whole_payments(text: &str) -> Vec<String> {
    let every = |change: &dyn Fn(&str) -> String| text.lines().map(change).collect::<Vec<_>>().join("\n");
    let mut all: Vec<String> = ["amount_sek", "belopp_kr", "amount", "amount_tkr", "", "amount_mnkr,amount_sek"]
        .map(|unit| text.replacen("amount_mnkr", unit, 1))
        .into();
    all.extend([
        every(&|line| if line.starts_with('2') { format!("{line}000") } else { line.to_owned() }),
        every(&|line| if line.starts_with('2') { format!("{line}000") } else { "date,amount_sek".to_owned() }),
        every(&|line| line.replacen(',', ",amount_mnkr,", 1).replacen("amount_mnkr,2", "1,2", 1)),
        every(&|line| format!("{line},{}", line.split(',').next_back().unwrap())),
        every(&|line| format!("{line},5").replace("mnkr,5", "mnkr,")),
        every(&|line| format!("{line} %").replace("mnkr %", "mnkr")),
        format!("sep=;\n{text}"),
        text.lines().skip(1).collect::<Vec<_>>().join("\n"),
        text.replacen("date", "Utbetalningar", 1),
        format!("Utbetalningar,\n{text}"),
        format!("{text}Summa,4028\n"),
    ]);
    all
}

#[test]
fn no_slip_in_a_table_of_payments_is_taken_without_a_word() {
    let (place, payments) = of_payments();
    let slips = [slips_of_payments(&payments), slips_of_whole_payments(&payments)].concat();
    assert!(slips.len() >= 90, "{} slips", slips.len());
    let taken: Vec<String> = slips.iter().filter(|slip| payments_pass(place.path(), slip)).cloned().collect();
    assert!(taken.is_empty(), "{} of {}:\n{}", taken.len(), slips.len(), taken.join("\n\n"));
}

#[test]
fn no_sensible_table_of_payments_is_warned_of() {
    let (place, payments) = of_payments();
    let semicolons = payments.replace(',', ";");
    let months = |each: &dyn Fn(i32, usize) -> Option<String>| {
        let rows = (2040..2044).flat_map(|year| (1..=12).filter_map(move |month| each(year, month)));
        format!("date,amount_mnkr\n{}", rows.collect::<String>())
    };
    for table in [
        payments.clone(),
        format!("sep=;\r\n{}", semicolons.replace('\n', "\r\n")),
        semicolons.replace('\n', ";;;\n"),
        semicolons.replace(";2", ";1 2").replace('\n', ",5\n").replace("mnkr,5", "mnkr"),
        payments.replace("2042,238", "2042,0"),
        payments.replace("2042,238", "2042,5000"),
        payments.replace("2040,200", "2040,9"),
        payments.replace("2051,516", "2051,4"),
        "date,amount_mnkr\n2040,900\n".into(),
        "date,amount_mnkr\n2040-06,900\n".into(),
        "date,amount_mnkr\n2030,900\n2041,10\n".into(),
        "date,amount_mnkr\n2030,900\n2035,40\n2040,10\n2045,700\n".into(),
        "date,amount_mnkr\n2030-03,900\n2031-05,40\n2031-06,60\n2040-10,10\n".into(),
        months(&|year, month| Some(format!("{year}-{month:02},{month}\n"))),
        months(&|year, month| (month % 3 == 0).then(|| format!("{year}-{month:02},50\n"))),
        months(&|year, month| (month != 7).then(|| format!("{year}-{month:02},20\n"))),
    ] {
        assert!(payments_pass(place.path(), &table), "{table}");
    }
}
