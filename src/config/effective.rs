//! The effective configuration: what a file leaves out because it follows from the rest, filled in.
//!
//! Defaults that are constants stand in the schema's types, and serde fills them in. Those that follow from the rest of
//! the file are filled in before it is read; those that follow from history, after. What is then left out means none,
//! or no bound.

use super::schema::{
    AccountsConfig, BondsConfig, Config, CrisisConfig, LegsConfig, LiabilityConfig, PaymentsConfig, PoolConfig,
};
use crate::plan::{Crisis, CrisisStart, Label, Plan};
use crate::texts::Language;
use crate::units::{Convexity, CostShare};

/// Fills in what follows from the file alone. Its stem is the run's name where it gives none.
pub(super) fn fill_in(config: &mut Config, stem: &str) {
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let name = config.name.get_or_insert_with(|| stem.chars().take(64).map(fit).collect());
    config.title.get_or_insert_with(|| Label::plain(name));
    for (name, label) in config.market.law.labels_mut() {
        label.get_or_insert_with(|| Label::plain(name));
    }
    config.market.law.fill_in();
    for (name, pool) in &mut config.pools {
        pool.label.get_or_insert_with(|| Label::plain(name));
        opening_cost(pool);
    }
    region(config);
    for scenario in &mut config.scenarios {
        scenario.label.get_or_insert_with(|| Label::plain(&scenario.name));
        scenario.source = Some(scenario.effective_source());
        scenario.bonds.values_mut().for_each(bonds);
    }
    config.language.get_or_insert(Language::En);
}

/// Fills in what follows from the market as it was read: inflation, and the months of history.
pub(super) fn fill_in_market(config: &mut Config, plan: &Plan) {
    let market = &plan.market;
    if market.prices.constant().is_some() || market.law.is_one_path() {
        config.inflation = Some(config.constant_inflation());
    }
    let read = &mut config.market.law;
    if let Some((span, [first, last])) = read.span_mut().zip(market.law.months_of_history()) {
        let [from, until] = span;
        from.get_or_insert(first);
        until.get_or_insert(last);
    }
    if let Some(crisis) = &market.crisis {
        for ((name, column), growth) in read.columns_mut().into_iter().zip(crisis.growth().columns()) {
            if growth.iter().any(|growth| !growth.is_nan()) {
                column.get_or_insert_with(|| name.clone());
            }
        }
        if let Some(read) = read.crisis_mut() {
            fill_in_crisis(read, crisis, plan);
        }
    }
}

fn fill_in_crisis(config: &mut CrisisConfig, crisis: &Crisis, plan: &Plan) {
    config.from.get_or_insert(crisis.source.first);
    config.until.get_or_insert(crisis.source.last);
    if let CrisisStart::Random(range) = crisis.start {
        config.between.get_or_insert([range.first(), range.last()].map(|place| plan.month(place + 1)));
    }
    if crisis.inflation().iter().any(|growth| !growth.is_nan()) {
        config.inflation_column.get_or_insert_with(|| CrisisConfig::INFLATION.to_owned());
    }
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

fn bonds(config: &mut BondsConfig) {
    if let Some(duration) = config.duration {
        config.convexity.get_or_insert_with(|| Convexity::of_one_payment(duration));
    }
}

/// Fills in the pools and the years that the region's keys leave out.
fn region(config: &mut Config) {
    let pools: Vec<String> = config.pools.keys().cloned().collect();
    let start_year = i16::try_from(config.start.year()).unwrap_or(i16::MAX);
    let last_year = config.last_year(start_year);
    let Some(region) = &mut config.region else { return };
    for contribution in &mut region.contributions {
        let [from, until] = contribution.effective_years(start_year, last_year);
        (contribution.from, contribution.until) = (Some(from), Some(until));
    }
    if let Some(liability) = &mut region.liability {
        pensions(liability);
        liability.backed_by = liability.backed_by.take().or_else(|| some(pools.clone()));
        if let Some(borne) = &mut liability.borne {
            let backs = |pool: &String| liability.backed_by.iter().flatten().any(|backing| backing == pool);
            let in_order = pools.iter().filter(|pool| backs(pool)).cloned().collect();
            borne.order = borne.order.take().or_else(|| some(in_order));
        }
    }
    if let Some(buffer) = &mut region.buffer {
        let others = pools.iter().filter(|pool| **pool != buffer.pool).cloned().collect();
        buffer.others = buffer.others.take().or_else(|| some(others));
    }
    region.accounts.iter_mut().for_each(reservations);
}

fn some(names: Vec<String>) -> Option<Vec<String>> {
    (!names.is_empty()).then_some(names)
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
