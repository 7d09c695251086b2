//! What skans promises, tried from outside: one binary for all.

mod architecture;
//mod bad_input;
mod case;
mod closed_forms;
//mod command_line;
//mod consequences;
//mod determinism;
//mod documentation;
mod golden_path;
mod oracle;
mod reference_job;
//mod shipped_configs;
//mod streams;
