//! Filtered history: the volatility of paths clusters, and their mean is as configured.

use skans::plan::{Law, Plan};

use crate::case::{mean_and_error, world};
use crate::history::{config, lively_history, plan, yearly};

/// The mean of squares' products one month apart over the square of their mean, less 1: nought for independent months.
fn clustering(plan: &Plan) -> (f64, f64) {
    let Law::Bootstrap(law) = &plan.market.law else { panic!("a bootstrap") };
    let mean = law.mean()[0];
    let squares = world(plan, 60, |step, lane| (step.growth(0)[lane].ln() - mean).powi(2));
    let (all, _) = mean_and_error(&squares.iter().flatten().flatten().copied().collect::<Vec<_>>());
    // One number a path: months of a path depend on each other.
    let by_path: Vec<f64> = squares
        .iter()
        .flat_map(|block| {
            (0..256).map(|lane| {
                let pairs = block.windows(2).map(|pair| (pair[0][lane] - all) * (pair[1][lane] - all));
                pairs.sum::<f64>() / 119.0 / (all * all)
            })
        })
        .collect();
    mean_and_error(&by_path)
}

/// Single months of one history: as they were they do not cluster, filtered they do.
#[test]
fn the_volatility_of_filtered_months_clusters() {
    let of = |filtered: &str| {
        let bootstrap = format!("mean_block_months = 1{filtered}");
        clustering(&plan(&config(120, 1, &bootstrap, "", ""), &lively_history(240)))
    };
    let (shuffled, error) = of("");
    assert!(shuffled.abs() < 4.0 * error, "{shuffled} ± {error}");
    let (filtered, other) = of(", filtered = true, lambda = 0.94");
    assert!(filtered > shuffled + 4.0 * (error * error + other * other).sqrt(), "{filtered} ± {other}");
}

/// The mean of logs is exact under filtering too, where months of history that follow each other have something to do
/// with each other.
#[test]
fn filtered_months_have_the_geometric_mean_asked_for() {
    for bootstrap in ["mean_block_months = 12", "mean_block_months = 30, align_calendar_months = true"] {
        let bootstrap = format!("{bootstrap}, filtered = true, lambda = 0.9");
        let (a, b) = (", expected_return.geometric = 0.045", "");
        let plan = plan(&config(24, 1, &bootstrap, a, b), &lively_history(120));
        for growth in &yearly(&plan)[0] {
            let logs: Vec<f64> = growth.iter().map(|growth| growth.ln()).collect();
            let (mean, error) = mean_and_error(&logs);
            assert!((mean - 1.045_f64.ln()).abs() < 4.0 * error, "{bootstrap}: {mean} ± {error}");
        }
    }
}
