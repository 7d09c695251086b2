//! `today` as its users meet it.

use std::fs;

use serde_json::Value;
use skans::study::trace::trace;

use super::{golden, rows};
use crate::bad_input::skans;

/// The program's own page, files and chart.
#[test]
fn the_command_writes_its_page_in_both_languages() {
    let place = tempfile::tempdir().unwrap();
    let plan = golden();
    let path = &trace(&plan, &[0])[0][0];
    let text = rows("price,value_mnkr,share", 31, |month| {
        format!("{:?},{:?},0.4", path.price[month], 5200.0 * path.price[month])
    });
    fs::write(place.path().join("values.csv"), text).unwrap();
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/configs/region-norrbotten.toml");
    for (language, words) in [("en", "equity share allowed"), ("sv", "tillåten aktieandel")] {
        let output = skans()
            .current_dir(place.path())
            .args(["today", config, "--values", "values.csv", "--lang", language])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(String::from_utf8_lossy(&output.stdout).contains(words));
        let folder = place.path().join("output/region-norrbotten-today-long-2024-06-30");
        let written: Value = serde_json::from_slice(&fs::read(folder.join("today.json")).unwrap()).unwrap();
        assert_eq!(written["roll_offs"][0]["date"], "2024-07-31");
        assert!((written["allowed_share"].as_f64().unwrap() - path.target[30]).abs() < 1e-15);
        for file in ["today.txt", "window.csv", "inputs/values.csv", "config.toml", "charts/today-long.png"] {
            assert!(folder.join(file).is_file(), "{file}");
        }
        let manifest: Value = serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap();
        let png = fs::read(folder.join("charts/today-long.png")).unwrap();
        assert_eq!(manifest["outputs_sha256"]["charts/today-long.png"], skans::report::manifest::sha256(&png));
        assert!(manifest["inputs_sha256"]["--values values.csv"].is_string());
    }
}
