//! The region's years, from counts and sums to estimates.

use indexmap::IndexMap;

use super::distribution::{mean_of_amounts, probability_of, ranks};
use crate::ledger::lines::{Line, Range, RegionEvent};
use crate::ledger::pensions::Valuation;
use crate::numerics::real;
use crate::plan::{AccountsYear, LiabilityPart, Plan};
use crate::stats::figure::Quantile;
use crate::stats::histogram::{Histogram, Rank};
use crate::stats::moments::Moments;
use crate::stats::region::{EventWindow, RegionPlaces};
use crate::stats::summary::{BudgetYear, Distribution, Likelihood, RegionSummary};
use crate::stats::tally::{RegionSums, RegionTally};
use crate::units::Rate;

/// The figures of a plan's region.
#[must_use]
pub fn region(plan: &Plan, tally: &RegionTally, sums: &RegionSums) -> RegionSummary {
    let places = RegionPlaces::new(plan);
    let ranks = ranks(plan, tally.paths);
    let mut summary = RegionSummary { budget: budget(plan), ..RegionSummary::default() };
    for (place, (year, line)) in places.lines().iter().enumerate() {
        let found = line_of(*line, &sums.lines[place], &tally.lines[place], &ranks);
        summary.years.entry(places.year(*year)).or_default().insert(*line, found);
    }
    let mut unpaid = Vec::new();
    for (place, (year, event)) in places.events().iter().enumerate() {
        let hits = |window: EventWindow| tally.events[window.place(place)];
        let likely = |window| probability_of(plan, hits(window), tally.paths);
        let found = Likelihood {
            in_year: likely(EventWindow::InYear),
            within_5_years: likely(EventWindow::Within5Years),
            since_start: likely(EventWindow::SinceStart),
        };
        let year = places.year(*year);
        summary.events.entry(year).or_default().insert(*event, found);
        if *event == RegionEvent::Unpaid {
            let never = tally.paths - hits(EventWindow::SinceStart);
            summary.lasts.insert(year, probability_of(plan, never, tally.paths));
            unpaid.push((year, hits(EventWindow::SinceStart)));
        }
    }
    summary.exhausted_by = exhausted_by(plan, &unpaid, tally.paths);
    summary
}

/// The distribution of a line; its numbers may be negative.
fn line_of(line: Line, moments: &Moments, histogram: &Histogram, ranks: &[(Quantile, Rank)]) -> Distribution {
    let found = histogram.quantiles();
    let quantiles = ranks.iter().map(|(key, rank)| (*key, found.at(*rank)));
    let zeros = histogram.zeros();
    let mean = match line.range() {
        Range::Planned if zeros == histogram.count() => moments.mean(),
        Range::Planned | Range::NotNegative => mean_of_amounts(moments, histogram),
        Range::Share => moments.mean_of_shares(),
        Range::Any => moments.mean_of_signed(zeros),
    };
    Distribution { mean, quantiles: quantiles.collect() }
}

/// The budget of the years that a plan's horizon reaches, by calendar year.
#[must_use]
pub fn budget(plan: &Plan) -> IndexMap<i32, BudgetYear> {
    let accounts = plan.region.as_ref().and_then(|region| region.accounts.as_ref());
    let closed = plan.years() as usize;
    let years = accounts.map_or(&[][..], |accounts| &accounts.years).iter().take(closed);
    let liability = plan.region.as_ref().and_then(|region| region.liability.as_ref()).map(Valuation::new);
    let mut prices = 1.0;
    let of_year = |(place, year): (usize, &AccountsYear)| {
        prices *= 1.0 + year.inflation.map_or(0.0, Rate::get);
        let scheduled = liability.as_ref().map(|liability| prices * liability.at(LiabilityPart::Provision, place + 1));
        let budget = BudgetYear {
            result: year.budget().get(),
            result_after_adjustments: year.budget_after_adjustments().get(),
            target: year.target.get() * year.base().get(),
            provisions: year.provisions.get(),
            scheduled_provisions: scheduled.filter(|worth| *worth > 0.0),
        };
        (i32::from(year.year), budget)
    };
    years.enumerate().map(of_year).collect()
}

/// The first year by whose end a share of paths of at least each level has a pension unpaid.
fn exhausted_by(plan: &Plan, unpaid: &[(i32, u64)], paths: u64) -> IndexMap<Quantile, Option<i16>> {
    if unpaid.is_empty() {
        return IndexMap::new();
    }
    let levels = plan.outputs.quantiles.levels().filter(|&level| level <= 0.5);
    levels
        .map(|level| {
            let reached = |hits: u64| hits > 0 && real(hits) >= level * real(paths);
            let year = unpaid.iter().find(|(_, hits)| reached(*hits)).and_then(|(year, _)| i16::try_from(*year).ok());
            (Quantile::of(level), year)
        })
        .collect()
}
