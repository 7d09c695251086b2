//! The texts of a stress test.

use crate::texts::Language;

/// The texts of a stress test in one language.
pub struct StressTexts {
    // Table of all scenarios
    /// Head of the scenarios' names.
    pub scenario: &'static str,
    /// Head of a pool's fall: pool.
    pub fall: &'static str,
    /// Head of a pool's breach: pool.
    pub below: &'static str,
    /// Head of a pool's lowest share: pool.
    pub lowest_share: &'static str,
    /// Head of the realised result.
    pub realised: &'static str,
    /// Head of the unrealised result.
    pub unrealised: &'static str,
    /// No breach.
    pub no: &'static str,
    /// A breach: first month, depth.
    pub from_month: &'static str,
    /// Under the table: start, version.
    pub caption: &'static str,
    // One scenario
    /// Its heading: name, months, months after it.
    pub heading: &'static str,
    /// Where its figures are from: source.
    pub source: &'static str,
    /// Series of which nothing is known: name, months, of months.
    pub as_expected: &'static str,
    /// Consumer prices among those.
    pub prices: &'static str,
    /// Value at the start.
    pub value_start: &'static str,
    /// Lowest value.
    pub value_lowest: &'static str,
    /// A number and its month.
    pub in_month: &'static str,
    /// Value at the scenario's end.
    pub value_end: &'static str,
    /// Value after the months that follow.
    pub value_after: &'static str,
    /// Deepest fall of a unit from the start.
    pub fall_from_start: &'static str,
    /// Deepest fall from the rolling high.
    pub fall_from_high: &'static str,
    /// Floor at the start.
    pub floor_start: &'static str,
    /// Floor at the scenario's end.
    pub floor_end: &'static str,
    /// Below the floor known before.
    pub ex_ante: &'static str,
    /// Below the floor of the day.
    pub ex_post: &'static str,
    /// A breach in full: first month, months, depth.
    pub breach: &'static str,
    /// Equity share at the start.
    pub share_start: &'static str,
    /// Lowest equity share.
    pub share_lowest: &'static str,
    /// Equity share at the scenario's end.
    pub share_end: &'static str,
    /// Realised result of the scenario.
    pub income_realised: &'static str,
    /// Fees and trading costs in it.
    pub income_costs: &'static str,
    /// Unrealised result of the scenario.
    pub income_unrealised: &'static str,
    /// Realised result up to the end of the months that follow.
    pub income_realised_after: &'static str,
    /// Unrealised result up to there.
    pub income_unrealised_after: &'static str,
    /// Contributions less payments.
    pub flows: &'static str,
    // Reverse stress
    /// Heading.
    pub reverse: &'static str,
    /// Equities in a month, fixed income as expected.
    pub reverse_equities: &'static str,
    /// Equities in a month, fixed income still.
    pub reverse_equities_alone: &'static str,
    /// Equities in each of so many months.
    pub reverse_monthly: &'static str,
    /// Fixed income in a month.
    pub reverse_fixed_income: &'static str,
    /// No fall does it.
    pub none: &'static str,
    /// Under it.
    pub reverse_caption: &'static str,
    /// Under the tables where no cost is given.
    pub opening_assumed: &'static str,
    /// Under the tables where costs are given: the pools.
    pub opening: &'static str,
    /// A pool in it: label, cost, surplus.
    pub opening_pool: &'static str,
    /// The same of a pool without a given cost: label, cost.
    pub opening_pool_assumed: &'static str,
    /// Acquisition cost at the start.
    pub cost_start: &'static str,
    /// Value less acquisition cost at the start.
    pub surplus_start: &'static str,
    /// The same at the scenario's end.
    pub surplus_end: &'static str,
    /// The same after the months that follow.
    pub surplus_after: &'static str,
    /// Below the floor from the start on: depth at the start, deepest.
    pub below_already: &'static str,
    /// In place of a fall: depth at the start.
    pub already_below: &'static str,
    /// In place of a fall where none is needed.
    pub no_fall: &'static str,
    /// On the chart of a pool that begins below its floor: depth at the start, deepest.
    pub chart_already: &'static str,
    /// That, of a pool that begins below its floor: what is under it, depth.
    pub bars_already: &'static str,
    // Charts
    /// Title: pool, scenario.
    pub chart_title: &'static str,
    /// Under it: months of the scenario.
    pub chart_note: &'static str,
    /// Under it, for a scenario of one month.
    pub chart_note_one: &'static str,
    /// Above the lower plot.
    pub chart_share: &'static str,
    /// Below the axis: start.
    pub chart_axis: &'static str,
    /// At the value's end.
    pub chart_value: &'static str,
    /// At the floor's end.
    pub chart_floor: &'static str,
    /// At the high's end: months of its window.
    pub chart_high: &'static str,
    /// The same of a high since the beginning.
    pub chart_all_time_high: &'static str,
    /// At the first month below the floor: depth.
    pub chart_below: &'static str,
    /// Where the scenario ends.
    pub chart_end: &'static str,
    /// Title of the bars: pool.
    pub bars_title: &'static str,
    /// Title of the bars of a pool alone.
    pub bars_title_alone: &'static str,
    /// Under it.
    pub bars_note: &'static str,
    /// Under it, without a second bar.
    pub bars_note_alone: &'static str,
    /// Behind a bar that broke the floor.
    pub bars_below: &'static str,
    /// Under every chart: version, source.
    pub foot: &'static str,
    /// Under the chart of bars: version, start.
    pub bars_foot: &'static str,
}

const EN: StressTexts = StressTexts {
    scenario: "scenario",
    fall: "fall, {}",
    below: "below the floor, {}",
    lowest_share: "lowest equity share, {}",
    realised: "realised, mnkr",
    unrealised: "change of unrealised, mnkr",
    no: "no",
    from_month: "month {}, {}",
    caption: "Each line is one given path from {}, without Monte Carlo error or probability. Falls: a unit's deepest from the start. Below the floor: first month and greatest depth below the floor of the day. Result of all pools over the scenario's months, nominal, gains positive. skans {}.",
    heading: "{} (months: {}, and {} after it)",
    source: "Figures: {}.",
    as_expected: "As expected, since the scenario says nothing of it: {} in {} of {} months.",
    prices: "consumer prices",
    value_start: "value at the start, mnkr",
    value_lowest: "lowest value, mnkr",
    in_month: "{} (month {})",
    value_end: "value at the scenario's end, mnkr",
    value_after: "value after the months that follow, mnkr",
    fall_from_start: "deepest fall of a unit from the start",
    fall_from_high: "deepest fall from the rolling high",
    floor_start: "floor at the start, mnkr",
    floor_end: "floor at the scenario's end, mnkr",
    ex_ante: "below the floor known a month before (ex ante)",
    ex_post: "below the floor of the day (ex post)",
    breach: "from month {}, months: {}, deepest {}",
    share_start: "equity share at the start",
    share_lowest: "lowest equity share",
    share_end: "equity share in the scenario's last month",
    income_realised: "realised result of the scenario, mnkr",
    income_costs: "of which fees and trading costs, mnkr",
    income_unrealised: "unrealised result of the scenario, mnkr",
    income_realised_after: "realised, with the months that follow, mnkr",
    income_unrealised_after: "unrealised, with the months that follow, mnkr",
    flows: "contributions less payments in all months, mnkr",
    reverse: "the smallest fall that breaks the floor",
    reverse_equities: "equities in one month, fixed income as expected",
    reverse_equities_alone: "equities in one month, fixed income unchanged",
    reverse_monthly: "equities a month, {} months in a row, fixed income as expected",
    reverse_fixed_income: "fixed income in one month, equities unchanged",
    none: "none",
    reverse_caption: "On the exact path from the present state, the rule acting at each month-end; below the floor of the day (ex post).",
    opening_assumed: "What is held at the start is taken to have cost its value: the configuration has no opening_cost_mnkr or opening_cost_share. Unrealised results are those since then.",
    opening: "Acquisition cost at the start, mnkr: {}. Unrealised: the change of the surplus over cost.",
    opening_pool: "{} {} (surplus {})",
    opening_pool_assumed: "{} {} (taken to be the value)",
    cost_start: "acquisition cost at the start, mnkr",
    surplus_start: "unrealised surplus at the start, mnkr",
    surplus_end: "unrealised surplus at the scenario's end, mnkr",
    surplus_after: "unrealised surplus after the months that follow, mnkr",
    below_already: "already at the start, {}; deepest {}",
    already_below: "already {} below",
    no_fall: "without any fall",
    chart_already: "{} below the floor already at the start, deepest {}",
    bars_already: "{}, by {} already at the start",
    chart_title: "{} – {}",
    chart_note: "Mnkr, nominal: one given path of {} months, then as expected; contributions and payments move all three lines",
    chart_note_one: "Mnkr, nominal: one given path of a month, then as expected; contributions and payments move all three lines",
    chart_share: "Equity share after trading",
    chart_axis: "Months after {}",
    chart_value: "value",
    chart_floor: "floor",
    chart_high: "high of {} months",
    chart_all_time_high: "high since the start",
    chart_below: "up to {} below the floor",
    chart_end: "scenario’s end",
    bars_title: "Deepest fall in each scenario: {}, and all pools together",
    bars_title_alone: "Deepest fall in each scenario: {}",
    bars_note: "Deepest fall of a unit from the start, month-ends: dark the pool, light all pools together. Red: below its floor",
    bars_note_alone: "Deepest fall of a unit from the start, month-ends. Red: below its floor",
    bars_below: "below the floor",
    foot: "skans {} · one path, no Monte Carlo error · {}",
    bars_foot: "skans {} · one given path a scenario, from {}, no Monte Carlo error",
};

const SV: StressTexts = StressTexts {
    scenario: "scenario",
    fall: "fall, {}",
    below: "under skyddsnivån, {}",
    lowest_share: "lägsta aktieandel, {}",
    realised: "realiserat, mnkr",
    unrealised: "förändring av orealiserat, mnkr",
    no: "nej",
    from_month: "månad {}, {}",
    caption: "Varje rad är en given bana från {}, utan simuleringsfel och sannolikhet. Fall: en andels djupaste från starten. Under skyddsnivån: första månad och största djup under dagens skyddsnivå. Resultat för alla portföljer under scenariots månader, nominellt, vinster positiva. skans {}.",
    heading: "{} (månader: {}, och {} därefter)",
    source: "Uppgifter: {}.",
    as_expected: "Som förväntat, eftersom scenariot inte säger något om det: {} i {} av {} månader.",
    prices: "konsumentpriser",
    value_start: "värde vid starten, mnkr",
    value_lowest: "lägsta värde, mnkr",
    in_month: "{} (månad {})",
    value_end: "värde vid scenariots slut, mnkr",
    value_after: "värde efter månaderna därefter, mnkr",
    fall_from_start: "en andels djupaste fall från starten",
    fall_from_high: "djupaste fall från rullande högsta värdet",
    floor_start: "skyddsnivå vid starten, mnkr",
    floor_end: "skyddsnivå vid scenariots slut, mnkr",
    ex_ante: "under nivån som var känd en månad före (ex ante)",
    ex_post: "under dagens skyddsnivå (ex post)",
    breach: "från månad {}, månader: {}, djupast {}",
    share_start: "aktieandel vid starten",
    share_lowest: "lägsta aktieandel",
    share_end: "aktieandel under scenariots sista månad",
    income_realised: "scenariots realiserade resultat, mnkr",
    income_costs: "varav avgifter och handelskostnader, mnkr",
    income_unrealised: "scenariots orealiserade resultat, mnkr",
    income_realised_after: "realiserat, med månaderna därefter, mnkr",
    income_unrealised_after: "orealiserat, med månaderna därefter, mnkr",
    flows: "avsättningar minus utbetalningar, alla månader, mnkr",
    reverse: "minsta fall som bryter skyddsnivån",
    reverse_equities: "aktier på en månad, räntor som förväntat",
    reverse_equities_alone: "aktier på en månad, räntor oförändrade",
    reverse_monthly: "aktier per månad, {} månader i rad, räntor som förväntat",
    reverse_fixed_income: "ränteplaceringar på en månad, aktier oförändrade",
    none: "inget",
    reverse_caption: "På den exakta banan från nuläget, där regeln verkar varje månadsskifte; under dagens skyddsnivå (ex post).",
    opening_assumed: "Innehavet vid starten antas ha kostat sitt värde: konfigurationen har varken opening_cost_mnkr eller opening_cost_share. Orealiserade resultat är de som uppstått därefter.",
    opening: "Anskaffningsvärde vid starten, mnkr: {}. Orealiserat: förändringen av övervärdet.",
    opening_pool: "{} {} (övervärde {})",
    opening_pool_assumed: "{} {} (antas vara värdet)",
    cost_start: "anskaffningsvärde vid starten, mnkr",
    surplus_start: "orealiserat övervärde vid starten, mnkr",
    surplus_end: "orealiserat övervärde vid scenariots slut, mnkr",
    surplus_after: "orealiserat övervärde efter månaderna därefter, mnkr",
    below_already: "redan vid starten, {}; djupast {}",
    already_below: "redan {} under",
    no_fall: "utan något fall",
    chart_already: "{} under skyddsnivån redan vid starten, djupast {}",
    bars_already: "{}, med {} redan vid starten",
    chart_title: "{} – {}",
    chart_note: "Mnkr, nominellt: en given bana av {} månader, sedan som förväntat; in- och utbetalningar flyttar alla tre linjer",
    chart_note_one: "Mnkr, nominellt: en given bana av en månad, sedan som förväntat; in- och utbetalningar flyttar alla tre linjer",
    chart_share: "Aktieandel efter handel",
    chart_axis: "Månader efter {}",
    chart_value: "värde",
    chart_floor: "skyddsnivå",
    chart_high: "högsta på {} månader",
    chart_all_time_high: "högsta sedan starten",
    chart_below: "upp till {} under skyddsnivån",
    chart_end: "scenariots slut",
    bars_title: "Djupaste fall i varje scenario: {}, och alla portföljer",
    bars_title_alone: "Djupaste fall i varje scenario: {}",
    bars_note: "En andels djupaste fall från starten, månadsskiften: mörkt portföljen, ljust alla tillsammans. Rött: under sin skyddsnivå",
    bars_note_alone: "En andels djupaste fall från starten, månadsskiften. Rött: under sin skyddsnivå",
    bars_below: "under skyddsnivån",
    foot: "skans {} · en bana, inget simuleringsfel · {}",
    bars_foot: "skans {} · en given bana per scenario, från {}, inget simuleringsfel",
};

impl Language {
    /// The texts of a stress test.
    #[must_use]
    pub const fn stress(self) -> &'static StressTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

#[cfg(test)]
mod tests;
