//! How to read the figures of an answer: the conventions by name, of which each study picks its own.

use indexmap::IndexMap;

/// A convention: its key, and what it says.
pub(super) type Convention = (&'static str, &'static str);

/// The conventions of an answer, in their order.
pub(super) fn listed(conventions: impl IntoIterator<Item = Convention>) -> IndexMap<String, String> {
    conventions.into_iter().map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
}

pub(super) const AMOUNTS: Convention = ("amounts", "SEK, nominal");
pub(super) const AMOUNTS_SINCE_THE_START: Convention =
    ("amounts", "SEK, nominal, at month-ends counted from the start; gains positive, losses negative");
pub(super) const AMOUNTS_AND_FRACTIONS: Convention =
    ("amounts", "SEK, nominal; shares, returns and depths are fractions; a loss is a negative return");
pub(super) const AMOUNTS_BEFORE_TRADE: Convention =
    ("amounts", "SEK, nominal; the value is after the day's flow and before the trade");
pub(super) const AMOUNTS_WITHOUT_FLOWS: Convention = ("amounts", "SEK, nominal; the opening value without flows");

pub(super) const RATES: Convention = (
    "rates",
    "fractions; a return is a yearly growth rate of a unit, G^(1/years) - 1, after fees and trading costs, flows left \
     out",
);
pub(super) const RATES_AND_SHARES: Convention = ("rates", "fractions; shares are of the value");
pub(super) const LOSSES: Convention =
    ("losses", "a loss is positive: 1 - G of a unit; var95 is its 95 % quantile, es95 the mean of the worst 5 %");

pub(super) const EX_ANTE: Convention =
    ("ex_ante", "below the floor known one observation earlier (a fixed floor: grown to the day)");
pub(super) const EX_POST: Convention = ("ex_post", "below the floor of the day itself");
pub(super) const FLOOR: Convention =
    ("floor", "of the unit price (1 at the start), or of the value in SEK where the high is that of the market value");

pub(super) const QUANTILES: Convention =
    ("quantiles", "the point at which the binned distribution function, linear inside bins, reaches the level");
pub(super) const STANDARD_ERROR: Convention =
    ("se", "Monte Carlo standard error; for a quantile, the interval's width over 3.92");
pub(super) const INTERVAL: Convention = (
    "ci95",
    "95 % interval; of a mean of returns: 1.96 se to each side; of a mean of what cannot be negative: Student's on a \
     logarithmic scale (of a share above 1/2, that of the rest); of a mean of amounts of either sign: Student's; where \
     more than half of the paths share a value that none passes: that of the distance from it; of a probability: \
     Wilson's, and with up to 3 hits or misses the end towards 0 or 1 is a Poisson law's; of a quantile: by binomial \
     ranks; of an expected shortfall: midway between Student's and that of the distance beyond the quantile on a \
     logarithmic scale",
);

pub(super) const ACCOUNTS: Convention = (
    "accounts",
    "calendar years; income and surpluses positive, costs and deficits negative; realised by the average cost of two \
     funds a pool, fees and trading costs realised; the result after adjustments is before reserves, the \
     balance-requirement result after them",
);
pub(super) const DEBT: Convention = (
    "debt",
    "at year-ends; borrowed where cash falls below its least, repaid first; interest of the year on the debt at its \
     beginning",
);
pub(super) const PENSIONS: Convention = (
    "pensions",
    "at year-ends; present values of payments at a real rate, times the level of simulated prices, payroll tax \
     included; capital: of the pools that stand against them",
);
pub(super) const LASTS: Convention =
    ("lasts", "no pension that the pools are to pay has been left unpaid by them up to the year's end");
pub(super) const EVENTS: Convention = (
    "events",
    "in_year: in the year; within_5_years: in at least one of the five that end with it; since_start: in at least one \
     so far",
);

pub(super) const GIVEN_PATH: Convention =
    ("path", "one given path a scenario: no estimate, no probability, no Monte Carlo error");
pub(super) const START: Convention = ("start", "the pools' opening value, equity share and highs");
pub(super) const FALLS_FROM_THE_HIGH: Convention = (
    "falls",
    "positive fractions of a unit, flows left out; from the high of the pool's window (24 months for the total)",
);
pub(super) const END: Convention = (
    "end",
    "the scenario's last month-end; after: the last month-end followed, all assets growing as expected between",
);
pub(super) const OPENING: Convention = (
    "opening",
    "value and acquisition cost of the two legs at the start; cost_assumed: no cost is given, it is taken to be the \
     value",
);
pub(super) const INCOME: Convention = (
    "income",
    "average cost of two funds, equities and fixed income: sales realise (price - average cost) × units; fees and \
     trading costs are realised; unrealised: the change of the surplus since the start",
);
pub(super) const SURPLUS: Convention =
    ("surplus", "value less acquisition cost (book_cost) of what is held; at the start, that of funds bought before");
pub(super) const REGION_OF_A_SCENARIO: Convention = (
    "region",
    "calendar years that the scenario and the months after it cover, the last one to its end; what is borrowed costs \
     the short rate's long-run mean where the world simulates it",
);
pub(super) const REVERSE: Convention = (
    "reverse",
    "the smallest fall after which a pool is below its floor of the day; null: none up to 99.9 % does it, or the pool \
     is below it already at the start (already_below, (floor - value) / floor); 0: it comes below without any fall",
);

pub(super) const ONE_OF_THE_PATHS: Convention =
    ("path", "one path has no Monte Carlo error; numbers count from 0, as in charts and summary");
pub(super) const MONTH: Convention =
    ("time", "a row is a month-end: returns and flows of the month up to it, then what is observed, then the trade");
pub(super) const REGION_OF_A_MONTH: Convention = (
    "region",
    "received less paid by the region's rules at the month-end, after the pool's own flows: pensions that it bears, \
     contributions by rule, transfers of the buffer; 0 without a region",
);

pub(super) const NOW: Convention = ("now", "the last row counts as an observation on whatever day it falls");
pub(super) const OBSERVED_PATH: Convention = (
    "path",
    "what was observed and what the rule says of it: nothing is simulated, and nothing has a Monte Carlo error",
);
pub(super) const FALLS_OF_ONE_PART: Convention =
    ("falls", "positive fractions, over one month, of one part alone while the other stands still; before flows");
pub(super) const ROLL_OFFS: Convention = ("roll_offs", "if the price, and the risk of equities, stand still");

pub(super) const PATH_OF_HISTORY: Convention = (
    "path",
    "one path a start, as it happened: no Monte Carlo error; starts overlap, their spread is no standard error",
);
pub(super) const TIME_OF_HISTORY: Convention = (
    "time",
    "month-ends; start is the month-end of the opening value, and the first return is that of the month after",
);
pub(super) const FALLS_OF_HISTORY: Convention = (
    "falls",
    "positive fractions of the high: deepest_fall_rolling of the rolling one, deepest_fall_all_time of the highest \
     since the start",
);
pub(super) const SHARE: Convention = ("share", "after trading, at every month-end but the last");
pub(super) const STATIC_MIX: Convention =
    ("static_mix", "the mean share of the rule over the same months, held by the same rebalancing at the same costs");
pub(super) const DIFFERENCE_TO_STATIC: Convention = (
    "difference_to_static",
    "return a year of the rule less that of the static mix: negative where the rule earned less",
);
pub(super) const QUARTILES: Convention = ("quartiles", "linear between ordered starts (type 7)");

pub(super) const BREACH: Convention =
    ("breach", "ex post: below the floor of the day; an episode counts once, at its first observation");
pub(super) const PARTS: Convention =
    ("parts", "fractions of the floor of the day, positive where they took; cushion less them is minus the depth");
pub(super) const MAIN_CAUSE: Convention = (
    "main",
    "the cause without which the observation would have been at the floor or above; of several, the one that took \
     most",
);
pub(super) const COST: Convention = (
    "cost",
    "the static mix less the rule, same paths; nominal yearly return of a unit over the horizon, after costs and fee",
);
pub(super) const STANDARD_ERROR_OF_BREACHES: Convention =
    ("se", "Monte Carlo: ratio of sums over paths; paired for mean_cost; from 32 stretches of paths for quantiles");
