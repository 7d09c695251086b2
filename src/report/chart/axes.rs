//! The frame of a chart: scales, ticks at round numbers, and time in years.

use super::canvas::{Anchor, Canvas, GREY, PALE, WIDTH, Weight};
use crate::report::text::Language;
use crate::units::Month;

/// Upper edge of the plot.
pub(super) const TOP: f64 = 152.0;
/// Lower edge of the plot.
pub(super) const BOTTOM: f64 = 783.0;
/// Size of the numbers at ticks.
const SIZE: f64 = 22.0;

/// What the numbers of an axis are.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Unit {
    /// Amounts, already in mnkr.
    Millions,
    /// Fractions, shown in percent.
    Percent,
}

/// A range of numbers with a round step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
}

impl Scale {
    /// From 0 to a round number not below `greatest`.
    pub(super) fn from_zero(greatest: f64) -> Self {
        let greatest = if greatest.is_finite() && greatest > 0.0 { greatest } else { 1.0 };
        let step = round_step(greatest / 6.0);
        Self { low: 0.0, high: greatest * 1.04, step }
    }

    /// Around a range; a range of no width gets some.
    pub(super) fn around(low: f64, high: f64) -> Self {
        let spare = (high - low).max(low.abs().max(high.abs()) * 1e-3).max(1e-6);
        let step = round_step(spare / 8.0);
        Self {
            low: (low / step).floor() * step,
            high: (high / step).ceil().max((low / step).floor() + 1.0) * step,
            step,
        }
    }

    /// The multiples of the step within the range.
    pub(super) fn ticks(self) -> Vec<f64> {
        #[allow(clippy::cast_possible_truncation, reason = "some tens of ticks")]
        let (first, last) =
            ((self.low / self.step - 1e-9).ceil() as i32, (self.high / self.step + 1e-9).floor() as i32);
        (first..=last).map(|tick| f64::from(tick) * self.step).collect()
    }

    /// Where a number lies, 0 at the low end and 1 at the high one.
    pub(super) fn part(self, x: f64) -> f64 {
        (x - self.low) / (self.high - self.low)
    }
}

/// The nearest of 1, 2, 2.5, 5 times a power of ten that is not below.
pub(super) fn round_step(rough: f64) -> f64 {
    let power = libm::pow(10.0, libm::log10(rough).floor());
    let part = rough / power;
    let round = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().find(|round| part <= round * (1.0 + 1e-9)).unwrap_or(10.0);
    round * power
}

/// How many decimals a step needs to be printed as what it is.
pub(super) fn decimals(step: f64) -> usize {
    let mut shown = step;
    let mut decimals = 0;
    while decimals < 6 && (shown.fract() - 0.5).abs() <= 0.5 - 1e-6 {
        shown *= 10.0;
        decimals += 1;
    }
    decimals
}

/// The plot of a chart: where its numbers lie on the sheet.
#[derive(Clone, Copy)]
pub(super) struct Plot {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) x: Scale,
    pub(super) y: Scale,
}

impl Plot {
    /// A plot with room for the numbers at its left and for labels of some width at its right.
    pub(super) fn new(x: Scale, y: Scale, unit: Unit, language: Language, labels: f64) -> Self {
        let numbers = y
            .ticks()
            .into_iter()
            .map(|tick| Canvas::text_width(&number(tick, y.step, unit, language), SIZE, Weight::Regular));
        let left = (numbers.fold(0.0, f64::max) + 34.0).max(112.0);
        Self { left, right: WIDTH - (labels + 34.0).max(60.0), x, y }
    }

    pub(super) fn at(&self, x: f64, y: f64) -> (f64, f64) {
        (self.across(x), self.down(y))
    }

    pub(super) fn across(&self, x: f64) -> f64 {
        self.left + (self.right - self.left) * self.x.part(x)
    }

    pub(super) fn down(&self, y: f64) -> f64 {
        BOTTOM - (BOTTOM - TOP) * self.y.part(y)
    }

    /// Lines and numbers of the value axis, to be drawn before what is shown.
    pub(super) fn value_axis(&self, canvas: &mut Canvas, unit: Unit, language: Language) {
        for tick in self.y.ticks() {
            let y = self.down(tick);
            canvas.line(&[(self.left, y), (self.right, y)], 1.0, PALE);
            let text = number(tick, self.y.step, unit, language);
            canvas.text(&text, (self.left - 14.0, y), SIZE, Weight::Regular, GREY, Anchor::Right);
        }
    }

    /// The two axes, to be drawn after what is shown.
    pub(super) fn frame(&self, canvas: &mut Canvas) {
        canvas.line(&[(self.left, TOP), (self.left, BOTTOM), (self.right, BOTTOM)], 1.3, GREY);
    }

    /// Ticks of a horizontal axis of numbers.
    pub(super) fn number_axis(&self, canvas: &mut Canvas, unit: Unit, language: Language) {
        self.frame(canvas);
        for tick in self.x.ticks() {
            self.tick(canvas, tick, &number(tick, self.x.step, unit, language));
        }
    }

    /// Ticks of a horizontal axis of months since the start: years, or months where there are few.
    pub(super) fn time_axis(&self, canvas: &mut Canvas, start: Month, months: u32) {
        self.frame(canvas);
        let (every, years) = time_step(months);
        for month in 0..=months {
            let date = start.plus(month);
            // A year begins at the end of the December before.
            let begins = date.month_of_year() == 12;
            let year = date.year() + 1;
            if years && begins && u32::try_from(year).is_ok_and(|year| year.is_multiple_of(every)) {
                self.tick(canvas, f64::from(month), &year.to_string());
            } else if !years && month.is_multiple_of(every) {
                self.tick(canvas, f64::from(month), &date.to_string());
            }
        }
    }

    fn tick(&self, canvas: &mut Canvas, x: f64, text: &str) {
        let x = self.across(x);
        canvas.line(&[(x, BOTTOM), (x, BOTTOM + 7.0)], 1.3, GREY);
        canvas.text(text, (x, BOTTOM + 25.0), SIZE, Weight::Regular, GREY, Anchor::Middle);
    }
}

/// Steps of a time axis, and whether they are years.
fn time_step(months: u32) -> (u32, bool) {
    match months {
        0..=6 => (1, false),
        7..=18 => (3, false),
        19..=35 => (6, false),
        36..=144 => (1, true),
        145..=300 => (2, true),
        301..=720 => (5, true),
        _ => (10, true),
    }
}

fn number(value: f64, step: f64, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Millions => language.number(value, decimals(step)),
        Unit::Percent => language.percent(value, decimals(100.0 * step)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside_the_axis() {
        for scale in
            [Scale::from_zero(20_551.0), Scale::from_zero(0.189), Scale::around(-0.06, 0.14), Scale::from_zero(1e-7)]
        {
            let ticks = scale.ticks();
            assert!((3..=16).contains(&ticks.len()), "{scale:?}: {ticks:?}");
            for tick in ticks {
                assert!(tick >= scale.low - 1e-9 * scale.step && tick <= scale.high + 1e-9 * scale.step);
                assert!(((tick / scale.step).round() - tick / scale.step).abs() < 1e-9);
            }
            assert!(scale.low > -1e-9 || scale.ticks()[0] < 0.0, "{scale:?}");
        }
    }

    #[test]
    fn a_step_is_printed_as_what_it_is() {
        for (step, shown) in [(2500.0, 0), (2.5, 1), (0.25, 2), (0.5, 1), (0.1, 1), (20.0, 0), (0.002, 3)] {
            assert_eq!(decimals(step), shown, "{step}");
        }
    }

    #[test]
    fn a_range_without_width_has_a_scale() {
        for (low, high) in [(0.0, 0.0), (0.005, 0.005), (1e9, 1e9), (-0.02, -0.02)] {
            let scale = Scale::around(low, high);
            assert!(scale.high > scale.low && scale.step > 0.0 && scale.ticks().len() >= 2, "{scale:?}");
        }
    }
}
