//! Average-cost accounting of a pool's two legs, each taken as one fund: a fund of equities and a fund of fixed income.
//!
//! A purchase adds its amount to the cost of what is held. A sale of a share `a` of what is held takes the same share
//! of the cost with it. It realises the difference: `realised += a (value - cost)`, which is (price - average cost)
//! times the units sold. What is held is worth `value - cost` more than it cost: the unrealised result. Fees and
//! trading costs are paid by selling units, whose gain or loss is realised as that of any sale, and are realised costs
//! themselves.
//!
//! Holdings at the start may have cost less than they are worth, or more: the difference is the opening surplus. The
//! unrealised result of a time is by how much the surplus changes in it. Whatever is traded, `realised + unrealised` is
//! all that the fund has earned, less fees and costs. Books move a result from the one to the other, and make none.
//!
//! The amounts of one month enter as net ones: a contribution and a payment at the same month-end are one flow.
//! SEK, nominal; gains are positive, losses negative.

use serde::Serialize;

use crate::plan::OpeningCost;

/// A position in one fund, and what it cost. With borrowing (an equity share above 1) the position in fixed income is
/// negative, and so is its cost: the amount borrowed. Buying it back realises what borrowing has cost.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Position {
    /// Value, SEK.
    value: f64,
    /// Acquisition cost of what is held, SEK.
    cost: f64,
    /// Result realised so far, SEK.
    realised: f64,
}

impl Position {
    /// A position of a value that has cost an amount.
    #[must_use]
    pub const fn held(value: f64, cost: f64) -> Self {
        Self { value, cost, realised: 0.0 }
    }

    /// Multiplies its value by a gross growth.
    pub fn grow(&mut self, growth: f64) {
        self.value *= growth;
    }

    /// Buys for a positive amount, sells for a negative one, SEK.
    pub fn trade(&mut self, amount: f64) {
        let enlarges = self.value * amount >= 0.0;
        if enlarges {
            self.cost += amount;
            self.value += amount;
            return;
        }
        // More than all is sold: the rest opens a position on the other side.
        let closing = if amount.abs() > self.value.abs() { -self.value } else { amount };
        let share = -closing / self.value;
        self.realised += share * (self.value - self.cost);
        self.cost -= share * self.cost;
        self.value += closing;
        let rest = amount - closing;
        if rest != 0.0 {
            self.cost = rest;
            self.value = rest;
        }
    }

    /// Value, SEK.
    #[must_use]
    pub const fn value(&self) -> f64 {
        self.value
    }

    /// Acquisition cost of what is held, SEK.
    #[must_use]
    pub const fn cost(&self) -> f64 {
        self.cost
    }

    /// Value less acquisition cost of what is held, SEK.
    #[must_use]
    pub fn surplus(&self) -> f64 {
        self.value - self.cost
    }
}

/// A pool's events from one month-end to the next. It trades at the first, pays for the trade, earns, and is charged
/// its fee; it pays or is paid at the second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PoolMonth {
    /// Equity share after trading.
    pub share: f64,
    /// Cost of the trade, taken from both legs in proportion, SEK.
    pub trading_cost: f64,
    /// Gross growth of the equity leg and of the fixed-income leg.
    pub growth: [f64; 2],
    /// The part of the value that the fee leaves.
    pub after_fee: f64,
    /// Value at the second month-end, after contributions and payments, SEK.
    pub closing_value: f64,
}

/// The books of one pool at average cost.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PoolBooks {
    /// Equities, then fixed income.
    legs: [Position; 2],
    /// Value less cost of the legs when the books were opened, SEK.
    opening_surplus: f64,
    /// Trading costs paid, SEK.
    trading_costs: f64,
    /// Fees paid, SEK.
    fees: f64,
    /// Contributions less payments, SEK.
    flows: f64,
}

/// A result, gains positive, SEK nominal.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Income {
    /// Realised by sales, after fees and trading costs.
    pub realised: f64,
    /// The result not realised: the change of the surplus, which is value less acquisition cost of what is held.
    pub unrealised: f64,
    /// Fees and trading costs, negative; part of the realised result.
    pub costs: f64,
}

impl Income {
    /// Realised and unrealised together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.realised + self.unrealised
    }

    /// The income since an earlier time, at which it was `earlier`.
    #[must_use]
    pub fn less(self, earlier: Self) -> Self {
        Self {
            realised: self.realised - earlier.realised,
            unrealised: self.unrealised - earlier.unrealised,
            costs: self.costs - earlier.costs,
        }
    }

    /// The sum of two incomes.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            realised: self.realised + other.realised,
            unrealised: self.unrealised + other.unrealised,
            costs: self.costs + other.costs,
        }
    }
}

impl PoolBooks {
    /// Books of a pool with a value, an equity share, and the costs of its equities and fixed income.
    #[must_use]
    pub fn open(value: f64, share: f64, costs: [OpeningCost; 2]) -> Self {
        let values = [share * value, (1.0 - share) * value];
        let legs = [0, 1].map(|leg| Position::held(values[leg], costs[leg].cost_of_leg(values[leg])));
        Self { legs, opening_surplus: legs[0].surplus() + legs[1].surplus(), ..Self::default() }
    }

    /// Takes a month into the books.
    pub fn book_month(&mut self, month: &PoolMonth) {
        let weights = [month.share, 1.0 - month.share];
        let value = self.value();
        for (leg, weight) in self.legs.iter_mut().zip(weights) {
            leg.trade(weight * value - leg.value);
        }
        self.pay(month.trading_cost, weights);
        self.trading_costs += month.trading_cost;
        for (leg, growth) in self.legs.iter_mut().zip(month.growth) {
            leg.grow(growth);
        }
        let grown = self.value();
        let fee = grown * (1.0 - month.after_fee);
        self.pay(fee, self.weights());
        self.fees += fee;
        // What rounding alone makes of the value is no flow.
        let flow = month.closing_value - self.value();
        let flow = if flow.abs() > 1e-12 * grown { flow } else { 0.0 };
        self.pay(-flow, self.weights());
        self.flows += flow;
    }

    /// Sells units of both legs for an amount, or buys for a negative one.
    fn pay(&mut self, amount: f64, weights: [f64; 2]) {
        for (leg, weight) in self.legs.iter_mut().zip(weights) {
            leg.trade(-amount * weight);
        }
    }

    /// The legs' shares of the value; all fixed income where there is no value.
    fn weights(&self) -> [f64; 2] {
        let value = self.value();
        if value > 0.0 { self.legs.map(|leg| leg.value / value) } else { [0.0, 1.0] }
    }

    /// Value of both legs, SEK.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.legs[0].value + self.legs[1].value
    }

    /// Acquisition cost of what both legs hold, SEK.
    #[must_use]
    pub fn cost(&self) -> f64 {
        self.legs[0].cost + self.legs[1].cost
    }

    /// The position in equities, and the one in fixed income.
    #[must_use]
    pub const fn legs(&self) -> &[Position; 2] {
        &self.legs
    }

    /// Contributions less payments so far, SEK.
    #[must_use]
    pub const fn flows(&self) -> f64 {
        self.flows
    }

    /// The result since the books were opened.
    #[must_use]
    pub fn income(&self) -> Income {
        let costs = self.trading_costs + self.fees;
        let [equities, fixed_income] = self.legs;
        Income {
            realised: equities.realised + fixed_income.realised - costs,
            unrealised: equities.surplus() + fixed_income.surplus() - self.opening_surplus,
            costs: 0.0 - costs,
        }
    }
}

#[cfg(test)]
mod tests;
