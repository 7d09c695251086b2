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
use crate::plan::{History, Label, NamedCrisis, Scenario, SeriesKind, crises};
use crate::texts::{Argument, Message, message};
use crate::units::Month;

/// The name of the scenario that a span of a history makes.
const HISTORY: &str = "history";

#[derive(Deserialize)]
struct ReadyMade {
    scenarios: Vec<ScenarioConfig>,
}

/// The file is our own, and a test reads it.
static READY_MADE: LazyLock<Vec<ScenarioConfig>> = LazyLock::new(|| {
    let file = toml::from_str::<ReadyMade>(include_str!("ready_made.toml"));
    file.map_or_else(|_| Vec::new(), |file| file.scenarios.into_iter().map(worded).collect())
});

/// A scenario with its name in reports and the source of its figures.
fn worded(scenario: ScenarioConfig) -> ScenarioConfig {
    let words = words_of_scenario(&scenario.name).map(|words| words.map(|words| Label::of(&words)));
    let (label, source) = words.map(|[label, source]| (label, source)).unzip();
    ScenarioConfig { label, source, ..scenario }
}

/// A scenario's name in reports, and the source of its figures. A test asks for those of each scenario.
fn words_of_scenario(name: &str) -> Option<[Message; 2]> {
    Some(match name {
        "fi-traffic-light" => [message!(scenario_fi_traffic_light), message!(scenario_fi_traffic_light_source)],
        "solvency-ii-type-1" => [message!(scenario_solvency_ii_type_1), message!(scenario_solvency_ii_type_1_source)],
        "solvency-ii-type-2" => [message!(scenario_solvency_ii_type_2), message!(scenario_solvency_ii_type_2_source)],
        "solvency-ii-rates-up" => {
            [message!(scenario_solvency_ii_rates_up), message!(scenario_solvency_ii_rates_up_source)]
        }
        "solvency-ii-rates-down" => {
            [message!(scenario_solvency_ii_rates_down), message!(scenario_solvency_ii_rates_down_source)]
        }
        "rates-and-equities-2022" => {
            [message!(scenario_rates_and_equities_2022), message!(scenario_rates_and_equities_2022_source)]
        }
        _ => return None,
    })
}

/// The names that are taken.
pub(super) fn names() -> IndexSet<String> {
    let ready_made = READY_MADE.iter().map(|config| config.name.clone());
    ready_made.chain(crises().iter().map(|crisis| crisis.name.key().to_owned())).chain([HISTORY.to_owned()]).collect()
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
    let label = Label::of(&name.label());
    Some(Scenario::of_growth(name.key(), label, span(message!(crisis_library), history), growth(history, &columns)))
}

/// The label of a span of a history: its name, first and last month.
fn span(name: Message, history: &History) -> Label {
    Label::of(&match history.span() {
        Some((first, last)) => message!(history_span, name, first = first.to_string(), last = last.to_string()),
        None => name,
    })
}

/// Growth of the assets and of consumer prices by month, NaN where there is no value.
fn growth(history: &History, columns: &[Option<usize>]) -> Array2<f64> {
    let prices = history.kinds().iter().position(|kind| *kind == SeriesKind::Inflation);
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
    loaded: &mut Loaded,
    file: &str,
    content: &[u8],
    kinds: &[(String, SeriesKind)],
    (from, until): (Month, Month),
) -> Result<Scenario, Problems> {
    let history = history::read(file, content, 1, kinds)?;
    loaded.notes.extend(history.notes().map(|note| note.at(file)));
    let mut reader = Reader::new(&loaded.document, Path::new(""), None);
    let columns = reader.asset_columns(&loaded.config.market.law, &history);
    let mut problems = reader.into_findings().problems;
    problems.extend(outside(&history, from, until));
    match columns {
        Some(columns) if problems.is_empty() => {
            let row = |end: Month| history.months().partition_point(|month| *month < end);
            let cut = history.rows(row(from)..row(until.plus(1)));
            let columns: Vec<Option<usize>> = columns.into_iter().map(Some).collect();
            let label = Label::of(&message!(from_to, low = from.to_string(), high = until.to_string()));
            Ok(Scenario::of_growth(HISTORY, label, span(message!(a_history), &cut), growth(&cut, &columns)))
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
    if problems.is_empty() && months < 1 {
        let [first, last] = [from, last].map(|month| month.to_string());
        problems.push(problem("--until", until.to_string().into(), message!(a_month_from, first, last)));
    } else if problems.is_empty() && !(1..=MOST).contains(&months) {
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
        assert!(READY_MADE.iter().all(|config| words_of_scenario(&config.name).is_some()));
    }
}
