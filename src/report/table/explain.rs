//! An explained path as a table.

use super::{Style, grid};
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::reasons::{choice, why};
use crate::stats::figure::Branch;
use crate::study::explain::{Explanation, MonthSeen};
use crate::texts::{Language, message};

/// A path, a row for each month.
#[must_use]
pub fn page(path: &Explanation, plan: &Plan, language: Language, style: Style) -> String {
    let number = |count: u64| language.number(real(count), 0);
    let heading = language.text(message!(
        explain_heading,
        pool = Branch::pool(&path.pool).label(plan, language),
        path = number(path.path),
        paths = number(path.paths),
        choice = choice(path.choice)
    ));
    let rows = path.months.iter().map(|month| row(month, language));
    let table = grid(
        style,
        language.texts([
            message!(explain_columns_month),
            message!(explain_columns_price),
            message!(explain_columns_floor),
            message!(explain_columns_cushion),
            message!(explain_columns_equities),
            message!(explain_columns_fixed_income),
            message!(explain_columns_allowed),
            message!(explain_columns_share),
            message!(explain_columns_why),
        ]),
        rows,
        1..8,
    );
    let between = if plan.time.steps_per_month() > 1 {
        format!("\n{}", language.text(message!(explain_trades_between)))
    } else {
        String::new()
    };
    let caption = language.text(message!(explain_caption, seed = path.seed, version = &path.skans));
    format!("{heading}\n\n{table}\n{caption}{between}\n")
}

fn row(month: &MonthSeen, language: Language) -> [String; 9] {
    let percent = |fraction: f64| language.percent(fraction, 1);
    let level = month.floor.map(|floor| 100.0 * floor * month.of_unit());
    let decision = month.decision;
    // At the start nothing was earned yet.
    let earned = |earned: f64| if month.month == 0 { String::new() } else { percent(earned) };
    [
        month.date[..7].to_owned(),
        language.number(100.0 * month.price, 1),
        level.map_or_else(String::new, |level| language.number(level, 1)),
        month.cushion.map_or_else(String::new, percent),
        earned(month.equity_return),
        earned(month.fixed_income_return),
        decision.map_or_else(String::new, |decision| percent(decision.allowed)),
        decision.map_or_else(String::new, |decision| percent(decision.share)),
        why(month, language),
    ]
}
