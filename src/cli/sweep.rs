//! `skans sweep`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::input::{self, may_vary};
use super::options::{PoolArgs, SettingArgs, ShowArgs, read, whole};
use crate::config::{self, Loaded, Override};
use crate::plan::Plan;
use crate::report::answer::sweep::SweepAnswer;
use crate::report::settings;
use crate::report::sources::Sources;
use crate::study::pools;
use crate::study::sweep::{self, Axis, MOST_RULES, Sweep};
use crate::texts::{Worded, message};

/// Arguments of `sweep`.
#[derive(Debug, Args)]
pub(super) struct SweepArgs {
    /// The configuration file, whose own settings are the present policy.
    config: PathBuf,
    /// A key and the values it takes: KEY=V1,V2,… or KEY=FIRST:LAST:STEP. A key of a pool may leave out the pool:
    /// `floor.share` is that of the pool with the dynamic rule. May be repeated: every combination is simulated, 2000
    /// at most.
    #[arg(long, value_name = "KEY=VALUES", required = true, value_parser = read::<Axis>)]
    vary: Vec<Axis>,
    #[command(flatten)]
    pool: PoolArgs,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    /// Years at whose ends distributions are kept, beside the horizon.
    #[arg(long, value_name = "N,…", value_delimiter = ',', default_values_t = [10])]
    #[arg(value_parser = whole::<u32>(1..=100))]
    years: Vec<u32>,
}

impl SweepArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let loaded = self.settings.load(&self.config, self.show.print.language())?;
        let pool = self.subject(&loaded.plan)?;
        let axes = self.axes(&pool)?;
        let plans = self.plans(&loaded, &axes, &pool)?;
        let plan = &loaded.plan;
        let sweep = Sweep { axes: axes.clone(), present: plan.clone(), plans }.keeping(&self.years);
        let task = Task::new("sweep", &plan.name, &[], &self.show)?.needing(&sweep.present, sweep.plan_count())?;
        task.answer(Sources::Config(&loaded), || {
            let found = task.with_progress(&plan.name, plan.paths(), |progress| sweep.run(&pool, progress))?;
            let settings = settings::list(&loaded.config, &loaded.document);
            Ok(SweepAnswer { found, plan, axes: &axes, settings })
        })?;
        Ok(())
    }

    /// The pool that is looked at.
    fn subject(&self, plan: &Plan) -> Result<String, Failure> {
        let place = pools::place(plan, self.pool.pool.as_deref()).map_err(|error| Failure::wrong(error.message()))?;
        Ok(plan.pools[place].name.clone())
    }

    /// The axes with their full keys, each another key, and not too many combinations.
    fn axes(&self, pool: &str) -> Result<Vec<Axis>, Failure> {
        let full = |axis: &Axis| Axis { key: config::full_key(&axis.key, pool), values: axis.values.clone() };
        let axes: Vec<Axis> = self.vary.iter().map(full).collect();
        let keys: std::collections::BTreeSet<&String> = axes.iter().map(|axis| &axis.key).collect();
        if keys.len() < axes.len() {
            return Err(Failure::wrong(message!(sweep_key_twice)));
        }
        let within = |inner: &Axis, outer: &Axis| inner.key.starts_with(&format!("{}.", outer.key));
        if let Some((inner, outer)) =
            axes.iter().find_map(|inner| axes.iter().find(|outer| within(inner, outer)).map(|outer| (inner, outer)))
        {
            return Err(Failure::wrong(message!(sweep_key_within, inner = &inner.key, outer = &outer.key)));
        }
        axes.iter().try_for_each(|axis| may_vary("--vary", &axis.key))?;
        let count = axes.iter().fold(1_usize, |count, axis| count.saturating_mul(axis.values.len()));
        if count > MOST_RULES {
            return Err(Failure::wrong(message!(sweep_combinations, found = count, most = MOST_RULES)));
        }
        Ok(axes)
    }

    /// A plan for each combination. Where the market does not vary, it is read once.
    fn plans(&self, loaded: &Loaded, axes: &[Axis], pool: &str) -> Result<Vec<Plan>, Failure> {
        let plan = |places: &Vec<usize>| {
            let mut overrides = self.settings.overrides();
            overrides.extend(axes.iter().zip(places).map(|(axis, &place)| Override {
                option: format!("--vary {}={}", axis.key, axis.values[place]).into(),
                key: axis.key.clone(),
                value: axis.values[place].clone(),
            }));
            let keys = axes.iter().map(|axis| axis.key.as_str());
            let varied = input::varied(&self.config, &overrides, keys, loaded)?;
            let plan = self.settings.heed(varied, self.show.print.language())?.plan;
            if plan.pool(pool).is_some() {
                return Ok(plan);
            }
            Err(Failure::wrong(message!(sweep_lost_pool, pool)))
        };
        sweep::combinations(axes).iter().map(plan).collect()
    }
}
