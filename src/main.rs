//! The command line: arguments → study → report, and exit codes.

use std::process::ExitCode;

fn main() -> ExitCode {
    skans::cli::Cli::from_command_line().run()
}
