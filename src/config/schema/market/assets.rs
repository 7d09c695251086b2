//! The keys of an asset, which differ from law to law.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::plan::{AssetClass, Label};
use crate::units::{Convexity, Deviation, Rate, Years};

/// An asset that pools hold through funds.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AssetConfig<L> {
    /// On which side of the rule the asset stands.
    pub class: AssetClass,
    /// Name in reports; the key if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Label>,
    /// What the law asks of it.
    #[serde(flatten)]
    pub law: L,
}

/// What `lognormal` and `regime-switching` ask of an asset.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SimulatedAsset {
    /// The column of history that holds the asset's returns, for a crisis and for `stress` and `backtest`. Left out, it
    /// is the one with the asset's name, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The expected return a year, total return in SEK after fund fees. For `regime-switching` it may be left out;
    /// given, both regimes' means are moved alike so that it holds in the long run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<ExpectedReturnConfig>,
    /// For `lognormal`: the standard deviation a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub volatility: Option<VolatilityConfig>,
    /// Standard error of the expected return, a year: the mean log return is drawn once a path around its value. Taken
    /// as known if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return_error: Option<Deviation>,
    /// Makes a fixed-income asset a fund of bonds that follows the short rate, in place of expected return and
    /// volatility.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund: Option<FundConfig>,
}

/// What `bootstrap` asks of an asset.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct HistoryAsset {
    /// The column of history that holds the asset's returns; its name if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The expected return a year, total return in SEK after fund fees: history's mean is moved to it. Left out, it
    /// stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<ExpectedReturnConfig>,
    /// Standard error of the expected return, a year: the mean log return is drawn once a path around its value. Taken
    /// as known if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return_error: Option<Deviation>,
}

/// What `replay` asks of an asset.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ReplayedAsset {
    /// The column of history that holds the asset's returns; its name if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The expected return a year, total return in SEK after fund fees: what the asset earns where history has no
    /// value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_return: Option<ExpectedReturnConfig>,
}

/// What `given` asks of an asset: nothing.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct GivenAsset {}

/// The keys of an asset that more than one law knows.
#[derive(Debug, Clone, Copy)]
pub struct AssetKeys<'a> {
    /// On which side of the rule the asset stands.
    pub class: AssetClass,
    /// Name in reports.
    pub label: Option<&'a Label>,
    /// The column of history that holds the asset's returns.
    pub column: Option<&'a String>,
    /// The expected return.
    pub expected_return: Option<&'a ExpectedReturnConfig>,
    /// Its standard error.
    pub expected_return_error: Option<Deviation>,
}

/// The keys of some law that other laws know too.
pub(super) trait AssetLaw {
    fn keys(asset: &AssetConfig<Self>) -> AssetKeys<'_>
    where
        Self: Sized;
}

fn plain<L>(asset: &AssetConfig<L>) -> AssetKeys<'_> {
    let AssetConfig { class, label, .. } = asset;
    AssetKeys { class: *class, label: label.as_ref(), column: None, expected_return: None, expected_return_error: None }
}

impl AssetLaw for SimulatedAsset {
    fn keys(asset: &AssetConfig<Self>) -> AssetKeys<'_> {
        let Self { column, expected_return, expected_return_error, .. } = &asset.law;
        AssetKeys {
            column: column.as_ref(),
            expected_return: expected_return.as_ref(),
            expected_return_error: *expected_return_error,
            ..plain(asset)
        }
    }
}

impl AssetLaw for HistoryAsset {
    fn keys(asset: &AssetConfig<Self>) -> AssetKeys<'_> {
        let Self { column, expected_return, expected_return_error } = &asset.law;
        AssetKeys {
            column: column.as_ref(),
            expected_return: expected_return.as_ref(),
            expected_return_error: *expected_return_error,
            ..plain(asset)
        }
    }
}

impl AssetLaw for ReplayedAsset {
    fn keys(asset: &AssetConfig<Self>) -> AssetKeys<'_> {
        let Self { column, expected_return } = &asset.law;
        AssetKeys { column: column.as_ref(), expected_return: expected_return.as_ref(), ..plain(asset) }
    }
}

impl AssetLaw for GivenAsset {
    fn keys(asset: &AssetConfig<Self>) -> AssetKeys<'_> {
        plain(asset)
    }
}

pub(super) fn keys_of<L: AssetLaw>(assets: &IndexMap<String, AssetConfig<L>>) -> Vec<(&String, AssetKeys<'_>)> {
    assets.iter().map(|(name, asset)| (name, L::keys(asset))).collect()
}

pub(super) fn labels_of<L>(assets: &mut IndexMap<String, AssetConfig<L>>) -> Vec<(&String, &mut Option<Label>)> {
    assets.iter_mut().map(|(name, asset)| (name, &mut asset.label)).collect()
}

/// A fund of bonds kept at its duration. Over a step it earns its yield and what it gains by rolling down the curve. It
/// loses duration times the yield's rise, and gains half its convexity times the square of it.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FundConfig {
    /// Duration in years.
    pub duration: Years,
    /// Convexity in years²; the square of the duration if left out, as of a single payment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convexity: Option<Convexity>,
    /// Yield above the government's, a year, as it usually is.
    #[serde(default = "no_spread")]
    pub spread: Rate,
    /// Duration to the market's credit spread, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spread_duration: Option<Years>,
}

impl FundConfig {
    /// The convexity; that of a single payment where none is given.
    #[must_use]
    pub fn effective_convexity(&self) -> Convexity {
        self.convexity.unwrap_or_else(|| Convexity::of_one_payment(self.duration))
    }
}

const fn no_spread() -> Rate {
    Rate::ZERO
}

/// An expected return a year, which says what kind it is.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ExpectedReturnConfig {
    /// `exp(E ln(1 + R)) - 1`: the growth of the median.
    Geometric(Rate),
    /// `E[1 + R] - 1`: the growth of the mean.
    Arithmetic(Rate),
    /// μ in `d ln S = (μ - σ²/2) dt + σ dW`.
    ContinuousArithmetic(Rate),
}

/// A standard deviation a year, which says of what.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VolatilityConfig {
    /// Of the log return `ln(1 + R)`: σ.
    Log(Deviation),
    /// Of the simple return `R` over one year.
    Simple(Deviation),
}
