//! Breaches and their causes as tables.

use super::{BUT_FIRST, Style, grid};
use crate::numerics::real;
use crate::plan::Plan;
use crate::stats::Estimate;
use crate::stats::figure::Unit;
use crate::study::breaches::{Breaches, Cause, FloorCost, PoolBreaches};
use crate::texts::{Language, Message, message};

/// The breaches of each pool.
#[must_use]
pub fn page(breaches: &Breaches, plan: &Plan, language: Language, style: Style) -> String {
    let mut page = String::new();
    for pool in &plan.pools {
        if let Some(found) = breaches.pools.get(&pool.name) {
            page += &sections(found, language.of(&pool.label), breaches.paths, language, style);
        }
    }
    if page.is_empty() {
        page = format!("{}\n\n", language.text(message!(breaches_no_floor)));
    }
    let paths = language.number(real(breaches.paths), 0);
    let (seed, version) = (breaches.seed, &breaches.skans);
    let caption = if breaches.paths == 1 {
        message!(breaches_caption_of_one, paths, seed, version)
    } else {
        message!(breaches_caption, paths, seed, version)
    };
    page + &language.text(caption) + "\n"
}

fn sections(pool: &PoolBreaches, label: &str, paths: u64, language: Language, style: Style) -> String {
    let breaches = language.number(real(pool.episodes), 0);
    let heading = if paths == 1 {
        message!(breaches_heading_of_one, pool = label, breaches)
    } else if pool.episodes == 0 {
        message!(breaches_no_breach, pool = label, bound = language.figure(pool.p_breach, Unit::Fraction))
    } else {
        let probability = language.figure(pool.p_breach, Unit::Fraction);
        message!(breaches_heading, pool = label, breaches, count = pool.episodes, probability)
    };
    let mut sections = vec![language.text(heading)];
    if pool.episodes > 0 {
        sections.push(table(
            &language.texts([
                message!(breaches_columns_cause),
                message!(breaches_columns_main_cause),
                message!(breaches_columns_taken),
            ]),
            causes(pool, language),
            style,
        ));
        let circumstances = circumstances(pool, language);
        if !circumstances.is_empty() {
            sections.push(table(
                &language.texts([message!(breaches_circumstances_head), message!(breaches_circumstances_share)]),
                circumstances,
                style,
            ));
        }
    }
    if let Some(cost) = &pool.cost {
        let share = language.percent(cost.share, 1);
        let head = [
            message!(breaches_cost_head),
            message!(breaches_cost_rule),
            message!(breaches_cost_static_mix, share),
            message!(breaches_cost_difference),
        ];
        let one = cost.share_paths == 1;
        let caption = language.text(if one {
            message!(breaches_cost_caption_of_one)
        } else {
            message!(breaches_cost_caption, paths = language.number(real(cost.share_paths), 0))
        });
        let mut rows = costs(cost, language);
        if one {
            rows.truncate(1);
            rows[0][0] = language.text(message!(breaches_one_return));
        }
        sections.push(format!("{}\n{caption}", table(&language.texts(head), rows, style)));
    }
    sections.join("\n\n") + "\n\n"
}

fn table<const N: usize>(head: &[String; N], rows: Vec<[String; N]>, style: Style) -> String {
    grid(style, head, rows, BUT_FIRST).trim_end().to_owned()
}

fn causes(pool: &PoolBreaches, language: Language) -> Vec<[String; 3]> {
    let part = |estimate: Estimate| language.figure(estimate, Unit::Ratio);
    let lines = pool
        .causes
        .iter()
        .map(|line| [language.text(cause(line.cause)), language.figure(line.main, Unit::Fraction), part(line.taken)]);
    let mut rows: Vec<[String; 3]> = lines.collect();
    rows.push([
        language.text(message!(breaches_together)),
        language.figure(pool.together, Unit::Fraction),
        String::new(),
    ]);
    rows.push([language.text(message!(breaches_cushion)), String::new(), part(pool.cushion)]);
    rows.push([language.text(message!(breaches_depth)), String::new(), part(pool.depth)]);
    rows
}

/// A cause in words.
pub(in crate::report) fn cause(cause: Cause) -> Message {
    match cause {
        Cause::Equities => message!(breaches_causes_equities),
        Cause::FixedIncome => message!(breaches_causes_fixed_income),
        Cause::Lag => message!(breaches_causes_lag),
        Cause::NotTraded => message!(breaches_causes_no_trade),
        Cause::TradingCost => message!(breaches_causes_trading_cost),
        Cause::Fee => message!(breaches_causes_fee),
        Cause::FloorRise => message!(breaches_causes_level),
        Cause::Flows => message!(breaches_causes_payments),
    }
}

fn circumstances(pool: &PoolBreaches, language: Language) -> Vec<[String; 2]> {
    [
        (message!(breaches_after_jump), pool.after_jump),
        (message!(breaches_equities_beyond), pool.equities_beyond_stress),
        (message!(breaches_fixed_income_beyond), pool.fixed_income_beyond_stress),
    ]
    .into_iter()
    .filter_map(|(name, estimate)| Some([language.text(name), language.figure(estimate?, Unit::Fraction)]))
    .collect()
}

fn costs(cost: &FloorCost, language: Language) -> Vec<[String; 4]> {
    let part = |estimate: Estimate| language.figure(estimate, Unit::Ratio);
    let FloorCost { rule, mix, .. } = cost;
    vec![
        [language.text(message!(breaches_mean)), part(rule.mean), part(mix.mean), part(cost.mean_cost)],
        [language.text(message!(breaches_q05)), part(rule.q05), part(mix.q05), part(cost.q05_cost)],
        [
            language.text(message!(breaches_p_breach)),
            language.figure(rule.p_breach, Unit::Fraction),
            language.figure(mix.p_breach, Unit::Fraction),
            String::new(),
        ],
    ]
}
