//! The rule's month, written a second time as plainly as can be, one path and one number at a time. Random policies on
//! random scenarios must come out the same. Swapping two of the month's events, or shifting the window, shows here.

use std::fmt::Write;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use skans::config;
use skans::study::trace::trace;

const MONTHS: usize = 40;

/// A policy, drawn at random.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "a policy as a table of settings")]
struct Policy {
    steps_per_month: usize,
    window: Option<usize>,
    closed: bool,
    every_step: bool,
    market_value: bool,
    floor_share: f64,
    fixed_floor: Option<f64>,
    stresses: (f64, f64),
    caps: (f64, f64),
    lag: usize,
    every_months: Option<usize>,
    band: Option<f64>,
    cost_bp: f64,
    fee: f64,
    locked: bool,
    opening_share: Option<f64>,
    contribution: f64,
    payment: f64,
    history: Vec<f64>,
    returns: Vec<(f64, f64)>,
}

/// What is compared, at each month-end.
#[derive(Debug, Default)]
struct Path {
    price: Vec<f64>,
    value: Vec<f64>,
    high: Vec<f64>,
    floor: Vec<f64>,
    share: Vec<f64>,
}

impl Policy {
    fn config(&self) -> String {
        let word = |flag: bool, yes: &'static str, no: &'static str| if flag { yes } else { no };
        let window = self.window.map_or("\"none\"".to_owned(), |months| months.to_string());
        let every = self.every_months.map_or("\"step\"".to_owned(), |months| months.to_string());
        let floor = match self.fixed_floor {
            Some(growth) => format!("kind = \"fixed\", level = {:?}, growth = {growth:?}", self.floor_share),
            None => format!("kind = \"rolling-high\", share = {:?}", self.floor_share),
        };
        format!(
            r#"
            start = "2021-12"
            horizon_months = {MONTHS}
            steps_per_month = {}
            paths = 1
            seed = 0
            market.model = "given"
            market.file = "scenarios.csv"
            market.assets = {{ equity.class = "equity", bonds.class = "fixed-income" }}
            [pools.pool]
            opening_value_mnkr = 1
            fee = {:?}
            history = "history.csv"
            equities = {{ equity = 1 }}
            fixed_income = {{ bonds = 1 }}
            rule.kind = "dynamic"
            rule.equity_stress = {:?}
            rule.fixed_income_stress = {:?}
            rule.min_share = {:?}
            rule.max_share = {:?}
            rule.lag = {}
            rule.after_breach = "{}"
            {}
            rebalancing = {{ every_months = {every}, cost_bp = {:?}{} }}
            floor = {{ {floor}, window_months = {window}, window_edge = "{}", observe = "{}", high = "{}" }}
            contributions = [{{ amount_mnkr = {:?}, from = "2022-03", every = "year" }}]
            payments = [{{ amount_mnkr = {:?}, from = "2022-02", every = "month" }}]
            "#,
            self.steps_per_month,
            self.fee,
            self.stresses.0,
            self.stresses.1,
            self.caps.0,
            self.caps.1,
            self.lag,
            word(self.locked, "locked", "rule"),
            self.opening_share.map_or(String::new(), |share| format!("rule.opening_share = {share:?}")),
            self.cost_bp,
            self.band.map_or(String::new(), |band| format!(", band = {band:?}")),
            word(self.closed, "closed", "half-open"),
            word(self.every_step, "step", "month-end"),
            word(self.market_value, "market-value", "unit-price"),
            self.contribution,
            self.payment,
        )
    }

    fn skans(&self) -> Path {
        let folder = tempfile::tempdir().unwrap();
        let mut rows = String::from("path,step,equity,bonds\n");
        for (step, (equity, bond)) in self.returns.iter().enumerate() {
            writeln!(rows, "1,{},{equity},{bond}", step + 1).unwrap();
        }
        std::fs::write(folder.path().join("scenarios.csv"), rows).unwrap();
        let mut rows = String::from("date,price\n");
        for (index, price) in self.history.iter().chain(&[1.0]).enumerate() {
            let month = 2021 * 12 + 11 - (self.history.len() - index);
            writeln!(rows, "{}-{:02},{price}", month / 12, month % 12 + 1).unwrap();
        }
        std::fs::write(folder.path().join("history.csv"), rows).unwrap();
        let file = folder.path().join("policy.toml");
        std::fs::write(&file, self.config()).unwrap();
        let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
        let path = trace(&plan, &[0])[0].remove(0);
        Path { price: path.price, value: path.value, high: path.high, floor: path.floor, share: path.share }
    }

    /// The highest of the observations in the window that ends at `step`.
    fn high(&self, seen: &[(i64, f64)], step: i64) -> f64 {
        let months = i64::try_from(self.steps_per_month).unwrap();
        let reach = self.window.map_or(i64::MAX / 2, |window| i64::try_from(window).unwrap() * months);
        let inside = |at: i64| if self.closed { step - at <= reach } else { step - at < reach };
        seen.iter().filter(|(at, _)| inside(*at)).fold(0.0, |high, (_, price)| high.max(*price))
    }

    /// The equity share that the rule allows.
    fn allowed(&self, observed: f64, floor: f64) -> f64 {
        let cushion = if observed > 0.0 { (observed - floor).max(0.0) / observed } else { 0.0 };
        let allowed = (cushion - self.stresses.1) / (self.stresses.0 - self.stresses.1);
        allowed.min(self.caps.1).max(self.caps.0)
    }

    /// The equity share after a step's trade, if there is one.
    fn traded(&self, step: usize, held: f64, target: f64) -> f64 {
        let due = self.every_months.is_none_or(|months| step.is_multiple_of(months * self.steps_per_month));
        if due && self.band.is_none_or(|band| (target - held).abs() > band) { target } else { held }
    }

    /// The value after the money in and out at a month's end.
    fn after_flows(&self, month: usize, value: f64) -> f64 {
        let contributed = month >= 3 && (month - 3).is_multiple_of(12);
        let value = if contributed { value + self.contribution * 1e6 } else { value };
        if month >= 2 { (value - self.payment * 1e6 / 12.0).max(0.0) } else { value }
    }

    /// The shares decided in the months of history, and whether a breach there or at the start has locked the pool. A
    /// floor that is given from the start on has no past.
    fn before_the_start(&self, seen: &[(i64, f64)], unit: f64) -> (Vec<f64>, bool) {
        let (mut decided, mut known, mut locked) = (Vec::new(), 0.0, false);
        for (place, &(step, observed)) in seen.iter().enumerate().filter(|_| self.fixed_floor.is_none()) {
            locked |= self.locked && observed < known;
            known = self.floor_share * self.high(&seen[..=place], step);
            decided.push(self.allowed(observed, known));
        }
        locked |= self.locked && unit < known;
        (decided.into_iter().map(|share| if locked { 0.0 } else { share }).collect(), locked)
    }

    fn plainly(&self) -> Path {
        let steps = self.steps_per_month;
        let (mut price, mut value, mut share) = (1.0_f64, 1e6_f64, 0.0_f64);
        let unit = if self.market_value { 1e6 } else { 1.0 };
        let before = i64::try_from(self.history.len()).unwrap();
        let mut seen: Vec<(i64, f64)> = (-before..0)
            .zip(&self.history)
            .map(|(month, price)| (month * i64::try_from(steps).unwrap(), price * unit))
            .collect();
        let (decided, mut locked) = self.before_the_start(&seen, unit);
        let (mut high, mut floor) = (0.0, 0.0);
        let mut decisions: Vec<f64> = Vec::new();
        let mut path = Path::default();
        for step in 0..=MONTHS * steps {
            let month_end = step.is_multiple_of(steps);
            let observed = if self.market_value { value } else { price };
            if month_end || self.every_step {
                let years = f64::from(u32::try_from(step).unwrap()) / f64::from(u32::try_from(12 * steps).unwrap());
                let fixed = self.fixed_floor.map(|growth| unit * self.floor_share * (1.0 + growth).powf(years));
                let known = fixed.unwrap_or(floor);
                seen.push((i64::try_from(step).unwrap(), observed));
                high = self.high(&seen, i64::try_from(step).unwrap());
                floor = fixed.unwrap_or(self.floor_share * high);
                locked |= self.locked && step > 0 && observed < known;
            }
            if month_end {
                path.price.push(price);
                path.value.push(value);
                path.high.push(high);
                path.floor.push(floor);
            }
            if step == MONTHS * steps {
                break;
            }
            decisions.push(if locked { 0.0 } else { self.allowed(observed, floor) });
            let months_back = self.lag.saturating_sub(step).div_ceil(steps).min(decided.len());
            let target = match months_back {
                0 => decisions[step.saturating_sub(self.lag)],
                months => decided[decided.len() - months],
            };
            if step == 0 {
                share = self.opening_share.unwrap_or(target);
            } else {
                let held = share;
                share = if locked { 0.0 } else { self.traded(step, held, target) };
                let kept = 1.0 - self.cost_bp / 10_000.0 * (share - held).abs();
                price *= kept;
                value *= kept;
            }
            if month_end {
                path.share.push(share);
            }
            let (equity, bond) = self.returns[step];
            let growth = (share * (1.0 + equity) + (1.0 - share) * (1.0 + bond)).max(0.0);
            share = if growth > 0.0 { share * (1.0 + equity) / growth } else { 0.0 };
            let years = 1.0 / f64::from(u32::try_from(12 * steps).unwrap());
            price *= growth * (1.0 - self.fee).powf(years);
            value *= growth * (1.0 - self.fee).powf(years);
            if (step + 1) % steps == 0 {
                value = self.after_flows((step + 1) / steps, value);
            }
        }
        path
    }
}

prop_compose! {
    fn settings()(
        steps_per_month in prop_oneof![Just(1_usize), Just(3)],
        window in prop::option::weighted(0.8, 1_usize..30),
        flags in any::<[bool; 3]>(),
        locked in prop::bool::weighted(0.3),
        floor_share in 0.6..0.97_f64,
        fixed_floor in prop::option::weighted(0.25, -0.02..0.05_f64),
        equity_stress in 0.1..0.5_f64,
        fixed_stress in 0.0..0.05_f64,
        max_share in 0.4..1.5_f64,
        min_share in 0.0..0.2_f64,
        lag in prop_oneof![3 => Just(0_usize), 1 => 1_usize..4],
    ) -> (usize, Option<usize>, [bool; 3], bool, f64, Option<f64>, (f64, f64), (f64, f64), usize) {
        (steps_per_month, window, flags, locked, floor_share, fixed_floor, (equity_stress, fixed_stress),
         (min_share, max_share), lag)
    }
}

prop_compose! {
    fn policies()(
        settings in settings(),
        every_months in prop::option::of(1_usize..5),
        band in prop::option::of(0.0..0.1_f64),
        cost_bp in prop_oneof![Just(0.0), 0.0..100.0_f64],
        fee in prop_oneof![Just(0.0), 0.0..0.02_f64],
        opening_share in prop::option::weighted(0.3, 0.0..0.8_f64),
        contribution in 0.0..0.1_f64,
        payment in prop_oneof![Just(0.0), 0.0..0.6_f64],
        history in prop::collection::vec(0.7..1.3_f64, 0..30),
        returns in prop::collection::vec((-0.2..0.2_f64, -0.03..0.035_f64), MONTHS * 3),
    ) -> Policy {
        let (steps_per_month, window, observed, locked, floor_share, fixed_floor, stresses, caps, lag) = settings;
        let [closed, every_step, market_value] = observed;
        let returns = returns[..MONTHS * steps_per_month].to_vec();
        Policy {
            steps_per_month, window, closed, every_step, market_value, floor_share, fixed_floor, stresses, caps, lag,
            every_months, band, cost_bp, fee, locked, opening_share, contribution, payment, history, returns,
        }
    }
}

fn assert_same(name: &str, found: &[f64], expected: &[f64]) -> Result<(), TestCaseError> {
    prop_assert_eq!(found.len(), expected.len());
    for (month, (found, expected)) in found.iter().zip(expected).enumerate() {
        let close = (found - expected).abs() <= 1e-10 * expected.abs().max(1e-3);
        prop_assert!(close, "{} in month {}: {} against {}", name, month, found, expected);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 400, rng_seed: RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default()
    })]
    #[test]
    fn a_policys_path_is_the_plain_one(policy in policies()) {
        let (found, expected) = (policy.skans(), policy.plainly());
        assert_same("price", &found.price, &expected.price)?;
        assert_same("value", &found.value, &expected.value)?;
        assert_same("high", &found.high, &expected.high)?;
        assert_same("floor", &found.floor, &expected.floor)?;
        assert_same("share", &found.share, &expected.share)?;
    }
}
