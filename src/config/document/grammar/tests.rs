//! Messages about a wrong file are in words of our own.

use toml::de::DeTable;

use super::faults;

#[test]
fn the_parsers_words_are_never_shown() {
    for text in [
        r#"a = "C:\office""#,
        r#"a = "C:\users""#,
        r#"a = """x\q""""#,
        r#"a = "x" "y""#,
        "a = 'x\u{1}'",
        "a = 1 # \u{1}",
        "a = \"x\ry\"",
        "a = 1 = 2",
        "a = [1,,2]",
        "a = [1 = 2]",
        "a = [1}",
        "a = { b = 1,, c = 2 }",
        "a = { = 1 }",
        "a = {{",
        "[]",
        "[a..b]",
        "a. = 1",
        "]",
        "}",
        "= 1",
        "a = 1\na.b = 2",
        "a = { b = 1 }\n[a.c]",
        "a = 1__0",
        "a = 0X10",
        "a = 12:60",
        &format!("a{} = 1", ".k".repeat(100)),
        &format!("a = {}", "[".repeat(200)),
    ] {
        let (_, errors) = DeTable::parse_recoverable(text);
        let words: Vec<String> = errors.iter().map(|error| error.message().to_owned()).collect();
        let problems = faults("a.toml", text, errors).problems;
        assert!(!problems.is_empty(), "{text}");
        for shown in problems.iter().map(ToString::to_string) {
            let own = words.iter().all(|words| words.lines().all(|line| !shown.contains(line)));
            assert!(own, "{text}: {shown}");
        }
    }
}
