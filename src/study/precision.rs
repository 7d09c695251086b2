//! How many paths a figure takes to be known to a wanted precision.

use std::str::FromStr;

use crate::lanes::LANES;
use crate::plan::{Law, Plan};
use crate::stats::Estimate;
use crate::stats::probability::real;

/// A precision wanted of a figure: half the width of its 95 % interval at most, in the figure's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Precision {
    /// The figure's name.
    pub figure: String,
    /// Half the width.
    pub half_width: f64,
}

/// A text that states no precision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found \"{found}\", allowed: FIGURE=HALF-WIDTH above 0 (pools.long.breach.ex_post.y10=0.001)")]
pub struct NotAPrecision {
    found: String,
}

impl FromStr for Precision {
    type Err = NotAPrecision;

    fn from_str(text: &str) -> Result<Self, NotAPrecision> {
        let parse = || {
            let (figure, half_width) = text.split_once('=')?;
            let half_width: f64 = half_width.trim().parse().ok()?;
            let figure = figure.trim().to_owned();
            (half_width.is_finite() && half_width > 0.0 && !figure.is_empty()).then_some(Self { figure, half_width })
        };
        parse().ok_or_else(|| NotAPrecision { found: text.to_owned() })
    }
}

/// More paths than a run may have.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error(
    "{figure}: found ± {found:e} with {paths} paths; ± {wanted:e} takes about {needed:.1e} paths, allowed: at most {most}"
)]
pub struct OutOfReach {
    figure: String,
    found: f64,
    wanted: f64,
    paths: u64,
    needed: f64,
    most: u64,
}

/// Paths of a run at most.
const MOST_PATHS: u64 = 1_000_000_000;

fn most_paths(plan: &Plan) -> u64 {
    match &plan.market.law {
        Law::Given(scenarios) => scenarios.returns.dim().0 as u64,
        Law::Diffusion(_) => MOST_PATHS,
    }
}

/// So many paths, made up to whole blocks where there are more, so that a run can be gone on with.
#[must_use]
pub fn whole_blocks(plan: &Plan, paths: u64) -> u64 {
    (paths.div_ceil(LANES as u64) * LANES as u64).min(most_paths(plan))
}

/// How many paths to go on to from a plan's; none if every figure is as precise as wanted.
///
/// Errors fall with `1/√n`: a tenth more paths than that asks for, at most four times as many as there are. A function of the
/// figures alone, which are the same on every machine; so is the number of paths at which a run ends.
///
/// # Errors
/// If more paths would be needed than a run, or a set of given scenarios, may have.
pub fn next_paths(
    plan: &Plan,
    wanted: &[Precision],
    figures: &[(String, Estimate)],
) -> Result<Option<u64>, OutOfReach> {
    const MOST_GROWTH: f64 = 4.0;
    let most = most_paths(plan);
    let mut next = None;
    for precision in wanted {
        let estimate = figures.iter().find(|(name, _)| *name == precision.figure).map(|(_, estimate)| *estimate);
        let [low, high] = estimate.unwrap_or(Estimate::UNKNOWN).interval;
        let found = 0.5 * (high - low);
        if found <= precision.half_width {
            continue;
        }
        let ratio = found / precision.half_width;
        // Where the error is not known yet, the most.
        let needed = if ratio.is_nan() { MOST_GROWTH } else { 1.1 * ratio * ratio } * real(plan.paths);
        if needed > real(most) {
            let (figure, wanted) = (precision.figure.clone(), precision.half_width);
            return Err(OutOfReach { figure, found, wanted, paths: plan.paths, needed, most });
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 1e9")]
        let paths = whole_blocks(plan, needed.min(MOST_GROWTH * real(plan.paths)) as u64);
        next = next.max(Some(paths));
    }
    Ok(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(paths: u64) -> Plan {
        let text = include_str!("../../configs/reference-job.toml");
        let mut plan = crate::config::from_text("reference-job", text).unwrap();
        plan.paths = paths;
        plan
    }

    fn next(paths: u64, error: f64) -> Result<Option<u64>, OutOfReach> {
        let wanted = ["x = 0.01".parse().unwrap()];
        next_paths(&plan(paths), &wanted, &[("x".to_owned(), Estimate::normal(1.0, error / 1.96))])
    }

    #[test]
    fn paths_follow_the_square_of_the_error() {
        assert_eq!(next(5120, 0.0099), Ok(None));
        assert_eq!(next(5120, 0.015), Ok(Some(12_800)));
        assert_eq!(next(5120, 0.1), Ok(Some(4 * 5120)));
        assert_eq!(next(5120, f64::NAN), Ok(Some(4 * 5120)));
        assert!(next(5120, 100.0).unwrap_err().to_string().contains("allowed: at most 1000000000"));
    }

    #[test]
    fn a_precision_is_a_figure_and_a_positive_number() {
        for wrong in ["", "x", "x=", "=1", "x=0", "x=-1", "x=nan", "x=1,5"] {
            assert!(wrong.parse::<Precision>().is_err(), "{wrong}");
        }
    }
}
