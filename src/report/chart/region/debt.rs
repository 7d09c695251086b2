//! Debt: how probable it is, how large it has been, and what interest it has cost.

use super::probability_line::{ProbabilityPair, scale};
use super::series::{ALONE, are_few};
use super::stack::{FOR_BARS, Plot, Stack, THREE};
use super::{RegionSubject, year};
use crate::ledger::lines::{Line, RegionEvent};
use crate::report::chart::Chart;
use crate::report::chart::bands::{BandColumns, listed};
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::{AxisScale, round_step};
use crate::report::chart::scene::{Area, BANDS, DARK_BLUE, GREY, Ink, Point, SOLID, Scene};
use crate::stats::Estimate;
use crate::stats::figure::{Quantile, Statistic};
use crate::texts::message;
use crate::units::MNKR;

/// An upper quantile of an amount, or its mean, mnkr by year.
struct DebtCurve {
    /// The quantile's level; none of the mean.
    level: Option<f64>,
    numbers: Vec<f64>,
    last: Estimate,
    ink: Ink,
}

/// An amount of debt or interest.
struct DebtAmount {
    years: Vec<f64>,
    curves: Vec<DebtCurve>,
}

/// `region-debt`; none where no path has any.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let both = ProbabilityPair::new(region, RegionEvent::InDebt).filter(ProbabilityPair::is_possible)?;
    let amounts = [DebtAmount::new(region, Line::PeakDebt)?, DebtAmount::new(region, Line::InterestSoFar)?];
    let [peak, interest] = &amounts;
    let amount = |place: usize, of: &DebtAmount| Plot {
        heights: THREE[place],
        y: coarse_from_zero(of.greatest()),
        unit: AxisUnit::Plain,
    };
    let chances = Plot { heights: THREE[0], y: scale(both.greatest(), 3.0), unit: AxisUnit::Percent };
    let labels = |[first, second, third]: &[Panel; 3]| {
        let chances =
            both.labels([message!(region_chart_at_year_end), message!(region_chart_since_start)], first, language);
        [chances, peak.labels(region, second), interest.labels(region, third)]
    };
    let stack = Stack::new(region, (both.span(), FOR_BARS), [chances, amount(1, peak), amount(2, interest)], labels);
    let [first, last] = both.span().map(year);
    let title = region.text(message!(region_chart_debt_title, first, last));
    let note = region.text(message!(region_chart_debt_note)) + &given_any(region).unwrap_or_default();
    let mut scene = region.run.sheet(&title, &note);
    stack.grid(&mut scene);
    let names = region.language.texts([message!(region_chart_peak_debt), message!(region_chart_interest)]);
    let [peak, interest] = [peak.heading(region, &names[0]), interest.heading(region, &names[1])];
    stack.headings(&mut scene, [region.text(message!(region_chart_in_debt)), peak, interest]);
    both.draw(&mut scene, &stack.panels[0]);
    for (of, panel) in amounts.iter().zip(&stack.panels[1..]) {
        for curve in &of.curves {
            draw(&mut scene, panel, &of.years, curve);
        }
    }
    stack.finish(&mut scene);
    Some(Chart { name: "region-debt".to_owned(), title, scene })
}

/// The debt at the end of the last year, and the debt on paths that have any; nothing where none has.
fn given_any(region: &RegionSubject) -> Option<String> {
    let (last, lines) = region.summary.years.iter().rfind(|(_, lines)| lines.contains_key(&Line::Debt))?;
    let row = &lines[&Line::Debt];
    let any = region.summary.events.get(last)?.get(&RegionEvent::InDebt)?.in_year.value;
    let amounts = (any > 0.0).then(|| [row.mean, row.mean.scaled(1.0 / any)].map(|of| region.language.amount(of)))?;
    let [mean, given] = amounts;
    Some(region.text(message!(region_chart_debt_given_any, year = last.to_string(), mean, given)))
}

impl DebtAmount {
    /// The mean and the three highest quantiles of the plan, from the highest, without those that are always zero.
    /// `None` if the summary lacks the line.
    fn new(region: &RegionSubject, line: Line) -> Option<Self> {
        let (years, rows) = region.rows(line).into_iter().filter(|(_, row)| row.mean.value.is_finite()).unzip();
        let columns = BandColumns::of(rows)?;
        let levels = region.run.plan.outputs.quantiles.levels().filter(|level| *level > 0.5);
        let mut levels: Vec<f64> = levels.collect();
        levels.sort_by(|a, b| b.total_cmp(a));
        let quantile = |(level, ink): (f64, Ink)| {
            let quantile = Quantile::of(level);
            let numbers = columns.quantile(quantile, MNKR)?;
            let numbers = Some(numbers).filter(|numbers| numbers.iter().any(|amount| *amount > 0.0))?;
            Some(DebtCurve { level: Some(level), numbers, last: columns.last(Statistic::Quantile(quantile)), ink })
        };
        let mut curves: Vec<DebtCurve> = levels.into_iter().zip(BANDS).filter_map(quantile).collect();
        curves.push(DebtCurve {
            level: None,
            numbers: columns.mean(MNKR),
            last: columns.last(Statistic::Mean),
            ink: DARK_BLUE,
        });
        Some(Self { years, curves })
    }

    fn greatest(&self) -> f64 {
        self.curves.iter().flat_map(|curve| &curve.numbers).copied().fold(0.0, f64::max)
    }

    /// The statistics that are shown: the mean, and the quantiles where there are any.
    fn heading(&self, region: &RegionSubject, name: &str) -> String {
        let language = region.language;
        let levels: Vec<String> =
            self.curves.iter().rev().filter_map(|curve| Some(language.level(curve.level?))).collect();
        if levels.is_empty() {
            return region.text(message!(region_chart_debt_mean, name));
        }
        region.text(message!(region_chart_debt_mean_and_levels, name, levels = listed(levels, language)))
    }

    fn labels(&self, region: &RegionSubject, panel: &Panel) -> Vec<EndLabel> {
        self.curves.iter().map(|curve| label(region, curve, panel)).collect()
    }
}

/// A scale of amounts from 0 with few steps.
fn coarse_from_zero(greatest: f64) -> AxisScale {
    let scale = AxisScale::from_zero(greatest);
    AxisScale { step: round_step(scale.high / 4.0), ..scale }
}

fn label(region: &RegionSubject, curve: &DebtCurve, panel: &Panel) -> EndLabel {
    let (name, ink) = match curve.level {
        Some(level) => (region.language.level(level), GREY),
        None => (region.run.text(message!(chart_mean_end)), DARK_BLUE),
    };
    let amount = region.language.amount(curve.last);
    EndLabel::new([format!("{name}: {amount}")], panel.down(curve.numbers.last().copied().unwrap_or(0.0)), ink)
}

/// Draws a quantile from zero, or the mean as a stroke: in bars where years are few, else as an area and a line.
fn draw(scene: &mut Scene, panel: &Panel, years: &[f64], curve: &DebtCurve) {
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
            Some(_) => scene.rectangle(Area { left, top, right, bottom: panel.down(0.0) }, curve.ink),
            None => scene.line(vec![(left, top), (right, top)], 4.0, curve.ink, SOLID),
        }
    }
}
