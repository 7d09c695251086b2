//! The policy of a plan in sentences and totals: a reader sees whether what was typed is what was meant.

mod pool;
mod region;
mod total;

use crate::numerics::real;
use crate::plan::{FactorKind, Plan, Prices};
use crate::texts::{Language, Message, message};

/// The policy in lines of a few sentences: the world, then each pool, then the region.
#[must_use]
pub fn policy(plan: &Plan, language: Language) -> Vec<Message> {
    let mut lines = world(plan, language);
    lines.extend(plan.pools.iter().flat_map(|pool| pool::lines(pool, plan, language)));
    lines.extend(plan.region.iter().flat_map(|region| region::lines(region, plan, language)));
    lines
}

/// The law of the world, how many paths there are of it, and where its rates begin and return to.
fn world(plan: &Plan, language: Language) -> Vec<Message> {
    let (world, paths) = (plan.market.world_label(), language.number(real(plan.paths()), 0));
    let [first, last] = [plan.start, plan.month(plan.time.months())].map(|month| month.to_string());
    let mut lines = vec![message!(policy_world, world, paths, count = plan.paths(), first, last)];
    let factor = |kind| plan.market.law.factor(kind).map(|place| plan.market.law.factors()[place]);
    let percent = |rate: f64| language.given_percent(rate);
    lines.push(match (plan.market.prices, factor(FactorKind::Inflation)) {
        (Prices::Constant(rate), _) => message!(policy_prices_constant, rate = percent(rate.get())),
        (Prices::Simulated, None) => message!(policy_prices_by_world),
        (Prices::Simulated, Some(of)) => {
            message!(policy_inflation, start = percent(of.start.get()), mean = percent(of.mean.get()))
        }
    });
    lines.extend(
        factor(FactorKind::ShortRate)
            .map(|of| message!(policy_short_rate, start = percent(of.start.get()), mean = percent(of.mean.get()))),
    );
    lines
}
