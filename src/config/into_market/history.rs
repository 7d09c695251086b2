//! Monthly history that a configuration names: a file, or a crisis of the library.

use crate::config::files::history;
use crate::config::into_plan::Reader;
use crate::config::schema::LawConfig;
use crate::plan::{CrisisName, History, SeriesKind, crises};
use crate::texts::message;
use crate::units::Month;

/// The first and the last month of a span, as far as they are given.
pub(super) type GivenSpan = (Option<Month>, Option<Month>);

/// The name in summaries of a history from a file. The file's own may change from folder to folder; a summary may not.
pub(super) const HISTORY: &str = "history";

impl Reader<'_> {
    /// The history in a file.
    pub(super) fn history_file(&mut self, key: &str, name: &str) -> Option<History> {
        let history = self.read_file(key, name, |file, content| history::read(&file, content, 1, &[]))?;
        history.notes().for_each(|note| self.note(note.at(name)));
        Some(history)
    }

    /// The history of a crisis.
    pub(super) fn named_crisis(&mut self, key: &str, name: &str) -> Option<History> {
        let found = crises().iter().find(|crisis| crisis.name.key() == name);
        if found.is_none() {
            let names = CrisisName::ALL.map(|name| name.key().to_owned());
            self.unknown_name(key, name, names.iter());
        }
        found.map(|crisis| crisis.history.clone())
    }

    /// The months of a history that a table's `from` and `until` leave.
    pub(super) fn cut(&mut self, table: &str, history: &History, (from, until): GivenSpan) -> Option<History> {
        let (first, last) = history.span()?;
        let mut right = true;
        for (key, month) in [("from", from), ("until", until)] {
            if let Some(month) = month
                && !(first..=last).contains(&month)
            {
                let allowed = message!(a_month_from, first = first.to_string(), last = last.to_string());
                self.problem(&format!("{table}.{key}"), month.to_string(), allowed);
                right = false;
            }
        }
        let (from, until) = (from.unwrap_or(first), until.unwrap_or(last));
        if right && from > until {
            let allowed = message!(a_month_from, first = from.to_string(), last = last.to_string());
            self.problem(&format!("{table}.until"), until.to_string(), allowed);
            right = false;
        }
        let place = |month: Month| usize::try_from(month.months_since(first)).unwrap_or(0);
        let rows = place(from)..place(until) + 1;
        right.then(|| history.rows(rows))
    }

    /// The place of a column of returns, named at `key`.
    pub(super) fn column(&mut self, key: &str, name: &str, history: &History) -> Option<usize> {
        let column = history.column(name);
        if column.is_none() {
            self.unknown_name(key, name, history.columns().iter());
        } else if column.is_some_and(|column| history.kinds()[column] == SeriesKind::Rate) {
            self.problem(key, message!(a_column_of_rates, name), message!(a_column_of_returns));
            return None;
        }
        column
    }

    /// The column of each asset: the one that it names, or the one of its name.
    pub(in crate::config) fn asset_columns(&mut self, law: &LawConfig, history: &History) -> Option<Vec<usize>> {
        let columns = law.assets().into_iter().map(|(name, asset)| {
            let (key, column) = match asset.column {
                Some(column) => (format!("market.assets.{name}.column"), column),
                None => (format!("market.assets.{name}"), name),
            };
            self.column(&key, column, history)
        });
        columns.collect::<Vec<_>>().into_iter().collect()
    }
}
