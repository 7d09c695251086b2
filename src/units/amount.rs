//! Amounts of money in million kronor.

use super::OutOfRange;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

bounded!(
    /// An amount in million kronor (mnkr), not negative, at most 10 000 000.
    Mnkr, 0.0, 1e7, "a number from 0 to 10000000, in million kronor"
);
bounded!(
    /// An amount of a region's budget or pensions in million kronor, not negative, at most 100 000.
    BudgetMnkr, 0.0, 1e5, "a number from 0 to 100000, in million kronor"
);
bounded!(
    /// A cost of a region's budget in million kronor, negative as in the plan's tables, at least -100 000.
    CostMnkr, -1e5, 0.0, "a number from -100000 to 0, in million kronor: costs are negative"
);
bounded!(
    /// An amount of a region's budget in million kronor that may be of either sign, from -100 000 to 100 000.
    SignedMnkr, -1e5, 1e5, "a number from -100000 to 100000, in million kronor"
);

/// Gives amounts in million kronor their value in kronor.
macro_rules! in_kronor {
    ($($name:ident),*) => {
        $(impl $name {
            /// The amount in kronor.
            #[must_use]
            pub const fn sek(self) -> f64 {
                self.0 * 1e6
            }
        })*
    };
}

in_kronor!(Mnkr, BudgetMnkr, CostMnkr, SignedMnkr);
