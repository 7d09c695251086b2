//! The figures of a region at the end of each calendar year: lines, which are numbers, and events, which happen or not.

mod facts;

use crate::texts::{Argument, message};
pub use facts::{Better, LineUnit, Range, Topic};
use facts::{EventFacts, LineFacts, amount, of_the_year, ratio, state};
use serde::{Deserialize, Serialize};

/// Makes an enum whose variants have names in files and figures, from one list.
macro_rules! keyed {
    ($(#[doc = $about:literal])+ pub enum $name:ident: $facts:ident {
        $($(#[doc = $meaning:literal])+ $variant:ident = $key:literal => $fact:expr,)+
    }) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[doc = $meaning])+ #[serde(rename = $key)] $variant,)+
        }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// Its name in files and figures.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)+
                }
            }

            const fn facts(self) -> $facts {
                match self {
                    $(Self::$variant => $fact,)+
                }
            }
        }
    };
}

keyed! {
    /// A figure of the region that each path has at a year's end.
    pub enum Line: LineFacts {
        /// Income of the pools, realised and unrealised, after fees and trading costs, SEK.
        PoolIncome = "pool_income" => amount(Range::Any, Better::More, Topic::Accounts),
        /// The realised part of that income, less fees and trading costs.
        Realised = "realised" => amount(Range::Any, Better::More, Topic::Accounts),
        /// The unrealised part of that income.
        Unrealised = "unrealised" => amount(Range::Any, Better::More, Topic::Accounts),
        /// Financial income: the pools' and other.
        FinancialIncome = "financial_income" => amount(Range::Any, Better::More, Topic::Accounts),
        /// Financial costs, negative.
        FinancialCosts = "financial_costs" => amount(Range::Any, Better::More, Topic::Accounts),
        /// The part of the financial costs that simulated prices add through provisions, beyond what the plan reckons
        /// with.
        Indexation = "indexation" => amount(Range::Any, Better::More, Topic::Accounts),
        /// The part of the financial costs that is interest on debt, negative.
        DebtInterest = "debt_interest" => amount(Range::Any, Better::More, Topic::Accounts),
        /// The year's result (årets resultat).
        Result = "result" => amount(Range::Any, Better::More, Topic::Accounts).named(|| message!(region_result)),
        /// Amount adjustment: minus the unrealised results of the pools that are left out of the balance requirement.
        Adjustment = "balance_adjustment" => amount(Range::Any, Better::Neither, Topic::Accounts),
        /// The result after balance adjustments, before any use of reserves.
        AfterAdjustments = "result_after_adjustments" => amount(Range::Any, Better::More, Topic::Accounts)
            .named(|| message!(region_after_adjustments)),
        /// Drawn from reserves.
        Used = "reserves_used" => amount(Range::NotNegative, Better::Less, Topic::Accounts)
            .named(|| message!(region_used)),
        /// Set aside to reserves.
        Reserved = "reserves_set_aside" => amount(Range::NotNegative, Better::Neither, Topic::Accounts),
        /// The balance-requirement result (balanskravsresultat), after reserves.
        BalanceRequirement = "balance_requirement_result" => amount(Range::Any, Better::More, Topic::Accounts)
            .named(|| message!(region_balance_requirement)),
        /// Deficits that remain to be restored.
        Deficit = "deficit_to_restore" => amount(Range::NotNegative, Better::Less, Topic::Accounts),
        /// The part of the deficits that was not restored in time.
        Overdue = "deficit_overdue" => amount(Range::NotNegative, Better::Less, Topic::Accounts),
        /// Reserves at the year's end.
        Reserves = "reserves" => amount(Range::NotNegative, Better::More, Topic::Accounts)
            .named(|| message!(region_reserves)),
        /// Equity at the year's end, the year's result included.
        Equity = "equity" => amount(Range::Any, Better::More, Topic::Accounts),
        /// Provisions in the balance sheet at the year's end.
        Provisions = "provisions" => amount(Range::Planned, Better::Less, Topic::Accounts),
        /// Equity over total assets (soliditet, blandmodell).
        EquityRatio = "equity_ratio" => ratio(Range::Any, Better::More, Topic::Accounts)
            .named(|| message!(region_equity_ratio)),
        /// Equity less the contingent liability, over total assets (soliditet, fullfondering).
        EquityRatioFull = "equity_ratio_full" => ratio(Range::Any, Better::More, Topic::Accounts)
            .named(|| message!(region_equity_ratio_full)),
        /// Cash at the year's end.
        Cash = "cash" => amount(Range::Any, Better::More, Topic::Accounts).named(|| message!(region_cash)),
        /// Debt at the year's end.
        Debt = "debt" => amount(Range::NotNegative, Better::Less, Topic::Debt).named(|| message!(region_debt)),
        /// The greatest debt at any year's end so far, and at the start.
        PeakDebt = "debt_peak" => amount(Range::NotNegative, Better::Less, Topic::Debt)
            .named(|| message!(region_peak_debt)),
        /// Interest on debt paid so far, positive.
        InterestSoFar = "debt_interest_so_far" => amount(Range::NotNegative, Better::Less, Topic::Debt)
            .named(|| message!(region_interest)),
        /// Capital of the pools that stand against the liability.
        Capital = "capital" => amount(Range::NotNegative, Better::More, Topic::Capital)
            .named(|| message!(region_capital)),
        /// Present value of the payments of the provision.
        LiabilityProvision = "liability_provision" => amount(Range::Planned, Better::Less, Topic::Provision),
        /// Present value of the payments of the contingent liability.
        LiabilityContingent = "liability_contingent" => amount(Range::Planned, Better::Less, Topic::Contingent),
        /// Capital over the provision (konsolideringsgrad).
        FundingRatio = "funding_ratio" => ratio(Range::NotNegative, Better::More, Topic::Provision)
            .named(|| message!(region_funding_ratio)),
        /// Capital over the provision and the contingent liability.
        FundingRatioFull = "funding_ratio_full" => ratio(Range::NotNegative, Better::More, Topic::Owed)
            .named(|| message!(region_funding_ratio_full)),
        /// Capital over the provision and the contingent liability, valued at a rate of the market.
        FundingRatioMarket = "funding_ratio_market" => ratio(Range::NotNegative, Better::More, Topic::Market)
            .named(|| message!(region_funding_ratio_market)),
        /// Pensions of the year that fall due for the pools, SEK in the money of their day.
        Due = "pensions_due" => amount(Range::Planned, Better::Neither, Topic::Pensions).named(|| message!(region_due)),
        /// Pensions of the year that the pools paid, SEK in the money of their day.
        Paid = "pensions_paid" => amount(Range::NotNegative, Better::More, Topic::Pensions),
        /// The share that the pools paid of all pensions due so far, in the money of the start.
        ShareBorne = "share_borne" => ratio(Range::Share, Better::More, Topic::DueSoFar)
            .named(|| message!(region_borne)),
        /// Paid into the pools by rule.
        Contributed = "contributed" => amount(Range::NotNegative, Better::Neither, Topic::Contributions),
        /// Moved from the buffer to other pools; negative for what moved into it.
        Moved = "moved" => amount(Range::Any, Better::Neither, Topic::Buffer),
    }
}

impl Line {
    /// The numbers that it may have.
    #[must_use]
    pub const fn range(self) -> Range {
        self.facts().range
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> LineUnit {
        self.facts().unit
    }

    /// Whether more of it is better. Costs are negative.
    #[must_use]
    pub const fn better(self) -> Better {
        self.facts().better
    }

    /// What a plan must have for it.
    #[must_use]
    pub const fn topic(self) -> Topic {
        self.facts().topic
    }

    /// Its name in tables; the key of one that no table shows.
    #[must_use]
    pub(crate) fn name(self) -> Argument {
        self.facts().name.map_or_else(|| self.key().into(), |name| name().into())
    }
}

keyed! {
    /// An event of a calendar year.
    pub enum RegionEvent: EventFacts {
        /// The year's result is below the budget's.
        BelowBudget = "result_below_budget" => of_the_year(Topic::Accounts).named(|| message!(region_below_budget)),
        /// The year's result is negative.
        Loss = "result_negative" => of_the_year(Topic::Accounts),
        /// The balance requirement is missed: its result is negative after reserves.
        RequirementMissed = "balance_requirement_missed" => of_the_year(Topic::Accounts)
            .named(|| message!(region_missed)),
        /// The region's own target is missed: the result after balance adjustments is below it.
        TargetMissed = "target_missed" => of_the_year(Topic::Accounts).named(|| message!(region_target_missed)),
        /// Reserves are used up: nothing is left at the year's end of what there was.
        ReservesUsedUp = "reserves_used_up" => state(Topic::Accounts).named(|| message!(region_used_up)),
        /// A deficit has not been restored in time.
        Overdue = "deficit_overdue" => of_the_year(Topic::Accounts).named(|| message!(region_overdue)),
        /// There is debt at the year's end.
        InDebt = "in_debt" => state(Topic::Debt).named(|| message!(region_in_debt)),
        /// The capital is less than the provision.
        Underfunded = "underfunded" => state(Topic::Provision).named(|| message!(region_underfunded)),
        /// The capital is less than the provision and the contingent liability.
        UnderfundedFull = "underfunded_full" => state(Topic::Owed).named(|| message!(region_underfunded_full)),
        /// Some pension that the pools are to pay could not be paid by them.
        Unpaid = "pensions_unpaid" => of_the_year(Topic::Pensions),
    }
}

impl RegionEvent {
    /// Whether it is a state at the year's end, as its name says.
    #[must_use]
    pub const fn is_state(self) -> bool {
        self.facts().is_state
    }

    /// What a plan must have for it.
    #[must_use]
    pub const fn topic(self) -> Topic {
        self.facts().topic
    }

    /// Its name in tables; the key of one that no table shows.
    #[must_use]
    pub(crate) fn name(self) -> Argument {
        self.facts().name.map_or_else(|| self.key().into(), |name| name().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_events_are_read_back_by_their_keys_and_no_others() {
        for line in Line::ALL {
            assert_eq!(serde_json::from_value::<Line>(line.key().into()).unwrap(), line);
        }
        for event in RegionEvent::ALL {
            assert_eq!(serde_json::from_value::<RegionEvent>(event.key().into()).unwrap(), event);
        }
        let wrong = serde_json::from_value::<Line>("equity_ration".into()).unwrap_err().to_string();
        assert!(wrong.starts_with("unknown variant `equity_ration`, expected one of `pool_income`"), "{wrong}");
    }
}
