//! Ranges of numbers with round ticks.

/// A range of numbers with a round step between its ticks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct AxisScale {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) step: f64,
}

/// The most that a chart can show: beyond it numbers are taken for it.
const MOST: f64 = 1e300;

impl AxisScale {
    /// A scale from 0 to a little above `greatest`; to 1 where there is nothing to show.
    pub(super) fn from_zero(greatest: f64) -> Self {
        let greatest = if greatest > 0.0 { greatest.min(MOST) } else { 1.0 };
        Self { low: 0.0, high: greatest * 1.04, step: round_step(greatest / 6.0) }
    }

    /// Round numbers around a range; one without width gets some.
    pub(super) fn around(low: f64, high: f64) -> Self {
        let (low, high) = (low.clamp(-MOST, MOST), high.clamp(-MOST, MOST));
        let width = (high - low).max(0.02 * low.abs().max(high.abs())).max(1e-4);
        let (middle, half) = (0.5 * (low + high), 0.5 * width);
        let step = round_step(width / 8.0);
        let (low, high) = (middle - half, middle + half);
        // A bound that is round but for its last bits is not moved by a whole step.
        Self { low: (low / step + 1e-6).floor() * step, high: (high / step - 1e-6).ceil() * step, step }
    }

    /// The multiples of the step inside the range, both ends included.
    pub(super) fn ticks(self) -> Vec<f64> {
        let first = (self.low / self.step - 1e-6).ceil();
        let mut ticks = Vec::new();
        let mut number = first;
        while number * self.step <= self.high + 1e-6 * self.step && ticks.len() < 100 {
            // Adding zero turns a negative zero into zero.
            ticks.push(number * self.step + 0.0);
            number += 1.0;
        }
        ticks
    }

    /// The place of a number: 0 at the low end, 1 at the high one; a number outside the range is at its nearer end.
    pub(super) fn part(self, x: f64) -> f64 {
        ((x - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }
}

/// A number as it is drawn: 0 where it is not known.
pub(super) fn or_zero(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not below `rough`.
pub(super) fn round_step(rough: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
    let part = rough / power;
    let round = [1.0, 2.0, 2.5, 5.0].into_iter().find(|round| part <= round * (1.0 + 1e-9));
    round.unwrap_or(10.0) * power
}

/// The number of decimals that print the multiples of a step exactly.
pub(super) fn decimals(step: f64) -> usize {
    let whole = |places: u32| {
        let shifted = step * f64::from(10_u32.pow(places));
        (shifted - shifted.round()).abs() < 1e-6 * shifted.max(1e-3)
    };
    (0_u8..8).find(|&places| whole(u32::from(places))).map_or(8, usize::from)
}

/// The charts, by the widths of what they show, that can share a scale with one of width `own`. From the widest down, a
/// group takes in all that are at least a third as wide as its widest.
pub(super) fn alike(widths: &[f64], own: f64) -> Vec<usize> {
    let mut widest = widths.iter().copied().fold(own, f64::max);
    loop {
        let inside = |width: f64| width <= widest && width >= widest / 3.0;
        if inside(own) || widest.is_nan() {
            return (0..widths.len()).filter(|&index| inside(widths[index])).collect();
        }
        let narrower = widths.iter().copied().filter(|&width| width < widest / 3.0);
        widest = narrower.fold(own, f64::max);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scales() -> Vec<AxisScale> {
        let greatest = [20_551.0, 0.189, 1e-7, 7.5e9, 1.0, 3e299];
        let ranges = [(-0.06, 0.14), (0.0049, 0.0051), (1290.0, 1320.0), (-1.0, 30.0), (0.0, 0.0), (1e12, 1e12)];
        let zero = greatest.into_iter().map(AxisScale::from_zero);
        zero.chain(ranges.into_iter().map(|(low, high)| AxisScale::around(low, high))).collect()
    }

    #[test]
    fn ticks_are_round_and_inside_the_axis() {
        for scale in scales() {
            let ticks = scale.ticks();
            assert!((2..=15).contains(&ticks.len()), "{scale:?}: {ticks:?}");
            for tick in ticks {
                assert!(tick >= scale.low - 1e-6 * scale.step && tick <= scale.high + 1e-6 * scale.step, "{scale:?}");
                let multiple = tick / scale.step;
                assert!((multiple.round() - multiple).abs() < 1e-6, "{scale:?}: {tick}");
            }
        }
    }

    #[test]
    fn a_step_is_one_two_and_a_half_or_five_times_a_power_of_ten() {
        for (rough, step) in [(0.9, 1.0), (1.0, 1.0), (2.2, 2.5), (26.0, 50.0), (0.000_11, 0.000_2), (900.0, 1000.0)] {
            assert!((round_step(rough) / step - 1.0).abs() < 1e-12, "{rough}: {}", round_step(rough));
        }
    }

    #[test]
    fn a_tick_is_printed_as_what_it_is() {
        for (step, places) in [(2500.0, 0), (2.5, 1), (0.25, 2), (0.5, 1), (20.0, 0), (0.002, 3), (0.000_25, 5)] {
            assert_eq!(decimals(step), places, "{step}");
        }
    }

    #[test]
    fn a_range_around_numbers_holds_them() {
        for (low, high) in [(-0.0312, 0.087), (0.0, 0.0), (5e9, 5e9), (-1.0, -1.0), (f64::MIN, f64::MAX)] {
            let scale = AxisScale::around(low, high);
            assert!(scale.high > scale.low && scale.part(low) < 1.0 && scale.part(high) > 0.0, "{scale:?}");
            assert!(low.abs() > MOST || (scale.low <= low && scale.high >= high), "{scale:?}");
        }
    }

    #[test]
    fn alike_charts_form_groups_from_the_widest_down() {
        let widths = [0.3, 10.0, 6.0, 0.25, 5.0];
        assert_eq!(alike(&widths, 10.0), [1, 2, 4]);
        assert_eq!(alike(&widths, 5.0), [1, 2, 4]);
        assert_eq!(alike(&widths, 0.25), [0, 3]);
        assert_eq!(alike(&[0.0, 1.0], 0.0), [0]);
    }
}
