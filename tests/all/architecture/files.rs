//! Which file of `src` uses an item of which other.
//!
//! A file uses another where it imports or names an item that is defined there. Names are followed to the file that
//! defines them, through every re-export on the way: `pub use part::Item;` in a parent makes neither of the two use the
//! other, and `super::Item` in a sibling then uses the part. So a parent may declare its parts and hand their items on;
//! it may not define what they import while it uses them. What a file says in its tests counts as well. Methods and
//! trait items are not followed: they come with their types.

use std::collections::{BTreeMap, BTreeSet};

/// The place of a file among the modules: `["study", "validate"]` of `study/validate.rs`, empty for `lib.rs`.
pub type Module = Vec<String>;

/// What one file says, without comments and texts.
pub struct Source {
    /// All but its imports.
    body: String,
    /// Modules in files of their own.
    declared: BTreeSet<String>,
    imports: Vec<Import>,
    /// Where modules inside the file begin and end, in `body`.
    inner: Vec<(usize, usize)>,
}

/// An import: a path, and the name that it has here; `*` for all names.
struct Import {
    path: Vec<String>,
    name: String,
    /// Modules of the file that it stands in.
    depth: usize,
}

impl Source {
    pub fn new(text: &str) -> Self {
        let code = code(text);
        let (mut body, mut imports, mut declared) = (String::new(), Vec::new(), BTreeSet::new());
        for statement in code.split_inclusive([';', '{', '}']) {
            let words = statement.trim();
            let spoken = words.rsplit(']').next().unwrap_or(words).trim();
            let name = word_after(spoken, "mod");
            if let (Some(name), true) = (name, spoken.ends_with(';')) {
                declared.insert(name.to_owned());
            }
            body.push_str(statement);
        }
        let mut rest = String::new();
        let mut left = body.as_str();
        while let Some(at) = import_at(left) {
            let end = at + left[at..].find(';').unwrap_or(left.len() - at - 1) + 1;
            rest.push_str(&left[..at]);
            let tree = left[at..end].trim_end_matches(';').trim_start().strip_prefix("use").unwrap_or_default();
            imports.push((rest.len(), tree.to_owned()));
            left = &left[end..];
        }
        rest.push_str(left);
        let inner = inner_modules(&rest);
        let depth = |at: usize| inner.iter().filter(|(start, end)| (*start..*end).contains(&at)).count();
        let imports = imports
            .into_iter()
            .flat_map(|(at, tree)| branches(&tree).into_iter().map(move |(path, name)| (at, path, name)))
            .map(|(at, path, name)| Import { path, name, depth: depth(at) })
            .collect();
        Self { body: rest, declared, imports, inner }
    }

    fn depth(&self, at: usize) -> usize {
        self.inner.iter().filter(|(start, end)| (*start..*end).contains(&at)).count()
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The word that follows another at the beginning of a statement, behind its visibility.
fn word_after<'a>(statement: &'a str, keyword: &str) -> Option<&'a str> {
    let from = statement.find(&format!("{keyword} "))?;
    let before = &statement[..from];
    let visible = before.is_empty() || before.starts_with("pub");
    let name = statement[from + keyword.len()..].trim_start().split(|c| !is_word(c)).next()?;
    (visible && !name.is_empty()).then_some(name)
}

/// Where the next import begins.
fn import_at(code: &str) -> Option<usize> {
    code.match_indices("use ").map(|(at, _)| at).find(|&at| {
        let before = code[..at].trim_end();
        let statement = before.is_empty() || before.ends_with([';', '{', '}', ']']);
        let visible = before.ends_with("pub")
            || before.ends_with(')') && before.rfind("pub(").is_some_and(|from| !before[from..].contains(';'));
        (statement || visible) && !code[..at].ends_with(is_word)
    })
}

/// The modules that are written out inside a file.
fn inner_modules(code: &str) -> Vec<(usize, usize)> {
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
fn branches(tree: &str) -> Vec<(Vec<String>, String)> {
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
fn code(text: &str) -> String {
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

/// All files of a crate.
pub struct Files(pub BTreeMap<Module, Source>);

impl Files {
    /// By file, the files that it uses, each with one of the names that it uses of it.
    pub fn uses(&self) -> BTreeMap<Module, BTreeMap<Module, String>> {
        self.0.iter().map(|(module, source)| (module.clone(), self.of(module, source))).collect()
    }

    fn of(&self, module: &Module, source: &Source) -> BTreeMap<Module, String> {
        let mut used = BTreeMap::new();
        let mut aliases: BTreeMap<&str, Module> = BTreeMap::new();
        let mut take = |(file, item): (Module, Vec<String>), path: &[String]| {
            if file != *module && !item.is_empty() {
                used.entry(file).or_insert_with(|| path.join("::"));
            }
        };
        for Import { path, name, depth } in &source.imports {
            let all = name == "*";
            let known = if all { &path[..path.len() - 1] } else { path.as_slice() };
            let Some((base, rest)) = self.absolute(module, known, &BTreeMap::new(), *depth) else { continue };
            let (file, item) = self.defined(base, rest, 0);
            if item.is_empty() && !all {
                aliases.insert(name, file);
            } else if all {
                take((file, vec!["*".to_owned()]), path);
            } else if mentions(&source.body, name) {
                take((file, item), path);
            }
        }
        for (at, path) in paths(&source.body) {
            if let Some((base, rest)) = self.absolute(module, &path, &aliases, source.depth(at)) {
                take(self.defined(base, rest, 0), &path);
            }
        }
        used
    }

    /// The module that a path begins in, and what is left of the path; none for other crates, types and local names.
    fn absolute(
        &self,
        module: &Module,
        path: &[String],
        aliases: &BTreeMap<&str, Module>,
        depth: usize,
    ) -> Option<(Module, Vec<String>)> {
        let first = path.first()?.as_str();
        let (mut base, mut depth, mut taken) = (module.clone(), depth, 0);
        match first {
            "crate" => (base, taken) = (Vec::new(), 1),
            "self" | "super" => {
                for word in path.iter().take_while(|word| ["self", "super"].contains(&word.as_str())) {
                    taken += 1;
                    match (word.as_str(), depth) {
                        ("super", 0) => drop(base.pop()),
                        ("super", _) => depth -= 1,
                        _ => {}
                    }
                }
            }
            _ if self.0[module].declared.contains(first) => {}
            _ => (base, taken) = (aliases.get(first)?.clone(), 1),
        }
        Some((base, path[taken..].to_vec()))
    }

    /// The file that defines what a path names, and what of the path is no module.
    fn defined(&self, mut base: Module, mut rest: Vec<String>, hops: usize) -> (Module, Vec<String>) {
        while let Some(next) = rest.first() {
            let deeper: Module = base.iter().chain([next]).cloned().collect();
            if !self.0.contains_key(&deeper) {
                break;
            }
            base = deeper;
            rest.remove(0);
        }
        let Some(name) = rest.first().filter(|_| hops < 20) else { return (base, rest) };
        let imported = self.0[&base].imports.iter().find(|import| import.depth == 0 && import.name == *name);
        let onward = imported.and_then(|import| self.absolute(&base, &import.path, &BTreeMap::new(), 0));
        match onward {
            Some((from, mut path)) => {
                path.extend(rest.drain(1..));
                self.defined(from, path, hops + 1)
            }
            None => (base, rest),
        }
    }
}

/// Whether a name stands in a body by itself, not as a part of a path.
fn mentions(body: &str, name: &str) -> bool {
    body.match_indices(name).any(|(at, _)| {
        let after = body[at + name.len()..].chars().next();
        !body[..at].ends_with(is_word) && !body[..at].ends_with("::") && !after.is_some_and(is_word)
    })
}

/// The paths of a body with their places.
fn paths(body: &str) -> Vec<(usize, Vec<String>)> {
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

/// A circle of files, each of which uses the next, with the names that it uses. It is the shortest through the first
/// file that is in one.
pub fn circle(uses: &BTreeMap<Module, BTreeMap<Module, String>>) -> Option<Vec<String>> {
    uses.keys().find_map(|start| {
        let mut before: BTreeMap<&Module, &Module> = BTreeMap::new();
        let mut queue = vec![start];
        let mut next = 0;
        while let Some(&file) = queue.get(next) {
            next += 1;
            for used in uses.get(file).into_iter().flat_map(BTreeMap::keys) {
                if used == start {
                    let mut way = vec![start, file];
                    while way[way.len() - 1] != start {
                        way.push(before[way[way.len() - 1]]);
                    }
                    way.reverse();
                    return Some(
                        way.windows(2)
                            .map(|pair| format!("{} uses {}", pair[0].join("::"), uses[pair[0]][pair[1]]))
                            .collect(),
                    );
                }
                if !before.contains_key(used) {
                    before.insert(used, file);
                    queue.push(used);
                }
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circle_of(files: &[(&str, &str)]) -> Option<Vec<String>> {
        let module = |name: &str| name.split("::").filter(|word| !word.is_empty()).map(str::to_owned).collect();
        let files = files.iter().map(|(name, text)| (module(name), Source::new(text))).collect();
        circle(&Files(files).uses())
    }

    #[test]
    fn a_parent_that_hands_on_the_items_of_its_parts_is_in_no_circle() {
        let parent = "mod one; mod two; pub use one::One; use two::Two;";
        let one = "pub struct One; // super::Two\nconst TEXT: &str = \"crate::parent::Two\";";
        assert_eq!(
            circle_of(&[
                ("", "mod parent;"),
                ("parent", parent),
                ("parent::one", one),
                ("parent::two", "use super::One; pub struct Two(One);")
            ]),
            None
        );
    }

    #[test]
    fn a_part_that_imports_what_its_parent_defines_is_in_a_circle_with_it() {
        for part in [
            "use super::Item; fn part(_: Item) {}",
            "pub fn part(_: crate::parent::Item) {}",
            "mod tests { use super::super::Item; fn f(_: Item) {} }",
            "use super::{*};",
        ] {
            let found = circle_of(&[
                ("", "mod parent;"),
                ("parent", "mod part; struct Item; fn f() { part::part() }"),
                ("parent::part", part),
            ]);
            assert!(found.as_ref().is_some_and(|circle| circle.len() == 2), "{part}: {found:?}");
        }
    }

    #[test]
    fn siblings_in_a_ring_are_a_circle_through_a_module_imported_by_name() {
        let files = [
            ("", "mod a; mod b; mod c;"),
            ("a", "use crate::b; pub struct A; fn f() { b::f() }"),
            ("b", "use crate::c::{C as Other}; pub fn f(_: Other) {}"),
            ("c", "pub struct C(crate::a::A);"),
        ];
        assert_eq!(circle_of(&files).map(|circle| circle.len()), Some(3));
        assert_eq!(circle_of(&files[..3]), None);
    }
}
