//! Monte Carlo risk of a pension portfolio under a dynamic allocation strategy: the value of the long-term pool must not fall
//! below 85 % of its highest value of the last 24 months, and the distance to that floor decides how large a share of equities
//! may be held.
//!
//! Data flows one way through types; each module below uses only those above it:
//!
//! ```text
//! Config → Plan → market (MarketStep) → pool (Observed, Traded) → ledger → stats (Summary) → report (files)
//!                     └──────────── engine: blocks, threads, merging ────────────┘
//! study = one question the office asks; cli = the command line; texts = what people read, in each language
//! ```
//!
//! A run from a configuration to a figure:
//!
//! ```
//! use std::ops::ControlFlow;
//!
//! use skans::stats::figure::{PoolFigure, Term};
//!
//! let plan = skans::config::from_text("reference-job", include_str!("../configs/reference-job.toml"))
//!     .map_err(|problems| problems[0].to_string())?
//!     .with_paths(1000);
//! let result = skans::study::run::run(&plan, &mut |_| ControlFlow::Continue(())).map_err(|stopped| stopped.to_string())?;
//! let breach = result.summary.pools["long"][PoolFigure::BreachExPost(Term::Years(10))];
//! println!("probability of a breach in 10 years: {:.3} ± {:.3}", breach.value, breach.standard_error);
//! # Ok::<(), String>(())
//! ```

pub mod units;

pub mod texts;

pub mod lanes;

pub mod kernel;

pub mod numerics;

pub mod plan;

pub mod config;

pub mod random;

pub mod market;

pub mod pool;

pub mod ledger;

pub mod stats;

pub mod engine;

pub mod study;

pub mod report;

pub mod cli;
