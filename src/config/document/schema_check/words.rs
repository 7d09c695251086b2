//! Values and what is allowed in their place, in words.

use crate::config::document::tree::{Node, ValueKind};
use crate::config::files::date::month_of;
use crate::config::problem::Place;
use crate::config::schema_view::{Forms, View};
use crate::numerics::real;
use crate::texts::{Argument, Message, message};
use crate::units::{Month, TypedNumber, fraction_of, in_short, percent_of};

/// An amount that is refused and greater than this, in million kronor, is one in kronor.
const KRONOR: f64 = 1e5;

/// Whether a value has the kind, range and word that a schema asks for; tables and arrays are looked into later.
pub(super) fn fits(node: &Node, schema: View) -> bool {
    if let ValueKind::Table(_) = node.kind {
        return schema.is_table();
    }
    let choices = schema.choices();
    if !choices.is_empty() && schema.kind().is_none() {
        return choices.into_iter().any(|choice| fits(node, choice));
    }
    if schema.get("const").or_else(|| schema.get("enum")).is_some() {
        return matches!(&node.kind, ValueKind::Text(text) if schema.words().contains(&text.as_str()));
    }
    let is = |name: &str| schema.kind().is_none_or(|kind| kind == name);
    match &node.kind {
        ValueKind::Integer(_) => {
            (is("integer") || is("number")) && node.kind.as_number().is_some_and(|number| in_range(number, schema))
        }
        ValueKind::Float(number) => is("number") && number.is_finite() && in_range(*number, schema),
        ValueKind::Text(text) if schema.is_percentage() => {
            fraction_of(text).is_some_and(|number| in_range(number, schema))
        }
        ValueKind::Text(text) if is_typed_number(schema) => TypedNumber::with_unit(text).is_some(),
        ValueKind::Text(text) if is_month(schema) => Month::try_from(text.clone()).is_ok(),
        ValueKind::Text(text) => is("string") && length_fits(text.chars().count(), schema, "Length"),
        ValueKind::Boolean(_) => is("boolean"),
        ValueKind::Array(items) => is("array") && length_fits(items.len(), schema, "Items"),
        ValueKind::Table(_) | ValueKind::Date(_) | ValueKind::Beyond(_) => false,
    }
}

fn is_typed_number(schema: View) -> bool {
    schema.get("format").is_some_and(|format| format == "typed-number")
}

fn is_month(schema: View) -> bool {
    schema.get("format").is_some_and(|format| format == "month")
}

/// The values that a schema allows, in words.
pub(super) fn allowed(schema: View) -> Argument {
    alternatives(schema).into()
}

/// The values that a schema allows, each alternative by itself.
pub(super) fn alternatives(schema: View) -> Vec<Argument> {
    let choices = schema.choices();
    if !choices.is_empty() && schema.kind().is_none() {
        let mut all: Vec<Argument> = Vec::new();
        for words in choices.into_iter().flat_map(alternatives) {
            if !all.contains(&words) {
                all.push(words);
            }
        }
        return all;
    }
    let words = schema.words();
    if words.is_empty() {
        return vec![of_kind(schema).into()];
    }
    words.into_iter().map(|word| format!("\"{word}\"").into()).collect()
}

/// The values that a schema of one kind allows.
fn of_kind(schema: View) -> Message {
    match schema.kind() {
        Some("number") if schema.is_percentage() => {
            let [low, high] = ["minimum", "maximum"].map(|end| schema.bound(end).unwrap_or(0.0));
            let [low, high] = [low, high].map(|end| (in_short(end), percent_of(end)));
            message!(a_fraction_between, low = low.0, high = high.0, least = low.1, most = high.1)
        }
        Some("number") if is_typed_number(schema) => message!(a_typed_number),
        Some("number") => match range(schema) {
            [Some(low), Some(high)] => message!(a_number_between, low, high),
            [Some(low), None] => message!(a_number_from, low),
            [None, Some(high)] => message!(a_number_up_to, high),
            [None, None] => message!(a_number),
        },
        Some("integer") => match range(schema) {
            [Some(low), Some(high)] => message!(a_whole_number_between, low, high),
            [Some(low), None] => message!(a_whole_number_from, low),
            [None, Some(high)] => message!(a_whole_number_up_to, high),
            [None, None] => message!(a_whole_number),
        },
        Some("boolean") => message!(true_or_false),
        Some("array") => {
            let inner = schema.item().map_or_else(|| "".into(), allowed);
            match length(schema, "Items") {
                Some(count) => message!(a_list_of_each, count, inner),
                None => message!(a_list_each, inner),
            }
        }
        Some("object") => message!(a_table),
        _ => match length(schema, "Length") {
            None if is_month(schema) => message!(a_month),
            Some(count) => message!(a_text_of, count),
            None => message!(a_text),
        },
    }
}

/// Words in quotes.
pub(super) fn quoted(words: &[&str]) -> String {
    words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ")
}

/// The keys that each form of a table needs.
pub(super) fn in_words(forms: &Forms) -> Argument {
    let and = |keys: Argument, key: Argument| message!(keys_and, keys, key).into();
    let or = |forms: Argument, form: Argument| message!(forms_or, forms, form).into();
    let needs = forms.all.iter().filter_map(|form| form.required().map(Argument::from).reduce(and));
    needs.reduce(or).unwrap_or_else(|| "".into())
}

fn in_range(number: f64, schema: View) -> bool {
    schema.bound("minimum").is_none_or(|low| number >= low) && schema.bound("maximum").is_none_or(|high| number <= high)
}

/// Whether a number is allowed, and within what is usual where that is said.
fn is_usual(number: f64, schema: View) -> bool {
    let usual = schema.usual().is_none_or(|[least, most]| (least..=most).contains(&number));
    usual && in_range(number, schema)
}

fn range(schema: View) -> [Option<String>; 2] {
    ["minimum", "maximum"].map(|end| schema.bound(end).map(in_short))
}

fn bounds(schema: View, what: &str) -> [Option<f64>; 2] {
    ["min", "max"].map(|end| schema.bound(&format!("{end}{what}")))
}

/// Whether a text, a list or a table has as many characters, items or keys as it may.
pub(super) fn length_fits(count: usize, schema: View, what: &str) -> bool {
    let [low, high] = bounds(schema, what);
    let count = real(count as u64);
    low.is_none_or(|low| count >= low) && high.is_none_or(|high| count <= high)
}

/// How many characters, items or keys there may be.
pub(super) fn length(schema: View, what: &str) -> Option<Message> {
    match bounds(schema, what).map(|bound| bound.map(in_short)) {
        [Some(low), Some(high)] => Some(message!(from_to, low, high)),
        [Some(low), None] => Some(message!(at_least, number = low)),
        [None, Some(high)] => Some(message!(at_most, number = high)),
        [None, None] => None,
    }
}

/// A value, for a message.
pub(super) fn describe(kind: &ValueKind) -> Argument {
    match kind {
        ValueKind::Integer(number) => number.to_string().into(),
        ValueKind::Float(number) => in_short(*number).into(),
        ValueKind::Text(text) if text.chars().count() > 60 => message!(a_long_text).into(),
        ValueKind::Text(text) => message!(the_text, text = text.escape_debug().to_string()).into(),
        ValueKind::Boolean(flag) => flag.to_string().into(),
        ValueKind::Date(date) => message!(the_date, date).into(),
        ValueKind::Beyond(number) if number.len() > 40 => message!(a_number_of_many_digits).into(),
        ValueKind::Beyond(number) => message!(the_number, number).into(),
        ValueKind::Array(items) => message!(a_list_of, count = items.len()).into(),
        ValueKind::Table(_) => message!(a_table).into(),
    }
}

/// How a number is read that is allowed but unusual; none for a usual one, and for what is no number.
pub(super) fn unusual(node: &Node, schema: View) -> Option<Message> {
    let (number, bare) = match &node.kind {
        ValueKind::Text(text) => (fraction_of(text)?, false),
        other => (other.as_number()?, true),
    };
    unusual_number(describe(&node.kind), number, bare, schema)
}

/// How a number of an option is read that is allowed for a key but unusual.
pub(super) fn unusual_option(text: &str, schema: View) -> Option<Message> {
    let percentage = fraction_of(text).map(|number| (number, false));
    let (number, bare) = percentage.or_else(|| Some((text.parse().ok()?, true)))?;
    unusual_number(format!("\"{text}\"").into(), number, bare, schema)
}

fn unusual_number(found: Argument, number: f64, bare: bool, schema: View) -> Option<Message> {
    let [least, most] = schema.usual().or_else(|| schema.choices().into_iter().find_map(View::usual))?;
    if (least..=most).contains(&number) {
        return None;
    }
    if !schema.is_percentage() {
        let [least, most] = [least, most].map(in_short);
        return Some(message!(unusual_number, found, least, most));
    }
    let [read, low, high] = [number, least, most].map(percent_of);
    let text = message!(unusual, found, read, least = low, most = high);
    let hint = usual_reading(number, bare, [least, most]);
    Some(hint.into_iter().fold(text, Message::hinted))
}

/// How an unusual fraction may have been meant, if that is usual. It may be a percentage, or the fall that a share of
/// the whole leaves room for.
fn usual_reading(number: f64, bare: bool, [least, most]: [f64; 2]) -> Option<Message> {
    let is_usual = |number: f64| (least..=most).contains(&number);
    if bare && is_usual(number / 100.0) {
        return Some(message!(percent_may_be_meant, number = in_short(number)));
    }
    let of_the_whole = most.total_cmp(&1.0).is_eq() && number > 0.0;
    let slip_of_percent = !bare && is_usual(number * 100.0);
    // Without the last bits of a difference of decimals.
    let share = ((1.0 - number) * 1e9).round() / 1e9;
    let is_fall = of_the_whole && !slip_of_percent && is_usual(share);
    is_fall.then(|| message!(fall_may_be_meant, share = percent_of(share), fall = percent_of(number)))
}

/// How a value of the wrong kind may have been meant.
pub(super) fn hint(key: &str, node: &Node, schema: View) -> Option<Message> {
    let number = node.kind.as_number();
    let maximum = schema.bound("maximum");
    let wants_number = matches!(schema.kind(), Some("number" | "integer"));
    match &node.kind {
        ValueKind::Text(_) | ValueKind::Float(_) if is_month(schema) => {
            let text = if let ValueKind::Text(text) = &node.kind { text.clone() } else { number?.to_string() };
            month_of(&text).map(|month| message!(write_in_quotes, date = month.to_string()))
        }
        ValueKind::Text(text) if wants_number && text.parse::<f64>().is_ok() => {
            Some(message!(write_without_quotes, number = text))
        }
        ValueKind::Text(text) if wants_number => {
            let point = text.replace(',', ".");
            point.parse::<f64>().is_ok().then(|| message!(write_with_a_point, number = point))
        }
        ValueKind::Date(date) => Some(message!(write_in_quotes, date)),
        _ if number.is_some_and(|number| number.abs() > KRONOR) && in_mnkr(key) => Some(message!(looks_like_kronor)),
        _ if maximum == Some(0.0) && number.is_some_and(|number| number > 0.0) => {
            let is_cost = !schema.is_percentage();
            Some(if is_cost { message!(costs_are_negative) } else { message!(falls_are_negative) })
        }
        _ if schema.is_percentage() => percentage_meant(number?, schema),
        _ => None,
    }
}

/// A number that is allowed, and usual, only as a percentage.
pub(super) fn percentage_meant(number: f64, schema: View) -> Option<Message> {
    is_usual(number / 100.0, schema).then(|| message!(percent_may_be_meant, number = in_short(number)))
}

/// The decimal that two neighbours in a list were meant for, if nothing but a comma is between them: `[0,5]`.
pub(super) fn decimal(whole: &Node, part: &Node, schema: View) -> Option<Message> {
    let (ValueKind::Integer(before), ValueKind::Integer(after @ 0..)) = (&whole.kind, &part.kind) else { return None };
    let (Place::File { line, column, .. }, Place::File { line: same, column: next, .. }) = (&whole.place, &part.place)
    else {
        return None;
    };
    let before = before.to_string();
    let joined = line == same && column + before.len() + 1 == *next;
    let text = format!("{before}.{after}");
    let is_meant = joined && text.parse().is_ok_and(|number| in_range(number, schema));
    is_meant.then(|| message!(write_this, text))
}

/// Whether a key holds amounts in million kronor, or is within a table of such.
fn in_mnkr(key: &str) -> bool {
    key.split('.').any(|part| part.ends_with("_mnkr"))
}
