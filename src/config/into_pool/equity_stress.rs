//! The rules across the keys of the stress that equities are assumed to suffer.

use crate::config::into_plan::Reader;
use crate::config::schema::{EquityStressConfig, RiskMeasureName, TiedStressConfig};
use crate::plan::{EquityStress, RiskMeasure, TiedStress};
use crate::units::{Level, Share, Stress};

const EQUITY_STRESS: Stress = Stress::new(0.25).expect("a stress");
const LAMBDA: Share = Share::new(0.97).expect("a share");
const LEVEL: Level = Level::new(0.05).expect("a level");

impl Reader<'_> {
    /// The stress, unless something is wrong with it.
    pub(super) fn equity_stress(&mut self, key: &str, config: Option<EquityStressConfig>) -> Option<EquityStress> {
        match config {
            None => Some(EquityStress::Constant(EQUITY_STRESS)),
            Some(EquityStressConfig::Constant(stress)) => Some(EquityStress::Constant(stress)),
            Some(EquityStressConfig::Tied(tied)) => self.tied(key, &tied).map(EquityStress::Tied),
        }
    }

    fn tied(&mut self, key: &str, config: &TiedStressConfig) -> Option<TiedStress> {
        self.foreign_keys(key, config);
        let window_months = config.window_months.unwrap_or(36);
        let measure = match config.measure {
            RiskMeasureName::Ewma => RiskMeasure::Ewma { lambda: config.lambda.unwrap_or(LAMBDA) },
            RiskMeasureName::Rolling => RiskMeasure::Rolling { window_months },
            RiskMeasureName::Quantile => RiskMeasure::Quantile { window_months, level: config.level.unwrap_or(LEVEL) },
        };
        let (multiple, opening_volatility) = (config.multiple, config.opening_volatility);
        let (min, max) = (config.min, config.max);
        let tied = TiedStress::new(measure, multiple, [min, max], opening_volatility);
        if tied.is_none() {
            self.problem(&format!("{key}.min"), min.get().to_string(), format!("at most max ({})", max.get()));
        }
        tied
    }

    /// Keys that the measure does not have.
    fn foreign_keys(&mut self, key: &str, config: &TiedStressConfig) {
        let (keys, allowed): (&[&str], _) = match config.measure {
            RiskMeasureName::Ewma => (&["lambda"], "only lambda for \"ewma\""),
            RiskMeasureName::Rolling => (&["window_months"], "only window_months for \"rolling\""),
            RiskMeasureName::Quantile => (&["window_months", "level"], "window_months and level for \"quantile\""),
        };
        let given = [
            ("lambda", config.lambda.is_some()),
            ("window_months", config.window_months.is_some()),
            ("level", config.level.is_some()),
        ];
        for (name, _) in given.iter().filter(|(name, given)| *given && !keys.contains(name)) {
            self.problem(&format!("{key}.{name}"), "a key that this measure does not have", allowed);
        }
    }
}
