//! Lines of TOML with comments.

use std::collections::BTreeSet;

use crate::units::percent_of;

/// The column at which comments behind entries begin.
const COLUMN: usize = 62;

/// Lines gathered.
#[derive(Debug, Default)]
pub(super) struct FragmentLines(String);

impl FragmentLines {
    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.0.push('\n');
    }

    /// A comment of its own.
    pub(super) fn comment(&mut self, words: &str) {
        self.0.push_str("# ");
        self.0.push_str(words);
        self.gap();
    }

    /// A table's head or an entry, with a comment behind it; as a comment itself unless it lives.
    pub(super) fn entry(&mut self, lives: bool, entry: &str, comment: &str) {
        let entry = if lives { entry.to_owned() } else { format!("# {entry}") };
        let line = if comment.is_empty() { entry } else { format!("{entry:<COLUMN$}  # {comment}") };
        self.0.push_str(&line);
        self.gap();
    }

    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// A number with so many decimals; one that is not known is a dash.
pub(super) fn number(number: f64, places: usize) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    // Adding zero turns a negative zero into zero.
    let text = format!("{:.places$}", number + 0.0);
    if text.trim_start_matches('-').chars().all(|c| c == '0' || c == '.') {
        text.trim_start_matches('-').to_owned()
    } else {
        text
    }
}

/// A fraction with so many decimals as a percentage; one that is not known is a dash.
pub(super) fn percent(fraction: f64, places: usize) -> String {
    let rounded = number(fraction, places);
    rounded.parse().map_or(rounded, percent_of)
}

/// Decimals for a number with this standard error: two digits of the error, three decimals at least and six at most.
pub(super) fn places(error: f64) -> usize {
    let mut unit = 0.01;
    let mut places = 3;
    while places < 6 && error.abs() < unit {
        unit /= 10.0;
        places += 1;
    }
    places
}

/// Names of columns as names of assets: letters, digits, `-` and `_`, all different.
pub(super) fn keys<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '_' || c == '-' { c } else { '_' };
    let key = |name: &str| {
        let plain: String = name.chars().take(40).map(fit).collect();
        let mut key = plain.clone();
        let mut count = 1;
        while !taken.insert(key.clone()) {
            count += 1;
            key = format!("{plain}_{count}");
        }
        key
    };
    names.map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_digits_that_its_error_allows() {
        let digits = [0.2, 0.02, 0.005, 0.0004, 1e-9, f64::NAN].map(places);
        assert_eq!(digits, [3, 3, 4, 5, 6, 3]);
        assert_eq!((number(-0.000_01, 3), number(-0.25, 3)), ("0.000".to_owned(), "-0.250".to_owned()));
    }

    #[test]
    fn names_become_keys_that_differ() {
        assert_eq!(keys(["a b", "a.b", "räntor", "a_b"].into_iter()), ["a_b", "a_b_2", "r_ntor", "a_b_3"]);
    }
}
