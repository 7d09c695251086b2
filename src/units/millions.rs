//! Amounts as figures are named by them.

use std::fmt;
use std::str::FromStr;

/// An amount in thousandths of a million kronor, as figures are named by it: `1200`, `0_5` for 0.5 mnkr.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millions(u64);

impl Millions {
    /// The nearest to an amount of 0 or more, in million kronor.
    #[must_use]
    pub fn of(millions: f64) -> Self {
        Self(format!("{millions:.3}").replace('.', "").parse().unwrap_or(0))
    }

    /// The amount in million kronor.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "amounts are below 2^53 thousandths")]
    pub fn get(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

impl fmt::Display for Millions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 1000, self.0 % 1000) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) => f.write_str(format!("{whole}_{part:03}").trim_end_matches('0')),
        }
    }
}

impl FromStr for Millions {
    type Err = NotMillions;

    fn from_str(text: &str) -> Result<Self, NotMillions> {
        let parse = || text.replace('_', ".").parse().ok().map(Self::of);
        parse().filter(|found| found.to_string() == text).ok_or(NotMillions)
    }
}

/// A text that is no amount in a figure's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("allowed: an amount in million kronor as in `1200` or `0_5`")]
pub struct NotMillions;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_one_name() {
        for (amount, name) in [(1200.0, "1200"), (0.5, "0_5"), (3400.125, "3400_125"), (0.0, "0"), (10.0, "10")] {
            let millions = Millions::of(amount);
            assert_eq!((millions.to_string().as_str(), name.parse()), (name, Ok(millions)));
            assert!((millions.get() - amount).abs() < 1e-12);
        }
        assert!("1200_0".parse::<Millions>().is_err() && "-1".parse::<Millions>().is_err());
    }
}
