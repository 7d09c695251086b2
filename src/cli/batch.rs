//! `skans batch`.

use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::failure::Failure;
use super::interrupt;
use super::job::{Job, Request};
use super::options::{LimitArgs, SettingArgs, ShowArgs};
use super::print::{self, note};
use crate::config;
use crate::report::json;
use crate::texts::{Message, message};

/// Name of the index in a batch's folder.
const INDEX: &str = "index.json";

/// Arguments of `batch`.
#[derive(Debug, Args)]
pub(super) struct BatchArgs {
    /// The folder with the configurations: every file whose name ends in .toml, in the order of their names.
    folder: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    #[command(flatten)]
    show: ShowArgs,
    #[command(flatten)]
    limits: LimitArgs,
}

/// How one member of a batch ended.
#[derive(Debug, Serialize)]
struct Member {
    /// The configuration file.
    config: String,
    /// The member's folder, where it has one.
    folder: Option<String>,
    /// Exit code, as `run` would have given it.
    exit_code: u8,
    /// Messages of what was wrong, in English.
    messages: Vec<String>,
}

impl BatchArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let configs = configurations(&self.folder)?;
        let name = self.folder.canonicalize().ok().and_then(|path| path.file_name().map(std::ffi::OsStr::to_owned));
        let out = self.show.folder(name.unwrap_or_else(|| "batch".into()));
        interrupt::listen();
        let mut members: Vec<Member> = Vec::new();
        for config in &configs {
            if interrupt::asked() {
                break;
            }
            members.push(self.member(config, &out));
            write_index(&out, &members)?;
        }
        print::text(&format!("{}\n", out.join(INDEX).display()));
        verdict(&members, configs.len())
    }

    fn member(&self, config: &Path, out: &Path) -> Member {
        let stem = config.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut show = ShowArgs { out: Some(out.join(&stem)), ..self.show.clone() };
        show.print.lang = show.print.lang.or_else(|| config::language(config));
        let request = Request { config, settings: &self.settings, limits: &self.limits, precision: &[], shard: None };
        let language = show.print.language();
        let finished = Job::new(request, &show).and_then(|mut job| job.execute());
        let failure = finished.and_then(|finished| finished.verdict(language)).err();
        let exit_code = failure.as_ref().map_or(0, Failure::code);
        let messages = failure.as_ref().map_or(&[][..], Failure::messages);
        for text in messages {
            note(&message!(error, text = text.clone()), language);
        }
        let config = config.display().to_string();
        if !self.show.print.quiet {
            note(&message!(batch_ended, config = &config, code = exit_code), language);
        }
        let has_folder = exit_code == 0 || exit_code == 3;
        let messages = messages.iter().map(ToString::to_string).collect();
        Member { config, folder: has_folder.then_some(stem), exit_code, messages }
    }
}

/// The configurations of a folder, by name.
fn configurations(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let wrong = |found: Message| Failure::wrong(message!(batch_folder, folder = folder.display().to_string(), found));
    let entries = std::fs::read_dir(folder);
    let entries = entries.map_err(|error| wrong(message!(no_readable_folder, error = error.to_string())))?;
    let mut configs: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    configs.sort();
    if configs.is_empty() { Err(wrong(message!(no_toml_file))) } else { Ok(configs) }
}

/// Writes the index whole beside its place, then puts it there.
fn write_index(out: &Path, members: &[Member]) -> Result<(), Failure> {
    let partial = out.join(format!(".{INDEX}.partial"));
    std::fs::create_dir_all(out)
        .and_then(|()| std::fs::write(&partial, json::pretty(&members)))
        .and_then(|()| std::fs::rename(&partial, out.join(INDEX)))
        .map_err(|error| {
            let place = out.join(INDEX).display().to_string();
            Failure::Failed(message!(at, place, text = error.to_string()))
        })
}

/// The worst end of a member. Its messages were printed as they came.
fn verdict(members: &[Member], wanted: usize) -> Result<(), Failure> {
    if members.len() < wanted || members.iter().any(|member| member.exit_code == 130) {
        let done = members.iter().filter(|member| member.exit_code != 130).count();
        return Err(Failure::Interrupted(message!(batch_interrupted, done, wanted)));
    }
    let failed = |code: u8| members.iter().filter(|member| member.exit_code == code).count();
    match (failed(1), failed(2), failed(3)) {
        (0, 0, 0) => Ok(()),
        (0, 0, _) => Err(Failure::LimitBroken),
        (0, wrong, _) => Err(Failure::wrong(message!(batch_wrong, wrong, wanted))),
        (failed, ..) => Err(Failure::Failed(message!(batch_failed, failed, wanted))),
    }
}
