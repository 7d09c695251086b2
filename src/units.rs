//! Units: what may be added to what. A value is checked where it is made, and never again.

mod day;

use std::fmt;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

pub use day::Day;

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
macro_rules! bounded {
    ($(#[$doc:meta])* $name:ident, $low:expr, $high:expr, $words:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// The number itself.
            #[must_use]
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfRange;

            fn try_from(found: f64) -> Result<Self, OutOfRange> {
                // `contains` is false for NaN.
                ($low..=$high).contains(&found).then_some(Self(found)).ok_or(OutOfRange { found, allowed: $words })
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "number", "minimum": $low, "maximum": $high })
            }
        }
    };
}

bounded!(
    /// A share of a whole, in `[0, 1]`.
    Share, 0.0, 1.0, "a number from 0 to 1"
);
bounded!(
    /// A share of the value held in equities, in `[0, 20]`: above 1 the rest is borrowed at the fixed-income return.
    Exposure, 0.0, 20.0, "a number from 0 to 20"
);
bounded!(
    /// A loss assumed in the rule, as a fraction of the asset's value, in `[-0.5, 1]`; a gain is negative.
    Stress, -0.5, 1.0, "a number from -0.5 to 1"
);
bounded!(
    /// A loss of an asset, as a fraction of its value, in `[-1, 0.99]`; a gain is negative.
    Loss, -1.0, 0.99, "a number from -1 to 0.99 (0.4 is a fall of 40 %)"
);
bounded!(
    /// A growth rate a year, as a fraction, in `[-0.5, 1]`: 0.045 is 4.5 %.
    Rate, -0.5, 1.0, "a number from -0.5 to 1 (0.045 is 4.5 %)"
);
bounded!(
    /// The standard deviation of a year's return, as a fraction, in `[0, 1.5]`.
    Deviation, 0.0, 1.5, "a number from 0 to 1.5 (0.16 is 16 %)"
);
bounded!(
    /// A correlation, in `[-1, 1]`.
    Correlation, -1.0, 1.0, "a number from -1 to 1"
);
bounded!(
    /// What something has cost, as a share of what it is worth, in `[0, 10]`.
    CostShare, 0.0, 10.0, "a number from 0 to 10 (0.8: it has cost 80 % of its value)"
);
bounded!(
    /// How many times another amount, in `[0, 10]`.
    Ratio, 0.0, 10.0, "a number from 0 to 10 (1 is as much)"
);
bounded!(
    /// A cost in basis points (hundredths of a percent) of the amount traded, in `[0, 1000]`.
    BasisPoints, 0.0, 1000.0, "a number from 0 to 1000, in basis points"
);
bounded!(
    /// A probability strictly inside `(0, 1)`.
    Level, 0.0001, 0.9999, "a number from 0.0001 to 0.9999"
);
bounded!(
    /// A length of time in years, in `[0.05, 50]`.
    Years, 0.05, 50.0, "a number from 0.05 to 50, in years"
);
bounded!(
    /// By what a measure of risk is multiplied, in `[0.01, 100]`.
    Multiple, 0.01, 100.0, "a number from 0.01 to 100"
);
bounded!(
    /// How fast a factor reverts to its mean, a year, in `[0.01, 12]`.
    Reversion, 0.01, 12.0, "a number from 0.01 to 12"
);

mod amount;

pub use amount::{BudgetMnkr, CostMnkr, Mnkr, SignedMnkr};

/// A calendar month, standing for its last day: `2021-12` is the month-end 2021-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(Date);

/// A text that is no calendar month.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found \"{found}\", allowed: a month as YYYY-MM (or its last day, YYYY-MM-DD) from 1800-01 to 2300-12")]
pub struct NotAMonth {
    /// The text found.
    pub found: String,
}

impl Month {
    /// The month of a year, counted from 1; `None` outside 1..=12 or the years 1800 to 2300.
    #[must_use]
    pub fn new(year: i16, month: i8) -> Option<Self> {
        if !(1800..=2300).contains(&year) {
            return None;
        }
        Date::new(year, month, 1).ok().map(|first| Self(first.last_of_month()))
    }

    /// The last day of the month.
    #[must_use]
    pub const fn date(self) -> Date {
        self.0
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        i32::from(self.0.year())
    }

    /// The month of the year, 1 to 12.
    #[must_use]
    pub fn month_of_year(self) -> u32 {
        u32::try_from(self.0.month()).unwrap_or(1)
    }

    /// Months since year 0, so that a difference of two is a number of months.
    #[must_use]
    pub fn ordinal(self) -> i64 {
        i64::from(self.year()) * 12 + i64::from(self.month_of_year()) - 1
    }

    /// The month `months` later.
    #[must_use]
    pub fn plus(self, months: u32) -> Self {
        self.shifted(i64::from(months))
    }

    /// The month `months` earlier.
    #[must_use]
    pub fn minus(self, months: u32) -> Self {
        self.shifted(-i64::from(months))
    }

    fn shifted(self, months: i64) -> Self {
        let ordinal = self.ordinal() + months;
        let year = i16::try_from(ordinal.div_euclid(12)).unwrap_or(i16::MAX);
        let month = i8::try_from(ordinal.rem_euclid(12)).unwrap_or(0) + 1;
        Date::new(year, month, 1).map_or(self, |first| Self(first.last_of_month()))
    }

    /// The number of months from `earlier` to this one, negative if this one comes first.
    #[must_use]
    pub fn months_since(self, earlier: Self) -> i64 {
        self.ordinal() - earlier.ordinal()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = NotAMonth;

    fn try_from(found: String) -> Result<Self, NotAMonth> {
        let parts: Vec<&str> = found.split('-').collect();
        let month = match parts[..] {
            [year, month] | [year, month, _] if year.len() == 4 && month.len() == 2 => {
                year.parse().ok().zip(month.parse().ok()).and_then(|(year, month)| Self::new(year, month))
            }
            _ => None,
        };
        match (month, parts.get(2)) {
            (Some(month), None) => Ok(month),
            (Some(month), Some(_)) if month.date().to_string() == found => Ok(month),
            _ => Err(NotAMonth { found }),
        }
    }
}

impl JsonSchema for Month {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Month".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "A calendar month as YYYY-MM; it stands for its last day." })
    }
}

/// A fraction as it stands in a figure's name: `05` for 0.05, `12_5` for 0.125.
#[must_use]
pub fn percent_key(fraction: f64) -> String {
    let percent = format!("{:.2}", fraction * 100.0);
    let percent = percent.trim_end_matches('0').trim_end_matches('.');
    let (whole, part) = percent.split_once('.').unwrap_or((percent, ""));
    if part.is_empty() { format!("{whole:0>2}") } else { format!("{whole:0>2}_{part}") }
}

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
    fn a_month_is_its_last_day_and_adds_across_years() {
        let month = Month::try_from("2021-12".to_owned()).unwrap();
        assert_eq!(month.plus(2).date().to_string(), "2022-02-28");
        assert_eq!(month.plus(360).to_string(), "2051-12");
        assert_eq!(month.plus(14).months_since(month), 14);
        assert_eq!(month.minus(12).plus(12), month);
        assert_eq!(month.minus(22).date().to_string(), "2020-02-29");
        assert_eq!(Month::try_from("2021-12-31".to_owned()).unwrap(), month);
    }

    #[test]
    fn a_day_knows_its_month_and_whether_that_has_a_working_day_left() {
        let day = |text: &str| Day::parse(text).unwrap();
        assert_eq!(day("2024-02"), day("2024-02-29"));
        assert_eq!(day("2024-03-31").minus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-03-15").plus_months(24), day("2026-03-15"));
        assert_eq!(day("2024-02-29").tomorrow(), day("2024-03-01"));
        // 29 March 2024 was Good Friday, 30 June 2024 a Sunday; Easter Sunday of 2018 was the 1st of April, of 2016 the 27th of March.
        for (text, ends) in [
            ("2024-03-27", false),
            ("2024-03-28", true),
            ("2024-03-29", true),
            ("2018-03-29", true),
            ("2018-03-28", false),
            ("2016-03-28", false),
            ("2023-03-30", false),
            ("2024-12-30", true),
            ("2024-12-27", false),
            ("2024-06-28", true),
            ("2024-06-27", false),
        ] {
            assert_eq!(day(text).ends_month(), ends, "{text}");
        }
        for wrong in ["2024-02-30", "2024-3-01", "24-03-01", "2024/03/01", "1700-01-01", "2024-03-01T10:00"] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_no_month_end_is_refused() {
        for wrong in ["2021", "2021-13", "2021-12-30", "21-12", "2021-1", "9999-01", "", "2021-12-31T00"] {
            assert!(Month::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_fraction_has_one_name() {
        for (fraction, name) in
            [(0.05, "05"), (0.5, "50"), (0.125, "12_5"), (0.01, "01"), (0.995, "99_5"), (0.15, "15")]
        {
            assert_eq!(percent_key(fraction), name);
        }
    }
}
