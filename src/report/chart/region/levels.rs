//! Level lines: zero, and what is expected of each year.

use crate::report::chart::panel::Panel;
use crate::report::chart::scene::{BLACK, DASHED, Dash, GREY, Ink, SOLID, Scene};

/// A line at zero, where the axis goes on below it.
pub(super) fn zero(scene: &mut Scene, panel: &Panel) {
    if panel.y.low < 0.0 && panel.y.high > 0.0 {
        scene.line(panel.level(0.0), 1.8, GREY, SOLID);
    }
}

/// A level for each year, over the room of that year.
pub(super) fn steps(scene: &mut Scene, panel: &Panel, levels: &[(f64, f64)], (width, ink, dash): (f64, Ink, Dash)) {
    const HALF: f64 = 0.46;
    for &(year, level) in levels {
        scene.line(vec![panel.at((year - HALF, level)), panel.at((year + HALF, level))], width, ink, dash);
    }
}

/// The style of the budget's line.
pub(super) const BUDGET: (f64, Ink, Dash) = (2.6, BLACK, DASHED);
