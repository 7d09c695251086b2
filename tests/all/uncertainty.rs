//! Expected returns drawn once a path: the law of the price, and the share of the fan that comes from them.

use crate::case::{one_pool, pool_of};
use skans::stats::figure::{PoolFigure, Statistic, Term};

/// `ln P(T)` is normal with variance `σ²T + s²T²`, of which `s²T²` comes from the mean.
#[test]
fn the_fan_widens_by_the_errors_of_the_means_at_months_and_at_weeks() {
    let (sigma, error, years) = (0.16_f64, 0.03_f64, 10.0_f64);
    let deviation = (sigma * sigma * years + error * error * years * years).sqrt();
    let mean = (0.06 - 0.5 * sigma * sigma) * years;
    for steps in [1, 4] {
        let text = one_pool(120, steps, (0.06, sigma), (0.0, 0.0), "rule = { kind = \"static\", share = 1.0 }")
            .replacen("volatility = { log = 0.16 }", "volatility = { log = 0.16 }\nexpected_return_error = 0.03", 1);
        let pool = pool_of(&text);
        for (statistic, z) in
            [(Statistic::Q05, -1.644_853_627), (Statistic::MEDIAN, 0.0), (Statistic::Q95, 1.644_853_627)]
        {
            let found = pool[PoolFigure::Value(Term::Horizon, statistic)];
            let exact = 1e6 * (mean + z * deviation).exp();
            assert!(
                (found.value - exact).abs() < 4.0 * found.standard_error,
                "{steps} steps, {statistic}: {found:?} {exact}"
            );
        }
        let share = error * error * years * years / (deviation * deviation);
        let found = pool[PoolFigure::UncertaintyOfVariance];
        assert!((found.value - share).abs() < 4.0 * found.standard_error, "{steps} steps: {found:?} {share}");
        // The asymptotic error: 2 R (1 - R²) / √n.
        assert!((found.standard_error / (2.0 * share.sqrt() * (1.0 - share) / 100_000_f64.sqrt()) - 1.0).abs() < 0.02);
        let width = pool[PoolFigure::UncertaintyOfWidth];
        assert!((width.value - (1.0 - (1.0 - share).sqrt())).abs() < 4.0 * width.standard_error, "{width:?}");
    }
}

#[test]
fn what_is_known_for_certain_has_no_such_figure() {
    let text = one_pool(12, 1, (0.06, 0.16), (0.0, 0.0), "rule = { kind = \"static\", share = 1.0 }");
    assert!(pool_of(&text).get(PoolFigure::UncertaintyOfVariance).is_none());
}
