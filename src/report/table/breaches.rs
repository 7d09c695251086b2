//! Breaches and their causes as tables.

use super::{BUT_FIRST, Style, grid};
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::text::fill;
use crate::stats::Estimate;
use crate::study::breaches::{Breaches, FloorCost, PoolBreaches};
use crate::texts::Language;

/// The breaches of each pool.
#[must_use]
pub fn page(breaches: &Breaches, plan: &Plan, language: Language, style: Style) -> String {
    let texts = language.breaches();
    let mut page = String::new();
    for pool in &plan.pools {
        if let Some(found) = breaches.pools.get(&pool.name) {
            page += &sections(found, language.of(&pool.label), breaches.paths, language, style);
        }
    }
    if page.is_empty() {
        page = format!("{}\n\n", texts.no_floor);
    }
    let paths = language.number(real(breaches.paths), 0);
    let caption = if breaches.paths == 1 { texts.caption_of_one } else { texts.caption };
    page + &fill(caption, &[&paths, &breaches.seed.to_string(), &breaches.skans]) + "\n"
}

fn sections(pool: &PoolBreaches, label: &str, paths: u64, language: Language, style: Style) -> String {
    let texts = language.breaches();
    let count = language.number(real(pool.episodes), 0);
    let heading = if paths == 1 {
        fill(texts.heading_of_one, &[label, &count])
    } else if pool.episodes == 0 {
        fill(texts.none, &[label, &language.estimate(pool.p_breach)])
    } else {
        fill(texts.heading, &[label, &count, &language.estimate(pool.p_breach)])
    };
    let mut sections = vec![heading];
    if pool.episodes > 0 {
        sections.push(table(&texts.columns.map(str::to_owned), causes(pool, language), style));
        let circumstances = circumstances(pool, language);
        if !circumstances.is_empty() {
            sections.push(table(&texts.circumstances.map(str::to_owned), circumstances, style));
        }
    }
    if let Some(cost) = &pool.cost {
        let share = language.percent(cost.share, 1);
        let head = texts.cost.map(|head| fill(head, &[&share]));
        let one = cost.share_paths == 1;
        let caption = if one { texts.cost_caption_of_one } else { texts.cost_caption };
        let caption = fill(caption, &[&language.number(real(cost.share_paths), 0)]);
        let mut rows = costs(cost, language);
        if one {
            rows.truncate(1);
            texts.one_return.clone_into(&mut rows[0][0]);
        }
        sections.push(format!("{}\n{caption}", table(&head, rows, style)));
    }
    sections.join("\n\n") + "\n\n"
}

fn table<const N: usize>(head: &[String; N], rows: Vec<[String; N]>, style: Style) -> String {
    grid(style, head, rows, BUT_FIRST).trim_end().to_owned()
}

fn causes(pool: &PoolBreaches, language: Language) -> Vec<[String; 3]> {
    let texts = language.breaches();
    let part = |estimate: Estimate| language.fraction(estimate);
    let lines = pool
        .causes
        .iter()
        .map(|line| [language.cause(line.cause).to_owned(), language.estimate(line.main), part(line.taken)]);
    let mut rows: Vec<[String; 3]> = lines.collect();
    rows.push([texts.together.to_owned(), language.estimate(pool.together), String::new()]);
    rows.push([texts.cushion.to_owned(), String::new(), part(pool.cushion)]);
    rows.push([texts.depth.to_owned(), String::new(), part(pool.depth)]);
    rows
}

fn circumstances(pool: &PoolBreaches, language: Language) -> Vec<[String; 2]> {
    let texts = language.breaches();
    [
        (texts.after_jump, pool.after_jump),
        (texts.equities_beyond, pool.equities_beyond_stress),
        (texts.fixed_income_beyond, pool.fixed_income_beyond_stress),
    ]
    .into_iter()
    .filter_map(|(name, estimate)| Some([name.to_owned(), language.estimate(estimate?)]))
    .collect()
}

fn costs(cost: &FloorCost, language: Language) -> Vec<[String; 4]> {
    let texts = language.breaches();
    let part = |estimate: Estimate| language.fraction(estimate);
    let FloorCost { rule, mix, .. } = cost;
    vec![
        [texts.mean.to_owned(), part(rule.mean), part(mix.mean), part(cost.mean_cost)],
        [texts.q05.to_owned(), part(rule.q05), part(mix.q05), part(cost.q05_cost)],
        [texts.p_breach.to_owned(), language.estimate(rule.p_breach), language.estimate(mix.p_breach), String::new()],
    ]
}
