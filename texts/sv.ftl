### Alla texter på svenska. Vad meddelandena och deras argument är står i en.ftl.

## Överallt

language_name = Svenska

decimal_sign = ,
thousands_sign = { "\u202F" }
minus_sign = −
percent = { $number }{ "\u00A0" }%
mnkr = { $amount } mnkr
unknown_number = –

with_interval = { $value } ({ $low } till { $high })
total = Alla portföljer

years =
    { $count ->
        [one] ett år
       *[other] { $years } år
    }

months =
    { $count ->
        [one] { $months } månad
       *[other] { $months } månader
    }

list_and = { $items } och { $last }

version = skans { $version }

## Huvudmått för en portfölj

table_caption =
    { $count ->
        [one]
            { $paths } bana, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall, parentesen båda
            ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa; belopp i mnkr, nominellt.
       *[other]
            { $paths } banor, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall, parentesen
            båda ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa; belopp i mnkr,
            nominellt.
    }
table_figure = mått
figure_opening = ingående värde, mnkr
figure_value = värde, { $place }, efter { $span }, mnkr
figure_returns = avkastning per år, { $place }, under { $span }
figure_real_returns = real avkastning per år, { $place }, under { $span }
figure_below_expected = P(avkastning under policyns), { $span }
first_year = första året
figure_loss = P(förlust), { $span }
figure_var = value at risk 95 %, { $span }
figure_shortfall = förväntad förlust i de sämsta 5 %, { $span }
figure_breach_ex_post = P(skyddsnivån underskriden), { $span }
figure_breach_ex_ante = P(underskriden, nivån känd i förväg), { $span }
figure_depth = djupaste underskridande, medel där det finns
figure_months_below = månader under nivån, medel över alla banor
figure_fall = djupaste fall från portföljens högsta värde, { $place }
figure_fall_unit = en andels djupaste fall från 24 månaders högsta, { $place }
figure_at_least = P(värde ≥ { $amount } mnkr), efter { $span }
figure_emptied = P(portföljen tömd), { $span }
figure_fall_over = P(fall djupare än { $fall })
figure_fall_unit_over = P(en andels fall på 24 månader djupare än { $fall })
figure_not_recovered = P(högsta värdet ej återtaget vid slutet)
figure_share = aktieandel, medel
figure_lock = tid nästan utan aktier
figure_turnover = omsättning per år
figure_cost = handelskostnad per år, mnkr
figure_jumps = hopp när en topp lämnar fönstret, per år
figure_unpaid = P(en pension ej betald), { $span }
median = median

## Huvudmått för regionen

region_budget = budget: { $line }
region_result = årets resultat
region_after_adjustments = resultat efter balanskravsjusteringar
region_balance_requirement = balanskravsresultat
region_used = använt ur reserver
region_reserves = reserver vid årets slut
region_equity_ratio = soliditet, blandmodell
region_equity_ratio_full = soliditet, fullfondering
region_cash = likvida medel vid årets slut
region_debt = låneskuld vid årets slut
region_capital = kapital, mnkr
region_funding_ratio = konsolideringsgrad utan ansvarsförbindelse
region_funding_ratio_full = konsolideringsgrad med ansvarsförbindelse
region_due = pensioner att betala, mnkr

region = Regionen
mean = medel
region_figure = { $figure }, { $of }
region_figure_of_year = { $figure }, { $year }
region_in_year = under året
region_within_5_years = inom 5 år
region_since_start = sedan start
region_accounts = räkenskaper, mnkr
region_year = år
region_target = eget mål för det
region_peak_debt = största låneskuld hittills
region_interest = räntekostnad för lån hittills
region_below_budget = P(årets resultat under budget)
region_missed = P(balanskravet ej uppfyllt)
region_target_missed = P(eget mål ej nått)
region_used_up = P(reserverna förbrukade vid årets slut)
region_overdue = P(underskott ej återställt i tid)
region_in_debt = P(låneskuld vid årets slut)
region_accounts_caption =
    Mnkr, nominellt; intäkter och överskott positiva, kostnader och underskott negativa. Realiserat enligt
    genomsnittlig anskaffningskostnad per fond; orealiserade resultat som inte räknas i balanskravet justeras bort,
    och tillbaka när de realiseras. Balanskravsresultatet är efter reserver (resultatutjämningsreserv,
    resultatreserv); balanskravet är inte uppfyllt där det är negativt, det egna målet inte nått där
    resultatet efter balanskravsjusteringar är lägre. 5 %: kvantilen som 5 av 100 banor ligger under. Inom 5 år: under
    minst ett av de fem år som slutar med året; sedan start: under minst ett år hittills.
region_funding_ratio_market = konsolideringsgrad med ansvarsförbindelse, till marknadsränta
region_underfunded = P(kapital under avsättningen)
region_underfunded_full = P(kapital under båda delarna)
region_funding_caption =
    Vid årens slut. Kapital (det som står mot skulden): { $pools }. Konsolideringsgrad: kapital genom nuvärdet av
    utbetalningarna för avsättning och ansvarsförbindelse, som följer simulerade priser, till en realränta på
    { $rate } per år.
region_provision_twice =
    Balansräkningens avsättningar är andra än utbetalningarnas, till de priser som planen räknar med: { $years }. Där
    utbetalningarna bara omfattar det som tjänats in till start gäller graderna det.
region_provision_of_year = { $year } { $given } mot { $schedule } mnkr
region_lasts = P(kapitalet räcker)
region_borne = betald andel av utbetalningarna
region_payments_caption =
    Portföljerna som betalar, i denna ordning: { $pools }. Pensioner att betala: årets pensionsutbetalningar som dessa
    portföljer ska göra, nominellt, med löneskatt. Kapitalet räcker där de har gjort alla till och med årets slut, och
    är uttömt där de inte har det. Betald andel: vad de har betalat av allt de skulle betala hittills, i
    penningvärdet vid start.
region_debt_caption =
    Mnkr, nominellt. Låneskuld: vad som har behövt lånas och ännu inte är återbetalat, vid årens slut; medel av alla
    banor, även dem utan skuld. Största låneskuld hittills: vid något årsslut. Räntekostnad: summan av vad som har
    betalats hittills.
region_exhausted = Kapitalet är uttömt: { $when }.
region_exhausted_by = på { $share } av banorna vid slutet av { $year }
region_not_exhausted = på { $share } av banorna ännu inte vid slutet av { $year }
region_never_exhausted = Vid slutet av { $year } är kapitalet uttömt på färre än { $share } av de simulerade banorna.

## Diagram över en körning

chart_source = skans { $version } · { $paths } banor · frö { $seed } · värld: { $world }
chart_source_of_one = skans { $version } · en bana · frö { $seed } · värld: { $world }

world_lognormal = lognormal
world_regimes = två regimer
world_bootstrap = bootstrap
world_filtered = filtrerad bootstrap
world_replay = återspelad historia
world_given = givna scenarier
world_with_crisis = { $world } med en kris
world_returns = { $world }, { $returns } per år

chart_fan_title = { $pool }: värde till { $end }
chart_fan_note = mnkr, nominellt; fälten rymmer { $inside } % av utfallen, de yttersta { $outside } % är lämnade vita
chart_fan_note_plain = mnkr, nominellt
chart_floor_title = { $pool }: värde och skyddsnivå till { $end }
chart_floor_note =
    mnkr, nominellt; blått: värde, med { $inside } % av utfallen i fältet; rött: skyddsnivå, median samt { $lower }-
    och { $upper }-kvantil
chart_share_title = { $pool }: aktieandel
chart_share_note =
    procent av portföljen, efter handel; fälten rymmer { $inside } % av utfallen, de yttersta { $outside } % är
    lämnade vita
chart_share_note_plain = procent av portföljen, efter handel
chart_median_end = median
chart_mean_end = medelvärde
chart_floor = skyddsnivå
chart_floor_quantile = nivå, { $level }
chart_most_allowed = högst tillåtet
chart_breach_title = { $pool }: sannolikhet för underskridande av skyddsnivån
chart_breach_note = procent, minst en gång sedan start; fältet är simuleringens eget 95 %-fel
chart_breach_note_ex_ante = ; streckat: mätt mot den nivå som var känd i förväg
chart_ex_ante = i förväg
chart_value_title = { $pool }: värde efter { $span }
chart_value_note = mnkr, nominellt, med in- och utbetalningar; stapelns höjd är dess andel av utfallen
chart_opening = ingående värde: { $value }
chart_return_title = { $pool }: årlig avkastning under { $span }
chart_return_note =
    genomsnittlig tillväxt per år, nominell, efter avgifter och kostnader; stapelns höjd är dess andel av utfallen
chart_outside = ; { $share } ligger utanför
chart_median = median: { $value }
chart_quantile5 = 5 %-kvantil: { $value }
chart_worst5 = medelvärde av de sämsta 5 %: { $value }
chart_expected = policyns { $rate }: missas i { $missed } av utfallen
chart_expected_only = policyns { $rate }
chart_drawdown_title = { $pool }: det djupaste fallets djup
chart_drawdown_note = sannolikhet att det djupaste fallet under { $span } är djupare än procenttalet på axeln
chart_deeper = djupare än { $fall }
chart_from_window =
    { $count ->
        [one] från högsta värdet den senaste månaden
       *[other] från högsta värdet de senaste { $months } månaderna
    }
chart_from_high = från högsta värdet sedan start
chart_from_all_time = från högsta värdet någonsin
chart_paths_title = { $pool }: enskilda framtider och den sämsta av { $paths }
chart_paths_note =
    { $count ->
        [one]
            värde per andel, start = 100, utan in- och utbetalningar; tunn: den första banan; mörk: banan som slutar
            lägst
       *[other]
            värde per andel, start = 100, utan in- och utbetalningar; tunna: de första { $paths } banorna; mörk: banan
            som slutar lägst
    }
chart_path_title = { $pool }: värde och skyddsnivå, månad för månad
chart_path_note = värde per andel, start = 100, utan in- och utbetalningar
chart_path = värde
chart_worst_path = sämsta banan
chart_worst_floor = dess skyddsnivå

## Diagram över regionen

region_chart_bands = ; fälten: { $inside } % av utfallen, de yttersta { $outside } % lämnade vita
region_chart_result_title = Årets resultat mot budget, { $first }–{ $last }
region_chart_result_note = mnkr, nominellt; mörkt: median; streckat: budget
region_chart_budget = budget
region_chart_balance_title = Resultat efter balanskravsjusteringar, före och efter reserver, { $first }–{ $last }
region_chart_balance_note = mnkr; vänster stapel: före reserver, höger: balanskravsresultat
region_chart_before_reserves = före reserver
region_chart_after_reserves = efter reserver
region_chart_target = eget mål
region_chart_chances_title = Sannolikhet att inte nå budget och balanskrav, { $first }–{ $last }
region_chart_chances_note =
    procent av utfallen; sedan start: minst ett år; de lodräta strecken är simuleringens eget 95 %-fel
region_chart_in_year = under året
region_chart_since_start = sedan start
region_chart_below_budget = årets resultat är under budget
region_chart_requirement_missed = balanskravet uppfylls inte, efter användning av reserver
region_chart_reserves_used_up = ingenting är kvar av reserverna vid årets slut
region_chart_reserves_title = Reserver för resultatutjämning, { $first }–{ $last }
region_chart_reserves_note = mnkr, nominellt; mörkt: medelvärde
region_chart_reserves_level = reserver vid årets slut
region_chart_reserves_flows = använt och reserverat under året, medelvärde av alla utfall
region_chart_used = använt
region_chart_set_aside = reserverat
region_chart_funding_title = Konsolideringsgrad: kapital i förhållande till pensionsskuld, till { $last }
region_chart_funding_note = procent av avsättning och ansvarsförbindelse
region_chart_funding_cut = ; över { $end }: vid kanten
region_chart_funding_pools = kapital: { $pools }
region_chart_funding_ends = visas till { $last }: senare är mindre än en fjärdedel av första årets skuld kvar
region_chart_funded = full täckning
region_chart_provision_only = enbart avsättning
region_chart_at_market = till marknadsränta
region_chart_payments_title = Kapital, och de pensioner som portföljer ska betala, till { $last }
region_chart_payments_note = mnkr, nominellt
region_chart_capital = kapital vid årets slut
region_chart_payments = pensioner att betala under året, median
region_chart_paid_in_order = ; betalas i denna ordning av { $pools }
region_chart_lasts_title = Sannolikhet att kapitalet räcker, till { $last }
region_chart_lasts_pools = portföljerna som betalar, i denna ordning: { $pools }
region_chart_lasts_note =
    procent av utfallen med alla pensioner betalda vid årets slut; fält: simuleringens eget 95 %-fel; prickat:
    { $levels }
region_chart_lasts_below = under { $level } från { $year }
region_chart_equity_title = Soliditet, { $first }–{ $last }
region_chart_equity_note = vänster stapel: blandmodell, höger: fullfondering
region_chart_mixed_model = blandmodell
region_chart_full_funding = fullfondering
region_chart_debt_title = Låneskuld: hur sannolik, hur stor och till vilken kostnad, { $first }–{ $last }
region_chart_debt_note = lodräta streck: simuleringens eget 95 %-fel
region_chart_debt_given_any =
    ; låneskuld vid slutet av { $year }: i medel { $mean } mnkr, givet att det finns någon { $given } mnkr
region_chart_in_debt = sannolikhet för någon låneskuld vid årets slut, procent av utfallen
region_chart_peak_debt = största låneskuld hittills
region_chart_interest = räntekostnad för lån hittills
region_chart_debt_mean_and_levels =
    { $name }, mnkr, nominellt: medelvärde, och vad { $levels } av utfallen inte överstiger
region_chart_debt_mean = { $name }, mnkr, nominellt: medelvärde
region_chart_at_year_end = vid årets slut
region_chart_waterfall_title = { $year }: från budgeterat resultat till 5 %-utfallet
region_chart_waterfall_note =
    { $count ->
        [one] mnkr; medelvärde av det { $paths } utfallet från { $low } till { $high }, 2,5- och 7,5 %-utfallen
       *[other] mnkr; medelvärde av de { $paths } utfallen från { $low } till { $high }, 2,5- och 7,5 %-utfallen
    }
region_chart_waterfall_budget = Budgeterat resultat
region_chart_waterfall_pool = { $pool }: intäkter
region_chart_waterfall_budgeted_pools = Minus budgeterade intäkter från portföljerna
region_chart_waterfall_indexation = Indexering av avsättningar
region_chart_waterfall_interest = Ränta på skuld
region_chart_waterfall_outcome = Resultat, 5 %-utfall

## Jämförelse

compare_paired = samma framtider för båda
compare_same_numbers = världar med olika parametrar, dragna ur samma slumptal
compare_unpaired = oparat: en annan marknadsmodell, med egna framtider
compare_nothing = inget mått skiljer sig
compare_difference = skillnad
compare_gain = vinst
compare_caption =
    { $count ->
        [one]
            { $paths } framtid, frö { $seed }, skans { $version }. Belopp i mnkr, nominellt. Skillnaden är den andra
            kolumnen minus den första, i procentenheter där måttet är i procent, ± halva 95 %-intervallet, parentesen
            båda ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa; * där 0 ligger
            utanför. Vinst: hur mycket större skillnadens standardfel vore med oberoende körningar.
       *[other]
            { $paths } framtider, frö { $seed }, skans { $version }. Belopp i mnkr, nominellt. Skillnaden är den andra
            kolumnen minus den första, i procentenheter där måttet är i procent, ± halva 95 %-intervallet, parentesen
            båda ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa; * där 0 ligger
            utanför. Vinst: hur mycket större skillnadens standardfel vore med oberoende körningar.
    }
compare_own_yardstick =
    ² Varje kolumn mäts mot sin egen skyddsnivå, sitt eget högsta värde eller sin egen förväntade avkastning. Måttet
    betyder därför inte detsamma i båda. En andels fall på 24 månader och förlusten i de sämsta 5 % gör det.
compare_as_independent =
    ¹ Ur samma slumptal, men felet är som för oberoende körningar: måttet ligger vid ett värde som många framtider har
    (ett tak, ett helt antal månader), eller ingen av de första framtiderna har det som måttet gäller.
compare_breach_title = { $subject }: sannolikhet att skyddsnivån har underskridits
compare_breach_note =
    minst ett månadsslut under dagens nivå sedan start (ex post); ± är halva 95 %-intervallet för var och en
compare_return_title = { $subject }: avkastning per år
compare_value_title = { $subject }: värde, mnkr
compare_box_note =
    streck: 90 % av utfallen, från 5 %- till 95 %-kvantilen; låda: 50 %; vit linje: median. Nominellt, efter avgifter
    och kostnader
compare_difference_title = { $subject }: { $other } minus { $first }
compare_difference_note = skillnad { $between } i procentenheter, med 95 %-intervall; fylld: 0 ligger utanför
compare_difference_of_same_paths = i samma framtider
compare_difference_of_same_numbers = ur samma slumptal
compare_difference_of_independent = mellan oberoende körningar
compare_difference_as_independent = ; ¹ oparat
compare_source =
    { $count ->
        [one] skans { $version } · { $paths } framtid · frö { $seed }
       *[other] skans { $version } · { $paths } framtider · frö { $seed }
    }

## Svep

sweep_figures_breach = P(underskridande)
sweep_figures_median = medianavkastning
sweep_figures_quantile5 = 5 %-avkastning
sweep_figures_shortfall = ES 95 %, 1 år
sweep_figures_fall = P(fall > { $fall })
sweep_figures_worst = 5 %-fall
sweep_figures_share = aktieandel, medel
sweep_mean_difference = medelavkastning, minus nuvarande
sweep_present = nuvarande policy
sweep_caption =
    { $count ->
        [one]
            { $pool }: { $paths } framtid, frö { $seed }, skans { $version }. P(underskridande): skyddsnivån
            underskriden (ex post) till horisonten; avkastning per år till horisonten, nominellt; ES: medel av de sämsta
            5 % under första året, förlust positiv; ± är halva 95 %-intervallet, parentesen båda ändarna av ett skevt, ±
            ? där det är okänt, inget ± där det är för litet att visa; skillnaden (procentenheter) gäller { $difference
            }.
       *[other]
            { $pool }: { $paths } framtider, frö { $seed }, skans { $version }. P(underskridande): skyddsnivån
            underskriden (ex post) till horisonten; avkastning per år till horisonten, nominellt; ES: medel av de sämsta
            5 % under första året, förlust positiv; ± är halva 95 %-intervallet, parentesen båda ändarna av ett skevt, ±
            ? där det är okänt, inget ± där det är för litet att visa; skillnaden (procentenheter) gäller { $difference
            }.
    }
sweep_difference_of_same_paths = samma framtider
sweep_difference_of_same_numbers = världar dragna ur samma slumptal
sweep_left_out =
    { $shown } av { $count ->
        [one] { $rules } regel
       *[other] { $rules } regler
    } visas: de som ingen annan slår i både medianavkastning och { $risk }.
sweep_floors_differ =
    Skyddsnivån eller dess högsta värde skiljer mellan reglerna: P(underskridande) gäller varje regels egen och jämför
    dem inte. P(fall) är en andels på 24 månader och betyder detsamma för alla; fronten ritas över det.
sweep_titles_breach = { $pool }: sannolikhet att skyddsnivån underskrids till horisonten
sweep_titles_median = { $pool }: medianavkastning per år till horisonten
sweep_titles_quantile5 = { $pool }: 5 %-kvantil av avkastningen per år till horisonten
sweep_titles_shortfall = { $pool }: förväntad förlust i de sämsta 5 % första åren
sweep_titles_fall = { $pool }: sannolikhet att en andel faller djupare än { $fall } på 24 månader
sweep_titles_worst = { $pool }: fall för en andel på 24 månader som 5 % av framtiderna överskrider
sweep_titles_share = { $pool }: genomsnittlig aktieandel
sweep_heat_note = efter { $row } (nedåt) och { $column } (åt sidan), i procent
sweep_curve_note = efter { $key }, i procent; streck: simuleringens 95 %-intervall
sweep_framed = ; inramad: nuvarande policy
sweep_ringed = ; ring: nuvarande policy
sweep_held = ; { $key } = { $value }
sweep_frontier_breach = { $pool }: avkastning mot underskridanden
sweep_frontier_fall = { $pool }: avkastning mot fall på 24 månader
sweep_frontier_shortfall = { $pool }: avkastning mot de sämsta första åren
sweep_frontier_note =
    en punkt för varje regel, med 95 %-intervall; linje: regler som ingen annan slår; ring: nuvarande policy
sweep_named = vid linjen: { $keys }
sweep_axes_median = medianavkastning per år till horisonten
sweep_axes_breach = sannolikhet att skyddsnivån underskrids till horisonten
sweep_axes_fall = sannolikhet att en andel faller djupare än 15 % på 24 månader; skyddsnivåerna skiljer
sweep_axes_shortfall = medelförlust i de sämsta 5 % första åren

## Lösning

solve_error = ± halva 95 %
solve_met = målet nås
solve_yes = ja
solve_no = nej
solve_solved =
    { $key } = { $value }: { $condition } gäller, men inte vid det intilliggande { $neighbour }. Från { $low } till
    { $high } ligger målet inom simuleringens fel (95 %); med 97,5 % säkerhet nås det vid { $safe }.
solve_beyond = (inte bland de prövade värdena)
solve_crosses_again = Måttet korsar sin gräns mer än en gång bland de prövade värdena: detta är den första.
solve_caption =
    { $count ->
        [one]
            { $paths } framtid, frö { $seed }, skans { $version }; alla värden ur samma slumptal. Mått som i
            summary.json: belopp i kronor, procentsatser och sannolikheter som decimaltal.
       *[other]
            { $paths } framtider, frö { $seed }, skans { $version }; alla värden ur samma slumptal. Mått som i
            summary.json: belopp i kronor, procentsatser och sannolikheter som decimaltal.
    }

## Validering

validation_moments_of = av
validation_moments_moment = moment av månadens logavkastning
validation_moments_simulated = simulerat
validation_moments_exact = exakt
validation_targets_of = av
validation_targets_figure = mått på en historik
validation_targets_months = månader
validation_targets_history = historik
validation_targets_simulated = simulerat: median (5 % till 95 %)
validation_targets_lower = därav lägre
validation_events_event = under ett kalenderår
validation_events_probability = sannolikhet
validation_events_asked = efterfrågat
validation_caption =
    { $count ->
        [one]
            { $paths } bana, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall, parentesen båda
            ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa; ett moment stämmer inom
            fyra standardfel; en historik är typisk bland de mittersta 90 % av de simulerade.
       *[other]
            { $paths } banor, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall, parentesen
            båda ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa; ett moment stämmer
            inom fyra standardfel; en historik är typisk bland de mittersta 90 % av de simulerade.
    }
validation_without_crisis = Krisen som konfigurationen lägger i sin värld är utelämnad här: världen jämförs med sin lag.
validation_agrees = stämmer
validation_differs = AVVIKER
validation_no_exact = ingen sluten form
validation_typical = typisk
validation_outside = återges inte
validation_range = { $median } ({ $low } till { $high })
validation_at_most = högst { $bound }
validation_at_least = minst { $bound }
validation_all_events = alla dessa under ett år
validation_mean_log = medelvärde per år
validation_skew = skevhet
validation_excess_kurtosis = överskottskurtosis
validation_autocorrelation = korrelation med nästa månad
validation_autocorrelation_of_squares = detsamma för kvadrater
validation_arithmetic_return = aritmetisk avkastning per år
validation_correlation = korrelation
validation_factor_mean = medelvärde vid horisonten
validation_factor_deviation = standardavvikelse vid horisonten
validation_mean_inflation = prisernas logaritmiska ökning per år, medelvärde
validation_volatility = volatilitet per år
validation_deviation_of_12_months = standardavvikelse för 12 månader
validation_worst_month = sämsta månad
validation_worst_12_months = sämsta 12 månader
validation_max_drawdown = djupaste fall
validation_short_rate = Korträntan
validation_credit_spread = Kreditspread
validation_inflation = Inflation

## Kalibrering

calibration_heading =
    Marknadsantaganden ur { $file }, { $first } till { $last } ({ $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }), av skans { $version } calibrate.
calibration_units = Per år, där inget annat sägs; efter # står skattningens standardfel.
calibration_own = den egna bedömningen, med --expected
calibration_kinds = Kolumnerna läses som: { $kinds }. --role NAMN=SLAG ändrar det.
calibration_recentre = Historikens medelavkastning är ingen prognos: sätt expected_return till planens egen.
calibration_left_out =
    { $count ->
        [one] { $months } månad är utelämnad: de övriga är den längsta följd där alla kolumner har värden.
       *[other] { $months } månader är utelämnade: de övriga är den längsta följd där alla kolumner har värden.
    }
calibration_desmoothed =
    Avjämnade som månadsmedelvärden (Working 1960): { $columns }. Det som hände inom en månad återskapas inte: oktober
    1987 visar -13 % och var -26 %.
calibration_unfitted = Inget kunde anpassas till { $columns }: färre än 8 värden.
calibration_lognormal = lognormal: log-likelihood { $likelihood }, BIC { $bic }
calibration_regimes = regimväxlande (RSLN-2, Hardy 2001): log-likelihood { $likelihood }, BIC { $bic }
calibration_compared = { $heading }; { $preference }
calibration_preferred = föredras enligt BIC
calibration_not_preferred = föredras inte enligt BIC
calibration_starts =
    { $count ->
        [one]
            { $kept } av { $starts } starter för sökningen slutade i två riktiga regimer; { $rejected } förkastades
            som urartad.
       *[other]
            { $kept } av { $starts } starter för sökningen slutade i två riktiga regimer; { $rejected } förkastades
            som urartade.
    }
calibration_too_short =
    { $count ->
        [one]
            regimväxling kan inte anpassas: { $months } månader av { $columns } kolumn, och minst { $least } behövs.
            Den lognormala fördelningen behålls.
       *[other]
            regimväxling kan inte anpassas: { $months } månader av { $columns } kolumner, och minst { $least } behövs.
            Den lognormala fördelningen behålls.
    }
calibration_too_many =
    regimväxling kan inte anpassas: { $columns ->
        [one] { $columns } kolumn
       *[other] { $columns } kolumner
    } tillsammans, och högst 10 går. Den lognormala fördelningen
    behålls.
calibration_dependent =
    regimväxling kan inte anpassas: en kolumn är en annan, eller en summa av andra, så när som på avrundning. Den
    lognormala fördelningen behålls; utelämna kolumnen.
calibration_degenerate =
    regimväxling kan inte anpassas: ingen start för sökningen slutade i två riktiga regimer ({ $few } lämnade en med
    ett fåtal månader, { $collapsed } lät en varians gå mot noll, { $indefinite } fick en kovarians som inte är någon,
    { $unfinished } blev inte klara). Den lognormala fördelningen behålls.
calibration_class = efter kolumnens namn: kontrollera
calibration_error = standardfel { $error }
calibration_errors = standardfel { $first } och { $second }
calibration_no_error = standardfelet är okänt: historiken bestämmer det inte
calibration_log_mean = per år, av logaritmisk avkastning
calibration_shrunk = korrelationerna krympta mot 0 med { $shrinkage } (Ledoit & Wolf 2004)
calibration_repaired = korrelationerna lagade: historikens bildar ingen positivt definit matris
calibration_share = { $share } av alla månader i det långa loppet
calibration_copula = tillgångarnas t-kopula: log-likelihood { $likelihood }; för den gaussiska kopulan { $gaussian }
calibration_gaussian = inga tyngre gemensamma svansar än den gaussiska kopulans hittades
calibration_copula_with_lognormal = för lognormala fördelningar; regimer ger egna gemensamma svansar
calibration_short_rate = Vasicek, kolumn { $column }: log-likelihood { $likelihood }
calibration_at_edge = återgången ligger vid kanten av det som söktes: historiken skiljer den knappt från ingen
calibration_copula_at_edge = det lägsta antalet frihetsgrader som söktes: kolumner som nästan är en
calibration_inflation =
    AR(1) för årlig log-inflation, kolumn { $column }, { $years } kalenderår: log-likelihood { $likelihood }
calibration_of_years =
    beständighet { $persistence } och innovation { $innovation } från år till år; nedan de hos den
    inflationstakt vars år detta är
calibration_inflation_at_edge =
    åren liknar varandra mindre än hos någon inflationstakt som simuleras: beständigheten ligger vid kanten
calibration_another = ännu en kolumn av slaget
calibration_last = historikens sista
calibration_chart_title = Hur de anpassade fördelningarna följer historiken, { $first } till { $last }
calibration_chart_title_page =
    Hur de anpassade fördelningarna följer historiken, { $first } till { $last } (sida { $page } av { $pages })
calibration_chart_note = ljust: historiken; streckat mörkt: lognormal; rött: två regimer
calibration_chart_note_lognormal = ljust: historiken; streckat mörkt: lognormal
calibration_chart_histogram = Logaritmisk avkastning per månad: andel av månaderna
calibration_chart_quantiles = Normalkvantiler (vågrätt) och logaritmisk avkastning (lodrätt)
calibration_chart_autocorrelation =
    Autokorrelation efter antal månader: avkastning (staplar, tunn linje), kvadrater (punkter, tjock linje); prickat:
    95 % om oberoende
calibration_chart_volatility = Volatilitet de senaste 12 månaderna, per år; rött: i varje regim
calibration_chart_drawdown = Fall från högsta värdet dittills; linjer: fördelningarnas djupaste fall, median
calibration_chart_deepest = historikens djupaste: { $fall }
calibration_chart_deepest_law = { $law }: { $median } ({ $low } till { $high })
calibration_chart_lognormal = lognormal
calibration_chart_regimes = regimer
calibration_chart_source =
    skans { $version } · { $file } · { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    } · djupaste fall i simulerade historier: median och 90 % av
    utfallen · frö { $seed }

## Historiktest

backtest_over_starts_head = över startmånader
backtest_over_starts_least = minst
backtest_over_starts_lower_quartile = undre kvartil
backtest_over_starts_median = median
backtest_over_starts_upper_quartile = övre kvartil
backtest_over_starts_greatest = störst
backtest_one_start_figure = mått
backtest_one_start_rule = regeln
backtest_one_start_static_mix = fast mix
backtest_months_month_end = månadsslut
backtest_months_price = andelskurs
backtest_months_value = värde, mnkr
backtest_months_high = högsta
backtest_months_floor = skyddsnivå
backtest_months_share = aktieandel
backtest_months_below_ex_ante = under, ex ante
backtest_months_below_ex_post = under, ex post
backtest_months_lock = nästan utan aktier
backtest_returns = avkastning per år
backtest_static_returns = avkastning per år för den fasta mixen
backtest_difference = regeln minus den fasta mixen, procentenheter per år
backtest_fall_rolling = djupaste fall från det rullande högsta värdet
backtest_static_fall = detsamma för den fasta mixen
backtest_fall_all_time = djupaste fall från det högsta sedan start
backtest_ex_ante = månader under den nivå som var känd månaden före (ex ante)
backtest_ex_post = månader under dagens nivå (ex post)
backtest_depth = djupaste underskridande (ex post), andel av nivån
backtest_lock = månader nästan utan aktier
backtest_share = aktieandel i medeltal
backtest_turnover = omsättning per år, andel av värdet
backtest_heading_every =
    { $count ->
        [one] { $pool }: varje start från { $first } till { $last }, { $starts } styck
       *[other] { $pool }: varje start från { $first } till { $last }, { $starts } stycken
    }
backtest_heading_one =
    { $count ->
        [one] { $pool }: från { $start } till { $end }, { $months } månad
       *[other] { $pool }: från { $start } till { $end }, { $months } månader
    }
backtest_to_the_end =
    Varje start löper till historikens slut, { $end }: senare starter är kortare. Avkastningen per år är en andels,
    nominell, efter avgifter och kostnader.
backtest_for_months =
    { $count ->
        [one]
            Varje start löper i { $months } månad. Avkastningen per år är en andels, nominell, efter avgifter och
            kostnader.
       *[other]
            Varje start löper i { $months } månader. Avkastningen per år är en andels, nominell, efter avgifter och
            kostnader.
    }
backtest_with_breach =
    { $ante_count ->
        [one]
            Under skyddsnivån minst en gång: från { $ex_ante } start ex ante, från { $ex_post } ex post, av
            { $starts }.
       *[other]
            Under skyddsnivån minst en gång: från { $ex_ante } starter ex ante, från { $ex_post } ex post, av
            { $starts }.
    }
backtest_behind =
    { $count ->
        [one] Regeln gav mindre än den fasta mixen från { $behind } start av { $starts }.
       *[other] Regeln gav mindre än den fasta mixen från { $behind } starter av { $starts }.
    }
backtest_overlap =
    Starterna överlappar: deras spridning är inget standardfel, de flesta är samma historia igen. Var och en är en
    bana, utan simuleringsfel.
backtest_one_path_caption =
    En bana, som det gick: inget simuleringsfel. Nominellt; fall är positiva; andelar är efter handel, vid varje
    månadsslut utom det sista.
backtest_aside =
    Historiken ersätter konfigurationens värld; flöden och kurser före start är utelämnade. Den fasta mixen håller
    regelns genomsnittliga andel under samma månader, till samma kostnader.
backtest_yes = ja
crisis_depression = depressionen
crisis_oil = olja
crisis_crash = börskrasch
crisis_swedish = svenska krisen
crisis_technology = it-bubblan
crisis_financial = finanskrisen
crisis_pandemic = pandemin
crisis_rates = ränteuppgången
backtest_chart_floor_title = { $pool }: värde och skyddsnivå i verklig historia, { $first }–{ $last }
backtest_chart_floor_note = mnkr, nominellt, av ingående värde utan flöden; en bana, utan simuleringsfel; grått: kriser
backtest_chart_value = värde
backtest_chart_floor = skyddsnivå
backtest_chart_share_title = { $pool }: aktieandel i verklig historia, { $first }–{ $last }
backtest_chart_share_note = procent av värdet, efter handel; en bana, utan simuleringsfel; grått: kriser
backtest_chart_share = andel vid slutet
backtest_chart_mean_share = medelvärde
backtest_chart_most = högst tillåtet
backtest_chart_difference_title = { $pool }: regeln mot en fast mix, efter startmånad
backtest_chart_difference_note =
    procentenheter per år, regeln minus en fast mix med samma medelandel; varje start löper till slutet; starterna
    överlappar
backtest_chart_difference_note_months =
    { $count ->
        [one]
            procentenheter per år, regeln minus en fast mix med samma medelandel; varje start löper i { $months }
            månad; starterna överlappar
       *[other]
            procentenheter per år, regeln minus en fast mix med samma medelandel; varje start löper i { $months }
            månader; starterna överlappar
    }
backtest_chart_difference = sista start
backtest_chart_median = median av starter
backtest_chart_source = skans { $version } · historik: { $file }, { $first } till { $last } · ingen simulering

## Läget i dag

today_heading = { $pool } den { $date }
today_price = andelskurs
today_value = marknadsvärde
today_high = rullande högsta värde
today_number_and_date = { $number } den { $date }
today_floor = skyddsnivå
today_cushion = buffert, andel av värdet
today_cushion_value = buffert
today_status = mot skyddsnivån
today_above = över den
today_below = UNDER dagens nivå, med { $depth } av den
today_below_ex_ante = under den nivå som var känd vid förra observationen, över dagens
today_locked = låst utan aktier av ett tidigare underskridande
today_stress = antagen värsta förlust på aktier
today_allowed = tillåten aktieandel
today_due = aktieandel som ska hållas (beslutad tidigare: eftersläpning)
today_present = nuvarande aktieandel
today_not_known = okänd: ange --share
today_trade = handel i dag
today_buy = KÖP aktier för { $amount }
today_sell = SÄLJ aktier för { $amount }
today_none = ingen: andelen är den som ska hållas
today_inside_band = ingen: inom bandet på { $band } procentenheter
today_not_today = ingen: ingen ombalanseringsdag
today_later = handel då, om inget rör sig (− är försäljning)
today_unknown = okänd utan nuvarande andel
today_points = { $share } % av värdet
today_cost = handelns kostnad
today_after = aktieandel efter i dag
today_next = nästa ombalanseringsdag
today_never = ingen: andelarna följer marknaden
today_equity_fall = fall i enbart aktier på en månad som bryter nivån
today_fixed_fall = fall i enbart ränteplaceringar på en månad som bryter den
today_no_fall = inget: resten ligger över den
today_not_held = inga innehav
today_window = observationer i fönstret
today_of_full_window = { $number } av { $full }
today_roll_offs_from = från
today_roll_offs_leaves = högsta som lämnar
today_roll_offs_high = högsta då
today_roll_offs_floor = skyddsnivå då
today_roll_offs_cushion = buffert då
today_roll_offs_share = tillåten aktieandel då
today_at_high = Nuvarande kurs är det rullande högsta värdet: inget lämnar fönstret som skulle sänka det.
today_no_roll_off = Skyddsnivån följer inget fönster: inget högsta värde lämnar.
today_standing_still = Högsta värden som lämnar fönstret, om kursen och risken i aktier står stilla:
today_short = Filen fyller inte fönstret: ett tidigare högsta värde kan saknas, och med det en högre skyddsnivå.
today_caption =
    Sista raden är nu, vilken dag det än är, och räknas som observation; före den månadsslut (varje rad om
    floor.observe = "step"). Nominellt; värdet är efter dagens flöde och före handeln. Inget är simulerat.
today_chart_title = { $pool }: { $share } i aktier tillåtet den { $date }
today_chart_note = andelskurs, med rullande högsta värde och skyddsnivå; till höger om strecket: om kursen står stilla
today_chart_note_value =
    marknadsvärde, mnkr, med rullande högsta värde och skyddsnivå; till höger om strecket: om värdet står stilla
today_chart_floor_then = nivå då
today_chart_high_then = högsta då
today_chart_price = kurs
today_chart_value = värde
today_chart_high = rullande högsta { $number }
today_chart_floor = skyddsnivå { $number }
today_chart_now = nu: { $share }
today_chart_then = { $date }: { $share }
today_chart_source =
    skans { $version } · { $file }, { $first } till { $last } · andelar är aktieandelar som regeln tillåter · ingen
    simulering

## Underskridanden och deras orsaker

breaches_heading =
    { $count ->
        [one] { $pool }: { $breaches } underskridande; underskriden minst en gång med sannolikheten { $probability }
       *[other] { $pool }: { $breaches } underskridanden; underskriden minst en gång med sannolikheten { $probability }
    }
breaches_heading_of_one = { $pool }: underskridanden på den enda banan: { $breaches }
breaches_no_breach = { $pool }: inget underskridande; sannolikheten för ett { $bound }
breaches_columns_cause = orsak
breaches_columns_main_cause = huvudorsak till
breaches_columns_taken = tog, andel av nivån
breaches_causes_equities = aktier föll
breaches_causes_fixed_income = ränteplaceringar föll i värde
breaches_causes_lag = eftersläpning: handel följer ett tidigare beslut
breaches_causes_no_trade = ej handlat: band, kalender, öppningsandel
breaches_causes_trading_cost = handelskostnad
breaches_causes_fee = avgift
breaches_causes_level = nivåns egen rörelse
breaches_causes_payments = utbetalningar
breaches_together = flera tillsammans
breaches_cushion = minus avståndet till nivån före
breaches_depth = djup vid första observationen under nivån
breaches_circumstances_head = under månaden för underskridandet, eller före
breaches_circumstances_share = av underskridandena
breaches_after_jump = andelen hade hoppat inom 12 månader, när en topp lämnade
breaches_equities_beyond = aktier förlorade mer än regelns stress
breaches_fixed_income_beyond = ränteplaceringar förlorade mer än regelns stress
breaches_cost_head = vad skyddsnivån kostar
breaches_cost_rule = regeln
breaches_cost_static_mix = fast mix, { $share } aktier
breaches_cost_difference = mixen minus regeln
breaches_mean = avkastning per år över horisonten, medel
breaches_q05 = detsamma, 5 %-kvantil
breaches_p_breach = P(nivån underskriden)
breaches_one_return = avkastning per år över horisonten
breaches_cost_caption_of_one =
    Mixen håller regelns medelandel, samma fonder, kostnad och avgift, återställd varje månad, på samma bana.
breaches_cost_caption =
    Mixen håller regelns medelandel (över de första { $paths } banorna), samma fonder, kostnad och avgift, återställd
    varje månad, på samma banor.
breaches_caption =
    { $paths } banor, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall, parentesen båda
    ändarna av ett skevt, ± ? där det är okänt, inget ± där det är för litet att visa. Ett underskridande är ex post,
    räknat vid sin första observation under dagens nivå. Huvudorsak: den utan vilken det inte hade kommit; av flera den
    som tog mest. Vad orsakerna tog, minus avståndet till nivån före, är djupet; medel över underskridanden. Avkastning
    nominell, av en andel.
breaches_caption_of_one =
    { $paths } bana, frö { $seed }, skans { $version }: den har inget simuleringsfel. Ett underskridande är ex post,
    räknat vid sin första observation under dagens nivå. Huvudorsak: den utan vilken det inte hade kommit; av flera
    den som tog mest. Vad orsakerna tog, minus avståndet till nivån före, är djupet; medel över underskridanden.
    Avkastning nominell, av en andel.
breaches_no_floor = Ingen portfölj har en skyddsnivå.
breaches_chart_title = { $pool }: varför skyddsnivån underskrids
breaches_chart_note =
    { $count ->
        [one]
            procent av { $breaches } underskridande efter huvudorsak, på { $paths } banor; streck: simuleringens eget
            95 %-fel
       *[other]
            procent av { $breaches } underskridanden efter huvudorsak, på { $paths } banor; streck: simuleringens eget
            95 %-fel
    }
breaches_chart_taken = tog i medel, andel av nivån
breaches_chart_foot = avstånd till nivån före: { $cushion }; medeldjup vid första observationen under: { $depth }

## En bana förklarad

explain_heading = { $pool }: bana { $path } av { $paths }, numrerade från 0 ({ $choice })
explain_choices_number = vald efter nummer
explain_choices_worst = den som slutar lägst
explain_choices_median = den som slutar i mitten
explain_choices_first_breach = den med det tidigaste underskridandet
explain_columns_month = månad
explain_columns_price = andel
explain_columns_floor = nivå
explain_columns_cushion = buffert
explain_columns_equities = aktier
explain_columns_fixed_income = ränteplaceringar
explain_columns_allowed = tillåten
explain_columns_share = aktieandel
explain_columns_why = varför
explain_caption =
    En bana: den har inget simuleringsfel. Andel: värdet av en andel, start = 100, utan in- och utbetalningar, efter
    kostnader och avgift; nivå: andelens skyddsnivå. Aktier, ränteplaceringar: nominell avkastning under
    månaden fram till månadsslutet. Tillåten, aktieandel: enligt regeln, och hållen efter handel. Frö
    { $seed }, skans { $version }.
explain_trades_between = Handel mellan månadssluten visas inte.
explain_below =
    UNDERSKRIDANDE: { $ex_post } under dagens skyddsnivå (ex post), { $ex_ante } under den i förväg kända (ex ante)
explain_below_ex_ante = { $ex_ante } under den i förväg kända skyddsnivån (ex ante), inte under dagens, som har sjunkit
explain_below_ex_post = UNDERSKRIDANDE: { $ex_post } under dagens skyddsnivå (ex post), inte under den i förväg kända
explain_high_left = toppen från { $month } lämnade fönstret, och nivån sjönk
explain_jumped = ett hopp på { $points } procentenheter enbart för att toppen från { $month } lämnade fönstret
explain_between_months = någon dag mellan månadssluten
explain_received = { $amount } mnkr mottogs
explain_paid = { $amount } mnkr betalades ut
explain_unpaid = { $amount } mnkr kunde inte betalas ut
explain_region_brought = { $amount } mnkr mottogs netto enligt regionens regler
explain_region_took = { $amount } mnkr betalades ut netto enligt regionens regler
explain_opening = öppnar med regelns { $share }
explain_opening_given = öppnar med givna { $share }
explain_locked = låst utan aktier efter underskridandet ex ante { $month }
explain_locked_between = låst utan aktier efter ett underskridande mellan månadssluten
explain_no_day = ingen ombalanseringsdag: nästa är { $month }
explain_no_day_left = ingen ombalanseringsdag
explain_inside_band = ingen handel: { $off } procentenheter från målet ligger inom bandet på { $band }
explain_on_target = ingen handel: andelen ligger på målet
explain_acts_on = eftersläpning: följer beslutet från { $month }, { $share }
explain_bought = köpte { $points } procentenheter: { $why }
explain_sold = sålde { $points } procentenheter: { $why }
explain_to_target = till den beslutade andelen, från den som uppstått sedan den förra affären
explain_equities_rose = aktier steg { $change }
explain_equities_fell = aktier föll { $change }
explain_fixed_income_rose = ränteplaceringar steg { $change } i värde
explain_fixed_income_fell = ränteplaceringar föll { $change } i värde
explain_cushion_grew = bufferten växte från { $from } till { $to }
explain_cushion_shrank = bufferten krympte från { $from } till { $to }
explain_cushion_stayed = bufferten förblev { $cushion }
explain_stress_changed = aktiernas stress gick från { $from } till { $to }
explain_at_most = hålls vid taket { $share }: bufferten { $cushion } över stressen { $stress } skulle tillåta { $would }
explain_at_most_exactly =
    hålls vid taket { $share }: bufferten { $cushion } över stressen { $stress } skulle tillåta just det
explain_at_least = hålls vid den minsta andelen { $share }: bufferten är { $cushion }, stressen { $stress }
explain_allowed = bufferten { $cushion } över stressen { $stress } tillåter { $share }
explain_cash_lock = nästan utan aktier: { $share }, under { $bound }
explain_chart_title = { $pool }: bana { $path }, månad för månad
explain_chart_note = { $choice }, av { $paths } banor, numrerade från 0; en bana har inget simuleringsfel
explain_chart_note_of_one = den enda banan; den har inget simuleringsfel
explain_chart_value = värde
explain_chart_high = topp
explain_chart_floor = skyddsnivå
explain_chart_share = hållen
explain_chart_allowed = tillåten
explain_chart_upper = värdet av en andel mot sin rullande topp och skyddsnivå; start = 100, utan in- och utbetalningar
explain_chart_lower = procent i aktier: hållen efter handel (mörk), tillåten enligt regeln (prickad)
explain_chart_marks_breach = värde under nivån
explain_chart_marks_jump = hopp: en gammal topp lämnade fönstret
explain_chart_marks_trade = handel om minst { $points } procentenheter
explain_chart_source = skans { $version } · bana { $path } · frö { $seed } · värld: { $world }

## Stresstest

stress_scenario = scenario
stress_fall = fall, { $pool }
stress_below = under skyddsnivån, { $pool }
stress_lowest_share = lägsta aktieandel, { $pool }
stress_realised = realiserat, mnkr
stress_unrealised = förändring av orealiserat, mnkr
stress_not_below = nej
stress_from_month = månad { $month }, { $depth }
stress_caption =
    Varje rad är en given bana från { $start }, utan simuleringsfel och sannolikhet. Fall: en andels djupaste från
    starten. Under skyddsnivån: första månad och största djup under dagens skyddsnivå. Resultat för alla portföljer
    under scenariots månader, nominellt, vinster positiva. skans { $version }.
stress_heading = { $scenario } (månader: { $months }, och { $after } därefter)
stress_source = Uppgifter: { $source }.
stress_as_expected =
    { $count ->
        [one]
            Som förväntat, eftersom scenariot inte säger något om det: { $series } i { $unknown } av { $months }
            månad.
       *[other]
            Som förväntat, eftersom scenariot inte säger något om det: { $series } i { $unknown } av { $months }
            månader.
    }
stress_prices = konsumentpriser
stress_value_start = värde vid starten, mnkr
stress_value_lowest = lägsta värde, mnkr
stress_in_month = { $number } (månad { $month })
stress_value_end = värde vid scenariots slut, mnkr
stress_value_after = värde efter månaderna därefter, mnkr
stress_fall_from_start = en andels djupaste fall från starten
stress_fall_from_high = djupaste fall från rullande högsta värdet
stress_floor_start = skyddsnivå vid starten, mnkr
stress_floor_end = skyddsnivå vid scenariots slut, mnkr
stress_ex_ante = under nivån som var känd en månad före (ex ante)
stress_ex_post = under dagens skyddsnivå (ex post)
stress_breach = från månad { $month }, månader: { $months }, djupast { $depth }
stress_share_start = aktieandel vid starten
stress_share_lowest = lägsta aktieandel
stress_share_end = aktieandel under scenariots sista månad
stress_income_realised = scenariots realiserade resultat, mnkr
stress_income_costs = varav avgifter och handelskostnader, mnkr
stress_income_unrealised = scenariots orealiserade resultat, mnkr
stress_income_realised_after = realiserat, med månaderna därefter, mnkr
stress_income_unrealised_after = orealiserat, med månaderna därefter, mnkr
stress_flows = inbetalningar minus utbetalningar, alla månader, mnkr
stress_reverse = minsta fall som bryter skyddsnivån
stress_reverse_equities = aktier på en månad, ränteplaceringar som förväntat
stress_reverse_equities_alone = aktier på en månad, ränteplaceringar oförändrade
stress_reverse_monthly =
    { $count ->
        [one] aktier per månad, { $months } månad i rad, ränteplaceringar som förväntat
       *[other] aktier per månad, { $months } månader i rad, ränteplaceringar som förväntat
    }
stress_reverse_fixed_income = ränteplaceringar på en månad, aktier oförändrade
stress_no_such_fall = inget
stress_reverse_caption =
    På den exakta banan från nuläget, där regeln verkar varje månadsslut; under dagens skyddsnivå (ex post).
stress_opening_assumed =
    Innehavet vid starten antas ha kostat sitt värde: konfigurationen har varken opening_cost_mnkr eller
    opening_cost_share. Orealiserade resultat är de som uppstått därefter.
stress_opening = Anskaffningsvärde vid starten, mnkr: { $pools }. Orealiserat: förändringen av övervärdet.
stress_opening_pool = { $pool } { $cost } (övervärde { $surplus })
stress_opening_pool_assumed = { $pool } { $cost } (antas vara värdet)
stress_cost_start = anskaffningsvärde vid starten, mnkr
stress_surplus_start = orealiserat övervärde vid starten, mnkr
stress_surplus_end = orealiserat övervärde vid scenariots slut, mnkr
stress_surplus_after = orealiserat övervärde efter månaderna därefter, mnkr
stress_below_already = redan vid starten, { $depth }; djupast { $deepest }
stress_already_below = redan { $depth } under
stress_no_fall = utan något fall
stress_chart_already = { $depth } under skyddsnivån redan vid starten, djupast { $deepest }
stress_bars_already = { $below }, med { $depth } redan vid starten
stress_chart_title = { $pool } – { $scenario }
stress_chart_note =
    { $count ->
        [one]
            Mnkr, nominellt: en given bana av en månad, sedan som förväntat; in- och utbetalningar flyttar alla tre
            linjer
       *[other]
            Mnkr, nominellt: en given bana av { $months } månader, sedan som förväntat; in- och utbetalningar flyttar
            alla tre linjer
    }
stress_chart_share = Aktieandel efter handel
stress_chart_axis = Månader efter { $start }
stress_chart_value = värde
stress_chart_floor = skyddsnivå
stress_chart_high =
    { $count ->
        [one] högsta på { $months } månad
       *[other] högsta på { $months } månader
    }
stress_chart_all_time_high = högsta sedan starten
stress_chart_below = upp till { $depth } under skyddsnivån
stress_chart_end = scenariots slut
stress_bars_title = Djupaste fall i varje scenario: { $pool }, och alla portföljer
stress_bars_title_alone = Djupaste fall i varje scenario: { $pool }
stress_bars_note =
    En andels djupaste fall från starten, månadsslut: mörkt portföljen, ljust alla tillsammans. Rött: under sin
    skyddsnivå
stress_bars_note_alone = En andels djupaste fall från starten, månadsslut. Rött: under sin skyddsnivå
stress_bars_below = under skyddsnivån
stress_foot = skans { $version } · en bana, inget simuleringsfel · { $source }
stress_bars_foot = skans { $version } · en given bana per scenario, från { $start }, inget simuleringsfel

## Regionen i ett stresstest

stress_region_scenario = räkenskaper och pensioner, mnkr
stress_region_lowest_result = lägsta årets resultat
stress_region_lowest_requirement = lägsta balanskravsresultat
stress_region_used = använt ur reserver, alla år
stress_region_lowest_equity_ratio = lägsta soliditet, fullfondering
stress_region_lowest_funding_ratio = lägsta konsolideringsgrad med ansvarsförbindelse
stress_region_debt = största låneskuld
stress_region_in_year = { $figure } ({ $year })
stress_region_caption =
    Kalenderår som ett scenario och månaderna efter det omfattar, det sista till sitt slut; varje tal med sitt år.
    Mnkr, nominellt; intäkter positiva. Balanskravsresultatet är efter reserver.
stress_region_years = regionen, mnkr
stress_region_realised = portföljernas intäkter, realiserade
stress_region_unrealised = portföljernas intäkter, orealiserade
stress_region_indexation = indexering av avsättningar utöver budget
stress_region_deficit = underskott att återställa
stress_region_missed = balanskravet uppfylls inte
stress_region_yes = ja
stress_region_no = nej
stress_region_years_caption =
    Kalenderår som scenariot och månaderna efter det omfattar, det sista till sitt slut. Mnkr, nominellt; intäkter
    positiva, kostnader negativa; nyckeltal vid årets slut. Genomsnittligt anskaffningsvärde per fond;
    balanskravsresultatet är efter reserver.

## Policyn i meningar

policy_world =
    Värld: { $world }, { $count ->
        [one] en framtid
       *[other] { $paths } framtider
    } från { $first } till { $last }.
policy_prices_constant = Priserna stiger med { $rate } per år.
policy_prices_by_world = Priserna följer världens månader.
policy_inflation = Inflationen är { $start } per år vid starten och återgår till { $mean }.
policy_short_rate = Korta räntan är { $start } per år vid starten och återgår till { $mean }.
policy_opening = { $value } mnkr vid starten; policyn anger ingen förväntad avkastning.
policy_opening_expected = { $value } mnkr vid starten; policyn förväntar sig { $rate } per år.
policy_rule = { $floor } { $rule }
policy_no_floor = Ingen skyddsnivå.
policy_floor =
    { $count ->
        [one] Värdet får inte falla under { $share } av sitt högsta på { $window } månad ({ $series }).
       *[other] Värdet får inte falla under { $share } av sitt högsta på { $window } månader ({ $series }).
    }
policy_floor_since_start = Värdet får inte falla under { $share } av sitt högsta sedan starten ({ $series }).
policy_floor_fixed =
    Värdet får inte falla under { $level } av det vid starten, en nivå som stiger med { $growth } per år ({ $series }).
policy_price_at_month_ends = andelskurs, månadsslut
policy_price_at_every_step = andelskurs, varje steg
policy_value_at_month_ends = marknadsvärde, månadsslut
policy_value_at_every_step = marknadsvärde, varje steg
policy_static = Aktier: alltid { $share }.
policy_dynamic = Aktier: { $cushion }, från { $least } till { $most }: { $reach }.
policy_cushion = bufferten delad med { $divisor } ({ $times } gånger den)
policy_cushion_less = vad bufferten har över { $less }, delat med { $divisor } ({ $times } gånger det)
policy_tied = { $stress } efter risken i aktier
policy_range = { $low } till { $high }
policy_cap_binds = utan fall skulle regeln tillåta { $share }, taket begränsar
policy_cap_just_binds = utan fall tillåter regeln { $share }, taket nås precis
policy_cap_never_binds = utan fall tillåter regeln { $share }, taket nås aldrig
policy_trade = Handel: { $clauses }.
policy_never_rebalanced = ingen ombalansering
policy_every_months =
    { $count ->
        [one] ombalansering varje månad
       *[other] ombalansering var { $months }:e månad
    }
policy_every_steps =
    { $count ->
        [one] ombalansering vid varje steg
       *[other] ombalansering vart { $steps }:e steg
    }
policy_band = utanför ett band om { $points } procentenheter
policy_at_once = genast
policy_lag =
    { $count ->
        [one] ett steg efter beslutet
       *[other] { $steps } steg efter beslutet
    }
policy_no_cost = utan kostnad
policy_cost =
    { $count ->
        [one] till en baspunkts kostnad
       *[other] till { $points } baspunkters kostnad
    }
policy_no_fee = ingen avgift
policy_fee = en avgift på { $fee } per år
policy_opening_share = { $share } aktier vid starten
policy_locked = inga aktier efter ett underskridande av den i förväg kända nivån
policy_no_flows = Inga egna in- eller utbetalningar.
policy_flows = Tar emot { $contributions }; betalar { $payments }.
policy_nothing = ingenting
policy_total = { $amount } mnkr { $years }
policy_years = { $first }–{ $last }
policy_money_of_the_start = { $total } i startens penningvärde
policy_pensions =
    Pensioner att betala, i startens penningvärde: avsättning { $provision }, ansvarsförbindelse { $contingent };
    särskild löneskatt på { $tax } tillkommer.
policy_valued = Skulden värderas { $clauses }; täcks av: { $pools }.
policy_real_rate = till { $rate } realt
policy_market_rate = till marknadens { $rate } realt
policy_market_premium = till marknadens korta ränta och { $premium }
policy_budget_pays = Regionens budget betalar alla pensioner.
policy_pools_pay = Från { $from } betalar portföljerna { $share } av pensionerna, i denna ordning: { $pools }.
policy_by_result = { $pool } får { $share } av resultatet för varje av åren { $years } som har ett positivt.
policy_by_funding =
    { $pool } får { $amount } mnkr, i startens penningvärde, efter varje av åren { $years } som slutar med en
    konsolideringsgrad under { $ratio } utan ansvarsförbindelse.
policy_by_funding_full =
    { $pool } får { $amount } mnkr, i startens penningvärde, efter varje av åren { $years } som slutar med en
    konsolideringsgrad under { $ratio } med ansvarsförbindelse.
policy_buffer = { $pool } hålls vid minst { $least } och högst { $most }.
policy_buffer_without_most = { $pool } hålls vid minst { $least }.
policy_bound = { $amount } mnkr eller { $times } gånger pensionerna som portföljerna betalar de närmaste 12 månaderna
policy_accounts =
    Räkenskaper { $years }: budgeten förväntar sig resultat på sammanlagt { $result } mnkr, { $adjusted } mnkr efter
    balanskravsjusteringar.

## Fel och meddelanden

error = fel: { $text }
warning = varning: { $text }
at = { $place }: { $text }
found = hittade { $found }, tillåtet: { $allowed }
hinted = { $text }; { $hint }
did_you_mean = menade du { $name }?
and_more = och { $number } till
no_readable_file = ingen läsbar fil ({ $error })
table_of_at_most = en CSV-fil eller en arbetsbok i .xlsx på högst { $mib } MiB
interrupted = avbruten
interrupted_written = avbruten: resultaten finns i { $folder }
interrupted_unwritten = avbruten: inget skrevs; kör igen för att börja om

## Kommandoraden

memory_needed = minne: omkring { $needed } MB (trådar: { $threads })
memory_beyond =
    minne: planen behöver omkring { $needed } MB, tillåtet: de { $machine } MB som finns här; färre portföljer, månader,
    kvantiler, regler eller trådar behöver mindre, liksom outputs.figures utan "share-by-month"
replaced = det tidigare resultatet i mappen är ersatt; det hade { $changes }; --out MAPP behåller båda
replaced_setting = { $key } = { $before } (nu { $now })
setting_not_given = inget
results_in = resultat i { $folder }
progress = banor: { $paths }, { $rate }, { $left } kvar
progress_error = medelvärdets standardfel { $percent } %
shard_done = del { $shard } är klar; när alla är det: skans merge PART…, med mapparna för alla delar
limit_broken =
    gräns bruten: { $figure } är { $value } (95 %-intervall { $low } till { $high }), och det är { $sign }
    { $bound }
limit_unknown =
    gräns ej hållen: { $figure } är okänt, så { $condition } kan inte avgöras; ingen bana har ett värde på det,
    för få har det, eller så ligger det bortom vad som räknas
precision_reached =
    { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    } ger den begärda precisionen
precision_not_reached =
    { $reason }; resultaten gäller { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    }
batch_ended = { $config }: slutkod { $code }
batch_folder = { $folder }: hittade { $found }, tillåtet: en mapp med filer som heter *.toml
no_readable_folder = ingen läsbar mapp ({ $error })
no_toml_file = ingen fil som heter *.toml
batch_interrupted =
    avbruten: { $done } av { $wanted ->
        [one] { $wanted } körning
       *[other] { $wanted } körningar
    } är klara och sparade; samma kommando kör alla igen
batch_wrong = konfigurationer som är fel: { $wrong } av { $wanted }
batch_failed = körningar som misslyckades: { $failed } av { $wanted }
breaches_paths = paths: hittade { $found }, tillåtet här: högst { $most }
compare_configs = hittade { $found } konfigurationer, tillåtet: 1 till { $most }
compare_nothing_shared =
    inget att jämföra: hittade en portfölj, eller ingen portfölj med samma namn i båda, tillåtet: konfigurationer
    med en portfölj av samma namn, eller en med minst två portföljer
compare_own_paths =
    { $config }: en annan marknadsmodell, simuleras därför på egna banor (frö { $seed }); dess skillnader är inte
    parade
explain_no_path = --path { $path }: hittade { $path }, tillåtet: 0 till { $most }, körningens banor
explain_no_median =
    --path median: hittade { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    }, tillåtet: högst { $most }; se --paths
explain_no_floor =
    --path first-breach: hittade en portfölj utan skyddsnivå, { $pool }, tillåtet: en portfölj med skyddsnivå
merge_changed =
    { $part }: hittade en konfiguration eller indatafiler som ändrats sedan delen gjordes, tillåtet: delens egna
may_vary = { $option }: hittade { $found }, tillåtet: nycklar i pools, region, market och inflation, på samma banor
solve_place = --for { $key }, vid { $value }
solve_whole =
    --between { $low }:{ $high }: hittade färre än två heltal, tillåtet: två eller fler, eftersom { $key } inte tar
    några andra
solve_no_number =
    --for { $key }: hittade inget tal över 0 i konfigurationens gällande inställningar, tillåtet: en nyckel med ett
    tal, eller --between LOW:HIGH
stress_no_scenario =
    { $config }: hittade inget scenario, tillåtet: en tabell [[scenarios]], eller tillgångar som anger kolumner i en
    kris: column = "equity_global_sek"
stress_unknown =
    --scenario "{ $name }": hittade ett namn som { $config } inte har något scenario för, tillåtet: något av:
    { $names }
sweep_key_twice = --vary: hittade en nyckel två gånger, tillåtet: varje nyckel en gång
sweep_key_within =
    --vary: hittade { $inner }, som är en del av { $outer }, tillåtet: nycklar av vilka ingen anger en annan
sweep_combinations =
    --vary: hittade { $found ->
        [one] { $found } kombination
       *[other] { $found } kombinationer
    }, tillåtet: högst { $most }
sweep_lost_pool =
    --vary: hittade värden utan portföljen { $pool }, tillåtet: värden som behåller portföljen som undersöks
validate_paths = { $option }: hittade { $paths }, tillåtet: { $least } till { $most }
validate_failed =
    { $count ->
        [one] { $failures } av raderna ovan avviker från vad den borde vara
       *[other] { $failures } av raderna ovan avviker från vad de borde vara
    }
schema_markdown = --markdown: hittade ämnet summary, tillåtet: config
threads_failed = trådar kan inte startas: { $error }
standard_output = standard ut: { $error }; resultaten skrevs inte ut i sin helhet
man_page = manualsida: { $error }
chart_failed = ett diagram kan inte kodas: { $error }

## Vad en undersökning inte kan svara på

pool_unknown = --pool: hittade "{ $found }", tillåtet: någon av: { $allowed }
backtest_steps =
    steps_per_month: hittade { $found }, tillåtet: 1, i filen eller med --set steps_per_month=1: historiken säger
    inget om vad som sker mellan månaderna; eftersläpning och ombalansering vid varje steg räknas då i månader
backtest_no_asset =
    --column: hittade "{ $found }", som inte är en tillgång, tillåtet: ASSET=COLUMN med en tillgång av: { $allowed }
backtest_no_column =
    hittade ingen kolumn "{ $column }" för tillgången { $asset }, tillåtet: --column { $asset }=NAME med en kolumn
    av avkastningar: { $allowed }
backtest_too_short =
    hittade { $found ->
        [one] { $found } månad
       *[other] { $found } månader
    } i vilka alla av { $columns } har värden, tillåtet: minst { $least }
backtest_months =
    --months: hittade { $found }, tillåtet: { $least } till { $most }, månaderna i vilka alla tillgångar har värden
backtest_from = --from: hittade { $found }, tillåtet: ett månadsslut från { $first } till { $last }
calibrate_unknown = hittade kolumnen "{ $found }", tillåtet: { $known }
calibrate_twice = hittade kolumnen "{ $found }" två gånger, tillåtet: varje kolumn en gång
calibrate_desmoothed_twice = hittade kolumnen "{ $found }" två gånger att avjämna, tillåtet: varje kolumn en gång
calibrate_not_smoothed = hittade kolumnen "{ $found }" att avjämna, tillåtet: en kolumn av avkastningar som anpassas
month_or_later = { $month } eller senare
calibrate_too_short =
    hittade { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    } i följd i vilka alla av { $columns } har värden, tillåtet: minst { $least }
calibrate_still =
    hittade kolumnen "{ $found }" utan någon ändring under månaderna som används, tillåtet: en serie som rör sig
calibrate_nothing =
    inget kunde anpassas till { $columns }: färre än { $least } värden av var och en (kalenderår, för inflation)
explain_no_breach =
    ingen av { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    } är någonsin under skyddsnivån: det finns inget första underskridande
shard_version = { $part }: hittade en del gjord av skans { $found }, tillåtet: delar gjorda av denna version, { $own }
shard_values =
    { $part }: hittade en del med värden av utgåva { $found }, tillåtet: delar från ett och samma bygge; detta
    bygges utgåva är { $own }
shard_config =
    { $part }: hittade en del av en annan konfiguration än den i { $first }, tillåtet: delar av en och samma körning
shard_inputs = { $part }: hittade andra indata än de i { $first }, tillåtet: delar av en och samma körning
shard_count = { $part }: hittade delen { $found }, tillåtet: en av { $of }, som { $first } är
shard_twice = { $part }: hittade delen { $found } igen, tillåtet: varje del en gång; { $first } är samma del
shard_missing = hittade { $found } av { $of } delar, tillåtet: alla; saknas: { $missing }
shard_missing_more = { $shown } och { $more } till
shard_paths = { $part }: hittade andra banor än delen { $shard } har, tillåtet: en del som `run --shard` skrev den
precision_paths =
    { $figure }: hittade ± { $found } med { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    }; ± { $wanted } kräver omkring { $count ->
        [one] { $needed } bana
       *[other] { $needed } banor
    },
    tillåtet: högst { $most }
precision_unknown =
    { $figure }: hittade inget simuleringsfel med { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    }, som när ingen eller knappt någon av dem råkar ut
    för det, tillåtet: ett mått vars fel visar sig till dess; fler banor att se på: --paths
today_share = hittade aktieandelen { $found } för portföljen { $pool }, tillåtet: från 0 till { $most } (0.05 är 5 %)
today_no_floor = --pool: hittade { $pool }, en portfölj utan skyddsnivå, tillåtet: en portfölj med skyddsnivå
today_no_values =
    hittade ingen kolumn value_mnkr, tillåtet: value_mnkr i varje rad, eftersom floor.high = "market-value" i
    portföljen { $pool }
today_no_start =
    hittade ingen månad { $start } bland raderna, tillåtet: rader från och med starten, som den fasta skyddsnivån
    för portföljen { $pool } utgår från
today_no_risk =
    hittade ingen kolumn equity_return eller equity_price, tillåtet: en av dem, --volatility eller --stress,
    eftersom portföljen { $pool } knyter sin stress till risken
today_volatility = --volatility: hittade { $found } för portföljen { $pool }, vars stress { $why }, tillåtet: --stress
stress_is_none = saknas, eftersom dess regel är statisk
stress_is_constant = är konstant
stress_is_quantile = följer en kvantil av förluster
today_static =
    --stress: hittade { $found } för portföljen { $pool }, vars regel är statisk, tillåtet: en portfölj med den
    dynamiska regeln
today_stress_range = --stress: hittade { $found }, tillåtet: ett tal från { $least } till 1
today_lag =
    rule.lag: hittade { $found } steg för portföljen { $pool }, som observeras vid månadsslut, tillåtet: hela
    månader ({ $months } steg)
today_nothing = hittade ingen observation, tillåtet: minst en
not_comparable =
    { $name }: hittade { $key } = { $found }, tillåtet: { $allowed }, som i { $first }: samma banor och månader
    jämförs
number_at_most = { $number } som mest
stress_nothing_expected =
    market.assets.{ $asset }: hittade ingen expected_return, tillåtet: en, för månader som ett scenario inte säger
    något om
stress_no_path =
    scenario { $scenario }: hittade tal som inte blir någon bana, tillåtet: minst en månad, och i var och en en tillväxt
    på minst 0 för varje tillgång och för konsumentpriserna
stress_steps =
    steps_per_month: hittade { $found }, tillåtet: 1, i filen eller med --set steps_per_month=1: scenarier säger
    inget om vad som sker mellan månaderna; eftersläpning och ombalansering vid varje steg räknas då i månader
stress_not_held =
    pools.{ $pool }.opening_cost_mnkr.{ $leg }: hittade { $mnkr }, tillåtet: inget, eftersom portföljen inte har
    något av det vid starten
figure_in_kronor = hittade { $found } kronor för { $figure }, tillåtet: 0, eller en miljon kronor och mer
mnkr_in_kronor = skriv "{ $mnkr } mnkr" om miljoner kronor avses
figure_takes_no_percentage =
    hittade en procentsats för { $figure }, tillåtet: ett tal som i summary.json, eller för ett belopp "4900 mnkr"
figure_is_no_amount =
    hittade ett belopp för { $figure }, tillåtet: ett tal eller en procentsats, då nyckeltalet inte är ett belopp
limit_never = hittade `{ $condition }`, vilket aldrig kan vara: { $figure } är { $range }, tillåtet: en gräns däremellan
limit_always = hittade `{ $condition }`, vilket alltid är så: { $figure } är { $range }, tillåtet: en gräns däremellan
precision_always =
    hittade `{ $figure }={ $half_width }`, vilket varje körning har: måttet är { $range }, tillåtet: mindre än halva det
percent_as_number = { $percent } procent är { $number }
range_between = från { $low } till { $high }
range_from = { $low } eller mer
range_to = { $high } eller mindre
figure_no_pool = hittade måttet `{ $found }`, av en portfölj som inte finns, tillåtet: ett mått av { $pools }
figure_no_region = hittade måttet `{ $found }`, av regionen, tillåtet: bara där konfigurationen har [region]
figure_unknown =
    hittade måttet `{ $found }`, som denna körning inte ger, tillåtet: ett måtts sökväg i summary.json, eller en
    kortform ({ $shorthands }); menade du { $near }?
figure_unknown_meant =
    hittade måttet `{ $found }` (`{ $meant }`), som denna körning inte ger, tillåtet: ett måtts sökväg i
    summary.json, eller en kortform ({ $shorthands }); menade du { $near }?
solve_all_meet =
    målet uppfylls av varje prövat värde från { $low } till { $high }: { $first } till { $last }; --between LOW:HIGH
    söker på annat håll
solve_none_meets =
    målet uppfylls inte av något prövat värde från { $low } till { $high }: { $first } till { $last }; --between
    LOW:HIGH söker på annat håll
solve_unknown = måttet saknar värde från { $at } och framåt, eller har det bara vid ett värde

## Mappar och deras filer

in_the_way =
    { $folder }: hittade { $found }, tillåtet: en ny mapp, en tom, eller en med ett tidigare resultat av samma
    kommando och inget annat
file_in_the_way =
    { $file }: hittade { $found }, tillåtet: ingen sådan fil, eller en som `skans { $verb }` har skrivit enligt
    manifest.json bredvid
file_of_others = en fil med annat ursprung
folder_without_name = en mapp utan eget namn
link_to_nowhere = en länk som inte leder någonstans
a_link = en länk
a_file = en fil
folder_with_other = en mapp med annat innehåll ({ $file })
results_of_verb = resultaten av `skans { $verb }`
other_part = delen { $shard } av en körning, som bara samma del av samma körning ersätter
other_part_unreadable = en { $file } som inte kan läsas, som bara samma del av samma körning ersätter
part_too_large =
    { $file }: hittade { $found } MiB, tillåtet: högst { $most }; färre portföljer, månader eller grupper av mått
    gör den mindre
no_part = { $folder }: hittade { $found }, tillåtet: en mapp som `run --shard` skrev
part_no_file = ingen fil { $file }
part_unreadable = { $file } som inte kan läsas ({ $error })
part_not_a_file = { $file } som inte är en fil
part_of_another_kind = { $file } av annat slag
part_damaged = { $file } som är skadad, har ändrats, eller är från ett annat bygge av skans
part_changed = en annan { $file } än för ett ögonblick sedan
part_impossible = { $file } som ingen del av skans { $version } kan ge

## Meddelanden om marknaden

bootstrap_drawn =
    bootstrap: månader dras från { $first } till { $last } ({ $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }), i block om { $length ->
        [one] en månad
       *[other] { $block } månader
    } i
    snitt
bootstrap_drawn_automatic =
    bootstrap: månader dras från { $first } till { $last } ({ $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }), i block om { $length ->
        [one] en månad
       *[other] { $block } månader
    } i
    snitt (automatiskt)
history_span = { $name }, { $first } till { $last }
replay_source = replay: { $source }
replay_filled =
    replay: { $series } växer som förväntat i { $filled } av { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }, som saknar värde
given_weighted =
    given: varje bana drar { $scenarios ->
        [one] det enda scenariot
       *[other] ett av { $scenarios } scenarier
    } efter dess vikt
crisis_from =
    crisis: { $source } ({ $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }), från { $first }
crisis_drawn =
    crisis: { $source } ({ $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }), från en månad som dras jämnt från { $first } till { $last }
crisis_left =
    crisis: { $asset } fortsätter som i andra månader i { $left } av { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }
series_inflation = inflationen

## Läsning av en konfiguration

one_of = något av: { $names }
unknown_name = det okända namnet "{ $name }"
a_configuration = en konfigurationsfil i TOML, på högst 1 MiB
a_configuration_in_utf8 = en konfigurationsfil i TOML, sparad som UTF-8
not_utf8 = byte som inte är UTF-8-text, från byte { $byte }
a_number = ett tal
a_typed_number = ett tal, en procentsats som "10 %", eller ett belopp som "4900 mnkr" (mdkr, mnkr, tkr eller kr)
a_number_between = ett tal från { $low } till { $high }
a_fraction_between =
    en procentsats från "{ $least }" till "{ $most }", eller samma sak som ett tal från { $low } till { $high }
odd_value = hittade { $value } mnkr, och portföljen { $pool } har { $opening } mnkr vid starten; är det en annan enhet?
odd_amount = hittade { $amount } kronor om året, och portföljerna har { $pools } kronor; är beloppen i en annan enhet?
odd_pool = hittade { $found } mnkr, och de andra portföljerna börjar med { $others } mnkr; är det en annan enhet?
flow_twice = samma som { $key }; står det två gånger?
odd_line = hittade { $found } mnkr bredvid { $next } mnkr { $year }; är det en annan enhet?
return_years_beyond = avkastningar över längre tid än horisonten utelämnas: { $years }
unusual = hittade { $found }, läst som { $read }, vanligt: från { $least } till { $most }
unusual_number = hittade { $found }, vanligt: från { $least } till { $most }
a_number_from = ett tal på minst { $low }
a_number_up_to = ett tal på högst { $high }
a_whole_number = ett heltal
a_whole_number_between = ett heltal från { $low } till { $high }
a_whole_number_from = ett heltal på minst { $low }
a_whole_number_up_to = ett heltal på högst { $high }
true_or_false = true eller false
from_to = { $low } till { $high }
at_least = minst { $number }
at_most = högst { $number }
a_list_each = en lista där varje element är { $inner }
a_list_of_each = en lista med { $count } element, vart och ett { $inner }
a_list_of = en lista med { $count } element
a_table = en tabell
some_tables = { $number } tabeller
tables_allowed = { $count } tabeller, var och en [{ $key }.NAMN]
a_month = en månad inom citattecken, som "2021-12", från 1800-01 till 2300-12
a_text_of = en text med { $count } tecken
a_text = en text inom citattecken
a_long_text = en lång text
the_text = texten "{ $text }"
the_date = datumet { $date }
the_number = talet { $number }
a_number_of_many_digits = ett tal med väldigt många siffror
write_without_quotes = skriv { $number }, utan citattecken
write_with_a_point = skriv { $number }, med punkt och utan citattecken
write_in_quotes = skriv "{ $date }", inom citattecken
looks_like_kronor = det ser ut som kronor där miljoner kronor avses
costs_are_negative = kostnader är negativa, som i planens tabeller
falls_are_negative = ett fall är negativt: -0.5 eller "-50 %" är ett fall med hälften
fall_may_be_meant = skriv "{ $share }" om värdet får falla { $fall }
percent_may_be_meant = skriv "{ $number } %" om procent avses
keys_and = { $keys } och { $key }
forms_or = { $forms }, eller { $form }
no_such_key = ingen sådan nyckel
needs_it = { $by } behöver den
none_of_the_keys = ingen av nycklarna som behövs
a_key_not_had = en nyckel som { $by } inte har
goes_with = { $key } hör ihop med { $tag } = { $values }
beside = { $one } tillsammans med { $other }
a_name_without_keys = ett nytt namn utan de nycklar som det behöver
an_unknown_key = en okänd nyckel
some_bytes = { $bytes } byte
a_file_of_bytes = en fil på högst { $bytes } byte
toml_lines = TOML: en rad `nyckel = värde`, eller en tabell `[namn]`
value_of_a_line = ett tal, true eller false, en text inom citattecken, en lista inom [ ], eller en tabell inom { "{ }" }
a_decimal_or_percentage = ett tal med decimalpunkt, eller en procentsats inom citattecken
percentages_in_quotes = en procentsats inom citattecken
plain_spaces = vanliga mellanslag
straight_quotes = citattecken som är " eller '
commas_between = ett komma mellan två värden i en lista, och mellan två nycklar i en tabell inom { "{ }" }
with_an_odd_space = { $text }, med ett hårt mellanslag eller liknande
closed_quotes = en text som slutar med { $quotes } på sin rad
escapes = en text inom "…" med \\ för varje \, eller en text inom '…'
visible_characters = synliga tecken, mellanslag och tabbar
names_around_dots = ett namn före `=`, inom [ ], och på var sida om en punkt
nesting = listor, tabeller och en nyckels namn i högst { $most } nivåer
closed_brackets = varje [ stängd av ], och varje { "{" } av { "}" }
plain_keys = nycklar med bokstäverna a till z, siffror, - och _; andra inom citattecken
key_and_value = en rad `nyckel = värde`
each_key_once = varje nyckel och tabell en gång
nothing = inget
without_its_end = { $open } utan { $close }
a_second_one = en till
the_first_is_in_line = den första står på rad { $line }
write_this = skriv { $text }
one_or_other = { $one } eller { $other }
toml_values = ett värde så som TOML skriver det: 0.85, true, "2040-01", [1, 2], eller ett enkelt ord
the_key = nyckeln `{ $key }`
names_in_a_key =
    en nyckel av { $number ->
        [one] { $number } namn
       *[other] { $number } namn
    }
names_with_dots = namn med punkter emellan: pools.long.floor.share
the_place = platsen `{ $place }`
a_place_in_a_list = en plats i en lista med { $count }, från 0
the_key_in_a_value = nyckeln `{ $key }` inuti ett värde
keys_in_tables = nycklar inuti tabeller
what_the_schema_says = det som schemat säger (skans schema)
windows_held = fönster på { $held } observationer i alla portföljer tillsammans
windows_allowed = högst { $most }: kortare fönster, "none", eller observe = "month-end"
the_name = namnet "{ $name }"
names_allowed = 1 till 64 bokstäver a till z, siffror, - och _
one_of_the_two = ett av de två
levels_out_of_order = nivåer i fel ordning eller två gånger
levels_increasing = stigande nivåer
levels_too_close = nivåer närmare varandra än 0.0001
levels_apart = nivåer med minst 0.0001 emellan
amounts_too_close = belopp närmare varandra än 0.001 mnkr
amounts_apart = belopp med minst 0.001 mnkr emellan
falls_too_close = fall närmare varandra än 0.0001
falls_apart = fall med minst 0.0001 emellan
no_bound = ingen gräns
bounds_allowed = min, max eller båda
min_above_max = min { $min } över max { $max }

## En konfigurations marknad

a_factors_name = en faktors namn
another_asset_name = ett annat namn på tillgången
inflation_beside_own = ett tal tillsammans med [market.inflation]
inflation_beside_world = ett tal i en värld som har egen inflation
continuous_needs_lognormal = continuous_arithmetic, som bara lognormal tillväxt har
continuous_not_in_regimes = continuous_arithmetic, som två regimer inte har
geometric_or_arithmetic = något av geometric, arithmetic
steps_of_history = 1: en historik av månader säger inget om vad som sker mellan dem
the_model = modellen { $model }
lambda_without_filtered = lambda utan filtered = true
filtered_or_no_lambda = filtered = true, eller inget lambda
no_joint_month = ingen månad i vilken alla använda kolumner har värden
some_joint_months = en historik som har några
no_value_for = inget värde på { $column } för { $month }
months_without_a_gap = månader utan lucka: ange from eller until för att utelämna den
joint_months =
    { $count ->
        [one] { $count } månad
       *[other] { $count } månader
    } i vilka alla använda kolumner har värden
most_block = högst { $count }, de månader av historiken som används
filtered_arithmetic = en aritmetisk förväntad avkastning av filtrerad historik, vars medeltillväxt saknar sluten form
still_correlated = korrelationer för { $name }, vars volatilitet är 0
volatility_or_none = en volatilitet över 0, eller korrelationer som är 0
correlations_contradict = korrelationer som motsäger varandra (matrisen är inte positivt semidefinit)
possible_correlations = en matris som några tillgångar kan ha
no_correlation = ingen korrelation mellan { $one } och { $other }
a_correlation = { $pair } = ett tal från -1 till 1
pair_again = ett par som redan angetts, eller en tillgång med sig själv
each_pair_once = varje par av två tillgångar en gång
crisis_inflation = en kolumn med inflation i en värld som inte simulerar den
crisis_no_columns = en kris som inte har någon kolumn för någon av tillgångarna
crisis_columns = column = NAMN i en tillgång, något av: { $columns }
two_months = { $first } och { $last }
two_months_of_the_run = två av körningens månader, från { $first } till { $last }
between_beside_a_month = between tillsammans med en given månad
between_with_random = between endast med at = "random"
random_or_a_month = "random", eller en av körningens månader, från { $first } till { $last }
fund_among_equities = en obligationsfond bland aktier
fund_beside_return = expected_return, dess fel eller volatility tillsammans med fund
fund_alone = fund ensamt: dess avkastning följer den korta räntan
fund_without_rate = en obligationsfond i en värld utan kort ränta
fund_without_spread = en duration mot ett kreditpåslag som världen inte har
copula_steps = en t-kopula med flera steg per månad
copula_monthly = steps_per_month = 1: kopulan gäller månadsavkastningar
asset_without = en tillgång utan { $key }
for_one = till exempel { $example }
nothing_of = inget om { $name }
volatility_beside_regimes = en volatilitet tillsammans med regimernas egna
volatility_in_regimes = volatility endast i regimerna
target_beyond = { $months }, bortom horisonten för en värld av givna månader
target_months = högst horizon_months, { $months }
target_without_figure = ett mål utan något mått
target_figures = minst ett: volatility, skew, worst_month, …
kurtosis_beside = { $kurtosis } tillsammans med skevheten { $skew }
kurtosis_least = minst { $least }, skew² - 2
fall_above = { $deepest }, över { $name }, { $worst }
fall_most = högst { $worst }: det djupaste fallet rymmer alla andra
paths_of_the_set = högst { $held }, banorna i { $file }; med market.weights kan fler dras
file_unreadable = { $file }, som inte kan läsas ({ $error })
a_named_file = en fil som anges relativt konfigurationens mapp
a_named_file_of = en fil på högst { $mib } MiB, som anges relativt konfigurationens mapp
a_month_from = en månad från { $first } till { $last }
a_column_of_rates = { $name }, en kolumn med årsräntor
a_column_of_returns = en kolumn med månadsavkastningar
replay_one_path = 1: en återspelning är en enda bana, utan dragning
replay_no_first = ingen första månad för återspelningen
replay_first = till exempel from = "2007-11": körningens första månad
replay_both = en kris och en fil
replay_neither = varken en kris eller en fil
replay_of = till exempel crisis = "2007-09 financial", eller market.file och from
replay_not_filled = { $months } av körningens månader utan värde, och ingen expected_return
replay_fill = till exempel { $example }, eller en tillräckligt lång period

## En konfigurations portföljer och region

pool_name_taken = en portfölj med namnet "{ $name }"
pool_name_of_total = ett annat namn: summan av portföljerna heter så
pool_name_of_region = ett annat namn: regionen heter så
cost_in_one_way = tillgångsslagets anskaffningsvärde på ett sätt: i mnkr, eller som andel av dess värde
value_without_floor = "{ $value }" i en portfölj utan skyddsnivå
a_floor_or = en skyddsnivå, eller "{ $value }"
stress_above = minst 0.001 mer än fixed_income_stress ({ $stress })
at_most_key = högst { $key } ({ $value })
no_assets = inga tillgångar
equities_wanted = de aktietillgångar som portföljen får ha, med vikter
fixed_income_wanted = de räntetillgångar som portföljen får ha, med vikter
asset_of_the_other_class = en tillgång av det andra tillgångsslaget
asset_of_the_leg = en tillgång av rätt tillgångsslag
weights_add_up_to = vikter vars summa är { $sum }
month_after_the_start = en månad efter starten, { $first } eller senare
month_before_from = en månad före from
from_or_later = from eller senare
date_after = ett datum efter { $before }: efter starten, vart och ett en gång, i ordning
kronor_up_to = ett belopp i kronor från 0 till { $most }
mnkr_up_to = ett belopp i miljoner kronor från 0 till { $most }
month_or_year = en månad (2024-01, jan-24) eller ett år (2024), från 1800 till 2300
rows_apart =
    hittade "{ $date }" efter "{ $before }": inget flödar emellan, eller en rad saknas; en rad med 0 säger det förra
month_among_years =
    hittade "{ $date }", en månad, bland år: { $amount } flödar den månaden ensam; hela årets belopp dateras { $year }
year_among_months =
    hittade "{ $date }", ett år, bland månader: { $amount } fördelas på året; en månads belopp dateras { $first }
unlike_its_neighbours =
    hittade { $amount } mellan { $before } och { $after }: ett belopp för den tiden ensam, eller ett i en annan enhet
flows_after_the_horizon =
    { $mnkr } mnkr från { $first } till { $last } ligger efter horisonten, { $horizon }, och är utelämnade
a_december = en december: regionens bokslut görs vid kalenderårens slut
nothing_of_the_region = inget om regionen
region_parts = minst ett av liability, contributions, buffer, accounts
no_payments = inga utbetalningar
payments_wanted = utbetalningar av provision eller contingent, eller av båda, som inte alla är 0
premium_without_rate = ett påslag på den korta räntan i en värld utan kort ränta
real_rate_or_world = real_rate, eller en värld med [market.short_rate]
year_from_first = ett år från och med { $first }, det första
share_without_accounts = en andel av resultatet i en region utan räkenskaper
accounts_or_funding = [region.accounts], eller funding_below
funding_without_liability = en konsolideringsgrad i en region utan pensionsskuld
liability_or_share = [region.liability], eller share_of_result
no_other_pool = ingen annan portfölj
the_pool_itself = portföljen själv
buffer_pools = portföljer som bufferten tar från och ger till
buffer_unpaid = en gräns efter pensioner som portföljerna inte betalar
borne_or_mnkr = [region.liability.borne], eller en gräns i mnkr
buffer_without_bounds = en buffert utan gränser
buffer_bounds = least_mnkr, least_of_next_year, most_mnkr, most_of_next_year, eller flera av dem
buffer_below_least = { $most } (0 där den utelämnats) under least_{ $name } = { $least }
buffer_never_below = en övre gräns som aldrig är under den undre
year_after_the_start = ett år efter starten, { $first } eller senare
name_again = "{ $name }" igen
each_pool_once = varje portfölj en gång
no_pools = inga portföljer
pool_names = namnen på en portfölj eller flera
none_left_out = { $amount } fastän ingen portfölj är utelämnad
zero_or_left_out = 0, eller portföljer i region.accounts.left_out
total_assets = summa tillgångar på { $amount }
opening_above_zero = eget kapital, avsättningar, övriga skulder och lån vars summa är mer än 0
the_year = året "{ $year }"
year_to_restore = ett år från { $first } till { $last }, som återstår att återställa
accounts_first_year = { $year }, året efter starten
accounts_next_year = { $year }, året efter det förra: vart och ett en gång, i ordning, inget får saknas
months_close_no_year =
    { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }, som inte avslutar något av räkenskapernas år
twelve_months = minst 12 månader
inflation_none_in = inflation vissa år, ingen { $year }
inflation_one_in = inflation vissa år, en { $year }
inflation_in_all = inflation varje år, eller inget: avsättningar följer prisnivån sedan starten
reservation_gap = ingen reservering { $year }, mellan år som har en
reservation_each_year = en regel för varje år från det första till det sista, eller reservation.above = 1 för ingen
equalisation_after_result = "equalisation" { $year } efter "result"
result_from_then = "result" från och med då
each_reserve_once = varje reserv en gång
debt_rate_in_world = en ränta i en värld som simulerar den korta räntan
margin_alone = margin ensamt: lån kostar den korta räntan och marginalen
debt_without_rate = ingen ränta för lån i en värld utan kort ränta
debt_rate_or_world = till exempel debt.rate = 0.02, eller en värld med [market.short_rate]
one_peak_key = ett av peak och peak_mnkr
both_or_neither = båda eller ingen
years_in_order = ett år från och med { $first }: from, rise, peak och until följer på varandra
year_up_to = ett år till och med { $last }, { $years } år efter starten
year_of_payment = ett år som ÅÅÅÅ från { $first } till { $last }: efter starten, vart och ett en gång, i ordning

## En konfigurations scenarier

scenario_name_again = namnet "{ $name }" igen
scenario_name_own = ett namn som inget annat scenario har, i filen eller bland dem som följer med
equities_rise =
    i scenariot { $scenario } stiger { $asset } med { $growth } %: en förlust är positiv, 0.35 är ett fall på 35 %
scenario_empty = ett scenario i vilket inget händer
scenario_parts = equities, fixed_income, assets, rates_bp, spreads_bp eller inflation
an_equity_asset = en aktietillgång
a_fixed_income_asset = en räntetillgång
loss_beside_moves = en förlust på alla räntetillgångar tillsammans med rörelser i räntor eller kreditpåslag
move_takes = en rörelse i räntor och kreditpåslag som tar { $percent } % av { $asset }
move_most = högst 99 %: mindre rörelser, eller kortare durationer
move_without_duration = en rörelse i räntor eller kreditpåslag, och ingen duration för { $asset }
duration_or_loss = till exempel { $example }, eller en förlust på den under assets
a_span_of =
    en period på 1 till { $most ->
        [one] { $most } månad
       *[other] { $most } månader
    }
months_from =
    { $until }, { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    } från { $from }

## Filerna som en konfiguration anger

the_columns = kolumnerna { $columns }
a_header = en rubrikrad
some_rows_at_most = fler än { $most } rader
no_rows = inga rader
a_row_under_the_header = minst en rad under rubrikraden
some_fields = { $number } fält
not_utf8_text = byte som inte är UTF-8-text
fields_as_in_the_header = { $number } fält UTF-8-text, som i rubrikraden
a_whole_file = en hel fil
under_no_heading = "{ $text }" under en tom rubrik
decimals_and_separators = där kolumner skiljs åt med kommatecken står ett decimalkomma inom citattecken
header_unreadable = en rubrikrad som inte kan läsas ({ $error })
no_header = ingen rubrikrad
bytes_no_text = byte som inte är text
save_as_csv = spara arbetsboken som .xlsx, eller bladet som CSV
some_columns =
    { $number ->
        [one] { $number } kolumn
       *[other] { $number } kolumner
    }
at_most_beside = högst { $most } utöver { $first }
column_without_name = en kolumn utan namn
a_name_for_each_column = ett namn för varje kolumn
column_again = kolumnen { $column } igen
each_column_once = varje kolumn en gång
month_or_last_day = en månad (2024-01, jan-24), eller dess sista eller första dag då fonder prissätts
month_after_the_row_before = { $month }, månaden efter föregående rad
a_price = ett pris över 0, högst 1e12
a_price_near_the_first = ett pris mellan en miljondel av och en miljon gånger det första, { $first }
start_in_the_last_row = { $start }, starten, i sista raden
gzip_ends_early = en gzip-fil som slutar för tidigt
gzip_damaged = en skadad gzip-fil ({ $error })
text_unreadable = text som inte kan läsas ({ $error })
csv_gzip_or_xlsx = en CSV-fil, packad med gzip eller inte, eller en arbetsbok i .xlsx
a_long_row = en rad längre än { $kib } KiB
rows_that_end = rader på högst { $kib } KiB, i vilka varje citattecken har sitt andra
a_workbook = en arbetsbok i .xlsx på högst 64 MiB uppackad
workbook_unreadable = en arbetsbok som inte kan läsas ({ $error })
the_sheet = bladet { $sheet }
sheets_unnamed =
    { $number ->
        [one] { $number } blad
       *[other] { $number } blad
    }
sheet_named = ett som anges, { $file }#NAMN, av: { $names }
a_blank_row = en tom rad
rows_in_a_row = rader utan en tom emellan
a_cell_beside = en cell bredvid kolumnerna
at_most_columns =
    högst { $number ->
        [one] { $number } kolumn
       *[other] { $number } kolumner
    }
two_numbers = "{ $text }", som är { $point } med decimalpunkt och { $comma } med decimalkomma
a_number_of_one_reading = ett tal som kan läsas på ett sätt: utan tecken mellan tusental, med andra decimaler
a_percentage = "{ $text }", med procenttecken
bare_among_percentages = "{ $text }" i en kolumn av procenttal, som är { $as_fraction } eller { $text } %
one_sign_of_percent = ett procenttecken efter varje tal i en kolumn, eller efter inget
other_decimals = "{ $text }", vars decimaltecken inte är det som raderna före har
one_decimal_sign = ett decimaltecken i hela filen
two_dates = "{ $text }", som är { $one } eller { $other }
a_number_of_excel = om det är Excels nummer på en dag, ge cellerna ett datumformat
a_date_of_one_reading = ett datum som kan läsas på ett sätt, som 2024-01-31
not_shown = något som inte visas: filen ligger utanför konfigurationens mapp
months_left_out = { $from } till { $until } är utelämnade: { $column } saknar värde för { $empty }
each_name_once = varje namn en gång
from_prices =
    { $columns }: priser eller ett index, gjorda till avkastningar (vart och ett genom det en månad tidigare, minus 1;
    den första månaden har ingen)
more_than_mib_unpacked = mer än { $mib } MiB uppackad
history_columns = kolumnerna date,NAMN,…, en för varje serie
months_of_history = { $months } månaders historik
month_once = en månad står en gång
month_with_empty_cells = en månad utan värden har en rad med tomma celler
oldest_first = raderna går från äldst till nyast
fraction_or_empty = ett tal, en andel, eller en tom cell
leave_the_cell_empty = lämna cellen tom där det inte finns något värde
no_value_in = inget värde i kolumnen { $column }
at_least_one = minst ett
leave_the_column_out = utelämna kolumnen
column_typically = kolumnen { $column }, vars tal typiskt är { $typical }
column_typically_positive = kolumnen { $column }, vars tal typiskt är { $typical } och alla positiva
column_mean = kolumnen { $column }, vars medelvärde är { $mean } per månad
rates_as_fractions = årsräntor som decimaltal
returns_as_fractions = enkla månadsavkastningar som decimaltal
percent_rate = procent angivet som tal? 2,5 % är 0.025
percent_return = procent angivet som tal? 0,5 % är 0.005
percent_or_rates =
    procent angivet som tal? 0,5 % är 0.005; eller årsräntor? då börjar kolumnens namn med rate_, eller så säger --role
    det
prices_or_rates =
    tillväxt per månad? avkastningen är den minus 1; priser eller ett index? de läses där alla ligger över 20; procent?
    0,5 % är 0.005; eller räntor? då börjar kolumnens namn med rate_, eller så säger --role det
a_rate = en årsränta som decimaltal, från -0.5 till 1
a_return = en enkel avkastning som decimaltal, över -1 och högst 1
loss_of_everything = -1 är förlusten av allt, och inget kan tjänas därefter
percent_number = procent angivet som tal? 5 % är 0.05
a_row_of_zeros = en rad med nollor
the_months_values = månadens värden
leave_cells_empty = lämna celler tomma där det inte finns något värde
more_than_numbers = fler än { $most } tal
at_most_numbers = högst { $most } (1 GiB)
path_and_step =
    { $expected }: banor och steg räknade från 1, efter bana och sedan efter steg, { $steps } steg per bana
months_in_steps = månader i en körning med { $steps } steg per månad
the_column_step = kolumnen step
month_of_the_path =
    { $month }: varje bana har { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }, från och med den efter starten
steps_of_the_last_path = { $steps } steg av den sista banan
steps_of_every_path = { $steps } steg av varje bana
scenario_return = en enkel avkastning över -1, högst 1: ett decimaltal (0.01 är 1 %)
growth_allowed = tillväxt sedan banans start mellan 1e-100 och 1e100
growth_to = tillväxt till { $growth }
path_of_weight =
    { $path }: var och en av mängdens { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    } en gång, räknade från 1
a_weight = en vikt från 0 till 1e12
some_weights = { $number } vikter
a_weight_each = { $paths }, en för varje bana
weights_of_zero = endast vikter som är 0
a_weight_above_zero = en vikt över 0
values_columns =
    kolumnerna date,price eller date,value_mnkr,flow_mnkr, och utöver dem share eller equities_mnkr, equity_return
    eller equity_price
date_and_of = date, och av: { $columns }
the_column = kolumnen { $column }
neither_price_nor_value = varken price eller value_mnkr
price_or_value = date,price, eller date,value_mnkr,flow_mnkr
price_knows_no_flows = ett av de två: en andelskurs känner inga flöden
value_without_flow = value_mnkr utan price och flow_mnkr
flow_too = även flow_mnkr, 0 där inget flödade: en inbetalning är ingen vinst
equities_without_value = equities_mnkr utan value_mnkr
value_too = även value_mnkr, eller share
amount_above_zero = ett belopp i mnkr över 0, högst 1e7
amount_of_flow = ett belopp i mnkr från -1e7 till 1e7, 0 där inget flödade
amount_of_equities = ett belopp i mnkr från 0 till 1e7
day_or_month = en dag (2024-01-31, 31/1/2024) eller en månad (2024-01, jan-24), från 1800 till 2300
day_once = en dag står en gång
day_after = en dag efter { $before }, dagen i föregående rad
day_of = en dag i { $month }, månaden efter föregående rad
every_month_end = högsta värdet kräver varje månadsslut
row_for_the_end = en rad för slutet av { $month } före den: { $before } är för tidigt
growth_by = { $value }, { $growth } gånger det i föregående rad
half_to_twice = minst hälften av och högst dubbelt mot vad det var, flöden borträknade
return_since_before = en avkastning sedan föregående rad som decimaltal, från -0.5 till 1
share_of_value = en andel av värdet från 0 till 20 (0.6 är 60 %)
verbatim = { $text }
a_folder = en mapp
a_device = en enhet eller ett rör
larger_than = större än { $mib } MiB

## En körnings hastighet

bench_heading =
    referensjobbet, { $paths ->
        [one] { $paths } bana
       *[other] { $paths } banor
    } x { $months ->
        [one] { $months } månad
       *[other] { $months } månader
    }, kärna { $kernel }, median av { $runs ->
        [one] { $runs } körning
       *[other] { $runs } körningar
    }
bench_columns = trådar  miljoner banmånader per sekund (spann)  ns per banmånad och tråd  uppsnabbning

## Varifrån scenarierna kommer

the_configuration = konfigurationen
crisis_library = krisbiblioteket
a_history = historik
crisis_of_1929 = 1929–32 depressionen
crisis_of_1973 = 1973–74 oljekrisen
crisis_of_1987 = 1987 börsraset
crisis_of_1990 = 1990–92 svenska krisen
crisis_of_2000 = 2000–03 teknikbolagen
crisis_of_2007 = 2007–09 finanskrisen
crisis_of_2020 = 2020 pandemin
crisis_of_2022 = 2022 ränteåret
scenario_fi_traffic_light = Trafikljuset: aktier
scenario_fi_traffic_light_source =
    Finansinspektionen, trafikljusmodellen (2006): svenska aktier −40 %, utländska aktier −35 %, på en gång
scenario_solvency_ii_type_1 = Solvens II: noterade aktier
scenario_solvency_ii_type_1_source =
    delegerad förordning (EU) 2015/35, art. 169.1 b: aktier av typ 1 (noterade inom EES eller OECD) −39 %, utan
    symmetrisk justering (art. 172)
scenario_solvency_ii_type_2 = Solvens II: övriga aktier
scenario_solvency_ii_type_2_source =
    delegerad förordning (EU) 2015/35, art. 169.2 b: aktier av typ 2 (noterade på annat håll, onoterade) −49 %, utan
    symmetrisk justering (art. 172)
scenario_solvency_ii_rates_up = Solvens II: stigande räntor
scenario_solvency_ii_rates_up_source =
    delegerad förordning (EU) 2015/35, art. 166: en ränta på 2 % (antagande) stiger med 70 % under ett år, med 61,5 %
    vid 3,5 år, på en gång
scenario_solvency_ii_rates_down = Solvens II: fallande räntor
scenario_solvency_ii_rates_down_source =
    delegerad förordning (EU) 2015/35, art. 167: en ränta på 2 % (antagande) faller med 75 % under ett år, med 53 % vid
    3,5 år, på en gång
scenario_rates_and_equities_2022 = Räntor och aktier, som 2022
scenario_rates_and_equities_2022_source =
    2022 jämnt fördelat: årets aktieavkastning i krisbiblioteket; räntor +240 bp som tremånadersväxeln (Riksbanken),
    alla löptider (antagande)

## Vad som är fel på en kommandorad

a_key_and_a_value = KEY=VALUE, med en nyckel
a_number_with_a_point = ett tal, decimaler med punkt
a_month_typed = en månad som ÅÅÅÅ-MM (eller dess sista dag, ÅÅÅÅ-MM-DD) från 1800-01 till 2300-12
a_bracket = LOW:HIGH, två tal, det första mindre än det andra
a_condition = FIGURE > NUMBER, med >, >=, < eller <= (pools.long.breach.ex_post.y10 > 0.1)
a_precision = FIGURE=HALF-WIDTH över 0 (pools.long.breach.ex_post.y10=0.001)
a_shard = I/N, del I av N, N högst { $most }
a_choice_of_path = worst, median, first-breach, eller en banas nummer, ett heltal från 0
of_this_machine = en som den här datorn har: { $names }
an_axis =
    KEY=V1,V2,… eller KEY=FIRST:LAST:STEP (floor.share=0.80:0.95:0.01), med en nyckel och inget värde utelämnat
open_bracket = en parentes eller ett citattecken utan sin andra ände i "{ $values }"
values_as_in_toml = värden som TOML skriver dem, med komma emellan
the_range = området "{ $range }"
a_range =
    FIRST:LAST:STEP, tre tal med högst { $decimals } decimaler, med ett STEP från FIRST till LAST som inte är 0, och
    högst { $most } punkter
the_value_twice = värdet { $value } två gånger
each_another = var och en ett annat
many_values = för många värden, { $number }
no_value = inget värde
an_unknown_verb = det okända kommandot { $name }
an_unknown_argument = det okända argumentet { $argument }
what_help_lists = det som --help räknar upp
no_argument = inget { $argument }
an_argument_twice = { $argument } två gånger
once = en gång
beside_argument = { $one } bredvid { $other }
only_one = bara en av de två
no_utf8_argument = ett argument som inte är UTF-8
utf8 = UTF-8

## Hjälp

# Namnen är kommandons och argumentens. help-shared gäller alla kommandon utom dem med en egen text.
help-headings =
    .usage = Användning
    .subcommands = Kommandon
    .arguments = Argument
    .options = Val
    .default = förval
    .possible = möjliga värden
    .possible_values = Möjliga värden
    .name = Namn
    .synopsis = Användning
    .description = Beskrivning
    .version = Version
help-shared =
    .help = Skriver hjälpen: kort med -h, utförlig med --help
    .lang =
        Språk för hjälp, tabeller, diagram, upplysningar och fel; om inget anges: konfigurationens, annars engelska
    .config = Konfigurationsfilen
    .out = Mapp för resultaten
    .quiet = Skriver bara resultat: inget förlopp, inga upplysningar
    .format = Hur resultaten skrivs
    .format-table = En tabell för människor
    .format-json = Sammanfattningen som JSON
    .format-csv = Varje mått på en egen rad
    .format-markdown = En tabell i Markdown
    .paths = Antal banor
    .seed = Frö för alla slumptal
    .no_charts = Ritar inga diagram
    .set = Sätter en nyckel i konfigurationen: `pools.long.floor.share=0.8`. Kan upprepas
    .strict = Godtar inte det som är tillåtet men kan vara ett misstag: varje varning blir ett fel
    .threads = Antal trådar; om inget anges: alla som datorn har
    .kernel =
        Vektorinstruktioner: portable, avx2, avx512; om inget anges: de bredaste som datorn har. Inget mått beror på dem
    .fail_if =
        Slutar med kod 3 om ett mått bryter en gräns: `pools.long.breach.ex_post.y10 > 0.1`, eller med ett kortnamn
        `p_breach_10y > 0.1` (`skans schema --markdown` räknar upp dem). Kan upprepas
    .pool =
        Portföljen som svaret handlar om; om inget anges: den första med den dynamiska regeln, annars den första med en
        skyddsnivå, annars den första med aktier, annars den första
    .from = Den första månaden som används
    .until = Den sista månaden som används
    .roles =
        Vad en kolumn i historiken innehåller, där namnet inte säger det: equity, fixed-income, inflation eller rate.
        Kan upprepas
help-skans = Risken i en pensionsportfölj under en dynamisk placeringsregel, simulerad med Monte Carlo
    .version = Skriver versionen
help-run =
    Hur går det för portföljerna, och hur säker är skyddsnivån? Mått på skärmen, filer och diagram i en mapp
    .shard = Simulerar bara del I av N, och skriver den som en del för `merge`
    .precision =
        Fortsätter tills halva bredden av ett måtts 95 %-intervall är högst så stor:
        `pools.long.breach.ex_post.y10=0.001`. Gör minst konfigurationens banor. Resultatet är detsamma som för en
        körning med lika många banor. Kan upprepas
help-compare =
    Vilken regel är bättre, och är skillnaden verklig? Konfigurationer, eller portföljerna i en, på samma banor, med
    parvisa fel
    .configs =
        Konfigurationerna; de andra jämförs med den första. Är det bara en, jämförs dess portföljer med den första av
        dem
    .years = År vid vars slut fördelningar jämförs, utöver horisonten
help-sweep =
    Hur ändras avkastning och säkerhet med inställningarna? Varje kombination på samma slumptal; värmekartor och
    fronter
    .config = Konfigurationsfilen, vars egna inställningar är dagens policy
    .vary =
        En nyckel och dess värden: KEY=V1,V2,… eller KEY=FIRST:LAST:STEP. En portföljs nyckel kan skrivas utan
        portföljen: `floor.share` gäller portföljen med den dynamiska regeln. Kan upprepas: alla kombinationer
        simuleras, högst 2000
    .years = År vid vars slut fördelningar sparas, utöver horisonten
help-solve = Vilket värde på en inställning når ett mål? På gemensamma banor, med simuleringens fel
    .key =
        Nyckeln vars värde söks, ett tal. En portföljs nyckel kan skrivas utan portföljen: `floor.share` gäller
        portföljen med den dynamiska regeln
    .target =
        Ett mått och dess gräns: `pools.long.breach.ex_post.y10 <= 0.05`. Ett mått kan också skrivas utan portföljen,
        eller med ett kortnamn, `p_breach_10y <= 0.05` (`skans schema --markdown` räknar upp dem)
    .between =
        Var värdet söks; om inget anges: från halva till en och en halv gånger konfigurationens eget värde, eller så
        långt som är tillåtet
help-check = Är filen rätt? Skriver inställningarna som gäller, var och en med sitt ursprung
help-validate =
    Gör den simulerade världen det som den ska? Moment, historia och händelser jämförs med sina mål
    .paths = Antal banor; om inget anges 20 000, vad filens egna paths än är
help-explain = En bana, månad för månad: vad som sågs, beslutades och handlades, och varför
    .path =
        Banan: dess nummer i körningen, från 0, eller worst (slutar lägst), median (slutar i mitten), first-breach
        (underskrider skyddsnivån tidigast)
help-breaches =
    Varför underskrids skyddsnivån, och vad kostar det? Varje underskridande delas upp på sina orsaker; regeln bredvid
    en fast mix
help-backtest = Vad hade regeln gjort i verklig historia? Från varje möjlig start, eller från en
    .history =
        Historiken: date,NAME,… per månad; enkla avkastningar som andelar. Filen kan vara packad med gzip
    .columns =
        Historikens kolumn för en tillgång, där konfigurationen inte anger den och den inte heter som tillgången. Kan
        upprepas
    .from =
        Månadsslutet för det ingående värdet: en enda start, berättad månad för månad; om inget anges: varje möjlig
        start
    .months = Hur många månader varje start följs, minst 12; om inget anges: till historikens slut
    .quiet = Skriver bara resultat: inga upplysningar
help-today =
    Hur ligger en portfölj till nu? Högsta värde, skyddsnivå, buffert, tillåten aktieandel, handeln som ska göras, och
    när det högsta värdet lämnar fönstret
    .config = Konfigurationsfilen, vars regel, ombalansering och skyddsnivå för portföljen används
    .values =
        Det som observerats: `date,price` eller `date,value_mnkr,flow_mnkr`, per månadsslut eller dag; `share` eller
        `equities_mnkr`, och `equity_return` eller `equity_price`, bredvid. Sista raden är nu
    .share = Nuvarande aktieandel, 0.48 för 48 %; om inget anges: den på filens sista rad
    .value_mnkr = Marknadsvärde nu, i miljoner kronor; om inget anges: det på filens sista rad
    .volatility =
        Aktiernas volatilitet per år, för en portfölj vars stress beror på den; om inget anges: skattad från filen
    .stress = Aktiernas största antagna förlust, i stället för konfigurationens
    .quiet = Skriver bara resultat: inga upplysningar
help-stress =
    Vad gör kända kriser och givna chocker med portföljerna, månad för månad? Vad skulle få skyddsnivån att
    underskridas?
    .scenarios =
        Ett scenario vid namn: ett av filens egna, av de medföljande, eller av de kriser som har ett namn. Kan upprepas;
        om inget anges: alla
    .history =
        En historik, av vilken ett avsnitt är ett scenario: date,NAME,… per månad, som för modellen `replay`
    .aftermath =
        Månader som följs efter ett scenario, där alla tillgångar växer som förväntat; om inget anges: scenariots egna
    .format = Hur resultaten skrivs; csv är varje månadsslut
    .quiet = Skriver bara resultat: inga upplysningar
help-batch = Kör varje konfiguration i en mapp: en resultatmapp för var och en, och ett index
    .folder = Mappen med konfigurationerna: varje fil vars namn slutar på .toml, i namnens ordning
help-merge = Sätter ihop delarna av en körning med `run --shard` till resultatet av helheten
    .parts = Mapparna med alla delar av en körning, i valfri ordning
help-bench = Hur mycket den här datorn simulerar per sekund, på referensjobbet
    .paths = Antal banor i varje körning
    .repeat = Antal körningar som mäts, efter en uppvärmning
    .threads = Antal trådar; om inget anges: en, två, fyra och så vidare till alla som datorn har
    .lang = Tabellens språk; om inget anges: engelska
help-calibrate = Marknadsantaganden ur historik, som ett stycke konfiguration med standardfel
    .csv =
        Historiken: date,NAME,… per månad; enkla avkastningar som andelar, kolumner som heter rate_… är räntor per år.
        Filen kan vara packad med gzip
    .columns = Kolumner som anpassas; om inget anges: alla
    .desmooth = Kolumner som är medelvärden över månader, och ska avjämnas (Working 1960)
    .shrink = Krymper korrelationer mot 0 så långt som deras fel kräver (Ledoit & Wolf 2004)
    .expected =
        Egen förväntad avkastning per år för en tillgång: `equity=0.065` eller `equity=6.5 %`; stycket har den i stället
        för historikens. Kan upprepas
    .seed = Frö för de simulerade förlopp vars fall jämförs med historikens
    .out = Mapp för stycket, alla mått som JSON, och diagrammet; om inget anges skrivs inga filer
    .lang = Språk för kommentarer, diagram, upplysningar och fel; om inget anges: engelska
    .format = Hur resultatet skrivs: table är stycket konfiguration, json varje mått
help-schema = Skriver ett JSON Schema, eller förklarar konfigurationens nycklar
    .of = Filen som beskrivs
    .of-config = Konfigurationsfilen
    .of-summary = summary.json
    .markdown = Konfigurationens nycklar förklarade, i Markdown, i stället för ett schema
help-completions = Skriver ett skript som kompletterar kommandon i ett skal
    .shell = Skalet
help-man = Skriver manualsidan, eller en för varje kommando i en mapp
    .out = Skriver i stället skans.1 och en sida för varje kommando i den här mappen
help-help = Skriver den här listan, eller vad ett kommando gör och tar emot
    .verb = Kommandot som förklaras; om inget anges räknas alla upp
