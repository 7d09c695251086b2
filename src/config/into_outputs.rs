//! The outputs and limits of a plan, from their keys.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::into_plan::Reader;
use super::schema::{BoundsConfig, OutputsConfig};
use crate::plan::{Bounds, KeptMonths, Outputs, Quantiles};
use crate::texts::message;
use crate::units::{Millions, Percentage, Share, TypedNumber};

impl Reader<'_> {
    /// The figures and files of a run.
    pub(super) fn outputs(&mut self, config: &OutputsConfig, horizon_months: u32) -> Outputs {
        let quantiles = Quantiles::new(config.quantiles.clone()).unwrap_or_else(|| {
            self.problem("outputs.quantiles", message!(levels_out_of_order), message!(levels_increasing));
            Quantiles::default()
        });
        let names: BTreeSet<Percentage> = config.quantiles.iter().map(|level| Percentage::of(level.get())).collect();
        if names.len() < config.quantiles.len() {
            self.problem("outputs.quantiles", message!(levels_too_close), message!(levels_apart));
        }
        let falls: BTreeSet<Percentage> = config.falls.iter().map(|&fall| Percentage::of(fall.get())).collect();
        if falls.len() < config.falls.len() {
            self.problem("outputs.falls", message!(falls_too_close), message!(falls_apart));
        }
        let amounts: BTreeSet<Millions> = config.value_at_least_mnkr.iter().map(|&of| Millions::of(of.get())).collect();
        if amounts.len() < config.value_at_least_mnkr.len() {
            self.problem("outputs.value_at_least_mnkr", message!(amounts_too_close), message!(amounts_apart));
        }
        self.note_years_beyond(&config.return_years, horizon_months);
        let mut figures = config.figures.clone();
        figures.sort_unstable();
        figures.dedup();
        Outputs {
            figures,
            total: config.total,
            quantiles,
            kept: KeptMonths::Every,
            return_years: config.return_years.clone(),
            falls: config.falls.iter().map(|fall| Share::nearest(fall.get())).collect(),
            values: config.value_at_least_mnkr.clone(),
            cash_lock: config.cash_lock,
            jump: config.jump,
            months: config.months,
            charts: config.charts,
            sample_paths: config.sample_paths,
        }
    }

    /// Says which spans of returns that were asked for are longer than the horizon, and are left out.
    fn note_years_beyond(&mut self, years: &[u32], horizon_months: u32) {
        let beyond: Vec<String> =
            years.iter().filter(|years| 12 * **years > horizon_months).map(ToString::to_string).collect();
        if !beyond.is_empty() && self.is_given("outputs.return_years") {
            let years = beyond.join(", ");
            self.note(message!(return_years_beyond, years).at("outputs.return_years"));
        }
    }

    /// The bounds on figures; their names are checked when the figures are known.
    pub(super) fn limits(&mut self, config: &IndexMap<String, BoundsConfig>) -> IndexMap<String, Bounds> {
        for (name, bounds) in config {
            let key = format!("limits.\"{name}\"");
            match (bounds.min, bounds.max) {
                (None, None) => self.problem(&key, message!(no_bound), message!(bounds_allowed)),
                (Some(TypedNumber { number: min, .. }), Some(TypedNumber { number: max, .. })) if min > max => {
                    self.problem(
                        &key,
                        message!(min_above_max, min = min.to_string(), max = max.to_string()),
                        "min ≤ max",
                    );
                }
                _ => {}
            }
        }
        config.iter().map(|(name, bounds)| (name.clone(), Bounds { min: bounds.min, max: bounds.max })).collect()
    }
}
