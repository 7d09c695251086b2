use super::sample::{plan, summary};
use super::*;
use comfy_table::presets;

fn printed(language: Language) -> Vec<String> {
    let plan = plan();
    sections(&summary(&plan), &plan, language, presets::NOTHING)
}

#[test]
fn look() {
    for language in [Language::En, Language::Sv] {
        println!("{}", crate::report::table::terminal(&summary(&plan()), &plan(), language));
    }
    println!("{}", crate::report::table::markdown(&summary(&plan()), &plan(), Language::Sv));
}
