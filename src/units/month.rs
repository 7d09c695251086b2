//! A calendar month.

use std::fmt;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A calendar month, standing for its last day: `2021-12` is the month-end 2021-12-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(pub(super) Date);

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

/// A month of any year, 1 to 12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MonthOfYear(u8);

impl MonthOfYear {
    /// The month with a number; `None` outside 1 to 12.
    #[must_use]
    pub fn new(month: u32) -> Option<Self> {
        u8::try_from(month).ok().filter(|month| (1..=12).contains(month)).map(Self)
    }

    /// Whether a month of the run is this one, where the run's first month, 1, is a January.
    #[must_use]
    pub const fn is_month(self, month: usize) -> bool {
        month % 12 == self.0 as usize % 12
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
        json_schema!({
            "type": "string",
            "format": "month",
            "description": "A calendar month as YYYY-MM; it stands for its last day."
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn what_is_no_month_end_is_refused() {
        for wrong in ["2021", "2021-13", "2021-12-30", "21-12", "2021-1", "9999-01", "", "2021-12-31T00"] {
            assert!(Month::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
