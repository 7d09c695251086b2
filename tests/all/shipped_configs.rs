//! Every shipped configuration runs, and asks what it says.

use std::fs;
use std::path::{Path, PathBuf};

use skans::config;

fn configs() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    files
}

#[test]
fn each_is_right_begins_with_its_question_and_runs() {
    assert!(configs().len() >= 7);
    for file in configs() {
        let text = fs::read_to_string(&file).unwrap();
        let first = text.lines().next().unwrap();
        assert!(first.starts_with("# ") && first.ends_with('?'), "{}: {first}", file.display());
        let wide = text.lines().find(|line| line.chars().count() > 120);
        assert_eq!(wide, None, "{}", file.display());
        let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
        let plan = plan.with_paths(600);
        let summary = crate::case::run(&plan);
        assert_eq!(summary.pools.len(), plan.pools.len());
        let faults = crate::schema::faults(&serde_json::to_value(&summary).unwrap());
        assert!(faults.is_empty(), "{}: {faults:?}", file.display());
    }
}

/// What both files call the client's world is one.
#[test]
fn the_clients_world_is_the_same_in_both_files() {
    let market = |name: &str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs").join(name);
        let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
        (format!("{:?}", plan.market.law), format!("{:?}", plan.market.assets), plan.market.prices)
    };
    assert_eq!(market("region-norrbotten.toml"), market("expected-returns.toml"));
}

/// The policy's own numbers stand in the client's configuration.
#[test]
fn the_clients_configuration_is_the_policy() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let opening: f64 = plan.pools.iter().map(|pool| pool.opening_value.get()).sum();
    assert!((opening - 7.5e9).abs() < 1.0);
    let income: f64 =
        plan.pools.iter().map(|pool| pool.opening_value.get() * pool.expected_return.unwrap().get()).sum();
    assert!((income / 1e6 - 260.5).abs() < 1e-6);
    assert_eq!(plan.start.to_string(), "2021-12");
    assert_eq!((plan.time.months(), plan.paths()), (360, 100_000));
}

#[test]
fn a_plan_has_the_paths_that_its_law_has() {
    let text = include_str!("../../configs/reference-job.toml");
    let plan = config::from_text("reference-job", text).unwrap_or_else(|problems| panic!("{}", problems[0]));
    for (wanted, paths) in [(7, 7), (0, 1), (u64::MAX, skans::plan::MOST_PATHS)] {
        assert_eq!(plan.clone().with_paths(wanted).paths(), paths);
    }
}
