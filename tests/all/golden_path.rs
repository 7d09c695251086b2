//! One path of the rule, month by month, to the last digit.

use serde_json::Value;
use skans::plan::Plan;
use skans::study::trace::trace;

use crate::case::given_path;

/// The golden path's case, its plan, and the returns (equities, bonds) that it goes through.
pub fn golden() -> (Value, Plan, Vec<(f64, f64)>) {
    let golden: Value = serde_json::from_str(include_str!("../cases/golden_path.json")).unwrap();
    let series = |name: &str| -> Vec<f64> {
        golden[name].as_array().unwrap().iter().map(|value| value.as_f64().unwrap()).collect()
    };
    let (equities, bonds) = (series("RE"), series("RB"));
    assert_eq!(equities.len(), bonds.len());
    let returns: Vec<(f64, f64)> = equities.into_iter().zip(bonds).collect();
    let pool = r#"
        [pools.long]
        opening_value_mnkr = 1
        equities = { equity = 1 }
        fixed_income = { bonds = 1 }
        rule = { kind = "dynamic", equity_stress = 0.25, max_share = 0.6 }
        floor = { kind = "rolling-high", share = 0.85, window_months = 24 }
        "#;
    let plan = given_path(&returns, pool);
    (golden, plan, returns)
}

#[test]
fn the_golden_path_comes_out_of_given_scenarios() {
    let (golden, plan, returns) = golden();
    let path = &trace(&plan, &[0])[0][0];
    let rows = golden["rows"].as_array().unwrap();
    assert!(rows.len() >= returns.len());
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
        if t < returns.len() {
            close(path.share[t], "w");
            jumped |= t > 0 && path.high[t] < path.high[t - 1] && path.share[t] - path.share[t - 1] > 0.25;
        }
    }
    assert!(jumped, "the roll-off cliff is on the golden path");
}
