//! What is allowed, and plausible only as a slip of the hand: a warning says how it is read.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::bad_input::skans;

const CLIENT: &str = "configs/region-norrbotten-accounts.toml";

fn configs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect()
}

fn check(config: &Path, set: &str, more: &[&str]) -> Output {
    let mut command = skans();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("check").arg(config).args(more);
    if !set.is_empty() {
        command.args(["--set", set]);
    }
    command.output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// How a slip may have been meant.
enum Hint {
    /// As a percentage.
    Percent,
    /// As a fall: the share that is left, and the fall.
    Fall(&'static str, &'static str),
    /// No other reading is usual.
    None,
}

impl Hint {
    fn texts(&self, value: &str) -> [String; 2] {
        match self {
            Self::Percent => [
                format!("; write \"{value} %\" if a percentage is meant"),
                format!("; skriv \"{value} %\" om procent avses"),
            ],
            Self::Fall(share, fall) => [
                format!("; write \"{share}\" if the value may fall {fall}"),
                format!("; skriv \"{share}\" om värdet får falla {fall}"),
            ],
            Self::None => [String::new(), String::new()],
        }
    }
}

/// A key and a value, as what it is read, what is usual, and how it may have been meant.
const SLIPS: [(&str, &str, &str, [&str; 2], Hint); 21] = [
    ("region.liability.real_rate", "1", "100 %", ["-5 %", "8 %"], Hint::Percent),
    ("region.accounts.years.0.target", "1", "100 %", ["0 %", "20 %"], Hint::Percent),
    ("region.accounts.years.0.inflation", "0.3", "30 %", ["-20 %", "20 %"], Hint::Percent),
    ("region.accounts.debt.margin", "0.5", "50 %", ["0 %", "10 %"], Hint::Percent),
    ("pools.long.fee", "0.5", "50 %", ["0 %", "3 %"], Hint::Percent),
    ("pools.long.fee", "'50 %'", "50 %", ["0 %", "3 %"], Hint::None),
    ("pools.long.floor.share", "0.15", "15 %", ["50 %", "100 %"], Hint::Fall("85 %", "15 %")),
    ("pools.long.floor.share", "0.07", "7 %", ["50 %", "100 %"], Hint::Fall("93 %", "7 %")),
    ("pools.long.floor.share", "'12,5 %'", "12.5 %", ["50 %", "100 %"], Hint::Fall("87.5 %", "12.5 %")),
    ("pools.long.floor.share", "'0,85 %'", "0.85 %", ["50 %", "100 %"], Hint::None),
    ("pools.long.floor.share", "0", "0 %", ["50 %", "100 %"], Hint::None),
    ("pools.long.rule.max_share", "15", "1500 %", ["0 %", "300 %"], Hint::Percent),
    ("pools.long.rule.opening_share", "15", "1500 %", ["0 %", "300 %"], Hint::Percent),
    ("pools.long.rule.equity_stress", "0.02", "2 %", ["5 %", "60 %"], Hint::None),
    ("pools.long.rule.equity_stress", "'0,25 %'", "0.25 %", ["5 %", "60 %"], Hint::None),
    ("pools.long.rule.equity_stress", "0.8", "80 %", ["5 %", "60 %"], Hint::None),
    ("pools.long.rebalancing.band", "0.5", "50 %", ["0 %", "30 %"], Hint::Percent),
    ("pools.long.expected_return", "0.45", "45 %", ["-20 %", "20 %"], Hint::Percent),
    ("market.assets.global_equity.expected_return.geometric", "0.5", "50 %", ["-20 %", "20 %"], Hint::Percent),
    ("market.regimes.calm.assets.global_equity.volatility", "1.1", "110 %", ["0 %", "60 %"], Hint::Percent),
    ("market.regimes.calm.assets.global_equity.log_mean", "1.1", "110 %", ["-60 %", "40 %"], Hint::Percent),
];

#[test]
fn a_slip_is_read_and_warned_of_in_both_languages_and_strict_refuses_it() {
    for (key, value, read, [least, most], hint) in SLIPS {
        let set = format!("{key}={value}");
        let typed = value.trim_matches('\'');
        let [found, hittade] = if typed == value {
            [value.to_owned(), value.to_owned()]
        } else {
            [format!("the text \"{typed}\""), format!("texten \"{typed}\"")]
        };
        let [hint, tips] = hint.texts(value);
        let text = format!("--set {set}: {key}: found {found}, read as {read}, usual: from {least} to {most}{hint}\n");
        let swedish = format!(
            "--set {set}: {key}: hittade {hittade}, läst som {read}, vanligt: från {least} till {most}{tips}\n"
        );
        let config = Path::new(CLIENT);
        let output = check(config, &set, &[]);
        assert!(output.status.success(), "{set}: {}", said(&output));
        assert!(said(&output).contains(&format!("warning: {text}")), "{set}: {}", said(&output));
        let output = check(config, &set, &["--lang", "sv"]);
        assert!(said(&output).contains(&format!("varning: {swedish}")), "{set}: {}", said(&output));
        let strict = check(config, &set, &["--strict"]);
        assert_eq!(strict.status.code(), Some(2), "{set}");
        assert!(strict.stdout.is_empty() && said(&strict) == format!("error: {text}"), "{}", said(&strict));
    }
}

#[test]
fn a_warning_is_not_quiet() {
    let args =
        ["run", CLIENT, "--paths", "64", "--no-charts", "--quiet", "--lang", "sv", "--set", "pools.long.fee=0.5"];
    let folder = tempfile::tempdir().unwrap();
    let output = skans()
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(args)
        .arg("--out")
        .arg(folder.path().join("run"))
        .output()
        .unwrap();
    assert!(output.status.success());
    let text = "varning: --set pools.long.fee=0.5: pools.long.fee: hittade 0.5, läst som 50 %, vanligt: från 0 % till \
                3 %; skriv \"0.5 %\" om procent avses\n";
    assert_eq!(said(&output), text);
}

#[test]
fn what_is_sensible_is_not_warned_of() {
    let shipped = configs();
    assert!(shipped.len() >= 10);
    for config in shipped {
        let output = check(&config, "", &["--strict"]);
        assert!(output.status.success(), "{}: {}", config.display(), said(&output));
    }
    let mut tried = 0;
    for (key, values) in [
        ("region.liability.real_rate", &["0", "0.005", "'1 %'", "'2,5 %'", "-0.01"][..]),
        ("region.accounts.years.0.target", &["0.01", "0.02", "'2 %'", "0"][..]),
        ("pools.long.fee", &["0", "0.001", "0.0065", "'0.4 %'", "0.02"][..]),
        ("pools.long.floor.share", &["0.7", "0.75", "0.8", "0.85", "0.9", "'80 %'", "'92,5 %'", "1"][..]),
        ("pools.long.rule.max_share", &["0.3", "0.6", "0.8", "1", "1.5", "'120 %'"][..]),
        ("pools.long.rule.equity_stress", &["0.15", "0.2", "0.3", "0.5", "'25 %'"][..]),
        ("pools.long.rebalancing.band", &["0.01", "0.05", "'2.5 %'", "0.1"][..]),
        ("pools.long.expected_return", &["0.02", "0.045", "'6 %'"][..]),
        ("market.assets.global_equity.expected_return.geometric", &["0.03", "0.05", "'7 %'", "0.1"][..]),
        ("market.assets.medium_fixed_income.expected_return.geometric", &["-0.005", "0.02", "'2 %'"][..]),
        ("market.regimes.turbulent.assets.global_equity.volatility", &["0.15", "0.25", "'35 %'"][..]),
        ("market.regimes.turbulent.assets.global_equity.log_mean", &["-0.3", "-0.1", "'-14 %'"][..]),
    ] {
        for value in values {
            let set = format!("{key}={value}");
            let output = check(Path::new(CLIENT), &set, &["--strict"]);
            assert!(output.status.success(), "{set}: {}", said(&output));
            tried += 1;
        }
    }
    assert!(tried >= 40, "{tried}");
}

#[test]
fn a_scenario_whose_equities_rise_is_warned_of() {
    let place = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml")).unwrap();
    let told = |scenario: &str| {
        let file = place.path().join("own.toml");
        fs::write(&file, format!("{text}\n[[scenarios]]\nname = \"own\"\nmonths = 3\n{scenario}\n")).unwrap();
        let stress = |more: &[&str]| {
            let out = place.path().join("out");
            skans()
                .arg("stress")
                .arg(&file)
                .args(["--no-charts", "--quiet", "--out"])
                .arg(out)
                .args(more)
                .output()
                .unwrap()
        };
        let [lenient, strict] = [stress(&[]), stress(&["--strict"])];
        assert!(lenient.status.success(), "{}", said(&lenient));
        (said(&lenient), strict.status.code())
    };
    let (warned, strict) = told("equities = -0.35");
    assert!(warned.starts_with("warning: ") && warned.lines().count() == 1, "{warned}");
    assert!(warned.contains("scenarios.0.equities: in the scenario own equity rises by 35.0 %"), "{warned}");
    assert_eq!(strict, Some(2));
    assert!(told("assets.equity = -0.1").0.contains("scenarios.0.assets.equity: in the scenario own"));
    assert_eq!(told("equities = 0.35"), (String::new(), Some(0)));
    assert_eq!(told("fixed_income = -0.02"), (String::new(), Some(0)));
    for config in configs() {
        let out = place.path().join("shipped");
        let stress =
            skans().arg("stress").arg(&config).args(["--no-charts", "--quiet", "--out"]).arg(&out).output().unwrap();
        assert!(!said(&stress).contains("rises by"), "{}: {}", config.display(), said(&stress));
    }
}

#[test]
fn a_value_of_today_in_another_unit_is_warned_of() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("values.csv");
    let today = |value: &str, more: &[&str]| {
        fs::write(&file, format!("date,value_mnkr,flow_mnkr\n2024-01,{value},0\n2024-02,{value},0\n")).unwrap();
        let mut command = skans();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["today", CLIENT, "--no-charts", "--quiet", "--values"]);
        command.arg(&file).arg("--out").arg(place.path().join("out")).args(more).output().unwrap()
    };
    let wrong = |found: &str| {
        format!("found {found} mnkr, and the pool long opens with 4\u{202f}580.00 mnkr; is it in another unit?\n")
    };
    for (value, option, found) in [
        ("4500000", None, "4\u{202f}500\u{202f}000.00"),
        ("4.5", None, "4.50"),
        ("4500", Some("--value-mnkr=4.5"), "4.50"),
        ("4500", Some("--value-mnkr=4500000"), "4\u{202f}500\u{202f}000.00"),
    ] {
        let more: Vec<&str> = option.into_iter().collect();
        let lenient = today(value, &more);
        assert!(lenient.status.success() && said(&lenient).ends_with(&wrong(found)), "{}", said(&lenient));
        assert!(said(&lenient).starts_with("warning: ") && said(&lenient).lines().count() == 1);
        assert_eq!(today(value, &[&more[..], &["--strict"]].concat()).status.code(), Some(2));
    }
    for value in ["4500", "1200", "12000"] {
        assert_eq!(said(&today(value, &["--strict"])), "");
    }
}

#[test]
fn an_amount_of_another_size_than_what_stands_beside_it_is_warned_of() {
    for (set, warning) in [
        ("region.accounts.years.0.taxes_mnkr=9", "found 9.0 mnkr beside 7\u{202f}647.0 mnkr in 2024"),
        ("region.accounts.years.1.taxes_mnkr=7", "found 7.0 mnkr beside 7\u{202f}369.0 mnkr in 2023"),
        ("region.accounts.years.1.operating_costs_mnkr=-11", "is it in another unit?"),
        ("region.accounts.years.2.provisions_mnkr=4", "is it in another unit?"),
        ("region.accounts.years.0.expected_pools_mnkr=40000", "is it in another unit?"),
        ("region.accounts.opening_mnkr.provisions=7", "found 7.0 mnkr beside"),
        ("pools.long.opening_value_mnkr=5.2", "found 5.2 mnkr, and the other pools open with 2\u{202f}300.0 mnkr"),
        ("pools.long.rule={ kind = \"static\", share = 2.5 }", "found 2.5, read as 250 %, usual: from 0 % to 150 %"),
        (
            "pools.long.contributions=[{ amount_mnkr = 100, from = \"2023-12\", every = \"year\" }, \
             { amount_mnkr = 100, from = \"2023-12\", every = \"year\" }]",
            "pools.long.contributions.1: the same as pools.long.contributions.0; is it there twice?",
        ),
        ("pools.long.floor.window_months=2", "found 2, usual: from 3 to 120"),
        ("pools.long.rebalancing.every_months=120", "found 120, usual: from 1 to 12"),
        ("outputs.jump=0.001", "found 0.001, read as 0.1 %, usual: from 1 % to 50 %"),
        ("region.buffer.least_mnkr=1", "found 1.00 mnkr, and the pool short opens with 1\u{202f}300.00 mnkr"),
        ("region.buffer.most_mnkr=16000", "found 16\u{202f}000.00 mnkr, and the pool short opens with"),
        ("outputs.falls=[1]", "outputs.falls.0: found 1, read as 100 %, usual: from 0.5 % to 90 %; write \"1 %\""),
    ] {
        let output = check(Path::new(CLIENT), set, &[]);
        let said = said(&output);
        assert!(output.status.success() && said.contains(warning), "{set}: {said}");
        assert_eq!(said.matches("warning: ").count(), 1, "{set}: {said}");
        let key = set.split_once('=').unwrap().0;
        assert!(said.contains(key), "{set}: {said}");
        assert_eq!(check(Path::new(CLIENT), set, &["--strict"]).status.code(), Some(2), "{set}");
    }
    for sensible in [
        "region.accounts.years.0.taxes_mnkr=7000",
        "region.accounts.years.1.taxes_mnkr=9000",
        "region.accounts.years.1.other_cash_mnkr=-3",
        "region.buffer.least_mnkr=300",
        "region.accounts.opening_mnkr.provisions=3000",
        "pools.long.floor.window_months=36",
        "pools.long.rebalancing.every_months=12",
        "outputs.falls=[0.05, 0.4]",
    ] {
        let output = check(Path::new(CLIENT), sensible, &["--strict"]);
        assert!(output.status.success(), "{sensible}: {}", said(&output));
    }
}

#[test]
fn spans_of_returns_beyond_the_horizon_are_told() {
    let output = check(Path::new(CLIENT), "outputs.return_years=[1, 60, 70]", &["--strict"]);
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("outputs.return_years: spans of returns beyond the horizon are left out: 60, 70"), "{said}");
}

#[test]
fn a_hint_names_only_a_reading_that_is_usual() {
    for (set, hint) in [
        ("pools.long.floor.share=2", None),
        ("pools.long.floor.share=85", Some("write \"85 %\"")),
        ("outputs.quantiles=[5,50]", Some("write \"5 %\"")),
        ("outputs.quantiles=[5,50]", Some("write \"50 %\"")),
        ("outputs.falls=[10]", Some("write \"10 %\"")),
        ("pools.long.rule.max_share=60", Some("write \"60 %\"")),
        ("region.accounts.years.0.target=2", Some("write \"2 %\"")),
    ] {
        let said = said(&check(Path::new(CLIENT), set, &[]));
        assert!(said.starts_with("error: "), "{set}: {said}");
        assert!(hint.map_or(!said.contains("write"), |hint| said.contains(hint)), "{set}: {said}");
    }
}

#[test]
fn an_option_of_today_that_is_unusual_is_warned_of() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("values.csv");
    fs::write(&file, "date,value_mnkr,flow_mnkr\n2024-01,4500,0\n2024-02,4500,0\n").unwrap();
    let today = |option: &str, more: &[&str]| {
        let mut command = skans();
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(["today", CLIENT, "--no-charts", "--quiet", option]);
        command.arg("--values").arg(&file).arg("--out").arg(place.path().join("out")).args(more).output().unwrap()
    };
    for (option, warning) in [
        ("--stress=0.01", "--stress: found \"0.01\", read as 1 %, usual: from 5 % to 60 %"),
        ("--stress=0.9", "--stress: found \"0.9\", read as 90 %, usual: from 5 % to 60 %"),
    ] {
        let lenient = today(option, &[]);
        assert!(lenient.status.success(), "{}", said(&lenient));
        assert!(said(&lenient).starts_with(&format!("warning: {warning}")), "{}", said(&lenient));
        assert_eq!(today(option, &["--strict"]).status.code(), Some(2), "{option}");
    }
    for option in ["--stress=0.25", "--stress=25 %", "--share=0.45", "--share=45 %"] {
        assert_eq!(said(&today(option, &["--strict"])), "", "{option}");
    }
    let refused = said(&today("--share=48", &[]));
    assert!(refused.contains("write \"48 %\" if a percentage is meant"), "{refused}");
    let refused = said(&today("--value-mnkr=3400000000", &[]));
    assert!(refused.contains("an amount in mnkr above 0, at most 1e7"), "{refused}");
}
