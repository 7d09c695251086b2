//! The accounts' rules across keys.

use super::RegionContext;
use crate::config::into_plan::Reader;
use crate::config::schema::{AccountsConfig, AccountsYearConfig, DebtConfig, OpeningConfig, ReservationConfig};
use crate::plan::{Accounts, AccountsOpening, AccountsYear, Reservation, ReserveKind};
use crate::units::{Amount, Rate};

/// Years, the start's among them, from which deficits may be left to restore.
const YEARS_OF_DEFICITS: i16 = 3;

impl Reader<'_> {
    pub(super) fn accounts(&mut self, config: &AccountsConfig, context: RegionContext) -> Option<Accounts> {
        let left_out = match &config.left_out[..] {
            [] => Vec::new(),
            names => self.pool_places("region.accounts.left_out", names, context.whole)?,
        };
        let opening = self.opening(&config.opening_mnkr, context.start_year);
        self.years_follow(&config.years, context);
        self.reservations_follow(&config.years);
        self.inflation_follows(&config.years);
        let mut years = Vec::with_capacity(config.years.len());
        for (place, year) in config.years.iter().enumerate() {
            let key = format!("region.accounts.years.{place}");
            if left_out.is_empty() && year.expected_left_out_mnkr.get().abs() > 0.0 {
                let found = format!("{} though no pool is left out", year.expected_left_out_mnkr.get());
                self.problem(
                    &format!("{key}.expected_left_out_mnkr"),
                    found,
                    "0, or pools in region.accounts.left_out",
                );
            }
            let usable = self.usable(&key, &year.usable);
            years.push(given(year, usable, year.reservation.map(|rule| self.reservation(&key, rule))));
        }
        let (margin, rate) = self.debt(config.debt, context)?;
        Some(Accounts {
            opening: opening?,
            years,
            left_out: (0..context.whole.pools.len()).map(|pool| left_out.contains(&pool)).collect(),
            least_cash: config.least_cash_mnkr.amount(),
            margin,
            rate,
        })
    }

    fn opening(&mut self, config: &OpeningConfig, start: i16) -> Option<AccountsOpening> {
        let key = "region.accounts.opening_mnkr";
        let others = [config.provisions, config.other_liabilities, config.debt];
        let assets = others.iter().fold(config.equity.get(), |sum, part| sum + part.get());
        if assets <= 0.0 {
            let allowed = "equity, provisions, other liabilities and debt that add up to more than 0";
            self.problem(key, format!("total assets of {assets}"), allowed);
        }
        let first = start + 1 - YEARS_OF_DEFICITS;
        let mut deficits = Vec::new();
        for (text, amount) in &config.deficits {
            let Some(year) = text.parse::<i16>().ok().filter(|year| text.len() == 4 && (first..=start).contains(year))
            else {
                let allowed = format!("a year from {first} to {start}, which is left to restore");
                self.problem(&format!("{key}.deficits.{text}"), format!("the year \"{text}\""), allowed);
                return None;
            };
            deficits.push((u32::try_from(start - year).unwrap_or(0), amount.amount()));
        }
        deficits.retain(|(_, amount)| *amount > Amount::ZERO);
        deficits.sort_by_key(|(age, _)| std::cmp::Reverse(*age));
        let mut reserves = [Amount::ZERO; ReserveKind::ALL.len()];
        reserves[ReserveKind::Equalisation as usize] = config.equalisation_reserve.amount();
        reserves[ReserveKind::Result as usize] = config.result_reserve.amount();
        Some(AccountsOpening {
            equity: config.equity.sek(),
            provisions: config.provisions.amount(),
            other_liabilities: config.other_liabilities.amount(),
            cash: config.cash.sek(),
            debt: config.debt.amount(),
            reserves,
            deficits,
        })
    }

    /// The years follow the start and each other, and the horizon reaches one of them.
    fn years_follow(&mut self, years: &[AccountsYearConfig], context: RegionContext) {
        for (place, year) in years.iter().enumerate() {
            let (due, why) = match place.checked_sub(1).map(|before| years[before].year) {
                None => (context.start_year + 1, "the year after the start"),
                Some(before) => (before + 1, "the year after the one before: each once, in order, none missing"),
            };
            if year.year != due {
                let key = format!("region.accounts.years.{place}.year");
                self.problem(&key, year.year.to_string(), format!("{due}, {why}"));
            }
        }
        if context.last_year() == context.start_year {
            let found = format!("{} months, which close no year of the accounts", context.whole.horizon_months);
            self.problem("horizon_months", found, "at least 12 months");
        }
    }

    /// All years say with which inflation their provisions are reckoned, or none does.
    fn inflation_follows(&mut self, years: &[AccountsYearConfig]) {
        let given = years.first().is_some_and(|year| year.inflation.is_some());
        if let Some(place) = years.iter().position(|year| year.inflation.is_some() != given) {
            let found =
                format!("inflation in some years, {} in {}", if given { "none" } else { "one" }, years[place].year);
            let allowed = "inflation in every year, or in none: provisions follow the level of prices since the start";
            self.problem(&format!("region.accounts.years.{place}.inflation"), found, allowed);
        }
    }

    /// From the first reservation to the last no year is without, and none goes back to the older reserve.
    fn reservations_follow(&mut self, years: &[AccountsYearConfig]) {
        let has = |year: &AccountsYearConfig| year.reservation.is_some();
        let (Some(first), Some(last)) = (years.iter().position(has), years.iter().rposition(has)) else { return };
        let mut newer = false;
        for (place, year) in (first..).zip(&years[first..=last]) {
            let key = format!("region.accounts.years.{place}");
            match year.reservation.map(|rule| rule.into) {
                None => {
                    let found = format!("no reservation in {}, between years that have one", year.year);
                    let allowed = "a rule for each year from the first to the last, or reservation.above = 1 for none";
                    self.problem(&key, found, allowed);
                }
                Some(ReserveKind::Equalisation) if newer => {
                    let found = format!("\"equalisation\" in {} after \"result\"", year.year);
                    self.problem(&format!("{key}.reservation.into"), found, "\"result\" from then on");
                }
                Some(into) => newer |= into == ReserveKind::Result,
            }
        }
    }

    fn reservation(&mut self, year: &str, config: ReservationConfig) -> Reservation {
        if config.cap.is_some_and(|cap| cap.get() <= 0.0) {
            let allowed = "a share above 0, or no reservation";
            self.problem(&format!("{year}.reservation.cap"), "0", allowed);
        }
        Reservation {
            into: config.into,
            above: config.above,
            above_when_negative: config.effective_above_when_negative(),
            cap: config.cap,
        }
    }

    fn usable(&mut self, year: &str, names: &[ReserveKind]) -> Vec<ReserveKind> {
        for (place, name) in names.iter().enumerate() {
            if names[..place].contains(name) {
                let found = format!("\"{}\" again", name.name());
                self.problem(&format!("{year}.usable.{place}"), found, "each reserve once");
            }
        }
        names.to_vec()
    }

    /// What the lender adds, and the rate where the world has none.
    fn debt(&mut self, config: DebtConfig, context: RegionContext) -> Option<(Rate, Rate)> {
        let key = "region.accounts.debt";
        let margin = config.margin;
        if margin < Rate::ZERO {
            self.problem(&format!("{key}.margin"), margin.get().to_string(), "a number from 0 to 1");
        }
        match (config.rate, context.short_rate?) {
            (Some(_), true) => {
                let found = "a rate in a world that simulates the short rate";
                self.problem(&format!("{key}.rate"), found, "margin alone: debt costs the short rate and the margin");
            }
            (None, false) => {
                let found = "no rate for debt in a world without a short rate";
                self.problem(key, found, "debt.rate = 0.02, for one, or a world with [market.short_rate]");
            }
            _ => {}
        }
        Some((margin, config.rate.unwrap_or(Rate::ZERO)))
    }
}

fn given(year: &AccountsYearConfig, usable: Vec<ReserveKind>, reservation: Option<Reservation>) -> AccountsYear {
    AccountsYear {
        year: year.year,
        operating_income: year.operating_income_mnkr.sek(),
        operating_costs: year.operating_costs_mnkr.sek(),
        depreciation: year.depreciation_mnkr.sek(),
        taxes: year.taxes_mnkr.sek(),
        grants: year.grants_mnkr.sek(),
        other_financial_income: year.other_financial_income_mnkr.sek(),
        other_financial_costs: year.other_financial_costs_mnkr.sek(),
        provisions: year.provisions_mnkr.amount(),
        contingent: year.contingent_mnkr.amount(),
        other_cash: year.other_cash_mnkr.sek(),
        expected_pools: year.expected_pools_mnkr.sek(),
        expected_left_out: year.expected_left_out_mnkr.sek(),
        inflation: year.inflation,
        reservation,
        usable,
        target: year.target,
    }
}
