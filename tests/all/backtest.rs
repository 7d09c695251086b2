//! The rule through real history: against a plain calculation of its own, and against the golden path.

use skans::plan::{History, Plan, TimeGrid, UnitPrices};
use skans::study::backtest::{Backtest, BacktestError, BacktestRequest, backtest};
use skans::study::trace::trace;
use skans::units::Month;

use crate::golden_path::golden;

/// The pool's rule in the plain calculation.
#[derive(Clone, Copy)]
struct Rule {
    stress: f64,
    most: f64,
    floor: f64,
    window: usize,
    every: usize,
    lag: usize,
    band: Option<f64>,
    cost: f64,
    fee: f64,
}

const CLIENT: Rule =
    Rule { stress: 0.25, most: 0.6, floor: 0.85, window: 24, every: 1, lag: 0, band: None, cost: 0.0005, fee: 0.0 };
/// Every setting that moves an event of the month.
const SLOW: Rule = Rule {
    stress: 0.2,
    most: 0.75,
    floor: 0.9,
    window: 7,
    every: 3,
    lag: 2,
    band: Some(0.04),
    cost: 0.002,
    fee: 0.003,
};

/// A month-end: price before the trade, high, floor, share after it, ex ante, ex post, the trade's change of the share.
type Line = (f64, f64, f64, f64, bool, bool, f64);

/// The rule as MODEL.md has it, month by month, for one path of (equities, fixed income); `fixed` holds one share
/// always.
fn plainly(rule: Rule, returns: &[(f64, f64)], fixed: Option<f64>) -> Vec<Line> {
    let (mut price, mut share) = (1.0_f64, 0.0_f64);
    let (mut prices, mut decisions, mut lines): (Vec<f64>, Vec<f64>, Vec<Line>) = (vec![], vec![], vec![]);
    let mut known = 0.0;
    for month in 0..=returns.len() {
        prices.push(price);
        let mut high = 0.0_f64;
        for past in &prices[month.saturating_sub(rule.window)..] {
            high = high.max(*past);
        }
        let floor = rule.floor * high;
        let cushion = (price - floor).max(0.0) / price;
        decisions.push(fixed.unwrap_or((cushion / rule.stress).clamp(0.0, rule.most)));
        let (ex_ante, ex_post, observed) = (price < known, price < floor, price);
        known = floor;
        if month == returns.len() {
            lines.push((observed, high, floor, f64::NAN, ex_ante, ex_post, 0.0));
            break;
        }
        let lag = if fixed.is_some() { 0 } else { rule.lag };
        let due = decisions[month.saturating_sub(lag)];
        let held = share;
        if month == 0 {
            share = due;
        } else if month % rule.every == 0 && rule.band.is_none_or(|band| (due - share).abs() > band) {
            price *= 1.0 - rule.cost * (due - share).abs();
            share = due;
        }
        // At the start the pool holds its share without a trade.
        let traded = if month == 0 { 0.0 } else { share - held };
        lines.push((observed, high, floor, share, ex_ante, ex_post, traded));
        let (equities, bonds) = returns[month];
        let growth = share * (1.0 + equities) + (1.0 - share) * (1.0 + bonds);
        share = share * (1.0 + equities) / growth;
        price *= growth * (1.0 - rule.fee).powf(1.0 / 12.0);
    }
    lines
}

fn config(rule: Rule) -> Plan {
    let band = rule.band.map_or(String::new(), |band| format!("band = {band}"));
    crate::case::plan(&format!(
        r#"
        start = "2021-12"
        horizon_months = 24
        paths = 10
        seed = 3
        [market]
        model = "lognormal"
        assets.equity.class = "equity"
        assets.equity.expected_return.geometric = 0.06
        assets.equity.expected_return_error = 0.02
        assets.equity.volatility.log = 0.16
        assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.01, volatility.log = 0.03 }}
        assets.unused = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.16 }}
        correlations = {{ equity.bonds = 0.1, equity.unused = 0.5, bonds.unused = 0.0 }}
        [pools.cash]
        opening_value_mnkr = 10
        fixed_income = {{ bonds = 1 }}
        rule = {{ kind = "static", share = 0 }}
        [pools.long]
        opening_value_mnkr = 1000
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        fee = {}
        rule = {{ kind = "dynamic", equity_stress = {}, max_share = {}, lag = {} }}
        floor = {{ kind = "rolling-high", share = {}, window_months = {} }}
        [pools.long.rebalancing]
        every_months = {}
        cost_bp = {}
        {band}
        [[pools.long.contributions]]
        amount_mnkr = 100
        from = "2022-06"
        every = "month"
        "#,
        rule.fee,
        rule.stress,
        rule.most,
        rule.lag,
        rule.floor,
        rule.window,
        rule.every,
        rule.cost * 10_000.0
    ))
}

/// A history of two assets that falls, recovers and falls again: 84 months from 2000-02.
fn synthetic() -> History {
    let months = crate::history::lively(84);
    let start = Month::try_from("2000-02".to_owned()).unwrap();
    History::new(
        start,
        vec!["bonds".to_owned(), "shares".to_owned()],
        ndarray::Array2::from_shape_fn((84, 2), |(month, column)| {
            let shock = if month == 30 { -0.18 } else { 0.0 };
            if column == 0 { 0.3 * months[month][1] } else { months[month][0] + shock }
        }),
    )
    .unwrap()
}

fn request(from: Option<&str>, months: Option<u32>) -> BacktestRequest {
    BacktestRequest {
        columns: [("equity".to_owned(), "shares".to_owned())].into_iter().collect(),
        from: from.map(|from| Month::try_from(from.to_owned()).unwrap()),
        months,
        ..BacktestRequest::default()
    }
}

/// Each start's figures and the first one's months are those of the plain calculation.
fn agrees(rule: Rule, found: &Backtest, returns: &[(f64, f64)]) {
    let close = |found: f64, plain: f64| (found - plain).abs() <= 1e-12 * plain.abs().max(1.0);
    let first = &found.path.rows;
    let plain = plainly(rule, &returns[..first.len() - 1], None);
    assert_eq!(first.len(), plain.len());
    for (row, (price, high, floor, share, ex_ante, ex_post, _)) in first.iter().zip(&plain) {
        let date = &row.date;
        assert!(close(row.price, *price) && close(row.high, *high) && close(row.floor.unwrap(), *floor), "{date}");
        assert!(row.share.is_none_or(|found| close(found, *share)), "{date}: {:?} against {share}", row.share);
        assert_eq!((row.breach_ex_ante, row.breach_ex_post), (*ex_ante, *ex_post), "{date}");
        assert_eq!(row.cash_lock, *share < 0.05, "{date}");
    }
    for (later, start) in found.starts.iter().enumerate() {
        let months = usize::try_from(start.months).unwrap();
        let ruled = plainly(rule, &returns[later..later + months], None);
        let mean = ruled[..months].iter().map(|line| line.3).sum::<f64>() / f64::from(start.months);
        let mix = plainly(rule, &returns[later..later + months], Some(mean));
        for (figures, lines) in [(&start.rule, &ruled), (start.static_mix.as_ref().unwrap(), &mix)] {
            let years = f64::from(start.months) / 12.0;
            assert!(close(figures.return_per_year, lines[months].0.powf(1.0 / years) - 1.0), "{}", start.start);
            let fall = lines.iter().map(|line| 1.0 - line.0 / line.1).fold(0.0, f64::max);
            let found = figures.deepest_fall_rolling;
            assert!(close(found, fall), "{}: {found} against {fall}", start.start);
            assert_eq!(figures.breaches_ex_ante, Some(lines.iter().filter(|line| line.4).count()), "{}", start.start);
            assert_eq!(figures.breaches_ex_post, Some(lines.iter().filter(|line| line.5).count()), "{}", start.start);
            let turnover = lines.iter().map(|line| line.6.abs()).sum::<f64>() / years;
            assert!(close(figures.turnover_per_year, turnover), "{}: {turnover}", start.start);
            // A mix that is seldom restored drifts around the share that it is restored to.
            let own = lines[..months].iter().map(|line| line.3).sum::<f64>() / f64::from(start.months);
            assert!(close(figures.mean_share, own), "{}: {} against {own}", start.start, figures.mean_share);
        }
        assert_eq!(
            start.rule.months_in_cash_lock,
            ruled.iter().filter(|line| line.3 < 0.05).count(),
            "{}",
            start.start
        );
    }
}

fn pairs(history: &History, equity: &str, bonds: &str) -> Vec<(f64, f64)> {
    let [equity, bonds] = [equity, bonds].map(|name| history.column(name).unwrap());
    let rows = history.joint_rows(&[equity, bonds]);
    rows.map(|row| (history.values()[(row, equity)], history.values()[(row, bonds)])).collect()
}

#[test]
fn every_start_is_the_rule_calculated_plainly() {
    let history = synthetic();
    let returns = pairs(&history, "shares", "bonds");
    for rule in [CLIENT, SLOW] {
        let found = backtest(&config(rule), &history, &request(None, None)).unwrap();
        assert_eq!((found.starts.len(), found.starts[0].start.to_string().as_str()), (73, "2000-01"));
        agrees(rule, &found, &returns);
        let ten = backtest(&config(rule), &history, &request(None, Some(30))).unwrap();
        assert!(ten.starts.len() == 55 && ten.starts.iter().all(|start| start.months == 30));
        agrees(rule, &ten, &returns);
    }
    let slow = backtest(&config(SLOW), &history, &request(None, None)).unwrap();
    let over = slow.over_starts.unwrap();
    assert!(
        over.with_breach_ex_ante.unwrap() > 0 && over.with_breach_ex_post.unwrap() > 0,
        "the history is a lively one"
    );
    assert!(over.months_in_cash_lock.max > 0.0);
}

#[test]
fn one_start_is_the_same_as_among_all() {
    let history = synthetic();
    let every = backtest(&config(SLOW), &history, &request(None, None)).unwrap();
    let one = backtest(&config(SLOW), &history, &request(Some("2001-03"), None)).unwrap();
    assert!(one.starts.is_empty() && one.over_starts.is_none());
    let same = &every.starts[14];
    assert_eq!(same.start, one.path.start.start);
    let bits = |found: &skans::study::backtest::FollowedStart| {
        [found.rule.return_per_year, found.rule.mean_share, found.difference().unwrap()].map(f64::to_bits)
    };
    assert_eq!(bits(same), bits(&one.path.start));
    assert_eq!((one.path.rows[0].date.as_str(), one.path.rows[0].price.to_bits()), ("2001-03-31", 1.0_f64.to_bits()));
    // History gives the value of the opening, without the contributions of the configuration's own calendar.
    let last = one.path.rows.last().unwrap();
    assert!((last.value / 1e9 / last.price - 1.0).abs() < 1e-12);
}

/// A start's window begins with one observation: the prices before the configuration's own start are left out.
#[test]
fn prices_before_the_configurations_start_play_no_part() {
    let (history, plan) = (synthetic(), config(CLIENT));
    let mut other = plan.clone();
    other.pools[1].history = UnitPrices::new(vec![1.5, 1.2]).unwrap();
    let [plain, with_prices] = [&plan, &other].map(|plan| {
        let found = backtest(plan, &history, &request(Some("2001-03"), None)).unwrap();
        found
            .path
            .rows
            .iter()
            .map(|row| [row.price, row.high, row.floor.unwrap()].map(f64::to_bits))
            .collect::<Vec<_>>()
    });
    assert!(plain.len() > 60 && plain == with_prices);
}

#[test]
fn the_golden_path_is_a_backtest_bit_for_bit() {
    let (_, plan, returns) = golden();
    let start = Month::try_from("2022-01".to_owned()).unwrap();
    let history = History::new(
        start,
        vec!["equity".to_owned(), "bonds".to_owned()],
        ndarray::Array2::from_shape_fn((returns.len(), 2), |(month, column)| {
            [returns[month].0, returns[month].1][column]
        }),
    )
    .unwrap();
    let found =
        backtest(&plan, &history, &BacktestRequest { from: Some(start.minus(1)), ..BacktestRequest::default() })
            .unwrap();
    let path = &trace(&plan, &[0])[0][0];
    for (at, row) in found.path.rows.iter().enumerate() {
        assert_eq!(
            [row.price, row.value, row.high, row.floor.unwrap()].map(f64::to_bits),
            [path.price[at], path.value[at], path.high[at], path.floor[at]].map(f64::to_bits),
            "{}",
            row.date
        );
        assert_eq!(row.share.map(f64::to_bits), path.share.get(at).copied().map(f64::to_bits), "{}", row.date);
    }
    assert_eq!(found.path.rows.len(), path.price.len());
}

#[test]
fn what_does_not_fit_the_history_is_told() {
    let history = synthetic();
    let said =
        |plan: &Plan, request: &BacktestRequest| backtest(plan, &history, request).map(drop).unwrap_err().to_string();
    let plan = config(CLIENT);
    for (request, expected) in [
        (BacktestRequest::default(), "no column \"equity\" for the asset equity, allowed: --column equity=NAME"),
        (
            BacktestRequest { pool: Some("longer".to_owned()), ..request(None, None) },
            "--pool: found \"longer\", allowed: one of: cash, long",
        ),
        (request(Some("1999-12"), None), "--from: found 1999-12, allowed: a month-end from 2000-01 to 2006-01"),
        (request(Some("2006-02"), None), "a month-end from 2000-01 to 2006-01"),
        (request(None, Some(11)), "--months: found 11, allowed: 12 to 84"),
        (request(None, Some(85)), "--months: found 85, allowed: 12 to 84"),
    ] {
        assert!(said(&plan, &request).contains(expected), "{}", said(&plan, &request));
    }
    let unknown = BacktestRequest {
        columns: [("x".to_owned(), "shares".to_owned())].into_iter().collect(),
        ..BacktestRequest::default()
    };
    assert_eq!(
        backtest(&plan, &history, &unknown).map(drop).unwrap_err(),
        BacktestError::NoSuchAsset { found: "x".to_owned(), allowed: "equity, bonds, unused".to_owned() }
    );
    let mut weekly = config(CLIENT);
    weekly.time = TimeGrid::new(weekly.time.months(), 4);
    assert!(said(&weekly, &request(None, None)).contains("steps_per_month: found 4"));
}
