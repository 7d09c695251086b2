//! The words that name columns, in Swedish and English.

/// Each column of a fixed name, with the words that name it too. They are written in any case, with å, ä and ö or
/// without, and with spaces, hyphens or underlines between them.
const WORDS: [(&str, &[&str]); 14] = [
    ("date", &["datum", "month", "manad", "day", "dag", "year", "ar", "period"]),
    ("price", &["pris", "kurs", "andelskurs", "unit_price"]),
    ("value_mnkr", &["varde_mnkr", "marknadsvarde_mnkr", "market_value_mnkr"]),
    ("flow_mnkr", &["flode_mnkr", "nettoflode_mnkr", "net_flow_mnkr"]),
    ("equities_mnkr", &["aktier_mnkr"]),
    ("share", &["andel", "aktieandel", "equity_share"]),
    ("equity_return", &["aktieavkastning"]),
    ("equity_price", &["aktiekurs", "aktieindex", "equity_index"]),
    ("amount_mnkr", &["belopp_mnkr"]),
    ("amount_sek", &["belopp_sek", "belopp_kr", "amount_kr"]),
    ("path", &["bana", "scenario"]),
    ("step", &["steg"]),
    ("weight", &["vikt"]),
    ("inflation", &["kpi", "cpi"]),
];

/// A heading in small letters without accents, its words apart by one underline: `Värde (mnkr)` is `varde_mnkr`.
pub(super) fn folded(heading: &str) -> String {
    let plain = heading.chars().flat_map(char::to_lowercase).map(|c| match c {
        'å' | 'ä' => 'a',
        'ö' => 'o',
        'é' => 'e',
        c if c.is_alphanumeric() => c,
        _ => '_',
    });
    let plain: String = plain.collect();
    plain.split('_').filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_")
}

/// Whether a heading names a column: by its own name, or by one of its words.
pub(super) fn names(heading: &str, column: &str) -> bool {
    if heading == column {
        return true;
    }
    let folded = folded(heading);
    let words = WORDS.iter().find(|(name, _)| *name == column).map_or(&[][..], |(_, words)| words);
    folded == column || words.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_names_its_column_in_both_languages_and_in_any_case() {
        for (heading, column) in [
            ("date", "date"),
            ("Datum", "date"),
            ("MÅNAD", "date"),
            ("Värde (mnkr)", "value_mnkr"),
            ("flöde-mnkr", "flow_mnkr"),
            ("Belopp mnkr", "amount_mnkr"),
            ("KURS", "price"),
        ] {
            assert!(names(heading, column), "{heading}");
        }
        for (heading, column) in
            [("dates", "date"), ("värde", "value_mnkr"), ("Belopp", "amount_sek"), ("nav", "price")]
        {
            assert!(!names(heading, column), "{heading}");
        }
    }
}
