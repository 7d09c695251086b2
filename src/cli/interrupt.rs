//! Ctrl-C: asked for between batches of blocks, so that nothing half done is left.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);
static LISTEN: Once = Once::new();

/// Begins to listen for interrupts. Where that cannot be done, the system's own way of ending a program stands.
pub(super) fn listen() {
    LISTEN.call_once(|| {
        let _ = ctrlc::set_handler(|| ASKED.store(true, Ordering::SeqCst));
    });
}

/// Whether an interrupt has come.
pub(super) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
