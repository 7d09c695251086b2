//! Estimates, which never travel without their error, and the accumulators that they come from, which `add` and
//! `merge`.
//!
//! Counts are integers and merge in any order. Sums of floating-point numbers merge in the order of a fixed binary tree
//! over blocks (`Tree`). So no result depends on which thread finished first.

pub(crate) mod correlation;
pub mod figure;
pub mod histogram;
pub mod moments;
pub(crate) mod paired;
pub(crate) mod path;
pub mod probability;
pub(crate) mod ratio;
pub(crate) mod recorder;
pub mod region;
pub(crate) mod subject;
pub(crate) mod summarise;
pub mod summary;
pub(crate) mod tally;
pub(crate) mod tree;
pub(crate) mod variable;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

pub use crate::numerics::normal::Z_95;
use crate::numerics::student;

/// An estimate with its Monte Carlo error. A number that cannot be estimated from the paths at hand is NaN, `null` in
/// JSON.
///
/// # Examples
/// ```
/// let mean = skans::Estimate::normal(0.045, 0.001);
/// assert!((mean.interval[1] - 0.046_96).abs() < 1e-6);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Estimate {
    /// The estimate.
    #[serde(deserialize_with = "number_or_nan")]
    #[schemars(schema_with = "number_or_null")]
    pub value: f64,
    /// Its standard error.
    #[serde(rename = "se", deserialize_with = "number_or_nan")]
    #[schemars(schema_with = "number_or_null")]
    pub standard_error: f64,
    /// Its 95 % interval.
    #[serde(rename = "ci95", deserialize_with = "numbers_or_nan")]
    #[schemars(with = "[Option<f64>; 2]")]
    pub interval: [f64; 2],
}

impl Estimate {
    /// The estimate that there is no estimate.
    pub const UNKNOWN: Self = Self { value: f64::NAN, standard_error: f64::NAN, interval: [f64::NAN; 2] };

    /// A number whose error is unknown.
    #[must_use]
    pub fn without_error(value: f64) -> Self {
        Self { value, ..Self::UNKNOWN }
    }

    /// An estimate whose interval is normal: value ± 1.96 standard errors.
    #[must_use]
    pub fn normal(value: f64, standard_error: f64) -> Self {
        let half = Z_95 * standard_error;
        Self { value, standard_error, interval: [value - half, value + half] }
    }

    /// An estimate whose interval is Student's with so many degrees of freedom.
    #[must_use]
    pub fn student(value: f64, standard_error: f64, freedom: f64) -> Self {
        let half = student::quantile_975(freedom) * standard_error;
        Self { value, standard_error, interval: [value - half, value + half] }
    }

    /// The estimate of a positive number whose interval is Student's on a logarithmic scale: `x exp(± t(ν) se / x)`.
    ///
    /// The delta method gives `se / x` as the standard error of `ln x` (Cox & Oakes 1984, *Analysis of Survival Data*,
    /// 4.3, has such an interval). It never reaches 0, and becomes the usual one where `se / x` is small.
    #[must_use]
    pub fn positive(value: f64, standard_error: f64, freedom: f64) -> Self {
        let half = student::quantile_975(freedom) * standard_error / value;
        Self { value, standard_error, interval: [-half, half].map(|by| value * libm::exp(by)) }
    }

    /// Half the width of its 95 % interval.
    #[must_use]
    pub fn half_width(self) -> f64 {
        let [low, high] = self.interval;
        0.5 * (high - low)
    }

    /// The same figure in another unit, by an increasing function; the standard error follows the interval's width.
    #[must_use]
    pub fn map(self, increasing: impl Fn(f64) -> f64) -> Self {
        let interval = self.interval.map(&increasing);
        let standard_error = (interval[1] - interval[0]) / (2.0 * Z_95);
        Self { value: increasing(self.value), standard_error, interval }
    }

    /// The estimate times a positive number.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self {
            value: self.value * factor,
            standard_error: self.standard_error * factor,
            interval: self.interval.map(|bound| bound * factor),
        }
    }

    /// A number less the estimate.
    #[must_use]
    pub fn subtracted_from(self, number: f64) -> Self {
        let [low, high] = self.interval;
        Self { value: number - self.value, interval: [number - high, number - low], ..self }
    }

    /// One minus the estimate: a loss from a growth factor.
    #[must_use]
    pub fn loss(self) -> Self {
        self.subtracted_from(1.0)
    }
}

/// A number as its bits, so that a part of a run comes back as it was: infinite, NaN, or to the last bit.
mod bits {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
        number.to_bits().serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        u64::deserialize(deserializer).map(f64::from_bits)
    }
}

/// The schema of a number that may not be known.
fn number_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["number", "null"], "format": "double" })
}

fn number_or_nan<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
    Ok(Option::<f64>::deserialize(deserializer)?.unwrap_or(f64::NAN))
}

fn numbers_or_nan<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<[f64; 2], D::Error> {
    Ok(<[Option<f64>; 2]>::deserialize(deserializer)?.map(|bound| bound.unwrap_or(f64::NAN)))
}
