//! The smallest falls that break a floor.

use skans::study::stress::stress;
use skans::study::trace::trace;

use super::riskless;
use crate::case::{load, plan};

/// The cushion over the share, `c / w`: 1/m below the cap, more at it.
#[test]
fn the_smallest_fall_in_a_month_is_the_formulas() {
    let prices = |high: f64| format!("date,price\n2000-11,{high}\n2000-12,1\n").into_bytes();
    for (rule, high, expected) in [
        ("equity_stress = 0.25, max_share = 0.6", 1.0, 0.25),
        ("equity_stress = 0.25, max_share = 0.5", 1.0, 0.3),
        ("equity_stress = 0.25, max_share = 0.6", 1.1, 0.25),
        ("equity_stress = 0.2, max_share = 1", 1.05, 0.2),
        ("equity_stress = 0.2, max_share = 0.3", 1.05, (1.0 - 0.85 * 1.05) / 0.3),
        ("equity_stress = 0.2, max_share = 1, opening_share = 0.5", 1.0, 0.3),
    ] {
        let text = riskless(rule, "history = \"prices.csv\"");
        let loaded = load(&text, &[("prices.csv", &prices(high))]).unwrap_or_else(|problems| panic!("{problems}"));
        let reverse = &stress(&loaded.plan, &[], None).unwrap().reverse["pool"];
        let (alone, expectedly) = (reverse.equities_alone.unwrap(), reverse.equities.unwrap());
        assert!((alone - expected).abs() < 1e-11, "{rule} {high}: {alone} against {expected}");
        assert!((expectedly - expected).abs() < 1e-11, "bonds are expected to stand still");
        let share = trace(&loaded.plan, &[0])[0][0].share[0];
        let bonds = (1.0 - 0.85 * high) / (1.0 - share);
        let found = reverse.fixed_income_alone;
        assert!(if bonds < 0.99 { (found.unwrap() - bonds).abs() < 1e-11 } else { found.is_none() }, "{found:?}");
    }
}

/// Against falls tried one by one on a simulation of its own, and none where equities are too few.
#[test]
fn the_smallest_monthly_fall_is_that_of_a_grid() {
    for cap in [0.5, 0.3, 0.2] {
        let plan = plan(&riskless(&format!("equity_stress = 0.25, max_share = {cap}"), ""));
        let reverse = &stress(&plan, &[], None).unwrap().reverse["pool"];
        let spans: Vec<u32> = reverse.equities_monthly.iter().map(|monthly| monthly.months).collect();
        assert_eq!(spans, [3, 6, 12]);
        for monthly in &reverse.equities_monthly {
            let breaks = |fall: f64| {
                let mut price: f64 = 1.0;
                (0..monthly.months).any(|_| {
                    let share = (4.0 * (price - 0.85) / price).clamp(0.0, cap);
                    price *= 1.0 - share * fall;
                    price < 0.85 - 1e-12
                })
            };
            let first = (0..10_000).map(|step| f64::from(step) * 1e-4).find(|&fall| breaks(fall));
            let found = monthly.fall.unwrap();
            assert!((found - first.unwrap()).abs() < 1.001e-4, "{cap}, {} months: {found} {first:?}", monthly.months);
        }
    }
    let few = plan(&riskless("equity_stress = 0.25, max_share = 0.1", ""));
    let reverse = &stress(&few, &[], None).unwrap().reverse["pool"];
    assert_eq!((reverse.equities, reverse.equities_alone), (None, None));
    assert!((reverse.fixed_income_alone.unwrap() - 0.15 / 0.9).abs() < 1e-11);
    // Many months of a tenth in equities: they are bought again after each fall.
    assert_eq!(reverse.equities_monthly.iter().filter(|monthly| monthly.fall.is_some()).count(), 3);
    let none = plan(&riskless("equity_stress = 0.25, max_share = 0.01", ""));
    let reverse = &stress(&none, &[], None).unwrap().reverse["pool"];
    assert_eq!(reverse.equities_monthly.iter().filter(|monthly| monthly.fall.is_none()).count(), 3);
}

/// A pool whose high of 1.3 lies so near that its floor of 1.105 is above it is below already, by 0.105 of 1.105. No
/// fall is looked for.
#[test]
fn a_pool_below_its_floor_is_told_and_has_no_smallest_fall() {
    let text = riskless("equity_stress = 0.25, max_share = 0.6", "history = \"prices.csv\"");
    let loaded = load(&text, &[("prices.csv", b"date,price\n2000-11,1.3\n2000-12,1\n")]);
    let reverse =
        &stress(&loaded.unwrap_or_else(|problems| panic!("{problems}")).plan, &[], None).unwrap().reverse["pool"];
    assert!((reverse.already_below.unwrap() - 0.105 / 1.105).abs() < 1e-12);
    assert_eq!((reverse.equities, reverse.equities_alone, reverse.fixed_income_alone), (None, None, None));
    assert_eq!(reverse.equities_monthly.iter().filter(|monthly| monthly.fall.is_none()).count(), 3);
}

/// At a floor that grows by more than the pool, no fall at all is needed.
#[test]
fn a_growing_floor_is_broken_without_any_fall() {
    let rule = "rule = { kind = \"static\", share = 0.0 }\nfloor = { kind = \"fixed\", level = 1, growth = 0.02 }";
    let plan = plan(&crate::case::one_pool(24, 1, (0.06, 0.2), (0.0, 0.0), rule));
    let reverse = &stress(&plan, &[], None).unwrap().reverse["pool"];
    assert_eq!((reverse.already_below, reverse.fixed_income_alone), (None, Some(0.0)));
}
