//! The pensions that the pools are to pay against the capital that there is.

use super::series::{ALONE, YearSeries};
use super::stack::{FOR_BARS, Plot, Stack, UNEQUAL};
use super::{RegionSubject, year};
use crate::ledger::lines::Line;
use crate::report::chart::Chart;
use crate::report::chart::frame::AxisUnit;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{BAR, DARK_BLUE};
use crate::report::headlines::region::pools;
use crate::texts::message;

/// `region-payments`; none where the pools have nothing to pay.
pub(super) fn chart(region: &RegionSubject) -> Option<Chart> {
    let language = region.language;
    let capital = YearSeries::of(Line::Capital, region)?;
    let due = YearSeries::of(Line::Due, region)?;
    let payments = || due.spread.centre.iter().copied();
    if payments().all(|payment| payment <= 0.0) {
        return None;
    }
    let plots = [
        Plot::with_zero(UNEQUAL[0], capital.range().into_iter(), AxisUnit::Plain),
        Plot::with_zero(UNEQUAL[1], payments(), AxisUnit::Plain),
    ];
    let last = capital.span()[1].max(due.span()[1]);
    let span = [capital.span()[0].min(due.span()[0]), last];
    let labels = |[above, below]: &[Panel; 2]| {
        let last = due.column_label(&year(due.span()[1]), below, DARK_BLUE, language);
        [capital.labels(region, above), vec![last]]
    };
    let stack = Stack::new(region, (span, FOR_BARS), plots, labels);
    let title = region.text(message!(region_chart_payments_title, last = year(last)));
    let mut scene = region.run.sheet(&title, &region.note(message!(region_chart_payments_note), &capital.spread.bands));
    stack.grid(&mut scene);
    let plan = region.run.plan;
    let [capital_words, payment_words] =
        region.language.texts([message!(region_chart_capital), message!(region_chart_payments)]);
    let whose = pools::backing(plan, language).map(|pools| format!("{capital_words}: {pools}"));
    let by = pools::paying(plan, language)
        .map(|pools| payment_words.clone() + &region.text(message!(region_chart_paid_in_order, pools)));
    let capital_of = stack.that_fits(whose.into_iter().chain([capital_words]));
    let paid_by = stack.that_fits(by.into_iter().chain([payment_words]));
    stack.headings(&mut scene, [&capital_of, &paid_by]);
    let [above, below] = &stack.panels;
    capital.draw(&mut scene, above, language);
    due.columns(&mut scene, below, ALONE, BAR, language);
    stack.finish(&mut scene);
    Some(Chart { name: "region-payments".to_owned(), title, scene })
}
