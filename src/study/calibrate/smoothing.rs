//! Series of month averages, turned into something like series of month-ends.

/// `2 - √3`: the coefficient of the moving average below.
const THETA: f64 = 0.267_949_192_431_122_7;

/// Log returns as of month-ends from log returns of averages over months.
///
/// The average over a month of a random walk has changes with ⅔ of the walk's variance and an autocorrelation of ¼
/// (Working 1960, *Econometrica* 28). That is the moving average `y[t] = (x[t] + θ x[t-1]) / (1 + θ)`, `θ = 2 - √3 ≈
/// 0.268`. Here x is uncorrelated and has the walk's variance. It is invertible: `x[t] = (1 + θ) y[t] - θ x[t-1]`,
/// begun at the mean, which is forgotten as θᵗ.
///
/// Mean and variance come back on average, and the autocorrelation that averaging made goes. What happened inside a
/// month does not come back. A crash in the middle of a month stays spread over two: October 1987 reads −13 %, and was
/// −26 %.
#[must_use]
pub fn desmoothed(logs: &[f64]) -> Vec<f64> {
    let mut before = super::describe::mean(logs);
    let step = |y: &f64| {
        before = (1.0 + THETA) * y - THETA * before;
        before
    };
    logs.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::super::describe::{autocorrelations, mean};
    use super::super::draws::Draws;
    use super::*;

    /// Month averages of a daily walk, de-smoothed, have the walk's variance and no autocorrelation left. Before, they
    /// have two thirds of the variance and an autocorrelation of a quarter (for 21 days a month, to O(1/21²)).
    #[test]
    fn averages_of_a_walk_get_their_variance_back() {
        let mut draws = Draws::new(3);
        let months = 40_000;
        let mut level = 0.0;
        let mut averages = Vec::with_capacity(months);
        for _ in 0..months {
            let mut sum = 0.0;
            for _ in 0..21 {
                level += draws.normal() / 21.0_f64.sqrt();
                sum += level;
            }
            averages.push(sum / 21.0);
        }
        let changes: Vec<f64> = averages.windows(2).map(|pair| pair[1] - pair[0]).collect();
        let variance = |x: &[f64]| mean(&x.iter().map(|x| x * x).collect::<Vec<_>>());
        // Standard error of a variance about √(2/n) = 0.7 %, and of an autocorrelation 0.5 %.
        assert!((variance(&changes) / (2.0 / 3.0) - 1.0).abs() < 0.03);
        assert!((autocorrelations(&changes, 1)[0] - 0.25).abs() < 0.02);
        let restored = desmoothed(&changes);
        assert!((variance(&restored) - 1.0).abs() < 0.03, "{}", variance(&restored));
        assert!(autocorrelations(&restored, 3).iter().all(|found| found.abs() < 0.02));
        assert!((mean(&restored) - mean(&changes)).abs() < 1e-4);
    }
}
