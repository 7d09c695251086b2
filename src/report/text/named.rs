//! Every text of a language with its name, for tests.

/// The fields of a value of a struct whose fields are all texts. Names every field, so that none is forgotten.
macro_rules! named {
    ($texts:expr => $kind:ident: $($name:ident),+ $(,)?) => {{
        let $kind { $($name),+ } = $texts;
        vec![$((stringify!($name), *$name)),+]
    }};
}

/// That two languages have the same slots in every text, and that none but these is written alike in both.
pub fn assert_paired(en: &[(&str, &str)], sv: &[(&str, &str)], alike: &[&str]) {
    for ((name, en), (_, sv)) in en.iter().zip(sv) {
        assert_eq!(en.matches("{}").count(), sv.matches("{}").count(), "{name}: {en} / {sv}");
        assert_eq!(en == sv, alike.contains(en), "{name}: {en} / {sv}");
    }
}
