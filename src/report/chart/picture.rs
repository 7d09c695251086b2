//! A chart that is composed, and how it becomes a picture.

use super::raster::{self, PngError};
use super::scene::Scene;

/// A chart, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Chart {
    /// Its name, a file's without ending: `fan-long`.
    pub name: String,
    /// Its title.
    pub title: String,
    pub(super) scene: Scene,
}

impl Chart {
    /// Draws the picture.
    ///
    /// # Errors
    /// If the picture cannot be encoded.
    pub fn png(&self) -> Result<Vec<u8>, PngError> {
        raster::png(&self.scene)
    }
}
