//! Moments of the simulated months about the exact means, and what the law says they are.

use super::exact::{Exact, covariance};
use super::world::{Months, PathSeen};
use super::{Moment, MomentLine, mean, number};
use crate::plan::{AssetLaw, Copula, Diffusion, Factor, FactorKind, Law, Plan, Prices};

/// A path's means of powers and products, from the start to the horizon.
pub struct PathMoments {
    /// By asset: of deviations from the exact mean (from 0 where there is none) to the powers one to four, of a month's with the
    /// next, of a square's with the next, and of a year's growth.
    pub assets: Vec<[f64; 7]>,
    /// By pair of assets, of products of deviations: (1, 0), (2, 0), (2, 1), …
    pub pairs: Vec<f64>,
    /// Factors at the horizon.
    pub factors: Vec<f64>,
    /// Log growth of consumer prices over the horizon.
    pub inflation: Option<f64>,
}

/// By asset: its exact moments, where the law has them.
fn exact(plan: &Plan) -> Vec<Option<Exact>> {
    let Law::Diffusion(law) = &plan.market.law else { return vec![None; plan.market.assets.len()] };
    let mut motion = 0..;
    let laws = law.assets.iter().zip(&plan.market.assets);
    laws.map(|(law_of_asset, asset)| match law_of_asset {
        AssetLaw::Lognormal => Some(Exact::of(law, motion.next().unwrap_or(0), asset.expected_return_error)),
        AssetLaw::BondFund(_) => None,
    })
    .collect()
}

/// What one path comes to.
pub fn of_path(plan: &Plan, months: &Months, lane: usize) -> PathMoments {
    let horizon = plan.time.months as usize;
    let assets = plan.market.assets.len();
    let path = |series: usize| months.path(series, lane)[..horizon].to_vec();
    let deviations: Vec<Vec<f64>> = exact(plan)
        .into_iter()
        .enumerate()
        .map(|(asset, exact)| path(asset).into_iter().map(|log| log - exact.map_or(0.0, |exact| exact.mean)).collect())
        .collect();
    let product = |one: usize, other: usize| {
        let products = deviations[one].iter().zip(&deviations[other]).map(|(x, y)| x * y);
        products.fold(0.0, |sum, product| sum + product) / number(horizon)
    };
    PathMoments {
        assets: (0..assets).map(|asset| powers(&deviations[asset], &path(asset))).collect(),
        pairs: (0..assets).flat_map(|one| (0..one).map(move |other| (one, other))).map(|(i, j)| product(i, j)).collect(),
        factors: months.factors.iter().map(|levels| levels[lane]).collect(),
        inflation: (plan.market.prices == Prices::Simulated)
            .then(|| path(assets).into_iter().fold(0.0, |sum, log| sum + log)),
    }
}

fn powers(deviations: &[f64], logs: &[f64]) -> [f64; 7] {
    let mean = |sum: f64, count: usize| if count == 0 { f64::NAN } else { sum / number(count) };
    let sum = |f: &dyn Fn(f64) -> f64| mean(deviations.iter().fold(0.0, |sum, &x| sum + f(x)), deviations.len());
    let pairs = || deviations.iter().zip(deviations.iter().skip(1));
    let next = |f: &dyn Fn(f64, f64) -> f64| mean(pairs().fold(0.0, |sum, (&x, &y)| sum + f(x, y)), pairs().len());
    let years = logs.chunks_exact(12);
    let growth = years.clone().fold(0.0, |sum, year| sum + libm::exp(year.iter().fold(0.0, |sum, log| sum + log)));
    [
        sum(&|x| x),
        sum(&|x| x * x),
        sum(&|x| x * x * x),
        sum(&|x| x * x * x * x),
        next(&|x, y| x * y),
        next(&|x, y| x * x * y * y),
        mean(growth, years.len()),
    ]
}

/// A line for each moment.
pub fn lines(plan: &Plan, seen: &[Vec<PathSeen>]) -> Vec<MomentLine> {
    let mut lines = Vec::new();
    let exact = exact(plan);
    for (asset, exact) in exact.iter().enumerate() {
        lines.extend(of_asset(&plan.market.assets[asset].name, *exact, |power| {
            mean(seen.iter().flatten().map(|path| path.moments.assets[asset][power]))
        }));
    }
    if let Law::Diffusion(law) = &plan.market.law {
        lines.extend(correlations(plan, law, &exact, seen));
        lines.extend(factors(plan, law, seen));
    }
    lines
}

fn of_asset(name: &str, exact: Option<Exact>, found: impl Fn(usize) -> crate::stats::Estimate) -> Vec<MomentLine> {
    let Some(exact) = exact else {
        let line = |moment, power: usize, scale: f64| MomentLine { of: name.to_owned(), moment, found: found(power).scaled(scale), exact: None };
        return vec![line(Moment::MeanLog, 0, 12.0), MomentLine { found: shifted(found(6), -1.0), ..line(Moment::ArithmeticReturn, 6, 1.0) }];
    };
    let [m2, m3, m4] = exact.central;
    let line = |moment, found, exact| MomentLine { of: name.to_owned(), moment, found, exact: Some(exact) };
    let mut lines = vec![
        line(Moment::MeanLog, shifted(found(0).scaled(12.0), 12.0 * exact.mean), 12.0 * exact.mean),
        line(Moment::Volatility, found(1).scaled(12.0).map(f64::sqrt), (12.0 * m2).sqrt()),
        line(Moment::ArithmeticReturn, shifted(found(6), -1.0), exact.growth_12_months - 1.0),
    ];
    if m2 > 0.0 {
        let (cube, square, squares) = (1.0 / (m2 * m2.sqrt()), 1.0 / (m2 * m2), 1.0 / (m4 - m2 * m2));
        lines.extend([
            line(Moment::Skew, found(2).scaled(cube), m3 * cube),
            line(Moment::ExcessKurtosis, shifted(found(3).scaled(square), -3.0), m4 * square - 3.0),
            line(Moment::Autocorrelation, found(4).scaled(1.0 / m2), exact.lagged / m2),
            line(
                Moment::AutocorrelationOfSquares,
                shifted(found(5), -m2 * m2).scaled(squares),
                exact.lagged_squares * squares,
            ),
        ]);
    }
    lines
}

/// An estimate and a number.
fn shifted(estimate: crate::stats::Estimate, by: f64) -> crate::stats::Estimate {
    let interval = estimate.interval.map(|bound| bound + by);
    crate::stats::Estimate { value: estimate.value + by, interval, ..estimate }
}

/// Correlations of lognormal assets; under a t copula that of the numbers it ties together is another than the matrix's, and has
/// no closed form.
fn correlations(plan: &Plan, law: &Diffusion, exact: &[Option<Exact>], seen: &[Vec<PathSeen>]) -> Vec<MomentLine> {
    let motions: Vec<usize> = law.lognormal_assets().collect();
    let mut lines = Vec::new();
    for (one, &first) in motions.iter().enumerate() {
        for (other, &second) in motions[..one].iter().enumerate() {
            let variance = |asset: usize| exact[asset].map_or(f64::NAN, |exact| exact.central[0]);
            let scale = 1.0 / (variance(first) * variance(second)).sqrt();
            if !scale.is_finite() {
                continue;
            }
            let pair = first * (first - 1) / 2 + second;
            lines.push(MomentLine {
                of: format!("{}, {}", plan.market.assets[second].name, plan.market.assets[first].name),
                moment: Moment::Correlation,
                found: mean(seen.iter().flatten().map(|path| path.moments.pairs[pair])).scaled(scale),
                exact: (law.copula == Copula::Normal).then(|| covariance(law, one, other) * scale),
            });
        }
    }
    lines
}

fn factors(plan: &Plan, law: &Diffusion, seen: &[Vec<PathSeen>]) -> Vec<MomentLine> {
    let years = plan.time.years();
    let turbulent = law.chain.map_or(0.0, crate::plan::Chain::stationary_turbulent);
    let mut lines = Vec::new();
    for (place, factor) in law.factors.iter().enumerate() {
        let Factor { kind, start, mean: level, reversion, .. } = *factor;
        let weights = [1.0 - turbulent, turbulent];
        let regimes = law.regimes.iter().zip(weights);
        let square = regimes.fold(0.0, |sum, (regime, weight)| sum + weight * regime.factor_volatility[place] * regime.factor_volatility[place]);
        let exact_mean = level + (start - level) * libm::exp(-reversion * years);
        let variance = square * crate::market::mean_reverting::loading(2.0 * reversion, years);
        let at_horizon = || seen.iter().flatten().map(move |path| path.moments.factors[place]);
        let line = |moment, found, exact| MomentLine { of: kind.name().to_owned(), moment, found, exact: Some(exact) };
        lines.push(line(Moment::FactorMean, mean(at_horizon()), exact_mean));
        let squares = at_horizon().map(|level| (level - exact_mean) * (level - exact_mean));
        lines.push(line(Moment::FactorDeviation, mean(squares).map(f64::sqrt), variance.sqrt()));
        if kind == FactorKind::Inflation {
            let grown = mean(seen.iter().flatten().filter_map(|path| path.moments.inflation)).scaled(1.0 / years);
            let distance = (start - level) * crate::market::mean_reverting::loading(reversion, years);
            lines.push(line(Moment::MeanInflation, grown, level + distance / years));
        }
    }
    lines
}
