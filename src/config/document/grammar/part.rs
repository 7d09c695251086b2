//! A line of TOML cut into its parts, whether it is right or wrong.

use std::rc::Rc;

/// What a part of a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A table's heading: `[pools.long]`.
    Heading,
    /// What stands before `=`, or where that is looked for.
    Key,
    /// A value, or one of a list.
    Value,
}

/// A part of a line between the signs `=`, `,`, `[`, `]`, `{` and `}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LinePart<'t> {
    pub(super) role: Role,
    /// The byte of the line where it begins.
    pub(super) start: usize,
    pub(super) text: &'t str,
    /// Its key, below the inline tables around it.
    pub(super) key: Rc<str>,
}

/// A line without its comment, cut into parts.
pub(super) struct CutLine<'t> {
    pub(super) parts: Vec<LinePart<'t>>,
    /// A list, table or long text that goes on in the next line: its byte, its sign and its key.
    pub(super) open: Option<(usize, &'static str, Rc<str>)>,
    /// Whether it ends a list or table of an earlier line.
    pub(super) closes: bool,
}

/// Cuts a line into parts.
pub(super) fn cut(line: &str) -> CutLine<'_> {
    let is_heading = line.trim_start().starts_with('[') && !line.contains(['=', ',']);
    let mut cutter = Cutter::new(line);
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (Some(_), _) if escaped => escaped = false,
            (Some('"'), '\\') => escaped = true,
            (Some(open), _) if c == open => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '#') => {
                cutter.line = &line[..at];
                break;
            }
            (None, _) if !is_heading => cutter.sign(at, c),
            _ => {}
        }
    }
    cutter.end(cutter.line.len());
    let Cutter { mut parts, around, closes, .. } = cutter;
    if let [heading] = &mut parts[..]
        && is_heading
    {
        heading.role = Role::Heading;
        heading.key = heading.text.trim_matches(['[', ']']).trim().into();
    }
    let last = parts.last();
    let long = last.filter(|_| quote.is_some()).and_then(|part| {
        let quotes = LONG_QUOTES.into_iter().find(|quotes| part.text.starts_with(quotes))?;
        Some((part.start, quotes, Rc::clone(&part.key)))
    });
    let bracket = around.last().map(|(at, table)| match table {
        Some(key) => (*at, "{", Rc::clone(key)),
        None => (*at, "[", last.map(|part| Rc::clone(&part.key)).unwrap_or_default()),
    });
    CutLine { parts, open: long.or(bracket), closes }
}

/// The most lists and tables around a part that are told apart.
const MOST_AROUND: usize = 32;

/// The most characters of a key.
const MOST_KEY: usize = 200;

/// The quotes of texts of several lines.
const LONG_QUOTES: [&str; 2] = ["\"\"\"", "'''"];

struct Cutter<'t> {
    line: &'t str,
    start: usize,
    role: Role,
    key: Rc<str>,
    /// The bytes where lists and inline tables around begin, with the key of a table.
    around: Vec<(usize, Option<Rc<str>>)>,
    closes: bool,
    parts: Vec<LinePart<'t>>,
}

impl<'t> Cutter<'t> {
    fn new(line: &'t str) -> Self {
        Self {
            line,
            start: 0,
            role: Role::Key,
            key: Rc::default(),
            around: Vec::new(),
            closes: false,
            parts: Vec::new(),
        }
    }

    /// Takes a sign outside quotes.
    fn sign(&mut self, at: usize, c: char) {
        match c {
            '=' => {
                self.end(at);
                self.next(at + 1, Role::Value);
            }
            '{' if self.around.len() < MOST_AROUND => {
                self.around.push((at, Some(Rc::clone(&self.key))));
                self.next(at + 1, Role::Key);
            }
            '[' if self.role == Role::Value && self.around.len() < MOST_AROUND => {
                self.around.push((at, None));
                self.next(at + 1, Role::Value);
            }
            '}' | ']' => {
                self.end(at);
                match self.around.pop() {
                    Some((_, table)) => self.key = table.unwrap_or_else(|| Rc::clone(&self.key)),
                    None => self.closes = true,
                }
                self.next(at + 1, Role::Value);
            }
            ',' if !self.between_digits(at) => {
                let Some((_, table)) = self.around.last().cloned() else { return };
                self.end(at);
                self.next(at + 1, if table.is_some() { Role::Key } else { Role::Value });
                self.key = table.unwrap_or_else(|| Rc::clone(&self.key));
            }
            _ => {}
        }
    }

    /// Whether a comma may be that of a decimal.
    fn between_digits(&self, at: usize) -> bool {
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        is_digit(self.line[..at].chars().next_back()) && is_digit(self.line[at + 1..].chars().next())
    }

    fn next(&mut self, start: usize, role: Role) {
        self.start = start;
        self.role = role;
    }

    /// Ends a part; it is left out if it has no text, unless a value is missing after `=`.
    fn end(&mut self, at: usize) {
        let text = self.line.get(self.start..at).unwrap_or_default();
        let trimmed = text.trim_start_matches([' ', '\t']);
        let start = self.start + (text.len() - trimmed.len());
        let trimmed = trimmed.trim_end_matches([' ', '\t']);
        let is_missing = self.role == Role::Value && self.line[..self.start].ends_with('=');
        if trimmed.is_empty() && !is_missing {
            return;
        }
        if self.role == Role::Key {
            let bare = trimmed.split(|c: char| c == ':' || c.is_whitespace()).next().unwrap_or_default();
            let own = if trimmed.contains(['"', '\'']) { trimmed } else { bare };
            let around = self.around.iter().rev().find_map(|(_, table)| table.as_ref());
            let key = around.filter(|table| !table.is_empty()).map_or(own.into(), |table| format!("{table}.{own}"));
            self.key = key.chars().take(MOST_KEY).collect::<String>().into();
        }
        self.parts.push(LinePart { role: self.role, start, text: trimmed, key: Rc::clone(&self.key) });
    }
}
