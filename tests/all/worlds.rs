//! Every world made of history or of files: the same bits on any threads, from a run's own folder, and for good.

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use skans::engine;
use skans::plan::Plan;
use skans::report::answer::run::months;
use skans::report::json;
use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::study::run;

use crate::bad_input::skans;
use crate::case::{load, plan_with};

const HISTORY: &[u8] = include_bytes!("../bad/files/months.csv");
const WEIGHTS: &[u8] = b"path,weight\n1,2\n2,1\n3,0.5\n";

fn scenarios() -> Vec<u8> {
    let rows = (0..108).fold("path,step,equity,bonds\n".to_owned(), |text, row| {
        text + &format!("{},{},0.0{},0.00{}\n", row / 36 + 1, row % 36 + 1, row * 7 % 10, row * 3 % 10)
    });
    rows.into_bytes()
}

pub const WORLDS: [(&str, &str); 5] = [
    ("bootstrap", "model = \"bootstrap\"\nfile = \"history.csv\""),
    (
        "filtered",
        "model = \"bootstrap\"\nfile = \"history.csv\"\nbootstrap = { filtered = true, inflation_column = \"prices\" }",
    ),
    (
        "crisis",
        "model = \"bootstrap\"\nfile = \"history.csv\"\ncrisis = { file = \"history.csv\", until = \"2000-09\" }",
    ),
    ("replay", "model = \"replay\"\nfile = \"history.csv\"\nreplay.from = \"2001-01\""),
    ("given", "model = \"given\"\nfile = \"scenarios.csv\"\nweights = \"weights.csv\""),
];

fn text(market: &str) -> String {
    let paths = if market.contains("replay") { 1 } else { 3000 };
    format!(
        r#"
        start = "2020-12"
        horizon_months = 36
        paths = {paths}
        seed = 12
        outputs.charts = false
        [market]
        {market}
        assets.equity.class = "equity"
        assets.bonds.class = "fixed-income"
        [pools.pool]
        opening_value_mnkr = 1
        equities.equity = 1.0
        fixed_income.bonds = 1.0
        rule = {{ kind = "dynamic", equity_stress = 0.25 }}
        floor = {{ kind = "rolling-high", share = 0.85 }}
        "#
    )
}

fn plan(market: &str) -> Plan {
    let files: [(&str, &[u8]); 3] =
        [("history.csv", HISTORY), ("scenarios.csv", &scenarios()), ("weights.csv", WEIGHTS)];
    plan_with(&text(market), &files)
}

/// Writes the configuration of every world, and the files that they name.
pub fn write(folder: &Path) {
    fs::write(folder.join("history.csv"), HISTORY).unwrap();
    fs::write(folder.join("scenarios.csv"), scenarios()).unwrap();
    fs::write(folder.join("weights.csv"), WEIGHTS).unwrap();
    for (name, market) in WORLDS {
        fs::write(folder.join(format!("{name}.toml")), text(market)).unwrap();
    }
}

/// The bytes of `summary.json` and `months.csv` on so many threads.
fn files(plan: &Plan, threads: usize) -> (String, Vec<u8>) {
    let result = engine::with_threads(threads, || run::run(plan, &mut |_| ControlFlow::Continue(()))).unwrap().unwrap();
    (json::pretty(&result.summary), crate::case::csv(&months(plan, &result.details)))
}

#[test]
fn each_has_the_same_bytes_on_any_threads() {
    for (name, market) in WORLDS {
        let plan = plan(market);
        let once = files(&plan, 1);
        assert!(files(&plan, 3) == once, "{name} differs");
    }
}

/// A run's folder holds all that the run was made of.
#[test]
fn each_runs_again_from_its_folder() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    write(place.path());
    let run = |config: &Path, out: &Path| {
        let output = skans().arg("run").arg(config).arg("--out").arg(out).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        (fs::read(out.join("summary.json")).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    for (name, _) in WORLDS {
        let out = at(&format!("{name}-out"));
        let (first, told) = run(&at(&format!("{name}.toml")), &out);
        assert!(told.contains(if name == "filtered" { "bootstrap: " } else { name }), "{told}");
        let (again, _) = run(&out.join("config.toml"), &at(&format!("{name}-again")));
        assert!(again == first, "{name}");
        // Into its own folder too, whose files it reads as it goes.
        run(&out.join("config.toml"), &out);
    }
}

/// Means kept so that a change of any number for the same seed cannot go unseen.
#[test]
fn the_values_of_a_seed_are_stable() {
    let found = WORLDS.map(|(name, market)| {
        let summary = crate::case::run(&plan(market));
        format!("{name} {:.9e}", summary.pools["pool"][PoolFigure::Value(Term::Horizon, Statistic::Mean)].value)
    });
    assert_eq!(found, STABLE);
}

const STABLE: [&str; 5] = [
    "bootstrap 1.317107079e6",
    "filtered 1.316828884e6",
    "crisis 1.452782710e6",
    "replay 1.275513791e6",
    "given 2.750536180e6",
];

/// Months of history that no two columns share, mangled in every way: an error or a plan, never a panic.
#[test]
fn mangled_files_never_panic() {
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    let pieces: [&[u8]; 12] = [
        b",",
        b"\n",
        b"\"",
        b"nan",
        b"-1e999",
        b"\xff",
        b"-",
        b"",
        b"2000-13",
        b"0",
        b"\x1f\x8b",
        b"99999999999999999999",
    ];
    for turn in 0..600 {
        let (_, market) = WORLDS[turn % WORLDS.len()];
        let mut contents = [HISTORY.to_vec(), scenarios(), WEIGHTS.to_vec()];
        for content in &mut contents {
            for _ in 0..random(3) {
                let at = random(content.len());
                let end = (at + random(8)).min(content.len());
                drop(content.splice(at..end, pieces[random(pieces.len())].iter().copied()));
            }
        }
        let [history, scenarios, weights] = &contents;
        let files: [(&str, &[u8]); 3] =
            [("history.csv", history), ("scenarios.csv", scenarios), ("weights.csv", weights)];
        let _ = load(&text(market), &files);
    }
}
