//! Moments of the simulated months about the exact means, and what the law says they are.

use super::exact::{ExactMoments, Expected};
use super::lines::{Moment, MomentLine, mean};
use super::path::{Months, PathMoments, PathSums};
use super::powers::{MOMENTS, powers, product};
use crate::plan::{Diffusion, FactorKind, Plan, Prices};
use crate::stats::Estimate;
use crate::units::Rate;

/// The moments of one path.
pub fn of_path(plan: &Plan, expected: &Expected, months: &Months, lane: usize) -> PathMoments {
    let horizon = plan.time.months() as usize;
    let assets = plan.market.assets.len();
    let path = |series: usize| months.path(series, lane)[..horizon].to_vec();
    let around =
        |(asset, exact): (usize, &ExactMoments)| path(asset).into_iter().map(|log| log - exact.centre).collect();
    let deviations: Vec<Vec<f64>> = expected.assets.iter().enumerate().map(around).collect();
    PathMoments {
        assets: (0..assets).map(|asset| powers(&deviations[asset], &path(asset))).collect(),
        pairs: (0..assets)
            .flat_map(|one| (0..one).map(move |other| (one, other)))
            .map(|(i, j)| product(&deviations[i], &deviations[j]))
            .collect(),
        factors: months.factors.iter().map(|levels| levels[lane]).collect(),
        inflation: (plan.market.prices == Prices::Simulated)
            .then(|| path(assets).into_iter().fold(0.0, |sum, log| sum + log)),
    }
}

/// A line for each moment.
pub fn lines(plan: &Plan, expected: &Expected, seen: &[Vec<PathSums>]) -> Vec<MomentLine> {
    let series: Vec<AssetMoments> = (0..expected.assets.len())
        .map(|asset| {
            let paths = seen.iter().flatten().map(|path| path.moments.assets[asset]).collect();
            AssetMoments::new(plan.market.assets[asset].name.clone(), expected.assets[asset], paths)
        })
        .collect();
    let mut lines: Vec<MomentLine> = series.iter().flat_map(AssetMoments::lines).collect();
    let pairs = (0..series.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
    for (place, (one, other)) in pairs.enumerate() {
        let products = seen.iter().flatten().map(|path| path.moments.pairs[place]);
        lines.extend(series[one].correlation(&series[other], products, expected.products[place]));
    }
    if let Some(law) = plan.market.law.diffusion() {
        lines.extend(factors(plan, law, seen));
    }
    if let Some(exact) = expected.inflation {
        let years = plan.time.years();
        let grown = mean(seen.iter().flatten().filter_map(|path| path.moments.inflation)).scaled(1.0 / years);
        let of = FactorKind::Inflation.name().to_owned();
        lines.push(MomentLine { of, moment: Moment::MeanInflation, found: grown, exact: Some(12.0 * exact) });
    }
    lines
}

/// Below such a variance a month's return is the same on all paths but for rounding.
const STILL: f64 = 1e-18;

/// An asset's moments on all paths.
struct AssetMoments {
    name: String,
    exact: ExactMoments,
    paths: Vec<[f64; MOMENTS]>,
    /// The mean deviation: 0, or as found where the exact mean is not known.
    mean: f64,
    /// The variance, exact or as found.
    variance: f64,
}

impl AssetMoments {
    fn new(name: String, exact: ExactMoments, paths: Vec<[f64; MOMENTS]>) -> Self {
        let found = |power: usize| mean(paths.iter().map(|path| path[power])).value;
        let centre = exact.moments[0].map_or_else(|| found(0), |_| 0.0);
        let variance = exact.moments[1].unwrap_or_else(|| found(1) - centre * centre);
        Self { name, exact, paths, mean: centre, variance }
    }

    /// A path's second to fourth moment about the mean; with a mean that was found, what its own error adds.
    fn central(&self, path: &[f64; MOMENTS]) -> [f64; 3] {
        let (m, [p1, p2, p3, p4, ..]) = (self.mean, *path);
        [
            p2 - 2.0 * m * p1 + m * m,
            p3 - 3.0 * m * p2 + 3.0 * m * m * p1 - m * m * m,
            p4 - 4.0 * m * p3 + 6.0 * m * m * p2 - 4.0 * m * m * m * p1 + m * m * m * m,
        ]
    }

    /// The mean of a ratio's linear part: `n / d - r (d_i / d - 1)` with `r` the ratio of the means. `d_i` is constant
    /// where it is known.
    fn ratio(&self, above: impl Fn(&[f64; MOMENTS]) -> f64, below: impl Fn(&[f64; MOMENTS]) -> f64) -> Estimate {
        let of = |f: &dyn Fn(&[f64; MOMENTS]) -> f64| mean(self.paths.iter().map(f)).value;
        let (n, d) = (of(&above), of(&below));
        mean(self.paths.iter().map(|path| above(path) / d - n / d * (below(path) / d - 1.0)))
    }

    fn line(&self, moment: Moment, found: Estimate, exact: Option<f64>) -> MomentLine {
        MomentLine { of: self.name.clone(), moment, found, exact }
    }

    fn lines(&self) -> Vec<MomentLine> {
        let centre = self.exact.centre;
        let [e1, e2, e3, e4, lagged, squares, growth] = self.exact.moments;
        let found = |power: usize| mean(self.paths.iter().map(|path| path[power]));
        let second = mean(self.paths.iter().map(|path| self.central(path)[0]));
        let volatility = second.scaled(12.0).map(f64::sqrt);
        let mut lines = vec![
            self.line(
                Moment::MeanLog,
                shifted(found(0).scaled(12.0), 12.0 * centre),
                e1.map(|mean| 12.0 * (centre + mean)),
            ),
            self.line(Moment::Volatility, volatility, e2.map(|variance| (12.0 * variance).sqrt())),
            self.line(Moment::ArithmeticReturn, shifted(found(6), -1.0), growth.map(|growth| growth - 1.0)),
        ];
        let m2 = self.variance;
        if m2 > STILL {
            let all = |exact: Option<f64>, f: &dyn Fn(f64, f64) -> f64| exact.zip(e2).map(|(x, m2)| f(x, m2));
            let [skew, kurtosis, next, next_square] = self.shapes();
            let of_squares = squares.zip(e4).zip(e2).map(|((both, m4), m2)| (both - m2 * m2) / (m4 - m2 * m2));
            lines.extend([
                self.line(Moment::Skew, skew, all(e3, &|m3, m2| m3 / (m2 * m2.sqrt()))),
                self.line(Moment::ExcessKurtosis, shifted(kurtosis, -3.0), all(e4, &|m4, m2| m4 / (m2 * m2) - 3.0)),
                self.line(Moment::Autocorrelation, next, all(lagged, &|both, m2| both / m2)),
                self.line(Moment::AutocorrelationOfSquares, next_square, of_squares),
            ]);
        }
        lines
    }

    /// Skewness, kurtosis, and the correlations of months and of their squares with the next.
    fn shapes(&self) -> [Estimate; 4] {
        let (m, m2, [_, e2, _, e4, ..]) = (self.mean, self.variance, self.exact.moments);
        let third = mean(self.paths.iter().map(|path| self.central(path)[1])).value;
        let fourth = e4.unwrap_or_else(|| mean(self.paths.iter().map(|path| self.central(path)[2])).value);
        // The error of a mean that was found, and of a variance: as the first derivative has them.
        let off = |path: &[f64; MOMENTS]| if self.exact.moments[0].is_some() { 0.0 } else { path[0] - m };
        let wider = |path: &[f64; MOMENTS]| if e2.is_some() { 0.0 } else { self.central(path)[0] / m2 - 1.0 };
        let thicker = |path: &[f64; MOMENTS]| if e4.is_some() { fourth } else { self.central(path)[2] };
        [
            self.ratio(
                |path| self.central(path)[1] - 3.0 * m2 * off(path),
                |path| m2 * m2.sqrt() * (1.0 + 1.5 * wider(path)),
            ),
            self.ratio(
                |path| self.central(path)[2] - 4.0 * third * off(path),
                |path| m2 * m2 * (1.0 + 2.0 * wider(path)),
            ),
            self.ratio(|path| path[4] - 2.0 * m * path[0] + m * m, |path| m2 * (1.0 + wider(path))),
            self.ratio(
                |path| path[5] - m2 * m2 * (1.0 + 2.0 * wider(path)),
                |path| thicker(path) - m2 * m2 * (1.0 + 2.0 * wider(path)),
            ),
        ]
    }

    /// The correlation with an asset before this one; none where one of the two stands still.
    fn correlation(&self, other: &Self, products: impl Iterator<Item = f64>, exact: Option<f64>) -> Option<MomentLine> {
        if self.variance <= STILL || other.variance <= STILL {
            return None;
        }
        let paths = || self.paths.iter().zip(&other.paths);
        // Over the sample's own deviations: so it is no correlation beyond 1.
        let square = |series: &Self| mean(series.paths.iter().map(|path| series.central(path)[0])).value;
        let [own, others] = [square(self), square(other)];
        let scale = 1.0 / (own * others).sqrt();
        let found = products
            .zip(paths())
            .map(|(product, (one, two))| product - self.mean * two[0] - other.mean * one[0] + self.mean * other.mean);
        let found: Vec<f64> = found.collect();
        let correlation = scale * mean(found.iter().copied()).value;
        let wider = |series: &Self, square: f64, path: &[f64; MOMENTS]| series.central(path)[0] / square - 1.0;
        let linear = found.iter().zip(paths()).map(|(product, (one, two))| {
            scale * product - 0.5 * correlation * (wider(self, own, one) + wider(other, others, two))
        });
        Some(MomentLine {
            of: format!("{}, {}", other.name, self.name),
            moment: Moment::Correlation,
            found: mean(linear),
            exact: exact.map(|product| product / (self.variance * other.variance).sqrt()),
        })
    }
}

/// An estimate and a number.
fn shifted(estimate: Estimate, by: f64) -> Estimate {
    let interval = estimate.interval.map(|bound| bound + by);
    Estimate { value: estimate.value + by, interval, ..estimate }
}

fn factors(plan: &Plan, law: &Diffusion, seen: &[Vec<PathSums>]) -> Vec<MomentLine> {
    let years = plan.time.years();
    let turbulent = law.chain().map_or(0.0, |chain| chain.stationary_turbulent().get());
    let mut lines = Vec::new();
    for (place, factor) in law.factors().iter().enumerate() {
        let [start, level] = [factor.start, factor.mean].map(Rate::get);
        let (kind, reversion) = (factor.kind, factor.reversion.get());
        let weights = [1.0 - turbulent, turbulent];
        let regimes = law.regimes().iter().zip(weights);
        let square = regimes.fold(0.0, |sum, (regime, weight)| {
            let volatility = regime.factor_volatility()[place].get();
            sum + weight * volatility * volatility
        });
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
