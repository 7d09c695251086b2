//! A pool at a month-end: the rows and columns of `months.csv`.

use std::fmt;

use super::Distribution;
use crate::stats::Estimate;
use crate::stats::figure::Statistic;

/// A figure of a pool at a month-end. Its text is the head of its column in `months.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MonthFigure {
    /// Value, SEK.
    Value(Statistic),
    /// Equity share after trading, a fraction.
    Share(Statistic),
    /// Floor, SEK.
    Floor(Statistic),
    /// Probability of an ex-ante breach since the start.
    BreachedExAnte,
    /// Probability of an ex-post breach since the start.
    BreachedExPost,
    /// Probability of being below the floor.
    Below,
    /// Probability that some payment could not be made since the start.
    Unpaid,
}

impl fmt::Display for MonthFigure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(statistic) => write!(f, "value_{statistic}"),
            Self::Share(statistic) => write!(f, "share_{statistic}"),
            Self::Floor(statistic) => write!(f, "floor_{statistic}"),
            Self::BreachedExAnte => f.write_str("breached_ex_ante"),
            Self::BreachedExPost => f.write_str("breached_ex_post"),
            Self::Below => f.write_str("below"),
            Self::Unpaid => f.write_str("unpaid"),
        }
    }
}

/// One month-end of one pool: a row of `months.csv`.
#[derive(Debug, Clone)]
pub struct MonthRow {
    /// Months since the start.
    pub month: u32,
    /// Value, SEK.
    pub value: Option<Distribution>,
    /// Equity share after trading; none at the horizon, where nothing is traded.
    pub share: Option<Distribution>,
    /// Floor, SEK.
    pub floor: Option<Distribution>,
    /// Probability of an ex-ante breach since the start.
    pub breached_ex_ante: Option<Estimate>,
    /// Probability of an ex-post breach since the start.
    pub breached_ex_post: Option<Estimate>,
    /// Probability of being below the floor.
    pub below: Option<Estimate>,
    /// Probability that some payment could not be made since the start.
    pub unpaid: Option<Estimate>,
}

impl MonthRow {
    /// Its figures, in the order of the columns.
    pub fn figures(&self) -> impl Iterator<Item = (MonthFigure, Estimate)> {
        let distributions = spread(self.value.as_ref(), MonthFigure::Value)
            .chain(spread(self.share.as_ref(), MonthFigure::Share))
            .chain(spread(self.floor.as_ref(), MonthFigure::Floor));
        let probabilities = [
            (MonthFigure::BreachedExAnte, self.breached_ex_ante),
            (MonthFigure::BreachedExPost, self.breached_ex_post),
            (MonthFigure::Below, self.below),
            (MonthFigure::Unpaid, self.unpaid),
        ];
        distributions.chain(probabilities.into_iter().filter_map(|(figure, estimate)| Some((figure, estimate?))))
    }
}

/// The mean and the quantiles of a distribution, as figures of a month-end.
fn spread(
    found: Option<&Distribution>,
    figure: fn(Statistic) -> MonthFigure,
) -> impl Iterator<Item = (MonthFigure, Estimate)> {
    let numbers = found.into_iter().flat_map(Distribution::iter);
    numbers.map(move |(statistic, estimate)| (figure(statistic), estimate))
}
