//! The help of the command line: in each language a text for each verb and argument, and no other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};
use fluent_syntax::ast::{Entry, Pattern, PatternElement};
use skans::cli::Cli;
use skans::texts::Language;

use crate::bad_input::skans;
use crate::swedish::{english_words, swedish_config};

/// The texts of help in a language's file: `run` of a verb, `run.shard` of an argument.
fn texts(language: Language) -> BTreeMap<String, String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts").join(format!("{}.ftl", language.tag()));
    let source = fs::read_to_string(file).unwrap();
    let mut texts = BTreeMap::new();
    let mut add = |name: String, pattern: &Pattern<&str>| {
        let text = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => value.trim(),
            PatternElement::Placeable { .. } => panic!("{name}: an argument"),
        });
        let text = text.collect::<Vec<_>>().join(" ");
        assert!(texts.insert(name.clone(), text).is_none(), "{name} stands twice");
    };
    for entry in fluent_syntax::parser::parse(source.as_str()).unwrap().body {
        let Entry::Message(message) = entry else { continue };
        let Some(verb) = message.id.name.strip_prefix("help-") else { continue };
        message.value.iter().for_each(|text| add(verb.to_owned(), text));
        message.attributes.iter().for_each(|one| add(format!("{verb}.{}", one.id.name), &one.value));
    }
    texts
}

/// Each English text of help, with the names that another language may have it by.
fn english() -> Vec<(String, Vec<String>)> {
    let mut program = Cli::command();
    program.build();
    let of_verb = |command: &Command| {
        let verb = command.get_name().to_owned();
        let mut found = vec![(command.get_about().unwrap().to_string(), vec![verb.clone()])];
        let mut add = |text: String, name: String| {
            found.push((text, vec![format!("{verb}.{name}"), format!("shared.{name}")]));
        };
        for arg in command.get_arguments() {
            let id = arg.get_id().as_str();
            // The parser's own text says where there is more.
            let help = arg.get_help().unwrap().to_string();
            add(help.replace(" (see more with '--help')", ""), id.to_owned());
            // Each language names itself.
            let values = if id == "lang" { Vec::new() } else { arg.get_possible_values() };
            for value in values {
                value
                    .get_help()
                    .into_iter()
                    .for_each(|help| add(help.to_string(), format!("{id}-{}", value.get_name())));
            }
        }
        found
    };
    std::iter::once(&program).chain(program.get_subcommands()).flat_map(of_verb).collect()
}

#[test]
fn each_argument_has_a_text_in_each_language_and_each_text_an_argument() {
    let english = english();
    assert!(english.len() >= 200, "{} texts", english.len());
    for language in Language::all().iter().filter(|language| **language != Language::En) {
        let texts = texts(*language);
        let mut used: BTreeSet<&str> =
            texts.keys().map(String::as_str).filter(|n| n.starts_with("headings.")).collect();
        assert_eq!(used.len(), 11, "{used:?}");
        let (mut told, mut meant) = (BTreeMap::new(), BTreeMap::new());
        for (text, names) in &english {
            let own = names.iter().find(|name| texts.contains_key(*name));
            let own = own.unwrap_or_else(|| panic!("{language:?}: help of {names:?} is missing: {text}"));
            used.insert(own);
            // What is one text in English is one in each language.
            let other = texts[own].as_str();
            assert_eq!(*told.entry(text).or_insert(other), other, "{own}: {text}");
            assert_eq!(*meant.entry(other).or_insert(text), text, "{own}: {other}");
        }
        let left: Vec<&String> = texts.keys().filter(|name| !used.contains(name.as_str())).collect();
        assert_eq!(left, [""; 0], "{language:?}: no verb has such an argument");
    }
}

fn told(arguments: &[&str]) -> String {
    let output = skans().current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn help_is_swedish_throughout() {
    let program = Cli::command();
    for verb in program.get_subcommands().map(Command::get_name) {
        let long = told(&[verb, "--help", "--lang", "sv"]);
        assert_eq!(long, told(&["help", verb, "--lang", "sv"]));
        assert_eq!(told(&[verb, "--help"]), told(&["help", verb]));
        for help in [long, told(&[verb, "-h", "--lang", "sv"])] {
            assert!(help.contains(&format!("\nAnvändning: skans {verb} ")) && help.contains("\nVal:\n"), "{help}");
            assert_eq!(english_words(&help), [""; 0], "{help}");
            for word in ["Usage", "OPTIONS", "Print", "default", "ossible values"] {
                assert!(!help.contains(word), "{word}: {help}");
            }
        }
    }
    let all = told(&["help", "--lang", "sv"]);
    assert_eq!([&["--lang", "sv", "--help"][..], &["--help", "--lang=sv"]].map(told), [all.clone(), all.clone()]);
    assert!(all.contains("\nKommandon:\n  run ") && english_words(&all).is_empty(), "{all}");
}

#[test]
fn help_is_in_the_language_of_the_configuration_that_is_named() {
    let place = tempfile::tempdir().unwrap();
    let config = swedish_config(place.path(), "own.toml", "");
    assert_eq!(told(&["run", &config, "--help"]), told(&["run", "--help", "--lang", "sv"]));
    assert_eq!(told(&["run", &config, "--help", "--lang", "en"]), told(&["run", "--help"]));
}

#[test]
fn manual_pages_and_completions_are_english_unless_they_are_asked_for_in_another_language() {
    for arguments in [&["man"][..], &["completions", "fish"]] {
        let asked = [arguments, &["--lang", "sv"]].concat();
        assert!(told(arguments).contains("how safe is the floor"), "{arguments:?}");
        assert!(told(&asked).contains("hur säker är skyddsnivån"), "{asked:?}");
    }
    let page = told(&["man", "--lang", "sv"]);
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    assert_eq!(headings, ["NAMN", "ANVÄNDNING", "BESKRIVNING", "VAL", "KOMMANDON", "VERSION"]);
}
