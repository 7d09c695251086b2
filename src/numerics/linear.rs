//! Small matrices.

use ndarray::{Array2, ArrayRef2};

/// The inner product of two vectors of the same length. The sum goes from the first element to the last, on every
/// processor.
#[must_use]
pub fn inner<'a>(a: impl IntoIterator<Item = &'a f64>, b: impl IntoIterator<Item = &'a f64>) -> f64 {
    a.into_iter().zip(b).fold(0.0, |sum, (a, b)| sum + a * b)
}

/// The matrix product `A B`, each element the inner product of a row and a column.
#[must_use]
pub fn product(a: &ArrayRef2<f64>, b: &ArrayRef2<f64>) -> Array2<f64> {
    debug_assert_eq!(a.ncols(), b.nrows());
    Array2::from_shape_fn((a.nrows(), b.ncols()), |(row, column)| inner(a.row(row), b.column(column)))
}

/// The lower triangular `L` with `L Lᵀ` the matrix; `None` if it is not positive semi-definite. A pivot within 1e-10 of
/// 0 makes a column of zeros.
#[must_use]
pub fn cholesky(matrix: &Array2<f64>) -> Option<Array2<f64>> {
    const ROUNDING: f64 = 1e-10;
    factor(matrix, |rest, _| {
        if rest < -ROUNDING {
            return None;
        }
        Some(if rest > ROUNDING { rest.sqrt() } else { 0.0 })
    })
}

/// The lower triangular `L` with `L Lᵀ` the matrix; `None` unless it is positive definite. A pivot below `least` times
/// its diagonal element counts as none.
#[must_use]
pub fn cholesky_of_definite(matrix: &Array2<f64>, least: f64) -> Option<Array2<f64>> {
    // False for NaN.
    factor(matrix, |rest, diagonal| (rest > least * diagonal && rest > 0.0).then(|| rest.sqrt()))
}

/// The factor column by column: Golub & Van Loan (2013), *Matrix Computations*, 4.2. `pivot` takes what is left of a
/// diagonal element and the element itself; it gives the factor's, or refuses.
fn factor(matrix: &Array2<f64>, pivot: impl Fn(f64, f64) -> Option<f64>) -> Option<Array2<f64>> {
    let count = matrix.nrows();
    let mut factor = Array2::<f64>::zeros((count, count));
    for column in 0..count {
        for row in column..count {
            let known = (0..column).fold(0.0, |sum, k| sum + factor[(row, k)] * factor[(column, k)]);
            let rest = matrix[(row, column)] - known;
            if row == column {
                factor[(row, row)] = pivot(rest, matrix[(row, row)])?;
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
        let square = product(&factor, &factor.t());
        assert!((&square - &matrix).iter().all(|difference| difference.abs() < 1e-14));
    }

    #[test]
    fn a_product_has_rows_of_the_first_and_columns_of_the_second() {
        let (a, b) = (array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], array![[1.0, 0.0], [0.0, 1.0], [1.0, -1.0]]);
        assert_eq!(product(&a, &b), array![[4.0, -1.0], [10.0, -1.0]]);
        assert_eq!(product(&b.t(), &a.t()), product(&a, &b).reversed_axes());
    }

    /// `1 + 1e-16 + 1e-16` is 1 from the left, and more than 1 in any order that adds the small numbers first.
    #[test]
    fn an_inner_product_is_summed_from_the_first_element_on() {
        let mut numbers = vec![1e-16; 64];
        numbers[0] = 1.0;
        assert_eq!(inner(&numbers, &[1.0; 64]).to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn perfect_correlation_is_allowed_and_contradiction_is_not() {
        let same = cholesky(&array![[1.0, 1.0], [1.0, 1.0]]).unwrap();
        assert_eq!(same, array![[1.0, 0.0], [1.0, 0.0]]);
        assert!(cholesky(&array![[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]]).is_none());
    }

    #[test]
    fn what_is_not_positive_definite_has_no_factor() {
        assert!(cholesky_of_definite(&array![[1.0, 1.0], [1.0, 1.0]], 1e-12).is_none());
        assert!(cholesky_of_definite(&array![[1.0, 2.0], [2.0, 1.0]], 0.0).is_none());
        assert!(cholesky_of_definite(&array![[f64::NAN]], 0.0).is_none());
    }
}
