//! The distribution of a quantity over paths.

use indexmap::IndexMap;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::schema;
use crate::stats::Estimate;
use crate::stats::figure::{Quantile, Statistic};

/// Mean and quantiles (`q05` is the 5 % quantile) of one quantity.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Distribution {
    /// The mean.
    pub mean: Estimate,
    /// The quantiles.
    #[serde(flatten)]
    #[schemars(schema_with = "schema::quantiles")]
    pub quantiles: IndexMap<Quantile, Estimate>,
}

impl Distribution {
    /// The mean, or a quantile that the run has.
    #[must_use]
    pub fn get(&self, statistic: Statistic) -> Option<Estimate> {
        match statistic {
            Statistic::Mean => Some(self.mean),
            Statistic::Quantile(quantile) => self.quantiles.get(&quantile).copied(),
        }
    }

    /// The mean, then the quantiles.
    pub fn iter(&self) -> impl Iterator<Item = (Statistic, Estimate)> {
        let quantiles = self.quantiles.iter().map(|(quantile, estimate)| (Statistic::Quantile(*quantile), *estimate));
        std::iter::once((Statistic::Mean, self.mean)).chain(quantiles)
    }

    /// The distribution of the numbers times a positive factor.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let quantiles = self.quantiles.into_iter().map(|(key, estimate)| (key, estimate.scaled(factor)));
        Self { mean: self.mean.scaled(factor), quantiles: quantiles.collect() }
    }
}
