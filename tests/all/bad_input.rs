//! Wrong configurations, files and command lines: each gets its whole message and exit code 2, and leaves nothing
//! behind.
//!
//! `EXPECT=write cargo test --test all bad_input` writes the messages of today into the fixtures.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use skans::kernel::Kernel;

pub fn skans() -> Command {
    Command::new(assert_cmd::cargo::cargo_bin!("skans"))
}

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The lines of the error stream of a program that refused its input, or why it did not do so.
fn refusal(output: &Output) -> Result<Vec<String>, String> {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() != Some(2) || !output.stdout.is_empty() || said.contains("panicked") {
        return Err(format!("ended with {:?}, and said\n{said}", output.status.code()));
    }
    Ok(said.trim_end().lines().map(|line| line.trim_end().to_owned()).collect())
}

/// Whether `EXPECT=write` asks that the fixtures be given the messages of today. Read the difference before it is kept.
fn rewrites() -> bool {
    std::env::var_os("EXPECT").is_some_and(|value| value == "write")
}

const EXPECT: &str = "# expect: ";

/// Each wrong configuration begins with the whole message that it gets.
#[test]
fn every_wrong_configuration_gets_its_message() {
    let mut files: Vec<PathBuf> =
        fs::read_dir(tests().join("bad")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
    files.sort();
    assert!(files.len() >= 60, "{} fixtures", files.len());
    let failures: Vec<String> = files.iter().filter_map(|file| wrong_configuration(file).err()).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn wrong_configuration(file: &Path) -> Result<(), String> {
    let name = file.file_name().unwrap();
    let check = || refusal(&skans().current_dir(tests().join("bad")).arg("check").arg(name).output().unwrap());
    let content = fs::read(file).unwrap();
    let expected: Vec<String> = String::from_utf8_lossy(&content)
        .lines()
        .map_while(|line| line.strip_prefix(EXPECT))
        .map(|line| format!("error: {line}"))
        .collect();
    let found = check().map_err(|why| format!("{}: {why}", file.display()))?;
    if found == expected && !expected.is_empty() {
        return Ok(());
    }
    if rewrites() {
        let header: usize = expected.iter().map(|line| line.len() - "error: ".len() + EXPECT.len() + 1).sum();
        let lines = found.iter().map(|line| format!("{EXPECT}{}\n", line.trim_start_matches("error: ")));
        fs::write(file, [lines.collect::<String>().as_bytes(), &content[header..]].concat()).unwrap();
    }
    Err(format!("{}: expected\n{}\nfound\n{}\n", file.display(), expected.join("\n"), found.join("\n")))
}

/// `command-lines.txt` holds command lines, each with the whole message that it gets.
#[test]
fn every_wrong_command_line_gets_its_message() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name);
    fs::copy(tests().join("good/one-pool.toml"), at("config.toml")).unwrap();
    fs::create_dir(at("empty")).unwrap();
    fs::create_dir(at("folder")).unwrap();
    fs::write(at("folder/letter.txt"), "mine").unwrap();
    let file = tests().join("bad/command-lines.txt");
    let expected = fs::read_to_string(&file).unwrap().replace("\r\n", "\n");
    let (heading, lines) = expected.split_once("\n\n").unwrap();
    let mut found = heading.to_owned();
    let mut tried = 0;
    for line in lines.lines().filter_map(|line| line.strip_prefix("$ skans")) {
        let words = line.split(' ').filter(|word| !word.is_empty()).map(|word| match word {
            "CONFIG" => "config.toml",
            "EMPTY" => "empty",
            "FOLDER" => "folder",
            word => word,
        });
        let output = skans().current_dir(place.path()).args(words).output().unwrap();
        let said = refusal(&output).unwrap_or_else(|why| panic!("{line}: {why}")).join("\n");
        let said = said.replace(&kernels(), "KERNELS").replace("skans.exe", "skans");
        found.extend(["\n\n$ skans", line, "\n", &said]);
        tried += 1;
    }
    found += "\n";
    assert!(tried >= 100, "{tried} command lines");
    if rewrites() && found != expected {
        fs::write(&file, &found).unwrap();
    }
    for (found, expected) in found.split("\n$ ").zip(expected.split("\n$ ")) {
        assert_eq!(found, expected);
    }
    assert_eq!(found, expected);
    let mut left: Vec<String> = fs::read_dir(place.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    left.sort();
    assert_eq!(left, ["config.toml", "empty", "folder"]);
}

/// The names of this machine's kernels, as a message lists them.
fn kernels() -> String {
    Kernel::available().map(Kernel::name).collect::<Vec<_>>().join(", ")
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
