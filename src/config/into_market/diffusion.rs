//! Assets and factors driven by correlated Brownian motions, from their keys.

use indexmap::IndexMap;

use super::correlations::PairNames;
use super::log_growth;
use crate::config::into_plan::Reader;
use crate::config::schema::{
    AssetConfig, CopulaConfig, ExpectedReturnConfig, FactorsConfig, FundConfig, LognormalConfig, Pairs, RegimeConfig,
    RegimeSwitchingConfig, RegimesConfig, SimulatedAsset, StartRegime,
};
use crate::plan::{
    AssetClass, AssetLaw, BondFund, Chain, Copula, Diffusion, Factor, FactorKind, LogGrowth, Regime, Regimes, TimeGrid,
};
use crate::texts::message;
use crate::units::{Deviation, Drift, Rate, Reversion, Share, Volatility};

type Assets = IndexMap<String, AssetConfig<SimulatedAsset>>;

/// The parts that a world's regimes share: the assets, the factors with their own volatilities, and the copula.
struct Motions {
    assets: Vec<AssetLaw>,
    factors: Vec<Factor>,
    volatility: Vec<Volatility>,
    copula: Copula,
}

impl Motions {
    fn in_regimes(self, regimes: Regimes) -> Option<Diffusion> {
        Diffusion::new(self.assets, self.factors, regimes, self.copula)
    }
}

impl Reader<'_> {
    pub(super) fn lognormal(&mut self, config: &LognormalConfig, time: TimeGrid) -> Option<Diffusion> {
        let motions = self.motions(&config.assets, &config.factors, time)?;
        let assets = without_funds(&config.assets);
        let growth = assets.iter().map(|(name, asset)| self.growth(name, asset)).collect::<Vec<_>>();
        let growth = growth.into_iter().collect::<Option<_>>()?;
        let key = "market.correlations";
        let volatility = motions.volatility.clone();
        let regime = self.regime(key, &config.correlations, &assets, growth, (&motions.factors, volatility))?;
        motions.in_regimes(Regimes::One(regime))
    }

    pub(super) fn regime_switching(&mut self, config: &RegimeSwitchingConfig, time: TimeGrid) -> Option<Diffusion> {
        let motions = self.motions(&config.assets, &config.factors, time)?;
        let assets = without_funds(&config.assets);
        let regimes = self.two_regimes(&config.regimes, &assets, &motions)?;
        let mut law = motions.in_regimes(regimes)?;
        for (motion, (name, asset)) in assets.iter().enumerate() {
            self.centre(name, asset, motion, &mut law)?;
        }
        Some(law)
    }

    fn motions(&mut self, assets: &Assets, config: &FactorsConfig, time: TimeGrid) -> Option<Motions> {
        let laws = assets.iter().map(|(name, asset)| self.asset_law(name, asset, config)).collect::<Vec<_>>();
        let copula = self.copula(config.copula, time);
        let (factors, volatility) = factors(config);
        let assets = laws.into_iter().collect::<Option<_>>()?;
        Some(Motions { assets, factors, volatility, copula })
    }

    /// A regime with its correlations.
    fn regime(
        &mut self,
        key: &str,
        pairs: &Pairs,
        assets: &[(&str, &SimulatedAsset)],
        growth: Vec<LogGrowth>,
        (factors, factor_volatility): (&[Factor], Vec<Volatility>),
    ) -> Option<Regime> {
        let names: Vec<&str> = assets.iter().map(|(name, _)| *name).collect();
        let factors: Vec<&str> = factors.iter().map(|factor| factor.kind.name()).collect();
        let moves: Vec<Volatility> =
            growth.iter().map(|growth| growth.volatility).chain(factor_volatility.iter().copied()).collect();
        let correlation = self.correlations(key, pairs, &PairNames { assets: &names, factors: &factors }, &moves)?;
        Regime::new(growth, factor_volatility, correlation)
    }

    fn asset_law(
        &mut self,
        name: &str,
        asset: &AssetConfig<SimulatedAsset>,
        market: &FactorsConfig,
    ) -> Option<AssetLaw> {
        let SimulatedAsset { expected_return, volatility, expected_return_error, .. } = &asset.law;
        let Some(fund) = &asset.law.fund else { return Some(AssetLaw::Lognormal) };
        let key = format!("market.assets.{name}.fund");
        if asset.class != AssetClass::FixedIncome {
            self.problem(&key, message!(fund_among_equities), "class = \"fixed-income\"");
        }
        if expected_return.is_some() || volatility.is_some() || expected_return_error.is_some() {
            self.problem(&key, message!(fund_beside_return), message!(fund_alone));
        }
        if market.short_rate.is_none() {
            self.problem(&key, message!(fund_without_rate), "[market.short_rate]");
            return None;
        }
        if fund.spread_duration.is_some() && market.credit_spread.is_none() {
            let key = format!("{key}.spread_duration");
            self.problem(&key, message!(fund_without_spread), "[market.credit_spread]");
        }
        Some(AssetLaw::BondFund(bond_fund(fund)))
    }

    fn copula(&mut self, config: Option<CopulaConfig>, time: TimeGrid) -> Copula {
        let Some(config) = config else { return Copula::Normal };
        if time.steps_per_month() != 1 {
            self.problem("market.copula", message!(copula_steps), message!(copula_monthly));
        }
        let CopulaConfig::T { degrees_of_freedom } = config;
        Copula::StudentT { degrees_of_freedom }
    }

    /// The normal law of an asset's log return in a world of one regime.
    fn growth(&mut self, name: &str, asset: &SimulatedAsset) -> Option<LogGrowth> {
        let key = &format!("market.assets.{name}");
        let Some(expected) = asset.expected_return else {
            let allowed = message!(for_one, example = "expected_return = { geometric = 0.05 }");
            self.problem(key, message!(asset_without, key = "expected_return"), allowed);
            return None;
        };
        let Some(volatility) = asset.volatility else {
            let allowed = message!(for_one, example = "volatility = { log = 0.15 }");
            self.problem(key, message!(asset_without, key = "volatility"), allowed);
            return None;
        };
        Some(log_growth(expected, volatility))
    }

    fn two_regimes(
        &mut self,
        config: &RegimesConfig,
        assets: &[(&str, &SimulatedAsset)],
        motions: &Motions,
    ) -> Option<Regimes> {
        let [calm, turbulent] = [("calm", &config.calm), ("turbulent", &config.turbulent)]
            .map(|(name, regime)| self.one_of_two(name, regime, assets, motions));
        let chain = Chain::new([config.calm.leave_per_month, config.turbulent.leave_per_month]);
        let chain = match config.start {
            StartRegime::Stationary => chain,
            StartRegime::Calm => chain.starting_turbulent(Share::ZERO),
            StartRegime::Turbulent => chain.starting_turbulent(Share::WHOLE),
        };
        Some(Regimes::Two([calm?, turbulent?], chain))
    }

    fn one_of_two(
        &mut self,
        name: &str,
        config: &RegimeConfig,
        assets: &[(&str, &SimulatedAsset)],
        Motions { factors: known, volatility, .. }: &Motions,
    ) -> Option<Regime> {
        let key = format!("market.regimes.{name}");
        let names: Vec<String> = assets.iter().map(|(name, _)| (*name).to_owned()).collect();
        for unknown in config.assets.keys().filter(|name| !names.contains(name)) {
            self.unknown_name(&format!("{key}.assets.{unknown}"), unknown, names.iter());
        }
        let factors: Vec<String> = known.iter().map(|factor| factor.kind.name().to_owned()).collect();
        for unknown in config.factor_volatility.keys().filter(|name| !factors.contains(name)) {
            self.unknown_name(&format!("{key}.factor_volatility.{unknown}"), unknown, factors.iter());
        }
        let mut growth = Vec::new();
        for name in &names {
            if let Some(asset) = config.assets.get(name) {
                let volatility = Volatility::nearest(asset.volatility.get());
                growth.push(LogGrowth { drift: Drift::nearest(asset.log_mean.get()), volatility });
            } else {
                let example = format!("assets.{name} = {{ log_mean = 0.1, volatility = 0.12 }}");
                self.problem(&key, message!(nothing_of, name), message!(for_one, example));
            }
        }
        if growth.len() < names.len() {
            return None;
        }
        let own = factors.iter().zip(volatility);
        let volatility = own
            .map(|(name, &own)| config.factor_volatility.get(name).map_or(own, |other| in_regime(name, *other, known)));
        self.regime(&format!("{key}.correlations"), &config.correlations, assets, growth, (known, volatility.collect()))
    }

    /// Moves an asset's means in both regimes alike, so that its expected return holds in the long run.
    fn centre(&mut self, name: &str, asset: &SimulatedAsset, motion: usize, law: &mut Diffusion) -> Option<()> {
        let key = format!("market.assets.{name}");
        if asset.volatility.is_some() {
            self.problem(
                &format!("{key}.volatility"),
                message!(volatility_beside_regimes),
                message!(volatility_in_regimes),
            );
        }
        let Some(expected) = asset.expected_return else { return Some(()) };
        let wanted = |rate: Rate| libm::log1p(rate.get());
        let shift = match expected {
            ExpectedReturnConfig::Geometric(rate) => wanted(rate) - law.long_run(motion).drift.get(),
            ExpectedReturnConfig::Arithmetic(rate) => wanted(rate) - libm::log(law.mean_growth(motion, 12)),
            ExpectedReturnConfig::ContinuousArithmetic(_) => {
                let key = format!("{key}.expected_return");
                self.problem(&key, message!(continuous_not_in_regimes), message!(geometric_or_arithmetic));
                return None;
            }
        };
        law.shift(motion, shift);
        Some(())
    }
}

/// The assets that have a law of their own.
fn without_funds(assets: &Assets) -> Vec<(&str, &SimulatedAsset)> {
    let own = assets.iter().filter(|(_, asset)| asset.law.fund.is_none());
    own.map(|(name, asset)| (name.as_str(), &asset.law)).collect()
}

fn bond_fund(config: &FundConfig) -> BondFund {
    BondFund {
        duration: config.duration,
        convexity: config.effective_convexity(),
        spread: config.spread,
        spread_duration: config.spread_duration,
    }
}

/// The factors that a market has, in the order of their motions, with their volatilities in continuous time.
fn factors(config: &FactorsConfig) -> (Vec<Factor>, Vec<Volatility>) {
    let short_rate = config.short_rate.as_ref().map(|rate| {
        let factor = Factor {
            kind: FactorKind::ShortRate,
            start: rate.start,
            mean: rate.mean,
            reversion: rate.reversion,
            premium: rate.premium,
        };
        (factor, Volatility::nearest(rate.volatility.get()))
    });
    let credit_spread = config.credit_spread.as_ref().map(|spread| {
        let (start, reversion) = (spread.start, spread.reversion);
        (
            Factor { kind: FactorKind::CreditSpread, start, mean: Rate::ZERO, reversion, premium: Rate::ZERO },
            Volatility::nearest(spread.volatility.get()),
        )
    });
    let inflation = config.inflation.as_ref().map(|inflation| {
        let reversion = Reversion::of_persistence(inflation.persistence);
        let (start, mean) = (inflation.start, inflation.mean);
        let factor = Factor { kind: FactorKind::Inflation, start, mean, reversion, premium: Rate::ZERO };
        (factor, continuous(inflation.volatility, inflation.persistence))
    });
    [short_rate, credit_spread, inflation].into_iter().flatten().unzip()
}

/// The volatility in continuous time of a process whose yearly innovation has this deviation, σ. Its square is `σ² (1 -
/// φ²) / 2κ` with `κ = -ln φ`.
fn continuous(deviation: Deviation, persistence: f64) -> Volatility {
    let of_one = (-2.0 * libm::log(persistence) / (1.0 - persistence * persistence)).sqrt();
    Volatility::nearest(deviation.get() * of_one)
}

/// A factor's volatility in a regime, in continuous time: inflation's is given as a year's.
fn in_regime(name: &str, deviation: Deviation, factors: &[Factor]) -> Volatility {
    let given = Volatility::nearest(deviation.get());
    let Some(factor) = factors.iter().find(|factor| factor.kind.name() == name) else { return given };
    match factor.kind {
        FactorKind::Inflation => continuous(deviation, libm::exp(-factor.reversion.get())),
        FactorKind::ShortRate | FactorKind::CreditSpread => given,
    }
}
