//! Every figure of a summary by its name: its branch and its path in it.

use crate::stats::Estimate;
use crate::stats::summary::Summary;

/// The figures in the summary's order: `pools.long.breach.ex_post.y10` and its estimate.
#[must_use]
pub fn figures(summary: &Summary) -> Vec<(String, Estimate)> {
    let of_branch = |branch: String| {
        let figures = summary.figures_of(&branch).into_iter();
        figures.map(move |(figure, estimate)| (format!("{branch}.{figure}"), estimate))
    };
    summary.branches().flat_map(of_branch).collect()
}
