//! The main figures: those of the tables on the screen.

pub mod region;

use super::text::{TableTexts, fill};
use crate::plan::{Plan, Prices};
use crate::stats::Estimate;
use crate::stats::figure::{Figure, PoolFigure, REGION, Statistic, Term, Unit};
use crate::texts::Language;
use crate::units::{Percentage, Rate};

/// A figure that tables show.
#[derive(Debug, Clone)]
pub struct Headline {
    /// Its name in the language.
    pub name: String,
    /// The figure.
    pub figure: Figure,
}

impl Headline {
    fn new(name: impl Into<String>, figure: impl Into<Figure>) -> Self {
        Self { name: name.into(), figure: figure.into() }
    }

    /// An estimate of it in words.
    #[must_use]
    pub fn print(&self, estimate: Estimate, language: Language) -> String {
        print(estimate, self.figure.unit(), language)
    }
}

/// An estimate in words, with half its 95 % interval.
#[must_use]
pub fn print(estimate: Estimate, unit: Unit, language: Language) -> String {
    match unit {
        Unit::Fraction => language.estimate(estimate),
        Unit::Ratio => language.fraction(estimate),
        Unit::Amount => language.number_with_error(estimate.scaled(1e-6), 1),
        Unit::Number(most) => language.number_with_error(estimate, most),
    }
}

/// The main figures of a branch of the summary, in the order of tables.
#[must_use]
pub fn of_branch(branch: &str, plan: &Plan, language: Language) -> Vec<Headline> {
    if branch == REGION { region::compared(plan, language) } else { headlines(plan, language) }
}

/// The main figures of pools, in the order of tables; not every pool has each.
#[must_use]
pub fn headlines(plan: &Plan, language: Language) -> Vec<Headline> {
    let texts = &language.texts().table;
    let horizon = language.span(plan.time.years());
    let mut all = values(texts, plan, language, &horizon);
    all.extend(losses(texts, &horizon));
    all.extend(breaches(texts, plan, language, &horizon));
    all.extend(falls(texts, plan, language));
    all.extend(trades(texts, &horizon));
    all
}

fn values(texts: &TableTexts, plan: &Plan, language: Language, horizon: &str) -> Vec<Headline> {
    let statistics = [
        (Statistic::Q05, language.percent(0.05, 0)),
        (Statistic::MEDIAN, texts.median.to_owned()),
        (Statistic::Q95, language.percent(0.95, 0)),
    ];
    let value = |(statistic, name): &(Statistic, String)| {
        Headline::new(fill(texts.value, &[name, horizon]), PoolFigure::Value(Term::Horizon, *statistic))
    };
    let mut all: Vec<Headline> = statistics.iter().map(value).collect();
    let ten = language.span(10.0);
    let terms = [(Term::Years(10), ten.as_str()), (Term::Horizon, horizon)];
    for (term, words) in terms.into_iter().skip(usize::from(plan.time.months <= 120)) {
        for (statistic, name) in &statistics[..2] {
            let name = fill(texts.returns, &[name, words]);
            all.push(Headline::new(name, PoolFigure::NominalReturn(term, *statistic)));
        }
    }
    if plan.market.prices != Prices::Constant(Rate::ZERO) {
        let name = fill(texts.real_returns, &[texts.median, horizon]);
        all.push(Headline::new(name, PoolFigure::RealReturn(Term::Horizon, Statistic::MEDIAN)));
    }
    all
}

fn losses(texts: &TableTexts, horizon: &str) -> Vec<Headline> {
    let year = Term::Years(1);
    vec![
        Headline::new(fill(texts.below_expected, &[horizon]), PoolFigure::BelowExpected(Term::Horizon)),
        Headline::new(texts.loss, PoolFigure::Loss(year)),
        Headline::new(texts.var, PoolFigure::ValueAtRisk95(year)),
        Headline::new(texts.shortfall, PoolFigure::Shortfall95(year)),
    ]
}

fn breaches(texts: &TableTexts, plan: &Plan, language: Language, horizon: &str) -> Vec<Headline> {
    let years = [1_u32, 5, 10].into_iter().filter(|years| years * 12 < plan.time.months);
    let span = |years: u32| language.span(f64::from(years));
    let since = |years: u32| {
        let name = fill(texts.breach_ex_post, &[&span(years)]);
        Headline::new(name, PoolFigure::BreachExPost(Term::Years(years)))
    };
    let mut all: Vec<Headline> = years.map(since).collect();
    all.extend([
        Headline::new(fill(texts.breach_ex_post, &[horizon]), PoolFigure::BreachExPost(Term::Horizon)),
        Headline::new(fill(texts.breach_ex_ante, &[horizon]), PoolFigure::BreachExAnte(Term::Horizon)),
        Headline::new(texts.depth, PoolFigure::DepthExPost(Statistic::Mean)),
        Headline::new(texts.months_below, PoolFigure::MonthsBelow),
    ]);
    all
}

fn falls(texts: &TableTexts, plan: &Plan, language: Language) -> Vec<Headline> {
    let over = |fall: f64| {
        let decimals = usize::from((fall * 100.0).fract().abs() > 1e-9);
        let name = fill(texts.fall_over, &[&language.percent(fall, decimals)]);
        Headline::new(name, PoolFigure::RollingFallOver(Percentage::of(fall)))
    };
    let mut all = vec![Headline::new(texts.fall, PoolFigure::RollingFall(Statistic::MEDIAN))];
    all.extend(plan.outputs.falls.iter().map(|fall| over(fall.get())));
    all.push(Headline::new(texts.not_recovered, PoolFigure::NotRecovered));
    all
}

fn trades(texts: &TableTexts, horizon: &str) -> Vec<Headline> {
    vec![
        Headline::new(texts.share, PoolFigure::EquityShare),
        Headline::new(texts.lock, PoolFigure::CashLock),
        Headline::new(texts.turnover, PoolFigure::Turnover),
        Headline::new(texts.cost, PoolFigure::TradingCost),
        Headline::new(texts.jumps, PoolFigure::RollOffsPerYear),
        Headline::new(fill(texts.unpaid, &[horizon]), PoolFigure::SomeMissed(Term::Horizon)),
    ]
}
