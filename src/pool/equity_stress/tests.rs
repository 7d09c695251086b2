use serde_json::Value;

use super::*;
use crate::units::{Deviation, Level, Multiple, Share};

fn ewma(lambda: f64) -> RiskMeasure {
    RiskMeasure::Ewma { lambda: Share::new(lambda).unwrap() }
}

/// A stress that is the measure itself, up to a greatest one, from a volatility before the start.
fn tied(measure: RiskMeasure, most: f64, opening: f64) -> TiedStress {
    let bounds = [0.0, most].map(|stress| Stress::new(stress).unwrap());
    TiedStress::new(measure, Multiple::new(1.0).unwrap(), bounds, Deviation::new(opening).unwrap()).unwrap()
}

/// The estimate's stress after each of some simple returns, one an observation.
fn stresses(tied: TiedStress, per_month: usize, returns: &[f64]) -> Vec<f64> {
    let mut estimate = StressEstimate::new(tied, per_month);
    // A block before this one must leave no trace.
    estimate.begin();
    estimate.earned(&[0.5; LANES]);
    estimate.observe();
    estimate.begin();
    let mut all = vec![estimate.stress()[0]];
    for &simple in returns {
        estimate.earned(&[1.0 + simple; LANES]);
        estimate.observe();
        all.push(estimate.stress()[LANES - 1]);
    }
    all
}

const RETURNS: [f64; 7] = [0.01, -0.09, 0.04, -0.02, 0.07, -0.13, 0.0];

fn close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-14, "{found} against {expected}");
    }
}

#[test]
fn the_average_follows_the_published_recursion() {
    let cases: Value = serde_json::from_str(include_str!("../../../tests/cases/closed_form.json")).unwrap();
    let list = cases.as_array().or_else(|| cases["cases"].as_array()).unwrap();
    let case = list.iter().find(|case| case["name"] == "ewma_recursion").unwrap();
    let numbers = |value: &Value| -> Vec<f64> {
        value.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
    };
    let opening = libm::sqrt(12.0 * case["params"]["var0"].as_f64().unwrap());
    let simple: Vec<f64> = numbers(&case["params"]["returns"]).iter().map(|log| libm::expm1(*log)).collect();
    let tied = tied(ewma(0.94), 1.0, opening);
    let variances: Vec<f64> = stresses(tied, 1, &simple).iter().map(|stress| stress * stress / 12.0).collect();
    let expected = numbers(&case["expected"]);
    assert_eq!(expected.len(), simple.len());
    close(&variances[variances.len() - expected.len()..], &expected);
}

#[test]
fn a_month_of_steps_leaves_the_weight_of_a_month() {
    let of = |per_month| stresses(tied(ewma(0.9), 1.0, 0.2), per_month, &[0.0; 4]);
    // Nothing happens: what is left of the opening variance after a month is lambda of it, in one observation or in
    // four.
    close(&[of(4)[4]], &[of(1)[1]]);
    close(&[of(1)[1]], &[0.2 * libm::sqrt(0.9)]);
}

#[test]
fn a_rolling_window_drops_its_oldest_return() {
    let found = stresses(tied(RiskMeasure::Rolling { window_months: 3 }, 1.0, 0.2), 1, &RETURNS);
    let mut squares = vec![0.2 * 0.2 / 12.0; 3];
    squares.extend(RETURNS.iter().map(|simple| libm::log1p(*simple) * libm::log1p(*simple)));
    let expected: Vec<f64> =
        squares.windows(3).map(|window| libm::sqrt(12.0 * window.iter().fold(0.0, |sum, x| sum + x) / 3.0)).collect();
    close(&found, &expected);
}

#[test]
fn a_quantile_is_the_kth_loss_of_the_window_and_begins_as_a_normal_one() {
    let quantile = RiskMeasure::Quantile { window_months: 5, level: Level::new(0.3).unwrap() };
    let tied = tied(quantile, 0.08, 0.2);
    let found = stresses(tied, 1, &RETURNS);
    // z(30 %) = -0.524400512708041.
    let mut losses = vec![-libm::expm1(-0.524_400_512_708_041 * 0.2 / libm::sqrt(12.0)); 5];
    losses.extend(RETURNS.iter().map(|simple| -simple));
    let expected: Vec<f64> = losses
        .windows(5)
        .map(|window| {
            let mut sorted = window.to_vec();
            sorted.sort_by(f64::total_cmp);
            // The second greatest, since 0.3 of 5 is rounded up.
            sorted[3].clamp(0.0, 0.08)
        })
        .collect();
    close(&found, &expected);
}

#[test]
fn a_leg_that_loses_everything_has_the_greatest_stress() {
    let found = stresses(tied(ewma(0.97), 1.0, 0.2), 1, &[-1.0, 0.0]);
    close(&found[1..], &[1.0, 1.0]);
}
