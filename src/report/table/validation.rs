//! A validation as tables.

use super::{Style, grid};
use crate::numerics::real;
use crate::plan::{EventBound, HistoryStatistic, Plan};
use crate::stats::figure::Unit;
use crate::study::validate::{EventLine, Moment, MomentLine, TargetLine, Validation, Verdict};
use crate::texts::{Language, Message, message};

/// The lines of a validation.
#[must_use]
pub fn page(validation: &Validation, plan: &Plan, language: Language, style: Style) -> String {
    let names = |of: &str| of.split(", ").map(|name| label(name, plan, language)).collect::<Vec<_>>().join(", ");
    let moments = validation.moments.iter().map(|line| moment(line, names(&line.of), language));
    let targets = validation.targets.iter().map(|line| target(line, names(&line.of), language));
    let events = validation.events.iter().map(|line| event(line, line.of.as_deref().map(names), language));
    // The last column has the verdicts, and no head.
    let heads = |heads: Vec<Message>| heads.iter().map(|head| language.text(head)).chain([String::new()]).collect();
    let sections = [
        table(
            heads(vec![
                message!(validation_moments_of),
                message!(validation_moments_moment),
                message!(validation_moments_simulated),
                message!(validation_moments_exact),
            ]),
            moments.collect(),
            style,
        ),
        table(
            heads(vec![
                message!(validation_targets_of),
                message!(validation_targets_figure),
                message!(validation_targets_months),
                message!(validation_targets_history),
                message!(validation_targets_simulated),
                message!(validation_targets_lower),
            ]),
            targets.collect(),
            style,
        ),
        table(
            heads(vec![
                message!(validation_events_event),
                message!(validation_events_probability),
                message!(validation_events_asked),
            ]),
            events.collect(),
            style,
        ),
    ];
    let paths = language.number(real(validation.paths), 0);
    let caption = language.text(message!(
        validation_caption,
        paths,
        count = validation.paths,
        seed = validation.seed,
        version = &validation.skans
    ));
    let note = if validation.without_crisis {
        format!("{}\n", language.text(message!(validation_without_crisis)))
    } else {
        String::new()
    };
    sections.into_iter().flatten().map(|section| section + "\n").collect::<String>() + &caption + "\n" + &note
}

/// An asset's or factor's name in a report.
fn label(name: &str, plan: &Plan, language: Language) -> String {
    if let Some(asset) = plan.market.assets.iter().find(|asset| asset.name == name) {
        return language.of(&asset.label).to_owned();
    }
    match name {
        "short_rate" => language.text(message!(validation_short_rate)),
        "credit_spread" => language.text(message!(validation_credit_spread)),
        "inflation" => language.text(message!(validation_inflation)),
        _ => name.to_owned(),
    }
}

fn table<const N: usize>(head: Vec<String>, rows: Vec<[String; N]>, style: Style) -> Option<String> {
    if rows.is_empty() {
        return None;
    }
    Some(grid(style, head, rows, 0..0))
}

fn verdict(verdict: Verdict, language: Language) -> String {
    match verdict {
        Verdict::Agrees => language.text(message!(validation_agrees)),
        Verdict::Differs => language.text(message!(validation_differs)),
        Verdict::None => String::new(),
    }
}

fn moment(line: &MomentLine, of: String, language: Language) -> [String; 5] {
    [
        of,
        language.text(moment_name(line.moment)),
        measured(line, language),
        line.exact.map_or_else(|| language.text(message!(validation_no_exact)), |exact| language.number(exact, 6)),
        verdict(line.verdict(), language),
    ]
}

/// The moment as simulated, with its error, or without where that is lost in the last digit shown.
fn measured(line: &MomentLine, language: Language) -> String {
    let half = line.found.half_width();
    if half < 0.5e-6 { language.number(line.found.value, 6) } else { language.number_with_error(line.found, 6) }
}

fn target(line: &TargetLine, of: String, language: Language) -> [String; 7] {
    let number = |number: f64| language.number(number, 3);
    let [low, middle, high] = line.simulated.map(number);
    [
        of,
        language.text(statistic_name(line.statistic)),
        line.months.to_string(),
        number(line.target),
        language.text(message!(validation_range, median = middle, low, high)),
        language.percent(line.share_lower.value, 0),
        language.text(if line.verdict() == Verdict::Agrees {
            message!(validation_typical)
        } else {
            message!(validation_outside)
        }),
    ]
}

fn event(line: &EventLine, of: Option<String>, language: Language) -> [String; 4] {
    let percent = |number: f64| language.percent(number, 0);
    let bound = match line.bound {
        Some(EventBound::AtMost(most)) => language.text(message!(validation_at_most, bound = percent(most))),
        Some(EventBound::AtLeast(least)) => language.text(message!(validation_at_least, bound = percent(least))),
        None => String::new(),
    };
    [
        of.map_or_else(|| language.text(message!(validation_all_events)), |of| format!("{of}: {bound}")),
        language.figure(line.probability, Unit::Fraction),
        line.at_least.map_or_else(String::new, |least| language.percent(least, 1)),
        verdict(line.verdict(), language),
    ]
}

fn moment_name(moment: Moment) -> Message {
    match moment {
        Moment::MeanLog => message!(validation_mean_log),
        Moment::Volatility => message!(validation_volatility),
        Moment::Skew => message!(validation_skew),
        Moment::ExcessKurtosis => message!(validation_excess_kurtosis),
        Moment::Autocorrelation => message!(validation_autocorrelation),
        Moment::AutocorrelationOfSquares => message!(validation_autocorrelation_of_squares),
        Moment::ArithmeticReturn => message!(validation_arithmetic_return),
        Moment::Correlation => message!(validation_correlation),
        Moment::FactorMean => message!(validation_factor_mean),
        Moment::FactorDeviation => message!(validation_factor_deviation),
        Moment::MeanInflation => message!(validation_mean_inflation),
    }
}

fn statistic_name(statistic: HistoryStatistic) -> Message {
    match statistic {
        HistoryStatistic::Volatility => message!(validation_volatility),
        HistoryStatistic::Skew => message!(validation_skew),
        HistoryStatistic::ExcessKurtosis => message!(validation_excess_kurtosis),
        HistoryStatistic::Autocorrelation => message!(validation_autocorrelation),
        HistoryStatistic::AutocorrelationOfSquares => message!(validation_autocorrelation_of_squares),
        HistoryStatistic::DeviationOf12Months => message!(validation_deviation_of_12_months),
        HistoryStatistic::WorstMonth => message!(validation_worst_month),
        HistoryStatistic::Worst12Months => message!(validation_worst_12_months),
        HistoryStatistic::MaxDrawdown => message!(validation_max_drawdown),
    }
}
