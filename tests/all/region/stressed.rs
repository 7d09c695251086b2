//! The region in a stress test: the years it covers, and the same figures as the pools'.

use std::path::Path;

use skans::config;
use skans::ledger::lines::{Line, RegionEvent};
use skans::study::stress::stress;

#[test]
fn a_scenario_ends_with_the_accounts_of_the_years_it_covers() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten-accounts.toml");
    let loaded = config::load(&file, &[]).unwrap_or_else(|found| panic!("{}", found[0]));
    let scenarios = config::ready_made_scenarios(&loaded);
    let crash: Vec<_> = scenarios.into_iter().filter(|scenario| scenario.name == "2022 rates").collect();
    let accounts = loaded.plan.region.as_ref().unwrap().accounts.as_ref().unwrap();
    // Twelve months, and none, five or twelve after them: up to the end of the last year begun.
    for (after, years) in [(0, 1), (5, 2), (12, 2)] {
        let outcome = stress(&loaded.plan, &crash, Some(after)).unwrap().scenarios.remove(0);
        let region = outcome.region.as_ref().unwrap();
        assert_eq!(outcome.months + outcome.aftermath_months, 12 * years);
        assert_eq!(region.years.keys().collect::<Vec<_>>(), [&2023, &2024][..years as usize]);
        let of = |line: Line| region.years[&2023][&line];
        // The pools' own books, kept from their path, say the same of the first year.
        let income = outcome.income();
        assert!(
            (of(Line::Realised) - income.realised).abs() < 1.0
                && (of(Line::Unrealised) - income.unrealised).abs() < 1.0
        );
        // The result: the budget's, with the pools' income for what was expected of it, and what prices add.
        let expected = (accounts.years[0].budget() - accounts.years[0].expected_pools).get();
        assert!((of(Line::Result) - (expected + of(Line::PoolIncome) + of(Line::Indexation))).abs() < 1.0);
        let left_out = outcome.pools["long"].income.unrealised;
        assert!((of(Line::AfterAdjustments) - (of(Line::Result) - left_out)).abs() < 1.0);
        assert!((of(Line::Capital) - outcome.pools["long"].value.end).abs() < 1.0);
        // All of the deficit is covered from the reserve, and that is told.
        assert!((of(Line::Used) + of(Line::AfterAdjustments)).abs() < 1.0);
        let happened = &region.happened[&2023];
        assert!(happened.contains(&RegionEvent::BelowBudget) && !happened.contains(&RegionEvent::RequirementMissed));
    }
}
