//! Statistics of one history of monthly returns.

use crate::numerics::real;
use crate::plan::HistoryStatistic;

/// The figures of a history of monthly log returns, in the order of [`HistoryStatistic::ALL`]. Moments divide by the
/// number of months. At least 13 months.
#[must_use]
pub fn path_statistics(logs: &[f64]) -> [f64; HistoryStatistic::ALL.len()] {
    let simple: Vec<f64> = logs.iter().map(|&log| libm::expm1(log)).collect();
    let mean = mean_of(simple.iter().copied());
    let power = |k: i32| mean_of(simple.iter().map(|x| (0..k).fold(1.0, |product, _| product * (x - mean))));
    let (m2, m3, m4) = (power(2), power(3), power(4));
    let squares: Vec<f64> = simple.iter().map(|x| (x - mean) * (x - mean) - m2).collect();
    let levels: Vec<f64> = std::iter::once(0.0)
        .chain(logs.iter().scan(0.0, |level, log| {
            *level += log;
            Some(*level)
        }))
        .collect();
    let years: Vec<f64> = levels.windows(13).map(|year| libm::expm1(year[12] - year[0])).collect();
    let year_mean = mean_of(years.iter().copied());
    let least = |numbers: &[f64]| numbers.iter().copied().fold(f64::INFINITY, f64::min);
    let fall = levels.iter().scan(f64::NEG_INFINITY, |top, &level| {
        *top = top.max(level);
        Some(level - *top)
    });
    [
        (12.0 * m2).sqrt(),
        m3 / (m2 * m2.sqrt()),
        m4 / (m2 * m2) - 3.0,
        lagged(simple.iter().map(|x| x - mean)) / m2,
        lagged(squares.iter().copied()) / mean_of(squares.iter().map(|x| x * x)),
        mean_of(years.iter().map(|x| (x - year_mean) * (x - year_mean))).sqrt(),
        least(&simple),
        least(&years),
        libm::expm1(fall.fold(0.0, f64::min)),
    ]
}

fn mean_of(numbers: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = real(numbers.len());
    numbers.fold(0.0, |sum, x| sum + x) / count
}

/// Mean product of a number and the next.
fn lagged(numbers: impl ExactSizeIterator<Item = f64> + Clone) -> f64 {
    mean_of(numbers.clone().zip(numbers.skip(1)).map(|(one, next)| one * next))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: eleven months of nothing, a fall of half, a rise of a half, nothing.
    #[test]
    fn a_history_of_one_crash_has_its_figures() {
        let mut logs = vec![0.0; 14];
        logs[11] = libm::log(0.5);
        logs[12] = libm::log(1.5);
        let found = path_statistics(&logs);
        let close = |statistic: HistoryStatistic, exact: f64| {
            let found = found[statistic as usize];
            assert!((found - exact).abs() < 1e-12, "{statistic:?}: {found} against {exact}");
        };
        // Mean 0, Σx² = 1/2.
        close(HistoryStatistic::Volatility, (12.0 * 0.5 / 14.0_f64).sqrt());
        close(HistoryStatistic::Skew, 0.0);
        close(HistoryStatistic::ExcessKurtosis, 0.125 * 14.0 / 0.25 - 3.0);
        close(HistoryStatistic::Autocorrelation, (-0.25 / 13.0) / (0.5 / 14.0));
        close(HistoryStatistic::WorstMonth, -0.5);
        // Windows of a year: months 1 to 12 fall by half, 2 to 13 and 3 to 14 by a quarter.
        close(HistoryStatistic::Worst12Months, -0.5);
        close(HistoryStatistic::DeviationOf12Months, (2.0 / 9.0 * 0.0625_f64).sqrt());
        close(HistoryStatistic::MaxDrawdown, -0.5);
    }
}
