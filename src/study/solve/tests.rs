use std::ops::ControlFlow;

use super::*;

fn plan_at(share: f64) -> Result<Plan, String> {
    let text = format!(
        r#"
        start = "2021-12"
        horizon_months = 24
        paths = 20000
        seed = 5
        [market]
        model = "lognormal"
        assets.equity = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.16 }}
        assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.0, volatility.log = 0.0001 }}
        [market.correlations]
        equity.bonds = 0.0
        [pools.long]
        opening_value_mnkr = 1000
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        rule = {{ kind = "static", share = {share:?} }}
        "#
    );
    crate::config::from_text("solve", &text).map(lean).map_err(|problems| problems[0].to_string())
}

fn solved(target: &str, bracket: Range<f64>) -> Result<Solution, Unsolved<String>> {
    solve(&target.parse().unwrap(), bracket, &plan_at, &mut |_| ControlFlow::Continue(()))
}

/// With all in equities the growth over two years is lognormal: P(loss after a year) is `Φ(-m/σ)`; with a share w monthly rebalanced
/// the mean growth of a month is `w g + 1 - w` exactly, and that of 24 months its power.
#[test]
fn a_mean_comes_to_its_bound_where_the_closed_form_does() {
    let monthly = libm::exp((libm::log(1.06) + 0.5 * 0.16 * 0.16) / 12.0);
    let exact = |share: f64| 1e9 * libm::pow(share * monthly + 1.0 - share, 24.0);
    let found = solved(&format!("pools.long.value.horizon.mean >= {}", exact(0.37)), 0.0..1.0).unwrap();
    assert!(found.interval[0] < 0.37 && 0.37 < found.interval[1], "{found:?}");
    assert!((found.value - 0.37).abs() < 0.02 && found.interval[1] - found.interval[0] < 0.05, "{found:?}");
    // More equities give more: the safe end is the upper one.
    assert!((found.safe - found.interval[1]).abs() < 1e-12 && found.crossings == 1);
}

#[test]
fn a_bound_from_above_on_what_grows_is_safe_below() {
    let found = solved("pools.long.loss.y1.es95 <= 0.10", 0.05..1.0).unwrap();
    assert!(found.safe < found.value);
    let at = |value: f64| {
        tried::<String>(&"pools.long.loss.y1.es95 <= 0.10".parse().unwrap(), &[value], &plan_at, &mut |_| {
            ControlFlow::Continue(())
        })
        .unwrap()[0]
    };
    assert!((at(found.value).figure.value - 0.10).abs() < 0.1 * at(found.value).figure.standard_error.max(1e-4));
    assert!(at(found.safe).figure.interval[1] < 0.1006 && at(found.safe).figure.value < 0.10);
}

#[test]
fn what_is_never_or_always_met_is_told_so() {
    for (target, always) in [("pools.long.loss.y1.es95 <= 0.9", true), ("pools.long.loss.y1.es95 >= 0.9", false)] {
        match solved(target, 0.1..1.0) {
            Err(Unsolved::NoCrossing { met, .. }) => assert_eq!(met, always),
            other => panic!("{other:?}"),
        }
    }
    assert!(matches!(solved("pools.long.breach.ex_post.y1 <= 0.1", 0.1..1.0), Err(Unsolved::Unknown { .. })));
    assert!(matches!(solved("pools.long.loss.y1.es95 <= 0.1", 0.1..30.0), Err(Unsolved::Plan(_))));
}
