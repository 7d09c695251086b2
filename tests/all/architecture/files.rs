//! Which file of `src` uses an item of which other.
//!
//! A file uses another where it imports or names an item that is defined there. Names are followed to the file that
//! defines them, through every re-export on the way: `pub use part::Item;` in a parent makes neither of the two use the
//! other, and `super::Item` in a sibling then uses the part. So a parent may declare its parts and hand their items on;
//! it may not define what they import while it uses them. What a file says in its tests counts as well. Methods and
//! trait items are not followed: they come with their types.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::{branches, code, import_at, inner_modules, mentions, paths, word_after};

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
