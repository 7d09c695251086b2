//! A backtest as tables.

use super::{BUT_FIRST, Style, grid};
use crate::plan::{HighOf, Plan};
use crate::report::text::backtest::BacktestTexts;
use crate::report::text::fill;
use crate::study::backtest::{Backtest, OverStarts, PathFigures, Row, Spread};
use crate::texts::Language;

/// A backtest as a page.
#[must_use]
pub fn page(backtest: &Backtest, plan: &Plan, language: Language, style: Style) -> String {
    let texts = language.backtest();
    let label = label(plan, &backtest.pool, language);
    let version = fill(texts.version, &[&backtest.skans]);
    let lines = match &backtest.over_starts {
        Some(over) => every(backtest, over, label, language, style),
        None => one(backtest, plan, label, language, style),
    };
    lines.into_iter().chain([texts.aside.to_owned(), version]).map(|line| line + "\n").collect()
}

/// The name of a pool in reports.
pub(super) fn label<'a>(plan: &'a Plan, pool: &'a str, language: Language) -> &'a str {
    plan.pools.iter().find(|own| own.name == pool).map_or(pool, |own| language.of(&own.label))
}

fn every(backtest: &Backtest, over: &OverStarts, label: &str, language: Language, style: Style) -> Vec<String> {
    let texts = language.backtest();
    let percent = |number: f64| language.percent(number, 1);
    let points = |number: f64| language.number(100.0 * number, 2);
    let count = |number: f64| language.number(number, 0);
    let row = |name: &str, spread: Option<Spread>, print: &dyn Fn(f64) -> String| {
        let Spread { min, q25, q50, q75, max, .. } = spread?;
        Some(std::iter::once(name.to_owned()).chain([min, q25, q50, q75, max].map(print)).collect())
    };
    let returns = |number: f64| language.percent(number, 2);
    let rows: [Option<Vec<String>>; 10] = [
        row(texts.returns, Some(over.return_per_year), &returns),
        row(texts.static_returns, over.static_return_per_year, &returns),
        row(texts.difference, over.difference_to_static, &points),
        row(texts.fall_rolling, Some(over.deepest_fall_rolling), &percent),
        row(texts.static_fall, over.static_deepest_fall_rolling, &percent),
        row(texts.fall_all_time, Some(over.deepest_fall_all_time), &percent),
        row(texts.ex_ante, over.breaches_ex_ante, &count),
        row(texts.ex_post, over.breaches_ex_post, &count),
        row(texts.lock, Some(over.months_in_cash_lock), &count),
        row(texts.share, Some(over.mean_share), &percent),
    ];
    let text = |count: usize| count.to_string();
    let (first, last) =
        (backtest.path.start.start, backtest.starts.last().map_or(backtest.path.start.start, |start| start.start));
    let mut lines = vec![
        fill(texts.heading_every, &[label, &first.to_string(), &last.to_string(), &text(over.starts)]) + "\n",
        grid(style, texts.over_starts, rows.into_iter().flatten(), BUT_FIRST),
        lengths(backtest, texts),
    ];
    if let (Some(ex_ante), Some(ex_post)) = (over.with_breach_ex_ante, over.with_breach_ex_post) {
        lines.push(fill(texts.with_breach, &[&text(ex_ante), &text(ex_post), &text(over.starts)]));
    }
    lines.extend(over.behind_static.map(|behind| fill(texts.behind, &[&text(behind), &text(over.starts)])));
    lines.push(texts.overlap.to_owned());
    lines
}

fn lengths(backtest: &Backtest, texts: &BacktestTexts) -> String {
    let months = backtest.path.start.months;
    match backtest.months {
        Some(_) => fill(texts.for_months, &[&months.to_string()]),
        None => fill(texts.to_the_end, &[&backtest.path.start.end.to_string()]),
    }
}

fn one(backtest: &Backtest, plan: &Plan, label: &str, language: Language, style: Style) -> Vec<String> {
    let texts = language.backtest();
    let start = &backtest.path.start;
    let (from, until) = (start.start.date().to_string(), start.end.date().to_string());
    let of_value = plan.pools.iter().any(|pool| pool.name == backtest.pool && pool.high.of == HighOf::MarketValue);
    let months = backtest.path.rows.iter().map(|row| month(row, of_value, language));
    vec![
        fill(texts.heading_one, &[label, &from, &until, &start.months.to_string()]) + "\n",
        grid(style, texts.one_start, figures(backtest, language), BUT_FIRST),
        grid(style, texts.months, months, BUT_FIRST),
        texts.certain.to_owned(),
    ]
}

fn figures(backtest: &Backtest, language: Language) -> std::vec::IntoIter<Vec<String>> {
    let texts = language.backtest();
    let percent = |number: f64, decimals: usize| Some(language.percent(number, decimals));
    let count = |count: usize| Some(count.to_string());
    let start = &backtest.path.start;
    let row = |name: &str, print: &dyn Fn(&PathFigures) -> Option<String>| {
        let cells = [Some(&start.rule), start.static_mix.as_ref()];
        let cells: Vec<String> = cells.map(|figures| figures.and_then(print).unwrap_or_default()).into();
        std::iter::once(name.to_owned()).chain(cells).collect::<Vec<String>>()
    };
    let mut rows = vec![
        row(texts.returns, &|figures| percent(figures.return_per_year, 2)),
        row(texts.fall_rolling, &|figures| percent(figures.deepest_fall_rolling, 1)),
        row(texts.fall_all_time, &|figures| percent(figures.deepest_fall_all_time, 1)),
        row(texts.ex_ante, &|figures| figures.breaches_ex_ante.and_then(count)),
        row(texts.ex_post, &|figures| figures.breaches_ex_post.and_then(count)),
        row(texts.depth, &|figures| percent(figures.deepest_breach?, 1)),
        row(texts.lock, &|figures| count(figures.months_in_cash_lock)),
        row(texts.share, &|figures| percent(figures.mean_share, 1)),
        row(texts.turnover, &|figures| percent(figures.turnover_per_year, 0)),
    ];
    if let Some(difference) = start.difference() {
        rows.insert(1, vec![texts.difference.to_owned(), language.number(100.0 * difference, 2), String::new()]);
    }
    rows.retain(|row| row[1..].iter().any(|cell| !cell.is_empty()));
    rows.into_iter()
}

fn month(row: &Row, of_value: bool, language: Language) -> Vec<String> {
    let observed = |number: f64| if of_value { language.millions(number, 1) } else { language.number(number, 4) };
    let yes = |is_so: bool| if is_so { language.backtest().yes.to_owned() } else { String::new() };
    vec![
        row.date.clone(),
        language.number(row.price, 4),
        language.millions(row.value, 1),
        observed(row.high),
        row.floor.map_or_else(String::new, observed),
        row.share.map_or_else(String::new, |share| language.percent(share, 1)),
        yes(row.breach_ex_ante),
        yes(row.breach_ex_post),
        yes(row.cash_lock),
    ]
}
