//! Wrong inputs by the hundred, made from the shipped files by the slips of a hand: none is taken without a word.

use std::fs;
use std::path::{Path, PathBuf};

use skans::{Override, config};

use crate::bad_input::skans;

fn configs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

/// Whether a configuration with a setting is taken without a word.
fn silent(file: &Path, key: &str, value: &str) -> bool {
    let set = Override { option: format!("--set {key}={value}").into(), key: key.to_owned(), value: value.to_owned() };
    config::load(file, &[set]).is_ok_and(|loaded| loaded.warnings.is_empty())
}

/// What a hand makes of a number of a key: a percentage typed as its number, kronor for millions, the part that may be
/// lost for the part that is kept. A percentage that would be plausible as a fraction too is none of them.
fn slips(key: &str, number: f64) -> Vec<f64> {
    const RATES: [&str; 16] = [
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
        "opening_value_mnkr" if number >= 100.0 => vec![1e6 * number],
        _ if (weight || RATES.contains(&last)) && (100.0 * number).abs() > 0.6 => vec![100.0 * number],
        _ => Vec::new(),
    }
}

#[test]
fn no_slip_in_a_shipped_configuration_is_taken_without_a_word() {
    let (mut tried, mut taken) = (0, Vec::new());
    for file in configs() {
        let loaded = config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]));
        assert!(loaded.warnings.is_empty(), "{} warns as it is", file.display());
        let listed = skans().arg("check").arg(&file).args(["--format", "csv"]).output().unwrap().stdout;
        for setting in csv::Reader::from_reader(&listed[..]).records() {
            let setting = setting.unwrap();
            let (key, text) = (&setting[0], setting[1].trim_matches('"'));
            let percent = text.strip_suffix('%').map(str::trim);
            let number = percent.unwrap_or(text).parse::<f64>();
            let Ok(number) = number.map(|number| if percent.is_some() { number / 100.0 } else { number }) else {
                continue;
            };
            for slip in slips(key, number) {
                tried += 1;
                if silent(&file, key, &format!("{slip:?}")) {
                    taken.push(format!("{}: {key}={slip:?}", file.display()));
                }
            }
        }
    }
    assert!(tried >= 300, "{tried} slips");
    assert!(taken.is_empty(), "{} of {tried}:\n{}", taken.len(), taken.join("\n"));
}
