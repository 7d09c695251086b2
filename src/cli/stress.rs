//! `skans stress`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::job::{drawn, write};
use super::{Failure, Format, SettingArgs, interrupt, key_value, month, note, print};
use crate::config::{self, Input, Loaded, bounded_file, history};
use crate::engine;
use crate::plan::Scenario;
use crate::report::folder::Owner;
use crate::report::table;
use crate::report::table::Style;
use crate::report::{OutputFile, chart, csv, folder, json, settings};
use crate::study::stress::{self as study, AFTERMATH_MONTHS, Stress, StressError};
use crate::texts::Language;
use crate::units::Month;

/// Arguments of `stress`.
#[derive(Debug, Args)]
pub(super) struct StressArgs {
    /// The configuration file.
    config: PathBuf,
    /// A scenario by name: of the file's own, of those that ship, or of the crises that have a name. May be repeated; all if left out.
    #[arg(long = "scenario", value_name = "NAME")]
    scenarios: Vec<String>,
    /// A history, a span of which is a scenario: date,NAME,… by month, as for the model `replay`.
    #[arg(long, value_name = "CSV", requires_all = ["from", "until"])]
    history: Option<PathBuf>,
    /// The span's first month.
    #[arg(long, value_name = "YYYY-MM", value_parser = month, requires = "history")]
    from: Option<Month>,
    /// The span's last month.
    #[arg(long, value_name = "YYYY-MM", value_parser = month, requires = "history")]
    until: Option<Month>,
    /// Months followed after a scenario, in which all assets grow as expected.
    #[arg(long, value_name = "MONTHS", default_value_t = AFTERMATH_MONTHS, value_parser = clap::value_parser!(u32).range(0..=120))]
    aftermath: u32,
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Draws no charts.
    #[arg(long)]
    no_charts: bool,
    /// Sets a key of the configuration: `pools.long.floor.share=0.8`. May be repeated.
    #[arg(long = "set", value_name = "KEY=VALUE", value_parser = key_value)]
    set: Vec<(String, String)>,
    /// Threads to use; all of the machine's if left out.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Language of tables, charts and their texts.
    #[arg(long, value_enum, default_value_t = Language::En)]
    lang: Language,
    /// How results are printed; csv is every month-end.
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
    /// Prints results only: no notes.
    #[arg(long, short)]
    quiet: bool,
}

impl StressArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let settings = SettingArgs { no_charts: self.no_charts, set: self.set.clone(), ..SettingArgs::default() };
        let mut loaded = config::load(&self.config, &settings.overrides())?;
        study::check(&loaded.plan).map_err(|error| self.wrong(&error))?;
        let scenarios = self.chosen(&mut loaded)?;
        let out = format!("{}-stress", loaded.plan.name);
        let out = self.out.clone().unwrap_or_else(|| Path::new("output").join(out));
        folder::check(&out, Owner::verb("stress"))?;
        interrupt::listen();
        let threads = self.threads.map_or(0, usize::from);
        let found =
            engine::with_threads(threads, || self.compute(&loaded, &scenarios, &out)).map_err(Failure::Failed)??;
        print(&self.present(&found, &loaded));
        if !self.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }

    fn compute(&self, loaded: &Loaded, scenarios: &[Scenario], out: &Path) -> Result<Stress, Failure> {
        let begun = Instant::now();
        let found = study::stress(&loaded.plan, scenarios, self.aftermath).map_err(|error| self.wrong(&error))?;
        let files = self.files(loaded, &found)?;
        if interrupt::asked() {
            return Err(Failure::Interrupted("interrupted: nothing was written".to_owned()));
        }
        write("stress", out, loaded, files, begun)?;
        Ok(found)
    }

    fn wrong(&self, error: &StressError) -> Failure {
        Failure::Wrong(vec![format!("{}: {error}", self.config.display())])
    }

    fn files(&self, loaded: &Loaded, found: &Stress) -> Result<Vec<OutputFile>, Failure> {
        let mut files = vec![
            OutputFile::new("stress.json", json::pretty(found)),
            OutputFile::new("months.csv", csv::stress(found)),
        ];
        files.extend(settings::files(&loaded.config, &loaded.inputs));
        if loaded.plan.outputs.charts {
            let charts = chart::stress(found, &loaded.plan, self.lang);
            files.extend(drawn(&charts)?);
        }
        Ok(files)
    }

    /// Each scenario by itself where some were asked for, all side by side, and what would break the floor.
    fn present(&self, found: &Stress, loaded: &Loaded) -> String {
        let whole = !self.scenarios.is_empty() || self.history.is_some();
        match self.format {
            Format::Table => table::stress::page(found, &loaded.plan, whole, self.lang, Style::Text),
            Format::Markdown => table::stress::page(found, &loaded.plan, whole, self.lang, Style::Markdown),
            Format::Json => json::pretty(found),
            Format::Csv => String::from_utf8(csv::stress(found)).unwrap_or_default(),
        }
    }

    /// The scenarios asked for: all, those named, and a span of a history.
    fn chosen(&self, loaded: &mut Loaded) -> Result<Vec<Scenario>, Failure> {
        let mut chosen: Vec<Scenario> = self.of_history(loaded)?.into_iter().collect();
        let own = loaded.plan.scenarios.iter().cloned();
        let known: Vec<Scenario> = own.chain(config::ready_made_scenarios(loaded)).collect();
        if self.scenarios.is_empty() && self.history.is_none() {
            chosen.extend(known);
            if chosen.is_empty() {
                let allowed = "a table [[scenarios]], or assets that name the columns of a crisis: column = \"equity_global_sek\"";
                return Err(Failure::Wrong(vec![format!(
                    "{}: found no scenario, allowed: {allowed}",
                    self.config.display()
                )]));
            }
            return Ok(chosen);
        }
        for name in &self.scenarios {
            match known.iter().find(|scenario| scenario.name == *name) {
                Some(scenario) if chosen.iter().all(|other| other.name != *name) => chosen.push(scenario.clone()),
                Some(_) => {}
                None => return Err(self.unknown(name, &known)),
            }
        }
        Ok(chosen)
    }

    fn unknown(&self, name: &str, known: &[Scenario]) -> Failure {
        let names: Vec<&str> = known.iter().map(|scenario| scenario.name.as_str()).collect();
        let hint = config::problem::nearest(name, names.iter().copied());
        let hint = hint.map_or_else(String::new, |near| format!("; did you mean \"{near}\"?"));
        let allowed = format!("one of: {}", names.join(", "));
        Failure::Wrong(vec![format!(
            "--scenario \"{name}\": found a name that {} has no scenario of, allowed: {allowed}{hint}",
            self.config.display()
        )])
    }

    /// The scenario of a span of a history, whose file is then one of the run's.
    fn of_history(&self, loaded: &mut Loaded) -> Result<Option<Scenario>, Failure> {
        let (Some(path), Some(from), Some(until)) = (&self.history, self.from, self.until) else { return Ok(None) };
        let content = bounded_file::read(path, history::MOST_MIB).map_err(|error| {
            let most = history::MOST_MIB;
            let file = path.display();
            Failure::Wrong(vec![format!(
                "{file}: found no readable file ({error}), allowed: a CSV file of at most {most} MiB"
            )])
        })?;
        let name = path.display().to_string();
        let scenario = config::scenario_of_history(loaded, &name, &content, (from, until))?;
        loaded.inputs.push(Input { name, path: path.clone(), content: content.into() });
        Ok(Some(scenario))
    }
}
