//! A region's figures as a run might find them.

use indexmap::IndexMap;

use crate::ledger::lines::{Line, RegionEvent};
use crate::stats::Estimate;
use crate::stats::probability::proportion;
use crate::stats::summary::{BudgetYear, Distribution, Likelihood, RegionSummary, Waterfall, WaterfallPart};
use crate::units::MNKR;

/// Levels and the normal law's quantiles.
const QUANTILES: [(&str, f64); 11] = [
    ("q01", -2.326),
    ("q05", -1.645),
    ("q10", -1.282),
    ("q12_5", -1.150),
    ("q25", -0.674),
    ("q50", 0.0),
    ("q75", 0.674),
    ("q87_5", 1.150),
    ("q90", 1.282),
    ("q95", 1.645),
    ("q99", 2.326),
];

/// The years of the accounts.
const ACCOUNTS: [i16; 2] = [2023, 2028];
/// The budget's result, and the one after adjustments, mnkr.
const BUDGET: [[f64; 2]; 6] =
    [[42.0, -187.0], [47.0, -191.0], [549.0, 308.0], [601.0, 355.0], [567.0, 346.0], [575.0, 354.0]];

/// Bounded below and above.
fn distribution(middle: f64, deviation: f64, [least, most]: [f64; 2]) -> Distribution {
    let estimate = |z: f64| Estimate::normal((middle + z * deviation).clamp(least, most), 0.01 * deviation);
    Distribution {
        mean: estimate(0.05),
        quantiles: QUANTILES.iter().map(|(key, z)| (key.parse().unwrap(), estimate(*z))).collect(),
    }
}

/// The lines of a year.
type YearLines = IndexMap<Line, Distribution>;

/// A distribution with a long tail.
fn skewed(middle: f64, deviation: f64) -> Distribution {
    let estimate = |z: f64| Estimate::normal(middle * libm::exp(z * deviation), 0.01 * middle);
    Distribution {
        mean: estimate(0.3),
        quantiles: QUANTILES.iter().map(|(key, z)| (key.parse().unwrap(), estimate(*z))).collect(),
    }
}

const ANY: [f64; 2] = [f64::MIN, f64::MAX];

fn likelihood(share: f64, year: f64) -> Likelihood {
    let of = |share: f64| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let count = (10_000.0 * share).round() as u64;
        proportion(count, 10_000)
    };
    let since = 1.0 - libm::pow(1.0 - share, year);
    Likelihood { in_year: of(share), within_5_years: of(since), since_start: of(since) }
}

/// Accounts of 2023 to 2028, and pensions up to a year.
pub(super) fn summary(last: i16) -> RegionSummary {
    let mut summary = RegionSummary::default();
    for year in ACCOUNTS[0]..=last {
        let mut lines = YearLines::new();
        if year <= ACCOUNTS[1] {
            accounts(year, &mut lines, &mut summary);
        }
        pensions(year, &mut lines, &mut summary);
        summary.years.insert(year.into(), lines);
    }
    summary
}

fn accounts(year: i16, lines: &mut YearLines, summary: &mut RegionSummary) {
    let number = f64::from(year - ACCOUNTS[0]);
    #[allow(clippy::cast_sign_loss, reason = "from the first year on")]
    let [result, adjusted] = BUDGET[(year - ACCOUNTS[0]) as usize].map(|amount| MNKR * amount);
    let mnkr = |middle: f64, deviation: f64, bounds: [f64; 2]| {
        distribution(middle, MNKR * deviation, bounds.map(|bound| bound * MNKR))
    };
    lines.insert(Line::Result, mnkr(result - 30.0 * MNKR, 480.0 + 20.0 * number, ANY));
    lines.insert(Line::AfterAdjustments, mnkr(adjusted - 15.0 * MNKR, 140.0 + 15.0 * number, ANY));
    lines.insert(Line::BalanceRequirement, mnkr(adjusted - 15.0 * MNKR, 140.0, [-30.0 * number, 400.0]));
    lines.insert(Line::Used, mnkr(-adjusted, 140.0, [0.0, 900.0]));
    lines.insert(Line::Reserved, mnkr(adjusted - 200.0 * MNKR, 100.0, [0.0, 600.0]));
    lines.insert(Line::Reserves, mnkr((1500.0 - 120.0 * number) * MNKR, 80.0 + 60.0 * number, [0.0, 1665.0]));
    lines.insert(Line::EquityRatio, distribution(0.48 + 0.002 * number, 0.03 + 0.005 * number, ANY));
    lines.insert(Line::EquityRatioFull, distribution(0.18 + 0.01 * number, 0.035 + 0.005 * number, ANY));
    for (line, part) in [(Line::Debt, 0.8), (Line::PeakDebt, 1.0), (Line::InterestSoFar, 0.1)] {
        lines.insert(line, mnkr(-300.0 * part * MNKR, part * (60.0 + 60.0 * number), [0.0, 9000.0]));
    }
    let target = 0.01 * (10_046.0 + 350.0 * number) * MNKR;
    summary.budget.insert(
        year.into(),
        BudgetYear {
            result,
            result_after_adjustments: adjusted,
            target,
            provisions: 5000e6,
            scheduled_provisions: None,
        },
    );
    let events = [
        (RegionEvent::BelowBudget, 0.52 - 0.01 * number),
        (RegionEvent::RequirementMissed, 0.02 + 0.015 * number),
        (RegionEvent::ReservesUsedUp, 0.01 * number),
        (RegionEvent::InDebt, 0.006 * number),
    ];
    let events = events.map(|(mark, share)| (mark, likelihood(share, number + 1.0)));
    summary.events.insert(year.into(), events.into_iter().collect());
}

fn pensions(year: i16, lines: &mut YearLines, summary: &mut RegionSummary) {
    let number = f64::from(year - ACCOUNTS[0]);
    let since_peak = (f64::from(year) - 2040.0).max(0.0);
    let ratio = 0.56 + 0.012 * number - 0.001 * since_peak * since_peak;
    let spread = 0.05 + 0.028 * libm::sqrt(number);
    lines.insert(Line::FundingRatioFull, skewed(ratio.max(0.05), 2.0 * spread));
    lines.insert(Line::FundingRatio, skewed((1.9 * ratio).max(0.1), 2.0 * spread));
    let capital = (4700.0 + 260.0 * number - 14.0 * since_peak * since_peak).max(50.0) * MNKR;
    lines.insert(Line::Capital, skewed(capital, spread));
    let due = if year < 2040 { 120.0 + 4.0 * number } else { 650.0 + 12.0 * since_peak } * MNKR;
    lines.insert(Line::Due, skewed(due, 0.004 * number));
    let ruined = 1.0 / (1.0 + libm::exp(-(f64::from(year) - 2053.0) / 2.5));
    summary.lasts.insert(year.into(), likelihood(1.0 - ruined, 1.0).in_year);
}

/// The waterfall of the first year.
pub(super) fn waterfall() -> Waterfall {
    let pool = |name: &str| WaterfallPart::PoolIncome(name.to_owned());
    let parts = vec![
        (pool("short"), -4.0 * MNKR),
        (pool("medium"), -61.0 * MNKR),
        (pool("long"), -574.0 * MNKR),
        (WaterfallPart::Indexation, -83.0 * MNKR),
        (WaterfallPart::DebtInterest, 0.0),
    ];
    let outcome = parts.iter().fold(42.0 * MNKR, |sum, (_, part)| sum + part);
    Waterfall {
        year: "2023".to_owned(),
        budget: 42.0 * MNKR,
        parts,
        outcome,
        paths: 5000,
        band: [-760.0 * MNKR, -610.0 * MNKR],
    }
}
