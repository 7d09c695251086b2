//! What is written is what is so.

use std::fs;
use std::path::Path;

use skans::report::table::{Style, validation};
use skans::texts::Language;

fn read(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).replace("\r\n", "\n")
}

/// `docs/config.md` is made from the schema: `skans schema --markdown > docs/config.md`.
#[test]
fn the_configuration_page_is_the_schemas() {
    assert!(
        read("docs/config.md") == skans::report::keys::markdown(&skans::config::schema()),
        "docs/config.md has drifted"
    );
}

/// `docs/default-world.md` holds what `skans validate` finds.
#[test]
fn the_page_of_the_clients_world_is_what_validate_finds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let plan = skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let found = skans::study::validate::validate(&plan, 20_000);
    assert_eq!(found.failures(), 0);
    let tables = validation::page(&found, &plan, Language::En, Style::Markdown);
    assert!(read("docs/default-world.md").ends_with(&tables), "docs/default-world.md has drifted");
}

/// The set-up is the two commands of the README, and what CI calls is one of them.
#[test]
fn the_readme_has_the_two_commands_and_ci_calls_the_second() {
    let readme = read("README.md");
    for command in ["cargo run --release -- run configs/region-norrbotten.toml", "cargo test"] {
        assert!(readme.contains(command), "{command}");
    }
    assert!(read(".ci/run").lines().any(|line| line.trim_start().starts_with("cargo test")));
}

/// A page that nothing leads to is not read.
#[test]
fn the_readme_links_to_every_page() {
    let readme = read("README.md");
    for page in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")).unwrap() {
        let page = page.unwrap();
        let name = page.file_name().to_string_lossy().into_owned();
        assert!(page.path().is_dir() || readme.contains(&format!("](docs/{name})")), "{name}");
    }
    assert!(read("docs/model.md").contains("](random-numbers.md)"));
}

/// Parts of a run made before and after a change of values must not merge.
#[test]
fn every_value_breaking_entry_counts_up_the_edition_of_values() {
    let entries = read("CHANGELOG.md").lines().filter(|line| line.starts_with("- **Value-breaking**")).count();
    assert_eq!(entries, skans::study::shard::VALUES as usize, "VALUES in src/study/shard.rs");
}

/// Every picture and page that a page links to is there.
#[test]
fn links_lead_somewhere() {
    for page in [
        "README.md",
        "docs/model.md",
        "docs/config.md",
        "docs/default-world.md",
        "docs/backtest.md",
        "docs/today.md",
        "CHANGELOG.md",
    ] {
        let text = read(page);
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(page).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap();
            if !file.is_empty() && !file.starts_with("http") {
                assert!(folder.join(file).exists(), "{page} links to {link}");
            }
        }
    }
}
