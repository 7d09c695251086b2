//! Figures by the names that people give them: in full, without the pool, or by a shorthand.

use super::{run, sweep};
use crate::plan::Plan;
use crate::stats::figures::figures;

/// A short name of a pool's figure. An `N` in it stands for a number of years.
#[derive(Debug, Clone, Copy)]
pub struct Shorthand {
    /// As it is typed.
    pub short: &'static str,
    /// The figure's name within its pool.
    pub figure: &'static str,
    /// What it is.
    pub meaning: &'static str,
}

/// All shorthands.
pub const SHORTHANDS: [Shorthand; 4] = [
    Shorthand {
        short: "p_breach_Ny",
        figure: "breach.ex_post.yN",
        meaning: "probability that the value is below the floor of the day itself (ex post, as the policy states it) at some month-end of the first N years",
    },
    Shorthand { short: "p_breach", figure: "breach.ex_post.horizon", meaning: "the same over the horizon" },
    Shorthand {
        short: "p_below_expected_Ny",
        figure: "return.yN.p_below_expected",
        meaning: "probability that the return a year over N years is below the pool's expected one",
    },
    Shorthand {
        short: "median_return_Ny",
        figure: "return.yN.nominal.q50",
        meaning: "median return a year over N years, nominal",
    },
];

impl Shorthand {
    /// The figure's name within its pool, if this is the shorthand of it.
    fn stands_for(&self, name: &str) -> Option<String> {
        let Some((before, after)) = self.short.split_once('N') else {
            return (name == self.short).then(|| self.figure.to_owned());
        };
        let years = name.strip_prefix(before)?.strip_suffix(after)?;
        let whole = years.chars().all(|digit| digit.is_ascii_digit()) && !years.is_empty() && !years.starts_with('0');
        whole.then(|| self.figure.replace('N', years))
    }
}

/// The names of a run's figures.
pub struct Names {
    /// In full.
    figures: Vec<String>,
    /// The branch of the pool that a name without one is of.
    subject: String,
    /// The horizon's name among years, where it is a number of years.
    last_year: Option<String>,
}

/// A figure that a run does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "found the figure `{found}`{}, which this run does not make, allowed: a figure's path in summary.json, or a shorthand ({}); did you mean {}?",
    meant.as_ref().map_or_else(String::new, |meant| format!(" (`{meant}`)")),
    SHORTHANDS.map(|shorthand| shorthand.short).join(", "),
    near.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
)]
pub struct UnknownFigure {
    found: String,
    /// What it is the shorthand of.
    meant: Option<String>,
    near: Vec<String>,
}

impl Names {
    /// The names of the figures that a run of a plan makes.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let months = plan.time.months;
        Self {
            figures: figures(&run::blank(plan)).into_iter().map(|(name, _)| name).collect(),
            subject: format!("pools.{}", sweep::subject(plan)),
            last_year: months.is_multiple_of(12).then(|| format!("y{}", months / 12)),
        }
    }

    /// A figure's name in full.
    ///
    /// # Errors
    /// If the run does not make it, with the names that are most like it.
    pub fn full(&self, name: &str) -> Result<String, UnknownFigure> {
        let (branch, short) = self.parted(name);
        let meant = SHORTHANDS.iter().find_map(|shorthand| shorthand.stands_for(short));
        let meant = meant.map(|figure| format!("{branch}.{figure}"));
        let candidates = [name.to_owned(), format!("{}.{name}", self.subject)];
        let found = candidates.into_iter().chain(meant.iter().flat_map(|name| [name.clone(), self.at_horizon(name)]));
        found.into_iter().find(|name| self.figures.contains(name)).ok_or_else(|| UnknownFigure {
            found: name.to_owned(),
            near: self.near(meant.as_deref().unwrap_or(name)),
            meant,
        })
    }

    /// A name's branch, the subject's if it has none, and the rest.
    fn parted<'n>(&'n self, name: &'n str) -> (&'n str, &'n str) {
        let of_pool = name.strip_prefix("pools.").and_then(|rest| rest.find('.')).map(|at| at + "pools.".len());
        let of_total = name.starts_with("total.").then_some("total".len());
        of_pool.or(of_total).map_or((&self.subject, name), |at| (&name[..at], &name[at + 1..]))
    }

    /// The name with the last year's figures called the horizon's.
    fn at_horizon(&self, name: &str) -> String {
        let of_year = |part| if Some(part) == self.last_year.as_deref() { "horizon" } else { part };
        name.split('.').map(of_year).collect::<Vec<_>>().join(".")
    }

    /// The names most like a wrong one, as it was typed: in full, without the pool, or as a shorthand.
    fn near(&self, wrong: &str) -> Vec<String> {
        const MOST: usize = 3;
        let branch = format!("{}.", self.subject);
        let distance = |name: &str| strsim::damerau_levenshtein(name, wrong);
        let of_figure = |name: &String| {
            let short = name.strip_prefix(&branch).unwrap_or(name);
            (distance(name).min(distance(short)), name.clone())
        };
        let years: String = wrong.chars().filter(char::is_ascii_digit).collect();
        let years = if years.is_empty() { "10" } else { &years };
        let shorthands = SHORTHANDS.iter().map(|shorthand| shorthand.short.replace('N', years));
        let shorthands = shorthands.filter(|name| self.full_of_shorthand(name)).map(|name| (distance(&name), name));
        let mut near: Vec<(usize, String)> = self.figures.iter().map(of_figure).chain(shorthands).collect();
        near.sort();
        near.into_iter().take(MOST).map(|(_, name)| name).collect()
    }

    fn full_of_shorthand(&self, name: &str) -> bool {
        let figure = SHORTHANDS.iter().find_map(|shorthand| shorthand.stands_for(name)).unwrap_or_default();
        let full = format!("{}.{figure}", self.subject);
        self.figures.contains(&full) || self.figures.contains(&self.at_horizon(&full))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        let text = include_str!("../../configs/region-norrbotten.toml");
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/configs/pension-payments.csv");
        let text = text.replace("pension-payments.csv", &file.replace('\\', "/"));
        Names::of(&crate::config::from_text("names", &text).unwrap_or_else(|problems| panic!("{}", problems[0])))
    }

    #[test]
    fn figures_are_known_in_full_without_the_pool_and_by_shorthands() {
        let names = names();
        for (name, full) in [
            ("pools.short.return.y5.nominal.mean", "pools.short.return.y5.nominal.mean"),
            ("loss.y1.es95", "pools.long.loss.y1.es95"),
            ("p_breach_1y", "pools.long.breach.ex_post.y1"),
            ("p_breach_10y", "pools.long.breach.ex_post.y10"),
            ("p_breach_30y", "pools.long.breach.ex_post.y30"),
            ("p_breach", "pools.long.breach.ex_post.horizon"),
            ("pools.medium.p_below_expected_10y", "pools.medium.return.y10.p_below_expected"),
            ("total.median_return_10y", "total.return.y10.nominal.q50"),
            // Over 30 years there is the horizon's return only.
            ("median_return_30y", "pools.long.return.horizon.nominal.q50"),
        ] {
            assert_eq!(names.full(name).unwrap(), full);
        }
    }

    #[test]
    fn unknown_figures_are_told_with_those_most_like_them() {
        let names = names();
        let error = |name: &str| names.full(name).unwrap_err();
        assert!(error("p_breech_10y").near.contains(&"p_breach_10y".to_owned()));
        assert!(error("breach.ex_pst.y10").near.contains(&"pools.long.breach.ex_post.y10".to_owned()));
        let beyond = error("p_breach_31y");
        assert_eq!(beyond.meant.as_deref(), Some("pools.long.breach.ex_post.y31"));
        assert!(beyond.near.iter().all(|name| name.starts_with("pools.long.breach.ex_post.y")), "{beyond}");
        for wrong in
            ["", "p_breach_y", "p_breach_-1y", "p_breach_1.5y", "pools.nobody.p_breach_10y", "total.p_breach_10y"]
        {
            assert_eq!(error(wrong).near.len(), 3, "{wrong}");
        }
    }
}
