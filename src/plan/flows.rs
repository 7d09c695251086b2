//! Money in and out of a pool.

use crate::units::Amount;

/// Money in and out of a pool.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Flows {
    /// Paid in.
    pub contributions: Amounts,
    /// Due out.
    pub payments: Amounts,
}

impl Flows {
    /// Whether nothing is ever paid in or out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.contributions.is_empty() && self.payments.is_empty()
    }
}

/// The money in which an amount is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Money {
    /// Money of the day on which it is paid.
    OfTheDay,
    /// Money of the start: the amount rises with prices until it is paid.
    OfTheStart,
}

/// Amounts by step after the start, SEK.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Amounts {
    /// In the money of the day, by step.
    nominal: Vec<f64>,
    /// In the money of the start, by step.
    indexed: Vec<f64>,
}

impl Amounts {
    /// Adds an amount at a step, counted from 1.
    pub fn add(&mut self, step: usize, amount: Amount, money: Money) {
        let amounts = match money {
            Money::OfTheDay => &mut self.nominal,
            Money::OfTheStart => &mut self.indexed,
        };
        if amount > Amount::ZERO && step > 0 {
            amounts.resize(amounts.len().max(step + 1), 0.0);
            amounts[step] += amount.get();
        }
    }

    /// The amounts of a step, in the money of the day and in that of the start; none where nothing flows.
    #[must_use]
    pub fn at(&self, step: usize) -> Option<[f64; 2]> {
        let amounts = [&self.nominal, &self.indexed].map(|amounts| amounts.get(step).copied().unwrap_or(0.0));
        amounts.iter().any(|&amount| amount != 0.0).then_some(amounts)
    }

    /// Whether nothing ever flows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.nominal.is_empty() && self.indexed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_of_a_step_add_up_by_their_money_and_nothing_flows_at_the_start() {
        let amount = |kronor: f64| Amount::new(kronor).unwrap();
        let mut amounts = Amounts::default();
        amounts.add(0, amount(9.0), Money::OfTheDay);
        amounts.add(3, amount(0.0), Money::OfTheDay);
        assert!(amounts.is_empty());
        amounts.add(3, amount(1.0), Money::OfTheDay);
        amounts.add(3, amount(2.0), Money::OfTheDay);
        amounts.add(1, amount(5.0), Money::OfTheStart);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|step| amounts.at(step)),
            [None, Some([0.0, 5.0]), None, Some([3.0, 0.0]), None]
        );
    }
}
