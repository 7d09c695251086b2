//! The effective configuration: what a file leaves out because it follows from the rest, filled in.
//!
//! Defaults that are constants stand in the schema's types, and serde fills them in. What is left out after that means
//! none, or no bound.

use super::schema::{
    AccountsConfig, BootstrapConfig, Config, FundConfig, LabelConfig, LawConfig, LegsConfig, LiabilityConfig,
    LognormalConfig, PaymentsConfig, PoolConfig, RegimeSwitchingConfig,
};
use crate::plan::{Law, Plan, Prices};
use crate::units::CostShare;

/// Fills in what follows from the file alone. Its stem is the run's name where it gives none.
pub(super) fn fill_in(config: &mut Config, stem: &str) {
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let name = config.name.get_or_insert_with(|| stem.chars().take(64).map(fit).collect());
    config.title.get_or_insert_with(|| LabelConfig::plain(name));
    for (name, label) in config.market.law.labels_mut() {
        label.get_or_insert_with(|| LabelConfig::plain(name));
    }
    law(&mut config.market.law);
    for (name, pool) in &mut config.pools {
        pool.label.get_or_insert_with(|| LabelConfig::plain(name));
        opening_cost(pool);
    }
    if let Some(region) = &mut config.region {
        region.liability.iter_mut().for_each(pensions);
        region.accounts.iter_mut().for_each(reservations);
    }
    for scenario in &mut config.scenarios {
        scenario.label.get_or_insert_with(|| LabelConfig::plain(&scenario.name));
        scenario.source = Some(scenario.effective_source());
    }
}

/// Fills in inflation, where it takes part in the plan.
pub(super) fn fill_in_inflation(config: &mut Config, plan: &Plan) {
    let takes_part = matches!(plan.market.prices, Prices::Constant(_)) || matches!(plan.market.law, Law::Replay(_));
    if takes_part {
        config.inflation = Some(config.constant_inflation());
    }
}

fn law(law: &mut LawConfig) {
    match law {
        LawConfig::Lognormal(LognormalConfig { assets, .. })
        | LawConfig::RegimeSwitching(RegimeSwitchingConfig { assets, .. }) => {
            assets.values_mut().filter_map(|asset| asset.law.fund.as_mut()).for_each(convexity);
        }
        LawConfig::Bootstrap(law) => {
            bootstrap(&mut law.bootstrap);
            for (name, asset) in &mut law.assets {
                asset.law.column.get_or_insert_with(|| name.clone());
            }
        }
        LawConfig::Replay(law) => {
            for (name, asset) in &mut law.assets {
                asset.law.column.get_or_insert_with(|| name.clone());
            }
        }
        LawConfig::Given(_) => {}
    }
}

fn convexity(fund: &mut FundConfig) {
    fund.convexity = Some(fund.effective_convexity());
}

fn bootstrap(config: &mut BootstrapConfig) {
    config.lambda = config.lambda.or_else(|| config.effective_lambda());
}

/// A leg whose cost is given in neither way has cost its value.
fn opening_cost(pool: &mut PoolConfig) {
    let amounts = pool.opening_cost_mnkr.unwrap_or(LegsConfig { equities: None, fixed_income: None });
    let mut shares = pool.opening_cost_share.unwrap_or(LegsConfig { equities: None, fixed_income: None });
    if amounts.equities.is_none() {
        shares.equities.get_or_insert(CostShare::WHOLE);
    }
    if amounts.fixed_income.is_none() {
        shares.fixed_income.get_or_insert(CostShare::WHOLE);
    }
    if shares.equities.is_some() || shares.fixed_income.is_some() {
        pool.opening_cost_share = Some(shares);
    }
}

fn pensions(liability: &mut LiabilityConfig) {
    for payments in [&mut liability.provision, &mut liability.contingent].into_iter().flatten() {
        if let PaymentsConfig::Formula(formula) = payments
            && formula.peak.is_some() == formula.peak_mnkr.is_some()
        {
            let [rise, peak] = formula.effective_years();
            formula.peak_mnkr = Some(formula.effective_peak());
            (formula.rise, formula.peak) = (Some(rise), Some(peak));
        }
    }
}

fn reservations(accounts: &mut AccountsConfig) {
    for rule in accounts.years.iter_mut().filter_map(|year| year.reservation.as_mut()) {
        rule.above_when_negative = Some(rule.effective_above_when_negative());
    }
}
