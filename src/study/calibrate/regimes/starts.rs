//! Where the search begins: histories split into calm and turbulent months in several ways.

use ndarray::Array2;

use super::FittedChain;
use crate::numerics::real;
use crate::study::calibrate::matrix;
use crate::study::calibrate::normal::Normal;

/// Months over which the size of returns is averaged.
const WINDOWS: [usize; 3] = [1, 5, 13];
/// Parts of the months called turbulent.
const PARTS: [f64; 4] = [0.08, 0.2, 0.35, 0.5];

/// The starts, a law each. Months are split by the size of their returns: Mahalanobis distance, averaged over a window
/// around them. Each part gives its mean and covariance. The starts are always the same for the same history; `None`
/// where its covariance is none.
pub(super) fn all(rows: &Array2<f64>) -> Option<Vec<FittedChain>> {
    let whole = Normal::weighted(rows, &vec![1.0; rows.nrows()])?;
    let sizes: Vec<f64> = rows
        .rows()
        .into_iter()
        .map(|row| {
            let white = matrix::solve_lower(&whole.factor, &(&row - &whole.mean).to_vec());
            white.iter().fold(0.0, |sum, z| sum + z * z)
        })
        .collect();
    let pairs = WINDOWS.into_iter().flat_map(|window| PARTS.map(|part| (window, part)));
    Some(pairs.filter_map(|(window, part)| start(rows, &averaged(&sizes, window), part)).collect())
}

/// The mean over a window around each month, cut at the ends.
fn averaged(sizes: &[f64], window: usize) -> Vec<f64> {
    let half = window / 2;
    let mean = |month: usize| {
        let around = &sizes[month.saturating_sub(half)..(month + half + 1).min(sizes.len())];
        around.iter().fold(0.0, |sum, size| sum + size) / real(around.len())
    };
    (0..sizes.len()).map(mean).collect()
}

fn start(rows: &Array2<f64>, sizes: &[f64], part: f64) -> Option<FittedChain> {
    let mut sorted = sizes.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a count")]
    let border = sorted[((1.0 - part) * real(sizes.len())) as usize];
    let turbulent: Vec<bool> = sizes.iter().map(|size| *size >= border).collect();
    let leave = |regime: bool| {
        let months = turbulent.windows(2).filter(|pair| pair[0] == regime).count() as u64;
        let left = turbulent.windows(2).filter(|pair| pair[0] == regime && pair[1] != regime).count() as u64;
        (real(left + 1) / real(months + 2)).clamp(0.005, 0.9)
    };
    let law = |regime: bool| {
        // A little of all months, so that a small part has a covariance too.
        let weights: Vec<f64> = turbulent.iter().map(|own| if *own == regime { 1.0 } else { 0.02 }).collect();
        Normal::weighted(rows, &weights)
    };
    Some(FittedChain { leave: [leave(false), leave(true)], laws: [law(false)?, law(true)?] })
}
