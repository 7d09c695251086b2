//! The figures of the pool in a sweep: the columns of its table, and its charts.

use crate::stats::figure::PoolFigure;
use crate::study::compare::yardstick::FALLS;
use crate::study::sweep::OF_POOL;
use crate::texts::{Argument, Message, message};
use crate::units::Percentage;

/// A figure of the pool that a sweep shows.
pub struct SweptFigure {
    /// The figure.
    pub figure: PoolFigure,
    /// The head of its column.
    pub head: Message,
    /// The title of its chart.
    pub title: Message,
    /// The name of its chart's file, without the kind of chart.
    pub file: &'static str,
}

/// The figures of a pool with this label, in the order of the table.
#[must_use]
pub fn figures(pool: &str) -> [SweptFigure; OF_POOL.len()] {
    let shown = |figure, head, title, file| SweptFigure { figure, head, title, file };
    let fall = |figure, depth: Percentage, file| {
        let fall = Argument::Level(depth.fraction());
        let head = message!(sweep_figures_fall, fall = fall.clone());
        shown(figure, head, message!(sweep_titles_fall, pool, fall), file)
    };
    let [breach, median, quantile5, shortfall, over_10, over_15, over_20, worst, share] = OF_POOL;
    let [depth_10, depth_15, depth_20] = FALLS;
    [
        shown(breach, message!(sweep_figures_breach), message!(sweep_titles_breach, pool), "breach"),
        shown(median, message!(sweep_figures_median), message!(sweep_titles_median, pool), "median-return"),
        shown(quantile5, message!(sweep_figures_quantile5), message!(sweep_titles_quantile5, pool), "return-5"),
        shown(shortfall, message!(sweep_figures_shortfall), message!(sweep_titles_shortfall, pool), "shortfall"),
        fall(over_10, depth_10, "fall-10"),
        fall(over_15, depth_15, "fall-15"),
        fall(over_20, depth_20, "fall-20"),
        shown(worst, message!(sweep_figures_worst), message!(sweep_titles_worst, pool), "fall-5"),
        shown(share, message!(sweep_figures_share), message!(sweep_titles_share, pool), "share"),
    ]
}
