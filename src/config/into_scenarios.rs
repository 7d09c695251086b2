//! Scenarios of stress tests: the configuration's own, those that ship, crises that happened, and spans of a history.

mod ready_made;
mod shock;

pub use ready_made::{ready_made_scenarios, scenario_of_history};

use indexmap::IndexSet;

use super::into_plan::{Reader, label};
use super::schema::ScenarioConfig;
use crate::plan::{AssetClass, Market, Scenario};
use crate::texts::{Argument, message};
use shock::Shock;

impl Reader<'_> {
    /// The configuration's own scenarios.
    pub(super) fn own_scenarios(&mut self, config: &[ScenarioConfig], market: &Market) -> Vec<Scenario> {
        let mut names: IndexSet<String> = ready_made::names();
        let mut scenarios = Vec::new();
        for (index, config) in config.iter().enumerate() {
            let key = format!("scenarios.{index}");
            self.name(&format!("{key}.name"), &config.name);
            if !names.insert(config.name.clone()) {
                let found = message!(scenario_name_again, name = &config.name);
                self.problem(&format!("{key}.name"), found, message!(scenario_name_own));
            }
            scenarios.extend(self.scenario(&key, config, market));
        }
        scenarios
    }

    /// A scenario of shocks.
    fn scenario(&mut self, key: &str, config: &ScenarioConfig, market: &Market) -> Option<Scenario> {
        let mut shocks = Vec::new();
        self.scenario_names(key, config, market);
        for place in 0..market.assets.len() {
            shocks.push(self.shock(key, config, market, place));
        }
        let mut shocks = shocks.into_iter().collect::<Option<Vec<Shock>>>()?;
        self.warn_of_rising_equities(key, config, market, &shocks);
        shocks.push(config.inflation.map_or(Shock::AsExpected, |rise| Shock::Total(1.0 + rise.get())));
        if shocks.iter().all(|shock| *shock == Shock::AsExpected) {
            self.problem(key, message!(scenario_empty), message!(scenario_parts));
            return None;
        }
        let label = label(config.label.as_ref(), &config.name);
        let monthly = shock::monthly(&shocks, config.months);
        let mut scenario = Scenario::new(&config.name, label, config.effective_source(), monthly)?;
        scenario.aftermath_months = config.aftermath_months;
        Some(scenario)
    }

    /// Warns of equities that rise over a scenario: a loss is positive, and the sign may have slipped.
    fn warn_of_rising_equities(&mut self, key: &str, config: &ScenarioConfig, market: &Market, shocks: &[Shock]) {
        for (asset, shock) in market.assets.iter().zip(shocks) {
            let Shock::Total(growth) = *shock else { continue };
            if asset.class == AssetClass::Equity && growth > 1.0 {
                let own = config.assets.contains_key(&asset.name);
                let place = if own { format!("{key}.assets.{}", asset.name) } else { format!("{key}.equities") };
                let growth = Argument::Number { number: 100.0 * (growth - 1.0), decimals: 1 };
                self.warn(&place, message!(equities_rise, scenario = &config.name, asset = &asset.name, growth));
            }
        }
    }
}
