//! What an earlier result in the same folder was made with that its successor was not.

use std::collections::BTreeMap;
use std::path::Path;

use crate::config::bounded_file;
use crate::report::settings::{CONFIG, leaves};
use crate::texts::{Argument, Message, message};

/// The largest effective configuration that is read again, MiB.
const MOST_MIB: u64 = 4;
/// The most differences that a note tells.
const MOST_TOLD: usize = 5;
/// The most characters of a value that a note tells.
const LONGEST: usize = 40;

/// The effective settings of a result, by key, as TOML writes them.
pub struct Settings(BTreeMap<String, String>);

impl Settings {
    /// Those of the result in a folder, if it has a configuration.
    #[must_use]
    pub fn of(folder: &Path) -> Option<Self> {
        let text = String::from_utf8(bounded_file::read(&folder.join(CONFIG), MOST_MIB).ok()?).ok()?;
        Some(Self(leaves(&text.parse().ok()?).into_iter().collect()))
    }

    /// What differs in the result that took its place, for a note; none if nothing does.
    #[must_use]
    pub fn replaced_by(&self, later: &Self) -> Option<Message> {
        let Self(before) = self;
        let keys: std::collections::BTreeSet<&String> = before.keys().chain(later.0.keys()).collect();
        let differing = keys.into_iter().filter(|key| before.get(*key) != later.0.get(*key));
        let change = |key: &String| {
            message!(replaced_setting, key, before = told(before.get(key)), now = told(later.0.get(key)))
        };
        let changes: Vec<Message> = differing.map(change).collect();
        let more = changes.len().saturating_sub(MOST_TOLD);
        let mut told: Vec<Message> = changes.into_iter().take(MOST_TOLD).collect();
        if told.is_empty() {
            return None;
        }
        if more > 0 {
            told.push(message!(and_more, number = more));
        }
        Some(message!(replaced, changes = told))
    }
}

/// A value as a note tells it.
fn told(value: Option<&String>) -> Argument {
    let Some(value) = value else { return message!(setting_not_given).into() };
    if value.chars().count() <= LONGEST {
        return value.into();
    }
    format!("{}…", value.chars().take(LONGEST).collect::<String>()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Settings {
        let place = tempfile::tempdir().unwrap();
        std::fs::write(place.path().join(CONFIG), text).unwrap();
        Settings::of(place.path()).unwrap()
    }

    #[test]
    fn what_differs_between_two_results_is_told_and_nothing_else() {
        let before = settings("seed = 1\npaths = 2000\n[pools.long.floor]\nshare = 0.85\n");
        let later = settings("seed = 1\npaths = 2000\ntitle = \"new\"\n[pools.long.floor]\nshare = 0.8\n");
        let told = before.replaced_by(&later).unwrap().to_string();
        assert!(told.contains("pools.long.floor.share = 0.85 (now 0.8)"), "{told}");
        assert!(told.contains("title") && !told.contains("seed"), "{told}");
        assert!(before.replaced_by(&before).is_none());
    }

    #[test]
    fn a_key_in_one_of_several_tables_is_told_alone() {
        let crisis = |share: &str| format!("[[crises]]\nname = \"one\"\n[[crises]]\nname = \"two\"\nshare = {share}\n");
        let [before, later] = ["0.1", "0.2"].map(|share| settings(&crisis(share)));
        let told = before.replaced_by(&later).unwrap().to_string();
        assert!(told.contains("crises.1.share = 0.1 (now 0.2)"), "{told}");
        assert!(!told.contains("name"), "{told}");
    }
}
