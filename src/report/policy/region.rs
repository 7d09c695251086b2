//! The region's pensions, contributions, buffer and accounts in sentences.

use super::total::{Total, span};
use crate::plan::{Accounts, Buffer, BufferBound, ContributionSize, Liability, MarketRate, Plan, Region};
use crate::plan::{PaidByPools, RuledContribution};
use crate::stats::figure::Branch;
use crate::texts::{Language, Message, message};

/// The region's lines: pensions and how they are valued, who pays them, contributions by rule, buffer and accounts.
pub(super) fn lines(region: &Region, plan: &Plan, language: Language) -> Vec<Message> {
    let words = RegionSentences { plan, language };
    let mut lines: Vec<Message> = region.liability.iter().flat_map(|liability| words.pensions(liability)).collect();
    lines.extend(region.contributions.iter().map(|contribution| words.contribution(contribution)));
    lines.extend(region.buffer.iter().map(|buffer| words.buffer(buffer)));
    lines.extend(region.accounts.iter().filter_map(|accounts| words.accounts(accounts)));
    let region = Branch::Region.label(plan, language);
    lines.into_iter().map(|line| line.at(&region)).collect()
}

/// What the sentences are about, and their language.
struct RegionSentences<'a> {
    plan: &'a Plan,
    language: Language,
}

impl RegionSentences<'_> {
    fn pool(&self, place: usize) -> &str {
        self.language.of(&self.plan.pools[place].label)
    }

    fn pensions(&self, liability: &Liability) -> [Message; 3] {
        let percent = |share: f64| self.language.given_percent(share);
        let [provision, contingent] = [0, 1].map(|part: usize| {
            let due = liability.payments[part].iter().enumerate();
            let total = Total::of(due.map(|(after, amount)| (self.plan.year(after), amount.get())));
            total.map_or_else(|| message!(policy_nothing), |total| total.message(self.language))
        });
        let backing = (0..self.plan.pools.len()).filter(|&place| liability.backed_by[place]);
        let mut clauses = vec![message!(policy_real_rate, rate = percent(liability.real_rate.get()))];
        clauses.extend(liability.market.map(|market| match market {
            MarketRate::Constant(rate) => message!(policy_market_rate, rate = percent(rate.get())),
            MarketRate::Short { premium } => message!(policy_market_premium, premium = percent(premium.get())),
        }));
        let pools: Vec<&str> = backing.map(|place| self.pool(place)).collect();
        let tax = percent(liability.payroll_tax.get());
        [
            message!(policy_pensions, provision, contingent, tax),
            message!(policy_valued, clauses, pools),
            self.payers(liability.paid_by_pools.as_ref()),
        ]
    }

    fn payers(&self, paid: Option<&PaidByPools>) -> Message {
        let Some(paid) = paid else { return message!(policy_budget_pays) };
        let pools: Vec<&str> = paid.order.iter().map(|&place| self.pool(place)).collect();
        message!(policy_pools_pay, from = paid.from, share = self.language.given_percent(paid.share.get()), pools)
    }

    fn contribution(&self, contribution: &RuledContribution) -> Message {
        let (pool, years) = (self.pool(contribution.into), span(contribution.years.map(i32::from)));
        match contribution.size {
            ContributionSize::ShareOfResult(share) => {
                message!(policy_by_result, pool, years, share = self.language.given_percent(share.get()))
            }
            ContributionSize::FundingBelow { ratio, full, amount } => {
                let (ratio, amount) =
                    (self.language.given_percent(ratio.get()), self.language.given_millions(amount.get()));
                if full {
                    message!(policy_by_funding_full, pool, years, ratio, amount)
                } else {
                    message!(policy_by_funding, pool, years, ratio, amount)
                }
            }
        }
    }

    fn buffer(&self, buffer: &Buffer) -> Message {
        let bound = |bound: BufferBound| {
            let times = self.language.given(bound.of_next_year.get());
            message!(policy_bound, amount = self.language.given_millions(bound.amount.get()), times)
        };
        let (pool, least) = (self.pool(buffer.pool), bound(buffer.least));
        match buffer.most {
            Some(most) => message!(policy_buffer, pool, least, most = bound(most)),
            None => message!(policy_buffer_without_most, pool, least),
        }
    }

    /// The years of the accounts, and the results that the budget expects; none where there are no years.
    fn accounts(&self, accounts: &Accounts) -> Option<Message> {
        let years = span([accounts.years.first()?.year, accounts.years.last()?.year].map(i32::from));
        let mut sums = [0.0, 0.0];
        for year in &accounts.years {
            sums[0] += year.budget().get();
            sums[1] += year.budget_after_adjustments().get();
        }
        let [result, adjusted] = sums.map(|sum| self.language.given_millions(sum));
        Some(message!(policy_accounts, years, result, adjusted))
    }
}
