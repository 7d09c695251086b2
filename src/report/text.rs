//! All texts of results, in English and Swedish: the one place for a language.

use clap::ValueEnum;

use crate::plan::Label;

/// The language of tables, charts and their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Language {
    /// English.
    En,
    /// Swedish.
    Sv,
}

impl Language {
    /// The language's texts.
    #[must_use]
    pub const fn texts(self) -> &'static Texts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }

    /// A label in the language.
    #[must_use]
    pub fn of(self, label: &Label) -> &str {
        match self {
            Self::En => &label.en,
            Self::Sv => &label.sv,
        }
    }
}

/// The texts of one language. `{}` stands for what is put in.
pub struct Texts {
    /// The total of the pools.
    pub total: &'static str,
    /// A span of years, with its number.
    pub years: &'static str,
    /// A span of one year.
    pub one_year: &'static str,
    /// The whole horizon, with its years.
    pub horizon: &'static str,
    /// Under every chart: version, paths, seed, world.
    pub source: &'static str,
    /// The laws of the market.
    pub worlds: [(&'static str, &'static str); 2],
    /// The world with its assets' expected returns a year.
    pub world_returns: &'static str,
    /// The charts' texts.
    pub chart: ChartTexts,
    /// The table's texts.
    pub table: TableTexts,
}

/// The texts of charts.
pub struct ChartTexts {
    /// Title of a value fan: pool, last year.
    pub fan_title: &'static str,
    /// Under it: the bands' percents.
    pub fan_note: &'static str,
    /// Title of the fan with the floor.
    pub floor_title: &'static str,
    /// Title of a share fan.
    pub share_title: &'static str,
    /// Under it: the bands' percents.
    pub share_note: &'static str,
    /// Label of the rule's largest share.
    pub most_allowed: &'static str,
    /// Title of the breach chart.
    pub breach_title: &'static str,
    /// Under it.
    pub breach_note: &'static str,
    /// Label of the ex-post line.
    pub ex_post: &'static str,
    /// Label of the ex-ante line.
    pub ex_ante: &'static str,
    /// Title of a value distribution: pool, span.
    pub value_title: &'static str,
    /// Under it.
    pub value_note: &'static str,
    /// Title of a return distribution: pool, span.
    pub return_title: &'static str,
    /// Under it.
    pub return_note: &'static str,
    /// Label of the median line.
    pub median: &'static str,
    /// Label of the 5 % quantile line.
    pub quantile5: &'static str,
    /// Label of the mean of the worst 5 %.
    pub worst5: &'static str,
    /// Label of the policy's expectation: rate, probability of missing it.
    pub expected: &'static str,
    /// Label of the opening value.
    pub opening: &'static str,
    /// Title of the drawdown chart.
    pub drawdown_title: &'static str,
    /// Under it.
    pub drawdown_note: &'static str,
    /// The axis below it.
    pub drawdown_axis: &'static str,
    /// Label of the curve from the rolling high.
    pub from_rolling: &'static str,
    /// Label of the curve from the rolling high, without a window.
    pub from_beginning: &'static str,
    /// Label of the curve from the all-time high.
    pub from_all_time: &'static str,
    /// Label at a threshold: fall, probability.
    pub over: &'static str,
    /// Title of the sample paths.
    pub paths_title: &'static str,
    /// Under it: number of paths.
    pub paths_note: &'static str,
    /// Label of the worst path.
    pub worst_path: &'static str,
    /// Label of the protection level.
    pub floor: &'static str,
    /// Label of the worst path's protection level.
    pub worst_floor: &'static str,
}

/// The texts of tables.
pub struct TableTexts {
    /// Line under a table: paths, seed, version.
    pub caption: &'static str,
    /// Head of the column of figures.
    pub figure: &'static str,
    /// Opening value.
    pub opening: &'static str,
    /// Value: quantile, span.
    pub value: &'static str,
    /// Return a year: quantile, span.
    pub returns: &'static str,
    /// Real return a year: quantile, span.
    pub real_returns: &'static str,
    /// Probability of missing the expected return, span.
    pub below_expected: &'static str,
    /// Probability of a loss in the first year.
    pub loss: &'static str,
    /// Value at risk in the first year.
    pub var: &'static str,
    /// Expected shortfall in the first year.
    pub shortfall: &'static str,
    /// Probability of an ex-post breach: span.
    pub breach_ex_post: &'static str,
    /// Probability of an ex-ante breach: span.
    pub breach_ex_ante: &'static str,
    /// Mean depth of the deepest breach.
    pub depth: &'static str,
    /// Months below the floor.
    pub months_below: &'static str,
    /// Median of the deepest fall from the rolling high.
    pub fall: &'static str,
    /// Probability of a fall: percent.
    pub fall_over: &'static str,
    /// Probability of never regaining the old high.
    pub not_recovered: &'static str,
    /// Mean equity share.
    pub share: &'static str,
    /// Share of time in cash-lock.
    pub lock: &'static str,
    /// Turnover a year.
    pub turnover: &'static str,
    /// Trading cost a year.
    pub cost: &'static str,
    /// Roll-off jumps a year.
    pub jumps: &'static str,
    /// Probability of an unpaid pension.
    pub unpaid: &'static str,
    /// The median, as a word in a row's name.
    pub median: &'static str,
}

const EN: Texts = Texts {
    total: "All pools",
    years: "{} years",
    one_year: "one year",
    horizon: "{} years",
    source: "skans {} · {} paths · seed {} · world: {}",
    worlds: [("lognormal", "lognormal"), ("given scenarios", "given scenarios")],
    world_returns: "{}, {} a year",
    chart: ChartTexts {
        fan_title: "{}: value to {}",
        fan_note: "mnkr, nominal; bands hold {} % of outcomes, one future in {} lies outside them",
        floor_title: "{}: value and protection level to {}",
        share_title: "{}: share held in equities",
        share_note: "percent of the pool, after trading; bands hold {} % of outcomes, one future in {} lies outside them",
        most_allowed: "most allowed",
        breach_title: "{}: probability that the protection level has been undershot",
        breach_note: "percent, at least once since the start; the band is the simulation’s own 95 % error",
        ex_post: "below the day’s level",
        ex_ante: "below the level known before",
        value_title: "{}: value after {}",
        value_note: "share of outcomes in each bar; mnkr, nominal, with payments in and out",
        return_title: "{}: return a year over {}",
        return_note: "share of outcomes in each bar; average growth a year, nominal, after fees and costs",
        median: "median: {}",
        quantile5: "5 % quantile: {}",
        worst5: "mean of the worst 5 %: {}",
        expected: "the policy’s {}: missed in {} of outcomes",
        opening: "today: {}",
        drawdown_title: "{}: how deep is the deepest fall?",
        drawdown_note: "probability, in percent, that the deepest fall of the whole period is deeper than …",
        drawdown_axis: "fall from the high",
        from_rolling: "from the high of {} months",
        from_beginning: "from the high",
        from_all_time: "from the all-time high",
        over: "deeper than {}: {}",
        paths_title: "{}: single futures",
        paths_note: "mnkr, nominal; the first {} of the simulated paths, and of all paths the one with the lowest return",
        worst_path: "worst path",
        floor: "protection level",
        worst_floor: "its protection level",
    },
    table: TableTexts {
        caption: "{} paths, seed {}, skans {}. ± is half the 95 % interval of the simulation; amounts in mnkr, nominal.",
        figure: "figure",
        opening: "opening value, mnkr",
        value: "value, {}, after {}, mnkr",
        returns: "return a year, {}, over {}",
        real_returns: "real return a year, {}, over {}",
        below_expected: "P(return below the policy’s), {}",
        loss: "P(loss), first year",
        var: "value at risk 95 %, first year",
        shortfall: "expected shortfall 95 %, first year",
        breach_ex_post: "P(protection level undershot), {}",
        breach_ex_ante: "P(undershot, level known before), {}",
        depth: "mean depth, if undershot",
        months_below: "months below the level",
        fall: "deepest fall from the rolling high, median",
        fall_over: "P(fall deeper than {})",
        not_recovered: "P(old high not regained by the end)",
        share: "equity share, mean",
        lock: "time with almost no equities",
        turnover: "turnover a year",
        cost: "trading cost a year, mnkr",
        jumps: "roll-off jumps a year",
        unpaid: "P(a pension not paid), {}",
        median: "median",
    },
};

const SV: Texts = Texts {
    total: "Alla portföljer",
    years: "{} år",
    one_year: "ett år",
    horizon: "{} år",
    source: "skans {} · {} banor · frö {} · värld: {}",
    worlds: [("lognormal", "lognormal"), ("given scenarios", "givna scenarier")],
    world_returns: "{}, {} per år",
    chart: ChartTexts {
        fan_title: "{}: värde till {}",
        fan_note: "mnkr, nominellt; fälten rymmer {} % av utfallen, en av {} framtider ligger utanför",
        floor_title: "{}: värde och skyddsnivå till {}",
        share_title: "{}: aktieandel",
        share_note: "procent av portföljen, efter handel; fälten rymmer {} % av utfallen, en av {} framtider ligger utanför",
        most_allowed: "högst tillåtet",
        breach_title: "{}: sannolikhet att skyddsnivån har underskridits",
        breach_note: "procent, minst en gång sedan start; fältet är simuleringens eget 95 %-fel",
        ex_post: "under dagens nivå",
        ex_ante: "under nivån känd i förväg",
        value_title: "{}: värde efter {}",
        value_note: "andel av utfallen i varje stapel; mnkr, nominellt, med in- och utbetalningar",
        return_title: "{}: avkastning per år under {}",
        return_note: "andel av utfallen i varje stapel; genomsnittlig tillväxt per år, nominell, efter avgifter och kostnader",
        median: "median: {}",
        quantile5: "5 %-kvantil: {}",
        worst5: "medel av de sämsta 5 %: {}",
        expected: "policyns {}: missas i {} av utfallen",
        opening: "i dag: {}",
        drawdown_title: "{}: hur djupt är det djupaste fallet?",
        drawdown_note: "sannolikhet, i procent, att hela periodens djupaste fall är djupare än …",
        drawdown_axis: "fall från högsta värdet",
        from_rolling: "från högsta värdet på {} månader",
        from_beginning: "från högsta värdet",
        from_all_time: "från högsta värdet någonsin",
        over: "djupare än {}: {}",
        paths_title: "{}: enskilda framtider",
        paths_note: "mnkr, nominellt; de {} första simulerade banorna, och av alla banor den med lägst avkastning",
        worst_path: "sämsta banan",
        floor: "skyddsnivå",
        worst_floor: "dess skyddsnivå",
    },
    table: TableTexts {
        caption: "{} banor, frö {}, skans {}. ± är halva simuleringens 95 %-intervall; belopp i mnkr, nominellt.",
        figure: "mått",
        opening: "ingående värde, mnkr",
        value: "värde, {}, efter {}, mnkr",
        returns: "avkastning per år, {}, under {}",
        real_returns: "real avkastning per år, {}, under {}",
        below_expected: "P(avkastning under policyns), {}",
        loss: "P(förlust), första året",
        var: "value at risk 95 %, första året",
        shortfall: "förväntad förlust i de sämsta 5 %, första året",
        breach_ex_post: "P(skyddsnivån underskriden), {}",
        breach_ex_ante: "P(underskriden, nivån känd i förväg), {}",
        depth: "medeldjup, om underskriden",
        months_below: "månader under nivån",
        fall: "djupaste fall från högsta värdet, median",
        fall_over: "P(fall djupare än {})",
        not_recovered: "P(högsta värdet ej återtaget vid slutet)",
        share: "aktieandel, medel",
        lock: "tid nästan utan aktier",
        turnover: "omsättning per år",
        cost: "handelskostnad per år, mnkr",
        jumps: "hopp när en topp lämnar fönstret, per år",
        unpaid: "P(en pension ej betald), {}",
        median: "median",
    },
};

/// A text with its slots `{}` filled in order.
#[must_use]
pub fn fill(template: &str, slots: &[&str]) -> String {
    let mut slots = slots.iter();
    let mut parts = template.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(slots.next().copied().unwrap_or_default());
        text.push_str(part);
    }
    text
}

impl Texts {
    /// A span in words.
    #[must_use]
    pub fn span(&self, years: f64, number: &str) -> String {
        if (years - 1.0).abs() < 1e-9 { self.one_year.to_owned() } else { fill(self.years, &[number]) }
    }

    /// The law of the market in words.
    #[must_use]
    pub fn world<'a>(&self, name: &'a str) -> &'a str
    where
        Self: 'a,
    {
        self.worlds.iter().find(|(key, _)| *key == name).map_or(name, |(_, text)| text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_in_order() {
        assert_eq!(fill("{}: {} %", &["a", "5"]), "a: 5 %");
        assert_eq!(fill("none", &["a"]), "none");
    }

    #[test]
    fn both_languages_have_the_same_slots() {
        let slots = |text: &str| text.matches("{}").count();
        for (en, sv) in [
            (EN.source, SV.source),
            (EN.chart.fan_note, SV.chart.fan_note),
            (EN.chart.expected, SV.chart.expected),
            (EN.table.caption, SV.table.caption),
            (EN.table.returns, SV.table.returns),
        ] {
            assert_eq!(slots(en), slots(sv), "{en} / {sv}");
            assert_ne!(en, sv);
        }
    }
}
