//! Swedish.

use super::{TableTexts, Texts};

pub(super) const SV: Texts = Texts {
    table: TableTexts {
        caption: "{} banor, frö {}, skans {}. ± är halva simuleringens 95 %-intervall; belopp i mnkr, nominellt.",
        figure: "mått",
        opening: "ingående värde, mnkr",
        value: "värde, {}, efter {}, mnkr",
        returns: "avkastning per år, {}, under {}",
        real_returns: "real avkastning per år, {}, under {}",
        below_expected: "P(avkastning under policyns), {}",
        loss: "P(förlust), första året",
        var: "value at risk 95 %, första året",
        shortfall: "förväntad förlust i de sämsta 5 %, första året",
        breach_ex_post: "P(skyddsnivån underskriden), {}",
        breach_ex_ante: "P(underskriden, nivån känd i förväg), {}",
        depth: "medeldjup, om underskriden",
        months_below: "månader under nivån",
        fall: "djupaste fall från högsta värdet, median",
        fall_over: "P(fall djupare än {})",
        not_recovered: "P(högsta värdet ej återtaget vid slutet)",
        share: "aktieandel, medel",
        lock: "tid nästan utan aktier",
        turnover: "omsättning per år",
        cost: "handelskostnad per år, mnkr",
        jumps: "hopp när en topp lämnar fönstret, per år",
        unpaid: "P(en pension ej betald), {}",
        median: "median",
    },
    compare: super::compare::SV,
    sweep: super::sweep::SV,
};
