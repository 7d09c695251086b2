//! The rule that decides a pool's equity share.

use crate::units::{Deviation, Exposure, Level, Multiple, Share, Stress};

/// The rule that decides a pool's equity share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AllocationRule {
    /// The same share always.
    Static {
        /// The share.
        share: Exposure,
    },
    /// The dynamic allocation strategy.
    Dynamic(DynamicRule),
}

impl AllocationRule {
    /// The dynamic rule that it is, if it is one.
    #[must_use]
    pub const fn dynamic(self) -> Option<DynamicRule> {
        match self {
            Self::Dynamic(rule) => Some(rule),
            Self::Static { .. } => None,
        }
    }

    /// Whether the share changes with the cushion.
    #[must_use]
    pub const fn is_dynamic(self) -> bool {
        self.dynamic().is_some()
    }

    /// The least and the greatest share that it can decide.
    #[must_use]
    pub const fn bounds(self) -> [Exposure; 2] {
        match self {
            Self::Static { share } => [share, share],
            Self::Dynamic(rule) => rule.bounds(),
        }
    }

    /// The largest share that a dynamic rule allows; `None` for a static one.
    #[must_use]
    pub fn cap(self) -> Option<f64> {
        self.dynamic().map(|rule| rule.bounds()[1].get())
    }
}

/// The dynamic allocation strategy: the largest `w` with `w s_E + (1 - w) s_B ≤ c`, held to `[w_min, w_max]`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DynamicRule {
    equity_stress: EquityStress,
    fixed_income_stress: Stress,
    bounds: [Exposure; 2],
}

/// Values that make no dynamic rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The equities' stress is too near the fixed income's, or below it.
    #[error("the stress of equities must exceed that of fixed income by 0.001")]
    Stresses,
    /// The least share is above the greatest.
    #[error("the least share must not exceed the greatest")]
    Bounds,
}

impl DynamicRule {
    /// The least difference between the equities' stress and the fixed income's.
    const LEAST_DIFFERENCE: f64 = 0.001;

    /// Makes it from the equities' and the fixed income's assumed worst losses, `s_E` and `s_B`, and the bounds
    /// `[w_min, w_max]`. Above a share of 1 the rest is borrowed at the fixed-income return.
    ///
    /// # Errors
    /// If the stresses are too near each other, or the bounds the wrong way round.
    pub fn new(
        equity_stress: EquityStress,
        fixed_income_stress: Stress,
        bounds: [Exposure; 2],
    ) -> Result<Self, RuleError> {
        let rule = Self { equity_stress, fixed_income_stress, bounds };
        if equity_stress.least().get() < rule.least_equity_stress() {
            return Err(RuleError::Stresses);
        }
        if bounds[0] > bounds[1] { Err(RuleError::Bounds) } else { Ok(rule) }
    }

    /// The same rule with another stress of equities.
    ///
    /// # Errors
    /// If it is too near the fixed income's.
    pub fn with_equity_stress(self, equity_stress: EquityStress) -> Result<Self, RuleError> {
        Self::new(equity_stress, self.fixed_income_stress, self.bounds)
    }

    /// `s_E`, the equities' assumed worst loss.
    #[must_use]
    pub const fn equity_stress(self) -> EquityStress {
        self.equity_stress
    }

    /// The least that the equities' stress may be.
    #[must_use]
    pub fn least_equity_stress(self) -> f64 {
        self.fixed_income_stress.get() + Self::LEAST_DIFFERENCE
    }

    /// `s_B`, the fixed income's assumed worst loss.
    #[must_use]
    pub const fn fixed_income_stress(self) -> Stress {
        self.fixed_income_stress
    }

    /// `[w_min, w_max]`.
    #[must_use]
    pub const fn bounds(self) -> [Exposure; 2] {
        self.bounds
    }
}

/// `s_E`: the worst loss of equities that is assumed over the time it takes to react, a fraction of their value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum EquityStress {
    /// The same always.
    Constant(Stress),
    /// Tied to the risk in the equity market: `s_E,t = clip(k r_t, lo, hi)`.
    Tied(TiedStress),
}

impl EquityStress {
    /// The least that it can be.
    #[must_use]
    pub const fn least(self) -> Stress {
        match self {
            Self::Constant(stress) => stress,
            Self::Tied(tied) => tied.bounds()[0],
        }
    }

    /// The measure of risk that it is tied to, if it is tied to one.
    #[must_use]
    pub const fn tied(self) -> Option<TiedStress> {
        match self {
            Self::Constant(_) => None,
            Self::Tied(tied) => Some(tied),
        }
    }
}

/// A stress tied to a measure of risk that is estimated from the equity leg's past returns alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TiedStress {
    /// The measure, `r`.
    pub measure: RiskMeasure,
    /// `k`, by which the measure is multiplied.
    pub multiple: Multiple,
    /// Volatility of the equity leg's log returns, a year, that stands for the time before the start.
    pub opening_volatility: Deviation,
    bounds: [Stress; 2],
}

impl TiedStress {
    /// Makes it from the measure `r`, the multiple `k`, the bounds `[lo, hi]` and the volatility before the start;
    /// `None` if `lo` is above `hi`.
    #[must_use]
    pub fn new(
        measure: RiskMeasure,
        multiple: Multiple,
        bounds: [Stress; 2],
        opening_volatility: Deviation,
    ) -> Option<Self> {
        (bounds[0] <= bounds[1]).then_some(Self { measure, multiple, opening_volatility, bounds })
    }

    /// `[lo, hi]`.
    #[must_use]
    pub const fn bounds(self) -> [Stress; 2] {
        self.bounds
    }

    /// The stress at a measure of risk: `clip(k r, lo, hi)`.
    #[must_use]
    pub fn at(self, measure: f64) -> Stress {
        let [low, high] = self.bounds;
        Stress::new((self.multiple.get() * measure).clamp(low.get(), high.get())).unwrap_or(high)
    }
}

/// A measure of the risk in the equity market.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RiskMeasure {
    /// Volatility a year by an exponentially weighted moving average of squared log returns.
    Ewma {
        /// The weight that a return keeps after a month. It may be small where returns are observed more often: by
        /// RiskMetrics' 0.94 a day, `0.94^21 = 0.27` are left.
        lambda: Share,
    },
    /// Volatility a year: the root of the mean squared log return of a window.
    Rolling {
        /// The window in months.
        window_months: u32,
    },
    /// The loss between two observations that a share `level` of those in a window reach or exceed.
    Quantile {
        /// The window in months.
        window_months: u32,
        /// The share.
        level: Level,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stresses_are_apart_and_bounds_in_order() {
        let stress = |number: f64| Stress::new(number).unwrap();
        let bounds = |low: f64, high: f64| [low, high].map(|share| Exposure::new(share).unwrap());
        let constant = |number: f64| EquityStress::Constant(stress(number));
        let rule = DynamicRule::new(constant(0.25), stress(0.2), bounds(0.1, 0.6)).unwrap();
        assert_eq!(DynamicRule::new(constant(0.2), stress(0.2), bounds(0.1, 0.6)), Err(RuleError::Stresses));
        assert_eq!(DynamicRule::new(constant(0.25), stress(0.2), bounds(0.7, 0.6)), Err(RuleError::Bounds));
        assert_eq!(rule.with_equity_stress(constant(0.1)), Err(RuleError::Stresses));
        assert!(rule.with_equity_stress(constant(rule.least_equity_stress())).is_ok());
    }

    #[test]
    fn a_tied_stress_stays_in_its_bounds() {
        let stress = |number: f64| Stress::new(number).unwrap();
        let tied = |low: f64, high: f64| {
            let measure = RiskMeasure::Rolling { window_months: 12 };
            let [multiple, volatility] = [2.0, 0.2];
            let (multiple, volatility) = (Multiple::new(multiple).unwrap(), Deviation::new(volatility).unwrap());
            TiedStress::new(measure, multiple, [stress(low), stress(high)], volatility)
        };
        assert_eq!(tied(0.5, 0.1), None);
        let tied = tied(0.1, 0.5).unwrap();
        assert_eq!([0.01, 0.2, 3.0].map(|risk| tied.at(risk)), [0.1, 0.4, 0.5].map(stress));
        assert_eq!(EquityStress::Tied(tied).least(), stress(0.1));
    }
}
