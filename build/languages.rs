//! The languages: one for each file of texts, written as a Rust enum.

use std::collections::BTreeMap;
use std::fmt::Write;

use fluent_syntax::ast::{Entry, PatternElement};

/// The message that names its file's language.
const NAME: &str = "language_name";

/// The language of machines, and of who asks for no other.
const DEFAULT: &str = "en";

/// The enum `Language`, from the text of each file by its tag: English first, the others in the order of their tags.
///
/// # Errors
/// If a tag is none, or a file does not name its language.
pub fn languages(sources: &BTreeMap<String, String>) -> Result<String, String> {
    let mut tags: Vec<&String> = sources.keys().collect();
    tags.sort_by_key(|tag| (*tag != DEFAULT, *tag));
    let (mut variants, mut names, mut files) = (String::new(), String::new(), String::new());
    for tag in tags {
        let variant = variant(tag)?;
        let name = name(&sources[tag]).ok_or_else(|| format!("{tag}: {NAME}: is missing, allowed: a text"))?;
        let default = if tag == DEFAULT { "#[default] " } else { "" };
        // Writing to a string does not fail.
        let _ = writeln!(variants, "    /// {name}.\n    {default}{variant},");
        let _ = writeln!(names, "            Self::{variant} => {tag:?},");
        let file = format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/texts/{tag}.ftl\"))");
        let _ = writeln!(files, "            Self::{variant} => {file},");
    }
    Ok(format!(
        "/// The language of tables, charts and messages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, ValueEnum, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = \"kebab-case\")]
pub enum Language {{
{variants}}}

impl Language {{
    /// Its tag, by which it is asked for.
    #[must_use]
    pub const fn tag(self) -> &'static str {{
        match self {{
{names}        }}
    }}

    /// The texts of its file.
    pub(crate) const fn source(self) -> &'static str {{
        match self {{
{files}        }}
    }}
}}
"
    ))
}

/// The variant of a tag: `PtBr` of `pt-br`.
fn variant(tag: &str) -> Result<String, String> {
    let is_tag = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase());
    if !tag.split('-').all(is_tag) {
        return Err(format!("{tag}.ftl: no language's tag, allowed: small letters, with a hyphen between parts"));
    }
    Ok(tag.split('-').map(|part| part[..1].to_uppercase() + &part[1..]).collect())
}

/// The language's own name for itself.
fn name(source: &str) -> Option<&str> {
    let (Ok(resource) | Err((resource, _))) = fluent_syntax::parser::parse(source);
    resource.body.into_iter().find_map(|entry| match entry {
        Entry::Message(message) if message.id.name == NAME => match message.value?.elements[..] {
            [PatternElement::TextElement { value }] => Some(value),
            _ => None,
        },
        _ => None,
    })
}
