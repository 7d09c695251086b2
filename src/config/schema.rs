//! The keys of the file and their defaults.

mod accounts;
mod equity_stress;
mod expectations;
mod history_worlds;
mod market;
mod outputs;
mod pool;
mod region;
mod scenarios;

pub use accounts::*;
pub use equity_stress::*;
pub use expectations::*;
pub use history_worlds::*;
pub use market::*;
pub use outputs::*;
pub use pool::*;
pub use region::*;
pub use scenarios::*;

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::{Label, MOST_PATHS, MOST_SEED, TimeGrid};
use crate::texts::Language;
use crate::units::{Month, Rate};

/// A run's configuration.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Config {
    /// Short name of the run, and of its folder under `output/`: letters, digits, `-` and `_`. The file's name if left
    /// out, with `-` for other characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Title of the run in reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Label>,
    /// Language of tables, charts, notes and errors; English if left out. `--lang` wins over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// The month-end of the opening values, `t = 0`.
    pub start: Month,
    /// The horizon in months.
    #[schemars(range(min = 1, max = 1200))]
    pub horizon_months: u32,
    /// Steps a month: 1, or 4 for weeks, 21 for trading days, to study what happens between month-ends.
    #[serde(default = "one")]
    #[schemars(range(min = 1, max = 31))]
    pub steps_per_month: u32,
    /// Number of simulated paths.
    #[serde(default = "default_paths")]
    #[schemars(range(min = 1, max = MOST_PATHS))]
    pub paths: u64,
    /// Seed of all random numbers; 0 is a seed. The same file, seed and version give the same figures on any machine.
    #[schemars(range(min = 0, max = MOST_SEED))]
    pub seed: u64,
    /// Inflation a year, the same on every path, for real returns and indexed flows. 0 when left out. A world that
    /// simulates inflation has its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<Rate>,
    /// Assets and the law of their returns.
    pub market: MarketConfig,
    /// The pools of capital, each a table `[pools.NAME]`.
    #[schemars(extend("minProperties" = 1, "maxProperties" = 20))]
    pub pools: IndexMap<String, PoolConfig>,
    /// The region whose capital they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionConfig>,
    /// Which figures and files are made.
    #[serde(default)]
    pub outputs: OutputsConfig,
    /// Bounds on figures: a table `"pools.long.breach.ex_post.y10" = { max = 0.1 }`. A broken bound ends the run with
    /// exit code 3. Shares and rates may be percentages, `{ max = "10 %" }`, and amounts have a unit,
    /// `{ min = "4900 mnkr" }`; bare numbers are fractions and kronor, as in `summary.json`.
    #[serde(default)]
    pub limits: IndexMap<String, BoundsConfig>,
    /// Scenarios for `skans stress`, each a table `[[scenarios]]`, beside those that ship.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100))]
    pub scenarios: Vec<ScenarioConfig>,
}

impl Config {
    /// Inflation where it is one number.
    #[must_use]
    pub fn constant_inflation(&self) -> Rate {
        self.inflation.unwrap_or(Rate::ZERO)
    }

    /// The last calendar year that the horizon reaches in full, from the start's.
    #[must_use]
    pub fn last_year(&self, start_year: i16) -> i16 {
        let years = i16::try_from(self.horizon_months / 12).unwrap_or(i16::MAX);
        start_year.saturating_add(years)
    }

    /// The names of all files that it names.
    pub fn files_mut(&mut self) -> Vec<&mut String> {
        let mut files = self.market.law.files_mut();
        for pool in self.pools.values_mut() {
            files.extend(&mut pool.history);
            let flows = pool.contributions.iter_mut().chain(&mut pool.payments);
            files.extend(flows.filter_map(|flow| flow.amounts.file_mut()));
        }
        let liability = self.region.iter_mut().filter_map(|region| region.liability.as_mut());
        let payments = liability.flat_map(|liability| [&mut liability.provision, &mut liability.contingent]);
        files.extend(payments.flatten().filter_map(PaymentsConfig::file_mut));
        files
    }

    /// The grid.
    #[must_use]
    pub const fn time(&self) -> TimeGrid {
        TimeGrid::new(self.horizon_months, self.steps_per_month)
    }
}

const fn one() -> u32 {
    1
}

const fn default_paths() -> u64 {
    100_000
}
