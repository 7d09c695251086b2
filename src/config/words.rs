//! The keys of the file and their defaults.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::Figures;
use crate::units::{BasisPoints, Correlation, Deviation, Exposure, Level, Mnkr, Month, Rate, Share, Stress};

/// A run's configuration.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(inline)]
pub struct Config {
    /// Short name of the run, and of its folder under `output/`: letters, digits, `-` and `_`. The file's name if left out,
    /// with `-` for other characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Title of the run in reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<LabelConfig>,
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
    #[schemars(range(min = 1, max = 1_000_000_000))]
    pub paths: u64,
    /// Seed of all random numbers; 0 is a seed. The same file, seed and version give the same figures on any machine.
    #[schemars(range(min = 0, max = 9_007_199_254_740_991_u64))]
    pub seed: u64,
    /// Inflation a year, the same on every path: real returns and indexed flows are reckoned with it.
    #[serde(default = "zero_rate")]
    pub inflation: Rate,
    /// Assets and the law of their returns.
    pub market: MarketConfig,
    /// The pools of capital, each a table `[pools.NAME]`.
    pub pools: IndexMap<String, PoolConfig>,
    /// Which figures and files are made.
    #[serde(default)]
    pub outputs: OutputsConfig,
    /// Bounds on figures: a table `"pools.long.breach.ex_post.y10" = { max = 0.1 }`. A broken bound ends the run with exit code 3.
    #[serde(default)]
    pub limits: IndexMap<String, BoundsConfig>,
}

/// A text in English and Swedish.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelConfig {
    /// English.
    #[schemars(length(min = 1, max = 60))]
    pub en: String,
    /// Swedish.
    #[schemars(length(min = 1, max = 60))]
    pub sv: String,
}

/// Assets and the law of their returns.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MarketConfig {
    /// The law: `lognormal` is correlated geometric Brownian motion; `given` reads paths from a file.
    pub model: ModelName,
    /// For `given`: a CSV file with the columns `path`, `step` and one for each asset; simple returns as fractions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The assets, each a table `[market.assets.NAME]`. The name keys the asset's random numbers.
    pub assets: IndexMap<String, AssetConfig>,
    /// For `lognormal`: correlations of the log returns, each pair once: `equity.bonds = 0.1`.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub correlations: IndexMap<String, IndexMap<String, Correlation>>,
}

/// The law of the market.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ModelName {
    /// Correlated geometric Brownian motion, exact at any step.
    Lognormal,
    /// Paths given in a file.
    Given,
}

/// An asset that pools hold through funds.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AssetConfig {
    /// On which side of the rule the asset stands.
    pub class: ClassName,
    /// Name in reports; the key if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LabelConfig>,
    /// For `lognormal`: the expected return a year, total return in SEK after fund fees. One of its three keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<ExpectedReturnConfig>,
    /// For `lognormal`: the standard deviation a year. One of its two keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<VolatilityConfig>,
}

/// On which side of the allocation rule an asset stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ClassName {
    /// Equity funds.
    Equity,
    /// Fixed-income funds.
    FixedIncome,
}

/// An expected return a year, which says what kind it is. Exactly one key.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ExpectedReturnConfig {
    /// `exp(E ln(1 + R)) - 1`: the growth of the median.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geometric: Option<Rate>,
    /// `E[1 + R] - 1`: the growth of the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arithmetic: Option<Rate>,
    /// μ in `d ln S = (μ - σ²/2) dt + σ dW`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub continuous_arithmetic: Option<Rate>,
}

/// A standard deviation a year, which says of what. Exactly one key.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct VolatilityConfig {
    /// Of the log return `ln(1 + R)`: σ.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub log: Option<Deviation>,
    /// Of the simple return `R` over one year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simple: Option<Deviation>,
}

/// One pool of capital.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PoolConfig {
    /// Name in reports; the key if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<LabelConfig>,
    /// Market value at the start, in million kronor.
    pub opening_value_mnkr: Mnkr,
    /// The return a year that the policy expects of the pool, geometric: the probability of missing it is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<Rate>,
    /// What the equity leg is made of: weights of equity assets, adding up to 1, restored at every step at no cost.
    #[serde(default)]
    pub equities: IndexMap<String, Share>,
    /// What the fixed-income leg is made of: weights of fixed-income assets, adding up to 1, restored at every step at no cost.
    #[serde(default)]
    pub fixed_income: IndexMap<String, Share>,
    /// How large a share of equities is held.
    pub rule: RuleConfig,
    /// When trades are made, and what they cost.
    #[serde(default)]
    pub rebalancing: RebalancingConfig,
    /// The protection level, and the high that it follows.
    #[serde(default)]
    pub floor: FloorConfig,
    /// Fee a year as a share of the value, charged at every step. Returns are after fund fees: this is what the pool itself costs.
    #[serde(default = "zero_share")]
    pub fee: Share,
    /// A CSV file with the columns `date` and `price`: unit prices at the month-ends up to and including the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<String>,
    /// Money paid in, each a table `[[pools.NAME.contributions]]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<FlowConfig>,
    /// Pensions paid out, each a table `[[pools.NAME.payments]]` with the keys of contributions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<FlowConfig>,
}

/// How large a share of equities is held.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleConfig {
    /// `static` holds one share always; `dynamic` holds what the distance to the floor allows.
    pub kind: RuleName,
    /// For `static`: the share.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Exposure>,
    /// For `dynamic`: the worst loss of equities over the time it takes to react, `s_E`. 0.25 when left out: the multiplier is 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equity_stress: Option<Stress>,
    /// For `dynamic`: the worst loss of the fixed-income part over the same time, `s_B`. 0 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fixed_income_stress: Option<Stress>,
    /// For `dynamic`: the least share. 0 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_share: Option<Exposure>,
    /// For `dynamic`: the largest share; above 1 the rest is borrowed at the fixed-income return. 1 when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_share: Option<Exposure>,
    /// Steps between a decision and its trade.
    #[serde(default)]
    #[schemars(range(min = 0, max = 120))]
    pub lag: u32,
    /// The share held at the start; what the rule says if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_share: Option<Exposure>,
    /// `rule` goes on by the rule after a breach; `locked` holds no equities from the first ex-ante breach on.
    #[serde(default)]
    pub after_breach: AfterBreachName,
}

/// A kind of allocation rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RuleName {
    /// One share always.
    Static,
    /// What the distance to the floor allows.
    Dynamic,
}

/// What happens after the first ex-ante breach.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AfterBreachName {
    /// The pool goes on by its rule.
    #[default]
    Rule,
    /// No equities from then on.
    Locked,
}

/// When trades are made, and what they cost.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RebalancingConfig {
    /// Months between rebalancing days, counted from the start; `"step"` for every step, `"never"` for none.
    pub every_months: Every,
    /// A trade is made only when the share is further than this from the target: 0.05 is 5 percentage points. With
    /// `every_months = "step"` the band alone decides. Left out, every rebalancing day trades to the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<Share>,
    /// Cost in basis points of the amount traded, taken from both legs in proportion.
    pub cost_bp: BasisPoints,
}

impl Default for RebalancingConfig {
    fn default() -> Self {
        Self { every_months: Every::Months(1), band: None, cost_bp: BasisPoints::try_from(0.0).expect("0 is a cost") }
    }
}

/// How often a pool is rebalanced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Every {
    /// Every so many months.
    Months(#[schemars(range(min = 1, max = 1200))] u32),
    /// A word.
    Word(EveryWord),
}

/// How often, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EveryWord {
    /// Every step.
    Step,
    /// Never: the shares drift.
    Never,
}

/// The protection level, and the high that it follows.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FloorConfig {
    /// `rolling-high` is a share of the rolling high; `fixed` a given level; `none` no floor. A floor is observed also
    /// where the rule does not act on it.
    pub kind: FloorName,
    /// For `rolling-high`: the share. 0.85 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// For `fixed`: the level at the start, the opening price being 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<Share>,
    /// For `fixed`: growth a year. 0 when left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Rate>,
    /// Months over which the high is taken; `"none"` since the beginning.
    pub window_months: Window,
    /// Whether the observation exactly `window_months` ago counts (`closed`: 25 month-ends for 24 months) or not (`half-open`).
    pub window_edge: Edge,
    /// Whether high, floor, breach and falls are observed at month-ends only or at every step.
    pub observe: Observe,
    /// Whether they are observed in the price of a unit, so that flows make no high and no breach, or in the raw market value.
    pub high: HighName,
}

impl Default for FloorConfig {
    fn default() -> Self {
        Self {
            kind: FloorName::None,
            share: None,
            level: None,
            growth: None,
            window_months: Window::Months(24),
            window_edge: Edge::Closed,
            observe: Observe::MonthEnd,
            high: HighName::UnitPrice,
        }
    }
}

/// A kind of floor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FloorName {
    /// No floor.
    None,
    /// A share of the rolling high.
    RollingHigh,
    /// A given level.
    Fixed,
}

/// The length of the high's window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Window {
    /// So many months.
    Months(#[schemars(range(min = 1, max = 1200))] u32),
    /// A word.
    Word(WindowWord),
}

/// The window in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WindowWord {
    /// Since the beginning.
    None,
}

/// Which edge of the window is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Edge {
    /// The observation at `t - window` counts.
    Closed,
    /// It does not.
    HalfOpen,
}

/// When high, floor, breach and falls are observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Observe {
    /// At month-ends.
    MonthEnd,
    /// At every step.
    Step,
}

/// What is observed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HighName {
    /// The price of a unit.
    UnitPrice,
    /// The market value, flows included.
    MarketValue,
}

/// Money paid in or out: from a file, or by a formula of a yearly amount.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FlowConfig {
    /// A CSV file with the columns `date` and `amount_sek`; a date is a month (`2040-06`), or a year (`2040`), whose amount is
    /// paid in twelve equal parts. Instead of the formula.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The formula's amount in the first year, in million kronor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount_mnkr: Option<Mnkr>,
    /// The formula's first month.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Month>,
    /// The formula's last month; the horizon if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Month>,
    /// Whether the formula pays a twelfth every month, or the whole once a year in the month of `from`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<FlowEvery>,
    /// The formula's growth a year, from one year's amount to the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<Rate>,
    /// Whether amounts are in the money of the start and rise with inflation from there.
    #[serde(default)]
    pub indexed: bool,
}

/// How often a yearly amount is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FlowEvery {
    /// A twelfth at every month-end.
    Month,
    /// The whole once a year.
    Year,
}

/// Which figures and files are made.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OutputsConfig {
    /// The groups of figures.
    pub figures: Vec<Figures>,
    /// Whether the total of the pools is reported: not where the pools are alternatives to each other.
    pub total: bool,
    /// Levels of the reported quantiles, increasing.
    #[schemars(length(min = 1, max = 50))]
    pub quantiles: Vec<Level>,
    /// Years over which returns are annualised; the horizon is always added.
    pub return_years: Vec<u32>,
    /// Falls whose probability is reported: 0.1 is 10 %.
    pub falls: Vec<Share>,
    /// Equity shares below this count as cash-lock.
    pub cash_lock: Share,
    /// Rises of the allowed share by at least this, that come only from an old high leaving the window, count as jumps.
    pub jump: Share,
    /// Whether `months.csv` is written.
    pub months: bool,
    /// Whether charts are drawn.
    pub charts: bool,
    /// How many paths the charts of sample paths show beside the worst one.
    #[schemars(range(min = 0, max = 50))]
    pub sample_paths: u32,
}

impl Default for OutputsConfig {
    fn default() -> Self {
        let share = |number: f64| Share::try_from(number).expect("a default is a share");
        let levels = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];
        Self {
            figures: Figures::ALL.to_vec(),
            total: true,
            quantiles: levels.map(|level| Level::try_from(level).expect("a default is a level")).to_vec(),
            return_years: vec![1, 3, 5, 10],
            falls: vec![share(0.1), share(0.15)],
            cash_lock: share(0.05),
            jump: share(0.1),
            months: true,
            charts: true,
            sample_paths: 12,
        }
    }
}

/// Bounds on a figure.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct BoundsConfig {
    /// The least value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// The greatest value allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

const fn one() -> u32 {
    1
}

const fn default_paths() -> u64 {
    100_000
}

fn zero_rate() -> Rate {
    Rate::try_from(0.0).expect("0 is a rate")
}

fn zero_share() -> Share {
    Share::try_from(0.0).expect("0 is a share")
}
