//! Two assets have two draws, and the correlation that was asked for; the law is that of the configuration at any step.

use skans::study::trace::trace;

use crate::case::plan;

/// Log returns over each month of pools that hold one asset each.
fn log_returns(correlation: f64, steps: u32) -> [Vec<f64>; 2] {
    let plan = plan(&format!(
        r#"
        start = "2000-12"
        horizon_months = 12
        steps_per_month = {steps}
        paths = 4096
        seed = 9
        market.model = "lognormal"
        market.assets.a = {{ class = "equity", expected_return.arithmetic = 0.07, volatility.log = 0.16 }}
        market.assets.b = {{ class = "equity", expected_return.geometric = 0.03, volatility.log = 0.05 }}
        market.correlations.a.b = {correlation:?}
        pools.a = {{ opening_value_mnkr = 1, equities.a = 1.0, rule = {{ kind = "static", share = 1.0 }} }}
        pools.b = {{ opening_value_mnkr = 1, equities.b = 1.0, rule = {{ kind = "static", share = 1.0 }} }}
        "#
    ));
    let paths: Vec<u64> = (0..plan.paths()).collect();
    let traces = trace(&plan, &paths);
    let logs =
        |pool: usize| traces[pool].iter().flat_map(|path| path.price.windows(2).map(|pair| (pair[1] / pair[0]).ln()));
    [logs(0).collect(), logs(1).collect()]
}

fn mean(numbers: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = f64::from(u32::try_from(numbers.len()).unwrap());
    numbers.sum::<f64>() / count
}

#[test]
fn correlation_mean_and_volatility_are_those_configured_at_months_and_at_weeks() {
    for steps in [1, 4] {
        for correlation in [0.0, 0.6, -0.3] {
            let [a, b] = log_returns(correlation, steps);
            let (mean_a, mean_b) = (mean(a.iter().copied()), mean(b.iter().copied()));
            let product =
                |x: &[f64], y: &[f64], (mx, my): (f64, f64)| mean(x.iter().zip(y).map(|(x, y)| (x - mx) * (y - my)));
            let (var_a, var_b) = (product(&a, &a, (mean_a, mean_a)), product(&b, &b, (mean_b, mean_b)));
            let found = product(&a, &b, (mean_a, mean_b)) / (var_a * var_b).sqrt();
            let n = 49_152.0_f64;
            assert!(
                (found - correlation).abs() < 4.0 * (1.0 - correlation * correlation) / n.sqrt(),
                "{found} against {correlation}"
            );
            for (variance, sigma) in [(var_a, 0.16), (var_b, 0.05)] {
                assert!((variance * 12.0 / (sigma * sigma) - 1.0).abs() < 4.0 * (2.0 / n).sqrt());
            }
            assert!((mean_a * 12.0 - (1.07_f64.ln() - 0.5 * 0.16 * 0.16)).abs() < 4.0 * 0.16 * (12.0 / n).sqrt());
            assert!((mean_b * 12.0 - 1.03_f64.ln()).abs() < 4.0 * 0.05 * (12.0 / n).sqrt());
        }
    }
}
