//! Tables as Excel saves them in Sweden, and as workbooks: the same figures as from the same table of a program.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use skans::Loaded;

use crate::bad_input::skans;

fn good(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good").join(name)
}

/// The configuration of one pool that pays as a file says.
fn with_payments(folder: &Path, file: &str) -> PathBuf {
    let config =
        fs::read_to_string(good("one-pool.toml")).unwrap() + &format!("payments = [{{ file = \"{file}\" }}]\n");
    let path = folder.join("one-pool.toml");
    fs::write(&path, config).unwrap();
    path
}

fn load(config: &Path) -> Loaded {
    skans::load(config, &[]).unwrap_or_else(|problems| panic!("{problems}"))
}

fn summary(config: &Path) -> String {
    skans::report::json::pretty(&crate::case::run(&load(config).plan))
}

#[test]
fn payments_are_the_same_in_either_unit_and_however_they_are_written() {
    let place = tempfile::tempdir().unwrap();
    let summary = |content: &[u8]| {
        fs::write(place.path().join("flows.csv"), content).unwrap();
        summary(&with_payments(place.path(), "flows.csv"))
    };
    let wanted = summary(b"date,amount_sek\n2022-01,1500000\n2023,2400000\n");
    assert!(wanted.contains("\"due\": {\n          \"value\": 1500000.0"));
    let utf16: Vec<u8> = "\u{feff}Månad\tBelopp (mnkr)\nJanuari 2022\t1,5\n2023\t2,4\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for content in [
        &b"date,amount_mnkr\n2022-01,1.5\n2023,2.4\n"[..],
        b"amount_mnkr,date\n1.5,2022-01-31\n2.4,2023\n",
        b"DATUM;Belopp_kr\n31/1/2022;1 500 000,00\n2023;2 400 000,00\n",
        b"m\xe5nad;belopp mnkr\njan-22;1,5\n2023;2,4\n;\n",
        b"datum;belopp_sek\n2022-01-31;1\xa0500\xa0000\n2023;2\xa0400\xa0000\n",
        &utf16,
    ] {
        assert_eq!(summary(content), wanted, "{}", String::from_utf8_lossy(content));
    }
    fs::copy(good("flows.xlsx"), place.path().join("flows.xlsx")).unwrap();
    assert_eq!(self::summary(&with_payments(place.path(), "flows.xlsx#Betalningar")), wanted);
}

#[test]
fn a_run_from_a_sheet_runs_again_from_its_folder() {
    let place = tempfile::tempdir().unwrap();
    fs::copy(good("flows.xlsx"), place.path().join("flows.xlsx")).unwrap();
    let first = with_payments(place.path(), "flows.xlsx#Betalningar");
    let run = |config: &Path, name: &str| {
        let out = place.path().join(name);
        let output =
            skans().arg("run").arg(config).arg("--out").arg(&out).args(["--no-charts", "-q"]).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        out
    };
    let out = run(&first, "first");
    let again = run(&out.join("config.toml"), "again");
    assert_eq!(fs::read(out.join("summary.json")).unwrap(), fs::read(again.join("summary.json")).unwrap());
}

#[test]
fn what_lies_after_the_horizon_is_said_on_the_screen_and_in_the_manifest() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("flows.csv"), "date,amount_mnkr\n2022,12\n2023-06,7\n2040,120\n").unwrap();
    let config = with_payments(place.path(), "flows.csv");
    let output = skans().arg("run").arg(&config).arg("--out").arg(place.path().join("out")).arg("--no-charts").output();
    let said = String::from_utf8_lossy(&output.unwrap().stderr).into_owned();
    let note = "flows.csv: 127.0 mnkr from 2023-06 to 2040-12 lie after the horizon, 2022-12, and are left out";
    assert!(said.contains(note), "{said}");
    assert!(fs::read_to_string(place.path().join("out/manifest.json")).unwrap().contains(note));
}

/// A month without a value cuts a history: the longer part is followed, and what is left out is said.
#[test]
fn months_beside_an_empty_cell_are_never_left_out_in_silence() {
    let place = tempfile::tempdir().unwrap();
    let row = |month: usize| {
        let equity = if month == 20 { String::new() } else { format!("0.0{}", month % 7) };
        format!("{equity},0.001")
    };
    fs::write(place.path().join("h.csv"), crate::history::history("equity,bonds", 48, row)).unwrap();
    let out = place.path().join("out");
    let command = |more: &[&str]| {
        let mut command = skans();
        command.arg("backtest").arg(good("one-pool.toml")).arg("--history").arg(place.path().join("h.csv"));
        command.arg("--out").arg(&out).arg("--no-charts").args(more);
        let output = command.output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, said) = command(&[]);
    let note = "h.csv: 2000-01 to 2001-09 are left out: equity has no value for 2001-09";
    assert!(code == Some(0) && said.contains(note), "{said}");
    assert!(fs::read_to_string(out.join("manifest.json")).unwrap().contains(note));
    let found: serde_json::Value = serde_json::from_slice(&fs::read(out.join("backtest.json")).unwrap()).unwrap();
    assert_eq!(found["left_out"][0]["until"], "2001-09");
    let (code, said) = command(&["--column", "equity=bonds", "--column", "equity=equity"]);
    assert_eq!((code, &*said), (Some(2), "error: --column: found \"equity\" again, allowed: each name once\n"));
}

#[test]
fn what_each_column_was_taken_for_is_said_first() {
    let place = tempfile::tempdir().unwrap();
    let row = |month: usize| format!("0.0{},0.02{}", month % 7, month % 9);
    fs::write(place.path().join("h.csv"), crate::history::history("fund,short", 48, row)).unwrap();
    let said = |more: &[&str]| {
        let output = skans().arg("calibrate").arg(place.path().join("h.csv")).args(more).output().unwrap();
        String::from_utf8_lossy(&output.stdout).lines().nth(1).unwrap_or_default().to_owned()
    };
    assert!(said(&[]).starts_with("# Taken for: fund: fixed-income, short: fixed-income."), "{}", said(&[]));
    let roles = said(&["--role", "short=rate", "--role", "fund=equity"]);
    assert!(roles.starts_with("# Taken for: fund: equity, short: rate."), "{roles}");
}

#[test]
fn of_a_file_outside_the_configurations_folder_nothing_is_shown() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("configs")).unwrap();
    fs::write(place.path().join("secret"), "root:$6$hash:19000\nsecret,2\n").unwrap();
    let config = with_payments(&place.path().join("configs"), "../secret");
    let said = skans::load(&config, &[]).err().unwrap().to_string();
    assert!(said.contains("found something that is not shown") && !said.contains("hash"), "{said}");
}

/// Nothing is opened that may never end, and nothing is read in more than linear time.
#[cfg(unix)]
#[test]
fn pipes_devices_and_folders_are_refused_at_once() {
    let place = tempfile::tempdir().unwrap();
    let pipe = place.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for file in ["pipe", "/dev/zero", "."] {
        let begun = Instant::now();
        let problems = skans::load(&with_payments(place.path(), file), &[]).err().unwrap();
        assert!(problems[0].to_string().contains("which cannot be read (a "), "{problems}");
        let output = skans().arg("calibrate").arg(place.path().join(file)).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(begun.elapsed() < Duration::from_secs(20), "{file}");
    }
}

#[test]
fn a_configuration_of_many_keys_is_read_in_linear_time() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("wide.toml");
    let keys = |end: &str| (0..15_000).map(|key| format!("key{key} = 1")).collect::<Vec<_>>().join(end);
    let nested = format!("deep = {{ {} }}\n", keys(", "));
    for text in [keys("\n"), nested, format!("[pools.long]\n{}", keys("\n"))] {
        fs::write(&path, fs::read_to_string(good("one-pool.toml")).unwrap() + &text).unwrap();
        let begun = Instant::now();
        assert!(skans::load(&path, &[]).is_err());
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}

#[test]
fn a_key_without_end_is_refused() {
    let key = format!("{}=1", vec!["a"; 30_000].join("."));
    let output = skans().arg("check").arg(good("one-pool.toml")).arg("--set").arg(&key).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(said.contains("found a key of 30000 names, allowed: at most 32") && said.len() < 1000, "{said}");
}
