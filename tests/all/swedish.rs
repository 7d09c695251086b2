//! With `--lang sv` the program speaks Swedish throughout, its errors and notes too.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::bad_input::skans;

/// English words that no Swedish text holds as words of their own.
const ENGLISH: [&str; 11] = ["error", "found", "allowed", "the", "of", "is", "or", "and", "one", "with", "which"];

/// Configurations whose errors hold words of the system or of a library, which are English.
const LIBRARIES: [&str; 3] = ["bootstrap-file-missing.toml", "flow-file-missing.toml", "syntax.toml"];

fn run(arguments: &[&str]) -> Output {
    skans().current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

/// The English words in a text. Key names have other signs in them.
pub fn english_words(said: &str) -> Vec<&str> {
    let words = said.split(|c: char| !c.is_alphanumeric() && !['_', '-', '.', '/'].contains(&c));
    words.filter(|word| ENGLISH.contains(word)).collect()
}

/// What a command says on standard error when it is asked to speak Swedish. Its exit code is that of the English one.
fn said(arguments: &[&str]) -> String {
    let [english, swedish] = ["en", "sv"].map(|language| run(&[arguments, &["--lang", language]].concat()));
    assert_eq!(swedish.status.code(), english.status.code(), "{arguments:?}");
    assert_ne!(swedish.stderr, english.stderr, "{arguments:?}");
    let said = String::from_utf8(swedish.stderr).unwrap();
    assert_eq!(english_words(&said), [""; 0], "{said}");
    said
}

const CONFIG: &str = "tests/good/one-pool.toml";

#[test]
fn what_is_wrong_on_the_command_line_is_told_in_swedish() {
    for (arguments, expected) in [
        (&["validate", CONFIG, "--paths", "1"][..], "fel: --paths 1: hittade 1, tillåtet: 100 till 200000\n"),
        (
            &["explain", CONFIG, "--path", "5", "--paths", "3"],
            "fel: --path 5: hittade 5, tillåtet: 0 till 2, körningens banor\n",
        ),
        (
            &["sweep", CONFIG, "--vary", "seed=1,2"],
            "fel: --vary: hittade seed, tillåtet: nycklar i pools, region, market och inflation, på samma banor\n",
        ),
        (
            &["run", CONFIG, "--out", "Cargo.toml"],
            "fel: Cargo.toml: hittade en fil, tillåtet: en ny mapp, en tom, eller en med ett tidigare resultat av \
             samma kommando och inget annat\n",
        ),
        (&["merge", "tests"], "fel: tests: hittade ingen fil part.json, tillåtet: en mapp som `run --shard` skrev\n"),
        (
            &["batch", "tests/all"],
            "fel: tests/all: hittade ingen fil som heter *.toml, tillåtet: en mapp med filer som heter *.toml\n",
        ),
    ] {
        assert_eq!(said(arguments), expected);
    }
    for arguments in [
        &["run", CONFIG, "--fail-if", "p_breech_10y > 0.1"][..],
        &["solve", CONFIG, "--for", "seed", "--target", "p_breach < 0.1"],
        &["compare", CONFIG],
        &["stress", CONFIG, "--scenario", "1987"],
        &["explain", CONFIG, "--path", "worst", "--pool", "nobody"],
    ] {
        assert!(said(arguments).starts_with("fel: "), "{arguments:?}");
    }
}

/// Every wrong command line but those that need a folder of their own.
#[test]
fn every_wrong_command_line_is_told_in_swedish() {
    let lines = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/command-lines.txt")).unwrap();
    let lines = lines.lines().filter_map(|line| line.strip_prefix("$ skans "));
    let mut told = 0;
    for line in lines.filter(|line| ["EMPTY", "FOLDER", "--out"].iter().all(|word| !line.contains(word))) {
        let words = line.split_whitespace().map(|word| if word == "CONFIG" { CONFIG } else { word });
        let refused = run(&words.chain(["--lang", "sv"]).collect::<Vec<_>>());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2), "{line}");
        assert!(said.starts_with("fel: "), "{line}: {said}");
        assert!(said.contains("os error") || english_words(&said).is_empty(), "{line}: {said}");
        told += 1;
    }
    assert!(told >= 80, "{told} command lines");
}

#[test]
fn what_is_wrong_in_a_configuration_is_told_in_swedish() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let mut told = 0;
    for file in files.filter(|file| file.extension().is_some_and(|ending| ending == "toml")) {
        let name = file.file_name().unwrap().to_string_lossy();
        let check = skans().current_dir(&folder).args(["check", &*name, "--lang", "sv"]).output().unwrap();
        let said = String::from_utf8(check.stderr).unwrap();
        assert!(!said.is_empty(), "{name}: nothing is said");
        told += 1;
        for line in said.lines() {
            assert!(line.starts_with("fel: ") && line.contains("hittade "), "{name}: {line}");
            assert!(LIBRARIES.contains(&&*name) || english_words(line).is_empty(), "{name}: {line}");
        }
    }
    assert!(told >= 100, "{told} files");
}

#[test]
fn notes_are_swedish_too() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("ut");
    let out = out.to_str().unwrap();
    let run = run(&["run", CONFIG, "--paths", "256", "--fail-if", "p_breach < 0.9999", "--lang", "sv", "--out", out]);
    assert_eq!(run.status.code(), Some(3));
    let said = String::from_utf8(run.stderr).unwrap();
    assert!(
        said.starts_with("Värld: ") && said.contains(&format!("\nresultat i {out}\ngräns bruten: pools.")),
        "{said}"
    );
}

/// A configuration that asks for Swedish, in a folder of its own, with more lines at its beginning.
pub fn swedish_config(place: &Path, name: &str, more: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(CONFIG)).unwrap();
    let file = place.join(name);
    fs::write(&file, format!("language = \"sv\"\n{more}{text}")).unwrap();
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_configuration_chooses_the_language_unless_an_option_does() {
    let place = tempfile::tempdir().unwrap();
    let config = swedish_config(place.path(), "own.toml", "");
    let told = |arguments: &[&str]| {
        let out = place.path().join(arguments[0]);
        // A result that is replaced is one more note.
        let _ = fs::remove_dir_all(&out);
        let out = out.to_str().unwrap().to_owned();
        let Output { stdout, stderr, .. } =
            run(&[arguments, &["--paths", "256", "--no-charts", "--out", &out]].concat());
        [stdout, stderr].map(|bytes| String::from_utf8(bytes).unwrap())
    };
    let asked = told(&["run", CONFIG, "--lang", "sv"]);
    assert!(asked[1].starts_with("Värld: ") && asked[1].contains("\nresultat i "), "{}", asked[1]);
    assert_eq!(told(&["run", CONFIG, "--set", "language=sv"])[1], asked[1]);
    let english = told(&["run", &config, "--lang", "en"])[1].clone();
    assert!(english.starts_with("World: ") && english.contains("\nresults in "), "{english}");
    let [table, notes] = told(&["run", &config]);
    assert_eq!((notes, english_words(&table)), (asked[1].clone(), vec![]), "{table}");
    let effective = fs::read_to_string(place.path().join("run/config.toml")).unwrap();
    assert!(effective.lines().any(|line| line == "language = \"sv\""), "{effective}");

    let both = |one: &str, other: &str| told(&["compare", one, other])[1].clone();
    assert!(both(&config, CONFIG).contains("resultat i ") && both(CONFIG, &config).contains("results in "));
}

#[test]
fn what_is_wrong_in_a_configuration_is_told_in_the_language_that_it_asks_for() {
    let place = tempfile::tempdir().unwrap();
    for (more, begins) in [("sead = 1\n", "fel: "), ("seed = = 1\n", "fel: "), ("language = \"sv\"\n", "fel: ")] {
        let config = swedish_config(place.path(), "wrong.toml", more);
        let said = String::from_utf8(run(&["check", &config]).stderr).unwrap();
        assert!(said.starts_with(begins), "{more}: {said}");
    }
    let config = swedish_config(place.path(), "folder.toml", "sead = 1\n");
    let batch =
        run(&["batch", Path::new(&config).parent().unwrap().to_str().unwrap(), "--out", &format!("{config}.d")]);
    assert!(String::from_utf8(batch.stderr).unwrap().contains("tillåtet: "));
}
