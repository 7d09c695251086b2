//! The tree of a TOML file: each value with the place where its key stands.

use std::cell::Cell;
use std::ops::Range;

use indexmap::IndexMap;
use toml::de::{DeTable, DeValue};

use crate::config::problem::Place;
use crate::units::fraction_of;

/// A value with the place of its key.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) place: Place,
    pub(super) kind: ValueKind,
}

/// The kind of a value.
#[derive(Debug, Clone)]
pub(super) enum ValueKind {
    Integer(i64),
    Float(f64),
    Text(String),
    Boolean(bool),
    Date(String),
    /// A whole number too large to hold.
    Beyond(String),
    Array(Vec<Node>),
    Table(IndexMap<String, Node>),
}

impl Node {
    /// The value under a name in a table, or at a place in a list.
    pub(super) fn child(&self, part: &str) -> Option<&Self> {
        match &self.kind {
            ValueKind::Table(table) => table.get(part),
            ValueKind::Array(items) => part.parse::<usize>().ok().and_then(|index| items.get(index)),
            _ => None,
        }
    }

    /// The value with all that is in it, without places.
    pub(super) fn value(&self) -> toml::Value {
        match &self.kind {
            ValueKind::Integer(number) => toml::Value::Integer(*number),
            ValueKind::Float(number) => toml::Value::Float(*number),
            ValueKind::Text(text) | ValueKind::Date(text) | ValueKind::Beyond(text) => {
                toml::Value::String(text.clone())
            }
            ValueKind::Boolean(flag) => toml::Value::Boolean(*flag),
            ValueKind::Array(items) => toml::Value::Array(items.iter().map(Self::value).collect()),
            ValueKind::Table(table) => {
                toml::Value::Table(table.iter().map(|(key, node)| (key.clone(), node.value())).collect())
            }
        }
    }
}

impl ValueKind {
    pub(super) fn table(table: &DeTable, lines: &impl SpanPlaces) -> Self {
        let node =
            |span: Range<usize>, value: &DeValue| Node { place: lines.place(&span), kind: Self::of(value, lines) };
        Self::Table(
            table.iter().map(|(key, value)| (key.get_ref().to_string(), node(key.span(), value.get_ref()))).collect(),
        )
    }

    /// The number that it is, if it is one.
    #[allow(clippy::cast_precision_loss, reason = "compared with bounds below 2^53")]
    pub(super) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Float(number) => Some(*number),
            _ => None,
        }
    }

    /// A number; a whole one may be written `360.0` or `5e3`.
    fn number(number: f64) -> Self {
        const MOST: f64 = 9_007_199_254_740_992.0;
        let is_whole = number.fract() == 0.0 && number.abs() <= MOST && !(number == 0.0 && number.is_sign_negative());
        #[allow(clippy::cast_possible_truncation, reason = "a whole number up to 2^53")]
        if is_whole { Self::Integer(number as i64) } else { Self::Float(number) }
    }

    fn of(value: &DeValue, lines: &impl SpanPlaces) -> Self {
        match value {
            DeValue::String(text) => Self::Text(text.to_string()),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or_else(|_| Self::Beyond(number.to_string()), Self::Integer),
            DeValue::Float(number) => {
                number.as_str().parse().map_or_else(|_| Self::Beyond(number.to_string()), Self::number)
            }
            DeValue::Boolean(flag) => Self::Boolean(*flag),
            DeValue::Datetime(date) => Self::Date(date.to_string()),
            DeValue::Array(items) => Self::Array(
                items
                    .iter()
                    .map(|item| Node { place: lines.place(&item.span()), kind: Self::of(item.get_ref(), lines) })
                    .collect(),
            ),
            DeValue::Table(table) => Self::table(table, lines),
        }
    }
}

/// Turns a span of the text into a place.
pub(super) trait SpanPlaces {
    fn place(&self, span: &Range<usize>) -> Place;
}

/// A text, whose spans are places in a file. Places that follow each other in the text are found in one pass over it.
pub(super) struct TextLines<'a> {
    file: &'a str,
    text: &'a str,
    reached: Cell<TextPosition>,
}

/// A byte of a text, and its line and column, counted from 0.
#[derive(Debug, Clone, Copy, Default)]
struct TextPosition {
    byte: usize,
    line: usize,
    column: usize,
}

impl<'a> TextLines<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, reached: Cell::default() }
    }
}

impl SpanPlaces for TextLines<'_> {
    fn place(&self, span: &Range<usize>) -> Place {
        let last = self.reached.get();
        let mut reached = if span.start < last.byte { TextPosition::default() } else { last };
        for c in self.text.get(reached.byte..span.start).unwrap_or_default().chars() {
            reached.column = if c == '\n' { 0 } else { reached.column + 1 };
            reached.line += usize::from(c == '\n');
        }
        reached.byte = span.start;
        self.reached.set(reached);
        Place::File { file: self.file.to_owned(), line: reached.line + 1, column: reached.column + 1 }
    }
}

/// Everything in an option stands at the option.
impl SpanPlaces for Place {
    fn place(&self, _: &Range<usize>) -> Place {
        self.clone()
    }
}

/// The value that an option gives: TOML, a plain word, or a percentage.
pub(super) fn option_value(value: &str, place: &Place) -> Option<ValueKind> {
    if let Ok(parsed) = DeValue::parse(value) {
        return Some(ValueKind::of(parsed.get_ref(), place));
    }
    let plain = |c: char| c.is_alphanumeric() || "-_/.".contains(c);
    let is_word = !value.is_empty() && value.chars().all(plain);
    (is_word || fraction_of(value).is_some()).then(|| ValueKind::Text(value.to_owned()))
}
