//! A stress test as tables: all scenarios, one scenario, and the smallest falls that break a floor.

mod region;

use super::{Style, wide_grid};
use crate::plan::{Floor, Plan};
use crate::study::stress::reverse::PoolReverse;
use crate::study::stress::{Course, FloorBreach, OpeningHoldings, PoolOutcome, ScenarioOutcome, Stress};
use crate::texts::{Argument, Language, Message, message};

/// The scenarios side by side, and what would break the floor; `whole` shows each scenario by itself too.
#[must_use]
pub fn page(stress: &Stress, plan: &Plan, whole: bool, language: Language, style: Style) -> String {
    StressTables { stress, plan, language, style }.all(whole)
}

struct StressTables<'a> {
    stress: &'a Stress,
    plan: &'a Plan,
    language: Language,
    style: Style,
}

/// A row of a scenario's table: its name, and its cell for a pool.
type ScenarioRow<'a> = (Message, Box<dyn Fn(&PoolOutcome) -> String + 'a>);

impl<'a> StressTables<'a> {
    fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    fn all(&self, whole: bool) -> String {
        let mut sections = Vec::new();
        if whole {
            sections.extend(self.stress.scenarios.iter().map(|outcome| self.scenario(outcome)));
        }
        let caption =
            self.text(message!(stress_caption, start = self.stress.start.to_string(), version = &self.stress.skans));
        sections.push(format!("{}\n{caption} {}\n", self.summary(), self.opening()));
        sections.extend(self.region_summary());
        if !self.stress.reverse.is_empty() {
            sections.push(format!("{}\n{}\n", self.reverse(), self.text(message!(stress_reverse_caption))));
        }
        sections.join("\n")
    }

    /// What the pools' holdings have cost, and whether that is only assumed.
    fn opening(&self) -> String {
        if self.stress.opening.values().all(OpeningHoldings::assumed) {
            return self.text(message!(stress_opening_assumed));
        }
        let pools = self.stress.opening.iter().map(|(name, opening)| {
            let (label, cost) = (self.label(name), self.millions(opening.cost()));
            if opening.assumed() {
                return self.text(message!(stress_opening_pool_assumed, pool = label, cost));
            }
            self.text(message!(stress_opening_pool, pool = label, cost, surplus = self.millions(opening.surplus())))
        });
        self.text(message!(stress_opening, pools = pools.collect::<Vec<_>>().join(", ")))
    }

    fn table(&self, head: &[String], rows: impl IntoIterator<Item = Vec<String>>) -> String {
        wide_grid(self.style, head, rows)
    }

    /// The pools' labels, by name.
    fn pools(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let language = self.language;
        self.plan.pools.iter().map(move |pool| (pool.name.as_str(), language.of(&pool.label)))
    }

    /// A row for each scenario.
    fn summary(&self) -> String {
        let total = self.stress.scenarios.first().is_some_and(|outcome| outcome.total.is_some());
        let floored: Vec<&str> = self.named(|pool| pool.floor != Floor::None);
        let dynamic: Vec<&str> = self.named(|pool| pool.rule.is_dynamic());
        let label = |name: &str| self.label(name).to_lowercase();
        let mut head = vec![self.text(message!(stress_scenario))];
        head.extend(self.pools().map(|(name, _)| self.text(message!(stress_fall, pool = label(name)))));
        let all = self.text(message!(total)).to_lowercase();
        head.extend(total.then(|| self.text(message!(stress_fall, pool = all))));
        head.extend(floored.iter().map(|name| self.text(message!(stress_below, pool = label(name)))));
        head.extend(dynamic.iter().map(|name| self.text(message!(stress_lowest_share, pool = label(name)))));
        // Of pools that are alternatives to each other there is no common result.
        let together = total || self.plan.pools.len() == 1;
        let results = [message!(stress_realised), message!(stress_unrealised)].into_iter().filter(|_| together);
        head.extend(results.map(|head| self.text(head)));
        let rows = self.stress.scenarios.iter().map(|outcome| {
            let mut row = vec![self.language.of(&outcome.label).to_owned()];
            let fall = |pool: &PoolOutcome| self.percent(pool.fall_from_start.depth);
            row.extend(self.pools().map(|(name, _)| fall(&outcome.pools[name])));
            row.extend(outcome.total.as_ref().map(fall));
            row.extend(floored.iter().map(|&name| self.briefly(name, outcome.pools[name].ex_post)));
            row.extend(dynamic.iter().map(|&name| self.percent(outcome.pools[name].share.lowest)));
            let income = outcome.income();
            let parts = [income.realised, income.unrealised].into_iter().filter(|_| together);
            row.extend(parts.map(|sek| self.millions(sek)));
            row
        });
        self.table(&head, rows)
    }

    fn named(&self, which: fn(&crate::plan::Pool) -> bool) -> Vec<&'a str> {
        self.plan.pools.iter().filter(|pool| which(pool)).map(|pool| pool.name.as_str()).collect()
    }

    fn label(&self, name: &str) -> &'a str {
        self.pools().find(|(own, _)| *own == name).map_or("", |(_, label)| label)
    }

    /// One scenario, pools side by side.
    fn scenario(&self, outcome: &ScenarioOutcome) -> String {
        let (months, after) = (outcome.months, outcome.aftermath_months);
        let mut text =
            self.text(message!(stress_heading, scenario = self.language.of(&outcome.label), months, after)) + "\n";
        text += &(self.text(message!(stress_source, source = self.language.of(&outcome.source))) + "\n");
        for (name, unknown) in &outcome.as_expected {
            let asset = self.plan.market.assets.iter().find(|asset| asset.name == *name);
            let prices = || message!(stress_prices).into();
            let series = asset.map_or_else(prices, |asset| Argument::from(self.language.of(&asset.label)));
            let unknown = *unknown;
            text += &(self.text(message!(stress_as_expected, series, unknown, months, count = months)) + "\n");
        }
        let all = self.text(message!(total));
        let columns: Vec<(&str, &PoolOutcome)> = self
            .pools()
            .map(|(name, label)| (label, &outcome.pools[name]))
            .chain(outcome.total.as_ref().map(|total| (all.as_str(), total)))
            .collect();
        let head = [""].into_iter().chain(columns.iter().map(|(label, _)| *label)).map(str::to_owned);
        let rows = self.rows().into_iter().filter_map(|(name, cell)| {
            let cells: Vec<String> = columns.iter().map(|(_, pool)| cell(pool)).collect();
            let row = [self.text(name)].into_iter().chain(cells.iter().cloned());
            cells.iter().any(|cell| !cell.is_empty()).then(|| row.collect())
        });
        let years =
            outcome.region.as_ref().map_or_else(String::new, |region| format!("\n{}", self.region_years(region)));
        text + "\n" + &self.table(&head.collect::<Vec<_>>(), rows) + &years
    }

    fn rows(&self) -> Vec<ScenarioRow<'_>> {
        let floor = |of: fn(&Course) -> f64| {
            move |pool: &PoolOutcome| pool.floor.as_ref().map_or_else(String::new, |floor| self.millions(of(floor)))
        };
        let below = |of: fn(&PoolOutcome) -> Option<FloorBreach>| {
            move |pool: &PoolOutcome| if pool.floor.is_some() { self.breach(of(pool)) } else { String::new() }
        };
        let in_month = |number: String, month: u32| self.text(message!(stress_in_month, number, month));
        vec![
            (message!(stress_value_start), Box::new(|pool| self.millions(pool.value.start))),
            (
                message!(stress_value_lowest),
                Box::new(move |pool| in_month(self.millions(pool.value.lowest), pool.value.lowest_month)),
            ),
            (message!(stress_value_end), Box::new(|pool| self.millions(pool.value.end))),
            (message!(stress_value_after), Box::new(|pool| self.millions(pool.value.after))),
            (
                message!(stress_fall_from_start),
                Box::new(move |pool| in_month(self.percent(pool.fall_from_start.depth), pool.fall_from_start.month)),
            ),
            (
                message!(stress_fall_from_high),
                Box::new(move |pool| in_month(self.percent(pool.fall_from_high.depth), pool.fall_from_high.month)),
            ),
            (message!(stress_floor_start), Box::new(floor(|floor| floor.start))),
            (message!(stress_floor_end), Box::new(floor(|floor| floor.end))),
            (message!(stress_ex_ante), Box::new(below(|pool| pool.ex_ante))),
            (message!(stress_ex_post), Box::new(below(|pool| pool.ex_post))),
            (message!(stress_share_start), Box::new(|pool| self.percent(pool.share.start))),
            (
                message!(stress_share_lowest),
                Box::new(move |pool| in_month(self.percent(pool.share.lowest), pool.share.lowest_month)),
            ),
            (message!(stress_share_end), Box::new(|pool| self.percent(pool.share.end))),
            (message!(stress_cost_start), Box::new(|pool| self.millions(pool.value.start - pool.surplus.start))),
            (message!(stress_surplus_start), Box::new(|pool| self.millions(pool.surplus.start))),
            (message!(stress_surplus_end), Box::new(|pool| self.millions(pool.surplus.end))),
            (message!(stress_surplus_after), Box::new(|pool| self.millions(pool.surplus.after))),
            (message!(stress_income_realised), Box::new(|pool| self.millions(pool.income.realised))),
            (message!(stress_income_costs), Box::new(|pool| self.millions(pool.income.costs))),
            (message!(stress_income_unrealised), Box::new(|pool| self.millions(pool.income.unrealised))),
            (message!(stress_income_realised_after), Box::new(|pool| self.millions(pool.income_after.realised))),
            (message!(stress_income_unrealised_after), Box::new(|pool| self.millions(pool.income_after.unrealised))),
            (message!(stress_flows), Box::new(|pool| self.millions(pool.flows))),
        ]
    }

    /// The smallest falls that break a floor, pools side by side.
    fn reverse(&self) -> String {
        let pools: Vec<(&str, &PoolReverse)> =
            self.stress.reverse.iter().map(|(name, reverse)| (self.label(name), reverse)).collect();
        let cell = |reverse: &PoolReverse, fall: Option<f64>| match (reverse.already_below, fall) {
            (Some(depth), _) => self.text(message!(stress_already_below, depth = self.depth(depth))),
            (None, None) => self.text(message!(stress_no_such_fall)),
            (None, Some(fall)) if fall <= 0.0 => self.text(message!(stress_no_fall)),
            (None, Some(fall)) => self.language.percent(fall, 2),
        };
        let row = |name: String, of: &dyn Fn(&PoolReverse) -> Option<f64>| {
            let cells = pools.iter().map(|(_, reverse)| cell(reverse, of(reverse)));
            [name].into_iter().chain(cells).collect::<Vec<String>>()
        };
        let mut rows = vec![
            row(self.text(message!(stress_reverse_equities)), &|reverse| reverse.equities),
            row(self.text(message!(stress_reverse_equities_alone)), &|reverse| reverse.equities_alone),
        ];
        let spans = pools.first().map_or(&[][..], |(_, reverse)| &reverse.equities_monthly);
        rows.extend(spans.iter().enumerate().map(|(place, span)| {
            let name = self.text(message!(stress_reverse_monthly, months = span.months, count = span.months));
            row(name, &|reverse| reverse.equities_monthly[place].fall)
        }));
        rows.push(row(self.text(message!(stress_reverse_fixed_income)), &|reverse| reverse.fixed_income_alone));
        let head =
            [self.text(message!(stress_reverse))].into_iter().chain(pools.iter().map(|(label, _)| (*label).to_owned()));
        self.table(&head.collect::<Vec<_>>(), rows)
    }

    fn percent(&self, fraction: f64) -> String {
        self.language.percent(fraction, 1)
    }

    fn millions(&self, sek: f64) -> String {
        self.language.millions(sek, 1)
    }

    /// First month below the floor, and depth; of a pool that begins below it, how deep it begins.
    fn briefly(&self, pool: &str, below: Option<FloorBreach>) -> String {
        let already = self.stress.reverse.get(pool).and_then(|reverse| reverse.already_below);
        match (already, below) {
            (Some(depth), below) => {
                let deepest = below.map_or(depth, |below| below.depth.max(depth));
                self.text(message!(stress_below_already, depth = self.depth(depth), deepest = self.depth(deepest)))
            }
            (None, None) => self.text(message!(stress_not_below)),
            (None, Some(below)) => {
                self.text(message!(stress_from_month, month = below.first_month, depth = self.depth(below.depth)))
            }
        }
    }

    fn breach(&self, below: Option<FloorBreach>) -> String {
        below.map_or_else(
            || self.text(message!(stress_not_below)),
            |below| {
                let FloorBreach { first_month: month, months, depth } = below;
                self.text(message!(stress_breach, month, months, depth = self.depth(depth)))
            },
        )
    }

    /// A depth, to the digits that tell it from none.
    fn depth(&self, depth: f64) -> String {
        self.language.percent(depth, if depth < 0.01 { 2 } else { 1 })
    }
}
