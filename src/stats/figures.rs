//! Every figure of a summary by its name: its path, with dots.

use serde_json::Value;

use crate::stats::Estimate;
use crate::stats::summary::Summary;

/// The figures in the summary's order: `pools.long.breach.ex_post.y10` and its estimate.
#[must_use]
pub fn figures(summary: &Summary) -> Vec<(String, Estimate)> {
    let mut found = Vec::new();
    let tree = serde_json::to_value(summary).unwrap_or_default();
    for part in ["pools", "total", "region"] {
        if let Some(value) = tree.get(part) {
            walk(part, value, &mut found);
        }
    }
    found
}

fn walk(path: &str, value: &Value, found: &mut Vec<(String, Estimate)>) {
    let Value::Object(fields) = value else { return };
    if fields.contains_key("ci95") {
        found.extend(serde_json::from_value(value.clone()).ok().map(|estimate| (path.to_owned(), estimate)));
        return;
    }
    for (name, value) in fields {
        walk(&format!("{path}.{name}"), value, found);
    }
}
