//! Numbers with the unit that they are typed in: `0.1`, `10 %`, `4900 mnkr`.

use std::borrow::Cow;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::percent_text::{decimal, fraction_of};

/// Units of amounts, each with the power of ten that makes it kronor.
const UNITS_OF_AMOUNTS: [(&str, i32); 4] = [("mdkr", 9), ("mnkr", 6), ("tkr", 3), ("kr", 0)];

/// A number in the unit of a figure, and the unit that it was typed in.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "NumberAsTyped", into = "NumberAsTyped")]
pub struct TypedNumber {
    /// The number: a fraction of a percentage, kronor of an amount.
    pub number: f64,
    /// The unit that it was typed in.
    pub typed: TypedUnit,
}

/// The unit that a number was typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypedUnit {
    /// None: the figure's own.
    Own,
    /// A percentage.
    Percent,
    /// An amount in kronor, or in thousands, millions or milliards of them.
    Kronor,
}

impl TypedNumber {
    /// A bare number.
    #[must_use]
    pub const fn bare(number: f64) -> Self {
        Self { number, typed: TypedUnit::Own }
    }

    /// A number typed with its unit; `None` for any other text.
    #[must_use]
    pub fn with_unit(text: &str) -> Option<Self> {
        if let Some(number) = fraction_of(text) {
            return Some(Self { number, typed: TypedUnit::Percent });
        }
        let text = text.trim();
        let (unit, power) = UNITS_OF_AMOUNTS.into_iter().find(|(unit, _)| text.ends_with(unit))?;
        let number = decimal(text.strip_suffix(unit)?.trim_end(), power)?;
        Some(Self { number, typed: TypedUnit::Kronor })
    }
}

/// A text that is no number with or without a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("found no number, percentage or amount")]
pub struct NotATypedNumber;

impl FromStr for TypedNumber {
    type Err = NotATypedNumber;

    fn from_str(text: &str) -> Result<Self, NotATypedNumber> {
        let bare = || text.trim().parse().ok().filter(|number: &f64| number.is_finite()).map(Self::bare);
        Self::with_unit(text).or_else(bare).ok_or(NotATypedNumber)
    }
}

/// A typed number as it stands in a file: an amount keeps its unit, since a bare one may not be small.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum NumberAsTyped {
    Number(f64),
    Text(String),
}

impl TryFrom<NumberAsTyped> for TypedNumber {
    type Error = NotATypedNumber;

    fn try_from(typed: NumberAsTyped) -> Result<Self, NotATypedNumber> {
        match typed {
            NumberAsTyped::Number(number) => Ok(Self::bare(number)),
            NumberAsTyped::Text(text) => Self::with_unit(&text).ok_or(NotATypedNumber),
        }
    }
}

impl From<TypedNumber> for NumberAsTyped {
    fn from(TypedNumber { number, typed }: TypedNumber) -> Self {
        match typed {
            TypedUnit::Own | TypedUnit::Percent => Self::Number(number),
            TypedUnit::Kronor => Self::Text(format!("{number} kr")),
        }
    }
}

impl JsonSchema for TypedNumber {
    fn schema_name() -> Cow<'static, str> {
        "TypedNumber".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": ["number", "string"],
            "format": "typed-number",
            "pattern": r"^\s*[-\u2212]?[0-9]+([.,][0-9]+)?\s*(%|kr|tkr|mnkr|mdkr)\s*$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_number_has_the_bits_of_its_number() {
        for (text, number, typed) in [
            ("0.1", 0.1_f64, TypedUnit::Own),
            ("10 %", 0.1, TypedUnit::Percent),
            ("12,5%", 0.125, TypedUnit::Percent),
            ("4900 mnkr", 4.9e9, TypedUnit::Kronor),
            ("4,9 mdkr", 4.9e9, TypedUnit::Kronor),
            ("-0.1mnkr", -1e5, TypedUnit::Kronor),
            ("250 tkr", 2.5e5, TypedUnit::Kronor),
            ("5 kr", 5.0, TypedUnit::Kronor),
        ] {
            let found: TypedNumber = text.parse().unwrap();
            assert_eq!((found.number.to_bits(), found.typed), (number.to_bits(), typed), "{text}");
        }
        for wrong in ["", "mnkr", "1 000 mnkr", "1,5", "4900 MNKR", "4900 sek", "nan", "inf kr", "1e3 kr"] {
            assert!(wrong.parse::<TypedNumber>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_amount_is_written_as_it_is_read() {
        let amount = TypedNumber::with_unit("0,3 mnkr").unwrap();
        let text = serde_json::to_string(&amount).unwrap();
        assert_eq!((text.as_str(), serde_json::from_str(&text).ok()), ("\"300000 kr\"", Some(amount)));
    }
}
