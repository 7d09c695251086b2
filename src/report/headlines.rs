//! The main figures: those of the tables on the screen.

mod headline;
pub(crate) mod region;

pub use headline::{Headline, print};

use crate::plan::{Plan, Prices};
use crate::stats::figure::{PoolFigure, REGION, Statistic, Term};
use crate::texts::{Language, message};
use crate::units::{Percentage, Rate};

/// The main figures of a branch of the summary, in the order of tables.
#[must_use]
pub fn of_branch(branch: &str, plan: &Plan, language: Language) -> Vec<Headline> {
    if branch == REGION { region::compared(plan, language) } else { headlines(plan, language) }
}

/// The main figures of pools, in the order of tables; not every pool has each.
#[must_use]
pub fn headlines(plan: &Plan, language: Language) -> Vec<Headline> {
    let horizon = language.span(plan.time.years());
    let mut all = values(plan, language, &horizon);
    all.extend(losses(language, &horizon));
    all.extend(breaches(plan, language, &horizon));
    all.extend(falls(plan, language));
    all.extend(trades(language, &horizon));
    all
}

fn values(plan: &Plan, language: Language, horizon: &str) -> Vec<Headline> {
    let statistics = [
        (Statistic::Q05, language.percent(0.05, 0)),
        (Statistic::MEDIAN, language.text(message!(median))),
        (Statistic::Q95, language.percent(0.95, 0)),
    ];
    let value = |(statistic, name): &(Statistic, String)| {
        Headline::new(
            language.text(message!(figure_value, place = name, span = horizon)),
            PoolFigure::Value(Term::Horizon, *statistic),
        )
    };
    let mut all: Vec<Headline> = statistics.iter().map(value).collect();
    let ten = language.span(10.0);
    let terms = [(Term::Years(10), ten.as_str()), (Term::Horizon, horizon)];
    for (term, words) in terms.into_iter().skip(usize::from(plan.time.months <= 120)) {
        for (statistic, name) in &statistics[..2] {
            let name = language.text(message!(figure_returns, place = name, span = words));
            all.push(Headline::new(name, PoolFigure::NominalReturn(term, *statistic)));
        }
    }
    if plan.market.prices != Prices::Constant(Rate::ZERO) {
        let name = language.text(message!(figure_real_returns, place = message!(median), span = horizon));
        all.push(Headline::new(name, PoolFigure::RealReturn(Term::Horizon, Statistic::MEDIAN)));
    }
    all
}

fn losses(language: Language, horizon: &str) -> Vec<Headline> {
    let year = Term::Years(1);
    vec![
        Headline::new(
            language.text(message!(figure_below_expected, span = horizon)),
            PoolFigure::BelowExpected(Term::Horizon),
        ),
        Headline::new(language.text(message!(figure_loss)), PoolFigure::Loss(year)),
        Headline::new(language.text(message!(figure_var)), PoolFigure::ValueAtRisk95(year)),
        Headline::new(language.text(message!(figure_shortfall)), PoolFigure::Shortfall95(year)),
    ]
}

fn breaches(plan: &Plan, language: Language, horizon: &str) -> Vec<Headline> {
    let years = [1_u32, 5, 10].into_iter().filter(|years| years * 12 < plan.time.months);
    let span = |years: u32| language.span(f64::from(years));
    let since = |years: u32| {
        let name = language.text(message!(figure_breach_ex_post, span = span(years)));
        Headline::new(name, PoolFigure::BreachExPost(Term::Years(years)))
    };
    let mut all: Vec<Headline> = years.map(since).collect();
    all.extend([
        Headline::new(
            language.text(message!(figure_breach_ex_post, span = horizon)),
            PoolFigure::BreachExPost(Term::Horizon),
        ),
        Headline::new(
            language.text(message!(figure_breach_ex_ante, span = horizon)),
            PoolFigure::BreachExAnte(Term::Horizon),
        ),
        Headline::new(language.text(message!(figure_depth)), PoolFigure::DepthExPost(Statistic::Mean)),
        Headline::new(language.text(message!(figure_months_below)), PoolFigure::MonthsBelow),
    ]);
    all
}

fn falls(plan: &Plan, language: Language) -> Vec<Headline> {
    let over = |fall: f64| {
        let decimals = usize::from((fall * 100.0).fract().abs() > 1e-9);
        let name = language.text(message!(figure_fall_over, fall = language.percent(fall, decimals)));
        Headline::new(name, PoolFigure::RollingFallOver(Percentage::of(fall)))
    };
    let mut all = vec![Headline::new(language.text(message!(figure_fall)), PoolFigure::RollingFall(Statistic::MEDIAN))];
    all.extend(plan.outputs.falls.iter().map(|fall| over(fall.get())));
    all.push(Headline::new(language.text(message!(figure_not_recovered)), PoolFigure::NotRecovered));
    all
}

fn trades(language: Language, horizon: &str) -> Vec<Headline> {
    vec![
        Headline::new(language.text(message!(figure_share)), PoolFigure::EquityShare),
        Headline::new(language.text(message!(figure_lock)), PoolFigure::CashLock),
        Headline::new(language.text(message!(figure_turnover)), PoolFigure::Turnover),
        Headline::new(language.text(message!(figure_cost)), PoolFigure::TradingCost),
        Headline::new(language.text(message!(figure_jumps)), PoolFigure::RollOffsPerYear),
        Headline::new(language.text(message!(figure_unpaid, span = horizon)), PoolFigure::SomeMissed(Term::Horizon)),
    ]
}
