//! Scenarios of a stress test: what happens to the assets from the start on, month by month.

use std::sync::Arc;

use ndarray::Array2;

use crate::units::Deviation;

use super::{Asset, Label, Law, Market, Plan, Prices, Replay, TimeGrid};

/// One path of growth.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Name on the command line and in files.
    pub name: String,
    /// Name in reports.
    pub label: Label,
    /// The source of its figures, in words.
    pub source: Label,
    /// Gross growth by (month, series): the assets in the plan's order, then consumer prices. NaN where the series
    /// grows as expected.
    pub growth: Array2<f64>,
    /// Factors on that growth by (month, series), known or expected: 1, or the effect of a move of interest rates.
    pub effect: Array2<f64>,
    /// Months after the scenario, in which all series grow as expected; none to leave them to the stress test.
    pub aftermath_months: Option<u32>,
}

impl Scenario {
    /// Months of the scenario, without the months after it.
    #[must_use]
    pub fn months(&self) -> u32 {
        u32::try_from(self.growth.nrows()).unwrap_or(u32::MAX)
    }
}

impl Plan {
    /// The plan on one given path, over the path's months: the same pools, from their state at the start.
    #[must_use]
    pub fn on_path(&self, path: Replay) -> Self {
        let market = &self.market;
        let certain = |asset: &Asset| Asset { expected_return_error: Deviation::ZERO, ..asset.clone() };
        let months = u32::try_from(path.growth.nrows()).unwrap_or(u32::MAX);
        let market = Market {
            assets: market.assets.iter().map(certain).collect(),
            prices: if path.inflation { Prices::Simulated } else { market.prices },
            law: Law::Replay(path),
            crisis: None,
            targets: Vec::new(),
            events: Vec::new(),
        };
        let region = self.region.clone().map(|region| match self.market.law.mean_short_rate() {
            Some(rate) => region.at_short_rate(rate),
            None => region,
        });
        Self { time: TimeGrid { months, ..self.time }, paths: 1, market: Arc::new(market), region, ..self.clone() }
    }
}
