//! Monte Carlo risk of a pension portfolio under a dynamic allocation strategy.
//!
//! The value of the long-term pool must not fall below 85 % of its highest value of the last 24 months. The distance to
//! that floor decides how large a share of equities the pool may hold. The program tells how the pools fare, how safe
//! the floor is, and what the rule costs.
//!
//! # From a configuration to a figure
//!
//! [`load`] reads a configuration file and checks all of it. Its answer is a [`Plan`], or all [`Problems`] at once.
//! [`run`] simulates the plan. Its [`Summary`] holds every figure as an [`Estimate`] with its simulation error. A
//! [`Figure`] is named by a typed value, so a name that does not exist does not compile.
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use skans::{PoolFigure, Term};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let plan = skans::from_text("reference-job", include_str!("../configs/reference-job.toml"))?.with_paths(1000);
//! let result = skans::run(&plan, &mut |_| ControlFlow::Continue(()))?;
//! let breach = result.summary.pools["long"][PoolFigure::BreachExPost(Term::Years(10))];
//! println!("probability of a breach in 10 years: {:.3} ± {:.3}", breach.value, breach.standard_error);
//! # Ok(())
//! # }
//! ```
//!
//! The same plan, seed, paths and version give the same bits on any machine, with any number of threads.
//!
//! # Where to look
//!
//! | for | see |
//! |---|---|
//! | what a configuration says | [`Plan`] and [`plan`] |
//! | amounts, shares, rates and months | [`units`] |
//! | reading files, and what is wrong in them | [`load`], [`from_text`], [`Problems`], [`config`] |
//! | the list of figures, their units and groups | [`PoolFigure`], [`RegionFigure`], [`stats::figure`] |
//! | estimates and their errors | [`Estimate`], [`Summary`], [`stats::summary`] |
//! | the other questions: comparisons, sweeps, stress tests, today's position | [`study`] |
//!
//! # How it is built
//!
//! Data flows one way through types; each module uses only those above it:
//!
//! ```text
//! Config → Plan → market (MarketStep) → pool (Observed, Traded) → ledger → stats (Summary) → report (files)
//!                     └──────────── engine: blocks, threads, merging ────────────┘
//! study = one question the office asks; cli = the command line; texts = what people read, in each language
//! ```
//!
//! Modules that are hidden here are the program's own: tests and benchmarks use them, and they may change at any time.

pub mod units;

#[doc(hidden)]
pub mod texts;

#[doc(hidden)]
pub mod lanes;

#[doc(hidden)]
pub mod kernel;

#[doc(hidden)]
pub mod numerics;

pub mod plan;

pub mod config;

#[doc(hidden)]
pub mod random;

#[doc(hidden)]
pub mod market;

#[doc(hidden)]
pub mod pool;

#[doc(hidden)]
pub mod ledger;

pub mod stats;

#[doc(hidden)]
pub mod engine;

pub mod study;

#[doc(hidden)]
pub mod report;

#[doc(hidden)]
pub mod cli;

pub use config::{Loaded, Override, Problem, Problems, from_text, load};
pub use engine::{Interrupted, Progress, Status};
pub use ledger::lines::{Line, RegionEvent};
pub use plan::Plan;
pub use stats::Estimate;
pub use stats::figure::{Branch, Figure, FigureName, PoolFigure, Quantile, RegionFigure, Statistic, Term};
pub use stats::summary::{PoolSummary, RegionSummary, RunResult, Summary};
pub use study::run::run;
