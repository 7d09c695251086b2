//! Months drawn from history: the law of Politis & Romano, joint rows, means as configured, blocks and calendar months.

use skans::plan::{Law, Plan};

use crate::case::{closed_form, for_each_path, load, mean_and_error, run, world};
use crate::history::{config, history, lively, lively_history, plan, yearly};
use skans::stats::figure::{PoolFigure, Statistic, Term};

const CASE: [f64; 10] = [1.0, 3.0, 2.0, 5.0, 4.0, 6.0, 3.0, 2.0, 7.0, 5.0];

/// The variance of the mean of ten months, wrapped, is that of Politis & Romano (1994): lags weigh `(1 - k/N) (1 -
/// p)^k`.
#[test]
fn the_variance_of_the_mean_is_politis_and_romanos() {
    let mean = CASE.iter().sum::<f64>() / 10.0;
    let covariance = |lag: usize| (0..10).map(|i| (CASE[i] - mean) * (CASE[(i + lag) % 10] - mean)).sum::<f64>() / 10.0;
    let lags = (1..10).map(|lag| {
        let lag32 = i32::try_from(lag).unwrap();
        2.0 * (1.0 - f64::from(lag32) / 10.0) * 0.75_f64.powi(lag32) * covariance(lag)
    });
    let exact = (covariance(0) + lags.sum::<f64>()) / 10.0;
    assert!((exact - closed_form("stationary_bootstrap_var").0[0]).abs() < 1e-12, "{exact}");

    let history = history("a,b", 10, |month| format!("{0:?},{0:?}", (CASE[month] / 100.0).exp_m1()));
    let plan = plan(&config(10, 400_000, "mean_block_months = 4", "", ""), &history);
    let mut means = Vec::new();
    for_each_path(&plan, |path| means.push(path.price[10].ln() * 10.0));
    let (mean_found, error) = mean_and_error(&means);
    assert!((mean_found - mean).abs() < 4.0 * error, "{mean_found}");
    let squares: Vec<f64> = means.iter().map(|x| (x - mean) * (x - mean)).collect();
    let (variance, error) = mean_and_error(&squares);
    assert!((variance - exact).abs() < 4.0 * error, "{variance} ± {error} against {exact}");
}

/// The second column is a function of the first, and so it is on every path, in prices of consumers too.
#[test]
fn joint_rows_stay_joint() {
    let rows = history("a,b,cpi", 40, |month| {
        let a = 0.01 * f64::from(u32::try_from(month * 7 % 40).unwrap()) - 0.195;
        format!("{a:?},{:?},{:?}", a * a, 0.1 * a)
    });
    let plan = plan(&config(60, 512, "inflation_column = \"cpi\"", "", ""), &rows);
    let months = world(&plan, 2, |step, lane| [step.growth(0)[lane], step.growth(1)[lane], step.inflation()[lane]]);
    let mut distinct: Vec<u64> = Vec::new();
    for [a, b, prices] in months.into_iter().flatten().flatten() {
        assert!((b - 1.0 - (a - 1.0) * (a - 1.0)).abs() < 1e-14 && (prices - 1.0 - 0.1 * (a - 1.0)).abs() < 1e-14);
        distinct.push(a.to_bits());
    }
    distinct.sort_unstable();
    distinct.dedup();
    assert_eq!(distinct.len(), 40, "every month of history comes");
}

/// With prices that rise as the asset does, the real return is nought on every path.
#[test]
fn simulated_prices_are_those_of_the_same_months() {
    let plan = plan(&config(36, 3000, "inflation_column = \"a\"", "", ""), &lively_history(120));
    let pool = &run(&plan).pools["a"];
    for statistic in [Statistic::Q05, Statistic::MEDIAN, Statistic::Q95] {
        let real = pool[PoolFigure::RealReturn(Term::Horizon, statistic)];
        assert!(real.value.abs() < 1e-4, "{statistic}: {real:?}");
    }
    assert!(pool[PoolFigure::NominalReturn(Term::Horizon, Statistic::Q95)].value > 0.05);
}

/// The mean of logs, and the mean of growth over a year, are moved to what is asked for: exactly, whatever rows follow
/// each other.
#[test]
fn means_are_moved_to_the_expected_returns() {
    for bootstrap in ["mean_block_months = 6", "mean_block_months = 24, align_calendar_months = true"] {
        let (a, b) = (", expected_return.geometric = 0.045", ", expected_return.arithmetic = 0.065");
        let plan = plan(&config(24, 1, bootstrap, a, b), &lively_history(125));
        for (year, growth) in yearly(&plan)[0].iter().enumerate() {
            let logs: Vec<f64> = growth.iter().map(|growth| growth.ln()).collect();
            let (mean, error) = mean_and_error(&logs);
            assert!((mean - 1.045_f64.ln()).abs() < 4.0 * error, "{bootstrap}, year {year}: {mean} ± {error}");
        }
        for (year, growth) in yearly(&plan)[1].iter().enumerate() {
            let (mean, error) = mean_and_error(growth);
            assert!((mean - 1.065).abs() < 4.0 * error, "{bootstrap}, year {year}: {mean} ± {error}");
        }
    }
}

/// An asset without an expected return keeps history's mean.
#[test]
fn without_an_expected_return_the_mean_is_historys() {
    let rows = lively(120);
    let plan = plan(&config(24, 1, "", "", ""), &lively_history(120));
    let exact = rows.iter().map(|row| (1.0 + row[0]).ln()).sum::<f64>() / 10.0;
    let logs: Vec<f64> = yearly(&plan)[0][0].iter().map(|growth| growth.ln()).collect();
    let (mean, error) = mean_and_error(&logs);
    assert!((mean - exact).abs() < 4.0 * error, "{mean} ± {error} against {exact}");
}

/// The row that each month of each path is, by block, month and path.
fn rows(plan: &Plan, blocks: u64) -> Vec<Vec<Vec<usize>>> {
    let Law::Bootstrap(law) = &plan.market.law else { panic!("a bootstrap") };
    let growth: Vec<f64> = law.deviations().row(0).iter().map(|x| (law.mean()[0] + x).exp()).collect();
    world(plan, blocks, |step, lane| {
        let found = step.growth(0)[lane];
        growth.iter().position(|growth| (growth - found).abs() < 1e-12).expect("a month of history")
    })
}

/// Returns that tell their month.
fn numbered(months: usize) -> String {
    history("a,b", months, |month| format!("{:.6},0.001", 0.0004 * f64::from(u32::try_from(month).unwrap()) - 0.02))
}

#[test]
fn blocks_are_of_geometric_length_and_begin_anywhere() {
    let length = 8.0_f64;
    let plan = plan(&config(240, 1, "mean_block_months = 8", "", ""), &numbered(97));
    let blocks = rows(&plan, 20);
    // A new block may by chance go on where the old one ended.
    let go_on = 1.0 - 1.0 / length + 1.0 / length / 97.0;
    let mut lengths = Vec::new();
    let mut begun = [0_u32; 97];
    for block in &blocks {
        for lane in 0..256 {
            let mut since = 0;
            for month in 1..240 {
                if block[month][lane] != (block[month - 1][lane] + 1) % 97 {
                    begun[block[month][lane]] += 1;
                    if since < 140 {
                        lengths.push(month - since);
                    }
                    since = month;
                }
            }
        }
    }
    let n = f64::from(u32::try_from(lengths.len()).unwrap());
    for longer in [1, 2, 5, 8, 16] {
        let expected = go_on.powi(longer);
        let months = usize::try_from(longer).unwrap();
        let found = f64::from(u32::try_from(lengths.iter().filter(|&&length| length > months).count()).unwrap()) / n;
        // Blocks longer than the months left are missing: fewer than one in a thousand.
        let error = (expected * (1.0 - expected) / n).sqrt();
        assert!((found - expected).abs() < 4.0 * error + 1e-3, "longer than {longer}: {found} against {expected}");
    }
    let all = f64::from(begun.iter().sum::<u32>());
    for (row, &count) in begun.iter().enumerate() {
        let expected = all / 97.0;
        // The furthest of 97 counts lies beyond 4.5 deviations as rarely as one alone beyond 3.4.
        assert!((f64::from(count) - expected).abs() < 4.5 * expected.sqrt(), "row {row}: {count} against {expected}");
    }
}

/// Histories of 60, 100 and 130 months are cut to whole years, and then each month of each path is one of its calendar
/// month.
#[test]
fn aligned_months_are_of_their_calendar_month() {
    for months in [60, 100, 130] {
        let plan = plan(&config(60, 1, "align_calendar_months = true", "", ""), &numbered(months));
        let Law::Bootstrap(law) = &plan.market.law else { panic!("a bootstrap") };
        assert_eq!(law.rows().count(), months - months % 12);
        let first = law.first.month_of_year() - 1;
        for (month, lanes) in rows(&plan, 3).iter().flatten().enumerate() {
            let due = u32::try_from(month % 60 % 12).unwrap();
            for &row in lanes {
                assert_eq!((first + u32::try_from(row).unwrap()) % 12, due, "{months} months, month {month}");
            }
        }
    }
}

#[test]
fn only_the_months_asked_for_are_drawn() {
    let plan = plan(&config(60, 1, "from = \"2001-01\", until = \"2002-06\"", "", ""), &numbered(60));
    let Law::Bootstrap(law) = &plan.market.law else { panic!("a bootstrap") };
    assert_eq!((law.first.to_string(), law.rows().count()), ("2001-01".to_owned(), 18));
    let found = world(&plan, 2, |step, lane| step.growth(0)[lane] - 1.0);
    let [low, high] = [12.0, 29.0].map(|month| 0.0004 * month - 0.02);
    assert!(found.iter().flatten().flatten().all(|&x| x > low - 1e-9 && x < high + 1e-9));
}

/// Months at either end where some column has no value are left out; so is what the columns not used lack.
#[test]
fn the_months_drawn_are_those_in_which_the_columns_used_have_values() {
    let rows = history("a,b,c", 60, |month| match month {
        0..12 => "0.01,,0.02".to_owned(),
        30 => "0.01,0.02,".to_owned(),
        59 => ",0.01,0.02".to_owned(),
        _ => "0.01,-0.02,0.01".to_owned(),
    });
    let Law::Bootstrap(law) = plan(&config(12, 1, "", "", ""), &rows).market.law.clone() else { panic!("a bootstrap") };
    assert_eq!((law.first.to_string(), law.rows().count()), ("2001-01".to_owned(), 47));
    let gap = load(&config(12, 1, "", "", ", column = \"c\""), &[("history.csv", rows.as_bytes())]);
    assert!(gap.is_err_and(|told| told.contains("no value of c for 2002-07")));
}

/// Each month takes its numbers whether a block ends or not.
#[test]
fn another_length_of_blocks_shifts_no_draw() {
    let of =
        |length: &str| rows(&plan(&config(120, 1, &format!("mean_block_months = {length}"), "", ""), &numbered(97)), 4);
    let (one, other) = (of("12"), of("12.001"));
    let months = one.iter().flatten().flatten().zip(other.iter().flatten().flatten());
    let same = months.filter(|(one, other)| one == other).count();
    assert!(same > 4 * 120 * 256 * 99 / 100, "{same}");
    for (longer, shorter) in of("6").iter().zip(&of("2")) {
        assert_eq!(longer[0], shorter[0]);
    }
}

/// What is found for the length of blocks is told; a history that asks for longer blocks gets them.
#[test]
fn an_automatic_length_is_told() {
    let plan = plan(&config(24, 1, "mean_block_months = \"automatic\"", "", ""), &lively_history(240));
    let Law::Bootstrap(law) = &plan.market.law else { panic!("a bootstrap") };
    let length = 1.0 / law.rows().end();
    assert!((2.0..30.0).contains(&length), "{length}");
    let notes = plan.market_notes();
    assert!(
        notes[0].to_string().contains(&format!("in blocks of {length:.2} months on average (automatic)")),
        "{notes:?}"
    );
    assert!(run(&plan).conventions["market"].contains("2000-01 to 2019-12 (240 months)"));
}
