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

/// A column of a path's figures: its name, and its cell.
type Column = (&'static str, fn(&PathFigures) -> Cell);

/// The figures of a path.
const FIGURES: [Column; 9] = [
    ("return_per_year", |figures| figures.return_per_year.into()),
    ("deepest_fall_rolling", |figures| figures.deepest_fall_rolling.into()),
    ("deepest_fall_all_time", |figures| figures.deepest_fall_all_time.into()),
    ("breaches_ex_ante", |figures| figures.breaches_ex_ante.into()),
    ("breaches_ex_post", |figures| figures.breaches_ex_post.into()),
    ("deepest_breach", |figures| figures.deepest_breach.into()),
    ("months_in_cash_lock", |figures| figures.months_in_cash_lock.into()),
    ("mean_share", |figures| figures.mean_share.into()),
    ("turnover_per_year", |figures| figures.turnover_per_year.into()),
];

/// Every start: the figures of the rule, then those of the static mix, named `static_…`, then the difference in return
/// a year.
fn starts(backtest: &Backtest) -> Series<'_> {
    let lead = ["start", "end", "months"].map(str::to_owned);
    let names = FIGURES.map(|(name, _)| name.to_owned());
    let static_names = FIGURES.map(|(name, _)| format!("static_{name}"));
    let head = lead.into_iter().chain(names).chain(static_names);
    Series::new("starts", head.chain(["difference_to_static".to_owned()]), || {
        backtest.starts.iter().map(|start| {
            let mix = start.static_mix.as_ref();
            Row::of([start.start, start.end].map(|month| month.to_string()))
                .cell(start.months)
                .cells(FIGURES.map(|(_, cell)| cell(&start.rule)))
                .cells(FIGURES.map(|(_, cell)| mix.map_or(Cell::Empty, cell)))
                .cell(start.difference())
        })
    })
}
