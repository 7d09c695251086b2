//! The JSON Schema of the figures in `summary.json`, from the registry.

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use super::{Distribution, Likelihood};
use crate::ledger::lines::{Line, RegionEvent};
use crate::stats::Estimate;
use crate::stats::figure::{Better, FigureEntry, PoolFigure, RegionFigure, Statistic, Unit};
use crate::stats::region::EventWindow;

/// A calendar year.
const YEAR: &str = "^[0-9]{4,}$";
/// A quantile.
const QUANTILE: &str = "q[0-9]+(_[0-9]+)?";

/// The schema of a pool's figures.
pub(super) fn pool(generator: &mut SchemaGenerator) -> Schema {
    let estimate = generator.subschema_for::<Estimate>();
    let mut root = SchemaNode::default();
    for entry in PoolFigure::ALL {
        root.insert(entry.path.split('.'), entry);
    }
    let mut schema = json_schema!({ "description": "The figures of one pool, or of all pools together." });
    if let (Value::Object(fields), Some(object)) = (root.schema(&estimate), schema.as_object_mut()) {
        object.extend(fields);
    }
    schema
}

/// The schema of the quantiles of a distribution, beside its mean.
pub(super) fn quantiles(generator: &mut SchemaGenerator) -> Schema {
    let estimate = generator.subschema_for::<Estimate>();
    let pattern = format!("^{QUANTILE}$");
    json_schema!({ "type": "object", "patternProperties": { (pattern): estimate } })
}

/// The schema of the region's lines by calendar year.
pub(super) fn lines(generator: &mut SchemaGenerator) -> Schema {
    let lines = Line::ALL.map(|line| (line.key(), RegionFigure::Line(0, line, Statistic::Mean)));
    by_year::<Distribution>(generator, &lines)
}

/// The schema of the region's events by calendar year.
pub(super) fn events(generator: &mut SchemaGenerator) -> Schema {
    let events = RegionEvent::ALL.map(|event| (event.key(), RegionFigure::Event(0, event, EventWindow::InYear)));
    by_year::<Likelihood>(generator, &events)
}

/// The schema of how long the pools last, by calendar year.
pub(super) fn lasts(generator: &mut SchemaGenerator) -> Schema {
    let figure = RegionFigure::Lasts(0);
    let lasts = described(&generator.subschema_for::<Estimate>(), figure.unit(), figure.better());
    json_schema!({ "type": "object", "patternProperties": { (YEAR): lasts }, "additionalProperties": false })
}

fn by_year<T: JsonSchema>(generator: &mut SchemaGenerator, figures: &[(&str, RegionFigure)]) -> Schema {
    let schema = generator.subschema_for::<T>();
    let of =
        |(key, figure): &(&str, RegionFigure)| ((*key).to_owned(), described(&schema, figure.unit(), figure.better()));
    let figures: Value = figures.iter().map(of).collect();
    let year = json!({ "type": "object", "properties": figures, "additionalProperties": false });
    json_schema!({ "type": "object", "patternProperties": { (YEAR): year }, "additionalProperties": false })
}

/// A part of the figures' paths.
#[derive(Default)]
struct SchemaNode {
    /// The figure that ends here.
    entry: Option<&'static FigureEntry>,
    /// By the next part of the path.
    next: IndexMap<&'static str, SchemaNode>,
}

impl SchemaNode {
    fn insert(&mut self, mut path: impl Iterator<Item = &'static str>, entry: &'static FigureEntry) {
        match path.next() {
            Some(part) => self.next.entry(part).or_default().insert(path, entry),
            None => self.entry = Some(entry),
        }
    }

    fn schema(&self, estimate: &Schema) -> Value {
        if let Some(entry) = self.entry {
            return leaf(entry, estimate);
        }
        let (slots, words): (Vec<_>, Vec<_>) = self.next.iter().partition(|(part, _)| part.contains('{'));
        let mut schema = json!({ "type": "object", "additionalProperties": false });
        let of = |parts: Vec<(&&'static str, &SchemaNode)>, key: fn(&str) -> String| -> Value {
            parts.into_iter().map(|(part, node)| (key(part), node.schema(estimate))).collect()
        };
        if !words.is_empty() {
            schema["properties"] = of(words, str::to_owned);
        }
        if !slots.is_empty() {
            schema["patternProperties"] = of(slots, pattern);
        }
        schema
    }
}

/// The regular expression of a part with a slot.
fn pattern(part: &str) -> String {
    let (before, slot) = part.split_once('{').unwrap_or((part, ""));
    format!("^{before}{}$", values(slot).unwrap_or_default())
}

/// The regular expression of a slot's values. A test finds a slot that has none.
fn values(slot: &str) -> Option<String> {
    match slot {
        "term}" => Some("(y[1-9][0-9]*|horizon)".to_owned()),
        "statistic}" => Some(format!("(mean|{QUANTILE})")),
        "depth}" | "amount}" => Some("[0-9]+(_[0-9]+)?".to_owned()),
        _ => None,
    }
}

fn leaf(entry: &FigureEntry, estimate: &Schema) -> Value {
    let mut schema = described(estimate, entry.unit, entry.better);
    schema["description"] = entry.meaning.trim().into();
    if let Some(group) = entry.group {
        schema["group"] = json!(group);
    }
    schema
}

/// A schema with the unit of its figures, and whether more of them is better.
fn described(schema: &Schema, unit: Unit, better: Better) -> Value {
    let mut schema = schema.clone().to_value();
    schema["unit"] = match unit {
        Unit::Amount => "SEK",
        Unit::Fraction | Unit::Ratio => "fraction",
        Unit::Number(_) => "number",
    }
    .into();
    schema["better"] = match better {
        Better::More => "more",
        Better::Less => "less",
        Better::Neither => "neither",
    }
    .into();
    schema
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_of_a_path_has_an_expression_of_its_values() {
        let parts = PoolFigure::ALL.iter().flat_map(|entry| entry.path.split('.'));
        let slots: Vec<&str> = parts.filter_map(|part| Some(part.split_once('{')?.1)).collect();
        assert!(slots.len() > 20);
        for slot in slots {
            assert!(values(slot).is_some(), "{slot}");
        }
    }
}
