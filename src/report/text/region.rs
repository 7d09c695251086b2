//! The texts of the region's charts, in English and Swedish.

use crate::texts::Language;

/// The texts of the region's charts in one language. `{}` stands for what is put in.
pub struct RegionTexts {
    /// Added to the note of a chart with bands: the percents inside, the percent outside.
    pub bands: &'static str,
    // Result
    /// Title: first and last year.
    pub result_title: &'static str,
    /// Under it.
    pub result_note: &'static str,
    /// At the budget's line.
    pub budget: &'static str,
    // Balance requirement
    /// Title: first and last year.
    pub balance_title: &'static str,
    /// Under it.
    pub balance_note: &'static str,
    /// At the median before reserves.
    pub before_reserves: &'static str,
    /// At the median after reserves.
    pub after_reserves: &'static str,
    /// At the region's own target.
    pub target: &'static str,
    // Probabilities
    /// Title: first and last year.
    pub chances_title: &'static str,
    /// Under it.
    pub chances_note: &'static str,
    /// At the end of the line of probabilities in a year.
    pub in_year: &'static str,
    /// At the end of the line of probabilities since the start.
    pub since_start: &'static str,
    /// The result is below the budget's.
    pub below_budget: &'static str,
    /// The balance requirement is missed.
    pub requirement_missed: &'static str,
    /// Reserves are used up.
    pub reserves_used_up: &'static str,
    // Reserves
    /// Title: first and last year.
    pub reserves_title: &'static str,
    /// Under it.
    pub reserves_note: &'static str,
    /// Over the level.
    pub reserves_level: &'static str,
    /// Over the flows.
    pub reserves_flows: &'static str,
    /// At the bars of what is used.
    pub used: &'static str,
    /// At the bars of what is set aside.
    pub set_aside: &'static str,
    // Funding ratio
    /// Title: last year.
    pub funding_title: &'static str,
    /// Under it.
    pub funding_note: &'static str,
    /// Added to it where the axis ends below what is drawn: its end.
    pub funding_cut: &'static str,
    /// Over it: the pools whose capital it is.
    pub funding_pools: &'static str,
    /// Where the chart ends before the region's years do: its last year.
    pub funding_ends: &'static str,
    /// At the line of full funding.
    pub funded: &'static str,
    /// At the median by the provision alone.
    pub provision_only: &'static str,
    /// At the median at a rate of the market.
    pub at_market: &'static str,
    // Payments
    /// Title: last year.
    pub payments_title: &'static str,
    /// Under it.
    pub payments_note: &'static str,
    /// Over the capital.
    pub capital: &'static str,
    /// Over the payments.
    pub payments: &'static str,
    /// Added to the payments: the pools that pay.
    pub paid_in_order: &'static str,
    // How long the capital lasts
    /// Title: last year.
    pub lasts_title: &'static str,
    /// Over it: the pools that pay.
    pub lasts_pools: &'static str,
    /// Under it: levels at dotted lines.
    pub lasts_note: &'static str,
    /// Where it falls below a level: level, year.
    pub lasts_below: &'static str,
    // Equity ratio
    /// Title: first and last year.
    pub equity_title: &'static str,
    /// Under it.
    pub equity_note: &'static str,
    /// At the mixed model's median.
    pub mixed_model: &'static str,
    /// At the full funding's median.
    pub full_funding: &'static str,
    // Debt
    /// Title: first and last year.
    pub debt_title: &'static str,
    /// Under it.
    pub debt_note: &'static str,
    /// Over the probabilities.
    pub in_debt: &'static str,
    /// Added to it: year, mean, mean where there is any.
    pub debt_given_any: &'static str,
    /// The greatest debt so far.
    pub peak_debt: &'static str,
    /// Interest so far.
    pub interest: &'static str,
    /// Over an amount's mean and quantiles: its name, levels.
    pub debt_mean_and_levels: &'static str,
    /// Over its mean alone: its name.
    pub debt_mean: &'static str,
    /// At the end of the line of a year's probabilities.
    pub at_year_end: &'static str,
    // Waterfall
    /// Title: year.
    pub waterfall_title: &'static str,
    /// Under it: number of paths, the results between which they lie.
    pub waterfall_note: &'static str,
    /// The first row.
    pub waterfall_budget: &'static str,
    /// Income of a pool: its label.
    pub waterfall_pool: &'static str,
    /// The pools' income as budgeted, taken off.
    pub waterfall_budgeted_pools: &'static str,
    /// Indexation of provisions.
    pub waterfall_indexation: &'static str,
    /// Interest on debt.
    pub waterfall_interest: &'static str,
    /// The last row.
    pub waterfall_outcome: &'static str,
}

const EN: RegionTexts = RegionTexts {
    bands: "; bands: {} % of outcomes, the outer {} % left white",
    result_title: "The year’s result against the budget’s, {}–{}",
    result_note: "mnkr, nominal; dark: median; dashed: budget",
    budget: "budget",
    balance_title: "Result after balance adjustments, before and after reserves, {}–{}",
    balance_note: "mnkr; left bar: before reserves, right: balance-requirement result",
    before_reserves: "before reserves",
    after_reserves: "after reserves",
    target: "own target",
    chances_title: "Probability of missing budget and balance requirement, {}–{}",
    chances_note: "percent of outcomes; since the start: in at least one year; the upright strokes are the simulation’s own 95 % error",
    in_year: "in the year",
    since_start: "since the start",
    below_budget: "the year’s result is below the budget’s",
    requirement_missed: "the balance requirement is missed, after use of reserves",
    reserves_used_up: "nothing is left of the reserves at the year’s end",
    reserves_title: "Reserves for evening out results, {}–{}",
    reserves_note: "mnkr, nominal; dark: mean",
    reserves_level: "reserves at the year’s end",
    reserves_flows: "used and set aside in the year, mean of all outcomes",
    used: "used",
    set_aside: "set aside",
    funding_title: "Funding ratio: capital over pension liability, to {}",
    funding_note: "percent of provision and contingent liability",
    funding_cut: "; above {}: at the edge",
    funding_pools: "capital: {}",
    funding_ends: "shown to {}: later less than a quarter of the first year’s liability is left",
    funded: "fully funded",
    provision_only: "provision only",
    at_market: "at market rate",
    payments_title: "Capital, and the pensions that pools are to pay, to {}",
    payments_note: "mnkr, nominal",
    capital: "capital at the year’s end",
    payments: "pensions to be paid in the year, median",
    paid_in_order: "; paid in this order by {}",
    lasts_title: "Probability that the capital lasts, to {}",
    lasts_pools: "the pools that pay, in this order: {}",
    lasts_note: "percent of outcomes with every pension paid by the year’s end; band: the simulation’s own 95 % error; dotted: {}",
    lasts_below: "below {} from {}",
    equity_title: "Equity ratio, {}–{}",
    equity_note: "left bar: mixed model, right: full funding",
    mixed_model: "mixed model",
    full_funding: "full funding",
    debt_title: "Debt: how probable, how large, and at what cost, {}–{}",
    debt_note: "upright strokes: the simulation’s own 95 % error",
    debt_given_any: "; debt at the end of {}: mean {} mnkr, given that there is any {} mnkr",
    in_debt: "probability of any debt at the year’s end, percent of outcomes",
    peak_debt: "greatest debt so far",
    interest: "interest on debt so far",
    debt_mean_and_levels: "{}, mnkr, nominal: mean, and what {} of outcomes do not exceed",
    debt_mean: "{}, mnkr, nominal: mean",
    at_year_end: "at the year’s end",
    waterfall_title: "{}: from the budget’s result to the 5 % outcome",
    waterfall_note: "mnkr; mean of the {} outcomes from {} to {}, the 2.5 and 7.5 % outcomes",
    waterfall_budget: "The budget’s result",
    waterfall_pool: "{}: income",
    waterfall_budgeted_pools: "Less budgeted income of the pools",
    waterfall_indexation: "Indexation of provisions",
    waterfall_interest: "Interest on debt",
    waterfall_outcome: "Result, 5 % outcome",
};

const SV: RegionTexts = RegionTexts {
    bands: "; fälten: {} % av utfallen, de yttersta {} % lämnade vita",
    result_title: "Årets resultat mot budget, {}–{}",
    result_note: "mnkr, nominellt; mörkt: median; streckat: budget",
    budget: "budget",
    balance_title: "Resultat efter balanskravsjusteringar, före och efter reserver, {}–{}",
    balance_note: "mnkr; vänster stapel: före reserver, höger: balanskravsresultat",
    before_reserves: "före reserver",
    after_reserves: "efter reserver",
    target: "eget mål",
    chances_title: "Sannolikhet att missa budget och balanskrav, {}–{}",
    chances_note: "procent av utfallen; sedan start: minst ett år; de lodräta strecken är simuleringens eget 95 %-fel",
    in_year: "under året",
    since_start: "sedan start",
    below_budget: "årets resultat är under budget",
    requirement_missed: "balanskravet missas, efter användning av reserver",
    reserves_used_up: "ingenting är kvar av reserverna vid årets slut",
    reserves_title: "Reserver för resultatutjämning, {}–{}",
    reserves_note: "mnkr, nominellt; mörkt: medelvärde",
    reserves_level: "reserver vid årets slut",
    reserves_flows: "använt och reserverat under året, medelvärde av alla utfall",
    used: "använt",
    set_aside: "reserverat",
    funding_title: "Konsolideringsgrad: kapital i förhållande till pensionsskuld, till {}",
    funding_note: "procent av avsättning och ansvarsförbindelse",
    funding_cut: "; över {}: vid kanten",
    funding_pools: "kapital: {}",
    funding_ends: "visas till {}: senare är mindre än en fjärdedel av första årets skuld kvar",
    funded: "full täckning",
    provision_only: "enbart avsättning",
    at_market: "till marknadsränta",
    payments_title: "Kapital, och de pensioner som portföljer ska betala, till {}",
    payments_note: "mnkr, nominellt",
    capital: "kapital vid årets slut",
    payments: "pensioner att betala under året, median",
    paid_in_order: "; betalas i denna ordning av {}",
    lasts_title: "Sannolikhet att kapitalet räcker, till {}",
    lasts_pools: "portföljerna som betalar, i denna ordning: {}",
    lasts_note: "procent av utfallen med alla pensioner betalda vid årets slut; fält: simuleringens eget 95 %-fel; prickat: {}",
    lasts_below: "under {} från {}",
    equity_title: "Soliditet, {}–{}",
    equity_note: "vänster stapel: blandmodell, höger: fullfondering",
    mixed_model: "blandmodell",
    full_funding: "fullfondering",
    debt_title: "Låneskuld: hur sannolik, hur stor och till vilken kostnad, {}–{}",
    debt_note: "lodräta streck: simuleringens eget 95 %-fel",
    debt_given_any: "; låneskuld vid slutet av {}: i medel {} mnkr, givet att det finns någon {} mnkr",
    in_debt: "sannolikhet för någon låneskuld vid årets slut, procent av utfallen",
    peak_debt: "största låneskuld hittills",
    interest: "räntekostnad för lån hittills",
    debt_mean_and_levels: "{}, mnkr, nominellt: medelvärde, och vad {} av utfallen inte överstiger",
    debt_mean: "{}, mnkr, nominellt: medelvärde",
    at_year_end: "vid årets slut",
    waterfall_title: "{}: från budgeterat resultat till 5 %-utfallet",
    waterfall_note: "mnkr; medelvärde av de {} utfallen från {} till {}, 2,5- och 7,5 %-utfallen",
    waterfall_budget: "Budgeterat resultat",
    waterfall_pool: "{}: intäkter",
    waterfall_budgeted_pools: "Minus budgeterade intäkter från portföljerna",
    waterfall_indexation: "Indexering av avsättningar",
    waterfall_interest: "Ränta på skuld",
    waterfall_outcome: "Resultat, 5 %-utfall",
};

impl Language {
    /// The texts of the region's charts.
    #[must_use]
    pub const fn region(self) -> &'static RegionTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

#[cfg(test)]
impl RegionTexts {
    /// Every text with its name.
    pub(crate) fn named(&self) -> Vec<(&'static str, &'static str)> {
        named!(self => RegionTexts:
            bands,
            result_title,
            result_note,
            budget,
            balance_title,
            balance_note,
            before_reserves,
            after_reserves,
            target,
            chances_title,
            chances_note,
            in_year,
            since_start,
            below_budget,
            requirement_missed,
            reserves_used_up,
            reserves_title,
            reserves_note,
            reserves_level,
            reserves_flows,
            used,
            set_aside,
            funding_title,
            funding_note,
            funding_cut,
            funding_pools,
            funding_ends,
            funded,
            provision_only,
            at_market,
            payments_title,
            payments_note,
            capital,
            payments,
            paid_in_order,
            lasts_title,
            lasts_pools,
            lasts_note,
            lasts_below,
            equity_title,
            equity_note,
            mixed_model,
            full_funding,
            debt_title,
            debt_note,
            debt_given_any,
            in_debt,
            peak_debt,
            interest,
            debt_mean_and_levels,
            debt_mean,
            at_year_end,
            waterfall_title,
            waterfall_note,
            waterfall_budget,
            waterfall_pool,
            waterfall_budgeted_pools,
            waterfall_indexation,
            waterfall_interest,
            waterfall_outcome
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_in_both_languages_with_the_same_slots() {
        // Written alike in both.
        let alike = ["budget"];
        for ((name, en), (_, sv)) in EN.named().into_iter().zip(SV.named()) {
            assert!(!en.is_empty() && !sv.is_empty(), "{name}");
            assert_eq!(en.matches("{}").count(), sv.matches("{}").count(), "{name}");
            assert_eq!(en == sv, alike.contains(&name), "{name}: {en}");
        }
    }
}
