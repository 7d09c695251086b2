//! Figures by the names that people give them: in full, without the pool, or by a shorthand.

mod shorthand;

pub use shorthand::{Figure, SHORTHANDS, Shorthand};

use super::{pools, run};
use crate::plan::Plan;
use crate::stats::figure::{REGION, TOTAL};
use crate::texts::{Message, Worded, message};

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
#[error("{}", self.message())]
pub struct UnknownFigure {
    found: String,
    /// The figure that the shorthand stands for.
    meant: Option<String>,
    near: Vec<String>,
}

impl Worded for UnknownFigure {
    fn message(&self) -> Message {
        let shorthands = SHORTHANDS.map(|shorthand| shorthand.short).join(", ");
        let near = self.near.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let found = &self.found;
        match &self.meant {
            Some(meant) => message!(figure_unknown_meant, found, meant, shorthands, near),
            None => message!(figure_unknown, found, shorthands, near),
        }
    }
}

impl Names {
    /// The names of the figures that a run of a plan makes.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        let months = plan.time.months;
        Self {
            figures: run::blank(plan).figures().into_iter().map(|(name, _)| name).collect(),
            subject: format!("pools.{}", plan.pools[pools::meant(plan)].name),
            last_year: months.is_multiple_of(12).then(|| format!("y{}", months / 12)),
        }
    }

    /// A figure's name in full.
    ///
    /// # Errors
    /// If the run does not make it, with the names that are most like it.
    pub fn full(&self, name: &str) -> Result<String, UnknownFigure> {
        let meant = self.meant(name);
        let candidates = [name.to_owned(), format!("{}.{name}", self.subject)];
        let found = candidates.into_iter().chain(meant.iter().flat_map(|name| [name.clone(), self.at_horizon(name)]));
        found.into_iter().find(|name| self.figures.contains(name)).ok_or_else(|| UnknownFigure {
            found: name.to_owned(),
            near: self.near(meant.as_deref().unwrap_or(name)),
            meant,
        })
    }

    /// The figure in full that a shorthand stands for: of the subject or the region, if it does not say of which pool.
    fn meant(&self, name: &str) -> Option<String> {
        let (branch, short) = parted(name);
        SHORTHANDS.iter().find_map(|shorthand| {
            let branch = match (branch, shorthand.figure) {
                (Some(branch), figure) => figure.is_of(branch).then_some(branch)?,
                (None, Figure::Pool(_)) => &self.subject,
                (None, Figure::Region(_)) => REGION,
            };
            Some(format!("{branch}.{}", shorthand.stands_for(short)?))
        })
    }

    /// The name with the last year's figures called the horizon's.
    fn at_horizon(&self, name: &str) -> String {
        let of_year = |part| if Some(part) == self.last_year.as_deref() { "horizon" } else { part };
        name.split('.').map(of_year).collect::<Vec<_>>().join(".")
    }

    /// The shorthands of a figure in full, without its branch.
    fn shorthands<'n>(&'n self, name: &'n str) -> impl Iterator<Item = String> + 'n {
        let (branch, figure) = parted(name);
        let branch = branch.filter(|branch| *branch == self.subject || *branch == REGION);
        let of_last = self.last_year.as_ref().map(|year| figure.replace("horizon", year));
        let of = SHORTHANDS.iter().filter(move |of| branch.is_some_and(|branch| of.figure.is_of(branch)));
        of.filter_map(move |shorthand| shorthand.called(figure).or_else(|| shorthand.called(of_last.as_deref()?)))
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
        let shorthands = self.figures.iter().flat_map(|name| self.shorthands(name));
        let shorthands = shorthands.map(|name| (distance(&name), name));
        let mut near: Vec<(usize, String)> = self.figures.iter().map(of_figure).chain(shorthands).collect();
        near.sort();
        near.dedup();
        near.into_iter().take(MOST).map(|(_, name)| name).collect()
    }
}

/// A name's branch, if it has one, and the rest.
fn parted(name: &str) -> (Option<&str>, &str) {
    let of_pool = name.strip_prefix("pools.").and_then(|rest| rest.find('.')).map(|at| at + "pools.".len());
    let of_other = [TOTAL, REGION].into_iter().find(|branch| name.starts_with(&format!("{branch}.")));
    of_pool.or(of_other.map(str::len)).map_or((None, name), |at| (Some(&name[..at]), &name[at + 1..]))
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
    fn the_regions_shorthands_are_figures_of_its_runs() {
        let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("configs/region-norrbotten-accounts.toml");
        let loaded = crate::config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]));
        let names = Names::of(&loaded.plan);
        for name in ["p_lasts_2060", "p_balance_missed_2028", "p_below_budget_2028", "funding_2040"] {
            assert_eq!(Some(names.full(name).unwrap()), names.meant(name));
        }
        assert!(names.full("p_last_2060").unwrap_err().near.contains(&"p_lasts_2060".to_owned()));
        assert_eq!(names.full("p_balance_missed_2029").unwrap_err().near.len(), 3, "the accounts end in 2028");
    }

    #[test]
    fn a_figure_has_the_shorthand_that_stands_for_it() {
        let names = names();
        for short in ["p_breach_10y", "p_below_expected_20y", "median_return_30y", "p_lasts_2060", "funding_2040"] {
            let full = names.meant(short).unwrap();
            assert_eq!(names.shorthands(&names.at_horizon(&full)).collect::<Vec<_>>(), [short], "{full}");
        }
        assert_eq!(names.shorthands("pools.short.breach.ex_post.y10").count(), 0, "only with the pool before it");
    }
}
