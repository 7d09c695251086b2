//! A pool's rules across keys.

mod equity_stress;

use std::num::NonZeroUsize;

use indexmap::IndexMap;

use super::into_plan::{Reader, label};
use super::schema::{
    Config, Edge, FloorConfig, FloorKind, NamedInterval, Observe, PoolConfig, RebalancingConfig, RebalancingInterval,
    RuleKind, Window,
};
use crate::plan::{
    AfterBreach, AllocationRule, AssetClass, DynamicRule, EquityStress, Floor, Flows, High, Market, Mix, OpeningCost,
    Pool, Rebalancing, RuleError, TimeGrid,
};
use crate::texts::{Argument, message};
use crate::units::{Exposure, Share};

/// The part of the other pools' opening value below which a pool's own is taken for a slip.
const LEAST_OF_OTHERS: f64 = 1.0 / 300.0;

impl Reader<'_> {
    /// A pool, unless something is wrong with it.
    pub(super) fn pool(
        &mut self,
        name: &str,
        config: &PoolConfig,
        whole: &Config,
        market: Option<&Market>,
        time: TimeGrid,
    ) -> Option<Pool> {
        let key = format!("pools.{name}");
        self.pool_name(&key, name);
        self.warn_of_small_pool(&key, config, whole);
        let rule = self.rule(&key, config);
        let equities = self.mix(&format!("{key}.equities"), &config.equities, AssetClass::Equity, market);
        let fixed_income =
            self.mix(&format!("{key}.fixed_income"), &config.fixed_income, AssetClass::FixedIncome, market);
        if let Some(rule) = rule {
            self.legs(&key, config, rule);
        }
        let history = self.history(&key, config.history.as_deref(), whole.start);
        let flows = Flows {
            contributions: self.flows(&key, "contributions", &config.contributions, whole),
            payments: self.flows(&key, "payments", &config.payments, whole),
        };
        Some(Pool {
            name: name.to_owned(),
            label: label(config.label.as_ref(), name),
            opening_value: config.opening_value_mnkr.amount(),
            opening_cost: self.opening_cost(&key, config),
            expected_return: config.expected_return,
            equities: equities?,
            fixed_income: fixed_income?,
            rule: rule?,
            lag: config.rule.lag as usize,
            rebalancing: rebalancing(&config.rebalancing, time),
            opening_share: config.rule.opening_share,
            high: high(&config.floor),
            floor: floor(config.floor.kind),
            after_breach: config.rule.after_breach,
            fee: config.fee,
            history: history?,
            flows,
        })
    }

    fn pool_name(&mut self, key: &str, name: &str) {
        self.name(key, name);
        let taken = [("total", message!(pool_name_of_total)), ("region", message!(pool_name_of_region))];
        for (_, allowed) in taken.into_iter().filter(|(taken, _)| *taken == name) {
            self.problem(key, message!(pool_name_taken, name), allowed);
        }
    }

    /// Warns of a pool that is next to nothing beside the others: billions typed as millions, for one.
    fn warn_of_small_pool(&mut self, key: &str, config: &PoolConfig, whole: &Config) {
        let found = config.opening_value_mnkr.get();
        let others = whole.pools.values().fold(0.0, |sum, pool| sum + pool.opening_value_mnkr.get()) - found;
        if found < LEAST_OF_OTHERS * others {
            let [found, others] = [found, others].map(|number| Argument::Number { number, decimals: 1 });
            self.warn(&format!("{key}.opening_value_mnkr"), message!(odd_pool, found, others));
        }
    }

    /// What equities and fixed income have cost, each given in one way or not at all.
    fn opening_cost(&mut self, pool: &str, config: &PoolConfig) -> [OpeningCost; 2] {
        let amounts = config.opening_cost_mnkr.map_or([None; 2], |legs| [legs.equities, legs.fixed_income]);
        let shares = config.opening_cost_share.map_or([None; 2], |legs| [legs.equities, legs.fixed_income]);
        std::array::from_fn(|leg| match (amounts[leg], shares[leg]) {
            (None, None) => OpeningCost::VALUE,
            (None, Some(share)) => OpeningCost::Share(share),
            (Some(amount), share) => {
                if let Some(share) = share {
                    let name = ["equities", "fixed_income"][leg];
                    let other = format!("opening_cost_mnkr.{name}");
                    let found = message!(beside, one = share.get().to_string(), other);
                    self.problem(&format!("{pool}.opening_cost_share.{name}"), found, message!(cost_in_one_way));
                }
                OpeningCost::Amount(amount.amount())
            }
        })
    }

    fn rule(&mut self, pool: &str, config: &PoolConfig) -> Option<AllocationRule> {
        let key = format!("{pool}.rule");
        if config.rule.after_breach == AfterBreach::Locked && config.floor.kind == (FloorKind::None {}) {
            self.problem(
                &format!("{key}.after_breach"),
                message!(value_without_floor, value = "locked"),
                message!(a_floor_or, value = "rule"),
            );
        }
        let (equity_stress, fixed_income_stress, min_share, max_share) = match config.rule.kind {
            RuleKind::Static { share } => return Some(AllocationRule::Static { share }),
            RuleKind::Dynamic { equity_stress, fixed_income_stress, min_share, max_share } => {
                (equity_stress, fixed_income_stress, min_share, max_share)
            }
        };
        if config.floor.kind == (FloorKind::None {}) {
            let found = message!(value_without_floor, value = "dynamic");
            self.problem(&format!("{key}.kind"), found, message!(a_floor_or, value = "static"));
        }
        let equity_stress = self.equity_stress(&format!("{key}.equity_stress"), equity_stress)?;
        match DynamicRule::new(equity_stress, fixed_income_stress, [min_share, max_share]) {
            Ok(rule) => return Some(AllocationRule::Dynamic(rule)),
            Err(RuleError::Stresses) => {
                let place = match equity_stress {
                    EquityStress::Constant(_) => format!("{key}.equity_stress"),
                    EquityStress::Tied(_) => format!("{key}.equity_stress.min"),
                };
                let allowed = message!(stress_above, stress = fixed_income_stress.get().to_string());
                self.problem(&place, equity_stress.least().get().to_string(), allowed);
            }
            Err(RuleError::Bounds) => {
                let allowed = message!(at_most_key, key = "max_share", value = max_share.get().to_string());
                self.problem(&format!("{key}.min_share"), min_share.get().to_string(), allowed);
            }
        }
        None
    }

    /// A leg that may be held is made of something.
    fn legs(&mut self, key: &str, config: &PoolConfig, rule: AllocationRule) {
        let opening = config.rule.opening_share.map(Exposure::get);
        let [least, most] = rule.bounds().map(Exposure::get);
        let least = opening.map_or(least, |share| share.min(least));
        let most = opening.map_or(most, |share| share.max(most));
        let locked = config.rule.after_breach == AfterBreach::Locked;
        if most > 0.0 && config.equities.is_empty() {
            self.problem(&format!("{key}.equities"), message!(no_assets), message!(equities_wanted));
        }
        if (least < 1.0 || most > 1.0 || locked) && config.fixed_income.is_empty() {
            self.problem(&format!("{key}.fixed_income"), message!(no_assets), message!(fixed_income_wanted));
        }
    }

    fn mix(
        &mut self,
        key: &str,
        weights: &IndexMap<String, Share>,
        class: AssetClass,
        market: Option<&Market>,
    ) -> Option<Mix> {
        let market = market?;
        let mut mix = Vec::with_capacity(weights.len());
        for (name, weight) in weights {
            let place = format!("{key}.{name}");
            match market.assets.iter().position(|asset| asset.name == *name) {
                None => {
                    let names: Vec<String> = market.assets.iter().map(|asset| asset.name.clone()).collect();
                    self.unknown_name(&place, name, names.iter());
                    mix.push((0, *weight));
                }
                Some(asset) if market.assets[asset].class != class => {
                    self.problem(&place, message!(asset_of_the_other_class), message!(asset_of_the_leg));
                    mix.push((asset, *weight));
                }
                Some(asset) => mix.push((asset, *weight)),
            }
        }
        Mix::new(mix)
            .map_err(|sum| {
                let [found, allowed] = [sum.to_string(), "1".to_owned()].map(|sum| message!(weights_add_up_to, sum));
                self.problem(key, found, allowed);
            })
            .ok()
    }
}

const fn floor(config: FloorKind) -> Floor {
    match config {
        FloorKind::None {} => Floor::None,
        FloorKind::RollingHigh { share } => Floor::RollingHigh { share },
        FloorKind::Fixed { level, growth } => Floor::Fixed { level, growth },
    }
}

fn rebalancing(config: &RebalancingConfig, time: TimeGrid) -> Rebalancing {
    let every_steps = match config.every_months {
        RebalancingInterval::Months(months) => NonZeroUsize::new(months as usize * time.steps_per_month() as usize),
        RebalancingInterval::Named(NamedInterval::Step) => Some(NonZeroUsize::MIN),
        RebalancingInterval::Named(NamedInterval::Never) => None,
    };
    Rebalancing { every_steps, band: config.band, cost: config.cost_bp }
}

fn high(config: &FloorConfig) -> High {
    High {
        window_months: match config.window_months {
            Window::Months(months) => Some(months),
            Window::Unbounded(_) => None,
        },
        closed: config.window_edge == Edge::Closed,
        every_step: config.observe == Observe::Step,
        of: config.high,
    }
}
