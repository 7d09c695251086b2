//! What is written is what is so.

use std::fs;
use std::path::{Path, PathBuf};

use skans::report::table::{Style, validation};
use skans::texts::Language;

fn read(name: &str) -> String {
    let file = root().join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display())).replace("\r\n", "\n")
}

/// `docs/office/config.md` is made from the schema: `skans schema --markdown > docs/office/config.md`.
#[test]
fn the_configuration_page_is_the_schemas() {
    assert!(
        read("docs/office/config.md") == skans::report::keys::markdown(&skans::config::schema()),
        "docs/office/config.md has drifted"
    );
}

/// `docs/evidence/default-world.md` holds what `skans validate` finds.
#[test]
fn the_page_of_the_clients_world_is_what_validate_finds() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml");
    let plan = skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan);
    let found = skans::study::validate::validate(&plan, 20_000);
    assert_eq!(found.failures(), 0);
    let tables = validation::page(&found, &plan, Language::En, Style::Markdown);
    assert!(read("docs/evidence/default-world.md").ends_with(&tables), "docs/evidence/default-world.md has drifted");
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
fn the_index_links_to_every_page() {
    let index = links(&read("docs/README.md"));
    for shelf in ["office", "method", "evidence"] {
        let pages = markdown(&root().join("docs").join(shelf));
        assert!(pages.len() >= 2, "docs/{shelf} has {} pages", pages.len());
        for page in pages {
            let name = format!("{shelf}/{}", page.file_name().unwrap().to_string_lossy());
            assert!(index.contains(&name), "docs/README.md does not link to {name}");
        }
    }
    assert!(links(&read("README.md")).contains(&"docs/README.md".to_owned()));
}

/// Parts of a run made before and after a change of values must not merge.
#[test]
fn every_value_breaking_entry_counts_up_the_edition_of_values() {
    let entries = read("CHANGELOG.md").lines().filter(|line| line.starts_with("- **Value-breaking**:")).count();
    assert_eq!(entries, skans::study::shard::VALUES as usize, "VALUES in src/study/shard/part.rs");
}

/// Every page, picture and heading that a page links to is there.
#[test]
fn links_lead_somewhere() {
    let mut pages = markdown(&root().join("docs"));
    pages.extend(["README.md", "CHANGELOG.md"].map(|name| root().join(name)));
    pages.extend(markdown(&root().join("src")));
    let mut followed = 0;
    for page in pages {
        let text = fs::read_to_string(&page).unwrap();
        for link in links(&text).into_iter().filter(|link| !link.starts_with("http")) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            assert!(target.exists(), "{} links to {link}", page.display());
            let found =
                anchor.is_empty() || anchors(&fs::read_to_string(&target).unwrap()).contains(&anchor.to_owned());
            assert!(found, "{} links to {link}: no such heading", page.display());
            followed += 1;
        }
    }
    assert!(followed >= 40, "{followed} links");
}

/// Every page that a configuration, a source or a test names by its path is there.
#[test]
fn pages_that_are_named_are_there() {
    let mut named = 0;
    for folder in ["configs", "src", "benches", "examples", "tests/all"] {
        for file in files(&root().join(folder)) {
            let Ok(text) = fs::read_to_string(&file) else { continue };
            for rest in text.split("docs/").skip(1) {
                let path: String = rest.chars().take_while(|c| c.is_alphanumeric() || "-_/.".contains(*c)).collect();
                let Some(page) = path.find(".md").map(|end| &path[..end + 3]) else { continue };
                assert!(root().join("docs").join(page).is_file(), "{} names docs/{page}", file.display());
                named += 1;
            }
        }
    }
    assert!(named >= 10, "{named} pages named");
}

/// A verb with its help.
fn verbs() -> Vec<(String, String)> {
    let command = <skans::cli::Cli as clap::CommandFactory>::command();
    let names = command.get_subcommands().map(|verb| verb.get_name().to_owned());
    let help = |name: &str| {
        let output = crate::bad_input::skans().args([name, "--help"]).output().unwrap();
        assert!(output.status.success(), "skans {name} --help");
        String::from_utf8(output.stdout).unwrap()
    };
    names.map(|name| (name.clone(), help(&name))).collect()
}

#[test]
fn the_readme_says_the_minimum_rust() {
    let minimum = format!("Rust toolchain ({} or later)", env!("CARGO_PKG_RUST_VERSION"));
    assert!(read("README.md").contains(&minimum), "{minimum}");
}

#[test]
fn the_readme_has_every_verb() {
    let readme = read("README.md");
    for (name, _) in verbs() {
        assert!(readme.contains(&format!("`skans {name}")), "README.md does not name `skans {name}`");
    }
}

/// Every verb and every option of a command that a page gives is there.
#[test]
fn documented_commands_are_those_of_the_program() {
    let verbs = verbs();
    let mut commands = 0;
    for page in markdown(&root().join("docs")).into_iter().chain([root().join("README.md")]) {
        for command in documented_commands(&fs::read_to_string(&page).unwrap()) {
            let place = format!("{}: {command}", page.display());
            let mut words = command.split_whitespace().skip(1).peekable();
            let name = words.peek().copied().unwrap_or_default();
            let (_, help) =
                verbs.iter().find(|(verb, _)| verb == name).unwrap_or_else(|| panic!("{place}: no such verb"));
            for option in words.map(|word| word.trim_start_matches('[')).filter(|word| word.starts_with("--")) {
                let option: String = option.chars().take_while(|&c| c.is_ascii_lowercase() || c == '-').collect();
                assert!(
                    help.contains(&format!("{option} ")) || help.contains(&format!("{option}\n")),
                    "{place}: no {option}"
                );
            }
            commands += 1;
        }
    }
    assert!(commands >= 40, "{commands} commands");
}

/// The command lines `skans VERB …` in a page's code; an indented line that begins with an option belongs to the one
/// before.
fn documented_commands(text: &str) -> Vec<String> {
    let mut commands: Vec<String> = Vec::new();
    for line in text.lines() {
        let code = line.strip_prefix("    ").map(str::trim_start);
        match code {
            Some(code) if code.starts_with(['[', '-']) => {
                commands.last_mut().into_iter().for_each(|command| command.extend([" ", code]));
            }
            Some(code) => commands.push(code.trim_start_matches("$ ").to_owned()),
            None => commands.extend(line.split('`').skip(1).step_by(2).map(str::to_owned)),
        }
    }
    commands.retain(|command| command.starts_with("skans "));
    commands.iter().map(|command| command.split(" #").next().unwrap().to_owned()).collect()
}

/// The page on additions names files that are there.
#[test]
fn files_that_an_addition_touches_are_there() {
    let page = read("docs/method/adding.md");
    let paths = page.split('`').skip(1).step_by(2).filter(|code| code.contains('/') && !code.contains(' '));
    let paths: Vec<&str> =
        paths.filter(|path| !path.contains("NAME") && !path.contains("VERB") && !path.contains("CODE")).collect();
    assert!(paths.len() >= 20, "{} paths", paths.len());
    for path in paths.into_iter().filter(|path| !path.contains('*')) {
        assert!(root().join(path).exists(), "docs/method/adding.md names {path}");
    }
}

#[test]
fn links_and_headings_are_read_as_they_are_shown() {
    assert_eq!(links("[a](b.md#c) and ![d](e/f.png)\n\n    [code](g.md)\n`[h](i.md)`"), ["b.md#c", "e/f.png"]);
    assert_eq!(anchors("# `[region]`: the rules, *once*\n## A B\n## A B"), ["region-the-rules-once", "a-b", "a-b-1"]);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn markdown(folder: &Path) -> Vec<PathBuf> {
    files(folder).into_iter().filter(|file| file.extension().is_some_and(|ending| ending == "md")).collect()
}

/// The targets of a page's links and pictures, code left out.
fn links(text: &str) -> Vec<String> {
    let prose = text.lines().filter(|line| !line.starts_with("    "));
    let prose = prose.flat_map(|line| line.split('`').step_by(2)).collect::<Vec<_>>().join("`");
    prose.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
}

/// The anchors of a page's headings, as the usual renderers make them.
fn anchors(text: &str) -> Vec<String> {
    let mut anchors: Vec<String> = Vec::new();
    for heading in text.lines().filter(|line| line.starts_with('#')) {
        let heading = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
        let anchor: String = heading.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect();
        let numbered = (1..).map(|number| format!("{anchor}-{number}"));
        let mut names = std::iter::once(anchor.clone()).chain(numbered);
        anchors.extend(names.find(|name| !anchors.contains(name)));
    }
    anchors
}
