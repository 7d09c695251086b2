//! `skans explain`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use super::job::{on_threads, stopped, write};
use super::progress::Bar;
use super::{Failure, Format, SettingArgs, ShowArgs, note, print};
use crate::config::{self, Loaded};
use crate::plan::{Floor, Plan};
use crate::report::folder::Owner;
use crate::report::table::Style;
use crate::report::table::explain as table;
use crate::report::{OutputFile, chart, csv, folder, json, settings};
use crate::study::explain::{self, Choice, Explanation, MOST_MEDIAN, NotFound};

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The configuration file.
    config: PathBuf,
    /// The path: its number in the run, from 0, or worst (ends lowest), median (ends in the middle), first-breach (the earliest).
    #[arg(long, value_name = "I|worst|median|first-breach")]
    path: Choice,
    /// The pool; if left out the first with the dynamic rule, else the first with a floor, else the first.
    #[arg(long, value_name = "NAME")]
    pool: Option<String>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
}

impl ExplainArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = config::load(&self.config, &self.settings.overrides())?;
        let place = self.place(&loaded.plan)?;
        self.check(&loaded.plan, place)?;
        let name = format!("{}-explain", loaded.plan.name);
        let out = self.show.out.clone().unwrap_or_else(|| Path::new("output").join(name));
        folder::check(&out, Owner::verb("explain"))?;
        let begun = Instant::now();
        let path = on_threads(&self.show, || {
            let bar = Bar::new(loaded.plan.paths, &loaded.plan.name, self.show.quiet);
            let chosen = explain::choose(&loaded.plan, place, self.path, &mut |status| bar.show(status));
            bar.finish();
            let chosen = chosen.map_err(|error| match error {
                NotFound::Interrupted => stopped(),
                NotFound::NoBreach(_) => Failure::Failed(format!("--path first-breach: {error}")),
            })?;
            let path = explain::explain(&loaded.plan, place, self.path, chosen);
            let files = self.files(&loaded, &path)?;
            write("explain", &out, &loaded, files, begun)?;
            Ok(path)
        })?;
        print(&match self.show.format {
            Format::Table => table::page(&path, &loaded.plan, self.show.lang, Style::Text),
            Format::Markdown => table::page(&path, &loaded.plan, self.show.lang, Style::Markdown),
            Format::Json => json::pretty(&path),
            Format::Csv => String::from_utf8(csv::explain(&path, self.show.lang)).unwrap_or_default(),
        });
        if !self.show.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }

    /// The pool's place in the plan.
    fn place(&self, plan: &Plan) -> Result<usize, Failure> {
        let Some(name) = &self.pool else { return Ok(explain::default_pool(plan)) };
        plan.pools.iter().position(|pool| pool.name == *name).ok_or_else(|| {
            let names: Vec<&str> = plan.pools.iter().map(|pool| pool.name.as_str()).collect();
            Failure::Wrong(vec![format!("--pool {name}: found no pool of that name, allowed: {}", names.join(", "))])
        })
    }

    /// Whether there is such a path, as far as that is known before anything is computed.
    fn check(&self, plan: &Plan, place: usize) -> Result<(), Failure> {
        let wrong = |message: String| Err(Failure::Wrong(vec![message]));
        match self.path {
            Choice::Number(path) if path >= plan.paths => {
                wrong(format!("--path {path}: found {path}, allowed: 0 to {}, the paths of the run", plan.paths - 1))
            }
            Choice::Median if plan.paths > MOST_MEDIAN => {
                wrong(format!("--path median: found {} paths, allowed: at most {MOST_MEDIAN}; see --paths", plan.paths))
            }
            Choice::FirstBreach if plan.pools[place].floor == Floor::None => {
                let pool = &plan.pools[place].name;
                wrong(format!("--path first-breach: found a pool without a floor, {pool}, allowed: a pool with one"))
            }
            _ => Ok(()),
        }
    }

    fn files(&self, loaded: &Loaded, path: &Explanation) -> Result<Vec<OutputFile>, Failure> {
        let mut files = vec![
            OutputFile::new("explain.json", json::pretty(path)),
            OutputFile::new("months.csv", csv::explain(path, self.show.lang)),
        ];
        files.extend(settings::files(&loaded.config, &loaded.inputs));
        if loaded.plan.outputs.charts
            && let Some(chart) = chart::explain(path, &loaded.plan, self.show.lang)
        {
            let png = chart.png().map_err(|error| Failure::Failed(error.to_string()))?;
            files.push(OutputFile::new(format!("charts/{}.png", chart.name), png));
        }
        Ok(files)
    }
}
