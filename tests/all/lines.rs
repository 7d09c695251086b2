//! The lines of the sources.

use std::fs;
use std::path::{Path, PathBuf};

/// Folders of what is written by hand.
const FOLDERS: [&str; 8] = [".ci", "benches", "build", "configs", "examples", "src", "tests/all", "texts"];

/// The most columns of a line.
const MOST: usize = 120;

/// All files of a folder and of those inside it.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Whether a file is written here: a font and its licence come from elsewhere, and a row of a table is one line.
fn is_ours(file: &Path) -> bool {
    let foreign = file.parent().is_some_and(|folder| folder.ends_with("src/report/chart/font"));
    !foreign && file.extension().is_none_or(|ending| ending != "csv")
}

#[test]
fn every_line_fits() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wide = Vec::new();
    for folder in FOLDERS {
        let ours: Vec<PathBuf> = files(&root.join(folder)).into_iter().filter(|file| is_ours(file)).collect();
        assert!(!ours.is_empty(), "{folder}");
        for file in ours {
            let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            let lines = (1..).zip(text.lines()).filter(|(_, line)| line.chars().count() > MOST);
            wide.extend(lines.map(|(number, _)| format!("{}:{number}", file.display())));
        }
    }
    assert!(wide.is_empty(), "over {MOST} columns:\n{}", wide.join("\n"));
}
