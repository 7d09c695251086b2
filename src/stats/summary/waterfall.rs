//! The steps from a year's result in the budget to its 5 % outcome.

/// The 5 % outcome of a year's result, as the mean of the paths around it, and how its lines differ from the budget's.
/// SEK.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// The calendar year.
    pub year: String,
    /// The result that the budget expects.
    pub budget: f64,
    /// By line, the mean over those paths, and the budget's line that they take the place of. Added to the budget's
    /// result, they give the outcome.
    pub parts: Vec<(WaterfallPart, f64)>,
    /// The mean of the paths' results.
    pub outcome: f64,
    /// The number of paths between the two outcomes.
    pub paths: u64,
    /// The 2.5 % and the 7.5 % outcome, between which they lie.
    pub band: [f64; 2],
}

/// A line of the accounts that simulation moves away from the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaterfallPart {
    /// The pools' income in the budget, taken away since what they earn takes its place; negative.
    BudgetedPoolIncome,
    /// Income of a pool, by its name.
    PoolIncome(String),
    /// The cost of provisions that simulated prices add.
    Indexation,
    /// Interest on debt.
    DebtInterest,
}
