//! The policy in sentences: what a configuration says stands in them, in each language.

use std::path::Path;

use skans::config::Override;
use skans::report::policy::policy;
use skans::texts::Language;

use crate::bad_input::skans;

const CLIENT: &str = "configs/region-norrbotten-accounts.toml";

/// The policy of a shipped configuration with some keys set.
fn told(file: &str, set: &[(&str, &str)], language: Language) -> Vec<String> {
    let set = set.iter().map(|&(key, value)| Override {
        option: format!("--set {key}={value}").as_str().into(),
        key: key.to_owned(),
        value: value.to_owned(),
    });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let plan = skans::load(&path, &set.collect::<Vec<_>>()).unwrap_or_else(|problems| panic!("{problems}")).plan;
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    policy(&plan, language).iter().map(|line| plain(language.text(line))).collect()
}

fn says(lines: &[String], sentence: &str) {
    assert!(lines.iter().any(|line| line.contains(sentence)), "{sentence}\n{}", lines.join("\n"));
}

#[test]
fn the_clients_policy_is_told_in_numbers() {
    let lines = told(CLIENT, &[], Language::En);
    for sentence in [
        "20 000 paths from 2022-12 to 2060-12.",
        "Inflation starts at 7.6 % a year and returns to 2 %.",
        "Long-term pool: 4 580 mnkr at the start; the policy expects 5 % a year.",
        "The value may not fall below 85 % of its highest in 24 months (unit price, month-ends). Equities: the cushion \
         divided by 25 % (4 times it), from 0 % to 60 %: with no fall the rule allows 60 %, the cap just binds.",
        "Long-term pool: Trade: rebalanced every month, at once, at 5 basis points, no fee.",
        "Medium-term pool: Trade: rebalanced every 3 months, at once, at no cost, no fee.",
        "Medium-term pool: No protection level. Equities: always 25 %.",
        "contingent liability 3 498 mnkr 2023–2060; payroll tax of 24.26 % comes on top.",
        "at 1 % real, by the market at 0.5 % real; backed by: Long-term pool.",
        "From 2040 the pools pay 100 % of the pensions, in this order: Short-term pool, Long-term pool, Medium-term",
        "Long-term pool receives 100 mnkr, in the money of the start, after each of the years 2025–2038",
        "is kept at 1 000 mnkr or 1 times the pensions",
        "Accounts of 2023–2028: the budget expects results of 2 382 mnkr in all, 986 mnkr after balance adjustments.",
    ] {
        says(&lines, sentence);
    }
    let lines = told(CLIENT, &[], Language::Sv);
    for sentence in [
        "Inflationen är 7,6 % per år vid starten och återgår till 2 %.",
        "Värdet får inte falla under 85 % av sitt högsta på 24 månader (andelskurs, månadsslut).",
        "från 0 % till 60 %: utan fall tillåter regeln 60 %, taket nås precis.",
        "ansvarsförbindelse 3 498 mnkr 2023–2060; särskild löneskatt på 24,26 % tillkommer.",
        "Räkenskaper 2023–2028: budgeten förväntar sig resultat på sammanlagt 2 382 mnkr, 986 mnkr",
    ] {
        says(&lines, sentence);
    }
}

#[test]
fn another_floor_stress_or_cap_is_told() {
    let told = |set: &[(&str, &str)]| told(CLIENT, set, Language::En);
    says(&told(&[("pools.long.floor.share", "0.9")]), "with no fall the rule allows 40 %, the cap never binds");
    says(&told(&[("pools.long.floor.share", "0.8")]), "with no fall the rule would allow 80 %, the cap binds");
    says(&told(&[("pools.long.rule.max_share", "'55 %'")]), "from 0 % to 55 %: with no fall the rule would allow 60 %");
    let less = told(&[("pools.long.rule.fixed_income_stress", "0.05"), ("pools.long.rule.lag", "1")]);
    says(
        &less,
        "what the cushion has above 5 %, divided by 20 % (5 times it), from 0 % to 60 %: with no fall the rule",
    );
    says(&less, "one step after the decision");
    says(&told(&[("pools.long.rule", "{ kind = 'static', share = 0.3 }")]), "Equities: always 30 %.");
    says(&told(&[("pools.long.floor.window_months", "1")]), "of its highest in 1 month (");
}

#[test]
fn flows_are_told_as_totals_of_their_years_and_their_money() {
    let flow = "[{ amount_mnkr = 100, from = '2040-01', until = '2060-12', every = 'year', indexed = true }]";
    let sentence = "Long-term pool: Receives nothing; pays 2 100 mnkr 2040–2060 in the money of the start.";
    says(&told(CLIENT, &[("pools.long.payments", flow)], Language::En), sentence);
    says(&told(CLIENT, &[], Language::En), "Long-term pool: No contributions or payments of its own.");
}

#[test]
fn a_check_begins_with_the_policy_and_a_run_notes_it_unless_quiet() {
    let of = |args: &[&str]| skans().current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap();
    let check = String::from_utf8(of(&["check", CLIENT]).stdout).unwrap();
    assert!(check.starts_with("# World: ") && check.contains("# Long-term pool: "), "{check}");
    let json = of(&["check", CLIENT, "--format", "json"]).stdout;
    assert!(serde_json::from_slice::<serde_json::Value>(&json).unwrap().is_array());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run").display().to_string();
    let run = |more: &[&str]| {
        of(&[&["run", CLIENT, "--paths", "64", "--no-charts", "--out", &out][..], more].concat()).stderr
    };
    assert!(String::from_utf8(run(&[])).unwrap().contains("Long-term pool: The value may not fall below 85"));
    assert!(run(&["--quiet"]).is_empty());
}
