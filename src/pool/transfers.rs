//! What a pool receives and pays beside its own flows, in one step.

use super::kernels;
use crate::elementary;
use crate::lanes::Lanes;

/// Received less paid in one step over a block of paths, SEK. Where nothing is ever moved, a step costs nothing.
pub struct Transfers {
    net: Lanes,
    /// Whether anything was moved in this step.
    moved: bool,
}

impl Transfers {
    /// None yet.
    pub fn new() -> Self {
        Self { net: Lanes::all(0.0), moved: false }
    }

    /// Goes to a step's flows.
    pub fn begin(&mut self) {
        if std::mem::take(&mut self.moved) {
            self.net.fill(0.0);
        }
    }

    /// Adds amounts to the values.
    pub fn receive(&mut self, amounts: &[f64], value: &mut Lanes) {
        self.moved = true;
        elementary::add_scaled(1.0, amounts, value);
        elementary::add_scaled(1.0, amounts, &mut self.net);
    }

    /// Pays what is due from the values as far as there is; what is left of `due` is unpaid.
    pub fn pay(&mut self, due: &mut [f64], value: &mut Lanes) {
        self.moved = true;
        kernels::pay(due, value, &mut self.net);
    }

    /// Received less paid, by path.
    pub fn net(&self) -> &[f64] {
        &self.net
    }
}
