//! How often the 95 % intervals of calibration hold the truth, over many histories of 600 months made by known laws:
//! the table of `docs/office/calibrate.md`. `cargo bench --bench calibration [HISTORIES]`.
#![allow(clippy::disallowed_methods, missing_docs, reason = "an independent calculation")]

#[path = "../tests/all/simulated.rs"]
mod simulated;

use simulated::{Row, inflation_study, lognormal_study, regimes_study, vasicek_study};

fn print(rows: &[Row], histories: u64) {
    for row in rows {
        let (deviation, error) = row.deviation_and_error();
        println!(
            "| {} | {:.4} | {:.4} | {deviation:.4} | {error:.4} | {:.1} % | {} of {histories} |",
            row.name,
            row.truth,
            row.mean(),
            100.0 * row.coverage(),
            row.known
        );
    }
}

fn main() {
    let histories = std::env::args().skip(1).find_map(|argument| argument.parse().ok()).unwrap_or(1000);
    println!("| parameter | truth | mean estimate | sd of estimates | mean standard error | coverage | histories |");
    println!("|---|---|---|---|---|---|---|");
    print(&lognormal_study(histories), histories);
    for reversion in [1.0, 0.2] {
        print(&vasicek_study(histories, reversion), histories);
    }
    print(&inflation_study(histories), histories);
    print(&regimes_study(histories), histories);
}
