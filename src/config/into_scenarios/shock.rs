//! The effect of a scenario of shocks on each asset.

use indexmap::IndexMap;
use ndarray::Array2;

use crate::config::into_plan::Reader;
use crate::config::schema::{BondsConfig, ScenarioConfig};
use crate::plan::{Asset, AssetClass, BondFund, Market};
use crate::texts::message;
use crate::units::{Convexity, Years};

/// The shock to a series over all the months of a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Shock {
    /// It grows as expected.
    AsExpected,
    /// It grows by this in all.
    Total(f64),
    /// Its expected growth is multiplied by this in all.
    Effect(f64),
}

/// Growth by month, NaN where as expected, and the factors on it: each shock spread evenly as a log return.
pub(super) fn monthly(shocks: &[Shock], months: u32) -> [Array2<f64>; 2] {
    let each = |total: f64| if months == 1 { total } else { libm::pow(total, 1.0 / f64::from(months)) };
    let table = |of: fn(Shock) -> f64| {
        Array2::from_shape_fn((months as usize, shocks.len()), |(_, series)| each(of(shocks[series])))
    };
    let total = |shock| if let Shock::Total(growth) = shock { growth } else { f64::NAN };
    let effect = |shock| if let Shock::Effect(growth) = shock { growth } else { 1.0 };
    [table(total), table(effect)]
}

/// How a fixed-income asset answers to rates and spreads.
struct RateResponse {
    duration: Years,
    convexity: Convexity,
    spread_duration: Option<Years>,
    rates_bp: f64,
}

impl RateResponse {
    /// `1 - D Δy + ½ C Δy² - D_s Δs`, the terms of a simulated bond fund without its carry; Fabozzi (2007), *Fixed
    /// Income Analysis*, ch. 7. For a move of one percentage point and a duration of five years, terms of third order
    /// are about 0.002 % of the value.
    fn growth(&self, spreads_bp: f64) -> f64 {
        let [dy, ds] = [self.rates_bp, spreads_bp].map(|bp| bp / 10_000.0);
        let spread_duration = self.spread_duration.map_or(0.0, Years::get);
        1.0 - self.duration.get() * dy + 0.5 * self.convexity.get() * dy * dy - spread_duration * ds
    }
}

impl Reader<'_> {
    /// Checks that the assets that the scenario names exist, and are of the right class.
    pub(super) fn scenario_names(&mut self, key: &str, config: &ScenarioConfig, market: &Market) {
        let names: Vec<String> = market.assets.iter().map(|asset| asset.name.clone()).collect();
        for (table, name) in named("assets", &config.assets).chain(named("bonds", &config.bonds)) {
            let place = format!("{key}.{table}.{name}");
            match market.assets.iter().find(|asset| asset.name == *name) {
                None => self.unknown_name(&place, name, names.iter()),
                Some(asset) if table == "bonds" && asset.class == AssetClass::Equity => {
                    self.problem(&place, message!(an_equity_asset), message!(a_fixed_income_asset));
                }
                Some(_) => {}
            }
        }
        let moves = config.rates_bp.or(config.spreads_bp).is_some();
        if moves && config.fixed_income.is_some() {
            self.problem(&format!("{key}.fixed_income"), message!(loss_beside_moves), message!(one_of_the_two));
        }
    }

    /// The shock to one asset.
    pub(super) fn shock(&mut self, key: &str, config: &ScenarioConfig, market: &Market, place: usize) -> Option<Shock> {
        let asset = &market.assets[place];
        let class = match asset.class {
            AssetClass::Equity => config.equities,
            AssetClass::FixedIncome => config.fixed_income,
        };
        if let Some(loss) = config.assets.get(&asset.name).copied().or(class) {
            return Some(Shock::Total(1.0 - loss.get()));
        }
        let bonds = config.bonds.get(&asset.name).copied().unwrap_or_default();
        let rates = bonds.rates_bp.or(config.rates_bp);
        if asset.class == AssetClass::Equity || rates.or(config.spreads_bp).is_none() {
            return Some(Shock::AsExpected);
        }
        let answer = self.answer(key, asset, bonds, market.law.bond_fund(place), rates.unwrap_or(0.0))?;
        let growth = answer.growth(config.spreads_bp.unwrap_or(0.0));
        if growth < 0.01 {
            let percent = format!("{:.0}", 100.0 * (1.0 - growth));
            self.problem(key, message!(move_takes, percent, asset = &asset.name), message!(move_most));
            return None;
        }
        Some(Shock::Effect(growth))
    }

    fn answer(
        &mut self,
        key: &str,
        asset: &Asset,
        bonds: BondsConfig,
        fund: Option<BondFund>,
        rates_bp: f64,
    ) -> Option<RateResponse> {
        let Some(duration) = bonds.duration.or(fund.map(|fund| fund.duration)) else {
            let example = format!("bonds.{} = {{ duration = 3.5 }}", asset.name);
            let found = message!(move_without_duration, asset = &asset.name);
            self.problem(key, found, message!(duration_or_loss, example));
            return None;
        };
        // A stated duration is another fund: its convexity is not the configured fund's.
        let own = fund.filter(|_| bonds.duration.is_none()).map(|fund| fund.convexity);
        Some(RateResponse {
            duration,
            convexity: bonds.convexity.or(own).unwrap_or_else(|| Convexity::of_one_payment(duration)),
            spread_duration: bonds.spread_duration.or(fund.and_then(|fund| fund.spread_duration)),
            rates_bp,
        })
    }
}

fn named<'a, T>(table: &'a str, of: &'a IndexMap<String, T>) -> impl Iterator<Item = (&'a str, &'a String)> {
    of.keys().map(move |name| (table, name))
}
