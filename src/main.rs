//! The command line: arguments → study → report, and exit codes.

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    skans::cli::Cli::parse().run()
}
