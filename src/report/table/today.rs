//! Where a pool stands, on a page.

use super::backtest::label;
use super::{Style, grid};
use crate::plan::{HighOf, Plan, Pool};
use crate::report::text::fill;
use crate::report::text::today::TodayTexts;
use crate::study::today::{Decision, Today};
use crate::texts::Language;
use crate::units::Share;

/// What the page is made of.
struct Page<'a> {
    today: &'a Today,
    pool: Option<&'a Pool>,
    language: Language,
    texts: &'static TodayTexts,
}

/// Where the pool stands, as a page.
#[must_use]
pub fn page(today: &Today, plan: &Plan, language: Language, style: Style) -> String {
    let texts = language.today();
    let pool = plan.pools.iter().find(|pool| pool.name == today.pool);
    let page = Page { today, pool, language, texts };
    let head = [fill(texts.heading, &[label(plan, &today.pool, language), &today.date]), String::new()];
    let rows = page.standing().into_iter().chain(page.shares()).chain(page.trade()).chain(page.risk());
    let table = grid(style, head, rows, 0..0);
    let mut text = table + "\n" + &page.roll_offs(style);
    if today.full_window.is_some_and(|full| today.observations < full) {
        text += texts.short;
        text += "\n";
    }
    text + &format!("{}\n{}\n", texts.certain, fill(texts.version, &[&today.skans]))
}

impl Page<'_> {
    fn of_value(&self) -> bool {
        self.pool.is_some_and(|pool| pool.high.of == HighOf::MarketValue)
    }

    /// What is observed: a price, or a value in mnkr.
    fn observed(&self, number: f64) -> String {
        if self.of_value() { self.mnkr(number) } else { price(self.language, number) }
    }

    fn mnkr(&self, sek: f64) -> String {
        fill(self.texts.mnkr, &[&self.language.millions(sek, 1)])
    }

    fn percent(&self, fraction: f64) -> String {
        self.language.percent(fraction, 1)
    }

    fn row(name: &str, cell: String) -> [String; 2] {
        [name.to_owned(), cell]
    }

    fn standing(&self) -> Vec<[String; 2]> {
        let (today, texts) = (self.today, self.texts);
        let mut rows = Vec::new();
        if !self.of_value() {
            rows.push(Self::row(texts.price, self.observed(today.observed)));
        }
        rows.extend(today.value.map(|value| Self::row(texts.value, self.mnkr(value))));
        rows.push(Self::row(texts.high, fill(texts.on, &[&self.observed(today.high), &today.high_date])));
        rows.push(Self::row(texts.floor, self.observed(today.floor)));
        rows.push(Self::row(texts.cushion, self.percent(today.cushion)));
        rows.extend(today.cushion_value.map(|cushion| Self::row(texts.cushion_value, self.mnkr(cushion))));
        let status = match (today.breach_ex_post, today.breach_ex_ante) {
            (true, _) => fill(texts.below, &[&self.language.percent(today.depth, 2)]),
            (false, true) => texts.below_ex_ante.to_owned(),
            (false, false) => texts.above.to_owned(),
        };
        rows.push(Self::row(texts.status, status));
        if today.locked {
            rows.push(Self::row("", texts.locked.to_owned()));
        }
        rows
    }

    fn shares(&self) -> Vec<[String; 2]> {
        let (today, texts) = (self.today, self.texts);
        let mut rows: Vec<[String; 2]> = Vec::new();
        rows.extend(today.stress.map(|stress| Self::row(texts.stress, self.percent(stress))));
        rows.push(Self::row(texts.allowed, self.percent(today.allowed_share)));
        if self.pool.is_some_and(|pool| pool.lag > 0) {
            rows.push(Self::row(texts.due, self.percent(today.trade.due_share)));
        }
        let present = today.trade.present_share.map_or_else(|| texts.not_known.to_owned(), |share| self.percent(share));
        rows.push(Self::row(texts.present, present));
        rows
    }

    fn trade(&self) -> Vec<[String; 2]> {
        let (trade, texts) = (&self.today.trade, self.texts);
        let change = (trade.share_after - trade.present_share.unwrap_or(trade.share_after)).abs();
        let amount = match trade.amount {
            Some(amount) => self.mnkr(amount.abs()),
            None => fill(texts.points, &[&self.language.number(100.0 * change, 1)]),
        };
        let said = match trade.decision {
            Decision::Buy => fill(texts.buy, &[&amount]),
            Decision::Sell => fill(texts.sell, &[&amount]),
            Decision::None => texts.none.to_owned(),
            Decision::InsideBand => {
                let band = self.pool.and_then(|pool| pool.rebalancing.band).map_or(0.0, Share::get);
                fill(texts.inside_band, &[&self.language.number(100.0 * band, 1)])
            }
            Decision::NotToday => texts.not_today.to_owned(),
            Decision::Unknown => texts.unknown.to_owned(),
        };
        let mut rows = vec![Self::row(texts.trade, said)];
        let trades = matches!(trade.decision, Decision::Buy | Decision::Sell);
        let thousandths = |sek: f64| fill(texts.mnkr, &[&self.language.millions(sek, 3)]);
        rows.extend(trade.cost.filter(|_| trades).map(|cost| Self::row(texts.cost, thousandths(cost))));
        rows.push(Self::row(texts.after, self.percent(trade.share_after)));
        rows.push(Self::row(texts.next, trade.next_rebalancing.clone().unwrap_or_else(|| texts.never.to_owned())));
        rows.extend(trade.later_amount.map(|amount| Self::row(texts.later, self.mnkr(amount))));
        rows
    }

    fn risk(&self) -> Vec<[String; 2]> {
        let (today, texts) = (self.today, self.texts);
        let fall = |fall: Option<f64>| match fall {
            None => texts.not_held.to_owned(),
            Some(fall) if fall > 1.0 => texts.no_fall.to_owned(),
            Some(fall) => self.percent(fall),
        };
        let seen = today.observations.to_string();
        let window = today
            .full_window
            .map_or_else(|| fill(texts.plain, &[&seen]), |full| fill(texts.of, &[&seen, &full.to_string()]));
        vec![
            Self::row(texts.equity_fall, fall(today.equity_fall_to_floor)),
            Self::row(texts.fixed_fall, fall(today.fixed_income_fall_to_floor)),
            Self::row(texts.window, window),
        ]
    }

    fn roll_offs(&self, style: Style) -> String {
        let (today, texts) = (self.today, self.texts);
        if today.roll_offs.is_empty() {
            let at_high = today.high_date == today.date;
            return format!("{}\n", if at_high { texts.at_high } else { texts.no_roll_off });
        }
        let rows = today.roll_offs.iter().map(|roll_off| {
            [
                roll_off.date.clone(),
                roll_off.high_date.clone(),
                self.observed(roll_off.high),
                self.observed(roll_off.floor),
                self.percent(roll_off.cushion),
                self.percent(roll_off.allowed_share),
            ]
        });
        let table = grid(style, texts.roll_offs, rows, 2..6);
        format!("{}\n\n{}\n", texts.standing_still, table)
    }
}

/// A price with five figures or so.
pub(in crate::report) fn price(language: Language, price: f64) -> String {
    language.number(
        price,
        if price >= 1000.0 {
            1
        } else if price >= 10.0 {
            2
        } else {
            4
        },
    )
}
