//! Plans on the same paths: the figures are those of runs, and the errors of differences are what differences scatter
//! by.

use std::ops::ControlFlow;

use indexmap::IndexMap;
use skans::config;
use skans::plan::Plan;
use skans::report::table::Style;
use skans::stats::Estimate;
use skans::stats::figure::{Branch, Figure, FigureName, PoolFigure, Statistic};
use skans::study::compare::yardstick::add_common_falls;
use skans::study::compare::{Compared, Difference, align, compare};
use skans::study::sweep::{Axis, MEAN_RETURN, OF_POOL, RuleOutcome, SHORTFALL, Sweep};
use skans::texts::Language;

fn plan(floor: f64, more: &str) -> Plan {
    let text = format!(
        r#"
        start = "2021-12"
        horizon_months = 60
        paths = 2000
        seed = 3
        [market]
        model = "lognormal"
        assets.equity = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.20 }}
        assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.01, volatility.log = 0.05 }}
        correlations.equity.bonds = 0.1
        {more}
        [pools.long]
        opening_value_mnkr = 1000
        expected_return = 0.04
        equities = {{ equity = 1 }}
        fixed_income = {{ bonds = 1 }}
        rule = {{ kind = "dynamic", equity_stress = 0.25 }}
        rebalancing = {{ cost_bp = 5 }}
        floor = {{ kind = "rolling-high", share = {floor:?} }}
        payments = [{{ amount_mnkr = 205, from = "2022-12", every = "year" }}]
        "#
    );
    config::from_text("test", &text).unwrap_or_else(|problems| panic!("{}", problems[0]))
}

const DEPTH: Figure = Figure::Pool(PoolFigure::DepthExPost(Statistic::Mean));
const MEDIAN_RECOVERY: PoolFigure = PoolFigure::RecoveryMonths(Statistic::MEDIAN);

fn compared(mut plans: Vec<Plan>) -> Compared {
    align(&mut plans, &[1, 3]).unwrap();
    compare(&plans, &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn the_figures_are_those_of_runs_to_the_bit() {
    let other_world = plan(0.9, "copula = { kind = \"t\", degrees_of_freedom = 5 }");
    let plans = vec![plan(0.85, ""), other_world, plan(0.8, "")];
    let compared = compared(plans.clone());
    assert_eq!(compared.results.len(), 3);
    for (mut plan, result) in plans.into_iter().zip(&compared.results) {
        plan.seed = result.summary.seed;
        add_common_falls(&mut plan.outputs);
        let alone: IndexMap<FigureName, Estimate> = crate::case::run(&plan).figures().into_iter().collect();
        let beside = result.summary.figures();
        assert!(beside.len() > 150);
        for (name, estimate) in beside {
            let bits = |estimate: &Estimate| [estimate.value, estimate.standard_error].map(f64::to_bits);
            assert_eq!(bits(&estimate), bits(&alone[&name]), "{name}");
        }
    }
}

#[test]
fn every_figure_is_paired() {
    let compared = compared(vec![plan(0.85, ""), plan(0.9, "")]);
    let [differences] = &compared.differences[..] else { panic!("one pool") };
    assert_eq!(differences.figures.len(), compared.results[0].summary.figures().len());
    // Quantiles of the months to recovery are whole numbers, and a share's may lie at a bound.
    let apart = |figure: &Figure| {
        use PoolFigure::{EquityShareAt, RecoveryMonths};
        matches!(figure, Figure::Pool(EquityShareAt(..) | RecoveryMonths(Statistic::Quantile(_))))
    };
    let unpaired: Vec<_> = differences.figures.iter().filter(|(name, of)| !of.paired && !apart(name)).collect();
    assert!(unpaired.is_empty(), "{unpaired:?}");
    let gaining = differences.figures.values().filter(|of| of.gain > 1.2).count();
    assert!(gaining > differences.figures.len() * 3 / 4);
    let Difference { estimate, gain, paired, .. } = differences.figures[&Figure::Pool(MEDIAN_RECOVERY)];
    assert!(!paired && (gain - 1.0).abs() < 1e-12);
    let [first, other] = [0, 1].map(|plan| compared.results[plan].summary.pools["long"][MEDIAN_RECOVERY].interval);
    assert!((estimate.interval[0] - (other[0] - first[1])).abs() < 1e-12, "as far as the figures' own intervals");
    assert!((estimate.interval[1] - (other[1] - first[0])).abs() < 1e-12);
}

#[test]
fn a_plan_does_not_differ_from_itself() {
    let compared = compared(vec![plan(0.85, ""), plan(0.85, "")]);
    let figures = &compared.differences[0].figures;
    let known = figures.values().filter(|of| of.paired && of.estimate.value.abs() < 1e-300).count();
    assert!(known > 150, "{known} of {}", figures.len());
    for (name, Difference { estimate, differs, paired, .. }) in figures {
        assert!(estimate.value.abs() < 1e-300 || estimate.value.is_nan(), "{name}");
        let certain = estimate.standard_error.is_nan() || estimate.standard_error < 1e-12;
        assert!(!differs && (certain || !paired), "{name}: {estimate:?}");
    }
}

/// Where none of the first 4096 paths breaches, nothing tells how the errors of two depths go together. The difference
/// says so, as do the table and its note.
#[test]
fn what_could_not_be_paired_is_marked() {
    let rarely_broken = |floor: f64| {
        let text = format!(
            r#"
            start = "2021-12"
            horizon_months = 60
            paths = 20000
            seed = 5
            [market]
            model = "lognormal"
            assets.equity = {{ class = "equity", expected_return.geometric = 0.06, volatility.log = 0.16 }}
            assets.bonds = {{ class = "fixed-income", expected_return.geometric = 0.01, volatility.log = 0.011 }}
            correlations.equity.bonds = 0.1
            [pools.long]
            opening_value_mnkr = 1000
            equities = {{ equity = 1 }}
            fixed_income = {{ bonds = 1 }}
            rule = {{ kind = "dynamic", equity_stress = 0.25, max_share = 0.6 }}
            floor = {{ kind = "rolling-high", share = {floor:?} }}
            "#
        );
        config::from_text("test", &text).unwrap_or_else(|problems| panic!("{}", problems[0]))
    };
    let mut plans = vec![rarely_broken(0.85), rarely_broken(0.84)];
    align(&mut plans, &[1]).unwrap();
    let compared = compare(&plans, &mut |_| ControlFlow::Continue(())).unwrap();
    let text = skans::report::table::compare::page(&plans, &compared, Language::En, Style::Markdown);
    let Difference { estimate, gain, paired, .. } = compared.differences[0].figures[&DEPTH];
    assert!(!paired && (gain - 1.0).abs() < 1e-12 && estimate.standard_error > 0.0, "{estimate:?}");
    let marked: Vec<&str> = text.lines().filter(|line| line.contains('¹')).collect();
    assert!(marked.len() == 2 && marked[0].contains("deepest breach"), "{marked:?}");
}

/// Over many seeds a difference scatters by its standard error, whatever the figure is. It may be the mean of
/// something, a probability, a quantile, a tail mean, or a mean over some paths only.
#[test]
fn differences_scatter_by_their_paired_errors() {
    const SEEDS: u32 = 80;
    let names = [
        "return.horizon.nominal.mean",
        "return.y3.nominal.q05",
        "value.horizon.q50",
        "value.horizon.mean",
        "loss.y1.es95",
        "loss.horizon.var95",
        "loss.y1.p_loss",
        "breach.ex_post.horizon",
        "breach.depth_ex_post.mean",
        "breach.depth_ex_post.q95",
        "drawdown_rolling.depth.q50",
        "drawdown_all_time.p_over_15",
        "recovery.months.mean",
        "share.by_year.y3.q50",
        "flows.p_unpaid.horizon",
    ];
    let mut found: IndexMap<&str, Vec<Estimate>> = IndexMap::new();
    for seed in 0..SEEDS {
        let mut plans = vec![plan(0.85, ""), plan(0.88, "")];
        plans[0].seed = u64::from(seed);
        let figures = &compared(plans).differences[0].figures;
        for name in names {
            let figure: PoolFigure = name.parse().unwrap();
            found.entry(name).or_default().push(figures[&Figure::Pool(figure)].estimate);
        }
    }
    for (name, estimates) in found {
        let values: Vec<f64> = estimates.iter().map(|estimate| estimate.value).collect();
        let (mean, error) = crate::case::mean_and_error(&values);
        let scatter = error * f64::from(SEEDS).sqrt();
        let errors: Vec<f64> = estimates.iter().map(|estimate| estimate.standard_error).collect();
        let ratio = crate::case::mean_and_error(&errors).0 / scatter;
        // The scatter of 80 differences is known to 8 %: four standard errors, and some for quantiles' widened
        // intervals.
        assert!((0.7..1.45).contains(&ratio), "{name}: stated error over scatter is {ratio:.2}");
        let inside = estimates.iter().filter(|of| (of.interval[0]..=of.interval[1]).contains(&mean)).count();
        assert!(inside * 100 > 86 * estimates.len(), "{name}: {inside} of {} intervals hold the mean", estimates.len());
    }
}

#[test]
fn another_model_is_unpaired_and_has_paths_of_its_own() {
    let mut other = plan(0.85, "copula = { kind = \"t\", degrees_of_freedom = 5 }");
    other.name = "other".to_owned();
    let mut plans = vec![plan(0.85, ""), other];
    align(&mut plans, &[1]).unwrap();
    assert_ne!(plans[0].seed, plans[1].seed);
    let compared = compare(&plans, &mut |_| ControlFlow::Continue(())).unwrap();
    let differences = &compared.differences[0];
    assert!(!differences.sides.paired && differences.figures.len() > 150);
    assert!(differences.figures.values().all(|of| !of.paired));
    let gains: Vec<f64> = differences.figures.values().map(|of| of.gain).filter(|gain| !gain.is_nan()).collect();
    assert!(gains.len() > 100 && gains.iter().all(|gain| (gain - 1.0).abs() < 1e-12), "{gains:?}");
}

#[test]
fn the_same_bits_on_one_thread_and_on_five() {
    let on = |threads| {
        let compared = skans::engine::with_threads(threads, || compared(vec![plan(0.85, ""), plan(0.9, "")])).unwrap();
        serde_json::to_string(&compared.differences).unwrap()
    };
    assert_eq!(on(1), on(5));
}

/// Each rule of a sweep has the figures of a run with its settings, and not another rule's.
#[test]
fn a_rule_of_a_sweep_is_a_run_with_its_settings() {
    let axes: Vec<Axis> = ["share=0.8,0.9", "months=6,24"].iter().map(|axis| axis.parse().unwrap()).collect();
    let with = |share: f64, months: u32| {
        let mut plan = plan(share, "");
        plan.pools[0].high.window_months = Some(months);
        plan
    };
    let plans = vec![with(0.8, 6), with(0.8, 24), with(0.9, 6), with(0.9, 24)];
    let sweep = Sweep { axes, present: plan(0.85, ""), plans: plans.clone() };
    let swept = sweep.keeping(&[3]).run("long", &mut |_| ControlFlow::Continue(())).unwrap();
    let settings: Vec<String> = swept.rules.iter().map(|rule| rule.settings.join(" ")).collect();
    assert_eq!(settings, ["0.8 6", "0.8 24", "0.9 6", "0.9 24"]);
    let shortfall = FigureName { branch: Branch::pool("long"), figure: SHORTFALL.into() };
    let present: IndexMap<FigureName, Estimate> = crate::case::run(&plan(0.85, "")).figures().into_iter().collect();
    for (plan, rule) in plans.iter().zip(&swept.rules) {
        let mut plan = plan.clone();
        add_common_falls(&mut plan.outputs);
        let alone: IndexMap<FigureName, Estimate> = crate::case::run(&plan).figures().into_iter().collect();
        let figures = rule.outcome.summary.figures();
        assert!(figures.len() > 100, "{}", figures.len());
        for (name, estimate) in figures {
            assert_eq!(estimate.value.to_bits(), alone[&name].value.to_bits(), "{name}");
        }
        let mean = |outcome: &RuleOutcome| outcome.figure(MEAN_RETURN).value;
        let difference = rule.against_present[&Figure::Pool(MEAN_RETURN)].estimate.value;
        assert!((difference - (mean(&rule.outcome) - mean(&swept.present))).abs() < 1e-15);
    }
    assert_eq!(swept.present.figure(SHORTFALL).value.to_bits(), present[&shortfall].value.to_bits());
}

/// More rules than are simulated at once: each and its difference to the present one are as if all were.
#[test]
fn rules_in_groups_are_rules_in_one_pass() {
    let axis: Axis = "share=0.70:0.839:0.001".parse().unwrap();
    let with = |share: &String| plan(share.parse().unwrap(), "").with_paths(300);
    let present = plan(0.85, "").with_paths(300);
    let plans: Vec<Plan> = axis.values.iter().map(with).collect();
    let mut all = vec![present.clone()];
    all.extend(plans.iter().cloned());
    let one_pass = compared(all);
    let mut last = 0;
    let mut rising = |status: &skans::engine::Status| {
        assert!(status.paths > last && status.paths <= 300);
        last = status.paths;
        ControlFlow::Continue(())
    };
    let swept = Sweep { axes: vec![axis], present, plans }.keeping(&[1, 3]).run("long", &mut rising).unwrap();
    assert_eq!((swept.rules.len(), last), (140, 300));
    for (rule, differences) in swept.rules.iter().zip(&one_pass.differences) {
        for (name, difference) in &rule.against_present {
            let bits = |of: &Difference| [of.estimate.value, of.estimate.standard_error, of.gain].map(f64::to_bits);
            assert_eq!(bits(difference), bits(&differences.figures[name]), "{name}");
        }
        assert_eq!(rule.against_present.len(), OF_POOL.len() + 1);
    }
}

#[test]
fn what_has_fewer_paths_than_the_first_is_not_compared() {
    let returns: Vec<(f64, f64)> = vec![(0.01, 0.0); 60];
    let pool = r#"
        [pools.long]
        opening_value_mnkr = 1
        equities = { equity = 1 }
        rule = { kind = "static", share = 1 }
        "#;
    let refused = align(&mut [plan(0.85, ""), crate::case::given_path(&returns, pool)], &[1]).unwrap_err().to_string();
    assert!(refused.contains("found paths = 1 at most, allowed: 2000"), "{refused}");
}

/// First pools that all plans have in common are simulated once: figures of pools and total stay those of a run,
/// whichever pool varies.
#[test]
fn pools_in_common_change_no_figure() {
    let loaded = config::load(std::path::Path::new("configs/region-norrbotten.toml"), &[]).unwrap();
    let present = loaded.plan.with_paths(300);
    for varied in [Some(0), Some(1), Some(2), None] {
        let mut other = present.clone();
        if let Some(varied) = varied {
            let pool = &mut other.pools[varied];
            pool.opening_value = crate::case::amount(1.5 * pool.opening_value.get());
        }
        let compared = compared(vec![present.clone(), other.clone()]);
        for (mut plan, result) in [present.clone(), other].into_iter().zip(&compared.results) {
            add_common_falls(&mut plan.outputs);
            let alone: IndexMap<FigureName, Estimate> = crate::case::run(&plan).figures().into_iter().collect();
            assert!(result.summary.figures().len() > 500);
            for (name, estimate) in result.summary.figures() {
                let bits = |of: &Estimate| [of.value, of.standard_error].map(f64::to_bits);
                assert_eq!(bits(&estimate), bits(&alone[&name]), "{name}, pool {varied:?} varied");
            }
        }
    }
}
