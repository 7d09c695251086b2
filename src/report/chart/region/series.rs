//! A line of the region's summary, year by year: bars with bands where years are few, a fan where they are many.

use super::stack::{FOR_BARS, FOR_LINES};
use super::{RegionSubject, zero};
use crate::ledger::lines::{Line, LineUnit};
use crate::report::chart::bands::{Band, BandColumns};
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{Anchor, Area, DARK_BLUE, Dash, GREY, Ink, Point, SOLID, Scene, Text};
use crate::report::chart::spread::BandsOverTime;
use crate::report::format::decimals_for_error;
use crate::stats::Estimate;
use crate::stats::figure::Statistic;
use crate::stats::summary::Distribution;
use crate::texts::Language;
use crate::units::MNKR;

/// The most years that have a bar each.
const FEW: usize = 9;
/// Size of the figures at a bar's ends.
const FIGURE: f64 = 21.0;

/// Distance from the end of a bar to the middle of its figure.
const BESIDE: f64 = 17.0;
/// Distance from a line to the middle of a figure that it does not touch.
const CLEAR: f64 = 15.0;

/// The place of a bar in the room of its year: its middle from the year's, and its width, in years.
#[derive(Clone, Copy)]
pub(super) struct BarPlace {
    middle: f64,
    width: f64,
    /// The width that it has to itself.
    room: f64,
}

/// A bar alone.
pub(super) const ALONE: BarPlace = BarPlace { middle: 0.0, width: 0.5, room: 1.0 };
/// Two beside each other.
pub(super) const PAIR: [BarPlace; 2] =
    [BarPlace { middle: -0.22, width: 0.34, room: 0.44 }, BarPlace { middle: 0.22, width: 0.34, room: 0.44 }];

impl BarPlace {
    /// The left and the right edge of a year's bar.
    pub(super) fn edges(self, panel: &Panel, year: f64) -> [f64; 2] {
        [-0.5, 0.5].map(|side| panel.across(year + self.middle + side * self.width))
    }
}

/// A line by calendar year; amounts in mnkr.
pub(super) struct YearSeries<'a> {
    line: Line,
    /// The calendar years.
    pub(super) years: Vec<f64>,
    pub(super) spread: BandsOverTime<'a>,
}

/// Whether each of the years has a bar.
pub(super) fn are_few(years: &[f64]) -> bool {
    years.len() <= FEW
}

/// The median, or the mean where the median is left out.
pub(super) fn middle(row: &Distribution) -> f64 {
    row.get(Statistic::MEDIAN).unwrap_or(row.mean).value
}

/// The number that a line is divided by to be shown.
fn scale(line: Line) -> f64 {
    match line.unit() {
        LineUnit::Amount => MNKR,
        LineUnit::Ratio => 1.0,
    }
}

impl<'a> YearSeries<'a> {
    /// A line by year; `None` where no year has it.
    pub(super) fn of(line: Line, region: &RegionSubject<'a>) -> Option<Self> {
        Self::new(line, region.rows(line), &region.bands)
    }

    /// The same to a year.
    pub(super) fn up_to(last: f64, line: Line, region: &RegionSubject<'a>) -> Option<Self> {
        Self::new(line, region.rows(line).into_iter().filter(|(year, _)| *year <= last).collect(), &region.bands)
    }

    /// The years whose middle is known; `None` if there is none.
    fn new(line: Line, rows: Vec<(f64, &'a Distribution)>, bands: &[Band]) -> Option<Self> {
        let (years, rows) = rows.into_iter().filter(|(_, row)| middle(row).is_finite()).unzip();
        let spread = BandsOverTime::new(BandColumns::of(rows)?, bands.to_vec(), scale(line));
        Some(Self { line, years, spread })
    }

    /// The same with the mean in the middle.
    pub(super) fn about_the_mean(self) -> Self {
        Self { spread: self.spread.about_the_mean(scale(self.line)), ..self }
    }

    /// The room that it needs before its first year and after its last, in years.
    pub(super) fn room(&self) -> f64 {
        if are_few(&self.years) { FOR_BARS } else { FOR_LINES }
    }

    /// The unit of its axis.
    pub(super) fn unit(&self) -> AxisUnit {
        match self.line.unit() {
            LineUnit::Amount => AxisUnit::Plain,
            LineUnit::Ratio => AxisUnit::Percent,
        }
    }

    /// The first and the last year.
    pub(super) fn span(&self) -> [f64; 2] {
        [self.years.first(), self.years.last()].map(|year| year.copied().unwrap_or(0.0))
    }

    /// The least and the greatest number that is drawn.
    pub(super) fn range(&self) -> [f64; 2] {
        self.spread.range().into()
    }

    /// Bands and middle: bars with figures at their ends, or a fan.
    pub(super) fn draw(&self, scene: &mut Scene, panel: &Panel, language: Language) {
        if are_few(&self.years) {
            self.bars(scene, panel, ALONE);
            zero(scene, panel);
            self.strokes(scene, panel, ALONE);
            self.figures(scene, panel, ALONE, language);
        } else {
            self.spread.draw_bands(scene, |numbers| self.curve(panel, numbers));
            zero(scene, panel);
            scene.line(self.curve(panel, &self.spread.centre), 3.2, DARK_BLUE, SOLID);
        }
    }

    /// A curve of one number a year.
    pub(super) fn curve(&self, panel: &Panel, numbers: &[f64]) -> Vec<Point> {
        panel.curve(self.years.iter().copied().zip(numbers.iter().copied()))
    }

    /// A bar a year, of its bands.
    pub(super) fn bars(&self, scene: &mut Scene, panel: &Panel, stand: BarPlace) {
        for (place, &year) in self.years.iter().enumerate() {
            let [left, right] = stand.edges(panel, year);
            for ([lower, upper], &ink) in self.spread.edges.iter().zip(self.spread.inks()) {
                let (top, bottom) = (panel.down(upper[place]), panel.down(lower[place]));
                scene.rectangle(Area { left, top, right, bottom }, ink);
            }
        }
    }

    /// A stroke at the middle of each bar.
    pub(super) fn strokes(&self, scene: &mut Scene, panel: &Panel, stand: BarPlace) {
        for (&year, &middle) in self.years.iter().zip(&self.spread.centre) {
            let ends = stand.edges(panel, year).map(|x| (x, panel.down(middle)));
            scene.line(ends.into(), 4.0, DARK_BLUE, SOLID);
        }
    }

    /// A line through the middles of bars.
    pub(super) fn connect(&self, scene: &mut Scene, panel: &Panel, stand: BarPlace, dash: Dash) {
        let middles = self.years.iter().zip(&self.spread.centre).map(|(year, &number)| (year + stand.middle, number));
        scene.line(panel.curve(middles), 1.8, DARK_BLUE, dash);
    }

    /// The numbers at both ends of each bar, where there is room for all.
    pub(super) fn figures(&self, scene: &mut Scene, panel: &Panel, stand: BarPlace, language: Language) {
        let Some(edges) = self.edges_that_fit(panel, stand, language) else { return };
        for (year, &upper) in self.years.iter().zip(&edges[1]) {
            let y = clear_of_zero(panel, panel.down(upper) - BESIDE, -CLEAR);
            figure_at_bar(scene, (panel.across(year + stand.middle), y), &self.figure(upper, language));
        }
        self.lower_figures(scene, panel, stand, language);
    }

    /// The numbers at the lower end of each bar that has two, where there is room for all.
    pub(super) fn lower_figures(&self, scene: &mut Scene, panel: &Panel, stand: BarPlace, language: Language) {
        let Some([lower, upper]) = self.edges_that_fit(panel, stand, language) else { return };
        for ((year, &lower), &upper) in self.years.iter().zip(lower).zip(upper) {
            let words = self.figure(lower, language);
            if words != self.figure(upper, language) {
                let y = clear_of_zero(panel, panel.down(lower) + BESIDE, CLEAR);
                figure_at_bar(scene, (panel.across(year + stand.middle), y), &words);
            }
        }
    }

    /// The outermost edges, where there is room for their numbers.
    fn edges_that_fit(&self, panel: &Panel, stand: BarPlace, language: Language) -> Option<&[Vec<f64>; 2]> {
        self.spread.edges.first().filter(|edges| self.fit(panel, stand, &edges[..], language))
    }

    /// Bars of the middle from zero, with their numbers where there is room for all.
    pub(super) fn columns(&self, scene: &mut Scene, panel: &Panel, stand: BarPlace, ink: Ink, language: Language) {
        let figures = self.fit(panel, stand, std::slice::from_ref(&self.spread.centre), language);
        for (year, &number) in self.years.iter().zip(&self.spread.centre) {
            let [left, right] = stand.edges(panel, *year);
            let (end, zero) = (panel.down(number), panel.down(0.0));
            scene.rectangle(Area { left, top: end.min(zero), right, bottom: end.max(zero) }, ink);
            let words = self.figure(number, language);
            if figures && words != self.figure(0.0, language) {
                figure_at_bar(scene, (0.5 * (left + right), end.min(zero) - BESIDE), &words);
            }
        }
    }

    /// A number as it stands at a bar.
    fn figure(&self, number: f64, language: Language) -> String {
        match self.unit() {
            AxisUnit::Plain => language.number(number, 0),
            AxisUnit::Percent => language.percent(number, 0),
        }
    }

    /// Whether all numbers have room beside each other.
    fn fit(&self, panel: &Panel, stand: BarPlace, numbers: &[Vec<f64>], language: Language) -> bool {
        let year = (panel.place.right - panel.place.left) / (panel.x.high - panel.x.low);
        let numbers = numbers.iter().flatten();
        let widths = numbers.map(|number| font::width(&self.figure(*number, language), FIGURE, Weight::Regular));
        widths.fold(0.0, f64::max) + 8.0 < stand.room * year
    }

    /// Labels at the end: of the middle, and of the edges, whose numbers stand at bars already.
    pub(super) fn labels(&self, region: &RegionSubject, panel: &Panel) -> Vec<EndLabel> {
        let print = |estimate| self.print(estimate, region.language);
        let mut labels = self.spread.labels(region.run, |y| panel.down(y), print);
        if are_few(&self.years) {
            labels.drain(..labels.len().saturating_sub(1));
            labels.extend([0, 1].into_iter().filter_map(|side| self.level_label(side, panel, region.language)));
        }
        labels
    }

    /// The level of the lower (0) or upper (1) edge, at its end.
    pub(super) fn level_label(&self, side: usize, panel: &Panel, language: Language) -> Option<EndLabel> {
        let (band, edges) = (self.spread.bands.first()?, self.spread.edges.first()?);
        let level = [band.level, 1.0 - band.level][side];
        Some(EndLabel::new([language.level(level)], panel.down(*edges[side].last()?), GREY))
    }

    /// A label of the middle by a name.
    pub(super) fn named(&self, name: &str, panel: &Panel, ink: Ink, language: Language) -> EndLabel {
        let last = self.spread.centre.last().copied().unwrap_or(0.0);
        EndLabel::new([name.to_owned(), self.print(self.spread.last_centre(), language)], panel.down(last), ink)
    }

    /// A label of the last column, whose number stands at it already where columns are few.
    pub(super) fn column_label(&self, name: &str, panel: &Panel, ink: Ink, language: Language) -> EndLabel {
        if !are_few(&self.years) {
            return self.named(name, panel, ink, language);
        }
        EndLabel::new([name.to_owned()], panel.down(self.spread.centre.last().copied().unwrap_or(0.0)), ink)
    }

    /// An estimate to the digits that its error allows.
    pub(super) fn print(&self, estimate: Estimate, language: Language) -> String {
        match self.line.unit() {
            LineUnit::Amount => language.amount(estimate),
            LineUnit::Ratio => {
                let half = 100.0 * estimate.half_width();
                language.percent(estimate.value, decimals_for_error(half, 1))
            }
        }
    }
}

/// The height of a figure, moved away from the line at zero where it would lie on it.
fn clear_of_zero(panel: &Panel, y: f64, away: f64) -> f64 {
    let zero = panel.down(0.0);
    if (y - zero).abs() < CLEAR { zero + away } else { y }
}

/// A figure at the end of a bar.
fn figure_at_bar(scene: &mut Scene, at: Point, words: &str) {
    scene.text_on_white(Text::new(words, at, Anchor::Middle, FIGURE, GREY));
}
