//! The help of the command line, in each language.
//!
//! Its English is the doc comments of verbs and arguments. Another language has it in its file of texts. The message of
//! a verb is `help-VERB`, with an attribute for each argument that is the verb's own, or is told otherwise there.
//! `help-shared` has the arguments of several verbs. What is missing stays English.

use clap::builder::PossibleValue;
use clap::{Arg, Command};

use crate::texts::Language;

/// A command line with its help in a language. It tells help, and is not for parsing.
pub(super) fn told(mut command: Command, language: Language) -> Command {
    command.build();
    if language == Language::default() { command } else { verb(command, language) }
}

/// A verb and those below it. The program itself is one.
fn verb(mut command: Command, language: Language) -> Command {
    let name = format!("help-{}", command.get_name());
    let template = template(&mut command, language);
    let command = command
        .help_template(template)
        .mut_args(|arg| argument(arg, &name, language))
        .mut_subcommands(|below| verb(below, language));
    match language.help(&name, None) {
        Some(about) => command.about(about),
        None => command,
    }
}

/// The order of a verb's help, with its usage and headings.
fn template(command: &mut Command, language: Language) -> String {
    let [usage, verbs, arguments, options] =
        ["usage", "subcommands", "arguments", "options"].map(|name| heading(name, language));
    let told = command.render_usage().to_string();
    let told = told.trim_start_matches("Usage: ").replace("OPTIONS", &options.to_uppercase());
    let sections = [
        (verbs, "subcommands", command.has_subcommands()),
        (arguments, "positionals", command.get_positionals().next().is_some()),
        (options, "options", true),
    ];
    let sections = sections.into_iter().filter(|(.., has)| *has);
    let sections: Vec<String> = sections.map(|(heading, list, _)| format!("{heading}:\n{{{list}}}")).collect();
    format!("{{about-with-newline}}\n{usage}: {told}\n\n{}", sections.join("\n\n"))
}

/// A manual page with its headings in a language.
pub(super) fn manual(page: &str, language: Language) -> String {
    let line = |line: &str| {
        let own = line.strip_prefix(".SH ").map(|name| heading(&name.to_lowercase(), language));
        own.filter(|own| !own.is_empty()).map_or_else(|| line.to_owned(), |own| format!(".SH {}", own.to_uppercase()))
    };
    page.lines().map(|text| line(text) + "\n").collect()
}

fn heading(name: &str, language: Language) -> String {
    language.help("help-headings", Some(name)).unwrap_or_default()
}

/// An argument, with its default and its possible values.
fn argument(arg: Arg, verb: &str, language: Language) -> Arg {
    let text = |name: &str| [verb, "help-shared"].iter().find_map(|message| language.help(message, Some(name)));
    let id = arg.get_id().as_str();
    let Some(help) = text(id) else { return arg };
    let values = if arg.is_hide_possible_values_set() { Vec::new() } else { arg.get_possible_values() };
    let meaning = |value: &PossibleValue| {
        let own = || value.get_help().map(ToString::to_string);
        Some(format!("- {}: {}", value.get_name(), text(&format!("{id}-{}", value.get_name())).or_else(own)?))
    };
    let meanings: Vec<String> = values.iter().filter_map(meaning).collect();
    let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
    let defaults = if arg.get_action().takes_values() { arg.get_default_values() } else { &[] };
    let defaults: Vec<_> = defaults.iter().map(|value| value.to_string_lossy()).collect();
    let listed = |name: &str, list: String| {
        if list.is_empty() { None } else { Some(format!("[{}: {list}]", heading(name, language))) }
    };
    let (default, possible) = (listed("default", defaults.join(" ")), listed("possible", names.join(", ")));
    let below = if meanings.is_empty() {
        possible.clone()
    } else {
        Some(format!("{}:\n{}", heading("possible_values", language), meanings.join("\n")))
    };
    let joined = |parts: [Option<String>; 3], between: &str| -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(between)
    };
    let short = joined([Some(help.clone()), default.clone(), possible], " ");
    let long = joined([Some(help), below, default], "\n\n");
    arg.help(short).long_help(long).hide_default_value(true).hide_possible_values(true)
}
