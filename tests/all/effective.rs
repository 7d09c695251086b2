//! The effective configuration states everything that takes part: it asks for the same run, whatever a later version's
//! defaults are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use skans::config::document::path::below;
use skans::config::schema_view::{Forms, View};
use skans::config::{self, Loaded};
use skans::report::settings;
use tempfile::TempDir;

fn configurations() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = ["configs", "tests/good"].map(|name| fs::read_dir(folder.join(name)).unwrap());
    let mut files: Vec<PathBuf> = all.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    assert!(files.len() >= 12, "{} configurations", files.len());
    files
}

fn loaded(file: &Path) -> Loaded {
    config::load(file, &[]).unwrap_or_else(|problems| panic!("{}: {}", file.display(), problems[0]))
}

/// A folder with the effective configuration and copies of its inputs.
fn written(loaded: &Loaded) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in settings::files(&loaded.config, &loaded.inputs) {
        let to = folder.path().join(&file.name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        file.write(&to).unwrap();
    }
    folder
}

#[test]
fn what_is_written_asks_for_the_same_plan_and_is_written_the_same_again() {
    for file in configurations() {
        let first = loaded(&file);
        let place = written(&first);
        let config = place.path().join("config.toml");
        let again = loaded(&config);
        assert_eq!(format!("{:?}", again.plan), format!("{:?}", first.plan), "{}", file.display());
        let copy = written(&again);
        let [text, again] = [config, copy.path().join("config.toml")].map(|file| fs::read_to_string(file).unwrap());
        assert_eq!(again, text, "{}", file.display());
    }
}

/// A whole number may be written with decimals of nothing or a power of ten, and is written back as a whole one.
#[test]
fn whole_numbers_are_read_in_every_form_and_written_in_one() {
    let text = include_str!("../good/one-pool.toml");
    let with = |months: &str| text.replace("horizon_months = 12", &format!("horizon_months = {months}"));
    for (months, read) in [("12.0", 12), ("36e1", 360), ("360.0", 360)] {
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("config.toml");
        fs::write(&file, with(months)).unwrap();
        let loaded = loaded(&file);
        assert_eq!(loaded.plan.time.months(), read, "{months}");
        assert_eq!(config::as_toml(&loaded.config)["horizon_months"].as_integer(), Some(i64::from(read)), "{months}");
    }
    let problems = config::from_text("months", &with("360.5")).err().unwrap().to_string();
    assert_eq!(problems, "months:2:1: horizon_months: found 360.5, allowed: a whole number from 1 to 1200");
}

/// Whether a configuration may leave a key out.
type Condition = fn(&Value) -> bool;

/// Keys that may be left out, where `*` stands for a name or a place, with what that means and where it may be. Every
/// other key is stated.
const LEFT_OUT: [(&str, &str, Condition); 51] = [
    ("inflation", "the world simulates it", simulates_prices),
    ("region", "none", always),
    ("scenarios", "none", always),
    ("market.file", "none: a crisis is replayed", always),
    ("market.weights", "none: each path is one of the set", always),
    ("market.targets", "none", always),
    ("market.targets.*.autocorrelation", "none", always),
    ("market.targets.*.autocorrelation_of_squares", "none", always),
    ("market.targets.*.deviation_of_12_months", "none", always),
    ("market.events", "none", always),
    ("market.events.*.probability_at_least", "no bound", always),
    ("market.correlations", "none", always),
    ("market.copula", "none", always),
    ("market.short_rate", "none", always),
    ("market.credit_spread", "none", always),
    ("market.inflation", "none", always),
    ("market.crisis", "none", always),
    ("market.crisis.inflation_column", "none: prices are not simulated", without_simulated_prices),
    ("market.bootstrap.inflation_column", "none: prices are not drawn", always),
    ("market.regimes.calm.factor_volatility", "none: the factor's own", always),
    ("market.assets.*.column", "none: no crisis takes part", without_crisis),
    ("market.assets.*.expected_return", "none: as the law has it", always),
    ("market.assets.*.expected_return_error", "none: taken as known", always),
    ("market.assets.*.volatility", "none: as the regimes, or the fund, have it", always),
    ("market.assets.*.fund", "none", always),
    ("market.assets.*.fund.spread_duration", "none", always),
    ("pools.*.opening_cost_mnkr", "none: given as a share", always),
    ("pools.*.opening_cost_mnkr.fixed_income", "none: given as a share", always),
    ("pools.*.opening_cost_share.equities", "none: given as an amount", always),
    ("pools.*.expected_return", "none", always),
    ("pools.*.history", "none", always),
    ("pools.*.contributions", "none", always),
    ("pools.*.contributions.*.until", "no bound but the horizon", always),
    ("pools.*.payments", "none", always),
    ("pools.*.payments.*.until", "no bound but the horizon", always),
    ("pools.*.rule.opening_share", "none: the rule's own", always),
    ("pools.*.rebalancing.band", "no bound", always),
    ("region.buffer", "none", always),
    ("region.buffer.least_mnkr", "no bound", always),
    ("region.accounts", "none", always),
    ("region.accounts.opening_mnkr.deficits", "none", always),
    ("region.accounts.years.*.inflation", "none", always),
    ("region.accounts.years.*.reservation.cap", "no bound", always),
    ("region.liability.provision", "none", always),
    ("region.liability.borne", "none", always),
    ("scenarios.*.fixed_income", "none", always),
    ("scenarios.*.assets", "none", always),
    ("scenarios.*.rates_bp", "none", always),
    ("scenarios.*.spreads_bp", "none", always),
    ("scenarios.*.bonds", "none", always),
    ("scenarios.*.inflation", "none: as expected", always),
];

fn always(_: &Value) -> bool {
    true
}

fn without_crisis(config: &Value) -> bool {
    config["market"].get("crisis").is_none()
}

fn without_simulated_prices(config: &Value) -> bool {
    config.get("inflation").is_some()
}

fn simulates_prices(config: &Value) -> bool {
    config["market"].get("inflation").is_some()
}

/// Then no default is filled in when it is read, and none that changes later can change the plan.
#[test]
fn what_is_written_leaves_out_only_what_means_none() {
    let schema = config::schema();
    let mut met = BTreeSet::new();
    for file in configurations() {
        let config = serde_json::to_value(&loaded(&file).config).unwrap();
        let mut missing = Vec::new();
        look(View::of(&schema), &config, "", &mut missing);
        missing.retain(|key| {
            let known = LEFT_OUT.iter().find(|(left_out, _, may_be)| left_out == key && may_be(&config));
            met.extend(known.map(|(key, ..)| *key));
            known.is_none()
        });
        assert!(missing.is_empty(), "{}: {missing:?}", file.display());
    }
    let never_met: Vec<&str> = LEFT_OUT.iter().map(|(key, ..)| *key).filter(|key| !met.contains(key)).collect();
    assert!(never_met.is_empty(), "{never_met:?}");
}

#[test]
fn a_default_that_is_left_out_is_found() {
    let schema = config::schema();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let mut config = serde_json::to_value(&loaded(&file).config).unwrap();
    config["pools"]["long"]["floor"].as_object_mut().unwrap().remove("share");
    let mut missing = Vec::new();
    look(View::of(&schema), &config, "", &mut missing);
    missing.retain(|key| LEFT_OUT.iter().all(|(left_out, ..)| left_out != key));
    assert_eq!(missing, ["pools.*.floor.share"]);
}

/// Notes the optional keys that a value, and what is in it, does not have; `*` stands for a name or a place.
fn look(schema: View, value: &Value, path: &str, missing: &mut Vec<String>) {
    match value {
        Value::Object(table) => {
            let mut parts = vec![schema];
            while let Some(forms) = parts[parts.len() - 1].forms() {
                parts.push(form_of(&forms, table));
            }
            for part in parts {
                let keys = part.keys();
                missing.extend(keys.keys().filter(|key| !table.contains_key(**key)).map(|key| below(path, key)));
                for (key, value) in table {
                    if let Some(inner) = keys.get(key.as_str()) {
                        look(*inner, value, &below(path, key), missing);
                    } else if let Some(inner) = part.named() {
                        look(inner, value, &format!("{path}.*"), missing);
                    }
                }
            }
        }
        Value::Array(items) => {
            for (item, inner) in items.iter().zip(schema.item().into_iter().cycle()) {
                look(inner, item, &format!("{path}.*"), missing);
            }
        }
        _ => {}
    }
}

fn form_of<'a>(forms: &Forms<'a>, table: &Map<String, Value>) -> View<'a> {
    let fits = |form: &&View| match forms.tag {
        Some(tag) => forms.name(**form) == table[tag].as_str(),
        None => form.required().all(|key| table.contains_key(key)),
    };
    *forms.all.iter().find(fits).unwrap()
}

#[test]
fn what_follows_from_the_rest_is_stated() {
    let stated = |name: &str| {
        let loaded = loaded(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good").join(name));
        settings::list(&loaded.config, &loaded.document)
    };
    for (file, key, value) in [
        ("filtered-history.toml", "name", "\"filtered-history\""),
        ("filtered-history.toml", "title.sv", "\"filtered-history\""),
        ("filtered-history.toml", "inflation", "\"0 %\""),
        ("filtered-history.toml", "market.assets.equity_sweden.column", "\"equity_sweden\""),
        ("filtered-history.toml", "market.assets.equity_sweden.label.en", "\"equity_sweden\""),
        ("filtered-history.toml", "market.bootstrap.lambda", "0.97"),
        ("filtered-history.toml", "language", "\"en\""),
        ("filtered-history.toml", "market.crisis.at", "\"random\""),
        ("filtered-history.toml", "pools.long.label.en", "\"long\""),
        ("filtered-history.toml", "pools.long.opening_cost_share.fixed_income", "\"100 %\""),
        ("filtered-history.toml", "pools.long.floor.share", "\"85 %\""),
        ("filtered-history.toml", "pools.long.rule.equity_stress.window_months", "36"),
        ("filtered-history.toml", "pools.long.rule.equity_stress.level", "\"5 %\""),
        ("filtered-history.toml", "pools.long.contributions.0.growth", "\"0 %\""),
        ("filtered-history.toml", "pools.other.rule.equity_stress", "\"25 %\""),
        ("filtered-history.toml", "pools.other.floor.growth", "\"0 %\""),
        ("filtered-history.toml", "scenarios.0.label.sv", "\"fall\""),
        ("rates.toml", "market.assets.bonds.fund.convexity", "20.25"),
        ("rates.toml", "pools.long.rule.equity_stress.lambda", "\"97 %\""),
        ("rates.toml", "pools.long.rule.max_share", "\"100 %\""),
        ("rates.toml", "region.contributions.0.full", "true"),
        ("rates.toml", "region.liability.contingent.peak", "2022"),
    ] {
        let settings = stated(file);
        let setting = settings.iter().find(|setting| setting.key == key);
        let setting = setting.unwrap_or_else(|| panic!("{file}: {key} is not stated"));
        assert_eq!((setting.value.as_str(), setting.origin.to_string().as_str()), (value, "default"), "{file}: {key}");
    }
}

/// What takes no part stays out.
#[test]
fn keys_of_other_forms_are_not_stated() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let loaded = loaded(&file);
    let settings = settings::list(&loaded.config, &loaded.document);
    assert!(settings.iter().any(|setting| setting.key == "pools.short.rule.share"));
    for setting in settings {
        let of_a_static_pool = setting.key.starts_with("pools.short.rule.") && setting.key.ends_with("_stress");
        assert!(!of_a_static_pool && setting.key != "inflation", "{}", setting.key);
    }
}
