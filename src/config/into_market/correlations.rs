//! The matrix of correlations, from pairs of names.

use ndarray::Array2;

use crate::config::into_plan::Reader;
use crate::config::schema::Pairs;
use crate::numerics::linear::cholesky;
use crate::texts::message;
use crate::units::{Correlation, Volatility};

/// What may be paired.
pub(super) struct PairNames<'a> {
    /// Assets, each pair of which must be given.
    pub assets: &'a [&'a str],
    /// Factors, whose pairs are 0 if left out.
    pub factors: &'a [&'a str],
}

impl PairNames<'_> {
    fn all(&self) -> Vec<String> {
        self.assets.iter().chain(self.factors).map(|name| (*name).to_owned()).collect()
    }
}

impl Reader<'_> {
    /// The matrix of the pairs given at `key`: assets, then factors. What moves not at all (`volatility` 0) has no
    /// correlations.
    pub(super) fn correlations(
        &mut self,
        key: &str,
        pairs: &Pairs,
        names: &PairNames,
        volatility: &[Volatility],
    ) -> Option<Array2<f64>> {
        let all = names.all();
        let mut matrix = Array2::from_elem((all.len(), all.len()), f64::NAN);
        matrix.diag_mut().fill(1.0);
        let mut right = true;
        for (first, others) in pairs {
            for (second, correlation) in others {
                let key = format!("{key}.{first}.{second}");
                right &= self.pair(&key, [first, second], *correlation, &all, &mut matrix);
            }
        }
        right &= self.all_pairs_given(key, names, &mut matrix, right);
        if !right {
            return None;
        }
        for (index, name) in all.iter().enumerate() {
            let correlated = matrix.row(index).iter().enumerate().any(|(other, &rho)| other != index && rho != 0.0);
            if volatility[index] == Volatility::ZERO && correlated {
                self.problem(key, message!(still_correlated, name), message!(volatility_or_none));
                return None;
            }
        }
        if cholesky(&matrix).is_none() {
            self.problem(key, message!(correlations_contradict), message!(possible_correlations));
            return None;
        }
        Some(matrix)
    }

    /// Whether each pair of assets was given; pairs with a factor are 0 if not.
    fn all_pairs_given(&mut self, key: &str, names: &PairNames, matrix: &mut Array2<f64>, tell: bool) -> bool {
        let all = names.all();
        for row in 0..all.len() {
            for column in 0..row {
                if !matrix[(row, column)].is_nan() {
                    continue;
                }
                if row >= names.assets.len() {
                    matrix[(row, column)] = 0.0;
                    matrix[(column, row)] = 0.0;
                } else if tell {
                    let pair = format!("{}.{}", all[column], all[row]);
                    let found = message!(no_correlation, one = &all[column], other = &all[row]);
                    self.problem(key, found, message!(a_correlation, pair));
                }
            }
        }
        matrix.iter().all(|number| !number.is_nan())
    }

    fn pair(
        &mut self,
        key: &str,
        pair: [&String; 2],
        correlation: Correlation,
        names: &[String],
        matrix: &mut Array2<f64>,
    ) -> bool {
        let mut place = [0; 2];
        for (place, name) in place.iter_mut().zip(pair) {
            let Some(index) = names.iter().position(|known| known == name) else {
                self.unknown_name(key, name, names.iter());
                return false;
            };
            *place = index;
        }
        let [row, column] = place;
        if !matrix[(row, column)].is_nan() {
            self.problem(key, message!(pair_again), message!(each_pair_once));
            return false;
        }
        matrix[(row, column)] = correlation.get();
        matrix[(column, row)] = correlation.get();
        true
    }
}
