//! The stress tied to risk, in a pool: what it allows, and that it never looks ahead.

use skans::study::trace::trace;

use crate::case::given_path;

/// With what each is multiplied so that no bound bites all the time.
const MEASURES: [(&str, f64); 3] = [
    ("measure = \"ewma\", lambda = 0.9", 1.5),
    ("measure = \"rolling\", window_months = 6", 1.5),
    ("measure = \"quantile\", window_months = 12, level = 0.1", 6.0),
];

fn pool(measure: &str, multiple: f64) -> String {
    format!(
        r#"
        [pools.long]
        opening_value_mnkr = 1
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        rule.kind = "dynamic"
        rule.equity_stress = {{ {measure}, multiple = {multiple:?}, min = 0.1, max = 0.6, opening_volatility = 0.16 }}
        floor = {{ kind = "rolling-high", share = 0.85 }}
        "#
    )
}

/// Returns that swing, more and more.
fn returns() -> Vec<(f64, f64)> {
    (0..48_u32).map(|t| (0.004 + 0.001 * f64::from(t) * libm::sin(1.7 * f64::from(t)), 0.001)).collect()
}

#[test]
fn another_future_leaves_the_decisions_of_the_past_as_they_were() {
    const NOW: usize = 24;
    let past = returns();
    let mut other = past.clone();
    other[NOW..].reverse();
    for (measure, multiple) in MEASURES {
        let of = |returns: &[(f64, f64)]| trace(&given_path(returns, &pool(measure, multiple)), &[0])[0][0].clone();
        let (one, two) = (of(&past), of(&other));
        let bits = |numbers: &[f64]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        // What is decided at NOW sees the returns up to NOW, which are the same in both.
        for (one, two) in [(&one.stress, &two.stress), (&one.target, &two.target), (&one.share, &two.share)] {
            assert_eq!(bits(&one[..=NOW]), bits(&two[..=NOW]), "{measure}");
            assert_ne!(bits(&one[NOW + 1..]), bits(&two[NOW + 1..]), "{measure}");
        }
    }
}

#[test]
fn the_share_is_the_cushion_over_the_stress_of_the_day() {
    for (measure, multiple) in MEASURES {
        let path = trace(&given_path(&returns(), &pool(measure, multiple)), &[0])[0][0].clone();
        let distinct: std::collections::BTreeSet<u64> = path.stress.iter().map(|stress| stress.to_bits()).collect();
        assert!(distinct.len() > 5, "{measure}: the stress moves");
        for (t, &share) in path.share.iter().enumerate() {
            let cushion = (path.price[t] - path.floor[t]).max(0.0) / path.price[t];
            assert!((share - (cushion / path.stress[t]).clamp(0.0, 1.0)).abs() < 1e-12, "{measure}, month {t}");
        }
    }
}

/// With a multiple that makes no bound bite, the EWMA's first month is its recursion by hand.
#[test]
fn the_first_month_by_hand() {
    let path = trace(&given_path(&[(-0.1, 0.0), (0.0, 0.0)], &pool(MEASURES[0].0, 1.5)), &[0])[0][0].clone();
    let log = libm::log(0.9);
    let variance = 0.9 * 0.16 * 0.16 / 12.0 + 0.1 * log * log;
    assert!((path.stress[0] - 0.24).abs() < 1e-14);
    assert!((path.stress[1] - 1.5 * libm::sqrt(12.0 * variance)).abs() < 1e-14);
}
