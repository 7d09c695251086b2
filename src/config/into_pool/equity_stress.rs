//! The rules across the keys of the stress that equities are assumed to suffer.

use crate::config::into_plan::Reader;
use crate::config::schema::{EquityStressConfig, RiskMeasureConfig, TiedStressConfig};
use crate::plan::{EquityStress, RiskMeasure, TiedStress};
use crate::texts::message;

impl Reader<'_> {
    /// The stress, unless something is wrong with it.
    pub(super) fn equity_stress(&mut self, key: &str, config: EquityStressConfig) -> Option<EquityStress> {
        match config {
            EquityStressConfig::Constant(stress) => Some(EquityStress::Constant(stress)),
            EquityStressConfig::Tied(tied) => self.tied(key, &tied).map(EquityStress::Tied),
        }
    }

    fn tied(&mut self, key: &str, config: &TiedStressConfig) -> Option<TiedStress> {
        let TiedStressConfig { multiple, min, max, opening_volatility, .. } = *config;
        let measure = match config.measure {
            RiskMeasureConfig::Ewma { lambda } => RiskMeasure::Ewma { lambda },
            RiskMeasureConfig::Rolling { window_months } => RiskMeasure::Rolling { window_months },
            RiskMeasureConfig::Quantile { window_months, level } => RiskMeasure::Quantile { window_months, level },
        };
        let tied = TiedStress::new(measure, multiple, [min, max], opening_volatility);
        if tied.is_none() {
            let allowed = message!(at_most_key, key = "max", value = max.get().to_string());
            self.problem(&format!("{key}.min"), min.get().to_string(), allowed);
        }
        tied
    }
}
