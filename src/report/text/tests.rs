use super::*;

#[test]
fn slots_are_filled_in_order() {
    assert_eq!(fill("{}: {} %", &["a", "5"]), "a: 5 %");
    assert_eq!(fill("none", &["a"]), "none");
}

#[test]
fn both_languages_have_the_same_slots() {
    let slots = |text: &str| text.matches("{}").count();
    for (en, sv) in [(EN.source, SV.source), (EN.table.caption, SV.table.caption), (EN.table.returns, SV.table.returns)]
    {
        assert_eq!(slots(en), slots(sv), "{en} / {sv}");
        assert_ne!(en, sv);
    }
}

#[test]
fn every_chart_text_is_in_both_languages_with_the_same_slots() {
    // Written alike in both.
    let alike = ["median_end", "median"];
    for ((name, en), (_, sv)) in EN.chart.named().into_iter().zip(SV.chart.named()) {
        assert!(!en.is_empty() && !sv.is_empty(), "{name}");
        assert_eq!(en.matches("{}").count(), sv.matches("{}").count(), "{name}");
        assert_eq!(en == sv, alike.contains(&name), "{name}: {en}");
    }
}

#[test]
fn no_english_word_stands_in_a_swedish_text() {
    let words = |text: &str| {
        let letters = |c: char| !c.is_alphabetic();
        text.split(letters).filter(|word| word.len() > 1).map(str::to_lowercase).collect::<Vec<_>>()
    };
    // Written alike in both.
    let shared = ["median", "start", "mnkr", "in"];
    let english: Vec<String> = EN.chart.all().into_iter().flat_map(words).collect();
    for text in SV.chart.all() {
        for word in words(text) {
            assert!(!english.contains(&word) || shared.contains(&word.as_str()), "{word:?} in {text:?}");
        }
    }
}
