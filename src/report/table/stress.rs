//! A stress test as tables: all scenarios, one scenario, and the smallest falls that break a floor.

mod region;

use super::{Style, wide_grid};
use crate::plan::{AllocationRule, Floor, Plan};
use crate::report::text::fill;
use crate::report::text::stress::StressTexts;
use crate::study::stress::reverse::PoolReverse;
use crate::study::stress::{Below, Course, Opening, Outcome, PoolOutcome, Stress};
use crate::texts::{Language, message};

/// The scenarios side by side, and what would break the floor; `whole` shows each scenario by itself too.
#[must_use]
pub fn page(stress: &Stress, plan: &Plan, whole: bool, language: Language, style: Style) -> String {
    Tables { stress, plan, language, style }.all(whole)
}

struct Tables<'a> {
    stress: &'a Stress,
    plan: &'a Plan,
    language: Language,
    style: Style,
}

/// A row of a scenario's table: its name, and its cell for a pool.
type Row<'a> = (&'static str, Box<dyn Fn(&PoolOutcome) -> String + 'a>);

impl<'a> Tables<'a> {
    fn texts(&self) -> &'static StressTexts {
        self.language.stress()
    }

    fn all(&self, whole: bool) -> String {
        let mut sections = Vec::new();
        if whole {
            sections.extend(self.stress.scenarios.iter().map(|outcome| self.scenario(outcome)));
        }
        let caption = fill(self.texts().caption, &[&self.stress.start.to_string(), &self.stress.skans]);
        sections.push(format!("{}\n{caption} {}\n", self.summary(), self.opening()));
        sections.extend(self.region_summary());
        if !self.stress.reverse.is_empty() {
            sections.push(format!("{}\n{}\n", self.reverse(), self.texts().reverse_caption));
        }
        sections.join("\n")
    }

    /// What the pools' holdings have cost, and whether that is only assumed.
    fn opening(&self) -> String {
        let texts = self.texts();
        if self.stress.opening.values().all(Opening::assumed) {
            return texts.opening_assumed.to_owned();
        }
        let pools = self.stress.opening.iter().map(|(name, opening)| {
            let (label, cost) = (self.label(name), self.millions(opening.cost()));
            if opening.assumed() {
                return fill(texts.opening_pool_assumed, &[label, &cost]);
            }
            fill(texts.opening_pool, &[label, &cost, &self.millions(opening.surplus())])
        });
        fill(texts.opening, &[&pools.collect::<Vec<_>>().join(", ")])
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
        let texts = self.texts();
        let total = self.stress.scenarios.first().is_some_and(|outcome| outcome.total.is_some());
        let floored: Vec<&str> = self.named(|pool| pool.floor != Floor::None);
        let dynamic: Vec<&str> = self.named(|pool| matches!(pool.rule, AllocationRule::Dynamic { .. }));
        let label = |name: &str| self.label(name).to_lowercase();
        let mut head = vec![texts.scenario.to_owned()];
        head.extend(self.pools().map(|(name, _)| fill(texts.fall, &[&label(name)])));
        let all = self.language.text(message!(total));
        head.extend(total.then(|| fill(texts.fall, &[&all.to_lowercase()])));
        head.extend(floored.iter().map(|name| fill(texts.below, &[&label(name)])));
        head.extend(dynamic.iter().map(|name| fill(texts.lowest_share, &[&label(name)])));
        // Of pools that are alternatives to each other there is no common result.
        let together = total || self.plan.pools.len() == 1;
        head.extend([texts.realised, texts.unrealised].map(str::to_owned).into_iter().filter(|_| together));
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
    fn scenario(&self, outcome: &Outcome) -> String {
        let texts = self.texts();
        let [months, after] = [outcome.months, outcome.aftermath_months].map(|months| months.to_string());
        let mut text = fill(texts.heading, &[self.language.of(&outcome.label), &months, &after]) + "\n";
        text += &(fill(texts.source, &[self.language.of(&outcome.source)]) + "\n");
        for (name, unknown) in &outcome.as_expected {
            let asset = self.plan.market.assets.iter().find(|asset| asset.name == *name);
            let label = asset.map_or(texts.prices, |asset| self.language.of(&asset.label));
            text += &(fill(texts.as_expected, &[label, &unknown.to_string(), &months]) + "\n");
        }
        let all = self.language.text(message!(total));
        let columns: Vec<(&str, &PoolOutcome)> = self
            .pools()
            .map(|(name, label)| (label, &outcome.pools[name]))
            .chain(outcome.total.as_ref().map(|total| (all.as_str(), total)))
            .collect();
        let head = [""].into_iter().chain(columns.iter().map(|(label, _)| *label)).map(str::to_owned);
        let rows = self.rows().into_iter().filter_map(|(name, cell)| {
            let cells: Vec<String> = columns.iter().map(|(_, pool)| cell(pool)).collect();
            let row = [name.to_owned()].into_iter().chain(cells.iter().cloned());
            cells.iter().any(|cell| !cell.is_empty()).then(|| row.collect())
        });
        let years =
            outcome.region.as_ref().map_or_else(String::new, |region| format!("\n{}", self.region_years(region)));
        text + "\n" + &self.table(&head.collect::<Vec<_>>(), rows) + &years
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let texts = self.texts();
        let floor = |of: fn(&Course) -> f64| {
            move |pool: &PoolOutcome| pool.floor.as_ref().map_or_else(String::new, |floor| self.millions(of(floor)))
        };
        let below = |of: fn(&PoolOutcome) -> Option<Below>| {
            move |pool: &PoolOutcome| if pool.floor.is_some() { self.breach(of(pool)) } else { String::new() }
        };
        let in_month = |number: String, month: u32| fill(texts.in_month, &[&number, &month.to_string()]);
        vec![
            (texts.value_start, Box::new(|pool| self.millions(pool.value.start))),
            (
                texts.value_lowest,
                Box::new(move |pool| in_month(self.millions(pool.value.lowest), pool.value.lowest_month)),
            ),
            (texts.value_end, Box::new(|pool| self.millions(pool.value.end))),
            (texts.value_after, Box::new(|pool| self.millions(pool.value.after))),
            (
                texts.fall_from_start,
                Box::new(move |pool| in_month(self.percent(pool.fall_from_start.depth), pool.fall_from_start.month)),
            ),
            (
                texts.fall_from_high,
                Box::new(move |pool| in_month(self.percent(pool.fall_from_high.depth), pool.fall_from_high.month)),
            ),
            (texts.floor_start, Box::new(floor(|floor| floor.start))),
            (texts.floor_end, Box::new(floor(|floor| floor.end))),
            (texts.ex_ante, Box::new(below(|pool| pool.ex_ante))),
            (texts.ex_post, Box::new(below(|pool| pool.ex_post))),
            (texts.share_start, Box::new(|pool| self.percent(pool.share.start))),
            (
                texts.share_lowest,
                Box::new(move |pool| in_month(self.percent(pool.share.lowest), pool.share.lowest_month)),
            ),
            (texts.share_end, Box::new(|pool| self.percent(pool.share.end))),
            (texts.cost_start, Box::new(|pool| self.millions(pool.value.start - pool.surplus.start))),
            (texts.surplus_start, Box::new(|pool| self.millions(pool.surplus.start))),
            (texts.surplus_end, Box::new(|pool| self.millions(pool.surplus.end))),
            (texts.surplus_after, Box::new(|pool| self.millions(pool.surplus.after))),
            (texts.income_realised, Box::new(|pool| self.millions(pool.income.realised))),
            (texts.income_costs, Box::new(|pool| self.millions(pool.income.costs))),
            (texts.income_unrealised, Box::new(|pool| self.millions(pool.income.unrealised))),
            (texts.income_realised_after, Box::new(|pool| self.millions(pool.income_after.realised))),
            (texts.income_unrealised_after, Box::new(|pool| self.millions(pool.income_after.unrealised))),
            (texts.flows, Box::new(|pool| self.millions(pool.flows))),
        ]
    }

    /// The smallest falls that break a floor, pools side by side.
    fn reverse(&self) -> String {
        let texts = self.texts();
        let pools: Vec<(&str, &PoolReverse)> =
            self.stress.reverse.iter().map(|(name, reverse)| (self.label(name), reverse)).collect();
        let cell = |reverse: &PoolReverse, fall: Option<f64>| match (reverse.already_below, fall) {
            (Some(depth), _) => fill(texts.already_below, &[&self.depth(depth)]),
            (None, None) => texts.none.to_owned(),
            (None, Some(fall)) if fall <= 0.0 => texts.no_fall.to_owned(),
            (None, Some(fall)) => self.language.percent(fall, 2),
        };
        let row = |name: String, of: &dyn Fn(&PoolReverse) -> Option<f64>| {
            let cells = pools.iter().map(|(_, reverse)| cell(reverse, of(reverse)));
            [name].into_iter().chain(cells).collect::<Vec<String>>()
        };
        let mut rows = vec![
            row(texts.reverse_equities.to_owned(), &|reverse| reverse.equities),
            row(texts.reverse_equities_alone.to_owned(), &|reverse| reverse.equities_alone),
        ];
        let spans = pools.first().map_or(&[][..], |(_, reverse)| &reverse.equities_monthly);
        rows.extend(spans.iter().enumerate().map(|(place, span)| {
            let name = fill(texts.reverse_monthly, &[&span.months.to_string()]);
            row(name, &|reverse| reverse.equities_monthly[place].fall)
        }));
        rows.push(row(texts.reverse_fixed_income.to_owned(), &|reverse| reverse.fixed_income_alone));
        let head = [texts.reverse].into_iter().chain(pools.iter().map(|(label, _)| *label)).map(str::to_owned);
        self.table(&head.collect::<Vec<_>>(), rows)
    }

    fn percent(&self, fraction: f64) -> String {
        self.language.percent(fraction, 1)
    }

    fn millions(&self, sek: f64) -> String {
        self.language.millions(sek, 1)
    }

    /// First month below the floor, and depth; of a pool that begins below it, how deep it begins.
    fn briefly(&self, pool: &str, below: Option<Below>) -> String {
        let texts = self.texts();
        let already = self.stress.reverse.get(pool).and_then(|reverse| reverse.already_below);
        match (already, below) {
            (Some(depth), below) => {
                let deepest = below.map_or(depth, |below| below.depth.max(depth));
                fill(texts.below_already, &[&self.depth(depth), &self.depth(deepest)])
            }
            (None, None) => texts.no.to_owned(),
            (None, Some(below)) => fill(texts.from_month, &[&below.first_month.to_string(), &self.depth(below.depth)]),
        }
    }

    fn breach(&self, below: Option<Below>) -> String {
        let texts = self.texts();
        below.map_or_else(
            || texts.no.to_owned(),
            |below| {
                let [first, months] = [below.first_month, below.months].map(|months| months.to_string());
                fill(texts.breach, &[&first, &months, &self.depth(below.depth)])
            },
        )
    }

    /// A depth, to the digits that tell it from none.
    fn depth(&self, depth: f64) -> String {
        self.language.percent(depth, if depth < 0.01 { 2 } else { 1 })
    }
}
