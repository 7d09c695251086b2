//! A run as its charts see it: its pools and the total, its language, and the line under each chart.

use super::frame;
use super::scene::Scene;
use crate::plan::{Plan, Pool};
use crate::stats::figure::Branch;
use crate::stats::summary::{PoolDetail, PoolSummary, RunResult};
use crate::texts::{Language, Message};

/// The subject of charts: a pool, or the total.
#[derive(Clone)]
pub(super) struct ChartSubject<'a> {
    pub(super) name: &'a str,
    pub(super) label: String,
    /// `None` for the total.
    pub(super) pool: Option<&'a Pool>,
    pub(super) detail: &'a PoolDetail,
    pub(super) summary: Option<&'a PoolSummary>,
}

/// The run that all charts share, with their language and the line under them.
pub(super) struct Run<'a> {
    pub(super) plan: &'a Plan,
    pub(super) result: &'a RunResult,
    pub(super) language: Language,
    pub(super) subjects: Vec<ChartSubject<'a>>,
    /// The line under every chart.
    source: &'a str,
}

impl<'a> Run<'a> {
    pub(super) fn new(plan: &'a Plan, result: &'a RunResult, language: Language, source: &'a str) -> Self {
        let summary = &result.summary;
        let subject = |(branch, detail): (&'a Branch, &'a PoolDetail)| ChartSubject {
            name: branch.name(),
            label: branch.label(plan, language),
            pool: branch.pool_of(plan),
            detail,
            summary: summary.pool(branch),
        };
        Self { plan, result, language, subjects: result.details.iter().map(subject).collect(), source }
    }

    pub(super) fn text(&self, message: Message) -> String {
        self.language.text(message)
    }

    pub(super) fn sheet(&self, title: &str, note: &str) -> Scene {
        frame::sheet(title, note, self.source)
    }
}
