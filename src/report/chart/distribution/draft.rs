//! A distribution before its chart is composed.

use crate::report::chart::ChartSubject;
use crate::report::chart::frame::AxisUnit;
use crate::stats::figure::Term;
use crate::stats::histogram::Histogram;
use crate::units::MNKR;

/// The quantity that is distributed over the paths.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum DistributedQuantity {
    /// Value, shown in mnkr.
    Value,
    /// Growth factor over so many years, shown as a rate a year.
    Growth { years: f64 },
}

impl DistributedQuantity {
    /// A number as the histogram has it, on the chart's axis. Increasing.
    pub(super) fn shown(self, x: f64) -> f64 {
        match self {
            Self::Value => x / MNKR,
            Self::Growth { .. } if x <= 0.0 => -1.0,
            Self::Growth { years } => libm::expm1(libm::log(x) / years),
        }
    }

    /// The inverse of `shown`.
    pub(super) fn counted(self, x: f64) -> f64 {
        match self {
            Self::Value => x * MNKR,
            Self::Growth { .. } if x <= -1.0 => 0.0,
            Self::Growth { years } => libm::exp(years * libm::log1p(x)),
        }
    }

    pub(super) fn unit(self) -> AxisUnit {
        if self == Self::Value { AxisUnit::Plain } else { AxisUnit::Percent }
    }

    /// The quantiles between which the axis runs: a value's upper tail is long.
    pub(super) fn range(self) -> [f64; 2] {
        if self == Self::Value { [0.001, 0.995] } else { [0.001, 0.999] }
    }
}

/// One distribution of one subject, before its scales are known.
pub(super) struct Draft<'a> {
    pub(super) subject: ChartSubject<'a>,
    pub(super) name: String,
    pub(super) title: String,
    pub(super) quantity: DistributedQuantity,
    pub(super) histogram: &'a Histogram,
    /// Charts of the same term may share their scales.
    pub(super) term: Term,
    pub(super) low: f64,
    pub(super) high: f64,
}
