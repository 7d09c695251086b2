//! Single paths of pools between which a region moves money.

use skans::plan::{Buffer, BufferBound, ContributionSize, Plan, Region, RuledContribution};
use skans::report::answer::Answer;
use skans::report::answer::explain::ExplainAnswer;
use skans::report::reasons::why;
use skans::study::explain::{Choice, Explanation, explain};
use skans::texts::Language;

use super::{M, liability, market, pool, with_region};
use crate::case::{amount, month_of_year, ratio};

/// A short pool pays 10 mnkr a month from the second year on, and is kept between 200 and 300 mnkr. A medium one stands
/// beside it, and a long one that 60 mnkr may go to in April. `more` holds the long pool's other keys.
fn plan(text: &str, more: &str) -> Plan {
    let text = text.to_owned()
        + &pool("short", 500.0, "rule = { kind = \"static\", share = 0 }")
        + &pool("medium", 50.0, "rule = { kind = \"static\", share = 0.5 }")
        + &pool("long", 1000.0, &format!("rule = {{ kind = \"static\", share = 0.6 }}\n{more}"));
    let bound = |mnkr: f64| BufferBound { amount: amount(mnkr * M), of_next_year: ratio(0.0) };
    let size = ContributionSize::FundingBelow { ratio: ratio(10.0), full: true, amount: amount(60.0 * M) };
    let region = Region {
        liability: Some(liability(vec![0.0, 120.0, 120.0, 600.0], 3, vec![0, 1, 2])),
        contributions: vec![RuledContribution { into: 2, month: month_of_year(4), size, years: [2023, 2030] }],
        buffer: Some(Buffer { pool: 0, least: bound(200.0), most: Some(bound(300.0)), others: vec![1, 2] }),
        accounts: None,
    };
    with_region(&text, region)
}

fn explained(plan: &Plan, place: usize, path: u64) -> Explanation {
    explain(plan, place, Choice::Number(path), path)
}

/// By pool: what the region's rules brought in each month, mnkr.
fn brought(plan: &Plan) -> Vec<Vec<f64>> {
    (0..3).map(|place| explained(plan, place, 0).months.iter().map(|month| month.region / M).collect()).collect()
}

#[test]
fn every_value_follows_from_the_one_before_its_growth_and_all_flows() {
    let more = "fee = 0.01\nrebalancing = { every_months = 1, cost_bp = 50 }\n\
        [[pools.long.contributions]]\namount_mnkr = 7\nfrom = \"2023-06\"\nevery = \"year\"\n\
        [[pools.long.payments]]\namount_mnkr = 300\nfrom = \"2023-09\"\nevery = \"year\"\n";
    for steps in [1, 3] {
        let plan = plan(&market(60, steps, (0.05, 0.3), (0.02, 0.05)), more);
        let mut seen = [false; 4];
        for (place, path) in (0..3).flat_map(|place| [0, 1, 255].map(|path| (place, path))) {
            for pair in explained(&plan, place, path).months.windows(2) {
                let [before, now] = pair else { unreachable!("windows of two") };
                let flows = now.contribution - (now.payment - now.unpaid) + now.region;
                let expected = before.value * now.price / before.price + flows;
                assert!((now.value - expected).abs() < 1e-12 * 1e9, "{}: {} is not {expected}", now.date, now.value);
                let kinds = [now.region > 0.0, now.region < 0.0, now.contribution > 0.0, now.unpaid > 0.0];
                seen.iter_mut().zip(kinds).for_each(|(seen, kind)| *seen |= kind);
            }
        }
        assert_eq!(seen, [true; 4], "every kind of flow");
    }
}

#[test]
fn the_months_of_the_region_by_hand() {
    let plan = plan(&market(36, 1, (0.0, 0.0), (0.0, 0.0)), "");
    let [short, medium, long] = brought(&plan).try_into().expect("three pools");
    let near = |found: f64, mnkr: f64| assert!((found - mnkr).abs() < 1e-6, "{found} is not {mnkr}");
    let mut expected = [[0.0; 37]; 3];
    // The 200 above 300 go to the medium pool at once.
    [expected[0][1], expected[1][1]] = [-200.0, 200.0];
    // From 2024 on 10 a month are paid, until 200 are left in October 2024. Then the medium pool refills them, so that
    // nothing is left of it.
    expected[0][13..23].fill(-10.0);
    expected[1][23..].fill(-10.0);
    // The funding ratio decides at the ends of 2023 and 2024.
    [expected[2][16], expected[2][28]] = [60.0, 60.0];
    for (found, expected) in [short, medium, long].iter().zip(expected) {
        assert_eq!(found.len(), expected.len());
        found.iter().zip(expected).for_each(|(&found, expected)| near(found, expected));
    }
}

#[test]
fn what_the_region_moves_is_a_column_and_said_where_there_is_any() {
    let plan = plan(&market(36, 1, (0.0, 0.0), (0.0, 0.0)), "");
    let said = |language: Language, place: usize, month: usize| {
        why(&explained(&plan, place, 0).months[month], language).replace('\u{a0}', " ")
    };
    assert!(said(Language::En, 0, 1).contains("200.0 mnkr paid, net, by the region’s rules"));
    assert!(said(Language::En, 2, 16).contains("60.0 mnkr received, net, by the region’s rules"));
    assert!(said(Language::Sv, 2, 16).contains("60,0 mnkr mottogs netto enligt regionens regler"));
    assert!(!said(Language::En, 2, 17).contains("region"));
    // What the short pool pays comes back to it at once.
    assert!(!said(Language::En, 0, 23).contains("region"));
    let answer = ExplainAnswer { path: explained(&plan, 0, 0), plan: &plan };
    let file = crate::case::csv(&answer.figures(Language::En).expect("a series"));
    let file = String::from_utf8(file).expect("text");
    let mut rows = file.lines().map(|row| row.split(',').collect::<Vec<_>>());
    let place = rows.next().and_then(|heads| heads.iter().position(|head| *head == "region")).expect("the column");
    assert_eq!(rows.map(|row| row[place].to_owned()).take(3).collect::<Vec<_>>(), ["0", "-200000000", "0"]);
}
