//! Fractions as figures are named by them.

use std::fmt;
use std::str::FromStr;

/// A fraction in hundredths of a percent, as figures are named by it: `05` for 0.05, `12_5` for 0.125.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percentage(u32);

impl Percentage {
    /// A fraction in whole percent.
    #[must_use]
    pub const fn whole(percent: u32) -> Self {
        Self(100 * percent)
    }

    /// The nearest to a fraction of 0 or more.
    #[must_use]
    pub fn of(fraction: f64) -> Self {
        let percent = format!("{:.2}", fraction * 100.0);
        Self(percent.replace('.', "").parse().unwrap_or(0))
    }

    /// The fraction.
    #[must_use]
    pub fn fraction(self) -> f64 {
        f64::from(self.0) / 10_000.0
    }
}

impl fmt::Display for Percentage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(points) = self;
        match (points / 100, points % 100) {
            (whole, 0) => write!(f, "{whole:02}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole:02}_{}", part / 10),
            (whole, part) => write!(f, "{whole:02}_{part:02}"),
        }
    }
}

impl FromStr for Percentage {
    type Err = NotAPercentage;

    fn from_str(text: &str) -> Result<Self, NotAPercentage> {
        let parse = || text.replace('_', ".").parse().ok().map(|percent: f64| Self::of(percent / 100.0));
        parse().filter(|found| found.to_string() == text).ok_or(NotAPercentage)
    }
}

/// A text that is no fraction in a figure's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("allowed: a percentage as in `05` or `12_5`")]
pub struct NotAPercentage;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_has_one_name() {
        for (fraction, name) in
            [(0.05, "05"), (0.5, "50"), (0.125, "12_5"), (0.01, "01"), (0.995, "99_5"), (0.15, "15")]
        {
            let percentage = Percentage::of(fraction);
            assert_eq!((percentage.to_string().as_str(), name.parse()), (name, Ok(percentage)));
        }
    }
}
