//! A pool's figures as an ordered list, which is nested by the figures' paths in JSON.

use std::borrow::Cow;
use std::ops::Index;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::Error;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::{Distribution, Estimate, schema};
use crate::stats::figure::{PoolFigure, Statistic};

/// The figures of one pool, or of the total. Figures that the configuration leaves out are missing.
///
/// # Examples
/// ```
/// use skans::stats::Estimate;
/// use skans::stats::figure::{PoolFigure, Term};
/// use skans::stats::summary::PoolSummary;
///
/// let mut pool = PoolSummary::default();
/// pool.insert(PoolFigure::BreachExPost(Term::Years(10)), Estimate::normal(0.04, 0.001));
/// assert_eq!(pool[PoolFigure::BreachExPost(Term::Years(10))].value, 0.04);
/// assert_eq!(serde_json::to_value(&pool).unwrap()["breach"]["ex_post"]["y10"]["value"], 0.04);
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PoolSummary(IndexMap<PoolFigure, Estimate>);

impl PoolSummary {
    /// A figure, if the run has it.
    #[must_use]
    pub fn get(&self, figure: PoolFigure) -> Option<Estimate> {
        self.0.get(&figure).copied()
    }

    /// The figures in their order.
    pub fn iter(&self) -> impl Iterator<Item = (PoolFigure, Estimate)> {
        self.0.iter().map(|(figure, estimate)| (*figure, *estimate))
    }

    /// Puts a figure at the end. Figures whose paths begin alike must follow each other.
    pub fn insert(&mut self, figure: PoolFigure, estimate: Estimate) {
        self.0.insert(figure, estimate);
    }

    /// Puts a distribution's mean and quantiles at the end.
    pub fn insert_all(&mut self, figure: impl Fn(Statistic) -> PoolFigure, distribution: &Distribution) {
        self.0.extend(distribution.iter().map(|(statistic, estimate)| (figure(statistic), estimate)));
    }
}

impl Index<PoolFigure> for PoolSummary {
    type Output = Estimate;

    /// # Panics
    /// If the run does not have the figure.
    fn index(&self, figure: PoolFigure) -> &Estimate {
        self.0.get(&figure).unwrap_or_else(|| panic!("the run has no figure {figure}"))
    }
}

impl Serialize for PoolSummary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let paths: Vec<String> = self.0.keys().map(ToString::to_string).collect();
        let leaves = paths.iter().zip(self.0.values()).map(|(path, estimate)| (path.split('.').collect(), *estimate));
        let leaves: Vec<Leaf> = leaves.collect();
        Subtree { leaves: &leaves, depth: 0 }.serialize(serializer)
    }
}

/// The parts of a figure's path, and the figure.
type Leaf<'a> = (Vec<&'a str>, Estimate);

/// Figures whose paths agree in their first parts.
struct Subtree<'a> {
    leaves: &'a [Leaf<'a>],
    /// The number of parts in which the paths agree.
    depth: usize,
}

impl Serialize for Subtree<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let [(path, estimate)] = self.leaves
            && path.len() == self.depth
        {
            return estimate.serialize(serializer);
        }
        let mut map = serializer.serialize_map(None)?;
        for leaves in self.leaves.chunk_by(|(a, _), (b, _)| a[self.depth] == b[self.depth]) {
            map.serialize_entry(leaves[0].0[self.depth], &Subtree { leaves, depth: self.depth + 1 })?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for PoolSummary {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut pool = Self::default();
        read(&mut pool, "", Value::deserialize(deserializer)?).map_err(D::Error::custom)?;
        Ok(pool)
    }
}

/// Reads the figures whose paths begin so.
fn read(pool: &mut PoolSummary, path: &str, value: Value) -> Result<(), String> {
    let text = |error: &dyn std::fmt::Display| format!("{path}: {error}");
    match value {
        Value::Object(fields) if !fields.contains_key("ci95") => fields.into_iter().try_for_each(|(part, value)| {
            let path = if path.is_empty() { part } else { format!("{path}.{part}") };
            read(pool, &path, value)
        }),
        value => {
            let estimate = serde_json::from_value(value).map_err(|error| text(&error))?;
            pool.insert(path.parse().map_err(|error| text(&error))?, estimate);
            Ok(())
        }
    }
}

impl JsonSchema for PoolSummary {
    fn schema_name() -> Cow<'static, str> {
        "PoolSummary".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema::pool(generator)
    }
}
