//! Figures by the names that people give them: in full, without the pool, or by a shorthand.

mod shorthand;

pub use shorthand::{SHORTHANDS, Shorthand};

use indexmap::{IndexMap, IndexSet};

use super::{pools, run};
use crate::plan::Plan;
use crate::stats::figure::{Branch, FigureName, Term};
use crate::texts::{Message, Worded, by_likeness, message};

/// The names of a run's figures.
pub struct FigureNames {
    /// The names by their texts.
    figures: IndexMap<String, FigureName>,
    /// The most equities that a pool may hold.
    most_share: f64,
    /// The pools.
    pools: Vec<String>,
    /// Whether there is a region.
    has_region: bool,
    /// The branch that a name without one is of.
    subject: Branch,
    /// The horizon as a number of years, where it is one.
    last_year: Option<Term>,
}

/// A figure that a run does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct UnknownFigure {
    found: String,
    lack: Lack,
}

/// Why a run does not have a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Lack {
    /// There is no pool of that name.
    Pool {
        /// The pools that there are.
        pools: Vec<String>,
    },
    /// It is a figure of the region, and there is none.
    Region,
    /// There is no such figure.
    Figure {
        /// The figure that the shorthand stands for.
        meant: Option<String>,
        /// Those most like it.
        near: Vec<String>,
    },
}

impl Worded for UnknownFigure {
    fn message(&self) -> Message {
        let shorthands = SHORTHANDS.map(|shorthand| shorthand.short).join(", ");
        let quoted = |names: &[String]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let found = &self.found;
        match &self.lack {
            Lack::Pool { pools } => message!(figure_no_pool, found, pools = quoted(pools)),
            Lack::Region => message!(figure_no_region, found),
            Lack::Figure { meant: Some(meant), near } => {
                message!(figure_unknown_meant, found, meant, shorthands, near = quoted(near))
            }
            Lack::Figure { meant: None, near } => message!(figure_unknown, found, shorthands, near = quoted(near)),
        }
    }
}

impl FigureNames {
    /// The names of the figures that a run of a plan makes.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let months = plan.time.months();
        let figures = run::blank(plan).figures().into_iter();
        Self {
            figures: figures.map(|(name, _)| (name.to_string(), name)).collect(),
            most_share: plan.pools.iter().map(|pool| pool.rule.bounds()[1].get()).fold(0.0, f64::max),
            pools: plan.pools.iter().map(|pool| pool.name.clone()).collect(),
            has_region: plan.region.is_some(),
            subject: Branch::pool(&plan.pools[pools::meant(plan)].name),
            last_year: months.is_multiple_of(12).then_some(Term::Years(months / 12)),
        }
    }

    /// The figure that a name is meant for.
    ///
    /// # Errors
    /// If the run does not make it, with the names that are most like it.
    pub fn full(&self, name: &str) -> Result<FigureName, UnknownFigure> {
        let meant = self.meant(name);
        let candidates = [name.to_owned(), format!("{}.{name}", self.subject)];
        let found = candidates.into_iter().chain(meant.iter().flat_map(|name| [name.clone(), self.at_horizon(name)]));
        let found = found.into_iter().find_map(|name| self.figures.get(&name).cloned());
        found.ok_or_else(|| UnknownFigure { found: name.to_owned(), lack: self.lack(name, meant) })
    }

    /// Why there is no figure of a name, which means another one if it is a shorthand.
    fn lack(&self, name: &str, meant: Option<String>) -> Lack {
        if let (Some(Branch::Pool(pool)), _) = Branch::part(name)
            && !self.pools.contains(&pool)
        {
            return Lack::Pool { pools: self.pools.clone() };
        }
        let full = meant.as_deref().unwrap_or(name);
        if !self.has_region && Branch::part(full).0 == Some(Branch::Region) {
            return Lack::Region;
        }
        Lack::Figure { near: self.near(full), meant }
    }

    /// The least and the greatest value that a figure can have.
    #[must_use]
    pub fn range(&self, name: &FigureName) -> [f64; 2] {
        name.figure.range(self.most_share)
    }

    /// The figure in full that a shorthand stands for: of the subject or the region, if it does not say of which pool.
    fn meant(&self, name: &str) -> Option<String> {
        let (branch, short) = Branch::part(name);
        SHORTHANDS.iter().find_map(|shorthand| {
            let branch = match &branch {
                Some(branch) => shorthand.is_of(branch).then_some(branch)?,
                None if shorthand.is_of_region() => &Branch::Region,
                None => &self.subject,
            };
            Some(format!("{branch}.{}", shorthand.stands_for(short)?))
        })
    }

    /// The name with the last year's figures called the horizon's.
    fn at_horizon(&self, name: &str) -> String {
        let Some(last_year) = self.last_year else { return name.to_owned() };
        let (_, path) = Branch::part(name);
        let branch = &name[..name.len() - path.len()];
        format!("{branch}{}", with_term(path, last_year, Term::Horizon))
    }

    /// The shorthands of a figure, without its branch.
    fn shorthands(&self, FigureName { branch, figure }: &FigureName) -> Vec<String> {
        if *branch != self.subject && *branch != Branch::Region {
            return Vec::new();
        }
        let figure = figure.to_string();
        let of_last = self.last_year.map(|year| with_term(&figure, Term::Horizon, year));
        let called = |of: &Shorthand| of.called(&figure).or_else(|| of.called(of_last.as_deref()?));
        SHORTHANDS.iter().filter(|of| of.is_of(branch)).filter_map(called).collect()
    }

    /// The names most like a wrong one, as it was typed: in full, without the pool, or as a shorthand.
    fn near(&self, wrong: &str) -> Vec<String> {
        const MOST: usize = 3;
        let branch = format!("{}.", self.subject);
        let spelt = |(text, name): (&String, &FigureName)| {
            let in_full = (text.clone(), text.clone());
            let without_pool = text.strip_prefix(&branch).map(|short| (short.to_owned(), text.clone()));
            let shorthands = self.shorthands(name).into_iter().map(|short| (short.clone(), short));
            std::iter::once(in_full).chain(without_pool).chain(shorthands).collect::<Vec<_>>()
        };
        let near = by_likeness(wrong, self.figures.iter().flat_map(spelt));
        let near: IndexSet<String> = near.into_iter().map(|(_, name)| name).collect();
        near.into_iter().take(MOST).collect()
    }
}

/// The path of a figure with another term in place of one.
fn with_term(path: &str, one: Term, other: Term) -> String {
    let changed = |part: &str| if part.parse() == Ok(one) { other.to_string() } else { part.to_owned() };
    path.split('.').map(changed).collect::<Vec<_>>().join(".")
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::study) fn names() -> FigureNames {
        let text = include_str!("../../configs/region-norrbotten.toml");
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/configs/pension-payments.csv");
        let text = text.replace("pension-payments.csv", &file.replace('\\', "/"));
        FigureNames::of(&crate::config::from_text("names", &text).unwrap_or_else(|problems| panic!("{}", problems[0])))
    }

    /// What a wrong name stands for, and the names most like it.
    fn near(names: &FigureNames, wrong: &str) -> (Option<String>, Vec<String>) {
        match names.full(wrong).unwrap_err().lack {
            Lack::Figure { meant, near } => (meant, near),
            other => panic!("{wrong}: {other:?}"),
        }
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
            assert_eq!(names.full(name).unwrap().to_string(), full);
        }
    }

    #[test]
    fn unknown_figures_are_told_with_those_most_like_them() {
        let names = names();
        let near = |name: &str| near(&names, name).1;
        assert!(near("p_breech_10y").contains(&"p_breach_10y".to_owned()));
        assert!(near("breach.ex_pst.y10").contains(&"pools.long.breach.ex_post.y10".to_owned()));
        let (meant, beyond) = self::near(&names, "p_breach_31y");
        assert_eq!(meant.as_deref(), Some("pools.long.breach.ex_post.y31"));
        assert!(beyond.iter().all(|name| name.starts_with("pools.long.breach.ex_post.y")), "{beyond:?}");
        for wrong in ["", "p_breach_y", "p_breach_-1y", "p_breach_1.5y", "total.p_breach_10y"] {
            assert_eq!(near(wrong).len(), 3, "{wrong}");
        }
    }

    #[test]
    fn a_figure_of_no_pool_or_no_region_is_told_so() {
        let names = names();
        let Lack::Pool { pools } = names.full("pools.lång.p_breach_10y").unwrap_err().lack else { panic!() };
        assert_eq!(pools, ["short", "medium", "long"]);
        let text = include_str!("../../configs/reference-job.toml");
        let without = FigureNames::of(&crate::config::from_text("reference-job", text).unwrap());
        for of_region in ["p_lasts_2050", "region.lasts.2050", "region.funding_2040"] {
            assert_eq!(without.full(of_region).unwrap_err().lack, Lack::Region, "{of_region}");
        }
    }

    #[test]
    fn a_shorthand_is_of_a_pool_or_of_the_region() {
        let names = names();
        let meant = |name: &str| names.meant(name).unwrap_or_default();
        for (name, full) in [
            ("p_lasts_2060", "region.lasts.2060"),
            ("p_balance_missed_2028", "region.events.2028.balance_requirement_missed.since_start"),
            ("p_below_budget_2028", "region.events.2028.result_below_budget.in_year"),
            ("funding_2040", "region.years.2040.funding_ratio_full.q50"),
            ("region.funding_2040", "region.years.2040.funding_ratio_full.q50"),
            ("p_breach_10y", "pools.long.breach.ex_post.y10"),
            ("total.p_breach", "total.breach.ex_post.horizon"),
            ("pools.long.funding_2040", ""),
            ("total.p_lasts_2060", ""),
            ("region.p_breach_10y", ""),
            ("p_lasts_", ""),
            ("p_lasts_horizon", ""),
        ] {
            assert_eq!(meant(name), full, "{name}");
        }
    }

    #[test]
    fn shorthands_are_figures_of_runs() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten-accounts.toml");
        let loaded = crate::config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]));
        let names = FigureNames::of(&loaded.plan);
        for shorthand in SHORTHANDS {
            let [short, figure] = [shorthand.short, shorthand.figure];
            let with = |number: &str| [short, figure].map(|name| name.replace('N', number));
            let known =
                |[short, figure]: &[String; 2]| names.full(short).is_ok_and(|full| full.to_string().ends_with(figure));
            assert!(["5", "2028", "2060"].map(with).iter().any(known), "{short}");
        }
        for name in ["p_lasts_2060", "p_balance_missed_2028", "p_below_budget_2028", "funding_2040"] {
            let full = names.full(name).unwrap();
            assert_eq!(Some(full.to_string()), names.meant(name));
            assert_eq!(names.shorthands(&full), [name], "{full}");
        }
        assert!(near(&names, "p_last_2060").1.contains(&"p_lasts_2060".to_owned()));
        assert_eq!(near(&names, "p_balance_missed_2029").1.len(), 3, "the accounts end in 2028");
    }

    #[test]
    fn a_figure_has_the_shorthand_that_stands_for_it() {
        let names = names();
        for short in ["p_breach_10y", "p_below_expected_10y", "median_return_30y"] {
            let full = names.full(short).unwrap();
            assert_eq!(names.shorthands(&full), [short], "{full}");
        }
        let of_another = names.full("pools.medium.p_below_expected_10y").unwrap();
        assert!(names.shorthands(&of_another).is_empty(), "only with the pool before it");
    }
}
