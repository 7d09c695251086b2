//! The spread of a quantity's outcomes, time by time: bands between its quantiles, and their middle.

use super::Run;
use super::bands::{Band, BandColumns};
use super::labels::EndLabel;
use super::scene::{BANDS, DARK_BLUE, GREY, Ink, Point, Scene};
use crate::stats::Estimate;
use crate::stats::figure::Statistic;
use crate::texts::message;

/// A quantity over time: bands of lower and upper curve from the outermost, and the middle.
pub(super) struct BandsOverTime<'a> {
    columns: BandColumns<'a>,
    pub(super) bands: Vec<Band>,
    pub(super) edges: Vec<[Vec<f64>; 2]>,
    pub(super) centre: Vec<f64>,
    has_median: bool,
}

impl<'a> BandsOverTime<'a> {
    /// The bands whose quantiles are known of those wanted, and the median, or the mean where that is left out; in
    /// units of `unit`.
    pub(super) fn new(columns: BandColumns<'a>, wanted: Vec<Band>, unit: f64) -> Self {
        let edges = |band: &Band| {
            let [low, high] = band.quantiles();
            Some([columns.quantile(low, unit)?, columns.quantile(high, unit)?])
        };
        let (bands, edges) = wanted.into_iter().filter_map(|band| edges(&band).map(|edges| (band, edges))).unzip();
        let (centre, has_median) = columns.centre(unit);
        Self { columns, bands, edges, centre, has_median }
    }

    /// The widest band alone.
    pub(super) fn of_one_band(mut self) -> Self {
        self.bands.truncate(1);
        self.edges.truncate(1);
        self
    }

    /// The mean in the middle.
    pub(super) fn about_the_mean(mut self, unit: f64) -> Self {
        self.centre = self.columns.mean(unit);
        self.has_median = false;
        self
    }

    /// The last numbers once more: what is held through the last month.
    pub(super) fn held_to_the_end(mut self) -> Self {
        for line in self.edges.iter_mut().flatten().chain([&mut self.centre]) {
            line.extend(line.last().copied());
        }
        self
    }

    /// The least and the greatest number that is drawn.
    pub(super) fn range(&self) -> (f64, f64) {
        let all = self.edges.iter().take(1).flatten().chain([&self.centre]).flatten();
        all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &x| (low.min(x), high.max(x)))
    }

    /// The greatest number that is drawn, or 0.
    pub(super) fn greatest(&self) -> f64 {
        self.range().1.max(0.0)
    }

    /// The bands' inks, from the outermost.
    pub(super) fn inks(&self) -> &'static [Ink] {
        &BANDS[BANDS.len() - self.edges.len().min(BANDS.len())..]
    }

    /// Areas between curves.
    pub(super) fn draw_bands(&self, scene: &mut Scene, curve: impl Fn(&[f64]) -> Vec<Point>) {
        for ([lower, upper], &ink) in self.edges.iter().zip(self.inks()) {
            scene.band(&curve(upper), &curve(lower), ink);
        }
    }

    /// The last estimate of the middle.
    pub(super) fn last_centre(&self) -> Estimate {
        self.columns.last(if self.has_median { Statistic::MEDIAN } else { Statistic::Mean })
    }

    /// Labels of the middle and, where they print as other numbers, of the outermost edges.
    pub(super) fn labels(
        &self,
        run: &Run,
        down: impl Fn(f64) -> f64,
        print: impl Fn(Estimate) -> String,
    ) -> Vec<EndLabel> {
        let name = run.text(if self.has_median { message!(chart_median_end) } else { message!(chart_mean_end) });
        let centre = print(self.last_centre());
        let end = |numbers: &[f64]| down(numbers.last().copied().unwrap_or(0.0));
        let mut labels = Vec::new();
        if let (Some(band), Some(edges)) = (self.bands.first(), self.edges.first()) {
            let levels = [band.level, 1.0 - band.level];
            for ((level, quantile), numbers) in levels.into_iter().zip(band.quantiles()).zip(edges) {
                let printed = print(self.columns.last(Statistic::Quantile(quantile)));
                if printed != centre {
                    labels.push(EndLabel::new([run.language.level(level), printed], end(numbers), GREY));
                }
            }
        }
        labels.push(EndLabel::new([name, centre], end(&self.centre), DARK_BLUE));
        labels
    }
}

/// The ends of an interval, or the estimate where it is open.
pub(super) fn ends(estimate: Estimate) -> [f64; 2] {
    estimate.interval.map(|bound| if bound.is_finite() { bound } else { estimate.value })
}
