//! The main figures of the region, by calendar year.

pub(crate) mod pools;

use super::Headline;
use crate::ledger::lines::{Line, Mark};
use crate::plan::{Plan, Quantiles};
use crate::stats::figure::{Figure, Quantile, RegionFigure, Statistic};
use crate::stats::region::Window;
use crate::study::sweep;
use crate::texts::{Language, Message, message};

/// A figure that the region has of each calendar year.
#[derive(Debug, Clone)]
pub struct Yearly {
    /// Its name in the language.
    pub name: String,
    figure: YearlyFigure,
}

/// A figure of the region, whatever its year.
#[derive(Debug, Clone, Copy)]
enum YearlyFigure {
    Line(Line, Statistic),
    Event(Mark, Window),
    Lasts,
}

impl Yearly {
    /// The figure of a calendar year.
    #[must_use]
    pub fn of(&self, year: i32) -> RegionFigure {
        match self.figure {
            YearlyFigure::Line(line, statistic) => RegionFigure::Line(year, line, statistic),
            YearlyFigure::Event(mark, window) => RegionFigure::Event(year, mark, window),
            YearlyFigure::Lasts => RegionFigure::Lasts(year),
        }
    }

    /// The headline of one year.
    fn headline(&self, year: i32) -> Headline {
        Headline::new(format!("{}, {year}", self.name), self.of(year))
    }
}

/// The names of a language's figures.
struct Names {
    language: Language,
}

impl Names {
    fn of(&self, name: Message, line: Line, statistic: Statistic) -> Yearly {
        let name = format!("{}, {}", self.language.text(name), self.statistic(statistic));
        Yearly { name, figure: YearlyFigure::Line(line, statistic) }
    }

    fn statistic(&self, statistic: Statistic) -> String {
        match statistic {
            Statistic::Mean => self.language.text(message!(mean)),
            Statistic::MEDIAN => self.language.text(message!(median)),
            Statistic::Quantile(quantile) => self.language.level(quantile.level()),
        }
    }

    fn probability(&self, name: Message, mark: Mark, window: Window) -> Yearly {
        let [name, window_words] = self.language.texts([name, words(window)]);
        let name = format!("{name}, {window_words}");
        Yearly { name, figure: YearlyFigure::Event(mark, window) }
    }

    /// What is so at the year's end, as its name says.
    fn at_end(&self, name: Message, mark: Mark) -> Yearly {
        Yearly { name: self.language.text(name), figure: YearlyFigure::Event(mark, Window::InYear) }
    }

    fn used(&self) -> Yearly {
        self.of(message!(region_used), Line::Used, Statistic::Mean)
    }

    fn below_budget(&self, window: Window) -> Yearly {
        self.probability(message!(region_below_budget), Mark::BelowBudget, window)
    }

    fn used_up(&self, window: Window) -> Yearly {
        self.probability(message!(region_used_up), Mark::ReservesUsedUp, window)
    }

    fn in_debt(&self) -> Yearly {
        self.at_end(message!(region_in_debt), Mark::InDebt)
    }

    fn missed(&self, window: Window) -> Yearly {
        self.probability(message!(region_missed), Mark::RequirementMissed, window)
    }

    fn in_debt_so_far(&self) -> Yearly {
        self.probability(message!(region_in_debt), Mark::InDebt, Window::SinceStart)
    }

    fn peak_debt(&self, statistic: Statistic) -> Yearly {
        self.of(message!(region_peak_debt), Line::PeakDebt, statistic)
    }

    fn interest(&self) -> Yearly {
        self.of(message!(region_interest), Line::InterestSoFar, Statistic::Mean)
    }

    fn funding_full(&self, statistic: Statistic) -> Yearly {
        self.of(message!(region_funding_ratio_full), Line::FundingRatioFull, statistic)
    }

    fn lasts(&self) -> Yearly {
        Yearly { name: self.language.text(message!(region_lasts)), figure: YearlyFigure::Lasts }
    }

    fn borne(&self, statistic: Statistic) -> Yearly {
        self.of(message!(region_borne), Line::ShareBorne, statistic)
    }
}

/// The years of an event in words.
fn words(window: Window) -> Message {
    match window {
        Window::InYear => message!(region_in_year),
        Window::Within5Years => message!(region_within_5_years),
        Window::SinceStart => message!(region_since_start),
    }
}

/// The year's result.
#[must_use]
pub fn result(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    [Statistic::MEDIAN, Statistic::Q05, Statistic::Q95]
        .map(|statistic| names.of(message!(region_result), Line::Result, statistic))
        .into()
}

/// The result after balance adjustments.
#[must_use]
pub fn after_adjustments(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    vec![names.of(message!(region_after_adjustments), Line::AfterAdjustments, Statistic::MEDIAN)]
}

/// What follows in the accounts: the balance requirement, reserves and balances.
#[must_use]
pub fn requirement_and_balances(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    vec![
        names.of(message!(region_balance_requirement), Line::BalanceRequirement, Statistic::MEDIAN),
        names.of(message!(region_balance_requirement), Line::BalanceRequirement, Statistic::Q05),
        names.used(),
        names.of(message!(region_reserves), Line::Reserves, Statistic::MEDIAN),
        names.of(message!(region_equity_ratio), Line::EquityRatio, Statistic::MEDIAN),
        names.of(message!(region_equity_ratio), Line::EquityRatio, Statistic::Q05),
        names.of(message!(region_equity_ratio_full), Line::EquityRatioFull, Statistic::MEDIAN),
        names.of(message!(region_equity_ratio_full), Line::EquityRatioFull, Statistic::Q05),
        names.of(message!(region_cash), Line::Cash, Statistic::MEDIAN),
    ]
}

/// What the accounts say of the amount of debt.
#[must_use]
pub fn debt_of_accounts(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    vec![names.of(message!(region_debt), Line::Debt, Statistic::Q95), names.peak_debt(Statistic::Q95), names.interest()]
}

/// How likely it is what may happen in the accounts.
#[must_use]
pub fn likely_in_accounts(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    vec![
        names.below_budget(Window::InYear),
        names.below_budget(Window::Within5Years),
        names.below_budget(Window::SinceStart),
        names.missed(Window::InYear),
        names.missed(Window::Within5Years),
        names.missed(Window::SinceStart),
        names.probability(message!(region_target_missed), Mark::TargetMissed, Window::InYear),
        names.at_end(message!(region_used_up), Mark::ReservesUsedUp),
        names.used_up(Window::Within5Years),
        names.used_up(Window::SinceStart),
        names.probability(message!(region_overdue), Mark::Overdue, Window::InYear),
        names.in_debt(),
        names.in_debt_so_far(),
    ]
}

/// The capital against the pension liability.
#[must_use]
pub fn funding(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    vec![
        names.of(message!(region_capital), Line::Capital, Statistic::MEDIAN),
        names.of(message!(region_funding_ratio), Line::FundingRatio, Statistic::MEDIAN),
        names.of(message!(region_funding_ratio), Line::FundingRatio, Statistic::Q05),
        names.funding_full(Statistic::MEDIAN),
        names.funding_full(Statistic::Q05),
        names.of(message!(region_funding_ratio_market), Line::FundingRatioMarket, Statistic::MEDIAN),
        names.at_end(message!(region_underfunded), Mark::Underfunded),
        names.at_end(message!(region_underfunded_full), Mark::UnderfundedFull),
    ]
}

/// The pensions that the pools are to pay.
#[must_use]
pub fn payments(language: Language) -> Vec<Yearly> {
    let names = Names { language };
    let due = names.of(message!(region_due), Line::Due, Statistic::MEDIAN);
    vec![due, names.lasts(), names.borne(Statistic::Mean), names.borne(Statistic::Q05)]
}

/// Debt: the greatest one so far by the 95 % quantile, or by the highest where that is not asked for.
#[must_use]
pub fn debt(language: Language, quantiles: &Quantiles) -> Vec<Yearly> {
    let names = Names { language };
    let mut all =
        vec![names.in_debt(), names.in_debt_so_far(), names.of(message!(region_debt), Line::Debt, Statistic::Mean)];
    let highest = quantiles.levels().next_back();
    let level = quantiles.levels().find(|level| (level - 0.95).abs() < 1e-9).or(highest);
    all.extend(level.map(|level| names.peak_debt(Statistic::Quantile(Quantile::of(level)))));
    all.push(names.interest());
    all
}

/// What a comparison shows of the region: results and reserves of each year of the accounts, the rest of its last year
/// and of the horizon's.
#[must_use]
pub fn compared(plan: &Plan, language: Language) -> Vec<Headline> {
    let names = Names { language };
    let last = last_year(plan);
    let accounts = plan.region.iter().filter_map(|region| region.accounts.as_ref());
    let years: Vec<i32> =
        accounts.flat_map(|of| &of.years).map(|of| i32::from(of.year)).filter(|&year| year <= last).collect();
    let of_each = |figure: &Yearly| years.iter().map(|&year| figure.headline(year)).collect::<Vec<_>>();
    let mut all = of_each(&names.of(message!(region_result), Line::Result, Statistic::Q05));
    all.extend(of_each(&names.used()));
    let of_accounts = [names.below_budget(Window::InYear), names.missed(Window::SinceStart)];
    all.extend(years.last().into_iter().flat_map(|&year| of_accounts.iter().map(move |of| of.headline(year))));
    let of_horizon = [
        names.funding_full(Statistic::MEDIAN),
        names.lasts(),
        names.borne(Statistic::Mean),
        names.peak_debt(Statistic::Q95),
        names.in_debt_so_far(),
    ];
    all.extend(of_horizon.iter().map(|of| of.headline(last)));
    all
}

/// What a sweep shows of it.
#[must_use]
pub fn swept(plan: &Plan, language: Language) -> Vec<Headline> {
    let shown: Vec<Figure> = sweep::of_region(plan).into_iter().map(Figure::from).collect();
    compared(plan, language).into_iter().filter(|headline| shown.contains(&headline.figure)).collect()
}

/// The last calendar year that ends within the horizon.
fn last_year(plan: &Plan) -> i32 {
    let end = plan.month(plan.time.months);
    if end.month_of_year() == 12 { end.year() } else { end.year() - 1 }
}
