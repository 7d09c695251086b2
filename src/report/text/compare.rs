//! The texts of a comparison.

/// The texts of a comparison in one language.
pub struct CompareTexts {
    /// Head of a table on common paths.
    pub paired: &'static str,
    /// Head of a table of worlds with other parameters.
    pub same_numbers: &'static str,
    /// Head of a table on paths of their own.
    pub unpaired: &'static str,
    /// Where no figure differs.
    pub nothing: &'static str,
    /// Head of the column of differences.
    pub difference: &'static str,
    /// Head of the column of gains.
    pub gain: &'static str,
    /// Under the tables: paths, seed, version.
    pub caption: &'static str,
    /// Added where errors could not be paired although the paths are common.
    pub as_independent: &'static str,
    /// Title of the chart of breach probabilities: subject.
    pub breach_title: &'static str,
    /// Under it.
    pub breach_note: &'static str,
    /// Title of the chart of returns: subject.
    pub return_title: &'static str,
    /// Title of the chart of values: subject.
    pub value_title: &'static str,
    /// Under both.
    pub box_note: &'static str,
    /// Title of the chart of differences: subject, other, first.
    pub difference_title: &'static str,
    /// Under it: one of the three that follow.
    pub difference_note: &'static str,
    /// On common paths, from the same random numbers, and between independent runs.
    pub difference_of: [&'static str; 3],
    /// Added where errors could not be paired.
    pub difference_as_independent: &'static str,
    /// Under every chart: version, paths, seed.
    pub source: &'static str,
}

pub(super) const EN: CompareTexts = CompareTexts {
    paired: "the same paths for both",
    same_numbers: "worlds with other parameters, drawn from the same random numbers",
    unpaired: "unpaired: another model of the market, on paths of its own",
    nothing: "no figure differs",
    difference: "difference",
    gain: "gain",
    caption: "{} paths, seed {}, skans {}. Amounts in mnkr, nominal. The difference is the second column less the first, in percentage points where the figure is in percent, ± half its 95 % interval; * where 0 lies outside. Gain: by how much larger the difference’s standard error would be from independent runs.",
    as_independent: " ¹ From the same random numbers, but the error is that of independent runs: the figure lies at a value that many paths have (a cap, a whole number of months), or none of the first paths has what it is of.",
    breach_title: "{}: probability that the protection level has been undershot",
    breach_note: "at least one month-end below the level of the day since the start (ex post); ± is half the 95 % interval of each",
    return_title: "{}: return a year",
    value_title: "{}: value, mnkr",
    box_note: "line: 90 % of outcomes, from the 5 % to the 95 % quantile; box: 50 %; white line: median. Nominal, after fees and costs",
    difference_title: "{}: {} less {}",
    difference_note: "difference {} in percentage points, with its 95 % interval; filled: 0 lies outside",
    difference_of: ["on the same paths", "from the same random numbers", "between independent runs"],
    difference_as_independent: "; ¹ unpaired",
    source: "skans {} · {} paths · seed {}",
};

pub(super) const SV: CompareTexts = CompareTexts {
    paired: "samma framtider för båda",
    same_numbers: "världar med olika parametrar, dragna ur samma slumptal",
    unpaired: "oparat: en annan marknadsmodell, med egna framtider",
    nothing: "inget mått skiljer sig",
    difference: "skillnad",
    gain: "vinst",
    caption: "{} framtider, frö {}, skans {}. Belopp i mnkr, nominellt. Skillnaden är den andra kolumnen minus den första, i procentenheter där måttet är i procent, ± halva 95 %-intervallet; * där 0 ligger utanför. Vinst: hur mycket större skillnadens medelfel vore med oberoende körningar.",
    as_independent: " ¹ Ur samma slumptal, men felet är som för oberoende körningar: måttet ligger vid ett värde som många framtider har (ett tak, ett helt antal månader), eller ingen av de första framtiderna har det som måttet gäller.",
    breach_title: "{}: sannolikhet att skyddsnivån har underskridits",
    breach_note: "minst ett månadsslut under dagens nivå sedan start (ex post); ± är halva 95 %-intervallet för var och en",
    return_title: "{}: avkastning per år",
    value_title: "{}: värde, mnkr",
    box_note: "streck: 90 % av utfallen, från 5 %- till 95 %-kvantilen; låda: 50 %; vit linje: median. Nominellt, efter avgifter och kostnader",
    difference_title: "{}: {} minus {}",
    difference_note: "skillnad {} i procentenheter, med 95 %-intervall; fylld: 0 ligger utanför",
    difference_of: ["i samma framtider", "ur samma slumptal", "mellan oberoende körningar"],
    difference_as_independent: "; ¹ oparat",
    source: "skans {} · {} framtider · frö {}",
};
