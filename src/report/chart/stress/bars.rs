//! All scenarios of one pool.

use super::StressedPool;
use crate::numerics::real;
use crate::report::chart::Chart;
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::{self, AxisUnit, LEFT, MARGIN};
use crate::report::chart::labels::SIZE;
use crate::report::chart::panel::Panel;
use crate::report::chart::scale::AxisScale;
use crate::report::chart::scene::{
    Anchor, Area, BAR, BLACK, DARK_BLUE, GREY, GRID, HEIGHT, Ink, RED, SIZE as SHEET, SOLID, Scene, Text, WIDTH,
};
use crate::study::stress::ScenarioOutcome;
use crate::texts::message;

/// Top of the bars, and their end above the sheet's lower edge.
const TOP: f64 = 132.0;
const FOOT: f64 = HEIGHT - 784.0;
/// Height of a scenario's bars: as much as there is room for, up to the first and not below the second.
const ROW: [f64; 2] = [110.0, 44.0];
/// The widest room for scenarios' names.
const NAMES: f64 = 420.0;
/// Distances between the edge of the sheet and the names, and between names and bars.
const EDGE: f64 = 62.0;
const GAP: f64 = 16.0;
/// Room for the numbers behind a bar, without the words behind them.
const BEHIND: f64 = 160.0;

/// `falls-POOL`: a bar for each scenario, of the pool and of all pools together.
pub(super) fn chart(stressed: &StressedPool) -> Chart {
    let outcomes = &stressed.stress.scenarios;
    let with_total = outcomes.iter().any(|outcome| outcome.total.is_some());
    let pool = stressed.label;
    let (title, mut note) = if with_total {
        (message!(stress_bars_title, pool), message!(stress_bars_note))
    } else {
        (message!(stress_bars_title_alone, pool), message!(stress_bars_note_alone))
    };
    if let Some(depth) = stressed.already_below() {
        note = message!(stress_bars_already, below = note, depth = stressed.depth(depth));
    }
    let [title, note] = stressed.language.texts([title, note]);
    let foot = stressed.text(message!(
        stress_bars_foot,
        version = &stressed.stress.skans,
        start = stressed.stress.start.to_string()
    ));
    let room = HEIGHT - FOOT - TOP;
    let row = (room / real(outcomes.len())).clamp(ROW[1], ROW[0]);
    let rows = row * real(outcomes.len());
    // More scenarios than there is room for make a taller sheet.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred rows")]
    let height = SHEET.1 + (rows - room).max(0.0).ceil() as u16;
    let mut scene = frame::sheet_of(height, &title, &note, &foot);
    let panel = panel(stressed, rows);
    grid(stressed, &mut scene, &panel);
    for (place, outcome) in outcomes.iter().enumerate() {
        bars(stressed, outcome, &mut scene, &panel, (TOP + row * real(place), row));
    }
    Chart { name: format!("falls-{}", stressed.pool.name), title, scene }
}

/// Falls across from 0.
fn panel(stressed: &StressedPool, rows: f64) -> Panel {
    let outcomes = &stressed.stress.scenarios;
    let names = outcomes.iter().map(|outcome| stressed.language.of(&outcome.label));
    let names = names.map(|name| font::width(name, SIZE, Weight::Regular)).fold(0.0, f64::max);
    let falls = outcomes.iter().flat_map(|outcome| {
        let total = outcome.total.iter().map(|total| total.fall_from_start.depth);
        total.chain([outcome.pools[&stressed.pool.name].fall_from_start.depth])
    });
    let left = (EDGE + names.min(NAMES) + GAP).max(LEFT);
    let below = font::width(&stressed.text(message!(stress_bars_below)), SIZE, Weight::Regular);
    Panel {
        place: Area { left, top: TOP, right: WIDTH - MARGIN - BEHIND - below, bottom: TOP + rows },
        x: AxisScale::from_zero(falls.fold(0.01, f64::max)),
        y: AxisScale { low: 0.0, high: 1.0, step: 1.0 },
    }
}

fn grid(stressed: &StressedPool, scene: &mut Scene, panel: &Panel) {
    let ticks = panel.x.ticks();
    for &tick in &ticks {
        let x = panel.across(tick);
        scene.line(vec![(x, panel.place.top), (x, panel.place.bottom)], 1.0, GRID, SOLID);
    }
    panel.number_axes(scene, AxisUnit::Percent, stressed.language);
}

/// The bars of one scenario, with its name before them and their numbers behind.
fn bars(stressed: &StressedPool, outcome: &ScenarioOutcome, scene: &mut Scene, panel: &Panel, (top, row): (f64, f64)) {
    let language = stressed.language;
    let pool = &outcome.pools[&stressed.pool.name];
    let name = font::cut(language.of(&outcome.label), SIZE, Weight::Regular, NAMES);
    let middle = top + 0.5 * row;
    scene.text(Text::new(name, (panel.place.left - GAP, middle), Anchor::Right, SIZE, BLACK));
    let ink = if pool.ex_post.is_some() { RED } else { DARK_BLUE };
    let mut printed = language.percent(pool.fall_from_start.depth, 1);
    let own = if outcome.total.is_some() { [top + 0.1 * row, middle] } else { [top + 0.2 * row, top + 0.8 * row] };
    bar(scene, panel, own, pool.fall_from_start.depth, ink);
    let mut end = panel.across(pool.fall_from_start.depth);
    if let Some(total) = &outcome.total {
        bar(scene, panel, [middle + 1.0, top + 0.9 * row], total.fall_from_start.depth, BAR);
        printed = format!("{printed} · {}", language.percent(total.fall_from_start.depth, 1));
        end = end.max(panel.across(total.fall_from_start.depth));
    }
    let text = Text::new(printed, (end + 10.0, middle), Anchor::Left, SIZE, GREY);
    let after = text.place().right;
    scene.text_on_white(text);
    if pool.ex_post.is_some() {
        scene.text_on_white(Text::new(
            stressed.text(message!(stress_bars_below)),
            (after + 12.0, middle),
            Anchor::Left,
            SIZE,
            RED,
        ));
    }
}

fn bar(scene: &mut Scene, panel: &Panel, [top, bottom]: [f64; 2], fall: f64, ink: Ink) {
    scene.rectangle(Area { left: panel.place.left, top, right: panel.across(fall), bottom }, ink);
}
