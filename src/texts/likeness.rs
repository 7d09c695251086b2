//! The words that a wrong one may have been meant for.

use super::{Message, message};

/// The meanings of words, those most like a typed one first, each with the number of slips between the two.
///
/// A slip leaves a letter out, puts one in, changes one, or swaps two neighbours (Damerau 1964).
pub(crate) fn by_likeness<W: AsRef<str>, M: Ord>(
    typed: &str,
    known: impl IntoIterator<Item = (W, M)>,
) -> Vec<(usize, M)> {
    let slips = |word: W| strsim::damerau_levenshtein(word.as_ref(), typed);
    let mut all: Vec<(usize, M)> = known.into_iter().map(|(word, meaning)| (slips(word), meaning)).collect();
    all.sort();
    all
}

/// A hint at the word that is most like a typed one, in such quotes; none if no word is near enough to be meant.
pub(crate) fn did_you_mean<'w>(typed: &str, known: impl IntoIterator<Item = &'w str>, quote: char) -> Option<Message> {
    let (slips, word) = by_likeness(typed, known.into_iter().map(|word| (word, word))).into_iter().next()?;
    (slips <= 1 + word.len() / 3).then(|| message!(did_you_mean, name = format!("{quote}{word}{quote}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_with_the_fewest_slips_was_meant_if_they_are_few() {
        let meant = |typed: &str| did_you_mean(typed, ["share", "growth", "shares"], '`').map(|hint| hint.to_string());
        let hint = |word: &str| message!(did_you_mean, name = format!("`{word}`")).to_string();
        assert_eq!(meant("shrae"), Some(hint("share")));
        assert_eq!(meant("sharess"), Some(hint("shares")));
        assert_eq!(meant("window"), None);
    }
}
