//! The reasons of a month-end, and of the choice of a path, in words.

use crate::study::explain::{Choice, MonthSeen, Reason};
use crate::texts::{Argument, Language, Message, message};

/// The reasons of a month-end, in words.
#[must_use]
pub fn why(month: &MonthSeen, language: Language) -> String {
    month.reasons.iter().map(|reason| language.text(reason_of(reason, month, language))).collect::<Vec<_>>().join("; ")
}

/// The choice of a path, in words.
#[must_use]
pub fn choice(choice: Choice) -> Message {
    match choice {
        Choice::Number(_) => message!(explain_choices_number),
        Choice::Worst => message!(explain_choices_worst),
        Choice::Median => message!(explain_choices_median),
        Choice::FirstBreach => message!(explain_choices_first_breach),
    }
}

/// A reason in words.
fn reason_of(reason: &Reason, month: &MonthSeen, language: Language) -> Message {
    let share = |number: f64| language.percent(number, 1);
    let mnkr = |number: f64| language.millions(number, 1);
    match reason {
        Reason::Below { ex_post, ex_ante } => below(*ex_post, *ex_ante, language),
        Reason::HighLeft { of, jump, counts } => high_left(of.as_deref(), counts.then_some(*jump), language),
        Reason::Received { amount } => message!(explain_received, amount = mnkr(*amount)),
        Reason::Paid { amount } => message!(explain_paid, amount = mnkr(*amount)),
        Reason::Unpaid { amount } => message!(explain_unpaid, amount = mnkr(*amount)),
        Reason::Region { net } if *net > 0.0 => message!(explain_region_brought, amount = mnkr(*net)),
        Reason::Region { net } => message!(explain_region_took, amount = mnkr(net.abs())),
        Reason::Opening { given: true, share: opening } => message!(explain_opening_given, share = share(*opening)),
        Reason::Opening { given: false, share: opening } => message!(explain_opening, share = share(*opening)),
        Reason::Locked { since: Some(since) } => message!(explain_locked, month = since),
        Reason::Locked { since: None } => message!(explain_locked_between),
        Reason::NoRebalancingDay { next: Some(next) } => message!(explain_no_day, month = next),
        Reason::NoRebalancingDay { next: None } => message!(explain_no_day_left),
        Reason::InsideBand { off, band } => {
            message!(explain_inside_band, off = points(*off, language), band = points(*band, language))
        }
        Reason::OnTarget => message!(explain_on_target),
        Reason::ActsOn { decided, share: due } => message!(explain_acts_on, month = decided, share = share(*due)),
        Reason::Traded { change, cushion_before, cushion } => {
            traded(*change, [*cushion_before, *cushion], month, language)
        }
        Reason::StressChanged { from, to } => message!(explain_stress_changed, from = share(*from), to = share(*to)),
        Reason::AtMost { share, cushion, stress, would } => at_most([*share, *cushion, *stress, *would], language),
        Reason::AtLeast { share: least, cushion, stress, .. } => {
            message!(explain_at_least, share = share(*least), cushion = share(*cushion), stress = share(*stress))
        }
        Reason::Allowed { share: allowed, cushion, stress } => {
            message!(explain_allowed, cushion = share(*cushion), stress = share(*stress), share = share(*allowed))
        }
        Reason::CashLock { share: held, below } => {
            message!(explain_cash_lock, share = share(*held), bound = share(*below))
        }
    }
}

/// A change of a share in percentage points, without its sign. A trade of a few basis points is not shown as none.
fn points(change: f64, language: Language) -> String {
    language.number(100.0 * change.abs(), if change.abs() < 0.001 { 3 } else { 1 })
}

/// An old high left the window; by how much the allowed share jumped, where that counts as a jump.
fn high_left(of: Option<&str>, jump: Option<f64>, language: Language) -> Message {
    let month = of.map_or_else(|| message!(explain_between_months).into(), Argument::from);
    match jump {
        Some(jump) => message!(explain_jumped, points = points(jump, language), month),
        None => message!(explain_high_left, month),
    }
}

/// A trade, with the month that it answers to.
fn traded(change: f64, cushions: [Option<f64>; 2], month: &MonthSeen, language: Language) -> Message {
    // What the last month brought explains only a trade of what was decided then.
    let why = match cushions {
        [None, Some(_)] => message!(explain_to_target).into(),
        _ => Argument::from(happened(month, cushions, language)),
    };
    let points = points(change, language);
    if change > 0.0 { message!(explain_bought, points, why) } else { message!(explain_sold, points, why) }
}

/// The share is held at its cap, which the cushion would allow exactly, or exceed.
fn at_most(shares: [f64; 4], language: Language) -> Message {
    let [most, .., would] = shares;
    let [share, cushion, stress, allowed] = shares.map(|share| language.percent(share, 1));
    if (would - most).abs() < 1e-9 {
        message!(explain_at_most_exactly, share, cushion, stress)
    } else {
        message!(explain_at_most, share, cushion, stress, would = allowed)
    }
}

/// The depth of the value below the floor.
fn below(ex_post: f64, ex_ante: f64, language: Language) -> Message {
    let depth = |number: f64| language.percent(number, if number < 0.001 { 3 } else { 1 });
    match (ex_post > 0.0, ex_ante > 0.0) {
        (true, true) => message!(explain_below, ex_post = depth(ex_post), ex_ante = depth(ex_ante)),
        (false, _) => message!(explain_below_ex_ante, ex_ante = depth(ex_ante)),
        (true, false) => message!(explain_below_ex_post, ex_post = depth(ex_post)),
    }
}

/// The change of the legs and of the cushion over the month.
fn happened(month: &MonthSeen, cushions: [Option<f64>; 2], language: Language) -> Vec<Message> {
    let change = |moved: f64| language.percent(moved.abs(), 1);
    let (equities, fixed_income) = (month.equity_return, month.fixed_income_return);
    let mut parts = vec![
        if equities < 0.0 {
            message!(explain_equities_fell, change = change(equities))
        } else {
            message!(explain_equities_rose, change = change(equities))
        },
        if fixed_income < 0.0 {
            message!(explain_fixed_income_fell, change = change(fixed_income))
        } else {
            message!(explain_fixed_income_rose, change = change(fixed_income))
        },
    ];
    if let [Some(before), Some(now)] = cushions {
        let [from, to] = [before, now].map(|cushion| language.percent(cushion, 1));
        parts.push(if from == to {
            message!(explain_cushion_stayed, cushion = to)
        } else if now > before {
            message!(explain_cushion_grew, from, to)
        } else {
            message!(explain_cushion_shrank, from, to)
        });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cap_that_is_just_allowed_is_said_so() {
        let reason = |would| Reason::AtMost { share: 0.6, cushion: 0.15, stress: 0.25, would };
        let month = MonthSeen {
            month: 0,
            date: String::new(),
            price: 1.0,
            value: 1.0,
            observed: 1.0,
            high: 1.0,
            floor: None,
            known_floor: None,
            cushion: None,
            equity_return: -0.061,
            fixed_income_return: -0.012,
            contribution: 0.0,
            payment: 0.0,
            unpaid: 0.0,
            region: 0.0,
            decision: None,
            reasons: Vec::new(),
        };
        let said = |language: Language, reason: &Reason| {
            language.text(reason_of(reason, &month, language)).replace('\u{a0}', " ")
        };
        assert_eq!(
            said(Language::En, &reason(0.6)),
            "held at the cap of 60.0 %: the cushion of 15.0 % over a stress of 25.0 % would allow it exactly"
        );
        assert!(said(Language::En, &reason(0.72)).ends_with("would allow 72.0 %"));
        let sold = Reason::Traded { change: -0.082, cushion_before: Some(0.123), cushion: Some(0.091) };
        assert_eq!(
            said(Language::En, &sold),
            "sold 8.2 points: equities fell 6.1 %, fixed income fell 1.2 %, the cushion shrank from 12.3 % to 9.1 %"
        );
        assert_eq!(
            said(Language::Sv, &sold),
            "sålde 8,2 procentenheter: aktier föll 6,1 %, ränteplaceringar föll 1,2 % i värde, bufferten krympte från \
             12,3 % till 9,1 %"
        );
    }
}
