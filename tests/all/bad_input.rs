//! Wrong configurations, files and command lines: each gets the message that it carries, exit code 2, and leaves nothing behind.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;

pub fn skans() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("skans"))
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn message(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn every_wrong_configuration_gets_its_message() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(tests().join("bad")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    assert!(files.len() >= 60, "{} fixtures", files.len());
    for file in files {
        let text = fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&text);
        let expected: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("# expect: ")).collect();
        assert!(!expected.is_empty(), "{} expects nothing", file.display());
        let output =
            skans().current_dir(tests().join("bad")).arg("check").arg(file.file_name().unwrap()).output().unwrap();
        let said = message(&output);
        assert_eq!(output.status.code(), Some(2), "{}: {said}", file.display());
        assert!(output.stdout.is_empty(), "{}", file.display());
        for expected in expected {
            assert!(said.contains(expected), "{}: expected `{expected}` in\n{said}", file.display());
        }
        assert!(!said.contains("panicked"), "{}: {said}", file.display());
    }
}

#[test]
fn every_wrong_command_line_gets_its_message() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::copy(tests().join("good/one-pool.toml"), at("config.toml")).unwrap();
    fs::create_dir(at("empty")).unwrap();
    fs::create_dir(at("folder")).unwrap();
    fs::write(at("folder/letter.txt"), "mine").unwrap();
    let lines = fs::read_to_string(tests().join("bad/command-lines.txt")).unwrap();
    let mut tried = 0;
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let (words, expected) = line.split_once(" => ").unwrap_or_else(|| panic!("{line}"));
        let words = words.split(' ').filter(|word| !word.is_empty()).map(|word| match word {
            "CONFIG" => "config.toml",
            "EMPTY" => "empty",
            "FOLDER" => "folder",
            word => word,
        });
        let output = skans().current_dir(place.path()).args(words).output().unwrap();
        let said = message(&output);
        assert_eq!(output.status.code(), Some(2), "{line}: {said}");
        assert!(said.contains(expected), "{line}: {said}");
        tried += 1;
    }
    assert!(tried >= 20);
    let mut left: Vec<String> = fs::read_dir(place.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["config.toml", "empty", "folder"]);
}

/// A file cut, doubled or changed at random is an error or a plan, never a panic.
#[test]
fn mangled_configurations_never_panic() {
    let text = fs::read_to_string(tests().join("good/one-pool.toml")).unwrap();
    mangled(&text, &PIECES, |text| drop(skans::config::from_text("mangled", text)));
}

const PIECES: [&str; 15] =
    ["[", "]", "\"", "=", "nan", "-1e999", "{", "}", "\n", ".", "'''", "0", "\u{feff}", "é", "99999999999999999999"];

/// Calls `each` with a text that is cut, doubled or changed at random, 3000 times.
pub fn mangled(text: &str, pieces: &[&str], mut each: impl FnMut(&str)) {
    let mut state = 1_u64;
    let mut random = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..3000 {
        let mut mangled: Vec<char> = text.chars().collect();
        for _ in 0..=random(3) {
            let at = random(mangled.len());
            match random(3) {
                0 => drop(mangled.drain(at..(at + random(20)).min(mangled.len()))),
                1 => drop(mangled.splice(at..at, pieces[random(pieces.len())].chars())),
                _ => mangled[at] = pieces[random(pieces.len())].chars().next().unwrap(),
            }
        }
        each(&mangled.into_iter().collect::<String>());
    }
}
