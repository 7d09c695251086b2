//! How fitted laws follow history: a page of at most four assets, side by side.

mod law;
mod panels;
#[cfg(test)]
mod tests;

use super::Chart;
use super::font::{self, Weight};
use super::frame;
use super::scene::{BLACK, Place, Scene, Text, WIDTH};
use crate::numerics::real;
use crate::study::calibrate::Calibration;
use crate::texts::{Language, message};
use law::Laws;

/// The most assets on a page.
const MOST: usize = 4;
/// Height of a page.
const PAGE: u16 = 1870;
/// Middle of the line with the assets' names.
const NAMES: f64 = 150.0;
/// Top of the first row of plots.
const FIRST: f64 = 230.0;
/// From one row to the next.
const ROW: f64 = 306.0;
/// Height of a plot.
const HEIGHT: f64 = 206.0;
/// Left and right of all plots.
const EDGES: [f64; 2] = [40.0, WIDTH - 40.0];
/// Room for the numbers to the left of a plot, and between plots.
const NUMBERS: f64 = 88.0;
const GAP: f64 = 26.0;

/// What the panels of a page have in common.
struct Page<'a> {
    calibration: &'a Calibration,
    language: Language,
    /// The assets on it.
    assets: Vec<usize>,
}

/// The pages of a calibration; none if no assets were fitted.
#[must_use]
pub fn fit(calibration: &Calibration, file: &str, seed: u64, language: Language) -> Vec<Chart> {
    let all: Vec<usize> = (0..calibration.assets.len()).collect();
    let pages = all.chunks(MOST).len();
    let months = calibration.months;
    let version = env!("CARGO_PKG_VERSION");
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
        Page { calibration, language, assets: assets.to_vec() }.draw(&mut scene);
        Chart { name, title, scene }
    };
    all.chunks(MOST).enumerate().map(chart).collect()
}

impl Page<'_> {
    /// The plot of an asset, counted on the page, in a row.
    fn place(&self, column: usize, row: usize) -> Place {
        let [column, row, count] = [column, row, self.assets.len()].map(real);
        let width = (EDGES[1] - EDGES[0]) / count;
        let left = EDGES[0] + width * column;
        let top = FIRST + ROW * row;
        Place { left: left + NUMBERS, top, right: left + width - GAP, bottom: top + HEIGHT }
    }

    fn draw(&self, scene: &mut Scene) {
        let headings = [
            message!(calibration_chart_histogram),
            message!(calibration_chart_quantiles),
            message!(calibration_chart_autocorrelation),
            message!(calibration_chart_volatility),
            message!(calibration_chart_drawdown),
        ];
        for (row, heading) in headings.into_iter().enumerate() {
            let baseline = FIRST + ROW * real(row) - 24.0;
            words(
                scene,
                &self.language.text(heading),
                (EDGES[0] + NUMBERS, baseline),
                (22.0, Weight::Regular),
                EDGES[1],
            );
        }
        for (column, &asset) in self.assets.iter().enumerate() {
            let name = &self.calibration.assets[asset].name;
            let place = self.place(column, 0);
            words(scene, name, (place.left, NAMES + 10.0), (25.0, Weight::SemiBold), place.right);
            let laws = Laws::of(self.calibration, asset);
            let logs = self.calibration.logs.column(asset).to_vec();
            panels::histogram(self, scene, self.place(column, 0), &logs, &laws);
            panels::quantiles(self, scene, self.place(column, 1), &logs, &laws);
            panels::autocorrelations(self, scene, self.place(column, 2), &logs, &laws);
            panels::volatility(self, scene, self.place(column, 3), &logs, &laws);
            panels::falls(self, scene, self.place(column, 4), &logs, &self.calibration.assets[asset].falls);
        }
    }
}

/// A text cut to end before `right`.
fn words(scene: &mut Scene, words: &str, at: (f64, f64), (size, weight): (f64, Weight), right: f64) {
    let words = font::cut(words, size, weight, right - at.0);
    scene.text(Text { words, at, size, weight, ink: BLACK });
}
