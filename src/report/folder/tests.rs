use std::path::PathBuf;

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

/// A workshop as a process leaves it that is cut off in the middle of an exchange.
fn left_over(place: &Path, earlier: &[OutputFile]) -> PathBuf {
    let left = place.join(".long.writing-12-3");
    fill(&left.join("new"), &run("half made")).unwrap();
    fill(&left.join("earlier"), earlier).unwrap();
    fs::write(left.join("lock"), "").unwrap();
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
