//! The accounts' rules across keys.

use super::RegionContext;
use crate::config::into_plan::Reader;
use crate::config::schema::{AccountsConfig, AccountsYearConfig, DebtConfig, OpeningConfig, ReservationConfig};
use crate::plan::{Accounts, AccountsOpening, AccountsYear, Reservation, ReserveKind};
use crate::texts::message;
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
        self.warn_of_odd_lines(&config.opening_mnkr, &config.years);
        self.reservations_follow(&config.years);
        self.inflation_follows(&config.years);
        let mut years = Vec::with_capacity(config.years.len());
        for (place, year) in config.years.iter().enumerate() {
            let key = format!("region.accounts.years.{place}");
            if left_out.is_empty() && year.expected_left_out_mnkr.get().abs() > 0.0 {
                let found = message!(none_left_out, amount = year.expected_left_out_mnkr.get().to_string());
                self.problem(&format!("{key}.expected_left_out_mnkr"), found, message!(zero_or_left_out));
            }
            let usable = self.usable(&key, &year.usable);
            years.push(given(year, usable, year.reservation.map(reservation)));
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
            let found = message!(total_assets, amount = assets.to_string());
            self.problem(key, found, message!(opening_above_zero));
        }
        let first = start + 1 - YEARS_OF_DEFICITS;
        let mut deficits = Vec::new();
        for (text, amount) in &config.deficits {
            let Some(year) = text.parse::<i16>().ok().filter(|year| text.len() == 4 && (first..=start).contains(year))
            else {
                let allowed = message!(year_to_restore, first, last = start);
                self.problem(&format!("{key}.deficits.{text}"), message!(the_year, year = text), allowed);
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
            let before = place.checked_sub(1).map(|before| years[before].year);
            let due = before.unwrap_or(context.start_year) + 1;
            if year.year != due {
                let key = format!("region.accounts.years.{place}.year");
                let allowed = match before {
                    None => message!(accounts_first_year, year = due),
                    Some(_) => message!(accounts_next_year, year = due),
                };
                self.problem(&key, year.year.to_string(), allowed);
            }
        }
        if context.last_year() == context.start_year {
            let found = message!(months_close_no_year, months = context.whole.horizon_months);
            self.problem("horizon_months", found, message!(twelve_months));
        }
    }

    /// All years say with which inflation their provisions are reckoned, or none does.
    fn inflation_follows(&mut self, years: &[AccountsYearConfig]) {
        let given = years.first().is_some_and(|year| year.inflation.is_some());
        if let Some(place) = years.iter().position(|year| year.inflation.is_some() != given) {
            let year = years[place].year;
            let found = if given { message!(inflation_none_in, year) } else { message!(inflation_one_in, year) };
            self.problem(&format!("region.accounts.years.{place}.inflation"), found, message!(inflation_in_all));
        }
    }

    /// Checks that no year is without a reservation from the first to the last, and that none goes back to the older
    /// reserve.
    fn reservations_follow(&mut self, years: &[AccountsYearConfig]) {
        let has = |year: &AccountsYearConfig| year.reservation.is_some();
        let (Some(first), Some(last)) = (years.iter().position(has), years.iter().rposition(has)) else { return };
        let mut newer = false;
        for (place, year) in (first..).zip(&years[first..=last]) {
            let key = format!("region.accounts.years.{place}");
            match year.reservation.map(|rule| rule.into) {
                None => {
                    self.problem(&key, message!(reservation_gap, year = year.year), message!(reservation_each_year));
                }
                Some(ReserveKind::Equalisation) if newer => {
                    let found = message!(equalisation_after_result, year = year.year);
                    self.problem(&format!("{key}.reservation.into"), found, message!(result_from_then));
                }
                Some(into) => newer |= into == ReserveKind::Result,
            }
        }
    }

    fn usable(&mut self, year: &str, names: &[ReserveKind]) -> Vec<ReserveKind> {
        for (place, name) in names.iter().enumerate() {
            if names[..place].contains(name) {
                let found = message!(name_again, name = name.name());
                self.problem(&format!("{year}.usable.{place}"), found, message!(each_reserve_once));
            }
        }
        names.to_vec()
    }

    /// The lender's margin, and the short rate where the world has none.
    fn debt(&mut self, config: DebtConfig, context: RegionContext) -> Option<(Rate, Rate)> {
        let key = "region.accounts.debt";
        match (config.rate, context.short_rate?) {
            (Some(_), true) => {
                self.problem(&format!("{key}.rate"), message!(debt_rate_in_world), message!(margin_alone));
            }
            (None, false) => {
                self.problem(key, message!(debt_without_rate), message!(debt_rate_or_world));
            }
            _ => {}
        }
        Some((config.margin, config.rate.unwrap_or(Rate::ZERO)))
    }
}

fn reservation(config: ReservationConfig) -> Reservation {
    Reservation {
        into: config.into,
        above: config.above,
        above_when_negative: config.effective_above_when_negative(),
        cap: config.cap,
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
