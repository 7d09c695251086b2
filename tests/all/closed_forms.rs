//! The exact cases that the models so far can express, at monthly and at a second step length where the law allows it.

use skans::plan::{Law, LogGrowth};
use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::stats::probability::{binomial_quantile, proportion};
use skans::units::Percentage;

use crate::case::{
    assert_case, assert_estimate, assert_simulated, closed_form, deviation, for_each_path, mean_and_error, one_pool,
    plan, pool_of,
};

const GBM: (f64, f64) = (0.06, 0.16);
const NOTHING: (f64, f64) = (0.0, 0.0);
/// Paths of `one_pool`.
const PATHS: u64 = 100_000;
const ALL_EQUITY: &str = "rule = { kind = \"static\", share = 1.0 }";

#[test]
fn lognormal_moments_and_quantiles_hold_at_months_and_at_weeks() {
    for steps in [1, 4] {
        let pool = pool_of(&one_pool(120, steps, GBM, NOTHING, ALL_EQUITY));
        let value = |statistic| pool[PoolFigure::Value(Term::Years(10), statistic)];
        assert_estimate("gbm_mean_10y", value(Statistic::Mean), 1e6);
        assert_estimate("gbm_q50_10y", value(Statistic::MEDIAN), 1e6);
        assert_estimate("gbm_q95_10y", value(Statistic::Q95), 1e6);
        // The standard error of a deviation is s √((κ - 1) / 4n), with the kurtosis κ of the lognormal law.
        let deviation = deviation(value(Statistic::Mean), PATHS) / 1e6;
        let w = (GBM.1 * GBM.1 * 10.0).exp();
        let kurtosis = w.powi(4) + 2.0 * w.powi(3) + 3.0 * w.powi(2) - 3.0;
        assert_simulated("gbm_sd_10y", deviation, deviation * ((kurtosis - 1.0) / 4e5).sqrt());
        let shortfall = pool[PoolFigure::Shortfall95(Term::Horizon)];
        assert_simulated("gbm_cte05_10y", 1.0 - shortfall.value, shortfall.standard_error);
    }
}

#[test]
fn a_fixed_floor_is_hit_as_often_as_the_convolution_says() {
    for steps in [1, 4] {
        let floor = format!("{ALL_EQUITY}\nfloor = {{ kind = \"fixed\", level = 0.85 }}");
        let pool = pool_of(&one_pool(120, steps, GBM, NOTHING, &floor));
        let ex_ante = pool[PoolFigure::BreachExAnte(Term::Years(10))];
        assert_estimate("gbm_fixed_floor_hit_monthly_10y", ex_ante, 1.0);
        assert_eq!(ex_ante, pool[PoolFigure::BreachExPost(Term::Years(10))]);
    }
}

#[test]
fn the_expected_log_of_the_highest_price_is_spitzers() {
    for (months, name) in [(24, "gbm_emax_log_monthly_24"), (120, "gbm_emax_log_monthly_120")] {
        for steps in [1, 2] {
            let high = format!("{ALL_EQUITY}\nfloor = {{ kind = \"rolling-high\", window_months = \"none\" }}");
            let plan = plan(&one_pool(months, steps, GBM, NOTHING, &high));
            let mut logs = Vec::new();
            for_each_path(&plan, |path| logs.push(path.high[months as usize].ln()));
            let (mean, error) = mean_and_error(&logs);
            assert_simulated(name, mean, error);
        }
    }
}

#[test]
fn the_drawdown_from_the_24_month_high_has_the_reversed_walks_law() {
    for steps in [1, 4] {
        let floor = format!("{ALL_EQUITY}\nfloor = {{ kind = \"rolling-high\", share = 0.85 }}");
        let pool = pool_of(&one_pool(120, steps, GBM, NOTHING, &floor));
        for years in [2, 5, 10] {
            assert_estimate("roll24_drawdown_marginal", pool[PoolFigure::BelowFloor(Term::Years(years))], 1.0);
        }
    }
}

#[test]
fn the_maximum_drawdown_has_the_reflected_walks_law() {
    for (months, name) in [(24, "mdd15_prob_monthly_24"), (120, "mdd15_prob_monthly_120")] {
        for steps in [1, 4] {
            let pool = pool_of(&one_pool(months, steps, GBM, NOTHING, ALL_EQUITY));
            assert_estimate(name, pool[PoolFigure::AllTimeFallOver(Percentage::whole(15))], 1.0);
        }
    }
}

#[test]
fn discrete_cppi_has_its_shortfall_mean_and_expected_shortfall() {
    for (sigma, rebalancings, multiplier) in [(0.1, 12, 12), (0.1, 24, 15), (0.2, 12, 6)] {
        let more = format!(
            r#"
            rule = {{ kind = "dynamic", equity_stress = {:?}, max_share = 20, after_breach = "locked" }}
            rebalancing = {{ every_months = "step" }}
            floor = {{ kind = "fixed", level = {:?}, growth = {:?}, observe = "step" }}
            "#,
            1.0 / f64::from(multiplier),
            (-0.05_f64).exp(),
            0.05_f64.exp() - 1.0
        );
        let text = one_pool(12, rebalancings / 12, (0.085, sigma), (0.05, 0.0), &more);
        let name = |what| format!("cppi_discrete_{what}_mu0.085_s{sigma}_n{rebalancings}_m{multiplier}");
        let pool = pool_of(&text);
        let short = pool[PoolFigure::BreachExAnte(Term::Horizon)];
        assert_estimate(&name("PSF"), short, 1.0);
        assert_estimate(&name("EV"), pool[PoolFigure::Value(Term::Horizon, Statistic::Mean)], 1e3);
        let mut shortfalls = Vec::new();
        for_each_path(&plan(&text), |path| {
            // A pool that keeps above its floor ends at or above the guarantee, to rounding.
            if path.price[12] < 1.0 - 1e-12 {
                shortfalls.push(1000.0 * (1.0 - path.price[12]));
            }
        });
        assert_eq!(proportion(shortfalls.len() as u64, PATHS).value.to_bits(), short.value.to_bits());
        let (shortfall, error) = mean_and_error(&shortfalls);
        assert_simulated(&name("ESF"), shortfall, error);
    }
}

#[test]
fn the_first_breach_law_holds_for_any_window_and_share() {
    for (multiplier, months, name) in [
        (6.0, 60, "first_breach_law_m6_n60"),
        (6.0, 120, "first_breach_law_m6_n120"),
        (10.0, 120, "first_breach_law_m10_n120"),
    ] {
        for (window, share) in [("12", 0.85), ("24", 0.85), ("\"none\"", 0.9), ("24", 0.7)] {
            let more = format!(
                r#"
                rule = {{ kind = "dynamic", equity_stress = {:?}, max_share = 20 }}
                floor = {{ kind = "rolling-high", share = {share}, window_months = {window} }}
                "#,
                1.0 / multiplier
            );
            let pool = pool_of(&one_pool(months, 1, GBM, NOTHING, &more));
            assert_estimate(name, pool[PoolFigure::BreachExAnte(Term::Horizon)], 1.0);
        }
    }
}

#[test]
fn tipp_has_the_mean_and_breach_probability_of_the_backward_recursion() {
    let bonds = 12.0 * (1.0_f64 + 0.001_666_666_666_666_666_8).ln();
    let more = r#"
        rule = { kind = "dynamic", equity_stress = 0.1, max_share = 1, after_breach = "locked" }
        floor = { kind = "rolling-high", share = 0.85, window_months = "none" }
        "#;
    let pool = pool_of(&one_pool(120, 1, (0.06, 0.18), (bonds, 0.0), more));
    assert_estimate("tipp_monthly_mean_b", pool[PoolFigure::Value(Term::Years(10), Statistic::Mean)], 1e6);
    assert_estimate("tipp_monthly_breach_b", pool[PoolFigure::BreachExAnte(Term::Years(10))], 1.0);
}

#[test]
fn yearly_deposits_grow_to_boyles_mean_and_deviation() {
    for steps in [1, 4] {
        let text = one_pool(240, steps, NOTHING, NOTHING, ALL_EQUITY).replace(
            "{ continuous_arithmetic = 0.0 }\n        volatility = { log = 0.0 }\n        [market.assets.bonds]",
            "{ arithmetic = 0.045 }\n        volatility = { simple = 0.12 }\n        [market.assets.bonds]",
        ) + "\n[[pools.pool.contributions]]\namount_mnkr = 1\nfrom = \"2001-12\"\nuntil = \"2019-12\"\n\
            every = \"year\"\n";
        let (expected, _) = closed_form("annuity_due_20y");
        let mut funds = Vec::new();
        for_each_path(&plan(&text).with_paths(40_000), |path| funds.push(path.value[240] / 1e6));
        assert_simulated("annuity_due_20y", mean_and_error(&funds).0, mean_and_error(&funds).1);
        let squares: Vec<f64> = funds.iter().map(|fund| (fund - expected[0]) * (fund - expected[0])).collect();
        let (variance, error) = mean_and_error(&squares);
        assert!((variance - expected[1] * expected[1]).abs() < 4.0 * error, "{variance} ± {error}: {expected:?}");
    }
}

#[test]
fn arithmetic_and_geometric_returns_convert_exactly() {
    let growth = |key: &str, rate: f64, sd: f64| -> LogGrowth {
        let text = one_pool(12, 1, NOTHING, NOTHING, ALL_EQUITY).replacen(
            "{ continuous_arithmetic = 0.0 }\n        volatility = { log = 0.0 }",
            &format!("{{ {key} = {rate} }}\n        volatility = {{ simple = {sd} }}"),
            1,
        );
        match &plan(&text).market.law {
            Law::Diffusion(law) => law.regimes()[0].growth()[0],
            _ => unreachable!("the law is lognormal"),
        }
    };
    for (mean, sd) in [(0.045, 0.08), (0.045, 0.12), (0.065, 0.16)] {
        assert_case(&format!("arith_to_geo_{mean}_{sd}"), growth("arithmetic", mean, sd).geometric());
    }
    for sd in [0.06, 0.1] {
        assert_case(&format!("geo_to_arith_4.5_{sd}"), growth("geometric", 0.045, sd).arithmetic());
    }
}

#[test]
fn the_ranks_of_a_quantile_are_binomial() {
    let (expected, _) = closed_form("quantile_ci_ranks");
    for (probability, rank) in [0.025, 0.975].into_iter().zip(expected) {
        // The whole rank next to where the law, linear between whole ones, reaches the probability.
        assert!((binomial_quantile(10_000, 0.95, probability).round() - rank).abs() < 1e-6);
    }
}
