//! Cases with known answers, and the short way to a run.

use std::ops::ControlFlow;

use serde_json::Value;
use skans::plan::Plan;
use skans::report::series::Series;
use skans::stats::Estimate;
use skans::stats::summary::{PathTrace, PoolSummary, Summary};
use skans::study;
use skans::units::{Amount, MonthOfYear, Rate, Ratio, Sek, Share};

/// An amount in kronor, of either sign.
pub fn sek(kronor: f64) -> Sek {
    Sek::new(kronor).unwrap()
}

/// An amount in kronor, not negative.
pub fn amount(kronor: f64) -> Amount {
    Amount::new(kronor).unwrap()
}

/// A share from 0 to 1.
pub fn share(of: f64) -> Share {
    Share::new(of).unwrap()
}

/// A rate a year.
pub fn rate(a_year: f64) -> Rate {
    Rate::new(a_year).unwrap()
}

/// How many times another amount.
pub fn ratio(times: f64) -> Ratio {
    Ratio::new(times).unwrap()
}

/// A month of the year, counted from 1.
pub fn month_of_year(month: u32) -> MonthOfYear {
    MonthOfYear::new(month).unwrap()
}

/// A plan from a configuration's text.
pub fn plan(text: &str) -> Plan {
    skans::config::from_text("test", text).unwrap_or_else(|problems| {
        panic!("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })
}

/// A plan's figures.
pub fn run(plan: &Plan) -> Summary {
    study::run::run(plan, &mut |_| ControlFlow::Continue(())).expect("nothing interrupts").summary
}

/// A series as its file has it.
pub fn csv(series: &Series) -> Vec<u8> {
    let mut file = Vec::new();
    skans::report::csv::write(series, &mut file).expect("memory takes everything");
    file
}

/// The figures of the pool called `pool`.
pub fn pool_of(text: &str) -> PoolSummary {
    run(&plan(text)).pools["pool"].clone()
}

/// Calls `see` with the trace of every path of the plan's first pool, a block at a time.
pub fn for_each_path(plan: &Plan, mut see: impl FnMut(&PathTrace)) {
    let paths: Vec<u64> = (0..plan.paths()).collect();
    for block in paths.chunks(512) {
        study::trace::trace(plan, block)[0].iter().for_each(&mut see);
    }
}

/// The closed-form case of that name: expected value (or values) and tolerance.
pub fn closed_form(name: &str) -> (Vec<f64>, f64) {
    let cases: Value = serde_json::from_str(include_str!("../cases/closed_form.json")).expect("the cases are JSON");
    let case = cases["cases"].as_array().and_then(|cases| cases.iter().find(|case| case["name"] == name));
    let case = case.unwrap_or_else(|| panic!("no case {name}"));
    let numbers = |value: &Value| match value {
        Value::Array(values) => values.iter().map(|value| value.as_f64().expect("a number")).collect(),
        value => vec![value.as_f64().expect("a number")],
    };
    let tolerance: Vec<f64> = numbers(&case["tolerance"]);
    (numbers(&case["expected"]), tolerance[0])
}

/// That a number is the closed-form case's, within its tolerance.
pub fn assert_case(name: &str, found: f64) {
    let (expected, tolerance) = closed_form(name);
    assert!((found - expected[0]).abs() <= tolerance, "{name}: {found} against {} ± {tolerance}", expected[0]);
}

/// That a simulated number is the closed-form case's, within four of its standard errors.
pub fn assert_simulated(name: &str, found: f64, error: f64) {
    let (expected, _) = closed_form(name);
    assert!(
        error > 0.0 && (found - expected[0]).abs() <= 4.0 * error,
        "{name}: {found} ± {error} against {expected:?}"
    );
}

/// The same of an estimate that is so many times the case's number.
pub fn assert_estimate(name: &str, found: Estimate, times: f64) {
    assert_simulated(name, found.value / times, found.standard_error / times);
}

/// The standard deviation behind a mean's standard error.
pub fn deviation(mean: Estimate, paths: u64) -> f64 {
    mean.standard_error * skans::numerics::real(paths).sqrt()
}

/// Two lognormal assets, from a start on; all numbers in continuous rates.
pub fn two_assets(start: &str, months: u32, steps_per_month: u32, equity: (f64, f64), bonds: (f64, f64)) -> String {
    let ((mu, sigma), (mu_b, sigma_b)) = (equity, bonds);
    format!(
        r#"
        start = "{start}"
        horizon_months = {months}
        steps_per_month = {steps_per_month}
        paths = 100000
        seed = 4
        [market]
        model = "lognormal"
        [market.assets.equity]
        class = "equity"
        expected_return = {{ continuous_arithmetic = {mu:?} }}
        volatility = {{ log = {sigma:?} }}
        [market.assets.bonds]
        class = "fixed-income"
        expected_return = {{ continuous_arithmetic = {mu_b:?} }}
        volatility = {{ log = {sigma_b:?} }}
        [market.correlations]
        equity.bonds = 0.0
        "#
    )
}

/// One pool called `pool` in equities and bonds, opening value 1 mnkr; `more` is put behind.
pub fn one_pool(months: u32, steps_per_month: u32, equity: (f64, f64), bonds: (f64, f64), more: &str) -> String {
    two_assets("2000-12", months, steps_per_month, equity, bonds)
        + &format!(
            r"[pools.pool]
        opening_value_mnkr = 1
        equities = {{ equity = 1.0 }}
        fixed_income = {{ bonds = 1.0 }}
        {more}
        "
        )
}

/// The plan of one given path of an equity and a bond asset, simple returns month by month; `more` holds seed, pools
/// and the rest.
pub fn given_path(returns: &[(f64, f64)], more: &str) -> Plan {
    let folder = tempfile::tempdir().expect("a folder");
    let rows: Vec<String> =
        (1..).zip(returns).map(|(step, (equity, bonds))| format!("1,{step},{equity},{bonds}\n")).collect();
    let rows = format!("path,step,equity,bonds\n{}", rows.concat());
    std::fs::write(folder.path().join("scenarios.csv"), rows).expect("a file");
    let text = format!(
        r#"
        start = "2021-12"
        horizon_months = {}
        paths = 1
        seed = 0
        inflation = 0.02
        market.model = "given"
        market.file = "scenarios.csv"
        market.assets = {{ equity.class = "equity", bonds.class = "fixed-income" }}
        {more}
        "#,
        returns.len()
    );
    let file = folder.path().join("given.toml");
    std::fs::write(&file, text).expect("a file");
    skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan)
}

/// The dynamic rule with a cap of 60 % on a floor of 85 % of the rolling high.
pub const RULE: &str = r#"
    rule = { kind = "dynamic", equity_stress = 0.25, max_share = 0.6 }
    floor = { kind = "rolling-high", share = 0.85 }
"#;

/// The same with other keys of the rule.
pub fn rule(more: &str) -> String {
    RULE.replace("max_share = 0.6", &format!("max_share = 0.6, {more}"))
}

/// One pool, of 1 mnkr, on one given path; `more` holds its other keys.
pub fn pool_on_given_path(returns: &[(f64, f64)], more: &str) -> Plan {
    let pool = "[pools.long]\nopening_value_mnkr = 1\nequities = { equity = 1 }\nfixed_income = { bonds = 1 }\n";
    given_path(returns, &format!("{pool}{more}"))
}

/// A configuration beside files that it names, checked.
pub fn load(text: &str, files: &[(&str, &[u8])]) -> Result<skans::config::Loaded, String> {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, content) in files {
        std::fs::write(folder.path().join(name), content).expect("a file");
    }
    let file = folder.path().join("test.toml");
    std::fs::write(&file, text).expect("a file");
    skans::load(&file, &[]).map_err(|problems| problems.to_string())
}

/// The plan of a configuration beside files that it names.
pub fn plan_with(text: &str, files: &[(&str, &[u8])]) -> Plan {
    load(text, files).unwrap_or_else(|problems| panic!("{problems}")).plan
}

/// What `take` makes of each month of a plan's world, for its first blocks of 256 paths: by block, month and path.
pub fn world<T>(plan: &Plan, blocks: u64, take: impl Fn(&skans::market::MarketStep, usize) -> T) -> Vec<Vec<Vec<T>>> {
    let model = skans::market::model(plan);
    let (mut world, mut step) = (model.world(), skans::market::MarketStep::new(plan));
    let mut block = |block| {
        world.begin(block);
        (0..plan.time.steps())
            .map(|_| {
                world.step(&mut step);
                (0..skans::lanes::LANES).map(|lane| take(&step, lane)).collect()
            })
            .collect()
    };
    (0..blocks).map(&mut block).collect()
}

/// Mean and its standard error.
pub fn mean_and_error(numbers: &[f64]) -> (f64, f64) {
    let n = f64::from(u32::try_from(numbers.len()).expect("some thousands"));
    let mean = numbers.iter().sum::<f64>() / n;
    let variance = numbers.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0);
    (mean, (variance / n).sqrt())
}
