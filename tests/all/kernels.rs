//! The same bytes with every set of vector instructions. A process has one kernel, so each kernel gets processes of its
//! own.

use std::fs;
use std::path::Path;

use serde_json::Value;
use skans::kernel::Kernel;

use crate::bad_input::skans;
use crate::{determinism, worlds};

/// Asserts that a run has the same `summary.json` and `months.csv` with every kernel, and that each kernel did its run.
fn assert_same_bytes_with_every_kernel(config: &Path, paths: u64) {
    let place = tempfile::tempdir().unwrap();
    let files = |kernel: Kernel| {
        let out = place.path().join(kernel.name());
        let mut command = skans();
        command.arg("run").arg(config).arg("--out").arg(&out).args(["--kernel", kernel.name(), "--threads", "2"]);
        let output = command.args(["--no-charts", "-q", "--paths", &paths.to_string()]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let manifest: Value = serde_json::from_slice(&fs::read(out.join("manifest.json")).unwrap()).unwrap();
        assert_eq!(manifest["kernel"], kernel.name());
        ["summary.json", "months.csv"].map(|file| fs::read(out.join(file)).unwrap())
    };
    let portable = files(Kernel::Portable);
    for kernel in Kernel::available().filter(|&kernel| kernel != Kernel::Portable) {
        assert!(files(kernel) == portable, "{}: {kernel:?} differs", config.display());
    }
}

/// Where the portable kernel alone is available, comparisons compare nothing. Every processor of this family that an
/// office has knows another.
#[test]
#[cfg(target_arch = "x86_64")]
fn there_is_another_kernel_to_compare_with() {
    let available: Vec<Kernel> = Kernel::available().collect();
    assert!(available.len() >= 2, "{available:?}: this processor has no AVX2, so no kernels are compared");
}

#[test]
fn the_shipped_run_has_the_same_bytes_with_every_kernel() {
    let configs = Path::new(env!("CARGO_MANIFEST_DIR")).join("configs");
    assert_same_bytes_with_every_kernel(&configs.join("region-norrbotten.toml"), 3000);
}

#[test]
fn a_world_with_all_that_it_can_have_has_the_same_bytes_with_every_kernel() {
    let place = tempfile::tempdir().unwrap();
    let config = place.path().join("rich.toml");
    fs::write(&config, determinism::rich_text(5000)).unwrap();
    assert_same_bytes_with_every_kernel(&config, 5000);
}

#[test]
fn every_world_of_history_or_of_files_has_the_same_bytes_with_every_kernel() {
    let place = tempfile::tempdir().unwrap();
    worlds::write(place.path());
    for (name, _) in worlds::WORLDS {
        let paths = if name == "replay" { 1 } else { 3000 };
        assert_same_bytes_with_every_kernel(&place.path().join(format!("{name}.toml")), paths);
    }
}
