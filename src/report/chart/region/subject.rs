//! The region as its charts see it: its figures by calendar year.

use crate::ledger::lines::Line;
use crate::report::chart::Run;
use crate::report::chart::bands::{Band, inside_and_outside};
use crate::report::chart::labels::EndLabel;
use crate::report::chart::panel::Panel;
use crate::report::chart::scene::Ink;
use crate::stats::summary::{BudgetYear, Distribution, RegionSummary};
use crate::texts::{Language, Message, message};
use crate::units::MNKR;

/// What all charts of the region have in common.
pub(super) struct RegionSubject<'a> {
    pub(super) run: &'a Run<'a>,
    pub(super) summary: &'a RegionSummary,
    pub(super) language: Language,
    /// The bands that the plan's quantiles allow.
    pub(super) bands: Vec<Band>,
}

impl<'a> RegionSubject<'a> {
    /// The distributions of a line by year.
    pub(super) fn rows(&self, line: Line) -> Vec<(f64, &'a Distribution)> {
        let years = self.summary.years.iter();
        years.filter_map(|(year, lines)| Some((f64::from(*year), lines.get(&line)?))).collect()
    }

    /// What the budget expects, mnkr by year, in the years that are shown.
    pub(super) fn budget(&self, shown: &[f64], of: impl Fn(&BudgetYear) -> f64) -> Vec<(f64, f64)> {
        let years = self.summary.budget.iter().map(|(year, budget)| (f64::from(*year), of(budget) / MNKR));
        years.filter(|(year, amount)| amount.is_finite() && shown.contains(year)).collect()
    }

    /// The budget, or another reference, by year: a name and the last year's amount in mnkr.
    pub(super) fn level_label(&self, name: &str, levels: &[(f64, f64)], panel: &Panel, ink: Ink) -> Option<EndLabel> {
        let &(_, amount) = levels.last()?;
        Some(EndLabel::new([name.to_owned(), self.language.number(amount, 0)], panel.down(amount), ink))
    }

    pub(super) fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    /// A note, with what the bands hold.
    pub(super) fn note(&self, first: Message, bands: &[Band]) -> String {
        let bands = inside_and_outside(bands, self.language);
        let bands = bands.map(|[inside, outside]| self.text(message!(region_chart_bands, inside, outside)));
        self.text(first) + &bands.unwrap_or_default()
    }
}
