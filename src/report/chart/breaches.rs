//! Why the floor is broken: a bar for each cause.

use super::Chart;
use super::font::{self, Weight};
use super::frame::{self, BOTTOM, LEFT, MARGIN, Unit};
use super::scale::Scale;
use super::scene::{Anchor, BAR, BLACK, DARK_BLUE, GREY, GRID, Place, SOLID, Scene, Text, WIDTH};
use crate::plan::{Plan, Pool};
use crate::report::text::{Language, fill};
use crate::stats::Estimate;
use crate::stats::probability::real;
use crate::study::breaches::{Breaches, PoolBreaches};

/// Size of words.
const SIZE: f64 = 22.0;
/// Top of the bars.
const TOP: f64 = 178.0;
/// Bottom of the bars: the numbers below, and a line of words.
const END: f64 = BOTTOM - 46.0;

/// A bar: its name, how often, and what it took.
struct Row {
    name: &'static str,
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

fn rows(pool: &PoolBreaches, language: Language) -> Vec<Row> {
    let mut rows: Vec<Row> = pool
        .causes
        .iter()
        .map(|line| Row { name: language.cause(line.cause), main: line.main, taken: Some(line.taken) })
        .collect();
    rows.sort_by(|a, b| b.main.value.total_cmp(&a.main.value));
    rows.push(Row { name: language.breaches().together, main: pool.together, taken: None });
    rows
}

fn chart(found: &PoolBreaches, pool: &Pool, all: &Breaches, plan: &Plan, language: Language) -> Chart {
    let texts = &language.breaches().chart;
    let number = |count: u64| language.number(real(count), 0);
    let title = fill(texts.title, &[language.of(&pool.label)]);
    let note = fill(texts.note, &[&number(found.episodes), &number(all.paths)]);
    let all_texts = language.texts();
    let world = all_texts.world(&plan.market.world()).to_owned();
    let source = if all.paths == 1 {
        fill(all_texts.source_of_one, &[&all.skans, &all.seed.to_string(), &world])
    } else {
        fill(all_texts.source, &[&all.skans, &number(all.paths), &all.seed.to_string(), &world])
    };
    let mut scene = frame::sheet(&title, &note, &source);
    let rows = rows(found, language);
    let printed: Vec<[String; 2]> = rows
        .iter()
        .map(|row| [language.estimate(row.main), row.taken.map_or_else(String::new, |taken| language.signed(taken))])
        .collect();
    let columns = Columns::new(&rows, &printed, texts.taken);
    columns.grid(&mut scene, language);
    let height = (END - TOP) / real(rows.len() as u64);
    for (place, (row, printed)) in rows.iter().zip(&printed).enumerate() {
        columns.row(&mut scene, row, printed, TOP + height * (real(place as u64) + 0.5), height);
    }
    columns.axis(&mut scene);
    let right = WIDTH - MARGIN;
    scene.text(Text::new(texts.taken, (right, TOP - 24.0), Anchor::Right, SIZE, GREY));
    let foot = fill(texts.foot, &[&language.signed(found.cushion), &language.signed(found.depth)]);
    scene.text(Text::new(foot, (right, BOTTOM + 38.0), Anchor::Right, SIZE, GREY));
    Chart { name: format!("breaches-{}", pool.name), title, scene }
}

/// Where the parts of a row stand.
struct Columns {
    /// Left end of the bars.
    left: f64,
    /// Right end of the longest whisker's room.
    right: f64,
    scale: Scale,
}

impl Columns {
    fn new(rows: &[Row], printed: &[[String; 2]], heading: &str) -> Self {
        let width = |words: &str| font::width(words, SIZE, Weight::Regular);
        let names = rows.iter().map(|row| width(row.name)).fold(0.0, f64::max);
        let mains = printed.iter().map(|[main, _]| width(main)).fold(0.0, f64::max);
        let taken = printed.iter().map(|[_, taken]| width(taken)).fold(width(heading), f64::max);
        let greatest = rows.iter().map(|row| top(row.main)).fold(0.01, f64::max);
        Self {
            left: LEFT + names + 18.0,
            right: WIDTH - MARGIN - taken - 40.0 - mains - 18.0,
            scale: Scale::from_zero(greatest.min(1.0)),
        }
    }

    fn across(&self, share: f64) -> f64 {
        self.left + (self.right - self.left) * self.scale.part(share)
    }

    fn grid(&self, scene: &mut Scene, language: Language) {
        let mut free = 0.0;
        for tick in self.scale.ticks() {
            let x = self.across(tick);
            scene.line(vec![(x, TOP), (x, END)], 1.0, GRID, SOLID);
            let words = Unit::Percent.tick(tick, self.scale.step, language);
            let text = Text::new(words, (x, END + 26.0), Anchor::Middle, SIZE, GREY);
            if text.place().left >= free {
                free = text.place().right + 12.0;
                scene.text(text);
            }
        }
    }

    fn row(&self, scene: &mut Scene, row: &Row, [main, taken]: &[String; 2], middle: f64, height: f64) {
        let half = (0.32 * height).min(26.0);
        scene.text(Text::new(row.name, (self.left - 18.0, middle), Anchor::Right, SIZE, BLACK));
        let end = self.across(known(row.main.value));
        scene.rectangle(Place { left: self.left, top: middle - half, right: end, bottom: middle + half }, BAR);
        let [low, high] = row.main.interval.map(|bound| if bound.is_finite() { self.across(bound) } else { end });
        scene.line(vec![(low, middle), (high, middle)], 2.4, DARK_BLUE, SOLID);
        for x in [low, high] {
            scene.line(vec![(x, middle - 7.0), (x, middle + 7.0)], 2.4, DARK_BLUE, SOLID);
        }
        scene.text(Text::new(main.clone(), (high.max(end) + 16.0, middle), Anchor::Left, SIZE, DARK_BLUE));
        scene.text(Text::new(taken.clone(), (WIDTH - MARGIN, middle), Anchor::Right, SIZE, BLACK));
    }

    fn axis(&self, scene: &mut Scene) {
        scene.line(vec![(self.left, TOP), (self.left, END)], 1.5, GREY, SOLID);
    }
}

fn known(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

/// The greatest that is drawn of an estimate.
fn top(estimate: Estimate) -> f64 {
    known(estimate.interval[1]).max(known(estimate.value))
}
