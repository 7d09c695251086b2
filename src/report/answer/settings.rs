//! The answer of `check`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::json;
use crate::report::policy;
use crate::report::series::{Row, Series};
use crate::report::settings::Setting;
use crate::report::table::{self, Style};
use crate::texts::Language;

/// The policy of a configuration, and its effective settings.
pub struct SettingsAnswer<'a> {
    /// What the settings come to.
    pub plan: &'a Plan,
    /// Each setting.
    pub settings: Vec<Setting>,
}

impl Answer for SettingsAnswer<'_> {
    fn name(&self) -> &'static str {
        "settings"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.settings, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        let policy = policy::policy(self.plan, language).iter().map(|line| language.text(line)).collect::<Vec<_>>();
        table::settings(&policy, &self.settings, style)
    }

    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let row = |Setting { key, value, origin }: &Setting| Row::of([key, value, &origin.to_string()]);
        Some(Series::new("settings", ["key", "value", "origin"], move || self.settings.iter().map(row)))
    }
}
