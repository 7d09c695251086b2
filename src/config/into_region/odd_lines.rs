//! Lines of given accounts that are plausible only as a slip, beside the same line of the years beside.

use crate::config::into_plan::Reader;
use crate::config::schema::{AccountsYearConfig, OpeningConfig};
use crate::texts::{Argument, message};

/// How many times a line may be the same line of the year beside, before its unit is doubted.
const MOST_TIMES: f64 = 30.0;

/// The least share of the year's largest line that a line is doubted from: small ones come and go.
const LEAST_SHARE: f64 = 0.01;

/// The lines of a year that follow those of the year before, each with its key.
fn lines(year: &AccountsYearConfig) -> [(&'static str, f64); 10] {
    [
        ("operating_income_mnkr", year.operating_income_mnkr.get()),
        ("operating_costs_mnkr", year.operating_costs_mnkr.get()),
        ("depreciation_mnkr", year.depreciation_mnkr.get()),
        ("taxes_mnkr", year.taxes_mnkr.get()),
        ("grants_mnkr", year.grants_mnkr.get()),
        ("other_financial_income_mnkr", year.other_financial_income_mnkr.get()),
        ("other_financial_costs_mnkr", year.other_financial_costs_mnkr.get()),
        ("provisions_mnkr", year.provisions_mnkr.get()),
        ("contingent_mnkr", year.contingent_mnkr.get()),
        ("expected_pools_mnkr", year.expected_pools_mnkr.get()),
    ]
}

/// Whether two amounts of one line are of another size, and not both small.
fn differ([one, other]: [f64; 2], largest: f64) -> bool {
    let [small, large] = if one.abs() < other.abs() { [one.abs(), other.abs()] } else { [other.abs(), one.abs()] };
    large > LEAST_SHARE * largest && large > MOST_TIMES * small
}

impl Reader<'_> {
    /// Warns of a line that is of another size than in each of the two years nearest. Opening provisions are held
    /// against those of the first year.
    pub(super) fn warn_of_odd_lines(&mut self, opening: &OpeningConfig, years: &[AccountsYearConfig]) {
        let provisions = opening.provisions.get();
        if let Some(first) = years.first()
            && differ([provisions, first.provisions_mnkr.get()], 0.0)
        {
            let [found, next] =
                [provisions, first.provisions_mnkr.get()].map(|number| Argument::Number { number, decimals: 1 });
            let text = message!(odd_line, found, next, year = i32::from(first.year));
            self.warn("region.accounts.opening_mnkr.provisions", text);
        }
        let all: Vec<[(&str, f64); 10]> = years.iter().map(lines).collect();
        for (place, of_year) in all.iter().enumerate() {
            // The year before and the one after; of the first and the last year, the two nearest.
            let first = place.saturating_sub(1).min(all.len().saturating_sub(3));
            let beside: Vec<usize> = (first..all.len()).take(3).filter(|other| *other != place).collect();
            let sizes = beside.iter().chain([&place]).flat_map(|year| &all[*year]);
            let largest = sizes.fold(0.0_f64, |largest, (_, amount)| largest.max(amount.abs()));
            for (line, (name, amount)) in of_year.iter().enumerate() {
                let odd = |year: &usize| differ([*amount, all[*year][line].1], largest);
                if let Some(other) = beside.first().filter(|_| beside.iter().all(odd)) {
                    let [found, next] =
                        [*amount, all[*other][line].1].map(|number| Argument::Number { number, decimals: 1 });
                    let text = message!(odd_line, found, next, year = i32::from(years[*other].year));
                    self.warn(&format!("region.accounts.years.{place}.{name}"), text);
                }
            }
        }
    }
}
