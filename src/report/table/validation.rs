//! A validation as tables.

use super::{Style, grid};
use crate::numerics::real;
use crate::plan::{EventBound, Plan, Statistic};
use crate::report::text::{ValidationTexts, fill};
use crate::study::validate::{EventLine, Moment, MomentLine, TargetLine, Validation, Verdict};
use crate::texts::Language;

/// The lines of a validation.
#[must_use]
pub fn page(validation: &Validation, plan: &Plan, language: Language, style: Style) -> String {
    let texts = &language.texts().validation;
    let names = |of: &str| of.split(", ").map(|name| label(name, plan, language)).collect::<Vec<_>>().join(", ");
    let moments = validation.moments.iter().map(|line| moment(line, names(&line.of), texts, language));
    let targets = validation.targets.iter().map(|line| target(line, names(&line.of), texts, language));
    let events = validation.events.iter().map(|line| event(line, line.of.as_deref().map(names), texts, language));
    let sections = [
        table(texts.moments, moments.collect(), style),
        table(texts.targets, targets.collect(), style),
        table(texts.events, events.collect(), style),
    ];
    let paths = language.number(real(validation.paths), 0);
    let caption = fill(texts.caption, &[&paths, &validation.seed.to_string(), &validation.skans]);
    let note = if validation.without_crisis { format!("{}\n", texts.without_crisis) } else { String::new() };
    sections.into_iter().flatten().map(|section| section + "\n").collect::<String>() + &caption + "\n" + &note
}

/// An asset's or factor's name in a report.
fn label(name: &str, plan: &Plan, language: Language) -> String {
    let texts = &language.texts().validation;
    let asset = plan.market.assets.iter().find(|asset| asset.name == name).map(|asset| language.of(&asset.label));
    let factor = texts.factors.iter().find(|(key, _)| *key == name).map(|(_, text)| *text);
    asset.or(factor).unwrap_or(name).to_owned()
}

fn table<const N: usize>(head: [&str; N], rows: Vec<[String; N]>, style: Style) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    Some(grid(style, head, rows, 0..0))
}

fn verdict(verdict: Verdict, texts: &ValidationTexts) -> String {
    match verdict {
        Verdict::Agrees => texts.agrees,
        Verdict::Differs => texts.differs,
        Verdict::None => "",
    }
    .to_owned()
}

fn moment(line: &MomentLine, of: String, texts: &ValidationTexts, language: Language) -> [String; 5] {
    [
        of,
        moment_name(line.moment, texts).to_owned(),
        measured(line, language),
        line.exact.map_or_else(|| texts.no_exact.to_owned(), |exact| language.number(exact, 6)),
        verdict(line.verdict(), texts),
    ]
}

/// The moment as simulated, with its error, or without where that is lost in the last digit shown.
fn measured(line: &MomentLine, language: Language) -> String {
    let half = 0.5 * (line.found.interval[1] - line.found.interval[0]);
    if half < 0.5e-6 { language.number(line.found.value, 6) } else { language.number_with_error(line.found, 6) }
}

fn target(line: &TargetLine, of: String, texts: &ValidationTexts, language: Language) -> [String; 7] {
    let number = |number: f64| language.number(number, 3);
    let [low, middle, high] = line.simulated.map(number);
    [
        of,
        statistic_name(line.statistic, texts).to_owned(),
        line.months.to_string(),
        number(line.target),
        fill(texts.range, &[&middle, &low, &high]),
        language.percent(line.share_lower.value, 0),
        if line.verdict() == Verdict::Agrees { texts.typical } else { texts.outside }.to_owned(),
    ]
}

fn event(line: &EventLine, of: Option<String>, texts: &ValidationTexts, language: Language) -> [String; 4] {
    let percent = |number: f64| language.percent(number, 0);
    let bound = match line.bound {
        Some(EventBound::AtMost(most)) => fill(texts.at_most, &[&percent(most)]),
        Some(EventBound::AtLeast(least)) => fill(texts.at_least, &[&percent(least)]),
        None => String::new(),
    };
    [
        of.map_or_else(|| texts.all_events.to_owned(), |of| format!("{of}: {bound}")),
        language.estimate(line.probability),
        line.at_least.map_or_else(String::new, |least| language.percent(least, 1)),
        verdict(line.verdict(), texts),
    ]
}

fn moment_name(moment: Moment, texts: &ValidationTexts) -> &'static str {
    match moment {
        Moment::MeanLog => texts.mean_log,
        Moment::Volatility => texts.volatility,
        Moment::Skew => texts.skew,
        Moment::ExcessKurtosis => texts.excess_kurtosis,
        Moment::Autocorrelation => texts.autocorrelation,
        Moment::AutocorrelationOfSquares => texts.autocorrelation_of_squares,
        Moment::ArithmeticReturn => texts.arithmetic_return,
        Moment::Correlation => texts.correlation,
        Moment::FactorMean => texts.factor_mean,
        Moment::FactorDeviation => texts.factor_deviation,
        Moment::MeanInflation => texts.mean_inflation,
    }
}

fn statistic_name(statistic: Statistic, texts: &ValidationTexts) -> &'static str {
    match statistic {
        Statistic::Volatility => texts.volatility,
        Statistic::Skew => texts.skew,
        Statistic::ExcessKurtosis => texts.excess_kurtosis,
        Statistic::Autocorrelation => texts.autocorrelation,
        Statistic::AutocorrelationOfSquares => texts.autocorrelation_of_squares,
        Statistic::DeviationOf12Months => texts.deviation_of_12_months,
        Statistic::WorstMonth => texts.worst_month,
        Statistic::Worst12Months => texts.worst_12_months,
        Statistic::MaxDrawdown => texts.max_drawdown,
    }
}
