//! The region's rules across keys.

mod accounts;
mod odd_lines;
mod payments;

use std::collections::BTreeSet;

use super::into_plan::Reader;
use super::schema::{
    BorneConfig, BufferConfig, Config, ContributionConfig, ContributionSizeConfig, LiabilityConfig, MarketRateConfig,
    PoolConfig, RegionConfig,
};
use crate::plan::{
    Buffer, BufferBound, ContributionSize, FactorKind, Liability, Market, MarketRate, PaidByPools, Region,
    RuledContribution,
};
use crate::texts::{Argument, message};
use crate::units::{Amount, BudgetMnkr, MNKR, MonthOfYear, Ratio};

/// The settings that the region's keys are read against.
#[derive(Clone, Copy)]
struct RegionContext<'a> {
    whole: &'a Config,
    region: &'a RegionConfig,
    /// The calendar year that the start ends.
    start_year: i16,
    /// Whether the world simulates a short rate; none where the market is wrong.
    short_rate: Option<bool>,
}

impl RegionContext<'_> {
    fn last_year(&self) -> i16 {
        self.whole.last_year(self.start_year)
    }
}

impl Reader<'_> {
    /// The region, unless something is wrong with it.
    pub(super) fn region(&mut self, config: &RegionConfig, whole: &Config, market: Option<&Market>) -> Option<Region> {
        if whole.start.month_of_year() != 12 {
            self.problem("start", whole.start.to_string(), message!(a_december));
        }
        let told = [config.liability.is_some(), config.buffer.is_some(), config.accounts.is_some()];
        if !told.contains(&true) && config.contributions.is_empty() {
            self.problem("region", message!(nothing_of_the_region), message!(region_parts));
        }
        let context = RegionContext {
            whole,
            region: config,
            start_year: i16::try_from(whole.start.year()).ok()?,
            short_rate: market.map(|market| market.law.factor(FactorKind::ShortRate).is_some()),
        };
        let liability = config.liability.as_ref().map(|liability| self.liability(liability, context));
        let contributions: Vec<Option<RuledContribution>> =
            (0..).zip(&config.contributions).map(|(place, of)| self.ruled(place, of, context)).collect();
        let buffer = config.buffer.as_ref().map(|buffer| self.buffer(buffer, context));
        let accounts = config.accounts.as_ref().map(|accounts| self.accounts(accounts, context));
        let mut region =
            Region { contributions: contributions.into_iter().collect::<Option<_>>()?, ..Region::default() };
        // A part that is given and wrong leaves no region.
        if let Some(liability) = liability {
            region.liability = Some(liability?);
        }
        if let Some(buffer) = buffer {
            region.buffer = Some(buffer?);
        }
        if let Some(accounts) = accounts {
            region.accounts = Some(accounts?);
        }
        Some(region)
    }

    fn liability(&mut self, config: &LiabilityConfig, context: RegionContext) -> Option<Liability> {
        let key = "region.liability";
        let whole = context.whole;
        let parts = [("provision", &config.provision), ("contingent", &config.contingent)];
        let payments = parts.map(|(name, part)| {
            let Some(part) = part else { return Some(Vec::new()) };
            self.payments(&format!("{key}.{name}"), part, context)
        });
        let [Some(provision), Some(contingent)] = payments else { return None };
        if provision.is_empty() && contingent.is_empty() {
            self.problem(key, message!(no_payments), message!(payments_wanted));
        }
        let market = config.market.map(|rate| self.market_rate(&format!("{key}.market"), rate, context));
        let mut backing = match &config.backed_by {
            Some(names) => self.pool_places(&format!("{key}.backed_by"), names, whole)?,
            None => Vec::new(),
        };
        backing.sort_unstable();
        let paid_by_pools = config.borne.as_ref().map(|borne| self.paid_by_pools(borne, context));
        Some(Liability {
            payments: [provision, contingent],
            payroll_tax: config.payroll_tax,
            real_rate: config.real_rate,
            market,
            backed_by: (0..whole.pools.len()).map(|pool| backing.contains(&pool)).collect(),
            paid_by_pools: match paid_by_pools {
                Some(paid) => Some(paid?),
                None => None,
            },
        })
    }

    fn market_rate(&mut self, key: &str, config: MarketRateConfig, context: RegionContext) -> MarketRate {
        match config {
            MarketRateConfig::RealRate(rate) => MarketRate::Constant(rate),
            MarketRateConfig::Premium(premium) => {
                if context.short_rate == Some(false) {
                    let key = format!("{key}.premium");
                    self.problem(&key, message!(premium_without_rate), message!(real_rate_or_world));
                }
                MarketRate::Short { premium }
            }
        }
    }

    fn paid_by_pools(&mut self, config: &BorneConfig, context: RegionContext) -> Option<PaidByPools> {
        let key = "region.liability.borne";
        self.after_the_start(&format!("{key}.from"), config.from, context.start_year)?;
        let order = match &config.order {
            Some(names) => self.pool_places(&format!("{key}.order"), names, context.whole)?,
            None => Vec::new(),
        };
        Some(PaidByPools { from: config.from, share: config.share, order })
    }

    /// A contribution that is decided each year.
    fn ruled(
        &mut self,
        place: usize,
        config: &ContributionConfig,
        context: RegionContext,
    ) -> Option<RuledContribution> {
        let key = format!("region.contributions.{place}");
        let size = self.contribution_size(&key, &config.size, context);
        let into = self.pool_place(&format!("{key}.into"), &config.into, context.whole);
        let [from, until] = config.effective_years(context.start_year, context.last_year());
        self.after_the_start(&format!("{key}.from"), from, context.start_year)?;
        if until < from {
            self.problem(&format!("{key}.until"), until.to_string(), message!(year_from_first, first = from));
        }
        Some(RuledContribution { into: into?, month: MonthOfYear::new(config.month)?, size, years: [from, until] })
    }

    fn contribution_size(
        &mut self,
        key: &str,
        config: &ContributionSizeConfig,
        context: RegionContext,
    ) -> ContributionSize {
        match *config {
            ContributionSizeConfig::ShareOfResult { share_of_result } => {
                if context.region.accounts.is_none() {
                    let key = format!("{key}.share_of_result");
                    self.problem(&key, message!(share_without_accounts), message!(accounts_or_funding));
                }
                ContributionSize::ShareOfResult(share_of_result)
            }
            ContributionSizeConfig::FundingBelow { funding_below, amount_mnkr, full } => {
                if context.region.liability.is_none() {
                    let key = format!("{key}.funding_below");
                    self.problem(&key, message!(funding_without_liability), message!(liability_or_share));
                }
                self.warn_of_odd_amount(&format!("{key}.amount_mnkr"), amount_mnkr.amount(), context.whole);
                ContributionSize::FundingBelow { ratio: funding_below, full, amount: amount_mnkr.amount() }
            }
        }
    }

    /// Warns of a buffer's bound that is next to nothing beside its pool, or more than all pools hold.
    fn warn_of_odd_bound(&mut self, key: &str, bound: BudgetMnkr, pool: &str, whole: &Config) {
        let opening = |pool: &PoolConfig| pool.opening_value_mnkr.get();
        let (own, all) =
            (opening(&whole.pools[pool]), whole.pools.values().map(opening).fold(0.0, |sum, value| sum + value));
        let bound = bound.get();
        if bound > 0.0 && !(own / 100.0..=all).contains(&bound) {
            let [value, opening] = [bound, own].map(|number| Argument::Number { number, decimals: 2 });
            self.warn(key, message!(odd_value, value, pool, opening));
        }
    }

    fn buffer(&mut self, config: &BufferConfig, context: RegionContext) -> Option<Buffer> {
        let key = "region.buffer";
        let pool = self.pool_place(&format!("{key}.pool"), &config.pool, context.whole)?;
        let place = format!("{key}.others");
        let others = match &config.others {
            Some(names) => self.pool_places(&place, names, context.whole)?,
            None => Vec::new(),
        };
        if others.is_empty() || others.contains(&pool) {
            let found = if others.is_empty() { message!(no_other_pool) } else { message!(the_pool_itself) };
            self.problem(&place, found, message!(buffer_pools));
        }
        let bears = context.region.liability.as_ref().is_some_and(|liability| liability.borne.is_some());
        let of_next_year =
            [("least_of_next_year", config.least_of_next_year), ("most_of_next_year", config.most_of_next_year)];
        for (name, _) in of_next_year.iter().filter(|(_, given)| given.is_some() && !bears) {
            self.problem(&format!("{key}.{name}"), message!(buffer_unpaid), message!(borne_or_mnkr));
        }
        let bound = |amount: Option<BudgetMnkr>, ratio: Option<Ratio>| {
            let of = BufferBound {
                amount: amount.map_or(Amount::ZERO, BudgetMnkr::amount),
                of_next_year: ratio.unwrap_or(Ratio::ZERO),
            };
            (amount.is_some() || ratio.is_some()).then_some(of)
        };
        for (name, amount) in [("least_mnkr", config.least_mnkr), ("most_mnkr", config.most_mnkr)] {
            if let Some(amount) = amount {
                self.warn_of_odd_bound(&format!("{key}.{name}"), amount, &config.pool, context.whole);
            }
        }
        let least = bound(config.least_mnkr, config.least_of_next_year);
        let most = bound(config.most_mnkr, config.most_of_next_year);
        if least.is_none() && most.is_none() {
            self.problem(key, message!(buffer_without_bounds), message!(buffer_bounds));
        }
        let least = least.unwrap_or(BufferBound { amount: Amount::ZERO, of_next_year: Ratio::ZERO });
        // Where the pools pay no pensions the amounts are the bounds; where they pay many, the ratios are.
        if let Some(most) = most
            && (most.amount < least.amount || most.of_next_year < least.of_next_year)
        {
            let (name, least, most) = if most.amount < least.amount {
                ("mnkr", least.amount.get() / MNKR, most.amount.get() / MNKR)
            } else {
                ("of_next_year", least.of_next_year.get(), most.of_next_year.get())
            };
            let [least, most] = [least, most].map(|bound| bound.to_string());
            let found = message!(buffer_below_least, most, name, least);
            self.problem(&format!("{key}.most_{name}"), found, message!(buffer_never_below));
        }
        Some(Buffer { pool, least, most, others })
    }

    /// A year after the start's.
    fn after_the_start(&mut self, key: &str, year: i16, start: i16) -> Option<()> {
        if year > start {
            return Some(());
        }
        self.problem(key, year.to_string(), message!(year_after_the_start, first = start + 1));
        None
    }

    /// The place of a pool in the file's order.
    fn pool_place(&mut self, key: &str, name: &str, whole: &Config) -> Option<usize> {
        let place = whole.pools.get_index_of(name);
        if place.is_none() {
            self.unknown_name(key, name, whole.pools.keys());
        }
        place
    }

    /// The places of some pools, each once.
    fn pool_places(&mut self, key: &str, names: &[String], whole: &Config) -> Option<Vec<usize>> {
        let places: Vec<Option<usize>> = (0..)
            .zip(names)
            .map(|(at, name): (usize, _)| self.pool_place(&format!("{key}.{at}"), name, whole))
            .collect();
        let places: Vec<usize> = places.into_iter().collect::<Option<_>>()?;
        let mut seen = BTreeSet::new();
        if let Some(again) = places.iter().position(|place| !seen.insert(place)) {
            self.problem(
                &format!("{key}.{again}"),
                message!(name_again, name = &names[again]),
                message!(each_pool_once),
            );
            return None;
        }
        if places.is_empty() {
            self.problem(key, message!(no_pools), message!(pool_names));
            return None;
        }
        Some(places)
    }
}
