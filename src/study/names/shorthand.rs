//! Short names of figures.

use crate::stats::figure::Branch;

/// A short name of a figure. An `N` in it stands for a whole number: of years, or a calendar year.
#[derive(Debug, Clone, Copy)]
pub struct Shorthand {
    /// As it is typed.
    pub short: &'static str,
    /// The figure's path in `summary.json`; a pool's figure has its path within the pool.
    pub figure: &'static str,
    /// What it is.
    pub meaning: &'static str,
}

/// All shorthands.
pub const SHORTHANDS: [Shorthand; 8] = [
    Shorthand {
        short: "p_breach_Ny",
        figure: "breach.ex_post.yN",
        meaning: "probability that the value is below the floor of the day itself (ex post, as the policy states it) \
                  at some month-end of the first N years",
    },
    Shorthand { short: "p_breach", figure: "breach.ex_post.horizon", meaning: "the same over the horizon" },
    Shorthand {
        short: "p_below_expected_Ny",
        figure: "return.yN.p_below_expected",
        meaning: "probability that the return a year over N years is below the pool's expected one",
    },
    Shorthand {
        short: "median_return_Ny",
        figure: "return.yN.nominal.q50",
        meaning: "median return a year over N years, nominal",
    },
    Shorthand {
        short: "p_lasts_N",
        figure: "region.lasts.N",
        meaning: "probability that the pools have paid all pensions that they are to pay up to the end of the year N",
    },
    Shorthand {
        short: "p_balance_missed_N",
        figure: "region.events.N.balance_requirement_missed.since_start",
        meaning: "probability that the balance requirement has been missed in at least one year up to the year N",
    },
    Shorthand {
        short: "p_below_budget_N",
        figure: "region.events.N.result_below_budget.in_year",
        meaning: "probability that the result of the year N is below the budget's",
    },
    Shorthand {
        short: "funding_N",
        figure: "region.years.N.funding_ratio_full.q50",
        meaning: "median of the capital over the provision and the contingent liability at the end of the year N",
    },
];

impl Shorthand {
    /// Whether it is a figure of the region; else it is one of a pool, or of all pools together.
    pub(super) fn is_of_region(&self) -> bool {
        Branch::part(self.figure).0 == Some(Branch::Region)
    }

    /// Whether it is a figure of the branch.
    pub(super) fn is_of(&self, branch: &Branch) -> bool {
        self.is_of_region() == (*branch == Branch::Region)
    }

    /// The figure's path within its branch, if this is the shorthand of it.
    pub(super) fn stands_for(&self, name: &str) -> Option<String> {
        translated(self.short, self.path(), name)
    }

    /// The shorthand of a figure of its branch, if this is the one.
    pub(super) fn called(&self, figure: &str) -> Option<String> {
        translated(self.path(), self.short, figure)
    }

    /// The figure's path within its branch.
    fn path(&self) -> &'static str {
        Branch::part(self.figure).1
    }
}

/// What a name becomes by another pattern, if it is of the first one: each has an `N` for the same whole number, or
/// none.
fn translated(from: &str, to: &str, name: &str) -> Option<String> {
    let Some((before, after)) = from.split_once('N') else { return (name == from).then(|| to.to_owned()) };
    let number = name.strip_prefix(before)?.strip_suffix(after)?;
    let whole = number.chars().all(|digit| digit.is_ascii_digit()) && !number.is_empty() && !number.starts_with('0');
    whole.then(|| to.replace('N', number))
}
