//! Notes on a market for a reader of its figures.

use crate::plan::{Bootstrap, CrisisStart, HistorySpan, Law, Market, Plan, Replay, Scenarios};
use crate::texts::{Argument, Message, message};

impl Market {
    /// The law, and whether there is a crisis, in results that a machine reads.
    #[must_use]
    pub fn world(&self) -> String {
        let law = self.law.name();
        if self.crisis.is_some() { format!("{law} with a crisis") } else { law.to_owned() }
    }

    /// The same in reports.
    #[must_use]
    pub fn world_label(&self) -> Message {
        let world = self.law.label();
        if self.crisis.is_some() { message!(world_with_crisis, world) } else { world }
    }
}

impl Law {
    /// Notes on what was found on reading it: one sentence each.
    #[must_use]
    pub fn notes(&self, plan: &Plan) -> Vec<Message> {
        match self {
            Self::Bootstrap(law) => law.notes(),
            Self::Replay(path) => path.notes(plan),
            Self::Given(scenarios) => scenarios.notes(),
            Self::Diffusion(_) => Vec::new(),
        }
    }
}

impl Bootstrap {
    /// The months that are drawn from, and the length of blocks.
    #[must_use]
    pub fn notes(&self) -> Vec<Message> {
        let rows = self.rows();
        let [first, last] = self.span().map(|month| month.to_string());
        let (months, length) = (rows.count(), 1.0 / rows.end());
        let block = format!("{length:.2}");
        vec![if self.automatic {
            message!(bootstrap_drawn_automatic, first, last, months, block, length)
        } else {
            message!(bootstrap_drawn, first, last, months, block, length)
        }]
    }
}

impl HistorySpan {
    /// The name, the first and the last month.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { name, first, last } = self;
        message!(history_span, name, first = first.to_string(), last = last.to_string())
    }
}

impl Replay {
    /// The history that is replayed, and the months in which a series grows as expected.
    #[must_use]
    pub fn notes(&self, plan: &Plan) -> Vec<Message> {
        let months = plan.time.months();
        let mut notes: Vec<Message> =
            self.source().iter().map(|span| message!(replay_source, source = span.message())).collect();
        for (series, &filled) in self.filled().iter().enumerate().filter(|(_, filled)| **filled > 0) {
            let asset = plan.market.assets.get(series);
            let series = asset.map_or_else(|| message!(series_inflation).into(), |asset| Argument::from(&asset.name));
            notes.push(message!(replay_filled, series, filled, months));
        }
        notes
    }
}

impl Scenarios {
    /// A note where paths are drawn by weights.
    #[must_use]
    pub fn notes(&self) -> Vec<Message> {
        let scenarios = self.paths();
        let weighted = message!(given_weighted, scenarios);
        self.weights().iter().map(|_| weighted.clone()).collect()
    }
}

impl Plan {
    /// Notes on what was found on reading the market: one sentence each.
    #[must_use]
    pub fn market_notes(&self) -> Vec<Message> {
        let mut notes = self.market.law.notes(self);
        notes.extend(self.crisis_notes());
        notes
    }

    fn crisis_notes(&self) -> Vec<Message> {
        let Some(crisis) = &self.market.crisis else { return Vec::new() };
        let months = crisis.months();
        let month = |place: u32| self.month(place + 1).to_string();
        let source = crisis.source.message();
        let mut notes = vec![match crisis.start {
            CrisisStart::At(place) => message!(crisis_from, source, months, first = month(place)),
            CrisisStart::Random(range) => {
                message!(crisis_drawn, source, months, first = month(range.first()), last = month(range.last()))
            }
        }];
        for (asset, column) in self.market.assets.iter().zip(crisis.growth().columns()) {
            let left = column.iter().filter(|growth| growth.is_nan()).count();
            if left > 0 {
                notes.push(message!(crisis_left, asset = &asset.name, left, months));
            }
        }
        notes
    }
}
