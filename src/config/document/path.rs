//! Keys as dotted paths: `pools.long.floor.share`. A name that holds dots stands in quotes.

/// The names of a path.
#[must_use]
pub fn split(path: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in path.chars() {
        match c {
            '"' => quoted = !quoted,
            '.' if !quoted => parts.push(String::new()),
            _ => parts.last_mut().into_iter().for_each(|part| part.push(c)),
        }
    }
    parts
}

/// The first name of a path, of those that the file's tables have: none of these holds dots.
#[must_use]
pub fn first(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}

/// Names as a path.
pub fn join<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().fold(String::new(), |path, name| below(&path, name))
}

/// The path of a name in the table at a path; the path of the whole file is empty.
#[must_use]
pub fn below(path: &str, name: &str) -> String {
    let name = if name.contains('.') { format!("\"{name}\"") } else { name.to_owned() };
    if path.is_empty() { name } else { format!("{path}.{name}") }
}
