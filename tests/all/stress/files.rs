//! What a stress test prints and writes.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::close;
use crate::bad_input::skans;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_stress_test_writes_its_folder_in_both_languages() {
    let place = tempfile::tempdir().unwrap();
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let run = |language: &str, format: &str, more: &[&str]| {
        let mut command = skans();
        command.current_dir(place.path()).arg("stress").arg(&config).args(["--lang", language, "--format", format]);
        let output = command.args(more).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let folder = place.path().join("output/region-norrbotten-stress");
    let table = run("en", "table", &[]);
    assert!(table.contains("without Monte Carlo error") && table.contains("25.00"), "{table}");
    let json = run("sv", "json", &["--scenario", "2022 rates", "--scenario", "fi-traffic-light"]);
    assert_eq!(json, fs::read_to_string(folder.join("stress.json")).unwrap());
    let charts: Vec<String> = fs::read_dir(folder.join("charts"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(charts.len(), 3);
    for chart in charts {
        let png = fs::read(folder.join("charts").join(&chart)).unwrap();
        assert_eq!([16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap())), [1600, 900], "{chart}");
        assert!(png.len() > 8000, "{chart} is empty");
    }
    let found: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found["scenarios"][1]["pools"]["long"]["ex_post"]["first_month"], 1);
    let months = run("en", "csv", &["--no-charts", "--scenario", "2022 rates", "--aftermath", "0"]);
    assert_eq!(months.lines().count(), 1 + 4 * 13);
    assert!(months.starts_with(
        "scenario,pool,month,value,price,high,floor,known_floor,share,book_cost,realised,unrealised,costs,flows\n"
    ));
    assert!(run("sv", "markdown", &["--no-charts", "--scenario", "2022 rates"]).contains("| lägsta aktieandel"));
}

/// A span of a history, mapped as the configuration's replay would be.
#[test]
fn a_span_of_a_history_is_a_scenario() {
    let place = tempfile::tempdir().unwrap();
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml");
    let rows = "date,equity,bonds,cpi\n2007-01,0.1,0.1,0\n2007-02,-0.12,0.01,0.01\n2007-03,0.05,,0.02\n\
        2007-04,0.11,0.09,0.02\n";
    fs::write(place.path().join("history.csv"), rows).unwrap();
    let run = |from: &str, until: &str| {
        let mut command = skans();
        command.current_dir(place.path()).arg("stress").arg(&good).args(["--history", "history.csv"]);
        command.args(["--from", from, "--until", until, "--format", "json", "-q", "--no-charts"]);
        command.output().unwrap()
    };
    let output = run("2007-02", "2007-03");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let scenario = &found["scenarios"][0];
    assert_eq!((&scenario["months"], &scenario["as_expected"]["bonds"]), (&Value::from(2), &Value::from(1)));
    close(scenario["pools"]["long"]["months"][1]["price"].as_f64().unwrap(), 0.6 * 0.88 + 0.4 * 1.01);
    let inputs = place.path().join("output/one-pool-stress/inputs/history.csv");
    assert_eq!(fs::read_to_string(inputs).unwrap(), rows);
    for (from, until, said) in [
        ("2006-01", "2007-03", "--from: found 2006-01, allowed: a month from 2007-01 to 2007-04"),
        ("2007-03", "2007-02", "--until: found 2007-02, allowed: a month from 2007-03 to 2007-04"),
    ] {
        let output = run(from, until);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(said), "{}", text(&output.stderr));
    }
    fs::write(place.path().join("history.csv"), "date,stocks,bonds\n2007-01,0.1,0.1\n").unwrap();
    let output = run("2007-01", "2007-01");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("market.assets.equity: found the unknown name \"equity\""));
}

/// What is assumed of the cost is said, and what is given; a pool below its floor is said to be so, by how much.
#[test]
fn the_cost_and_a_floor_already_broken_are_said() {
    let place = tempfile::tempdir().unwrap();
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml");
    fs::copy(good, place.path().join("pool.toml")).unwrap();
    fs::write(place.path().join("prices.csv"), "date,price\n2021-11,1.3\n2021-12,1\n").unwrap();
    let run = |more: &[&str]| {
        let mut command = skans();
        command.current_dir(place.path()).args(["stress", "pool.toml", "--no-charts", "-q"]).args(more);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let plain = run(&[]);
    assert!(plain.contains("taken to have cost its value"), "{plain}");
    let given = run(&["--set", "pools.long.opening_cost_share.equities=0.5", "--lang", "sv"]);
    assert!(given.contains("Anskaffningsvärde vid starten, mnkr: long 700,0 (övervärde 300,0)"), "{given}");
    let below = ["--set", "pools.long.history=prices.csv"];
    let table = run(&below);
    assert!(
        table.contains("already 9.5\u{a0}% below") && table.contains("already at the start, 9.5\u{a0}%"),
        "{table}"
    );
    let found: Value = serde_json::from_str(&run(&[&below[..], &["--format", "json"]].concat())).unwrap();
    close(found["reverse"]["long"]["already_below"].as_f64().unwrap(), 0.105 / 1.105);
}
