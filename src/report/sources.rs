//! The sources of a result: configurations with their input files, or one file alone.

use super::{OutputFile, settings};
use crate::config::content::sha256;
use crate::config::{Input, Loaded};
use crate::texts::Message;

/// The sources of a result.
#[derive(Clone, Copy)]
pub enum Sources<'a> {
    /// A configuration.
    Config(&'a Loaded),
    /// Configurations side by side.
    Configs(&'a [Loaded]),
    /// A file, by a verb that reads no configuration.
    File(&'a Input),
}

impl<'a> Sources<'a> {
    fn configs(self) -> &'a [Loaded] {
        match self {
            Self::Config(loaded) => std::slice::from_ref(loaded),
            Self::Configs(loaded) => loaded,
            Self::File(_) => &[],
        }
    }

    fn inputs(self) -> impl Iterator<Item = &'a Input> {
        let file = if let Self::File(input) = self { Some(input) } else { None };
        self.configs().iter().flat_map(|loaded| &loaded.inputs).chain(file)
    }

    /// Whether charts are wanted: as the first configuration says.
    #[must_use]
    pub fn want_charts(self) -> bool {
        self.configs().first().is_none_or(|loaded| loaded.plan.outputs.charts)
    }

    /// The effective configuration with copies of its inputs; of several, each in a numbered folder.
    #[must_use]
    pub fn copies(self) -> Vec<OutputFile<'static>> {
        let files = |loaded: &Loaded| settings::files(&loaded.config, &loaded.inputs);
        match self {
            Self::Config(loaded) => files(loaded),
            Self::Configs(all) => {
                let numbered = (1..).zip(all).flat_map(|(number, loaded)| {
                    files(loaded).into_iter().map(move |file| file.within(&number.to_string()))
                });
                numbered.collect()
            }
            Self::File(_) => Vec::new(),
        }
    }

    /// SHA-256 of the configurations as they were given, one after the other; `None` without one.
    #[must_use]
    pub fn config_sha256(self) -> Option<String> {
        let texts: String = self.configs().iter().map(|loaded| loaded.text.as_str()).collect();
        (!self.configs().is_empty()).then(|| sha256(texts.as_bytes()))
    }

    /// What is to be said of the input files, each note once.
    pub fn notes(self) -> Vec<&'a Message> {
        let mut distinct = Vec::new();
        for note in self.configs().iter().flat_map(|loaded| &loaded.notes) {
            if !distinct.contains(&note) {
                distinct.push(note);
            }
        }
        distinct
    }

    /// SHA-256 of the input files, by their name in the configuration.
    pub fn inputs_sha256(self) -> impl Iterator<Item = (String, String)> {
        self.inputs().map(|input| (input.name.clone(), input.content.sha256()))
    }
}
