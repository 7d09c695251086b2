//! A diffusion: lognormal assets, bond funds and mean-reverting factors, in one regime or two.

use ndarray::Array2;

use crate::units::{Rate, Reversion, Years};

/// Assets and factors driven by correlated Brownian motions: one motion for each of the lognormal assets, then for each
/// factor.
#[derive(Debug, Clone, PartialEq)]
pub struct Diffusion {
    /// The law of each asset's growth, in the market's order.
    pub assets: Vec<AssetLaw>,
    /// The mean-reverting factors.
    pub factors: Vec<Factor>,
    /// One regime, or the calm and the turbulent one.
    pub regimes: Vec<Regime>,
    /// How the two regimes follow each other; `None` for one.
    pub chain: Option<Chain>,
    /// The dependence of the motions beyond their correlations.
    pub copula: Copula,
}

impl Diffusion {
    /// Whether the same draws mean the same in both: as many regimes, the same kind of copula, and the same factors.
    #[must_use]
    pub fn same_draws(&self, other: &Self) -> bool {
        let kinds = |law: &Self| law.factors.iter().map(|factor| factor.kind).collect::<Vec<_>>();
        self.chain.is_some() == other.chain.is_some()
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
        let month = |regime: &Regime| {
            let LogGrowth { drift, volatility } = regime.growth[motion];
            libm::exp((drift + 0.5 * volatility * volatility) / 12.0)
        };
        match (self.chain, self.regimes.as_slice()) {
            (Some(chain), [calm, turbulent]) => chain.mean_product([month(calm), month(turbulent)], months),
            (_, regimes) => libm::pow(regimes.first().map_or(1.0, month), f64::from(months)),
        }
    }

    /// The normal law of a lognormal asset's log return over a year, in the long run: regimes weighted by how long they
    /// last. `motion` counts the lognormal assets.
    #[must_use]
    pub fn long_run(&self, motion: usize) -> LogGrowth {
        let turbulent = self.chain.map_or(0.0, Chain::stationary_turbulent);
        let weights = [1.0 - turbulent, turbulent];
        let of = |what: fn(LogGrowth) -> f64| {
            self.regimes
                .iter()
                .zip(weights)
                .fold(0.0, |sum, (regime, weight)| sum + weight * what(regime.growth[motion]))
        };
        let drift = of(|growth| growth.drift);
        // What a month's variance is made of: within regimes, and between their means.
        let within = of(|growth| growth.volatility * growth.volatility);
        let between = of(|growth| growth.drift * growth.drift) - drift * drift;
        LogGrowth { drift, volatility: (within + between / 12.0).sqrt() }
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
    pub convexity: f64,
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
    /// At `t = 0`.
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

/// The parameters of one regime.
#[derive(Debug, Clone, PartialEq)]
pub struct Regime {
    /// Growth of each lognormal asset.
    pub growth: Vec<LogGrowth>,
    /// Volatility of each factor, σ a year.
    pub factor_volatility: Vec<f64>,
    /// Correlations of the motions: lognormal assets, then factors.
    pub correlation: Array2<f64>,
}

/// The Markov chain of two regimes, which takes a step at each month-end (Hardy 2001, *North American Actuarial
/// Journal* 5(2)).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chain {
    /// Probability a month of leaving the calm regime, and of leaving the turbulent one.
    pub leave: [f64; 2],
    /// Probability of being in the turbulent regime in the first month.
    pub start_turbulent: f64,
}

impl Chain {
    /// The share of months in the turbulent regime in the long run.
    #[must_use]
    pub fn stationary_turbulent(self) -> f64 {
        self.leave[0] / (self.leave[0] + self.leave[1])
    }
}

impl Chain {
    /// `E Π d(regime of month m)` over so many months, the first month's regime drawn as in the long run: `π D (P
    /// D)^(n-1) 1`, `D` the diagonal of `d`. With `d` the mean growth of a month, the mean growth of an account.
    #[must_use]
    pub fn mean_product(self, d: [f64; 2], months: u32) -> f64 {
        let [leave, back] = self.leave;
        let turbulent = self.stationary_turbulent();
        let mut state = [(1.0 - turbulent) * d[0], turbulent * d[1]];
        for _ in 1..months {
            let [calm, turbulent] = state;
            state =
                [(calm * (1.0 - leave) + turbulent * back) * d[0], (calm * leave + turbulent * (1.0 - back)) * d[1]];
        }
        state[0] + state[1]
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
        degrees_of_freedom: f64,
    },
}

/// The normal law of an asset's log return over a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LogGrowth {
    /// `E ln(1 + R)` a year: `μ - σ²/2` of the geometric Brownian motion.
    pub drift: f64,
    /// Standard deviation of `ln(1 + R)` a year, σ.
    pub volatility: f64,
}

impl LogGrowth {
    /// The geometric expected return a year, `exp(E ln(1 + R)) - 1`.
    #[must_use]
    pub fn geometric(self) -> f64 {
        libm::expm1(self.drift)
    }

    /// The arithmetic expected return a year, `E[1 + R] - 1`.
    #[must_use]
    pub fn arithmetic(self) -> f64 {
        libm::expm1(self.drift + 0.5 * self.volatility * self.volatility)
    }
}
