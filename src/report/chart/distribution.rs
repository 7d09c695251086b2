//! Distributions of value and of annualised return: bars, with quantiles and what the policy expects.

mod bars;
mod callouts;
mod draft;

use super::frame::{AxisUnit, Frame};
use super::scale::{AxisScale, alike, decimals};
use super::scene::{BLACK, DARK_BLUE, DASHED, GREY, Ink, RED, SOLID};
use super::{Chart, ChartSubject, Run};
use crate::report::format::decimals_for_error;
use crate::stats::Estimate;
use crate::stats::figure::{PoolFigure, Term};
use crate::stats::histogram::{Histogram, Rank};
use crate::stats::subject::pools;
use crate::texts::{Message, message};
use crate::units::Rate;
use bars::Bars;
use callouts::MarkedLine;
use draft::{DistributedQuantity, Draft};

/// The quantile at a level, with its interval, on the chart's axis.
fn quantile(histogram: &Histogram, level: f64, quantity: DistributedQuantity) -> Estimate {
    histogram.quantile(Rank::new(histogram.count(), level)).map(|x| quantity.shown(x))
}

/// The charts of each subject, in the subjects' order.
pub(super) fn charts(run: &Run) -> Vec<Vec<Chart>> {
    let drafts: Vec<Vec<Draft>> = run.subjects.iter().map(|subject| drafts(run, subject)).collect();
    let all: Vec<&Draft> = drafts.iter().flatten().collect();
    let compose = |own: &Vec<Draft>| own.iter().map(|draft| chart(run, draft, &companions(draft, &all))).collect();
    drafts.iter().map(compose).collect()
}

fn drafts<'a>(run: &Run<'a>, subject: &ChartSubject<'a>) -> Vec<Draft<'a>> {
    let densities = &subject.detail.densities;
    let value = |(term, histogram): (&Term, &'a Histogram)| {
        let years = term.years().unwrap_or(run.plan.time.years());
        draft(run, subject, (*term, years), DistributedQuantity::Value, histogram)
    };
    let growth = |(term, (years, histogram)): (&Term, &'a (f64, Histogram))| {
        let quantity = DistributedQuantity::Growth { years: *years };
        draft(run, subject, (*term, *years), quantity, histogram)
    };
    let shown = |term: &Term| matches!(term, Term::Years(1 | 5 | 10) | Term::Horizon);
    let values = densities.value.iter().filter(|(term, _)| shown(term)).filter_map(value);
    values.chain(densities.growth.iter().filter(|(term, _)| shown(term)).filter_map(growth)).collect()
}

/// The draft of a histogram; `None` if it is empty.
fn draft<'a>(
    run: &Run<'a>,
    subject: &ChartSubject<'a>,
    (term, years): (Term, f64),
    quantity: DistributedQuantity,
    histogram: &'a Histogram,
) -> Option<Draft<'a>> {
    let span = match term {
        Term::Years(years) => format!("{years}y"),
        Term::Horizon => term.to_string(),
    };
    let (pool, over) = (&subject.label, run.language.span(years));
    let (kind, title) = match quantity {
        DistributedQuantity::Value => ("value", message!(chart_value_title, pool, span = over)),
        DistributedQuantity::Growth { .. } => ("return", message!(chart_return_title, pool, span = over)),
    };
    let (name, title) = (format!("{kind}-{}-{span}", subject.name), run.text(title));
    let [low, high] = quantity.range().map(|level| quantile(histogram, level, quantity).value);
    let known = histogram.count() > 0 && low.is_finite() && high.is_finite();
    known.then_some(Draft { subject: subject.clone(), name, title, quantity, histogram, term, low, high })
}

/// The drafts that share their scales with a draft, itself among them: returns over the same span. A draft is left out
/// where the narrower would be a few bars on the scale of the wider.
fn companions<'d, 'a>(draft: &'d Draft<'a>, all: &[&'d Draft<'a>]) -> Vec<&'d Draft<'a>> {
    if draft.quantity == DistributedQuantity::Value {
        return vec![draft];
    }
    let same = |other: &&&Draft| other.quantity == draft.quantity && other.term == draft.term;
    let same: Vec<&Draft> = all.iter().filter(same).copied().collect();
    let widths: Vec<f64> = same.iter().map(|other| other.high - other.low).collect();
    alike(&widths, draft.high - draft.low).into_iter().map(|index| same[index]).collect()
}

/// The horizontal scale of drafts that share it; it holds the returns that the policy expects.
fn shared_scale(companions: &[&Draft]) -> AxisScale {
    let expected = |draft: &&Draft| {
        let pool = draft.subject.pool.filter(|_| draft.quantity != DistributedQuantity::Value)?;
        pool.expected_return.map(Rate::get)
    };
    let lows = companions.iter().map(|draft| expected(draft).map_or(draft.low, |rate| rate.min(draft.low)));
    let highs = companions.iter().map(|draft| expected(draft).map_or(draft.high, |rate| rate.max(draft.high)));
    AxisScale::around(lows.fold(f64::INFINITY, f64::min), highs.fold(f64::NEG_INFINITY, f64::max))
}

fn chart(run: &Run, draft: &Draft, companions: &[&Draft]) -> Chart {
    let x = shared_scale(companions);
    let needed = companions.iter().map(|other| {
        let callouts = callouts::arrange(&lines(run, other, x), x);
        callouts::headroom(&callouts, &Bars::new(other, x), x)
    });
    let y = AxisScale::from_zero(needed.fold(0.0, f64::max));
    let bars = Bars::new(draft, x);
    let mut note = run.text(if draft.quantity == DistributedQuantity::Value {
        message!(chart_value_note)
    } else {
        message!(chart_return_note)
    });
    // Less would be printed as 0.0 %.
    if bars.outside >= 0.000_5 {
        note += &run.text(message!(chart_outside, share = run.language.percent(bars.outside, 1)));
    }
    let frame = Frame::new(x, (y, AxisUnit::Percent), run.language);
    let mut scene = run.sheet(&draft.title, &note);
    frame.grid(&mut scene);
    bars.draw(&mut scene, &frame);
    callouts::draw(&mut scene, &callouts::arrange(&lines(run, draft, x), x));
    frame.number_axis(&mut scene, draft.quantity.unit());
    Chart { name: draft.name.clone(), title: draft.title.clone(), scene }
}

/// The lines of a distribution: mean of the worst 5 %, 5 % quantile, median, and what it is held against.
fn lines(run: &Run, draft: &Draft, x: AxisScale) -> Vec<MarkedLine> {
    let quantity = draft.quantity;
    // One digit more than the axis shows, as far as the error allows.
    let most = decimals(if quantity == DistributedQuantity::Value { x.step } else { 100.0 * x.step });
    let print = |estimate: Estimate| {
        let half = estimate.half_width();
        match quantity {
            DistributedQuantity::Value => run.language.number(estimate.value, decimals_for_error(half, most)),
            DistributedQuantity::Growth { .. } => {
                run.language.percent(estimate.value, decimals_for_error(100.0 * half, most + 1))
            }
        }
    };
    let line = |estimate: Estimate, ink: Ink, words: fn(String) -> Message| MarkedLine {
        x: estimate.value,
        words: run.text(words(print(estimate))),
        ink,
        dash: SOLID,
    };
    let worst = draft.histogram.tail_mean_of(0.05, |x| quantity.shown(x));
    let [quantile5, median] = [0.05, 0.5].map(|level| quantile(draft.histogram, level, quantity));
    let mut lines = vec![
        line(worst, RED, |value| message!(chart_worst5, value)),
        line(quantile5, RED, |value| message!(chart_quantile5, value)),
        line(median, DARK_BLUE, |value| message!(chart_median, value)),
    ];
    lines.extend(reference(run, draft));
    lines.retain(|line| line.x.is_finite());
    lines
}

/// The line that a distribution is held against: the opening value, or the return that the policy expects.
fn reference(run: &Run, draft: &Draft) -> Option<MarkedLine> {
    let subject = &draft.subject;
    if draft.quantity == DistributedQuantity::Value {
        let opening = pools(run.plan, subject.pool).fold(0.0, |sum, pool| sum + pool.opening_value.get());
        let words = run.text(message!(chart_opening, value = run.language.millions(opening, 0)));
        let x = draft.quantity.shown(opening);
        return (draft.low..=draft.high).contains(&x).then_some(MarkedLine { x, words, ink: GREY, dash: DASHED });
    }
    let x = subject.pool?.expected_return?.get();
    let tenths = (1000.0 * x).round() / 10.0;
    let rate = run.language.percent(x, if (100.0 * x - tenths).abs() < 1e-9 { 1 } else { 2 });
    let missed = subject.summary.and_then(|summary| summary.get(PoolFigure::BelowExpected(draft.term)));
    let words = match missed {
        Some(missed) => run.text(message!(chart_expected, rate, missed = run.language.fraction(missed))),
        None => run.text(message!(chart_expected_only, rate)),
    };
    Some(MarkedLine { x, words, ink: BLACK, dash: DASHED })
}
