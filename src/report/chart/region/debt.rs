//! Debt: how probable it is, and how large.

use super::chances::{Both, scale};
use super::series::{ALONE, are_few};
use super::stack::{EQUAL, FOR_BARS, Plot, Stack};
use super::{Region, title_of};
use crate::ledger::lines::{Line, Mark};
use crate::report::chart::Chart;
use crate::report::chart::bands::{Columns, listed};
use crate::report::chart::frame::{MNKR, Unit};
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::Scale;
use crate::report::chart::scene::{BANDS, DARK_BLUE, GREY, Ink, Place, Point, SOLID, Scene};
use crate::report::chart::spread::percent_level;
use crate::report::text::fill;
use crate::stats::Estimate;
use crate::units::percent_key;

/// An upper quantile of the debt, or its mean, mnkr by year.
struct Curve {
    /// The quantile's level; none of the mean.
    level: Option<f64>,
    numbers: Vec<f64>,
    last: Estimate,
    ink: Ink,
}

/// `region-debt`; none where no path has any.
pub(super) fn chart(region: &Region) -> Option<Chart> {
    let (texts, language) = (region.texts, region.language);
    let both = Both::new(region, Mark::InDebt).filter(Both::is_possible)?;
    let (years, curves) = curves(region)?;
    let greatest = curves.iter().flat_map(|curve| &curve.numbers).copied().fold(0.0, f64::max);
    let plots = [
        Plot { heights: EQUAL[0], y: scale(both.greatest(), 5.0), unit: Unit::Percent },
        Plot { heights: EQUAL[1], y: Scale::from_zero(greatest), unit: Unit::Plain },
    ];
    let labels = |[above, below]: &[Panel; 2]| {
        let chances = both.labels([texts.at_year_end, texts.since_start], above, language);
        [chances, curves.iter().map(|curve| label(region, curve, below)).collect()]
    };
    let stack = Stack::new(region, (both.span(), FOR_BARS), plots, labels);
    let title = title_of(texts.debt_title, both.span());
    let mut scene = region.run.sheet(&title, texts.debt_note);
    stack.grid(&mut scene);
    let levels: Vec<String> =
        curves.iter().rev().filter_map(|curve| Some(percent_level(language, curve.level?))).collect();
    let amounts =
        if levels.is_empty() { texts.mean_debt.to_owned() } else { fill(texts.debt, &[&listed(levels, language)]) };
    stack.headings(&mut scene, [texts.in_debt, &amounts]);
    let [above, below] = &stack.panels;
    both.draw(&mut scene, above);
    for curve in &curves {
        draw(&mut scene, below, &years, curve);
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-debt".to_owned(), title, scene })
}

/// Of the three highest quantiles that the plan has those that are not always zero, from the highest, and the mean; `None` without debt in
/// the summary.
fn curves(region: &Region) -> Option<(Vec<f64>, Vec<Curve>)> {
    let (years, rows) = region.rows(Line::Debt).into_iter().filter(|(_, row)| row.mean.value.is_finite()).unzip();
    let columns = Columns::of(rows)?;
    let mut levels: Vec<f64> = region.run.plan.outputs.quantiles.iter().copied().filter(|level| *level > 0.5).collect();
    levels.sort_by(|a, b| b.total_cmp(a));
    let quantile = |(level, ink): (f64, Ink)| {
        let key = format!("q{}", percent_key(level));
        let numbers = columns.quantile(&key, MNKR).filter(|numbers| numbers.iter().any(|amount| *amount > 0.0))?;
        Some(Curve { level: Some(level), numbers, last: columns.last(Some(&key)), ink })
    };
    let mut curves: Vec<Curve> = levels.into_iter().zip(BANDS).filter_map(quantile).collect();
    curves.push(Curve { level: None, numbers: columns.mean(MNKR), last: columns.last(None), ink: DARK_BLUE });
    Some((years, curves))
}

fn label(region: &Region, curve: &Curve, panel: &Panel) -> EndLabel {
    let (name, ink) = match curve.level {
        Some(level) => (percent_level(region.language, level), GREY),
        None => (region.run.texts().chart.mean_end.to_owned(), DARK_BLUE),
    };
    let amount = region.language.amount(curve.last);
    EndLabel::new([format!("{name}: {amount}")], panel.down(curve.numbers.last().copied().unwrap_or(0.0)), ink)
}

/// From zero to a quantile, or a stroke at the mean: in bars where years are few, else as an area and a line.
fn draw(scene: &mut Scene, panel: &Panel, years: &[f64], curve: &Curve) {
    let ends = || years.iter().copied().zip(curve.numbers.iter().copied());
    if !are_few(years) {
        let upper = panel.curve(ends());
        match curve.level {
            Some(_) => {
                let zero: Vec<Point> = panel.curve(years.iter().map(|&year| (year, 0.0)));
                scene.band(&upper, &zero, curve.ink);
            }
            None => scene.line(upper, 3.2, curve.ink, SOLID),
        }
        return;
    }
    for (year, amount) in ends() {
        let ([left, right], top) = (ALONE.edges(panel, year), panel.down(amount));
        match curve.level {
            Some(_) => scene.rectangle(Place { left, top, right, bottom: panel.down(0.0) }, curve.ink),
            None => scene.line(vec![(left, top), (right, top)], 4.0, curve.ink, SOLID),
        }
    }
}
