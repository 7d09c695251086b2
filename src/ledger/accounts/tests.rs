//! Years of the accounts, in mnkr.

mod by_hand;
mod plan_tables;

use crate::units::{Amount, Rate, Sek, Share};

const fn sek(kronor: f64) -> Sek {
    Sek::new(kronor).unwrap()
}

const fn amount(kronor: f64) -> Amount {
    Amount::new(kronor).unwrap()
}

const fn share(of: f64) -> Share {
    Share::new(of).unwrap()
}

const fn rate(a_year: f64) -> Rate {
    Rate::new(a_year).unwrap()
}

#[track_caller]
fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found} is not {expected}");
}
