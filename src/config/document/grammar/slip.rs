//! What a wrong part of a line was found to be, what is allowed in its place, and how it may have been meant.

use toml::de::DeValue;

use super::parser_words;
use super::part::{LinePart, Role};
use crate::config::document::path::split;
use crate::config::files::date::month_of;
use crate::texts::{Argument, Message, message};
use crate::units::fraction_of;

/// What is said of an error.
pub(super) struct Slip {
    pub(super) found: Argument,
    pub(super) allowed: Argument,
    pub(super) hint: Option<Message>,
    /// Whether lines after it may be read wrongly.
    pub(super) beyond: bool,
}

impl Slip {
    /// A key or table given again; the first may stand in a known line.
    pub(super) fn twice(first: Option<usize>) -> Self {
        let hint = first.map(|line| message!(the_first_is_in_line, line));
        Self { found: message!(a_second_one).into(), allowed: message!(each_key_once).into(), hint, beyond: false }
    }

    /// A list, table or long text that begins with this sign and does not end.
    pub(super) fn open(sign: &str) -> Self {
        let (close, allowed) = match sign {
            "[" => ("]", message!(closed_brackets)),
            "{" => ("}", message!(closed_brackets)),
            quotes => (quotes, message!(closed_quotes, quotes)),
        };
        let found = message!(without_its_end, open = sign, close).into();
        Self { found, allowed: allowed.into(), hint: None, beyond: true }
    }

    /// An error of a whole line, of which only the parser's words tell more.
    fn of_line(line: &str, words: &str, beyond: bool) -> Self {
        let found = Argument::Text(format!("`{}`", line.trim()));
        Self { found, allowed: parser_words::allowed(words).into(), hint: None, beyond }
    }
}

/// The message on the part of a line where an error of these words stands.
pub(super) fn slip(line: &str, part: Option<&LinePart>, words: &str) -> Slip {
    let Some(part) = part else { return Slip::of_line(line, words, true) };
    let meant = match part.role {
        Role::Heading => heading(part.text),
        Role::Key => key(part.text, words),
        Role::Value => value(part.text),
    };
    let beyond = part.role == Role::Heading;
    // A part that is right as it stands has the error of something after it.
    let is_right = part.role == Role::Value && DeValue::parse(part.text).is_ok();
    let Some((allowed, written)) = meant.filter(|_| !is_right) else {
        return Slip::of_line(line, words, part.role != Role::Value);
    };
    let text = format!("`{}`", part.text);
    let found = match part.text {
        "" => message!(nothing).into(),
        odd if odd.contains(is_odd_space) => message!(with_an_odd_space, text).into(),
        _ => Argument::Text(text),
    };
    Slip { found, allowed: allowed.into(), hint: written.map(write), beyond }
}

/// What is allowed in place of a text, and how it is to be written if that can be told.
type Meant = Option<(Message, Option<Argument>)>;

fn heading(text: &str) -> Meant {
    let clean = straight(text);
    let (open, close) = if clean.starts_with("[[") { ("[[", "]]") } else { ("[", "]") };
    let name = clean.trim_matches(['[', ']']).trim();
    let allowed = if clean.ends_with(close) { message!(plain_keys) } else { message!(closed_brackets) };
    if name.is_empty() || name.contains(['[', ']']) {
        return (!clean.ends_with(close)).then_some((allowed, None));
    }
    let written = format!("{open}{}{close}", quoted_names(name));
    (written != text).then(|| (allowed, Some(written.into())))
}

fn key(text: &str, words: &str) -> Meant {
    let clean = straight(text);
    if let Some(quotes) = ["\"", "'"].into_iter().find(|quotes| clean.matches(quotes).count() % 2 == 1) {
        return Some((message!(closed_quotes, quotes), None));
    }
    let cut = clean.find([':', ' ', '\t']).filter(|_| words.starts_with("key with no value"));
    if let Some(at) = cut {
        let (key, value) = (clean[..at].trim(), clean[at..].trim_start_matches([':', ' ', '\t']));
        let written = (!value.is_empty() && !key.is_empty()).then(|| format!("{key} = {value}").into());
        return Some((message!(key_and_value), written));
    }
    if words.starts_with("key with no value") {
        return Some((message!(key_and_value), None));
    }
    let written = quoted_names(&clean);
    let allowed = if text.contains(is_odd_space) { message!(plain_spaces) } else { message!(plain_keys) };
    (written != text).then(|| (allowed, Some(written.into())))
}

/// A key with quotes around the names that need them.
fn quoted_names(key: &str) -> String {
    let is_plain = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let quoted = |name: &String| {
        let name = name.trim();
        if is_plain(name) { name.to_owned() } else { format!("\"{name}\"") }
    };
    split(key).iter().map(quoted).collect::<Vec<_>>().join(".")
}

/// A text with plain spaces and straight quotes.
fn straight(text: &str) -> String {
    let plain = |c: char| match c {
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‘' | '’' | '‚' => '\'',
        _ if is_odd_space(c) => ' ',
        _ => c,
    };
    text.chars().map(plain).collect::<String>().trim().to_owned()
}

/// Whether a character looks like a space and is none to TOML.
fn is_odd_space(c: char) -> bool {
    !c.is_ascii() && (c.is_whitespace() || "\u{feff}\u{200b}".contains(c))
}

/// What is allowed in place of a value that TOML does not read, and how it may have been meant.
pub(in crate::config::document) fn meant(text: &str) -> Option<(Message, Option<Message>)> {
    value(text).map(|(allowed, written)| (allowed, written.map(write)))
}

fn write(text: Argument) -> Message {
    message!(write_this, text)
}

/// What is allowed in place of a value that TOML does not read, and how that is to be written.
fn value(text: &str) -> Meant {
    let clean = straight(text);
    if clean.is_empty() {
        return Some((message!(value_of_a_line), None));
    }
    if clean != text {
        let written = value(&clean).and_then(|(_, written)| written).unwrap_or_else(|| clean.clone().into());
        let spaces = text.contains(is_odd_space);
        let allowed = if spaces { message!(plain_spaces) } else { message!(straight_quotes) };
        return Some((allowed, Some(written)));
    }
    let bare = clean.trim_end_matches([';', ',', ' ']);
    let bare = bare.split_once(" //").map_or(bare, |(before, _)| before.trim_end()).replace('\u{2212}', "-");
    text_in_quotes(&bare).or_else(|| month(&bare)).or_else(|| number(&bare)).or_else(|| {
        let is_word = bare.starts_with(char::is_alphabetic) && !bare.contains(['"', '\'', '=']);
        let lower = bare.to_lowercase();
        match lower.as_str() {
            "true" | "false" => Some((message!(true_or_false), Some(lower.into()))),
            _ if is_word => {
                let is_text = !bare.contains(|c: char| c.is_ascii_digit());
                Some((message!(value_of_a_line), is_text.then(|| format!("\"{bare}\"").into())))
            }
            _ if bare.starts_with(['"', '\'']) => None,
            _ => Some((message!(value_of_a_line), (bare != text).then(|| bare.into()))),
        }
    })
}

/// A text whose quotes do not close.
fn text_in_quotes(bare: &str) -> Meant {
    let quote = bare.chars().next().filter(|c| "\"'".contains(*c))?;
    let is_even = bare.matches(quote).count().is_multiple_of(2) && !bare.contains('\\');
    let closes = bare.len() > 1 && (bare.ends_with(quote) || is_even);
    let quotes = quote.to_string();
    (!closes).then(|| (message!(closed_quotes, quotes), Some(format!("{bare}{quote}").into())))
}

/// A month or a day without quotes.
fn month(bare: &str) -> Meant {
    let meant = month_of(bare).map(|month| format!("\"{month}\"").into());
    let is_date = |c: char| c.is_ascii_digit() || "-/".contains(c);
    let is_like_one = bare.len() > 5 && bare.chars().all(is_date) && bare[1..].contains(['-', '/']);
    (is_like_one || meant.is_some()).then(|| (message!(a_month), meant))
}

/// A number in another form than TOML's, or a percentage without quotes.
fn number(bare: &str) -> Meant {
    if fraction_of(bare).is_some() {
        let percentage = format!("{} %", bare.trim_end_matches('%').trim_end());
        return Some((message!(percentages_in_quotes), Some(format!("\"{percentage}\"").into())));
    }
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((whole, part)) = bare.split_once(',')
        && digits(whole.trim_start_matches('-'))
        && digits(part)
    {
        let (point, percent) = (format!("{whole}.{part}"), format!("\"{whole},{part} %\""));
        return Some((
            message!(a_decimal_or_percentage),
            Some(message!(one_or_other, one = point, other = percent).into()),
        ));
    }
    let mut groups = bare.split(' ');
    let first = groups.next().unwrap_or_default();
    let thousands = digits(first.trim_start_matches('-')) && groups.all(|group| group.len() == 3 && digits(group));
    let joined = if thousands { bare.replace(' ', "") } else { bare.to_owned() };
    let is_number = joined.starts_with(|c: char| "+-.".contains(c) || c.is_ascii_digit());
    let number = joined.parse::<f64>().ok().filter(|number| is_number && number.is_finite())?;
    Some((message!(a_number), Some(number.to_string().into())))
}
