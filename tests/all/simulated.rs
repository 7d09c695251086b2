//! Histories made by known laws, and how often the intervals of what is fitted to them hold the truth.

use ndarray::{Array1, Array2};
use rand::rngs::ChaCha8Rng;
use rand::{Rng, SeedableRng};

use skans::stats::Estimate;
use skans::study::calibrate::{autoregression, inflation, lognormal, regimes};

/// An independent source of normal numbers.
struct Draws(ChaCha8Rng);

impl Draws {
    fn new(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    fn uniform(&mut self) -> f64 {
        (f64::from(self.0.next_u32()) + 0.5) / 4_294_967_296.0
    }

    fn normal(&mut self) -> f64 {
        let (u, v) = (self.uniform(), self.uniform());
        (-2.0 * u.ln()).sqrt() * (std::f64::consts::TAU * v).cos()
    }
}

/// What a parameter's estimates came to over many histories.
pub struct Row {
    pub name: &'static str,
    pub truth: f64,
    /// Histories with an estimate and a standard error.
    pub known: u32,
    /// Of these, whose 95 % interval holds the truth.
    pub covered: u32,
    sum: f64,
    squares: f64,
    errors: f64,
}

impl Row {
    pub fn coverage(&self) -> f64 {
        f64::from(self.covered) / f64::from(self.known)
    }

    /// The mean estimate.
    pub fn mean(&self) -> f64 {
        self.truth + self.sum / f64::from(self.known)
    }

    /// The standard deviation of the estimates, and their mean standard error.
    pub fn deviation_and_error(&self) -> (f64, f64) {
        let n = f64::from(self.known);
        ((self.squares / n - (self.sum / n) * (self.sum / n)).sqrt(), self.errors / n)
    }
}

/// Fits many histories; `one` gives name, truth and estimate of each parameter from a history's seed.
fn study(histories: u64, one: impl Fn(u64) -> Option<Vec<(&'static str, f64, Estimate)>>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for found in (0..histories).filter_map(one) {
        for (index, (name, truth, estimate)) in found.into_iter().enumerate() {
            if rows.len() == index {
                rows.push(Row { name, truth, known: 0, covered: 0, sum: 0.0, squares: 0.0, errors: 0.0 });
            }
            let row = &mut rows[index];
            if estimate.standard_error.is_finite() {
                let [low, high] = estimate.interval;
                let distance = estimate.value - truth;
                row.known += 1;
                row.covered += u32::from(low <= truth && truth <= high);
                row.sum += distance;
                row.squares += distance * distance;
                row.errors += estimate.standard_error;
            }
        }
    }
    rows
}

/// 600 months of two correlated lognormal assets.
pub fn lognormal_study(histories: u64) -> Vec<Row> {
    study(histories, |seed| {
        let mut draws = Draws::new(seed);
        let mut rows = Array2::zeros((600, 2));
        for mut row in rows.rows_mut() {
            let (a, b) = (draws.normal(), draws.normal());
            row[0] = 0.005 + 0.045 * a;
            row[1] = 0.002 + 0.01 * (0.3 * a + 0.91_f64.sqrt() * b);
        }
        let law = lognormal::fit(&rows, false);
        Some(vec![
            ("lognormal: geometric return", 0.06_f64.exp() - 1.0, law.geometric[0]),
            ("lognormal: volatility", 0.01 * 12.0_f64.sqrt(), law.volatility[1]),
            ("lognormal: correlation", 0.3, law.correlations[0][1]),
        ])
    })
}

/// 600 months of a short rate with this reversion.
pub fn vasicek_study(histories: u64, reversion: f64) -> Vec<Row> {
    let (mean, volatility) = (0.03, 0.01);
    let phi = (-reversion / 12.0).exp();
    let stationary = volatility / (2.0 * reversion).sqrt();
    study(histories, |seed| {
        let mut draws = Draws::new(1_000_000 + seed);
        let mut rate = mean + stationary * draws.normal();
        let mut rates = Vec::with_capacity(600);
        for _ in 0..600 {
            rates.push(rate);
            rate = mean + phi * (rate - mean) + stationary * (1.0 - phi * phi).sqrt() * draws.normal();
        }
        let fitted = autoregression::vasicek(&rates)?;
        Some(vec![
            ("Vasicek: mean", mean, fitted.mean),
            ("Vasicek: reversion", reversion, fitted.reversion),
            ("Vasicek: volatility", volatility, fitted.volatility),
        ])
    })
}

/// 50 years of inflation.
pub fn inflation_study(histories: u64) -> Vec<Row> {
    let (mean, phi, volatility) = (0.02_f64, 0.6_f64, 0.015);
    study(histories, |seed| {
        let mut draws = Draws::new(2_000_000 + seed);
        let mut log = mean.ln_1p() + volatility / (1.0 - phi * phi).sqrt() * draws.normal();
        let mut years = Vec::with_capacity(50);
        for _ in 0..50 {
            years.push(log);
            log = mean.ln_1p() + phi * (log - mean.ln_1p()) + volatility * draws.normal();
        }
        let fitted = inflation::inflation(&years)?;
        Some(vec![
            ("inflation: mean", mean, fitted.mean),
            ("inflation: persistence", phi, fitted.persistence),
            ("inflation: volatility", volatility, fitted.volatility),
        ])
    })
}

/// 600 months of two assets in two well-separated regimes: means, deviations, correlation by month.
pub fn regimes_study(histories: u64) -> Vec<Row> {
    let laws = [([0.011, 0.002], [0.03, 0.008], -0.2_f64), ([-0.015, 0.004], [0.075, 0.02], 0.4)];
    let leave = [0.04, 0.15];
    let year = 12.0_f64.sqrt();
    study(histories, |seed| {
        let mut draws = Draws::new(3_000_000 + seed);
        let mut regime = usize::from(draws.uniform() < leave[0] / (leave[0] + leave[1]));
        let mut rows = Array2::zeros((600, 2));
        for mut row in rows.rows_mut() {
            let (mean, deviation, correlation) = laws[regime];
            let (a, b) = (draws.normal(), draws.normal());
            let second = correlation * a + (1.0 - correlation * correlation).sqrt() * b;
            row.assign(&Array1::from(vec![mean[0] + deviation[0] * a, mean[1] + deviation[1] * second]));
            if draws.uniform() < leave[regime] {
                regime = 1 - regime;
            }
        }
        let found = regimes::fit(&rows).ok()?;
        let (calm, turbulent) = (&found.calm, &found.turbulent);
        Some(vec![
            ("regimes: leave calm", leave[0], calm.leave_per_month),
            ("regimes: leave turbulent", leave[1], turbulent.leave_per_month),
            ("regimes: share of calm", 0.15 / 0.19, calm.share),
            ("regimes: mean, calm", 12.0 * 0.011, calm.log_mean[0]),
            ("regimes: mean, turbulent", 12.0 * -0.015, turbulent.log_mean[0]),
            ("regimes: volatility, calm", year * 0.03, calm.volatility[0]),
            ("regimes: volatility, turbulent", year * 0.075, turbulent.volatility[0]),
            ("regimes: correlation, calm", -0.2, calm.correlations[0][1]),
            ("regimes: correlation, turbulent", 0.4, turbulent.correlations[0][1]),
        ])
    })
}
