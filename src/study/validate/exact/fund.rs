//! A bond fund's months, by quadrature.
//!
//! Growth over a month is `c + L - D b Δx + ½ C (b Δx)²`. Here `Δx` is the short rate's move, `b` the slope of the
//! fund's yield in it, and `c` constant. `L` is linear in the rate's integral and in the credit spread. Given `Δx`, `L`
//! is normal: two independent standard normal numbers carry the month. The trapezoidal rule over both, at steps of ½
//! out to 8, misses less than 1e-14 (Trefethen & Weideman 2014, *The Exponentially Convergent Trapezoidal Rule*, SIAM
//! Review 56(3)). A month's law depends on how far its start is from the run's, since the rate begins at a level known.
//! The moments are averages over the months of the run.
//!
//! Only one month has exact moments. How months follow each other, twelve months' growth and correlations with other
//! assets have no closed form. Two regimes have none either, where the rate is a mixture of normal laws. The same holds
//! under a t copula, and with several steps a month.

use super::expected::ExactMoments;
use crate::market::mean_reverting::{Response, YieldCurve, loading};
use crate::numerics::real;
use crate::plan::{BondFund, Copula, Diffusion, Factor, FactorKind, TimeGrid};
use crate::study::validate::powers::MOMENTS;
use crate::units::{Rate, Years};

/// A factor that a fund follows: the process, its volatility, and what counts of its move and of its integral in the
/// fund's growth.
struct FundFactor<'a> {
    factor: &'a Factor,
    volatility: f64,
    of_move: f64,
    of_integral: f64,
}

/// The joint normal law, over a month, of the rate's move and of what is linear beside it.
struct MonthLaw {
    /// Means of Δx and of L.
    means: [f64; 2],
    /// Variance of Δx, covariance, variance of L.
    covariance: [f64; 3],
}

/// Mean and central moments of a fund's month.
pub fn exact(fund: &BondFund, law: &Diffusion, time: TimeGrid) -> ExactMoments {
    let place = law.factor(FactorKind::ShortRate).unwrap_or(0);
    let volatility = law.regimes()[0].factor_volatility()[place].get();
    let duration = fund.duration.get();
    let curve = YieldCurve::at(&law.factors()[place], volatility, duration);
    let carry = YieldCurve::carry_at(&law.factors()[place], volatility, duration);
    let constant = 1.0 + (carry.constant + fund.spread.get()) / 12.0;
    // Roughly, where no better is known.
    let usual = libm::log(constant + carry.slope * law.factors()[place].mean.get() / 12.0);
    let unknown = ExactMoments { centre: usual, moments: [None; MOMENTS] };
    if law.regimes().len() > 1 || law.copula() != Copula::Normal || time.steps_per_month() > 1 {
        return unknown;
    }
    let rise = [-duration * curve.slope, 0.5 * fund.convexity.get() * curve.slope * curve.slope];
    let logs = |month: u32| {
        let law = month_of(fund, law, carry.slope, month);
        law.logs(|moved, rest| libm::log(constant + rest + rise[0] * moved + rise[1] * moved * moved))
    };
    let months: Vec<Vec<[f64; 2]>> = (0..time.months()).map(logs).collect();
    // A fund that may lose all of its value in a month.
    if months.iter().flatten().any(|[_, log]| !log.is_finite()) {
        return unknown;
    }
    let mean = |f: &dyn Fn(f64) -> f64| {
        let month = |nodes: &Vec<[f64; 2]>| nodes.iter().fold(0.0, |sum, &[weight, log]| sum + weight * f(log));
        months.iter().fold(0.0, |sum, nodes| sum + month(nodes)) / real(months.len())
    };
    let centre = mean(&|log| log);
    let power = |k: i32| Some(mean(&|log| (0..k).fold(1.0, |product, _| product * (log - centre))));
    ExactMoments { centre, moments: [Some(0.0), power(2), power(3), power(4), None, None, None] }
}

/// The joint law of the rate's move and of all that is linear beside it, over the month that begins after so many.
fn month_of(fund: &BondFund, law: &Diffusion, carry: f64, after: u32) -> MonthLaw {
    let source = |kind: FactorKind, of_move: f64, of_integral: f64| {
        let place = law.factor(kind)?;
        let volatility = law.regimes()[0].factor_volatility()[place].get();
        Some((place, FundFactor { factor: &law.factors()[place], volatility, of_move, of_integral }))
    };
    let rate = source(FactorKind::ShortRate, 0.0, carry);
    let spread_duration = fund.spread_duration.map_or(0.0, Years::get);
    let share = spread_duration / fund.duration.get();
    let spread = source(FactorKind::CreditSpread, -spread_duration, share).filter(|_| share > 0.0);
    let sources: Vec<(usize, FundFactor)> = rate.into_iter().chain(spread).collect();
    let motion = law.lognormal_assets().count();
    let correlation = |one: usize, other: usize| law.regimes()[0].correlation()[(motion + one, motion + other)];
    let before = f64::from(after) / 12.0;
    let mut month = MonthLaw { means: [0.0; 2], covariance: [0.0; 3] };
    for (index, (place, source)) in sources.iter().enumerate() {
        let [moved, integral] = source.means(before);
        month.means[1] += source.of_move * moved + source.of_integral * integral;
        if index == 0 {
            month.means[0] = moved;
        }
        for (second, (other_place, other)) in sources.iter().enumerate() {
            let scale = correlation(*place, *other_place) * source.volatility * other.volatility;
            // Rows: the move and the integral of the one; columns: of the other.
            let joint = source.covariances(other, before).map(|row| row.map(|covariance| scale * covariance));
            let rest = |row: [f64; 2]| other.of_move * row[0] + other.of_integral * row[1];
            if index == 0 {
                month.covariance[1] += rest(joint[0]);
                if second == 0 {
                    month.covariance[0] = joint[0][0];
                }
            }
            month.covariance[2] += source.of_move * rest(joint[0]) + source.of_integral * rest(joint[1]);
        }
    }
    month
}

/// A month in years.
const STEP: f64 = 1.0 / 12.0;

impl FundFactor<'_> {
    /// Mean move and mean integral over a month that begins after so many years.
    fn means(&self, before: f64) -> [f64; 2] {
        let [start, mean] = [self.factor.start, self.factor.mean].map(Rate::get);
        let reversion = self.factor.reversion.get();
        let distance = (start - mean) * libm::exp(-reversion * before);
        let integral = loading(reversion, STEP);
        [-reversion * integral * distance, mean * STEP + integral * distance]
    }

    /// Covariances of move and integral with another's, for a correlation and volatilities of one. They come from what
    /// the level at the month's start contributes, and from the month's own noise.
    fn covariances(&self, other: &Self, before: f64) -> [[f64; 2]; 2] {
        let (one, two) = (self.factor.reversion.get(), other.factor.reversion.get());
        let start = loading(one + two, before);
        let slopes = |reversion: f64| [-reversion * loading(reversion, STEP), loading(reversion, STEP)];
        let responses = |reversion: f64| [Response::level(reversion), Response::integral(reversion)];
        [0, 1].map(|row| {
            [0, 1].map(|column| {
                slopes(one)[row] * slopes(two)[column] * start
                    + responses(one)[row].covariance(responses(two)[column], STEP)
            })
        })
    }
}

impl MonthLaw {
    /// Weights, and logarithms of the growth that `log` makes of the move and the rest.
    fn logs(&self, log: impl Fn(f64, f64) -> f64) -> Vec<[f64; 2]> {
        let [moves, both, rest] = self.covariance;
        let deviation = moves.sqrt();
        let slope = if deviation > 0.0 { both / deviation } else { 0.0 };
        let left = (rest - slope * slope).max(0.0).sqrt();
        let nodes = (-16..=16).map(|node| {
            let z = 0.5 * f64::from(node);
            (z, 0.5 * libm::exp(-0.5 * z * z) / std::f64::consts::TAU.sqrt())
        });
        let nodes: Vec<(f64, f64)> = nodes.collect();
        let pairs = nodes.iter().flat_map(|one| nodes.iter().map(move |other| (one, other)));
        pairs
            .map(|(&(z, weight), &(other, other_weight))| {
                let moved = self.means[0] + deviation * z;
                let linear = self.means[1] + slope * z + left * other;
                [weight * other_weight, log(moved, linear)]
            })
            .collect()
    }
}
