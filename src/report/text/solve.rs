//! The texts of a solution.

/// The texts of a solution in one language.
pub struct SolveTexts {
    /// Head of the column of half intervals.
    pub error: &'static str,
    /// Head of the column that says whether the target is met.
    pub met: &'static str,
    /// It is.
    pub yes: &'static str,
    /// It is not.
    pub no: &'static str,
    /// The solution: key, value, condition, interval, safe end.
    pub solved: &'static str,
    /// The same of whole numbers: key, value, condition, the neighbour that does not meet it, interval, safe end.
    pub solved_whole: &'static str,
    /// An end beyond the values tried.
    pub beyond: &'static str,
    /// Added where the figure crosses its bound more than once.
    pub again: &'static str,
    /// Under it: paths, seed, version.
    pub caption: &'static str,
}

pub(super) const EN: SolveTexts = SolveTexts {
    error: "± half 95 %",
    met: "target met",
    yes: "yes",
    no: "no",
    solved: "{} = {}: here {} begins to hold or ceases to. From {} to {} the target lies inside the simulation’s error (95 %); with 97.5 % certainty it is met at {}.",
    solved_whole: "{} = {}: {} holds; at the neighbouring {} it does not. From {} to {} the target lies inside the simulation’s error (95 %); with 97.5 % certainty it is met at {}.",
    beyond: "(not among the values tried)",
    again: " The figure crosses its bound more than once among the values tried: this is the first crossing.",
    caption: "{} paths, seed {}, skans {}; every value from the same random numbers. Figures as in summary.json: amounts in SEK, rates and probabilities as fractions.",
};

pub(super) const SV: SolveTexts = SolveTexts {
    error: "± halva 95 %",
    met: "målet nås",
    yes: "ja",
    no: "nej",
    solved: "{} = {}: här börjar eller slutar {} att gälla. Från {} till {} ligger målet inom simuleringens fel (95 %); med 97,5 % säkerhet nås det vid {}.",
    solved_whole: "{} = {}: {} gäller, men inte vid det intilliggande {}. Från {} till {} ligger målet inom simuleringens fel (95 %); med 97,5 % säkerhet nås det vid {}.",
    beyond: "(inte bland de prövade värdena)",
    again: " Måttet korsar sin gräns mer än en gång bland de prövade värdena: detta är den första.",
    caption: "{} framtider, frö {}, skans {}; alla värden ur samma slumptal. Mått som i summary.json: belopp i kronor, takter och sannolikheter som bråk.",
};
