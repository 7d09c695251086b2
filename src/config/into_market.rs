//! The law of the market, from its keys.

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

use super::into_plan::{Reader, label};
use super::schema::{Config, ExpectedReturnConfig, LawConfig};
use crate::plan::{Asset, FactorKind, Law, Market, Prices, TimeGrid};
use crate::texts::{Argument, message};
use crate::units::{Deviation, MONTHS_PER_YEAR, Rate};

impl Reader<'_> {
    /// The assets, the price level and their law.
    pub(super) fn market(&mut self, whole: &Config, time: TimeGrid) -> Option<Market> {
        let config = &whole.market;
        let keys = config.law.assets();
        for (name, _) in &keys {
            self.name(&format!("market.assets.{name}"), name);
            if FactorKind::ALL.iter().any(|kind| kind.name() == *name) {
                self.problem(&format!("market.assets.{name}"), message!(a_factors_name), message!(another_asset_name));
            }
        }
        let assets: Vec<Asset> = keys
            .iter()
            .map(|(name, asset)| Asset {
                name: (*name).clone(),
                label: label(asset.label, name),
                class: asset.class,
                expected_return_error: asset.expected_return_error.unwrap_or(Deviation::ZERO),
            })
            .collect();
        let law = match &config.law {
            LawConfig::Lognormal(law) => self.lognormal(law, time).map(Law::Diffusion),
            LawConfig::RegimeSwitching(law) => self.regime_switching(law, time).map(Law::Diffusion),
            LawConfig::Bootstrap(law) => self.bootstrap(law, whole).map(Law::Bootstrap),
            LawConfig::Replay(law) => self.replay(law, whole).map(Law::Replay),
            LawConfig::Given(law) => self.given(law, whole, &assets).map(Law::Given),
        };
        let prices = self.prices(whole, law.as_ref());
        let crisis = match config.law.crisis() {
            Some(crisis) => Some(self.crisis(crisis, whole, prices == Prices::Simulated)?),
            None => None,
        };
        let targets = self.targets(config, &assets, law.as_ref(), time);
        let events = self.events(config, &assets, prices == Prices::Simulated);
        Some(Market { assets, law: law?, prices, crisis, targets, events })
    }

    /// How consumer prices move: as the law has them, or by one number, which a replay takes where it knows no better.
    fn prices(&mut self, whole: &Config, law: Option<&Law>) -> Prices {
        let own = whole.market.law.factors().is_some_and(|factors| factors.inflation.is_some());
        let simulated = law.map_or(own, Law::simulates_prices);
        if simulated && law.is_some_and(Law::is_one_path) {
            return Prices::Simulated;
        }
        match (simulated, whole.inflation) {
            (false, _) => Prices::Constant(whole.constant_inflation()),
            (true, None) => Prices::Simulated,
            (true, Some(_)) => {
                let found = if own { message!(inflation_beside_own) } else { message!(inflation_beside_world) };
                self.problem("inflation", found, message!(one_of_the_two));
                Prices::Simulated
            }
        }
    }

    /// The growth of a month that an expected return asks for, as its natural logarithm, and whether it is the
    /// arithmetic one.
    fn expected_log(&mut self, name: &str, expected: ExpectedReturnConfig) -> Option<(f64, bool)> {
        let log = |rate: Rate| libm::log1p(rate.get()) / MONTHS_PER_YEAR;
        match expected {
            ExpectedReturnConfig::Geometric(rate) => Some((log(rate), false)),
            ExpectedReturnConfig::Arithmetic(rate) => Some((log(rate), true)),
            ExpectedReturnConfig::ContinuousArithmetic(_) => {
                let key = format!("market.assets.{name}.expected_return");
                self.problem(&key, message!(continuous_needs_lognormal), message!(geometric_or_arithmetic));
                None
            }
        }
    }

    /// Whether the run has monthly steps, which months of history ask for.
    fn monthly(&mut self, what: impl Into<Argument>, time: TimeGrid) {
        if time.steps_per_month() != 1 {
            let found = message!(beside, one = time.steps_per_month(), other = what);
            self.problem("steps_per_month", found, message!(steps_of_history));
        }
    }
}
