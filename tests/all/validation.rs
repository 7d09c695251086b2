//! What validation compares, and what it cannot.

use std::fs;
use std::path::Path;

use skans::config;
use skans::plan::Pools;
use skans::report::json;
use skans::study::validate::{Verdict, fans, validate};

use crate::bad_input::skans;
use crate::case::given_path;

/// Every shipped world does what its law says, one with a crisis in it too.
#[test]
fn every_shipped_world_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|file| file.extension().is_some_and(|ending| ending == "toml")).collect();
    assert!(files.len() >= 12, "{} configurations", files.len());
    for file in files {
        let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
        let found = validate(&plan, 600);
        let differing: Vec<_> = found.moments.iter().filter(|line| line.verdict() == Verdict::Differs).collect();
        assert!(differing.is_empty(), "{}: {differing:?}", file.display());
        assert!(found.moments.iter().any(|line| line.verdict() == Verdict::Agrees), "{}", file.display());
        assert_eq!(found.without_crisis, plan.market.crisis.is_some());
    }
}

/// A set of scenarios has no more paths than it holds.
#[test]
fn a_given_set_is_validated_on_the_paths_that_it_holds() {
    let pool = r#"
        [pools.pool]
        opening_value_mnkr = 1
        equities.equity = 1.0
        fixed_income.bonds = 1.0
        rule = { kind = "static", share = 0.5 }
        "#;
    let plan = given_path(&[(0.01, 0.0); 24], pool);
    let found = validate(&plan, 20_000);
    assert_eq!(found.paths, 1);
    assert!((found.moments[0].found.value - 12.0 * 1.01_f64.ln()).abs() < 1e-12);
}

/// What cannot be measured is no failure: a horizon of half a year has no year.
#[test]
fn what_cannot_be_measured_does_not_differ() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let mut plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    std::sync::Arc::make_mut(&mut plan.market).targets.clear();
    for months in [1, 6] {
        plan.time = plan.time.with_months(months);
        let found = validate(&plan, 2000);
        assert_eq!(found.failures(), 0, "{months} months");
        assert!(found.moments.iter().any(|line| line.found.value.is_nan()), "{months} months");
    }
}

/// A region pays in and out of the pools that are its own, and has no part in the assets' fans. They are those of the
/// same configuration without it, also where it has more pools than there are assets.
#[test]
fn the_fans_of_the_assets_are_those_without_the_region() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten-accounts.toml");
    let with = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let mut without = with.clone();
    without.region = None;
    let mut crowded = with.clone();
    crowded.pools = Pools::new([&with.pools[..]; 3].concat()).unwrap();
    assert!(with.region.is_some() && crowded.pools.len() > with.market.assets.len());
    let summary = |plan| fans::fans(plan, 600).map(|(_, result)| json::pretty(&result.summary)).unwrap();
    let expected = summary(&without);
    assert!(summary(&with) == expected && summary(&crowded) == expected);
}

/// The paths simulated are those of an option, else 20 000 whatever the file says; `config.toml` states them.
#[test]
fn the_paths_simulated_are_those_written() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml");
    let place = tempfile::tempdir().unwrap();
    let asked = [
        (&[][..], 20_000),
        (&["--paths", "300"], 300),
        (&["--set", "paths=400"], 400),
        (&["--set", "paths=400", "--paths", "300"], 300),
    ];
    for (number, (options, paths)) in asked.into_iter().enumerate() {
        let out = place.path().join(number.to_string());
        let mut validate = skans();
        validate.arg("validate").arg(&file).args(["--no-charts", "--format", "json", "--out"]).arg(&out).args(options);
        let output = validate.output().unwrap();
        let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(found["paths"], paths, "{options:?}");
        let written = fs::read_to_string(out.join("config.toml")).unwrap();
        assert!(written.lines().any(|line| line == format!("paths = {paths}")), "{options:?}:\n{written}");
    }
    let few = skans().arg("validate").arg(&file).args(["--set", "paths=5"]).output().unwrap();
    assert_eq!(few.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&few.stderr).contains("--set paths=5: found 5"), "{few:?}");
}
