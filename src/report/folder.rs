//! Writing a run's folder: whole or not at all, and never to the harm of an earlier one.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

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
    mend(target)?;
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
    let partial = beside(target, PARTIAL);
    fs::create_dir_all(&partial).and_then(|()| fs::remove_dir(&partial)).map_err(at(&partial))
}

/// Puts the earlier run back, of which another process was cut off between putting it aside and putting its own there; or is about
/// to, and then puts it aside again.
fn mend(target: &Path) -> Result<(), FolderError> {
    let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else { return Ok(()) };
    if fs::symlink_metadata(target).is_ok() {
        return Ok(());
    }
    let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
    let prefix = format!(".{}.{EARLIER}-", name.to_string_lossy());
    let siblings = fs::read_dir(parent).into_iter().flatten().filter_map(Result::ok);
    let mut asides: Vec<PathBuf> = siblings
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&prefix))
        .map(|entry| entry.path())
        .collect();
    asides.sort();
    let Some(aside) = asides.first() else { return Ok(()) };
    match fs::rename(aside, target) {
        // It has been put somewhere else meanwhile, by the one that it belongs to.
        Err(error) if target.exists() || error.kind() == io::ErrorKind::NotFound => Ok(()),
        moved => moved.map_err(at(aside)),
    }
}

/// What a desktop leaves in a folder that was looked at.
const DESKTOP: [&str; 2] = [".DS_Store", "Thumbs.db"];

/// The name of a file in a folder that is no part of an earlier run. Another process may put its run there between a look at the
/// manifest and one at the files: what is foreign is so at every look.
fn foreign(folder: &Path) -> Result<Option<String>, FolderError> {
    let mut found = None;
    for _ in 0..16 {
        found = not_in_manifest(folder)?;
        if found.is_none() {
            break;
        }
    }
    Ok(found)
}

/// The name of a file in a folder that its manifest does not name, as it does all of a run's files.
fn not_in_manifest(folder: &Path) -> Result<Option<String>, FolderError> {
    let manifest = Some(folder.join(MANIFEST)).filter(|path| path.is_file()).and_then(|path| fs::read(path).ok());
    let manifest = manifest.and_then(|content| serde_json::from_slice::<serde_json::Value>(&content).ok());
    let manifest = manifest.filter(|manifest| manifest["skans"].is_string());
    let outputs = manifest.as_ref().and_then(|manifest| manifest["outputs_sha256"].as_object());
    let known = |name: &str| outputs.is_some_and(|outputs| name == MANIFEST || outputs.contains_key(name));
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            // Another process has just put its own in its place.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries.map_err(at(&folder))?,
        };
        for entry in entries {
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
    let partial = beside(target, PARTIAL);
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
        file.content.write(&path).map_err(at(&path))?;
    }
    Ok(())
}

/// Puts a folder in its place, and removes the one that was there. Where another process puts its own there between the two
/// steps, that one counts as the earlier.
fn replace(target: &Path, partial: &Path) -> Result<(), FolderError> {
    let aside = beside(target, EARLIER);
    let mut turns = 0..1000;
    loop {
        match fs::rename(target, &aside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(at(target)(error)),
            _ => {}
        }
        let Err(error) = fs::rename(partial, target) else { return remove(&aside) };
        if target.exists() && turns.next().is_some() {
            remove(&aside)?;
        } else {
            if aside.exists() {
                fs::rename(&aside, target).map_err(at(&aside))?;
            }
            return Err(at(target)(error));
        }
    }
}

fn remove(folder: &Path) -> Result<(), FolderError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(folder)(error)),
        _ => Ok(()),
    }
}

/// A folder that is being written.
const PARTIAL: &str = "partial";

/// A folder that is being replaced.
const EARLIER: &str = "earlier";

/// A hidden folder beside the target that no other process or thread has: `output/.long.partial-12-1`.
fn beside(target: &Path, what: &str) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = target.file_name().map_or_else(|| "run".into(), |name| name.to_string_lossy().into_owned());
    let (process, count) = (std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    target.with_file_name(format!(".{name}.{what}-{process}-{count}"))
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
        fs::rename(&target, place.path().join(".long.earlier-12-3")).unwrap();
        check(&target).unwrap();
        assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "first");
    }

    /// Runs into one folder at the same time: the last one stands, whole, and none fails or leaves anything behind.
    #[test]
    fn runs_at_the_same_time_do_not_harm_each_other() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("long");
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let target = &target;
                scope.spawn(move || (0..30).for_each(|_| write(target, &run(&thread.to_string())).unwrap()));
            }
        });
        assert_eq!(names(place.path()), ["long"]);
        assert_eq!(names(&target), ["charts", "manifest.json"]);
    }
}
