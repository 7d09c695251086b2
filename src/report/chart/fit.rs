//! Fitted laws against history: a page of at most four assets, side by side.

mod law;
mod page;
mod panels;
#[cfg(test)]
mod tests;

use super::Chart;
use super::font::{self, Weight};
use super::frame;
use super::scene::{BLACK, Scene, Text};
use crate::numerics::real;
use crate::stats::summary::VERSION;
use crate::study::calibrate::Calibration;
use crate::texts::{Language, message};
use law::Laws;
use page::{AssetPage, EDGES, FIRST, NUMBERS, ROW};

/// The most assets on a page.
const MOST: usize = 4;
/// Height of a page.
const PAGE: u16 = 1870;
/// Middle of the line with the assets' names.
const NAMES: f64 = 150.0;
/// The pages of a calibration; none if no assets were fitted.
#[must_use]
pub fn fit(calibration: &Calibration, file: &str, seed: u64, language: Language) -> Vec<Chart> {
    let all: Vec<usize> = (0..calibration.assets.len()).collect();
    let pages = all.chunks(MOST).len();
    let months = calibration.months;
    let version = VERSION;
    let source = language.text(message!(calibration_chart_source, version, file, months, seed));
    let chart = |(index, assets): (usize, &[usize])| {
        let (first, last) = (calibration.from.to_string(), calibration.until.to_string());
        let page = index + 1;
        let (name, title) = if pages == 1 {
            ("fit".to_owned(), message!(calibration_chart_title, first, last))
        } else {
            (format!("fit-{page}"), message!(calibration_chart_title_page, first, last, page, pages))
        };
        let note = if calibration.regimes.is_some() {
            message!(calibration_chart_note)
        } else {
            message!(calibration_chart_note_lognormal)
        };
        let title = language.text(title);
        let mut scene = frame::sheet_of(PAGE, &title, &language.text(note), &source);
        draw(&AssetPage { calibration, language, assets: assets.to_vec() }, &mut scene);
        Chart { name, title, scene }
    };
    all.chunks(MOST).enumerate().map(chart).collect()
}

/// The headings, and under them a column of plots for each asset.
fn draw(page: &AssetPage, scene: &mut Scene) {
    let headings = [
        message!(calibration_chart_histogram),
        message!(calibration_chart_quantiles),
        message!(calibration_chart_autocorrelation),
        message!(calibration_chart_volatility),
        message!(calibration_chart_drawdown),
    ];
    for (row, heading) in headings.into_iter().enumerate() {
        let baseline = FIRST + ROW * real(row) - 24.0;
        words(scene, &page.language.text(heading), (EDGES[0] + NUMBERS, baseline), (22.0, Weight::Regular), EDGES[1]);
    }
    for (column, &asset) in page.assets.iter().enumerate() {
        let name = &page.calibration.assets[asset].name;
        let place = page.place(column, 0);
        words(scene, name, (place.left, NAMES + 10.0), (25.0, Weight::SemiBold), place.right);
        let laws = Laws::of(page.calibration, asset);
        let logs = page.calibration.logs.column(asset).to_vec();
        panels::histogram(page, scene, page.place(column, 0), &logs, &laws);
        panels::quantiles(page, scene, page.place(column, 1), &logs, &laws);
        panels::autocorrelations(page, scene, page.place(column, 2), &logs, &laws);
        panels::volatility(page, scene, page.place(column, 3), &logs, &laws);
        panels::falls(page, scene, page.place(column, 4), &logs, &page.calibration.assets[asset].falls);
    }
}

/// A text cut to end before `right`.
fn words(scene: &mut Scene, words: &str, at: (f64, f64), (size, weight): (f64, Weight), right: f64) {
    let words = font::cut(words, size, weight, right - at.0);
    scene.text(Text { words, at, size, weight, ink: BLACK });
}
