use ndarray::Array2;

use super::*;
use crate::config;
use crate::plan::History;
use crate::study::calibrate::{CalibrationRequest, calibrate};
use crate::units::{Month, fraction_of};

/// A history made of waves, of so many months.
fn history(months: u32) -> History {
    let columns = ["world_equity", "bonds", "cpi", "rate_3m", "rate_10y"];
    let wave = |month: usize, column: usize| {
        let t = f64::from(u32::try_from(month).unwrap());
        let k = f64::from(u32::try_from(column).unwrap());
        // Large swings in the last third.
        let size = if 3 * month > 2 * months as usize { 2.5 } else { 1.0 };
        match column {
            0 | 1 => 0.004 + size * 0.02 / (k + 1.0) * (libm::sin(t * t * (1.3 + k)) + 0.5 * libm::sin(t * 2.1 + k)),
            2 => 0.002 + 0.002 * libm::sin(0.05 * t) + 0.001 * libm::sin(t * t),
            _ => 0.03 + 0.01 * libm::sin(0.03 * t + k) + 0.001 * libm::sin(t * t * 1.7),
        }
    };
    History::new(
        Month::new(1990, 1).unwrap(),
        columns.map(str::to_owned).to_vec(),
        Array2::from_shape_fn((months as usize, columns.len()), |(month, column)| wave(month, column)),
    )
    .unwrap()
}

fn live(text: &str) -> toml::Table {
    text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn fraction(value: &toml::Value) -> f64 {
    fraction_of(value.as_str().unwrap()).unwrap()
}

/// What a configuration has beside the fragment.
const REST: [&str; 2] = [
    "start = \"2025-12\"\nhorizon_months = 12\npaths = 16\nseed = 1\n",
    "[pools.one]
opening_value_mnkr = 1000
equities = { world_equity = 1 }
fixed_income = { bonds = 1 }
rule = { kind = \"static\", share = \"50 %\" }
",
];

#[test]
fn a_configuration_takes_each_fragment_with_a_pool_and_the_office_s_expected_returns() {
    let own = |name: &str| (name.to_owned(), Rate::try_from(0.045).unwrap());
    let expected = IndexMap::from([own("world_equity"), own("bonds")]);
    for months in [24, 30, 60, 120, 360, 600] {
        let calibration = calibrate(&history(months), &CalibrationRequest::default()).unwrap();
        let mut laws = vec![PreferredLaw::Lognormal];
        laws.extend(calibration.regimes.as_ref().map(|_| PreferredLaw::RegimeSwitching));
        for law in laws {
            let calibration = Calibration { preferred: Some(law), ..calibration.clone() };
            for language in [Language::En, Language::Sv] {
                let market = fragment(&calibration, &expected, "history.csv", language);
                let text = [REST[0], &market, REST[1]].join("\n");
                if let Err(problems) = config::from_text("fragment", &text) {
                    panic!("{months} months, {law:?}: {problems}\n{text}");
                }
            }
        }
    }
}

#[test]
fn the_fragment_is_toml_with_the_preferred_law_and_all_numbers() {
    let calibration = calibrate(&history(360), &CalibrationRequest::default()).unwrap();
    for language in [Language::En, Language::Sv] {
        let mut other = calibration.clone();
        for preferred in [PreferredLaw::Lognormal, PreferredLaw::RegimeSwitching] {
            other.preferred = Some(preferred);
            let text = fragment(&other, &IndexMap::new(), "history.csv", language);
            let market = &live(&text)["market"];
            let lognormal = preferred == PreferredLaw::Lognormal;
            assert_eq!(market["model"].as_str(), Some(if lognormal { "lognormal" } else { "regime-switching" }));
            assert_eq!(market["assets"]["world_equity"]["class"].as_str(), Some("equity"));
            assert_eq!(market["assets"]["bonds"]["class"].as_str(), Some("fixed-income"));
            assert_eq!(market["assets"]["bonds"].get("volatility").is_some(), lognormal);
            assert_eq!(market.get("correlations").is_some(), lognormal);
            assert_eq!(market.get("regimes").is_some(), !lognormal);
            let expected = calibration.rates["rate_3m"].mean;
            let found = fraction(&market["short_rate"]["mean"]);
            assert!((found - expected.value).abs() < 0.1 * expected.standard_error);
            assert!(market["inflation"]["persistence"].as_float().is_some());
            // What is a comment is TOML too, once its sign is taken away (the second short rate apart).
            let whole: String = text
                .lines()
                .take_while(|line| line.contains("--role") || !line.contains("rate_10y"))
                .map(|line| {
                    let entry = |line: &&str| line.starts_with('[') || line.contains(" = ") && !line.contains('…');
                    line.strip_prefix("# ").filter(entry).unwrap_or(line)
                })
                .fold(String::new(), |whole, line| whole + line + "\n");
            let market = &live(&whole)["market"];
            assert!(market.get("regimes").is_some() && market.get("correlations").is_some());
        }
    }
}

#[test]
fn regimes_that_cannot_be_fitted_are_said_to_be_so_and_the_lognormal_law_is_kept() {
    let calibration = calibrate(&history(30), &CalibrationRequest::default()).unwrap();
    let text = fragment(&calibration, &IndexMap::new(), "history.csv", Language::En);
    assert!(
        text.contains("# regime-switching cannot be fitted: 30 months of 2 columns, and at least 36 are needed"),
        "{text}"
    );
    assert!(live(&text)["market"].get("correlations").is_some());
    assert!(text.contains("Nothing could be fitted to cpi"), "{text}");
}

#[test]
fn an_expected_return_of_the_office_takes_the_place_of_the_past_s() {
    let calibration = calibrate(&history(360), &CalibrationRequest::default()).unwrap();
    let own = IndexMap::from([("world_equity".to_owned(), Rate::try_from(0.065).unwrap())]);
    for preferred in [PreferredLaw::Lognormal, PreferredLaw::RegimeSwitching] {
        let other = Calibration { preferred: Some(preferred), ..calibration.clone() };
        let market = live(&fragment(&other, &own, "history.csv", Language::En))["market"].clone();
        assert_eq!(market["assets"]["world_equity"]["expected_return"]["geometric"].as_str(), Some("6.5 %"));
    }
}
