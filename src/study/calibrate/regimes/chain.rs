//! The law of two regimes, its exact likelihood, and the regimes' probabilities given a history.

use ndarray::Array2;

use crate::study::calibrate::normal::Normal;

/// A Markov chain of two regimes with a joint normal law of the month's log returns in each.
#[derive(Debug, Clone, PartialEq)]
pub struct FittedChain {
    /// The probability to leave each regime, a month.
    pub leave: [f64; 2],
    /// The law in each regime.
    pub laws: [Normal; 2],
}

/// What a history says of the regimes.
#[derive(Debug, Clone)]
pub struct Smoothed {
    /// The log-likelihood.
    pub log_likelihood: f64,
    /// P(regime j in month t | all months), by month.
    pub weights: Vec<[f64; 2]>,
    /// The expected number of moves from regime i to j, by (i, j).
    pub moves: [[f64; 2]; 2],
}

/// One month of the filter.
struct FilteredMonth {
    /// P(regime j | months up to and with this one).
    now: [f64; 2],
    /// The densities in each regime, divided by the greater.
    density: [f64; 2],
    /// The density of the month given those before, divided by the same.
    whole: f64,
}

impl FittedChain {
    /// The long-run part of months in each regime, `leave[1 - j] / (leave[0] + leave[1])`.
    #[must_use]
    pub fn stationary(&self) -> [f64; 2] {
        let whole = self.leave[0] + self.leave[1];
        [self.leave[1] / whole, self.leave[0] / whole]
    }

    /// P(regime j next month), from probabilities now.
    fn next(&self, now: [f64; 2]) -> [f64; 2] {
        let [p, q] = self.leave;
        [now[0] * (1.0 - p) + now[1] * q, now[0] * p + now[1] * (1.0 - q)]
    }

    /// The filter of Hamilton (1989, *Econometrica* 57): calls `each` month by month, and gives the log-likelihood.
    fn filter(&self, rows: &Array2<f64>, mut each: impl FnMut(FilteredMonth)) -> f64 {
        let mut expected = self.stationary();
        let mut log_likelihood = 0.0;
        for row in rows.rows() {
            let logs = [self.laws[0].log_density(&row), self.laws[1].log_density(&row)];
            let most = logs[0].max(logs[1]);
            let density = logs.map(|log| libm::exp(log - most));
            let joint = [expected[0] * density[0], expected[1] * density[1]];
            let whole = joint[0] + joint[1];
            log_likelihood += most + libm::log(whole);
            let now = joint.map(|joint| joint / whole);
            expected = self.next(now);
            each(FilteredMonth { now, density, whole });
        }
        log_likelihood
    }

    /// The exact log-likelihood of a history.
    #[must_use]
    pub fn log_likelihood(&self, rows: &Array2<f64>) -> f64 {
        self.filter(rows, |_| ())
    }

    /// The regimes' probabilities and moves given the whole history: the forward–backward algorithm of Baum et al.
    /// (1970, *Annals of Mathematical Statistics* 41), scaled month by month.
    #[must_use]
    pub fn smoothed(&self, rows: &Array2<f64>) -> Smoothed {
        let mut months = Vec::with_capacity(rows.nrows());
        let log_likelihood = self.filter(rows, |month| months.push(month));
        let stay = [[1.0 - self.leave[0], self.leave[0]], [self.leave[1], 1.0 - self.leave[1]]];
        let mut later = [1.0; 2];
        let mut weights = vec![[0.0; 2]; months.len()];
        let mut moves = [[0.0; 2]; 2];
        for t in (0..months.len()).rev() {
            weights[t] = [months[t].now[0] * later[0], months[t].now[1] * later[1]];
            if t == 0 {
                break;
            }
            let FilteredMonth { density, whole, .. } = &months[t];
            let ahead = [density[0] * later[0] / whole, density[1] * later[1] / whole];
            for (i, before) in months[t - 1].now.iter().enumerate() {
                for j in 0..2 {
                    moves[i][j] += before * stay[i][j] * ahead[j];
                }
                later[i] = stay[i][0] * ahead[0] + stay[i][1] * ahead[1];
            }
        }
        Smoothed { log_likelihood, weights, moves }
    }

    /// The mean over columns of the log of the regime's volatility.
    fn log_volatility(&self, regime: usize) -> f64 {
        let deviations = self.laws[regime].deviations();
        deviations.iter().fold(0.0, |sum, deviation| sum + libm::log(*deviation))
    }

    /// The same law with the regime of lower volatility (geometric mean over the columns) first.
    #[must_use]
    pub fn calm_first(self) -> Self {
        if self.log_volatility(0) <= self.log_volatility(1) {
            return self;
        }
        let Self { leave: [p, q], laws: [first, second] } = self;
        Self { leave: [q, p], laws: [second, first] }
    }

    /// The law of rows that were standardised by these (mean, deviation).
    pub(super) fn scaled_back(&self, scales: &[(f64, f64)]) -> Self {
        let back = |law: &Normal| {
            let mut law = law.clone();
            for (column, &(mean, deviation)) in scales.iter().enumerate() {
                law.mean[column] = mean + deviation * law.mean[column];
                law.factor.row_mut(column).mapv_inplace(|x| deviation * x);
            }
            Normal::new(law.mean, law.factor)
        };
        Self { leave: self.leave, laws: [back(&self.laws[0]), back(&self.laws[1])] }
    }
}
