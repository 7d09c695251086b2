//! What a figure's name says beside what the figure is: over how long, and which number of a distribution.

use std::fmt;
use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::plan::Quantiles;
use crate::texts::{Argument, Message, message};
use crate::units::Percentage;

/// A text that names no figure.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found \"{0}\", allowed: a figure's name as in summary.json")]
pub struct NotAFigure(pub String);

/// A stretch of time from the start: `y5`, `horizon`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Term {
    /// A number of full years.
    Years(u32),
    /// All of the run.
    Horizon,
}

impl Term {
    /// Its length in years; none of the horizon, which only the run knows.
    #[must_use]
    pub fn years(self) -> Option<f64> {
        match self {
            Self::Years(years) => Some(f64::from(years)),
            Self::Horizon => None,
        }
    }

    /// Its length in words, of a run of so many years.
    #[must_use]
    pub(crate) fn span(self, horizon: f64) -> Message {
        Message::span(self.years().unwrap_or(horizon))
    }

    /// The same, where one year is the first.
    #[must_use]
    pub(crate) fn span_from_start(self, horizon: f64) -> Message {
        if self == Self::Years(1) { message!(first_year) } else { self.span(horizon) }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Years(years) => write!(f, "y{years}"),
            Self::Horizon => f.write_str("horizon"),
        }
    }
}

impl FromStr for Term {
    type Err = NotAFigure;

    fn from_str(text: &str) -> Result<Self, NotAFigure> {
        let years = || text.strip_prefix('y')?.parse().ok().map(Self::Years);
        let term = if text == "horizon" { Some(Self::Horizon) } else { years() };
        term.ok_or_else(|| NotAFigure(text.to_owned()))
    }
}

/// A quantile by its level: `q05`, `q97_5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quantile(pub Percentage);

impl Quantile {
    /// The 5 % quantile.
    pub const Q05: Self = Self(Percentage::whole(5));
    /// The 25 % quantile.
    pub const Q25: Self = Self(Percentage::whole(25));
    /// The median.
    pub const MEDIAN: Self = Self(Percentage::whole(50));
    /// The 75 % quantile.
    pub const Q75: Self = Self(Percentage::whole(75));
    /// The 95 % quantile.
    pub const Q95: Self = Self(Percentage::whole(95));

    /// The quantile of a level in (0, 1).
    #[must_use]
    pub fn of(level: f64) -> Self {
        Self(Percentage::of(level))
    }

    /// Its level, in (0, 1).
    #[must_use]
    pub fn level(self) -> f64 {
        self.0.fraction()
    }

    /// Its level among those of a run.
    #[must_use]
    pub fn level_among(self, quantiles: &Quantiles) -> Option<f64> {
        quantiles.levels().find(|&level| Self::of(level) == self)
    }
}

impl fmt::Display for Quantile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "q{}", self.0)
    }
}

impl FromStr for Quantile {
    type Err = NotAFigure;

    fn from_str(text: &str) -> Result<Self, NotAFigure> {
        let parse = || text.strip_prefix('q')?.parse().ok().map(Self);
        parse().ok_or_else(|| NotAFigure(text.to_owned()))
    }
}

impl Serialize for Quantile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Quantile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

/// A number of a distribution: `mean`, `q05`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Statistic {
    /// The mean.
    Mean,
    /// A quantile.
    Quantile(Quantile),
}

impl Statistic {
    /// The 5 % quantile.
    pub const Q05: Self = Self::Quantile(Quantile::Q05);
    /// The median.
    pub const MEDIAN: Self = Self::Quantile(Quantile::MEDIAN);
    /// The 95 % quantile.
    pub const Q95: Self = Self::Quantile(Quantile::Q95);
}

impl From<Statistic> for Argument {
    /// Its name in tables.
    fn from(statistic: Statistic) -> Self {
        match statistic {
            Statistic::Mean => message!(mean).into(),
            Statistic::MEDIAN => message!(median).into(),
            Statistic::Quantile(quantile) => Self::Level(quantile.level()),
        }
    }
}

impl fmt::Display for Statistic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mean => f.write_str("mean"),
            Self::Quantile(quantile) => quantile.fmt(f),
        }
    }
}

impl FromStr for Statistic {
    type Err = NotAFigure;

    fn from_str(text: &str) -> Result<Self, NotAFigure> {
        if text == "mean" { Ok(Self::Mean) } else { text.parse().map(Self::Quantile) }
    }
}
