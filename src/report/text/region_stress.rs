//! The texts of the region in a stress test.

use crate::texts::Language;

/// The texts of the region in a stress test in one language. `{}` stands for what is put in.
pub struct RegionStressTexts {
    /// Head of the table of all scenarios.
    pub scenario: &'static str,
    /// The lowest of the years' results, with its year.
    pub lowest_result: &'static str,
    /// The same of the balance-requirement result.
    pub lowest_requirement: &'static str,
    /// Reserves used in all years.
    pub used: &'static str,
    /// Lowest equity ratio, full funding.
    pub lowest_equity_ratio: &'static str,
    /// Lowest funding ratio with the contingent liability.
    pub lowest_funding_ratio: &'static str,
    /// Greatest debt.
    pub debt: &'static str,
    /// A figure and its year.
    pub in_year: &'static str,
    /// Under the table of all scenarios.
    pub caption: &'static str,
    /// Head of one scenario's years.
    pub years: &'static str,
    /// Of the pools' income, what is realised.
    pub realised: &'static str,
    /// And what is not.
    pub unrealised: &'static str,
    /// What simulated prices add to provisions.
    pub indexation: &'static str,
    /// A deficit to restore.
    pub deficit: &'static str,
    /// Row of what happened: the requirement is missed.
    pub missed: &'static str,
    /// It happened.
    pub yes: &'static str,
    /// It did not.
    pub no: &'static str,
    /// Under one scenario's years.
    pub years_caption: &'static str,
}

const EN: RegionStressTexts = RegionStressTexts {
    scenario: "accounts and pensions, mnkr",
    lowest_result: "lowest result of a year",
    lowest_requirement: "lowest balance-requirement result",
    used: "reserves used, all years",
    lowest_equity_ratio: "lowest equity ratio, full funding",
    lowest_funding_ratio: "lowest funding ratio with contingent liability",
    debt: "greatest debt",
    in_year: "{} ({})",
    caption: "Calendar years that a scenario and the months after it cover, the last one to its end; each figure with its year. Mnkr, nominal; income positive. The balance-requirement result is after reserves.",
    years: "the region, mnkr",
    realised: "pools’ income, realised",
    unrealised: "pools’ income, unrealised",
    indexation: "indexation of provisions beyond the budget’s",
    deficit: "deficit to restore",
    missed: "balance requirement missed",
    yes: "yes",
    no: "no",
    years_caption: "Calendar years that the scenario and the months after it cover, the last one to its end. Mnkr, nominal; income positive, costs negative; ratios at year-ends. Average cost of each fund; the balance-requirement result is after reserves.",
};

const SV: RegionStressTexts = RegionStressTexts {
    scenario: "räkenskaper och pensioner, mnkr",
    lowest_result: "lägsta årets resultat",
    lowest_requirement: "lägsta balanskravsresultat",
    used: "använt ur reserver, alla år",
    lowest_equity_ratio: "lägsta soliditet, fullfondering",
    lowest_funding_ratio: "lägsta konsolideringsgrad med ansvarsförbindelse",
    debt: "största låneskuld",
    in_year: "{} ({})",
    caption: "Kalenderår som ett scenario och månaderna efter det omfattar, det sista till sitt slut; varje tal med sitt år. Mnkr, nominellt; intäkter positiva. Balanskravsresultatet är efter reserver.",
    years: "regionen, mnkr",
    realised: "portföljernas intäkter, realiserade",
    unrealised: "portföljernas intäkter, orealiserade",
    indexation: "indexering av avsättningar utöver budget",
    deficit: "underskott att återställa",
    missed: "balanskravet missas",
    yes: "ja",
    no: "nej",
    years_caption: "Kalenderår som scenariot och månaderna efter det omfattar, det sista till sitt slut. Mnkr, nominellt; intäkter positiva, kostnader negativa; nyckeltal vid årets slut. Genomsnittligt anskaffningsvärde per fond; balanskravsresultatet är efter reserver.",
};

impl Language {
    /// The texts of the region in a stress test.
    #[must_use]
    pub const fn region_stress(self) -> &'static RegionStressTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::named::assert_paired;
    use super::*;

    fn all(texts: &RegionStressTexts) -> Vec<(&'static str, &'static str)> {
        named!(texts => RegionStressTexts:
            scenario, lowest_result, lowest_requirement, used, lowest_equity_ratio, lowest_funding_ratio, debt, in_year, caption, years, realised, unrealised, indexation, deficit, missed, yes, no, years_caption
        )
    }

    #[test]
    fn both_languages_have_every_text_with_the_same_slots() {
        // Written alike in both.
        assert_paired(&all(&EN), &all(&SV), &[EN.in_year]);
    }
}
