//! Dates as people and programs write them. What a text may mean is told by itself; what it means, by the whole column.

use crate::units::{Day, Month};

/// A date as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenDate {
    /// A year alone: `2040`.
    Year(i16),
    /// A month: `2024-01`, `2024M01`, `jan-24`, `januari 2024`, `1/2024`.
    Month(Month),
    /// A day, its month beyond doubt: `2024-01-31`, `31 januari 2024`.
    Day(Day),
    /// A day whose month may be the first or the second number: `3/4/2024`.
    Numbers(i8, i8, i16),
}

/// Which of two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayOf {
    /// `31/1/2024`.
    First,
    /// `1/31/2024`.
    Second,
}

/// The day of a month that dates stand for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayOfMonth {
    /// Its last day, or its last working day.
    Last,
    /// Its first day, or its first working day.
    First,
}

/// All ways to read a column of dates.
pub(super) const WAYS: [(DayOf, DayOfMonth); 4] = [
    (DayOf::First, DayOfMonth::Last),
    (DayOf::Second, DayOfMonth::Last),
    (DayOf::First, DayOfMonth::First),
    (DayOf::Second, DayOfMonth::First),
];

impl WrittenDate {
    /// A text as a date; a time of midnight after it is passed over.
    pub(super) fn of(text: &str) -> Option<Self> {
        let text = [" 00:00:00", " 00:00", "T00:00:00"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
        if text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().ok().map(Self::Year);
        }
        let parts = parts(text);
        match parts[..] {
            [DatePart::Number(year, 4), DatePart::Number(month, 1 | 2)]
            | [DatePart::Number(month, 1 | 2), DatePart::Number(year, 4)] => {
                Some(Self::Month(Month::new(year, small(month)?)?))
            }
            [DatePart::Name(month), DatePart::Number(year, digits)]
            | [DatePart::Number(year, digits @ 4), DatePart::Name(month)] => {
                Some(Self::Month(Month::new(full_year(year, digits)?, month)?))
            }
            [DatePart::Number(year, 4), DatePart::Number(month, 1 | 2), DatePart::Number(day, 1 | 2)] => {
                Some(Self::Day(Day::new(year, small(month)?, small(day)?)?))
            }
            [DatePart::Number(day, 1 | 2), DatePart::Name(month), DatePart::Number(year, digits)] => {
                Some(Self::Day(Day::new(full_year(year, digits)?, month, small(day)?)?))
            }
            [DatePart::Number(one, 1 | 2), DatePart::Number(other, 1 | 2), DatePart::Number(year, 4)] => {
                Some(Self::Numbers(small(one)?, small(other)?, year))
            }
            _ => None,
        }
    }

    /// The day that it is, if it is one.
    pub(super) fn day(self, day_of: DayOf) -> Option<Day> {
        match (self, day_of) {
            (Self::Year(_), _) => None,
            (Self::Month(month), _) => Some(month.into()),
            (Self::Day(day), _) => Some(day),
            (Self::Numbers(day, month, year), DayOf::First) | (Self::Numbers(month, day, year), DayOf::Second) => {
                Day::new(year, month, day)
            }
        }
    }

    /// The two days that it may be.
    pub(super) fn two(self) -> Option<[Day; 2]> {
        let Self::Numbers(..) = self else { return None };
        let (one, other) = (self.day(DayOf::First)?, self.day(DayOf::Second)?);
        (one != other).then_some([one, other])
    }

    /// The month for which it stands, if it is its last or first day, or a month.
    pub(super) fn month(self, (day_of, anchor): (DayOf, DayOfMonth)) -> Option<Month> {
        if let Self::Month(month) = self {
            return Some(month);
        }
        let day = self.day(day_of)?;
        let stands = match anchor {
            DayOfMonth::Last => day.ends_month(),
            DayOfMonth::First => day.begins_month(),
        };
        stands.then(|| day.month())
    }
}

/// The month that a text names beyond doubt: `2024/12`, `dec 2024`, `31 januari 2024`.
pub(in crate::config) fn month_of(text: &str) -> Option<Month> {
    match WrittenDate::of(text)? {
        WrittenDate::Month(month) => Some(month),
        WrittenDate::Day(day) if day.ends_month() => Some(day.month()),
        WrittenDate::Year(_) | WrittenDate::Day(_) | WrittenDate::Numbers(..) => None,
    }
}

/// A part of a date.
enum DatePart {
    /// A number, and how many digits it has.
    Number(i16, usize),
    /// The name of a month.
    Name(i8),
}

/// The numbers and names of a date, which one sign sets apart; none where something else stands there.
fn parts(text: &str) -> Vec<DatePart> {
    let scb = text.split_once(['M', 'm']).filter(|(year, month)| year.len() == 4 && month.len() == 2);
    let parts: Vec<&str> = match scb {
        Some((year, month)) if [year, month].concat().bytes().all(|byte| byte.is_ascii_digit()) => vec![year, month],
        _ => {
            let sign = text.chars().find(|c| "-/. \u{a0}".contains(*c)).unwrap_or('-');
            text.split(sign).collect()
        }
    };
    let part = |part: &&str| {
        if !part.is_empty() && part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(DatePart::Number(part.parse().ok()?, part.len()));
        }
        month_of_name(part).map(DatePart::Name)
    };
    parts.iter().map(part).collect::<Option<_>>().unwrap_or_default()
}

/// The names of months, in Swedish and English, whole and shortened.
const NAMES: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "febr", "februari", "february"],
    &["mar", "mars", "march"],
    &["apr", "april"],
    &["maj", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["aug", "augusti", "august"],
    &["sep", "sept", "september"],
    &["okt", "oct", "oktober", "october"],
    &["nov", "november"],
    &["dec", "december"],
];

fn month_of_name(name: &str) -> Option<i8> {
    let name = name.trim_end_matches('.').to_lowercase();
    let place = NAMES.iter().position(|names| names.contains(&name.as_str()))?;
    i8::try_from(place + 1).ok()
}

/// A year of four digits, or of two: 70 to 99 are of the twentieth century, 00 to 69 of this one.
const fn full_year(year: i16, digits: usize) -> Option<i16> {
    match (digits, year) {
        (4, _) => Some(year),
        (2, 70..) => Some(1900 + year),
        (2, _) => Some(2000 + year),
        _ => None,
    }
}

fn small(number: i16) -> Option<i8> {
    i8::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_the_same_however_it_is_written() {
        let month = Month::new(2024, 1).unwrap();
        for text in ["2024-01", "2024/1", "2024M01", "jan-24", "Jan 2024", "januari 2024", "JANUARY-2024", "1/2024"] {
            assert_eq!(WrittenDate::of(text), Some(WrittenDate::Month(month)), "{text}");
        }
        for (text, year) in [("dec-99", 1999), ("dec-69", 2069), ("dec-70", 1970)] {
            assert_eq!(WrittenDate::of(text), Some(WrittenDate::Month(Month::new(year, 12).unwrap())), "{text}");
        }
    }

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        let day = Day::new(2024, 1, 31).unwrap();
        for text in ["2024-01-31", "2024/1/31", "31 januari 2024", "31-jan-24", "2024-01-31 00:00:00"] {
            assert_eq!(WrittenDate::of(text), Some(WrittenDate::Day(day)), "{text}");
        }
        assert_eq!(WrittenDate::of("31/1/2024").unwrap().day(DayOf::First), Some(day));
        assert_eq!(WrittenDate::of("1.31.2024").unwrap().day(DayOf::Second), Some(day));
        assert_eq!(WrittenDate::of("31/1/2024").unwrap().day(DayOf::Second), None);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "-",
            "2024-13",
            "2024-02-30",
            "24-01-31",
            "3/4/24",
            "jan",
            "24-jan",
            "2024-1-1-1",
            "45322",
            "2024-01-31 10:00",
        ] {
            assert_eq!(WrittenDate::of(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_and_the_last_working_day_stand_for_a_month() {
        let way = |text: &str, anchor| WrittenDate::of(text).unwrap().month((DayOf::First, anchor)).is_some();
        // 28 March 2024 was the last working day before Easter, 2 April the first after it.
        for (text, last, first) in [
            ("2024-03-28", true, false),
            ("2024-03-27", false, false),
            ("2024-04-02", false, true),
            ("2024-04-01", false, true),
            ("2024-04-03", false, false),
            ("2024-06-03", false, true),
            ("2024-01-02", false, true),
            ("2024-05-02", false, true),
        ] {
            assert_eq!((way(text, DayOfMonth::Last), way(text, DayOfMonth::First)), (last, first), "{text}");
        }
    }
}
