//! The plots of one asset: history, and what the fitted laws say of it.

use super::AssetPage;
use super::law::Laws;
use crate::numerics::{normal, real};
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::{Panel, coarse};
use crate::report::chart::scene::{
    Anchor, Area, BANDS, BAR, BLACK, BLUE, DARK_BLUE, DASHED, DOTTED, GREY, RED, SOLID, Scene, Text,
};
use crate::study::calibrate::describe;
use crate::study::calibrate::falls::Falls;
use crate::texts::{Message, message};

/// Lags of autocorrelation, in months.
const LAGS: usize = 12;
/// Size of the lines under the falls.
const WORDS: f64 = 21.0;

fn range(numbers: &[f64]) -> (f64, f64) {
    let low = numbers.iter().copied().fold(f64::INFINITY, f64::min);
    (low, numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max))
}

/// Shares of months in intervals of equal width, with the laws' densities.
pub(super) fn histogram(page: &AssetPage, scene: &mut Scene, place: Area, logs: &[f64], laws: &Laws) {
    let (low, high) = range(logs);
    let x = coarse(low, high, 5.0);
    let width = x.step / 5.0;
    let bars = ((x.high - x.low) / width).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some tens of bars")]
    let mut shares = vec![0.0; bars as usize];
    let last = shares.len() - 1;
    for log in logs {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "inside the range")]
        let bar = ((log - x.low) / width) as usize;
        shares[bar.min(last)] += 1.0 / real(logs.len());
    }
    let middle = |bar: usize| x.low + width * (real(bar) + 0.5);
    let switching = laws.regimes.as_ref().map(|law| (&law.mixture, RED, SOLID));
    // The dashed line last, so that both are seen where they agree.
    let curves: Vec<_> = [switching, Some((&laws.lognormal, DARK_BLUE, DASHED))].into_iter().flatten().collect();
    let densest =
        |law: &super::law::Mixture| (0..shares.len()).map(|bar| width * law.density(middle(bar))).fold(0.0, f64::max);
    let most = curves.iter().map(|(law, ..)| densest(law)).chain(shares.iter().copied()).fold(0.0, f64::max);
    let panel = Panel { place, x, y: coarse(0.0, most, 4.0) };
    panel.grid(scene, AxisUnit::Percent, page.language);
    for (bar, &share) in shares.iter().enumerate().filter(|(_, share)| **share > 0.0) {
        let left = panel.across(x.low + width * real(bar)) + 0.5;
        let right = panel.across(x.low + width * real(bar + 1)) - 0.5;
        scene.rectangle(Area { left, top: panel.down(share), right, bottom: place.bottom }, BAR);
    }
    for (law, ink, dash) in curves {
        let points = (0..=160).map(|i| x.low + (x.high - x.low) * f64::from(i) / 160.0);
        scene.line(panel.curve(points.map(|x| (x, width * law.density(x)))), 2.5, ink, dash);
    }
    panel.number_axes(scene, AxisUnit::Percent, page.language);
}

/// The sorted log returns over the quantiles of the normal law.
pub(super) fn quantiles(page: &AssetPage, scene: &mut Scene, place: Area, logs: &[f64], laws: &Laws) {
    let mut sorted = logs.to_vec();
    sorted.sort_by(f64::total_cmp);
    let count = real(sorted.len());
    let levels: Vec<f64> = (0..sorted.len()).map(|rank| (real(rank) + 0.5) / count).collect();
    let normal: Vec<f64> = levels.iter().map(|level| normal::quantile(*level)).collect();
    let (low, high) = range(logs);
    let panel = Panel { place, x: coarse(normal[0], normal[normal.len() - 1], 6.0), y: coarse(low, high, 4.0) };
    panel.grid(scene, AxisUnit::Percent, page.language);
    for point in normal.iter().zip(&sorted) {
        scene.dot(panel.at((*point.0, *point.1)), 3.0, BLUE);
    }
    let inside = |y: &f64| (panel.y.low..=panel.y.high).contains(y);
    let mut curve = |law: &super::law::Mixture, ink, dash| {
        let points = normal.iter().zip(&levels).map(|(z, level)| (*z, law.quantile(*level)));
        scene.line(panel.curve(points.filter(|(_, y)| inside(y))), 2.5, ink, dash);
    };
    if let Some(switching) = &laws.regimes {
        curve(&switching.mixture, RED, SOLID);
    }
    curve(&laws.lognormal, DARK_BLUE, DASHED);
    panel.number_axes(scene, AxisUnit::Plain, page.language);
}

/// Bars for returns, dots for squares, the laws' as lines; between the dotted lines 95 % of those of independent
/// months.
pub(super) fn autocorrelations(page: &AssetPage, scene: &mut Scene, place: Area, logs: &[f64], laws: &Laws) {
    let centre = describe::mean(logs);
    let squares: Vec<f64> = logs.iter().map(|x| (x - centre) * (x - centre)).collect();
    let [returns, squares] = [logs, &squares[..]].map(|series| describe::autocorrelations(series, LAGS));
    let limit = crate::stats::Z_95 / real(logs.len()).sqrt();
    let expected = laws.regimes.as_ref().map(|law| law.autocorrelations(LAGS));
    let all = returns.iter().chain(&squares).chain(expected.iter().flatten().flatten());
    let (low, high) = all.fold((-limit, limit), |(low, high), x| (low.min(*x), high.max(*x)));
    let x = crate::report::chart::scale::AxisScale { low: 0.0, high: real(LAGS) + 0.7, step: 3.0 };
    let panel = Panel { place, x, y: coarse(low, high, 5.0) };
    panel.grid(scene, AxisUnit::Plain, page.language);
    for (lag, value) in returns.iter().enumerate() {
        let x = panel.across(real(lag + 1));
        let (a, b) = (panel.down(0.0), panel.down(*value));
        scene.rectangle(Area { left: x - 5.0, top: a.min(b), right: x + 5.0, bottom: a.max(b) }, BAR);
    }
    for limit in [-limit, limit] {
        scene.line(panel.level(limit), 1.5, GREY, DOTTED);
    }
    if let Some([returns, squares]) = &expected {
        for (curve, width) in [(returns, 1.5), (squares, 3.0)] {
            scene.line(panel.curve((1_u32..).map(real).zip(curve.iter().copied())), width, RED, SOLID);
        }
    }
    scene.line(panel.level(0.0), 2.5, DARK_BLUE, DASHED);
    for (lag, value) in squares.iter().enumerate() {
        scene.dot(panel.at((real(lag + 1), *value)), 5.0, DARK_BLUE);
    }
    panel.number_axes(scene, AxisUnit::Plain, page.language);
}

/// The volatility of windows of twelve months, and the laws'.
pub(super) fn volatility(page: &AssetPage, scene: &mut Scene, place: Area, logs: &[f64], laws: &Laws) {
    let rolling = describe::rolling_volatility(logs);
    let levels = laws.regimes.as_ref().map_or([laws.volatility; 2], |law| law.volatilities);
    let most = range(&rolling).1.max(levels[0]).max(levels[1]);
    let panel = Panel { place, x: months(logs), y: coarse(0.0, most, 4.0) };
    panel.grid(scene, AxisUnit::Percent, page.language);
    scene.line(panel.curve((12_u32..).map(real).zip(rolling.iter().copied())), 2.5, BLUE, SOLID);
    for level in laws.regimes.iter().flat_map(|law| law.volatilities) {
        scene.line(panel.level(level), 2.5, RED, SOLID);
    }
    scene.line(panel.level(laws.volatility), 2.5, DARK_BLUE, DASHED);
    panel.axes(scene, years(page, logs.len()).into_iter());
}

/// The fall from the highest value so far, with the laws' medians of the deepest; under it both in words.
pub(super) fn falls(page: &AssetPage, scene: &mut Scene, place: Area, logs: &[f64], falls: &Falls) {
    let history: Vec<f64> = describe::falls(logs).iter().map(|fall| -fall).collect();
    let medians = [Some(falls.lognormal[1]), falls.regimes.map(|law| law[1])];
    let deepest = medians.iter().flatten().fold(falls.history, |deepest, median| deepest.max(*median));
    let panel = Panel { place, x: months(logs), y: coarse(-deepest, 0.0, 4.0) };
    panel.grid(scene, AxisUnit::Percent, page.language);
    let curve = panel.curve((1_u32..).map(real).zip(history.iter().copied()));
    let zero: Vec<_> = curve.iter().map(|(x, _)| (*x, panel.down(0.0))).collect();
    scene.band(&zero, &curve, BANDS[1]);
    scene.line(curve, 1.5, BLUE, SOLID);
    if let Some(law) = falls.regimes {
        scene.line(panel.level(-law[1]), 2.5, RED, SOLID);
    }
    scene.line(panel.level(-falls.lognormal[1]), 2.5, DARK_BLUE, DASHED);
    panel.axes(scene, years(page, logs.len()).into_iter());
    said(page, scene, place, falls);
}

fn said(page: &AssetPage, scene: &mut Scene, place: Area, falls: &Falls) {
    let percent = |x: f64| page.language.percent(x, usize::from(deepest(falls) < 0.1));
    let of_law = |law: Message, falls: [f64; 3]| {
        let [low, median, high] = falls.map(percent);
        message!(calibration_chart_deepest_law, law, median, low, high)
    };
    let mut lines = vec![
        (message!(calibration_chart_deepest, fall = percent(falls.history)), BLACK),
        (of_law(message!(calibration_chart_lognormal), falls.lognormal), DARK_BLUE),
    ];
    lines.extend(falls.regimes.map(|regimes| (of_law(message!(calibration_chart_regimes), regimes), RED)));
    for (row, (words, ink)) in lines.into_iter().enumerate() {
        let middle = place.bottom + 62.0 + 29.0 * real(row);
        scene.text(Text::new(page.language.text(words), (place.left - 24.0, middle), Anchor::Left, WORDS, ink));
    }
}

fn deepest(falls: &Falls) -> f64 {
    falls.history.max(falls.lognormal[1])
}

fn months(logs: &[f64]) -> crate::report::chart::scale::AxisScale {
    crate::report::chart::scale::AxisScale { low: 0.0, high: real(logs.len()), step: 12.0 }
}

/// Ticks at the beginnings of years.
fn years(page: &AssetPage, months: usize) -> Vec<(f64, String)> {
    let every = match months {
        0..=48 => 1,
        49..=144 => 2,
        145..=300 => 5,
        301..=900 => 10,
        _ => 20,
    };
    let first = page.calibration.from;
    let begins = (0..=months).filter_map(|month| {
        // The month-end before the first month is the beginning.
        let end = first.ordinal() + i64::try_from(month).ok()?;
        (end.rem_euclid(12 * every) == 0).then(|| (real(month), end.div_euclid(12).to_string()))
    });
    begins.collect()
}
