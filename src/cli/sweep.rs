//! `skans sweep`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::Args;

use super::job::{drawn, on_threads, stopped, write};
use super::progress::Bar;
use super::{Failure, Format, SettingArgs, ShowArgs, note, print, print_by};
use crate::config::{self, Loaded, Override};
use crate::plan::Plan;
use crate::report::folder::Owner;
use crate::report::table::Style;
use crate::report::table::sweep as table;
use crate::report::{Maker, OutputFile, chart, csv, folder, json, settings};
use crate::study::sweep::{self, Axis, MOST_RULES, Sweep, Swept};

/// Arguments of `sweep`.
#[derive(Debug, Args)]
pub(super) struct SweepArgs {
    /// The configuration file, whose own settings are the present policy.
    config: PathBuf,
    /// A key and the values it takes: KEY=V1,V2,… or KEY=FIRST:LAST:STEP. A key of a pool may leave out the pool: `floor.share` is
    /// that of the pool with the dynamic rule. May be repeated: every combination is simulated, 2000 at most.
    #[arg(long, value_name = "KEY=VALUES", required = true)]
    vary: Vec<Axis>,
    /// The pool that tables and charts are about; the first one with the dynamic rule if left out.
    #[arg(long, value_name = "NAME")]
    pool: Option<String>,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    /// Years at whose ends distributions are kept, beside the horizon.
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = [10], value_parser = clap::value_parser!(u32).range(1..=100))]
    years: Vec<u32>,
}

impl SweepArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = config::load(&self.config, &self.settings.overrides())?;
        let pool = self.subject(&loaded.plan)?;
        let axes = self.axes(&pool)?;
        let plans = self.plans(&loaded, &axes, &pool)?;
        let out = self.show.out.clone();
        let out = out.unwrap_or_else(|| Path::new("output").join(format!("{}-sweep", loaded.plan.name)));
        folder::check(&out, Owner::verb("sweep"))?;
        let sweep = Sweep { axes: axes.clone(), present: loaded.plan.clone(), plans };
        on_threads(&self.show, || self.execute(&loaded, sweep, (&axes, &pool), &out))
    }

    /// The pool that is looked at.
    fn subject(&self, plan: &Plan) -> Result<String, Failure> {
        let Some(name) = &self.pool else { return Ok(sweep::subject(plan).to_owned()) };
        if plan.pools.iter().any(|pool| pool.name == *name) {
            return Ok(name.clone());
        }
        let names: Vec<&str> = plan.pools.iter().map(|pool| pool.name.as_str()).collect();
        Err(Failure::Wrong(vec![format!("--pool: found \"{name}\", allowed: one of: {}", names.join(", "))]))
    }

    /// The axes with their full keys, each another key, and not too many combinations.
    fn axes(&self, pool: &str) -> Result<Vec<Axis>, Failure> {
        let full = |axis: &Axis| Axis { key: config::full_key(&axis.key, pool), values: axis.values.clone() };
        let axes: Vec<Axis> = self.vary.iter().map(full).collect();
        let keys: std::collections::BTreeSet<&String> = axes.iter().map(|axis| &axis.key).collect();
        if keys.len() < axes.len() {
            return Err(Failure::Wrong(vec!["--vary: found a key twice, allowed: each key once".to_owned()]));
        }
        let within = |inner: &Axis, outer: &Axis| inner.key.starts_with(&format!("{}.", outer.key));
        if let Some((inner, outer)) =
            axes.iter().find_map(|inner| axes.iter().find(|outer| within(inner, outer)).map(|outer| (inner, outer)))
        {
            let found = format!(
                "--vary: found {}, which is part of {}, allowed: keys of which none sets another",
                inner.key, outer.key
            );
            return Err(Failure::Wrong(vec![found]));
        }
        axes.iter().try_for_each(|axis| variable("--vary", &axis.key))?;
        let count = axes.iter().fold(1_usize, |count, axis| count.saturating_mul(axis.values.len()));
        if count > MOST_RULES {
            let found = format!("--vary: found {count} combinations, allowed: at most {MOST_RULES}");
            return Err(Failure::Wrong(vec![found]));
        }
        Ok(axes)
    }

    /// A plan for each combination. Where the market does not vary, it is read once.
    fn plans(&self, loaded: &Loaded, axes: &[Axis], pool: &str) -> Result<Vec<Plan>, Failure> {
        let same_market = axes.iter().all(|axis| sweep::keeps_market(&axis.key));
        let plan = |places: &Vec<usize>| {
            let mut overrides = self.settings.overrides();
            overrides.extend(axes.iter().zip(places).map(|(axis, &place)| Override {
                option: format!("--vary {}={}", axis.key, axis.values[place]),
                key: axis.key.clone(),
                value: axis.values[place].clone(),
            }));
            let loaded = if same_market {
                config::load_in_market(&self.config, &overrides, &loaded.plan.market)
            } else {
                config::load(&self.config, &overrides)
            };
            let plan = loaded.map(|loaded| loaded.plan).map_err(Failure::from)?;
            if plan.pools.iter().any(|of| of.name == pool) {
                return Ok(plan);
            }
            let found = format!(
                "--vary: found values without the pool {pool}, allowed: values that keep the pool that is looked at"
            );
            Err(Failure::Wrong(vec![found]))
        };
        sweep::combinations(axes).iter().map(plan).collect()
    }

    fn execute(&self, loaded: &Loaded, sweep: Sweep, (axes, pool): (&[Axis], &str), out: &Path) -> Result<(), Failure> {
        let begun = Instant::now();
        let plan = sweep.present.clone();
        let bar = Bar::new(plan.paths, &plan.name, self.show.quiet);
        let swept = sweep.run(pool, &self.years, &mut |status| bar.show(status));
        bar.finish();
        let swept = Arc::new(swept.map_err(|_| stopped())?);
        let [of_json, of_csv] = [(); 2].map(|()| Arc::clone(&swept));
        let mut files = vec![
            OutputFile::new("sweep.json", Maker::new(move |to| json::write_pretty(&*of_json, to))),
            OutputFile::new("rules.csv", Maker::new(move |to| csv::write_rules(&of_csv, to))),
        ];
        files.extend(settings::files(&loaded.config, &loaded.inputs));
        if plan.outputs.charts {
            let charts =
                chart::swept(&plan, (&swept, axes), &settings::list(&loaded.config, &loaded.document), self.show.lang);
            files.extend(drawn(&charts)?);
        }
        self.print(&plan, &swept);
        write("sweep", out, loaded, files, begun)?;
        if !self.show.quiet {
            note(&format!("results in {}", out.display()));
        }
        Ok(())
    }

    fn print(&self, plan: &Plan, swept: &Swept) {
        match self.show.format {
            Format::Table => print(&table::page(plan, swept, self.show.lang, Style::Text)),
            Format::Markdown => print(&table::page(plan, swept, self.show.lang, Style::Markdown)),
            Format::Json => print_by(|to| json::write_pretty(swept, to)),
            Format::Csv => print_by(|to| csv::write_rules(swept, to)),
        }
    }
}

/// Whether a key may be another one on the same paths.
pub(super) fn variable(option: &str, key: &str) -> Result<(), Failure> {
    let first = key.split('.').next().unwrap_or_default();
    if ["pools", "region", "market", "inflation"].contains(&first) {
        return Ok(());
    }
    let allowed = "allowed: keys of pools, region, market and inflation, on the same paths";
    Err(Failure::Wrong(vec![format!("{option}: found {first}, {allowed}")]))
}
