//! The way from a question to its answer, the same for every verb. It checks the folder, runs the study on threads,
//! writes the folder whole, and prints the answer.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::failure::Failure;
use super::interrupt;
use super::memory;
use super::options::ShowArgs;
use super::print::{self, note};
use super::progress::Bar;
use crate::engine::{self, Interrupted, Progress};
use crate::kernel::Kernel;
use crate::plan::Plan;
use crate::report::OutputFile;
use crate::report::answer::{self, Answer};
use crate::report::folder::{self, ResultKind};
use crate::report::manifest::Manifest;
use crate::report::replaced::Settings;
use crate::report::sources::Sources;
use crate::study::memory::{self as memory_of, PlanCount};
use crate::study::shard::Header;
use crate::texts::{Message, Worded, message};

/// A question that may be answered: its folder is free.
pub(super) struct Task<'a> {
    verb: &'static str,
    /// The part of a run that is made, if it is not the whole.
    part: Option<Header>,
    /// The folder of the result; nothing is written without one.
    folder: Option<PathBuf>,
    show: &'a ShowArgs,
    begun: Instant,
}

impl<'a> Task<'a> {
    /// The task of a verb about a configuration, by default in `output/NAME-VERB`. What sets one answer of the verb
    /// apart from another follows in the folder's name.
    pub(super) fn new(verb: &'static str, name: &str, apart: &[&str], show: &'a ShowArgs) -> Result<Self, Failure> {
        let folder = show.folder([&[name, verb][..], apart].concat().join("-"));
        Self::in_folder(verb, Some(folder), show)
    }

    /// The task of a run, by default in `output/NAME`; or of a part of it, named after its shard.
    pub(super) fn run(name: &str, part: Option<Header>, show: &'a ShowArgs) -> Result<Self, Failure> {
        let shard = part.as_ref().map(|part| format!(".part-{}", part.shard.to_string().replace('/', "-of-")));
        let folder = show.folder([name, &shard.unwrap_or_default()].concat());
        Self { verb: "run", part, folder: Some(folder), show, begun: Instant::now() }.checked()
    }

    /// The task of a verb in a folder that is asked for, or in none.
    pub(super) fn in_folder(verb: &'static str, folder: Option<PathBuf>, show: &'a ShowArgs) -> Result<Self, Failure> {
        Self { verb, part: None, folder, show, begun: Instant::now() }.checked()
    }

    /// Whether something may be written into the folder is known before anything is computed.
    fn checked(self) -> Result<Self, Failure> {
        if let Some(folder) = &self.folder {
            folder::check(folder, self.kind()).map_err(|error| Failure::wrong(error.message()))?;
        }
        Ok(self)
    }

    /// The same, if this machine has the memory for plans like this one.
    pub(super) fn needing(self, plan: &Plan, count: PlanCount) -> Result<Self, Failure> {
        memory::fits(memory_of::bytes(plan, count, threads(self.show)))?;
        Ok(self)
    }

    fn kind(&self) -> ResultKind<'_> {
        ResultKind { verb: self.verb, part: self.part.as_ref() }
    }

    /// The result's folder.
    pub(super) fn folder(&self) -> &Path {
        self.folder.as_deref().unwrap_or(Path::new(""))
    }

    /// Answers on the threads asked for, writes the folder, and prints the answer.
    pub(super) fn answer<A: Answer + Send>(
        &self,
        sources: Sources,
        study: impl FnOnce() -> Result<A, Failure> + Send,
    ) -> Result<A, Failure> {
        sources.notes().into_iter().for_each(|text| self.note(text));
        let answer = on_threads(self.show, || {
            let answer = study()?;
            self.write_answer(&answer, sources)?;
            Ok(answer)
        })?;
        self.print(&answer)?;
        Ok(answer)
    }

    /// Runs a study of so many paths that tells how far it is: shows that, and stops the study at an interrupt.
    pub(super) fn with_progress<T, E>(
        &self,
        name: &str,
        paths: u64,
        study: impl FnOnce(&mut Progress) -> Result<T, E>,
    ) -> Result<T, E> {
        let bar = Bar::new(paths, name, self.show);
        let found = study(&mut |status| bar.show(status));
        bar.finish();
        found
    }

    /// Writes the folder of an answer.
    pub(super) fn write_answer(&self, answer: &dyn Answer, sources: Sources) -> Result<(), Failure> {
        if self.folder.is_none() {
            return not_interrupted();
        }
        self.write(answer::files(answer, self.show.print.language(), sources.want_charts())?, sources)
    }

    /// Writes the folder: these files, those that they were made from, and their manifest.
    pub(super) fn write(&self, mut files: Vec<OutputFile>, sources: Sources) -> Result<(), Failure> {
        files.extend(sources.copies());
        files.push(Manifest::new(self.verb, sources, &files, self.begun.elapsed().as_secs_f64()).file());
        let written = message!(interrupted_written, folder = self.folder().display().to_string());
        let earlier = Settings::of(self.folder());
        interrupt::write(written, || {
            not_interrupted()?;
            folder::write(self.folder(), &files, self.kind()).map_err(Failure::from)
        })?;
        let later = Settings::of(self.folder());
        if let Some(replaced) = earlier.zip(later).and_then(|(earlier, later)| earlier.replaced_by(&later)) {
            self.note(&replaced);
        }
        Ok(())
    }

    /// Prints a note, unless results only are wanted.
    pub(super) fn note(&self, message: &Message) {
        if !self.show.quiet {
            note(message, self.show.print.language());
        }
    }

    /// Prints an answer, and says where its folder is.
    pub(super) fn print(&self, answer: &dyn Answer) -> Result<(), Failure> {
        print::answer(answer, self.show.print.format, self.show.print.language())?;
        if let Some(folder) = &self.folder {
            self.note(&message!(results_in, folder = folder.display().to_string()));
        }
        Ok(())
    }
}

/// An answer that comes after an interrupt is not given.
fn not_interrupted() -> Result<(), Failure> {
    if interrupt::asked() { Err(Interrupted.into()) } else { Ok(()) }
}

/// The threads that are asked for, else the machine's.
fn threads(show: &ShowArgs) -> usize {
    show.work.threads.map_or_else(memory::threads, usize::from)
}

/// Does work on as many threads as asked for, with the kernels asked for.
pub(super) fn on_threads<T: Send>(
    show: &ShowArgs,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    show.work.kernel.into_iter().for_each(Kernel::choose);
    engine::with_threads(show.work.threads.map_or(0, usize::from), work)
        .map_err(|error| Failure::Failed(message!(threads_failed, error)))?
}
