//! The policy and the settings of a run as a table.

use std::fmt::Write;

use super::{Style, grid};
use crate::report::settings::Setting;

/// The policy in sentences, then the settings of a run. They are lines of TOML, each with its origin behind it, under
/// the policy as comments; or a list and a table in Markdown.
#[must_use]
pub fn settings(policy: &[String], settings: &[Setting], style: Style) -> String {
    let mark = if style == Style::Markdown { "- " } else { "# " };
    let policy = policy.iter().fold(String::new(), |lines, line| lines + mark + line + "\n") + "\n";
    if style == Style::Markdown {
        let rows = settings.iter();
        let rows = rows.map(|Setting { key, value, origin }| [key.clone(), value.clone(), origin.to_string()]);
        return policy + &grid(style, ["key", "value", "from"], rows, 0..0);
    }
    let width = |of: fn(&Setting) -> &String, most: usize| {
        settings.iter().map(|setting| of(setting).chars().count()).filter(|&width| width <= most).max().unwrap_or(0)
    };
    let (keys, values) = (width(|setting| &setting.key, 60), width(|setting| &setting.value, 30));
    settings.iter().fold(policy, |mut lines, Setting { key, value, origin }| {
        // Writing to a string does not fail.
        let _ = writeln!(lines, "{key:keys$} = {value:values$}  # {origin}");
        lines
    })
}
