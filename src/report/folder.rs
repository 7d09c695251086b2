//! Writing a run's folder: whole or not at all, and never to the harm of an earlier one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::OutputFile;
use super::manifest::MANIFEST;

/// Why a folder could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// There is something in the way that is no run's folder.
    #[error("{}: found {found}, allowed: a new folder, an empty one, or one with an earlier run and nothing else", path.display())]
    InTheWay {
        /// The folder asked for.
        path: PathBuf,
        /// What is there.
        found: String,
    },
    /// The system said no.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> FolderError + '_ {
    |source| FolderError::Io { path: path.to_owned(), source }
}

/// Whether a run may be written there: to be asked before anything is computed. A run that was cut off between putting the old
/// folder aside and the new one in its place is mended.
///
/// # Errors
/// If something is in the way, or cannot be looked at.
pub fn check(target: &Path) -> Result<(), FolderError> {
    let in_the_way = |found: &str| Err(FolderError::InTheWay { path: target.to_owned(), found: found.to_owned() });
    if target.file_name().is_none() {
        return in_the_way("a folder without a name of its own");
    }
    let aside = beside(target, "earlier");
    if fs::symlink_metadata(target).is_err() && aside.is_dir() {
        fs::rename(&aside, target).map_err(at(&aside))?;
    }
    if let Ok(existing) = fs::symlink_metadata(target) {
        if existing.is_symlink() && !target.exists() {
            return in_the_way("a link that leads nowhere");
        }
        if !existing.is_dir() {
            return in_the_way(if existing.is_symlink() { "a link" } else { "a file" });
        }
        if let Some(foreign) = foreign(target)? {
            return in_the_way(&format!("a folder with other content ({foreign})"));
        }
    }
    // Whether the system lets a folder be written there is found out now, not after the run.
    let partial = partial(target);
    fs::create_dir_all(&partial).and_then(|()| fs::remove_dir(&partial)).map_err(at(&partial))
}

/// What a desktop leaves in a folder that was looked at.
const DESKTOP: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// The name of a file in a folder that is no part of an earlier run: all of a run's files are named in its manifest.
fn foreign(folder: &Path) -> Result<Option<String>, FolderError> {
    let manifest = Some(folder.join(MANIFEST)).filter(|path| path.is_file()).and_then(|path| fs::read(path).ok());
    let manifest = manifest.and_then(|content| serde_json::from_slice::<serde_json::Value>(&content).ok());
    let manifest = manifest.filter(|manifest| manifest["skans"].is_string());
    let outputs = manifest.as_ref().and_then(|manifest| manifest["outputs_sha256"].as_object());
    let known = |name: &str| outputs.is_some_and(|outputs| name == MANIFEST || outputs.contains_key(name));
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(at(&folder))? {
            let entry = entry.map_err(at(&folder))?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(at(&folder))?.is_dir() {
                folders.push((entry.path(), format!("{name}/")));
            } else if !known(&name) && !DESKTOP.iter().any(|file| entry.file_name() == *file) {
                return Ok(Some(name));
            }
        }
    }
    Ok(None)
}

/// Writes a folder beside its place, then puts it there; an earlier run's folder is removed last.
///
/// # Errors
/// If something is in the way, or the system refuses; then the earlier folder stands as it was.
pub fn write(target: &Path, files: &[OutputFile]) -> Result<(), FolderError> {
    check(target)?;
    let partial = partial(target);
    let written = fill(&partial, files).and_then(|()| replace(target, &partial));
    if written.is_err() {
        let _ = fs::remove_dir_all(&partial);
    }
    written
}

fn fill(folder: &Path, files: &[OutputFile]) -> Result<(), FolderError> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(at(folder))?;
    }
    fs::create_dir_all(folder).map_err(at(folder))?;
    for file in files {
        let path = file.name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(at(parent))?;
        }
        fs::write(&path, &file.content).map_err(at(&path))?;
    }
    Ok(())
}

fn replace(target: &Path, partial: &Path) -> Result<(), FolderError> {
    if !target.exists() {
        return fs::rename(partial, target).map_err(at(target));
    }
    let aside = beside(target, "earlier");
    if aside.exists() {
        fs::remove_dir_all(&aside).map_err(at(&aside))?;
    }
    fs::rename(target, &aside).map_err(at(target))?;
    if let Err(error) = fs::rename(partial, target) {
        fs::rename(&aside, target).map_err(at(&aside))?;
        return Err(at(target)(error));
    }
    fs::remove_dir_all(&aside).map_err(at(&aside))
}

/// Where a folder is written before it is put in its place.
fn partial(target: &Path) -> PathBuf {
    beside(target, &format!("partial-{}", std::process::id()))
}

/// A hidden folder beside the target: `output/.long.partial-12`.
fn beside(target: &Path, what: &str) -> PathBuf {
    let name = target.file_name().map_or_else(|| "run".into(), |name| name.to_string_lossy().into_owned());
    target.with_file_name(format!(".{name}.{what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(word: &str) -> Vec<OutputFile> {
        let manifest = r#"{ "skans": "0.1.0", "outputs_sha256": { "charts/fan.png": "" } }"#;
        vec![OutputFile::new(MANIFEST, manifest), OutputFile::new("charts/fan.png", word)]
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_later_run_replaces_an_earlier_one_and_leaves_nothing_else() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("long");
        write(&target, &run("first")).unwrap();
        write(&target, &run("second")).unwrap();
        assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "second");
        assert_eq!(names(place.path()), ["long"]);
    }

    #[test]
    fn a_folder_that_is_no_run_is_never_touched() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("letter.txt"), "mine").unwrap();
        assert!(matches!(write(place.path(), &run("x")), Err(FolderError::InTheWay { .. })));
        assert!(matches!(write(&place.path().join("letter.txt"), &run("x")), Err(FolderError::InTheWay { .. })));
        assert_eq!(names(place.path()), ["letter.txt"]);
    }

    #[test]
    fn a_manifest_of_another_program_and_a_file_beside_a_run_are_not_deleted() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("site");
        fs::create_dir(&target).unwrap();
        fs::write(target.join(MANIFEST), r#"{ "name": "a web site" }"#).unwrap();
        assert!(write(&target, &run("x")).unwrap_err().to_string().contains("(manifest.json)"));
        let target = place.path().join("long");
        write(&target, &run("first")).unwrap();
        fs::write(target.join("charts/notes.txt"), "mine").unwrap();
        assert!(write(&target, &run("second")).unwrap_err().to_string().contains("(charts/notes.txt)"));
        assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "first");
    }

    #[test]
    fn a_run_cut_off_while_replacing_gives_the_earlier_one_back() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("long");
        write(&target, &run("first")).unwrap();
        fs::rename(&target, place.path().join(".long.earlier")).unwrap();
        check(&target).unwrap();
        assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "first");
    }
}
