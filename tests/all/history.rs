//! Histories for trying, and runs of two assets on them.

use std::fmt::Write as _;

use skans::plan::Plan;

use crate::case::{plan_with, world};

/// A history of so many months from 2000-01 of the columns named.
pub fn history(columns: &str, months: usize, row: impl Fn(usize) -> String) -> String {
    (0..months).fold(format!("date,{columns}\n"), |mut text, month| {
        let _ = writeln!(text, "{:04}-{:02},{}", 2000 + month / 12, month % 12 + 1, row(month));
        text
    })
}

/// Pools `a` and `b` of an asset each, under the table `[market.bootstrap]` given.
pub fn config(months: u32, paths: u64, bootstrap: &str, a: &str, b: &str) -> String {
    format!(
        r#"
        start = "2020-12"
        horizon_months = {months}
        paths = {paths}
        seed = 5
        [market]
        model = "bootstrap"
        file = "history.csv"
        bootstrap = {{ {bootstrap} }}
        assets.a = {{ class = "equity" {a} }}
        assets.b = {{ class = "equity" {b} }}
        [pools.a]
        opening_value_mnkr = 1
        equities.a = 1.0
        rule = {{ kind = "static", share = 1.0 }}
        [pools.b]
        opening_value_mnkr = 1
        equities.b = 1.0
        rule = {{ kind = "static", share = 1.0 }}
        "#
    )
}

/// The plan of a configuration beside its history.
pub fn plan(text: &str, history: &str) -> Plan {
    plan_with(text, &[("history.csv", history.as_bytes())])
}

/// Numbers that follow their predecessors, some of them large: a history with clusters.
pub fn lively(months: usize) -> Vec<[f64; 2]> {
    let (mut state, mut level, mut volatility) = (7_u64, 0.0, 0.03);
    let mut normal = || {
        let mut sum = -6.0;
        for _ in 0..12 {
            state = state * 48_271 % 2_147_483_647;
            sum += f64::from(u32::try_from(state).unwrap()) / 2_147_483_647.0;
        }
        sum
    };
    (0..months)
        .map(|_| {
            let (one, other) = (normal(), normal());
            let shock: f64 = volatility * one;
            volatility = (0.7 * volatility * volatility + 0.0002 + 0.3 * shock * shock).sqrt();
            level = 0.4 * level + shock;
            [level + 0.004, 0.3 * level + 0.01 * other + 0.002]
        })
        .collect()
}

/// The same, as a file.
pub fn lively_history(months: usize) -> String {
    let rows = lively(months);
    history("a,b", months, |month| format!("{:?},{:?}", rows[month][0], rows[month][1]))
}

/// Growth over the first and over the second year, of both pools.
pub fn yearly(plan: &Plan) -> [[Vec<f64>; 2]; 2] {
    let months = world(plan, 300, |step, lane| [step.growth(0)[lane], step.growth(1)[lane]]);
    let over = |asset: usize, span: std::ops::Range<usize>| {
        let of = |block: &Vec<Vec<[f64; 2]>>, lane: usize| {
            block[span.clone()].iter().map(|month| month[lane][asset]).product::<f64>()
        };
        months.iter().flat_map(|block| (0..256).map(move |lane| of(block, lane))).collect()
    };
    [0, 1].map(|asset| [over(asset, 0..12), over(asset, 12..24)])
}
