//! The answer of `backtest`.

use std::io::{self, Write};

use super::Answer;
use crate::plan::Plan;
use crate::report::chart::{self, Chart};
use crate::report::json;
use crate::report::series::{Cell, Row, Series};
use crate::report::table::{self, Style};
use crate::study::backtest::{Backtest, PathFigures};
use crate::texts::Language;

/// A backtest of a plan through the history in a file.
pub struct BacktestAnswer<'a> {
    /// What was found.
    pub found: Backtest,
    /// The plan.
    pub plan: &'a Plan,
    /// The file's name without folders.
    pub file: &'a str,
}

impl Answer for BacktestAnswer<'_> {
    fn name(&self) -> &'static str {
        "backtest"
    }

    fn write_json(&self, to: &mut dyn Write) -> io::Result<()> {
        json::write_pretty(&self.found, to)
    }

    fn page(&self, language: Language, style: Style) -> String {
        table::backtest::page(&self.found, self.plan, language, style)
    }

    /// The starts; of one start alone, its months.
    fn figures(&self, _: Language) -> Option<Series<'_>> {
        Some(if self.found.starts.is_empty() { months(&self.found) } else { starts(&self.found) })
    }

    fn series(&self, _: Language) -> Vec<Series<'_>> {
        let starts = (!self.found.starts.is_empty()).then(|| starts(&self.found));
        std::iter::once(months(&self.found)).chain(starts).collect()
    }

    fn charts(&self, language: Language) -> Vec<Chart> {
        chart::backtest(&self.found, self.plan, self.file, language)
    }
}

/// Every month-end of the path: amounts in SEK, shares as fractions.
fn months(backtest: &Backtest) -> Series<'_> {
    let head = [
        "month",
        "date",
        "price",
        "value",
        "high",
        "floor",
        "floor_value",
        "stress",
        "target",
        "share",
        "breach_ex_ante",
        "breach_ex_post",
        "cash_lock",
    ];
    Series::new("months", head, || {
        backtest.path.rows.iter().map(|row| {
            let flags = [row.breach_ex_ante, row.breach_ex_post, row.cash_lock];
            Row::default()
                .cell(row.month)
                .cell(&row.date)
                .cells([row.price, row.value, row.high])
                .cells([row.floor, row.floor_value, row.stress, row.target, row.share])
                .cells(flags.map(u32::from))
        })
    })
}

/// The figures of a path, in the order of their names.
const FIGURES: [&str; 9] = [
    "return_per_year",
    "deepest_fall_rolling",
    "deepest_fall_all_time",
    "breaches_ex_ante",
    "breaches_ex_post",
    "deepest_breach",
    "months_in_cash_lock",
    "mean_share",
    "turnover_per_year",
];

fn cells(figures: &PathFigures) -> [Cell; 9] {
    [
        figures.return_per_year.into(),
        figures.deepest_fall_rolling.into(),
        figures.deepest_fall_all_time.into(),
        figures.breaches_ex_ante.into(),
        figures.breaches_ex_post.into(),
        figures.deepest_breach.into(),
        figures.months_in_cash_lock.into(),
        figures.mean_share.into(),
        figures.turnover_per_year.into(),
    ]
}

/// Every start: the figures of the rule, then those of the static mix, named `static_…`, then the difference in return
/// a year.
fn starts(backtest: &Backtest) -> Series<'_> {
    let lead = ["start", "end", "months"].map(str::to_owned);
    let static_figures = FIGURES.map(|name| format!("static_{name}"));
    let head = lead.into_iter().chain(FIGURES.map(str::to_owned)).chain(static_figures);
    Series::new("starts", head.chain(["difference_to_static".to_owned()]), || {
        backtest.starts.iter().map(|start| {
            let mix = start.static_mix.as_ref().map_or([const { Cell::Empty }; 9], cells);
            Row::of([start.start, start.end].map(|month| month.to_string()))
                .cell(start.months)
                .cells(cells(&start.rule))
                .cells(mix)
                .cell(start.difference())
        })
    })
}
