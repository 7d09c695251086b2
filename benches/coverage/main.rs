//! How often the 95 % intervals hold the true value: thousands of independent runs of cases with known answers.
//!
//! Prints docs/evidence/coverage.md: `cargo bench --bench coverage > docs/evidence/coverage.md`, an hour or more. With
//! `--test`, some runs only; with `--worlds SEEDS`, the client's worlds alone, over so many seeds.

mod differences;
mod figures;
mod worlds;

use skans::plan::Plan;

/// Expected return and volatility of equities a year, continuous and arithmetic; horizon in years.
const DRIFT: f64 = 0.06;
const VOLATILITY: f64 = 0.16;
const YEARS: u32 = 5;

/// `Φ⁻¹(0.95)` and `Φ⁻¹(0.99)`.
const Z_05: f64 = 1.644_853_626_951_472_2;
const Z_01: f64 = 2.326_347_874_040_841;

/// The place of a true value.
#[derive(Debug, Clone, Copy)]
enum Place {
    Below,
    Inside,
    Above,
}

/// The side of an interval on which a true value lies. The interval of an atom is the value alone, to rounding.
fn place([low, high]: [f64; 2], truth: f64) -> Place {
    let rounding = 1e-12 * truth.abs();
    if truth + rounding < low {
        Place::Below
    } else if truth - rounding > high {
        Place::Above
    } else {
        Place::Inside
    }
}

/// A plan of one pool, `pool`, of equities and another fund without return, correlated by a tenth; volatilities of
/// both, months and steps a month.
fn equities_and(fund: &str, volatility: [f64; 2], (months, steps): (u32, u32), paths: u64, pool: &str) -> Plan {
    let text = format!(
        r#"
        start = "2000-12"
        horizon_months = {months}
        steps_per_month = {steps}
        paths = {paths}
        seed = 1
        [market]
        model = "lognormal"
        [market.assets.equity]
        class = "equity"
        expected_return = {{ continuous_arithmetic = {DRIFT:?} }}
        volatility = {{ log = {:?} }}
        [market.assets.{fund}]
        class = "fixed-income"
        expected_return = {{ continuous_arithmetic = 0.0 }}
        volatility = {{ log = {:?} }}
        [market.correlations]
        equity.{fund} = {:?}
        [pools.pool]
        opening_value_mnkr = 1
        equities = {{ equity = 1 }}
        fixed_income = {{ {fund} = 1 }}
        {pool}
        "#,
        volatility[0],
        volatility[1],
        if volatility[1] > 0.0 { 0.1 } else { 0.0 },
    );
    skans::config::from_text("coverage", &text).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

fn main() {
    let mut arguments = std::env::args().skip_while(|argument| argument != "--worlds").skip(1);
    if let Some(seeds) = arguments.next() {
        worlds::print(seeds.parse().expect("--worlds is followed by a number of seeds"));
        return;
    }
    let test = std::env::args().any(|argument| argument == "--test");
    let seeds = if test { 40 } else { 4000 };
    println!(
        "# Coverage\n\n\
         How often the 95 % interval of a figure holds its true value, over {seeds} seeds, by\n\
         `cargo bench --bench coverage`. Four standard errors of such a share are 1.4 points. Equities have {:.0} % a\n\
         year with a volatility of {:.0} %, over {YEARS} years. Over a floor they have 20 years, and 2 where there\n\
         are atoms. The interval of an atom is that one value, and holds it nearly always.\n",
        100.0 * DRIFT,
        100.0 * VOLATILITY
    );
    figures::print(seeds);
    println!("\n\"Below\" counts the runs in which the true value lies below the interval.");
    differences::print(if test { &differences::FEW } else { &differences::MANY });
    worlds::print(if test { 4 } else { 2000 });
}
