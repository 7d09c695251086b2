//! The texts of a sweep.

/// The texts of a sweep in one language.
pub struct SweepTexts {
    /// Heads of the columns of figures.
    pub figures: [&'static str; 5],
    /// Head of the column of differences.
    pub mean_difference: &'static str,
    /// The row of the configuration's own settings.
    pub present: &'static str,
    /// Under the table: pool, paths, seed, version, and one of the two that follow.
    pub caption: &'static str,
    /// What the difference is of: on common paths, or from the same random numbers where the market varies.
    pub difference_of: [&'static str; 2],
    /// Added where rules are left out: shown, all.
    pub left_out: &'static str,
    /// Titles of heat maps and curves, in the order of the figures: pool.
    pub titles: [&'static str; 5],
    /// Under a heat map: the row's key, the column's key.
    pub heat_note: &'static str,
    /// Under a curve: key.
    pub curve_note: &'static str,
    /// How the present policy is marked in a heat map, if it is in it.
    pub framed: &'static str,
    /// And in a curve.
    pub ringed: &'static str,
    /// Added where a further key is held: key, value.
    pub held: &'static str,
    /// Title of the frontier against breaches: pool.
    pub frontier_breach: &'static str,
    /// Title of the frontier against shortfall: pool.
    pub frontier_shortfall: &'static str,
    /// Under both.
    pub frontier_note: &'static str,
    /// What stands at the dots that no other beats: the keys.
    pub named: &'static str,
    /// Names of the axes of the frontiers.
    pub axes: [&'static str; 3],
}

pub(super) const EN: SweepTexts = SweepTexts {
    figures: ["P(undershot)", "median return", "5 % return", "ES 95 %, 1 year", "mean equity share"],
    mean_difference: "mean return, less the present’s",
    present: "present policy",
    caption: "{}: {} paths, seed {}, skans {}. P(undershot): protection level undershot (ex post) by the horizon; returns a year to the horizon, nominal; ES: mean of the worst 5 % of the first year, a loss positive; ± is half the 95 % interval; the difference (percentage points) is {}.",
    difference_of: ["on the same paths", "between worlds drawn from the same random numbers"],
    left_out: " Shown are the {} of {} rules that no other beats in both median return and P(undershot).",
    titles: [
        "{}: probability that the protection level is undershot by the horizon",
        "{}: median return a year to the horizon",
        "{}: 5 % quantile of the return a year to the horizon",
        "{}: expected shortfall of the first year",
        "{}: mean equity share",
    ],
    heat_note: "by {} (down) and {} (across), in percent",
    curve_note: "by {}, in percent; bars: 95 % interval of the simulation",
    framed: "; framed: the present policy",
    ringed: "; ring: the present policy",
    held: "; {} = {}",
    frontier_breach: "{}: return against breaches",
    frontier_shortfall: "{}: return against the worst first years",
    frontier_note: "a dot for each rule, with 95 % intervals; line: rules that no other beats; ring: the present policy",
    named: "at the line: {}",
    axes: [
        "median return a year to the horizon",
        "probability that the protection level is undershot by the horizon",
        "mean loss of the worst 5 % of first years",
    ],
};

pub(super) const SV: SweepTexts = SweepTexts {
    figures: ["P(underskridande)", "medianavkastning", "5 %-avkastning", "ES 95 %, 1 år", "aktieandel, medel"],
    mean_difference: "medelavkastning, minus nuvarande",
    present: "nuvarande policy",
    caption: "{}: {} framtider, frö {}, skans {}. P(underskridande): skyddsnivån underskriden (ex post) till horisonten; avkastning per år till horisonten, nominellt; ES: medel av de sämsta 5 % under första året, förlust positiv; ± är halva 95 %-intervallet; skillnaden (procentenheter) gäller {}.",
    difference_of: ["samma framtider", "världar dragna ur samma slumptal"],
    left_out: " Visas gör de {} av {} regler som ingen annan slår i både medianavkastning och P(underskridande).",
    titles: [
        "{}: sannolikhet att skyddsnivån underskrids till horisonten",
        "{}: medianavkastning per år till horisonten",
        "{}: 5 %-kvantil av avkastningen per år till horisonten",
        "{}: förväntad förlust i de sämsta 5 % första åren",
        "{}: genomsnittlig aktieandel",
    ],
    heat_note: "efter {} (nedåt) och {} (åt sidan), i procent",
    curve_note: "efter {}, i procent; streck: simuleringens 95 %-intervall",
    framed: "; inramad: nuvarande policy",
    ringed: "; ring: nuvarande policy",
    held: "; {} = {}",
    frontier_breach: "{}: avkastning mot underskridanden",
    frontier_shortfall: "{}: avkastning mot de sämsta första åren",
    frontier_note: "en punkt för varje regel, med 95 %-intervall; linje: regler som ingen annan slår; ring: nuvarande policy",
    named: "vid linjen: {}",
    axes: [
        "medianavkastning per år till horisonten",
        "sannolikhet att skyddsnivån underskrids till horisonten",
        "medelförlust i de sämsta 5 % första åren",
    ],
};
