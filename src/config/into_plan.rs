//! The rules across keys: a configuration becomes a [`Plan`], and every problem on the way is found.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::content::Input;
use super::document::Document;
use super::problem::{Problem, nearest};
use super::schema::{Config, LabelConfig};
use crate::plan::{Label, Market, Plan, Pool, TimeGrid};

/// Reads a configuration into a plan, and gathers problems and input files as it goes.
pub struct Reader<'a> {
    document: &'a Document,
    pub(super) base: PathBuf,
    pub(super) inputs: Vec<Input>,
    problems: Vec<Problem>,
    /// The market, where it is known already that the file asks for this one.
    known_market: Option<Arc<Market>>,
}

impl<'a> Reader<'a> {
    /// For a document whose files are named relative to `base`, with its market if that is known.
    #[must_use]
    pub fn new(document: &'a Document, base: &Path, known_market: Option<Arc<Market>>) -> Self {
        Self { document, base: base.to_owned(), inputs: Vec::new(), problems: Vec::new(), known_market }
    }

    /// The input files read, and the problems found.
    #[must_use]
    pub fn into_findings(self) -> (Vec<Input>, Vec<Problem>) {
        (self.inputs, self.problems)
    }

    /// Notes a problem at a key.
    pub(super) fn problem(&mut self, key: &str, found: impl Into<String>, allowed: impl Into<String>) {
        let place = self.document.place(key);
        self.report(Problem { place, key: key.to_owned(), found: found.into(), allowed: allowed.into(), hint: None });
    }

    /// Notes a problem that knows its place.
    pub(super) fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// The nearest of some names, for a hint.
    pub(super) fn unknown_name<'n>(&mut self, key: &str, name: &str, known: impl Iterator<Item = &'n String>) {
        let names: Vec<&str> = known.map(String::as_str).collect();
        let hint = nearest(name, names.iter().copied());
        self.report(Problem {
            place: self.document.place(key),
            key: key.to_owned(),
            found: format!("the unknown name \"{name}\""),
            allowed: format!("one of: {}", names.join(", ")),
            hint: hint.map(|known| format!("did you mean `{known}`?")),
        });
    }

    /// The plan, unless something is wrong.
    pub fn plan(&mut self, config: &Config) -> Option<Plan> {
        let time = config.time();
        let name = config.name.clone().unwrap_or_default();
        self.name("name", &name);
        let market = match self.known_market.clone() {
            Some(known) => Some(known),
            None => self.market(config, time).map(Arc::new),
        };
        if config.pools.is_empty() || config.pools.len() > 20 {
            self.problem("pools", format!("{} pools", config.pools.len()), "1 to 20 pools, each a table [pools.NAME]");
        }
        let pools: Vec<Pool> = config
            .pools
            .iter()
            .filter_map(|(name, pool)| self.pool(name, pool, config, market.as_deref(), time))
            .collect();
        self.windows_fit(&pools, time);
        let region = config.region.as_ref().and_then(|region| self.region(region, config, market.as_deref()));
        let outputs = self.outputs(&config.outputs);
        let limits = self.limits(&config.limits);
        let scenarios = market.as_ref().map_or_else(Vec::new, |market| self.own_scenarios(&config.scenarios, market));
        Some(Plan {
            title: label(config.title.as_ref(), &name),
            name,
            start: config.start,
            time,
            paths: config.paths,
            seed: config.seed,
            market: market?,
            pools,
            region,
            outputs,
            limits,
            scenarios,
        })
    }

    /// The windows of all pools' highs fit into memory, which each thread needs for a block of paths.
    fn windows_fit(&mut self, pools: &[Pool], time: TimeGrid) {
        // 2 KiB each: an eighth of a GiB.
        const MOST: usize = 1 << 16;
        let held: usize = pools.iter().filter_map(|pool| pool.high.observations(time)).sum();
        if held > MOST {
            let found = format!("windows of {held} observations in all pools together");
            self.problem(
                "pools",
                found,
                format!("at most {MOST}: shorter windows, \"none\", or observe = \"month-end\""),
            );
        }
    }

    /// A name that is fit for a file and for a figure.
    pub(super) fn name(&mut self, key: &str, name: &str) {
        let fit = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || name.len() > 64 || !name.chars().all(fit) {
            self.problem(key, format!("the name \"{name}\""), "1 to 64 letters a to z, digits, - and _");
        }
    }
}

/// A label as a plan has it; a name without one is its own.
pub(super) fn label(config: Option<&LabelConfig>, name: &str) -> Label {
    config.map_or_else(|| both(name, name), |config| both(&config.en, &config.sv))
}

/// A label of two texts.
pub(super) fn both(en: &str, sv: &str) -> Label {
    Label { en: en.to_owned(), sv: sv.to_owned() }
}
