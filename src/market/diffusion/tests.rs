use super::*;
use crate::lanes::LANES;
use crate::market::mean_reverting::{Response, YieldCurve};
use crate::plan::{Factor, Plan, Prices};
use crate::units::{Rate, Reversion};

/// The world's short rate.
fn short_rate() -> Factor {
    Factor {
        kind: FactorKind::ShortRate,
        start: Rate::new(0.01).unwrap(),
        mean: Rate::new(0.03).unwrap(),
        reversion: Reversion::new(0.2).unwrap(),
        premium: Rate::ZERO,
    }
}

/// A plan with a short rate, inflation and a bond fund. The pool does not matter.
fn plan(steps_per_month: u32, more: &str) -> Plan {
    crate::config::from_text("test", &text(steps_per_month, more)).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn text(steps_per_month: u32, more: &str) -> String {
    format!(
        r#"
        start = "2000-12"
        horizon_months = 120
        steps_per_month = {steps_per_month}
        paths = 1
        seed = 5
        pools.pool = {{ opening_value_mnkr = 1, fixed_income.bonds = 1.0, rule = {{ kind = "static", share = 0.0 }} }}
        [market]
        model = "lognormal"
        short_rate = {{ start = 0.01, mean = 0.03, reversion = 0.2, volatility = 0.01 }}
        inflation = {{ start = 0.08, mean = 0.02, persistence = 0.6, volatility = 0.01 }}
        assets.bonds = {{ class = "fixed-income", fund = {{ duration = 5, convexity = 30, spread = 0.004 }} }}
        {more}
        "#
    )
}

/// Calls `see` with each path's factors and their integrals since the start, and with the fund's growth since the
/// start, after so many months.
fn after(plan: &Plan, months: u32, blocks: u64, mut see: impl FnMut([f64; 2], [f64; 2], f64)) {
    let crate::plan::Law::Diffusion(law) = &plan.market.law else { panic!("a diffusion") };
    let model = Model::new(&plan.market.assets, law, plan.time, plan.seed);
    let mut world = Draws {
        model: &model,
        noise: Noise::new(&model.vector),
        factors: vec![FactorState::new(); 2],
        next: Lanes::all(0.0),
    };
    let mut step = MarketStep::new(plan);
    for block in 0..blocks {
        world.begin(block);
        let (mut integrals, mut growth) = (vec![Lanes::all(0.0); 2], Lanes::all(1.0));
        for _ in 0..months * plan.time.steps_per_month() {
            world.step(&mut step);
            for (sum, state) in integrals.iter_mut().zip(&world.factors) {
                elementary::add_scaled(1.0, &state.integral, sum);
            }
            elementary::multiply(step.growth(0), &mut growth);
        }
        for lane in 0..LANES {
            let level = |factor: usize| step.factor(factor)[lane];
            see([level(0), level(1)], [integrals[0][lane], integrals[1][lane]], growth[lane]);
        }
    }
}

/// Mean and standard deviation.
fn moments(numbers: &[f64]) -> (f64, f64) {
    let n = f64::from(u32::try_from(numbers.len()).unwrap());
    let mean = numbers.iter().sum::<f64>() / n;
    let squares = numbers.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>();
    (mean, (squares / (n - 1.0)).sqrt())
}

const BLOCKS: u64 = 800;

/// The cases `vasicek_r5_*` and `ar1_inflation_5y`, and the price of a bond as the mean of what a krona of it is worth
/// today.
#[test]
fn short_rate_and_inflation_have_their_laws_at_months_weeks_and_days() {
    for (steps, blocks) in [(1, BLOCKS), (4, BLOCKS / 2), (21, BLOCKS / 8)] {
        let (mut rates, mut inflation, mut discount, mut negative) = (Vec::new(), Vec::new(), Vec::new(), 0.0);
        after(&plan(steps, ""), 60, blocks, |[rate, rise], [rates_sum, _], _| {
            rates.push(rate);
            inflation.push(rise);
            discount.push(libm::exp(-rates_sum));
            negative += f64::from(u8::from(rate < 0.0));
        });
        let n = f64::from(u32::try_from(rates.len()).unwrap());
        let close = |name: &str, found: f64, exact: f64, error: f64| {
            assert!((found - exact).abs() < 4.0 * error, "{steps} steps, {name}: {found} against {exact} ± {error}");
        };
        let (mean, sd) = moments(&rates);
        close("E r", mean, 0.022_642_411_176_571_155, sd / n.sqrt());
        close("SD r", sd, 0.014_702_590_900_614_994, sd / (2.0 * n).sqrt());
        close("P(r < 0)", negative / n, 0.061_776_685_325_700_18, (0.0618 * 0.9382 / n).sqrt());
        let (mean, sd) = moments(&inflation);
        close("E i", mean, 0.024_665_6, sd / n.sqrt());
        close("SD i", sd, 0.012_462_151_339_154_89, sd / (2.0 * n).sqrt());
        let price = |maturity: f64| {
            let factor = short_rate();
            libm::exp(-maturity * YieldCurve::at(&factor, 0.01, maturity).yield_at(0.01))
        };
        let (mean, sd) = moments(&discount);
        close("P(0, 5)", mean, price(5.0), sd / n.sqrt());
    }
}

/// The price level after five years is lognormal: `∫i` has mean `θT + (i - θ) B(T)` and variance
/// `σ²/κ² (T - 2 B(T) + B₂(T))`, `B₂` the loading at twice the reversion.
#[test]
fn the_price_level_has_its_law_at_months_and_at_weeks() {
    let kappa = -libm::log(0.6);
    let variance = 1e-4 * 2.0 * kappa / (1.0 - 0.36);
    let mean = 0.02 * 5.0 + 0.06 * loading(kappa, 5.0);
    let sd = (variance / (kappa * kappa) * (5.0 - 2.0 * loading(kappa, 5.0) + loading(2.0 * kappa, 5.0))).sqrt();
    for steps in [1, 4] {
        let mut logs = Vec::new();
        after(&plan(steps, ""), 60, BLOCKS / 2, |_, [_, integral], _| logs.push(integral));
        let n = f64::from(u32::try_from(logs.len()).unwrap());
        let found = moments(&logs);
        assert!((found.0 - mean).abs() < 4.0 * sd / n.sqrt(), "{steps} steps: {} against {mean}", found.0);
        assert!((found.1 - sd).abs() < 4.0 * sd / (2.0 * n).sqrt(), "{steps} steps: {} against {sd}", found.1);
    }
}

/// A month of a fund against the formula on the exact law of the rate's move. A year at months and at days agrees to
/// what the scheme leaves.
#[test]
fn a_bond_fund_earns_its_yield_less_duration_times_its_rise() {
    let factor = short_rate();
    let curve = YieldCurve::at(&factor, 0.01, 5.0);
    let h = 1.0 / 12.0;
    let (decay, b) = (libm::exp(-0.2 * h), loading(0.2, h));
    let rise = (0.03 - 0.01) * (1.0 - decay);
    let rise_variance = 1e-4 * loading(0.4, h);
    // The forward rate at five years, by the difference of two yields.
    let price = |maturity: f64, rate: f64| maturity * YieldCurve::at(&factor, 0.01, maturity).yield_at(rate);
    let forward = |rate: f64| (price(5.0 + 1e-5, rate) - price(5.0 - 1e-5, rate)) / 2e-5;
    let slope = (forward(0.02) - forward(0.01)) / 0.01;
    let carry = (forward(0.0) + 0.004) * h + slope * (0.03 * h - 0.02 * b);
    let square = curve.slope * curve.slope * (rise_variance + rise * rise);
    let exact = 1.0 + carry - 5.0 * curve.slope * rise + 15.0 * square;
    let mut growths = Vec::new();
    after(&plan(1, ""), 1, BLOCKS, |_, _, growth| growths.push(growth));
    let n = f64::from(u32::try_from(growths.len()).unwrap());
    let (mean, sd) = moments(&growths);
    assert!((mean - exact).abs() < 4.0 * sd / n.sqrt(), "{mean} against {exact}");
    // The part of first order, -D Δy + ∫f, of the joint law of level and integral.
    let (level, integral) = (Response::level(0.2), Response::integral(0.2));
    let of = |one: Response, other: Response| 1e-4 * one.covariance(other, h);
    let duration = 5.0 * curve.slope;
    let variance = duration * duration * of(level, level) - 2.0 * duration * slope * of(level, integral)
        + slope * slope * of(integral, integral);
    assert!((sd / variance.sqrt() - 1.0).abs() < 4.0 / (2.0 * n).sqrt() + 0.001, "{sd}");
    let years = [1, 21].map(|steps| {
        let mut growths = Vec::new();
        after(&plan(steps, ""), 12, BLOCKS / 4, |_, _, growth| growths.push(growth));
        moments(&growths)
    });
    let error = years[0].1 * (2.0 * 4.0 / n).sqrt();
    assert!((years[0].0 - years[1].0).abs() < 4.0 * error + 2e-5, "{years:?}");
    assert!((years[0].1 / years[1].1 - 1.0).abs() < 4.0 * (4.0 / n).sqrt(), "{years:?}");
}

/// The noise of two factors is correlated as configured: `Corr` of the levels after a month is ρ times what the
/// responses share.
#[test]
fn factors_have_the_correlation_configured_at_months_and_at_weeks() {
    let kappa = -libm::log(0.6);
    let shared = Response::level(0.2).correlation(Response::level(kappa), 1.0);
    for steps in [1, 4] {
        let mut products = Vec::new();
        let (mut rates, mut rises) = (Vec::new(), Vec::new());
        after(&plan(steps, "correlations.short_rate.inflation = 0.5"), 12, BLOCKS / 2, |[rate, rise], _, _| {
            rates.push(rate);
            rises.push(rise);
        });
        let (one, other) = (moments(&rates), moments(&rises));
        products.extend(rates.iter().zip(&rises).map(|(x, y)| (x - one.0) / one.1 * (y - other.0) / other.1));
        let (found, sd) = moments(&products);
        let n = f64::from(u32::try_from(products.len()).unwrap());
        assert!((found - 0.5 * shared).abs() < 4.0 * sd / n.sqrt(), "{steps} steps: {found} against {}", 0.5 * shared);
    }
}

#[test]
fn a_world_with_inflation_simulates_prices() {
    assert_eq!(plan(1, "").market.prices, Prices::Simulated);
}

/// Where nothing is risky every bond earns the short rate: `e^(∫r)`, to the second order of a month's carry and move.
#[test]
fn a_bond_fund_earns_the_short_rate_where_nothing_is_risky() {
    let calm =
        |text: &str| text.replace("volatility = 0.01 }\n        inflation", "volatility = 0.0 }\n        inflation");
    for duration in ["0.5", "5", "20"] {
        let text = calm(&text(1, "")).replace(
            "fund = { duration = 5, convexity = 30, spread = 0.004 }",
            &format!("fund = {{ duration = {duration} }}"),
        );
        let plan = crate::config::from_text("test", &text).unwrap_or_else(|problems| panic!("{}", problems[0]));
        after(&plan, 60, 1, |_, [integral, _], growth| {
            let exact = libm::exp(integral);
            assert!((growth / exact - 1.0).abs() < 2e-4, "{duration} years: {growth} against {exact}");
        });
    }
}
