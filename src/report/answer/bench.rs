//! The answer of `bench`.

use std::io::{self, Write};

use super::Answer;
use crate::report::json;
use crate::report::series::Series;
use crate::report::table::Style;
use crate::study::bench::{Measured, Rounds};
use crate::texts::{Language, message};

/// A measurement of this machine. Its page is the same in each style.
pub(crate) struct BenchAnswer(pub(crate) Measured);

impl Answer for BenchAnswer {
    fn name(&self) -> &'static str {
        "bench"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.0, to)
    }

    fn page(&self, language: Language, _: Style) -> String {
        let Measured { paths, months, kernel, scaling, .. } = &self.0;
        let runs = scaling.first().map_or(0, |rounds| rounds.seconds.len());
        let (paths, months) = (*paths, *months);
        let heading = language.text(message!(bench_heading, paths, months, kernel = *kernel, runs));
        let columns = language.text(message!(bench_columns));
        let lines: String = scaling.iter().map(|rounds| line(rounds, language)).collect();
        format!("{heading}\n{columns}\n{lines}")
    }

    fn figures(&self, _: Language) -> Option<Series<'_>> {
        None
    }
}

fn line(rounds: &Rounds, language: Language) -> String {
    let millions = |rate: f64| language.number(rate / 1e6, 1);
    let [low, high] = rounds.range.map(millions);
    let range = language.text(message!(from_to, low, high));
    format!(
        "{:>7}  {:>8} ({range})  {:>10}  {:>7}\n",
        rounds.threads,
        millions(rounds.path_months_per_second),
        language.number(rounds.ns_per_path_month_per_thread, 2),
        language.number(rounds.speedup, 2)
    )
}
