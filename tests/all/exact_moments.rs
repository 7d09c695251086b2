//! The exact moments that validation holds simulated months against: of rows and of sets.

mod funds;

use std::path::Path;

use skans::config;
use skans::plan::Plan;
use skans::report::table::{Style, validation};
use skans::study::validate::{Moment, MomentLine, Validation, Verdict, validate};
use skans::texts::Language;

use crate::case::{plan_with, world};

const POOL: &str = r#"
    [pools.pool]
    opening_value_mnkr = 1
    equities.equity = 1.0
    fixed_income.bonds = 1.0
    rule = { kind = "static", share = 0.5 }
    "#;

/// A found moment with its exact value.
fn line<'a>(found: &'a Validation, of: &str, moment: Moment) -> &'a MomentLine {
    found
        .moments
        .iter()
        .find(|line| line.of == of && line.moment == moment)
        .unwrap_or_else(|| panic!("{of} {moment:?}"))
}

fn exact(found: &Validation, of: &str, moment: Moment) -> f64 {
    line(found, of, moment).exact.unwrap_or_else(|| panic!("{of} {moment:?} has no exact value"))
}

/// Held against another law, what was found differs: the comparison would tell.
fn tells_apart(found: &Validation, other: &Validation, of: &str, moment: Moment) {
    let mut line = line(found, of, moment).clone();
    assert_eq!(line.verdict(), Verdict::Agrees, "{line:?}");
    line.exact = Some(exact(other, of, moment));
    assert_eq!(line.verdict(), Verdict::Differs, "{line:?}");
}

/// Two years of monthly log returns whose months follow each other, of equities, bonds and prices.
fn rows() -> [Vec<f64>; 3] {
    let months = || (0..24).map(f64::from);
    [
        months().map(|t| 0.004 + 0.03 * (0.6 * t).sin() + if (t - 9.0).abs() < 0.5 { -0.09 } else { 0.0 }).collect(),
        months().map(|t| 0.002 + 0.01 * (0.6 * t + 1.0).sin() + 0.003 * (t * t).cos()).collect(),
        months().map(|t| 0.001 + 0.002 * (0.3 * t).sin()).collect(),
    ]
}

fn bootstrap(words: &str, equity: &str, months: u32) -> Plan {
    let [equities, bonds, prices] = rows();
    let rows = (0..24).map(|row| {
        let [equity, bonds, prices] = [&equities, &bonds, &prices].map(|series| series[row].exp_m1());
        format!("{:04}-{:02},{equity},{bonds},{prices}\n", 2000 + row / 12, row % 12 + 1)
    });
    let history = format!("date,equity,bonds,cpi\n{}", rows.collect::<String>());
    let text = format!(
        r#"
        start = "2021-10"
        horizon_months = {months}
        paths = 100
        seed = 3
        [market]
        model = "bootstrap"
        file = "history.csv"
        assets.equity = {{ class = "equity"{equity} }}
        assets.bonds.class = "fixed-income"
        bootstrap = {{ inflation_column = "cpi", {words} }}
        {POOL}
        "#
    );
    plan_with(&text, &[("history.csv", history.as_bytes())])
}

/// The moments of the rows, summed up as they stand; those of the next month are circular and cut at the ends of
/// blocks.
#[test]
fn a_bootstrap_has_the_moments_of_its_rows() {
    let months = 60;
    let found = validate(&bootstrap("mean_block_months = 4", "", months), 6000);
    let [equity, bonds, prices] = rows();
    let mean = |x: &[f64]| x.iter().sum::<f64>() / 24.0;
    let around = |x: &[f64]| x.iter().map(|value| value - mean(x)).collect::<Vec<f64>>();
    let (x, y) = (around(&equity), around(&bonds));
    let power = |k: i32| mean(&x.iter().map(|x| x.powi(k)).collect::<Vec<_>>());
    let circular = |f: fn(f64) -> f64| mean(&(0..24).map(|row| f(x[row]) * f(x[(row + 1) % 24])).collect::<Vec<_>>());
    let m2 = power(2);
    let squares = (circular(|x| x * x) - m2 * m2) / (power(4) - m2 * m2);
    let product = mean(&x.iter().zip(&y).map(|(x, y)| x * y).collect::<Vec<_>>());
    let expected = [
        ("equity", Moment::MeanLog, 12.0 * mean(&equity)),
        ("equity", Moment::Volatility, (12.0 * m2).sqrt()),
        ("equity", Moment::Skew, power(3) / m2.powf(1.5)),
        ("equity", Moment::ExcessKurtosis, power(4) / (m2 * m2) - 3.0),
        ("equity", Moment::Autocorrelation, 0.75 * circular(|x| x) / m2),
        ("equity", Moment::AutocorrelationOfSquares, 0.75 * squares),
        (
            "equity, bonds",
            Moment::Correlation,
            product / (m2 * mean(&y.iter().map(|y| y * y).collect::<Vec<_>>())).sqrt(),
        ),
        ("inflation", Moment::MeanInflation, 12.0 * mean(&prices)),
    ];
    for (of, moment, wanted) in expected {
        let has = exact(&found, of, moment);
        assert!((has - wanted).abs() < 1e-9, "{of} {moment:?}: {has} against {wanted}");
    }
    assert!(found.moments.iter().all(|line| line.verdict() == Verdict::Agrees), "{:?}", found.moments);
    let longer = validate(&bootstrap("mean_block_months = 6", "", months), 100);
    tells_apart(&found, &longer, "equity", Moment::Autocorrelation);
    tells_apart(&found, &longer, "equity", Moment::AutocorrelationOfSquares);
}

/// The worlds are re-centred, have an expected return of which the error is known, and months that keep their place in
/// the year. Their years are not whole.
#[test]
fn a_bootstrap_that_is_moved_drawn_and_aligned_has_its_moments() {
    let moved = ", expected_return.arithmetic = 0.07, expected_return_error = 0.06";
    let words = "mean_block_months = 3, align_calendar_months = true";
    let found = validate(&bootstrap(words, moved, 29), 8000);
    assert!(found.moments.iter().all(|line| line.verdict() == Verdict::Agrees), "{:?}", found.moments);
    let known = validate(&bootstrap(words, ", expected_return.arithmetic = 0.07", 29), 100);
    assert!((exact(&known, "equity", Moment::ArithmeticReturn) - 0.07).abs() < 1e-9);
    for moment in [Moment::Volatility, Moment::Autocorrelation, Moment::AutocorrelationOfSquares] {
        tells_apart(&found, &known, "equity", moment);
    }
    // Of whole years the months are the rows, each as often; these have five months more.
    let whole = validate(&bootstrap(words, "", 24), 100);
    tells_apart(&found, &whole, "bonds", Moment::MeanLog);
    let free = validate(&bootstrap("mean_block_months = 3", moved, 29), 100);
    tells_apart(&found, &free, "equity", Moment::Autocorrelation);
}

/// What has no exact value has a line that says so, and its moments are still those about its own mean.
#[test]
fn a_filtered_bootstrap_is_measured_and_compared_in_its_prices_alone() {
    let history = |row: u32| {
        let t = f64::from(row);
        format!(
            "{:04}-{:02},{},{},0.002\n",
            2000 + row / 12,
            row % 12 + 1,
            0.01 + 0.03 * (t * t).sin(),
            0.002 * (t * t).cos()
        )
    };
    let rows: String = (0..72).map(history).collect();
    let text = format!(
        "start = \"2021-12\"\nhorizon_months = 12\npaths = 100\nseed = 3\n[market]\nmodel = \"bootstrap\"\n\
         file = \"h.csv\"\n\
         assets.equity.class = \"equity\"\nassets.bonds.class = \"fixed-income\"\n\
         bootstrap = {{ filtered = true, inflation_column = \"cpi\" }}\n{POOL}"
    );
    let plan = plan_with(&text, &[("h.csv", format!("date,equity,bonds,cpi\n{rows}").as_bytes())]);
    let found = validate(&plan, 4000);
    let exact: Vec<_> = found.moments.iter().filter(|line| line.exact.is_some()).map(|line| line.of.as_str()).collect();
    assert_eq!(exact, ["inflation"]);
    assert_eq!(found.moments.len(), 2 * 7 + 1 + 1);
    let tables = validation::page(&found, &plan, Language::En, Style::Markdown);
    assert_eq!(tables.matches("no closed form").count(), 15, "{tables}");
    // Against every month of every path.
    let logs: Vec<f64> = skans_logs(&plan, 4000);
    let count = f64::from(u32::try_from(logs.len()).unwrap());
    let mean = logs.iter().sum::<f64>() / count;
    let power = |k: i32| logs.iter().map(|log| (log - mean).powi(k)).sum::<f64>() / count;
    let (skew, kurtosis) = (power(3) / power(2).powf(1.5), power(4) / (power(2) * power(2)) - 3.0);
    let measured = [
        (Moment::MeanLog, 12.0 * mean),
        (Moment::Volatility, (12.0 * power(2)).sqrt()),
        (Moment::Skew, skew),
        (Moment::ExcessKurtosis, kurtosis),
    ];
    for (moment, wanted) in measured {
        let has = line(&found, "equity", moment).found.value;
        assert!((has - wanted).abs() < 1e-9 * wanted.abs().max(1.0), "{moment:?}: {has} against {wanted}");
    }
}

/// Monthly log returns of a plan's first asset on so many paths.
fn skans_logs(plan: &Plan, paths: usize) -> Vec<f64> {
    let blocks = world(plan, paths.div_ceil(256) as u64, |step, lane| step.growth(0)[lane].ln());
    let by_path =
        blocks.into_iter().flat_map(|months| (0..256).map(move |lane| months.iter().map(|m| m[lane]).collect()));
    by_path.take(paths).flat_map(|path: Vec<f64>| path).collect()
}

fn scenarios(weights: &[u32]) -> Plan {
    let value = |path: usize, step: u32| {
        let (p, t) = (f64::from(u32::try_from(path).unwrap()), f64::from(step));
        (0.01 + 0.05 * (p * 1.7 + t * t).sin(), 0.002 + 0.01 * (p * 0.9 + t * 1.3).cos(), 0.001 * p)
    };
    let rows = (1..=weights.len()).flat_map(|path| (1..=14).map(move |step| (path, step)));
    let rows = rows.map(|(path, step)| {
        let (equity, bonds, prices) = value(path, step);
        format!("{path},{step},{equity},{bonds},{prices}\n")
    });
    let set = format!("path,step,equity,bonds,inflation\n{}", rows.collect::<String>());
    let weighted: Vec<String> = (1..).zip(weights).map(|(path, weight)| format!("{path},{weight}\n")).collect();
    let weighted = weighted.concat();
    let even = weights.iter().all(|&weight| weight == 1);
    let key = if even { "" } else { "weights = \"weights.csv\"" };
    let paths = if even { weights.len() } else { 100 };
    let text = format!(
        "start = \"2021-12\"\nhorizon_months = 14\npaths = {paths}\nseed = 3\n[market]\nmodel = \"given\"\n\
         file = \"set.csv\"\n{key}\n\
         assets.equity.class = \"equity\"\nassets.bonds.class = \"fixed-income\"\n{POOL}"
    );
    plan_with(&text, &[("set.csv", set.as_bytes()), ("weights.csv", format!("path,weight\n{weighted}").as_bytes())])
}

/// Drawn by weight the moments are the weighted ones, taken in order those of the set; each is told from the other.
#[test]
fn a_set_of_scenarios_has_its_weighted_moments() {
    let weighted = validate(&scenarios(&[5, 1, 1, 2, 0, 9]), 20_000);
    let even = validate(&scenarios(&[1; 6]), 20_000);
    assert_eq!((weighted.paths, even.paths), (20_000, 6));
    for found in [&weighted, &even] {
        assert!(found.moments.iter().all(|line| line.verdict() == Verdict::Agrees), "{:?}", found.moments);
        assert_eq!(found.moments.len(), 2 * 7 + 1 + 1);
    }
    for line in &even.moments {
        assert!((line.found.value - line.exact.unwrap()).abs() < 1e-9 * line.found.value.abs().max(1.0), "{line:?}");
    }
    for (of, moment) in [
        ("equity", Moment::MeanLog),
        ("equity", Moment::Volatility),
        ("equity", Moment::Skew),
        ("equity, bonds", Moment::Correlation),
        ("inflation", Moment::MeanInflation),
    ] {
        tells_apart(&weighted, &even, of, moment);
    }
    // By hand: prices rise by 0.1 % a month on the first path, 0.2 % on the second, and so on.
    let rise = |path: u32| 12.0 * (0.001 * f64::from(path)).ln_1p();
    let wanted = (5.0 * rise(1) + rise(2) + rise(3) + 2.0 * rise(4) + 9.0 * rise(6)) / 18.0;
    assert!((exact(&weighted, "inflation", Moment::MeanInflation) - wanted).abs() < 1e-12);
}

/// A replay is its own law.
#[test]
fn a_replay_has_its_own_moments() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/replay-2022.toml");
    let plan = config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let found = validate(&plan, 20_000);
    assert!(found.moments.iter().all(|line| line.exact.is_some()));
    let known: Vec<_> = found.moments.iter().filter(|line| !line.found.value.is_nan()).collect();
    assert!(known.len() >= 2 * plan.market.assets.len(), "a mean and a volatility of each asset: {known:?}");
    assert!(known.iter().all(|line| line.verdict() == Verdict::Agrees), "{known:?}");
}
