//! Plans, or the pools of one, side by side.

mod differences;
mod subject;

use subject::title;

use super::Chart;
use super::font::{self, Weight};
use super::frame::{AxisUnit, BOTTOM, Frame, TOP, sheet};
use super::labels::{self, EndLabel, SIZE};
use super::rows::RowPlot;
use super::scale::AxisScale;
use super::scene::{Area, BLACK, BLUE, DARK_BLUE, DASHED, DOTTED, Dash, GREY, Ink, RED, SOLID, Scene, WHITE};
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::table::compare::names;
use crate::stats::Estimate;
use crate::stats::figure::{Branch, PoolFigure, Quantile, Statistic, Term};
use crate::stats::summary::{PoolDetail, PoolSummary, RunResult, VERSION};
use crate::study::compare::Compared;
use crate::texts::{Language, Message, message};
use crate::units::MNKR;

/// Lines told apart by ink, dash and width, in grey print too.
const LINES: [(Ink, Dash, f64); 6] = [
    (DARK_BLUE, SOLID, 3.2),
    (RED, DASHED, 3.0),
    (BLUE, SOLID, 2.2),
    (GREY, DOTTED, 3.4),
    (BLACK, DASHED, 2.0),
    (BLUE, DOTTED, 3.4),
];

/// A pool or a plan that is compared.
struct ComparedSubject<'a> {
    name: String,
    summary: &'a PoolSummary,
    detail: &'a PoolDetail,
}

/// One set of charts: its subject's name in files and titles, and its columns.
struct Group<'a> {
    file: String,
    title: String,
    columns: Vec<ComparedSubject<'a>>,
}

/// All charts of a comparison.
#[must_use]
pub fn compare(plans: &[Plan], compared: &Compared, language: Language) -> Vec<Chart> {
    let paths = language.number(real(plans[0].paths()), 0);
    let source = language.text(message!(
        compare_source,
        version = VERSION,
        paths,
        count = plans[0].paths(),
        seed = plans[0].seed
    ));
    let mut charts = Vec::new();
    for group in groups(plans, compared, language) {
        charts.extend(breach(&plans[0], &group, language, &source));
        charts.extend(boxes(&plans[0], &group, language, &source));
    }
    charts.extend(
        compared
            .differences
            .iter()
            .filter(|of| of.any())
            .filter_map(|of| differences::chart(plans, of, language, &source)),
    );
    charts
}

fn groups<'a>(plans: &'a [Plan], compared: &'a Compared, language: Language) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for differences in compared.differences.iter().filter(|of| of.any()) {
        let sides = &differences.sides;
        let [first, other] = names(plans, sides, language);
        let columns = [(0, first), (sides.plan, other)].into_iter().zip(&sides.branches);
        let mut columns = columns
            .filter_map(|((plan, name), branch)| column(&compared.results[plan], name, branch))
            .collect::<Vec<_>>();
        let file = if sides.plan == 0 { "pools".to_owned() } else { sides.branches[0].name().to_owned() };
        match groups.iter_mut().find(|group| group.file == file) {
            Some(group) => group.columns.extend(columns.pop()),
            None => groups.push(Group { title: title(plans, sides, language), file, columns }),
        }
    }
    groups
}

fn column<'a>(result: &'a RunResult, name: String, branch: &Branch) -> Option<ComparedSubject<'a>> {
    Some(ComparedSubject { name, summary: result.summary.pool(branch)?, detail: result.details.get(branch)? })
}

/// `breach-…`: the probability of a breach since the start, a line each.
fn breach(plan: &Plan, group: &Group, language: Language, source: &str) -> Option<Chart> {
    let line = |column: &ComparedSubject| -> Option<Vec<Estimate>> {
        column.detail.months.iter().map(|row| row.breached_ex_post).collect()
    };
    let lines: Vec<(&str, Vec<Estimate>)> =
        group.columns.iter().filter_map(|column| Some((column.name.as_str(), line(column)?))).collect();
    if lines.len() < 2 {
        return None;
    }
    let end = |line: &[Estimate]| line.last().copied().unwrap_or(Estimate::UNKNOWN);
    let greatest = lines.iter().map(|(_, line)| end(line).value).fold(0.01, f64::max);
    let y = (AxisScale::from_zero(greatest), AxisUnit::Percent);
    let labels = |frame: &Frame| -> Vec<EndLabel> {
        let label = |((name, line), style): (&(&str, Vec<Estimate>), (Ink, Dash, f64))| {
            let words = [shortened(name), language.fraction(end(line))];
            EndLabel::new(words, frame.down(end(line).value), style.0)
        };
        lines.iter().zip(LINES.into_iter().cycle()).map(label).collect()
    };
    let room = labels::room(&labels(&Frame::over_time(plan, y, language, 0.0)));
    let frame = Frame::over_time(plan, y, language, room);
    let title = language.text(message!(compare_breach_title, subject = &group.title));
    let mut scene = sheet(&title, &language.text(message!(compare_breach_note)), source);
    frame.grid(&mut scene);
    for ((_, line), (ink, dash, width)) in lines.iter().zip(LINES.into_iter().cycle()) {
        let values: Vec<f64> = line.iter().map(|estimate| estimate.value).collect();
        scene.line(frame.by_month(&values), width, ink, dash);
    }
    frame.time_axis(&mut scene, plan);
    labels::draw(&mut scene, &labels(&frame), frame.right, TOP - 24.0, BOTTOM + 8.0);
    Some(Chart { name: format!("breach-{}", group.file), title, scene })
}

/// A name short enough for a label beside a plot.
fn shortened(name: &str) -> String {
    font::cut(name, SIZE, Weight::Regular, 300.0)
}

/// `return-…` and `value-…`: distributions as boxes.
fn boxes(plan: &Plan, group: &Group, language: Language, source: &str) -> Vec<Chart> {
    let words = |term: Term| language.span(term.years().unwrap_or(plan.time.years()));
    // The horizon stands for a term of as many years.
    let years = (1..plan.time.months().div_ceil(12)).map(Term::Years);
    let rows = |first: usize, figure: fn(Term, Statistic) -> PoolFigure, factor: f64| -> Vec<BoxRow> {
        let terms = years.clone().skip(first).chain([Term::Horizon]);
        let row = |term: Term| {
            let mean = |column: &&ComparedSubject| column.summary.get(figure(term, Statistic::Mean)).is_some();
            group.columns.first().filter(mean)?;
            let columns = group.columns.iter().filter(mean);
            Some((
                words(term),
                columns.map(|column| quantiles(column.summary, |of| figure(term, of), factor)).collect(),
            ))
        };
        terms.filter_map(row).collect()
    };
    let returns = rows(0, PoolFigure::NominalReturn, 1.0);
    let values = rows(1, PoolFigure::Value, 1.0 / MNKR);
    let note = language.text(message!(compare_box_note));
    let chart = |name: &str, title: Message, rows, unit| {
        let title = language.text(title);
        let name = format!("{name}-{}", group.file);
        draw_boxes(group, rows, unit, language, sheet(&title, &note, source)).map(|scene| Chart {
            name,
            title: title.clone(),
            scene,
        })
    };
    let returns = chart("return", message!(compare_return_title, subject = &group.title), &returns, AxisUnit::Percent);
    let values = chart("value", message!(compare_value_title, subject = &group.title), &values, AxisUnit::Plain);
    returns.into_iter().chain(values).collect()
}

/// A term in words, and the box of each column.
type BoxRow = (String, Vec<[f64; 5]>);

/// The quantiles that a box is made of, the median in the middle.
const BOX: [Quantile; 5] = [Quantile::Q05, Quantile::Q25, Quantile::MEDIAN, Quantile::Q75, Quantile::Q95];

/// The quantiles of a box times a factor; NaN where the run does not have one.
fn quantiles(summary: &PoolSummary, figure: impl Fn(Statistic) -> PoolFigure, factor: f64) -> [f64; 5] {
    let found = |quantile| summary.get(figure(Statistic::Quantile(quantile)));
    BOX.map(|quantile| found(quantile).map_or(f64::NAN, |estimate| estimate.value * factor))
}

fn draw_boxes(group: &Group, rows: &[BoxRow], unit: AxisUnit, language: Language, mut scene: Scene) -> Option<Scene> {
    let known = |found: &&[f64; 5]| found.iter().all(|x| x.is_finite());
    let all: Vec<&[f64; 5]> = rows.iter().flat_map(|(_, all)| all.iter().filter(known)).collect();
    let (low, high) = all
        .iter()
        .copied()
        .flatten()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), &x| (low.min(x), high.max(x)));
    if all.is_empty() {
        return None;
    }
    let names: Vec<&str> = group.columns.iter().map(|column| column.name.as_str()).collect();
    let count = rows.iter().map(|(_, all)| all.len() + 1).sum();
    let scale = if unit == AxisUnit::Plain { AxisScale::from_zero(high) } else { AxisScale::around(low, high) };
    let plot = RowPlot::new(&names, (scale, unit), count, 0.0, language);
    plot.axis(&mut scene);
    let mut row = 0;
    for (term, boxes) in rows {
        plot.heading(&mut scene, row, term);
        row += 1;
        for (name, found) in names.iter().zip(boxes) {
            plot.name(&mut scene, row, name);
            if known(&found) {
                draw_box(&mut scene, &plot, row, *found);
            }
            row += 1;
        }
    }
    Some(scene)
}

fn draw_box(scene: &mut Scene, rows: &RowPlot, row: usize, [q05, q25, q50, q75, q95]: [f64; 5]) {
    let half = (0.32 * rows.height()).min(17.0);
    let middle = rows.down(row);
    scene.line(vec![rows.at(q05, row), rows.at(q95, row)], 3.0, BLUE, SOLID);
    for end in [q05, q95] {
        let x = rows.across(end);
        scene.line(vec![(x, middle - 0.5 * half), (x, middle + 0.5 * half)], 3.0, BLUE, SOLID);
    }
    let (left, right) = (rows.across(q25), rows.across(q75));
    scene.rectangle(Area { left, top: middle - half, right, bottom: middle + half }, BLUE);
    let median = rows.across(q50);
    scene.line(vec![(median, middle - half), (median, middle + half)], 4.0, WHITE, SOLID);
}
