//! One direction of use: each stage uses only stages that stand above it in `lib.rs`, and no files use each other in a
//! circle.

mod files;

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The stages in their order, as `lib.rs` has them.
fn stages() -> Vec<String> {
    let lib = fs::read_to_string(source().join("lib.rs")).unwrap();
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).map(str::to_owned).collect()
}

#[test]
fn every_import_points_upwards() {
    let stages = stages();
    assert!(stages.len() >= 9);
    for file in sources(&source()) {
        let relative = file.strip_prefix(source()).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let Some(own) = stages.iter().position(|stage| *stage == first.trim_end_matches(".rs")) else { continue };
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(stage) = stages.iter().position(|stage| *stage == name) else { continue };
                assert!(
                    stage <= own,
                    "{}:{}: {} uses {name}, which comes later",
                    file.display(),
                    number + 1,
                    stages[own]
                );
            }
        }
    }
}

/// A circle makes its files one: none of them is understood, tested or moved without the others. What two files both
/// need has a file of its own.
#[test]
fn no_files_use_each_other_in_a_circle() {
    let module = |file: &Path| -> files::Module {
        let relative = file.strip_prefix(source()).unwrap().with_extension("");
        let words = relative.iter().map(|word| word.to_str().unwrap().to_owned());
        words.filter(|word| word != "lib").collect()
    };
    let sources = sources(&source()).into_iter().filter(|file| !file.ends_with("main.rs"));
    let all = sources.map(|file| (module(&file), files::Source::new(&fs::read_to_string(&file).unwrap())));
    let uses = files::Files(all.collect()).uses();
    let edges: usize = uses.values().map(std::collections::BTreeMap::len).sum();
    assert!(edges > uses.len(), "files that use hardly anything: {edges} uses of {} files", uses.len());
    if let Some(circle) = files::circle(&uses) {
        panic!("a circle of files:\n  {}", circle.join("\n  "));
    }
}

/// Each outside crate has one home.
#[test]
fn outside_crates_stay_in_their_homes() {
    for (name, home) in [
        ("rayon", "engine/threads.rs"),
        ("plotters", "report/chart"),
        ("png", "report/chart"),
        ("ab_glyph", "report/chart/font.rs"),
        ("clap", "cli"),
        ("rand", "random"),
        ("rand_distr", "random"),
        ("comfy_table", "report/table"),
        ("indicatif", "cli/progress.rs"),
        ("ctrlc", "cli/interrupt.rs"),
        ("jiff", "units"),
        ("sysinfo", "cli/memory.rs"),
        ("flate2", "config/files"),
        ("fluent_bundle", "texts"),
    ] {
        for file in sources(&source()) {
            let relative = file.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/");
            let uses = fs::read_to_string(&file).unwrap().lines().any(|line| {
                let line = line.trim_start();
                line.starts_with(&format!("use {name}::"))
                    || line.contains(&format!(" {name}::")) && !line.starts_with("//")
            });
            let allowed = relative.starts_with(home)
                || (name == "clap" && ["main.rs", "texts/language.rs"].contains(&&*relative));
            assert!(!uses || allowed, "{relative} uses {name}");
        }
    }
}

/// Laws of `rand_distr` that need `ln` or `exp` take them from the platform: only tests may draw from them.
#[test]
fn results_use_no_law_that_depends_on_the_platforms_library() {
    for file in sources(&source().join("random")).into_iter().chain([source().join("random.rs")]) {
        if file.ends_with("oracles.rs") {
            continue;
        }
        for line in fs::read_to_string(&file).unwrap().lines().filter(|line| !line.trim_start().starts_with("//")) {
            let safe = !line.contains("rand_distr::") || line.contains("rand_distr::weighted::WeightedAliasIndex");
            assert!(safe, "{}: {line}", file.display());
        }
    }
}
