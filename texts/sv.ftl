### Alla texter på svenska. Vad meddelandena och deras argument är står i en.ftl.

## Överallt

decimal_sign = ,

total = Alla portföljer

years =
    { $count ->
        [one] ett år
       *[other] { $years } år
    }

list_and = { $items } och { $last }

version = skans { $version }

## Huvudmått för en portfölj

table_caption =
    { $count ->
        [one]
            { $paths } bana, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall; belopp i
            mnkr, nominellt.
       *[other]
            { $paths } banor, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall; belopp i
            mnkr, nominellt.
    }
table_figure = mått
figure_opening = ingående värde, mnkr
figure_value = värde, { $place }, efter { $span }, mnkr
figure_returns = avkastning per år, { $place }, under { $span }
figure_real_returns = real avkastning per år, { $place }, under { $span }
figure_below_expected = P(avkastning under policyns), { $span }
figure_loss = P(förlust), första året
figure_var = value at risk 95 %, första året
figure_shortfall = förväntad förlust i de sämsta 5 %, första året
figure_breach_ex_post = P(skyddsnivån underskriden), { $span }
figure_breach_ex_ante = P(underskriden, nivån känd i förväg), { $span }
figure_depth = medeldjup, om underskriden
figure_months_below = månader under nivån
figure_fall = djupaste fall från högsta värdet, median
figure_fall_over = P(fall djupare än { $fall })
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
region_in_year = under året
region_within_5_years = inom 5 år
region_since_start = sedan start
region_accounts = räkenskaper, mnkr
region_year = år
region_target = eget mål för det
region_peak_debt = största låneskuld hittills
region_interest = räntekostnad för lån hittills
region_below_budget = P(årets resultat under budget)
region_missed = P(balanskravet missat)
region_target_missed = P(eget mål missat)
region_used_up = P(reserverna förbrukade vid årets slut)
region_overdue = P(underskott ej återställt i tid)
region_in_debt = P(låneskuld vid årets slut)
region_accounts_caption =
    Mnkr, nominellt; intäkter och överskott positiva, kostnader och underskott negativa. Realiserat enligt
    genomsnittlig anskaffningskostnad per fond; orealiserade resultat som inte räknas i balanskravet justeras bort,
    och tillbaka när de realiseras. Balanskravsresultatet är efter reserver (resultatutjämningsreserv,
    resultatreserv); balanskravet är missat där det är negativt, det egna målet där resultatet efter
    balanskravsjusteringar är lägre. 5 %: kvantilen som 5 av 100 banor ligger under. Inom 5 år: under minst ett av de
    fem år som slutar med året; sedan start: under minst ett år hittills.
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
region_borne = andel av utbetalningarna som burits
region_payments_caption =
    Portföljerna som betalar, i denna ordning: { $pools }. Pensioner att betala: årets pensionsutbetalningar som dessa
    portföljer ska göra, nominellt, med löneskatt. Kapitalet räcker där de har gjort alla till och med årets slut, och
    är uttömt där de inte har det. Andel som burits: vad de har betalat av allt de skulle betala hittills, i
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
chart_months =
    { $count ->
        [one] { $months } månad
       *[other] { $months } månader
    }

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
region_chart_chances_title = Sannolikhet att missa budget och balanskrav, { $first }–{ $last }
region_chart_chances_note =
    procent av utfallen; sedan start: minst ett år; de lodräta strecken är simuleringens eget 95 %-fel
region_chart_in_year = under året
region_chart_since_start = sedan start
region_chart_below_budget = årets resultat är under budget
region_chart_requirement_missed = balanskravet missas, efter användning av reserver
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
            kolumnen minus den första, i procentenheter där måttet är i procent, ± halva 95 %-intervallet; * där 0
            ligger utanför. Vinst: hur mycket större skillnadens medelfel vore med oberoende körningar.
       *[other]
            { $paths } framtider, frö { $seed }, skans { $version }. Belopp i mnkr, nominellt. Skillnaden är den andra
            kolumnen minus den första, i procentenheter där måttet är i procent, ± halva 95 %-intervallet; * där 0
            ligger utanför. Vinst: hur mycket större skillnadens medelfel vore med oberoende körningar.
    }
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
sweep_figures_share = aktieandel, medel
sweep_mean_difference = medelavkastning, minus nuvarande
sweep_present = nuvarande policy
sweep_caption =
    { $count ->
        [one]
            { $pool }: { $paths } framtid, frö { $seed }, skans { $version }. P(underskridande): skyddsnivån
            underskriden (ex post) till horisonten; avkastning per år till horisonten, nominellt; ES: medel av de
            sämsta 5 % under första året, förlust positiv; ± är halva 95 %-intervallet; skillnaden (procentenheter)
            gäller { $difference }.
       *[other]
            { $pool }: { $paths } framtider, frö { $seed }, skans { $version }. P(underskridande): skyddsnivån
            underskriden (ex post) till horisonten; avkastning per år till horisonten, nominellt; ES: medel av de
            sämsta 5 % under första året, förlust positiv; ± är halva 95 %-intervallet; skillnaden (procentenheter)
            gäller { $difference }.
    }
sweep_difference_of_same_paths = samma framtider
sweep_difference_of_same_numbers = världar dragna ur samma slumptal
sweep_left_out =
    Visas gör de { $shown } av { $rules } regler som ingen annan slår i både medianavkastning och P(underskridande).
sweep_titles_breach = { $pool }: sannolikhet att skyddsnivån underskrids till horisonten
sweep_titles_median = { $pool }: medianavkastning per år till horisonten
sweep_titles_quantile5 = { $pool }: 5 %-kvantil av avkastningen per år till horisonten
sweep_titles_shortfall = { $pool }: förväntad förlust i de sämsta 5 % första åren
sweep_titles_share = { $pool }: genomsnittlig aktieandel
sweep_heat_note = efter { $row } (nedåt) och { $column } (åt sidan), i procent
sweep_curve_note = efter { $key }, i procent; streck: simuleringens 95 %-intervall
sweep_framed = ; inramad: nuvarande policy
sweep_ringed = ; ring: nuvarande policy
sweep_held = ; { $key } = { $value }
sweep_frontier_breach = { $pool }: avkastning mot underskridanden
sweep_frontier_shortfall = { $pool }: avkastning mot de sämsta första åren
sweep_frontier_note =
    en punkt för varje regel, med 95 %-intervall; linje: regler som ingen annan slår; ring: nuvarande policy
sweep_named = vid linjen: { $keys }
sweep_axes_median = medianavkastning per år till horisonten
sweep_axes_breach = sannolikhet att skyddsnivån underskrids till horisonten
sweep_axes_shortfall = medelförlust i de sämsta 5 % första åren

## Lösning

solve_error = ± halva 95 %
solve_met = målet nås
solve_yes = ja
solve_no = nej
solve_solved =
    { $key } = { $value }: här börjar eller slutar { $condition } att gälla. Från { $low } till { $high } ligger målet
    inom simuleringens fel (95 %); med 97,5 % säkerhet nås det vid { $safe }.
solve_solved_whole =
    { $key } = { $value }: { $condition } gäller, men inte vid det intilliggande { $neighbour }. Från { $low } till
    { $high } ligger målet inom simuleringens fel (95 %); med 97,5 % säkerhet nås det vid { $safe }.
solve_beyond = (inte bland de prövade värdena)
solve_crosses_again = Måttet korsar sin gräns mer än en gång bland de prövade värdena: detta är den första.
solve_caption =
    { $count ->
        [one]
            { $paths } framtid, frö { $seed }, skans { $version }; alla värden ur samma slumptal. Mått som i
            summary.json: belopp i kronor, takter och sannolikheter som bråk.
       *[other]
            { $paths } framtider, frö { $seed }, skans { $version }; alla värden ur samma slumptal. Mått som i
            summary.json: belopp i kronor, takter och sannolikheter som bråk.
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
            { $paths } bana, frö { $seed }, skans { $version }. ± är halva simuleringens 95-procentsintervall; ett
            moment stämmer inom fyra standardfel; en historik är typisk bland de mittersta 90 % av de simulerade.
       *[other]
            { $paths } banor, frö { $seed }, skans { $version }. ± är halva simuleringens 95-procentsintervall; ett
            moment stämmer inom fyra standardfel; en historik är typisk bland de mittersta 90 % av de simulerade.
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
validation_mean_inflation = prisernas ökning per år, medelvärde
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
    Marknadsantaganden ur { $file }, { $first } till { $last } ({ $months } månader), av skans { $version } calibrate.
calibration_units = Andelar, per år där inget annat sägs; efter # skattningens medelfel.
calibration_recentre = Historiens medelavkastning är ingen prognos: sätt expected_return till planens egen.
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
    regimväxling kan inte anpassas: { $columns } kolumner tillsammans, och högst 10 går. Den lognormala fördelningen
    behålls.
calibration_dependent =
    regimväxling kan inte anpassas: en kolumn är en annan, eller en summa av andra, så när som på avrundning. Den
    lognormala fördelningen behålls; utelämna kolumnen.
calibration_degenerate =
    regimväxling kan inte anpassas: ingen start för sökningen slutade i två riktiga regimer ({ $few } lämnade en med
    ett fåtal månader, { $collapsed } lät en varians gå mot noll, { $indefinite } fick en kovarians som inte är någon,
    { $unfinished } blev inte klara). Den lognormala fördelningen behålls.
calibration_class = efter kolumnens namn: kontrollera
calibration_error = medelfel { $error }
calibration_errors = medelfel { $first } och { $second }
calibration_no_error = medelfelet är okänt: historien bestämmer det inte
calibration_log_mean = per år, av logaritmisk avkastning
calibration_shrunk = korrelationerna krympta mot 0 med { $shrinkage } (Ledoit & Wolf 2004)
calibration_repaired = korrelationerna lagade: historiens bildar ingen positivt definit matris
calibration_share = { $share } av alla månader i det långa loppet
calibration_copula = tillgångarnas t-kopula: log-likelihood { $likelihood }; för den gaussiska kopulan { $gaussian }
calibration_gaussian = inga tyngre gemensamma svansar än den gaussiska kopulans hittades
calibration_copula_with_lognormal = för lognormala fördelningar; regimer ger egna gemensamma svansar
calibration_short_rate = Vasicek, kolumn { $column }: log-likelihood { $likelihood }
calibration_at_edge = återgången ligger vid kanten av det som söktes: historien skiljer den knappt från ingen
calibration_copula_at_edge = det lägsta antalet frihetsgrader som söktes: kolumner som nästan är en
calibration_inflation =
    AR(1) för årlig log-inflation, kolumn { $column }, { $years } kalenderår: log-likelihood { $likelihood }
calibration_of_years =
    beständighet { $persistence } och innovation { $innovation } från år till år; nedan de hos den takt vars år detta
    är
calibration_inflation_at_edge =
    åren liknar varandra mindre än hos någon takt som simuleras: beständigheten ligger vid kanten
calibration_another = ännu en kolumn av slaget
calibration_last = historiens sista
calibration_chart_title = Hur de anpassade fördelningarna följer historien, { $first } till { $last }
calibration_chart_title_page =
    Hur de anpassade fördelningarna följer historien, { $first } till { $last } (sida { $page } av { $pages })
calibration_chart_note = ljust: historien; streckat mörkt: lognormal; rött: två regimer
calibration_chart_note_lognormal = ljust: historien; streckat mörkt: lognormal
calibration_chart_histogram = Logaritmisk avkastning per månad: andel av månaderna
calibration_chart_quantiles = Normalkvantiler (vågrätt) och logaritmisk avkastning (lodrätt)
calibration_chart_autocorrelation =
    Autokorrelation efter antal månader: avkastning (staplar, tunn linje), kvadrater (punkter, tjock linje); prickat:
    95 % om oberoende
calibration_chart_volatility = Volatilitet de senaste 12 månaderna, per år; rött: i varje regim
calibration_chart_drawdown = Fall från högsta värdet dittills; linjer: fördelningarnas djupaste fall, median
calibration_chart_deepest = historiens djupaste: { $fall }
calibration_chart_deepest_law = { $law }: { $median } ({ $low } till { $high })
calibration_chart_lognormal = lognormal
calibration_chart_regimes = regimer
calibration_chart_source =
    skans { $version } · { $file } · { $months } månader · djupaste fall i simulerade historier: median och 90 % av
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
backtest_months_lock = låst i räntor
backtest_returns = avkastning per år
backtest_static_returns = avkastning per år för den fasta mixen
backtest_difference = regeln minus den fasta mixen, procentenheter per år
backtest_fall_rolling = djupaste fall från det rullande högsta värdet
backtest_static_fall = detsamma för den fasta mixen
backtest_fall_all_time = djupaste fall från det högsta sedan start
backtest_ex_ante = månader under den nivå som var känd månaden före (ex ante)
backtest_ex_post = månader under dagens nivå (ex post)
backtest_depth = djupaste underskridande (ex post), andel av nivån
backtest_lock = månader låst i räntor
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
crisis_rates = räntor
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
today_mnkr = { $amount } mnkr
today_points = { $share } % av värdet
today_cost = handelns kostnad
today_after = aktieandel efter i dag
today_next = nästa ombalanseringsdag
today_never = ingen: andelarna följer marknaden
today_equity_fall = fall i enbart aktier på en månad som bryter nivån
today_fixed_fall = fall i enbart räntor på en månad som bryter den
today_no_fall = inget: resten ligger över den
today_not_held = inga hålls
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
breaches_columns_taken = tog, av nivån
breaches_causes_equities = aktier föll
breaches_causes_fixed_income = räntor föll
breaches_causes_lag = eftersläpning: handel följer ett tidigare beslut
breaches_causes_no_trade = ej handlat: band, kalender, öppningsandel
breaches_causes_trading_cost = handelskostnad
breaches_causes_fee = avgift
breaches_causes_level = nivåns egen rörelse
breaches_causes_payments = utbetalningar
breaches_together = flera tillsammans
breaches_cushion = minus avståndet till nivån före
breaches_depth = underskridandets djup
breaches_circumstances_head = under månaden för underskridandet, eller före
breaches_circumstances_share = av underskridandena
breaches_after_jump = andelen hade hoppat inom 12 månader, när en topp lämnade
breaches_equities_beyond = aktier förlorade mer än regelns stress
breaches_fixed_income_beyond = räntor förlorade mer än regelns stress
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
    { $paths } banor, frö { $seed }, skans { $version }. ± är halva simuleringens 95 %-intervall. Ett underskridande
    är ex post, räknat vid sin första observation under dagens nivå. Huvudorsak: den utan vilken det inte hade kommit;
    av flera den som tog mest. Vad orsakerna tog, minus avståndet till nivån före, är djupet; medel över
    underskridanden. Avkastning nominell, av en andel.
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
breaches_chart_taken = tog i medel, av nivån
breaches_chart_foot = avstånd till nivån före: { $cushion }; underskridandets medeldjup: { $depth }

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
explain_columns_fixed_income = räntor
explain_columns_allowed = tillåten
explain_columns_share = aktieandel
explain_columns_why = varför
explain_caption =
    En bana: den har inget simuleringsfel. Andel: värdet av en andel, start = 100, utan in- och utbetalningar, efter
    kostnader och avgift; nivå: andelens skyddsnivå. Aktier, räntor: nominell avkastning under månaden fram till
    månadsslutet. Tillåten, aktieandel: enligt regeln, och hållen efter handel. Frö { $seed }, skans { $version }.
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
explain_fixed_income_rose = räntor steg { $change }
explain_fixed_income_fell = räntor föll { $change }
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
stress_flows = avsättningar minus utbetalningar, alla månader, mnkr
stress_reverse = minsta fall som bryter skyddsnivån
stress_reverse_equities = aktier på en månad, räntor som förväntat
stress_reverse_equities_alone = aktier på en månad, räntor oförändrade
stress_reverse_monthly =
    { $count ->
        [one] aktier per månad, { $months } månad i rad, räntor som förväntat
       *[other] aktier per månad, { $months } månader i rad, räntor som förväntat
    }
stress_reverse_fixed_income = ränteplaceringar på en månad, aktier oförändrade
stress_no_such_fall = inget
stress_reverse_caption =
    På den exakta banan från nuläget, där regeln verkar varje månadsskifte; under dagens skyddsnivå (ex post).
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
    En andels djupaste fall från starten, månadsskiften: mörkt portföljen, ljust alla tillsammans. Rött: under sin
    skyddsnivå
stress_bars_note_alone = En andels djupaste fall från starten, månadsskiften. Rött: under sin skyddsnivå
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
stress_region_missed = balanskravet missas
stress_region_yes = ja
stress_region_no = nej
stress_region_years_caption =
    Kalenderår som scenariot och månaderna efter det omfattar, det sista till sitt slut. Mnkr, nominellt; intäkter
    positiva, kostnader negativa; nyckeltal vid årets slut. Genomsnittligt anskaffningsvärde per fond;
    balanskravsresultatet är efter reserver.
