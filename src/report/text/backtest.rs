//! The texts of a backtest, in English and Swedish.

use crate::texts::Language;

/// The texts of a backtest in one language. `{}` stands for what is put in.
pub struct BacktestTexts {
    /// Heads of the table over starts.
    pub over_starts: [&'static str; 6],
    /// Heads of the table of one start.
    pub one_start: [&'static str; 3],
    /// Heads of the table of months.
    pub months: [&'static str; 9],
    /// Return a year.
    pub returns: &'static str,
    /// That of the static mix.
    pub static_returns: &'static str,
    /// The difference of the two, in percentage points.
    pub difference: &'static str,
    /// Deepest fall from the rolling high.
    pub fall_rolling: &'static str,
    /// That of the static mix.
    pub static_fall: &'static str,
    /// Deepest fall from the highest since the start.
    pub fall_all_time: &'static str,
    /// Months below the floor known the month before.
    pub ex_ante: &'static str,
    /// Months below the floor of the day.
    pub ex_post: &'static str,
    /// Deepest ex-post breach.
    pub depth: &'static str,
    /// Months in cash-lock.
    pub lock: &'static str,
    /// Mean equity share.
    pub share: &'static str,
    /// Turnover a year.
    pub turnover: &'static str,
    /// Heading: pool, first start, last start, starts.
    pub heading_every: &'static str,
    /// Heading: pool, start, end, months.
    pub heading_one: &'static str,
    /// Each start runs to the end: month.
    pub to_the_end: &'static str,
    /// Each start runs for so many months.
    pub for_months: &'static str,
    /// Starts with a breach: ex ante, ex post, starts.
    pub with_breach: &'static str,
    /// Starts from which the rule earned less: count, starts.
    pub behind: &'static str,
    /// What the spread is not.
    pub overlap: &'static str,
    /// What one path is not.
    pub certain: &'static str,
    /// What was left aside, and what the static mix is.
    pub aside: &'static str,
    /// Last line: version.
    pub version: &'static str,
    /// In a month's column of breaches or cash-lock.
    pub yes: &'static str,
    /// The charts' texts.
    pub chart: BacktestChartTexts,
}

/// The texts of a backtest's charts.
pub struct BacktestChartTexts {
    /// Title of value against floor: pool, first year, last year.
    pub floor_title: &'static str,
    /// Under it.
    pub floor_note: &'static str,
    /// At the value's end.
    pub value: &'static str,
    /// At the floor's end.
    pub floor: &'static str,
    /// Title of the share: pool, first year, last year.
    pub share_title: &'static str,
    /// Under it.
    pub share_note: &'static str,
    /// At the share's end.
    pub share: &'static str,
    /// At the line of the mean.
    pub mean_share: &'static str,
    /// At the rule's largest share.
    pub most: &'static str,
    /// Title of the difference by start: pool.
    pub difference_title: &'static str,
    /// Under it, each start to the end.
    pub difference_note: &'static str,
    /// Under it, each start for so many months.
    pub difference_note_months: &'static str,
    /// At the curve's end.
    pub difference: &'static str,
    /// At the median.
    pub median: &'static str,
    /// Under every chart: version, history's file, first month, last month.
    pub source: &'static str,
    /// What happened in a named crisis, in a word or two.
    pub crises: [(&'static str, &'static str); 8],
}

impl Language {
    /// The texts of a backtest.
    #[must_use]
    pub const fn backtest(self) -> &'static BacktestTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

const EN: BacktestTexts = BacktestTexts {
    over_starts: ["over starts", "least", "lower quartile", "median", "upper quartile", "greatest"],
    one_start: ["figure", "the rule", "static mix"],
    months: [
        "month-end",
        "unit price",
        "value, mnkr",
        "high",
        "floor",
        "equity share",
        "below, ex ante",
        "below, ex post",
        "cash-lock",
    ],
    returns: "return a year",
    static_returns: "return a year of the static mix",
    difference: "the rule less the static mix, percentage points a year",
    fall_rolling: "deepest fall from the rolling high",
    static_fall: "the same of the static mix",
    fall_all_time: "deepest fall from the highest since the start",
    ex_ante: "months below the floor known the month before (ex ante)",
    ex_post: "months below the floor of the day (ex post)",
    depth: "deepest breach (ex post), share of the floor",
    lock: "months in cash-lock",
    share: "mean equity share",
    turnover: "turnover a year, share of the value",
    heading_every: "{}: every start from {} to {}, {} in all",
    heading_one: "{}: from {} to {}, {} months",
    to_the_end: "Each start runs to the end of the history, {}: later ones are shorter. A return a year is that of a unit, nominal, after fees and costs.",
    for_months: "Each start runs for {} months. A return a year is that of a unit, nominal, after fees and costs.",
    with_breach: "Below the floor at least once: from {} starts ex ante, from {} ex post, of {}.",
    behind: "The rule earned less than the static mix from {} starts of {}.",
    overlap: "Starts overlap: their spread is no standard error, and most of them are the same history again. Each is one path, without Monte Carlo error.",
    certain: "One path, as it happened: no Monte Carlo error. Nominal; falls are positive; shares are those after trading, at every month-end but the last.",
    aside: "History takes the place of the configuration's world; flows and prices before the start are left out. The static mix holds the rule's mean share of the same months, at the same costs.",
    version: "skans {}",
    yes: "yes",
    chart: BacktestChartTexts {
        floor_title: "{}: value and protection level in real history, {}–{}",
        floor_note: "mnkr, nominal, of the opening value without flows; one path, without Monte Carlo error; grey: named crises",
        value: "value",
        floor: "protection level",
        share_title: "{}: equity share in real history, {}–{}",
        share_note: "per cent of the value, after trading; one path, without Monte Carlo error; grey: named crises",
        share: "share at the end",
        mean_share: "mean",
        most: "most allowed",
        difference_title: "{}: the rule against a static mix, by start",
        difference_note: "percentage points a year, the rule less the static mix with its mean share; each start runs to the end; starts overlap",
        difference_note_months: "percentage points a year, the rule less the static mix with its mean share; each start runs for {} months; starts overlap",
        difference: "last start",
        median: "median of starts",
        source: "skans {} · history: {}, {} to {} · no simulation",
        crises: [
            ("1929-32 depression", "depression"),
            ("1973-74 oil", "oil"),
            ("1987 crash", "crash"),
            ("1990-92 Swedish crisis", "Swedish crisis"),
            ("2000-03 technology", "technology"),
            ("2007-09 financial", "financial"),
            ("2020 pandemic", "pandemic"),
            ("2022 rates", "rates"),
        ],
    },
};

const SV: BacktestTexts = BacktestTexts {
    over_starts: ["över startmånader", "minst", "undre kvartil", "median", "övre kvartil", "störst"],
    one_start: ["mått", "regeln", "fast mix"],
    months: [
        "månadsslut",
        "andelskurs",
        "värde, mnkr",
        "högsta",
        "skyddsnivå",
        "aktieandel",
        "under, ex ante",
        "under, ex post",
        "låst i räntor",
    ],
    returns: "avkastning per år",
    static_returns: "avkastning per år för den fasta mixen",
    difference: "regeln minus den fasta mixen, procentenheter per år",
    fall_rolling: "djupaste fall från det rullande högsta värdet",
    static_fall: "detsamma för den fasta mixen",
    fall_all_time: "djupaste fall från det högsta sedan start",
    ex_ante: "månader under den nivå som var känd månaden före (ex ante)",
    ex_post: "månader under dagens nivå (ex post)",
    depth: "djupaste underskridande (ex post), andel av nivån",
    lock: "månader låst i räntor",
    share: "aktieandel i medeltal",
    turnover: "omsättning per år, andel av värdet",
    heading_every: "{}: varje start från {} till {}, {} stycken",
    heading_one: "{}: från {} till {}, {} månader",
    to_the_end: "Varje start löper till historikens slut, {}: senare starter är kortare. Avkastningen per år är en andels, nominell, efter avgifter och kostnader.",
    for_months: "Varje start löper i {} månader. Avkastningen per år är en andels, nominell, efter avgifter och kostnader.",
    with_breach: "Under skyddsnivån minst en gång: från {} starter ex ante, från {} ex post, av {}.",
    behind: "Regeln gav mindre än den fasta mixen från {} starter av {}.",
    overlap: "Starterna överlappar: deras spridning är inget standardfel, de flesta är samma historia igen. Var och en är en bana, utan simuleringsfel.",
    certain: "En bana, som det gick: inget simuleringsfel. Nominellt; fall är positiva; andelar är efter handel, vid varje månadsslut utom det sista.",
    aside: "Historiken ersätter konfigurationens värld; flöden och kurser före start är utelämnade. Den fasta mixen håller regelns genomsnittliga andel under samma månader, till samma kostnader.",
    version: "skans {}",
    yes: "ja",
    chart: BacktestChartTexts {
        floor_title: "{}: värde och skyddsnivå i verklig historia, {}–{}",
        floor_note: "mnkr, nominellt, av ingående värde utan flöden; en bana, utan simuleringsfel; grått: kriser",
        value: "värde",
        floor: "skyddsnivå",
        share_title: "{}: aktieandel i verklig historia, {}–{}",
        share_note: "procent av värdet, efter handel; en bana, utan simuleringsfel; grått: kriser",
        share: "andel vid slutet",
        mean_share: "medelvärde",
        most: "högst tillåtet",
        difference_title: "{}: regeln mot en fast mix, efter startmånad",
        difference_note: "procentenheter per år, regeln minus en fast mix med samma medelandel; varje start löper till slutet; starterna överlappar",
        difference_note_months: "procentenheter per år, regeln minus en fast mix med samma medelandel; varje start löper i {} månader; starterna överlappar",
        difference: "sista start",
        median: "median av starter",
        source: "skans {} · historik: {}, {} till {} · ingen simulering",
        crises: [
            ("1929-32 depression", "depressionen"),
            ("1973-74 oil", "olja"),
            ("1987 crash", "börskrasch"),
            ("1990-92 Swedish crisis", "svenska krisen"),
            ("2000-03 technology", "it-bubblan"),
            ("2007-09 financial", "finanskrisen"),
            ("2020 pandemic", "pandemin"),
            ("2022 rates", "räntor"),
        ],
    },
};
