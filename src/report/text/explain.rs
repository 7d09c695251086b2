//! The texts of an explained path, in English and Swedish.

mod why;

use crate::study::explain::Choice;
use crate::texts::Language;

/// The texts of an explained path in one language. `{}` stands for what is put in.
pub struct ExplainTexts {
    /// Over the table: pool, path, paths, how it was chosen.
    pub heading: &'static str,
    /// How a path is chosen: by its number, worst, median, first breach.
    pub choices: [&'static str; 4],
    /// Heads of the table.
    pub columns: [&'static str; 9],
    /// Under the table: seed, version.
    pub caption: &'static str,
    /// Added where months have several steps.
    pub between: &'static str,
    /// Below both floors: depth ex post, depth ex ante.
    pub below: &'static str,
    /// Below the floor known before only: depth.
    pub below_ex_ante: &'static str,
    /// Below the floor of the day only: depth.
    pub below_ex_post: &'static str,
    /// An old high left: its month.
    pub high_left: &'static str,
    /// The same, with a jump: points, its month.
    pub jumped: &'static str,
    /// In place of the month of a high between month-ends.
    pub between_months: &'static str,
    /// Money received, mnkr.
    pub received: &'static str,
    /// Money paid, mnkr.
    pub paid: &'static str,
    /// Money not paid, mnkr.
    pub unpaid: &'static str,
    /// The region's rules brought more than they took: mnkr.
    pub region_brought: &'static str,
    /// The region's rules took more than they brought: mnkr.
    pub region_took: &'static str,
    /// Opens with the rule's share.
    pub opening: &'static str,
    /// Opens with a given share.
    pub opening_given: &'static str,
    /// Locked since.
    pub locked: &'static str,
    /// Locked since some time between month-ends.
    pub locked_between: &'static str,
    /// No rebalancing day; the next.
    pub no_day: &'static str,
    /// No rebalancing day, and no other comes.
    pub no_day_left: &'static str,
    /// Inside the band: points off, points of the band.
    pub inside_band: &'static str,
    /// On target.
    pub on_target: &'static str,
    /// Lag: month of the decision, its share.
    pub acts_on: &'static str,
    /// Bought: points, what had happened.
    pub bought: &'static str,
    /// Sold: points, what had happened.
    pub sold: &'static str,
    /// Why, where the last month does not tell.
    pub to_target: &'static str,
    /// Equities rose by.
    pub equities_rose: &'static str,
    /// Equities fell by.
    pub equities_fell: &'static str,
    /// Fixed income rose by.
    pub fixed_income_rose: &'static str,
    /// Fixed income fell by.
    pub fixed_income_fell: &'static str,
    /// The cushion grew from, to.
    pub cushion_grew: &'static str,
    /// The cushion shrank from, to.
    pub cushion_shrank: &'static str,
    /// The cushion stayed at.
    pub cushion_stayed: &'static str,
    /// The stress went from, to.
    pub stress_changed: &'static str,
    /// At the cap: cap, cushion, stress, what they would allow.
    pub at_most: &'static str,
    /// At the cap exactly: cap, cushion, stress.
    pub at_most_exactly: &'static str,
    /// At the least share: it, cushion, stress.
    pub at_least: &'static str,
    /// Allowed: cushion, stress, share.
    pub allowed: &'static str,
    /// Cash-lock: share, bound.
    pub cash_lock: &'static str,
    /// The chart's texts.
    pub chart: ExplainChart,
}

/// The texts of the chart of a path.
pub struct ExplainChart {
    /// Title: pool, path.
    pub title: &'static str,
    /// Under it: how the path was chosen, of how many.
    pub note: &'static str,
    /// The same where there is but one path.
    pub note_of_one: &'static str,
    /// At the value's end.
    pub value: &'static str,
    /// At the high's end.
    pub high: &'static str,
    /// At the floor's end.
    pub floor: &'static str,
    /// At the share's end.
    pub share: &'static str,
    /// At the end of the share allowed.
    pub allowed: &'static str,
    /// Over the upper plot.
    pub upper: &'static str,
    /// Over the lower plot.
    pub lower: &'static str,
    /// Names of the marks: breach, roll-off jump, trade of so many points.
    pub marks: [&'static str; 3],
    /// Under the chart: version, path, seed, world.
    pub source: &'static str,
}

const EN: ExplainTexts = ExplainTexts {
    heading: "{}: path {} of {}, numbered from 0 ({})",
    choices: [
        "by its number",
        "the one that ends lowest",
        "the one that ends in the middle",
        "the one with the earliest breach",
    ],
    columns: ["month", "unit", "level", "cushion", "equities", "fixed income", "allowed", "share", "why"],
    caption: "One path: it has no simulation error. Unit: start = 100, payments left out, after costs and fee; level: the protection level of the unit. Equities, fixed income: nominal return over the month up to its end. Allowed, share: equities by the rule, and held after trading. Seed {}, skans {}.",
    between: "Trades between month-ends are not listed.",
    below: "BREACH: {} below the protection level of the day (ex post), {} below the one known before (ex ante)",
    below_ex_ante: "{} below the protection level known before (ex ante), not below that of the day, which has fallen",
    below_ex_post: "BREACH: {} below the protection level of the day (ex post), not below the one known before",
    high_left: "the high of {} left the window, and the level fell",
    jumped: "a jump of {} points only because the high of {} left the window",
    between_months: "some day between month-ends",
    received: "{} mnkr received",
    paid: "{} mnkr paid",
    unpaid: "{} mnkr due could not be paid",
    region_brought: "{} mnkr received, net, by the region’s rules",
    region_took: "{} mnkr paid, net, by the region’s rules",
    opening: "opens with the rule’s {}",
    opening_given: "opens with the given {}",
    locked: "locked out of equities after the breach ex ante of {}",
    locked_between: "locked out of equities after a breach between month-ends",
    no_day: "no rebalancing day: the next is {}",
    no_day_left: "no rebalancing day",
    inside_band: "no trade: {} points off the target lie inside the band of {}",
    on_target: "no trade: the share is on target",
    acts_on: "lag: acts on the decision of {}, {}",
    bought: "bought {} points: {}",
    sold: "sold {} points: {}",
    to_target: "to the share decided, from where it had drifted since the last trade",
    equities_rose: "equities rose {}",
    equities_fell: "equities fell {}",
    fixed_income_rose: "fixed income rose {}",
    fixed_income_fell: "fixed income fell {}",
    cushion_grew: "the cushion grew from {} to {}",
    cushion_shrank: "the cushion shrank from {} to {}",
    cushion_stayed: "the cushion stayed at {}",
    stress_changed: "the stress of equities went from {} to {}",
    at_most: "held at the cap of {}: the cushion of {} over a stress of {} would allow {}",
    at_most_exactly: "held at the cap of {}: the cushion of {} over a stress of {} would allow it exactly",
    at_least: "held at the least share of {}: the cushion is {}, the stress {}",
    allowed: "the cushion of {} over a stress of {} allows {}",
    cash_lock: "cash-lock: {} in equities, below {}",
    chart: ExplainChart {
        title: "{}: path {}, month by month",
        note: "{}, of {} paths, numbered from 0; one path has no simulation error",
        note_of_one: "the only path; it has no simulation error",
        value: "value",
        high: "high",
        floor: "level",
        share: "held",
        allowed: "allowed",
        upper: "value of a unit against its rolling high and protection level; start = 100, payments left out",
        lower: "percent in equities: held after trading (dark), allowed by the rule (dotted)",
        marks: ["value below the level", "jump: an old high left the window", "trade of {} points or more"],
        source: "skans {} · path {} · seed {} · world: {}",
    },
};

const SV: ExplainTexts = ExplainTexts {
    heading: "{}: bana {} av {}, numrerade från 0 ({})",
    choices: [
        "vald efter nummer",
        "den som slutar lägst",
        "den som slutar i mitten",
        "den med det tidigaste underskridandet",
    ],
    columns: ["månad", "andel", "nivå", "buffert", "aktier", "räntor", "tillåten", "aktieandel", "varför"],
    caption: "En bana: den har inget simuleringsfel. Andel: värdet av en andel, start = 100, utan in- och utbetalningar, efter kostnader och avgift; nivå: andelens skyddsnivå. Aktier, räntor: nominell avkastning under månaden fram till månadsslutet. Tillåten, aktieandel: enligt regeln, och hållen efter handel. Frö {}, skans {}.",
    between: "Handel mellan månadssluten visas inte.",
    below: "UNDERSKRIDANDE: {} under dagens skyddsnivå (ex post), {} under den i förväg kända (ex ante)",
    below_ex_ante: "{} under den i förväg kända skyddsnivån (ex ante), inte under dagens, som har sjunkit",
    below_ex_post: "UNDERSKRIDANDE: {} under dagens skyddsnivå (ex post), inte under den i förväg kända",
    high_left: "toppen från {} lämnade fönstret, och nivån sjönk",
    jumped: "ett hopp på {} procentenheter enbart för att toppen från {} lämnade fönstret",
    between_months: "någon dag mellan månadssluten",
    received: "{} mnkr mottogs",
    paid: "{} mnkr betalades ut",
    unpaid: "{} mnkr kunde inte betalas ut",
    region_brought: "{} mnkr mottogs netto enligt regionens regler",
    region_took: "{} mnkr betalades ut netto enligt regionens regler",
    opening: "öppnar med regelns {}",
    opening_given: "öppnar med givna {}",
    locked: "låst utan aktier efter underskridandet ex ante {}",
    locked_between: "låst utan aktier efter ett underskridande mellan månadssluten",
    no_day: "ingen ombalanseringsdag: nästa är {}",
    no_day_left: "ingen ombalanseringsdag",
    inside_band: "ingen handel: {} procentenheter från målet ligger inom bandet på {}",
    on_target: "ingen handel: andelen ligger på målet",
    acts_on: "eftersläpning: följer beslutet från {}, {}",
    bought: "köpte {} procentenheter: {}",
    sold: "sålde {} procentenheter: {}",
    to_target: "till den beslutade andelen, från den som uppstått sedan den förra affären",
    equities_rose: "aktier steg {}",
    equities_fell: "aktier föll {}",
    fixed_income_rose: "räntor steg {}",
    fixed_income_fell: "räntor föll {}",
    cushion_grew: "bufferten växte från {} till {}",
    cushion_shrank: "bufferten krympte från {} till {}",
    cushion_stayed: "bufferten förblev {}",
    stress_changed: "aktiernas stress gick från {} till {}",
    at_most: "hålls vid taket {}: bufferten {} över stressen {} skulle tillåta {}",
    at_most_exactly: "hålls vid taket {}: bufferten {} över stressen {} skulle tillåta just det",
    at_least: "hålls vid den minsta andelen {}: bufferten är {}, stressen {}",
    allowed: "bufferten {} över stressen {} tillåter {}",
    cash_lock: "nästan utan aktier: {}, under {}",
    chart: ExplainChart {
        title: "{}: bana {}, månad för månad",
        note: "{}, av {} banor, numrerade från 0; en bana har inget simuleringsfel",
        note_of_one: "den enda banan; den har inget simuleringsfel",
        value: "värde",
        high: "topp",
        floor: "skyddsnivå",
        share: "hållen",
        allowed: "tillåten",
        upper: "värdet av en andel mot sin rullande topp och skyddsnivå; start = 100, utan in- och utbetalningar",
        lower: "procent i aktier: hållen efter handel (mörk), tillåten enligt regeln (prickad)",
        marks: ["värde under nivån", "hopp: en gammal topp lämnade fönstret", "handel om minst {} procentenheter"],
        source: "skans {} · bana {} · frö {} · värld: {}",
    },
};

impl Language {
    /// The texts of an explained path.
    #[must_use]
    pub const fn explain(self) -> &'static ExplainTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }

    /// How a path was chosen, in words.
    #[must_use]
    pub const fn choice(self, choice: Choice) -> &'static str {
        let [number, worst, median, first_breach] = self.explain().choices;
        match choice {
            Choice::Number(_) => number,
            Choice::Worst => worst,
            Choice::Median => median,
            Choice::FirstBreach => first_breach,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_slots() {
        macro_rules! same {
            ($($name:ident),+ $(,)?) => {{
                // Names every text, so that none is forgotten.
                let ExplainTexts { choices, columns, chart, $($name),+ } = &EN;
                assert_ne!(choices, &SV.choices);
                assert_ne!(columns, &SV.columns);
                assert_ne!(chart.title, SV.chart.title);
                for (en, sv) in [$(($name, &SV.$name)),+] {
                    assert_eq!(en.matches("{}").count(), sv.matches("{}").count(), "{en} / {sv}");
                    assert_ne!(en, sv);
                }
            }};
        }
        same!(
            heading,
            caption,
            between,
            below,
            below_ex_ante,
            below_ex_post,
            high_left,
            jumped,
            between_months,
            received,
            paid,
            unpaid,
            region_brought,
            region_took,
            opening,
            opening_given,
            locked,
            locked_between,
            no_day,
            no_day_left,
            inside_band,
            on_target,
            acts_on,
            bought,
            sold,
            to_target,
            equities_rose,
            equities_fell,
            fixed_income_rose,
            fixed_income_fell,
            cushion_grew,
            cushion_shrank,
            cushion_stayed,
            stress_changed,
            at_most,
            at_most_exactly,
            at_least,
            allowed,
            cash_lock,
        );
    }
}
