//! `skans check`.

use std::path::PathBuf;

use clap::Args;

use super::{Failure, Format, SettingArgs, note, print};
use crate::config;
use crate::report::table::Style;
use crate::report::{json, settings, table};
use crate::study::limits;
use crate::study::names::Names;

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    /// How the settings are printed.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

impl CheckArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = config::load(&self.config, &self.settings.overrides())?;
        limits::in_full(limits::of_plan(&loaded.plan), &Names::of(&loaded.plan))
            .map_err(|error| Failure::Wrong(vec![format!("{}: {error}", self.config.display())]))?;
        loaded.plan.market_notes().iter().for_each(|text| note(text));
        let settings = settings::list(&loaded.config, &loaded.document);
        print(&match self.format {
            Format::Table => table::settings(&settings, Style::Text),
            Format::Markdown => table::settings(&settings, Style::Markdown),
            Format::Json => json::pretty(&settings),
            Format::Csv => settings::csv(&settings),
        });
        Ok(())
    }
}
