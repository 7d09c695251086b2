//! The targets of a world, from their keys.

use crate::config::into_plan::Reader;
use crate::config::schema::{EventBoundConfig, MarketConfig, TargetConfig};
use crate::plan::{
    Asset, CalendarEvent, EventBound, EventSeries, FactorKind, HistoryStatistic, HistoryTarget, Law, TimeGrid,
};
use crate::texts::message;

/// Figures of a history are given rounded: by how much two may contradict each other.
const ROUNDED: f64 = 0.01;

impl Reader<'_> {
    /// Histories that the world is meant to resemble.
    pub(super) fn targets(
        &mut self,
        config: &MarketConfig,
        assets: &[Asset],
        law: Option<&Law>,
        time: TimeGrid,
    ) -> Vec<HistoryTarget> {
        let mut targets = Vec::new();
        let ends = law.is_some_and(|law| !law.goes_on());
        for (index, target) in config.targets.iter().enumerate() {
            let key = format!("market.targets.{index}.asset");
            let Some(asset) = self.asset_called(&key, &target.asset, assets, &[]) else { continue };
            let (source, months) = (target.source.clone(), target.months);
            if ends && months > time.months() {
                let key = format!("market.targets.{index}.months");
                let allowed = message!(target_months, months = time.months());
                self.problem(&key, message!(target_beyond, months), allowed);
            }
            self.one_history(&format!("market.targets.{index}"), target);
            targets.push(HistoryTarget { asset, source, months, figures: figures(target) });
        }
        targets
    }

    /// Figures that no history has together are no target, and neither are none at all.
    fn one_history(&mut self, key: &str, target: &TargetConfig) {
        if figures(target).is_empty() {
            self.problem(key, message!(target_without_figure), message!(target_figures));
        }
        // Pearson (1916): the kurtosis is at least the skewness squared, plus one.
        if let (Some(skew), Some(kurtosis)) = (target.skew, target.excess_kurtosis)
            && kurtosis < skew * skew - 2.0 - ROUNDED
        {
            let least = skew * skew - 2.0;
            let found = message!(kurtosis_beside, kurtosis = kurtosis.to_string(), skew = skew.to_string());
            let allowed = message!(kurtosis_least, least = format!("{least:.3}"));
            self.problem(&format!("{key}.excess_kurtosis"), found, allowed);
        }
        let Some(deepest) = target.max_drawdown.map(f64::from) else { return };
        let worst_returns = [
            ("worst_month", target.worst_month.map(f64::from)),
            ("worst_12_months", target.worst_12_months.map(f64::from)),
        ];
        for (name, worst) in worst_returns {
            if let Some(worst) = worst.filter(|worst| deepest > worst + ROUNDED) {
                let [deepest, worst] = [deepest, worst].map(|fall| fall.to_string());
                let found = message!(fall_above, deepest, name, worst = &worst);
                self.problem(&format!("{key}.max_drawdown"), found, message!(fall_most, worst));
            }
        }
    }

    /// Events that the world must be able to bring.
    pub(super) fn events(&mut self, config: &MarketConfig, assets: &[Asset], inflation: bool) -> Vec<CalendarEvent> {
        let mut events = Vec::new();
        for (index, event) in config.events.iter().enumerate() {
            let key = format!("market.events.{index}");
            let prices = FactorKind::Inflation.name();
            let others: &[&str] = if inflation { &[prices] } else { &[] };
            let Some(place) = self.asset_called(&format!("{key}.of"), &event.of, assets, others) else { continue };
            events.push(CalendarEvent {
                name: event.of.clone(),
                of: if place < assets.len() { EventSeries::Asset(place) } else { EventSeries::Inflation },
                bound: match event.bound {
                    EventBoundConfig::AtMost(most) => EventBound::AtMost(most.get()),
                    EventBoundConfig::AtLeast(least) => EventBound::AtLeast(least.get()),
                },
                at_least_as_often: event.probability_at_least,
            });
        }
        events
    }

    /// The place of an asset, or behind the assets that of one of the other names.
    fn asset_called(&mut self, key: &str, name: &str, assets: &[Asset], others: &[&str]) -> Option<usize> {
        let names: Vec<String> =
            assets.iter().map(|asset| asset.name.clone()).chain(others.iter().map(|&name| name.to_owned())).collect();
        let place = names.iter().position(|known| known == name);
        if place.is_none() {
            self.unknown_name(key, name, names.iter());
        }
        place
    }
}

fn figures(config: &TargetConfig) -> Vec<(HistoryStatistic, f64)> {
    let all = [
        (HistoryStatistic::Volatility, config.volatility.map(f64::from)),
        (HistoryStatistic::Skew, config.skew),
        (HistoryStatistic::ExcessKurtosis, config.excess_kurtosis),
        (HistoryStatistic::Autocorrelation, config.autocorrelation),
        (HistoryStatistic::AutocorrelationOfSquares, config.autocorrelation_of_squares),
        (HistoryStatistic::DeviationOf12Months, config.deviation_of_12_months.map(f64::from)),
        (HistoryStatistic::WorstMonth, config.worst_month.map(f64::from)),
        (HistoryStatistic::Worst12Months, config.worst_12_months.map(f64::from)),
        (HistoryStatistic::MaxDrawdown, config.max_drawdown.map(f64::from)),
    ];
    all.into_iter().filter_map(|(statistic, figure)| Some((statistic, figure?))).collect()
}
