//! A run in parts comes to what one run would have come to, byte for byte; parts of different runs do not.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::bad_input::skans;

const FILES: [&str; 4] = ["summary.json", "months.csv", "config.toml", "inputs/pension-payments.csv"];

fn norrbotten() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten.toml")
}

/// Runs skans in a folder, and gives its exit code and what it said on standard error.
fn run(place: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = skans().current_dir(place).args(arguments).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Makes a shard of the shipped configuration, `more` changing it.
fn part(place: &Path, shard: &str, more: &[&str]) -> String {
    let name = format!("part-{}{}", shard.replace('/', "-"), more.concat());
    let config = norrbotten().display().to_string();
    let fixed = ["run", &config, "--paths", "1100", "--no-charts", "--quiet", "--shard", shard, "--out", &name];
    let (code, said) = run(place, &[&fixed, more].concat());
    assert_eq!(code, Some(0), "{said}");
    name
}

#[test]
fn shards_merge_to_the_bytes_of_the_whole_in_any_order() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let config = norrbotten().display().to_string();
    let whole = ["run", &config, "--paths", "1100", "--no-charts", "--quiet", "--out", "whole"];
    assert_eq!(run(place, &whole), (Some(0), String::new()));
    // Five blocks: seven shards leave two without any.
    for (of, order) in [(1, vec![1]), (3, vec![2, 3, 1]), (7, vec![7, 1, 6, 2, 5, 3, 4])] {
        let parts: Vec<String> =
            order.iter().map(|index| part(place, &format!("{index}/{of}"), &["--threads", "1"])).collect();
        let mut merge = vec!["merge", "--quiet", "--out", "merged"];
        merge.extend(parts.iter().map(String::as_str));
        assert_eq!(run(place, &merge), (Some(0), String::new()));
        for file in FILES {
            let bytes = |folder: &str| fs::read(place.join(folder).join(file)).unwrap();
            assert!(bytes("whole") == bytes("merged"), "{of} shards: {file} differs");
        }
    }
}

#[test]
fn parts_that_are_not_one_run_are_refused_and_an_earlier_result_stands() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let (first, second) = (part(place, "1/2", &[]), part(place, "2/2", &[]));
    let other_seed = part(place, "2/2", &["--seed", "9"]);
    let third = part(place, "3/3", &[]);
    assert_eq!(run(place, &["merge", &first, &second, "--quiet", "--out", "out"]).0, Some(0));
    let earlier = fs::read(place.join("out/summary.json")).unwrap();
    for (parts, message) in [
        (vec![&first], "found 1 of 2 shards, allowed: all of them; missing: 2/2"),
        (vec![&first, &second, &first], "found shard 1/2 again, allowed: each once"),
        (vec![&first, &other_seed], "found a part of another configuration"),
        (vec![&first, &third], "found shard 3/3, allowed: one of 2"),
        (vec![&"out".to_owned()], "found no file part.json, allowed: a folder that `run --shard` wrote"),
    ] {
        let mut merge = vec!["merge", "--out", "out"];
        merge.extend(parts.iter().map(|part| part.as_str()));
        let (code, said) = run(place, &merge);
        assert!(code == Some(2) && said.contains(message), "{parts:?}: {code:?} {said}");
    }
    // One digit of a part is changed.
    let file = place.join(&second).join("part.json");
    let text = fs::read_to_string(&file).unwrap();
    let changed = text.replacen("[0,0,0,", "[0,0,1,", 1);
    assert_ne!(changed, text);
    fs::write(&file, changed).unwrap();
    let (code, said) = run(place, &["merge", &first, &second, "--out", "out"]);
    assert!(code == Some(2) && said.contains("part.json that is damaged, was changed"), "{said}");
    // The configuration beside a part is another.
    fs::write(&file, text).unwrap();
    let config = place.join(&first).join("config.toml");
    fs::write(&config, fs::read_to_string(&config).unwrap().replace("paths = 1100", "paths = 2101")).unwrap();
    let (code, said) = run(place, &["merge", &first, &second, "--out", "out"]);
    assert!(code == Some(2) && said.contains("changed after the part was made"), "{said}");
    assert!(fs::read(place.join("out/summary.json")).unwrap() == earlier, "the earlier result was touched");
}

/// Whatever else is told to go where a part is, the part stays: it may be an hour's work of another machine.
#[test]
fn a_part_is_replaced_by_nothing_but_itself() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let (first, second) = (part(place, "1/2", &[]), part(place, "2/2", &[]));
    let before = fs::read(place.join(&first).join("part.json")).unwrap();
    let config = norrbotten().display().to_string();
    let run_into = |more: &[&str]| {
        run(place, &[&["run", &config, "--paths", "1100", "--no-charts", "--quiet"], more, &["--out", &first]].concat())
    };
    assert_eq!(run_into(&["--shard", "1/2"]).0, Some(0));
    let refused = |(code, said): (Option<i32>, String)| {
        assert!(code == Some(2) && said.contains("found the part 1/2 of a run"), "{code:?} {said}");
        assert!(fs::read(place.join(&first).join("part.json")).unwrap() == before);
    };
    refused(run_into(&["--shard", "2/2"]));
    refused(run_into(&["--shard", "1/2", "--seed", "9"]));
    refused(run_into(&[]));
    fs::create_dir(place.join("folder")).unwrap();
    for out in [first.clone(), format!("./folder/../{first}"), place.join(&first).display().to_string()] {
        refused(run(place, &["merge", &first, &second, "--out", &out]));
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(place, place.join("link")).unwrap();
        refused(run(place, &["merge", &first, &second, "--out", &format!("link/{first}")]));
    }
}

/// Where the system allows a folder's name to be no text, the part in it is a part all the same.
#[cfg(target_os = "linux")]
#[test]
fn a_part_is_found_in_a_folder_whose_name_is_no_text() {
    use std::os::unix::ffi::OsStrExt;
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let (first, second) = (part(place, "1/2", &[]), part(place, "2/2", &[]));
    let odd = std::ffi::OsStr::from_bytes(b"part-\xff");
    fs::rename(place.join(first), place.join(odd)).unwrap();
    let merge =
        skans().current_dir(place).args(["merge", &second, "--quiet", "--out", "out"]).arg(odd).output().unwrap();
    assert_eq!(merge.status.code(), Some(0), "{}", String::from_utf8_lossy(&merge.stderr));
}

/// Killed without warning, at some moment of its work, and run again: the same bytes as if it had never been disturbed.
#[test]
fn a_run_or_a_shard_that_was_killed_is_simply_run_again() {
    let place = tempfile::tempdir().unwrap();
    let place = place.path();
    let config = norrbotten().display().to_string();
    for (more, file) in [(vec![], "summary.json"), (vec!["--shard", "2/3"], "part.json")] {
        let arguments = |out| {
            [&["run", &config, "--paths", "40000", "--no-charts", "--quiet", "--out", out], more.as_slice()].concat()
        };
        assert_eq!(run(place, &arguments("undisturbed")).0, Some(0));
        for milliseconds in [20, 60, 120] {
            let program = env!("CARGO_BIN_EXE_skans");
            let mut child = Command::new(program)
                .current_dir(place)
                .args(arguments("again"))
                .stdout(Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(Duration::from_millis(milliseconds));
            child.kill().unwrap();
            child.wait().unwrap();
        }
        assert_eq!(run(place, &arguments("again")).0, Some(0));
        let bytes = |folder: &str| fs::read(place.join(folder).join(file)).unwrap();
        assert!(bytes("undisturbed") == bytes("again"), "{file} differs");
        assert_eq!(fs::read_dir(place).unwrap().count(), 2, "something of a killed run is left");
        fs::remove_dir_all(place.join("undisturbed")).unwrap();
        fs::remove_dir_all(place.join("again")).unwrap();
    }
}
