//! `skans check`.

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::memory;
use super::options::{PrintArgs, SettingArgs};
use super::print::{self, note};
use crate::report::answer::settings::SettingsAnswer;
use crate::report::settings;
use crate::study::limits;
use crate::study::memory::{self as study_memory, PlanCount};
use crate::study::names::FigureNames;
use crate::texts::{Worded, message};

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The configuration file.
    config: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    print: PrintArgs,
}

impl CheckArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let language = self.print.language();
        let loaded = self.settings.load(&self.config, language)?;
        limits::in_full(limits::of_plan(&loaded.plan), &FigureNames::of(&loaded.plan))
            .map_err(|error| Failure::wrong(error.message().at(self.config.display().to_string())))?;
        loaded.notes.iter().chain(&loaded.plan.market_notes()).for_each(|text| note(text, language));
        let (plan, threads) = (&loaded.plan, memory::threads());
        let needed = memory::megabytes(study_memory::bytes(plan, PlanCount::ONE, threads));
        note(&message!(memory_needed, needed, threads), language);
        let settings = SettingsAnswer { plan, settings: settings::list(&loaded.config, &loaded.document) };
        print::answer(&settings, self.print.format, language)
    }
}
