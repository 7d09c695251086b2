//! The program as its users meet it.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::bad_input::skans;
use skans::stats::figure::{PoolFigure, Statistic, Term};

fn good() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml")
}

fn norrbotten() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_run_writes_its_folder_and_running_it_again_from_there_gives_the_same_summary() {
    let place = tempfile::tempdir().unwrap();
    let (first, second) = (place.path().join("first"), place.path().join("second"));
    let run = |config: &Path, out: &Path| {
        let output = skans().current_dir(place.path()).arg("run").arg(config).arg("--out").arg(out).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        output
    };
    let output = skans()
        .current_dir(place.path())
        .args(["run", "--paths", "700", "--set", "pools.long.floor.share=0.8", "--out"])
        .arg(&first)
        .arg(norrbotten())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("Long-term pool"));
    for file in [
        "summary.json",
        "manifest.json",
        "config.toml",
        "months.csv",
        "inputs/pension-payments.csv",
        "charts/fan-long.png",
    ] {
        assert!(first.join(file).is_file(), "{file}");
    }
    run(&first.join("config.toml"), &second);
    for file in ["summary.json", "months.csv", "config.toml"] {
        assert!(fs::read(first.join(file)).unwrap() == fs::read(second.join(file)).unwrap(), "{file} differs");
    }
    let manifest: Value = serde_json::from_slice(&fs::read(second.join("manifest.json")).unwrap()).unwrap();
    let outputs = manifest["outputs_sha256"].as_object().unwrap();
    assert!(outputs.len() > 40);
    for (name, sha256) in outputs {
        assert_eq!(skans::report::manifest::sha256(&fs::read(second.join(name)).unwrap()), *sha256, "{name}");
    }
}

#[test]
fn charts_of_every_kind_are_pictures_of_the_right_size_in_both_languages() {
    let place = tempfile::tempdir().unwrap();
    for language in ["en", "sv"] {
        let out = place.path().join(language);
        let run = skans()
            .args(["run", "--paths", "600", "--lang", language, "--out"])
            .arg(&out)
            .arg(norrbotten())
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(0), "{}", text(&run.stderr));
        let charts: Vec<_> = fs::read_dir(out.join("charts")).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(charts.len() > 40);
        for chart in charts {
            let png = fs::read(&chart).unwrap();
            let size = [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().unwrap()));
            assert_eq!(size, [1600, 900], "{}", chart.display());
            assert!(png.len() > 8000, "{} is empty", chart.display());
        }
    }
}

#[test]
fn odd_runs_draw_their_charts_too() {
    let place = tempfile::tempdir().unwrap();
    for (name, more) in [
        ("one-path", vec!["paths=1"]),
        ("one-month", vec!["horizon_months=1"]),
        ("months", vec!["horizon_months=14"]),
        (
            "riskless",
            vec![
                "market.assets.equity.volatility.log=0",
                "market.assets.bonds.volatility.log=0",
                "market.correlations.equity.bonds=0",
            ],
        ),
        ("emptied", vec!["pools.long.payments=[{ amount_mnkr = 9000, from = \"2022-03\", every = \"year\" }]"]),
        ("few-quantiles", vec!["outputs.quantiles=[0.5]"]),
        (
            "leverage",
            vec![
                "pools.long.rule.max_share=15",
                "pools.long.rule.equity_stress=0.02",
                "market.assets.equity.volatility.log=0.9",
            ],
        ),
    ] {
        let mut command = skans();
        command.arg("run").arg(good()).arg("--out").arg(place.path().join(name)).args(["--paths", "300", "-q"]);
        command.args(more.iter().flat_map(|set| ["--set", set]));
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{name}: {}", text(&output.stderr));
        let summary = fs::read_to_string(place.path().join(name).join("summary.json")).unwrap();
        let summary: skans::stats::summary::Summary = serde_json::from_str(&summary).unwrap();
        let mean = PoolFigure::Value(Term::Horizon, Statistic::Mean);
        assert!(summary.pools["long"][mean].value.is_finite(), "{name}");
    }
}

/// A byte-order mark and Windows' line ends, in the configuration and in its files, change nothing.
#[test]
fn files_saved_on_windows_read_the_same() {
    let place = tempfile::tempdir().unwrap();
    let flows = "date,amount_sek\n2022-01,1000000\n2023,2400000\n";
    let config = fs::read_to_string(good()).unwrap() + "payments = [{ file = \"flows.csv\" }]\n";
    let summary = |name: &str, change: fn(&str) -> String| {
        let folder = place.path().join(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("flows.csv"), change(flows)).unwrap();
        fs::write(folder.join("one-pool.toml"), change(&config)).unwrap();
        let plan = skans::config::load(&folder.join("one-pool.toml"), &[]);
        let plan = plan.map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
        skans::report::json::pretty(&crate::case::run(&plan))
    };
    let plain = summary("plain", str::to_owned);
    assert_eq!(summary("windows", |text| format!("\u{feff}{}", text.replace('\n', "\r\n"))), plain);
    assert!(plain.contains("\"due\": {\n          \"value\": 1000000.0"));
}

#[test]
fn a_broken_limit_ends_with_code_3_and_still_writes_the_folder() {
    let place = tempfile::tempdir().unwrap();
    let run = |condition: &str| {
        let out = place.path().join("out");
        let output = skans()
            .arg("run")
            .arg(good())
            .arg("--out")
            .arg(&out)
            .args(["--fail-if", condition, "--no-charts"])
            .output()
            .unwrap();
        (output.status.code(), text(&output.stderr), out.join("summary.json").is_file())
    };
    let (code, said, written) = run("pools.long.value.horizon.mean > 1e6");
    assert_eq!((code, written), (Some(3), true));
    assert!(said.contains("limit broken: pools.long.value.horizon.mean is"), "{said}");
    assert!(said.ends_with(" mnkr), and it is > 1 mnkr\n"), "{said}");
    assert_eq!(run("pools.long.value.horizon.mean < 1e6").0, Some(0));
}

#[test]
fn a_limit_on_a_figure_that_is_unknown_ends_with_code_3_and_the_reason() {
    let place = tempfile::tempdir().unwrap();
    let falls: Vec<String> = (1..=12).map(|month| format!("1,{month},-0.01,0")).collect();
    fs::write(place.path().join("path.csv"), format!("path,step,eq,fi\n{}\n", falls.join("\n"))).unwrap();
    let config = r#"
        start = "2021-12"
        horizon_months = 12
        paths = 1
        seed = 1
        outputs.charts = false
        limits."recovery.months.q50".max = 6
        [market]
        model = "given"
        file = "path.csv"
        assets = { eq.class = "equity", fi.class = "fixed-income" }
        [pools.p]
        opening_value_mnkr = 1000
        equities = { eq = 1 }
        fixed_income = { fi = 1 }
        rule = { kind = "static", share = 1 }
    "#;
    fs::write(place.path().join("never.toml"), config).unwrap();
    let run = skans().current_dir(place.path()).args(["run", "never.toml"]).output().unwrap();
    let said = text(&run.stderr);
    assert_eq!(run.status.code(), Some(3), "{said}");
    assert!(said.contains("limit not kept: pools.p.recovery.months.q50 is unknown"), "{said}");
}

#[test]
fn results_come_in_every_format() {
    let place = tempfile::tempdir().unwrap();
    let stdout = |format: &str, language: &str| {
        let output = skans()
            .current_dir(place.path())
            .arg("run")
            .arg(good())
            .args(["--no-charts", "-q", "--format", format, "--lang", language])
            .output()
            .unwrap();
        assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let json = stdout("json", "sv");
    assert_eq!(json, fs::read_to_string(place.path().join("output/one-pool/summary.json")).unwrap());
    let schema: Value = serde_json::from_slice(&skans().args(["schema", "summary"]).output().unwrap().stdout).unwrap();
    assert!(schema["properties"]["pools"].is_object());
    assert!(stdout("csv", "en").lines().any(|line| line.starts_with("pools.long.breach.ex_post.y1,")));
    assert!(stdout("markdown", "sv").contains("| ingående värde, mnkr"));
    assert!(stdout("table", "en").contains("opening value, mnkr"));
}

#[test]
fn check_says_where_each_setting_comes_from() {
    let output =
        skans().arg("check").arg(good()).args(["--set", "pools.long.rule.lag=2", "--format", "csv"]).output().unwrap();
    let said = text(&output.stdout);
    for expected in [
        "seed,1,line 4",
        "pools.long.rule.lag,2,--set pools.long.rule.lag=2",
        "pools.long.floor.window_months,24,default",
        "pools.long.floor.share,\"\"\"85 %\"\"\",line 17",
    ] {
        assert!(said.lines().any(|line| line == expected), "{expected} in\n{said}");
    }
}

#[test]
fn a_batch_runs_the_right_ones_tells_the_wrong_ones_and_keeps_an_index() {
    let place = tempfile::tempdir().unwrap();
    let (configs, out) = (place.path().join("configs"), place.path().join("out"));
    fs::create_dir(&configs).unwrap();
    fs::copy(good(), configs.join("a.toml")).unwrap();
    fs::write(configs.join("b.toml"), "seed = 1").unwrap();
    fs::copy(good(), configs.join("c.toml")).unwrap();
    let output = skans()
        .arg("batch")
        .arg(&configs)
        .arg("--out")
        .arg(&out)
        .args(["--no-charts", "--paths", "50"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    let index: Value = serde_json::from_slice(&fs::read(out.join("index.json")).unwrap()).unwrap();
    let codes: Vec<u64> =
        index.as_array().unwrap().iter().map(|member| member["exit_code"].as_u64().unwrap()).collect();
    assert_eq!(codes, [0, 2, 0]);
    assert!(out.join("a/summary.json").is_file() && out.join("c/summary.json").is_file() && !out.join("b").exists());
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_ends_with_code_130_and_leaves_the_earlier_folder_alone() {
    use std::process::{Command, Stdio};
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    assert!(
        skans()
            .arg("run")
            .arg(good())
            .args(["--no-charts", "-q", "--out"])
            .arg(&out)
            .output()
            .unwrap()
            .status
            .success()
    );
    let before = fs::read(out.join("manifest.json")).unwrap();
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("skans"))
        .arg("run")
        .arg(good())
        .args(["--no-charts", "--paths", "1000000000", "--out"])
        .arg(&out)
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(700));
    assert!(Command::new("kill").arg("-INT").arg(child.id().to_string()).status().unwrap().success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(fs::read(out.join("manifest.json")).unwrap(), before);
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1);
}

#[test]
fn verbs_for_editors_shells_and_readers_print_something_of_use() {
    for (arguments, expected) in [
        (vec!["schema"], "\"horizon_months\""),
        (vec!["schema", "--markdown"], "## `[pools.NAME.floor]`"),
        (vec!["completions", "bash"], "_skans"),
        (vec!["man"], ".TH skans 1"),
        (vec!["bench", "--paths", "512", "--repeat", "1"], "million path-months a second"),
        (vec!["bench", "--paths", "512", "--repeat", "1", "--format", "json"], "path_months_per_second"),
        (vec!["--version"], "skans "),
    ] {
        let output = skans().args(&arguments).output().unwrap();
        assert!(output.status.success() && text(&output.stdout).contains(expected), "{arguments:?}");
    }
}
