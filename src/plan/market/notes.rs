//! A market in words: what a reader of the figures should know of it.

use super::Market;
use crate::plan::{Bootstrap, CrisisStart, Plan, Replay, Scenarios};

impl Market {
    /// The law in a few words, for reports.
    #[must_use]
    pub fn world(&self) -> String {
        let law = self.law.name();
        if self.crisis.is_some() { format!("{law} with a crisis") } else { law.to_owned() }
    }
}

impl Bootstrap {
    /// Which months are drawn from, and in how long blocks.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let Self { first, rows, automatic, .. } = self;
        let last = first.plus(u32::try_from(rows.count).unwrap_or(u32::MAX).saturating_sub(1));
        let chosen = if *automatic { " (automatic)" } else { "" };
        vec![format!(
            "bootstrap: months are drawn from {first} to {last} ({} months), in blocks of {:.2} months on average{chosen}",
            rows.count,
            1.0 / rows.end,
        )]
    }
}

impl Replay {
    /// What is replayed, and in how many months a series grows as expected.
    #[must_use]
    pub fn notes(&self, plan: &Plan) -> Vec<String> {
        let months = plan.time.months;
        let mut notes = vec![format!("replay: {}", self.source)];
        for (series, &filled) in self.filled.iter().enumerate().filter(|(_, filled)| **filled > 0) {
            let name = plan.market.assets.get(series).map_or("inflation", |asset| asset.name.as_str());
            notes.push(format!("replay: {name} grows as expected in {filled} of {months} months, which have no value"));
        }
        notes
    }
}

impl Scenarios {
    /// That paths are drawn by weights, where they are.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let scenarios = self.returns.dim().0;
        let weighted = format!("given: each path draws one of {scenarios} scenarios by its weight");
        self.weights.iter().map(|_| weighted.clone()).collect()
    }
}

impl Plan {
    /// What the file does not say of the market, and was found on reading it: one sentence each.
    #[must_use]
    pub fn market_notes(&self) -> Vec<String> {
        let mut notes = self.market.law.notes(self);
        notes.extend(self.crisis_notes());
        notes
    }

    fn crisis_notes(&self) -> Vec<String> {
        let Some(crisis) = &self.market.crisis else { return Vec::new() };
        let months = crisis.months();
        let month = |place: u32| self.month(place + 1);
        let when = match crisis.start {
            CrisisStart::At(place) => format!("from {}", month(place)),
            CrisisStart::Random { first, last } => {
                format!("from a month drawn evenly from {} to {}", month(first), month(last))
            }
        };
        let mut notes = vec![format!("crisis: {} ({months} months), {when}", crisis.source)];
        for (asset, column) in self.market.assets.iter().zip(crisis.growth.columns()) {
            let left = column.iter().filter(|growth| growth.is_nan()).count();
            if left > 0 {
                notes.push(format!("crisis: {} goes on as in other months in {left} of {months} months", asset.name));
            }
        }
        notes
    }
}
