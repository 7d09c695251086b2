//! The files of texts, and what the build refuses in one.

#[path = "../../build/languages.rs"]
mod languages;
#[path = "../../build/messages.rs"]
mod messages;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Pattern};
use messages::Kind;
use skans::texts::Language;

fn source(language: Language) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("texts").join(format!("{}.ftl", language.tag()));
    fs::read_to_string(file).unwrap()
}

/// What the build says of a Swedish file beside an English one.
fn paired(en: &str, sv: &str) -> Result<messages::Messages, String> {
    let languages = [("en", en), ("sv", sv)].map(|(name, text)| (name.to_owned(), messages::messages(text).unwrap()));
    messages::all(&BTreeMap::from(languages))
}

#[test]
fn arguments_are_found_in_choices_and_in_their_variants() {
    let text = "a = { $count ->\n    [one] { $name }\n   *[other] { $paths } of { $all }\n}\n";
    let found = &messages::messages(text).unwrap()["a"];
    let kinds: Vec<_> = found.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
    let text = |name| (name, Kind::Text);
    assert_eq!(kinds, [text("all"), ("count", Kind::Count), text("name"), text("paths")]);
}

#[test]
fn a_choice_by_a_word_is_no_plural() {
    let text = "a = { $kind ->\n    [debt] debt\n   *[cash] cash\n}\n";
    assert_eq!(messages::messages(text).unwrap()["a"]["kind"], Kind::Text);
}

#[test]
fn each_language_has_every_message_with_every_argument_shown() {
    assert_eq!(paired("a = x\nb = y\n", "a = x\n").unwrap_err(), "sv: b: is missing");
    assert_eq!(paired("a = x\n", "a = x\nb = y\n").unwrap_err(), "en: b: is missing");
    assert_eq!(paired("a = { $x }\n", "a = x\n").unwrap_err(), "sv: a: $x is missing");
    let shown = "a = { $count }\n";
    let chooses = "a = { $count ->\n    [one] x\n   *[other] y\n}\n";
    assert_eq!(paired(shown, chooses).unwrap()["a"]["count"], Kind::ShownCount);
}

#[test]
fn a_language_need_not_use_a_count() {
    let all = paired("a = { $count ->\n    [one] year\n   *[other] years\n}\n", "a = år\n").unwrap();
    assert_eq!(all["a"]["count"], Kind::Count);
}

#[test]
fn the_build_refuses_what_the_program_does_without() {
    for (wrong, problem) in [
        ("a = { b }\n", "allowed: arguments and choices by an argument"),
        ("a = { NUMBER($x) }\n", "allowed: arguments and choices by an argument"),
        ("-a = x\n", "allowed: messages"),
        ("a =\n    .b = x\n", "has an attribute"),
        ("a-b = x\n", "allowed: letters, digits and _"),
        ("a = x\na = y\n", "stands twice"),
        ("a = { $x\n", "ExpectedToken"),
    ] {
        let said = messages::messages(wrong).unwrap_err();
        assert!(said.contains(problem), "{wrong}: {said}");
    }
}

/// The texts of a language by id, as they are parsed.
fn patterns(source: &str) -> BTreeMap<String, Pattern<&str>> {
    let resource = fluent_syntax::parser::parse(source).unwrap();
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        // Texts of help have attributes; English has none of them.
        Entry::Message(message) => Some((message.id.name.to_owned(), message.value?)),
        _ => None,
    });
    messages.collect()
}

#[test]
fn no_english_text_stands_in_another_languages_file() {
    // Written in another language as in English.
    const ALIKE: [&str; 36] = [
        "thousands_sign",
        "minus_sign",
        "percent",
        "unknown_number",
        "utf8",
        "verbatim",
        "policy_rule",
        "policy_total",
        "policy_years",
        "at",
        "hinted",
        "replay_source",
        "figure_var",
        "region_figure",
        "region_figure_of_year",
        "version",
        "world_lognormal",
        "world_bootstrap",
        "chart_median_end",
        "chart_median",
        "region_chart_budget",
        "backtest_over_starts_median",
        "mnkr",
        "today_chart_then",
        "calibration_lognormal",
        "calibration_compared",
        "calibration_chart_lognormal",
        "validation_inflation",
        "stress_scenario",
        "stress_fall",
        "stress_chart_title",
        "stress_region_in_year",
        "region_budget",
        "median",
        "sweep_held",
        "sweep_figures_fall",
    ];
    let en = source(Language::En);
    let english = patterns(&en);
    let mut alike = BTreeSet::new();
    for language in Language::all().iter().filter(|language| **language != Language::En) {
        let source = source(*language);
        let own = patterns(&source);
        alike.extend(english.iter().filter(|(id, text)| own[*id] == **text).map(|(id, _)| id.clone()));
    }
    assert_eq!(alike, BTreeSet::from(ALIKE.map(str::to_owned)));
}

#[test]
fn a_language_is_a_variant_named_by_its_file() {
    let made = |files: &[(&str, &str)]| {
        let files = files.iter().map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned()));
        languages::languages(&files.collect())
    };
    let code = made(&[("da", "language_name = Dansk\n"), ("en", "language_name = English\n")]).unwrap();
    assert!(code.contains("    /// English.\n    #[default] En,\n    /// Dansk.\n    Da,\n}"), "{code}");
    assert!(made(&[("pt-br", "language_name = X\n")]).unwrap().contains("Self::PtBr => \"pt-br\""));
    for (tag, text, problem) in [
        ("en", "a = x\n", "en: language_name: is missing"),
        ("EN", "language_name = X\n", "EN.ftl: no language's tag"),
        ("en-", "language_name = X\n", "en-.ftl: no language's tag"),
    ] {
        assert!(made(&[(tag, text)]).unwrap_err().starts_with(problem), "{tag}");
    }
}

#[test]
fn a_message_is_a_type_with_a_field_for_each_argument() {
    let types =
        messages::types(&messages::messages("a = { $count ->\n    [one] x\n   *[other] { $b }\n}\nc = x\n").unwrap());
    assert!(types.contains("pub struct a { pub b: Argument, pub count: Count }"), "{types}");
    assert!(types.contains("impl c { pub const fn message(self) -> Message"), "{types}");
}

/// The lines of every file of texts, each with its place.
fn lines() -> Vec<(String, String)> {
    let of = |language: &Language| {
        let (tag, source) = (language.tag(), source(*language));
        let places =
            source.lines().enumerate().map(|(index, line)| (format!("{tag}.ftl:{}", index + 1), line.to_owned()));
        places.collect::<Vec<_>>()
    };
    Language::all().iter().flat_map(of).collect()
}

#[test]
fn lines_end_with_a_word_and_quotation_marks_are_straight() {
    for (place, line) in lines() {
        assert!(line.trim_end() == line, "{place}: {line}");
        assert!(!line.contains(['“', '”', '„']), "{place}: {line}");
    }
}

/// A fraction is typed with a point, in every language; a percentage stands as the language writes numbers.
#[test]
fn each_number_is_written_in_one_way() {
    for (place, line) in lines().into_iter().filter(|(place, _)| place.starts_with("sv")) {
        // What is to be typed as it stands is set in backquotes.
        let line: String = line.split('`').step_by(2).collect();
        let numbers: Vec<&str> = line.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').collect();
        let mut rest = line.as_str();
        for number in numbers {
            rest = &rest[rest.find(number).unwrap() + number.len()..];
            let is_percentage = rest.starts_with(" %") || rest.starts_with("\u{a0}%");
            let number = number.trim_end_matches(['.', ',']);
            assert!(!(is_percentage && number.contains('.')), "{place}: {line}");
            assert!(is_percentage || !number.starts_with("0,"), "{place}: {line}");
        }
    }
}

/// A comment of a language's file is in that language.
#[test]
fn no_heading_is_left_in_english() {
    let headings = |language| {
        let source = source(language);
        source.lines().filter(|line| line.starts_with("## ")).map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let english = headings(Language::En);
    for language in Language::all().iter().filter(|language| **language != Language::En) {
        let own = headings(*language);
        assert!(own.is_disjoint(&english), "{}", language.tag());
    }
}
