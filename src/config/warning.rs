//! A warning: something that a file or an option may say, and is plausible only as a slip.

use super::problem::Place;
use crate::texts::{Message, Worded};

/// Something allowed that may be a slip: where it stands, and how it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    place: Place,
    /// The key, with dots; empty where there is none.
    key: String,
    text: Message,
}

impl Warning {
    /// A warning of what a key says at a place.
    pub(crate) fn new(place: Place, key: &str, text: Message) -> Self {
        Self { place, key: key.to_owned(), text }
    }
}

impl Worded for Warning {
    fn message(&self) -> Message {
        self.place.before(&self.key, self.text.clone())
    }
}
