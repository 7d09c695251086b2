//! Small matrices.

use ndarray::Array2;

/// The lower triangular `L` with `L Lᵀ` the matrix; `None` if it is not positive semi-definite.
///
/// Golub & Van Loan (2013), *Matrix Computations*, 4.2; a pivot within 1e-10 of 0 makes a column of zeros.
#[must_use]
pub fn cholesky(matrix: &Array2<f64>) -> Option<Array2<f64>> {
    const ROUNDING: f64 = 1e-10;
    let count = matrix.nrows();
    let mut factor = Array2::<f64>::zeros((count, count));
    for column in 0..count {
        for row in column..count {
            let known = (0..column).fold(0.0, |sum, k| sum + factor[(row, k)] * factor[(column, k)]);
            let rest = matrix[(row, column)] - known;
            if row == column {
                if rest < -ROUNDING {
                    return None;
                }
                factor[(row, column)] = if rest > ROUNDING { rest.sqrt() } else { 0.0 };
            } else if factor[(column, column)] > 0.0 {
                factor[(row, column)] = rest / factor[(column, column)];
            } else if rest.abs() > 1e-5 {
                return None;
            }
        }
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn the_factor_times_itself_is_the_matrix() {
        let matrix = array![[1.0, 0.7, -0.2], [0.7, 1.0, 0.1], [-0.2, 0.1, 1.0]];
        let factor = cholesky(&matrix).unwrap();
        let product = factor.dot(&factor.t());
        assert!((&product - &matrix).iter().all(|difference| difference.abs() < 1e-14));
    }

    #[test]
    fn perfect_correlation_is_allowed_and_contradiction_is_not() {
        let same = cholesky(&array![[1.0, 1.0], [1.0, 1.0]]).unwrap();
        assert_eq!(same, array![[1.0, 0.0], [1.0, 0.0]]);
        assert!(cholesky(&array![[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]]).is_none());
    }
}
