//! Units: what may be added to what. A value is checked where it is made, and never again.

use percent_text::Typed;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

pub use amount::{Amount, BudgetMnkr, CostMnkr, MNKR, Mnkr, Sek, SignedMnkr};
pub use day::Day;
pub use law::{
    AnnualReturn, Convexity, Correlation, DecayFactor, DegreesOfFreedom, Drawdown, Drift, MonthReturn, RegimeMean,
    Reversion, Volatility, YearDeviation,
};
pub use millions::{Millions, NotMillions};
pub use month::{Month, MonthOfYear, NotAMonth};
pub use percent_text::{PERCENTAGE, fraction_of, percent_of};
pub use percentage::{NotAPercentage, Percentage};
pub use typed_number::{NotATypedNumber, TypedNumber, TypedUnit};

/// Months in a year.
pub const MONTHS_PER_YEAR: f64 = 12.0;

/// A number outside the range its unit allows.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("found {}, allowed: {allowed}", in_short(*found))]
pub struct OutOfRange {
    /// The number found.
    pub found: f64,
    /// The range in words.
    pub allowed: &'static str,
}

/// A number for a message: one with very many digits by its first ones and the power of ten.
#[must_use]
pub fn in_short(number: f64) -> String {
    let size = number.abs();
    if size.is_finite() && size > 0.0 && !(1e-9..1e16).contains(&size) {
        format!("{number:e}")
    } else {
        number.to_string()
    }
}

/// Makes a newtype over `f64` whose range is checked on construction and published in the schema.
///
/// A fraction may be typed as a percentage too. `usual` bounds what is plausible of it: a configuration that goes
/// beyond is warned of.
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $low:expr, $high:expr, $words:literal) => {
        bounded!(@type $(#[$doc])* $name, $low, $high, $words, "f64");

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "number", "minimum": $low, "maximum": $high })
            }
        }
    };
    ($(#[$doc:meta])* $name:ident, $low:expr, $high:expr, usual $least:literal to $most:literal) => {
        bounded!(@type $(#[$doc])* $name, $low, $high, concat!("a fraction from ", $low, " to ", $high), "Typed");

        impl TryFrom<Typed> for $name {
            type Error = OutOfRange;

            fn try_from(typed: Typed) -> Result<Self, OutOfRange> {
                Self::try_from(typed.fraction())
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({
                    "type": ["number", "string"],
                    "format": "percentage",
                    "minimum": $low,
                    "maximum": $high,
                    "pattern": PERCENTAGE,
                    "x-usual": [$least, $most],
                })
            }
        }
    };
    (@type $(#[$doc:meta])* $name:ident, $low:expr, $high:expr, $words:expr, $from:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = $from, into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// The unit's value of a number; `None` outside its range.
            #[must_use]
            pub const fn new(number: f64) -> Option<Self> {
                // Both comparisons are false for NaN.
                if $low <= number && number <= $high { Some(Self(number)) } else { None }
            }

            /// The unit's value that is nearest to a number found by calculation; the least for NaN.
            #[must_use]
            pub const fn nearest(number: f64) -> Self {
                // The comparison is false for NaN.
                Self(if number > $low { number.min($high) } else { $low })
            }

            /// The number itself.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfRange;

            fn try_from(found: f64) -> Result<Self, OutOfRange> {
                Self::new(found).ok_or(OutOfRange { found, allowed: $words })
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> Self {
                value.0
            }
        }
    };
}

mod amount;

mod day;
mod law;
mod millions;

mod month;

mod percentage;

mod percent_text;
mod typed_number;

bounded!(
    /// A share of a whole, in `[0, 1]`.
    Share, 0.0, 1.0, usual 0.0 to 1.0
);

impl Share {
    /// Nothing of it.
    pub const ZERO: Self = Self(0.0);
    /// All of it.
    pub const WHOLE: Self = Self(1.0);
}

bounded!(
    /// A share of the value held in equities, in `[0, 20]`: above 1 the rest is borrowed at the fixed-income return.
    Exposure, 0.0, 20.0, usual 0.0 to 3.0
);

impl Exposure {
    /// No equities.
    pub const ZERO: Self = Self(0.0);
    /// All of the value.
    pub const WHOLE: Self = Self(1.0);
}

bounded!(
    /// A loss assumed in the rule, as a fraction of the asset's value, in `[-0.5, 1]`; a gain is negative.
    Stress, -0.5, 1.0, usual -0.05 to 0.6
);

impl Stress {
    /// No loss.
    pub const ZERO: Self = Self(0.0);
}

bounded!(
    /// A loss of an asset, as a fraction of its value, in `[-1, 0.99]`; a gain is negative.
    Loss, -1.0, 0.99, usual -1.0 to 0.99
);
bounded!(
    /// A growth rate a year, as a fraction, in `[-0.5, 1]`: 0.045 is 4.5 %.
    Rate, -0.5, 1.0, usual -0.2 to 0.2
);

impl Rate {
    /// No growth.
    pub const ZERO: Self = Self(0.0);

    /// The sum of two rates, held to the range of rates.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::nearest(self.0 + other.0)
    }
}

bounded!(
    /// The standard deviation of a year's return, as a fraction, in `[0, 1.5]`.
    Deviation, 0.0, 1.5, usual 0.0 to 0.6
);

impl Deviation {
    /// No deviation.
    pub const ZERO: Self = Self(0.0);
}

bounded!(
    /// A cost as a share of the value, in `[0, 10]`.
    CostShare, 0.0, 10.0, usual 0.2 to 3.0
);

impl CostShare {
    /// The cost is the value.
    pub const WHOLE: Self = Self(1.0);
}

bounded!(
    /// A multiple of another amount, in `[0, 10]`.
    Ratio, 0.0, 10.0, "a number from 0 to 10 (1 is as much)"
);

impl Ratio {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);
}

bounded!(
    /// A cost in basis points (hundredths of a percent) of the amount traded, in `[0, 1000]`.
    BasisPoints, 0.0, 1000.0, "a number from 0 to 1000, in basis points"
);

impl BasisPoints {
    /// No cost.
    pub const ZERO: Self = Self(0.0);

    /// The same as a fraction of the amount traded.
    #[must_use]
    pub const fn fraction(self) -> f64 {
        self.0 / 10_000.0
    }
}

bounded!(
    /// A probability strictly inside `(0, 1)`.
    Level, 0.0001, 0.9999, usual 0.0001 to 0.9999
);
bounded!(
    /// A fall whose probability is asked for, as a fraction of the highest value, in `[0, 1]`.
    Fall, 0.0, 1.0, usual 0.005 to 0.9
);
bounded!(
    /// A length of time in years, in `[0.05, 50]`.
    Years, 0.05, 50.0, "a number from 0.05 to 50, in years"
);
bounded!(
    /// A factor on a measure of risk, in `[0.01, 100]`.
    Multiple, 0.01, 100.0, "a number from 0.01 to 100"
);
#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounded_number_refuses_what_lies_outside_and_nan() {
        assert!(Share::try_from(1.0).is_ok());
        assert!(Share::try_from(1.0 + 1e-12).is_err());
        assert!(Share::try_from(f64::NAN).is_err());
        assert!(Rate::try_from(f64::INFINITY).is_err());
    }

    #[test]
    fn what_is_derived_from_a_unit_stays_in_its_range() {
        let rate = |number: f64| Rate::new(number).unwrap();
        assert_eq!(rate(0.03).plus(rate(-0.02)).get().to_bits(), (0.03_f64 - 0.02).to_bits());
        assert_eq!((rate(0.8).plus(rate(0.7)), rate(-0.4).plus(rate(-0.3))), (rate(1.0), rate(-0.5)));
        for (measured, nearest) in [(0.3, 0.3), (-0.1, 0.0), (25.0, 20.0), (f64::NAN, 0.0)] {
            assert_eq!(Exposure::nearest(measured), Exposure::new(nearest).unwrap());
        }
    }
}
