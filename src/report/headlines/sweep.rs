//! The figures of the pool in a sweep: the columns of its table, and its charts.

use crate::stats::figure::{PoolFigure, Statistic, Term};
use crate::study::sweep::{BREACH, MEDIAN_RETURN, SHORTFALL};
use crate::texts::{Message, message};

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
pub fn figures(pool: &str) -> [SweptFigure; 5] {
    let lower_return = PoolFigure::NominalReturn(Term::Horizon, Statistic::Q05);
    [
        (BREACH, message!(sweep_figures_breach), message!(sweep_titles_breach, pool), "breach"),
        (MEDIAN_RETURN, message!(sweep_figures_median), message!(sweep_titles_median, pool), "median-return"),
        (lower_return, message!(sweep_figures_quantile5), message!(sweep_titles_quantile5, pool), "return-5"),
        (SHORTFALL, message!(sweep_figures_shortfall), message!(sweep_titles_shortfall, pool), "shortfall"),
        (PoolFigure::EquityShare, message!(sweep_figures_share), message!(sweep_titles_share, pool), "share"),
    ]
    .map(|(figure, head, title, file)| SweptFigure { figure, head, title, file })
}
