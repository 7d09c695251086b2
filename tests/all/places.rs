//! Places where results go: what is in the way there, and what cannot be written.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program.
fn skans() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("skans"))
}

fn good() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().to_string_lossy().into_owned();
    let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

/// A folder with two configurations, and its batch.
fn batch(place: &Path) -> Output {
    let configs = place.join("configs");
    fs::create_dir_all(&configs).unwrap();
    for name in ["a.toml", "b.toml"] {
        fs::copy(good(), configs.join(name)).unwrap();
    }
    let mut batch = skans();
    batch.arg("batch").arg(&configs).arg("--out").arg(place.join("out"));
    batch.args(["--no-charts", "--paths", "50", "-q"]).output().unwrap()
}

#[test]
fn an_index_of_another_origin_is_refused_before_anything_is_run() {
    let place = tempfile::tempdir().unwrap();
    let out = place.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("index.json"), "mine").unwrap();
    let output = batch(place.path());
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("index.json: found a file of another origin"), "{}", text(&output.stderr));
    assert_eq!(names(&out), ["index.json"]);
    assert_eq!(fs::read_to_string(out.join("index.json")).unwrap(), "mine");
}

/// Each batch lists its own members, and replaces the index of the one before.
#[test]
fn a_batch_replaces_its_own_index_and_leaves_nothing_else() {
    let place = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        let output = batch(place.path());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        assert_eq!(names(&place.path().join("out")), ["a", "b", "index.json", "manifest.json"]);
        let index = fs::read(place.path().join("out/index.json")).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&index).unwrap().as_array().unwrap().len(), 2);
    }
}

#[test]
fn manual_pages_replace_no_page_of_another_origin() {
    let place = tempfile::tempdir().unwrap();
    let (mine, out) = (place.path().join("mine"), place.path().join("out"));
    fs::create_dir(&mine).unwrap();
    fs::write(mine.join("skans.1"), "mine").unwrap();
    let man = |out: &Path| skans().args(["man", "--out"]).arg(out).output().unwrap();
    assert_eq!(man(&mine).status.code(), Some(2));
    assert_eq!(
        (names(&mine), fs::read_to_string(mine.join("skans.1")).unwrap()),
        (vec!["skans.1".into()], "mine".into())
    );
    for _ in 0..2 {
        assert_eq!(man(&out).status.code(), Some(0));
        assert!(names(&out).contains(&"skans-run.1".to_owned()));
        assert!(fs::read_to_string(out.join("skans.1")).unwrap().contains(".TH skans 1"));
    }
}

/// The run would take minutes: it does not begin.
#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_is_refused_before_the_simulation() {
    let place = tempfile::tempdir().unwrap();
    fs::create_dir(place.path().join("result")).unwrap();
    std::os::unix::fs::symlink("result", place.path().join("link")).unwrap();
    let long = "x".repeat(256);
    let mut wrong = vec!["link", "link/", "result/.", &long, "/dev/null", "/dev/null/result"];
    // A mount point, and a file system that takes nothing.
    if cfg!(target_os = "linux") {
        wrong.extend(["/dev/shm", "/proc/result"]);
    }
    for out in wrong {
        let mut run = skans();
        run.current_dir(place.path()).arg("run").arg(good()).args(["--paths", "100000000", "--out", out]);
        let output = run.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{out}: {}", text(&output.stderr));
        assert!(text(&output.stderr).lines().count() == 1, "{out}: {}", text(&output.stderr));
    }
    assert_eq!(names(place.path()), ["link", "result"]);
}

/// The commands of some verbs, each with something to print.
fn printing(place: &Path) -> Vec<Command> {
    let config = good().display().to_string();
    let of = |arguments: &[&str]| {
        let mut command = skans();
        command.current_dir(place).args(arguments);
        command
    };
    let mut commands: Vec<_> =
        ["run", "validate", "breaches"].map(|verb| of(&[verb, &config, "--paths", "300", "--no-charts", "-q"])).into();
    commands.extend([
        of(&["explain", &config, "--path", "0", "--no-charts", "-q"]),
        of(&["check", &config]),
        of(&["run", &config, "--paths", "300", "--no-charts", "-q", "--format", "json"]),
        of(&["run", &config, "--paths", "300", "--no-charts", "-q", "--format", "csv"]),
        of(&["run", &config, "--paths", "600", "-q", "--shard", "1/2"]),
        of(&["schema"]),
        of(&["schema", "--markdown"]),
        of(&["completions", "bash"]),
        of(&["man"]),
        of(&["bench", "--paths", "256", "--repeat", "1"]),
        of(&["--help"]),
        of(&["run", "--help"]),
        of(&["--version"]),
    ]);
    commands
}

#[cfg(target_os = "linux")]
#[test]
fn a_standard_output_that_is_full_ends_with_code_1_and_the_reason() {
    let place = tempfile::tempdir().unwrap();
    for mut command in printing(place.path()) {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let output = command.stdout(full).output().unwrap();
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{command:?}: {said}");
        assert!(said.contains("standard output: No space left on device"), "{command:?}: {said}");
    }
}

/// As in `skans … | head -1`.
#[test]
fn a_standard_output_that_is_closed_is_no_failure() {
    let place = tempfile::tempdir().unwrap();
    for mut command in printing(place.path()) {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = text(&output.stderr);
        assert!(output.status.code() == Some(0) && !said.contains("error"), "{command:?}: {said}");
    }
}

/// Every file is on the disk before the new folder takes its place. The new folder is in its place before the earlier
/// one goes. A power cut loses nothing.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "needs strace; run it with `cargo test --test all on_the_disk -- --ignored`"]
fn what_replaces_an_earlier_result_is_on_the_disk_before_that_goes() {
    let place = tempfile::tempdir().unwrap();
    let program = assert_cmd::cargo::cargo_bin!("skans");
    for _ in 0..2 {
        let mut traced = Command::new("strace");
        traced.current_dir(place.path()).args(["-f", "-e", "trace=fsync,rename,unlink", "-o", "calls"]).arg(program);
        let output = traced.arg("run").arg(good()).args(["--no-charts", "-q", "--out", "result"]).output().unwrap();
        assert!(output.status.success(), "{}", text(&output.stderr));
    }
    let calls = fs::read_to_string(place.path().join("calls")).unwrap();
    let calls: Vec<&str> = calls.lines().collect();
    let put = calls.iter().position(|call| call.contains("/new\", \"result\") = 0")).expect("the folder is put there");
    let gone = calls.iter().position(|call| call.contains("unlink") && call.contains("/earlier/")).expect("it goes");
    let kept = |calls: &[&str]| calls.iter().filter(|call| call.contains("fsync")).count();
    // Four files and their folder; then the folders of the two places.
    assert_eq!((kept(&calls[..put]), kept(&calls[put..gone])), (5, 2));
}
