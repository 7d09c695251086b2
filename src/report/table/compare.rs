//! A comparison as tables: two subjects side by side, and the difference with its paired error.

use super::{BUT_FIRST, Style, grid};
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::headlines;
use crate::stats::figure::{Branch, Unit};
use crate::stats::summary::{RunResult, VERSION};
use crate::study::compare::{Compared, Difference, Differences, Sides};
use crate::texts::{Language, message};
use crate::units::MNKR;

/// The mark of a difference whose error could not be paired.
pub const MARK: &str = " ¹";

/// The mark of a figure that does not mean the same for both subjects.
const OWN_YARDSTICK: &str = " ²";

/// The names of the two subjects: those of two plans, or of two pools of one plan.
#[must_use]
pub fn names(plans: &[Plan], sides: &Sides, language: Language) -> [String; 2] {
    if sides.plan == 0 {
        return sides.branches.each_ref().map(|branch| branch.label(&plans[0], language));
    }
    let titles = [&plans[0], &plans[sides.plan]].map(|plan| language.of(&plan.title).to_owned());
    if titles[0] == titles[1] { [&plans[0], &plans[sides.plan]].map(|plan| plan.name.clone()) } else { titles }
}

/// The comparison, a table for each pair of subjects.
#[must_use]
pub fn page(plans: &[Plan], compared: &Compared, language: Language, style: Style) -> String {
    let section = |differences: &Differences| {
        let sides = &differences.sides;
        let what = if sides.plan == 0 { String::new() } else { sides.branches[0].label(&plans[0], language) };
        let paired = language.text(match common(plans, sides) {
            SharedDraws::Paths => message!(compare_paired),
            SharedDraws::Numbers => message!(compare_same_numbers),
            SharedDraws::Nothing => message!(compare_unpaired),
        });
        let head = if what.is_empty() { paired } else { format!("{what}: {paired}") };
        if !differences.any() {
            return format!("{head}: {}\n\n", language.text(message!(compare_nothing)));
        }
        format!("{head}\n\n{}\n", table(plans, differences, &compared.results, language, style))
    };
    let sections: String = compared.differences.iter().map(section).collect();
    let paths = language.number(real(plans[0].paths()), 0);
    let mut caption = language.text(message!(
        compare_caption,
        paths,
        count = plans[0].paths(),
        seed = plans[0].seed,
        version = VERSION
    ));
    let marked = shown(plans, compared).any(|(sides, difference)| sides.marks(difference));
    if marked {
        caption = format!("{caption} {}", language.text(message!(compare_as_independent)));
    }
    if compared.differences.iter().any(|of| of.any() && !of.meaning_differs.is_empty()) {
        caption = format!("{caption} {}", language.text(message!(compare_own_yardstick)));
    }
    format!("{sections}{caption}\n")
}

/// The paths or random numbers that two subjects share.
#[derive(Debug, Clone, Copy)]
pub enum SharedDraws {
    /// The same paths.
    Paths,
    /// The random numbers from which worlds with other parameters are drawn.
    Numbers,
    /// Nothing: another model.
    Nothing,
}

/// What two subjects have in common.
#[must_use]
pub fn common(plans: &[Plan], sides: &Sides) -> SharedDraws {
    match sides.paired {
        true if plans[0].market == plans[sides.plan].market => SharedDraws::Paths,
        true => SharedDraws::Numbers,
        false => SharedDraws::Nothing,
    }
}

/// The differences that tables show.
fn shown<'a>(plans: &'a [Plan], compared: &'a Compared) -> impl Iterator<Item = (&'a Sides, &'a Difference)> {
    let all = compared.differences.iter().filter(|of| of.any());
    all.flat_map(move |Differences { sides, figures, .. }| {
        let main = headlines::compared(&sides.branches[0], &plans[0]).into_iter();
        main.filter_map(move |figure| Some((sides, figures.get(&figure)?)))
    })
}

fn table(plans: &[Plan], differences: &Differences, results: &[RunResult], language: Language, style: Style) -> String {
    let sides = &differences.sides;
    let [first, other] = names(plans, sides, language);
    let [heading, changed_by, gained] =
        language.texts([message!(table_figure), message!(compare_difference), message!(compare_gain)]);
    let head = [&heading, &first, &other, &changed_by, "", &gained];
    let rows = headlines::compared(&sides.branches[0], &plans[0]).into_iter().filter_map(|figure| {
        let difference = differences.figures.get(&figure)?;
        let cell = |plan: usize, branch: &Branch| {
            let estimate = results[plan].summary.get(branch, figure);
            estimate.map_or_else(String::new, |estimate| language.figure(estimate, figure.unit()))
        };
        let own = if differences.meaning_differs.contains(&figure) { OWN_YARDSTICK } else { "" };
        Some([
            format!("{}{own}", figure.name(plans[0].time.years(), language)),
            cell(0, &sides.branches[0]),
            cell(sides.plan, &sides.branches[1]),
            format!(
                "{}{}",
                changed(figure.unit(), difference, language),
                if sides.marks(difference) { MARK } else { "" }
            ),
            if difference.differs { "*".to_owned() } else { String::new() },
            gain(difference.gain, language),
        ])
    });
    grid(style, head, rows, BUT_FIRST)
}

/// A difference with half its interval, in percentage points where the figure is a fraction.
#[must_use]
pub fn changed(unit: Unit, difference: &Difference, language: Language) -> String {
    let estimate = difference.estimate;
    match unit {
        Unit::Fraction | Unit::Ratio => language.signed_with_error(estimate.scaled(100.0), 3),
        Unit::Amount => language.signed_with_error(estimate.scaled(1.0 / MNKR), 1),
        Unit::Number(most) => language.signed_with_error(estimate, most),
    }
}

fn gain(gain: f64, language: Language) -> String {
    if gain.is_finite() { format!("{} ×", language.number(gain, 1)) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::*;
    use crate::stats::figure::Figure;
    use crate::study::compare::yardstick::COMMON;
    use crate::study::compare::{align, compare};

    /// Every comparison has the figures that mean the same under any floor, each with the values of both rules.
    #[test]
    fn figures_with_a_common_yardstick_have_their_rows() {
        let text = include_str!("../../../configs/reference-job.toml");
        let [one, mut other] = [500, 500].map(|paths| crate::from_text("job", text).unwrap().with_paths(paths));
        other.pools[0].fee = crate::units::Share::new(0.03).unwrap();
        let mut plans = [one, other];
        align(&mut plans, &[1]).unwrap();
        let compared = compare(&plans, &mut |_| ControlFlow::Continue(())).unwrap();
        let text = page(&plans, &compared, Language::En, Style::Markdown);
        let rows: Vec<Vec<&str>> = text.lines().map(|row| row.split('|').map(str::trim).collect()).collect();
        for common in COMMON.map(Figure::from) {
            let cell = |result: &RunResult| {
                let found = result.summary.get(&Branch::pool("long"), common);
                Language::En.figure(found.unwrap(), common.unit())
            };
            let [one, other] = [0, 1].map(|place| cell(&compared.results[place]));
            let row = ["", &common.name(20.0, Language::En), &one, &other];
            assert!(one != other && rows.iter().any(|cells| cells.starts_with(&row)), "{row:?}\n{text}");
        }
    }
}
