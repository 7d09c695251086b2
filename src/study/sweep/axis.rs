//! A key with the values it takes.

use std::str::FromStr;

use crate::texts::{Message, Worded, message};

/// The most values of one axis.
const MOST: usize = 1000;
/// The most decimals of a range's values.
const MOST_DECIMALS: usize = 12;

/// A key of the configuration with the values it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The key, `pools.long.floor.share`.
    pub key: String,
    /// Its values, as TOML writes them, each another one.
    pub values: Vec<String>,
}

impl Axis {
    /// The keys that a value sets, if it is a table, with what each is set to.
    #[must_use]
    pub fn keys_set(&self, place: usize) -> Option<Vec<(&str, &str)>> {
        let table = self.values[place].strip_prefix('{')?.strip_suffix('}')?;
        split(table, ',')?
            .into_iter()
            .map(|part| part.split_once('=').map(|(key, set)| (key.trim(), set.trim())))
            .collect()
    }

    /// A value in a word or two, for charts: of a table what its keys are set to (`dynamic 0.25`).
    #[must_use]
    pub fn label(&self, place: usize) -> String {
        const MOST: usize = 30;
        let words = self.keys_set(place).map(|keys| keys.into_iter().map(|(_, set)| set).collect::<Vec<_>>().join(" "));
        let words = words.unwrap_or_else(|| self.values[place].clone());
        let words: Vec<char> = words.chars().filter(|c| !['"', '\''].contains(c)).collect();
        let cut = if words.len() > MOST { "…" } else { "" };
        words.iter().take(MOST).collect::<String>() + cut
    }
}

/// A text that is no axis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum NotAnAxis {
    /// There is no key, or no value.
    Shape(String),
    /// A bracket or a quote has no other end.
    Open(String),
    /// A range that leads nowhere.
    Range(String),
    /// A value that comes again.
    Twice(String),
    /// More values than there may be.
    Many(usize),
}

impl Worded for NotAnAxis {
    fn message(&self) -> Message {
        match self {
            Self::Shape(text) => Message::found(format!("\"{text}\""), message!(an_axis)),
            Self::Open(values) => Message::found(message!(open_bracket, values), message!(values_as_in_toml)),
            Self::Range(range) => {
                Message::found(message!(the_range, range), message!(a_range, decimals = MOST_DECIMALS, most = MOST))
            }
            Self::Twice(value) => Message::found(message!(the_value_twice, value), message!(each_another)),
            Self::Many(number) => {
                Message::found(message!(many_values, number = *number), message!(at_most, number = MOST))
            }
        }
    }
}

impl FromStr for Axis {
    type Err = NotAnAxis;

    fn from_str(text: &str) -> Result<Self, NotAnAxis> {
        let shape = || NotAnAxis::Shape(text.to_owned());
        let (key, values) = text.split_once('=').ok_or_else(shape)?;
        let open = || NotAnAxis::Open(values.to_owned());
        let values: Vec<String> = match split(values, ':').ok_or_else(open)?[..] {
            [list] => split(list, ',').ok_or_else(open)?.iter().map(|value| value.trim().to_owned()).collect(),
            [first, last, step] => {
                range([first, last, step].map(str::trim)).ok_or_else(|| NotAnAxis::Range(values.to_owned()))?
            }
            _ => return Err(NotAnAxis::Range(values.to_owned())),
        };
        if key.trim().is_empty() || values.iter().any(String::is_empty) {
            return Err(shape());
        }
        if values.len() > MOST {
            return Err(NotAnAxis::Many(values.len()));
        }
        // 0.8 and 0.80 are the same number.
        let number = |value: &String| value.parse::<f64>().map_or_else(|_| value.clone(), |x| (x + 0.0).to_string());
        let mut seen = std::collections::BTreeSet::new();
        match values.iter().find(|value| !seen.insert(number(value))) {
            Some(again) => Err(NotAnAxis::Twice(again.clone())),
            None => Ok(Self { key: key.trim().to_owned(), values }),
        }
    }
}

/// The parts between separators that stand outside of brackets and quotes; none where a bracket or a quote has no other
/// end.
fn split(text: &str, separator: char) -> Option<Vec<&str>> {
    let (mut parts, mut begin, mut depth, mut quote, mut escaped) = (Vec::new(), 0, 0_u32, None, false);
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (Some('"'), _) if escaped => escaped = false,
            (Some('"'), '\\') => escaped = true,
            (Some(open), _) => quote = quote.filter(|_| c != open),
            (None, '"' | '\'') => quote = Some(c),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => depth = depth.checked_sub(1)?,
            (None, _) if c == separator && depth == 0 => {
                parts.push(&text[begin..at]);
                begin = at + c.len_utf8();
            }
            (None, _) => {}
        }
    }
    parts.push(&text[begin..]);
    (depth == 0 && quote.is_none()).then_some(parts)
}

/// `first`, `first + step`, … up to `last`, to as many decimals as are written.
fn range([first, last, step]: [&str; 3]) -> Option<Vec<String>> {
    let places = [first, last, step].map(decimals).into_iter().max()?;
    let [first, last, step] = [first, last, step].map(|number| number.parse::<f64>().ok().filter(|x| x.is_finite()));
    let (first, last, step) = (first?, last?, step?);
    let steps = libm::floor((last - first) / step + 1e-9);
    #[allow(clippy::cast_precision_loss, reason = "a thousand")]
    let right = places <= MOST_DECIMALS && (0.0..MOST as f64).contains(&steps) && step.abs() > 0.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below a thousand")]
    let count = if right { steps as u32 } else { return None };
    Some((0..=count).map(|place| format!("{:.places$}", first + f64::from(place) * step)).collect())
}

/// The decimals of a number as written: 2 of `0.25`, 4 of `2.5e-3`.
fn decimals(number: &str) -> usize {
    let (digits, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let written = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let exponent: isize = exponent.parse().unwrap_or(0);
    written.saturating_add_signed(exponent.saturating_neg())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_both_its_ends_and_decimals_as_written() {
        let values = |text: &str| text.parse::<Axis>().unwrap().values;
        assert_eq!(values("x=0.80:0.83:0.01"), ["0.80", "0.81", "0.82", "0.83"]);
        assert_eq!(values("x=12:36:12"), ["12", "24", "36"]);
        assert_eq!(values("x=0.3:0.1:-0.1"), ["0.3", "0.2", "0.1"]);
        assert_eq!(values("x=1:1:1"), ["1"]);
        assert_eq!(values("x=1e-3:5e-3:2e-3"), ["0.001", "0.003", "0.005"]);
        assert_eq!(values("x=0:2.5E-3:1.25e-3"), ["0.00000", "0.00125", "0.00250"]);
        assert_eq!(values("x=1e2:3e2:1e+2"), ["100", "200", "300"]);
        assert_eq!(values("floor.window_months=12,24,none"), ["12", "24", "none"]);
        assert_eq!(values("x=0:0.99:0.001").len(), 991);
    }

    #[test]
    fn commas_and_colons_inside_brackets_and_quotes_part_no_values() {
        let axis: Axis =
            r#"rule={kind="static",share=0.4}, { kind = "dynamic", equity_stress = 0.25 }"#.parse().unwrap();
        assert_eq!(axis.key, "rule");
        assert_eq!(axis.values, [r#"{kind="static",share=0.4}"#, r#"{ kind = "dynamic", equity_stress = 0.25 }"#]);
        assert_eq!([0, 1].map(|place| axis.label(place)), ["static 0.4", "dynamic 0.25"]);
        let axis: Axis = r#"x=["a,b",[1,2]],"c:d\",e",'f\',g"#.parse().unwrap();
        assert_eq!(axis.values, [r#"["a,b",[1,2]]"#, r#""c:d\",e""#, r"'f\'", "g"]);
        assert_eq!(axis.label(3), "g");
    }

    #[test]
    fn what_is_no_axis_is_refused() {
        let refused = |text: &str| text.parse::<Axis>().unwrap_err();
        for wrong in ["", "x", "=1", "x=", "x=1,"] {
            assert!(matches!(refused(wrong), NotAnAxis::Shape(_)), "{wrong}");
        }
        for wrong in ["x=[1,2", "x=1,2]", "x={a=1", r#"x="a,b"#, r#"x="a\""#, "x='a"] {
            assert!(matches!(refused(wrong), NotAnAxis::Open(_)), "{wrong}");
        }
        for wrong in [
            "x=1:2",
            "x=1:2:0",
            "x=2:1:1",
            "x=1:2:nan",
            "x=0:1:0.0001",
            "x=a:b:c",
            "x=1:2:3:4",
            "x=0:1:1e-13",
            "x=0:1:1e-99999999999999999999",
        ] {
            assert!(matches!(refused(wrong), NotAnAxis::Range(_)), "{wrong}");
        }
        assert_eq!(refused("x=0.8,0.80"), NotAnAxis::Twice("0.80".to_owned()));
        assert_eq!(refused("x=1,1"), NotAnAxis::Twice("1".to_owned()));
        let many: Vec<String> = (0..1001).map(|value| value.to_string()).collect();
        assert_eq!(refused(&format!("x={}", many.join(","))), NotAnAxis::Many(1001));
    }
}
