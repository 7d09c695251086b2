//! A plan with a region, and figures of it made up for tests.

use indexmap::IndexMap;

use crate::ledger::lines::{Line, Mark};
use crate::plan::{Accounts, AccountsOpening, AccountsYear, Liability, Plan, Region};
use crate::stats::Estimate;
use crate::stats::summary::{BudgetYear, Distribution, Likelihood, RegionSummary, Summary};
use crate::study::run;

/// The years of its accounts, the first after the start on.
pub const ACCOUNTS: [i16; 3] = [2022, 2023, 2024];
/// The last year of its horizon.
pub const LAST: i16 = 2051;

/// The client's plan, with a region.
pub fn plan() -> Plan {
    let text = include_str!("../../../../configs/region-norrbotten.toml");
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/configs/pension-payments.csv");
    let text = text.replace("pension-payments.csv", &file.replace('\\', "/"));
    let plan = crate::config::from_text("region", &text).unwrap_or_else(|problems| panic!("{}", problems[0]));
    let liability = Liability {
        payments: [vec![100e6; 40], vec![50e6; 40]],
        payroll_tax: 0.2426,
        real_rate: 0.01,
        market: None,
        backed_by: vec![false, false, true],
        borne: None,
    };
    let region = Region { liability: Some(liability), accounts: Some(accounts()), ..Region::default() };
    Plan { region: Some(region), ..plan }
}

fn accounts() -> Accounts {
    let opening = AccountsOpening {
        equity: 5979e6,
        provisions: 4159e6,
        other_liabilities: 2111e6,
        cash: 977e6,
        debt: 0.0,
        reserves: [1665e6, 0.0],
        deficits: Vec::new(),
    };
    let year = |year| AccountsYear {
        year,
        operating_income: 1054e6,
        operating_costs: -10679e6,
        depreciation: -272e6,
        taxes: 7369e6,
        grants: 2678e6,
        other_financial_income: 76e6,
        other_financial_costs: -413e6,
        provisions: 4731e6,
        contingent: 3888e6,
        other_cash: 0.0,
        expected_pools: 229e6,
        expected_left_out: 229e6,
        inflation: None,
        reservation: None,
        usable: Vec::new(),
        target: 0.01,
    };
    Accounts {
        opening,
        years: ACCOUNTS.map(year).into(),
        left_out: vec![false, false, true],
        least_cash: 0.0,
        margin: 0.01,
        rate: 0.03,
    }
}

/// The run's summary with figures of the region: a line's quantiles lie around its place among lines, in 100 mnkr or as a ratio.
pub fn summary(plan: &Plan) -> Summary {
    let years = ACCOUNTS[0]..=LAST;
    let by_year = |of: &dyn Fn(i16) -> RegionFigures| years.clone().map(|year| (year.to_string(), of(year))).collect();
    let figures: IndexMap<String, RegionFigures> = by_year(&figures);
    let budget = BudgetYear { result: 42e6, result_after_adjustments: -187e6, target: 100e6 };
    let region = RegionSummary {
        budget: ACCOUNTS.map(|year| (year.to_string(), budget)).into(),
        years: figures.iter().map(|(year, (lines, _))| (year.clone(), lines.clone())).collect(),
        events: figures.iter().map(|(year, (_, marks))| (year.clone(), marks.clone())).collect(),
        lasts: years.map(|year| (year.to_string(), Estimate::normal(0.9, 0.005))).collect(),
        exhausted_by: [("q05", Some(2044)), ("q25", Some(2050)), ("q50", None)]
            .map(|(key, of)| (key.into(), of))
            .into(),
    };
    Summary { region: Some(region), ..run::blank(plan) }
}

type RegionFigures = (IndexMap<String, Distribution>, IndexMap<String, Likelihood>);

fn figures(year: i16) -> RegionFigures {
    let of_accounts = ACCOUNTS.contains(&year);
    let lines = Line::ALL.into_iter().filter(|line| of_accounts || *line >= Line::Capital);
    let marks = Mark::ALL.into_iter().filter(|mark| of_accounts || *mark >= Mark::Underfunded);
    (
        lines.map(|line| (line.key().to_owned(), distribution(line))).collect(),
        marks.map(|mark| (mark.key().to_owned(), likelihood(mark))).collect(),
    )
}

fn distribution(line: Line) -> Distribution {
    let place = f64::from(line as u8);
    let (middle, width) = match line.unit() {
        crate::ledger::lines::Unit::Amount => (100e6 * place, 10e6),
        crate::ledger::lines::Unit::Ratio => (0.05 * place, 0.02),
    };
    let at = |place: f64| Estimate::normal(middle + place * width, 0.1 * width);
    let quantiles = [("q05", -1.6), ("q25", -0.7), ("q50", 0.0), ("q75", 0.7), ("q95", 1.6)];
    Distribution { mean: at(0.1), quantiles: quantiles.map(|(key, place)| (key.to_owned(), at(place))).into() }
}

fn likelihood(mark: Mark) -> Likelihood {
    let place = f64::from(mark as u8);
    let at = |factor: f64| Estimate::normal(0.03 * place * factor, 0.001);
    Likelihood { in_year: at(1.0), within_5_years: at(1.5), since_start: at(2.0) }
}
