//! The effective configuration states everything that takes part: it asks for the same run, whatever a later version's
//! defaults are.

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

/// Then no default is filled in when it is read, and none that changes later can change the plan.
#[test]
fn what_is_written_leaves_no_default_out() {
    let schema = config::schema();
    for file in configurations() {
        let mut missing = Vec::new();
        look(View::of(&schema), &serde_json::to_value(&loaded(&file).config).unwrap(), "", &mut missing);
        assert!(missing.is_empty(), "{}: {missing:?}", file.display());
    }
}

#[test]
fn a_default_that_is_left_out_is_found() {
    let schema = config::schema();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let mut config = serde_json::to_value(&loaded(&file).config).unwrap();
    config["pools"]["long"]["floor"].as_object_mut().unwrap().remove("share");
    let mut missing = Vec::new();
    look(View::of(&schema), &config, "", &mut missing);
    assert_eq!(missing, ["pools.long.floor.share"]);
}

/// Notes the keys with a default that a value, and what is in it, does not have.
fn look(schema: View, value: &Value, path: &str, missing: &mut Vec<String>) {
    match value {
        Value::Object(table) => {
            let mut parts = vec![schema];
            while let Some(forms) = parts[parts.len() - 1].forms() {
                parts.push(form_of(&forms, table));
            }
            for part in parts {
                for key in part.keys().into_keys().filter(|key| part.own(key, "default").is_some()) {
                    if !table.contains_key(key) {
                        missing.push(below(path, key));
                    }
                }
                for (key, value) in table {
                    if let Some(inner) = part.keys().get(key.as_str()).copied().or_else(|| part.named()) {
                        look(inner, value, &below(path, key), missing);
                    }
                }
            }
        }
        Value::Array(items) => {
            for (place, (item, inner)) in items.iter().zip(schema.item().into_iter().cycle()).enumerate() {
                look(inner, item, &below(path, &place.to_string()), missing);
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
        ("filtered-history.toml", "inflation", "0.0"),
        ("filtered-history.toml", "market.assets.equity_sweden.column", "\"equity_sweden\""),
        ("filtered-history.toml", "market.assets.equity_sweden.label.en", "\"equity_sweden\""),
        ("filtered-history.toml", "market.bootstrap.lambda", "0.97"),
        ("filtered-history.toml", "market.crisis.at", "\"random\""),
        ("filtered-history.toml", "pools.long.label.en", "\"long\""),
        ("filtered-history.toml", "pools.long.opening_cost_share.fixed_income", "1.0"),
        ("filtered-history.toml", "pools.long.floor.share", "0.85"),
        ("filtered-history.toml", "pools.long.rule.equity_stress.window_months", "36"),
        ("filtered-history.toml", "pools.long.rule.equity_stress.level", "0.05"),
        ("filtered-history.toml", "pools.long.contributions.0.growth", "0.0"),
        ("filtered-history.toml", "pools.other.rule.equity_stress", "0.25"),
        ("filtered-history.toml", "pools.other.floor.growth", "0.0"),
        ("filtered-history.toml", "scenarios.0.label.sv", "\"fall\""),
        ("rates.toml", "market.assets.bonds.fund.convexity", "20.25"),
        ("rates.toml", "pools.long.rule.equity_stress.lambda", "0.97"),
        ("rates.toml", "pools.long.rule.max_share", "1.0"),
        ("rates.toml", "region.contributions.0.full", "true"),
        ("rates.toml", "region.liability.contingent.peak", "2022"),
    ] {
        let settings = stated(file);
        let setting = settings.iter().find(|setting| setting.key == key);
        let setting = setting.unwrap_or_else(|| panic!("{file}: {key} is not stated"));
        assert_eq!((setting.value.as_str(), setting.origin.as_str()), (value, "default"), "{file}: {key}");
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
