//! Reads the text of a source: its statements, imports, modules and paths.

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The word that follows another at the beginning of a statement, behind its visibility.
pub fn word_after<'a>(statement: &'a str, keyword: &str) -> Option<&'a str> {
    let from = statement.find(&format!("{keyword} "))?;
    let before = &statement[..from];
    let visible = before.is_empty() || before.starts_with("pub");
    let name = statement[from + keyword.len()..].trim_start().split(|c| !is_word(c)).next()?;
    (visible && !name.is_empty()).then_some(name)
}

/// Where the next import begins.
pub fn import_at(code: &str) -> Option<usize> {
    code.match_indices("use ").map(|(at, _)| at).find(|&at| {
        let before = code[..at].trim_end();
        let statement = before.is_empty() || before.ends_with([';', '{', '}', ']']);
        let visible = before.ends_with("pub")
            || before.ends_with(')') && before.rfind("pub(").is_some_and(|from| !before[from..].contains(';'));
        (statement || visible) && !code[..at].ends_with(is_word)
    })
}

/// The modules that are written out inside a file.
pub fn inner_modules(code: &str) -> Vec<(usize, usize)> {
    let begins = code.match_indices("mod ").filter_map(|(at, _)| {
        let name: String = code[at + 4..].chars().take_while(|c| is_word(*c)).collect();
        let open = at + 4 + name.len();
        (!name.is_empty() && code[open..].trim_start().starts_with('{') && !code[..at].ends_with(is_word))
            .then_some(open)
    });
    begins
        .map(|open| {
            let mut level = 0;
            let end = code[open..].char_indices().find(|(_, c)| {
                level += i32::from(*c == '{') - i32::from(*c == '}');
                *c == '}' && level == 0
            });
            (open, end.map_or(code.len(), |(end, _)| open + end))
        })
        .collect()
}

/// The paths of an import, each with the name that it has here.
pub fn branches(tree: &str) -> Vec<(Vec<String>, String)> {
    let words = |path: &str| {
        path.split("::").map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    };
    let tree = tree.trim();
    let Some(open) = tree.find('{') else {
        let (path, name) =
            tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim().to_owned())));
        let path = words(path);
        let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
        return vec![(path, name)];
    };
    let (stem, inside) = (words(&tree[..open]), &tree[open + 1..tree.rfind('}').unwrap_or(tree.len())]);
    let (mut level, mut parts) = (0, vec![String::new()]);
    for c in inside.chars() {
        level += i32::from(c == '{') - i32::from(c == '}');
        match (c, parts.last_mut()) {
            (',', _) if level == 0 => parts.push(String::new()),
            (_, Some(part)) => part.push(c),
            (_, None) => {}
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts
        .flat_map(|part| branches(part))
        .map(|(path, name)| match path.as_slice() {
            [own] if own == "self" => (stem.clone(), stem.last().cloned().unwrap_or_default()),
            _ => (stem.iter().cloned().chain(path).collect(), name),
        })
        .collect()
}

/// A text without its comments, and with its literal texts and characters empty.
pub fn code(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text);
    while let Some(c) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(end) = raw_text(rest).filter(|_| !out.ends_with(is_word)) {
            end
        } else if c == '"' {
            quoted(rest, '"')
        } else if c == '\'' && (rest[1..].starts_with('\\') || rest.chars().nth(2) == Some('\'')) {
            quoted(rest, '\'')
        } else {
            out.push(c);
            c.len_utf8()
        };
        rest = &rest[skipped..];
    }
    out
}

/// Where a literal in these quotes ends.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = true;
    let end = text.char_indices().find(|(_, c)| {
        let ends = *c == quote && !escaped;
        // The opening quote counts as escaped.
        escaped = *c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(end, c)| end + c.len_utf8())
}

/// Where a raw text ends, if one begins here.
fn raw_text(text: &str) -> Option<usize> {
    let hashes = text.strip_prefix('r').or_else(|| text.strip_prefix("br"))?;
    let count = hashes.len() - hashes.trim_start_matches('#').len();
    let opening = text.len() - hashes.len() + count;
    text[opening..].starts_with('"').then_some(())?;
    let close = format!("\"{}", "#".repeat(count));
    Some(text[opening + 1..].find(&close).map_or(text.len(), |end| opening + 1 + end + close.len()))
}

/// Whether a name stands in a body by itself, not as a part of a path.
pub fn mentions(body: &str, name: &str) -> bool {
    body.match_indices(name).any(|(at, _)| {
        let after = body[at + name.len()..].chars().next();
        !body[..at].ends_with(is_word) && !body[..at].ends_with("::") && !after.is_some_and(is_word)
    })
}

/// The paths of a body with their places.
pub fn paths(body: &str) -> Vec<(usize, Vec<String>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = body[from..].find("::").map(|at| from + at) {
        let start =
            body[..at].char_indices().rev().take_while(|(_, c)| is_word(*c)).last().map_or(at, |(start, _)| start);
        let end =
            body[at..].char_indices().find(|(_, c)| !is_word(*c) && *c != ':').map_or(body.len(), |(end, _)| at + end);
        let path: Vec<String> = body[start..end].split("::").map(str::to_owned).collect();
        if start < at && !body[..start].ends_with("::") {
            found.push((start, path.into_iter().filter(|word| !word.is_empty()).collect()));
        }
        from = end.max(at + 2);
    }
    found
}
