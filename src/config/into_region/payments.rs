//! Pensions to be paid, from formula or file, as an amount for each calendar year after the start.

use super::RegionContext;
use crate::config::files::Table;
use crate::config::flows::slips::{self, Dated};
use crate::config::flows::{AMOUNTS, amount};
use crate::config::into_plan::Reader;
use crate::config::problem::Problem;
use crate::config::schema::{PaymentsConfig, PaymentsFormula};
use crate::config::warning::Warning;
use crate::texts::message;
use crate::units::{Amount, Month};

/// Years after the start within which the last payment lies.
const MOST_YEARS: i16 = 200;
/// The greatest amount of a year, million kronor.
const MOST_MNKR: f64 = 1e5;

impl Reader<'_> {
    /// Payments of each calendar year after the start's, to the last one that has any, SEK.
    pub(super) fn payments(
        &mut self,
        key: &str,
        config: &PaymentsConfig,
        context: RegionContext,
    ) -> Option<Vec<Amount>> {
        let mut payments = match config {
            PaymentsConfig::File { file } => self.payments_of_file(&format!("{key}.file"), file, context)?,
            PaymentsConfig::Formula(formula) => self.payments_by_formula(key, formula, context)?,
        };
        let last = payments.iter().rposition(|amount| *amount > 0.0);
        payments.truncate(last.map_or(0, |last| last + 1));
        payments.into_iter().map(Amount::new).collect()
    }

    fn payments_by_formula(&mut self, key: &str, config: &PaymentsFormula, context: RegionContext) -> Option<Vec<f64>> {
        let PaymentsFormula { from, amount_mnkr: amount, until, .. } = *config;
        let start = context.start_year;
        if config.peak.is_some() != config.peak_mnkr.is_some() {
            self.problem(key, message!(one_peak_key), message!(both_or_neither));
            return None;
        }
        let [rise, peak] = config.effective_years();
        self.after_the_start(&format!("{key}.from"), from, start)?;
        let mut before = from;
        for (name, year) in [("rise", rise), ("peak", peak), ("until", until)] {
            if year < before {
                let allowed = message!(years_in_order, first = before);
                self.problem(&format!("{key}.{name}"), year.to_string(), allowed);
                return None;
            }
            before = year;
        }
        if until - start > MOST_YEARS {
            let allowed = message!(year_up_to, last = start + MOST_YEARS, years = MOST_YEARS);
            self.problem(&format!("{key}.until"), until.to_string(), allowed);
            return None;
        }
        let (level, peak_level) = (amount.amount(), config.effective_peak().amount());
        self.warn_of_odd_amount(&format!("{key}.amount_mnkr"), level, context.whole);
        if config.peak_mnkr.is_some() {
            self.warn_of_odd_amount(&format!("{key}.peak_mnkr"), peak_level, context.whole);
        }
        let [level, peak_level] = [level, peak_level].map(Amount::get);
        let formula = |year: i16| match year {
            year if year < from => 0.0,
            year if year >= peak => peak_level * part(until + 1 - year, until + 1 - peak),
            year if year <= rise => level,
            year => level + (peak_level - level) * part(year - rise, peak - rise),
        };
        Some((start + 1..=until).map(formula).collect())
    }

    fn payments_of_file(&mut self, key: &str, file: &str, context: RegionContext) -> Option<Vec<f64>> {
        let (payments, warnings) = self.read_file(key, file, |name, content| {
            by_year(&Table::read(name, content, &[&["date"], &AMOUNTS])?, context.start_year)
        })?;
        self.warn_all(warnings);
        let most = payments.iter().copied().fold(0.0, f64::max);
        self.warn_of_odd_amount(key, Amount::new(most)?, context.whole);
        Some(payments)
    }
}

/// A part of a number of years.
fn part(years: i16, of: i16) -> f64 {
    f64::from(years) / f64::from(of)
}

/// The amounts of a table by year since the start: years after the start, each once, in order; 0 in years that it
/// leaves out. Rows that may be slips are warned of.
fn by_year(table: &Table, start: i16) -> Result<(Vec<f64>, Vec<Warning>), Problem> {
    let (mut amounts, mut rows) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let text = table.text(row, 0);
        let year: Option<i16> = text.parse().ok().filter(|_| text.len() == 4);
        let last = start + MOST_YEARS;
        let next = start + 1 + i16::try_from(amounts.len()).unwrap_or(MOST_YEARS);
        let year = year.filter(|year| (next..=last).contains(year)).ok_or_else(|| {
            table.problem(row, 0, format!("\"{text}\""), message!(year_of_payment, first = next, last))
        })?;
        let amount = amount(table, row, MOST_MNKR)?;
        amounts.extend((next..year).map(|_| 0.0));
        amounts.push(amount);
        rows.extend(Month::new(year, 1).zip(Month::new(year, 12)).map(|(first, last)| Dated {
            row,
            first,
            last,
            amount,
        }));
    }
    Ok((amounts, slips::of(table, &rows)))
}
