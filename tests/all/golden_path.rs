//! One path of the rule, month by month, to the last digit.

use std::fmt::Write;

use serde_json::Value;
use skans::config;
use skans::study::trace::trace;

#[test]
fn the_golden_path_comes_out_of_given_scenarios() {
    let golden: Value = serde_json::from_str(include_str!("../cases/golden_path.json")).unwrap();
    let series =
        |name: &str| -> Vec<f64> { golden[name].as_array().unwrap().iter().filter_map(Value::as_f64).collect() };
    let (equities, bonds) = (series("RE"), series("RB"));
    let folder = tempfile::tempdir().unwrap();
    let mut rows = String::from("path,step,equity,bonds\n");
    for (step, (equity, bond)) in equities.iter().zip(&bonds).enumerate() {
        writeln!(rows, "1,{},{equity},{bond}", step + 1).unwrap();
    }
    std::fs::write(folder.path().join("scenarios.csv"), rows).unwrap();
    let text = format!(
        r#"
        start = "2020-12"
        horizon_months = {}
        paths = 1
        seed = 0
        market = {{ model = "given", file = "scenarios.csv", assets = {{ equity.class = "equity", bonds.class = "fixed-income" }} }}
        [pools.long]
        opening_value_mnkr = 1
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        rule = {{ kind = "dynamic", equity_stress = 0.25, max_share = 0.6 }}
        floor = {{ kind = "rolling-high", share = 0.85, window_months = 24 }}
        "#,
        equities.len()
    );
    let file = folder.path().join("golden.toml");
    std::fs::write(&file, text).unwrap();
    let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let path = &trace(&plan, &[0])[0][0];
    let rows = golden["rows"].as_array().unwrap();
    assert!(rows.len() >= equities.len());
    let mut jumped = false;
    for row in rows {
        let t = usize::try_from(row["t"].as_u64().unwrap()).unwrap();
        let close = |found: f64, name: &str| {
            let expected = row[name].as_f64().unwrap();
            assert!((found - expected).abs() < 1e-12, "month {t}, {name}: {found} against {expected}");
        };
        close(path.price[t], "V");
        close(path.value[t] / 1e6, "V");
        close(path.high[t], "H");
        close(path.floor[t], "F");
        close((path.price[t] - path.floor[t]).max(0.0), "C");
        if t < equities.len() {
            close(path.share[t], "w");
            jumped |= t > 0 && path.high[t] < path.high[t - 1] && path.share[t] - path.share[t - 1] > 0.25;
        }
    }
    assert!(jumped, "the roll-off cliff is on the golden path");
}
