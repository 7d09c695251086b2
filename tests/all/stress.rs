//! Stress tests: what scenarios do month by month, what of it is realised, and what would break a floor.

mod books;
mod files;
mod reverse;
mod scenarios;

use std::path::Path;

use skans::config::{self, Loaded};
use skans::plan::{Plan, Scenario};
use skans::study::stress::{ScenarioOutcome, stress};

use crate::case::one_pool;

fn shipped(name: &str) -> Loaded {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs").join(name);
    config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn named<'a>(scenarios: &'a [Scenario], name: &str) -> &'a Scenario {
    scenarios.iter().find(|scenario| scenario.name == name).unwrap_or_else(|| panic!("no scenario {name}"))
}

/// What comes of one scenario.
fn outcome(plan: &Plan, scenario: &Scenario, aftermath: u32) -> ScenarioOutcome {
    stress(plan, std::slice::from_ref(scenario), Some(aftermath)).unwrap().scenarios.remove(0)
}

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12 * (1.0 + expected.abs()), "{found} against {expected}");
}

/// The dynamic rule with riskless bonds that earn nothing, an opening history, and scenarios.
fn riskless(rule: &str, more: &str) -> String {
    one_pool(
        24,
        1,
        (0.06, 0.2),
        (0.0, 0.0),
        &format!(
            "rule = {{ kind = \"dynamic\", {rule} }}\nfloor = {{ kind = \"rolling-high\", share = 0.85 }}\n{more}"
        ),
    )
}
