//! The answer of `check`.

use std::io::{self, Write};

use super::Answer;
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::settings::Setting;
use crate::report::table::{self, Style};
use crate::texts::Language;

/// The effective settings of a configuration.
pub struct SettingsAnswer(pub Vec<Setting>);

impl Answer for SettingsAnswer {
    fn name(&self) -> &'static str {
        "settings"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.0, to)
    }

    fn page(&self, _: Language, style: Style) -> String {
        table::settings(&self.0, style)
    }

    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let row = |setting: &Setting| Row::of([&setting.key, &setting.value, &setting.origin]);
        Some(Series::new("settings", ["key", "value", "origin"], move || self.0.iter().map(row)))
    }
}
