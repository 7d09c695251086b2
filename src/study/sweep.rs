//! How do return and safety change with the settings?

mod axis;

pub use axis::{Axis, NotAnAxis};

use indexmap::IndexMap;
use serde::{Serialize, Serializer};

use super::compare::yardstick::{self, DEEP_FALL, FALL_OVER_10, FALL_OVER_15, FALL_OVER_20};
use super::compare::{self, Compared, Difference, Differences};
use super::memory::PlanCount;
use super::run;
use crate::config::document::path;
use crate::engine::{Interrupted, Progress, Status};
use crate::ledger::lines::{Line, RegionEvent};
use crate::plan::{KeptMonths, Plan};
use crate::stats::Estimate;
use crate::stats::figure::{Branch, Figure, FigureName, PoolFigure, RegionFigure, Statistic, Term};
use crate::stats::region::EventWindow;
use crate::stats::summary::{RunResult, Summary, VERSION};

/// The most rules beside the present one.
pub const MOST_RULES: usize = 2000;

/// Rules that are simulated at once. Memory holds the counts and blocks of so many only. Each group draws the world
/// anew and has the present rule beside it, which takes some percent more time.
const GROUP: usize = 128;

/// The figures of the pool that is looked at, in the order in which they are shown. Their differences to the present
/// rule are reckoned, and that of the mean return.
pub const OF_POOL: [PoolFigure; 9] = [
    BREACH,
    MEDIAN_RETURN,
    PoolFigure::NominalReturn(Term::Horizon, Statistic::Q05),
    SHORTFALL,
    FALL_OVER_10,
    FALL_OVER_15,
    FALL_OVER_20,
    DEEP_FALL,
    PoolFigure::EquityShare,
];

/// The probability of a breach over the horizon.
pub const BREACH: PoolFigure = PoolFigure::BreachExPost(Term::Horizon);
/// The mean return over the horizon.
pub const MEAN_RETURN: PoolFigure = PoolFigure::NominalReturn(Term::Horizon, Statistic::Mean);
/// The median return over the horizon.
pub const MEDIAN_RETURN: PoolFigure = PoolFigure::NominalReturn(Term::Horizon, Statistic::MEDIAN);
/// The expected shortfall of the first year.
pub const SHORTFALL: PoolFigure = PoolFigure::Shortfall95(Term::Years(1));

/// The region's figures that are shown and whose difference is reckoned, in the order in which they are shown. They are
/// of the accounts' last year, and of the last year that the horizon reaches.
#[must_use]
pub fn of_region(plan: &Plan) -> Vec<RegionFigure> {
    let years = plan.years();
    let accounts = plan.region.as_ref().and_then(|region| region.accounts.as_ref());
    let given = accounts.map_or(0, |accounts| u32::try_from(accounts.years.len()).unwrap_or(u32::MAX)).min(years);
    let (given, last) = (plan.month(12 * given).year(), plan.last_year());
    let made = run::blank(plan);
    [
        RegionFigure::Line(given, Line::Result, Statistic::Q05),
        RegionFigure::Event(given, RegionEvent::RequirementMissed, EventWindow::SinceStart),
        RegionFigure::Line(last, Line::FundingRatioFull, Statistic::MEDIAN),
        RegionFigure::Lasts(last),
        RegionFigure::Event(last, RegionEvent::InDebt, EventWindow::SinceStart),
    ]
    .into_iter()
    .filter(|figure| made.get(&Branch::Region, *figure).is_some())
    .collect()
}

/// Plans that differ in some settings.
pub struct Sweep {
    /// What varies.
    pub axes: Vec<Axis>,
    /// The present plan.
    pub present: Plan,
    /// A plan for each combination, the last axis varying fastest.
    pub plans: Vec<Plan>,
}

/// The result of a sweep.
#[derive(Debug, Clone, Serialize)]
pub struct Swept {
    /// Version of skans that made it.
    pub skans: &'static str,
    /// The keys that vary.
    pub keys: Vec<String>,
    /// The pool that is looked at.
    pub pool: String,
    /// Whether the floor or its high differs between the rules: each one's breaches are of its own floor.
    pub floors_differ: bool,
    /// The outcome with the settings of the configuration.
    pub present: RuleOutcome,
    /// The outcome of each combination of settings.
    pub rules: Vec<Rule>,
}

impl Swept {
    /// Whether the market does not vary, so that all rules live on the same paths; else their worlds are drawn from the
    /// same random numbers.
    #[must_use]
    pub fn same_market(&self) -> bool {
        self.keys.iter().all(|key| keeps_market(key))
    }

    /// The risk by which rules are weighed against their return: breaches, or falls that mean the same for every rule
    /// where the floors differ.
    #[must_use]
    pub const fn risk(&self) -> PoolFigure {
        if self.floors_differ { FALL_OVER_15 } else { BREACH }
    }

    /// Places of the rules that no other beats. A rule beats another if its return is no lower, its risk no higher, and
    /// one of the two is better.
    #[must_use]
    pub fn efficient(&self, risk: PoolFigure, reward: PoolFigure) -> Vec<usize> {
        let of = |rule: &Rule, figure| rule.outcome.figure(figure).value;
        let points: Vec<(f64, f64)> = self.rules.iter().map(|rule| (of(rule, risk), of(rule, reward))).collect();
        let beats = |a: &(f64, f64), b: &(f64, f64)| a.0 <= b.0 && a.1 >= b.1 && (a.0 < b.0 || a.1 > b.1);
        let known = |at: &usize| points[*at].0.is_finite() && points[*at].1.is_finite();
        (0..points.len()).filter(known).filter(|&at| !points.iter().any(|other| beats(other, &points[at]))).collect()
    }
}

/// The result of one rule.
#[derive(Debug, Clone, Serialize)]
pub struct RuleOutcome {
    /// All figures.
    #[serde(flatten)]
    pub summary: Summary,
    /// The branch of the pool that is looked at.
    #[serde(skip)]
    branch: Branch,
}

impl RuleOutcome {
    /// A figure of the pool that is looked at, or of the region.
    #[must_use]
    pub fn figure(&self, figure: impl Into<Figure>) -> Estimate {
        let figure = figure.into();
        let branch = match figure {
            Figure::Pool(_) => &self.branch,
            Figure::Region(_) => &Branch::Region,
        };
        self.summary.estimate(&FigureName { branch: branch.clone(), figure })
    }
}

/// One combination of settings.
#[derive(Debug, Clone, Serialize)]
pub struct Rule {
    /// The value of each key that varies.
    pub settings: Vec<String>,
    /// By figure of the pool that is looked at, and of the region: its difference to the present rule's. It is on the
    /// same paths, or from the same random numbers where the market varies.
    #[serde(serialize_with = "with_the_regions_in_full")]
    pub against_present: IndexMap<Figure, Difference>,
    /// Its outcome.
    #[serde(flatten)]
    pub outcome: RuleOutcome,
}

/// The part of a configuration that a key sets, of those that may vary on the same paths or random numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VaryingPart {
    /// The pools or the region.
    Policy,
    /// The market, consumer prices among it.
    Market,
}

impl VaryingPart {
    /// The part that a key sets; none if the key may not vary.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        match path::first(key) {
            "pools" | "region" => Some(Self::Policy),
            "market" | "inflation" => Some(Self::Market),
            _ => None,
        }
    }
}

/// Whether a key sets something of the pools or of the region, and nothing of the market.
#[must_use]
pub fn keeps_market(key: &str) -> bool {
    VaryingPart::of(key) == Some(VaryingPart::Policy)
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
    /// The same with distributions kept at the ends of some years and at the horizon alone. It has the falls by which
    /// any rules can be compared.
    #[must_use]
    pub fn keeping(mut self, years: &[u32]) -> Self {
        self.present.outputs.kept = KeptMonths::Years(years.to_vec());
        yardstick::add_common_falls(&mut self.present.outputs);
        self
    }

    /// Its plans, the present one among them in each group.
    #[must_use]
    pub fn plan_count(&self) -> PlanCount {
        PlanCount { at_once: self.plans.len().min(GROUP) + 1, held: self.plans.len() + 1 }
    }

    /// Simulates every plan on the same paths, the present one among them, or in worlds drawn from the same random
    /// numbers where the market varies. All have the present one's outputs.
    ///
    /// # Errors
    /// If `progress` stops it.
    pub fn run(self, pool: &str, progress: &mut Progress) -> Result<Swept, Interrupted> {
        let outputs = &self.present.outputs;
        let plans: Vec<Plan> = self.plans.into_iter().map(|plan| Plan { outputs: outputs.clone(), ..plan }).collect();
        let places = combinations(&self.axes);
        let settings =
            |places: &[usize]| self.axes.iter().zip(places).map(|(axis, &at)| axis.values[at].clone()).collect();
        let branch = Branch::pool(pool);
        let floors_differ = plans.iter().any(|plan| floors_differ(&self.present, plan, pool));
        let groups = plans.len().div_ceil(GROUP) as u64;
        let (mut present, mut rules) = (None, Vec::with_capacity(plans.len()));
        for ((number, group), places) in (0..).zip(plans.chunks(GROUP)).zip(places.chunks(GROUP)) {
            let mut of_all = |status: &Status| {
                progress(&Status { paths: (number * self.present.paths() + status.paths) / groups, ..*status })
            };
            let mut results = simulate(&self.present, group, &branch, &mut of_all)?.into_iter();
            let of_present = results.next().map(|(outcome, _)| outcome);
            present = present.or(of_present);
            let rule = |((outcome, against_present), places): ((RuleOutcome, _), &Vec<usize>)| Rule {
                settings: settings(places),
                against_present,
                outcome,
            };
            rules.extend(results.zip(places).map(rule));
        }
        Ok(Swept {
            skans: VERSION,
            keys: self.axes.iter().map(|axis| axis.key.clone()).collect(),
            pool: pool.to_owned(),
            floors_differ,
            present: present.unwrap_or_else(|| RuleOutcome { summary: run::blank(&self.present), branch }),
            rules,
        })
    }
}

/// Whether breaches of a pool are measured by another floor or another high in two plans.
fn floors_differ(one: &Plan, other: &Plan, name: &str) -> bool {
    let pool = |plan: &Plan| plan.pool(name).map(|pool| (pool.floor, pool.high));
    pool(one) != pool(other)
}

/// The differences of a rule to the present one, by figure of the pool that is looked at, and of the region.
type ByFigure = IndexMap<Figure, Difference>;

/// Writes differences, with the branch before the region's figures.
fn with_the_regions_in_full<S: Serializer>(against: &ByFigure, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(against.iter().map(|(figure, difference)| match figure {
        Figure::Pool(figure) => (figure.to_string(), difference),
        Figure::Region(figure) => (format!("{}.{figure}", Branch::Region), difference),
    }))
}

/// Simulates some plans beside the present one. Gives the outcome of the present one, then of each of them, with its
/// differences to the present one.
fn simulate(
    present: &Plan,
    group: &[Plan],
    branch: &Branch,
    progress: &mut Progress,
) -> Result<Vec<(RuleOutcome, ByFigure)>, Interrupted> {
    let plans: Vec<Plan> = std::iter::once(present).chain(group).cloned().collect();
    let region = of_region(present);
    let wanted = |of: &Branch, figure: Figure| match figure {
        Figure::Pool(figure) => of == branch && (figure == MEAN_RETURN || OF_POOL.contains(&figure)),
        Figure::Region(figure) => region.contains(&figure),
    };
    let Compared { results, differences } = compare::compare_figures(&plans, &wanted, progress)?;
    let mut against: IndexMap<usize, ByFigure> = IndexMap::new();
    for Differences { sides, figures, .. } in differences {
        if [branch, &Branch::Region].contains(&&sides.branches[1]) {
            against.entry(sides.plan).or_default().extend(figures);
        }
    }
    let outcome = |(place, RunResult { summary, .. }): (usize, RunResult)| {
        (RuleOutcome { summary, branch: branch.clone() }, against.swap_remove(&place).unwrap_or_default())
    };
    Ok(results.into_iter().enumerate().map(outcome).collect())
}
