//! What is written is what is so.

use std::fs;
use std::path::Path;

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
    let tables = skans::report::table::validation::markdown(&found, &plan, skans::report::text::Language::En);
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

/// Every picture and page that a page links to is there.
#[test]
fn links_lead_somewhere() {
    for page in ["README.md", "docs/model.md", "docs/config.md", "docs/default-world.md", "CHANGELOG.md"] {
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
