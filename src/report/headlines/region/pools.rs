//! The pools that the region's figures are about, by their labels.

use crate::plan::Plan;
use crate::texts::Language;

/// Those whose capital stands against the pension liability; none where no liability is told of.
#[must_use]
pub fn backing(plan: &Plan, language: Language) -> Option<String> {
    let liability = plan.region.as_ref()?.liability.as_ref()?;
    let backing = (0..plan.pools.len()).filter(|&pool| liability.backed_by[pool]);
    listed(plan, language, backing)
}

/// Those that pay pensions, in their order; none where the region's budget pays all.
#[must_use]
pub fn paying(plan: &Plan, language: Language) -> Option<String> {
    let paid = plan.region.as_ref()?.liability.as_ref()?.paid_by_pools.as_ref()?;
    listed(plan, language, paid.order.iter().copied())
}

/// Labels with commas between them; none of no pool.
fn listed(plan: &Plan, language: Language, pools: impl Iterator<Item = usize>) -> Option<String> {
    let labels: Vec<&str> = pools.map(|pool| language.of(&plan.pools[pool].label)).collect();
    (!labels.is_empty()).then(|| labels.join(", "))
}
