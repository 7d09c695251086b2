//! Progress on standard error, on a terminal only.

use std::ops::ControlFlow;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::interrupt;
use super::options::ShowArgs;
use crate::engine::Status;
use crate::texts::{Argument, Language, message};

/// A bar with paths a second, time left and the present standard error.
pub(super) struct Bar {
    bar: ProgressBar,
    language: Language,
}

impl Bar {
    /// For so many paths; hidden when asked to be quiet or where standard error is no terminal.
    pub(super) fn new(paths: u64, name: &str, show: &ShowArgs) -> Self {
        let target = if show.quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        let bar = ProgressBar::with_draw_target(Some(paths), target);
        let counts = message!(progress, paths = "{human_pos}", rate = "{per_sec}", left = "{eta}");
        let template = ["{prefix} {bar:30} {percent:>3} %  ", &show.print.language().text(counts), "{msg}"].concat();
        if let Ok(style) = ProgressStyle::with_template(&template) {
            bar.set_style(style);
        }
        bar.set_prefix(name.to_owned());
        Self { bar, language: show.print.language() }
    }

    /// Shows how far the run is, and tells whether to go on.
    pub(super) fn show(&self, status: &Status) -> ControlFlow<()> {
        self.bar.set_position(status.paths);
        if let Some(mean) = status.horizon_value {
            let percent = Argument::Number { number: 100.0 * mean.standard_error / mean.value, decimals: 2 };
            let error = self.language.text(message!(progress_error, percent));
            self.bar.set_message(format!(", {error}"));
        }
        if interrupt::asked() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
