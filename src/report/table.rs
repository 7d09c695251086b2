//! The main figures as a table, pools side by side, and the settings of a run.

pub mod stress;
pub mod validation;

use std::fmt::Write;

use comfy_table::{CellAlignment, Table, TableStyle, presets};

use super::settings::Setting;
use super::text::{Language, TableTexts, fill};
use crate::plan::{Plan, Prices};
use crate::stats::Estimate;
use crate::stats::summary::{PoolSummary, Summary};

/// The main figures for a terminal.
#[must_use]
pub fn terminal(summary: &Summary, plan: &Plan, language: Language) -> String {
    format!("{}\n{}\n", main(summary, plan, language, presets::NOTHING), caption(summary, language))
}

/// The main figures in Markdown.
#[must_use]
pub fn markdown(summary: &Summary, plan: &Plan, language: Language) -> String {
    format!("{}\n\n{}\n", main(summary, plan, language, presets::ASCII_MARKDOWN), caption(summary, language))
}

/// The settings of a run as lines of TOML, each with where it came from behind it.
#[must_use]
pub fn settings(settings: &[Setting]) -> String {
    let width = |of: fn(&Setting) -> &String, most: usize| {
        settings.iter().map(|setting| of(setting).chars().count()).filter(|&width| width <= most).max().unwrap_or(0)
    };
    let (keys, values) = (width(|setting| &setting.key, 60), width(|setting| &setting.value, 30));
    settings.iter().fold(String::new(), |mut lines, Setting { key, value, origin }| {
        // Writing to a string does not fail.
        let _ = writeln!(lines, "{key:keys$} = {value:values$}  # {origin}");
        lines
    })
}

/// The same as a table in Markdown.
#[must_use]
pub fn settings_markdown(settings: &[Setting]) -> String {
    let mut table = Table::new();
    table.load_style(presets::ASCII_MARKDOWN);
    table.set_header(["key", "value", "from"]);
    for setting in settings {
        table.add_row([&setting.key, &setting.value, &setting.origin]);
    }
    trimmed(&table)
}

fn caption(summary: &Summary, language: Language) -> String {
    let paths = language.number(crate::stats::probability::real(summary.paths), 0);
    fill(language.texts().table.caption, &[&paths, &summary.seed.to_string(), &summary.skans])
}

fn main(summary: &Summary, plan: &Plan, language: Language, style: TableStyle) -> String {
    let texts = language.texts();
    let mut columns: Vec<(&str, &PoolSummary)> =
        plan.pools.iter().filter_map(|pool| Some((language.of(&pool.label), summary.pools.get(&pool.name)?))).collect();
    columns.extend(summary.total.as_ref().map(|total| (texts.total, total)));
    let mut table = Table::new();
    table.load_style(style);
    table.set_header(std::iter::once(texts.table.figure).chain(columns.iter().map(|(name, _)| *name)));
    let mut openings: Vec<f64> = plan.pools.iter().map(|pool| pool.opening_value).collect();
    if summary.total.is_some() {
        openings.push(openings.iter().fold(0.0, |sum, value| sum + value));
    }
    let openings = openings.into_iter().map(|value| language.millions(value, 0));
    table.add_row(std::iter::once(texts.table.opening.to_owned()).chain(openings));
    for row in rows(&texts.table, plan, language) {
        let cells: Vec<String> = columns.iter().map(|(_, pool)| (row.cell)(pool).unwrap_or_default()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            table.add_row(std::iter::once(row.name).chain(cells));
        }
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    trimmed(&table)
}

fn trimmed(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// A row: its name, and its cell in a pool's column; none where the pool has no such figure.
struct Row {
    name: String,
    cell: Cell,
}

type Cell = Box<dyn Fn(&PoolSummary) -> Option<String>>;

fn row(name: impl Into<String>, cell: impl Fn(&PoolSummary) -> Option<String> + 'static) -> Row {
    Row { name: name.into(), cell: Box::new(cell) }
}

fn rows(texts: &TableTexts, plan: &Plan, language: Language) -> Vec<Row> {
    let years = plan.time.years();
    let number = language.number(years, usize::from(years.fract() != 0.0));
    let horizon = language.texts().span(years, &number);
    let mut rows = values(texts, plan, language, &horizon);
    rows.extend(losses(texts, language, &horizon));
    rows.extend(breaches(texts, plan, language, &horizon));
    rows.extend(falls(texts, plan, language));
    rows.extend(trades(texts, language, &horizon));
    rows
}

fn percent(language: Language) -> impl Fn(Estimate) -> String + Copy {
    move |estimate| language.estimate(estimate)
}

fn millions(language: Language) -> impl Fn(Estimate) -> String + Copy {
    move |estimate| language.number_with_error(estimate.scaled(1e-6), 1)
}

fn values(texts: &TableTexts, plan: &Plan, language: Language, horizon: &str) -> Vec<Row> {
    let (percent, millions) = (percent(language), millions(language));
    let mut rows = Vec::new();
    let quantiles =
        [("q05", language.percent(0.05, 0)), ("q50", texts.median.to_owned()), ("q95", language.percent(0.95, 0))];
    for (key, name) in &quantiles {
        let key = *key;
        rows.push(row(fill(texts.value, &[name, horizon]), move |pool| {
            pool.value.get("horizon")?.quantiles.get(key).copied().map(millions)
        }));
    }
    let ten = language.texts().span(10.0, "10");
    let spans = [("y10", ten.as_str()), ("horizon", horizon)];
    for (span, words) in spans.into_iter().skip(usize::from(plan.time.months <= 120)) {
        for (key, name) in &quantiles[..2] {
            let key = *key;
            rows.push(row(fill(texts.returns, &[name, words]), move |pool| {
                pool.returns.get(span)?.nominal.quantiles.get(key).copied().map(percent)
            }));
        }
    }
    if plan.market.prices == Prices::Constant(0.0) {
        return rows;
    }
    rows.push(row(fill(texts.real_returns, &[texts.median, horizon]), move |pool| {
        pool.returns.get("horizon")?.real.quantiles.get("q50").copied().map(percent)
    }));
    rows
}

fn losses(texts: &TableTexts, language: Language, horizon: &str) -> Vec<Row> {
    let percent = percent(language);
    vec![
        row(fill(texts.below_expected, &[horizon]), move |pool| {
            pool.returns.get("horizon")?.p_below_expected.map(percent)
        }),
        row(texts.loss, move |pool| Some(percent(pool.loss.get("y1")?.p_loss))),
        row(texts.var, move |pool| Some(percent(pool.loss.get("y1")?.var95))),
        row(texts.shortfall, move |pool| Some(percent(pool.loss.get("y1")?.es95))),
    ]
}

fn breaches(texts: &TableTexts, plan: &Plan, language: Language, horizon: &str) -> Vec<Row> {
    let percent = percent(language);
    let mut spans: Vec<(String, String)> = [1_u32, 5, 10]
        .into_iter()
        .filter(|years| years * 12 < plan.time.months)
        .map(|years| (format!("y{years}"), language.texts().span(f64::from(years), &years.to_string())))
        .collect();
    spans.push(("horizon".to_owned(), horizon.to_owned()));
    let mut rows: Vec<Row> = spans
        .into_iter()
        .map(|(key, words)| {
            row(fill(texts.breach_ex_post, &[&words]), move |pool| {
                pool.breach.as_ref()?.ex_post.get(&key).copied().map(percent)
            })
        })
        .collect();
    rows.push(row(fill(texts.breach_ex_ante, &[horizon]), move |pool| {
        pool.breach.as_ref()?.ex_ante.get("horizon").copied().map(percent)
    }));
    rows.push(row(texts.depth, move |pool| Some(percent(pool.breach.as_ref()?.depth_ex_post.mean))));
    rows.push(row(texts.months_below, move |pool| {
        let months = pool.breach.as_ref()?.months_below;
        Some(language.number_with_error(months, 2))
    }));
    rows
}

fn falls(texts: &TableTexts, plan: &Plan, language: Language) -> Vec<Row> {
    let percent = percent(language);
    let mut rows = vec![row(texts.fall, move |pool: &PoolSummary| {
        pool.drawdown_rolling.as_ref()?.depth.quantiles.get("q50").copied().map(percent)
    })];
    for &fall in &plan.outputs.falls {
        let key = format!("p_over_{}", crate::units::percent_key(fall));
        let decimals = usize::from((fall * 100.0).fract().abs() > 1e-9);
        rows.push(row(fill(texts.fall_over, &[&language.percent(fall, decimals)]), move |pool| {
            pool.drawdown_rolling.as_ref()?.p_over.get(&key).copied().map(percent)
        }));
    }
    rows.push(row(texts.not_recovered, move |pool| Some(percent(pool.recovery.as_ref()?.p_not_recovered))));
    rows
}

fn trades(texts: &TableTexts, language: Language, horizon: &str) -> Vec<Row> {
    let (percent, millions) = (percent(language), millions(language));
    vec![
        row(texts.share, move |pool| Some(percent(pool.share.as_ref()?.mean))),
        row(texts.lock, move |pool| pool.share.as_ref()?.cash_lock.map(percent)),
        row(texts.turnover, move |pool| Some(percent(pool.trading.as_ref()?.turnover_per_year))),
        row(texts.cost, move |pool| Some(millions(pool.trading.as_ref()?.cost_per_year))),
        row(texts.jumps, move |pool| {
            let jumps = pool.roll_off.as_ref()?.jumps_per_year;
            Some(language.number_with_error(jumps, 4))
        }),
        row(fill(texts.unpaid, &[horizon]), move |pool| {
            pool.flows.as_ref()?.p_unpaid.get("horizon").copied().map(percent)
        }),
    ]
}
