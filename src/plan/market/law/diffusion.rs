//! A diffusion: lognormal assets, bond funds and mean-reverting factors, in one regime or two.

use super::log_growth::LogGrowth;
use super::regimes::{Chain, Regime, Regimes};
use crate::units::{Convexity, DegreesOfFreedom, Drift, MONTHS_PER_YEAR, Rate, Reversion, Volatility, Years};

/// Assets and factors driven by correlated Brownian motions: one motion for each of the lognormal assets, then for each
/// factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Diffusion {
    assets: Vec<AssetLaw>,
    factors: Vec<Factor>,
    regimes: Regimes,
    copula: Copula,
}

impl Diffusion {
    /// Makes it from the law of each asset's growth, in the market's order, the mean-reverting factors, the regimes and
    /// the copula. `None` if a regime has other motions.
    #[must_use]
    pub fn new(assets: Vec<AssetLaw>, factors: Vec<Factor>, regimes: Regimes, copula: Copula) -> Option<Self> {
        let law = Self { assets, factors, regimes, copula };
        let motions = [law.lognormal_assets().count(), law.factors.len()];
        let fits = |regime: &Regime| [regime.growth().len(), regime.factor_volatility().len()] == motions;
        law.regimes().iter().all(fits).then_some(law)
    }

    /// The law of each asset's growth, in the market's order.
    #[must_use]
    pub fn assets(&self) -> &[AssetLaw] {
        &self.assets
    }

    /// The mean-reverting factors.
    #[must_use]
    pub fn factors(&self) -> &[Factor] {
        &self.factors
    }

    /// The one regime, or the calm and the turbulent one.
    #[must_use]
    pub const fn regimes(&self) -> &[Regime] {
        self.regimes.all()
    }

    /// How the two regimes follow each other; `None` for one.
    #[must_use]
    pub const fn chain(&self) -> Option<Chain> {
        self.regimes.chain()
    }

    /// The dependence of the motions beyond their correlations.
    #[must_use]
    pub const fn copula(&self) -> Copula {
        self.copula
    }

    /// Moves the mean log return of a lognormal asset by so much a year in every regime. `motion` counts the lognormal
    /// assets.
    pub fn shift(&mut self, motion: usize, by: f64) {
        self.regimes.shift(motion, by);
    }

    /// Draws the first month's regime as often as it comes in the long run.
    pub fn begin_in_long_run(&mut self) {
        self.regimes.begin_in_long_run();
    }

    /// Whether the same draws mean the same in both: as many regimes, the same kind of copula, and the same factors.
    #[must_use]
    pub fn same_draws(&self, other: &Self) -> bool {
        let kinds = |law: &Self| law.factors.iter().map(|factor| factor.kind).collect::<Vec<_>>();
        self.chain().is_some() == other.chain().is_some()
            && std::mem::discriminant(&self.copula) == std::mem::discriminant(&other.copula)
            && kinds(self) == kinds(other)
    }

    /// The number of Brownian motions: lognormal assets, then factors.
    #[must_use]
    pub fn motions(&self) -> usize {
        self.lognormal_assets().count() + self.factors.len()
    }

    /// Places of the lognormal assets among the assets.
    pub fn lognormal_assets(&self) -> impl Iterator<Item = usize> {
        self.assets.iter().enumerate().filter(|(_, law)| **law == AssetLaw::Lognormal).map(|(place, _)| place)
    }

    /// The place of a factor among the factors.
    #[must_use]
    pub fn factor(&self, kind: FactorKind) -> Option<usize> {
        self.factors.iter().position(|factor| factor.kind == kind)
    }

    /// `E[S[t+n] / S[t]]` of a lognormal asset over so many months in the long run. `motion` counts the lognormal
    /// assets.
    #[must_use]
    pub fn mean_growth(&self, motion: usize, months: u32) -> f64 {
        let month = |regime: &Regime| libm::exp(regime.growth()[motion].log_mean_growth() / MONTHS_PER_YEAR);
        match &self.regimes {
            Regimes::One(regime) => libm::pow(month(regime), f64::from(months)),
            Regimes::Two(regimes, chain) => chain.mean_product(regimes.each_ref().map(month), months),
        }
    }

    /// The normal law of a lognormal asset's log return over a year, in the long run: regimes weighted by how long they
    /// last. `motion` counts the lognormal assets.
    #[must_use]
    pub fn long_run(&self, motion: usize) -> LogGrowth {
        let turbulent = self.chain().map_or(0.0, |chain| chain.stationary_turbulent().get());
        let weights = [1.0 - turbulent, turbulent];
        let of = |what: fn(f64, f64) -> f64| {
            self.regimes().iter().zip(weights).fold(0.0, |sum, (regime, weight)| {
                sum + weight * what(regime.growth()[motion].drift.get(), regime.growth()[motion].volatility.get())
            })
        };
        let drift = of(|drift, _| drift);
        // The parts of a month's variance: within regimes, and between their means.
        let within = of(|_, volatility| volatility * volatility);
        let between = of(|drift, _| drift * drift) - drift * drift;
        LogGrowth {
            drift: Drift::nearest(drift),
            volatility: Volatility::nearest((within + between / MONTHS_PER_YEAR).sqrt()),
        }
    }
}

/// The law of an asset's growth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum AssetLaw {
    /// A geometric Brownian motion.
    Lognormal,
    /// A fund of bonds, by the level of yields.
    BondFund(BondFund),
}

/// A fund of bonds that is kept at its duration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BondFund {
    /// Years: loss in per cent for a rise of its yield by one percentage point.
    pub duration: Years,
    /// Years²: second derivative of the price by the yield, over the price.
    pub convexity: Convexity,
    /// Yield above the government's at the same duration, a year.
    pub spread: Rate,
    /// Years: loss in per cent for a rise of the market's credit spread by one percentage point; none where it does not
    /// answer to it.
    pub spread_duration: Option<Years>,
}

/// A factor that reverts to its mean: `dx = κ (θ - x) dt + σ dW`, years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// Its kind.
    pub kind: FactorKind,
    /// The value at `t = 0`.
    pub start: Rate,
    /// θ.
    pub mean: Rate,
    /// κ.
    pub reversion: Reversion,
    /// For the short rate: the price of its risk, `θ* = θ + premium` for yields of longer maturities.
    pub premium: Rate,
}

/// The kinds of factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorKind {
    /// The short rate of interest.
    ShortRate,
    /// The market's credit spread above its usual level.
    CreditSpread,
    /// Inflation of consumer prices.
    Inflation,
}

impl FactorKind {
    /// Every factor, in the order of their motions.
    pub const ALL: [Self; 3] = [Self::ShortRate, Self::CreditSpread, Self::Inflation];

    /// Its name in configurations, which also keys its stream of random numbers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ShortRate => "short_rate",
            Self::CreditSpread => "credit_spread",
            Self::Inflation => "inflation",
        }
    }
}

/// The dependence of normal numbers beyond their correlations.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Copula {
    /// The normal copula: none.
    Normal,
    /// The t copula: joint tails.
    StudentT {
        /// ν.
        degrees_of_freedom: DegreesOfFreedom,
    },
}
