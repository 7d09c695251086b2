//! The configuration file: its schema, its defaults, and its reading into a [`Plan`](crate::plan::Plan).
//!
//! The doc comments of the types here are the text of `docs/office/config.md` and of the published JSON Schema.

pub(crate) mod bounded_file;
pub mod content;
pub mod document;
mod effective;
pub(crate) mod files;
mod flows;
mod into_market;
mod into_outputs;
mod into_plan;
mod into_pool;
mod into_region;
mod into_scenarios;
mod load;
pub(crate) mod problem;
mod schema;
pub mod schema_view;
mod warning;
mod written;

pub use content::Input;
pub use files::{history, values};
pub use into_scenarios::{ready_made_scenarios, scenario_of_history};
pub use load::{
    Loaded, Override, from_text, full_key, language, load, load_in_market, schema, short_key, takes_whole_numbers,
};
pub use problem::{Place, Problem, Problems};
pub use schema::*;
pub use warning::Warning;
pub use written::as_toml;
