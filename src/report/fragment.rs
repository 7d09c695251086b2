//! A calibration as a piece of a configuration, in TOML with standard errors as comments.

mod lines;
#[cfg(test)]
mod tests;

use super::text::calibration::CalibrationTexts;
use super::text::fill;
use crate::stats::Estimate;
use crate::study::calibrate::regimes::{NoRegimes, Regime, Regimes};
use crate::study::calibrate::{Calibration, Kind, Preferred};
use crate::texts::Language;
use lines::{Lines, keys, number, places};

/// The fragment: the law of the assets with the lower BIC, short rate and inflation to be used as they stand, what else was fitted
/// as comments. It is TOML as a whole.
#[must_use]
pub fn fragment(calibration: &Calibration, file: &str, language: Language) -> String {
    let texts = language.calibration();
    let mut lines = Lines::default();
    opening(&mut lines, calibration, file, texts);
    let names = keys(calibration.assets.iter().map(|asset| asset.name.as_str()));
    let lives = calibration.preferred != Some(Preferred::RegimeSwitching);
    model(&mut lines, calibration.preferred);
    lognormal(&mut lines, calibration, &names, lives, texts);
    copula(&mut lines, calibration, lives, texts);
    if let Some(regimes) = &calibration.regimes {
        switching(&mut lines, regimes, &names, !lives, texts);
    }
    if let Some(reason) = calibration.no_regimes {
        lines.gap();
        lines.comment(&why(reason, texts));
    }
    short_rates(&mut lines, calibration, texts);
    inflation(&mut lines, calibration, texts);
    lines.into_text()
}

fn opening(lines: &mut Lines, calibration: &Calibration, file: &str, texts: &CalibrationTexts) {
    let Calibration { from, until, months, left_out, .. } = calibration;
    let file: String = file.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let (from, until, months) = (from.to_string(), until.to_string(), months.to_string());
    lines.comment(&fill(texts.heading, &[&file, &from, &until, &months, env!("CARGO_PKG_VERSION")]));
    lines.comment(texts.units);
    if !calibration.assets.is_empty() {
        lines.comment(texts.recentre);
    }
    if *left_out > 0 {
        lines.comment(&fill(texts.left_out, &[&left_out.to_string()]));
    }
    if !calibration.desmoothed.is_empty() {
        lines.comment(&fill(texts.desmoothed, &[&calibration.desmoothed.join(", ")]));
    }
    if !calibration.unfitted.is_empty() {
        lines.comment(&fill(texts.unfitted, &[&calibration.unfitted.join(", ")]));
    }
}

/// The model's name, as the configuration has it; rates and inflation alone are of no model.
fn model(lines: &mut Lines, preferred: Option<Preferred>) {
    let Some(preferred) = preferred else { return };
    let name = match preferred {
        Preferred::Lognormal => "lognormal",
        Preferred::RegimeSwitching => "regime-switching",
    };
    lines.gap();
    lines.entry(true, "[market]", "");
    lines.entry(true, &format!("model = \"{name}\""), "");
}

fn error(estimate: Estimate, texts: &CalibrationTexts) -> String {
    if estimate.standard_error.is_finite() {
        fill(texts.error, &[&number(estimate.standard_error, places(estimate.standard_error))])
    } else {
        texts.no_error.to_owned()
    }
}

fn preference(preferred: bool, texts: &CalibrationTexts) -> &str {
    if preferred { texts.preferred } else { texts.not_preferred }
}

fn lognormal(lines: &mut Lines, calibration: &Calibration, names: &[String], lives: bool, texts: &CalibrationTexts) {
    let Some(law) = &calibration.lognormal else { return };
    lines.gap();
    let heading = fill(texts.lognormal, &[&number(law.log_likelihood, 2), &number(law.bic, 2)]);
    let compared = calibration.regimes.is_some();
    lines.comment(&if compared { format!("{heading}; {}", preference(lives, texts)) } else { heading });
    for (asset, name) in names.iter().enumerate() {
        let class = if calibration.assets[asset].kind == Kind::Equity { "equity" } else { "fixed-income" };
        lines.entry(true, &format!("[market.assets.{name}]"), "");
        lines.entry(true, &format!("class = \"{class}\""), texts.class);
        for (key, estimate) in
            [("expected_return = { geometric", law.geometric[asset]), ("volatility = { log", law.volatility[asset])]
        {
            let value = number(estimate.value, places(estimate.standard_error));
            lines.entry(lives, &format!("{key} = {value} }}"), &error(estimate, texts));
        }
    }
    if let Some(shrinkage) = law.shrinkage {
        lines.comment(&fill(texts.shrunk, &[&number(shrinkage, 3)]));
    }
    correlations(lines, "market.correlations", (&law.correlations, law.repaired), names, lives, texts);
}

fn correlations(
    lines: &mut Lines,
    table: &str,
    (matrix, repaired): (&[Vec<Estimate>], bool),
    names: &[String],
    lives: bool,
    texts: &CalibrationTexts,
) {
    if names.len() < 2 {
        return;
    }
    lines.entry(lives, &format!("[{table}]"), if repaired { texts.repaired } else { "" });
    for (i, first) in names.iter().enumerate() {
        for (j, second) in names.iter().enumerate().skip(i + 1) {
            let entry = format!("{first}.{second} = {}", number(matrix[i][j].value, 4));
            lines.entry(lives, &entry, &error(matrix[i][j], texts));
        }
    }
}

fn copula(lines: &mut Lines, calibration: &Calibration, lives: bool, texts: &CalibrationTexts) {
    let Some(copula) = &calibration.copula else { return };
    lines.gap();
    let found = [number(copula.log_likelihood, 2), number(copula.gaussian_log_likelihood, 2)];
    lines.comment(&fill(texts.copula, &[&found[0], &found[1]]));
    if copula.gaussian {
        lines.comment(texts.gaussian);
        return;
    }
    if copula.at_edge {
        lines.comment(texts.copula_at_edge);
    }
    lines.comment(preference(copula.preferred, texts));
    if !lives {
        lines.comment(texts.copula_with_lognormal);
    }
    let lives = lives && copula.preferred && !copula.at_edge;
    lines.entry(lives, "[market.copula]", "");
    lines.entry(lives, "kind = \"t\"", "");
    let freedom = number(copula.degrees_of_freedom.value, 1);
    lines.entry(lives, &format!("degrees_of_freedom = {freedom}"), &error(copula.degrees_of_freedom, texts));
}

fn switching(lines: &mut Lines, fitted: &Regimes, names: &[String], lives: bool, texts: &CalibrationTexts) {
    lines.gap();
    let heading = fill(texts.regimes, &[&number(fitted.log_likelihood, 2), &number(fitted.bic, 2)]);
    lines.comment(&format!("{heading}; {}", preference(lives, texts)));
    let starts = fitted.starts;
    let rejected = starts.few_months + starts.collapsed + starts.indefinite + starts.unfinished;
    let counts = [starts.kept, starts.kept + rejected, rejected].map(|count| count.to_string());
    lines.comment(&fill(texts.starts, &[&counts[0], &counts[1], &counts[2]]));
    lines.entry(lives, "[market.regimes]", "");
    lines.entry(lives, "start = \"stationary\"", "");
    for (name, regime) in [("calm", &fitted.calm), ("turbulent", &fitted.turbulent)] {
        one_regime(lines, name, regime, names, lives, texts);
    }
}

fn one_regime(lines: &mut Lines, name: &str, regime: &Regime, names: &[String], lives: bool, texts: &CalibrationTexts) {
    let share = fill(texts.share, &[&number(regime.share.value, 3)]);
    lines.entry(lives, &format!("[market.regimes.{name}]"), &share);
    let leave = number(regime.leave_per_month.value, 4);
    lines.entry(lives, &format!("leave_per_month = {leave}"), &error(regime.leave_per_month, texts));
    lines.entry(lives, &format!("[market.regimes.{name}.assets]"), texts.log_mean);
    for (asset, key) in names.iter().enumerate() {
        let both = [regime.log_mean[asset], regime.volatility[asset]];
        let [mean, volatility] = both.map(|estimate| number(estimate.value, places(estimate.standard_error)));
        let known = both.iter().all(|estimate| estimate.standard_error.is_finite());
        let [first, second] = both.map(|estimate| number(estimate.standard_error, places(estimate.standard_error)));
        let said = if known { fill(texts.errors, &[&first, &second]) } else { texts.no_error.to_owned() };
        lines.entry(lives, &format!("{key} = {{ log_mean = {mean}, volatility = {volatility} }}"), &said);
    }
    let table = format!("market.regimes.{name}.correlations");
    correlations(lines, &table, (&regime.correlations, regime.repaired), names, lives, texts);
}

fn why(reason: NoRegimes, texts: &CalibrationTexts) -> String {
    match reason {
        NoRegimes::TooShort { months, needed, columns } => {
            fill(texts.too_short, &[&months.to_string(), &columns.to_string(), &needed.to_string()])
        }
        NoRegimes::Dependent => texts.dependent.to_owned(),
        NoRegimes::TooMany { columns } => fill(texts.too_many, &[&columns.to_string()]),
        NoRegimes::Degenerate(starts) => {
            let counts = [starts.few_months, starts.collapsed, starts.indefinite, starts.unfinished];
            let [few, collapsed, indefinite, unfinished] = counts.map(|count| count.to_string());
            fill(texts.degenerate, &[&few, &collapsed, &indefinite, &unfinished])
        }
    }
}

fn short_rates(lines: &mut Lines, calibration: &Calibration, texts: &CalibrationTexts) {
    for (index, (column, fitted)) in calibration.rates.iter().enumerate() {
        let lives = index == 0;
        lines.gap();
        lines.comment(&fill(texts.short_rate, &[column, &number(fitted.log_likelihood, 2)]));
        if !lives {
            lines.comment(texts.another);
        }
        if fitted.at_edge {
            lines.comment(texts.at_edge);
        }
        lines.entry(lives, "[market.short_rate]", "");
        lines.entry(lives, &format!("start = {}", number(fitted.start, 5)), texts.last);
        let numbers = [("mean", fitted.mean), ("reversion", fitted.reversion), ("volatility", fitted.volatility)];
        estimates(lines, lives, &numbers, texts);
    }
}

fn inflation(lines: &mut Lines, calibration: &Calibration, texts: &CalibrationTexts) {
    for (index, (column, fitted)) in calibration.inflation.iter().enumerate() {
        let lives = index == 0;
        lines.gap();
        let years = fitted.years.to_string();
        lines.comment(&fill(texts.inflation, &[column, &years, &number(fitted.log_likelihood, 2)]));
        let of_years = [fitted.persistence, fitted.volatility].map(|of| number(of.value, places(of.standard_error)));
        lines.comment(&fill(texts.of_years, &[&of_years[0], &of_years[1]]));
        if fitted.rate.at_edge {
            lines.comment(texts.inflation_at_edge);
        }
        if !lives {
            lines.comment(texts.another);
        }
        lines.entry(lives, "[market.inflation]", "");
        lines.entry(lives, &format!("start = {}", number(fitted.start, 5)), texts.last);
        let rate = fitted.rate;
        let numbers = [("mean", fitted.mean), ("persistence", rate.persistence), ("volatility", rate.volatility)];
        estimates(lines, lives, &numbers, texts);
    }
}

fn estimates(lines: &mut Lines, lives: bool, numbers: &[(&str, Estimate)], texts: &CalibrationTexts) {
    for (key, estimate) in numbers {
        let value = number(estimate.value, places(estimate.standard_error));
        lines.entry(lives, &format!("{key} = {value}"), &error(*estimate, texts));
    }
}
