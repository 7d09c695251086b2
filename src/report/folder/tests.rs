use std::fs::File;

use super::*;
use crate::report::manifest::{MANIFEST, sha256};

const RUN: ResultKind = kind("run");

const fn kind(verb: &str) -> ResultKind<'_> {
    ResultKind { verb, part: None }
}

fn run(word: &str) -> Vec<OutputFile<'static>> {
    let hash = sha256(word.as_bytes());
    let manifest = format!(r#"{{ "skans": "0.1.0", "outputs_sha256": {{ "charts/fan.png": "{hash}" }} }}"#);
    vec![OutputFile::new(MANIFEST, manifest), OutputFile::new("charts/fan.png", word)]
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_later_run_replaces_an_earlier_one_and_leaves_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    write(&target, &run("first"), RUN).unwrap();
    write(&target, &run("second"), RUN).unwrap();
    assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "second");
    assert_eq!(names(place.path()), ["long"]);
}

#[test]
fn a_folder_that_is_no_run_is_never_touched() {
    let place = tempfile::tempdir().unwrap();
    fs::write(place.path().join("letter.txt"), "mine").unwrap();
    assert!(matches!(write(place.path(), &run("x"), RUN), Err(FolderError::InTheWay { .. })));
    assert!(matches!(write(&place.path().join("letter.txt"), &run("x"), RUN), Err(FolderError::InTheWay { .. })));
    assert_eq!(names(place.path()), ["letter.txt"]);
}

#[test]
fn the_results_of_another_verb_are_not_replaced() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    let of = |verb: &str| {
        let manifest = format!(r#"{{ "skans": "0.1.0", "verb": "{verb}", "outputs_sha256": {{}} }}"#);
        vec![OutputFile::new(MANIFEST, manifest)]
    };
    write(&target, &of("sweep"), kind("sweep")).unwrap();
    write(&target, &of("sweep"), kind("sweep")).unwrap();
    for verb in ["solve", "run"] {
        let error = write(&target, &of(verb), kind(verb)).unwrap_err().to_string();
        assert!(error.contains("found the results of `skans sweep`, allowed: a new folder"), "{error}");
    }
    assert!(fs::read_to_string(target.join(MANIFEST)).unwrap().contains("sweep"));
    assert_eq!(names(place.path()), ["long"]);
}

#[test]
fn a_manifest_of_another_program_and_a_file_beside_a_run_are_not_deleted() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("site");
    fs::create_dir(&target).unwrap();
    fs::write(target.join(MANIFEST), r#"{ "name": "a web site" }"#).unwrap();
    assert!(write(&target, &run("x"), RUN).unwrap_err().to_string().contains("(manifest.json)"));
    let target = place.path().join("long");
    write(&target, &run("first"), RUN).unwrap();
    fs::write(target.join("charts/notes.txt"), "mine").unwrap();
    assert!(write(&target, &run("second"), RUN).unwrap_err().to_string().contains("(charts/notes.txt)"));
    assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "first");
}

fn fill(folder: &Path, files: &[OutputFile]) {
    fs::create_dir_all(folder.join("charts")).unwrap();
    for file in files {
        file.write(&folder.join(&file.name)).unwrap();
    }
}

/// A workshop as a process leaves it that is cut off in the middle of an exchange.
fn left_over(place: &Path, earlier: &[OutputFile]) -> PathBuf {
    let left = place.join(".long.writing-12-3");
    fill(&left.join("new"), &run("half made"));
    fill(&left.join("earlier"), earlier);
    fs::write(left.join("lock"), r#"["charts/fan.png", "manifest.json"]"#).unwrap();
    left
}

#[test]
fn a_run_cut_off_while_replacing_gives_the_earlier_one_back() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    left_over(place.path(), &run("first"));
    check(&target, RUN).unwrap();
    assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "first");
    assert_eq!(names(place.path()), ["long"]);
}

#[test]
fn an_earlier_run_that_is_half_removed_or_was_replaced_does_not_come_back() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    left_over(place.path(), &run("first")[..1]);
    check(&target, RUN).unwrap();
    assert!(names(place.path()).is_empty());
    let left = left_over(place.path(), &run("first"));
    fs::remove_dir_all(left.join("new")).unwrap();
    check(&target, RUN).unwrap();
    assert!(names(place.path()).is_empty());
}

#[test]
fn what_the_dead_left_is_cleared_away_and_what_the_living_use_is_not() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    write(&target, &run("first"), RUN).unwrap();
    let left = left_over(place.path(), &run("zeroth"));
    let lock = fs::File::open(left.join("lock")).unwrap();
    lock.lock().unwrap();
    // Not of this target.
    fs::create_dir_all(place.path().join(".longer.writing-12-3/new")).unwrap();
    check(&target, RUN).unwrap();
    assert_eq!(names(place.path()), [".long.writing-12-3", ".longer.writing-12-3", "long"]);
    assert_eq!(names(&left), ["earlier", "lock", "new"]);
    drop(lock);
    write(&target, &run("second"), RUN).unwrap();
    assert_eq!(names(place.path()), [".longer.writing-12-3", "long"]);
    assert_eq!(fs::read_to_string(target.join("charts/fan.png")).unwrap(), "second");
}

/// Runs into one folder at the same time: the last one stands, whole, and none fails or leaves anything behind.
#[test]
fn runs_at_the_same_time_do_not_harm_each_other() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let target = &target;
            scope.spawn(move || (0..30).for_each(|_| write(target, &run(&thread.to_string()), RUN).unwrap()));
        }
    });
    assert_eq!(names(place.path()), ["long"]);
    assert_eq!(names(&target), ["charts", "manifest.json"]);
}

/// A folder that is called as a left-over is, with a file that no run made: all of it stays.
#[test]
fn a_left_over_with_a_file_of_another_origin_stays() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    for (folder, other) in [("new", "charts/letter.txt"), ("earlier", "letter.txt")] {
        let left = left_over(place.path(), &run("zeroth")[..1]);
        fs::write(left.join(folder).join(other), "mine").unwrap();
        write(&target, &run("first"), RUN).unwrap();
        assert_eq!(fs::read_to_string(left.join(folder).join(other)).unwrap(), "mine");
        fs::remove_dir_all(left).unwrap();
    }
}

/// The manifest of an earlier run that was put aside names a file outside its folder: that is no file of a run.
#[test]
fn a_manifest_that_names_a_file_elsewhere_brings_nothing_back() {
    let place = tempfile::tempdir().unwrap();
    let target = place.path().join("long");
    let elsewhere = place.path().join("elsewhere");
    fs::write(&elsewhere, "mine").unwrap();
    let hash = sha256(b"mine");
    let manifest = format!(r#"{{ "skans": "0.1.0", "outputs_sha256": {{ "../../elsewhere": "{hash}" }} }}"#);
    left_over(place.path(), &[OutputFile::new(MANIFEST, manifest)]);
    check(&target, RUN).unwrap();
    assert_eq!(names(place.path()), ["elsewhere"]);
}

/// A manifest is not read beyond what one can have.
#[test]
fn a_manifest_of_three_gibibytes_is_no_manifest() {
    let place = tempfile::tempdir().unwrap();
    File::create(place.path().join(MANIFEST)).unwrap().set_len(3 << 30).unwrap();
    assert!(check(place.path(), RUN).unwrap_err().to_string().contains("(manifest.json)"));
}

#[test]
fn a_place_without_a_name_of_its_own_is_none() {
    let place = tempfile::tempdir().unwrap();
    for wrong in ["result/.", "result/..", "result/./", ".", ".."] {
        let error = check(&place.path().join(wrong), RUN).unwrap_err().to_string();
        assert!(error.contains("a folder without a name of its own"), "{wrong}: {error}");
    }
    write(&place.path().join("result/"), &run("first"), RUN).unwrap();
    assert_eq!(names(place.path()), ["result"]);
    assert!(matches!(check(&place.path().join("x".repeat(256)), RUN), Err(FolderError::Io { .. })));
}

#[test]
fn files_are_put_beside_others_and_replace_only_what_the_manifest_names() {
    let place = tempfile::tempdir().unwrap();
    let folder = place.path().join("out");
    let index = |word: &str| {
        let manifest = r#"{ "skans": "0.1.0", "verb": "batch", "outputs_sha256": { "index.json": "" } }"#;
        [OutputFile::new("index.json", word), OutputFile::new(MANIFEST, manifest)]
    };
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("letter.txt"), "mine").unwrap();
    for word in ["first", "second"] {
        write_files(&folder, &index(word), "batch").unwrap();
        assert_eq!(fs::read_to_string(folder.join("index.json")).unwrap(), word);
        assert_eq!(names(&folder), ["index.json", "letter.txt", MANIFEST]);
    }
    // Of another verb, and without a manifest.
    assert!(write_files(&folder, &index("third"), "man").unwrap_err().to_string().contains("a file of another origin"));
    fs::remove_file(folder.join(MANIFEST)).unwrap();
    let error = write_files(&folder, &index("fourth"), "batch").unwrap_err().to_string();
    assert!(error.contains("index.json: found a file of another origin, allowed: no such file"), "{error}");
    assert_eq!(fs::read_to_string(folder.join("index.json")).unwrap(), "second");
    assert_eq!(names(&folder), ["index.json", "letter.txt"]);
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;
    use std::process::Command;

    use super::*;

    #[test]
    fn nothing_is_written_or_removed_through_a_link() {
        let place = tempfile::tempdir().unwrap();
        let (mine, target) = (place.path().join("mine"), place.path().join("long"));
        let left = left_over(place.path(), &run("zeroth"));
        fs::rename(&left, &mine).unwrap();
        let untouched = || {
            assert_eq!(names(&mine), ["earlier", "lock", "new"]);
            assert_eq!(names(&mine.join("new")), ["charts", MANIFEST]);
        };
        // A left-over that is a link, and one whose folders are.
        symlink(&mine, &left).unwrap();
        write(&target, &run("first"), RUN).unwrap();
        untouched();
        fs::remove_file(&left).unwrap();
        for folder in ["new", "earlier"] {
            fs::create_dir(&left).unwrap();
            fs::copy(mine.join("lock"), left.join("lock")).unwrap();
            symlink(mine.join(folder), left.join(folder)).unwrap();
            write(&target, &run("second"), RUN).unwrap();
            untouched();
            fs::remove_dir_all(&left).unwrap();
        }
        // A target, and the place of a single file.
        let link = place.path().join("link");
        symlink(&mine, &link).unwrap();
        for linked in [link.clone(), place.path().join("link/")] {
            assert!(write(&linked, &run("third"), RUN).unwrap_err().to_string().contains("found a link"));
        }
        symlink(mine.join("lock"), target.join("index.json")).unwrap();
        let index = [OutputFile::new("index.json", "[]"), OutputFile::new(MANIFEST, "{}")];
        assert!(write_files(&target, &index, "run").unwrap_err().to_string().contains("index.json: found a link"));
        untouched();
    }

    /// Neither is opened: a pipe waits for its other end, and a device has none.
    #[test]
    fn a_lock_that_is_a_pipe_and_a_manifest_that_is_a_device_are_left_alone() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("long");
        let left = place.path().join(".long.writing-12-3");
        fs::create_dir(&left).unwrap();
        assert!(Command::new("mkfifo").arg(left.join("lock")).status().unwrap().success());
        write(&target, &run("first"), RUN).unwrap();
        assert_eq!(names(&left), ["lock"]);
        fs::remove_file(target.join(MANIFEST)).unwrap();
        symlink("/dev/zero", target.join(MANIFEST)).unwrap();
        assert!(check(&target, RUN).is_err());
    }
}
