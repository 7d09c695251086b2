//! The reference job at a million paths, against an independent simulation.

use std::ops::ControlFlow;

use serde_json::Value;
use skans::plan::FigureGroup;
use skans::stats::Estimate;
use skans::stats::figure::{PoolFigure, Statistic, Term};
use skans::study;

#[test]
fn every_figure_of_the_reference_job_agrees_with_an_independent_simulation() {
    let reference: Value = serde_json::from_str(include_str!("../cases/reference_job.json")).unwrap();
    let mut plan = skans::config::from_text("reference-job", include_str!("../../configs/reference-job.toml"))
        .unwrap_or_else(|problems| panic!("{}", problems[0]));
    plan.outputs.figures.push(FigureGroup::Trading);
    assert_eq!(plan.paths(), 1_000_000);
    let summary = study::run::run(&plan, &mut |_| ControlFlow::Continue(())).unwrap().summary;
    let pool = &summary.pools["long"];
    let figure = |name: &str| -> Estimate {
        match name {
            "breach_ante" => pool[PoolFigure::BreachExAnte(Term::Horizon)],
            "breach_post" => pool[PoolFigure::BreachExPost(Term::Horizon)],
            "mean_mdd" => pool[PoolFigure::AllTimeFall(Statistic::Mean)],
            "mean_share" => pool[PoolFigure::EquityShare],
            "lock" => pool[PoolFigure::CashLock],
            "turnover_per_year" => pool[PoolFigure::Turnover],
            "mean_terminal" => pool[PoolFigure::Value(Term::Horizon, Statistic::Mean)].scaled(1e-6),
            quantile => {
                let (level, months) = quantile[1..quantile.len() - 1].split_once('_').unwrap();
                let year = months.parse::<u32>().unwrap() / 12;
                let level = Statistic::Quantile(format!("q{level:0>2}").parse().unwrap());
                pool[PoolFigure::Value(Term::Years(year), level)].scaled(1e-6)
            }
        }
    };
    let expected = reference["expected"].as_object().unwrap();
    assert_eq!(expected.len(), 27);
    for (name, pair) in expected {
        let (value, error) = (pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap());
        let found = figure(name);
        let combined = error.hypot(found.standard_error);
        let distance = (found.value - value).abs() / combined;
        assert!(distance < 4.0, "{name}: {} against {value}, {distance:.1} combined standard errors", found.value);
    }
}
