//! What happened, put in a run: replays, and crises in simulated worlds, month by month.

use skans::plan::{CrisisStart, MonthRange, Plan, crises};

use crate::case::{load, mean_and_error, plan, plan_with, world};
use skans::stats::figure::{PoolFigure, Term};

/// A world of global equities and a fund called `other`; its tables may go on in `market`.
fn text(head: &str, market: &str) -> String {
    format!(
        r#"
        start = "2020-12"
        seed = 3
        {head}
        [market]
        {market}
        [pools.pool]
        opening_value_mnkr = 1
        equities.equity = 1.0
        fixed_income.other = 1.0
        rule = {{ kind = "static", share = 0.5 }}
        "#
    )
}

const LOGNORMAL: &str = r#"
        model = "lognormal"
        assets.equity.class = "equity"
        assets.equity.column = "equity_global_sek"
        assets.equity.expected_return.geometric = 0.05
        assets.equity.volatility.log = 0.15
        assets.other = { class = "fixed-income", expected_return.geometric = 0.02, volatility.log = 0.03 }
        correlations.equity.other = 0.1"#;

fn lognormal(head: &str, crisis: &str) -> Plan {
    plan(&text(&format!("horizon_months = 60\npaths = 1000\n{head}"), &format!("{LOGNORMAL}\n{crisis}")))
}

fn crisis(name: &str, column: usize) -> Vec<f64> {
    let history = &crises().iter().find(|crisis| crisis.name.key() == name).unwrap().history;
    history.values().column(column).iter().map(|x| 1.0 + x).collect()
}

/// Bits of both assets' growth and of consumer prices'.
fn bits(plan: &Plan) -> Vec<Vec<Vec<[u64; 3]>>> {
    world(plan, 4, |step, lane| [step.growth(0)[lane], step.growth(1)[lane], step.inflation()[lane]].map(f64::to_bits))
}

/// From 2022-06 on, the 18th month, seventeen months are those of 2007-11 to 2009-03. All others, and all of the other
/// asset, have the bits that they have without it.
#[test]
fn a_crisis_takes_the_place_of_its_months_and_of_nothing_else() {
    let happened = crisis("2007-09 financial", 0);
    let with = bits(&lognormal("", "crisis = { name = \"2007-09 financial\", at = \"2022-06\" }"));
    for (with, without) in with.iter().zip(bits(&lognormal("", ""))) {
        for (month, (with, without)) in with.iter().zip(without).enumerate() {
            for ([equity, other, prices], [equity_without, other_without, prices_without]) in with.iter().zip(without) {
                let expected = if (17..34).contains(&month) { happened[month - 17].to_bits() } else { equity_without };
                assert_eq!((*equity, *other, *prices), (expected, other_without, prices_without), "month {month}");
            }
        }
    }
}

/// Each path has its crisis once, whole, at a month of its own, each of those allowed as likely; outside it is as
/// without.
#[test]
fn a_random_crisis_comes_once_on_each_path_at_any_month_allowed() {
    let happened: Vec<u64> = crisis("2020 pandemic", 0).into_iter().map(f64::to_bits).collect();
    let with = lognormal("", "crisis = { name = \"2020 pandemic\", between = [\"2021-03\", \"2022-02\"] }");
    let start = with.market.crisis.as_ref().unwrap().start;
    assert_eq!(start, CrisisStart::Random(MonthRange::new(2, 13).unwrap()));
    let mut counts = [0_u32; 14];
    let base = lognormal("", "");
    let of = |plan: &Plan| world(plan, 40, |step, lane| step.growth(0)[lane].to_bits());
    for (with, without) in of(&with).iter().zip(of(&base)) {
        for lane in 0..256 {
            let begun = (0..60).find(|&month| with[month][lane] != without[month][lane]).unwrap();
            counts[begun] += 1;
            for month in 0..60 {
                let inside = (begun..begun + 3).contains(&month);
                let expected = if inside { happened[month - begun] } else { without[month][lane] };
                assert_eq!(with[month][lane], expected);
            }
        }
    }
    let expected = 40.0 * 256.0 / 12.0;
    assert_eq!(counts[..2], [0, 0]);
    for count in &counts[2..] {
        assert!((f64::from(*count) - expected).abs() < 4.0 * f64::sqrt(expected), "{counts:?}");
    }
}

/// Late in the horizon a crisis is cut off; a path's month does not depend on the number of paths.
#[test]
fn a_crisis_may_be_cut_off_by_the_horizon() {
    let plan = lognormal("", "crisis = { name = \"1929-32 depression\", at = \"2025-12\" }");
    let last = bits(&plan)[0][59][7][0];
    assert_eq!(last, (1.0_f64 - 0.05).to_bits());
}

/// Consumer prices are the crisis' where the world simulates them; a world of one rate keeps it.
#[test]
fn prices_are_the_crisis_where_they_are_simulated() {
    let happened = crisis("1973-74 oil", 4);
    let simulated = "inflation = { start = 0.02, mean = 0.02, persistence = 0.6, volatility = 0.01 }";
    let crisis = "crisis = { name = \"1973-74 oil\", at = \"2021-01\" }";
    let with = bits(&lognormal("", &format!("{simulated}\n{crisis}")));
    let without = bits(&lognormal("", simulated));
    for month in 0..60 {
        let expected = happened.get(month).map_or(without[0][month][5][2], |growth| growth.to_bits());
        assert_eq!(with[0][month][5][2], expected, "month {month}");
    }
    let constant = bits(&lognormal("inflation = 0.02", crisis));
    assert!(constant[0].iter().flatten().all(|[_, _, prices]| *prices == 1.0_f64.to_bits()));
}

/// A crisis in bootstrapped and in switching worlds leaves their draws alone too.
#[test]
fn other_worlds_go_on_under_a_crisis() {
    let history: String = (0..36).fold("date,equity_global_sek,other\n".to_owned(), |text, month| {
        let (year, of_year) = (2000 + month / 12, month % 12 + 1);
        text + &format!("{year}-{of_year:02},{:.4},0.00{}\n", 0.001 * f64::from(month) - 0.015, month % 7 + 1)
    });
    let world = |crisis: &str| {
        let market = format!(
            r#"
            model = "bootstrap"
            file = "history.csv"
            assets.equity = {{ class = "equity", column = "equity_global_sek" }}
            assets.other.class = "fixed-income"
            {crisis}"#
        );
        bits(&plan_with(&text("horizon_months = 36", &market), &[("history.csv", history.as_bytes())]))
    };
    let (with, without) = (world("crisis = { name = \"2022 rates\", at = \"2021-07\" }"), world(""));
    for month in (0..6).chain(18..36) {
        assert_eq!(with[1][month], without[1][month], "month {month}");
    }
    assert_ne!(with[1][6], without[1][6]);
}

/// What a crisis does not know is told.
#[test]
fn assets_that_go_on_are_told() {
    let notes = lognormal("", "crisis = { name = \"1987 crash\" }").market_notes();
    assert_eq!(
        notes.iter().map(ToString::to_string).collect::<Vec<_>>(),
        [
            "crisis: 1987 crash, 1987-09 to 1987-12 (4 months), from a month drawn evenly from 2021-01 to 2025-09",
            "crisis: other goes on as in other months in 4 of 4 months",
        ]
    );
}

const REPLAY: &str = r#"
        model = "replay"
        assets.equity = { class = "equity", column = "equity_sweden", expected_return.geometric = 0.06 }
        assets.other = { class = "fixed-income", column = "bonds_medium_sek", expected_return.arithmetic = 0.02 }"#;

/// Month by month what happened in 2022, then the expected return of each.
#[test]
fn a_replay_is_what_happened_and_then_what_is_expected() {
    let market = format!("{REPLAY}\nreplay = {{ crisis = \"2022 rates\", inflation_column = \"inflation\" }}");
    let plan = plan(&text("horizon_months = 20\npaths = 1\ninflation = 0.02", &market));
    let months = world(&plan, 1, |step, lane| [step.growth(0)[lane], step.growth(1)[lane], step.inflation()[lane]]);
    let happened = [1, 3, 4].map(|column| crisis("2022 rates", column));
    let expected = [1.06_f64, 1.02, 1.02].map(|growth| growth.powf(1.0 / 12.0));
    for (month, lanes) in months[0].iter().enumerate() {
        for series in 0..3 {
            let due = happened[series].get(month).copied().unwrap_or(expected[series]);
            assert!(lanes.iter().all(|lane| (lane[series] - due).abs() < 1e-15), "month {month}, series {series}");
        }
    }
    assert_eq!(
        plan.market_notes()[1].to_string(),
        "replay: equity grows as expected in 8 of 20 months, which have no value"
    );
}

/// Of one path nothing was drawn: what happens to it is certain, and its charts show it over time.
#[test]
fn a_replay_is_certain_and_has_no_distributions() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/replay-2022.toml");
    let plan = skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let result = skans::study::run::run(&plan, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    for (_, pool) in &result.summary.pools {
        let loss = pool[PoolFigure::Loss(Term::Years(1))];
        assert!(loss.interval.iter().all(|bound| (bound - loss.value).abs() < 1e-15));
    }
    let charts = skans::report::chart::run(&plan, &result, skans::texts::Language::En, "");
    assert!(charts.iter().any(|chart| chart.name == "paths-long"));
    assert!(!charts.iter().any(|chart| chart.name.starts_with("return-") || chart.name.starts_with("breach-")));
}

/// A history from a file, from a month within it; an empty cell is what is expected.
#[test]
fn a_history_is_replayed_from_its_month() {
    let history = "date,equity_sweden,bonds_medium_sek\n2000-01,0.01,0.001\n2000-02,0.02,\n2000-03,0.03,0.003\n";
    let market = format!("file = \"history.csv\"\n{REPLAY}\nreplay.from = \"2000-02\"");
    let plan = plan_with(&text("horizon_months = 3\npaths = 1", &market), &[("history.csv", history.as_bytes())]);
    let months = world(&plan, 1, |step, lane| [step.growth(0)[lane], step.growth(1)[lane]]);
    let [equity, other] = [1.06_f64, 1.02].map(|growth| growth.powf(1.0 / 12.0));
    for (lanes, [a, b]) in months[0].iter().zip([[1.02, other], [1.03, 1.003], [equity, other]]) {
        assert!((lanes[0][0] - a).abs() < 1e-15 && (lanes[0][1] - b).abs() < 1e-15, "{lanes:?}");
    }
    let without = market.replace(", expected_return.arithmetic = 0.02", "");
    let told = load(&text("horizon_months = 3\npaths = 1", &without), &[("history.csv", history.as_bytes())]);
    assert!(told.is_err_and(|told| told.contains("2 months of the run without a value")));
}

/// On average a crisis costs what it cost. The mean log growth with it is the mean without, less the months it took,
/// plus its own.
#[test]
fn the_mean_with_a_crisis_is_that_of_its_months() {
    let plan = lognormal("", "crisis = { name = \"2000-03 technology\", between = [\"2021-01\", \"2023-01\"] }");
    let logs = world(&plan, 40, |step, lane| step.growth(0)[lane].ln());
    let paths: Vec<f64> =
        logs.iter().flat_map(|block| (0..256).map(|lane| block.iter().map(|month| month[lane]).sum())).collect();
    let happened: f64 = crisis("2000-03 technology", 0).iter().map(|growth| growth.ln()).sum();
    let (mean, error) = mean_and_error(&paths);
    let exact = happened + 29.0 / 12.0 * 1.05_f64.ln();
    assert!((mean - exact).abs() < 4.0 * error, "{mean} ± {error} against {exact}");
}
