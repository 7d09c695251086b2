//! A part that carries the right hash of the wrong content is refused, in moderate time and memory, and never joined.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use skans::report::manifest::sha256;

use crate::bad_input::skans;

/// Two parts of a run of 600 paths.
fn parts(place: &Path) -> [PathBuf; 2] {
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/good/one-pool.toml");
    [("1/2", "first"), ("2/2", "second")].map(|(shard, name)| {
        let mut run = skans();
        run.current_dir(place).arg("run").arg(&config).args(["--paths", "600", "--no-charts", "--quiet"]);
        assert!(run.args(["--shard", shard, "--out", name]).output().unwrap().status.success());
        place.join(name)
    })
}

/// The lines of a part after its hash, changed.
fn forged(text: &str, line: usize, change: &dyn Fn(&mut Value)) -> String {
    let mut lines: Vec<Value> = text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    let before = lines[line].clone();
    change(&mut lines[line]);
    assert_ne!(lines[line], before, "the change changes nothing");
    let content = format!("{}\n{}\n", lines[0], lines[1]);
    format!("skans part {}\n{content}", sha256(content.as_bytes()))
}

/// Merges with a forged first part.
fn merge(place: &Path, first: &Path, text: &str) -> (Option<i32>, String) {
    fs::write(first.join("part.json"), text).unwrap();
    let output = skans().current_dir(place).args(["merge", "first", "second", "--out", "out"]).output().unwrap();
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_header_that_names_no_shard_or_other_values_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let [first, _] = parts(place.path());
    let text = fs::read_to_string(first.join("part.json")).unwrap();
    for (key, value, message) in [
        ("/shard", json!("1/0"), "is of another build of skans"),
        ("/shard", json!("3/2"), "is of another build of skans"),
        ("/shard", json!("1/4000000000"), "is of another build of skans"),
        ("/shard", json!({ "index": 1, "of": 0 }), "is of another build of skans"),
        ("/shard", json!("1/100000"), "found shard 2/2, allowed: one of 100000"),
        ("/origin/values", json!(0), "found a part with the values of edition 0"),
        ("/origin/skans", json!("9.9.9"), "found a part made by skans 9.9.9"),
        ("/origin", json!({ "skans": "0.1.0" }), "is of another build of skans"),
    ] {
        let text = forged(&text, 0, &|header| *header.pointer_mut(key).unwrap() = value.clone());
        let (code, said) = merge(place.path(), &first, &text);
        assert!(code == Some(2) && said.contains(message), "{key} {value}: {code:?} {said}");
    }
    let text = forged(&text, 0, &|header| header["more"] = json!(1));
    assert_eq!(merge(place.path(), &first, &text).0, Some(2));
    assert!(!place.path().join("out").exists());
}

/// Places in the counts and sums, and what cannot stand there.
fn forgeries() -> Vec<(&'static str, Vec<Value>)> {
    let bits = |number: f64| json!(number.to_bits());
    let (u32_max, u64_max) = (json!(u32::MAX), json!(u64::MAX));
    let odd_bounds = || [f64::INFINITY, f64::NEG_INFINITY, f64::NAN, -1.0, 0.0, 1e300, 1e-300].map(bits).to_vec();
    vec![
        ("/tallies/0/pool/value/5/kept/Counts/first", vec![json!(0), json!(1), u32_max.clone()]),
        (
            "/tallies/0/pool/value/5/grid/shift",
            [0, 31, 32, 51, 52, 63, 64, u32::MAX].map(|shift| json!(shift)).to_vec(),
        ),
        ("/tallies/0/pool/value/5/grid/scale", vec![json!("Whole"), json!("Absolute"), json!("None")]),
        ("/tallies/0/pool/value/5/grid/origin", odd_bounds()),
        ("/tallies/0/pool/value/5/joined", vec![json!(1), json!(32), u32_max.clone()]),
        (
            "/tallies/0/pool/value/5/kept",
            vec![json!({ "Bins": { "bins": [1], "used": 1 } }), json!({ "Numbers": [1.0] })],
        ),
        ("/tallies/0/pool/value/0/atoms", vec![json!([])]),
        ("/tallies/0/pool/value/0/atoms/0/count", vec![json!(257), u64_max.clone()]),
        ("/tallies/0/pool/value/0/atoms/0/low", odd_bounds()),
        ("/tallies/0/pool/value/5/most", vec![json!(0), json!(1), u32_max.clone()]),
        ("/tallies/0/pool/value/5/zeros", vec![json!(1), json!(600), u64_max.clone()]),
        (
            "/tallies/0/pool/value/5/kept/Counts/counts",
            vec![json!([]), json!([0]), json!([u32::MAX]), json!(vec![1; 100_000])],
        ),
        ("/tallies/0/pool/value/5/greatest", odd_bounds()),
        ("/tallies/0/pool/value/5/least", odd_bounds()),
        ("/tallies/0/pool/value/5/least_binned", odd_bounds()),
        ("/tallies/0/pool/path/6/greatest", odd_bounds()),
        ("/tallies/0/pool/value", vec![json!([])]),
        ("/tallies/0/pool/paths", vec![json!(0), json!(600), u64_max.clone()]),
        ("/tallies/0/pool/events/0/5", vec![json!(257), u64_max.clone()]),
        ("/tallies/0/pool/events/2", vec![json!([]), json!(vec![256; 13])]),
        ("/tallies/0/pool/jumped", vec![json!(257), u64_max.clone()]),
        ("/tallies/0/pool/worst/path", vec![json!(256), u64_max.clone()]),
        ("/tallies/0/pool/worst/price", [f64::NAN, -1.0].map(bits).to_vec()),
        ("/tallies", vec![json!([])]),
        ("/sums/first", vec![json!(1), u64_max]),
        ("/sums/nodes", vec![json!([])]),
        ("/sums/nodes/0/0", vec![json!(1), json!(63), json!(64), u32_max]),
        ("/sums/nodes/0/1", vec![json!([])]),
        ("/sums/nodes/0/1/0/pool/value", vec![json!([])]),
        ("/sums/nodes/0/1/0/pool/value/5/count", [-1.0, 0.5, 257.0, f64::INFINITY, f64::NAN].map(bits).to_vec()),
        ("/sums/nodes/0/1/0/pool/value/5/squares", vec![bits(-1.0)]),
    ]
}

#[test]
fn counts_and_sums_that_no_paths_come_to_are_refused() {
    let place = tempfile::tempdir().unwrap();
    let [first, _] = parts(place.path());
    let text = fs::read_to_string(first.join("part.json")).unwrap();
    let same = format!("{}\n", text.lines().collect::<Vec<_>>().join("\n"));
    assert_eq!(merge(place.path(), &first, &same).0, Some(0));
    fs::remove_dir_all(place.path().join("out")).unwrap();
    for (key, values) in forgeries() {
        for value in values {
            let place_of = |body: &mut Value| body.pointer_mut(key).unwrap().clone();
            let body: Value = serde_json::from_str(text.lines().nth(2).unwrap()).unwrap();
            if place_of(&mut body.clone()) == value {
                continue;
            }
            let forgery = forged(&text, 1, &|body| *body.pointer_mut(key).unwrap() = value.clone());
            let (code, said) = merge(place.path(), &first, &forgery);
            let value = value.to_string().chars().take(40).collect::<String>();
            assert!(code == Some(2) && !said.contains("panicked"), "{key} {value}: {code:?} {said}");
        }
    }
    for table in [
        "",
        "/tallies/0",
        "/tallies/0/pool/worst",
        "/tallies/0/pool/value/5",
        "/tallies/0/pool/value/5/grid",
        "/sums",
        "/tallies/0/pool/value/0/atoms/0",
        "/tallies/0/pool/value/5/kept/Counts",
    ] {
        let text = forged(&text, 1, &|body| body.pointer_mut(table).unwrap()["more"] = json!(1));
        let (code, said) = merge(place.path(), &first, &text);
        assert!(code == Some(2) && said.contains("that no shard of skans"), "{table}: {code:?} {said}");
    }
    assert!(!place.path().join("out").exists());
}
