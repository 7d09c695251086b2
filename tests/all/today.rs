//! Where a pool stands: the rule's own arithmetic on what was observed, to the last bit.

mod command;

use std::fmt::Write as _;
use std::num::NonZeroUsize;

use skans::config::values;
use skans::plan::{AfterBreach, Plan, UnitPrices, Values};
use skans::study::today::{Today, TodayError, TodayRequest, TradeOrder, today};
use skans::study::trace::trace;
use skans::units::{BasisPoints, Deviation, Level, Month, Multiple, Stress};

use crate::case::{rate, share};
use crate::golden_path;

fn values(text: &str) -> Values {
    values::read("values.csv", text.as_bytes()).unwrap_or_else(|problem| panic!("{problem}"))
}

/// The golden path's plan.
fn golden() -> Plan {
    golden_path::golden().1
}

/// Rows of prices at month-ends from the start of the golden path, written so that they read as what they were.
fn rows(head: &str, count: usize, row: impl Fn(usize) -> String) -> String {
    let start = Month::try_from("2021-12".to_owned()).unwrap();
    (0_u32..).zip(0..count).fold(format!("date,{head}\n"), |mut text, (later, month)| {
        let _ = writeln!(text, "{},{}", start.plus(later).date(), row(month));
        text
    })
}

fn stands(plan: &Plan, text: &str, request: &TodayRequest) -> Today {
    today(plan, &values(text), request).unwrap_or_else(|error| panic!("{error}"))
}

/// On the first months of a path, whichever they are, the last row is that of the run.
fn is_the_run(plan: &Plan, with_equities: bool) {
    let path = &trace(plan, &[0])[0][0];
    for last in 0..path.share.len() {
        let head = if with_equities { "price,equity_return" } else { "price" };
        let text = rows(head, last + 1, |month| {
            // The return whose growth is that of the run.
            let growth = path.equity_growth[month];
            if with_equities {
                format!("{:?},{:?}", path.price[month], growth - 1.0)
            } else {
                format!("{:?}", path.price[month])
            }
        });
        let found = stands(plan, &text, &TodayRequest { share: Some(0.3), ..TodayRequest::default() });
        let bits =
            [found.observed, found.high, found.floor, found.allowed_share, found.trade.share_after].map(f64::to_bits);
        let run = [path.price[last], path.high[last], path.floor[last], path.target[last], path.share[last]];
        assert_eq!(bits, run.map(f64::to_bits), "month {last}");
        assert_eq!(found.stress.map(f64::to_bits), Some(path.stress[last].to_bits()), "month {last}");
        let known = found.window.last().unwrap().known_floor;
        assert_eq!(known.to_bits(), path.known_floor[last].to_bits(), "month {last}");
        let breach = (path.price[last] < path.known_floor[last], path.price[last] < path.floor[last]);
        assert_eq!((found.breach_ex_ante, found.breach_ex_post), breach, "month {last}");
        assert_eq!(found.observations, (last + 1).min(25), "month {last}");
    }
}

#[test]
fn on_the_first_months_of_the_golden_path_today_is_its_last_row() {
    is_the_run(&golden(), false);
}

/// With the edge of the window open, and with no window.
#[test]
fn the_window_is_the_pools() {
    for change in
        [|plan: &mut Plan| plan.pools[0].high.closed = false, |plan: &mut Plan| plan.pools[0].high.window_months = None]
    {
        let mut plan = golden();
        change(&mut plan);
        let path = &trace(&plan, &[0])[0][0];
        for last in 0..path.share.len() {
            let text = rows("price", last + 1, |month| format!("{:?}", path.price[month]));
            let found = stands(&plan, &text, &TodayRequest::default());
            let bits = [found.high, found.floor, found.allowed_share].map(f64::to_bits);
            assert_eq!(bits, [path.high[last], path.floor[last], path.target[last]].map(f64::to_bits), "month {last}");
        }
    }
}

/// The stress tied to risk is estimated from the column of equities as a run does it.
#[test]
fn a_tied_stress_is_that_of_the_run() {
    use skans::plan::{AllocationRule, EquityStress, RiskMeasure, TiedStress};
    for measure in [
        RiskMeasure::Ewma { lambda: share(0.9) },
        RiskMeasure::Rolling { window_months: 6 },
        RiskMeasure::Quantile { window_months: 12, level: Level::new(0.1).unwrap() },
    ] {
        let mut plan = golden();
        let multiple = if matches!(measure, RiskMeasure::Quantile { .. }) { 3.0 } else { 1.5 };
        let [min, max] = [0.1, 0.5].map(|stress| Stress::new(stress).unwrap());
        let opening_volatility = Deviation::new(0.16).unwrap();
        let multiple = Multiple::new(multiple).unwrap();
        let tied = TiedStress::new(measure, multiple, [min, max], opening_volatility).unwrap();
        let rule = plan.pools[0].rule.dynamic().unwrap().with_equity_stress(EquityStress::Tied(tied)).unwrap();
        plan.pools[0].rule = AllocationRule::Dynamic(rule);
        is_the_run(&plan, true);
        let text = rows("price", 3, |_| "1".to_owned());
        let asked = |request: &TodayRequest| today(&plan, &values(&text), request);
        assert!(matches!(asked(&TodayRequest::default()), Err(TodayError::NoRisk { .. })));
        let volatility = asked(&TodayRequest { volatility: Some(0.2), ..TodayRequest::default() });
        match measure {
            RiskMeasure::Quantile { .. } => assert!(matches!(volatility, Err(TodayError::Volatility { .. }))),
            _ => assert!((volatility.unwrap().allowed_share - 0.15 / 0.3).abs() < 1e-12),
        }
        let stress = asked(&TodayRequest { stress: Some(0.5), ..TodayRequest::default() }).unwrap();
        assert!((stress.allowed_share - 0.3).abs() < 1e-12);
    }
}

/// What is said of the roll-off is what happens when the price stands still.
#[test]
fn a_roll_off_comes_when_it_is_said_to() {
    for closed in [true, false] {
        let mut plan = golden();
        plan.pools[0].high.closed = closed;
        let path = &trace(&plan, &[0])[0][0];
        let price = |month: usize| if month < 12 { path.price[month] } else { path.price[11] };
        let at = |last: usize| {
            stands(&plan, &rows("price", last + 1, |month| format!("{:?}", price(month))), &TodayRequest::default())
        };
        let said = at(11);
        assert!(said.roll_offs.len() > 1, "several highs are still to leave");
        let (mut before, mut come) = (said.high, Vec::new());
        for last in 12..48 {
            let found = at(last);
            if found.high < before {
                come.push((
                    found.date.clone(),
                    [found.high, found.floor, found.cushion, found.allowed_share].map(f64::to_bits),
                ));
            }
            before = found.high;
        }
        let told: Vec<_> = said
            .roll_offs
            .iter()
            .map(|off| (off.date.clone(), [off.high, off.floor, off.cushion, off.allowed_share].map(f64::to_bits)))
            .collect();
        assert_eq!(told, come, "closed: {closed}");
    }
}

/// A fall of just the size told leaves the floor unbroken, a little more breaks it.
#[test]
fn the_falls_told_are_those_that_break_the_floor() {
    let mut plan = golden();
    plan.pools[0].rebalancing.cost = BasisPoints::new(10.0).unwrap();
    plan.pools[0].fee = share(0.004);
    let path = &trace(&plan, &[0])[0][0];
    let text = rows("price", 12, |month| format!("{:?}", path.price[month]));
    let found = stands(&plan, &text, &TodayRequest { share: Some(0.1), value: Some(2e9), ..TodayRequest::default() });
    let share = found.trade.share_after;
    assert_eq!(found.trade.decision, TradeOrder::Buy);
    let cost = 0.001 * (share - 0.1);
    assert!((found.trade.cost.unwrap() - cost * 2e9).abs() < 1e-3);
    assert!((found.trade.amount.unwrap() - (share - 0.1) * 2e9).abs() < 1e-3);
    assert!((found.cushion_value.unwrap() - 2e9 * (1.0 - found.floor / found.observed)).abs() < 1e-3);
    let next = |equities: f64, bonds: f64| {
        let growth = 1.0 - share * equities - (1.0 - share) * bonds;
        found.observed * (1.0 - cost) * growth * (1.0 - 0.004_f64).powf(1.0 / 12.0)
    };
    let (equities, bonds) = (found.equity_fall_to_floor.unwrap(), found.fixed_income_fall_to_floor.unwrap());
    for (least, more) in
        [(next(equities - 1e-9, 0.0), next(equities + 1e-9, 0.0)), (next(0.0, bonds - 1e-9), next(0.0, bonds + 1e-9))]
    {
        assert!(least > found.next_floor && more < found.next_floor);
    }
}

#[test]
fn the_trade_keeps_to_band_day_and_lag() {
    let mut plan = golden();
    let path = trace(&plan, &[0])[0][0].clone();
    let text = rows("price", 12, |month| format!("{:?}", path.price[month]));
    let asked = |plan: &Plan, share: f64| {
        stands(plan, &text, &TodayRequest { share: Some(share), ..TodayRequest::default() }).trade
    };
    let allowed = path.target[11];
    plan.pools[0].rebalancing.band = Some(share(0.05));
    assert_eq!(asked(&plan, allowed + 0.04).decision, TradeOrder::InsideBand);
    assert_eq!(asked(&plan, allowed + 0.06).decision, TradeOrder::Sell);
    assert_eq!(asked(&plan, allowed - 0.06).decision, TradeOrder::Buy);
    assert_eq!(asked(&plan, allowed).decision, TradeOrder::None);
    // Counted from the start, 2021-12: the last row is 2022-11, the next quarter's end 2022-12.
    plan.pools[0].rebalancing.every_steps = NonZeroUsize::new(3);
    let trade = asked(&plan, 0.0);
    assert_eq!((trade.decision, trade.next_rebalancing.as_deref()), (TradeOrder::NotToday, Some("2022-12-31")));
    assert_eq!(trade.share_after.to_bits(), 0.0_f64.to_bits());
    plan.pools[0].rebalancing.every_steps = NonZeroUsize::new(11);
    let trade = asked(&plan, 0.0);
    assert_eq!((trade.decision, trade.next_rebalancing.as_deref()), (TradeOrder::Buy, Some("2023-10-31")));
    plan.pools[0].lag = 4;
    assert_eq!(asked(&plan, 0.0).share_after.to_bits(), path.target[7].to_bits());
    plan.pools[0].rebalancing.every_steps = None;
    assert_eq!(asked(&plan, 0.0).next_rebalancing, None);
    let unknown = stands(&plan, &text, &TodayRequest::default()).trade;
    assert_eq!((unknown.decision, unknown.amount), (TradeOrder::Unknown, None));
}

/// Days: their month-ends are observed, and the last row, whatever its day; under `observe = "step"` every row.
#[test]
fn of_days_the_months_last_ones_are_observed() {
    let mut plan = golden();
    let days =
        "date,price\n2023-01-10,100\n2023-01-16,130\n2023-01-31,110\n2023-02-14,125\n2023-02-28,120\n2023-03-15,115\n";
    let found = stands(&plan, days, &TodayRequest { share: Some(0.5), ..TodayRequest::default() });
    assert_eq!((found.high, found.high_date.as_str(), found.observations), (120.0, "2023-02-28", 3));
    assert_eq!(
        (found.trade.decision, found.trade.next_rebalancing.as_deref()),
        (TradeOrder::NotToday, Some("2023-03-31"))
    );
    assert_eq!(found.roll_offs[0].date, "2025-03-31");
    // In the middle of March the floor in force is February's, which March's end will be held against.
    let known =
        stands(&plan, &format!("{days}2023-03-31,115\n"), &TodayRequest::default()).window.last().unwrap().known_floor;
    assert_eq!(found.next_floor.to_bits(), known.to_bits());
    plan.pools[0].high.every_step = true;
    let found = stands(&plan, days, &TodayRequest { share: Some(0.5), ..TodayRequest::default() });
    assert_eq!((found.high, found.high_date.as_str(), found.observations), (130.0, "2023-01-16", 6));
    let told: Vec<(&str, f64)> = found.roll_offs.iter().map(|off| (off.date.as_str(), off.high)).collect();
    assert_eq!(told, [("2025-01-17", 125.0), ("2025-02-15", 120.0), ("2025-03-01", 115.0)]);
    // A row two years and a day later: the high of 16 January has left, or, on the day itself, has not.
    let later = |day: &str| {
        let mut months = String::new();
        for month in 2..24 {
            let _ = writeln!(months, "{}-{:02},115", 2023 + month / 12, month % 12 + 1);
        }
        stands(&plan, &format!("{days}{months}{day},115\n"), &TodayRequest::default()).high
    };
    assert_eq!([later("2025-01-16"), later("2025-01-17")].map(f64::to_bits), [130.0_f64, 125.0].map(f64::to_bits));
}

/// Values and flows: the price moves by what the market did alone, and the amounts are those of the last row.
#[test]
fn flows_make_no_high_and_no_breach() {
    let mut plan = golden();
    let text = "date,value_mnkr,flow_mnkr,equities_mnkr\n2024-01,1000,0,\n2024-02,1500,500,\n2024-03,1050,-300,315\n";
    let found = stands(&plan, text, &TodayRequest::default());
    assert!((found.observed - 0.9).abs() < 1e-15 && (found.high - 1.0).abs() < 1e-15);
    assert_eq!((found.high_date.as_str(), found.value), ("2024-02-29", Some(1050e6)));
    assert!((found.trade.present_share.unwrap() - 0.3).abs() < 1e-15);
    assert_eq!(found.trade.decision, TradeOrder::Sell);
    plan.pools[0].high.of = skans::plan::HighOf::MarketValue;
    let found = stands(&plan, text, &TodayRequest::default());
    assert_eq!((found.observed, found.high, found.breach_ex_post), (1050e6, 1500e6, true));
    assert_eq!((found.allowed_share, found.equity_fall_to_floor), (0.0, None));
}

#[test]
fn a_locked_pool_sells_its_equities() {
    let mut plan = golden();
    plan.pools[0].after_breach = skans::plan::AfterBreach::Locked;
    plan.pools[0].rebalancing.every_steps = NonZeroUsize::new(12);
    let text = "date,price\n2022-01,100\n2022-02,80\n2022-03,99\n2022-04,100\n";
    let found = stands(&plan, text, &TodayRequest { share: Some(0.5), ..TodayRequest::default() });
    assert!(found.locked && !found.breach_ex_ante);
    assert_eq!((found.allowed_share, found.trade.decision, found.trade.share_after), (0.0, TradeOrder::Sell, 0.0));
}

/// A fixed floor stands on the price of the start, whatever a unit costs there.
#[test]
fn a_fixed_floor_grows_from_the_start() {
    let mut plan = golden();
    plan.pools[0].floor = skans::plan::Floor::Fixed { level: share(0.9), growth: rate(0.02) };
    let text = "date,price\n2021-11,90\n2021-12,200\n2022-01,202\n2022-02,204\n";
    let text = text.replace("2021-11,90", "2021-11,190");
    let found = stands(&plan, &text, &TodayRequest::default());
    assert!((found.floor - 180.0 * 1.02_f64.powf(2.0 / 12.0)).abs() < 1e-9 && found.roll_offs.is_empty());
    assert!((found.next_floor - 180.0 * 1.02_f64.powf(3.0 / 12.0)).abs() < 1e-9);
    let late = today(&plan, &values("date,price\n2022-02,204\n"), &TodayRequest::default());
    assert!(matches!(late, Err(TodayError::NoStart { .. })));
}

/// Files cut, doubled or changed at random are an error or an answer, never a panic.
#[test]
fn mangled_values_never_panic() {
    let plan = golden();
    let text = rows("value_mnkr,flow_mnkr,equities_mnkr,equity_return", 6, |_| "100,0,40,0.01".to_owned());
    let pieces =
        [",", ";", "\n", "\r", "-", "nan", "inf", "1e999", "\"", "2024-02-30", "9999-12-31", "\u{feff}", "é", "0"];
    let (mut read, mut answered) = (0, 0);
    crate::bad_input::mangled(&text, &pieces, |text| {
        let Ok(values) = values::read("values.csv", text.as_bytes()) else { return };
        read += 1;
        answered += u32::from(today(&plan, &values, &TodayRequest::default()).is_ok());
    });
    // Some files are refused when they are read, some later, and some are answered.
    assert!((20..2900).contains(&read) && (20..=read).contains(&answered), "{read} {answered}");
}

/// A breach before the start locks the pool, and a lag reaches back to the decisions before it. It is the same in a run
/// with an opening history as where the rows are read.
#[test]
fn what_came_before_the_start_is_followed_as_in_a_run() {
    let history = [1.0, 1.3, 1.05, 1.06, 1.24, 1.25];
    for (after_breach, lag, start) in [
        (AfterBreach::Locked, 0, 1.26),
        (AfterBreach::Rule, 1, 1.26),
        (AfterBreach::Rule, 3, 1.26),
        (AfterBreach::Rule, 9, 1.26),
        (AfterBreach::Locked, 2, 1.26),
        (AfterBreach::Locked, 0, 1.0),
    ] {
        let mut plan = golden();
        let pool = &mut plan.pools[0];
        (pool.after_breach, pool.lag, pool.opening_share) = (after_breach, lag, None);
        pool.history = UnitPrices::new(history.iter().map(|price| price / start).collect()).unwrap();
        let path = &trace(&plan, &[0])[0][0];
        let months = i64::try_from(history.len()).unwrap();
        let text = (0_i64..).zip(history.iter().chain([&start])).fold(
            "date,price\n".to_owned(),
            |mut text, (month, price)| {
                let ordinal = plan.start.ordinal() - months + month;
                let _ = writeln!(text, "{}-{:02},{price:?}", ordinal.div_euclid(12), ordinal.rem_euclid(12) + 1);
                text
            },
        );
        let found = stands(&plan, &text, &TodayRequest::default());
        assert!((found.trade.due_share - path.due[0]).abs() < 1e-12, "{after_breach:?}, {lag}: {found:?}");
        assert!((path.share[0] - path.due[0]).abs() < 1e-15, "the pool opens with what is due");
        let locked = after_breach == AfterBreach::Locked;
        assert_eq!(found.locked, locked);
        assert!(!locked || path.share.iter().all(|share| share.abs() < 1e-15), "{:?}", path.share);
    }
}
