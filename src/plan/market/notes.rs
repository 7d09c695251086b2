//! A market in words: its law's name, and what a reader of the figures should know of it.

use super::{Law, Market};
use crate::plan::{CrisisStart, Plan};

impl Market {
    /// The law in a few words, for reports.
    #[must_use]
    pub fn world(&self) -> String {
        let law = match &self.law {
            Law::Diffusion(law) if law.chain.is_some() => "regime-switching",
            Law::Diffusion(_) => "lognormal",
            Law::Bootstrap(law) if law.lambda.is_some() => "filtered bootstrap",
            Law::Bootstrap(_) => "bootstrap",
            Law::Replay(_) => "replay",
            Law::Given(_) => "given scenarios",
        };
        if self.crisis.is_some() { format!("{law} with a crisis") } else { law.to_owned() }
    }
}

impl Plan {
    /// What the file does not say of the market, and was found on reading it: one sentence each.
    #[must_use]
    pub fn market_notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        match &self.market.law {
            Law::Bootstrap(law) => {
                let last = law.first.plus(u32::try_from(law.rows.count).unwrap_or(u32::MAX).saturating_sub(1));
                let chosen = if law.automatic { " (automatic)" } else { "" };
                notes.push(format!(
                    "bootstrap: months are drawn from {} to {last} ({} months), in blocks of {:.2} months on average{chosen}",
                    law.first,
                    law.rows.count,
                    1.0 / law.rows.end,
                ));
            }
            Law::Replay(law) => {
                let months = self.time.months;
                notes.push(format!("replay: {}", law.source));
                for (series, &filled) in law.filled.iter().enumerate().filter(|(_, filled)| **filled > 0) {
                    let name = self.market.assets.get(series).map_or("inflation", |asset| asset.name.as_str());
                    notes.push(format!(
                        "replay: {name} grows as expected in {filled} of {months} months, which have no value"
                    ));
                }
            }
            Law::Given(set) if set.cumulated.is_some() => {
                notes.push(format!("given: each path draws one of {} scenarios by its weight", set.returns.dim().0));
            }
            Law::Diffusion(_) | Law::Given(_) => {}
        }
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
