//! A day, and which days end a month of prices.

use std::fmt;

use jiff::civil::Date;
use serde::Serialize;

use super::Month;

/// A day of the calendar, from 1800 to 2300.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "String")]
pub struct Day(Date);

impl Day {
    /// Reads `YYYY-MM-DD`, or `YYYY-MM` for the month's last day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Ok(month) = Month::try_from(text.to_owned()) {
            return Some(Self(month.date()));
        }
        let date: Date = text.parse().ok()?;
        (date.to_string() == text && (1800..=2300).contains(&date.year())).then_some(Self(date))
    }

    /// The day of a month of a year; `None` where there is no such day from 1800 to 2300.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().filter(|date| (1800..=2300).contains(&date.year())).map(Self)
    }

    /// The month that it lies in.
    #[must_use]
    pub fn month(self) -> Month {
        Month(self.0.last_of_month())
    }

    /// Days left in its month.
    #[must_use]
    pub fn days_left(self) -> i8 {
        self.0.days_in_month() - self.0.day()
    }

    /// Whether its month has no later day on which Swedish funds are priced. They are priced from Monday to Friday. New
    /// Year's Eve, Good Friday and Easter Monday are left out: the only such days at a month's end.
    #[must_use]
    pub fn ends_month(self) -> bool {
        let closed = |day: i8| self.0.month() == 12 && day == 31 || self.is_closed_at_easter(day);
        (1..=self.days_left()).all(|later| self.weekday_after(later) > 4 || closed(self.0.day() + later))
    }

    /// Whether its month has no earlier day on which Swedish funds are priced. They are not on New Year's Day, Labour
    /// Day, Good Friday and Easter Monday, the only such days at a month's beginning.
    #[must_use]
    pub fn begins_month(self) -> bool {
        let closed = |day: i8| matches!(self.0.month(), 1 | 5) && day == 1 || self.is_closed_at_easter(day);
        (1..self.0.day()).all(|day| self.weekday_after(day - self.0.day()) > 4 || closed(day))
    }

    /// The weekday some days later, Monday being 0.
    fn weekday_after(self, days: i8) -> i8 {
        (self.0.weekday().to_monday_zero_offset() + days).rem_euclid(7)
    }

    /// Whether a day of its month is Good Friday or Easter Monday.
    fn is_closed_at_easter(self, day: i8) -> bool {
        // Days of March go on into April: 32 is the first of April.
        let day = match self.0.month() {
            3 => i32::from(day),
            4 => i32::from(day) + 31,
            _ => return false,
        };
        easter_in_march(i32::from(self.0.year())).is_some_and(|sunday| day == sunday - 2 || day == sunday + 1)
    }

    /// The day some months earlier, or the last day of that month where it has no such day.
    #[must_use]
    pub fn minus_months(self, months: u32) -> Self {
        self.on_its_day(self.month().minus(months))
    }

    /// The day some months later, in the same way.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        self.on_its_day(self.month().plus(months))
    }

    /// The day after.
    #[must_use]
    pub fn tomorrow(self) -> Self {
        self.0.tomorrow().map_or(self, Self)
    }

    /// Its distance from the end of `from` in months: whole months, and the part of its own month that has passed.
    #[must_use]
    pub fn months_after(self, from: Month) -> f64 {
        let whole = i32::try_from(self.month().months_since(from)).unwrap_or(i32::MAX);
        f64::from(whole) - f64::from(self.days_left()) / f64::from(self.0.days_in_month())
    }

    fn on_its_day(self, month: Month) -> Self {
        let last = month.date();
        Date::new(last.year(), last.month(), self.0.day().min(last.day())).map_or(Self(last), Self)
    }
}

impl From<Month> for Day {
    fn from(month: Month) -> Self {
        Self(month.date())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// The day of March on which Easter Sunday falls, 32 being the first of April. There is none where it comes after the
/// 4th of April (Meeus 1991, *Astronomical Algorithms*, ch. 8).
fn easter_in_march(year: i32) -> Option<i32> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let day = 22 + epact + weekday - 7 * late;
    (day <= 35).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_knows_its_month_and_whether_that_has_a_working_day_left() {
        let day = |text: &str| Day::parse(text).unwrap();
        assert_eq!(day("2024-02"), day("2024-02-29"));
        assert_eq!(day("2024-03-31").minus_months(1), day("2024-02-29"));
        assert_eq!(day("2024-03-15").plus_months(24), day("2026-03-15"));
        assert_eq!(day("2024-02-29").tomorrow(), day("2024-03-01"));
        // 29 March 2024 was Good Friday, and 30 June 2024 a Sunday. Easter Sunday of 2018 was the 1st of April, that of
        // 2016 the 27th of March.
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
}
