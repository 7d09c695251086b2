//! Growth of the two legs of a pool over a step.

use super::kernels;
use crate::lanes::Lanes;
use crate::market::MarketStep;
use crate::numerics::elementary;
use crate::plan::{Mix, Pool};

/// Growth of the legs of a pool over a step. A leg of one asset grows as that asset, and needs no room of its own.
pub(super) struct Legs {
    equities: Lanes,
    fixed_income: Lanes,
}

impl Legs {
    pub(super) fn new() -> Self {
        Self { equities: Lanes::all(0.0), fixed_income: Lanes::all(0.0) }
    }

    /// Takes the legs over a step: growth of equities and of fixed income.
    pub(super) fn grow<'b>(&'b mut self, pool: &Pool, market: &'b MarketStep) -> [&'b [f64]; 2] {
        mix(&pool.equities, market, &mut self.equities);
        mix(&pool.fixed_income, market, &mut self.fixed_income);
        self.grown(pool, market)
    }

    /// The growth of equities and of fixed income over the step that was taken last, which was `market`.
    pub(super) fn grown<'b>(&'b self, pool: &Pool, market: &'b MarketStep) -> [&'b [f64]; 2] {
        let of = |mix: &Mix, mixed: &'b Lanes| match mix.weights() {
            [(asset, _)] => market.growth(*asset),
            _ => mixed,
        };
        [of(&pool.equities, &self.equities), of(&pool.fixed_income, &self.fixed_income)]
    }
}

/// The weighted mean of the growth of several assets. An empty leg is never held, and stands still.
fn mix(mix: &Mix, market: &MarketStep, out: &mut [f64]) {
    match mix.weights() {
        [] => out.fill(1.0),
        [_] => {}
        [(first, weight), rest @ ..] => {
            kernels::scale(weight.get(), market.growth(*first), out);
            for (asset, weight) in rest {
                elementary::add_scaled(weight.get(), market.growth(*asset), out);
            }
        }
    }
}
