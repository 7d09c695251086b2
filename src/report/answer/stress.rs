//! The answer of `stress`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Row, Series};
use crate::report::table::{self, Style};
use crate::stats::figure::Branch;
use crate::study::stress::{MonthEnd, Stress};
use crate::texts::Language;

/// The effect of scenarios on a plan's pools, and what would break the floor.
pub struct StressAnswer<'a> {
    /// What was found.
    pub found: Stress,
    /// The plan.
    pub plan: &'a Plan,
    /// Whether the page has a table of each scenario too.
    pub each_scenario: bool,
}

impl Answer for StressAnswer<'_> {
    fn name(&self) -> &'static str {
        "stress"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::stress::page(&self.found, self.plan, self.each_scenario, language, style)
    }

    /// Every month-end of every scenario, pool by pool and of all together: SEK, the result since the start.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        let lead = ["scenario", "pool", "month", "value", "price", "high", "floor", "known_floor", "share"];
        let head = lead.into_iter().chain(["book_cost", "realised", "unrealised", "costs", "flows"]);
        let rows = || {
            self.found.scenarios.iter().flat_map(|outcome| {
                let pools = outcome.pools.iter().map(|(name, pool)| (Branch::pool(name), pool));
                let pools = pools.chain(outcome.total.iter().map(|total| (Branch::Total, total)));
                pools.flat_map(move |(branch, found)| {
                    let lead = Row::of([outcome.name.as_str(), branch.name()]);
                    found.months.iter().map(move |end| month_end(lead.clone(), end))
                })
            })
        };
        Some(Series::new("months", head, rows))
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::stress(&self.found, self.plan, language)
    }
}

fn month_end(lead: Row, end: &MonthEnd) -> Row {
    let MonthEnd { month, value, price, high, floor, known_floor, share, book_cost, income, flows, .. } = *end;
    lead.cell(month).cells([value, price, high]).cells([floor, known_floor, share]).cells([
        book_cost,
        income.realised,
        income.unrealised,
        income.costs,
        flows,
    ])
}
