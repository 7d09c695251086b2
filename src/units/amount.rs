//! Amounts of money.

use std::ops::{Add, Sub};

use super::OutOfRange;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// Kronor in a million kronor (mnkr).
pub const MNKR: f64 = 1e6;

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

/// An amount in Swedish kronor, finite, of either sign.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Sek(f64);

impl Sek {
    /// No money.
    pub const ZERO: Self = Self(0.0);

    /// An amount in kronor; `None` for a number that is not finite.
    #[must_use]
    pub const fn new(kronor: f64) -> Option<Self> {
        if kronor.is_finite() { Some(Self(kronor)) } else { None }
    }

    /// The amount in kronor.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl Add for Sek {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Sek {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

/// An amount in Swedish kronor, finite and not negative.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Amount(f64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// An amount in kronor; `None` for a negative number or one that is not finite.
    #[must_use]
    pub const fn new(kronor: f64) -> Option<Self> {
        if 0.0 <= kronor && kronor.is_finite() { Some(Self(kronor)) } else { None }
    }

    /// The amount in kronor.
    #[must_use]
    pub const fn get(self) -> f64 {
        self.0
    }
}

/// Gives amounts in million kronor, which may be of either sign, their value in kronor.
macro_rules! in_kronor {
    ($($name:ident),*) => {
        $(impl $name {
            /// The amount in kronor.
            #[must_use]
            pub const fn sek(self) -> Sek {
                Sek(self.0 * MNKR)
            }
        })*
    };
}

in_kronor!(BudgetMnkr, CostMnkr, SignedMnkr);

/// Gives amounts in million kronor, which are never negative, their value in kronor.
macro_rules! not_negative_in_kronor {
    ($($name:ident),*) => {
        $(impl $name {
            /// The amount in kronor, not negative.
            #[must_use]
            pub const fn amount(self) -> Amount {
                Amount(self.0 * MNKR)
            }
        })*
    };
}

not_negative_in_kronor!(Mnkr, BudgetMnkr);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_finite_and_keeps_its_sign() {
        assert!(Sek::new(-1.0).is_some() && Amount::new(0.0).is_some());
        assert!(Amount::new(-1.0).is_none(), "no negative reserve");
        for wrong in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Sek::new(wrong).is_none() && Amount::new(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn a_million_kronor_is_a_million_kronor() {
        let cost = CostMnkr::try_from(-2.5).unwrap().sek();
        let income = BudgetMnkr::try_from(4.0).unwrap();
        assert_eq!((income.sek() + cost, income.sek() - cost), (Sek(1.5e6), Sek(6.5e6)));
        assert_eq!(income.amount(), Amount(4e6));
    }
}
