//! From the words of the market to its law.

mod correlations;
mod diffusion;
mod expectations;
mod log_growth;

pub use log_growth::log_growth;

use super::into_plan::{Reader, label, plain};
use super::words::{ClassName, Config, MarketConfig, ModelName};
use crate::plan::{Asset, AssetClass, FactorKind, Law, Market, Prices, Time};

const MOST_ASSETS: usize = 100;

impl Reader<'_> {
    /// The assets, the price level and their law.
    pub(super) fn market(&mut self, whole: &Config, time: Time) -> Option<Market> {
        let config = &whole.market;
        if config.assets.is_empty() || config.assets.len() > MOST_ASSETS {
            let allowed = "1 to 100 assets, each a table [market.assets.NAME]";
            self.problem("market.assets", format!("{} assets", config.assets.len()), allowed);
            return None;
        }
        for name in config.assets.keys() {
            self.name(&format!("market.assets.{name}"), name);
            if FactorKind::ALL.iter().any(|kind| kind.name() == name) {
                self.problem(&format!("market.assets.{name}"), "a factor's name", "another name for the asset");
            }
        }
        let assets: Vec<Asset> = config
            .assets
            .iter()
            .map(|(name, asset)| Asset {
                name: name.clone(),
                label: asset.label.as_ref().map_or_else(|| plain(name), label),
                class: match asset.class {
                    ClassName::Equity => AssetClass::Equity,
                    ClassName::FixedIncome => AssetClass::FixedIncome,
                },
                expected_return_error: asset.expected_return_error.map_or(0.0, crate::units::Deviation::get),
            })
            .collect();
        self.keys_fit(config);
        let prices = self.prices(whole);
        let law = match config.model {
            ModelName::Lognormal | ModelName::RegimeSwitching => self.diffusion(config, time).map(Law::Diffusion),
            ModelName::Given => self.given(config, &assets, whole.paths, time).map(Law::Given),
        };
        let targets = self.targets(config, &assets);
        let events = self.events(config, &assets, prices == Prices::Simulated);
        Some(Market { assets, law: law?, prices, targets, events })
    }

    /// Keys that say nothing under the model named are wrong.
    fn keys_fit(&mut self, config: &MarketConfig) {
        use ModelName::{Given, Lognormal, RegimeSwitching};
        let diffusion: &[ModelName] = &[Lognormal, RegimeSwitching];
        for (key, given, models) in [
            ("file", config.file.is_some(), &[Given][..]),
            ("correlations", !config.correlations.is_empty(), &[Lognormal]),
            ("regimes", config.regimes.is_some(), &[RegimeSwitching]),
            ("copula", config.copula.is_some(), diffusion),
            ("short_rate", config.short_rate.is_some(), diffusion),
            ("credit_spread", config.credit_spread.is_some(), diffusion),
            ("inflation", config.inflation.is_some(), diffusion),
        ] {
            if given && !models.contains(&config.model) {
                let names: Vec<String> = models.iter().map(|model| format!("\"{}\"", model.name())).collect();
                let found = format!("{key} under the model \"{}\"", config.model.name());
                self.problem(&format!("market.{key}"), found, format!("{key} under {} only", names.join(", ")));
            }
        }
    }

    /// How consumer prices move.
    fn prices(&mut self, whole: &Config) -> Prices {
        match (&whole.market.inflation, whole.inflation) {
            (None, rate) => Prices::Constant(rate.map_or(0.0, crate::units::Rate::get)),
            (Some(_), None) => Prices::Simulated,
            (Some(_), Some(_)) => {
                self.problem("inflation", "one number beside [market.inflation]", "one of the two");
                Prices::Simulated
            }
        }
    }
}
