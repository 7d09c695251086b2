//! A figure over two settings.

use super::{ShownFigure, SweepSubject};
use crate::numerics::real;
use crate::report::chart::Chart;
use crate::report::chart::font::{self, Weight};
use crate::report::chart::frame::{BOTTOM, LEFT, MARGIN, TOP};
use crate::report::chart::labels::SIZE;
use crate::report::chart::scene::{Anchor, Area, BLACK, DARK_BLUE, GREY, Ink, RED, SOLID, Scene, Text, WHITE, WIDTH};
use crate::stats::Estimate;
use crate::texts::message;

/// The palest colour of a cell.
const PALE: Ink = (238, 244, 250);
/// The shade from which a cell is so dark that its number is white.
const DARK: f64 = 0.5;

/// The place of the cells.
struct Cells {
    left: f64,
    width: f64,
    height: f64,
}

impl Cells {
    fn place(&self, row: usize, column: usize) -> Area {
        let (row, column) = (real(row), real(column));
        let (left, top) = (self.left + column * self.width, TOP + row * self.height);
        Area { left, top, right: left + self.width, bottom: top + self.height }
    }
}

/// `heat-…`: a cell for each pair of settings, the darker the greater, with its number where there is room.
pub(super) fn chart(grid: &SweepSubject, of: &ShownFigure, shown: [usize; 2]) -> Option<Chart> {
    let ShownFigure { figure, title, name } = of;
    let [down, across] = shown.map(|axis| grid.values(axis));
    let value = |row: usize, column: usize| {
        grid.rule(&shown, &[row, column]).map_or(Estimate::UNKNOWN, |rule| rule.figure(*figure))
    };
    let all: Vec<Vec<Estimate>> =
        (0..down.len()).map(|row| (0..across.len()).map(|column| value(row, column)).collect()).collect();
    let finite = all.iter().flatten().map(|estimate| estimate.value).filter(|value| value.is_finite());
    let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    if low > high {
        return None;
    }
    let [row, column] = shown.map(|axis| grid.key(axis));
    let mut note = grid.text(message!(sweep_heat_note, row, column));
    if shown.iter().all(|axis| grid.present[*axis].is_some()) {
        note += &grid.text(message!(sweep_framed));
    }
    let mut scene = grid.sheet(title, &(note + &grid.note_of_held(&shown)));
    let names = down.iter().map(|name| font::width(name, SIZE, Weight::Regular)).fold(0.0, f64::max);
    let left = LEFT + names + 24.0;
    let cells =
        Cells { left, width: (WIDTH - MARGIN - left) / real(across.len()), height: (BOTTOM - TOP) / real(down.len()) };
    let decimals = all.iter().flatten().map(decimals).min().unwrap_or(0);
    for (row, estimates) in all.iter().enumerate() {
        for (column, estimate) in estimates.iter().enumerate() {
            let words = grid.language.number(100.0 * estimate.value, decimals);
            let part = if high > low { (estimate.value - low) / (high - low) } else { 0.0 };
            cell(&mut scene, words, &cells.place(row, column), part);
        }
    }
    if let [Some(row), Some(column)] = shown.map(|axis| grid.present[axis]) {
        frame(&mut scene, &cells.place(row, column));
    }
    axes(&mut scene, &cells, &down, &across);
    Some(Chart { name: format!("heat-{name}"), title: title.clone(), scene })
}

/// The number of decimals that the error allows, two at most.
fn decimals(estimate: &Estimate) -> usize {
    let half = estimate.half_width();
    if half < 0.000_1 { 2 } else { usize::from(half < 0.005) }
}

/// A cell, as dark as `part` of the way from the least to the greatest; white where nothing is known.
fn cell(scene: &mut Scene, words: String, place: &Area, part: f64) {
    let ink = if part.is_finite() { mixed(part) } else { WHITE };
    scene.rectangle(place.grown(-1.0), ink);
    let middle = (0.5 * (place.left + place.right), 0.5 * (place.top + place.bottom));
    let text = Text::new(words, middle, Anchor::Middle, SIZE, if part > DARK { WHITE } else { BLACK });
    if place.grown(-3.0).holds(&text.place()) {
        scene.text(text);
    }
}

/// The ink between the palest and the darkest.
fn mixed(part: f64) -> Ink {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two colours")]
    let mix = |pale: u8, dark: u8| (f64::from(pale) + part * (f64::from(dark) - f64::from(pale))).round() as u8;
    (mix(PALE.0, DARK_BLUE.0), mix(PALE.1, DARK_BLUE.1), mix(PALE.2, DARK_BLUE.2))
}

fn frame(scene: &mut Scene, place: &Area) {
    let Area { left, top, right, bottom } = *place;
    let corners = vec![(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    scene.line(corners, 4.5, RED, SOLID);
}

/// Values along both sides, as many as there is room for.
fn axes(scene: &mut Scene, cells: &Cells, down: &[String], across: &[String]) {
    let mut free = 0.0;
    for (row, name) in down.iter().enumerate() {
        let place = cells.place(row, 0);
        let text = Text::new(name, (cells.left - 14.0, 0.5 * (place.top + place.bottom)), Anchor::Right, SIZE, GREY);
        if text.place().top >= free {
            free = text.place().bottom + 4.0;
            scene.text(text);
        }
    }
    let mut free = 0.0;
    for (column, name) in across.iter().enumerate() {
        let place = cells.place(0, column);
        let text = Text::new(name, (0.5 * (place.left + place.right), BOTTOM + 26.0), Anchor::Middle, SIZE, GREY);
        if text.place().left >= free && text.place().right < WIDTH - 10.0 {
            free = text.place().right + 14.0;
            scene.text(text);
        }
    }
}
