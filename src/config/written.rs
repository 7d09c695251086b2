//! A configuration as skans writes it: fractions as percentages.

use super::load::schema;
use super::schema::Config;
use super::schema_view::View;
use crate::units::percent_of;

/// The configuration as TOML.
///
/// # Panics
/// Never: a configuration is always TOML.
#[must_use]
pub fn as_toml(config: &Config) -> toml::Table {
    let mut table = toml::Table::try_from(config).expect("a configuration is TOML");
    let schema = schema();
    for (name, value) in &mut table {
        write_percentages(std::slice::from_ref(name), value, View::of(&schema));
    }
    table
}

fn write_percentages(path: &[String], value: &mut toml::Value, schema: View) {
    let below = |name: String| [path, &[name]].concat();
    match value {
        toml::Value::Table(table) => {
            for (name, value) in table {
                write_percentages(&below(name.clone()), value, schema);
            }
        }
        toml::Value::Array(items) => {
            for (place, item) in items.iter_mut().enumerate() {
                write_percentages(&below(place.to_string()), item, schema);
            }
        }
        toml::Value::Float(number) if schema.find(path).is_some_and(View::is_percentage) => {
            *value = toml::Value::String(percent_of(*number));
        }
        _ => {}
    }
}
