//! The main figures of the region, by calendar year.

pub mod pools;

use super::{Headline, Unit};
use crate::ledger::lines::{self, Line, Mark};
use crate::plan::{Plan, Quantiles};
use crate::report::text::fill;
use crate::report::text::region_table::RegionTableTexts;
use crate::stats::region::Window;
use crate::study::sweep;
use crate::texts::Language;
use crate::units::percent_key;

/// A figure that the region has of each calendar year.
#[derive(Debug, Clone)]
pub struct Yearly {
    /// Its name in the language.
    pub name: String,
    /// Its name within the region's figures, with a slot for the year: `years.{}.result.q05`.
    figure: String,
    /// How it is printed.
    pub unit: Unit,
}

impl Yearly {
    /// Its name within the region's figures, of a year.
    #[must_use]
    pub fn of(&self, year: &str) -> String {
        fill(&self.figure, &[year])
    }

    /// The figure of one year.
    fn headline(&self, year: i32) -> Headline {
        let year = year.to_string();
        Headline { name: format!("{}, {year}", self.name), figure: self.of(&year), unit: self.unit }
    }
}

/// A place in a distribution.
#[derive(Debug, Clone, Copy)]
enum At {
    Mean,
    Median,
    /// The quantile of this level.
    Level(f64),
}

impl At {
    const Q05: Self = Self::Level(0.05);
    const Q95: Self = Self::Level(0.95);

    fn key(self) -> String {
        match self {
            Self::Mean => "mean".to_owned(),
            Self::Median => "q50".to_owned(),
            Self::Level(level) => format!("q{}", percent_key(level)),
        }
    }

    fn words(self, language: Language) -> String {
        match self {
            Self::Mean => language.region_table().mean.to_owned(),
            Self::Median => language.texts().table.median.to_owned(),
            Self::Level(level) => language.level(level),
        }
    }
}

/// The names of a language's figures.
struct Names {
    language: Language,
    texts: &'static RegionTableTexts,
}

impl Names {
    const fn new(language: Language) -> Self {
        Self { language, texts: language.region_table() }
    }

    fn of(&self, name: &str, line: Line, at: At) -> Yearly {
        let unit = match line.unit() {
            lines::Unit::Amount => Unit::Millions,
            lines::Unit::Ratio => Unit::Ratio,
        };
        let name = format!("{name}, {}", at.words(self.language));
        Yearly { name, figure: format!("years.{{}}.{}.{}", line.key(), at.key()), unit }
    }

    fn probability(&self, name: &str, mark: Mark, window: Window) -> Yearly {
        let name = format!("{name}, {}", self.window(window));
        Yearly { name, figure: format!("events.{{}}.{}.{}", mark.key(), window.key()), unit: Unit::Percent }
    }

    fn window(&self, window: Window) -> &'static str {
        match window {
            Window::InYear => self.texts.in_year,
            Window::Within5Years => self.texts.within_5_years,
            Window::SinceStart => self.texts.since_start,
        }
    }

    /// What is so at the year's end, as its name says.
    fn at_end(&self, name: &str, mark: Mark) -> Yearly {
        Yearly { name: name.to_owned(), ..self.probability(name, mark, Window::InYear) }
    }

    fn used(&self) -> Yearly {
        self.of(self.texts.used, Line::Used, At::Mean)
    }

    fn below_budget(&self, window: Window) -> Yearly {
        self.probability(self.texts.below_budget, Mark::BelowBudget, window)
    }

    fn used_up(&self, window: Window) -> Yearly {
        self.probability(self.texts.used_up, Mark::ReservesUsedUp, window)
    }

    fn in_debt(&self) -> Yearly {
        self.at_end(self.texts.in_debt, Mark::InDebt)
    }

    fn missed(&self, window: Window) -> Yearly {
        self.probability(self.texts.missed, Mark::RequirementMissed, window)
    }

    fn in_debt_so_far(&self) -> Yearly {
        self.probability(self.texts.in_debt, Mark::InDebt, Window::SinceStart)
    }

    fn peak_debt(&self, at: At) -> Yearly {
        self.of(self.texts.peak_debt, Line::PeakDebt, at)
    }

    fn interest(&self) -> Yearly {
        self.of(self.texts.interest, Line::InterestSoFar, At::Mean)
    }

    fn funding_full(&self, at: At) -> Yearly {
        self.of(self.texts.funding_ratio_full, Line::FundingRatioFull, at)
    }

    fn lasts(&self) -> Yearly {
        Yearly { name: self.texts.lasts.to_owned(), figure: "lasts.{}".to_owned(), unit: Unit::Percent }
    }

    fn borne(&self, at: At) -> Yearly {
        self.of(self.texts.borne, Line::ShareBorne, at)
    }
}

/// The year's result.
#[must_use]
pub fn result(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    [At::Median, At::Q05, At::Q95].map(|at| names.of(names.texts.result, Line::Result, at)).into()
}

/// The result after balance adjustments.
#[must_use]
pub fn after_adjustments(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    vec![names.of(names.texts.after_adjustments, Line::AfterAdjustments, At::Median)]
}

/// What follows in the accounts: the balance requirement, reserves and balances.
#[must_use]
pub fn requirement_and_balances(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    let texts = names.texts;
    vec![
        names.of(texts.balance_requirement, Line::BalanceRequirement, At::Median),
        names.of(texts.balance_requirement, Line::BalanceRequirement, At::Q05),
        names.used(),
        names.of(texts.reserves, Line::Reserves, At::Median),
        names.of(texts.equity_ratio, Line::EquityRatio, At::Median),
        names.of(texts.equity_ratio, Line::EquityRatio, At::Q05),
        names.of(texts.equity_ratio_full, Line::EquityRatioFull, At::Median),
        names.of(texts.equity_ratio_full, Line::EquityRatioFull, At::Q05),
        names.of(texts.cash, Line::Cash, At::Median),
    ]
}

/// What the accounts say of the amount of debt.
#[must_use]
pub fn debt_of_accounts(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    vec![names.of(names.texts.debt, Line::Debt, At::Q95), names.peak_debt(At::Q95), names.interest()]
}

/// How likely it is what may happen in the accounts.
#[must_use]
pub fn likely_in_accounts(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    let texts = names.texts;
    vec![
        names.below_budget(Window::InYear),
        names.below_budget(Window::Within5Years),
        names.below_budget(Window::SinceStart),
        names.missed(Window::InYear),
        names.missed(Window::Within5Years),
        names.missed(Window::SinceStart),
        names.probability(texts.target_missed, Mark::TargetMissed, Window::InYear),
        names.at_end(texts.used_up, Mark::ReservesUsedUp),
        names.used_up(Window::Within5Years),
        names.used_up(Window::SinceStart),
        names.probability(texts.overdue, Mark::Overdue, Window::InYear),
        names.in_debt(),
        names.in_debt_so_far(),
    ]
}

/// The capital against the pension liability.
#[must_use]
pub fn funding(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    let texts = names.texts;
    vec![
        names.of(texts.capital, Line::Capital, At::Median),
        names.of(texts.funding_ratio, Line::FundingRatio, At::Median),
        names.of(texts.funding_ratio, Line::FundingRatio, At::Q05),
        names.funding_full(At::Median),
        names.funding_full(At::Q05),
        names.of(texts.funding_ratio_market, Line::FundingRatioMarket, At::Median),
        names.at_end(texts.underfunded, Mark::Underfunded),
        names.at_end(texts.underfunded_full, Mark::UnderfundedFull),
    ]
}

/// The pensions that the pools are to pay.
#[must_use]
pub fn payments(language: Language) -> Vec<Yearly> {
    let names = Names::new(language);
    let due = names.of(names.texts.due, Line::Due, At::Median);
    vec![due, names.lasts(), names.borne(At::Mean), names.borne(At::Q05)]
}

/// Debt: the greatest one so far by the 95 % quantile, or by the highest where that is not asked for.
#[must_use]
pub fn debt(language: Language, quantiles: &Quantiles) -> Vec<Yearly> {
    let names = Names::new(language);
    let mut all = vec![names.in_debt(), names.in_debt_so_far(), names.of(names.texts.debt, Line::Debt, At::Mean)];
    let highest = quantiles.levels().next_back();
    let level = quantiles.levels().find(|level| (level - 0.95).abs() < 1e-9).or(highest);
    all.extend(level.map(|level| names.peak_debt(At::Level(level))));
    all.push(names.interest());
    all
}

/// What a comparison shows of the region: results and reserves of each year of the accounts, the rest of its last year and of the
/// horizon's.
#[must_use]
pub fn compared(plan: &Plan, language: Language) -> Vec<Headline> {
    let names = Names::new(language);
    let last = last_year(plan);
    let accounts = plan.region.iter().filter_map(|region| region.accounts.as_ref());
    let years: Vec<i32> =
        accounts.flat_map(|of| &of.years).map(|of| i32::from(of.year)).filter(|&year| year <= last).collect();
    let of_each = |figure: &Yearly| years.iter().map(|&year| figure.headline(year)).collect::<Vec<_>>();
    let mut all = of_each(&names.of(names.texts.result, Line::Result, At::Q05));
    all.extend(of_each(&names.used()));
    let of_accounts = [names.below_budget(Window::InYear), names.missed(Window::SinceStart)];
    all.extend(years.last().into_iter().flat_map(|&year| of_accounts.iter().map(move |of| of.headline(year))));
    let of_horizon = [
        names.funding_full(At::Median),
        names.lasts(),
        names.borne(At::Mean),
        names.peak_debt(At::Q95),
        names.in_debt_so_far(),
    ];
    all.extend(of_horizon.iter().map(|of| of.headline(last)));
    all
}

/// What a sweep shows of it.
#[must_use]
pub fn swept(plan: &Plan, language: Language) -> Vec<Headline> {
    let shown = sweep::of_region(plan);
    compared(plan, language).into_iter().filter(|headline| shown.contains(&headline.figure)).collect()
}

/// The last calendar year that ends within the horizon.
fn last_year(plan: &Plan) -> i32 {
    let end = plan.month(plan.time.months);
    if end.month_of_year() == 12 { end.year() } else { end.year() - 1 }
}
