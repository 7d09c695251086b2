//! A plan on one given path.

use std::sync::Arc;

use super::{Asset, Law, Market, Plan, Prices, Replay};
use crate::units::Deviation;

impl Plan {
    /// The plan on one given path, over the path's months: the same pools, from their state at the start.
    #[must_use]
    pub fn on_path(&self, path: Replay) -> Self {
        let market = &self.market;
        let certain = |asset: &Asset| Asset { expected_return_error: Deviation::ZERO, ..asset.clone() };
        let months = path.months();
        let market = Market {
            assets: market.assets.iter().map(certain).collect(),
            prices: if path.has_inflation() { Prices::Simulated } else { market.prices },
            law: Law::Replay(path),
            crisis: None,
            targets: Vec::new(),
            events: Vec::new(),
        };
        let region = self.region.clone().map(|region| match self.market.law.mean_short_rate() {
            Some(rate) => region.at_short_rate(rate),
            None => region,
        });
        Self { time: self.time.with_months(months), paths: 1, market: Arc::new(market), region, ..self.clone() }
    }
}
