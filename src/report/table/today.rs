//! The position of a pool, on a page.

use super::{Style, grid};
use crate::plan::{HighOf, Plan, Pool};
use crate::stats::figure::Branch;
use crate::study::today::{Today, TradeOrder};
use crate::texts::{Language, Message, message};
use crate::units::Share;

/// The parts of the page.
struct TodayPage<'a> {
    today: &'a Today,
    pool: Option<&'a Pool>,
    language: Language,
}

/// The position of the pool, as a page.
#[must_use]
pub fn page(today: &Today, plan: &Plan, language: Language, style: Style) -> String {
    let pool = plan.pool(&today.pool);
    let page = TodayPage { today, pool, language };
    let heading = message!(today_heading, pool = Branch::pool(&today.pool).label(plan, language), date = &today.date);
    let head = [language.text(heading), String::new()];
    let rows = page.standing().into_iter().chain(page.shares()).chain(page.trade()).chain(page.risk());
    let table = grid(style, head, rows, 0..0);
    let mut text = table + "\n" + &page.roll_offs(style);
    if today.full_window.is_some_and(|full| today.observations < full) {
        text += &page.text(message!(today_short));
        text += "\n";
    }
    text + &format!(
        "{}\n{}\n",
        page.text(message!(today_caption)),
        language.text(message!(version, version = &today.skans))
    )
}

impl TodayPage<'_> {
    fn of_value(&self) -> bool {
        self.pool.is_some_and(|pool| pool.high.of == HighOf::MarketValue)
    }

    /// What is observed: a price, or a value in mnkr.
    fn observed(&self, number: f64) -> String {
        if self.of_value() { self.mnkr(number) } else { price(self.language, number) }
    }

    fn mnkr(&self, sek: f64) -> String {
        self.text(message!(mnkr, amount = self.language.millions(sek, 1)))
    }

    fn percent(&self, fraction: f64) -> String {
        self.language.percent(fraction, 1)
    }

    fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    fn row(&self, name: Message, cell: String) -> [String; 2] {
        [self.text(name), cell]
    }

    fn standing(&self) -> Vec<[String; 2]> {
        let today = self.today;
        let mut rows = Vec::new();
        if !self.of_value() {
            rows.push(self.row(message!(today_price), self.observed(today.observed)));
        }
        rows.extend(today.value.map(|value| self.row(message!(today_value), self.mnkr(value))));
        rows.push(self.row(
            message!(today_high),
            self.text(message!(today_number_and_date, number = self.observed(today.high), date = &today.high_date)),
        ));
        rows.push(self.row(message!(today_floor), self.observed(today.floor)));
        rows.push(self.row(message!(today_cushion), self.percent(today.cushion)));
        rows.extend(today.cushion_value.map(|cushion| self.row(message!(today_cushion_value), self.mnkr(cushion))));
        let status = match (today.breach_ex_post, today.breach_ex_ante) {
            (true, _) => self.text(message!(today_below, depth = self.language.percent(today.depth, 2))),
            (false, true) => self.text(message!(today_below_ex_ante)),
            (false, false) => self.text(message!(today_above)),
        };
        rows.push(self.row(message!(today_status), status));
        if today.locked {
            rows.push([String::new(), self.text(message!(today_locked))]);
        }
        rows
    }

    fn shares(&self) -> Vec<[String; 2]> {
        let today = self.today;
        let mut rows: Vec<[String; 2]> = Vec::new();
        rows.extend(today.stress.map(|stress| self.row(message!(today_stress), self.percent(stress))));
        rows.push(self.row(message!(today_allowed), self.percent(today.allowed_share)));
        if self.pool.is_some_and(|pool| pool.lag > 0) {
            rows.push(self.row(message!(today_due), self.percent(today.trade.due_share)));
        }
        let present =
            today.trade.present_share.map_or_else(|| self.text(message!(today_not_known)), |share| self.percent(share));
        rows.push(self.row(message!(today_present), present));
        rows
    }

    fn trade(&self) -> Vec<[String; 2]> {
        let trade = &self.today.trade;
        let change = (trade.share_after - trade.present_share.unwrap_or(trade.share_after)).abs();
        let amount = match trade.amount {
            Some(amount) => self.mnkr(amount.abs()),
            None => self.text(message!(today_points, share = self.language.number(100.0 * change, 1))),
        };
        let decision = self.text(match trade.decision {
            TradeOrder::Buy => message!(today_buy, amount),
            TradeOrder::Sell => message!(today_sell, amount),
            TradeOrder::None => message!(today_none),
            TradeOrder::InsideBand => {
                let band = self.pool.and_then(|pool| pool.rebalancing.band).map_or(0.0, Share::get);
                message!(today_inside_band, band = self.language.number(100.0 * band, 1))
            }
            TradeOrder::NotToday => message!(today_not_today),
            TradeOrder::Unknown => message!(today_unknown),
        });
        let mut rows = vec![self.row(message!(today_trade), decision)];
        let trades = matches!(trade.decision, TradeOrder::Buy | TradeOrder::Sell);
        let thousandths = |sek: f64| self.text(message!(mnkr, amount = self.language.millions(sek, 3)));
        rows.extend(trade.cost.filter(|_| trades).map(|cost| self.row(message!(today_cost), thousandths(cost))));
        rows.push(self.row(message!(today_after), self.percent(trade.share_after)));
        rows.push(self.row(
            message!(today_next),
            trade.next_rebalancing.clone().unwrap_or_else(|| self.text(message!(today_never))),
        ));
        rows.extend(trade.later_amount.map(|amount| self.row(message!(today_later), self.mnkr(amount))));
        rows
    }

    fn risk(&self) -> Vec<[String; 2]> {
        let today = self.today;
        let fall = |fall: Option<f64>| match fall {
            None => self.text(message!(today_not_held)),
            Some(fall) if fall > 1.0 => self.text(message!(today_no_fall)),
            Some(fall) => self.percent(fall),
        };
        let number = today.observations;
        let window = match today.full_window {
            Some(full) => self.text(message!(today_of_full_window, number, full)),
            None => number.to_string(),
        };
        vec![
            self.row(message!(today_equity_fall), fall(today.equity_fall_to_floor)),
            self.row(message!(today_fixed_fall), fall(today.fixed_income_fall_to_floor)),
            self.row(message!(today_window), window),
        ]
    }

    fn roll_offs(&self, style: Style) -> String {
        let today = self.today;
        if today.roll_offs.is_empty() {
            let at_high = today.high_date == today.date;
            return format!(
                "{}\n",
                self.text(if at_high { message!(today_at_high) } else { message!(today_no_roll_off) })
            );
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
        let table = grid(
            style,
            self.language.texts([
                message!(today_roll_offs_from),
                message!(today_roll_offs_leaves),
                message!(today_roll_offs_high),
                message!(today_roll_offs_floor),
                message!(today_roll_offs_cushion),
                message!(today_roll_offs_share),
            ]),
            rows,
            2..6,
        );
        format!("{}\n\n{}\n", self.text(message!(today_standing_still)), table)
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
