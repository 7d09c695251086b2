//! The memory that a plan needs, against what its run takes.

use std::fmt::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use skans::config;
use skans::study::memory::{PlanCount, bytes};

fn skans() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("skans"))
}

/// A configuration with so many pools.
fn text(pools: usize, head: &str) -> String {
    let mut text = format!(
        r#"
        start = "2021-12"
        seed = 1
        outputs.charts = false
        {head}
        [market]
        model = "lognormal"
        assets.equity = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.16 }}
        assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.01, volatility.log = 0.03 }}
        correlations.equity.bonds = 0.1
        "#
    );
    for pool in 0..pools {
        let more = format!(
            r#"
            [pools.p{pool}]
            opening_value_mnkr = 1000
            equities = {{ equity = 1 }}
            fixed_income = {{ bonds = 1 }}
            rule = {{ kind = "dynamic", equity_stress = 0.25, max_share = 0.6 }}
            floor = {{ kind = "rolling-high", share = 0.85 }}
            "#
        );
        text.write_str(&more).unwrap();
    }
    text
}

/// The most bytes that a process had at once, by the system's word until it ended.
fn peak(mut child: Child) -> u64 {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let said = std::fs::read_to_string(&status).unwrap_or_default();
        let line = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(peak);
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(child.wait().unwrap().success());
    1024 * peak
}

/// Plans of many kinds: by months, pools, quantiles, figures, and rules of a sweep.
#[cfg(target_os = "linux")]
#[test]
fn a_plan_takes_the_memory_that_is_estimated_within_a_factor_of_two() {
    let place = tempfile::tempdir().unwrap();
    let many: Vec<String> = (0..40).map(|rule| format!("{:.3}", 0.7 + 0.005 * f64::from(rule))).collect();
    let rules = format!("pools.p0.floor.share={}", many.join(","));
    let levels: Vec<String> = (1..=50).map(|level| format!("{:.2}", 0.019 * f64::from(level))).collect();
    let quantiles = format!("horizon_months = 240\noutputs.quantiles = [{}]", levels.join(","));
    for (pools, head, rules) in [
        (1, "horizon_months = 12", None),
        (4, "horizon_months = 240", None),
        (4, "horizon_months = 600\noutputs.figures = [\"value\", \"floor-by-month\"]", None),
        (8, &quantiles, None),
        (1, "horizon_months = 60\nsteps_per_month = 31", None),
        (2, "horizon_months = 120", Some(&rules)),
    ] {
        let (file, head) = (place.path().join("plan.toml"), format!("paths = 600\n{head}"));
        std::fs::write(&file, text(pools, &head)).unwrap();
        let mut plan = config::from_text("plan", &text(pools, &head)).unwrap();
        let mut command = skans();
        command.arg(if rules.is_some() { "sweep" } else { "run" }).arg(&file);
        command.args(["-q", "--threads", "2", "--out"]).arg(place.path().join("out"));
        let mut sides = PlanCount::ONE;
        if let Some(rules) = rules {
            command.args(["--vary", rules, "--years", "5"]);
            plan.outputs.kept = skans::plan::KeptMonths::Years(vec![5]);
            sides = PlanCount { at_once: 41, held: 41 };
        }
        let measured = peak(command.stdout(Stdio::null()).spawn().unwrap());
        let estimated = bytes(&plan, sides, 2);
        println!("{pools} {head:?}: measured {measured}, estimated {estimated}");
        assert!(measured < 2 * estimated && estimated < 2 * measured, "{head}: {measured}, estimated {estimated}");
        let _ = std::fs::remove_dir_all(place.path().join("out"));
    }
}

#[test]
fn a_plan_beyond_the_machines_memory_does_not_begin() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("plan.toml");
    std::fs::write(&file, text(20, "paths = 1000\nhorizon_months = 1200")).unwrap();
    let mut command = skans();
    let years: Vec<String> = (1..=100).map(|year| year.to_string()).collect();
    command.current_dir(place.path()).arg("sweep").arg(&file).args(["--threads", "1024", "--years", &years.join(",")]);
    let output = command.args(["--vary", "pools.p0.floor.share=0.5:0.89:0.001"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("memory: the plan needs about") && said.contains("fewer pools, months"), "{said}");
    assert!(!place.path().join("output/plan-sweep").exists());
}

#[test]
fn check_says_what_memory_a_run_needs() {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml");
    let output = skans().arg("check").arg(config).output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("memory: about "));
}
