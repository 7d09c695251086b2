//! The texts of where a pool stands, in English and Swedish.

use crate::texts::Language;

/// The texts of where a pool stands in one language. `{}` stands for what is put in.
pub struct TodayTexts {
    /// Heading: pool, day.
    pub heading: &'static str,
    /// Price of a unit.
    pub price: &'static str,
    /// Market value, mnkr.
    pub value: &'static str,
    /// The rolling high, with its day.
    pub high: &'static str,
    /// A number with its day.
    pub on: &'static str,
    /// The floor.
    pub floor: &'static str,
    /// The cushion in percent.
    pub cushion: &'static str,
    /// The same in mnkr.
    pub cushion_value: &'static str,
    /// Where the price stands by the floor.
    pub status: &'static str,
    /// Above it.
    pub above: &'static str,
    /// Below the floor of the day: depth.
    pub below: &'static str,
    /// Below the floor known before, not that of the day.
    pub below_ex_ante: &'static str,
    /// The pool is locked out of equities.
    pub locked: &'static str,
    /// The stress of equities.
    pub stress: &'static str,
    /// The share allowed.
    pub allowed: &'static str,
    /// The share due, with a lag.
    pub due: &'static str,
    /// The share held.
    pub present: &'static str,
    /// A share that is not known.
    pub not_known: &'static str,
    /// The trade.
    pub trade: &'static str,
    /// Buy equities: amount.
    pub buy: &'static str,
    /// Sell equities: amount.
    pub sell: &'static str,
    /// None.
    pub none: &'static str,
    /// None: the band in percentage points.
    pub inside_band: &'static str,
    /// None today.
    pub not_today: &'static str,
    /// What the next day would trade: amount in mnkr, with its sign.
    pub later: &'static str,
    /// Not known without the present share.
    pub unknown: &'static str,
    /// An amount in mnkr.
    pub mnkr: &'static str,
    /// In place of an amount: percentage points of the value.
    pub points: &'static str,
    /// Cost of the trade, mnkr.
    pub cost: &'static str,
    /// Share after the trade.
    pub after: &'static str,
    /// The next rebalancing day.
    pub next: &'static str,
    /// There is none.
    pub never: &'static str,
    /// Fall of equities alone that breaks the floor.
    pub equity_fall: &'static str,
    /// The same of fixed income.
    pub fixed_fall: &'static str,
    /// No fall does it.
    pub no_fall: &'static str,
    /// None is held.
    pub not_held: &'static str,
    /// Observations in the window.
    pub window: &'static str,
    /// Of a full one: number, full.
    pub of: &'static str,
    /// Of one that has no fixed number.
    pub plain: &'static str,
    /// Heads of the table of roll-offs.
    pub roll_offs: [&'static str; 6],
    /// No roll-off: the high is the present price.
    pub at_high: &'static str,
    /// No roll-off: the window has no end, or the floor does not follow it.
    pub no_roll_off: &'static str,
    /// Above the table of roll-offs.
    pub standing_still: &'static str,
    /// Fewer observations than a full window.
    pub short: &'static str,
    /// What all this is.
    pub certain: &'static str,
    /// Last line: version.
    pub version: &'static str,
    /// The chart's texts.
    pub chart: TodayChartTexts,
}

/// The texts of the chart.
pub struct TodayChartTexts {
    /// Title: pool, allowed share, day.
    pub title: &'static str,
    /// Under it, of a unit's price.
    pub note: &'static str,
    /// Under it, of the market value.
    pub note_value: &'static str,
    /// At the floor's end, after the last roll-off.
    pub floor_then: &'static str,
    /// At the high's end, after the last roll-off.
    pub high_then: &'static str,
    /// At the price's end.
    pub price: &'static str,
    /// At the value's end.
    pub value: &'static str,
    /// At the present high: number.
    pub high: &'static str,
    /// At the present floor: number.
    pub floor: &'static str,
    /// At the present: share.
    pub now: &'static str,
    /// At a roll-off: share.
    pub then: &'static str,
    /// Under the chart: version, file, first and last day.
    pub source: &'static str,
}

impl Language {
    /// The texts of where a pool stands.
    #[must_use]
    pub const fn today(self) -> &'static TodayTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

const EN: TodayTexts = TodayTexts {
    heading: "{} on {}",
    price: "price of a unit",
    value: "market value",
    high: "rolling high",
    on: "{} on {}",
    floor: "protection level",
    cushion: "cushion, share of the value",
    cushion_value: "cushion",
    status: "against the protection level",
    above: "above it",
    below: "BELOW that of the day, by {} of it",
    below_ex_ante: "below the one known the observation before, above that of the day",
    locked: "locked out of equities by an earlier breach",
    stress: "assumed worst loss of equities",
    allowed: "equity share allowed",
    due: "equity share due (decided earlier: lag)",
    present: "equity share held",
    not_known: "not known: give --share",
    trade: "trade today",
    buy: "BUY equities for {}",
    sell: "SELL equities for {}",
    none: "none: the share is the one due",
    inside_band: "none: within the band of {} percentage points",
    not_today: "none: no rebalancing day",
    later: "trade then, if nothing moves (− is a sale)",
    unknown: "not known without the share held",
    mnkr: "{} mnkr",
    points: "{} % of the value",
    cost: "cost of the trade",
    after: "equity share after today",
    next: "next rebalancing day",
    never: "none: the shares drift",
    equity_fall: "fall of equities alone in a month that breaks the floor",
    fixed_fall: "fall of fixed income alone in a month that breaks it",
    no_fall: "none: the rest stays above it",
    not_held: "none held",
    window: "observations in the window",
    of: "{} of {}",
    plain: "{}",
    roll_offs: [
        "from",
        "high that leaves",
        "high then",
        "protection level then",
        "cushion then",
        "equity share allowed then",
    ],
    at_high: "The present price is the rolling high: nothing leaves the window that would lower it.",
    no_roll_off: "The protection level follows no window: no high leaves.",
    standing_still: "Highs that leave the window, if the price and the risk of equities stand still:",
    short: "The file does not fill the window: an earlier high may be missing, and with it a higher protection level.",
    certain: "The last row is now, whatever its day, and counts as an observation; before it, month-ends (every row where floor.observe = \"step\"). Nominal; value after the day's flow and before the trade. Nothing is simulated.",
    version: "skans {}",
    chart: TodayChartTexts {
        title: "{}: {} in equities allowed on {}",
        note: "price of a unit, with the rolling high and the protection level; to the right of the line: if the price stands still",
        note_value: "market value, mnkr, with the rolling high and the protection level; to the right of the line: if the value stands still",
        floor_then: "level then",
        high_then: "high then",
        price: "price",
        value: "value",
        high: "rolling high {}",
        floor: "protection level {}",
        now: "now: {}",
        then: "{}: {}",
        source: "skans {} · {}, {} to {} · shares are equity shares that the rule allows · no simulation",
    },
};

const SV: TodayTexts = TodayTexts {
    heading: "{} den {}",
    price: "andelskurs",
    value: "marknadsvärde",
    high: "rullande högsta värde",
    on: "{} den {}",
    floor: "skyddsnivå",
    cushion: "buffert, andel av värdet",
    cushion_value: "buffert",
    status: "mot skyddsnivån",
    above: "över den",
    below: "UNDER dagens nivå, med {} av den",
    below_ex_ante: "under den nivå som var känd vid förra observationen, över dagens",
    locked: "låst utan aktier av ett tidigare underskridande",
    stress: "antagen värsta förlust på aktier",
    allowed: "tillåten aktieandel",
    due: "aktieandel som ska hållas (beslutad tidigare: eftersläpning)",
    present: "nuvarande aktieandel",
    not_known: "okänd: ange --share",
    trade: "handel i dag",
    buy: "KÖP aktier för {}",
    sell: "SÄLJ aktier för {}",
    none: "ingen: andelen är den som ska hållas",
    inside_band: "ingen: inom bandet på {} procentenheter",
    not_today: "ingen: ingen ombalanseringsdag",
    later: "handel då, om inget rör sig (− är försäljning)",
    unknown: "okänd utan nuvarande andel",
    mnkr: "{} mnkr",
    points: "{} % av värdet",
    cost: "handelns kostnad",
    after: "aktieandel efter i dag",
    next: "nästa ombalanseringsdag",
    never: "ingen: andelarna följer marknaden",
    equity_fall: "fall i enbart aktier på en månad som bryter nivån",
    fixed_fall: "fall i enbart räntor på en månad som bryter den",
    no_fall: "inget: resten ligger över den",
    not_held: "inga hålls",
    window: "observationer i fönstret",
    of: "{} av {}",
    plain: "{}",
    roll_offs: ["från", "högsta som lämnar", "högsta då", "skyddsnivå då", "buffert då", "tillåten aktieandel då"],
    at_high: "Nuvarande kurs är det rullande högsta värdet: inget lämnar fönstret som skulle sänka det.",
    no_roll_off: "Skyddsnivån följer inget fönster: inget högsta värde lämnar.",
    standing_still: "Högsta värden som lämnar fönstret, om kursen och risken i aktier står stilla:",
    short: "Filen fyller inte fönstret: ett tidigare högsta värde kan saknas, och med det en högre skyddsnivå.",
    certain: "Sista raden är nu, vilken dag det än är, och räknas som observation; före den månadsslut (varje rad om floor.observe = \"step\"). Nominellt; värdet är efter dagens flöde och före handeln. Inget är simulerat.",
    version: "skans {}",
    chart: TodayChartTexts {
        title: "{}: {} i aktier tillåtet den {}",
        note: "andelskurs, med rullande högsta värde och skyddsnivå; till höger om strecket: om kursen står stilla",
        note_value: "marknadsvärde, mnkr, med rullande högsta värde och skyddsnivå; till höger om strecket: om värdet står stilla",
        floor_then: "nivå då",
        high_then: "högsta då",
        price: "kurs",
        value: "värde",
        high: "rullande högsta {}",
        floor: "skyddsnivå {}",
        now: "nu: {}",
        then: "{}: {}",
        source: "skans {} · {}, {} till {} · andelar är aktieandelar som regeln tillåter · ingen simulering",
    },
};
