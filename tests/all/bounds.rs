//! The bounds of the configuration's schema are those of its reader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::Value;
use skans::config::schema_view::View;
use skans::{Override, Problem, config};

/// Keywords of bounds that the reader does not know.
const UNKNOWN: [&str; 4] = ["exclusiveMinimum", "exclusiveMaximum", "multipleOf", "uniqueItems"];

/// Numbers of tables that no configuration here has.
const ABSENT: [&str; 7] = [
    "market.events.*.at_least",
    "market.regimes.calm.factor_volatility.*",
    "scenarios.*.assets.*",
    "scenarios.*.bonds.*.convexity",
    "scenarios.*.bonds.*.duration",
    "scenarios.*.bonds.*.rates_bp",
    "scenarios.*.bonds.*.spread_duration",
];

/// Numbers that other keys keep away from a bound: it is refused for them, and not for the range.
const KEPT_BY_OTHERS: [&str; 38] = [
    "market.bootstrap.mean_block_months",
    "market.inflation.volatility",
    "market.regimes.calm.assets.*.volatility",
    "market.regimes.calm.correlations.*.*",
    "market.regimes.turbulent.assets.*.volatility",
    "market.regimes.turbulent.correlations.*.*",
    "market.regimes.turbulent.factor_volatility.*",
    "market.targets.*.excess_kurtosis",
    "market.targets.*.max_drawdown",
    "market.targets.*.skew",
    "market.targets.*.worst_12_months",
    "market.targets.*.worst_month",
    "pools.*.equities.*",
    "pools.*.fixed_income.*",
    "pools.*.rule.equity_stress",
    "pools.*.rule.equity_stress.max",
    "pools.*.rule.equity_stress.min",
    "pools.*.rule.fixed_income_stress",
    "pools.*.rule.min_share",
    "region.accounts.opening_mnkr.equity",
    "region.accounts.years.*.year",
    "region.buffer.least_mnkr",
    "region.buffer.least_of_next_year",
    "region.buffer.most_of_next_year",
    "region.contributions.*.from",
    "region.contributions.*.until",
    "region.liability.borne.from",
    "region.liability.contingent.from",
    "region.liability.contingent.peak",
    "region.liability.contingent.peak_mnkr",
    "region.liability.contingent.rise",
    "region.liability.contingent.until",
    "region.liability.provision.from",
    "region.liability.provision.peak",
    "region.liability.provision.rise",
    "region.liability.provision.until",
    "scenarios.*.rates_bp",
    "scenarios.*.spreads_bp",
];

/// Numbers with bounds by their keys, with `*` for names and places, and whether they are whole ones.
type Numbers = BTreeMap<String, Vec<(bool, [f64; 2])>>;

/// Lists and tables with bounds of their lengths, by their keys, and whether they are tables.
type Lengths = BTreeMap<String, (bool, [Option<f64>; 2])>;

/// What has bounds at a place of the schema and below.
fn gather(view: View, key: &str, depth: usize, (all, lengths): (&mut Numbers, &mut Lengths)) {
    if depth > 12 {
        return;
    }
    for (is_table, [least, most]) in [(false, ["minItems", "maxItems"]), (true, ["minProperties", "maxProperties"])] {
        let length = [view.bound(least), view.bound(most)];
        if length != [None; 2] && !(is_table && view.named().is_none()) {
            lengths.insert(key.to_owned(), (is_table, length));
        }
    }
    if let (Some(low), Some(high)) = (view.bound("minimum"), view.bound("maximum")) {
        let of = all.entry(key.to_owned()).or_default();
        let number = (view.kind() == Some("integer"), [low, high]);
        if !of.contains(&number) {
            of.push(number);
        }
    } else {
        assert!(view.bound("minimum").is_none() && view.bound("maximum").is_none(), "{key} has one bound");
    }
    let below = |name: &str| if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") };
    for (name, inner) in view.keys() {
        gather(inner, &below(name), depth + 1, (all, lengths));
    }
    for inner in [view.named(), view.item()].into_iter().flatten() {
        gather(inner, &below("*"), depth + 1, (all, lengths));
    }
    for choice in view.choices() {
        gather(choice, key, depth + 1, (all, lengths));
    }
}

/// Configurations, each with its effective settings.
fn files() -> Vec<(PathBuf, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let of = |folder: &str| std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = of("configs").chain(of("tests/good")).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    let settings = |file: &PathBuf| {
        let loaded = config::load(file, &[]).unwrap_or_else(|problems| panic!("{problems}"));
        serde_json::to_value(&loaded.config).unwrap()
    };
    files.into_iter().map(|file| (file.clone(), settings(&file))).collect()
}

/// The keys of a tree that a pattern names; one that stands below what there is, as far as names need no choice.
fn keys_of(tree: &Value, pattern: &[&str]) -> Vec<String> {
    let Some((name, rest)) = pattern.split_first() else { return vec![String::new()] };
    let join = |name: &str, key: String| if key.is_empty() { name.to_owned() } else { format!("{name}.{key}") };
    let within = |name: &str, inner: &Value| -> Vec<String> {
        keys_of(inner, rest).into_iter().map(|key| join(name, key)).collect()
    };
    match tree {
        Value::Object(table) if *name == "*" => {
            table.iter().take(3).flat_map(|(name, inner)| within(name, inner)).collect()
        }
        Value::Array(list) => within("0", list.first().unwrap_or(&Value::Null)),
        tree if *name != "*" => within(name, tree.get(*name).unwrap_or(&Value::Null)),
        _ => Vec::new(),
    }
}

/// Reads a file with a key set; an item of a list is set as the only one.
fn set(file: &Path, key: &str, value: &str) -> Result<(), Vec<Problem>> {
    let (key, value) = match key.strip_suffix(".0") {
        Some(list) => (list, format!("[{value}]")),
        None => (key, value.to_owned()),
    };
    let set = Override { option: format!("--set {key}={value}").into(), key: key.to_owned(), value };
    config::load(file, &[set]).map(drop).map_err(|problems| problems.iter().cloned().collect())
}

/// The range that a refusal of the number states.
fn range_of(refusal: &Result<(), Vec<Problem>>, key: &str) -> Option<String> {
    let problems = refusal.as_ref().err()?;
    let of_the_key = problems.iter().find(|problem| problem.key == key)?.to_string();
    Some(of_the_key.split_once("allowed: ")?.1.split(';').next()?.to_owned())
}

fn typed(whole: bool, number: f64) -> String {
    if whole { format!("{number:.0}") } else { format!("{number:?}") }
}

#[test]
fn every_bound_of_the_schema_is_the_readers() {
    let schema = config::schema();
    let mut numbers = Numbers::new();
    gather(View::of(&schema), "", 0, (&mut numbers, &mut Lengths::new()));
    assert!(numbers.len() >= 100, "{} numbers", numbers.len());
    let files = files();
    let (mut faults, mut absent, mut kept) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for (pattern, ranges) in &numbers {
        let parts: Vec<&str> = pattern.split('.').collect();
        for &(whole, [low, high]) in ranges {
            let [below, above] = if whole { [low - 1.0, high + 1.0] } else { [low.next_down(), high.next_up()] };
            let (mut refused, mut read, mut read_for_others) = (false, [false; 2], [false; 2]);
            for (file, tree) in &files {
                for key in keys_of(tree, &parts) {
                    let outside = [below, above].map(|number| range_of(&set(file, &key, &typed(whole, number)), &key));
                    let [Some(of_low), Some(of_high)] = outside else { continue };
                    let says_it = [low, high].iter().all(|end| of_low.contains(&end.to_string()));
                    if of_low == of_high && says_it {
                        refused = true;
                        for (place, end) in [low, high].into_iter().enumerate() {
                            let inside = set(file, &key, &typed(whole, end));
                            read[place] |= inside.is_ok();
                            read_for_others[place] |= range_of(&inside, &key) != Some(of_low.clone());
                        }
                    }
                }
            }
            if !refused {
                absent.insert(pattern.as_str());
                continue;
            }
            for (place, what) in ["least", "most"].into_iter().enumerate() {
                if !read[place] && read_for_others[place] {
                    kept.insert(pattern.as_str());
                } else if !read[place] {
                    faults.push(format!("{pattern} from {low} to {high}: {what}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), numbers.len(), faults.join("\n"));
    assert_eq!(absent, BTreeSet::from(ABSENT), "numbers that no file has");
    assert_eq!(kept, BTreeSet::from(KEPT_BY_OTHERS), "numbers that other keys keep away from a bound");
}

#[test]
fn every_length_of_the_schema_is_the_readers() {
    let schema = config::schema();
    let mut lengths = Lengths::new();
    gather(View::of(&schema), "", 0, (&mut Numbers::new(), &mut lengths));
    assert!(lengths.len() >= 10, "{} lists and tables", lengths.len());
    let files = files();
    for (pattern, (is_table, length)) in &lengths {
        let parts: Vec<&str> = pattern.split('.').collect();
        let keys = files.iter().flat_map(|(file, tree)| keys_of(tree, &parts).into_iter().map(move |key| (file, key)));
        let refuses = |count: f64, says: f64| {
            let items = (0_u32..)
                .take_while(|item| f64::from(*item) < count)
                .map(|item| if *is_table { format!("n{item} = {{}}") } else { "{}".to_owned() });
            let items = items.collect::<Vec<_>>().join(", ");
            let value = if *is_table { format!("{{ {items} }}") } else { format!("[{items}]") };
            let of_length = |text: String| text.contains("list of") || text.contains("tables");
            keys.clone().any(|(file, key)| {
                let range = range_of(&set(file, &key, &value), &key);
                range.is_some_and(|range| range.contains(&says.to_string()) && of_length(range))
            })
        };
        if let [_, Some(most)] = *length {
            assert!(refuses(most + 1.0, most) && !refuses(most, most), "{pattern} at most {most}");
        }
        if let [Some(least), _] = *length {
            assert!(refuses(least - 1.0, least) && !refuses(least, least), "{pattern} at least {least}");
        }
    }
}

#[test]
fn the_schema_has_no_bound_that_the_reader_does_not_know() {
    fn look(schema: &Value) {
        for (name, inner) in schema.as_object().into_iter().flatten() {
            assert!(!UNKNOWN.contains(&name.as_str()), "{name}");
            look(inner);
        }
        schema.as_array().into_iter().flatten().for_each(look);
    }
    look(&config::schema());
}
