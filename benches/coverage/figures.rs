//! The intervals of figures, in cases with known answers.

use std::ops::ControlFlow;

use skans::engine;
use skans::numerics::{normal, real};
use skans::plan::Plan;
use skans::stats::figure::{PoolFigure, Quantile, Statistic, Term};
use skans::study::run;

use crate::{DRIFT, Place, VOLATILITY, YEARS, Z_05, equities_and, place};

/// A case, and what is known of it.
struct Case {
    name: &'static str,
    steps_per_month: u32,
    years: u32,
    paths: u64,
    /// The pool's rule, and what follows it.
    rule: String,
    figures: Vec<Figure>,
}

/// A figure's name, the figure, and its true value.
type Figure = (&'static str, PoolFigure, f64);

/// Equities alone: a unit's growth is lognormal.
fn equities_alone(steps_per_month: u32, paths: u64) -> Case {
    let years = f64::from(YEARS);
    let (mean, deviation) = ((DRIFT - 0.5 * VOLATILITY * VOLATILITY) * years, VOLATILITY * years.sqrt());
    let growth = libm::exp(DRIFT * years);
    Case {
        name: "equities alone",
        steps_per_month,
        years: YEARS,
        paths,
        rule: "rule = { kind = \"static\", share = 1.0 }".to_owned(),
        figures: vec![
            ("mean value", PoolFigure::Value(Term::Horizon, Statistic::Mean), 1e6 * growth),
            (
                "5 % quantile of the value",
                PoolFigure::Value(Term::Horizon, Statistic::Q05),
                1e6 * libm::exp(mean - Z_05 * deviation),
            ),
            ("median value", PoolFigure::Value(Term::Horizon, Statistic::MEDIAN), 1e6 * libm::exp(mean)),
            ("P(loss)", PoolFigure::Loss(Term::Horizon), normal::distribution(-mean / deviation)),
            (
                "expected shortfall, 5 %",
                PoolFigure::Shortfall95(Term::Horizon),
                1.0 - growth * normal::distribution(-Z_05 - deviation) / 0.05,
            ),
        ],
    }
}

/// The cushion times a multiplier in equities, the rest in cash: a breach is a step in which equities fall by more than
/// its inverse.
fn first_breach(steps_per_month: u32, paths: u64, multiplier: f64) -> Case {
    let step = 1.0 / f64::from(12 * steps_per_month);
    let fall = (libm::log(1.0 - 1.0 / multiplier) - (DRIFT - 0.5 * VOLATILITY * VOLATILITY) * step)
        / (VOLATILITY * step.sqrt());
    let steps = f64::from(YEARS) / step;
    Case {
        name: "first breach",
        steps_per_month,
        years: YEARS,
        paths,
        rule: format!(
            "rule = {{ kind = \"dynamic\", equity_stress = {:?}, max_share = 20 }}\n\
             floor = {{ kind = \"rolling-high\", share = 0.85, window_months = 24, observe = \"step\" }}\n\
             rebalancing = {{ every_months = \"step\" }}",
            1.0 / multiplier
        ),
        figures: vec![(
            "P(breach, ex ante)",
            PoolFigure::BreachExAnte(Term::Horizon),
            1.0 - libm::pow(1.0 - normal::distribution(fall), steps),
        )],
    }
}

/// The growth of the cushion of a fixed floor over many steps, times a multiplier in equities: a product of independent
/// `1 + m (e^X - 1)`, `X` normal.
struct Cushion {
    multiplier: f64,
    steps: u32,
    mean: f64,
    deviation: f64,
}

impl Cushion {
    /// `E[C^tilt 1(ln C < y)] / E[C^tilt]` for a tilt of 0 or 1, by inversion of the characteristic function of `ln C`
    /// (Gil-Pelaez 1951, *Biometrika* 38): trapezoidal sums, which converge faster than any power of their steps.
    fn below(&self, y: f64, tilt: i32) -> f64 {
        const STEP: f64 = 0.02;
        let (normal, mean) = (self.one_step(0.0, tilt).0, f64::from(self.steps));
        let term = |place: u32| {
            let t = STEP * (f64::from(place) + 0.5);
            let (real, imaginary) = self.one_step(t, tilt);
            let (size, angle) = (libm::hypot(real, imaginary) / normal, libm::atan2(imaginary, real));
            libm::pow(size, mean) * libm::sin(mean * angle - t * y) / t
        };
        0.5 - (0..1000).map(term).fold(0.0, |sum, term| sum + term) * STEP / std::f64::consts::PI
    }

    /// `E[(1 + m (e^X - 1))^(tilt + i t)]`, real and imaginary.
    fn one_step(&self, t: f64, tilt: i32) -> (f64, f64) {
        const STEP: f64 = 0.05;
        let mut sum = (0.0, 0.0);
        for place in -170..=170 {
            let z = STEP * f64::from(place);
            let factor = 1.0 + self.multiplier * (libm::exp(self.mean + self.deviation * z) - 1.0);
            if factor > 0.0 {
                let weight = libm::exp(-0.5 * z * z) * if tilt == 1 { factor } else { 1.0 };
                let angle = t * libm::log(factor);
                sum = (sum.0 + weight * libm::cos(angle), sum.1 + weight * libm::sin(angle));
            }
        }
        let norm = STEP / (2.0 * std::f64::consts::PI).sqrt();
        (sum.0 * norm, sum.1 * norm)
    }

    /// The quantile of the cushion's growth, and its mean below that.
    fn tail(&self, level: f64) -> (f64, f64) {
        let (mut low, mut high) = (-40.0, 40.0);
        for _ in 0..50 {
            let middle = 0.5 * (low + high);
            (low, high) = if self.below(middle, 0) < level { (middle, high) } else { (low, middle) };
        }
        let mean = libm::pow(self.one_step(0.0, 1).0, f64::from(self.steps));
        (libm::exp(low), mean * self.below(low, 1) / level)
    }
}

/// A fixed floor that is hardly ever broken: values crowd over it.
fn over_a_floor(steps_per_month: u32, paths: u64) -> Case {
    const YEARS: u32 = 20;
    let step = 1.0 / f64::from(12 * steps_per_month);
    let cushion = Cushion {
        multiplier: 4.0,
        steps: 12 * steps_per_month * YEARS,
        mean: (DRIFT - 0.5 * VOLATILITY * VOLATILITY) * step,
        deviation: VOLATILITY * step.sqrt(),
    };
    let [(q05, es95), (q01, es99)] = [0.05, 0.01].map(|level| cushion.tail(level));
    let median = cushion.tail(0.5).0;
    Case {
        name: "over a floor",
        steps_per_month,
        years: YEARS,
        paths,
        rule: "rule = { kind = \"dynamic\", equity_stress = 0.25, max_share = 20 }\n\
               floor = { kind = \"fixed\", level = 0.85 }\n\
               rebalancing = { every_months = \"step\" }\n\
               [outputs]\n\
               figures = [\"value\", \"loss\"]"
            .to_owned(),
        figures: vec![
            ("median value", PoolFigure::Value(Term::Horizon, Statistic::MEDIAN), 1e6 * (0.85 + 0.15 * median)),
            ("value at risk, 95 %", PoolFigure::ValueAtRisk95(Term::Horizon), 0.15 - 0.15 * q05),
            ("value at risk, 99 %", PoolFigure::ValueAtRisk99(Term::Horizon), 0.15 - 0.15 * q01),
            ("expected shortfall, 5 %", PoolFigure::Shortfall95(Term::Horizon), 0.15 - 0.15 * es95),
            ("expected shortfall, 1 %", PoolFigure::Shortfall99(Term::Horizon), 0.15 - 0.15 * es99),
        ],
    }
}

/// A rolling high that is often the opening's, and a share that is often the greatest allowed.
fn atoms(steps_per_month: u32, paths: u64) -> Case {
    const YEAR: Term = Term::Years(1);
    let share = |level| PoolFigure::EquityShareAt(YEAR, Statistic::Quantile(Quantile::of(level)));
    Case {
        name: "atoms",
        steps_per_month,
        years: 2,
        paths,
        rule: "rule = { kind = \"dynamic\", equity_stress = 0.25, max_share = 0.5 }\n\
               floor = { kind = \"rolling-high\", share = 0.85, window_months = 24 }\n\
               [outputs]\n\
               figures = [\"share-by-month\", \"floor-by-month\"]"
            .to_owned(),
        figures: vec![
            ("90 % quantile of the share, its cap", share(0.9), 0.5),
            ("75 % quantile of the share, its cap", share(0.75), 0.5),
            ("5 % quantile of the floor, the opening's", PoolFigure::Floor(YEAR, Statistic::Q05), 850_000.0),
        ],
    }
}

impl Case {
    fn plan(&self) -> Plan {
        equities_and("cash", [VOLATILITY, 0.0], (12 * self.years, self.steps_per_month), self.paths, &self.rule)
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
            self.figures.iter().map(|(_, figure, truth)| place(pool[*figure].interval, *truth)).collect::<Vec<Place>>()
        });
        let mut counts = vec![[0; 3]; self.figures.len()];
        for places in runs {
            counts.iter_mut().zip(places).for_each(|(count, place)| count[place as usize] += 1);
        }
        counts
    }
}

/// Prints a row for each figure of each case.
pub fn print(seeds: u64) {
    println!(
        "| case | steps a month | paths | figure | true value | inside | below | above |\n\
         |---|---|---|---|---|---|---|---|"
    );
    for (steps_per_month, paths, multiplier) in [(1, 2000, 8.0), (1, 20_000, 7.0), (4, 2000, 14.0)] {
        let cases = [
            equities_alone(steps_per_month, paths),
            first_breach(steps_per_month, paths, multiplier),
            over_a_floor(steps_per_month, paths),
            atoms(steps_per_month, paths),
        ];
        for case in cases {
            for ((figure, _, truth), counts) in case.figures.iter().zip(case.count(seeds)) {
                let share = counts.map(|count| 100.0 * f64::from(count) / real(seeds));
                println!(
                    "| {} | {steps_per_month} | {paths} | {figure} | {truth:.6} | {:.1} % | {:.1} % | {:.1} % |",
                    case.name, share[1], share[0], share[2]
                );
            }
        }
    }
}
