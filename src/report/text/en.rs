//! English.

use super::{TableTexts, Texts};

pub(super) const EN: Texts = Texts {
    table: TableTexts {
        caption: "{} paths, seed {}, skans {}. ± is half the 95 % interval of the simulation; amounts in mnkr, nominal.",
        figure: "figure",
        opening: "opening value, mnkr",
        value: "value, {}, after {}, mnkr",
        returns: "return a year, {}, over {}",
        real_returns: "real return a year, {}, over {}",
        below_expected: "P(return below the policy’s), {}",
        loss: "P(loss), first year",
        var: "value at risk 95 %, first year",
        shortfall: "expected shortfall 95 %, first year",
        breach_ex_post: "P(protection level undershot), {}",
        breach_ex_ante: "P(undershot, level known before), {}",
        depth: "mean depth, if undershot",
        months_below: "months below the level",
        fall: "deepest fall from the rolling high, median",
        fall_over: "P(fall deeper than {})",
        not_recovered: "P(old high not regained by the end)",
        share: "equity share, mean",
        lock: "time with almost no equities",
        turnover: "turnover a year",
        cost: "trading cost a year, mnkr",
        jumps: "roll-off jumps a year",
        unpaid: "P(a pension not paid), {}",
        median: "median",
    },
    compare: super::compare::EN,
    sweep: super::sweep::EN,
};
