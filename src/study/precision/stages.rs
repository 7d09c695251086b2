//! A run's stages on the way to the precision wanted.

use super::Precision;
use crate::lanes::LANES;
use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::Estimate;
use crate::stats::figure::FigureName;
use crate::stats::summary::Summary;
use crate::texts::{Argument, Message, Worded, message};

/// Why a run does not reach the precision wanted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", self.message())]
pub enum OutOfReach {
    /// It takes more paths than there may be.
    Paths {
        /// The figure.
        figure: FigureName,
        /// Half the width of its interval.
        found: f64,
        /// Half the width that is wanted.
        wanted: f64,
        /// Paths simulated.
        paths: u64,
        /// Paths that the wanted precision takes.
        needed: f64,
        /// Paths that there may be.
        most: u64,
    },
    /// Its error is not known.
    Unknown {
        /// The figure.
        figure: FigureName,
        /// Paths simulated.
        paths: u64,
    },
}

impl Worded for OutOfReach {
    fn message(&self) -> Message {
        match self {
            Self::Paths { figure, found, wanted, paths, needed, most } => {
                let [found, wanted] = [*found, *wanted].map(|half| figure.figure.unit().argument(half));
                let whole = |number| Argument::Number { number, decimals: 0 };
                let (shown, most) = (whole(two_figures(*needed)), whole(real(*most)));
                message!(
                    precision_paths,
                    figure = figure.to_string(),
                    found,
                    wanted,
                    paths = *paths,
                    needed = shown,
                    count = *needed,
                    most
                )
            }
            Self::Unknown { figure, paths } => message!(precision_unknown, figure = figure.to_string(), paths = *paths),
        }
    }
}

/// A number above 1 with its first two figures, and zeros after them.
fn two_figures(number: f64) -> f64 {
    let mut tens = 1.0;
    while number / tens >= 99.5 {
        tens *= 10.0;
    }
    (number / tens).round() * tens
}

/// Paths of the first stage: enough that the error of a figure that is not rare shows, and few enough to be thrown
/// away.
const FIRST_STAGE: u64 = 4096;

/// Stages without a known error after which the run gives up.
const STAGES_UNKNOWN: u32 = 3;

/// A number of paths made up to whole blocks, so that a run can go on from there. It is at most as many as there may
/// be.
fn whole_blocks(plan: &Plan, paths: u64) -> u64 {
    (paths.div_ceil(LANES as u64) * LANES as u64).min(plan.most_paths())
}

/// A run's way to the precision wanted of its figures, stage by stage.
///
/// The first stage only tells whether there is hope. The second has at least the plan's paths. After each stage come as
/// many as its errors ask for, since errors fall with `1/√n`, and a tenth more. That is at most four times as many as
/// there are. The number of paths at which a run ends is the same on every machine, since the figures are.
#[derive(Debug, Clone)]
pub struct Stages {
    wanted: Vec<Precision>,
    /// Paths asked for.
    least: u64,
    /// Stages begun.
    begun: u32,
}

impl Stages {
    /// The way of a plan's figures to a precision.
    #[must_use]
    pub fn new(plan: &Plan, wanted: &[Precision]) -> Self {
        Self { wanted: wanted.to_vec(), least: whole_blocks(plan, plan.paths()), begun: 0 }
    }

    /// Begins the first stage, and gives its paths.
    #[must_use]
    pub fn first(&mut self, plan: &Plan) -> u64 {
        self.begun = 1;
        whole_blocks(plan, FIRST_STAGE)
    }

    /// Whether the stage that is done was the first.
    #[must_use]
    pub const fn at_first(&self) -> bool {
        self.begun == 1
    }

    /// The number of paths to go on to from a plan's; none if every figure is as precise as wanted.
    ///
    /// # Errors
    /// If the paths are as many as there may be, or twice as many as those would not do. If the error of a figure stays
    /// unknown.
    pub fn next(&mut self, plan: &Plan, summary: &Summary) -> Result<Option<u64>, OutOfReach> {
        let mut next = self.least;
        for precision in &self.wanted {
            next = next.max(self.paths_for(plan, precision, summary.estimate(&precision.figure))?);
        }
        self.begun += 1;
        Ok((next > plan.paths()).then_some(next))
    }

    /// Paths that a precision takes by what its figure is now; those of the plan if it is reached.
    fn paths_for(&self, plan: &Plan, wanted: &Precision, found: Estimate) -> Result<u64, OutOfReach> {
        const MOST_GROWTH: f64 = 4.0;
        const HOPELESS: f64 = 2.0;
        let (found, most) = (found.half_width(), plan.most_paths());
        let at_most = plan.paths() >= most;
        // A sample that has not met the rare paths yet shows no spread at all. Of all paths that there are, that is
        // true.
        let known = found.is_finite() && (found > 0.0 || at_most);
        if known && found <= wanted.half_width {
            return Ok(plan.paths());
        }
        let figure = wanted.figure.clone();
        if !known && (at_most || self.begun >= STAGES_UNKNOWN) {
            return Err(OutOfReach::Unknown { figure, paths: plan.paths() });
        }
        let ratio = found / wanted.half_width;
        let needed = ratio * ratio * real(plan.paths());
        if known && (at_most || needed > HOPELESS * real(most)) {
            let (wanted, paths) = (wanted.half_width, plan.paths());
            return Err(OutOfReach::Paths { figure, found, wanted, paths, needed, most });
        }
        let growth = if known { (1.1 * ratio * ratio).min(MOST_GROWTH) } else { MOST_GROWTH };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most four times the most paths")]
        let paths = (growth * real(plan.paths())) as u64;
        Ok(whole_blocks(plan, paths))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::MOST_PATHS;
    use crate::stats::Z_95;
    use crate::stats::figure::{Branch, PoolFigure};
    use crate::study::run;
    use crate::units::TypedUnit;

    const FIGURE: PoolFigure = PoolFigure::MonthsBelow;

    fn plan(paths: u64) -> Plan {
        let text = include_str!("../../../configs/reference-job.toml");
        crate::config::from_text("reference-job", text).unwrap().with_paths(paths)
    }

    fn wanted() -> Precision {
        Precision {
            figure: FigureName { branch: Branch::pool("long"), figure: FIGURE.into() },
            half_width: 0.01,
            typed: TypedUnit::Own,
        }
    }

    /// A summary of a plan whose figure has this standard error.
    fn summary(plan: &Plan, standard_error: f64) -> Summary {
        let mut summary = run::blank(plan);
        summary.pools["long"].insert(FIGURE, Estimate::normal(1.0, standard_error));
        summary
    }

    /// Goes on from a stage with a number of paths, asked for 256 at least.
    fn next(begun: u32, paths: u64, error: f64) -> Result<Option<u64>, OutOfReach> {
        let plan = plan(paths);
        Stages { wanted: vec![wanted()], least: 256, begun }.next(&plan, &summary(&plan, error / Z_95))
    }

    #[test]
    fn paths_follow_the_square_of_the_error() {
        assert_eq!(next(1, 5120, 0.0099), Ok(None));
        assert_eq!(next(1, 5120, 0.015), Ok(Some(12_800)));
        assert_eq!(next(1, 5120, 0.1), Ok(Some(4 * 5120)));
    }

    #[test]
    fn an_error_of_nothing_is_unknown_until_there_are_no_more_paths() {
        for unknown in [0.0, f64::NAN, f64::INFINITY] {
            assert_eq!(next(1, 5120, unknown), Ok(Some(4 * 5120)));
            assert_eq!(next(2, 5120, unknown), Ok(Some(4 * 5120)));
            let given_up = next(3, 5120, unknown);
            assert!(matches!(given_up, Err(OutOfReach::Unknown { paths: 5120, .. })), "{given_up:?}");
        }
        assert_eq!(next(3, MOST_PATHS, 0.0), Ok(None));
        assert!(matches!(next(1, MOST_PATHS, f64::NAN), Err(OutOfReach::Unknown { .. })));
    }

    #[test]
    fn what_is_within_reach_by_a_hair_is_tried_and_what_is_far_off_refused_at_once() {
        // A hundred million paths of an error that takes 1.05 thousand million, and twice as many.
        let (near, far) = (0.01 * 10.5_f64.sqrt(), 0.01 * 20.1_f64.sqrt());
        assert_eq!(next(1, MOST_PATHS / 10, near), Ok(Some(4 * MOST_PATHS / 10)));
        assert!(
            next(1, MOST_PATHS / 10, far)
                .unwrap_err()
                .to_string()
                .contains("paths, allowed: at most 1\u{202f}000\u{202f}000\u{202f}000")
        );
        let nearer = 0.01 * 2.1_f64.sqrt();
        assert_eq!(next(2, MOST_PATHS / 2, nearer), Ok(Some(MOST_PATHS)));
        assert!(matches!(next(2, MOST_PATHS, 0.0101), Err(OutOfReach::Paths { paths: MOST_PATHS, .. })));
    }

    #[test]
    fn a_run_has_the_paths_asked_for_and_a_first_stage_of_some_thousands() {
        let plan = plan(100_000);
        let summary = summary(&plan, 1e-9);
        let mut stages = Stages::new(&plan, &[wanted()]);
        let paths = stages.first(&plan);
        let first = plan.with_paths(paths);
        assert_eq!(first.paths(), FIRST_STAGE);
        assert_eq!(stages.next(&first, &summary), Ok(Some(100_096)));
    }
}
