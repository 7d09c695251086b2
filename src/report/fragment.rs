//! A calibration as a piece of a configuration, in TOML with standard errors as comments.

mod lines;
#[cfg(test)]
mod tests;

use indexmap::IndexMap;

use crate::plan::SeriesKind;
use crate::stats::Estimate;
use crate::stats::summary::VERSION;
use crate::study::calibrate::regimes::{FittedRegime, FittedRegimes};
use crate::study::calibrate::{Calibration, PreferredLaw};
use crate::texts::{Language, Message, Worded, message};
use crate::units::{Rate, percent_of};
use lines::{FragmentLines, keys, number, percent, places};

/// The fragment: the law of the assets with the lower BIC, and short rate and inflation, to be used as they stand. What
/// else was fitted is in comments. It is TOML as a whole.
///
/// An asset of which the office gives an expected return of its own, by column, has that instead of the past's.
#[must_use]
pub fn fragment(
    calibration: &Calibration,
    expected: &IndexMap<String, Rate>,
    file: &str,
    language: Language,
) -> String {
    let mut lines = FragmentLines::default();
    opening(&mut lines, calibration, file, language);
    let names = keys(calibration.assets.iter().map(|asset| asset.name.as_str()));
    let lives = calibration.preferred != Some(PreferredLaw::RegimeSwitching);
    model(&mut lines, calibration.preferred);
    lognormal(&mut lines, (calibration, expected), &names, lives, language);
    copula(&mut lines, calibration, lives, language);
    if let Some(regimes) = &calibration.regimes {
        switching(&mut lines, regimes, &names, !lives, language);
    }
    if let Some(reason) = calibration.no_regimes {
        lines.gap();
        lines.comment(&language.text(reason.message()));
    }
    short_rates(&mut lines, calibration, language);
    inflation(&mut lines, calibration, language);
    lines.into_text()
}

fn opening(lines: &mut FragmentLines, calibration: &Calibration, file: &str, language: Language) {
    let Calibration { from, until, months, left_out, .. } = calibration;
    let file: String = file.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    lines.comment(&language.text(message!(
        calibration_heading,
        file,
        first = from.to_string(),
        last = until.to_string(),
        months = *months,
        version = VERSION
    )));
    let kinds: Vec<String> = calibration.kinds.iter().map(|(name, kind)| format!("{name}: {}", kind.name())).collect();
    lines.comment(&language.text(message!(calibration_kinds, kinds = kinds.join(", "))));
    if !calibration.from_prices.is_empty() {
        lines.comment(&language.text(message!(from_prices, columns = calibration.from_prices.join(", "))));
    }
    lines.comment(&language.text(message!(calibration_units)));
    if !calibration.assets.is_empty() {
        lines.comment(&language.text(message!(calibration_recentre)));
    }
    if *left_out > 0 {
        lines.comment(&language.text(message!(calibration_left_out, months = *left_out, count = *left_out)));
    }
    if !calibration.desmoothed.is_empty() {
        lines.comment(&language.text(message!(calibration_desmoothed, columns = calibration.desmoothed.join(", "))));
    }
    if !calibration.unfitted.is_empty() {
        lines.comment(&language.text(message!(calibration_unfitted, columns = calibration.unfitted.join(", "))));
    }
}

/// The model's name, as the configuration has it; rates and inflation alone are of no model.
fn model(lines: &mut FragmentLines, preferred: Option<PreferredLaw>) {
    let Some(preferred) = preferred else { return };
    let name = match preferred {
        PreferredLaw::Lognormal => "lognormal",
        PreferredLaw::RegimeSwitching => "regime-switching",
    };
    lines.gap();
    lines.entry(true, "[market]", "");
    lines.entry(true, &format!("model = \"{name}\""), "");
}

/// How a number with so many decimals is written: as itself, or as a percentage.
type NumberStyle = fn(f64, usize) -> String;

/// The standard error of an estimate, with its own decimals, in words.
fn error(estimate: Estimate, written: NumberStyle, language: Language) -> String {
    let error = estimate.standard_error;
    language.text(if error.is_finite() {
        message!(calibration_error, error = written(error, places(error)))
    } else {
        message!(calibration_no_error)
    })
}

fn preference(preferred: bool) -> Message {
    if preferred { message!(calibration_preferred) } else { message!(calibration_not_preferred) }
}

/// A law's heading, and whether its BIC is the lower.
fn compared_by_bic(heading: Message, preferred: bool) -> Message {
    message!(calibration_compared, heading, preference = preference(preferred))
}

fn lognormal(
    lines: &mut FragmentLines,
    (calibration, expected): (&Calibration, &IndexMap<String, Rate>),
    names: &[String],
    lives: bool,
    language: Language,
) {
    let Some(law) = &calibration.lognormal else { return };
    lines.gap();
    let (likelihood, bic) = (number(law.log_likelihood, 2), number(law.bic, 2));
    let heading = message!(calibration_lognormal, likelihood, bic);
    let compared = calibration.regimes.is_some();
    let heading = if compared { compared_by_bic(heading, lives) } else { heading };
    lines.comment(&language.text(heading));
    for (asset, name) in names.iter().enumerate() {
        let class = if calibration.assets[asset].kind == SeriesKind::Equity { "equity" } else { "fixed-income" };
        lines.entry(true, &format!("[market.assets.{name}]"), "");
        lines.entry(true, &format!("class = \"{class}\""), &language.text(message!(calibration_class)));
        let own = expected.get(&calibration.assets[asset].name);
        let own_value = own.map_or("…".to_owned(), |rate| percent_of(rate.get()));
        let comment = language.text(message!(calibration_own));
        lines.entry(own.is_some(), &format!("expected_return = {{ geometric = \"{own_value}\" }}"), &comment);
        for (key, estimate, lives) in [
            ("expected_return = { geometric", law.geometric[asset], lives && own.is_none()),
            ("volatility = { log", law.volatility[asset], lives),
        ] {
            let value = percent(estimate.value, places(estimate.standard_error));
            lines.entry(lives, &format!("{key} = \"{value}\" }}"), &error(estimate, percent, language));
        }
    }
    if let Some(shrinkage) = law.shrinkage {
        lines.comment(&language.text(message!(calibration_shrunk, shrinkage = number(shrinkage, 3))));
    }
    correlations(lines, "market.correlations", (&law.correlations, law.repaired), names, lives, language);
}

fn correlations(
    lines: &mut FragmentLines,
    table: &str,
    (matrix, repaired): (&[Vec<Estimate>], bool),
    names: &[String],
    lives: bool,
    language: Language,
) {
    if names.len() < 2 {
        return;
    }
    let comment = if repaired { language.text(message!(calibration_repaired)) } else { String::new() };
    lines.entry(lives, &format!("[{table}]"), &comment);
    for (i, first) in names.iter().enumerate() {
        for (j, second) in names.iter().enumerate().skip(i + 1) {
            let entry = format!("{first}.{second} = {}", number(matrix[i][j].value, 4));
            lines.entry(lives, &entry, &error(matrix[i][j], number, language));
        }
    }
}

fn copula(lines: &mut FragmentLines, calibration: &Calibration, lives: bool, language: Language) {
    let Some(copula) = &calibration.copula else { return };
    lines.gap();
    let (likelihood, gaussian) = (number(copula.log_likelihood, 2), number(copula.gaussian_log_likelihood, 2));
    lines.comment(&language.text(message!(calibration_copula, likelihood, gaussian)));
    if copula.gaussian {
        lines.comment(&language.text(message!(calibration_gaussian)));
        return;
    }
    if copula.at_edge {
        lines.comment(&language.text(message!(calibration_copula_at_edge)));
    }
    lines.comment(&language.text(preference(copula.preferred)));
    if !lives {
        lines.comment(&language.text(message!(calibration_copula_with_lognormal)));
    }
    let lives = lives && copula.preferred && !copula.at_edge;
    lines.entry(lives, "[market.copula]", "");
    lines.entry(lives, "kind = \"t\"", "");
    let freedom = number(copula.degrees_of_freedom.value, 1);
    lines.entry(lives, &format!("degrees_of_freedom = {freedom}"), &error(copula.degrees_of_freedom, number, language));
}

fn switching(lines: &mut FragmentLines, fitted: &FittedRegimes, names: &[String], lives: bool, language: Language) {
    lines.gap();
    let (likelihood, bic) = (number(fitted.log_likelihood, 2), number(fitted.bic, 2));
    let heading = message!(calibration_regimes, likelihood, bic);
    lines.comment(&language.text(compared_by_bic(heading, lives)));
    let starts = fitted.starts;
    let rejected = starts.few_months + starts.collapsed + starts.indefinite + starts.unfinished;
    let kept = starts.kept;
    let counts = message!(calibration_starts, kept, starts = kept + rejected, rejected, count = rejected);
    lines.comment(&language.text(counts));
    lines.entry(lives, "[market.regimes]", "");
    lines.entry(lives, "start = \"stationary\"", "");
    for (name, regime) in [("calm", &fitted.calm), ("turbulent", &fitted.turbulent)] {
        one_regime(lines, name, regime, names, lives, language);
    }
}

fn one_regime(
    lines: &mut FragmentLines,
    name: &str,
    regime: &FittedRegime,
    names: &[String],
    lives: bool,
    language: Language,
) {
    let share = language.text(message!(calibration_share, share = percent(regime.share.value, 3)));
    lines.entry(lives, &format!("[market.regimes.{name}]"), &share);
    let leave = percent(regime.leave_per_month.value, 4);
    let comment = error(regime.leave_per_month, percent, language);
    lines.entry(lives, &format!("leave_per_month = \"{leave}\""), &comment);
    lines.entry(lives, &format!("[market.regimes.{name}.assets]"), &language.text(message!(calibration_log_mean)));
    for (asset, key) in names.iter().enumerate() {
        let both = [regime.log_mean[asset], regime.volatility[asset]];
        let [mean, volatility] = both.map(|estimate| percent(estimate.value, places(estimate.standard_error)));
        let known = both.iter().all(|estimate| estimate.standard_error.is_finite());
        let [first, second] = both.map(|estimate| percent(estimate.standard_error, places(estimate.standard_error)));
        let said = language.text(if known {
            message!(calibration_errors, first, second)
        } else {
            message!(calibration_no_error)
        });
        lines.entry(lives, &format!("{key} = {{ log_mean = \"{mean}\", volatility = \"{volatility}\" }}"), &said);
    }
    let table = format!("market.regimes.{name}.correlations");
    correlations(lines, &table, (&regime.correlations, regime.repaired), names, lives, language);
}

fn short_rates(lines: &mut FragmentLines, calibration: &Calibration, language: Language) {
    for (index, (column, fitted)) in calibration.rates.iter().enumerate() {
        let lives = index == 0;
        lines.gap();
        lines.comment(&language.text(message!(
            calibration_short_rate,
            column,
            likelihood = number(fitted.log_likelihood, 2)
        )));
        if !lives {
            lines.comment(&language.text(message!(calibration_another)));
        }
        if fitted.at_edge {
            lines.comment(&language.text(message!(calibration_at_edge)));
        }
        lines.entry(lives, "[market.short_rate]", "");
        started(lines, lives, fitted.start, language);
        let numbers: [(&str, Estimate, NumberStyle); 3] = [
            ("mean", fitted.mean, percent),
            ("reversion", fitted.reversion, number),
            ("volatility", fitted.volatility, percent),
        ];
        estimates(lines, lives, &numbers, language);
    }
}

fn inflation(lines: &mut FragmentLines, calibration: &Calibration, language: Language) {
    for (index, (column, fitted)) in calibration.inflation.iter().enumerate() {
        let lives = index == 0;
        lines.gap();
        let (years, likelihood) = (fitted.years, number(fitted.log_likelihood, 2));
        lines.comment(&language.text(message!(calibration_inflation, column, years, likelihood)));
        let [persistence, innovation] = [(fitted.persistence, number as NumberStyle), (fitted.volatility, percent)]
            .map(|(of, written)| written(of.value, places(of.standard_error)));
        lines.comment(&language.text(message!(calibration_of_years, persistence, innovation)));
        if fitted.rate.at_edge {
            lines.comment(&language.text(message!(calibration_inflation_at_edge)));
        }
        if !lives {
            lines.comment(&language.text(message!(calibration_another)));
        }
        lines.entry(lives, "[market.inflation]", "");
        started(lines, lives, fitted.start, language);
        let rate = fitted.rate;
        let numbers: [(&str, Estimate, NumberStyle); 3] = [
            ("mean", fitted.mean, percent),
            ("persistence", rate.persistence, number),
            ("volatility", rate.volatility, percent),
        ];
        estimates(lines, lives, &numbers, language);
    }
}

/// Where a factor begins: at the history's last value.
fn started(lines: &mut FragmentLines, lives: bool, start: f64, language: Language) {
    let start = percent(start, 5);
    lines.entry(lives, &format!("start = \"{start}\""), &language.text(message!(calibration_last)));
}

fn estimates(lines: &mut FragmentLines, lives: bool, numbers: &[(&str, Estimate, NumberStyle)], language: Language) {
    for (key, estimate, written) in numbers {
        let value = written(estimate.value, places(estimate.standard_error));
        let value = if value.ends_with('%') { format!("\"{value}\"") } else { value };
        lines.entry(lives, &format!("{key} = {value}"), &error(*estimate, *written, language));
    }
}
