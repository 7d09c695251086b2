//! Why the floor is broken: a bar for each cause.

use super::font::{self, Weight};
use super::frame::{self, AxisUnit, MARGIN, TOP};
use super::labels::SIZE;
use super::rows::RowPlot;
use super::scale::{AxisScale, or_zero};
use super::scene::{Anchor, Area, BAR, BLACK, DARK_BLUE, GREY, SOLID, Scene, Text, WIDTH};
use super::spread::ends;
use super::{Chart, source_of};
use crate::numerics::real;
use crate::plan::{Plan, Pool};
use crate::report::table::breaches::cause;
use crate::stats::Estimate;
use crate::study::breaches::{Breaches, PoolBreaches};
use crate::texts::{Language, message};

/// The least room between two columns of words.
const APART: f64 = 40.0;

/// A bar: its name, how often, and what it took.
struct CauseBar {
    name: String,
    main: Estimate,
    taken: Option<Estimate>,
}

/// `breaches-…`: of each pool that has breaches.
#[must_use]
pub fn breaches(found: &Breaches, plan: &Plan, language: Language) -> Vec<Chart> {
    let with_breaches = |pool: &&Pool| found.pools.get(&pool.name).is_some_and(|found| found.episodes > 0);
    plan.pools
        .iter()
        .filter(with_breaches)
        .map(|pool| chart(&found.pools[&pool.name], pool, found, plan, language))
        .collect()
}

fn rows(pool: &PoolBreaches, language: Language) -> Vec<CauseBar> {
    let mut rows: Vec<CauseBar> = pool
        .causes
        .iter()
        .map(|line| CauseBar { name: language.text(cause(line.cause)), main: line.main, taken: Some(line.taken) })
        .collect();
    rows.sort_by(|a, b| b.main.value.total_cmp(&a.main.value));
    rows.push(CauseBar { name: language.text(message!(breaches_together)), main: pool.together, taken: None });
    rows
}

fn chart(found: &PoolBreaches, pool: &Pool, all: &Breaches, plan: &Plan, language: Language) -> Chart {
    let number = |count: u64| language.number(real(count), 0);
    let title = language.text(message!(breaches_chart_title, pool = language.of(&pool.label)));
    let (breaches, paths) = (number(found.episodes), number(all.paths));
    let note = language.text(message!(breaches_chart_note, breaches, count = found.episodes, paths));
    let source = source_of((&all.skans, all.paths, all.seed), plan.market.world_label(), language);
    let taken = language.text(message!(breaches_chart_taken));
    let mut scene = frame::sheet(&title, &note, &source);
    let rows = rows(found, language);
    let printed: Vec<[String; 2]> = rows
        .iter()
        .map(|row| [language.fraction(row.main), row.taken.map_or_else(String::new, |taken| language.ratio(taken))])
        .collect();
    let width = |words: &str| font::width(words, SIZE, Weight::Regular);
    let widest = |column: usize| printed.iter().map(|printed| width(&printed[column])).fold(0.0, f64::max);
    let behind = widest(0) + 16.0 + APART + widest(1).max(width(&taken));
    let names: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
    let scale = AxisScale::from_zero(rows.iter().map(|row| top(row.main)).fold(0.01, f64::max).min(1.0));
    // One row more, for what the parts add up to.
    let plot = RowPlot::new(&names, (scale, AxisUnit::Percent), rows.len() + 1, behind, language);
    plot.axis(&mut scene);
    for (place, (row, printed)) in rows.iter().zip(&printed).enumerate() {
        plot.name(&mut scene, place, &row.name);
        bar(&mut scene, &plot, place, row.main, printed);
    }
    let right = WIDTH - MARGIN;
    scene.text(Text::new(taken, (right, TOP - 14.0), Anchor::Right, SIZE, GREY));
    let [cushion, depth] = [found.cushion, found.depth].map(|part| language.ratio(part));
    let foot = language.text(message!(breaches_chart_foot, cushion, depth));
    scene.text_on_white(Text::new(foot, (right, plot.down(rows.len())), Anchor::Right, SIZE, GREY));
    Chart { name: format!("breaches-{}", pool.name), title, scene }
}

/// A bar with its error, how often, and what was taken.
fn bar(scene: &mut Scene, plot: &RowPlot, place: usize, main: Estimate, [often, taken]: &[String; 2]) {
    let (middle, half) = (plot.down(place), (0.32 * plot.height()).min(26.0));
    let end = plot.across(or_zero(main.value));
    scene.rectangle(Area { left: plot.across(0.0), top: middle - half, right: end, bottom: middle + half }, BAR);
    let bounds = ends(main).map(|bound| plot.across(or_zero(bound)));
    scene.line(bounds.map(|x| (x, middle)).to_vec(), 2.4, DARK_BLUE, SOLID);
    for x in bounds {
        scene.line(vec![(x, middle - 7.0), (x, middle + 7.0)], 2.4, DARK_BLUE, SOLID);
    }
    scene.text_on_white(Text::new(often, (bounds[1].max(end) + 16.0, middle), Anchor::Left, SIZE, DARK_BLUE));
    scene.text(Text::new(taken, (WIDTH - MARGIN, middle), Anchor::Right, SIZE, BLACK));
}

/// The greatest that is drawn of an estimate.
fn top(estimate: Estimate) -> f64 {
    or_zero(estimate.interval[1]).max(or_zero(estimate.value))
}
