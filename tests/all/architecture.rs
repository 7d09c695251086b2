//! One direction of use: each stage uses only stages that stand above it in `lib.rs`, and no files use each other in a
//! circle.

mod files;
mod reading;

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
    let mut checked = 0;
    for file in sources(&source()) {
        let relative = file.strip_prefix(source()).unwrap();
        let first = relative.components().next().unwrap().as_os_str().to_string_lossy().into_owned();
        let Some(own) = stages.iter().position(|stage| *stage == first.trim_end_matches(".rs")) else { continue };
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(stage) = stages.iter().position(|stage| *stage == name) else { continue };
                checked += 1;
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
    assert!(checked >= 1000, "{checked} imports");
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

/// Each outside crate and the files and folders that it stays in.
const HOMES: [(&str, &[&str]); 24] = [
    ("ab_glyph", &["report/chart/font.rs"]),
    ("calamine", &["config/files/workbook.rs"]),
    ("clap", &["cli", "main.rs", "texts/language.rs"]),
    ("clap_complete", &["cli/verbs.rs"]),
    ("clap_mangen", &["cli/verbs.rs"]),
    ("comfy_table", &["report/table"]),
    // The driver names our own module of this name.
    ("csv", &["cli/print.rs", "config/files", "report"]),
    ("ctrlc", &["cli/interrupt.rs"]),
    ("encoding_rs", &["config/files/encoding.rs"]),
    ("encoding_rs_io", &["config/files/encoding.rs"]),
    ("flate2", &["config/files"]),
    ("fluent_bundle", &["texts"]),
    ("indicatif", &["cli/progress.rs"]),
    ("jiff", &["units"]),
    ("plotters", &["report/chart"]),
    ("png", &["report/chart"]),
    ("rand", &["random"]),
    ("rand_distr", &["random"]),
    ("rayon", &["engine/threads.rs"]),
    ("sha2", &["config/content.rs", "random.rs"]),
    ("strsim", &["texts/likeness.rs"]),
    ("sysinfo", &["cli/memory.rs"]),
    ("toml", &["config", "report/settings.rs", "report/replaced.rs", "report/fragment"]),
    ("zip", &["config/files/workbook"]),
];

/// Crates that give types and functions to every stage.
const EVERYWHERE: [&str; 7] = ["indexmap", "libm", "ndarray", "schemars", "serde", "serde_json", "thiserror"];

#[test]
fn outside_crates_stay_in_their_homes() {
    for (name, homes) in HOMES {
        let mut users = 0;
        for file in sources(&source()) {
            let relative = file.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/");
            if !uses(&fs::read_to_string(&file).unwrap(), name) {
                continue;
            }
            users += 1;
            assert!(homes.iter().any(|home| relative.starts_with(home)), "{relative} uses {name}");
        }
        assert!(users > 0, "nothing uses {name}");
    }
}

/// Whether a source names a crate, in a line that is no comment.
fn uses(source: &str, name: &str) -> bool {
    let path = format!("{name}::");
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| line.match_indices(&path).map(|(at, _)| line[..at].chars().next_back())).any(|before| {
        // Else it is the end of another name, or a module of ours.
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':')
    })
}

#[test]
fn every_dependency_has_a_home_or_is_used_everywhere() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let list = manifest.split_once("\n[dependencies]\n").unwrap().1.split("\n[").next().unwrap();
    let names = list.lines().filter_map(|line| Some(line.split_once(" =")?.0.replace('-', "_")));
    let names: Vec<String> = names.filter(|name| !name.starts_with('#')).collect();
    assert_eq!(names.len(), HOMES.len() + EVERYWHERE.len(), "{names:?}");
    for name in names {
        let known = HOMES.iter().any(|(home, _)| *home == name) || EVERYWHERE.contains(&name.as_str());
        assert!(known, "{name} has no home");
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
