//! The figures of the pool in a sweep: the columns of its table, and its charts.

use crate::stats::figure::{PoolFigure, Statistic, Term};
use crate::study::compare::yardstick::COMMON;
use crate::study::sweep::{BREACH, MEDIAN_RETURN, SHORTFALL};
use crate::texts::{Argument, Message, message};

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
pub fn figures(pool: &str) -> [SweptFigure; 9] {
    let fall = |place: usize, percent: f64, file| {
        let fall = Argument::Level(percent / 100.0);
        let head = message!(sweep_figures_fall, fall = fall.clone());
        (COMMON[place], head, message!(sweep_titles_fall, pool, fall), file)
    };
    let lower_return = PoolFigure::NominalReturn(Term::Horizon, Statistic::Q05);
    [
        (BREACH, message!(sweep_figures_breach), message!(sweep_titles_breach, pool), "breach"),
        (MEDIAN_RETURN, message!(sweep_figures_median), message!(sweep_titles_median, pool), "median-return"),
        (lower_return, message!(sweep_figures_quantile5), message!(sweep_titles_quantile5, pool), "return-5"),
        (SHORTFALL, message!(sweep_figures_shortfall), message!(sweep_titles_shortfall, pool), "shortfall"),
        fall(0, 10.0, "fall-10"),
        fall(1, 15.0, "fall-15"),
        fall(2, 20.0, "fall-20"),
        (COMMON[3], message!(sweep_figures_worst), message!(sweep_titles_worst, pool), "fall-5"),
        (PoolFigure::EquityShare, message!(sweep_figures_share), message!(sweep_titles_share, pool), "share"),
    ]
    .map(|(figure, head, title, file)| SweptFigure { figure, head, title, file })
}
