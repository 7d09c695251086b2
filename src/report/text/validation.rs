//! The texts of a validation.

/// The texts of a validation in one language.
pub struct ValidationTexts {
    /// Heads of the table of moments.
    pub moments: [&'static str; 5],
    /// Heads of the table of targets.
    pub targets: [&'static str; 7],
    /// Heads of the table of events.
    pub events: [&'static str; 4],
    /// Under the tables: paths, seed, version.
    pub caption: &'static str,
    /// Under them, where the configuration puts a crisis into its world.
    pub without_crisis: &'static str,
    /// A moment that is the exact one.
    pub agrees: &'static str,
    /// One that is not.
    pub differs: &'static str,
    /// A moment that has no exact value.
    pub no_exact: &'static str,
    /// A history that would not stand out.
    pub typical: &'static str,
    /// One that would.
    pub outside: &'static str,
    /// Median, lower and upper quantile.
    pub range: &'static str,
    /// An event: bound.
    pub at_most: &'static str,
    /// An event: bound.
    pub at_least: &'static str,
    /// The factors' names.
    pub factors: [(&'static str, &'static str); 3],
    /// All events in one year.
    pub all_events: &'static str,
    /// Names of moments and figures.
    pub mean_log: &'static str,
    /// Skewness.
    pub skew: &'static str,
    /// Excess kurtosis.
    pub excess_kurtosis: &'static str,
    /// Autocorrelation of months.
    pub autocorrelation: &'static str,
    /// Autocorrelation of squares.
    pub autocorrelation_of_squares: &'static str,
    /// Arithmetic return.
    pub arithmetic_return: &'static str,
    /// Correlation of months.
    pub correlation: &'static str,
    /// A factor's mean.
    pub factor_mean: &'static str,
    /// A factor's deviation.
    pub factor_deviation: &'static str,
    /// Mean inflation.
    pub mean_inflation: &'static str,
    /// Volatility.
    pub volatility: &'static str,
    /// Deviation of twelve-month returns.
    pub deviation_of_12_months: &'static str,
    /// Worst month.
    pub worst_month: &'static str,
    /// Worst twelve months.
    pub worst_12_months: &'static str,
    /// Deepest fall.
    pub max_drawdown: &'static str,
}

pub(super) const EN: ValidationTexts = ValidationTexts {
    moments: ["of", "moment of monthly log returns", "simulated", "exact", ""],
    targets: [
        "of",
        "figure of a history",
        "months",
        "history",
        "simulated: median (5 % to 95 %)",
        "of these lower",
        "",
    ],
    events: ["in a calendar year", "probability", "asked for", ""],
    caption: "{} paths, seed {}, skans {}. ± is half the 95 % interval of the simulation; a moment agrees within four standard errors; a history is typical among the middle 90 % of simulated ones.",
    without_crisis: "The crisis that the configuration puts into its world is left out here: the world is held against its law.",
    agrees: "agrees",
    differs: "DIFFERS",
    no_exact: "no closed form",
    typical: "typical",
    outside: "not reproduced",
    range: "{} ({} to {})",
    at_most: "at most {}",
    at_least: "at least {}",
    factors: [("short_rate", "Short rate"), ("credit_spread", "Credit spread"), ("inflation", "Inflation")],
    all_events: "all of these in one year",
    mean_log: "mean a year",
    skew: "skewness",
    excess_kurtosis: "excess kurtosis",
    autocorrelation: "correlation with the next month",
    autocorrelation_of_squares: "the same of squares",
    arithmetic_return: "arithmetic return a year",
    correlation: "correlation",
    factor_mean: "mean at the horizon",
    factor_deviation: "deviation at the horizon",
    mean_inflation: "mean rise of prices a year",
    volatility: "volatility a year",
    deviation_of_12_months: "deviation of 12-month returns",
    worst_month: "worst month",
    worst_12_months: "worst 12 months",
    max_drawdown: "deepest fall",
};

pub(super) const SV: ValidationTexts = ValidationTexts {
    moments: ["av", "moment av månadens logavkastning", "simulerat", "exakt", ""],
    targets: [
        "av",
        "mått på en historik",
        "månader",
        "historik",
        "simulerat: median (5 % till 95 %)",
        "därav lägre",
        "",
    ],
    events: ["under ett kalenderår", "sannolikhet", "efterfrågat", ""],
    caption: "{} banor, frö {}, skans {}. ± är halva simuleringens 95-procentsintervall; ett moment stämmer inom fyra standardfel; en historik är typisk bland de mittersta 90 % av de simulerade.",
    without_crisis: "Krisen som konfigurationen lägger i sin värld är utelämnad här: världen jämförs med sin lag.",
    agrees: "stämmer",
    differs: "AVVIKER",
    no_exact: "ingen sluten form",
    typical: "typisk",
    outside: "återges inte",
    range: "{} ({} till {})",
    at_most: "högst {}",
    at_least: "minst {}",
    factors: [("short_rate", "Korträntan"), ("credit_spread", "Kreditspread"), ("inflation", "Inflation")],
    all_events: "alla dessa under ett år",
    mean_log: "medelvärde per år",
    skew: "skevhet",
    excess_kurtosis: "överskottskurtosis",
    autocorrelation: "korrelation med nästa månad",
    autocorrelation_of_squares: "detsamma för kvadrater",
    arithmetic_return: "aritmetisk avkastning per år",
    correlation: "korrelation",
    factor_mean: "medelvärde vid horisonten",
    factor_deviation: "standardavvikelse vid horisonten",
    mean_inflation: "prisernas ökning per år, medelvärde",
    volatility: "volatilitet per år",
    deviation_of_12_months: "standardavvikelse för 12 månader",
    worst_month: "sämsta månad",
    worst_12_months: "sämsta 12 månader",
    max_drawdown: "djupaste fall",
};
