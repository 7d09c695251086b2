//! The files that a configuration names, each read through it: flows, an opening history, scenarios and a market's
//! history. The first byte says which.
#![no_main]

use std::cell::OnceCell;
use std::path::PathBuf;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;

const POOL: &str = r#"
start = "2021-12"
horizon_months = 24
paths = 10
seed = 1
outputs.charts = false
[pools.long]
opening_value_mnkr = 1000
equities.equity = 1
fixed_income.bonds = 1
rule = { kind = "static", share = 0.5 }
"#;

const LOGNORMAL: &str = r#"
[market]
model = "lognormal"
assets.equity = { class = "equity", expected_return.geometric = 0.06, volatility.log = 0.16 }
assets.bonds = { class = "fixed-income", expected_return.geometric = 0.01, volatility.log = 0.03 }
correlations.equity.bonds = 0.1
"#;

fn of_history(model: &str) -> String {
    format!(
        r#"
        [market]
        {model}
        file = "input.csv"
        assets.equity.class = "equity"
        assets.bonds.class = "fixed-income"
        "#
    )
}

fn config(kind: u8) -> String {
    match kind % 4 {
        0 => format!("{POOL}payments = [{{ file = \"input.csv\" }}]\n{LOGNORMAL}"),
        1 => format!("{POOL}history = \"input.csv\"\n{LOGNORMAL}"),
        2 => format!("{POOL}{}", of_history("model = \"scenarios\"")),
        _ => format!("{POOL}{}", of_history("model = \"replay\"")),
    }
}

thread_local! {
    static PLACE: OnceCell<(TempDir, PathBuf)> = const { OnceCell::new() };
}

fuzz_target!(|data: &[u8]| {
    let Some((&kind, content)) = data.split_first() else { return };
    PLACE.with(|place| {
        let (folder, file) = place.get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let file = folder.path().join("config.toml");
            (folder, file)
        });
        std::fs::write(file, config(kind)).expect("a file");
        std::fs::write(folder.path().join("input.csv"), content).expect("a file");
        if let Err(problems) = skans::load(file, &[]) {
            assert!(!problems.to_string().is_empty());
        }
    });
});
