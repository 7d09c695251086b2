//! The figures of a region at the end of each calendar year: lines, which are numbers, and marks, which are events.

/// A figure of the region that each path has at a year's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Line {
    /// Income of the pools, realised and unrealised, after fees and trading costs, SEK.
    PoolIncome,
    /// The realised part of that income, less fees and trading costs.
    Realised,
    /// The unrealised part of that income.
    Unrealised,
    /// Financial income: the pools' and other.
    FinancialIncome,
    /// Financial costs, negative.
    FinancialCosts,
    /// The part of the financial costs that simulated prices add through provisions, beyond what the plan reckons with.
    Indexation,
    /// The part of the financial costs that is interest on debt, negative.
    DebtInterest,
    /// The year's result (årets resultat).
    Result,
    /// Amount adjustment: minus the unrealised results of the pools that are left out of the balance requirement.
    Adjustment,
    /// The result after balance adjustments, before any use of reserves.
    AfterAdjustments,
    /// Drawn from reserves.
    Used,
    /// Set aside to reserves.
    Reserved,
    /// The balance-requirement result (balanskravsresultat), after reserves.
    BalanceRequirement,
    /// Deficits that remain to be restored.
    Deficit,
    /// The part of the deficits that was not restored in time.
    Overdue,
    /// Reserves at the year's end.
    Reserves,
    /// Equity at the year's end, the year's result included.
    Equity,
    /// Provisions in the balance sheet at the year's end.
    Provisions,
    /// Equity over total assets (soliditet, blandmodell).
    EquityRatio,
    /// Equity less the contingent liability, over total assets (soliditet, fullfondering).
    EquityRatioFull,
    /// Cash at the year's end.
    Cash,
    /// Debt at the year's end.
    Debt,
    /// The greatest debt at any year's end so far, and at the start.
    PeakDebt,
    /// Interest on debt paid so far, positive.
    InterestSoFar,
    /// Capital of the pools that stand against the liability.
    Capital,
    /// Present value of the payments of the provision.
    LiabilityProvision,
    /// Present value of the payments of the contingent liability.
    LiabilityContingent,
    /// Capital over the provision (konsolideringsgrad).
    FundingRatio,
    /// Capital over the provision and the contingent liability.
    FundingRatioFull,
    /// Capital over the provision and the contingent liability, valued at a rate of the market.
    FundingRatioMarket,
    /// Pensions of the year that fall due for the pools, SEK in the money of their day.
    Due,
    /// Pensions of the year that the pools paid, SEK in the money of their day.
    Paid,
    /// The share that the pools paid of all pensions due so far, in the money of the start.
    ShareBorne,
    /// Paid into the pools by rule.
    Contributed,
    /// Moved from the buffer to other pools; negative for what moved into it.
    Moved,
}

/// The unit of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// SEK, of either sign.
    Amount,
    /// A fraction, of either sign.
    Ratio,
}

impl Line {
    /// Every line.
    pub const ALL: [Self; 35] = [
        Self::PoolIncome,
        Self::Realised,
        Self::Unrealised,
        Self::FinancialIncome,
        Self::FinancialCosts,
        Self::Indexation,
        Self::DebtInterest,
        Self::Result,
        Self::Adjustment,
        Self::AfterAdjustments,
        Self::Used,
        Self::Reserved,
        Self::BalanceRequirement,
        Self::Deficit,
        Self::Overdue,
        Self::Reserves,
        Self::Equity,
        Self::Provisions,
        Self::EquityRatio,
        Self::EquityRatioFull,
        Self::Cash,
        Self::Debt,
        Self::PeakDebt,
        Self::InterestSoFar,
        Self::Capital,
        Self::LiabilityProvision,
        Self::LiabilityContingent,
        Self::FundingRatio,
        Self::FundingRatioFull,
        Self::FundingRatioMarket,
        Self::Due,
        Self::Paid,
        Self::ShareBorne,
        Self::Contributed,
        Self::Moved,
    ];

    /// Its name in files and figures.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::PoolIncome => "pool_income",
            Self::Realised => "realised",
            Self::Unrealised => "unrealised",
            Self::FinancialIncome => "financial_income",
            Self::FinancialCosts => "financial_costs",
            Self::Indexation => "indexation",
            Self::DebtInterest => "debt_interest",
            Self::Result => "result",
            Self::Adjustment => "balance_adjustment",
            Self::AfterAdjustments => "result_after_adjustments",
            Self::Used => "reserves_used",
            Self::Reserved => "reserves_set_aside",
            Self::BalanceRequirement => "balance_requirement_result",
            Self::Deficit => "deficit_to_restore",
            Self::Overdue => "deficit_overdue",
            Self::Reserves => "reserves",
            Self::Equity => "equity",
            Self::Provisions => "provisions",
            Self::EquityRatio => "equity_ratio",
            Self::EquityRatioFull => "equity_ratio_full",
            Self::Cash => "cash",
            Self::Debt => "debt",
            Self::PeakDebt => "debt_peak",
            Self::InterestSoFar => "debt_interest_so_far",
            Self::Capital => "capital",
            Self::LiabilityProvision => "liability_provision",
            Self::LiabilityContingent => "liability_contingent",
            Self::FundingRatio => "funding_ratio",
            Self::FundingRatioFull => "funding_ratio_full",
            Self::FundingRatioMarket => "funding_ratio_market",
            Self::Due => "pensions_due",
            Self::Paid => "pensions_paid",
            Self::ShareBorne => "share_borne",
            Self::Contributed => "contributed",
            Self::Moved => "moved",
        }
    }

    /// The line with that name in files and figures.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.key() == key)
    }

    /// Whether it is an amount that is never negative and zero on most paths.
    #[must_use]
    pub const fn is_rare(self) -> bool {
        matches!(self, Self::Used | Self::Deficit | Self::Overdue | Self::Debt | Self::PeakDebt | Self::InterestSoFar)
    }

    /// Its unit.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::EquityRatio
            | Self::EquityRatioFull
            | Self::FundingRatio
            | Self::FundingRatioFull
            | Self::FundingRatioMarket
            | Self::ShareBorne => Unit::Ratio,
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
            | Self::Moved => Unit::Amount,
        }
    }
}

/// An event of a calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// The year's result is below the budget's.
    BelowBudget,
    /// The year's result is negative.
    Loss,
    /// The balance requirement is missed: its result is negative after reserves.
    RequirementMissed,
    /// The region's own target is missed: the result after balance adjustments is below it.
    TargetMissed,
    /// Reserves are used up: nothing is left at the year's end of what there was.
    ReservesUsedUp,
    /// A deficit has not been restored in time.
    Overdue,
    /// There is debt at the year's end.
    InDebt,
    /// The capital is less than the provision.
    Underfunded,
    /// The capital is less than the provision and the contingent liability.
    UnderfundedFull,
    /// Some pension that the pools are to pay could not be paid by them.
    Unpaid,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 10] = [
        Self::BelowBudget,
        Self::Loss,
        Self::RequirementMissed,
        Self::TargetMissed,
        Self::ReservesUsedUp,
        Self::Overdue,
        Self::InDebt,
        Self::Underfunded,
        Self::UnderfundedFull,
        Self::Unpaid,
    ];

    /// Its name in files and figures.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BelowBudget => "result_below_budget",
            Self::Loss => "result_negative",
            Self::RequirementMissed => "balance_requirement_missed",
            Self::TargetMissed => "target_missed",
            Self::ReservesUsedUp => "reserves_used_up",
            Self::Overdue => "deficit_overdue",
            Self::InDebt => "in_debt",
            Self::Underfunded => "underfunded",
            Self::UnderfundedFull => "underfunded_full",
            Self::Unpaid => "pensions_unpaid",
        }
    }

    /// The mark with that name in files and figures.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mark| mark.key() == key)
    }
}
