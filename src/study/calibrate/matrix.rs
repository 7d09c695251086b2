//! Small dense matrices: inverse, eigenvalues. Sizes are those of a table of assets, some tens at most.

use ndarray::{Array1, Array2};

use crate::numerics::linear::{cholesky_of_definite, product};

/// `L⁻¹ x` by forward substitution.
#[must_use]
pub fn solve_lower(factor: &Array2<f64>, x: &[f64]) -> Vec<f64> {
    let mut y: Vec<f64> = Vec::with_capacity(x.len());
    for (row, x) in x.iter().enumerate() {
        let known = y.iter().enumerate().fold(0.0, |sum, (k, y)| sum + factor[(row, k)] * y);
        y.push((x - known) / factor[(row, row)]);
    }
    y
}

/// The inverse of a positive definite matrix; `None` if it is not.
#[must_use]
pub fn inverse(matrix: &Array2<f64>) -> Option<Array2<f64>> {
    let count = matrix.nrows();
    let factor = cholesky_of_definite(matrix, 1e-14)?;
    let mut lower = Array2::<f64>::zeros((count, count));
    for column in 0..count {
        let unit: Vec<f64> = (0..count).map(|row| f64::from(u8::from(row == column))).collect();
        lower.column_mut(column).assign(&Array1::from(solve_lower(&factor, &unit)));
    }
    Some(product(&lower.t(), &lower))
}

/// Eigenvalues and, as columns, eigenvectors of a symmetric matrix, by Jacobi's cyclic rotations.
///
/// Golub & Van Loan (2013), 8.5: the off-diagonal sum of squares falls to rounding within a few sweeps.
#[must_use]
pub fn eigen(matrix: &Array2<f64>) -> (Vec<f64>, Array2<f64>) {
    let count = matrix.nrows();
    let mut a = matrix.clone();
    let mut vectors = Array2::eye(count);
    for _ in 0..60 {
        for p in 0..count {
            for q in p + 1..count {
                rotate(&mut a, &mut vectors, p, q);
            }
        }
    }
    (a.diag().to_vec(), vectors)
}

/// Makes the element (p, q) zero.
#[allow(clippy::many_single_char_names, reason = "the names of the formula")]
fn rotate(a: &mut Array2<f64>, vectors: &mut Array2<f64>, p: usize, q: usize) {
    let off = a[(p, q)];
    if off.abs() < 1e-300 {
        return;
    }
    let tau = (a[(q, q)] - a[(p, p)]) / (2.0 * off);
    let sign = if tau >= 0.0 { 1.0 } else { -1.0 };
    let tangent = sign / (tau.abs() + (1.0 + tau * tau).sqrt());
    let cosine = 1.0 / (1.0 + tangent * tangent).sqrt();
    let sine = tangent * cosine;
    for k in 0..a.nrows() {
        let (x, y) = (a[(k, p)], a[(k, q)]);
        (a[(k, p)], a[(k, q)]) = (cosine * x - sine * y, sine * x + cosine * y);
    }
    for k in 0..a.nrows() {
        let (x, y) = (a[(p, k)], a[(q, k)]);
        (a[(p, k)], a[(q, k)]) = (cosine * x - sine * y, sine * x + cosine * y);
        let (x, y) = (vectors[(k, p)], vectors[(k, q)]);
        (vectors[(k, p)], vectors[(k, q)]) = (cosine * x - sine * y, sine * x + cosine * y);
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn near(a: &Array2<f64>, b: &Array2<f64>) -> bool {
        (a - b).iter().all(|difference| difference.abs() < 1e-12)
    }

    #[test]
    fn the_factor_the_inverse_and_the_eigenvectors_give_the_matrix_back() {
        let matrix = array![[4.0, 1.2, -0.4], [1.2, 2.0, 0.3], [-0.4, 0.3, 1.0]];
        let factor = cholesky_of_definite(&matrix, 0.0).unwrap();
        assert!(near(&product(&factor, &factor.t()), &matrix));
        assert!(near(&product(&matrix, &inverse(&matrix).unwrap()), &Array2::eye(3)));
        let (values, vectors) = eigen(&matrix);
        let back = product(&product(&vectors, &Array2::from_diag(&Array1::from(values))), &vectors.t());
        assert!(near(&back, &matrix));
        assert!(near(&product(&vectors, &vectors.t()), &Array2::eye(3)));
    }
}
