//! The texts of the region's tables: accounts, funding, pensions.

use crate::texts::Language;

/// The texts of the region's tables in one language. `{}` stands for what is put in.
pub struct RegionTableTexts {
    /// The region, as a comparison's subject.
    pub region: &'static str,
    /// The mean, as a word in a figure's name.
    pub mean: &'static str,
    /// When something happens: in the year.
    pub in_year: &'static str,
    /// In one of the five years that end with it.
    pub within_5_years: &'static str,
    /// In a year since the start.
    pub since_start: &'static str,
    /// Head of the accounts.
    pub accounts: &'static str,
    /// Head of the tables of pensions.
    pub year: &'static str,
    /// What the budget expects: line.
    pub budget: &'static str,
    /// The year's result.
    pub result: &'static str,
    /// The result after balance adjustments.
    pub after_adjustments: &'static str,
    /// The region's own target for it.
    pub target: &'static str,
    /// The balance-requirement result.
    pub balance_requirement: &'static str,
    /// Reserves used.
    pub used: &'static str,
    /// Reserves at the year's end.
    pub reserves: &'static str,
    /// Equity ratio, mixed model.
    pub equity_ratio: &'static str,
    /// Equity ratio, full funding.
    pub equity_ratio_full: &'static str,
    /// Cash.
    pub cash: &'static str,
    /// Debt.
    pub debt: &'static str,
    /// The greatest debt so far.
    pub peak_debt: &'static str,
    /// Interest on debt so far.
    pub interest: &'static str,
    /// The result is below the budget's.
    pub below_budget: &'static str,
    /// The balance requirement is missed.
    pub missed: &'static str,
    /// The own target is missed.
    pub target_missed: &'static str,
    /// The reserves are used up at the year’s end.
    pub used_up: &'static str,
    /// A deficit was not restored in time.
    pub overdue: &'static str,
    /// There is debt at the year’s end.
    pub in_debt: &'static str,
    /// Under the accounts.
    pub accounts_caption: &'static str,
    /// Capital.
    pub capital: &'static str,
    /// Funding ratio without the contingent liability.
    pub funding_ratio: &'static str,
    /// Funding ratio with it.
    pub funding_ratio_full: &'static str,
    /// The same at a rate of the market.
    pub funding_ratio_market: &'static str,
    /// The capital is less than the provision at the year’s end.
    pub underfunded: &'static str,
    /// The capital is less than both.
    pub underfunded_full: &'static str,
    /// Under the table of funding: the pools that stand against the liability, real rate.
    pub funding_caption: &'static str,
    /// Added to it where the balance sheet has other provisions: the years.
    pub provision_twice: &'static str,
    /// A year of it: year, provisions of the balance sheet, of the schedule, mnkr.
    pub provision_of_year: &'static str,
    /// Pensions due.
    pub due: &'static str,
    /// The capital lasts.
    pub lasts: &'static str,
    /// Share of payments borne.
    pub borne: &'static str,
    /// Under the table of pensions: the pools that pay.
    pub payments_caption: &'static str,
    /// Under the table of debt.
    pub debt_caption: &'static str,
    /// When the capital is exhausted: the parts that follow.
    pub exhausted: &'static str,
    /// Share of paths, year.
    pub exhausted_by: &'static str,
    /// Share of paths, last year.
    pub not_exhausted: &'static str,
    /// Where it is not, on any of the shares asked for: last year, share of paths.
    pub never_exhausted: &'static str,
}

const EN: RegionTableTexts = RegionTableTexts {
    region: "The region",
    mean: "mean",
    in_year: "in the year",
    within_5_years: "within 5 years",
    since_start: "since the start",
    accounts: "accounts, mnkr",
    year: "year",
    budget: "budget: {}",
    result: "result",
    after_adjustments: "result after balance adjustments",
    target: "own target for it",
    balance_requirement: "balance-requirement result",
    used: "reserves used",
    reserves: "reserves at year-end",
    equity_ratio: "equity ratio, mixed model",
    equity_ratio_full: "equity ratio, full funding",
    cash: "cash at year-end",
    debt: "debt at year-end",
    peak_debt: "greatest debt so far",
    interest: "interest on debt so far",
    below_budget: "P(result below budget)",
    missed: "P(balance requirement missed)",
    target_missed: "P(own target missed)",
    used_up: "P(no reserves left at year-end)",
    overdue: "P(deficit not restored in time)",
    in_debt: "P(debt at year-end)",
    accounts_caption: "Mnkr, nominal; income and surpluses positive, costs and deficits negative. Realised by the average cost of each fund; unrealised results that the balance requirement leaves out are adjusted out, and back when they are realised. The balance-requirement result is after reserves are used and set aside; the requirement is missed where it is negative, the own target where the result after balance adjustments is below it. 5 %: the quantile that 5 of 100 paths fall below. Within 5 years: in one at least of the five years that end with it; since the start: in one at least so far.",
    capital: "capital, mnkr",
    funding_ratio: "funding ratio without contingent liability",
    funding_ratio_full: "funding ratio with contingent liability",
    funding_ratio_market: "funding ratio with contingent liability, at the market’s rate",
    underfunded: "P(capital below the provision)",
    underfunded_full: "P(capital below both parts)",
    funding_caption: "At year-ends. Capital (what stands against the liability): {}. Funding ratio: capital over the present value of the payments of provision and contingent liability, which follow simulated prices, at a real rate of {} a year.",
    provision_twice: " The balance sheet’s provisions are others than those of the payments, at the prices that the plan reckons with: {}. Where the payments hold only what was earned by the start, the ratios are of that alone.",
    provision_of_year: "{} {} against {} mnkr",
    due: "pensions due, mnkr",
    lasts: "P(capital lasts)",
    borne: "share of payments borne",
    payments_caption: "The pools that pay, in this order: {}. Pensions due: those of the year that these pools are to pay, nominal, with payroll tax. The capital lasts where they have paid all of them up to the year’s end, and is exhausted where they have not. Share borne: what they have paid of all that they were to pay so far, in the money of the start.",
    debt_caption: "Mnkr, nominal. Debt: what had to be borrowed and is not yet repaid, at year-ends; mean of all paths, those without any included. Greatest debt so far: at any year-end. Interest: sum of what has been paid so far.",
    exhausted: "The capital is exhausted: {}.",
    exhausted_by: "on {} of paths by the end of {}",
    not_exhausted: "on {} of paths not by the end of {}",
    never_exhausted: "By the end of {} the capital is exhausted on fewer than {} of the simulated paths.",
};

const SV: RegionTableTexts = RegionTableTexts {
    region: "Regionen",
    mean: "medel",
    in_year: "under året",
    within_5_years: "inom 5 år",
    since_start: "sedan start",
    accounts: "räkenskaper, mnkr",
    year: "år",
    budget: "budget: {}",
    result: "årets resultat",
    after_adjustments: "resultat efter balanskravsjusteringar",
    target: "eget mål för det",
    balance_requirement: "balanskravsresultat",
    used: "använt ur reserver",
    reserves: "reserver vid årets slut",
    equity_ratio: "soliditet, blandmodell",
    equity_ratio_full: "soliditet, fullfondering",
    cash: "likvida medel vid årets slut",
    debt: "låneskuld vid årets slut",
    peak_debt: "största låneskuld hittills",
    interest: "räntekostnad för lån hittills",
    below_budget: "P(årets resultat under budget)",
    missed: "P(balanskravet missat)",
    target_missed: "P(eget mål missat)",
    used_up: "P(reserverna förbrukade vid årets slut)",
    overdue: "P(underskott ej återställt i tid)",
    in_debt: "P(låneskuld vid årets slut)",
    accounts_caption: "Mnkr, nominellt; intäkter och överskott positiva, kostnader och underskott negativa. Realiserat enligt genomsnittlig anskaffningskostnad per fond; orealiserade resultat som inte räknas i balanskravet justeras bort, och tillbaka när de realiseras. Balanskravsresultatet är efter reserver (resultatutjämningsreserv, resultatreserv); balanskravet är missat där det är negativt, det egna målet där resultatet efter balanskravsjusteringar är lägre. 5 %: kvantilen som 5 av 100 banor ligger under. Inom 5 år: under minst ett av de fem år som slutar med året; sedan start: under minst ett år hittills.",
    capital: "kapital, mnkr",
    funding_ratio: "konsolideringsgrad utan ansvarsförbindelse",
    funding_ratio_full: "konsolideringsgrad med ansvarsförbindelse",
    funding_ratio_market: "konsolideringsgrad med ansvarsförbindelse, till marknadsränta",
    underfunded: "P(kapital under avsättningen)",
    underfunded_full: "P(kapital under båda delarna)",
    funding_caption: "Vid årens slut. Kapital (det som står mot skulden): {}. Konsolideringsgrad: kapital genom nuvärdet av utbetalningarna för avsättning och ansvarsförbindelse, som följer simulerade priser, till en realränta på {} per år.",
    provision_twice: " Balansräkningens avsättningar är andra än utbetalningarnas, till de priser som planen räknar med: {}. Där utbetalningarna bara omfattar det som tjänats in till start gäller graderna det.",
    provision_of_year: "{} {} mot {} mnkr",
    due: "pensioner att betala, mnkr",
    lasts: "P(kapitalet räcker)",
    borne: "andel av utbetalningarna som burits",
    payments_caption: "Portföljerna som betalar, i denna ordning: {}. Pensioner att betala: årets pensionsutbetalningar som dessa portföljer ska göra, nominellt, med löneskatt. Kapitalet räcker där de har gjort alla till och med årets slut, och är uttömt där de inte har det. Andel som burits: vad de har betalat av allt de skulle betala hittills, i penningvärdet vid start.",
    debt_caption: "Mnkr, nominellt. Låneskuld: vad som har behövt lånas och ännu inte är återbetalat, vid årens slut; medel av alla banor, även dem utan skuld. Största låneskuld hittills: vid något årsslut. Räntekostnad: summan av vad som har betalats hittills.",
    exhausted: "Kapitalet är uttömt: {}.",
    exhausted_by: "på {} av banorna vid slutet av {}",
    not_exhausted: "på {} av banorna ännu inte vid slutet av {}",
    never_exhausted: "Vid slutet av {} är kapitalet uttömt på färre än {} av de simulerade banorna.",
};

impl Language {
    /// The texts of the region's tables.
    #[must_use]
    pub const fn region_table(self) -> &'static RegionTableTexts {
        match self {
            Self::En => &EN,
            Self::Sv => &SV,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use super::super::named::assert_paired;

    fn all(texts: &RegionTableTexts) -> Vec<(&'static str, &'static str)> {
        named!(texts => RegionTableTexts:
            in_year,
            within_5_years,
            since_start,
            region,
            mean,
            accounts,
            year,
            budget,
            result,
            after_adjustments,
            target,
            balance_requirement,
            used,
            reserves,
            equity_ratio,
            equity_ratio_full,
            cash,
            debt,
            peak_debt,
            interest,
            below_budget,
            missed,
            target_missed,
            used_up,
            overdue,
            in_debt,
            accounts_caption,
            capital,
            funding_ratio,
            funding_ratio_full,
            funding_ratio_market,
            underfunded,
            underfunded_full,
            funding_caption,
            provision_twice,
            provision_of_year,
            due,
            lasts,
            borne,
            payments_caption,
            debt_caption,
            exhausted,
            exhausted_by,
            not_exhausted,
            never_exhausted,
        )
    }

    #[test]
    fn both_languages_have_every_text_with_the_same_slots() {
        // Written alike in both.
        assert_paired(&all(&EN), &all(&SV), &[EN.budget]);
    }
}
