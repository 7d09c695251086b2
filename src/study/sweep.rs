//! How do return and safety change with the settings?

mod axis;

pub use axis::{Axis, NotAnAxis};

use indexmap::IndexMap;
use serde::Serialize;

use super::compare::{self, Compared, Difference};
use super::run;
use crate::engine::{Interrupted, Progress};
use crate::plan::{AllocationRule, KeptMonths, Plan};
use crate::stats::Estimate;
use crate::stats::figures::figures;
use crate::stats::summary::{RunResult, Summary};

/// Rules at most, the present one beside.
pub const MOST_RULES: usize = 2000;

/// The figures whose difference to the present rule is reckoned, of the pool that is looked at.
pub const DIFFERENCES: [&str; 6] = [
    "breach.ex_post.horizon",
    "return.horizon.nominal.mean",
    "return.horizon.nominal.q50",
    "return.horizon.nominal.q05",
    "loss.y1.es95",
    "share.mean",
];

/// Plans that differ in some settings.
pub struct Sweep {
    /// What varies.
    pub axes: Vec<Axis>,
    /// The present plan.
    pub present: Plan,
    /// A plan for each combination, the last axis varying fastest.
    pub plans: Vec<Plan>,
}

/// What a sweep came to.
#[derive(Debug, Clone, Serialize)]
pub struct Swept {
    /// Version of skans that made it.
    pub skans: &'static str,
    /// The keys that vary.
    pub keys: Vec<String>,
    /// The pool that is looked at.
    pub pool: String,
    /// With the settings of the configuration.
    pub present: Summary,
    /// With each combination of settings.
    pub rules: Vec<Rule>,
}

impl Swept {
    /// Whether only pools vary, so that all rules live on the same paths; else their worlds are drawn from the same random numbers.
    #[must_use]
    pub fn same_market(&self) -> bool {
        self.keys.iter().all(|key| key.starts_with("pools."))
    }

    /// Places of the rules that no other beats: none has both at least their return and at most their risk, and one of the two better.
    #[must_use]
    pub fn efficient(&self, risk: &str, reward: &str) -> Vec<usize> {
        let of = |summary: &Summary, figure: &str| self.figure(summary, figure).value;
        let points: Vec<(f64, f64)> =
            self.rules.iter().map(|rule| (of(&rule.summary, risk), of(&rule.summary, reward))).collect();
        let beats = |a: &(f64, f64), b: &(f64, f64)| a.0 <= b.0 && a.1 >= b.1 && (a.0 < b.0 || a.1 > b.1);
        let known = |at: &usize| points[*at].0.is_finite() && points[*at].1.is_finite();
        (0..points.len()).filter(known).filter(|&at| !points.iter().any(|other| beats(other, &points[at]))).collect()
    }

    /// A figure of the pool that is looked at.
    #[must_use]
    pub fn figure(&self, summary: &Summary, figure: &str) -> Estimate {
        let name = format!("pools.{}.{figure}", self.pool);
        figures(summary).into_iter().find(|(of, _)| *of == name).map_or(Estimate::UNKNOWN, |(_, estimate)| estimate)
    }
}

/// One combination of settings.
#[derive(Debug, Clone, Serialize)]
pub struct Rule {
    /// The value of each key that varies.
    pub settings: Vec<String>,
    /// By figure of the pool that is looked at: how it differs from the present rule's, on the same paths, or from the same random numbers
    /// where the market varies.
    pub against_present: IndexMap<String, Difference>,
    /// All figures.
    #[serde(flatten)]
    pub summary: Summary,
}

/// The pool that a plan is about: the first with the dynamic rule, else the first with equities, else the first.
#[must_use]
pub fn subject(plan: &Plan) -> &str {
    let dynamic = plan.pools.iter().find(|pool| matches!(pool.rule, AllocationRule::Dynamic { .. }));
    let risky = || plan.pools.iter().find(|pool| !pool.equities.is_empty());
    dynamic.or_else(risky).or(plan.pools.first()).map_or("", |pool| &pool.name)
}

/// All combinations of settings, by place on each axis, the last axis varying fastest.
#[must_use]
pub fn combinations(axes: &[Axis]) -> Vec<Vec<usize>> {
    axes.iter().fold(vec![Vec::new()], |all, axis| {
        let with = |places: Vec<usize>| (0..axis.values.len()).map(move |place| [places.clone(), vec![place]].concat());
        all.into_iter().flat_map(with).collect()
    })
}

impl Sweep {
    /// Simulates every plan on the same paths, the present one among them, or in worlds drawn from the same random numbers where the
    /// market varies. Distributions are kept at the ends of some years and at the horizon.
    ///
    /// # Errors
    /// If `progress` stops it.
    pub fn run(mut self, pool: &str, years: &[u32], progress: &mut Progress) -> Result<Swept, Interrupted> {
        self.present.outputs.kept = KeptMonths::Years(years.to_vec());
        let outputs = self.present.outputs.clone();
        let mut plans = vec![self.present];
        plans.extend(self.plans.into_iter().map(|plan| Plan { outputs: outputs.clone(), ..plan }));
        let branch = format!("pools.{pool}");
        let wanted = |of: &str, figure: &str| of == branch && DIFFERENCES.contains(&figure);
        let Compared { results, mut differences } = compare::compare_figures(&plans, &wanted, progress)?;
        differences.retain(|of| of.sides.branches[1] == branch);
        let mut summaries = results.into_iter().map(|RunResult { summary, .. }| summary);
        let present = summaries.next().unwrap_or_else(|| run::blank(&plans[0]));
        let places = combinations(&self.axes);
        let settings =
            |places: &[usize]| self.axes.iter().zip(places).map(|(axis, &at)| axis.values[at].clone()).collect();
        let rule = |((summary, of), places): ((Summary, compare::Differences), Vec<usize>)| Rule {
            settings: settings(&places),
            against_present: of.figures,
            summary,
        };
        Ok(Swept {
            skans: env!("CARGO_PKG_VERSION"),
            keys: self.axes.iter().map(|axis| axis.key.clone()).collect(),
            pool: pool.to_owned(),
            rules: summaries.zip(differences).zip(places).map(rule).collect(),
            present,
        })
    }
}
