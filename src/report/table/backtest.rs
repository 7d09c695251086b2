//! A backtest as tables.

use super::{BUT_FIRST, Style, grid};
use crate::plan::{HighOf, Plan};
use crate::stats::figure::Branch;
use crate::study::backtest::{Backtest, OverStarts, PathFigures, ReplayedMonth, StartSpread};
use crate::texts::{Language, Message, message};

/// A backtest as a page.
#[must_use]
pub fn page(backtest: &Backtest, plan: &Plan, language: Language, style: Style) -> String {
    let label = Branch::pool(&backtest.pool).label(plan, language);
    let version = language.text(message!(version, version = &backtest.skans));
    let lines = match &backtest.over_starts {
        Some(over) => every(backtest, over, &label, language, style),
        None => one(backtest, plan, &label, language, style),
    };
    lines.into_iter().chain([language.text(message!(backtest_aside)), version]).map(|line| line + "\n").collect()
}

/// The outcomes of every start: their spread, and in how many of them the rule breached or fell behind.
fn every(backtest: &Backtest, over: &OverStarts, label: &str, language: Language, style: Style) -> Vec<String> {
    let first = backtest.path.start.start;
    let last = backtest.starts.last().map_or(first, |start| start.start);
    let heading = message!(
        backtest_heading_every,
        pool = label,
        first = first.to_string(),
        last = last.to_string(),
        starts = over.starts,
        count = over.starts
    );
    let head = language.texts([
        message!(backtest_over_starts_head),
        message!(backtest_over_starts_least),
        message!(backtest_over_starts_lower_quartile),
        message!(backtest_over_starts_median),
        message!(backtest_over_starts_upper_quartile),
        message!(backtest_over_starts_greatest),
    ]);
    let table = grid(style, head, spreads(over, language), BUT_FIRST);
    let mut lines = vec![language.text(heading) + "\n", table, lengths(backtest, language)];
    if let (Some(ex_ante), Some(ex_post)) = (over.with_breach_ex_ante, over.with_breach_ex_post) {
        let starts = over.starts;
        lines.push(language.text(message!(backtest_with_breach, ex_ante, ante_count = ex_ante, ex_post, starts)));
    }
    if let Some(behind) = over.behind_static {
        lines.push(language.text(message!(backtest_behind, behind, count = behind, starts = over.starts)));
    }
    lines.push(language.text(message!(backtest_overlap)));
    lines
}

/// A row for each figure: its least and greatest value over all starts, its quartiles and its median.
fn spreads(over: &OverStarts, language: Language) -> impl Iterator<Item = Vec<String>> {
    let percent = |number: f64| language.percent(number, 1);
    let points = |number: f64| language.number(100.0 * number, 2);
    let count = |number: f64| language.number(number, 0);
    let returns = |number: f64| language.percent(number, 2);
    let row = |name: Message, spread: Option<StartSpread>, print: &dyn Fn(f64) -> String| {
        let StartSpread { min, q25, q50, q75, max, .. } = spread?;
        Some(std::iter::once(language.text(name)).chain([min, q25, q50, q75, max].map(print)).collect())
    };
    let rows = [
        row(message!(backtest_returns), Some(over.return_per_year), &returns),
        row(message!(backtest_static_returns), over.static_return_per_year, &returns),
        row(message!(backtest_difference), over.difference_to_static, &points),
        row(message!(backtest_fall_rolling), Some(over.deepest_fall_rolling), &percent),
        row(message!(backtest_static_fall), over.static_deepest_fall_rolling, &percent),
        row(message!(backtest_fall_all_time), Some(over.deepest_fall_all_time), &percent),
        row(message!(backtest_ex_ante), over.breaches_ex_ante, &count),
        row(message!(backtest_ex_post), over.breaches_ex_post, &count),
        row(message!(backtest_lock), Some(over.months_in_cash_lock), &count),
        row(message!(backtest_share), Some(over.mean_share), &percent),
    ];
    rows.into_iter().flatten()
}

/// How long each start is followed.
fn lengths(backtest: &Backtest, language: Language) -> String {
    let months = backtest.path.start.months;
    match backtest.months {
        Some(_) => language.text(message!(backtest_for_months, months, count = months)),
        None => language.text(message!(backtest_to_the_end, end = backtest.path.start.end.to_string())),
    }
}

/// The outcome of one start: its figures, and its months.
fn one(backtest: &Backtest, plan: &Plan, label: &str, language: Language, style: Style) -> Vec<String> {
    let start = &backtest.path.start;
    let (from, until) = (start.start.date().to_string(), start.end.date().to_string());
    let of_value = plan.pool(&backtest.pool).is_some_and(|pool| pool.high.of == HighOf::MarketValue);
    let months = backtest.path.rows.iter().map(|row| month(row, of_value, language));
    vec![
        language.text(message!(
            backtest_heading_one,
            pool = label,
            start = from,
            end = until,
            months = start.months,
            count = start.months
        )) + "\n",
        grid(
            style,
            language.texts([
                message!(backtest_one_start_figure),
                message!(backtest_one_start_rule),
                message!(backtest_one_start_static_mix),
            ]),
            figures(backtest, language),
            BUT_FIRST,
        ),
        grid(
            style,
            language.texts([
                message!(backtest_months_month_end),
                message!(backtest_months_price),
                message!(backtest_months_value),
                message!(backtest_months_high),
                message!(backtest_months_floor),
                message!(backtest_months_share),
                message!(backtest_months_below_ex_ante),
                message!(backtest_months_below_ex_post),
                message!(backtest_months_lock),
            ]),
            months,
            BUT_FIRST,
        ),
        language.text(message!(backtest_one_path_caption)),
    ]
}

/// A row for each figure of one start, of the rule and of the static mix.
fn figures(backtest: &Backtest, language: Language) -> std::vec::IntoIter<Vec<String>> {
    let percent = |number: f64, decimals: usize| Some(language.percent(number, decimals));
    let count = |count: usize| Some(count.to_string());
    let start = &backtest.path.start;
    let row = |name: Message, print: &dyn Fn(&PathFigures) -> Option<String>| {
        let cells = [Some(&start.rule), start.static_mix.as_ref()];
        let cells: Vec<String> = cells.map(|figures| figures.and_then(print).unwrap_or_default()).into();
        std::iter::once(language.text(name)).chain(cells).collect::<Vec<String>>()
    };
    let mut rows = vec![
        row(message!(backtest_returns), &|figures| percent(figures.return_per_year, 2)),
        row(message!(backtest_fall_rolling), &|figures| percent(figures.deepest_fall_rolling, 1)),
        row(message!(backtest_fall_all_time), &|figures| percent(figures.deepest_fall_all_time, 1)),
        row(message!(backtest_ex_ante), &|figures| figures.breaches_ex_ante.and_then(count)),
        row(message!(backtest_ex_post), &|figures| figures.breaches_ex_post.and_then(count)),
        row(message!(backtest_depth), &|figures| percent(figures.deepest_breach?, 1)),
        row(message!(backtest_lock), &|figures| count(figures.months_in_cash_lock)),
        row(message!(backtest_share), &|figures| percent(figures.mean_share, 1)),
        row(message!(backtest_turnover), &|figures| percent(figures.turnover_per_year, 0)),
    ];
    if let Some(difference) = start.difference() {
        rows.insert(
            1,
            vec![language.text(message!(backtest_difference)), language.number(100.0 * difference, 2), String::new()],
        );
    }
    rows.retain(|row| row[1..].iter().any(|cell| !cell.is_empty()));
    rows.into_iter()
}

/// The row of a month.
fn month(row: &ReplayedMonth, of_value: bool, language: Language) -> Vec<String> {
    let observed = |number: f64| if of_value { language.millions(number, 1) } else { language.number(number, 4) };
    let yes = |is_so: bool| if is_so { language.text(message!(backtest_yes)) } else { String::new() };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_over_no_starts_is_unknown() {
        let rows: Vec<Vec<String>> = spreads(&OverStarts::new(&[]), Language::En).collect();
        assert!(rows.len() > 3 && rows.iter().all(|row| row[1..].iter().all(|cell| cell == "–")), "{rows:?}");
    }
}
