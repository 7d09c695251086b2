### All texts in English. Every language has the same messages, which show the same arguments.
### A number that is shown is a text ($paths); the count beside it ($count) only chooses singular or plural.
### A line break within a text is a space.

## Everywhere

# The language's name for itself, with a capital.
language_name = English

# Between a number and its decimals, between thousands, and before a number below 0.
decimal_sign = .
thousands_sign = { "\u202F" }
minus_sign = −
# A percentage.
percent = { $number }{ "\u00A0" }%
# In place of a number that is not known.
mnkr = { $amount } mnkr
unknown_number = –

# A number with both ends of its interval.
with_interval = { $value } ({ $low } to { $high })
# All pools together.
total = All pools

# A span of $years.
years =
    { $count ->
        [one] one year
       *[other] { $years } years
    }

months =
    { $count ->
        [one] { $months } month
       *[other] { $months } months
    }

# A list of at least two: $items with commas between them, and the $last.
list_and = { $items } and { $last }

# Which version made it.
version = skans { $version }

## Main figures of a pool

table_caption =
    { $count ->
        [one]
            { $paths } path, seed { $seed }, skans { $version }. ± is half the 95 % interval of the simulation, brackets
            both ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show; amounts in mnkr,
            nominal.
       *[other]
            { $paths } paths, seed { $seed }, skans { $version }. ± is half the 95 % interval of the simulation,
            brackets both ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show; amounts
            in mnkr, nominal.
    }
table_figure = figure
figure_opening = opening value, mnkr
figure_value = value, { $place }, after { $span }, mnkr
figure_returns = return a year, { $place }, over { $span }
figure_real_returns = real return a year, { $place }, over { $span }
figure_below_expected = P(return below the policy’s), { $span }
first_year = first year
figure_loss = P(loss), { $span }
figure_var = value at risk 95 %, { $span }
figure_shortfall = expected shortfall 95 %, { $span }
figure_breach_ex_post = P(protection level undershot), { $span }
figure_breach_ex_ante = P(undershot, level known before), { $span }
figure_depth = deepest breach of a future that has one, mean
figure_months_below = months below the level, mean over all futures
figure_fall = deepest fall from the pool’s high, { $place }
figure_fall_unit = deepest fall of a unit from 24 months’ high, { $place }
figure_at_least = P(value ≥ { $amount } mnkr), after { $span }
figure_emptied = P(pool emptied), { $span }
figure_fall_over = P(fall deeper than { $fall })
figure_fall_unit_over = P(fall of a unit in 24 months deeper than { $fall })
figure_not_recovered = P(old high not regained by the end)
figure_share = equity share, mean
figure_lock = time with almost no equities
figure_turnover = turnover a year
figure_cost = trading cost a year, mnkr
figure_jumps = roll-off jumps a year
figure_unpaid = P(a pension not paid), { $span }
median = median

## Main figures of the region

region_budget = budget: { $line }
region_result = result
region_after_adjustments = result after balance adjustments
region_balance_requirement = balance-requirement result
region_used = reserves used
region_reserves = reserves at year-end
region_equity_ratio = equity ratio, mixed model
region_equity_ratio_full = equity ratio, full funding
region_cash = cash at year-end
region_debt = debt at year-end
region_capital = capital, mnkr
region_funding_ratio = funding ratio without contingent liability
region_funding_ratio_full = funding ratio with contingent liability
region_due = pensions due, mnkr

region = The region
mean = mean
region_figure = { $figure }, { $of }
region_figure_of_year = { $figure }, { $year }
region_in_year = in the year

# In one of the five years that end with it.
region_within_5_years = within 5 years

# In a year since the start.
region_since_start = since the start

# Head of the accounts.
region_accounts = accounts, mnkr

# Head of the tables of pensions.
region_year = year

region_target = own target for it
region_peak_debt = greatest debt so far
region_interest = interest on debt so far
region_below_budget = P(result below budget)
region_missed = P(balance requirement missed)
region_target_missed = P(own target missed)
region_used_up = P(no reserves left at year-end)
region_overdue = P(deficit not restored in time)
region_in_debt = P(debt at year-end)

# Under the accounts.
region_accounts_caption =
    Mnkr, nominal; income and surpluses positive, costs and deficits negative. Realised by the average cost of each
    fund; unrealised results that the balance requirement leaves out are adjusted out, and back when they are
    realised. The balance-requirement result is after reserves are used and set aside; the requirement is missed where
    it is negative, the own target where the result after balance adjustments is below it. 5 %: the quantile that 5 of
    100 paths fall below. Within 5 years: in one at least of the five years that end with it; since the start: in one
    at least so far.

region_funding_ratio_market = funding ratio with contingent liability, at the market’s rate
region_underfunded = P(capital below the provision)
region_underfunded_full = P(capital below both parts)

# Under the table of funding.
region_funding_caption =
    At year-ends. Capital (what stands against the liability): { $pools }. Funding ratio: capital over the present
    value of the payments of provision and contingent liability, which follow simulated prices, at a real rate of
    { $rate } a year.

# Added to it where the balance sheet has other provisions.
region_provision_twice =
    The balance sheet’s provisions are others than those of the payments, at the prices that the plan reckons with:
    { $years }. Where the payments hold only what was earned by the start, the ratios are of that alone.

region_provision_of_year = { $year } { $given } against { $schedule } mnkr
region_lasts = P(capital lasts)
region_borne = share of payments borne

# Under the table of pensions.
region_payments_caption =
    The pools that pay, in this order: { $pools }. Pensions due: those of the year that these pools are to pay,
    nominal, with payroll tax. The capital lasts where they have paid all of them up to the year’s end, and is
    exhausted where they have not. Share borne: what they have paid of all that they were to pay so far, in the money
    of the start.

# Under the table of debt.
region_debt_caption =
    Mnkr, nominal. Debt: what had to be borrowed and is not yet repaid, at year-ends; mean of all paths, those without
    any included. Greatest debt so far: at any year-end. Interest: sum of what has been paid so far.

region_exhausted = The capital is exhausted: { $when }.
region_exhausted_by = on { $share } of paths by the end of { $year }
region_not_exhausted = on { $share } of paths not by the end of { $year }
region_never_exhausted =
    By the end of { $year } the capital is exhausted on fewer than { $share } of the simulated paths.

## Charts of a run

# The line under every chart of a run.
chart_source = skans { $version } · { $paths } paths · seed { $seed } · world: { $world }

chart_source_of_one = skans { $version } · one path · seed { $seed } · world: { $world }

# The law of the market.
world_lognormal = lognormal
world_regimes = two regimes
world_bootstrap = bootstrap
world_filtered = filtered bootstrap
world_replay = replayed history
world_given = given scenarios

# One of them, with a crisis put into it.
world_with_crisis = { $world } with a crisis

# One of them, with the return a year that is expected of each asset.
world_returns = { $world }, { $returns } a year

chart_fan_title = { $pool }: value to { $end }
chart_fan_note = mnkr, nominal; bands hold { $inside } % of outcomes, the outer { $outside } % are left white
chart_fan_note_plain = mnkr, nominal
chart_floor_title = { $pool }: value and protection level to { $end }
chart_floor_note =
    mnkr, nominal; blue: value, with { $inside } % of outcomes in the band; red: protection level, median and
    { $lower } and { $upper } quantiles
chart_share_title = { $pool }: share held in equities
chart_share_note =
    percent of the pool, after trading; bands hold { $inside } % of outcomes, the outer { $outside } % are left white
chart_share_note_plain = percent of the pool, after trading
chart_median_end = median
chart_mean_end = mean
chart_floor = protection level
chart_floor_quantile = level, { $level }
chart_most_allowed = most allowed
chart_breach_title = { $pool }: probability that the protection level has been undershot
chart_breach_note = percent, at least once since the start; the band is the simulation’s own 95 % error
chart_breach_note_ex_ante = ; dashed: measured against the level known in advance
chart_ex_ante = in advance
chart_value_title = { $pool }: value after { $span }
chart_value_note = mnkr, nominal, with payments in and out; each bar’s height is its share of outcomes
chart_opening = opening value: { $value }
chart_return_title = { $pool }: yearly return over { $span }
chart_return_note = average growth a year, nominal, after fees and costs; each bar’s height is its share of outcomes
chart_outside = ; { $share } lie outside
chart_median = median: { $value }
chart_quantile5 = 5 % quantile: { $value }
chart_worst5 = mean of the worst 5 %: { $value }
chart_expected = the policy’s { $rate }: missed in { $missed } of outcomes
chart_expected_only = the policy’s { $rate }
chart_drawdown_title = { $pool }: depth of the deepest fall
chart_drawdown_note = probability that the deepest fall over { $span } is deeper than the percentage on the axis below
chart_deeper = deeper than { $fall }
chart_from_window =
    { $count ->
        [one] from the highest value of the last month
       *[other] from the highest value of the last { $months } months
    }
chart_from_high = from the highest value since the start
chart_from_all_time = from the all-time high
chart_paths_title = { $pool }: single futures and the worst of { $paths }
chart_paths_note =
    { $count ->
        [one]
            value of a unit, start = 100, payments left out; thin: the first path; dark: the path that ends lowest
       *[other]
            value of a unit, start = 100, payments left out; thin: the first { $paths } paths; dark: the path that ends
            lowest
    }
chart_path_title = { $pool }: value and protection level, month by month
chart_path_note = value of a unit, start = 100, payments left out
chart_path = value
chart_worst_path = worst path
chart_worst_floor = its protection level

## Charts of the region

# Added to the note of a chart with bands.
region_chart_bands = ; bands: { $inside } % of outcomes, the outer { $outside } % left white

region_chart_result_title = The year’s result against the budget’s, { $first }–{ $last }
region_chart_result_note = mnkr, nominal; dark: median; dashed: budget

# At the budget's line.
region_chart_budget = budget

region_chart_balance_title = Result after balance adjustments, before and after reserves, { $first }–{ $last }
region_chart_balance_note = mnkr; left bar: before reserves, right: balance-requirement result

# At the median before reserves.
region_chart_before_reserves = before reserves

# At the median after reserves.
region_chart_after_reserves = after reserves

# At the region's own target.
region_chart_target = own target

region_chart_chances_title = Probability of missing budget and balance requirement, { $first }–{ $last }
region_chart_chances_note =
    percent of outcomes; since the start: in at least one year; the upright strokes are the simulation’s own 95 %
    error

# At the end of the line of probabilities in a year.
region_chart_in_year = in the year

# At the end of the line of probabilities since the start.
region_chart_since_start = since the start

region_chart_below_budget = the year’s result is below the budget’s
region_chart_requirement_missed = the balance requirement is missed, after use of reserves
region_chart_reserves_used_up = nothing is left of the reserves at the year’s end
region_chart_reserves_title = Reserves for evening out results, { $first }–{ $last }
region_chart_reserves_note = mnkr, nominal; dark: mean

# Over the level.
region_chart_reserves_level = reserves at the year’s end

# Over the flows.
region_chart_reserves_flows = used and set aside in the year, mean of all outcomes

# At the bars of what is used.
region_chart_used = used

# At the bars of what is set aside.
region_chart_set_aside = set aside

region_chart_funding_title = Funding ratio: capital over pension liability, to { $last }
region_chart_funding_note = percent of provision and contingent liability

# Added to it where the axis ends below what is drawn.
region_chart_funding_cut = ; above { $end }: at the edge

region_chart_funding_pools = capital: { $pools }
region_chart_funding_ends = shown to { $last }: later less than a quarter of the first year’s liability is left

# At the line of full funding.
region_chart_funded = fully funded

# At the median by the provision alone.
region_chart_provision_only = provision only

# At the median at a rate of the market.
region_chart_at_market = at market rate

region_chart_payments_title = Capital, and the pensions that pools are to pay, to { $last }
region_chart_payments_note = mnkr, nominal

# Over the capital.
region_chart_capital = capital at the year’s end

# Over the payments.
region_chart_payments = pensions to be paid in the year, median

# Added to the payments.
region_chart_paid_in_order = ; paid in this order by { $pools }

region_chart_lasts_title = Probability that the capital lasts, to { $last }
region_chart_lasts_pools = the pools that pay, in this order: { $pools }
region_chart_lasts_note =
    percent of outcomes with every pension paid by the year’s end; band: the simulation’s own 95 % error; dotted:
    { $levels }
region_chart_lasts_below = below { $level } from { $year }
region_chart_equity_title = Equity ratio, { $first }–{ $last }
region_chart_equity_note = left bar: mixed model, right: full funding

# At the mixed model's median.
region_chart_mixed_model = mixed model

# At the full funding's median.
region_chart_full_funding = full funding

region_chart_debt_title = Debt: how probable, how large, and at what cost, { $first }–{ $last }
region_chart_debt_note = upright strokes: the simulation’s own 95 % error
region_chart_debt_given_any =
    ; debt at the end of { $year }: mean { $mean } mnkr, given that there is any { $given } mnkr

# Over the probabilities.
region_chart_in_debt = probability of any debt at the year’s end, percent of outcomes

region_chart_peak_debt = greatest debt so far
region_chart_interest = interest on debt so far

# Over an amount's mean and quantiles.
region_chart_debt_mean_and_levels = { $name }, mnkr, nominal: mean, and what { $levels } of outcomes do not exceed

# Over its mean alone.
region_chart_debt_mean = { $name }, mnkr, nominal: mean

# At the end of the line of a year's probabilities.
region_chart_at_year_end = at the year’s end

region_chart_waterfall_title = { $year }: from the budget’s result to the 5 % outcome
region_chart_waterfall_note =
    { $count ->
        [one] mnkr; mean of the { $paths } outcome from { $low } to { $high }, the 2.5 and 7.5 % outcomes
       *[other] mnkr; mean of the { $paths } outcomes from { $low } to { $high }, the 2.5 and 7.5 % outcomes
    }

# The first row.
region_chart_waterfall_budget = The budget’s result

region_chart_waterfall_pool = { $pool }: income
region_chart_waterfall_budgeted_pools = Less budgeted income of the pools
region_chart_waterfall_indexation = Indexation of provisions
region_chart_waterfall_interest = Interest on debt

# The last row.
region_chart_waterfall_outcome = Result, 5 % outcome

## A comparison

# Head of a table on common paths.
compare_paired = the same paths for both

# Head of a table of worlds with other parameters.
compare_same_numbers = worlds with other parameters, drawn from the same random numbers

# Head of a table on paths of their own.
compare_unpaired = unpaired: another model of the market, on paths of its own

compare_nothing = no figure differs

# Head of the column of differences.
compare_difference = difference

# Head of the column of gains.
compare_gain = gain

# Under the tables.
compare_caption =
    { $count ->
        [one]
            { $paths } path, seed { $seed }, skans { $version }. Amounts in mnkr, nominal. The difference is the second
            column less the first, in percentage points where the figure is in percent, ± half its 95 % interval,
            brackets both ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show; * where 0
            lies outside. Gain: by how much larger the difference’s standard error would be from independent runs.
       *[other]
            { $paths } paths, seed { $seed }, skans { $version }. Amounts in mnkr, nominal. The difference is the second
            column less the first, in percentage points where the figure is in percent, ± half its 95 % interval,
            brackets both ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show; * where 0
            lies outside. Gain: by how much larger the difference’s standard error would be from independent runs.
    }

# Added where errors could not be paired although the paths are common.
compare_own_yardstick =
    ² Each is measured by its own protection level, high or expected return, so that the figure does not mean the
    same in both columns; falls of a unit in 24 months and the mean loss of the worst 5 % do.
compare_as_independent =
    ¹ From the same random numbers, but the error is that of independent runs: the figure lies at a value that many
    paths have (a cap, a whole number of months), or none of the first paths has what it is of.

# Title of the chart of breach probabilities.
compare_breach_title = { $subject }: probability that the protection level has been undershot

compare_breach_note =
    at least one month-end below the level of the day since the start (ex post); ± is half the 95 % interval of each

# Title of the chart of returns.
compare_return_title = { $subject }: return a year

# Title of the chart of values.
compare_value_title = { $subject }: value, mnkr

# Under both.
compare_box_note =
    line: 90 % of outcomes, from the 5 % to the 95 % quantile; box: 50 %; white line: median. Nominal, after fees and
    costs

# Title of the chart of differences.
compare_difference_title = { $subject }: { $other } less { $first }

compare_difference_note = difference { $between } in percentage points, with its 95 % interval; filled: 0 lies outside
compare_difference_of_same_paths = on the same paths
compare_difference_of_same_numbers = from the same random numbers
compare_difference_of_independent = between independent runs

# Added where errors could not be paired.
compare_difference_as_independent = ; ¹ unpaired

# Under every chart.
compare_source =
    { $count ->
        [one] skans { $version } · { $paths } path · seed { $seed }
       *[other] skans { $version } · { $paths } paths · seed { $seed }
    }

## A sweep

# Heads of the columns of figures.
sweep_figures_breach = P(undershot)
sweep_figures_median = median return
sweep_figures_quantile5 = 5 % return
sweep_figures_shortfall = ES 95 %, 1 year
sweep_figures_fall = P(fall > { $fall })
sweep_figures_worst = 5 % fall
sweep_figures_share = mean equity share

# Head of the column of differences.
sweep_mean_difference = mean return, less the present’s

sweep_present = present policy
sweep_caption =
    { $count ->
        [one]
            { $pool }: { $paths } path, seed { $seed }, skans { $version }. P(undershot): protection level undershot (ex
            post) by the horizon; returns a year to the horizon, nominal; ES: mean of the worst 5 % of the first year, a
            loss positive; ± is half the 95 % interval, brackets both ends of a lopsided one, ± ? where it is unknown,
            no ± where it is too small to show; the difference (percentage points) is { $difference }.
       *[other]
            { $pool }: { $paths } paths, seed { $seed }, skans { $version }. P(undershot): protection level undershot
            (ex post) by the horizon; returns a year to the horizon, nominal; ES: mean of the worst 5 % of the first
            year, a loss positive; ± is half the 95 % interval, brackets both ends of a lopsided one, ± ? where it is
            unknown, no ± where it is too small to show; the difference (percentage points) is { $difference }.
    }
sweep_difference_of_same_paths = on the same paths
sweep_difference_of_same_numbers = between worlds drawn from the same random numbers

# Added where rules are left out.
sweep_left_out =
    Shown are the { $shown } of { $count ->
        [one] { $rules } rule
       *[other] { $rules } rules
    } that no other beats in both median return and { $risk }.

# Added where floors differ.
sweep_floors_differ =
    The protection level or its high differs between the rules: P(undershot) is of each rule’s own and does not compare
    them. P(fall) is of a unit in 24 months and means the same for all; the frontier is drawn over it.

# Titles of heat maps and curves, in the order of the figures.
sweep_titles_breach = { $pool }: probability that the protection level is undershot by the horizon

sweep_titles_median = { $pool }: median return a year to the horizon
sweep_titles_quantile5 = { $pool }: 5 % quantile of the return a year to the horizon
sweep_titles_shortfall = { $pool }: expected shortfall of the first year
sweep_titles_fall = { $pool }: probability that a unit falls deeper than { $fall } in 24 months
sweep_titles_worst = { $pool }: fall of a unit in 24 months that 5 % of the futures exceed
sweep_titles_share = { $pool }: mean equity share

# Under a heat map.
sweep_heat_note = by { $row } (down) and { $column } (across), in percent

# Under a curve.
sweep_curve_note = by { $key }, in percent; bars: 95 % interval of the simulation

sweep_framed = ; framed: the present policy
sweep_ringed = ; ring: the present policy

# Added where a further key is held.
sweep_held = ; { $key } = { $value }

# Title of the frontier against breaches.
sweep_frontier_breach = { $pool }: return against breaches

# Title of the frontier against shortfall.
sweep_frontier_fall = { $pool }: return against falls in 24 months
sweep_frontier_shortfall = { $pool }: return against the worst first years

# Under both.
sweep_frontier_note =
    a dot for each rule, with 95 % intervals; line: rules that no other beats; ring: the present policy

sweep_named = at the line: { $keys }

# Names of the axes of the frontiers.
sweep_axes_median = median return a year to the horizon
sweep_axes_breach = probability that the protection level is undershot by the horizon
sweep_axes_fall = probability that a unit falls deeper than 15 % in 24 months; protection levels differ
sweep_axes_shortfall = mean loss of the worst 5 % of first years

## A solution

# Head of the column of half intervals.
solve_error = ± half 95 %

# Head of the column that says whether the target is met.
solve_met = target met

solve_yes = yes
solve_no = no
solve_solved =
    { $key } = { $value }: { $condition } holds; at the neighbouring { $neighbour } it does not. From { $low } to
    { $high } the target lies inside the simulation’s error (95 %); with 97.5 % certainty it is met at { $safe }.
solve_beyond = (not among the values tried)

# Added where the figure crosses its bound more than once.
solve_crosses_again = The figure crosses its bound more than once among the values tried: this is the first crossing.

solve_caption =
    { $count ->
        [one]
            { $paths } path, seed { $seed }, skans { $version }; every value from the same random numbers. Figures as
            in summary.json: amounts in SEK, rates and probabilities as fractions.
       *[other]
            { $paths } paths, seed { $seed }, skans { $version }; every value from the same random numbers. Figures as
            in summary.json: amounts in SEK, rates and probabilities as fractions.
    }

## A validation

# Heads of the table of moments.
validation_moments_of = of
validation_moments_moment = moment of monthly log returns
validation_moments_simulated = simulated
validation_moments_exact = exact

# Heads of the table of targets.
validation_targets_of = of
validation_targets_figure = figure of a history
validation_targets_months = months
validation_targets_history = history
validation_targets_simulated = simulated: median (5 % to 95 %)
validation_targets_lower = of these lower

# Heads of the table of events.
validation_events_event = in a calendar year
validation_events_probability = probability
validation_events_asked = asked for

# Under the tables.
validation_caption =
    { $count ->
        [one]
            { $paths } path, seed { $seed }, skans { $version }. ± is half the 95 % interval of the simulation, brackets
            both ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show; a moment agrees
            within four standard errors; a history is typical among the middle 90 % of simulated ones.
       *[other]
            { $paths } paths, seed { $seed }, skans { $version }. ± is half the 95 % interval of the simulation,
            brackets both ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show; a moment
            agrees within four standard errors; a history is typical among the middle 90 % of simulated ones.
    }

# Under them, where the configuration puts a crisis into its world.
validation_without_crisis =
    The crisis that the configuration puts into its world is left out here: the world is held against its law.

validation_agrees = agrees
validation_differs = DIFFERS
validation_no_exact = no closed form
validation_typical = typical
validation_outside = not reproduced
validation_range = { $median } ({ $low } to { $high })
validation_at_most = at most { $bound }
validation_at_least = at least { $bound }
validation_all_events = all of these in one year

# Names of moments and figures.
validation_mean_log = mean a year
validation_skew = skewness
validation_excess_kurtosis = excess kurtosis
validation_autocorrelation = correlation with the next month
validation_autocorrelation_of_squares = the same of squares
validation_arithmetic_return = arithmetic return a year
validation_correlation = correlation
validation_factor_mean = mean at the horizon
validation_factor_deviation = deviation at the horizon
validation_mean_inflation = mean log rise of prices a year
validation_volatility = volatility a year
validation_deviation_of_12_months = deviation of 12-month returns
validation_worst_month = worst month
validation_worst_12_months = worst 12 months
validation_max_drawdown = deepest fall
validation_short_rate = Short rate
validation_credit_spread = Credit spread
validation_inflation = Inflation

## A calibration

# First line.
calibration_heading =
    Market assumptions from { $file }, { $first } to { $last } ({ $months ->
        [one] { $months } month
       *[other] { $months } months
    }), by skans { $version } calibrate.

calibration_units = A year, where nothing else is said; behind # the standard error of the estimate.
calibration_own = the office’s own, by --expected
calibration_kinds = Taken for: { $kinds }. --role NAME=KIND says otherwise.
calibration_recentre = The past's mean returns are not a forecast: set expected_return to the plan's own.
calibration_left_out =
    { $count ->
        [one] { $months } month was left out: the others are the longest stretch in which every column has values.
       *[other] { $months } months were left out: the others are the longest stretch in which every column has values.
    }
calibration_desmoothed =
    De-smoothed as averages over months (Working 1960): { $columns }. What happened inside a month does not come back:
    October 1987 reads -13 %, and was -26 %.
calibration_unfitted = Nothing could be fitted to { $columns }: fewer than 8 values.
calibration_lognormal = lognormal: log-likelihood { $likelihood }, BIC { $bic }
calibration_regimes = regime-switching (RSLN-2, Hardy 2001): log-likelihood { $likelihood }, BIC { $bic }
calibration_compared = { $heading }; { $preference }
calibration_preferred = preferred by BIC
calibration_not_preferred = not preferred by BIC
calibration_starts =
    { $count ->
        [one]
            { $kept } of { $starts } starts of the search ended in two proper regimes; { $rejected } was rejected as
            degenerate.
       *[other]
            { $kept } of { $starts } starts of the search ended in two proper regimes; { $rejected } were rejected as
            degenerate.
    }
calibration_too_short =
    { $count ->
        [one]
            regime-switching cannot be fitted: { $months } months of { $columns } column, and at least { $least } are
            needed. The lognormal law is kept.
       *[other]
            regime-switching cannot be fitted: { $months } months of { $columns } columns, and at least { $least } are
            needed. The lognormal law is kept.
    }
calibration_too_many =
    regime-switching cannot be fitted: { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    } together, and at most 10 are. The lognormal law is kept.
calibration_dependent =
    regime-switching cannot be fitted: a column is another one, or a sum of others, but for rounding. The lognormal
    law is kept; leave the column out.
calibration_degenerate =
    regime-switching cannot be fitted: no start of the search ended in two proper regimes ({ $few } left one with a
    handful of months, { $collapsed } let a variance go to zero, { $indefinite } had a covariance that is none,
    { $unfinished } did not end). The lognormal law is kept.

# At a class.
calibration_class = by the column's name: check it

calibration_error = standard error { $error }
calibration_errors = standard errors { $first } and { $second }

# In place of a standard error.
calibration_no_error = standard error not known: the history does not identify it

# Of log means: their unit.
calibration_log_mean = a year, of log returns

calibration_shrunk = correlations shrunk towards 0 by { $shrinkage } (Ledoit & Wolf 2004)
calibration_repaired = correlations repaired: those of the history do not form a positive definite matrix
calibration_share = { $share } of all months in the long run
calibration_copula = t-copula of the assets: log-likelihood { $likelihood }; of the Gaussian copula { $gaussian }
calibration_gaussian = no heavier joint tails than the Gaussian copula's were found
calibration_copula_with_lognormal = for lognormal margins; regimes make joint tails of their own
calibration_short_rate = Vasicek, column { $column }: log-likelihood { $likelihood }
calibration_at_edge = reversion at the edge of what was searched: the history hardly tells it from none
calibration_copula_at_edge = the fewest degrees of freedom that were searched: columns that are nearly one
calibration_inflation =
    AR(1) of yearly log inflation, column { $column }, { $years } calendar years: log-likelihood { $likelihood }
calibration_of_years =
    persistence { $persistence } and innovation { $innovation } from year to year; below those of the rate whose years
    these are
calibration_inflation_at_edge = years less alike than those of any rate that is simulated: persistence at the edge
calibration_another = another column of the kind
calibration_last = the last of the history
calibration_chart_title = How the fitted laws follow history, { $first } to { $last }

# Title of one page of several.
calibration_chart_title_page =
    How the fitted laws follow history, { $first } to { $last } (page { $page } of { $pages })

# Under it, with both laws.
calibration_chart_note = light: history; dashed dark: lognormal; red: two regimes

# Under it, with the lognormal law only.
calibration_chart_note_lognormal = light: history; dashed dark: lognormal

# Over the histograms.
calibration_chart_histogram = Log return a month: share of months

# Over the quantile plots.
calibration_chart_quantiles = Normal quantiles (across) and log returns (up)

# Over the autocorrelations.
calibration_chart_autocorrelation =
    Autocorrelation by lag in months: returns (bars, thin line), squares (dots, thick line); dotted: 95 % if
    independent

# Over the volatilities.
calibration_chart_volatility = Volatility of the last 12 months, a year; red: of each regime

# Over the drawdowns.
calibration_chart_drawdown = Fall from the highest value so far; lines: the laws’ median deepest fall

# Under the drawdowns.
calibration_chart_deepest = history’s deepest: { $fall }

calibration_chart_deepest_law = { $law }: { $median } ({ $low } to { $high })
calibration_chart_lognormal = lognormal
calibration_chart_regimes = regimes
calibration_chart_source =
    skans { $version } · { $file } · { $months ->
        [one] { $months } month
       *[other] { $months } months
    } · deepest fall of simulated histories: median and 90 % of
    outcomes · seed { $seed }

## A backtest

# Heads of the table over starts.
backtest_over_starts_head = over starts

backtest_over_starts_least = least
backtest_over_starts_lower_quartile = lower quartile
backtest_over_starts_median = median
backtest_over_starts_upper_quartile = upper quartile
backtest_over_starts_greatest = greatest

# Heads of the table of one start.
backtest_one_start_figure = figure
backtest_one_start_rule = the rule
backtest_one_start_static_mix = static mix

# Heads of the table of months.
backtest_months_month_end = month-end

backtest_months_price = unit price
backtest_months_value = value, mnkr
backtest_months_high = high
backtest_months_floor = floor
backtest_months_share = equity share
backtest_months_below_ex_ante = below, ex ante
backtest_months_below_ex_post = below, ex post
backtest_months_lock = cash-lock
backtest_returns = return a year
backtest_static_returns = return a year of the static mix
backtest_difference = the rule less the static mix, percentage points a year
backtest_fall_rolling = deepest fall from the rolling high
backtest_static_fall = the same of the static mix
backtest_fall_all_time = deepest fall from the highest since the start
backtest_ex_ante = months below the floor known the month before (ex ante)
backtest_ex_post = months below the floor of the day (ex post)
backtest_depth = deepest breach (ex post), share of the floor
backtest_lock = months in cash-lock
backtest_share = mean equity share
backtest_turnover = turnover a year, share of the value
backtest_heading_every = { $pool }: every start from { $first } to { $last }, { $starts } in all
backtest_heading_one =
    { $count ->
        [one] { $pool }: from { $start } to { $end }, { $months } month
       *[other] { $pool }: from { $start } to { $end }, { $months } months
    }
backtest_to_the_end =
    Each start runs to the end of the history, { $end }: later ones are shorter. A return a year is that of a unit,
    nominal, after fees and costs.
backtest_for_months =
    { $count ->
        [one] Each start runs for { $months } month. A return a year is that of a unit, nominal, after fees and costs.
       *[other]
            Each start runs for { $months } months. A return a year is that of a unit, nominal, after fees and costs.
    }
backtest_with_breach =
    { $ante_count ->
        [one] Below the floor at least once: from { $ex_ante } start ex ante, from { $ex_post } ex post, of { $starts }.
       *[other]
            Below the floor at least once: from { $ex_ante } starts ex ante, from { $ex_post } ex post, of
            { $starts }.
    }
backtest_behind =
    { $count ->
        [one] The rule earned less than the static mix from { $behind } start of { $starts }.
       *[other] The rule earned less than the static mix from { $behind } starts of { $starts }.
    }
backtest_overlap =
    Starts overlap: their spread is no standard error, and most of them are the same history again. Each is one path,
    without Monte Carlo error.
backtest_one_path_caption =
    One path, as it happened: no Monte Carlo error. Nominal; falls are positive; shares are those after trading, at
    every month-end but the last.
backtest_aside =
    History takes the place of the configuration's world; flows and prices before the start are left out. The static
    mix holds the rule's mean share of the same months, at the same costs.

# In a month's column of breaches or cash-lock.
backtest_yes = yes

# A crisis of history, without its years.
crisis_depression = depression
crisis_oil = oil
crisis_crash = crash
crisis_swedish = Swedish crisis
crisis_technology = technology
crisis_financial = financial
crisis_pandemic = pandemic
crisis_rates = rates

# Title of value against floor.
backtest_chart_floor_title = { $pool }: value and protection level in real history, { $first }–{ $last }

backtest_chart_floor_note =
    mnkr, nominal, of the opening value without flows; one path, without Monte Carlo error; grey: named crises

# At the value's end.
backtest_chart_value = value

# At the floor's end.
backtest_chart_floor = protection level

# Title of the share.
backtest_chart_share_title = { $pool }: equity share in real history, { $first }–{ $last }

backtest_chart_share_note =
    per cent of the value, after trading; one path, without Monte Carlo error; grey: named crises
backtest_chart_share = share at the end

# At the line of the mean.
backtest_chart_mean_share = mean

# At the rule's largest share.
backtest_chart_most = most allowed

# Title of the difference by start.
backtest_chart_difference_title = { $pool }: the rule against a static mix, by start

# Under it, each start to the end.
backtest_chart_difference_note =
    percentage points a year, the rule less the static mix with its mean share; each start runs to the end; starts
    overlap

# Under it, each start for so many months.
backtest_chart_difference_note_months =
    { $count ->
        [one]
            percentage points a year, the rule less the static mix with its mean share; each start runs for
            { $months } month; starts overlap
       *[other]
            percentage points a year, the rule less the static mix with its mean share; each start runs for
            { $months } months; starts overlap
    }

backtest_chart_difference = last start

# At the median.
backtest_chart_median = median of starts

# Under every chart.
backtest_chart_source = skans { $version } · history: { $file }, { $first } to { $last } · no simulation

## Where a pool stands today

today_heading = { $pool } on { $date }
today_price = price of a unit
today_value = market value
today_high = rolling high
today_number_and_date = { $number } on { $date }
today_floor = protection level
today_cushion = cushion, share of the value
today_cushion_value = cushion
today_status = against the protection level

# Above it.
today_above = above it

today_below = BELOW that of the day, by { $depth } of it
today_below_ex_ante = below the one known the observation before, above that of the day
today_locked = locked out of equities by an earlier breach
today_stress = assumed worst loss of equities
today_allowed = equity share allowed
today_due = equity share due (decided earlier: lag)
today_present = equity share held
today_not_known = not known: give --share
today_trade = trade today
today_buy = BUY equities for { $amount }
today_sell = SELL equities for { $amount }
today_none = none: the share is the one due
today_inside_band = none: within the band of { $band } percentage points
today_not_today = none: no rebalancing day
today_later = trade then, if nothing moves (− is a sale)
today_unknown = not known without the share held

# In place of an amount.
today_points = { $share } % of the value

today_cost = cost of the trade
today_after = equity share after today
today_next = next rebalancing day
today_never = none: the shares drift
today_equity_fall = fall of equities alone in a month that breaks the floor
today_fixed_fall = fall of fixed income alone in a month that breaks it
today_no_fall = none: the rest stays above it
today_not_held = none held
today_window = observations in the window
today_of_full_window = { $number } of { $full }

# Heads of the table of roll-offs.
today_roll_offs_from = from
today_roll_offs_leaves = high that leaves
today_roll_offs_high = high then
today_roll_offs_floor = protection level then
today_roll_offs_cushion = cushion then
today_roll_offs_share = equity share allowed then

today_at_high = The present price is the rolling high: nothing leaves the window that would lower it.
today_no_roll_off = The protection level follows no window: no high leaves.

# Above the table of roll-offs.
today_standing_still = Highs that leave the window, if the price and the risk of equities stand still:

today_short = The file does not fill the window: an earlier high may be missing, and with it a higher protection level.
today_caption =
    The last row is now, whatever its day, and counts as an observation; before it, month-ends (every row where
    floor.observe = "step"). Nominal; value after the day's flow and before the trade. Nothing is simulated.
today_chart_title = { $pool }: { $share } in equities allowed on { $date }

# Under it, of a unit's price.
today_chart_note =
    price of a unit, with the rolling high and the protection level; to the right of the line: if the price stands
    still

# Under it, of the market value.
today_chart_note_value =
    market value, mnkr, with the rolling high and the protection level; to the right of the line: if the value stands
    still

# At the floor's end, after the last roll-off.
today_chart_floor_then = level then

# At the high's end, after the last roll-off.
today_chart_high_then = high then

today_chart_price = price
today_chart_value = value
today_chart_high = rolling high { $number }
today_chart_floor = protection level { $number }

# At the present.
today_chart_now = now: { $share }

# At a roll-off.
today_chart_then = { $date }: { $share }

# Under the chart.
today_chart_source =
    skans { $version } · { $file }, { $first } to { $last } · shares are equity shares that the rule allows · no
    simulation

## Breaches and their causes

# Over a pool's tables.
breaches_heading =
    { $count ->
        [one] { $pool }: { $breaches } breach; undershot at least once with probability { $probability }
       *[other] { $pool }: { $breaches } breaches; undershot at least once with probability { $probability }
    }

breaches_heading_of_one = { $pool }: breaches on the one path: { $breaches }
breaches_no_breach = { $pool }: no breach; probability of one { $bound }

# Heads of the table of causes.
breaches_columns_cause = cause
breaches_columns_main_cause = main cause of
breaches_columns_taken = took, of the level

breaches_causes_equities = equities fell
breaches_causes_fixed_income = fixed income fell
breaches_causes_lag = lag: trades follow an earlier decision
breaches_causes_no_trade = not traded: band, calendar, opening share
breaches_causes_trading_cost = trading cost
breaches_causes_fee = fee
breaches_causes_level = the level’s own move
breaches_causes_payments = payments
breaches_together = several together
breaches_cushion = less the distance to the level before
breaches_depth = depth at the first observation below

# Heads of the table of circumstances.
breaches_circumstances_head = in the month of the breach, or before
breaches_circumstances_share = of the breaches

breaches_after_jump = the share had jumped within 12 months, since an old high left
breaches_equities_beyond = equities lost more than the rule’s stress
breaches_fixed_income_beyond = fixed income lost more than the rule’s stress

# Heads of the table of what the floor costs: mix's share.
breaches_cost_head = what the floor costs
breaches_cost_rule = rule
breaches_cost_static_mix = static mix, { $share } equities
breaches_cost_difference = mix less rule

breaches_mean = yearly return over the horizon, mean
breaches_q05 = the same, 5 % quantile
breaches_p_breach = P(level undershot)
breaches_one_return = yearly return over the horizon
breaches_cost_caption_of_one =
    The mix holds the rule’s mean share, same funds, cost and fee, restored monthly, on the same path.
breaches_cost_caption =
    The mix holds the rule’s mean share (of the first { $paths } paths), same funds, cost and fee, restored monthly,
    on the same paths.

# Under all tables.
breaches_caption =
    { $paths } paths, seed { $seed }, skans { $version }. ± is half the 95 % interval of the simulation, brackets both
    ends of a lopsided one, ± ? where it is unknown, no ± where it is too small to show. A breach is ex post, counted at
    its first observation below the level of the day. Main cause: the one without which it would not have come; of
    several, the one that took most. What the causes took, less the distance to the level before, is the depth; means
    over breaches. Returns nominal, of a unit.

breaches_caption_of_one =
    { $paths } path, seed { $seed }, skans { $version }: it has no simulation error. A breach is ex post, counted at
    its first observation below the level of the day. Main cause: the one without which it would not have come; of
    several, the one that took most. What the causes took, less the distance to the level before, is the depth; means
    over breaches. Returns nominal, of a unit.
breaches_no_floor = No pool has a floor.
breaches_chart_title = { $pool }: why the protection level is undershot
breaches_chart_note =
    { $count ->
        [one]
            percent of { $breaches } breach by its main cause, on { $paths } paths; whiskers: the simulation’s own 95
            % error
       *[other]
            percent of { $breaches } breaches by their main cause, on { $paths } paths; whiskers: the simulation’s own
            95 % error
    }

# Over the right column.
breaches_chart_taken = took on average, of the level

# Under the rows.
breaches_chart_foot = distance to the level before: { $cushion }; mean depth at the first observation below: { $depth }

## One path explained

# Over the table.
explain_heading = { $pool }: path { $path } of { $paths }, numbered from 0 ({ $choice })

explain_choices_number = by its number
explain_choices_worst = the one that ends lowest
explain_choices_median = the one that ends in the middle
explain_choices_first_breach = the one with the earliest breach
explain_columns_month = month
explain_columns_price = unit
explain_columns_floor = level
explain_columns_cushion = cushion
explain_columns_equities = equities
explain_columns_fixed_income = fixed income
explain_columns_allowed = allowed
explain_columns_share = share
explain_columns_why = why
explain_caption =
    One path: it has no simulation error. Unit: start = 100, payments left out, after costs and fee; level: the
    protection level of the unit. Equities, fixed income: nominal return over the month up to its end. Allowed, share:
    equities by the rule, and held after trading. Seed { $seed }, skans { $version }.

# Added where months have several steps.
explain_trades_between = Trades between month-ends are not listed.

explain_below =
    BREACH: { $ex_post } below the protection level of the day (ex post), { $ex_ante } below the one known before (ex
    ante)
explain_below_ex_ante =
    { $ex_ante } below the protection level known before (ex ante), not below that of the day, which has fallen
explain_below_ex_post =
    BREACH: { $ex_post } below the protection level of the day (ex post), not below the one known before
explain_high_left = the high of { $month } left the window, and the level fell
explain_jumped = a jump of { $points } points only because the high of { $month } left the window

# In place of the month of a high between month-ends.
explain_between_months = some day between month-ends

explain_received = { $amount } mnkr received
explain_paid = { $amount } mnkr paid
explain_unpaid = { $amount } mnkr due could not be paid
explain_region_brought = { $amount } mnkr received, net, by the region’s rules
explain_region_took = { $amount } mnkr paid, net, by the region’s rules
explain_opening = opens with the rule’s { $share }
explain_opening_given = opens with the given { $share }
explain_locked = locked out of equities after the breach ex ante of { $month }
explain_locked_between = locked out of equities after a breach between month-ends
explain_no_day = no rebalancing day: the next is { $month }
explain_no_day_left = no rebalancing day
explain_inside_band = no trade: { $off } points off the target lie inside the band of { $band }
explain_on_target = no trade: the share is on target
explain_acts_on = lag: acts on the decision of { $month }, { $share }
explain_bought = bought { $points } points: { $why }
explain_sold = sold { $points } points: { $why }
explain_to_target = to the share decided, from where it had drifted since the last trade
explain_equities_rose = equities rose { $change }
explain_equities_fell = equities fell { $change }
explain_fixed_income_rose = fixed income rose { $change }
explain_fixed_income_fell = fixed income fell { $change }
explain_cushion_grew = the cushion grew from { $from } to { $to }
explain_cushion_shrank = the cushion shrank from { $from } to { $to }
explain_cushion_stayed = the cushion stayed at { $cushion }
explain_stress_changed = the stress of equities went from { $from } to { $to }

# At the cap.
explain_at_most =
    held at the cap of { $share }: the cushion of { $cushion } over a stress of { $stress } would allow { $would }

# At the cap exactly.
explain_at_most_exactly =
    held at the cap of { $share }: the cushion of { $cushion } over a stress of { $stress } would allow it exactly

# At the least share.
explain_at_least = held at the least share of { $share }: the cushion is { $cushion }, the stress { $stress }

explain_allowed = the cushion of { $cushion } over a stress of { $stress } allows { $share }
explain_cash_lock = cash-lock: { $share } in equities, below { $bound }
explain_chart_title = { $pool }: path { $path }, month by month
explain_chart_note = { $choice }, of { $paths } paths, numbered from 0; one path has no simulation error
explain_chart_note_of_one = the only path; it has no simulation error

# At the value's end.
explain_chart_value = value

# At the high's end.
explain_chart_high = high

# At the floor's end.
explain_chart_floor = level

# At the share's end.
explain_chart_share = held

explain_chart_allowed = allowed

# Over the upper plot.
explain_chart_upper = value of a unit against its rolling high and protection level; start = 100, payments left out

# Over the lower plot.
explain_chart_lower = percent in equities: held after trading (dark), allowed by the rule (dotted)

# Names of the marks: breach, roll-off jump, trade of so many points.
explain_chart_marks_breach = value below the level
explain_chart_marks_jump = jump: an old high left the window
explain_chart_marks_trade = trade of { $points } points or more

# Under the chart.
explain_chart_source = skans { $version } · path { $path } · seed { $seed } · world: { $world }

## A stress test

# Head of the scenarios' names.
stress_scenario = scenario

# Head of a pool's fall.
stress_fall = fall, { $pool }

# Head of a pool's breach.
stress_below = below the floor, { $pool }

# Head of a pool's lowest share.
stress_lowest_share = lowest equity share, { $pool }

# Head of the realised result.
stress_realised = realised, mnkr

# Head of the unrealised result.
stress_unrealised = change of unrealised, mnkr

stress_not_below = no
stress_from_month = month { $month }, { $depth }
stress_caption =
    Each line is one given path from { $start }, without Monte Carlo error or probability. Falls: a unit's deepest
    from the start. Below the floor: first month and greatest depth below the floor of the day. Result of all pools
    over the scenario's months, nominal, gains positive. skans { $version }.
stress_heading = { $scenario } (months: { $months }, and { $after } after it)
stress_source = Figures: { $source }.
stress_as_expected =
    { $count ->
        [one] As expected, since the scenario says nothing of it: { $series } in { $unknown } of { $months } month.
       *[other] As expected, since the scenario says nothing of it: { $series } in { $unknown } of { $months } months.
    }
stress_prices = consumer prices
stress_value_start = value at the start, mnkr
stress_value_lowest = lowest value, mnkr
stress_in_month = { $number } (month { $month })
stress_value_end = value at the scenario's end, mnkr
stress_value_after = value after the months that follow, mnkr
stress_fall_from_start = deepest fall of a unit from the start
stress_fall_from_high = deepest fall from the rolling high
stress_floor_start = floor at the start, mnkr
stress_floor_end = floor at the scenario's end, mnkr
stress_ex_ante = below the floor known a month before (ex ante)
stress_ex_post = below the floor of the day (ex post)
stress_breach = from month { $month }, months: { $months }, deepest { $depth }
stress_share_start = equity share at the start
stress_share_lowest = lowest equity share
stress_share_end = equity share in the scenario's last month
stress_income_realised = realised result of the scenario, mnkr
stress_income_costs = of which fees and trading costs, mnkr
stress_income_unrealised = unrealised result of the scenario, mnkr
stress_income_realised_after = realised, with the months that follow, mnkr
stress_income_unrealised_after = unrealised, with the months that follow, mnkr
stress_flows = contributions less payments in all months, mnkr
stress_reverse = the smallest fall that breaks the floor
stress_reverse_equities = equities in one month, fixed income as expected
stress_reverse_equities_alone = equities in one month, fixed income unchanged
stress_reverse_monthly =
    { $count ->
        [one] equities a month, { $months } month in a row, fixed income as expected
       *[other] equities a month, { $months } months in a row, fixed income as expected
    }
stress_reverse_fixed_income = fixed income in one month, equities unchanged
stress_no_such_fall = none
stress_reverse_caption =
    On the exact path from the present state, the rule acting at each month-end; below the floor of the day (ex post).

# Under the tables where no cost is given.
stress_opening_assumed =
    What is held at the start is taken to have cost its value: the configuration has no opening_cost_mnkr or
    opening_cost_share. Unrealised results are those since then.

# Under the tables where costs are given.
stress_opening = Acquisition cost at the start, mnkr: { $pools }. Unrealised: the change of the surplus over cost.

stress_opening_pool = { $pool } { $cost } (surplus { $surplus })
stress_opening_pool_assumed = { $pool } { $cost } (taken to be the value)
stress_cost_start = acquisition cost at the start, mnkr
stress_surplus_start = unrealised surplus at the start, mnkr
stress_surplus_end = unrealised surplus at the scenario's end, mnkr
stress_surplus_after = unrealised surplus after the months that follow, mnkr
stress_below_already = already at the start, { $depth }; deepest { $deepest }

# In place of a fall.
stress_already_below = already { $depth } below

# In place of a fall where none is needed.
stress_no_fall = without any fall

stress_chart_already = { $depth } below the floor already at the start, deepest { $deepest }

# That, of a pool that begins below its floor.
stress_bars_already = { $below }, by { $depth } already at the start

stress_chart_title = { $pool } – { $scenario }
stress_chart_note =
    { $count ->
        [one]
            Mnkr, nominal: one given path of a month, then as expected; contributions and payments move all three
            lines
       *[other]
            Mnkr, nominal: one given path of { $months } months, then as expected; contributions and payments move all
            three lines
    }

# Above the lower plot.
stress_chart_share = Equity share after trading

# Below the axis.
stress_chart_axis = Months after { $start }

# At the value's end.
stress_chart_value = value

# At the floor's end.
stress_chart_floor = floor

# At the high's end.
stress_chart_high =
    { $count ->
        [one] high of { $months } month
       *[other] high of { $months } months
    }

stress_chart_all_time_high = high since the start

# At the first month below the floor.
stress_chart_below = up to { $depth } below the floor

stress_chart_end = scenario’s end

# Title of the bars.
stress_bars_title = Deepest fall in each scenario: { $pool }, and all pools together

# Title of the bars of a pool alone.
stress_bars_title_alone = Deepest fall in each scenario: { $pool }

stress_bars_note =
    Deepest fall of a unit from the start, month-ends: dark the pool, light all pools together. Red: below its floor

# Under it, without a second bar.
stress_bars_note_alone = Deepest fall of a unit from the start, month-ends. Red: below its floor

# Behind a bar that broke the floor.
stress_bars_below = below the floor

# Under every chart.
stress_foot = skans { $version } · one path, no Monte Carlo error · { $source }

# Under the chart of bars.
stress_bars_foot = skans { $version } · one given path a scenario, from { $start }, no Monte Carlo error

## The region in a stress test

# Head of the table of all scenarios.
stress_region_scenario = accounts and pensions, mnkr

stress_region_lowest_result = lowest result of a year
stress_region_lowest_requirement = lowest balance-requirement result
stress_region_used = reserves used, all years
stress_region_lowest_equity_ratio = lowest equity ratio, full funding
stress_region_lowest_funding_ratio = lowest funding ratio with contingent liability
stress_region_debt = greatest debt
stress_region_in_year = { $figure } ({ $year })

# Under the table of all scenarios.
stress_region_caption =
    Calendar years that a scenario and the months after it cover, the last one to its end; each figure with its year.
    Mnkr, nominal; income positive. The balance-requirement result is after reserves.

# Head of one scenario's years.
stress_region_years = the region, mnkr

stress_region_realised = pools’ income, realised
stress_region_unrealised = pools’ income, unrealised
stress_region_indexation = indexation of provisions beyond the budget’s
stress_region_deficit = deficit to restore

# Row of what happened: the requirement is missed.
stress_region_missed = balance requirement missed

stress_region_yes = yes
stress_region_no = no

# Under one scenario's years.
stress_region_years_caption =
    Calendar years that the scenario and the months after it cover, the last one to its end. Mnkr, nominal; income
    positive, costs negative; ratios at year-ends. Average cost of each fund; the balance-requirement result is after
    reserves.

## The policy in sentences

# The law of the world ($world), and its paths over the months from $first to $last.
policy_world =
    World: { $world }, { $count ->
        [one] one path
       *[other] { $paths } paths
    } from { $first } to { $last }.
policy_prices_constant = Prices rise by { $rate } a year.
policy_prices_by_world = Prices move as the months of the world say.
policy_inflation = Inflation starts at { $start } a year and returns to { $mean }.
policy_short_rate = The short rate starts at { $start } a year and returns to { $mean }.
policy_opening = { $value } mnkr at the start; no return is expected by the policy.
policy_opening_expected = { $value } mnkr at the start; the policy expects { $rate } a year.
policy_rule = { $floor } { $rule }
policy_no_floor = No protection level.
policy_floor =
    { $count ->
        [one] The value may not fall below { $share } of its highest in { $window } month ({ $series }).
       *[other] The value may not fall below { $share } of its highest in { $window } months ({ $series }).
    }
policy_floor_since_start = The value may not fall below { $share } of its highest since the start ({ $series }).
policy_floor_fixed =
    The value may not fall below { $level } of that at the start, a level that rises by { $growth } a year
    ({ $series }).
policy_price_at_month_ends = unit price, month-ends
policy_price_at_every_step = unit price, every step
policy_value_at_month_ends = market value, month-ends
policy_value_at_every_step = market value, every step
policy_static = Equities: always { $share }.
# The rule of equities by the cushion, between two shares, and what it allows a pool that has not fallen ($reach).
policy_dynamic = Equities: { $cushion }, from { $least } to { $most }: { $reach }.
policy_cushion = the cushion divided by { $divisor } ({ $times } times it)
policy_cushion_less = what the cushion has above { $less }, divided by { $divisor } ({ $times } times it)
policy_tied = { $stress } as the risk of equities moves
policy_range = { $low } to { $high }
policy_cap_binds = with no fall the rule would allow { $share }, the cap binds
policy_cap_just_binds = with no fall the rule allows { $share }, the cap just binds
policy_cap_never_binds = with no fall the rule allows { $share }, the cap never binds
policy_trade = Trade: { $clauses }.
policy_never_rebalanced = never rebalanced
policy_every_months =
    { $count ->
        [one] rebalanced every month
       *[other] rebalanced every { $months } months
    }
policy_every_steps =
    { $count ->
        [one] rebalanced at every step
       *[other] rebalanced at one step in { $steps }
    }
policy_band = outside a band of { $points } percentage points
policy_at_once = at once
policy_lag =
    { $count ->
        [one] one step after the decision
       *[other] after a lag, in steps, of { $steps }
    }
policy_no_cost = at no cost
policy_cost =
    { $count ->
        [one] at one basis point
       *[other] at { $points } basis points
    }
policy_no_fee = no fee
policy_fee = a fee of { $fee } a year
policy_opening_share = { $share } in equities at the start
policy_locked = no equities after a breach of the level known before
policy_no_flows = No contributions or payments of its own.
policy_flows = Receives { $contributions }; pays { $payments }.
policy_nothing = nothing
policy_total = { $amount } mnkr { $years }
policy_years = { $first }–{ $last }
policy_money_of_the_start = { $total } in the money of the start
policy_pensions =
    Pensions to pay, in the money of the start: provision { $provision }, contingent liability { $contingent };
    payroll tax of { $tax } comes on top.
policy_valued = The liability is valued { $clauses }; backed by: { $pools }.
policy_real_rate = at { $rate } real
policy_market_rate = by the market at { $rate } real
policy_market_premium = by the market at the short rate and { $premium }
policy_budget_pays = The region's budget pays all pensions.
policy_pools_pay = From { $from } the pools pay { $share } of the pensions, in this order: { $pools }.
policy_by_result = { $pool } receives { $share } of the result of each of the years { $years } that has a positive one.
policy_by_funding =
    { $pool } receives { $amount } mnkr, in the money of the start, after each of the years { $years } that ends with a
    funding ratio below { $ratio }, contingent liability left out.
policy_by_funding_full =
    { $pool } receives { $amount } mnkr, in the money of the start, after each of the years { $years } that ends with a
    funding ratio below { $ratio }, contingent liability counted.
policy_buffer = { $pool } is kept at { $least } at least, and at { $most } at most.
policy_buffer_without_most = { $pool } is kept at { $least } at least.
# The greater of an amount and some times the pensions of 12 months.
policy_bound = { $amount } mnkr or { $times } times the pensions that the pools pay in the next 12 months
policy_accounts =
    Accounts of { $years }: the budget expects results of { $result } mnkr in all, { $adjusted } mnkr after balance
    adjustments.

## Errors and notes


# Something wrong: a $text, at a $place (a file and line, an option), with a $hint.
error = error: { $text }
warning = warning: { $text }
at = { $place }: { $text }
found = found { $found }, allowed: { $allowed }
hinted = { $text }; { $hint }
did_you_mean = did you mean { $name }?
and_more = and { $number } more
no_readable_file = no readable file ({ $error })
table_of_at_most = a CSV file or an .xlsx workbook of at most { $mib } MiB
interrupted = interrupted
interrupted_written = interrupted: the results are in { $folder }
interrupted_unwritten = interrupted: nothing was written; run again to start anew

## The command line

memory_needed = memory: about { $needed } MB (threads: { $threads })
memory_beyond =
    memory: the plan needs about { $needed } MB, allowed: the { $machine } MB that there are here; fewer pools, months,
    quantiles, rules or threads need less, and so do outputs.figures without "share-by-month"
replaced = the earlier result in this folder is replaced; it had { $changes }; --out DIR keeps both
replaced_setting = { $key } = { $before } (now { $now })
setting_not_given = nothing
results_in = results in { $folder }
progress = paths: { $paths }, { $rate }, { $left } left
progress_error = standard error of the mean value { $percent } %
shard_done = shard { $shard } is done; when all are: skans merge PART…, with the folders of all parts
limit_broken =
    limit broken: { $figure } is { $value } (95 % interval { $low } to { $high }), and it is { $sign } { $bound }
limit_unknown =
    limit not kept: { $figure } is unknown, so that nobody can say whether { $condition }; no path has a value of it,
    too few have, or it lies beyond what is counted
precision_reached =
    { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    } give the precision asked for
precision_not_reached =
    { $reason }; the results are those of { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    }
batch_ended = { $config }: exit code { $code }
batch_folder = { $folder }: found { $found }, allowed: a folder with files named *.toml
no_readable_folder = no readable folder ({ $error })
no_toml_file = no file named *.toml
batch_interrupted =
    interrupted: { $done } of { $wanted ->
        [one] { $wanted } run
       *[other] { $wanted } runs
    } are done and kept; the same command runs all of them again
batch_wrong = configurations that are wrong: { $wrong } of { $wanted }
batch_failed = runs that failed: { $failed } of { $wanted }
breaches_paths = paths: found { $found }, allowed here: at most { $most }
compare_configs = found { $found } configurations, allowed: 1 to { $most }
compare_nothing_shared =
    nothing to compare: found one pool, or no pool of the same name in both, allowed: configurations that share a
    pool's name, or one with two pools at least
compare_own_paths =
    { $config }: another model of the market, so simulated on paths of its own (seed { $seed }); its differences are
    unpaired
explain_no_path = --path { $path }: found { $path }, allowed: 0 to { $most }, the paths of the run
explain_no_median =
    --path median: found { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    }, allowed: at most { $most }; see --paths
explain_no_floor = --path first-breach: found a pool without a floor, { $pool }, allowed: a pool with one
merge_changed =
    { $part }: found a configuration or input files that were changed after the part was made, allowed: those of the
    part
may_vary = { $option }: found { $found }, allowed: keys of pools, region, market and inflation, on the same paths
solve_place = --for { $key }, at { $value }
solve_whole =
    --between { $low }:{ $high }: found fewer than two whole numbers, allowed: two or more, since { $key } takes no
    others
solve_no_number =
    --for { $key }: found no number above 0 in the configuration's effective settings, allowed: a key with a number,
    or --between LOW:HIGH
stress_no_scenario =
    { $config }: found no scenario, allowed: a table [[scenarios]], or assets that name the columns of a crisis:
    column = "equity_global_sek"
stress_unknown = --scenario "{ $name }": found a name that { $config } has no scenario of, allowed: one of: { $names }
sweep_key_twice = --vary: found a key twice, allowed: each key once
sweep_key_within = --vary: found { $inner }, which is part of { $outer }, allowed: keys of which none sets another
sweep_combinations =
    --vary: found { $found ->
        [one] { $found } combination
       *[other] { $found } combinations
    }, allowed: at most { $most }
sweep_lost_pool =
    --vary: found values without the pool { $pool }, allowed: values that keep the pool that is looked at
validate_paths = { $option }: found { $paths }, allowed: { $least } to { $most }
validate_failed =
    { $count ->
        [one] { $failures } of the lines above differs from what it should be
       *[other] { $failures } of the lines above differ from what they should be
    }
schema_markdown = --markdown: found the subject summary, allowed: config
threads_failed = threads cannot be started: { $error }
standard_output = standard output: { $error }; the results were not printed in full
man_page = man page: { $error }
chart_failed = a chart cannot be encoded: { $error }

## What a study cannot answer

pool_unknown = --pool: found "{ $found }", allowed: one of: { $allowed }
backtest_steps =
    steps_per_month: found { $found }, allowed: 1, in the file or by --set steps_per_month=1: history says nothing
    of what is between its months; lag and rebalancing at every step then count months
backtest_no_asset =
    --column: found "{ $found }", which is no asset, allowed: ASSET=COLUMN with an asset of: { $allowed }
backtest_no_column =
    found no column "{ $column }" for the asset { $asset }, allowed: --column { $asset }=NAME with a column of
    returns: { $allowed }
backtest_too_short =
    found { $found ->
        [one] { $found } month
       *[other] { $found } months
    } in which all of { $columns } have values, allowed: at least { $least }
backtest_months =
    --months: found { $found }, allowed: { $least } to { $most }, the months in which all assets have values
backtest_from = --from: found { $found }, allowed: a month-end from { $first } to { $last }
calibrate_unknown = found the column "{ $found }", allowed: { $known }
calibrate_twice = found the column "{ $found }" twice, allowed: each column once
calibrate_desmoothed_twice = found the column "{ $found }" twice to de-smooth, allowed: each column once
calibrate_not_smoothed = found the column "{ $found }" to de-smooth, allowed: a column of returns that is fitted
month_or_later = { $month } or later
calibrate_too_short =
    found { $months ->
        [one] { $months } month
       *[other] { $months } months
    } in a row in which all of { $columns } have values, allowed: at least { $least }
calibrate_still = found the column "{ $found }" without any change over the months used, allowed: a series that moves
calibrate_nothing =
    nothing could be fitted to { $columns }: fewer than { $least } values of each (calendar years, of inflation)
explain_no_breach = no path of { $paths } is ever below the floor: there is no first breach
shard_version = { $part }: found a part made by skans { $found }, allowed: parts made by this version, { $own }
shard_values =
    { $part }: found a part with the values of edition { $found }, allowed: parts of one build; this one's edition
    is { $own }
shard_config = { $part }: found a part of another configuration than { $first }'s, allowed: parts of one run
shard_inputs = { $part }: found other input data than { $first }'s, allowed: parts of one run
shard_count = { $part }: found shard { $found }, allowed: one of { $of }, as { $first } is
shard_twice = { $part }: found shard { $found } again, allowed: each once; { $first } is the same shard
shard_missing = found { $found } of { $of } shards, allowed: all of them; missing: { $missing }
shard_missing_more = { $shown } and { $more } more
shard_paths = { $part }: found other paths than shard { $shard } has, allowed: a part as `run --shard` wrote it
precision_paths =
    { $figure }: found ± { $found } with { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    }; ± { $wanted } takes about { $count ->
        [one] { $needed } path
       *[other] { $needed } paths
    }, allowed: at
    most { $most }
precision_unknown =
    { $figure }: found no error of it with { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    }, as of a thing that none or hardly any of them meets,
    allowed: a figure whose error shows by then; more paths to look at: --paths
today_share = found the equity share { $found } of the pool { $pool }, allowed: from 0 to { $most } (0.05 is 5 %)
today_no_floor = --pool: found { $pool }, a pool without a floor, allowed: a pool with one
today_no_values =
    found no column value_mnkr, allowed: value_mnkr in every row, as floor.high = "market-value" in the pool
    { $pool }
today_no_start =
    found no month { $start } among the rows, allowed: rows from the start on, on which the fixed floor of the pool
    { $pool } stands
today_no_risk =
    found no column equity_return or equity_price, allowed: one of them, --volatility or --stress, as the pool
    { $pool } ties its stress to risk
today_volatility = --volatility: found { $found } for the pool { $pool }, whose stress { $why }, allowed: --stress
stress_is_none = is none, its rule being static
stress_is_constant = is a constant
stress_is_quantile = follows a quantile of losses
today_static =
    --stress: found { $found } for the pool { $pool }, whose rule is static, allowed: a pool with the dynamic rule
today_stress_range = --stress: found { $found }, allowed: a number from { $least } to 1
today_lag =
    rule.lag: found { $found } steps for the pool { $pool }, which is observed at month-ends, allowed: whole months
    ({ $months } steps)
today_nothing = found no observation, allowed: at least one
not_comparable =
    { $name }: found { $key } = { $found }, allowed: { $allowed }, as in { $first }: the same paths and months are
    compared
number_at_most = { $number } at most
stress_nothing_expected =
    market.assets.{ $asset }: found no expected_return, allowed: one, for months that a scenario says nothing of
stress_no_path =
    scenario { $scenario }: found numbers that make no path, allowed: one month or more, and a growth of 0 or more of
    every asset and of consumer prices in each
stress_steps =
    steps_per_month: found { $found }, allowed: 1, in the file or by --set steps_per_month=1: scenarios say nothing
    of what is between months; lag and rebalancing at every step then count months
stress_not_held =
    pools.{ $pool }.opening_cost_mnkr.{ $leg }: found { $mnkr }, allowed: none, for the pool holds nothing of it at
    the start
figure_in_kronor = found { $found } kronor for { $figure }, allowed: 0, or a million kronor and more
mnkr_in_kronor = write "{ $mnkr } mnkr" if million kronor are meant
figure_takes_no_percentage =
    found a percentage for { $figure }, allowed: a number, as summary.json has it, or for an amount "4900 mnkr"
figure_is_no_amount = found an amount for { $figure }, allowed: a number or a percentage, as the figure is no amount
limit_never = found `{ $condition }`, which can never be: { $figure } is { $range }, allowed: a bound within
limit_always = found `{ $condition }`, which always is: { $figure } is { $range }, allowed: a bound within
precision_always =
    found `{ $figure }={ $half_width }`, which any run has: the figure is { $range }, allowed: less than half of that
percent_as_number = { $percent } percent is { $number }
range_between = from { $low } to { $high }
range_from = { $low } or more
range_to = { $high } or less
figure_no_pool = found the figure `{ $found }`, of a pool that there is not, allowed: a figure of { $pools }
figure_no_region = found the figure `{ $found }`, of the region, allowed: only where the configuration has [region]
figure_unknown =
    found the figure `{ $found }`, which this run does not make, allowed: a figure's path in summary.json, or a
    shorthand ({ $shorthands }); did you mean { $near }?
figure_unknown_meant =
    found the figure `{ $found }` (`{ $meant }`), which this run does not make, allowed: a figure's path in
    summary.json, or a shorthand ({ $shorthands }); did you mean { $near }?
solve_all_meet =
    the target is met by every value tried from { $low } to { $high }: { $first } to { $last }; --between LOW:HIGH
    looks elsewhere
solve_none_meets =
    the target is not met by any value tried from { $low } to { $high }: { $first } to { $last }; --between LOW:HIGH
    looks elsewhere
solve_unknown = the figure has no value from { $at } on, or at one value only

## Folders and their files

in_the_way =
    { $folder }: found { $found }, allowed: a new folder, an empty one, or one with an earlier result of the same
    verb and nothing else
file_in_the_way =
    { $file }: found { $found }, allowed: no such file, or one of `skans { $verb }` by the manifest.json beside it
file_of_others = a file of another origin
folder_without_name = a folder without a name of its own
link_to_nowhere = a link that leads nowhere
a_link = a link
a_file = a file
folder_with_other = a folder with other content ({ $file })
results_of_verb = the results of `skans { $verb }`
other_part = the part { $shard } of a run, which only the same part of the same run replaces
other_part_unreadable = a { $file } that cannot be read, which only the same part of the same run replaces
part_too_large =
    { $file }: found { $found } MiB, allowed: at most { $most }; fewer pools, months or groups of figures make it
    smaller
no_part = { $folder }: found { $found }, allowed: a folder that `run --shard` wrote
part_no_file = no file { $file }
part_unreadable = { $file } that cannot be read ({ $error })
part_not_a_file = { $file } that is no file
part_of_another_kind = { $file } of another kind
part_damaged = { $file } that is damaged, was changed, or is of another build of skans
part_changed = another { $file } than a moment ago
part_impossible = { $file } that no shard of skans { $version } comes to

## Notes on the market

bootstrap_drawn =
    bootstrap: months are drawn from { $first } to { $last } ({ $months ->
        [one] { $months } month
       *[other] { $months } months
    }), in blocks of { $length ->
        [one] one month
       *[other] { $block } months
    } on
    average
bootstrap_drawn_automatic =
    bootstrap: months are drawn from { $first } to { $last } ({ $months ->
        [one] { $months } month
       *[other] { $months } months
    }), in blocks of { $length ->
        [one] one month
       *[other] { $block } months
    } on
    average (automatic)
history_span = { $name }, { $first } to { $last }
replay_source = replay: { $source }
replay_filled =
    replay: { $series } grows as expected in { $filled } of { $months ->
        [one] { $months } month
       *[other] { $months } months
    }, which have no value
given_weighted =
    given: each path draws { $scenarios ->
        [one] the one scenario
       *[other] one of { $scenarios } scenarios
    } by its weight
crisis_from =
    crisis: { $source } ({ $months ->
        [one] { $months } month
       *[other] { $months } months
    }), from { $first }
crisis_drawn =
    crisis: { $source } ({ $months ->
        [one] { $months } month
       *[other] { $months } months
    }), from a month drawn evenly from { $first } to { $last }
crisis_left =
    crisis: { $asset } goes on as in other months in { $left } of { $months ->
        [one] { $months } month
       *[other] { $months } months
    }
series_inflation = inflation

## Reading a configuration

one_of = one of: { $names }
unknown_name = the unknown name "{ $name }"
a_configuration = a configuration file in TOML, of at most 1 MiB
a_configuration_in_utf8 = a configuration file in TOML, saved as UTF-8
not_utf8 = bytes that are not UTF-8 text, from byte { $byte }
a_number = a number
a_typed_number = a number, a percentage as "10 %", or an amount as "4900 mnkr" (mdkr, mnkr, tkr or kr)
a_number_between = a number from { $low } to { $high }
a_fraction_between = a percentage from "{ $least }" to "{ $most }", or the same as a number from { $low } to { $high }
odd_value = found { $value } mnkr, and the pool { $pool } opens with { $opening } mnkr; is it in another unit?
odd_amount = found { $amount } kronor a year, and the pools hold { $pools } kronor; are the amounts in another unit?
odd_pool = found { $found } mnkr, and the other pools open with { $others } mnkr; is it in another unit?
flow_twice = the same as { $key }; is it there twice?
odd_line = found { $found } mnkr beside { $next } mnkr in { $year }; is it in another unit?
return_years_beyond = spans of returns beyond the horizon are left out: { $years }
unusual = found { $found }, read as { $read }, usual: from { $least } to { $most }
unusual_number = found { $found }, usual: from { $least } to { $most }
a_number_from = a number of at least { $low }
a_number_up_to = a number of at most { $high }
a_whole_number = a whole number
a_whole_number_between = a whole number from { $low } to { $high }
a_whole_number_from = a whole number of at least { $low }
a_whole_number_up_to = a whole number of at most { $high }
true_or_false = true or false
from_to = { $low } to { $high }
at_least = at least { $number }
at_most = at most { $number }
a_list_each = a list, each { $inner }
a_list_of_each = a list of { $count } items, each { $inner }
a_list_of = a list of { $count } items
a_table = a table
some_tables = { $number } tables
tables_allowed = { $count } tables, each [{ $key }.NAME]
a_month = a month in quotes, as "2021-12", from 1800-01 to 2300-12
a_text_of = a text of { $count } letters
a_text = a text in quotes
a_long_text = a long text
the_text = the text "{ $text }"
the_date = the date { $date }
the_number = the number { $number }
a_number_of_many_digits = a number of very many digits
write_without_quotes = write { $number }, without quotes
write_with_a_point = write { $number }, with a point and without quotes
write_in_quotes = write "{ $date }", in quotes
looks_like_kronor = it looks like kronor where million kronor are meant
costs_are_negative = costs are negative, as in the plan's tables
falls_are_negative = a fall is negative: -0.5 or "-50 %" is a fall by half
fall_may_be_meant = write "{ $share }" if the value may fall { $fall }
percent_may_be_meant = write "{ $number } %" if a percentage is meant
keys_and = { $keys } and { $key }
forms_or = { $forms }, or { $form }
no_such_key = no such key
needs_it = { $by } needs it
none_of_the_keys = none of the keys needed
a_key_not_had = a key that { $by } does not have
goes_with = { $key } goes with { $tag } = { $values }
beside = { $one } beside { $other }
a_name_without_keys = a new name without the keys that it needs
an_unknown_key = an unknown key
some_bytes = { $bytes } bytes
a_file_of_bytes = a file of at most { $bytes } bytes
toml_lines = TOML: a line `key = value`, or a table `[name]`
value_of_a_line = a number, true or false, a text in quotes, a list in [ ], or a table in { "{ }" }
a_decimal_or_percentage = a number with a decimal point, or a percentage in quotes
percentages_in_quotes = a percentage in quotes
plain_spaces = plain spaces
straight_quotes = quotes that are " or '
commas_between = a comma between two values of a list, and between two keys of a table in { "{ }" }
with_an_odd_space = { $text }, with a no-break space or the like
closed_quotes = a text that ends with { $quotes } in its line
escapes = a text within "…" with \\ for each \, or a text within '…'
visible_characters = visible characters, spaces and tabs
names_around_dots = a name before `=`, in [ ], and on each side of a dot
nesting = lists, tables and names of a key at most { $most } deep
closed_brackets = each [ closed by ], and each { "{" } by { "}" }
plain_keys = keys of the letters a to z, digits, - and _; others in quotes
key_and_value = a line `key = value`
each_key_once = each key and table once
nothing = nothing
without_its_end = { $open } without { $close }
a_second_one = a second one
the_first_is_in_line = the first is in line { $line }
write_this = write { $text }
one_or_other = { $one } or { $other }
toml_values = a value as TOML writes it: 0.85, true, "2040-01", [1, 2], or a plain word
the_key = the key `{ $key }`
names_in_a_key =
    a key of { $number ->
        [one] { $number } name
       *[other] { $number } names
    }
names_with_dots = names with dots between them: pools.long.floor.share
the_place = the place `{ $place }`
a_place_in_a_list = a place in a list of { $count }, from 0
the_key_in_a_value = the key `{ $key }` inside a value
keys_in_tables = keys inside tables
what_the_schema_says = what the schema says (skans schema)
windows_held = windows of { $held } observations in all pools together
windows_allowed = at most { $most }: shorter windows, "none", or observe = "month-end"
the_name = the name "{ $name }"
names_allowed = 1 to 64 letters a to z, digits, - and _
one_of_the_two = one of the two
levels_out_of_order = levels out of order or twice
levels_increasing = increasing levels
levels_too_close = levels closer than 0.0001
levels_apart = levels at least 0.0001 apart
amounts_too_close = amounts closer than 0.001 mnkr
amounts_apart = amounts at least 0.001 mnkr apart
falls_too_close = falls closer than 0.0001
falls_apart = falls at least 0.0001 apart
no_bound = no bound
bounds_allowed = min, max or both
min_above_max = min { $min } above max { $max }

## The market of a configuration

a_factors_name = a factor's name
another_asset_name = another name for the asset
inflation_beside_own = one number beside [market.inflation]
inflation_beside_world = one number in a world that has inflation of its own
continuous_needs_lognormal = continuous_arithmetic, which only lognormal growth has
continuous_not_in_regimes = continuous_arithmetic, which two regimes do not have
geometric_or_arithmetic = one of geometric, arithmetic
steps_of_history = 1: history of months says nothing of what is between them
the_model = the model { $model }
lambda_without_filtered = lambda without filtered = true
filtered_or_no_lambda = filtered = true, or no lambda
no_joint_month = no month in which all columns used have values
some_joint_months = a history that has some
no_value_for = no value of { $column } for { $month }
months_without_a_gap = months without a gap: set from or until to leave it out
joint_months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    } in which all columns used have values
most_block = at most { $count }, the months of history used
filtered_arithmetic = an arithmetic expected return of filtered history, whose mean growth has no closed form
still_correlated = correlations of { $name }, whose volatility is 0
volatility_or_none = a volatility above 0, or correlations of 0
correlations_contradict = correlations that contradict each other (the matrix is not positive semi-definite)
possible_correlations = a matrix that some assets could have
no_correlation = no correlation of { $one } and { $other }
a_correlation = { $pair } = a number from -1 to 1
pair_again = a pair given before, or an asset with itself
each_pair_once = each pair of two assets once
crisis_inflation = a column of inflation in a world that does not simulate it
crisis_no_columns = a crisis that has no column for any of the assets
crisis_columns = column = NAME in an asset, one of: { $columns }
two_months = { $first } and { $last }
two_months_of_the_run = two months of the run, from { $first } to { $last }
between_beside_a_month = between beside a given month
between_with_random = between with at = "random" only
random_or_a_month = "random", or a month of the run, from { $first } to { $last }
fund_among_equities = a fund of bonds among equities
fund_beside_return = expected_return, its error or volatility beside fund
fund_alone = fund alone: its return follows the short rate
fund_without_rate = a fund of bonds in a world without a short rate
fund_without_spread = a duration to a credit spread that the world does not have
copula_steps = a t copula with several steps a month
copula_monthly = steps_per_month = 1: the copula is that of monthly returns
asset_without = an asset without { $key }
for_one = { $example }, for one
nothing_of = nothing of { $name }
volatility_beside_regimes = a volatility beside the regimes' own
volatility_in_regimes = volatility in the regimes alone
target_beyond = { $months }, beyond the horizon of a world made of given months
target_months = at most horizon_months, { $months }
target_without_figure = a target without any figure
target_figures = at least one: volatility, skew, worst_month, …
kurtosis_beside = { $kurtosis } beside the skewness { $skew }
kurtosis_least = at least { $least }, skew² - 2
fall_above = { $deepest }, above { $name }, { $worst }
fall_most = at most { $worst }: the deepest fall holds any other
paths_of_the_set = at most { $held }, the paths in { $file }; with market.weights more may be drawn
file_unreadable = { $file }, which cannot be read ({ $error })
a_named_file = a file named relative to the configuration's folder
a_named_file_of = a file of at most { $mib } MiB, named relative to the configuration's folder
a_month_from = a month from { $first } to { $last }
a_column_of_rates = { $name }, a column of rates a year
a_column_of_returns = a column of returns over a month
replay_one_path = 1: a replay is one path, without a draw
replay_no_first = no first month of the replay
replay_first = from = "2007-11", for one: the run's first month
replay_both = a crisis and a file
replay_neither = neither a crisis nor a file
replay_of = crisis = "2007-09 financial", for one, or market.file and from
replay_not_filled =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    } of the run without a value, and no expected_return
replay_fill = { $example }, for one, or a span that is long enough

## The pools and the region of a configuration

pool_name_taken = a pool named "{ $name }"
pool_name_of_total = another name: the total of the pools is called so
pool_name_of_region = another name: the region is called so
cost_in_one_way = the cost of a leg in one way: in mnkr, or as a share of its value
value_without_floor = "{ $value }" in a pool without a floor
a_floor_or = a floor, or "{ $value }"
stress_above = at least 0.001 more than fixed_income_stress ({ $stress })
at_most_key = at most { $key } ({ $value })
no_assets = no assets
equities_wanted = the equity assets that the pool may hold, with weights
fixed_income_wanted = the fixed-income assets that the pool may hold, with weights
asset_of_the_other_class = an asset of the other class
asset_of_the_leg = an asset whose class fits the leg
weights_add_up_to = weights that add up to { $sum }
month_after_the_start = a month after the start, { $first } or later
month_before_from = a month before from
from_or_later = from or later
date_after = a date after { $before }: after the start, each once, in order
kronor_up_to = an amount in kronor from 0 to { $most }
mnkr_up_to = an amount in million kronor from 0 to { $most }
month_or_year = a month (2024-01, jan-24) or a year (2024), from 1800 to 2300
rows_apart =
    found "{ $date }" after "{ $before }": nothing flows between, or a row is missing; a row of 0 says the first
month_among_years =
    found "{ $date }", a month, among years: { $amount } flows in that month alone; a year's amount is dated { $year }
year_among_months =
    found "{ $date }", a year, among months: { $amount } is spread over the year; a month's amount is dated { $first }
unlike_its_neighbours =
    found { $amount } between { $before } and { $after }: an amount of that time alone, or one in another unit
flows_after_the_horizon =
    { $mnkr } mnkr from { $first } to { $last } lie after the horizon, { $horizon }, and are left out
a_december = a December: a region is closed at the ends of calendar years
nothing_of_the_region = nothing of the region
region_parts = at least one of liability, contributions, buffer, accounts
no_payments = no payments
payments_wanted = payments of provision or contingent, or of both, that are not all 0
premium_without_rate = a premium on the short rate in a world without one
real_rate_or_world = real_rate, or a world with [market.short_rate]
year_from_first = a year from { $first }, the first one, on
share_without_accounts = a share of the result of a region without accounts
accounts_or_funding = [region.accounts], or funding_below
funding_without_liability = a funding ratio of a region without liability
liability_or_share = [region.liability], or share_of_result
no_other_pool = no other pool
the_pool_itself = the pool itself
buffer_pools = pools that the buffer takes from and gives to
buffer_unpaid = a bound by pensions that the pools do not pay
borne_or_mnkr = [region.liability.borne], or a bound in mnkr
buffer_without_bounds = a buffer without bounds
buffer_bounds = least_mnkr, least_of_next_year, most_mnkr, most_of_next_year, or several of them
buffer_below_least = { $most } (0 where left out) below least_{ $name } = { $least }
buffer_never_below = a greatest that is never below the least
year_after_the_start = a year after the start, { $first } or later
name_again = "{ $name }" again
each_pool_once = each pool once
no_pools = no pools
pool_names = the names of one pool or more
none_left_out = { $amount } though no pool is left out
zero_or_left_out = 0, or pools in region.accounts.left_out
total_assets = total assets of { $amount }
opening_above_zero = equity, provisions, other liabilities and debt that add up to more than 0
the_year = the year "{ $year }"
year_to_restore = a year from { $first } to { $last }, which is left to restore
accounts_first_year = { $year }, the year after the start
accounts_next_year = { $year }, the year after the one before: each once, in order, none missing
months_close_no_year =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    }, which close no year of the accounts
twelve_months = at least 12 months
inflation_none_in = inflation in some years, none in { $year }
inflation_one_in = inflation in some years, one in { $year }
inflation_in_all = inflation in every year, or in none: provisions follow the level of prices since the start
reservation_gap = no reservation in { $year }, between years that have one
reservation_each_year = a rule for each year from the first to the last, or reservation.above = 1 for none
equalisation_after_result = "equalisation" in { $year } after "result"
result_from_then = "result" from then on
each_reserve_once = each reserve once
debt_rate_in_world = a rate in a world that simulates the short rate
margin_alone = margin alone: debt costs the short rate and the margin
debt_without_rate = no rate for debt in a world without a short rate
debt_rate_or_world = debt.rate = 0.02, for one, or a world with [market.short_rate]
one_peak_key = one of peak and peak_mnkr
both_or_neither = both or neither
years_in_order = a year from { $first } on: from, rise, peak and until follow each other
year_up_to =
    a year to { $last }, { $years ->
        [one] { $years } year
       *[other] { $years } years
    } after the start
year_of_payment = a year as YYYY from { $first } to { $last }: after the start, each once, in order

## The scenarios of a configuration

scenario_name_again = the name "{ $name }" again
scenario_name_own = a name that no other scenario has, of the file or of those that ship
equities_rise =
    in the scenario { $scenario } { $asset } rises by { $growth } %: a loss is positive, so that 0.35 is a fall of 35 %
scenario_empty = a scenario in which nothing happens
scenario_parts = equities, fixed_income, assets, rates_bp, spreads_bp or inflation
an_equity_asset = an equity asset
a_fixed_income_asset = a fixed-income asset
loss_beside_moves = a loss of all fixed income beside moves of rates or spreads
move_takes = a move of rates and spreads that takes { $percent } % of { $asset }
move_most = at most 99 %: smaller moves, or shorter durations
move_without_duration = a move of rates or spreads, and no duration of { $asset }
duration_or_loss = { $example }, for one, or a loss of it under assets
a_span_of =
    a span of 1 to { $most ->
        [one] { $most } month
       *[other] { $most } months
    }
months_from =
    { $until }, { $months ->
        [one] { $months } month
       *[other] { $months } months
    } from { $from }

## The files that a configuration names

the_columns = the columns { $columns }
a_header = a header
some_rows_at_most = more than { $most } rows
no_rows = no rows
a_row_under_the_header = at least one row under the header
some_fields = { $number } fields
not_utf8_text = bytes that are not UTF-8 text
fields_as_in_the_header = { $number } fields of UTF-8 text, as in the header
a_whole_file = a whole file
under_no_heading = "{ $text }" under an empty heading
decimals_and_separators = where columns are set apart with commas, a decimal comma stands in quotes
header_unreadable = a header that cannot be read ({ $error })
no_header = no header
bytes_no_text = bytes that are no text
save_as_csv = save a workbook as .xlsx, or its sheet as CSV
some_columns =
    { $number ->
        [one] { $number } column
       *[other] { $number } columns
    }
at_most_beside = at most { $most } beside { $first }
column_without_name = a column without a name
a_name_for_each_column = a name for each column
column_again = the column { $column } again
each_column_once = each column once
month_or_last_day = a month (2024-01, jan-24), or its last or first day on which funds are priced
month_after_the_row_before = { $month }, the month after the row before
a_price = a price above 0, at most 1e12
a_price_near_the_first = a price between a millionth and a million times the first one, { $first }
start_in_the_last_row = { $start }, the start, in the last row
gzip_ends_early = a gzip file that ends early
gzip_damaged = a damaged gzip file ({ $error })
text_unreadable = text that cannot be read ({ $error })
csv_gzip_or_xlsx = a CSV file, packed with gzip or not, or an .xlsx workbook
a_long_row = a row longer than { $kib } KiB
rows_that_end = rows of at most { $kib } KiB, in which every quotation mark has its second one
a_workbook = an .xlsx workbook of at most 64 MiB unpacked
workbook_unreadable = a workbook that cannot be read ({ $error })
the_sheet = the sheet { $sheet }
sheets_unnamed =
    { $number ->
        [one] { $number } sheet
       *[other] { $number } sheets
    }
sheet_named = one named, { $file }#NAME, of: { $names }
a_blank_row = a blank row
rows_in_a_row = rows without a blank one between them
a_cell_beside = a cell beside the columns
at_most_columns =
    at most { $number ->
        [one] { $number } column
       *[other] { $number } columns
    }
two_numbers = "{ $text }", which is { $point } with a decimal point and { $comma } with a decimal comma
a_number_of_one_reading = a number that can be read in one way: without a sign between thousands, with other decimals
a_percentage = "{ $text }", with a percent sign
bare_among_percentages = "{ $text }" in a column of percentages, which is { $as_fraction } or { $text } %
one_sign_of_percent = a percent sign after every number of a column, or after none
other_decimals = "{ $text }", whose decimal sign is not that of the rows before
one_decimal_sign = one decimal sign in the whole file
two_dates = "{ $text }", which is { $one } or { $other }
a_number_of_excel = if it is Excel's number of a day, give the cells the format of a date
a_date_of_one_reading = a date that can be read in one way, such as 2024-01-31
not_shown = something that is not shown: the file lies outside the configuration's folder
months_left_out = { $from } to { $until } are left out: { $column } has no value for { $empty }
each_name_once = each name once
from_prices =
    { $columns }: prices or an index, made returns (each over the one a month before, less 1; the first month has none)
more_than_mib_unpacked = more than { $mib } MiB unpacked
history_columns = the columns date,NAME,…, one for each series
months_of_history =
    { $months ->
        [one] { $months } month
       *[other] { $months } months
    } of history
month_once = a month stands once
month_with_empty_cells = a month without values has a row with empty cells
oldest_first = rows go from the oldest to the newest
fraction_or_empty = a number, a fraction, or an empty cell
leave_the_cell_empty = leave the cell empty where there is no value
no_value_in = no value in the column { $column }
at_least_one = at least one
leave_the_column_out = leave the column out
column_typically = the column { $column }, whose numbers are typically { $typical }
column_typically_positive = the column { $column }, whose numbers are typically { $typical } and all positive
column_mean = the column { $column }, whose mean is { $mean } a month
rates_as_fractions = rates a year as fractions
returns_as_fractions = simple returns over a month as fractions
percent_rate = percent given as numbers? 2.5 % is 0.025
percent_return = percent given as numbers? 0.5 % is 0.005
percent_or_rates =
    percent given as numbers? 0.5 % is 0.005; or rates a year? then the column's name begins with rate_, or --role says
    so
prices_or_rates =
    growth by month? a return is that less 1; prices or an index? they are read where all lie above 20; percent? 0.5 %
    is 0.005; or rates? then the column's name begins with rate_, or --role says so
a_rate = a rate a year as a fraction, from -0.5 to 1
a_return = a simple return as a fraction, above -1 and at most 1
loss_of_everything = -1 is the loss of everything, and nothing can be earned after it
percent_number = percent given as a number? 5 % is 0.05
a_row_of_zeros = a row of zeros
the_months_values = the month's values
leave_cells_empty = leave cells empty where there is no value
more_than_numbers = more than { $most } numbers
at_most_numbers = at most { $most } (1 GiB)
path_and_step = { $expected }: paths and steps counted from 1, by path and then by step, { $steps } steps a path
months_in_steps = months in a run of { $steps } steps a month
the_column_step = the column step
month_of_the_path =
    { $month }: each path has { $months ->
        [one] { $months } month
       *[other] { $months } months
    }, from the one after the start on
steps_of_the_last_path = { $steps } steps of the last path
steps_of_every_path = { $steps } steps of every path
scenario_return = a simple return above -1, at most 1: a fraction (0.01 is 1 %)
growth_allowed = growth since the path's start between 1e-100 and 1e100
growth_to = growth to { $growth }
path_of_weight =
    { $path }: each of the set's { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    } once, counted from 1
a_weight = a weight from 0 to 1e12
some_weights = { $number } weights
a_weight_each = { $paths }, one for each path
weights_of_zero = weights of 0 alone
a_weight_above_zero = a weight above 0
values_columns =
    the columns date,price or date,value_mnkr,flow_mnkr, and beside them share or equities_mnkr, equity_return or
    equity_price
date_and_of = date, and of: { $columns }
the_column = the column { $column }
neither_price_nor_value = neither price nor value_mnkr
price_or_value = date,price, or date,value_mnkr,flow_mnkr
price_knows_no_flows = one of the two: a price of a unit knows no flows
value_without_flow = value_mnkr without price and flow_mnkr
flow_too = flow_mnkr too, 0 where nothing flowed: a contribution is no gain
equities_without_value = equities_mnkr without value_mnkr
value_too = value_mnkr too, or share
amount_above_zero = an amount in mnkr above 0, at most 1e7
amount_of_flow = an amount in mnkr from -1e7 to 1e7, 0 where nothing flowed
amount_of_equities = an amount in mnkr from 0 to 1e7
day_or_month = a day (2024-01-31, 31/1/2024) or a month (2024-01, jan-24), from 1800 to 2300
day_once = a day stands once
day_after = a day after { $before }, that of the row before
day_of = a day of { $month }, the month after the row before
every_month_end = the high needs every month-end
row_for_the_end = a row for the end of { $month } before it: { $before } is too early
growth_by = { $value }, { $growth } times that of the row before
half_to_twice = at least half and at most twice what it was, flows left out
return_since_before = a return since the row before as a fraction, from -0.5 to 1
share_of_value = a share of the value from 0 to 20 (0.6 is 60 %)
verbatim = { $text }
a_folder = a folder
a_device = a device or a pipe
larger_than = larger than { $mib } MiB

## The speed of a run

bench_heading =
    reference job, { $paths ->
        [one] { $paths } path
       *[other] { $paths } paths
    } x { $months ->
        [one] { $months } month
       *[other] { $months } months
    }, kernel { $kernel }, median of { $runs ->
        [one] { $runs } run
       *[other] { $runs } runs
    }
bench_columns = threads  million path-months a second (range)  ns a path-month and thread  speedup

## Where scenarios are from

the_configuration = the configuration
crisis_library = library of crises
a_history = history
crisis_of_1929 = 1929–32 depression
crisis_of_1973 = 1973–74 oil
crisis_of_1987 = 1987 crash
crisis_of_1990 = 1990–92 Swedish crisis
crisis_of_2000 = 2000–03 technology
crisis_of_2007 = 2007–09 financial
crisis_of_2020 = 2020 pandemic
crisis_of_2022 = 2022 rates
# Scenarios that ship, and the sources of their figures.
scenario_fi_traffic_light = Traffic light: equities
scenario_fi_traffic_light_source =
    Finansinspektionen, traffic-light model (2006): Swedish equities −40 %, foreign equities −35 %, at once
scenario_solvency_ii_type_1 = Solvency II: listed equities
scenario_solvency_ii_type_1_source =
    Delegated Regulation (EU) 2015/35, art. 169(1)(b): type 1 equities (listed in the EEA or the OECD) −39 %, without
    symmetric adjustment (art. 172)
scenario_solvency_ii_type_2 = Solvency II: other equities
scenario_solvency_ii_type_2_source =
    Delegated Regulation (EU) 2015/35, art. 169(2)(b): type 2 equities (listed elsewhere, unlisted) −49 %, without
    symmetric adjustment (art. 172)
scenario_solvency_ii_rates_up = Solvency II: rates up
scenario_solvency_ii_rates_up_source =
    Delegated Regulation (EU) 2015/35, art. 166: a rate of 2 % (assumption) rises by 70 % below a year, by 61.5 % at 3.5
    years, at once
scenario_solvency_ii_rates_down = Solvency II: rates down
scenario_solvency_ii_rates_down_source =
    Delegated Regulation (EU) 2015/35, art. 167: a rate of 2 % (assumption) falls by 75 % below a year, by 53 % at 3.5
    years, at once
scenario_rates_and_equities_2022 = Rates and equities, as in 2022
scenario_rates_and_equities_2022_source =
    2022 spread evenly: the year's equity returns of the library of crises; rates +240 bp as the three-month bill
    (Riksbank), at all maturities (assumed)

## What is wrong with a command line

# What options take, in place of a text in quotes.
a_key_and_a_value = KEY=VALUE, with a key
a_number_with_a_point = a number, decimals with a point
a_month_typed = a month as YYYY-MM (or its last day, YYYY-MM-DD) from 1800-01 to 2300-12
a_bracket = LOW:HIGH, two numbers, the first below the second
a_condition = FIGURE > NUMBER, with >, >=, < or <= (pools.long.breach.ex_post.y10 > 0.1)
a_precision = FIGURE=HALF-WIDTH above 0 (pools.long.breach.ex_post.y10=0.001)
a_shard = I/N, the I-th of N shards, N at most { $most }
a_choice_of_path = worst, median, first-breach, or a path's number, a whole number from 0
of_this_machine = one that this machine has: { $names }
an_axis =
    KEY=V1,V2,… or KEY=FIRST:LAST:STEP (floor.share=0.80:0.95:0.01), with a key and no value left out
open_bracket = a bracket or a quote without its other end in "{ $values }"
values_as_in_toml = values as TOML writes them, a comma between two
the_range = the range "{ $range }"
a_range =
    FIRST:LAST:STEP, three numbers of at most { $decimals } decimals, with a STEP from FIRST to LAST that is not 0, and
    at most { $most } points
the_value_twice = the value { $value } twice
each_another = each another one
many_values = too many values, { $number }
# What the parser refuses.
no_value = no value
an_unknown_verb = the unknown verb { $name }
an_unknown_argument = the unknown argument { $argument }
what_help_lists = what --help lists
no_argument = no { $argument }
an_argument_twice = { $argument } twice
once = once
beside_argument = { $one } beside { $other }
only_one = only one of the two
no_utf8_argument = an argument that is not UTF-8
utf8 = UTF-8
