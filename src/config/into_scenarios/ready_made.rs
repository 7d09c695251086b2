//! Scenarios that no configuration need spell out: those that ship, the crises that have a name, and a span of a
//! history.

use std::path::Path;
use std::sync::LazyLock;

use indexmap::{IndexMap, IndexSet};
use ndarray::Array2;
use serde::Deserialize;

use crate::config::history;
use crate::config::into_plan::Reader;
use crate::config::load::Loaded;
use crate::config::problem::{Place, Problem, Problems};
use crate::config::schema::{AssetKeys, LawConfig, ScenarioConfig};
use crate::plan::{History, Label, NamedCrisis, Scenario, crises};
use crate::texts::{Argument, Message, message};
use crate::units::Month;

/// The name of the scenario that a span of a history makes.
const HISTORY: &str = "history";
/// The crises' names in Swedish.
const IN_SWEDISH: [(&str, &str); 8] = [
    ("1929-32 depression", "1929–32 depressionen"),
    ("1973-74 oil", "1973–74 oljekrisen"),
    ("1987 crash", "1987 börsraset"),
    ("1990-92 Swedish crisis", "1990–92 svenska krisen"),
    ("2000-03 technology", "2000–03 teknikbolagen"),
    ("2007-09 financial", "2007–09 finanskrisen"),
    ("2020 pandemic", "2020 pandemin"),
    ("2022 rates", "2022 ränteåret"),
];

#[derive(Deserialize)]
struct ReadyMade {
    scenarios: Vec<ScenarioConfig>,
}

/// The file is our own, and a test reads it.
static READY_MADE: LazyLock<Vec<ScenarioConfig>> = LazyLock::new(|| {
    toml::from_str::<ReadyMade>(include_str!("ready_made.toml")).map_or_else(|_| Vec::new(), |file| file.scenarios)
});

/// The names that are taken.
pub(super) fn names() -> IndexSet<String> {
    let ready_made = READY_MADE.iter().map(|config| config.name.clone());
    ready_made.chain(crises().iter().map(|crisis| crisis.name.clone())).chain([HISTORY.to_owned()]).collect()
}

/// The scenarios that ship and say something of a configuration's assets, then the crises that have a name.
#[must_use]
pub fn ready_made_scenarios(loaded: &Loaded) -> Vec<Scenario> {
    let mut reader = Reader::new(&loaded.document, Path::new(""), None);
    let ready_made = READY_MADE.iter().filter_map(|config| {
        let config = for_assets(config, &loaded.config.market.law);
        reader.scenario("scenarios", &config, &loaded.plan.market)
    });
    let ready_made: Vec<Scenario> = ready_made.collect();
    ready_made.into_iter().chain(crises().iter().filter_map(|named| crisis(named, loaded))).collect()
}

/// A scenario in the names of columns, in those of a configuration's assets.
fn for_assets(config: &ScenarioConfig, law: &LawConfig) -> ScenarioConfig {
    let mut own = config.clone();
    own.assets = renamed(&config.assets, law);
    own.bonds = renamed(&config.bonds, law);
    own
}

fn renamed<T: Copy>(by_column: &IndexMap<String, T>, law: &LawConfig) -> IndexMap<String, T> {
    let of = |(name, asset): (&String, AssetKeys)| Some((name.clone(), *by_column.get(column(name, asset))?));
    law.assets().into_iter().filter_map(of).collect()
}

/// The column of history that is an asset's: the one that it names, or the one of its name.
fn column<'a>(name: &'a String, asset: AssetKeys<'a>) -> &'a String {
    asset.column.unwrap_or(name)
}

/// A crisis; none if it has a column for none of the assets.
fn crisis(named: &NamedCrisis, loaded: &Loaded) -> Option<Scenario> {
    let NamedCrisis { name, history } = named;
    let assets = loaded.config.market.law.assets();
    let columns: Vec<Option<usize>> =
        assets.into_iter().map(|(name, asset)| history.column(column(name, asset))).collect();
    let filled = |column: &usize| history.values().column(*column).iter().any(|value| !value.is_nan());
    columns.iter().flatten().any(filled).then_some(())?;
    let swedish = IN_SWEDISH.iter().find(|(english, _)| english == name).map_or(name.as_str(), |(_, text)| text);
    let label = Label {
        en: name.replacen('-', "–", usize::from(name.as_bytes().get(4) == Some(&b'-'))),
        sv: swedish.to_owned(),
    };
    Some(happened(name, label, span(["library of crises", "krisbiblioteket"], history), growth(history, &columns)))
}

/// A span of months as a scenario: growth as it was.
fn happened(name: &str, label: Label, source: Label, growth: Array2<f64>) -> Scenario {
    let effect = Array2::ones(growth.dim());
    Scenario { name: name.to_owned(), label, source, growth, effect, aftermath_months: Scenario::AFTERMATH_MONTHS }
}

/// The label of a span of a history: its name, first and last month.
fn span([en, sv]: [&str; 2], history: &History) -> Label {
    let ends = history.span();
    let named = |name: &str, to: &str| {
        ends.map_or_else(|| name.to_owned(), |(first, last)| format!("{name}, {first} {to} {last}"))
    };
    Label { en: named(en, "to"), sv: named(sv, "till") }
}

/// Growth of the assets and of consumer prices by month, NaN where there is no value.
fn growth(history: &History, columns: &[Option<usize>]) -> Array2<f64> {
    let prices = history.columns().iter().position(|name| History::is_inflation(name));
    let columns: Vec<Option<usize>> = columns.iter().copied().chain([prices]).collect();
    Array2::from_shape_fn((history.months().len(), columns.len()), |(month, series)| {
        columns[series].map_or(f64::NAN, |column| 1.0 + history.values()[(month, column)])
    })
}

/// A span of a history in a file that the command line names: its months as they were. Each asset's are in the column
/// that the configuration maps it to.
///
/// # Errors
/// What is wrong in the file; a month that it does not have; an asset that has no column.
pub fn scenario_of_history(
    loaded: &Loaded,
    file: &str,
    content: &[u8],
    (from, until): (Month, Month),
) -> Result<Scenario, Problems> {
    let history = history::read(file, content, 1)?;
    let mut reader = Reader::new(&loaded.document, Path::new(""), None);
    let columns = reader.asset_columns(&loaded.config.market.law, &history);
    let mut problems = reader.into_findings().1;
    problems.extend(outside(&history, from, until));
    match columns {
        Some(columns) if problems.is_empty() => {
            let row = |end: Month| history.months().partition_point(|month| *month < end);
            let cut = history.rows(row(from)..row(until.plus(1)));
            let columns: Vec<Option<usize>> = columns.into_iter().map(Some).collect();
            let label = |to: &str| format!("{from} {to} {until}");
            let label = Label { en: label("to"), sv: label("till") };
            Ok(happened(HISTORY, label, span([HISTORY, "historik"], &cut), growth(&cut, &columns)))
        }
        _ => Err(problems.into()),
    }
}

/// Ends of a span that a history does not have, or has the wrong way round.
fn outside(history: &History, from: Month, until: Month) -> Vec<Problem> {
    // The most months of a scenario.
    const MOST: i64 = 120;
    let Some((first, last)) = history.span() else { return Vec::new() };
    let place = |option: &str| Place::Option(option.into());
    let problem = |option, found: Argument, allowed: Message| Problem::new(place(option), "", found, allowed);
    let ends = [("--from", from), ("--until", until)].into_iter().filter(|(_, month)| !(first..=last).contains(month));
    let mut problems: Vec<Problem> = ends
        .map(|(option, month)| {
            let [first, last] = [first, last].map(|month| month.to_string());
            problem(option, month.to_string().into(), message!(a_month_from, first, last))
        })
        .collect();
    let months = until.months_since(from) + 1;
    if problems.is_empty() && !(1..=MOST).contains(&months) {
        let [from, until] = [from, until].map(|month| month.to_string());
        let found = message!(months_from, until, months, from);
        problems.push(problem("--until", found.into(), message!(a_span_of, most = MOST)));
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_those_that_ship_is_read_whole() {
        let text = include_str!("ready_made.toml");
        assert_eq!(READY_MADE.len(), text.matches("[[scenarios]]\nname").count());
        assert!(READY_MADE.len() >= 6);
        assert_eq!(names().len(), READY_MADE.len() + crises().len() + 1);
        assert!(READY_MADE.iter().all(|config| config.source.is_some() && config.label.is_some()));
    }

    #[test]
    fn every_crisis_has_a_swedish_name() {
        let names: Vec<&str> = crises().iter().map(|crisis| crisis.name.as_str()).collect();
        assert_eq!(names, IN_SWEDISH.map(|(english, _)| english));
    }
}
