//! The reference job's grid, two assets and pool, in every world.

use std::fmt::Write as _;
use std::path::Path;

use skans::plan::Plan;
use tempfile::TempDir;

const LOGNORMAL: &str = r#"
model = "lognormal"
assets.equity.class = "equity"
assets.equity.column = "equity_global_sek"
assets.equity.expected_return.geometric = 0.065
assets.equity.volatility.log = 0.16
assets.bonds = { class = "fixed-income", expected_return.geometric = 0.02, volatility.log = 0.03 }
correlations.equity.bonds = 0.1
"#;

const REGIMES: &str = r#"
model = "regime-switching"
assets.equity.class = "equity"
assets.bonds.class = "fixed-income"
[market.regimes.calm]
leave_per_month = 0.04
assets = { equity = { log_mean = 0.1, volatility = 0.12 }, bonds = { log_mean = 0.02, volatility = 0.03 } }
correlations.equity.bonds = 0.1
[market.regimes.turbulent]
leave_per_month = 0.2
assets = { equity = { log_mean = -0.1, volatility = 0.25 }, bonds = { log_mean = 0.03, volatility = 0.04 } }
correlations.equity.bonds = -0.3
"#;

const FACTORS: &str = r#"
model = "lognormal"
short_rate = { start = 0.02, mean = 0.025, reversion = 0.2, volatility = 0.01 }
inflation = { start = 0.02, mean = 0.02, persistence = 0.6, volatility = 0.01 }
assets.equity = { class = "equity", expected_return.geometric = 0.065, volatility.log = 0.16 }
assets.bonds = { class = "fixed-income", fund = { duration = 4 } }
"#;

const BOOTSTRAP: &str = r#"
model = "bootstrap"
file = "history.csv"
assets.equity = { class = "equity", expected_return.geometric = 0.065 }
assets.bonds.class = "fixed-income"
"#;

const GIVEN: &str = r#"
model = "given"
file = "scenarios.csv"
assets.equity.class = "equity"
assets.bonds.class = "fixed-income"
"#;

/// Each world's market, what is written behind it, by name.
pub const MARKETS: [(&str, [&str; 2]); 9] = [
    ("lognormal", [LOGNORMAL, ""]),
    ("two regimes", [REGIMES, ""]),
    ("t copula", [LOGNORMAL, "copula = { kind = \"t\", degrees_of_freedom = 5 }"]),
    ("short rate, inflation and a fund of bonds", [FACTORS, ""]),
    ("bootstrap", [BOOTSTRAP, ""]),
    ("filtered bootstrap", [BOOTSTRAP, "bootstrap.filtered = true"]),
    ("given scenarios", [GIVEN, ""]),
    ("given scenarios, weighted", [GIVEN, "weights = \"weights.csv\""]),
    ("lognormal with a crisis", [LOGNORMAL, "crisis.name = \"2007-09 financial\""]),
];

/// A folder with a history of 420 months and 2 000 scenarios.
pub fn files() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).expect("a file");
    let mut state = 1_u64;
    let mut uniform = || {
        state = state * 48_271 % 2_147_483_647;
        #[allow(clippy::cast_precision_loss, reason = "31 bits")]
        let number = state as f64;
        number / 2_147_483_647.0 - 0.5
    };
    let mut history = "date,equity,bonds\n".to_owned();
    for month in 0..420 {
        let (equity, bonds) = (0.15 * uniform() + 0.005, 0.02 * uniform() + 0.002);
        let _ = writeln!(history, "{}-{:02},{equity:.5},{bonds:.5}", 1990 + month / 12, month % 12 + 1);
    }
    write("history.csv", history);
    let mut scenarios = "path,step,equity,bonds\n".to_owned();
    for row in 0..2000 * 240 {
        let (equity, bonds) = (0.15 * uniform() + 0.005, 0.02 * uniform() + 0.002);
        let _ = writeln!(scenarios, "{},{},{equity:.5},{bonds:.5}", row / 240 + 1, row % 240 + 1);
    }
    write("scenarios.csv", scenarios);
    let weights = (1..=2000).fold("path,weight\n".to_owned(), |text, path| text + &format!("{path},{}\n", path % 7));
    write("weights.csv", weights);
    folder
}

/// The plan of a market.
pub fn plan(folder: &Path, [market, more]: [&str; 2]) -> Plan {
    // What is written behind belongs to the market itself, and so comes before its tables.
    let (keys, tables) =
        market.split_once("\n[").map_or((market, String::new()), |(keys, rest)| (keys, format!("\n[{rest}")));
    let text = format!(
        r#"
start = "2021-12"
horizon_months = 240
paths = 1000
seed = 1
[market]
{keys}
{more}
{tables}
[pools.long]
opening_value_mnkr = 1000
equities.equity = 1.0
fixed_income.bonds = 1.0
rule = {{ kind = "dynamic", equity_stress = 0.2 }}
floor = {{ kind = "rolling-high", share = 0.85 }}
"#
    );
    let file = folder.join("world.toml");
    std::fs::write(&file, text).expect("a file");
    skans::config::load(&file, &[]).map_or_else(|problems| panic!("{}", problems[0]), |loaded| loaded.plan)
}
