//! `summary.json` has the form that its schema says.

use regex::Regex;
use serde_json::Value;

/// What a summary has that its schema does not allow, by path.
pub fn faults(summary: &Value) -> Vec<String> {
    let root = skans::report::json::summary_schema();
    let mut faults = Vec::new();
    look(&root, &root, summary, "", &mut faults);
    faults
}

fn look(root: &Value, schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
    if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/")) {
        return look(root, &root["$defs"][name], value, path, faults);
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let fits = |choice: &Value| {
            let mut faults = Vec::new();
            look(root, choice, value, path, &mut faults);
            faults.is_empty()
        };
        if !choices.iter().any(fits) {
            faults.push(format!("{path}: none of the choices"));
        }
        return;
    }
    if !has_type(&schema["type"], value) {
        return faults.push(format!("{path}: {value} is no {}", schema["type"]));
    }
    if let Value::Object(fields) = value {
        look_at_fields(root, schema, fields, path, faults);
    }
    for (place, item) in value.as_array().into_iter().flatten().enumerate() {
        look(root, &schema["items"], item, &format!("{path}.{place}"), faults);
    }
}

fn look_at_fields(
    root: &Value,
    schema: &Value,
    fields: &serde_json::Map<String, Value>,
    path: &str,
    faults: &mut Vec<String>,
) {
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if !fields.contains_key(name) {
            faults.push(format!("{path}: no {name}"));
        }
    }
    let patterns = schema["patternProperties"].as_object().into_iter().flatten();
    let patterns: Vec<(Regex, &Value)> = patterns.map(|(of, schema)| (Regex::new(of).unwrap(), schema)).collect();
    for (name, value) in fields {
        let path = format!("{path}.{name}");
        let by_pattern = || patterns.iter().find(|(of, _)| of.is_match(name)).map(|(_, schema)| *schema);
        match schema["properties"].get(name).or_else(by_pattern).or_else(|| schema.get("additionalProperties")) {
            Some(Value::Bool(false)) | None => faults.push(format!("{path}: not in the schema")),
            Some(schema) => look(root, schema, value, &path, faults),
        }
    }
}

/// Whether a value has the type that a schema wants, or one of its types; any where it does not say.
fn has_type(wanted: &Value, value: &Value) -> bool {
    match wanted {
        Value::Null => true,
        Value::Array(types) => types.iter().any(|wanted| has_type(wanted, value)),
        wanted => match wanted.as_str().unwrap() {
            "null" => value.is_null(),
            "number" => value.is_number(),
            "integer" => value.is_u64() || value.is_i64(),
            "string" => value.is_string(),
            "array" => value.is_array(),
            "object" => value.is_object(),
            other => panic!("the schema has the type {other}"),
        },
    }
}

#[test]
fn what_the_schema_does_not_allow_is_found() {
    let plan = crate::case::plan(include_str!("../../configs/reference-job.toml")).with_paths(600);
    let mut summary = serde_json::to_value(crate::case::run(&plan)).unwrap();
    assert_eq!(faults(&summary), [""; 0]);
    let breach = &mut summary["pools"]["long"]["breach"];
    breach["ex_pst"] = breach["ex_post"].take();
    breach["below"]["y1"]["value"] = "often".into();
    breach["below"]["ten"] = Value::Null;
    assert_eq!(faults(&summary).len(), 4, "{:?}", faults(&summary));
}

#[test]
fn the_schema_has_its_version_and_each_figures_unit() {
    let schema = skans::report::json::summary_schema();
    assert_eq!(schema["$id"], "urn:skans:summary:1");
    let pool = &schema["$defs"]["PoolSummary"]["properties"];
    let value = &pool["value"]["patternProperties"]["^(y[1-9][0-9]*|horizon)$"]["patternProperties"];
    assert_eq!(value["^(mean|q[0-9]+(_[0-9]+)?)$"]["unit"], "SEK");
    assert_eq!(pool["breach"]["properties"]["months_below"]["better"], "less");
}
