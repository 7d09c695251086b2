//! Scenarios of stress tests: the configuration's own, those that ship, crises that happened, and spans of a history.

mod offered;
mod shock;

pub use offered::{of_history, offered};

use indexmap::IndexSet;
use ndarray::Array2;

use super::into_plan::{Reader, label, plain};
use super::schema::ScenarioConfig;
use crate::plan::{Label, Market, Scenario};
use shock::Shock;

/// The most scenarios of a configuration.
const MOST: usize = 100;

impl Reader<'_> {
    /// The configuration's own scenarios.
    pub(super) fn own_scenarios(&mut self, words: &[ScenarioConfig], market: &Market) -> Vec<Scenario> {
        if words.len() > MOST {
            self.problem("scenarios", format!("{} scenarios", words.len()), format!("at most {MOST}"));
        }
        let mut names: IndexSet<String> = offered::names();
        let mut scenarios = Vec::new();
        for (index, words) in words.iter().enumerate() {
            let key = format!("scenarios.{index}");
            self.name(&format!("{key}.name"), &words.name);
            if !names.insert(words.name.clone()) {
                let allowed = "a name that no other scenario has, of the file or of those that ship";
                self.problem(&format!("{key}.name"), format!("the name \"{}\" again", words.name), allowed);
            }
            scenarios.extend(self.scenario(&key, words, market));
        }
        scenarios
    }

    /// A scenario of shocks.
    fn scenario(&mut self, key: &str, words: &ScenarioConfig, market: &Market) -> Option<Scenario> {
        let mut shocks = Vec::new();
        self.scenario_names(key, words, market);
        for place in 0..market.assets.len() {
            shocks.push(self.shock(key, words, market, place));
        }
        let mut shocks = shocks.into_iter().collect::<Option<Vec<Shock>>>()?;
        shocks.push(words.inflation.map_or(Shock::AsExpected, |rise| Shock::Total(1.0 + rise.get())));
        if shocks.iter().all(|shock| *shock == Shock::AsExpected) {
            let allowed = "equities, fixed_income, assets, rates_bp, spreads_bp or inflation";
            self.problem(key, "a scenario in which nothing happens", allowed);
            return None;
        }
        let source = words.source.as_ref().map_or_else(
            || Label { en: "the configuration".to_owned(), sv: "konfigurationen".to_owned() },
            |source| Label { en: source.en.clone(), sv: source.sv.clone() },
        );
        let label = words.label.as_ref().map_or_else(|| plain(&words.name), label);
        let aftermath_months = words.aftermath_months;
        let [growth, effect] = shock::monthly(&shocks, words.months);
        Some(Scenario { name: words.name.clone(), label, source, growth, effect, aftermath_months })
    }
}

/// What is known of a span of months: growth as it was.
fn happened(name: &str, label: Label, source: Label, growth: Array2<f64>) -> Scenario {
    let effect = Array2::ones(growth.dim());
    Scenario { name: name.to_owned(), label, source, growth, effect, aftermath_months: None }
}
