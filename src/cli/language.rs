//! The language of a command: that of `--lang`, else that of the first configuration that is named, else English.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::config;
use crate::config::document::Document;
use crate::report::settings::CONFIG;
use crate::texts::Language;

/// The language that a command line asks for, whatever else is wrong in it.
pub(super) fn typed(words: &[String]) -> Option<Language> {
    let after = words.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1].as_str());
    let mut asked = after.chain(words.iter().filter_map(|word| word.strip_prefix("--lang=")));
    asked.find_map(Language::from_tag).or_else(|| {
        let mut files = words.iter().map(Path::new);
        config::language(files.find(|path| path.extension().is_some_and(|ending| ending == "toml"))?)
    })
}

/// The verb, and the language that its configuration asks for, where no option does.
pub(super) fn configured(matches: &ArgMatches) -> Option<(String, Language)> {
    let (name, verb) = matches.subcommand()?;
    if matches.contains_id("lang") {
        return None;
    }
    Some((name.to_owned(), set(verb).or_else(|| config::language(&first(verb)?))?))
}

/// The language that `--set` gives.
fn set(verb: &ArgMatches) -> Option<Language> {
    let mut keys = verb.try_get_many::<(String, String)>("set").ok().flatten()?;
    let (_, language) = keys.rfind(|(key, _)| key == "language")?;
    Language::from_tag(&Document::option_text(language)?)
}

/// The first configuration that a verb is given: a file, or that of the first part of a run.
fn first(verb: &ArgMatches) -> Option<PathBuf> {
    let path = |name: &str| verb.try_get_many::<PathBuf>(name).ok().flatten()?.next().cloned();
    path("config").or_else(|| path("configs")).or_else(|| Some(path("parts")?.join(CONFIG)))
}
