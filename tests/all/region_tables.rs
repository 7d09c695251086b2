//! What is told of the region: tables, CSV and comparisons say the figures of the summary, in the years that they are
//! of.

use std::ops::ControlFlow;

use skans::ledger::lines::{Line, RegionEvent};
use skans::plan::{Accounts, AccountsOpening, AccountsYear, Liability, PaidByPools, Plan, Region, ReserveKind};
use skans::report::answer::run::region as series;
use skans::report::table::{self, Style};
use skans::stats::Estimate;
use skans::stats::figure::{Branch, Figure, Quantile, RegionFigure, Statistic, Unit};
use skans::stats::region::EventWindow;
use skans::stats::summary::{RegionSummary, Summary};
use skans::study::compare::{align, compare};
use skans::texts::Language;
use skans::units::{Amount, Share};

use crate::case::{amount, rate, sek, share};

const BOTH: [Language; 2] = [Language::En, Language::Sv];
const ACCOUNTS: [i16; 3] = [2023, 2024, 2025];

/// A region of one pool, 2023–2034, which bears pensions of 60 mnkr and more from 2025 on.
fn plan(equities: f64, opening_mnkr: u32) -> Plan {
    let text = format!(
        r#"
        start = "2022-12"
        horizon_months = 144
        paths = 1000
        seed = 3
        [market]
        model = "lognormal"
        assets.equity = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.20 }}
        assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.01, volatility.log = 0.05 }}
        correlations.equity.bonds = 0.1
        [pools.long]
        opening_value_mnkr = {opening_mnkr}
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        rule = {{ kind = "static", share = {equities:?} }}
        "#
    );
    let liability = Liability {
        payments: [vec![amount(60e6); 20], vec![amount(40e6); 20]],
        payroll_tax: share(0.2426),
        real_rate: rate(0.01),
        market: None,
        backed_by: vec![true],
        paid_by_pools: Some(PaidByPools { from: 2025, share: Share::WHOLE, order: vec![0] }),
    };
    let region = Region { liability: Some(liability), accounts: Some(accounts()), ..Region::default() };
    let mut plan = crate::case::plan(&text);
    plan.region = Some(region);
    plan
}

fn accounts() -> Accounts {
    let opening = AccountsOpening {
        equity: sek(600e6),
        provisions: amount(400e6),
        other_liabilities: amount(200e6),
        cash: sek(50e6),
        debt: amount(0.0),
        reserves: [amount(20e6), amount(0.0)],
        deficits: Vec::new(),
    };
    let year = |year| AccountsYear {
        year,
        operating_income: sek(100e6),
        operating_costs: sek(-1100e6),
        depreciation: sek(-30e6),
        taxes: sek(750e6),
        grants: sek(260e6),
        other_financial_income: sek(5e6),
        other_financial_costs: sek(-10e6),
        provisions: amount(410e6),
        contingent: amount(380e6),
        other_cash: sek(0.0),
        expected_pools: sek(40e6),
        expected_left_out: sek(30e6),
        inflation: None,
        reservation: None,
        usable: vec![ReserveKind::Equalisation],
        target: share(0.01),
    };
    let years = ACCOUNTS.map(year).into();
    Accounts { opening, years, left_out: vec![true], least_cash: Amount::ZERO, margin: rate(0.01), rate: rate(0.03) }
}

fn run() -> (Plan, Summary) {
    let plan = plan(0.5, 1000);
    let summary = crate::case::run(&plan);
    (plan, summary)
}

fn region(summary: &Summary) -> &RegionSummary {
    summary.region.as_ref().expect("a region was told of")
}

/// The cells of a Markdown table's row that begins with a name, in each table that has one.
fn rows<'t>(text: &'t str, name: &str) -> Vec<Vec<&'t str>> {
    let cells = |line: &'t str| line.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>();
    let rows = text.lines().map(cells).filter(|cells| cells[0] == name);
    rows.map(|mut cells| cells.split_off(1)).collect()
}

#[test]
fn the_accounts_are_the_budgets_and_the_summarys_by_year() {
    let (plan, summary) = run();
    let region = region(&summary);
    for (language, mark, [head, budget, result, missed]) in [
        (
            Language::En,
            RegionEvent::BelowBudget,
            ["accounts, mnkr", "budget: result", "result, 5 %", "P(result below budget), within 5 years"],
        ),
        (
            Language::Sv,
            RegionEvent::RequirementMissed,
            [
                "räkenskaper, mnkr",
                "budget: årets resultat",
                "årets resultat, 5 %",
                "P(balanskravet ej uppfyllt), inom 5 år",
            ],
        ),
    ] {
        let text = table::page(&summary, &plan, language, Style::Markdown).replace('\u{a0}', " ");
        let [years, budgets, results, likely] = [head, budget, result, missed].map(|name| rows(&text, name));
        assert_eq!(years, [ACCOUNTS.map(|year| year.to_string())]);
        // 750 + 260 + 100 - 1100 - 30, and 5 + 40 - 10.
        assert_eq!(budgets, [["15"; 3]]);
        for (place, year) in ACCOUNTS.into_iter().map(i32::from).enumerate() {
            let q05: Estimate = region.years[&year][&Line::Result].quantiles[&Quantile::Q05];
            assert_eq!(results[0][place], language.number_with_error(q05.scaled(1e-6), 1));
            let p = region.events[&year][&mark].within_5_years;
            assert_eq!(likely[0][place], language.figure(p, Unit::Fraction).replace('\u{a0}', " "));
            assert!(p.value > 0.0 && likely[0][place].contains(['±', '(']), "{p:?}");
        }
    }
}

#[test]
fn pensions_stand_at_the_first_year_every_fifth_and_the_last() {
    let (plan, summary) = run();
    let region = region(&summary);
    for language in BOTH {
        let text = table::page(&summary, &plan, language, Style::Markdown);
        let [only_funding, _debt] = &rows(&text, "2023")[..] else { panic!("pensions are paid from 2025 on:\n{text}") };
        let q05 = region.years[&2023][&Line::FundingRatioFull].quantiles[&Quantile::Q05];
        assert!(only_funding.contains(&&*language.figure(q05, Unit::Ratio)));
        for year in [2025, 2030, 2034] {
            let [funding, payments, _debt] = &rows(&text, &year.to_string())[..] else {
                panic!("{year} in three tables:\n{text}")
            };
            let median = region.years[&year][&Line::FundingRatioFull].quantiles[&Quantile::MEDIAN];
            assert!(funding.contains(&&*language.figure(median, Unit::Ratio)), "{funding:?}");
            assert!(payments.contains(&&*language.figure(region.lasts[&year], Unit::Fraction)), "{payments:?}");
        }
        assert!(["2024", "2029", "2033"].iter().all(|year| rows(&text, year).is_empty()));
    }
}

/// The year by which the capital is exhausted on a share of paths is the first in which it does not last on so many.
#[test]
fn when_the_capital_is_exhausted_is_said_by_share_of_paths() {
    let (plan, summary) = run();
    let region = region(&summary);
    let by = |share: f64| region.lasts.iter().find(|(_, lasts)| 1.0 - lasts.value >= share).map(|(year, _)| year);
    let text = table::page(&summary, &plan, Language::En, Style::Text).replace('\u{a0}', " ");
    let sentence = text.lines().find(|line| line.starts_with("The capital is exhausted")).unwrap();
    let [early, late] = [0.05, 0.25].map(by);
    assert!(early.is_some() && early < late, "{early:?}, {late:?}");
    for (share, year) in [("5 %", early), ("25 %", late)] {
        assert!(sentence.contains(&format!("on {share} of paths by the end of {}", year.unwrap())), "{sentence}");
    }
    let rich = plan_of_the_rich();
    let text = table::page(&crate::case::run(&rich), &rich, Language::Sv, Style::Text).replace('\u{a0}', " ");
    let sentence = "Vid slutet av 2034 är kapitalet uttömt på färre än 1 % av de simulerade banorna.";
    assert!(text.contains(sentence), "{text}");
}

#[test]
fn captions_name_the_pools_whose_capital_it_is_and_those_that_pay() {
    let (plan, summary) = run();
    for (language, words) in [
        (
            Language::En,
            ["Capital (what stands against the liability): long.", "The pools that pay, in this order: long."],
        ),
        (
            Language::Sv,
            ["Kapital (det som står mot skulden): long.", "Portföljerna som betalar, i denna ordning: long."],
        ),
    ] {
        let text = table::page(&summary, &plan, language, Style::Markdown);
        assert!(words.iter().all(|words| text.contains(words)), "{text}");
    }
}

/// Debt is by year to the horizon where there is any, and its amounts in the accounts are where there is any in their
/// years.
#[test]
fn debt_is_told_in_the_years_in_which_there_is_any() {
    let (plan, summary) = run();
    let found = &region(&summary).years[&2034];
    assert!(found[&Line::Debt].mean.value > 0.0, "the poor borrow");
    let of = |estimate: Estimate| Language::En.number_with_error(estimate.scaled(1e-6), 1);
    let likely = region(&summary).events[&2034][&RegionEvent::InDebt];
    let [in_year, since_start] = [likely.in_year, likely.since_start].map(|p| Language::En.fraction(p));
    let wanted = [
        in_year,
        since_start,
        of(found[&Line::Debt].mean),
        of(found[&Line::PeakDebt].quantiles[&Quantile::Q95]),
        of(found[&Line::InterestSoFar].mean),
    ];
    let text = table::page(&summary, &plan, Language::En, Style::Markdown);
    assert!(rows(&text, "2034").iter().any(|cells| *cells == wanted), "{wanted:?}\n{text}");
    let of_accounts = |text: &str| rows(text, "greatest debt so far, 95\u{a0}%").len();
    assert_eq!([of_accounts(&text), rows(&text, "2034").len()], [0, 3], "none in the accounts' years");
    assert_eq!(rows(&text, "P(debt at year-end)").len(), 1, "said to be none");
    let marked = |years: &[i16], value: f64| {
        let mut summary = summary.clone();
        for year in years {
            let events = &mut summary.region.as_mut().unwrap().events;
            events[&i32::from(*year)][&RegionEvent::InDebt].since_start.value = value;
        }
        table::page(&summary, &plan, Language::En, Style::Markdown)
    };
    assert_eq!(of_accounts(&marked(&ACCOUNTS, 0.01)), 1);
    let all: Vec<i16> = (2023..=2034).collect();
    assert_eq!(rows(&marked(&all, 0.0), "2034").len(), 2, "no table of debt");
}

fn plan_of_the_rich() -> Plan {
    plan(0.5, 10_000)
}

#[test]
fn a_run_that_is_told_of_no_region_says_nothing_of_one() {
    let (plan, summary) = run();
    let without = Summary { region: None, ..summary.clone() };
    for language in BOTH {
        let [with, without] = [&summary, &without].map(|summary| table::page(summary, &plan, language, Style::Text));
        let [head, foot] = [0, 1].map(|part| without.split("\n\n").nth(part).unwrap());
        assert!(without == format!("{head}\n\n{foot}") && with.starts_with(head) && with.ends_with(foot));
    }
}

#[test]
fn the_csv_holds_every_estimate_of_every_year() {
    let (_, summary) = run();
    let region = region(&summary);
    let csv = crate::case::csv(&series::years(region));
    let mut reader = csv::Reader::from_reader(&csv[..]);
    let head = reader.headers().unwrap().clone();
    let column = |name: &str| head.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    assert_eq!(rows.len(), region.years.values().map(indexmap::IndexMap::len).sum::<usize>());
    for row in &rows {
        let line = Line::ALL.into_iter().find(|line| line.key() == &row[1]).unwrap();
        let of = &region.years[&row[0].parse::<i32>().unwrap()][&line];
        assert_eq!(&row[2] == "fraction", ["ratio", "share"].iter().any(|word| row[1].contains(word)), "{}", &row[1]);
        let number = |name: &str| row[column(name)].parse::<f64>().unwrap_or(f64::NAN).to_bits();
        assert_eq!(number("mean_se"), of.mean.standard_error.to_bits());
        for (key, estimate) in &of.quantiles {
            assert_eq!(number(&key.to_string()), estimate.value.to_bits(), "{key}");
            assert_eq!(number(&format!("{key}_high")), estimate.interval[1].to_bits(), "{key}");
        }
    }
}

#[test]
fn the_csv_of_events_has_three_windows_of_each_and_how_long_the_capital_lasts() {
    let (_, summary) = run();
    let region = region(&summary);
    let csv = crate::case::csv(&series::events(region));
    let mut reader = csv::Reader::from_reader(&csv[..]);
    assert_eq!(reader.headers().unwrap(), vec!["year", "event", "window", "p", "se", "low", "high"]);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    let events = region.events.values().map(indexmap::IndexMap::len).sum::<usize>();
    assert_eq!(rows.len(), 3 * events + region.lasts.len());
    let p = |year: &str, event: &str, window: &str| {
        let row = rows.iter().find(|row| [&row[0], &row[1], &row[2]] == [year, event, window]).unwrap();
        row[3].parse::<f64>().unwrap()
    };
    assert_eq!(p("2030", "lasts", "since_start").to_bits(), region.lasts[&2030].value.to_bits());
    let [in_year, within, ever] =
        ["in_year", "within_5_years", "since_start"].map(|window| p("2034", "pensions_unpaid", window));
    assert!(in_year > 0.0 && in_year <= within && within <= ever, "{in_year}, {within}, {ever}");
}

#[test]
fn a_comparison_shows_what_a_rule_does_to_the_region() {
    let mut plans = vec![plan(0.5, 1000), plan(0.1, 1000)];
    align(&mut plans, &[1, 5]).unwrap();
    let compared = compare(&plans, &mut |_| ControlFlow::Continue(())).unwrap();
    let differences = compared.differences.last().unwrap();
    assert_eq!(differences.sides.branches, [Branch::Region, Branch::Region]);
    for (language, subject, names) in [
        (
            Language::En,
            "The region: ",
            ["result, 5 %, 2024", "P(balance requirement missed), since the start, 2025", "P(capital lasts), 2034"],
        ),
        (
            Language::Sv,
            "Regionen: ",
            [
                "årets resultat, 5 %, 2024",
                "P(balanskravet ej uppfyllt), sedan start, 2025",
                "P(kapitalet räcker), 2034",
            ],
        ),
    ] {
        let text = table::compare::page(&plans, &compared, language, Style::Markdown).replace('\u{a0}', " ");
        let section = &text[text.find(&format!("\n{subject}")).unwrap()..];
        let figures = [
            (RegionFigure::Line(2024, Line::Result, Statistic::Q05), 1e-6, 1),
            (RegionFigure::Event(2025, RegionEvent::RequirementMissed, EventWindow::SinceStart), 100.0, 3),
            (RegionFigure::Lasts(2034), 100.0, 3),
        ];
        for (name, (figure, scale, most)) in names.into_iter().zip(figures) {
            let cells = rows(section, name);
            let difference = &differences.figures[&Figure::Region(figure)];
            assert!(difference.paired, "{figure}");
            let words = language.signed_with_error(difference.estimate.scaled(scale), most);
            assert_eq!(cells[0][2], words, "{figure}");
            assert_eq!(cells[0][3] == "*", difference.differs);
        }
    }
}
