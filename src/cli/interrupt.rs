//! Ctrl-C: the program ends within two seconds, says what is written, and leaves nothing half done.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::failure::INTERRUPTED;
use super::print::note;
use crate::texts::{Language, Message, message};

static ASKED: AtomicBool = AtomicBool::new(false);

/// The message for an interrupt that ends the program; none before it is listened for, and after the program has ended
/// by itself. Whoever writes holds it, so that an interrupt waits.
static LAST_WORDS: Mutex<Option<Message>> = Mutex::new(None);

/// The time that a study has to end by itself.
const GRACE: Duration = Duration::from_secs(1);

fn last_words() -> MutexGuard<'static, Option<Message>> {
    LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Begins to listen for interrupts. Where that cannot be done, the system's own way of ending a program stands.
pub(super) fn listen(language: Language) {
    *last_words() = Some(message!(interrupted_unwritten));
    let _ = ctrlc::set_handler(move || {
        ASKED.store(true, Ordering::SeqCst);
        std::thread::sleep(GRACE);
        let mut words = last_words();
        if let Some(words) = words.take() {
            end_line();
            note(&message!(error, text = words), language);
            std::process::exit(i32::from(INTERRUPTED));
        }
    });
}

/// Ends the line of a progress bar.
fn end_line() {
    let mut to = std::io::stderr();
    if to.is_terminal() {
        let _ = writeln!(to);
    }
}

/// Whether an interrupt has come.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// Writes something: an interrupt that comes meanwhile waits, and one that comes later says `then`.
pub(super) fn write<T, E>(then: Message, write: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let mut words = last_words();
    let written = write()?;
    *words = Some(then);
    Ok(written)
}

/// The program ends by itself: an interrupt has nothing to say any more.
pub(super) fn over() {
    last_words().take();
}
