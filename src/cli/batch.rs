//! `skans batch`.

use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;
use serde::{Deserialize, Serialize};

use super::failure::{Failure, INTERRUPTED};
use super::interrupt;
use super::job::{Job, RunRequest};
use super::options::{LimitArgs, PrintArgs, SettingArgs, ShowArgs, WorkArgs};
use super::print::{self, Format, note};
use crate::config::{self, bounded_file};
use crate::report::folder;
use crate::report::manifest::Manifest;
use crate::report::sources::Sources;
use crate::report::{OutputFile, json};
use crate::texts::{Language, Message, Worded, message};

/// Name of the index in a batch's folder.
const INDEX: &str = "index.json";

/// Arguments of `batch`.
#[derive(Debug, Args)]
pub(super) struct BatchArgs {
    /// The folder with the configurations: every file whose name ends in .toml, in the order of their names.
    folder: PathBuf,
    #[command(flatten)]
    settings: SettingArgs,
    /// Folder for the results.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[command(flatten)]
    work: WorkArgs,
    /// Language of help, tables, charts, notes and errors; the configuration's if left out, else English.
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// Prints results only: no progress, no notes.
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    limits: LimitArgs,
}

/// How one member of a batch ended.
#[derive(Debug, Serialize, Deserialize)]
struct Member {
    /// The configuration file.
    config: String,
    /// The member's folder, where it has one.
    folder: Option<String>,
    /// Exit code, as `run` would have given it.
    exit_code: u8,
    /// Messages of what was wrong and of limits that were not kept, in English.
    messages: Vec<String>,
}

impl BatchArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let configs = configurations(&self.folder)?;
        let name = self.folder.canonicalize().ok().and_then(|path| path.file_name().map(std::ffi::OsStr::to_owned));
        let out = self.show(self.out.clone(), self.lang).folder(name.unwrap_or_else(|| "batch".into()));
        let mut index = Index::new(&out)?;
        for config in &configs {
            let member = self.member(config, &out);
            if member.exit_code == INTERRUPTED {
                break;
            }
            index.add(member, configs.len())?;
        }
        print::text(&format!("{}\n", out.join(INDEX).display()))?;
        verdict(&index.members, configs.len())
    }

    /// How a result is shown. No table is printed: the folders have them.
    fn show(&self, out: Option<PathBuf>, lang: Option<Language>) -> ShowArgs {
        let print = PrintArgs { lang, format: Format::Table };
        ShowArgs { out, work: self.work.clone(), print, quiet: self.quiet }
    }

    fn member(&self, config: &Path, out: &Path) -> Member {
        let stem = config.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let show = self.show(Some(out.join(&stem)), self.lang.or_else(|| config::language(config)));
        let request =
            RunRequest { config, settings: &self.settings, limits: &self.limits, precision: &[], shard: None };
        let language = show.print.language();
        let finished = Job::new(request, &show).and_then(|mut job| job.execute());
        let failure = finished.and_then(|finished| finished.verdict(language)).err();
        let exit_code = failure.as_ref().map_or(0, Failure::code);
        let messages = failure.as_ref().map_or(&[][..], Failure::messages);
        if let Some(failure) = &failure {
            print::failure(failure, language);
        }
        let config = config.display().to_string();
        if !self.quiet {
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

/// The index of a batch, written anew after each member.
struct Index<'a> {
    out: &'a Path,
    /// The members of an earlier batch, listed until all of this one are done.
    earlier: Vec<Member>,
    members: Vec<Member>,
    begun: Instant,
}

impl<'a> Index<'a> {
    const VERB: &'static str = "batch";
    /// The largest index that is read, MiB.
    const MOST_MIB: u64 = 16;

    /// The index of a folder: what stands there is this verb's.
    fn new(out: &'a Path) -> Result<Self, Failure> {
        folder::check_files(out, &[INDEX], Self::VERB).map_err(|error| Failure::wrong(error.message()))?;
        let earlier = bounded_file::read(&out.join(INDEX), Self::MOST_MIB).ok();
        let earlier = earlier.and_then(|content| serde_json::from_slice(&content).ok()).unwrap_or_default();
        Ok(Self { out, earlier, members: Vec::new(), begun: Instant::now() })
    }

    /// Takes a member in, and writes the index.
    fn add(&mut self, member: Member, wanted: usize) -> Result<(), Failure> {
        self.earlier.retain(|earlier| earlier.config != member.config);
        self.members.push(member);
        if self.members.len() == wanted {
            self.earlier.clear();
        }
        let listed: Vec<&Member> = self.members.iter().chain(&self.earlier).collect();
        let mut files = vec![OutputFile::new(INDEX, json::pretty(&listed))];
        let seconds = self.begun.elapsed().as_secs_f64();
        files.push(Manifest::new(Self::VERB, Sources::Configs(&[]), &files, seconds).file());
        let done = message!(batch_interrupted, done = self.members.len(), wanted);
        interrupt::write(done, || Ok(folder::write_files(self.out, &files, Self::VERB)?))
    }
}

/// The worst end of a member. Its messages were printed as they came.
fn verdict(members: &[Member], wanted: usize) -> Result<(), Failure> {
    if members.len() < wanted {
        return Err(Failure::Interrupted(message!(batch_interrupted, done = members.len(), wanted)));
    }
    let failed = |code: u8| members.iter().filter(|member| member.exit_code == code).count();
    match (failed(1), failed(2), failed(3)) {
        (0, 0, 0) => Ok(()),
        (0, 0, _) => Err(Failure::LimitsNotKept(Vec::new())),
        (0, wrong, _) => Err(Failure::wrong(message!(batch_wrong, wrong, wanted))),
        (failed, ..) => Err(Failure::Failed(message!(batch_failed, failed, wanted))),
    }
}
