//! The figures of a region at the end of each calendar year: lines, which are numbers, and events, which happen or not.

use serde::{Deserialize, Serialize};

/// Makes an enum whose variants have names in files and figures, from one list.
macro_rules! keyed {
    ($(#[doc = $about:literal])+ pub enum $name:ident {
        $($(#[doc = $meaning:literal])+ $variant:ident = $key:literal,)+
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
        }
    };
}

keyed! {
    /// A figure of the region that each path has at a year's end.
    pub enum Line {
        /// Income of the pools, realised and unrealised, after fees and trading costs, SEK.
        PoolIncome = "pool_income",
        /// The realised part of that income, less fees and trading costs.
        Realised = "realised",
        /// The unrealised part of that income.
        Unrealised = "unrealised",
        /// Financial income: the pools' and other.
        FinancialIncome = "financial_income",
        /// Financial costs, negative.
        FinancialCosts = "financial_costs",
        /// The part of the financial costs that simulated prices add through provisions, beyond what the plan reckons
        /// with.
        Indexation = "indexation",
        /// The part of the financial costs that is interest on debt, negative.
        DebtInterest = "debt_interest",
        /// The year's result (årets resultat).
        Result = "result",
        /// Amount adjustment: minus the unrealised results of the pools that are left out of the balance requirement.
        Adjustment = "balance_adjustment",
        /// The result after balance adjustments, before any use of reserves.
        AfterAdjustments = "result_after_adjustments",
        /// Drawn from reserves.
        Used = "reserves_used",
        /// Set aside to reserves.
        Reserved = "reserves_set_aside",
        /// The balance-requirement result (balanskravsresultat), after reserves.
        BalanceRequirement = "balance_requirement_result",
        /// Deficits that remain to be restored.
        Deficit = "deficit_to_restore",
        /// The part of the deficits that was not restored in time.
        Overdue = "deficit_overdue",
        /// Reserves at the year's end.
        Reserves = "reserves",
        /// Equity at the year's end, the year's result included.
        Equity = "equity",
        /// Provisions in the balance sheet at the year's end.
        Provisions = "provisions",
        /// Equity over total assets (soliditet, blandmodell).
        EquityRatio = "equity_ratio",
        /// Equity less the contingent liability, over total assets (soliditet, fullfondering).
        EquityRatioFull = "equity_ratio_full",
        /// Cash at the year's end.
        Cash = "cash",
        /// Debt at the year's end.
        Debt = "debt",
        /// The greatest debt at any year's end so far, and at the start.
        PeakDebt = "debt_peak",
        /// Interest on debt paid so far, positive.
        InterestSoFar = "debt_interest_so_far",
        /// Capital of the pools that stand against the liability.
        Capital = "capital",
        /// Present value of the payments of the provision.
        LiabilityProvision = "liability_provision",
        /// Present value of the payments of the contingent liability.
        LiabilityContingent = "liability_contingent",
        /// Capital over the provision (konsolideringsgrad).
        FundingRatio = "funding_ratio",
        /// Capital over the provision and the contingent liability.
        FundingRatioFull = "funding_ratio_full",
        /// Capital over the provision and the contingent liability, valued at a rate of the market.
        FundingRatioMarket = "funding_ratio_market",
        /// Pensions of the year that fall due for the pools, SEK in the money of their day.
        Due = "pensions_due",
        /// Pensions of the year that the pools paid, SEK in the money of their day.
        Paid = "pensions_paid",
        /// The share that the pools paid of all pensions due so far, in the money of the start.
        ShareBorne = "share_borne",
        /// Paid into the pools by rule.
        Contributed = "contributed",
        /// Moved from the buffer to other pools; negative for what moved into it.
        Moved = "moved",
    }
}

/// The numbers that a line may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Any.
    Any,
    /// None below 0.
    NotNegative,
    /// None below 0; where it is 0 on every path, the plan makes it so.
    Planned,
    /// From 0 to 1.
    Share,
}

/// The unit of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineUnit {
    /// SEK, of either sign.
    Amount,
    /// A fraction, of either sign.
    Ratio,
}

impl Line {
    /// The numbers that it may have.
    #[must_use]
    pub const fn range(self) -> Range {
        match self {
            Self::PoolIncome
            | Self::Realised
            | Self::Unrealised
            | Self::FinancialIncome
            | Self::FinancialCosts
            | Self::Indexation
            | Self::DebtInterest
            | Self::Result
            | Self::Adjustment
            | Self::AfterAdjustments
            | Self::BalanceRequirement
            | Self::Equity
            | Self::EquityRatio
            | Self::EquityRatioFull
            | Self::Cash
            | Self::Moved => Range::Any,
            Self::Used
            | Self::Reserved
            | Self::Deficit
            | Self::Overdue
            | Self::Reserves
            | Self::Debt
            | Self::PeakDebt
            | Self::InterestSoFar
            | Self::Capital
            | Self::FundingRatio
            | Self::FundingRatioFull
            | Self::FundingRatioMarket
            | Self::Paid
            | Self::Contributed => Range::NotNegative,
            Self::Provisions | Self::LiabilityProvision | Self::LiabilityContingent | Self::Due => Range::Planned,
            Self::ShareBorne => Range::Share,
        }
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> LineUnit {
        match self {
            Self::EquityRatio
            | Self::EquityRatioFull
            | Self::FundingRatio
            | Self::FundingRatioFull
            | Self::FundingRatioMarket
            | Self::ShareBorne => LineUnit::Ratio,
            Self::PoolIncome
            | Self::Realised
            | Self::Unrealised
            | Self::FinancialIncome
            | Self::FinancialCosts
            | Self::Indexation
            | Self::DebtInterest
            | Self::Result
            | Self::Adjustment
            | Self::AfterAdjustments
            | Self::Used
            | Self::Reserved
            | Self::BalanceRequirement
            | Self::Deficit
            | Self::Overdue
            | Self::Reserves
            | Self::Equity
            | Self::Provisions
            | Self::Cash
            | Self::Debt
            | Self::PeakDebt
            | Self::InterestSoFar
            | Self::Capital
            | Self::LiabilityProvision
            | Self::LiabilityContingent
            | Self::Due
            | Self::Paid
            | Self::Contributed
            | Self::Moved => LineUnit::Amount,
        }
    }
}

keyed! {
    /// An event of a calendar year.
    pub enum RegionEvent {
        /// The year's result is below the budget's.
        BelowBudget = "result_below_budget",
        /// The year's result is negative.
        Loss = "result_negative",
        /// The balance requirement is missed: its result is negative after reserves.
        RequirementMissed = "balance_requirement_missed",
        /// The region's own target is missed: the result after balance adjustments is below it.
        TargetMissed = "target_missed",
        /// Reserves are used up: nothing is left at the year's end of what there was.
        ReservesUsedUp = "reserves_used_up",
        /// A deficit has not been restored in time.
        Overdue = "deficit_overdue",
        /// There is debt at the year's end.
        InDebt = "in_debt",
        /// The capital is less than the provision.
        Underfunded = "underfunded",
        /// The capital is less than the provision and the contingent liability.
        UnderfundedFull = "underfunded_full",
        /// Some pension that the pools are to pay could not be paid by them.
        Unpaid = "pensions_unpaid",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_marks_are_read_back_by_their_names_and_no_others() {
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
