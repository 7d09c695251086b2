//! `skans compare`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use serde::Serialize;

use super::job::{drawn, on_threads, stopped, write_as};
use super::progress::Bar;
use super::{Failure, Format, SettingArgs, ShowArgs, note, print};
use crate::config::{self, Loaded};
use crate::plan::Plan;
use crate::report::folder::Owner;
use crate::report::table::Style;
use crate::report::table::compare as table;
use crate::report::{OutputFile, chart, csv, folder, json, settings};
use crate::stats::summary::Summary;
use crate::study::compare::{self, Compared, Differences};

/// Whose its folder is.
const COMPARE: Owner = Owner::verb("compare");

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub(super) struct CompareArgs {
    /// The configurations, the first being what the others are held against; or one whose pools are alternatives, the first pool
    /// being what the others are held against.
    #[arg(required = true, value_name = "CONFIG")]
    configs: Vec<PathBuf>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    /// Years at whose ends distributions are compared, beside the horizon.
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = [1, 5, 10, 20], value_parser = clap::value_parser!(u32).range(1..=100))]
    years: Vec<u32>,
}

/// Everything that a comparison came to.
#[derive(Serialize)]
struct Figures<'a> {
    skans: &'static str,
    configs: Vec<&'a str>,
    differences: &'a [Differences],
    summaries: Vec<&'a Summary>,
}

impl CompareArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        const MOST: usize = 20;
        if self.configs.len() > MOST {
            let found = format!("found {} configurations, allowed: 1 to {MOST}", self.configs.len());
            return Err(Failure::Wrong(vec![found]));
        }
        let overrides = self.settings.overrides();
        let loaded: Vec<Loaded> =
            self.configs.iter().map(|config| config::load(config, &overrides)).collect::<Result<_, _>>()?;
        let mut plans: Vec<Plan> = loaded.iter().map(|loaded| loaded.plan.clone()).collect();
        compare::align(&mut plans, &self.years).map_err(|error| Failure::Wrong(vec![error.to_string()]))?;
        if compare::sides(&plans).is_empty() {
            let found = "nothing to compare: found one pool, or no pool of the same name in both";
            let allowed = "allowed: configurations that share a pool's name, or one with two pools at least";
            return Err(Failure::Wrong(vec![format!("{found}, {allowed}")]));
        }
        let name = format!("{}-compare", plans[0].name);
        let out = self.show.out.clone().unwrap_or_else(|| Path::new("output").join(name));
        folder::check(&out, COMPARE)?;
        self.notes(&plans);
        on_threads(&self.show, || self.execute(&loaded, &plans, &out))
    }

    fn notes(&self, plans: &[Plan]) {
        if self.show.quiet {
            return;
        }
        for (path, plan) in self.configs.iter().zip(plans).skip(1).filter(|(_, plan)| plan.seed != plans[0].seed) {
            let (path, seed) = (path.display(), plan.seed);
            note(&format!(
                "{path}: another model of the market, so simulated on paths of its own (seed {seed}); its differences are unpaired"
            ));
        }
    }

    fn execute(&self, loaded: &[Loaded], plans: &[Plan], out: &Path) -> Result<(), Failure> {
        let begun = Instant::now();
        let bar = Bar::new(plans[0].paths, &plans[0].name, self.show.quiet);
        let compared = compare::compare(plans, &mut |status| bar.show(status));
        bar.finish();
        let compared = compared.map_err(|_| stopped())?;
        let files = self.files(loaded, plans, &compared)?;
        print(&self.present(plans, &compared));
        write_as(COMPARE, out, loaded, files, begun)?;
        if !self.show.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }

    fn figures(plans: &[Plan], compared: &Compared) -> String {
        json::pretty(&Figures {
            skans: env!("CARGO_PKG_VERSION"),
            configs: plans.iter().map(|plan| plan.name.as_str()).collect(),
            differences: &compared.differences,
            summaries: compared.results.iter().map(|result| &result.summary).collect(),
        })
    }

    fn files(&self, loaded: &[Loaded], plans: &[Plan], compared: &Compared) -> Result<Vec<OutputFile>, Failure> {
        let mut files = vec![
            OutputFile::new("compare.json", Self::figures(plans, compared)),
            OutputFile::new("differences.csv", csv::differences(&compared.differences, plans)),
        ];
        for (number, loaded) in (1..).zip(loaded) {
            let of = settings::files(&loaded.config, &loaded.inputs).into_iter();
            files.extend(of.map(|file| OutputFile { name: format!("{number}/{}", file.name), ..file }));
        }
        if plans[0].outputs.charts {
            let charts = chart::compared(plans, compared, self.show.lang);
            files.extend(drawn(&charts)?);
        }
        Ok(files)
    }

    fn present(&self, plans: &[Plan], compared: &Compared) -> String {
        match self.show.format {
            Format::Table => table::page(plans, compared, self.show.lang, Style::Text),
            Format::Markdown => table::page(plans, compared, self.show.lang, Style::Markdown),
            Format::Json => Self::figures(plans, compared),
            Format::Csv => String::from_utf8(csv::differences(&compared.differences, plans)).unwrap_or_default(),
        }
    }
}
