//! What settings do: heat maps, curves and frontiers.

mod frontier;
mod grid;
mod heat;

use grid::{ShownFigure, SweepSubject, ring};

use super::Chart;
use super::frame::{AxisUnit, Frame};
use super::scale::AxisScale;
use super::scene::{DARK_BLUE, SOLID};
use super::spread::ends;
use crate::numerics::real;
use crate::plan::Plan;
use crate::report::headlines::sweep::{self as headlines, SweptFigure};
use crate::report::settings::Setting;
use crate::stats::Estimate;
use crate::stats::figure::{Branch, Figure, Unit};
use crate::study::sweep::{self, Axis as Varied, Swept};
use crate::texts::{Language, message};

/// All charts of a sweep; `settings` are those of the present policy.
#[must_use]
pub fn sweep(plan: &Plan, (swept, axes): (&Swept, &[Varied]), settings: &[Setting], language: Language) -> Vec<Chart> {
    let paths = language.number(real(plan.paths()), 0);
    let grid = SweepSubject {
        swept,
        axes,
        present: axes.iter().map(|axis| place(axis, settings)).collect(),
        pool: Branch::pool(&swept.pool).label(plan, language),
        language,
        source: language.text(message!(
            compare_source,
            version = swept.skans,
            paths,
            count = plan.paths(),
            seed = plan.seed
        )),
    };
    let shown = grid.shown();
    let by_figure = |figure: &ShownFigure| match shown[..] {
        [down, across] => heat::chart(&grid, figure, [down, across]),
        [axis] => curve(&grid, figure, axis),
        _ => None,
    };
    let mut charts: Vec<Chart> = figures(plan, &grid).iter().filter_map(by_figure).collect();
    charts.extend(frontier::charts(&grid));
    charts
}

/// The figures that charts show: the pool's, and those of the region that are fractions.
fn figures(plan: &Plan, grid: &SweepSubject) -> Vec<ShownFigure> {
    let of_pool = headlines::figures(&grid.pool).map(|SweptFigure { figure, title, file, .. }| ShownFigure {
        figure: figure.into(),
        title: grid.text(title),
        name: file.to_owned(),
    });
    let whose = Branch::Region.label(plan, grid.language);
    let of_region = sweep::of_region(plan).into_iter().map(Figure::from).filter(|figure| figure.unit() != Unit::Amount);
    // What never happened under any rule has no shape.
    let ever = |of: &Figure| grid.swept.rules.iter().any(|rule| rule.outcome.figure(*of).value.abs() > 0.0);
    let of_region = of_region.filter(ever).map(|figure| ShownFigure {
        title: format!("{whose}: {}", figure.name(plan.time.years(), grid.language)),
        name: format!("{}-{}", Branch::Region, figure.to_string().replace(['.', '_'], "-")),
        figure,
    });
    of_pool.into_iter().chain(of_region).collect()
}

/// The place of the present policy on an axis: the value that its setting has, or the table with its settings that are
/// no defaults.
fn place(axis: &Varied, settings: &[Setting]) -> Option<usize> {
    let is = |key: &str, value: &str| settings.iter().any(|setting| setting.key == key && same(value, &setting.value));
    let is_present = |place: &usize| {
        let Some(set) = axis.keys_set(*place) else { return is(&axis.key, &axis.values[*place]) };
        let inside = settings.iter().filter_map(|setting| {
            let key = setting.key.strip_prefix(axis.key.as_str())?.strip_prefix('.')?;
            Some((key, setting))
        });
        let inside: Vec<(&str, &Setting)> = inside.collect();
        let has = |(key, value): &(&str, &str)| inside.iter().any(|(own, of)| own == key && same(value, &of.value));
        let mut other = inside.iter().filter(|(own, _)| set.iter().all(|(key, _)| key != own));
        set.iter().all(has) && other.all(|(_, setting)| setting.is_default())
    };
    (0..axis.values.len()).find(is_present)
}

/// Whether two values are the same, as TOML writes them: numbers within rounding, texts with quotes or without.
fn same(value: &str, present: &str) -> bool {
    let text = |value: &str| value.trim_matches(['"', '\'']).to_owned();
    match (value.parse::<f64>(), present.parse::<f64>()) {
        (Ok(value), Ok(present)) => (value - present).abs() <= 1e-12 * present.abs(),
        _ => text(value) == text(present),
    }
}

/// A figure along one axis, with its interval.
fn curve(grid: &SweepSubject, ShownFigure { figure, title, name }: &ShownFigure, axis: usize) -> Option<Chart> {
    let values = &grid.axes[axis].values;
    let points: Vec<(usize, Estimate)> = (0..values.len())
        .filter_map(|place| Some((place, grid.rule(&[axis], &[place])?.figure(*figure))))
        .filter(|(_, estimate)| estimate.value.is_finite())
        .collect();
    let bounds = points.iter().flat_map(|(_, estimate)| ends(*estimate));
    let (low, high) = bounds.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)));
    if points.is_empty() || low > high {
        return None;
    }
    let mut note = grid.text(message!(sweep_curve_note, key = grid.key(axis)));
    if grid.present[axis].is_some() {
        note += &grid.text(message!(sweep_ringed));
    }
    note += &grid.note_of_held(&[axis]);
    let mut scene = grid.sheet(title, &note);
    // Places from 0, with half a step at both ends.
    let x = AxisScale { low: -0.5, high: real(values.len()) - 0.5, step: 1.0 };
    let frame = Frame::new(x, (AxisScale::around(low, high), AxisUnit::Percent), grid.language);
    frame.grid(&mut scene);
    let at = |place: usize, value: f64| frame.at(real(place), value);
    scene.line(points.iter().map(|(place, estimate)| at(*place, estimate.value)).collect(), 2.6, DARK_BLUE, SOLID);
    for (place, estimate) in &points {
        let ends = ends(*estimate).map(|bound| at(*place, bound));
        scene.line(ends.into(), 3.0, DARK_BLUE, SOLID);
        if grid.present[axis] == Some(*place) {
            ring(&mut scene, at(*place, estimate.value));
        }
        scene.dot(at(*place, estimate.value), 5.5, DARK_BLUE);
    }
    frame.word_axis(&mut scene, &grid.values(axis));
    Some(Chart { name: format!("curve-{name}"), title: title.clone(), scene })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::document::Origin;

    #[test]
    fn the_present_policy_is_found_among_numbers_words_and_tables() {
        let setting =
            |key: &str, value: &str, origin: Origin| Setting { key: key.to_owned(), value: value.to_owned(), origin };
        let settings = [
            setting("rule.kind", "\"dynamic\"", Origin::File { line: 3 }),
            setting("rule.equity_stress", "0.25", Origin::File { line: 3 }),
            setting("rule.max_share", "0.6", Origin::File { line: 3 }),
            setting("rule.lag", "0", Origin::Default),
        ];
        let found = |axis: &str| place(&axis.parse().unwrap(), &settings);
        assert_eq!(found("rule.max_share=0.5,0.60"), Some(1));
        assert_eq!(found("rule.kind=static,dynamic"), Some(1));
        assert_eq!(found("rule.max_share=0.5,0.7"), None);
        let whole = r#"{kind = "dynamic", equity_stress = 0.25, max_share = 0.6}"#;
        assert_eq!(found(&format!(r#"rule={{kind="static",share=0.4}},{whole}"#)), Some(1));
        // Without the present cap, which is not the default's.
        assert_eq!(found(r#"rule={kind="dynamic",equity_stress=0.25}"#), None);
        assert_eq!(found(r#"rule={kind="dynamic",equity_stress=0.2,max_share=0.6}"#), None);
    }
}
