//! From the words of the market to its law.

mod bootstrap;
mod correlations;
mod crisis;
mod diffusion;
mod expectations;
mod given;
mod history;
mod log_growth;
mod replay;

pub use log_growth::log_growth;

use super::into_plan::{Reader, label, plain};
use super::schema::{ClassName, Config, ExpectedReturnConfig, MarketConfig, ModelName};
use crate::plan::{Asset, AssetClass, FactorKind, Law, Market, Prices, TimeGrid};
use crate::units::{Deviation, Rate};

const MOST_ASSETS: usize = 100;

impl Reader<'_> {
    /// The assets, the price level and their law.
    pub(super) fn market(&mut self, whole: &Config, time: TimeGrid) -> Option<Market> {
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
                expected_return_error: asset.expected_return_error.unwrap_or(Deviation::ZERO),
            })
            .collect();
        self.keys_fit(config);
        let law = match config.model {
            ModelName::Lognormal | ModelName::RegimeSwitching => self.diffusion(config, time).map(Law::Diffusion),
            ModelName::Bootstrap => self.bootstrap(whole).map(Law::Bootstrap),
            ModelName::Replay => self.replay(whole).map(Law::Replay),
            ModelName::Given => self.given(whole, &assets).map(Law::Given),
        };
        let prices = self.prices(whole, law.as_ref());
        let crisis = match &config.crisis {
            Some(crisis) => Some(self.crisis(crisis, whole, prices == Prices::Simulated)?),
            None => None,
        };
        let targets = self.targets(config, &assets, law.as_ref(), time);
        let events = self.events(config, &assets, prices == Prices::Simulated);
        Some(Market { assets, law: law?, prices, crisis, targets, events })
    }

    /// Keys that say nothing under the model named are wrong.
    fn keys_fit(&mut self, config: &MarketConfig) {
        use ModelName::{Bootstrap, Given, Lognormal, RegimeSwitching, Replay};
        let diffusion: &[ModelName] = &[Lognormal, RegimeSwitching];
        let simulated: &[ModelName] = &[Lognormal, RegimeSwitching, Bootstrap];
        for (key, given, models) in [
            ("file", config.file.is_some(), &[Bootstrap, Replay, Given][..]),
            ("weights", config.weights.is_some(), &[Given]),
            ("correlations", !config.correlations.is_empty(), &[Lognormal]),
            ("regimes", config.regimes.is_some(), &[RegimeSwitching]),
            ("copula", config.copula.is_some(), diffusion),
            ("short_rate", config.short_rate.is_some(), diffusion),
            ("credit_spread", config.credit_spread.is_some(), diffusion),
            ("inflation", config.inflation.is_some(), diffusion),
            ("bootstrap", config.bootstrap.is_some(), &[Bootstrap]),
            ("replay", config.replay.is_some(), &[Replay]),
            ("crisis", config.crisis.is_some(), simulated),
        ] {
            self.key_fits(config.model, &format!("market.{key}"), given, models);
        }
        for (name, asset) in &config.assets {
            let key = |key: &str| format!("market.assets.{name}.{key}");
            self.key_fits(config.model, &key("volatility"), asset.volatility.is_some(), diffusion);
            self.key_fits(config.model, &key("fund"), asset.fund.is_some(), diffusion);
            let all_but_given = [simulated, &[Replay]].concat();
            let uncertain = asset.expected_return_error.is_some();
            self.key_fits(config.model, &key("expected_return_error"), uncertain, simulated);
            self.key_fits(config.model, &key("column"), asset.column.is_some(), &all_but_given);
            self.key_fits(config.model, &key("expected_return"), asset.expected_return.is_some(), &all_but_given);
        }
    }

    fn key_fits(&mut self, model: ModelName, key: &str, given: bool, models: &[ModelName]) {
        if given && !models.contains(&model) {
            let names: Vec<String> = models.iter().map(|model| format!("\"{}\"", model.name())).collect();
            let name = key.rsplit('.').next().unwrap_or(key);
            let found = format!("{name} under the model \"{}\"", model.name());
            self.problem(key, found, format!("{name} under {} only", names.join(", ")));
        }
    }

    /// How consumer prices move: as the law has them, or by one number, which a replay takes where it knows no better.
    fn prices(&mut self, whole: &Config, law: Option<&Law>) -> Prices {
        let simulated = law.map_or(whole.market.inflation.is_some(), Law::simulates_prices);
        if simulated && law.is_some_and(Law::is_one_path) {
            return Prices::Simulated;
        }
        match (simulated, whole.inflation) {
            (false, rate) => Prices::Constant(rate.unwrap_or(Rate::ZERO)),
            (true, None) => Prices::Simulated,
            (true, Some(_)) => {
                let own = match whole.market.inflation {
                    Some(_) => "one number beside [market.inflation]",
                    None => "one number in a world that has inflation of its own",
                };
                self.problem("inflation", own, "one of the two");
                Prices::Simulated
            }
        }
    }

    /// The growth of a month that an expected return asks for, as its natural logarithm, and whether it is the arithmetic one.
    fn expected_log(&mut self, name: &str, expected: &ExpectedReturnConfig) -> Option<(f64, bool)> {
        let log = |rate: Rate| libm::log1p(rate.get()) / 12.0;
        match (expected.geometric, expected.arithmetic, expected.continuous_arithmetic) {
            (Some(geometric), None, None) => Some((log(geometric), false)),
            (None, Some(arithmetic), None) => Some((log(arithmetic), true)),
            _ => {
                let found = "none or several keys, or continuous_arithmetic, which only lognormal growth has";
                let key = format!("market.assets.{name}.expected_return");
                self.problem(&key, found, "one of geometric, arithmetic");
                None
            }
        }
    }

    /// Whether the run has monthly steps, which months of history ask for.
    fn monthly(&mut self, what: &str, time: TimeGrid) {
        if time.steps_per_month != 1 {
            let found = format!("{} beside {what}", time.steps_per_month);
            let allowed = "1: history of months says nothing of what is between them";
            self.problem("steps_per_month", found, allowed);
        }
    }
}
