//! The texts of calibration, in English and Swedish.

use crate::texts::Language;

/// The texts of a calibration in one language. `{}` stands for what is put in.
pub struct CalibrationTexts {
    /// First line: file, first month, last month, months, version.
    pub heading: &'static str,
    /// What the numbers are.
    pub units: &'static str,
    /// The past is not the plan.
    pub recentre: &'static str,
    /// Months left out.
    pub left_out: &'static str,
    /// Columns that were de-smoothed, and what that cannot do.
    pub desmoothed: &'static str,
    /// Columns that nothing could be fitted to.
    pub unfitted: &'static str,
    /// Of the lognormal law: log-likelihood, BIC.
    pub lognormal: &'static str,
    /// Of two regimes: log-likelihood, BIC.
    pub regimes: &'static str,
    /// The law with the lower BIC.
    pub preferred: &'static str,
    /// The other.
    pub not_preferred: &'static str,
    /// Starts kept, starts, starts rejected.
    pub starts: &'static str,
    /// No regimes: months, columns, months needed.
    pub too_short: &'static str,
    /// No regimes: columns.
    pub too_many: &'static str,
    /// No regimes: columns depend on each other.
    pub dependent: &'static str,
    /// No regimes: starts with few months, collapsed, indefinite, unfinished.
    pub degenerate: &'static str,
    /// At a class.
    pub class: &'static str,
    /// A standard error.
    pub error: &'static str,
    /// Two standard errors.
    pub errors: &'static str,
    /// In place of a standard error.
    pub no_error: &'static str,
    /// Of log means: their unit.
    pub log_mean: &'static str,
    /// Correlations were shrunk: by how much.
    pub shrunk: &'static str,
    /// Correlations were repaired.
    pub repaired: &'static str,
    /// Long-run share of months in a regime.
    pub share: &'static str,
    /// Of the copula: log-likelihood, that of the Gaussian copula.
    pub copula: &'static str,
    /// No heavier joint tails than the Gaussian copula's.
    pub gaussian: &'static str,
    /// The copula stands beside the lognormal law.
    pub copula_with_lognormal: &'static str,
    /// Of a short rate: column, log-likelihood.
    pub short_rate: &'static str,
    /// Its mean reversion is at the edge.
    pub at_edge: &'static str,
    /// Of a copula whose degrees of freedom are the fewest that were searched.
    pub copula_at_edge: &'static str,
    /// Of inflation: column, years, log-likelihood.
    pub inflation: &'static str,
    /// What the years have: persistence, deviation of the innovation.
    pub of_years: &'static str,
    /// A rate at the edge of what is simulated.
    pub inflation_at_edge: &'static str,
    /// A second column of the kind.
    pub another: &'static str,
    /// The last value.
    pub last: &'static str,
    /// The charts' texts.
    pub chart: FitTexts,
}

/// The texts of the charts of fit.
pub struct FitTexts {
    /// Title: first year, last year.
    pub title: &'static str,
    /// Title of one page of several: the same, page, pages.
    pub title_page: &'static str,
    /// Under it, with both laws.
    pub note: &'static str,
    /// Under it, with the lognormal law only.
    pub note_lognormal: &'static str,
    /// Over the histograms.
    pub histogram: &'static str,
    /// Over the quantile plots.
    pub quantiles: &'static str,
    /// Over the autocorrelations.
    pub autocorrelation: &'static str,
    /// Over the volatilities.
    pub volatility: &'static str,
    /// Over the drawdowns.
    pub drawdown: &'static str,
    /// Under the drawdowns: history's deepest.
    pub deepest: &'static str,
    /// A law's deepest: median, low, high.
    pub deepest_law: &'static str,
    /// Name of the lognormal law in a line.
    pub lognormal: &'static str,
    /// Name of the regimes in a line.
    pub regimes: &'static str,
    /// Foot: version, file, months, seed of simulated falls.
    pub source: &'static str,
}

const EN: CalibrationTexts = CalibrationTexts {
    heading: "Market assumptions from {}, {} to {} ({} months), by skans {} calibrate.",
    units: "Fractions, a year where nothing else is said; behind # the standard error of the estimate.",
    recentre: "The past's mean returns are not a forecast: set expected_return to the plan's own.",
    left_out: "{} months were left out: the others are the longest stretch in which every column has values.",
    desmoothed: "De-smoothed as averages over months (Working 1960): {}. What happened inside a month does not come back: October 1987 reads -13 %, and was -26 %.",
    unfitted: "Nothing could be fitted to {}: fewer than 8 values.",
    lognormal: "lognormal: log-likelihood {}, BIC {}",
    regimes: "regime-switching (RSLN-2, Hardy 2001): log-likelihood {}, BIC {}",
    preferred: "preferred by BIC",
    not_preferred: "not preferred by BIC",
    starts: "{} of {} starts of the search ended in two proper regimes; {} were rejected as degenerate.",
    too_short: "regime-switching cannot be fitted: {} months of {} columns, and at least {} are needed. The lognormal law is kept.",
    too_many: "regime-switching cannot be fitted: {} columns together, and at most 10 are. The lognormal law is kept.",
    dependent: "regime-switching cannot be fitted: a column is another one, or a sum of others, but for rounding. The lognormal law is kept; leave the column out.",
    degenerate: "regime-switching cannot be fitted: no start of the search ended in two proper regimes ({} left one with a handful of months, {} let a variance go to zero, {} had a covariance that is none, {} did not end). The lognormal law is kept.",
    class: "by the column's name: check it",
    error: "standard error {}",
    errors: "standard errors {} and {}",
    no_error: "standard error not known: the history does not identify it",
    log_mean: "a year, of log returns",
    shrunk: "correlations shrunk towards 0 by {} (Ledoit & Wolf 2004)",
    repaired: "correlations repaired: those of the history do not form a positive definite matrix",
    share: "{} of all months in the long run",
    copula: "t-copula of the assets: log-likelihood {}; of the Gaussian copula {}",
    gaussian: "no heavier joint tails than the Gaussian copula's were found",
    copula_with_lognormal: "for lognormal margins; regimes make joint tails of their own",
    short_rate: "Vasicek, column {}: log-likelihood {}",
    at_edge: "reversion at the edge of what was searched: the history hardly tells it from none",
    copula_at_edge: "the fewest degrees of freedom that were searched: columns that are nearly one",
    inflation: "AR(1) of yearly log inflation, column {}, {} calendar years: log-likelihood {}",
    of_years: "persistence {} and innovation {} from year to year; below those of the rate whose years these are",
    inflation_at_edge: "years less alike than those of any rate that is simulated: persistence at the edge",
    another: "another column of the kind",
    last: "the last of the history",
    chart: FitTexts {
        title: "How the fitted laws follow history, {} to {}",
        title_page: "How the fitted laws follow history, {} to {} (page {} of {})",
        note: "light: history; dashed dark: lognormal; red: two regimes",
        note_lognormal: "light: history; dashed dark: lognormal",
        histogram: "Log return a month: share of months",
        quantiles: "Normal quantiles (across) and log returns (up)",
        autocorrelation: "Autocorrelation by lag in months: returns (bars, thin line), squares (dots, thick line); dotted: 95 % if independent",
        volatility: "Volatility of the last 12 months, a year; red: of each regime",
        drawdown: "Fall from the highest value so far; lines: the laws’ median deepest fall",
        deepest: "history’s deepest: {}",
        deepest_law: "{}: {} ({} to {})",
        lognormal: "lognormal",
        regimes: "regimes",
        source: "skans {} · {} · {} months · deepest fall of simulated histories: median and 90 % of outcomes · seed {}",
    },
};

const SV: CalibrationTexts = CalibrationTexts {
    heading: "Marknadsantaganden ur {}, {} till {} ({} månader), av skans {} calibrate.",
    units: "Andelar, per år där inget annat sägs; efter # skattningens medelfel.",
    recentre: "Historiens medelavkastning är ingen prognos: sätt expected_return till planens egen.",
    left_out: "{} månader är utelämnade: de övriga är den längsta följd där alla kolumner har värden.",
    desmoothed: "Avjämnade som månadsmedelvärden (Working 1960): {}. Det som hände inom en månad återskapas inte: oktober 1987 visar -13 % och var -26 %.",
    unfitted: "Inget kunde anpassas till {}: färre än 8 värden.",
    lognormal: "lognormal: log-likelihood {}, BIC {}",
    regimes: "regimväxlande (RSLN-2, Hardy 2001): log-likelihood {}, BIC {}",
    preferred: "föredras enligt BIC",
    not_preferred: "föredras inte enligt BIC",
    starts: "{} av {} starter för sökningen slutade i två riktiga regimer; {} förkastades som urartade.",
    too_short: "regimväxling kan inte anpassas: {} månader av {} kolumner, och minst {} behövs. Den lognormala fördelningen behålls.",
    too_many: "regimväxling kan inte anpassas: {} kolumner tillsammans, och högst 10 går. Den lognormala fördelningen behålls.",
    dependent: "regimväxling kan inte anpassas: en kolumn är en annan, eller en summa av andra, så när som på avrundning. Den lognormala fördelningen behålls; utelämna kolumnen.",
    degenerate: "regimväxling kan inte anpassas: ingen start för sökningen slutade i två riktiga regimer ({} lämnade en med ett fåtal månader, {} lät en varians gå mot noll, {} fick en kovarians som inte är någon, {} blev inte klara). Den lognormala fördelningen behålls.",
    class: "efter kolumnens namn: kontrollera",
    error: "medelfel {}",
    errors: "medelfel {} och {}",
    no_error: "medelfelet är okänt: historien bestämmer det inte",
    log_mean: "per år, av logaritmisk avkastning",
    shrunk: "korrelationerna krympta mot 0 med {} (Ledoit & Wolf 2004)",
    repaired: "korrelationerna lagade: historiens bildar ingen positivt definit matris",
    share: "{} av alla månader i det långa loppet",
    copula: "tillgångarnas t-kopula: log-likelihood {}; för den gaussiska kopulan {}",
    gaussian: "inga tyngre gemensamma svansar än den gaussiska kopulans hittades",
    copula_with_lognormal: "för lognormala fördelningar; regimer ger egna gemensamma svansar",
    short_rate: "Vasicek, kolumn {}: log-likelihood {}",
    at_edge: "återgången ligger vid kanten av det som söktes: historien skiljer den knappt från ingen",
    copula_at_edge: "det lägsta antalet frihetsgrader som söktes: kolumner som nästan är en",
    inflation: "AR(1) för årlig log-inflation, kolumn {}, {} kalenderår: log-likelihood {}",
    of_years: "beständighet {} och innovation {} från år till år; nedan de hos den takt vars år detta är",
    inflation_at_edge: "åren liknar varandra mindre än hos någon takt som simuleras: beständigheten ligger vid kanten",
    another: "ännu en kolumn av slaget",
    last: "historiens sista",
    chart: FitTexts {
        title: "Hur de anpassade fördelningarna följer historien, {} till {}",
        title_page: "Hur de anpassade fördelningarna följer historien, {} till {} (sida {} av {})",
        note: "ljust: historien; streckat mörkt: lognormal; rött: två regimer",
        note_lognormal: "ljust: historien; streckat mörkt: lognormal",
        histogram: "Logaritmisk avkastning per månad: andel av månaderna",
        quantiles: "Normalkvantiler (vågrätt) och logaritmisk avkastning (lodrätt)",
        autocorrelation: "Autokorrelation efter antal månader: avkastning (staplar, tunn linje), kvadrater (punkter, tjock linje); prickat: 95 % om oberoende",
        volatility: "Volatilitet de senaste 12 månaderna, per år; rött: i varje regim",
        drawdown: "Fall från högsta värdet dittills; linjer: fördelningarnas djupaste fall, median",
        deepest: "historiens djupaste: {}",
        deepest_law: "{}: {} ({} till {})",
        lognormal: "lognormal",
        regimes: "regimer",
        source: "skans {} · {} · {} månader · djupaste fall i simulerade historier: median och 90 % av utfallen · frö {}",
    },
};

impl Language {
    /// The texts of calibration.
    #[must_use]
    pub const fn calibration(self) -> &'static CalibrationTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}
