//! `months.csv`, and all figures as lines of CSV. Numbers have a decimal point and all their digits; dates are ISO.

mod breaches;
mod explain;

pub use breaches::breaches;
pub use explain::explain;
pub mod backtest;
pub mod region;
pub mod today;

use std::io::{self, Write};

use indexmap::IndexMap;

use crate::plan::Plan;
use crate::stats::Estimate;
use crate::stats::figure::{REGION, TOTAL};
use crate::stats::figures::figures;
use crate::stats::summary::{Distribution, MonthRow, PoolDetail, Summary};
use crate::study::compare::Differences;
use crate::study::solve::Solution;
use crate::study::stress::{MonthEnd, Stress};
use crate::study::sweep::{Rule, Swept};
use crate::study::validate::Validation;

/// `months.csv`: a row for each month-end of each pool and of the total, and for each figure its value, standard error and 95 %
/// interval. Value and floor in SEK, shares and probabilities as fractions; empty where a figure does not exist.
#[must_use]
pub fn months(plan: &Plan, details: &IndexMap<String, PoolDetail>) -> Vec<u8> {
    let names = columns(details);
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = names.iter().flat_map(|name| ["", "_se", "_low", "_high"].map(|part| format!("{name}{part}")));
    let lead = ["month", "date", "pool"].map(str::to_owned);
    // Writing to memory does not fail.
    let _ = writer.write_record(lead.into_iter().chain(header));
    for (pool, detail) in details {
        for row in &detail.months {
            let cells: IndexMap<String, Estimate> = cells(row).into_iter().collect();
            let lead = [row.month.to_string(), plan.month(row.month).date().to_string(), pool.clone()];
            let numbers = names.iter().flat_map(|name| numbers(cells.get(name)));
            let _ = writer.write_record(lead.into_iter().chain(numbers));
        }
    }
    writer.into_inner().unwrap_or_default()
}

/// All figures of a summary, a line each: name, value, standard error, 95 % interval.
#[must_use]
pub fn summary(summary: &Summary) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let _ = writer.write_record(["figure", "value", "se", "low", "high"]);
    for (name, estimate) in figures(summary) {
        let _ = writer.write_record(std::iter::once(name).chain(numbers(Some(&estimate))));
    }
    writer.into_inner().unwrap_or_default()
}

/// Every difference of a comparison, a line each: the two subjects, the figure, the difference with its error, by how much larger
/// the error would be from independent runs, whether 0 lies outside the interval, and whether the error is paired.
#[must_use]
pub fn differences(all: &[Differences], plans: &[Plan]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head =
        ["config", "subject", "against", "figure", "difference", "se", "low", "high", "gain", "differs", "paired"];
    let _ = writer.write_record(head);
    for Differences { sides, figures } in all {
        let name = plans.get(sides.plan).map_or("", |plan| &plan.name);
        for (figure, difference) in figures {
            let lead = [name, &sides.branches[1], &sides.branches[0], &figure.to_string()].map(str::to_owned);
            let gain = if difference.gain.is_finite() { difference.gain.to_string() } else { String::new() };
            let tail = [gain, difference.differs.to_string(), difference.paired.to_string()];
            let _ = writer.write_record(lead.into_iter().chain(numbers(Some(&difference.estimate))).chain(tail));
        }
    }
    writer.into_inner().unwrap_or_default()
}

/// Every figure of every rule of a sweep, a line each: the rule's settings, the figure with its error, and how it differs from the
/// present rule's, from the same random numbers and with an error that is paired or not, where that was reckoned.
///
/// # Errors
/// If what is written to fails.
pub fn write_rules(swept: &Swept, to: &mut dyn Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(to);
    let tail = ["figure", "value", "se", "low", "high", "difference", "difference_se", "paired"];
    writer.write_record(swept.keys.iter().map(String::as_str).chain(tail))?;
    let looked_at = format!("pools.{}", swept.pool);
    for Rule { settings, against_present, outcome } in &swept.rules {
        for branch in outcome.summary.branches() {
            let compared = branch == looked_at || branch == REGION;
            for (figure, estimate) in outcome.summary.figures_of(&branch) {
                let difference = against_present.get(&figure).filter(|_| compared);
                let [value, error, ..] = numbers(difference.map(|difference| &difference.estimate));
                let paired = difference.map_or_else(String::new, |difference| difference.paired.to_string());
                let lead = settings.iter().cloned().chain([format!("{branch}.{figure}")]);
                writer.write_record(lead.chain(numbers(Some(&estimate))).chain([value, error, paired]))?;
            }
        }
    }
    writer.flush()
}

/// Every value that was tried for a target, with the figure there.
#[must_use]
pub fn points(solution: &Solution) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let _ = writer.write_record(["setting", "value", "se", "low", "high"]);
    for point in &solution.points {
        let _ = writer.write_record(std::iter::once(point.value.to_string()).chain(numbers(Some(&point.figure))));
    }
    writer.into_inner().unwrap_or_default()
}

/// Every line of a validation: what, of whom, as simulated with its error, and as expected.
#[must_use]
pub fn validation(validation: &Validation) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let _ = writer.write_record(["of", "what", "value", "se", "low", "high", "expected"]);
    let mut line = |of: &str, what: String, found: Estimate, expected: Option<f64>| {
        let expected = expected.map_or_else(String::new, |number| number.to_string());
        let names = [of.to_owned(), what].into_iter();
        let _ = writer.write_record(names.chain(numbers(Some(&found))).chain([expected]));
    };
    for moment in &validation.moments {
        line(&moment.of, format!("{:?}", moment.moment), moment.found, moment.exact);
    }
    for target in &validation.targets {
        let [low, value, high] = target.simulated;
        let found = Estimate { value, standard_error: f64::NAN, interval: [low, high] };
        line(
            &target.of,
            format!("{:?} of {} months, 5 to 95 %", target.statistic, target.months),
            found,
            Some(target.target),
        );
    }
    for event in &validation.events {
        line(
            event.of.as_deref().unwrap_or("all"),
            format!("{:?} in a calendar year", event.bound),
            event.probability,
            event.at_least,
        );
    }
    writer.into_inner().unwrap_or_default()
}

/// Every month-end of every scenario, pool by pool and of all together: SEK, the result since the start.
#[must_use]
pub fn stress(stress: &Stress) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let lead = ["scenario", "pool", "month", "value", "price", "high", "floor", "known_floor", "share"];
    let _ = writer.write_record(lead.into_iter().chain(["book_cost", "realised", "unrealised", "costs", "flows"]));
    for outcome in &stress.scenarios {
        let pools = outcome.pools.iter().map(|(name, pool)| (name.as_str(), pool));
        for (name, pool) in pools.chain(outcome.total.iter().map(|total| (TOTAL, total))) {
            for end in &pool.months {
                let names = [outcome.name.clone(), name.to_owned(), end.month.to_string()];
                let _ = writer.write_record(names.into_iter().chain(month_end(end)));
            }
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn month_end(end: &MonthEnd) -> [String; 11] {
    let MonthEnd { value, price, high, floor, known_floor, share, book_cost, income, flows, .. } = *end;
    let known = [value, price, high].map(Some).into_iter().chain([floor, known_floor, share]);
    let income = [book_cost, income.realised, income.unrealised, income.costs, flows].map(Some);
    let mut numbers = known.chain(income).map(|number| number.map_or_else(String::new, |number| number.to_string()));
    std::array::from_fn(|_| numbers.next().unwrap_or_default())
}

fn columns(details: &IndexMap<String, PoolDetail>) -> Vec<String> {
    let rows = details.values().filter_map(|detail| detail.months.first());
    let names = rows.flat_map(|row| cells(row).into_iter().map(|(name, _)| name));
    names.collect::<indexmap::IndexSet<_>>().into_iter().collect()
}

fn cells(row: &MonthRow) -> Vec<(String, Estimate)> {
    let mut cells = Vec::new();
    for (name, distribution) in [("value", &row.value), ("share", &row.share), ("floor", &row.floor)] {
        cells.extend(distribution.iter().flat_map(|distribution| spread(name, distribution)));
    }
    for (name, estimate) in [
        ("breached_ex_ante", row.breached_ex_ante),
        ("breached_ex_post", row.breached_ex_post),
        ("below", row.below),
        ("unpaid", row.unpaid),
    ] {
        cells.extend(estimate.map(|estimate| (name.to_owned(), estimate)));
    }
    cells
}

fn spread(name: &str, distribution: &Distribution) -> Vec<(String, Estimate)> {
    let mean = std::iter::once((format!("{name}_mean"), distribution.mean));
    mean.chain(distribution.quantiles.iter().map(|(key, estimate)| (format!("{name}_{key}"), *estimate))).collect()
}

fn numbers(estimate: Option<&Estimate>) -> [String; 4] {
    let text = |number: f64| if number.is_nan() { String::new() } else { number.to_string() };
    estimate.map_or_else(Default::default, |estimate| {
        [estimate.value, estimate.standard_error, estimate.interval[0], estimate.interval[1]].map(text)
    })
}
