//! The texts of breaches and their causes, in English and Swedish.

use crate::study::breaches::Cause;
use crate::texts::Language;

/// The texts of breaches in one language. `{}` stands for what is put in.
pub struct BreachTexts {
    /// Over a pool's tables: pool, breaches, probability over the horizon.
    pub heading: &'static str,
    /// The same of one path: pool, breaches.
    pub heading_of_one: &'static str,
    /// Of a pool without a breach: pool, bound of the probability.
    pub none: &'static str,
    /// Heads of the table of causes.
    pub columns: [&'static str; 3],
    /// The causes, in their order.
    pub causes: [&'static str; Cause::ALL.len()],
    /// No cause alone.
    pub together: &'static str,
    /// What there was to lose.
    pub cushion: &'static str,
    /// The depth.
    pub depth: &'static str,
    /// Heads of the table of circumstances.
    pub circumstances: [&'static str; 2],
    /// After a jump by roll-off.
    pub after_jump: &'static str,
    /// Equities beyond the stress.
    pub equities_beyond: &'static str,
    /// Fixed income beyond the stress.
    pub fixed_income_beyond: &'static str,
    /// Heads of the table of what the floor costs: mix's share.
    pub cost: [&'static str; 4],
    /// Mean yearly return.
    pub mean: &'static str,
    /// 5 % quantile of it.
    pub q05: &'static str,
    /// Probability of a breach.
    pub p_breach: &'static str,
    /// The return of one path.
    pub one_return: &'static str,
    /// Under the table: paths of the share.
    pub cost_caption: &'static str,
    /// The same of one path.
    pub cost_caption_of_one: &'static str,
    /// Under all tables: paths, seed, version.
    pub caption: &'static str,
    /// The same of one path.
    pub caption_of_one: &'static str,
    /// Where no pool has a floor.
    pub no_floor: &'static str,
    /// The chart's texts.
    pub chart: BreachChart,
}

/// The texts of the chart of causes.
pub struct BreachChart {
    /// Title: pool.
    pub title: &'static str,
    /// Under it: breaches, paths.
    pub note: &'static str,
    /// Over the right column.
    pub taken: &'static str,
    /// Under the rows: cushion, depth.
    pub foot: &'static str,
}

const EN: BreachTexts = BreachTexts {
    heading: "{}: {} breaches; undershot at least once with probability {}",
    heading_of_one: "{}: breaches on the one path: {}",
    none: "{}: no breach; probability of one {}",
    columns: ["cause", "main cause of", "took, of the level"],
    causes: [
        "equities fell",
        "fixed income fell",
        "lag: trades follow an earlier decision",
        "not traded: band, calendar, opening share",
        "trading cost",
        "fee",
        "the level’s own move",
        "payments",
    ],
    together: "several together",
    cushion: "less the distance to the level before",
    depth: "depth of the breach",
    circumstances: ["in the month of the breach, or before", "of the breaches"],
    after_jump: "the share had jumped within 12 months, since an old high left",
    equities_beyond: "equities lost more than the rule’s stress",
    fixed_income_beyond: "fixed income lost more than the rule’s stress",
    cost: ["what the floor costs", "rule", "static mix, {} equities", "mix less rule"],
    mean: "yearly return over the horizon, mean",
    q05: "the same, 5 % quantile",
    p_breach: "P(level undershot)",
    one_return: "yearly return over the horizon",
    cost_caption_of_one: "The mix holds the rule’s mean share, same funds, cost and fee, restored monthly, on the same path.",
    cost_caption: "The mix holds the rule’s mean share (of the first {} paths), same funds, cost and fee, restored monthly, on the same paths.",
    caption: "{} paths, seed {}, skans {}. ± is half the 95 % interval of the simulation. A breach is ex post, counted at its first observation below the level of the day. Main cause: the one without which it would not have come; of several, the one that took most. What the causes took, less the distance to the level before, is the depth; means over breaches. Returns nominal, of a unit.",
    caption_of_one: "{} path, seed {}, skans {}: it has no simulation error. A breach is ex post, counted at its first observation below the level of the day. Main cause: the one without which it would not have come; of several, the one that took most. What the causes took, less the distance to the level before, is the depth; means over breaches. Returns nominal, of a unit.",
    no_floor: "No pool has a floor.",
    chart: BreachChart {
        title: "{}: why the protection level is undershot",
        note: "percent of {} breaches by their main cause, on {} paths; whiskers: the simulation’s own 95 % error",
        taken: "took on average, of the level",
        foot: "distance to the level before: {}; mean depth of a breach: {}",
    },
};

const SV: BreachTexts = BreachTexts {
    heading: "{}: {} underskridanden; underskriden minst en gång med sannolikheten {}",
    heading_of_one: "{}: underskridanden på den enda banan: {}",
    none: "{}: inget underskridande; sannolikheten för ett {}",
    columns: ["orsak", "huvudorsak till", "tog, av nivån"],
    causes: [
        "aktier föll",
        "räntor föll",
        "eftersläpning: handel följer ett tidigare beslut",
        "ej handlat: band, kalender, öppningsandel",
        "handelskostnad",
        "avgift",
        "nivåns egen rörelse",
        "utbetalningar",
    ],
    together: "flera tillsammans",
    cushion: "minus avståndet till nivån före",
    depth: "underskridandets djup",
    circumstances: ["under månaden för underskridandet, eller före", "av underskridandena"],
    after_jump: "andelen hade hoppat inom 12 månader, när en topp lämnade",
    equities_beyond: "aktier förlorade mer än regelns stress",
    fixed_income_beyond: "räntor förlorade mer än regelns stress",
    cost: ["vad skyddsnivån kostar", "regeln", "fast mix, {} aktier", "mixen minus regeln"],
    mean: "avkastning per år över horisonten, medel",
    q05: "detsamma, 5 %-kvantil",
    p_breach: "P(nivån underskriden)",
    one_return: "avkastning per år över horisonten",
    cost_caption_of_one: "Mixen håller regelns medelandel, samma fonder, kostnad och avgift, återställd varje månad, på samma bana.",
    cost_caption: "Mixen håller regelns medelandel (över de första {} banorna), samma fonder, kostnad och avgift, återställd varje månad, på samma banor.",
    caption: "{} banor, frö {}, skans {}. ± är halva simuleringens 95 %-intervall. Ett underskridande är ex post, räknat vid sin första observation under dagens nivå. Huvudorsak: den utan vilken det inte hade kommit; av flera den som tog mest. Vad orsakerna tog, minus avståndet till nivån före, är djupet; medel över underskridanden. Avkastning nominell, av en andel.",
    caption_of_one: "{} bana, frö {}, skans {}: den har inget simuleringsfel. Ett underskridande är ex post, räknat vid sin första observation under dagens nivå. Huvudorsak: den utan vilken det inte hade kommit; av flera den som tog mest. Vad orsakerna tog, minus avståndet till nivån före, är djupet; medel över underskridanden. Avkastning nominell, av en andel.",
    no_floor: "Ingen portfölj har en skyddsnivå.",
    chart: BreachChart {
        title: "{}: varför skyddsnivån underskrids",
        note: "procent av {} underskridanden efter huvudorsak, på {} banor; streck: simuleringens eget 95 %-fel",
        taken: "tog i medel, av nivån",
        foot: "avstånd till nivån före: {}; underskridandets medeldjup: {}",
    },
};

impl Language {
    /// The texts of breaches.
    #[must_use]
    pub const fn breaches(self) -> &'static BreachTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }

    /// A cause in words.
    #[must_use]
    pub const fn cause(self, cause: Cause) -> &'static str {
        self.breaches().causes[cause as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_slots() {
        let texts = |texts: &BreachTexts| {
            // Names every text, so that none is forgotten.
            let BreachTexts { heading, heading_of_one, none, columns, causes, together, cushion, depth, .. } = texts;
            let BreachTexts { circumstances, after_jump, equities_beyond, fixed_income_beyond, cost, .. } = texts;
            let BreachTexts { mean, q05, p_breach, one_return, cost_caption, cost_caption_of_one, .. } = texts;
            let BreachTexts { caption, caption_of_one, no_floor, chart, .. } = texts;
            let BreachChart { title, note, taken, foot } = chart;
            let lists = columns.iter().chain(causes).chain(circumstances).chain(cost).copied();
            let single = [
                *heading,
                heading_of_one,
                none,
                together,
                cushion,
                depth,
                after_jump,
                equities_beyond,
                fixed_income_beyond,
                mean,
                q05,
                p_breach,
                one_return,
                cost_caption_of_one,
                cost_caption,
                caption,
                caption_of_one,
                no_floor,
                title,
                note,
                taken,
                foot,
            ];
            lists.chain(single).collect::<Vec<&str>>()
        };
        for (en, sv) in texts(&EN).into_iter().zip(texts(&SV)) {
            assert_eq!(en.matches("{}").count(), sv.matches("{}").count(), "{en} / {sv}");
            assert_ne!(en, sv);
        }
    }
}
