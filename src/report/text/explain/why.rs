//! The reasons of a month-end in words.

use crate::report::text::fill;
use crate::study::explain::{MonthSeen, Reason};
use crate::texts::Language;

impl Language {
    /// The reasons of a month-end, in words.
    #[must_use]
    pub fn why(self, month: &MonthSeen) -> String {
        month.reasons.iter().map(|reason| self.reason(reason, month)).collect::<Vec<_>>().join("; ")
    }

    fn reason(self, reason: &Reason, month: &MonthSeen) -> String {
        let texts = self.explain();
        let share = |number: f64| self.percent(number, 1);
        // A trade of a few basis points is one.
        let points = |number: f64| self.number(100.0 * number.abs(), if number.abs() < 0.001 { 3 } else { 1 });
        let mnkr = |number: f64| self.millions(number, 1);
        match reason {
            Reason::Below { ex_post, ex_ante } => self.below(*ex_post, *ex_ante),
            Reason::HighLeft { of, jump, counts } => {
                let of = of.as_deref().unwrap_or(texts.between_months);
                if *counts { fill(texts.jumped, &[&points(*jump), of]) } else { fill(texts.high_left, &[of]) }
            }
            Reason::Received { amount } => fill(texts.received, &[&mnkr(*amount)]),
            Reason::Paid { amount } => fill(texts.paid, &[&mnkr(*amount)]),
            Reason::Unpaid { amount } => fill(texts.unpaid, &[&mnkr(*amount)]),
            Reason::Region { net } => {
                fill(if *net > 0.0 { texts.region_brought } else { texts.region_took }, &[&mnkr(net.abs())])
            }
            Reason::Opening { given: true, share: opening } => fill(texts.opening_given, &[&share(*opening)]),
            Reason::Opening { given: false, share: opening } => fill(texts.opening, &[&share(*opening)]),
            Reason::Locked { since: Some(since) } => fill(texts.locked, &[since]),
            Reason::Locked { since: None } => texts.locked_between.to_owned(),
            Reason::NoRebalancingDay { next: Some(next) } => fill(texts.no_day, &[next]),
            Reason::NoRebalancingDay { next: None } => texts.no_day_left.to_owned(),
            Reason::InsideBand { off, band } => fill(texts.inside_band, &[&points(*off), &points(*band)]),
            Reason::OnTarget => texts.on_target.to_owned(),
            Reason::ActsOn { decided, share: due } => fill(texts.acts_on, &[decided, &share(*due)]),
            Reason::Traded { change, cushion_before, cushion } => {
                let template = if *change > 0.0 { texts.bought } else { texts.sold };
                // What the last month brought explains only a trade of what was decided then.
                let why = match (cushion_before, cushion) {
                    (None, Some(_)) => texts.to_target.to_owned(),
                    _ => self.happened(month, [*cushion_before, *cushion]),
                };
                fill(template, &[&points(*change), &why])
            }
            Reason::StressChanged { from, to } => fill(texts.stress_changed, &[&share(*from), &share(*to)]),
            Reason::AtMost { share: most, cushion, stress, would } => {
                let [most_said, cushion, stress, would_said] = [*most, *cushion, *stress, *would].map(share);
                let exactly = (would - most).abs() < 1e-9;
                let template = if exactly { texts.at_most_exactly } else { texts.at_most };
                fill(template, &[&most_said, &cushion, &stress, &would_said])
            }
            Reason::AtLeast { share: least, cushion, stress, .. } => {
                fill(texts.at_least, &[&share(*least), &share(*cushion), &share(*stress)])
            }
            Reason::Allowed { share: allowed, cushion, stress } => {
                fill(texts.allowed, &[&share(*cushion), &share(*stress), &share(*allowed)])
            }
            Reason::CashLock { share: held, below } => fill(texts.cash_lock, &[&share(*held), &share(*below)]),
        }
    }

    fn below(self, ex_post: f64, ex_ante: f64) -> String {
        let texts = self.explain();
        let depth = |number: f64| self.percent(number, if number < 0.001 { 3 } else { 1 });
        match (ex_post > 0.0, ex_ante > 0.0) {
            (true, true) => fill(texts.below, &[&depth(ex_post), &depth(ex_ante)]),
            (false, _) => fill(texts.below_ex_ante, &[&depth(ex_ante)]),
            (true, false) => fill(texts.below_ex_post, &[&depth(ex_post)]),
        }
    }

    /// What the legs and the cushion did over the month.
    fn happened(self, month: &MonthSeen, cushions: [Option<f64>; 2]) -> String {
        let texts = self.explain();
        let moved = |moved: f64, rose: &str, fell: &str| {
            fill(if moved < 0.0 { fell } else { rose }, &[&self.percent(moved.abs(), 1)])
        };
        let mut parts = vec![
            moved(month.equity_return, texts.equities_rose, texts.equities_fell),
            moved(month.fixed_income_return, texts.fixed_income_rose, texts.fixed_income_fell),
        ];
        if let [Some(before), Some(now)] = cushions {
            let [from, to] = [before, now].map(|cushion| self.percent(cushion, 1));
            parts.push(if from == to {
                fill(texts.cushion_stayed, &[&to])
            } else if now > before {
                fill(texts.cushion_grew, &[&from, &to])
            } else {
                fill(texts.cushion_shrank, &[&from, &to])
            });
        }
        parts.join(", ")
    }
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
        let said = |language: Language, reason: &Reason| language.reason(reason, &month).replace('\u{a0}', " ");
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
            "sålde 8,2 procentenheter: aktier föll 6,1 %, räntor föll 1,2 %, bufferten krympte från 12,3 % till 9,1 %"
        );
    }
}
