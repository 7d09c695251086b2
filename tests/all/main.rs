//! What skans promises, tried from outside: one binary for all.
#![allow(clippy::disallowed_methods, reason = "an independent calculation may use the platform's library")]

mod architecture;
mod bad_input;
mod bootstrap;
mod calibration;
mod case;
mod closed_forms;
mod command_line;
mod compare;
mod consequences;
mod crises;
mod determinism;
mod documentation;
mod exact_moments;
mod figures;
mod filtered;
mod forged_parts;
mod given;
mod golden_path;
mod history;
mod oracle;
mod precision;
mod reference_job;
mod regimes;
mod shards;
mod shipped_configs;
mod simulated;
mod streams;
mod stress;
mod tied_stress;
mod uncertainty;
mod validation;
mod worlds;
