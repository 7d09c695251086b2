//! Correlation matrices: of a sample, shrunk, and repaired.

use ndarray::{Array1, Array2};

use super::matrix;
use super::normal::standardised;
use crate::numerics::linear::{inner, product};
use crate::numerics::real;

/// The least eigenvalue of a correlation matrix that is reported: its numbers may then be printed with four decimals
/// and still form one.
const LEAST_EIGENVALUE: f64 = 1e-3;

/// The sample correlations of the columns.
#[must_use]
pub fn sample(rows: &Array2<f64>) -> Array2<f64> {
    let (z, _) = standardised(rows);
    let mut matrix = product(&z.t(), &z) / real(rows.nrows());
    matrix.diag_mut().fill(1.0);
    matrix
}

/// How far the sample correlations are to be shrunk towards none, and the shrunk ones `(1 - δ) ρ`.
///
/// Ledoit & Wolf (2004, *Journal of Multivariate Analysis* 88, 365–411), lemma 3.3, on columns scaled to variance 1, so
/// that the target is the identity: `δ = min(b̄², d²) / d²`, `d² = ‖S - I‖² / p`, `b̄² = Σ ‖z zᵀ - S‖² / (n² p)`. The
/// identity is chosen over their constant correlation, which bonds and equities together do not have.
#[must_use]
pub fn shrunk(rows: &Array2<f64>) -> (f64, Array2<f64>) {
    let (z, _) = standardised(rows);
    let (n, p) = (real(z.nrows()), real(z.ncols()));
    let s = sample(rows);
    let square = |matrix: &Array2<f64>| matrix.fold(0.0, |sum, x| sum + x * x);
    let distance = square(&(&s - &Array2::<f64>::eye(z.ncols()))) / p;
    // ‖z zᵀ - S‖² = |z|⁴ - 2 zᵀ S z + ‖S‖², and the middle terms sum to 2n ‖S‖².
    let fourth = z.rows().into_iter().fold(0.0, |sum, z| sum + inner(z, z) * inner(z, z));
    let noise = (fourth - n * square(&s)) / (n * n * p);
    let intensity = if distance > 0.0 { noise.clamp(0.0, distance) / distance } else { 0.0 };
    let mut shrunk = s * (1.0 - intensity);
    shrunk.diag_mut().fill(1.0);
    (intensity, shrunk)
}

/// A positive definite correlation matrix near the one given, and whether it had to be changed. Eigenvalues below 0.001
/// are raised to it, and the diagonal is scaled back to 1 (the spectral method of Rebonato & Jäckel 2000, *Journal of
/// Risk* 2).
#[must_use]
pub fn repaired(matrix: &Array2<f64>) -> (Array2<f64>, bool) {
    let (values, vectors) = matrix::eigen(matrix);
    if values.iter().all(|value| *value >= LEAST_EIGENVALUE) {
        return (matrix.clone(), false);
    }
    // Scaling back may press an eigenvalue down again: a margin, and then a mixture with the identity for what is left.
    let raised = Array1::from_iter(values.iter().map(|value| value.max(2.0 * LEAST_EIGENVALUE)));
    let whole = product(&product(&vectors, &Array2::from_diag(&raised)), &vectors.t());
    let scale = whole.diag().mapv(f64::sqrt);
    let mut repaired = Array2::from_shape_fn(whole.dim(), |(i, j)| whole[(i, j)] / (scale[i] * scale[j]));
    repaired.diag_mut().fill(1.0);
    let least = matrix::eigen(&repaired).0.into_iter().fold(1.0, f64::min);
    if least < LEAST_EIGENVALUE {
        let mixed = (LEAST_EIGENVALUE - least) / (1.0 - least);
        repaired *= 1.0 - mixed;
        repaired.diag_mut().fill(1.0);
    }
    (repaired, true)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    /// By hand: S = [[1, √½], [√½, 1]]; d² = ½; |z|⁴ sums to 9 + 1 + 1 + 9 = 20, n ‖S‖² = 12, b̄² = 8/(16·2) = ¼; δ =
    /// ½.
    #[test]
    fn two_assets_are_shrunk_as_reckoned_by_hand() {
        let root = 2.0_f64.sqrt();
        let rows = array![[1.0, root], [1.0, 0.0], [-1.0, 0.0], [-1.0, -root]];
        // Means and scales do not matter.
        let rows = rows * array![[0.04, 0.01]] + array![[0.005, 0.002]];
        let (intensity, matrix) = shrunk(&rows);
        assert!((intensity - 0.5).abs() < 1e-12);
        assert!((sample(&rows)[(0, 1)] - 0.5_f64.sqrt()).abs() < 1e-12);
        assert!((matrix[(0, 1)] - 0.5 * 0.5_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_proper_matrix_is_left_alone_and_another_is_repaired() {
        let proper = array![[1.0, 0.7], [0.7, 1.0]];
        assert_eq!(repaired(&proper), (proper, false));
        for improper in [array![[1.0, 1.0], [1.0, 1.0]], array![[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]]] {
            let (matrix, changed) = repaired(&improper);
            let rounded = matrix.mapv(|x| (1e4 * x).round() / 1e4);
            assert!(changed && crate::numerics::linear::cholesky_of_definite(&rounded, 1e-6).is_some(), "{matrix}");
            assert!(matrix.diag().iter().all(|x| (x - 1.0).abs() < 1e-15));
            assert!((&matrix - &improper).iter().all(|change| change.abs() < 0.45), "{matrix}");
        }
    }
}
