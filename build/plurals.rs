//! Nouns that follow a number: a file that has a noun's singular somewhere has it everywhere.

use std::collections::BTreeSet;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Resource, Variant, VariantKey,
};

/// The nouns in the plural: each follows an argument in a choice of the plural, and does not stand in its singular.
pub fn nouns<'a>(resource: &Resource<&'a str>) -> BTreeSet<&'a str> {
    let mut nouns = BTreeSet::new();
    for entry in &resource.body {
        let Entry::Message(Message { value: Some(text), .. }) = entry else { continue };
        for variants in choices(text) {
            let [one, other] = ["one", "other"].map(|key| variants.iter().find(|variant| is(variant, key)));
            let (Some(one), Some(other)) = (one, other) else { continue };
            let singular: BTreeSet<&str> = words(&one.value).collect();
            nouns.extend(after_arguments(&other.value).filter(|noun| !singular.contains(noun)));
        }
    }
    nouns
}

/// A noun in the plural that follows an argument of a message outside every choice.
pub fn fixed<'a>(message: &Message<&'a str>, nouns: &BTreeSet<&str>) -> Option<&'a str> {
    after_arguments(message.value.as_ref()?).find(|noun| nouns.contains(noun))
}

fn choices<'p, 'a>(pattern: &'p Pattern<&'a str>) -> impl Iterator<Item = &'p [Variant<&'a str>]> {
    pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => Some(variants.as_slice()),
        _ => None,
    })
}

fn is(variant: &Variant<&str>, key: &str) -> bool {
    matches!(variant.key, VariantKey::Identifier { name } if name == key)
}

fn words<'a>(pattern: &Pattern<&'a str>) -> impl Iterator<Item = &'a str> {
    let texts = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::TextElement { value } => Some(*value),
        PatternElement::Placeable { .. } => None,
    });
    texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic())).filter(|word| !word.is_empty())
}

/// The words that follow an argument, with a space between.
fn after_arguments<'a>(pattern: &Pattern<&'a str>) -> impl Iterator<Item = &'a str> {
    let following = pattern.elements.windows(2).filter_map(|pair| match pair {
        [
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { .. }) },
            PatternElement::TextElement { value },
        ] => value.strip_prefix([' ', '\n'])?.trim_start().split(|c: char| !c.is_alphabetic()).next(),
        _ => None,
    });
    following.filter(|word| !word.is_empty())
}
