//! How often the 95 % intervals hold the true value: thousands of independent runs of cases with known answers.
//!
//! Prints docs/coverage.md: `cargo bench --bench coverage > docs/coverage.md`, a minute or two. With `--test`, some runs only.

use std::ops::ControlFlow;

use skans::engine;
use skans::plan::Plan;
use skans::stats::Estimate;
use skans::stats::summary::PoolSummary;
use skans::study::run;

/// Expected return and volatility of equities a year, continuous and arithmetic; horizon in years.
const DRIFT: f64 = 0.06;
const VOLATILITY: f64 = 0.16;
const YEARS: u32 = 5;

/// A case, and what is known of it.
struct Case {
    name: &'static str,
    steps_per_month: u32,
    paths: u64,
    rule: String,
    figures: Vec<Figure>,
}

/// A figure's name, where it stands, and its true value.
type Figure = (&'static str, fn(&PoolSummary) -> Estimate, f64);

fn normal_distribution(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// Equities alone: a unit's growth is lognormal.
fn equities_alone(steps_per_month: u32, paths: u64) -> Case {
    const Z: f64 = 1.644_853_626_951_472_2;
    let years = f64::from(YEARS);
    let (mean, deviation) = ((DRIFT - 0.5 * VOLATILITY * VOLATILITY) * years, VOLATILITY * years.sqrt());
    let growth = libm::exp(DRIFT * years);
    Case {
        name: "equities alone",
        steps_per_month,
        paths,
        rule: "rule = { kind = \"static\", share = 1.0 }".to_owned(),
        figures: vec![
            ("mean value", |pool| pool.value["horizon"].mean, 1e6 * growth),
            (
                "5 % quantile of the value",
                |pool| pool.value["horizon"].quantiles["q05"],
                1e6 * libm::exp(mean - Z * deviation),
            ),
            ("median value", |pool| pool.value["horizon"].quantiles["q50"], 1e6 * libm::exp(mean)),
            ("P(loss)", |pool| pool.loss["horizon"].p_loss, normal_distribution(-mean / deviation)),
            (
                "expected shortfall, 5 %",
                |pool| pool.loss["horizon"].es95,
                1.0 - growth * normal_distribution(-Z - deviation) / 0.05,
            ),
        ],
    }
}

/// The cushion times a multiplier in equities, the rest in cash: a breach is a step in which equities fall by more than its
/// inverse.
fn first_breach(steps_per_month: u32, paths: u64, multiplier: f64) -> Case {
    let step = 1.0 / f64::from(12 * steps_per_month);
    let fall = (libm::log(1.0 - 1.0 / multiplier) - (DRIFT - 0.5 * VOLATILITY * VOLATILITY) * step)
        / (VOLATILITY * step.sqrt());
    let steps = f64::from(YEARS) / step;
    Case {
        name: "first breach",
        steps_per_month,
        paths,
        rule: format!(
            "rule = {{ kind = \"dynamic\", equity_stress = {:?}, max_share = 20 }}\n\
             floor = {{ kind = \"rolling-high\", share = 0.85, window_months = 24, observe = \"step\" }}\n\
             rebalancing = {{ every_months = \"step\" }}",
            1.0 / multiplier
        ),
        figures: vec![(
            "P(breach, ex ante)",
            |pool| pool.breach.as_ref().expect("there is a floor").ex_ante["horizon"],
            1.0 - libm::pow(1.0 - normal_distribution(fall), steps),
        )],
    }
}

impl Case {
    fn plan(&self) -> Plan {
        let text = format!(
            r#"
            start = "2000-12"
            horizon_months = {}
            steps_per_month = {}
            paths = {}
            seed = 1
            [market]
            model = "lognormal"
            [market.assets.equity]
            class = "equity"
            expected_return = {{ continuous_arithmetic = {DRIFT:?} }}
            volatility = {{ log = {VOLATILITY:?} }}
            [market.assets.cash]
            class = "fixed-income"
            expected_return = {{ continuous_arithmetic = 0.0 }}
            volatility = {{ log = 0.0 }}
            [market.correlations]
            equity.cash = 0.0
            [pools.pool]
            opening_value_mnkr = 1
            equities = {{ equity = 1 }}
            fixed_income = {{ cash = 1 }}
            {}
            "#,
            12 * YEARS,
            self.steps_per_month,
            self.paths,
            self.rule
        );
        skans::config::from_text("coverage", &text).unwrap_or_else(|problems| panic!("{}", problems[0]))
    }

    /// For each figure, in how many runs the true value lay below, inside and above the interval.
    fn count(&self, seeds: u64) -> Vec<[u32; 3]> {
        let plan = self.plan();
        let seeds: Vec<u64> = (1..=seeds).collect();
        let runs = engine::each(&seeds, |&seed| {
            let mut plan = plan.clone();
            plan.seed = seed;
            let run = run::run(&plan, &mut |_| ControlFlow::Continue(())).expect("nothing interrupts");
            let pool = &run.summary.pools["pool"];
            let place = |(_, figure, truth): &Figure| {
                let [low, high] = figure(pool).interval;
                if *truth < low { 0 } else { 1 + usize::from(*truth > high) }
            };
            self.figures.iter().map(place).collect::<Vec<usize>>()
        });
        let mut counts = vec![[0; 3]; self.figures.len()];
        for places in runs {
            counts.iter_mut().zip(places).for_each(|(count, place)| count[place] += 1);
        }
        counts
    }
}

fn main() {
    let seeds = if std::env::args().any(|argument| argument == "--test") { 40 } else { 4000 };
    println!(
        "# Coverage\n\n\
         How often the 95 % interval of a figure holds its true value, over {seeds} seeds, by `cargo bench --bench coverage`. Four\n\
         standard errors of such a share are 1.4 points. Equities {:.0} % a year with a volatility of {:.0} %, {YEARS} years.\n\n\
         | case | steps a month | paths | figure | true value | inside | below | above |\n|---|---|---|---|---|---|---|---|",
        100.0 * DRIFT,
        100.0 * VOLATILITY
    );
    for (steps_per_month, paths, multiplier) in [(1, 2000, 8.0), (1, 20_000, 7.0), (4, 2000, 14.0)] {
        for case in [equities_alone(steps_per_month, paths), first_breach(steps_per_month, paths, multiplier)] {
            for ((figure, _, truth), counts) in case.figures.iter().zip(case.count(seeds)) {
                let share = counts.map(|count| 100.0 * f64::from(count) / skans::stats::probability::real(seeds));
                println!(
                    "| {} | {steps_per_month} | {paths} | {figure} | {truth:.4} | {:.1} % | {:.1} % | {:.1} % |",
                    case.name, share[1], share[0], share[2]
                );
            }
        }
    }
    println!("\n\"Below\" counts the runs in which the true value lies below the interval.");
}
