//! Progress on standard error, on a terminal only.

use std::ops::ControlFlow;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::interrupt;
use crate::engine::Status;

/// A bar with paths a second, time left and the present standard error.
pub(super) struct Bar(ProgressBar);

impl Bar {
    /// For so many paths; hidden when asked to be quiet or where standard error is no terminal.
    pub(super) fn new(paths: u64, name: &str, quiet: bool) -> Self {
        let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(paths), target);
        let template = "{prefix} {bar:30} {percent:>3} %  {human_pos} paths, {per_sec}, {eta} left{msg}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_prefix(name.to_owned());
        Self(bar)
    }

    /// Shows how far the run is, and tells whether to go on.
    pub(super) fn show(&self, status: &Status) -> ControlFlow<()> {
        self.0.set_position(status.paths);
        if let Some(mean) = status.horizon_value {
            let percent = 100.0 * mean.standard_error / mean.value;
            self.0.set_message(format!(", standard error of the mean value {percent:.2} %"));
        }
        if interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.0.finish_and_clear();
    }
}
