//! Ctrl-C, in the middle of what takes long.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// The program.
fn skans() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("skans"))
}

/// Two seconds are promised; a machine that is busy with other tests has one more.
const MOST: Duration = Duration::from_secs(3);

fn shipped(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Interrupts a command after a while: what it says at its end.
fn interrupted(command: &mut Command, after: Duration) -> String {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(after);
    assert_eq!(child.try_wait().unwrap(), None, "{command:?} ended by itself");
    let begun = Instant::now();
    assert!(Command::new("kill").arg("-INT").arg(child.id().to_string()).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    let (took, said) = (begun.elapsed(), String::from_utf8_lossy(&output.stderr).into_owned());
    assert_eq!(output.status.code(), Some(130), "{command:?}: {said}");
    assert!(took < MOST, "{command:?} took {took:?}");
    said
}

#[test]
fn every_long_answer_ends_within_seconds_and_says_that_nothing_was_written() {
    let shares: Vec<String> = (0..301).map(|place| format!("{:.4}", 0.6 + 0.001 * f64::from(place))).collect();
    let floors = format!("pools.long.floor.share={}", shares.join(","));
    let (one, region) = (shipped("tests/good/one-pool.toml"), shipped("configs/region-norrbotten.toml"));
    let steps = ["--set", "steps_per_month=31", "--set", "horizon_months=1200"];
    for (verb, config, more) in [
        ("sweep", &region, vec!["--vary", &floors]),
        ("run", &one, [&steps[..], &["--paths", "100000"]].concat()),
        ("run", &one, vec!["--shard", "1/2", "--paths", "1000000000"]),
        ("validate", &region, vec!["--paths", "200000"]),
        ("breaches", &one, [&steps[..], &["--paths", "100000"]].concat()),
        ("explain", &one, [&steps[..], &["--paths", "100000", "--path", "median"]].concat()),
    ] {
        let place = tempfile::tempdir().unwrap();
        let mut command = skans();
        command.current_dir(place.path()).arg(verb).arg(config).args(more);
        let said = interrupted(&mut command, Duration::from_millis(1500));
        assert!(said.ends_with("error: interrupted: nothing was written; run again to start anew\n"), "{verb}: {said}");
        let left: Vec<_> = walk(place.path());
        assert!(left.is_empty(), "{verb}: {left:?}");
    }
}

/// The files in a folder and in the folders of it.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// The members that were not run again stay in the index.
#[test]
fn an_interrupted_batch_keeps_the_index_of_a_complete_one() {
    let place = tempfile::tempdir().unwrap();
    let (configs, out) = (place.path().join("configs"), place.path().join("out"));
    fs::create_dir(&configs).unwrap();
    for name in ["a.toml", "b.toml"] {
        fs::copy(shipped("tests/good/one-pool.toml"), configs.join(name)).unwrap();
    }
    let batch = |paths: &str| {
        let mut batch = skans();
        batch.arg("batch").arg(&configs).arg("--out").arg(&out).args(["--no-charts", "--paths", paths]);
        batch
    };
    assert!(batch("50").output().unwrap().status.success());
    let index = || serde_json::from_slice::<Value>(&fs::read(out.join("index.json")).unwrap()).unwrap();
    let complete = index();
    let said = interrupted(&mut batch("1000000000"), Duration::from_millis(1500));
    assert!(said.contains("interrupted: 0 of 2 runs are done"), "{said}");
    assert_eq!((index(), complete.as_array().unwrap().len()), (complete.clone(), 2));
    assert!(out.join("a/summary.json").is_file() && out.join("b/summary.json").is_file());
}
