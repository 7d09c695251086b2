//! A sweep as a table: a row for each combination of settings.

use super::compare::changed;
use super::{Style, wide_grid};
use crate::config::short_key;
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::headlines::sweep::{self as headlines, SweptFigure};
use crate::stats::figure::{Branch, Figure, Unit};
use crate::stats::summary::VERSION;
use crate::study::sweep::{self, MEAN_RETURN, MEDIAN_RETURN, Rule, RuleOutcome, Swept};
use crate::texts::{Language, message};

/// The most rows. Of more rules the table has only those that no other beats.
const MOST: usize = 60;

/// The sweep, a row for each rule.
#[must_use]
pub fn page(plan: &Plan, swept: &Swept, language: Language, style: Style) -> String {
    let keys = swept.keys.iter().map(|key| short_key(key, &swept.pool).to_owned());
    let region: Vec<Figure> = sweep::of_region(plan).into_iter().map(Figure::from).collect();
    let pool = Branch::pool(&swept.pool).label(plan, language);
    let of_pool = headlines::figures(&pool);
    let heads = of_pool.iter().map(|shown| language.text(&shown.head));
    let of_region = region.iter().map(|figure| figure.name(plan.time.years(), language));
    let head: Vec<String> =
        keys.chain(heads).chain([language.text(message!(sweep_mean_difference))]).chain(of_region).collect();
    let figures = |outcome: &RuleOutcome| {
        let cell =
            |SweptFigure { figure, .. }: &SweptFigure| language.figure(outcome.figure(*figure), figure.entry().unit);
        of_pool.iter().map(cell).collect::<Vec<_>>()
    };
    let of_region = |outcome: &RuleOutcome| {
        let cell = |of: &Figure| language.figure(outcome.figure(*of), of.unit());
        region.iter().map(cell).collect::<Vec<_>>()
    };
    let present = language.text(message!(sweep_present));
    let present = std::iter::once(present).chain(std::iter::repeat(String::new())).take(swept.keys.len());
    let present = present.chain(figures(&swept.present)).chain([String::new()]).chain(of_region(&swept.present));
    let mut rows: Vec<Vec<String>> = vec![present.collect()];
    let shown: Vec<usize> = if swept.rules.len() > MOST {
        swept.efficient(swept.risk(), MEDIAN_RETURN)
    } else {
        (0..swept.rules.len()).collect()
    };
    for Rule { settings, against_present, outcome } in shown.iter().map(|&place| &swept.rules[place]) {
        let difference = against_present.get(&Figure::Pool(MEAN_RETURN));
        let difference = difference.map_or_else(String::new, |of| changed(Unit::Fraction, of, language));
        let row = settings.iter().cloned().chain(figures(outcome)).chain([difference]).chain(of_region(outcome));
        rows.push(row.collect());
    }
    let table = wide_grid(style, &head, rows);
    let paths = language.number(real(plan.paths()), 0);
    let difference = if swept.same_market() {
        message!(sweep_difference_of_same_paths)
    } else {
        message!(sweep_difference_of_same_numbers)
    };
    let (seed, version) = (plan.seed, VERSION);
    let mut caption =
        language.text(message!(sweep_caption, pool, paths, count = plan.paths(), seed, version, difference));
    if swept.floors_differ {
        caption = format!("{caption} {}", language.text(message!(sweep_floors_differ)));
    }
    if shown.len() < swept.rules.len() {
        let count = swept.rules.len();
        let [rules, shown] = [swept.rules.len(), shown.len()].map(|count| language.number(real(count), 0));
        let risk = of_pool.iter().find(|of| of.figure == swept.risk()).map(|of| language.text(&of.head));
        let left_out = message!(sweep_left_out, shown, rules, count, risk = risk.unwrap_or_default());
        caption = format!("{caption} {}", language.text(left_out));
    }
    format!("{table}\n{caption}\n")
}
