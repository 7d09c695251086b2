//! The rules across keys: a configuration becomes a [`Plan`], and every problem on the way is found.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::content::Input;
use super::document::{Document, Origin};
use super::problem::Problem;
use super::schema::Config;
use super::warning::Warning;
use crate::plan::{Label, Market, Plan, Pool, Pools, TimeGrid};
use crate::texts::{Argument, Message, did_you_mean, message};

/// Reads a configuration into a plan, and gathers problems and input files as it goes.
pub struct Reader<'a> {
    document: &'a Document,
    pub(super) base: PathBuf,
    pub(super) inputs: Vec<Input>,
    problems: Vec<Problem>,
    warnings: Vec<Warning>,
    notes: Vec<Message>,
    /// The market, where it is known already that the file asks for this one.
    known_market: Option<Arc<Market>>,
}

/// What a reader finds beside the plan.
pub struct Findings {
    /// The input files read.
    pub inputs: Vec<Input>,
    /// What is wrong.
    pub problems: Vec<Problem>,
    /// What is allowed, and plausible only as a slip.
    pub warnings: Vec<Warning>,
    /// What is to be said of the files.
    pub notes: Vec<Message>,
}

impl<'a> Reader<'a> {
    /// For a document whose files are named relative to `base`, with its market if that is known.
    #[must_use]
    pub fn new(document: &'a Document, base: &Path, known_market: Option<Arc<Market>>) -> Self {
        Self {
            document,
            base: base.to_owned(),
            inputs: Vec::new(),
            problems: Vec::new(),
            warnings: Vec::new(),
            notes: Vec::new(),
            known_market,
        }
    }

    /// The input files read, the problems found, and what is to be said of what was read.
    #[must_use]
    pub fn into_findings(self) -> Findings {
        let Self { inputs, problems, warnings, notes, .. } = self;
        Findings { inputs, problems, warnings, notes }
    }

    /// Notes what is allowed at a key, and plausible only as a slip.
    pub(super) fn warn(&mut self, key: &str, text: Message) {
        self.warnings.push(Warning::new(self.document.place(key), key, text));
    }

    /// Whether a key stands in the file, or in an option.
    pub(super) fn is_given(&self, key: &str) -> bool {
        self.document.origin(key) != Origin::Default
    }

    /// Notes what a file of the configuration says, and is plausible only as a slip.
    pub(super) fn warn_all(&mut self, warnings: Vec<Warning>) {
        self.warnings.extend(warnings);
    }

    /// Notes what is to be said of what was read.
    pub(super) fn note(&mut self, note: Message) {
        self.notes.push(note);
    }

    /// Notes a problem at a key.
    pub(super) fn problem(&mut self, key: &str, found: impl Into<Argument>, allowed: impl Into<Argument>) {
        let place = self.document.place(key);
        self.report(Problem::new(place, key, found, allowed));
    }

    /// Notes a problem that knows its place.
    pub(super) fn report(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// The nearest of some names, for a hint.
    pub(super) fn unknown_name<'n>(&mut self, key: &str, name: &str, known: impl Iterator<Item = &'n String>) {
        let names: Vec<&str> = known.map(String::as_str).collect();
        let allowed = message!(one_of, names = names.join(", "));
        let problem = Problem::new(self.document.place(key), key, message!(unknown_name, name), allowed);
        self.report(match did_you_mean(name, names, '`') {
            Some(hint) => problem.hinted(hint),
            None => problem,
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
        let pools: Vec<Pool> = config
            .pools
            .iter()
            .filter_map(|(name, pool)| self.pool(name, pool, config, market.as_deref(), time))
            .collect();
        self.windows_fit(&pools, time);
        let region = config.region.as_ref().and_then(|region| self.region(region, config, market.as_deref()));
        let outputs = self.outputs(&config.outputs, config.horizon_months);
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
            pools: Pools::new(pools)?,
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
            let found = message!(windows_held, held);
            self.problem("pools", found, message!(windows_allowed, most = MOST));
        }
    }

    /// A name that is fit for a file and for a figure.
    pub(super) fn name(&mut self, key: &str, name: &str) {
        let fit = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if name.is_empty() || name.len() > 64 || !name.chars().all(fit) {
            self.problem(key, message!(the_name, name), message!(names_allowed));
        }
    }
}

/// A label as a plan has it; a name without one is its own.
pub(super) fn label(given: Option<&Label>, name: &str) -> Label {
    given.cloned().unwrap_or_else(|| Label::plain(name))
}
