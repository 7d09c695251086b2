//! The main figures: those of the tables on the screen.

pub mod region;

use super::text::{TableTexts, fill};
use crate::plan::{Plan, Prices};
use crate::stats::Estimate;
use crate::study::compare::REGION;
use crate::texts::Language;
use crate::units::{Rate, percent_key};

/// A figure that tables show.
#[derive(Debug, Clone)]
pub struct Headline {
    /// Its name in the language.
    pub name: String,
    /// Its name within its branch's figures: `value.horizon.q05`.
    pub figure: String,
    /// How it is printed.
    pub unit: Unit,
}

/// How a figure is printed, with half its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A fraction of a whole, or a probability, in percent.
    Percent,
    /// A ratio of any size and sign, in percent.
    Ratio,
    /// An amount in SEK, in million kronor.
    Millions,
    /// A number, to so many decimals at most.
    Number(usize),
}

impl Unit {
    /// The estimate in words.
    #[must_use]
    pub fn print(self, estimate: Estimate, language: Language) -> String {
        match self {
            Self::Percent => language.estimate(estimate),
            Self::Ratio => language.fraction(estimate),
            Self::Millions => language.number_with_error(estimate.scaled(1e-6), 1),
            Self::Number(most) => language.number_with_error(estimate, most),
        }
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

fn percent(name: impl Into<String>, figure: impl Into<String>) -> Headline {
    Headline { name: name.into(), figure: figure.into(), unit: Unit::Percent }
}

fn values(texts: &TableTexts, plan: &Plan, language: Language, horizon: &str) -> Vec<Headline> {
    let quantiles =
        [("q05", language.percent(0.05, 0)), ("q50", texts.median.to_owned()), ("q95", language.percent(0.95, 0))];
    let value = |(key, name): &(&str, String)| Headline {
        name: fill(texts.value, &[name, horizon]),
        figure: format!("value.horizon.{key}"),
        unit: Unit::Millions,
    };
    let mut all: Vec<Headline> = quantiles.iter().map(value).collect();
    let ten = language.span(10.0);
    let spans = [("y10", ten.as_str()), ("horizon", horizon)];
    for (span, words) in spans.into_iter().skip(usize::from(plan.time.months <= 120)) {
        for (key, name) in &quantiles[..2] {
            all.push(percent(fill(texts.returns, &[name, words]), format!("return.{span}.nominal.{key}")));
        }
    }
    if plan.market.prices != Prices::Constant(Rate::ZERO) {
        all.push(percent(fill(texts.real_returns, &[texts.median, horizon]), "return.horizon.real.q50"));
    }
    all
}

fn losses(texts: &TableTexts, horizon: &str) -> Vec<Headline> {
    vec![
        percent(fill(texts.below_expected, &[horizon]), "return.horizon.p_below_expected"),
        percent(texts.loss, "loss.y1.p_loss"),
        percent(texts.var, "loss.y1.var95"),
        percent(texts.shortfall, "loss.y1.es95"),
    ]
}

fn breaches(texts: &TableTexts, plan: &Plan, language: Language, horizon: &str) -> Vec<Headline> {
    let years = [1_u32, 5, 10].into_iter().filter(|years| years * 12 < plan.time.months);
    let span = |years: u32| language.span(f64::from(years));
    let since = |years: u32| percent(fill(texts.breach_ex_post, &[&span(years)]), format!("breach.ex_post.y{years}"));
    let mut all: Vec<Headline> = years.map(since).collect();
    all.extend([
        percent(fill(texts.breach_ex_post, &[horizon]), "breach.ex_post.horizon"),
        percent(fill(texts.breach_ex_ante, &[horizon]), "breach.ex_ante.horizon"),
        percent(texts.depth, "breach.depth_ex_post.mean"),
        Headline {
            name: texts.months_below.to_owned(),
            figure: "breach.months_below".to_owned(),
            unit: Unit::Number(2),
        },
    ]);
    all
}

fn falls(texts: &TableTexts, plan: &Plan, language: Language) -> Vec<Headline> {
    let over = |fall: f64| {
        let decimals = usize::from((fall * 100.0).fract().abs() > 1e-9);
        let name = fill(texts.fall_over, &[&language.percent(fall, decimals)]);
        percent(name, format!("drawdown_rolling.p_over_{}", percent_key(fall)))
    };
    let mut all = vec![percent(texts.fall, "drawdown_rolling.depth.q50")];
    all.extend(plan.outputs.falls.iter().map(|fall| over(fall.get())));
    all.push(percent(texts.not_recovered, "recovery.p_not_recovered"));
    all
}

fn trades(texts: &TableTexts, horizon: &str) -> Vec<Headline> {
    let other = |name: &str, figure: &str, unit| Headline { name: name.to_owned(), figure: figure.to_owned(), unit };
    vec![
        percent(texts.share, "share.mean"),
        percent(texts.lock, "share.cash_lock"),
        percent(texts.turnover, "trading.turnover_per_year"),
        other(texts.cost, "trading.cost_per_year", Unit::Millions),
        other(texts.jumps, "roll_off.jumps_per_year", Unit::Number(4)),
        percent(fill(texts.unpaid, &[horizon]), "flows.p_unpaid.horizon"),
    ]
}
