//! Calibration: known parameters are recovered with honest errors. Small histories give the figures reckoned by hand.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ndarray::Array2;
use serde_json::Value;
use skans::config::history;
use skans::kernel::Kernel;
use skans::plan::FactorKind;
use skans::study::calibrate::describe::Description;
use skans::study::calibrate::{CalibrationRequest, calibrate, correlation, lognormal};
use skans::units::Month;

use crate::bad_input::{mangled, skans};
use crate::simulated::{Row, inflation_study, lognormal_study, regimes_study, vasicek_study};

/// The share of intervals that hold the truth is within four binomial standard errors of 95 %.
fn honest<const PARAMETERS: usize>(rows: &[Row], histories: u32) {
    assert_eq!(rows.len(), PARAMETERS);
    for row in rows {
        assert!(row.known >= histories - histories / 20, "{}: {} of {histories}", row.name, row.known);
        let error = (0.95 * 0.05 / f64::from(row.known)).sqrt();
        let (deviation, mean_error) = row.deviation_and_error();
        assert!(
            (row.coverage() - 0.95).abs() < 4.0 * error,
            "{} {}: mean {}, deviation {deviation}, error {mean_error}, coverage {:.3}",
            row.name,
            row.truth,
            row.mean(),
            row.coverage()
        );
    }
}

#[test]
fn intervals_of_lognormal_rate_and_inflation_hold_the_truth_in_95_of_100_histories() {
    honest::<3>(&lognormal_study(200), 200);
    honest::<3>(&vasicek_study(200, 1.0), 200);
    honest::<3>(&vasicek_study(200, 0.2), 200);
    honest::<3>(&inflation_study(200), 200);
}

#[test]
fn intervals_of_regimes_hold_the_truth_in_about_95_of_100_histories() {
    honest::<9>(&regimes_study(200), 200);
}

#[test]
fn shrinking_moves_correlations_towards_none_and_nothing_else() {
    let rows = Array2::from_shape_fn((60, 3), |(t, k)| {
        let (t, k) = (f64::from(u32::try_from(t).unwrap()), f64::from(u32::try_from(k).unwrap()));
        0.03 * (t * t * 0.7).sin() + 0.02 * (t * t * (1.3 + k)).sin()
    });
    let (plain, shrunk) = (lognormal::fit(&rows, false), lognormal::fit(&rows, true));
    let part = 1.0 - shrunk.shrinkage.unwrap();
    assert!((0.1..0.99).contains(&part));
    for i in 0..3 {
        assert_eq!(plain.volatility[i], shrunk.volatility[i]);
        for j in (0..3).filter(|&j| j != i) {
            let expected = part * plain.correlations[i][j].value;
            assert!((shrunk.correlations[i][j].value - expected).abs() < 1e-12);
        }
    }
}

/// Twelve returns: 30 % once, then -10 % three times, and so on. Their mean is 0.
#[test]
fn figures_of_a_small_history_are_those_reckoned_by_hand() {
    let logs: Vec<f64> = [0.3_f64, -0.1, -0.1, -0.1].repeat(3).into_iter().map(f64::ln_1p).collect();
    let found = Description::of(&logs);
    let year = 1.3_f64 * 0.729;
    for (figure, found, expected) in [
        ("arithmetic", found.arithmetic, 0.0),
        ("geometric", found.geometric, year.powi(3) - 1.0),
        ("volatility", found.volatility, (12.0_f64 * 0.03 * 12.0 / 11.0).sqrt()),
        ("skewness", found.skewness, 132.0_f64.sqrt() / 10.0 * 0.006 / 0.03_f64.powf(1.5)),
        ("excess kurtosis", found.excess_kurtosis, -44.0 / 135.0),
        ("autocorrelation", found.autocorrelation, -0.25),
        ("worst month", found.worst_month, -0.1),
        ("deepest fall", found.drawdown, 1.0 - year.powi(3) / 1.3),
    ] {
        assert!((found - expected).abs() < 1e-12, "{figure}: {found} against {expected}");
    }
}

/// The third column is the sum of two that have nothing to do with each other.
#[test]
fn correlations_of_a_small_history_are_those_reckoned_by_hand() {
    let rows = Array2::from_shape_fn((4, 3), |(row, column)| {
        let [one, other] = [[0.01, -0.01, 0.01, -0.01][row], [0.01, 0.01, -0.01, -0.01][row]];
        [one, other, one + other][column]
    });
    let matrix = correlation::sample(&rows);
    for (i, j, expected) in [(0, 1, 0.0), (0, 2, 0.5_f64.sqrt()), (1, 2, 0.5_f64.sqrt()), (2, 2, 1.0)] {
        assert!((matrix[(i, j)] - expected).abs() < 1e-12, "{i}, {j}: {}", matrix[(i, j)]);
    }
}

/// A history of two assets, inflation and a rate, with a few months where one is missing.
fn sample(place: &Path) -> PathBuf {
    let mut text = "date,world_equity,bonds,cpi,rate_3m\n".to_owned();
    let start = Month::new(1999, 11).unwrap();
    for month in 0..260_u32 {
        let t = f64::from(month);
        let size = if (90..130).contains(&month) { 3.0 } else { 1.0 };
        let equity = 0.006 + 0.025 * size * ((t * t * 0.7).sin() + (t * t * 1.9).cos());
        let bonds = 0.002 + 0.005 * (t * t * 1.1).sin();
        let cpi = 0.002 + 0.002 * (t * t * 0.3).sin();
        let rate = 0.02 + 0.015 * (t * 0.06).sin() + 0.001 * (t * t).cos();
        let cpi = if month < 3 { String::new() } else { format!("{cpi:.5}") };
        let _ = writeln!(text, "{},{equity:.5},{bonds:.5},{cpi},{rate:.5}", start.plus(month));
    }
    let file = place.join("history.csv");
    fs::write(&file, text).unwrap();
    file
}

#[test]
fn the_fragment_the_figures_and_the_chart_are_made_in_both_languages_on_any_threads() {
    let place = tempfile::tempdir().unwrap();
    let file = sample(place.path());
    let run = |arguments: &[&str]| {
        let output = skans().arg("calibrate").arg(&file).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let out = place.path().join("out");
    let english = run(&["--out", &out.to_string_lossy(), "--threads", "1"]);
    assert!(
        english.contains("2000-02 to 2021-06 (257 months)") && english.contains("3 months were left out"),
        "{english}"
    );
    let fragment: toml::Table = english.parse().unwrap();
    let assets = fragment["market"]["assets"].as_table().unwrap();
    assert_eq!(assets.keys().collect::<Vec<_>>(), ["world_equity", "bonds"]);
    assert_eq!(fs::read_to_string(out.join("market.toml")).unwrap(), english);
    assert!(fs::read(out.join("charts/fit.png")).unwrap().len() > 20_000);
    let json = fs::read_to_string(out.join("calibration.json")).unwrap();
    let figures: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(figures["assets"][0]["name"], "world_equity");
    assert!(figures["rates"]["rate_3m"]["reversion"]["se"].as_f64().unwrap() > 0.0);
    assert_eq!(run(&["--format", "json", "--threads", "3"]), json);
    let swedish = run(&["--lang", "sv", "--columns", "bonds", "--from", "2003-01", "--until", "2010-12"]);
    assert!(swedish.contains("2003-01 till 2010-12 (96 månader)"), "{swedish}");
    assert!(!swedish.contains("world_equity"));
    // A second run replaces the first one's folder.
    run(&["--out", &out.to_string_lossy(), "--columns", "bonds", "--desmooth", "bonds", "--shrink"]);
    assert!(fs::read_to_string(out.join("market.toml")).unwrap().contains("De-smoothed"));
}

/// A process has one kernel, so each kernel gets a process of its own.
#[test]
fn the_figures_have_the_same_bytes_with_every_kernel() {
    let place = tempfile::tempdir().unwrap();
    let file = sample(place.path());
    let figures = |kernel: Kernel| {
        let mut command = skans();
        command.arg("calibrate").arg(&file).args(["--format", "json", "--kernel", kernel.name()]);
        command.assert().success().get_output().stdout.clone()
    };
    let portable = figures(Kernel::Portable);
    assert!(String::from_utf8_lossy(&portable).contains("\"world_equity\""));
    for kernel in Kernel::available().filter(|&kernel| kernel != Kernel::Portable) {
        assert!(figures(kernel) == portable, "{kernel:?} differs");
    }
}

#[test]
fn a_request_that_does_not_fit_the_history_gets_its_message() {
    let place = tempfile::tempdir().unwrap();
    let file = sample(place.path());
    for (arguments, expected) in [
        (&["--columns", "gold"][..], "found the column \"gold\", allowed: world_equity, bonds, cpi, rate_3m"),
        (&["--columns", "bonds,bonds"], "found the column \"bonds\" twice"),
        (&["--desmooth", "bonds,bonds"], "found the column \"bonds\" twice to de-smooth, allowed: each column once"),
        (&["--desmooth", "rate_3m"], "found the column \"rate_3m\" to de-smooth, allowed: a column of returns"),
        (&["--from", "2021-01"], "found 6 months in a row in which all of"),
        (&["--from", "2020-01", "--until", "2010-01"], "--until: found 2010-01, allowed: 2020-01 or later"),
        (&["--from", "2020"], "allowed: a month as YYYY-MM"),
        (&["--format", "csv"], "--format: found \"csv\", allowed: one of: table, json"),
    ] {
        let output = skans().arg("calibrate").arg(&file).args(arguments).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(said.contains(expected) && output.stdout.is_empty(), "{arguments:?}: {said}");
    }
    let history = history::read("h.csv", &fs::read(&file).unwrap(), 24, &[]).unwrap();
    let fitted = calibrate(&history, &CalibrationRequest::default()).unwrap();
    assert_eq!(fitted.assets.iter().map(|asset| asset.name.as_str()).collect::<Vec<_>>(), ["world_equity", "bonds"]);
}

/// A fit to nothing is a failure, with the reason, and leaves nothing behind.
#[test]
fn a_history_to_which_nothing_can_be_fitted_fails() {
    let place = tempfile::tempdir().unwrap();
    let file = sample(place.path());
    let out = place.path().join("out");
    // Seven calendar years.
    let mut command = skans();
    command.arg("calibrate").arg(&file).args(["--columns", "cpi", "--from", "2001-01", "--until", "2007-12", "--out"]);
    let output = command.arg(&out).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("nothing could be fitted to cpi: fewer than 8 values of each (calendar years"), "{said}");
    assert!(output.stdout.is_empty() && !out.exists());
}

/// The fragment, with a start, a horizon and pools around it, is a configuration.
#[test]
fn the_fragment_can_be_pasted_into_a_configuration() {
    let place = tempfile::tempdir().unwrap();
    let file = sample(place.path());
    for columns in ["world_equity,bonds", "world_equity,bonds,cpi,rate_3m"] {
        let output = skans().arg("calibrate").arg(&file).args(["--columns", columns]).output().unwrap();
        let fragment = String::from_utf8(output.stdout).unwrap();
        let text = format!(
            "start = \"2021-12\"\nhorizon_months = 12\npaths = 100\nseed = 1\n{fragment}\n\
             [pools.long]\nopening_value_mnkr = 100\nequities.world_equity = 1\nfixed_income.bonds = 1\n\
             rule = {{ kind = \"static\", share = 0.5 }}\n"
        );
        let plan = skans::config::from_text("fragment", &text).unwrap_or_else(|told| panic!("{}\n{text}", told[0]));
        let assets: Vec<&str> = plan.market.assets.iter().map(|asset| asset.name.as_str()).collect();
        assert_eq!(assets, ["world_equity", "bonds"]);
        let simulated =
            [FactorKind::ShortRate, FactorKind::Inflation].map(|kind| plan.market.law.factor(kind).is_some());
        assert_eq!(simulated, [columns.contains("rate_3m"), columns.contains("cpi")]);
    }
}

/// A file cut, doubled or changed at random is an error or a history, never a panic. What is read can be fitted or is
/// refused.
#[test]
fn mangled_histories_never_panic() {
    let place = tempfile::tempdir().unwrap();
    let text: String = fs::read_to_string(sample(place.path()))
        .unwrap()
        .lines()
        .take(40)
        .fold(String::new(), |text, line| text + line + "\n");
    let pieces = [",", "\n", "\"", "-", "nan", "1e999", ";", "0", "9", "\u{feff}", "é", "date", "%", "\r", "1e-300"];
    let mut read = 0;
    mangled(&text, &pieces, |text| {
        if let Ok(history) = history::read("mangled", text.as_bytes(), 24, &[]) {
            read += 1;
            if read % 20 == 0 {
                let _ = calibrate(&history, &CalibrationRequest::default());
            }
        }
    });
    assert!((20..2900).contains(&read), "{read}");
}
