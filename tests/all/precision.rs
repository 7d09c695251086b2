//! A run to a precision ends with figures that are so precise, or says why they are not.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bad_input::skans;

/// Runs a configuration without charts into `out`, and gives its exit code and what it said on standard error.
fn run(place: &Path, config: &Path, more: &[&str]) -> (Option<i32>, String) {
    let _ = fs::remove_dir_all(place.join("out"));
    let mut command = skans();
    command.current_dir(place).arg("run").arg(config).args(["--no-charts", "--out", "out"]).args(more);
    let output = command.output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

fn summary(place: &Path) -> Value {
    serde_json::from_slice(&fs::read(place.join("out/summary.json")).unwrap()).unwrap()
}

fn half_width(estimate: &Value) -> f64 {
    0.5 * (estimate["ci95"][1].as_f64().unwrap() - estimate["ci95"][0].as_f64().unwrap())
}

fn shipped(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

#[test]
fn a_run_to_a_precision_is_the_run_with_the_paths_it_ends_with() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let norrbotten = shipped("configs/region-norrbotten.toml");
    let figure = "pools.long.breach.ex_post.y10";
    let (code, said) = run(place, &norrbotten, &["--paths", "1000", "--precision", &format!("{figure}=0.005")]);
    assert_eq!(code, Some(0), "{said}");
    let paths = said.split_once(" paths give the precision").unwrap().0.rsplit('\n').next().unwrap();
    let precise = summary(place);
    assert_eq!(run(place, &norrbotten, &["--paths", paths]).0, Some(0));
    assert!(precise == summary(place));
    let half = half_width(&precise["pools"]["long"]["breach"]["ex_post"]["y10"]);
    assert!(half <= 0.005 && half > 0.003, "{half}");
    let (code, said) = run(place, &norrbotten, &["--paths", "1000", "--precision", &format!("{figure}=1e-9")]);
    assert!(code == Some(2) && said.contains("allowed: at most 1\u{202f}000\u{202f}000\u{202f}000"), "{said}");
    assert!(!place.join("out").exists());
}

/// Of an event that no path has met nothing is known, least of all that its mean is 0 ± 0.
#[test]
fn a_figure_whose_error_stays_unknown_is_given_up_and_the_run_is_kept() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let config = shipped("tests/good/one-pool.toml");
    for figure in ["pools.long.breach.depth_ex_ante.mean", "pools.long.breach.episodes"] {
        let safe = ["--set", "pools.long.rule.max_share=0", "--set", "pools.long.floor.share=0.2"];
        let wanted = format!("{figure}=0.1");
        let (code, said) = run(place, &config, &[&safe[..], &["--precision", &wanted]].concat());
        let message = format!("error: --precision: {figure}: found no error of it with 65536 paths");
        assert!(code == Some(1) && said.contains(&message), "{code:?} {said}");
        assert!(said.contains("the results are those of 65536 paths"), "{said}");
        assert_eq!(summary(place)["paths"], 65536);
    }
}

/// A configuration with 600 given paths of a year.
fn given(place: &Path) -> std::path::PathBuf {
    let mut state = 1_u64;
    let mut row = |path, step| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let equity = f64::from(u32::try_from(state >> 54).unwrap()) / 1e4 - 0.05;
        format!("{path},{step},{equity},0.001\n")
    };
    let rows: Vec<String> = (0..600 * 12).map(|place| row(place / 12 + 1, place % 12 + 1)).collect();
    let rows = format!("path,step,equity,bonds\n{}", rows.concat());
    fs::write(place.join("scenarios.csv"), rows).unwrap();
    let config = fs::read_to_string(shipped("tests/good/one-pool.toml")).unwrap();
    let (head, rest) = config.split_once("[market]").unwrap();
    let pools = &rest[rest.find("[pools.long]").unwrap()..];
    let market = r#"[market]
model = "given"
file = "scenarios.csv"
assets = { equity.class = "equity", bonds.class = "fixed-income" }
"#;
    fs::write(place.join("given.toml"), format!("{head}{market}{pools}")).unwrap();
    place.join("given.toml")
}

/// All paths that there are may do where a tenth more than their error asks for would be too many.
#[test]
fn a_precision_that_all_given_paths_come_to_is_reached() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let config = given(place);
    assert_eq!(run(place, &config, &["--paths", "600"]).0, Some(0));
    let half = half_width(&summary(place)["pools"]["long"]["value"]["horizon"]["mean"]);
    let wanted = |half: f64| format!("pools.long.value.horizon.mean={half}");
    let (code, said) = run(place, &config, &["--paths", "500", "--precision", &wanted(1.001 * half)]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(summary(place)["paths"], 600);
    let (code, said) = run(place, &config, &["--paths", "500", "--precision", &wanted(0.9 * half)]);
    assert!(code == Some(2) && said.contains("with 600 paths") && said.contains("at most 600"), "{said}");
    assert!(!place.join("out").exists());
}
