//! The branches of a summary.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::NotAFigure;
use crate::plan::{Plan, Pool};
use crate::texts::{Language, message};

const POOLS: &str = "pools.";
const TOTAL: &str = "total";
const REGION: &str = "region";

/// A branch of a summary, which holds the figures of one subject.
///
/// Its text is its path in `summary.json`: `pools.long`, `total`, `region`.
///
/// # Examples
/// ```
/// use skans::Branch;
///
/// assert_eq!(Branch::pool("long").to_string(), "pools.long");
/// assert_eq!("total".parse(), Ok(Branch::Total));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// A pool, by its name.
    Pool(String),
    /// All pools together.
    Total,
    /// The region.
    Region,
}

impl Branch {
    /// The branch of the pool with this name.
    #[must_use]
    pub fn pool(name: &str) -> Self {
        Self::Pool(name.to_owned())
    }

    /// The branches of a plan's summary: its pools, the total where there are several, the region where there is one.
    #[must_use]
    pub fn all(plan: &Plan) -> Vec<Self> {
        let pools = plan.pools.iter().map(|pool| Self::pool(&pool.name));
        let total = plan.has_total().then_some(Self::Total);
        pools.chain(total).chain(plan.region.as_ref().map(|_| Self::Region)).collect()
    }

    /// A figure's name parted into its branch, if it begins with one, and the rest.
    #[must_use]
    pub fn part(name: &str) -> (Option<Self>, &str) {
        let begin = |(at, _)| Some((Some(name[..at].parse().ok()?), &name[at + 1..]));
        name.match_indices('.').find_map(begin).unwrap_or((None, name))
    }

    /// The subject's own name, as in columns and names of files: `long`, `total`, `region`.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Pool(name) => name,
            Self::Total => TOTAL,
            Self::Region => REGION,
        }
    }

    /// The subject's name in reports on a plan.
    #[must_use]
    pub(crate) fn label(&self, plan: &Plan, language: Language) -> String {
        match self {
            Self::Pool(name) => self.pool_of(plan).map_or(name.as_str(), |pool| language.of(&pool.label)).to_owned(),
            Self::Total => language.text(message!(total)),
            Self::Region => language.text(message!(region)),
        }
    }

    /// Its pool in a plan; none of the total or the region.
    #[must_use]
    pub fn pool_of<'p>(&self, plan: &'p Plan) -> Option<&'p Pool> {
        let Self::Pool(name) = self else { return None };
        plan.pool(name)
    }
}

impl fmt::Display for Branch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let before = if matches!(self, Self::Pool(_)) { POOLS } else { "" };
        write!(f, "{before}{}", self.name())
    }
}

impl FromStr for Branch {
    type Err = NotAFigure;

    fn from_str(text: &str) -> Result<Self, NotAFigure> {
        match text {
            TOTAL => Ok(Self::Total),
            REGION => Ok(Self::Region),
            _ => {
                let pool = text.strip_prefix(POOLS).filter(|name| !name.contains('.'));
                pool.map(Self::pool).ok_or_else(|| NotAFigure(text.to_owned()))
            }
        }
    }
}

impl Serialize for Branch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_branch_is_read_back_from_its_text() {
        for branch in [Branch::pool("long"), Branch::pool("total"), Branch::Total, Branch::Region] {
            assert_eq!(branch.to_string().parse(), Ok(branch));
        }
        for wrong in ["", "pools", "long", "pools.long.breach", "Total"] {
            assert!(wrong.parse::<Branch>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_name_is_parted_after_its_branch() {
        assert_eq!(Branch::part("pools.long.breach.episodes"), (Some(Branch::pool("long")), "breach.episodes"));
        assert_eq!(Branch::part("region.lasts.2050"), (Some(Branch::Region), "lasts.2050"));
        for without in ["", "breach.episodes", "pools.long", "total"] {
            assert_eq!(Branch::part(without), (None, without));
        }
    }
}
