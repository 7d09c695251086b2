use super::*;

#[test]
fn slots_are_filled_in_order() {
    assert_eq!(fill("{}: {} %", &["a", "5"]), "a: 5 %");
    assert_eq!(fill("none", &["a"]), "none");
}

#[test]
fn both_languages_have_the_same_slots() {
    let slots = |text: &str| text.matches("{}").count();
    for (en, sv) in [(EN.table.caption, SV.table.caption), (EN.table.returns, SV.table.returns)] {
        assert_eq!(slots(en), slots(sv), "{en} / {sv}");
        assert_ne!(en, sv);
    }
}
