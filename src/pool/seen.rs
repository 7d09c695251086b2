//! What is seen of a block of paths.

/// What is seen of a block of paths at an observation, before trading. Every slice holds one number a path, in path
/// order.
#[derive(Clone, Copy)]
pub struct Observed<'a> {
    /// Unit prices, 1 at the start.
    pub price: &'a [f64],
    /// Values, SEK.
    pub value: &'a [f64],
    /// Unit prices or values, whichever the high is taken of.
    pub observed: &'a [f64],
    /// Rolling highs of `observed`.
    pub high: &'a [f64],
    /// The floor, where there is one.
    pub floor: Option<Floored<'a>>,
    /// Payments due since the last step that could not be made, SEK.
    pub unpaid: &'a [f64],
    /// Rises of the allowed share that come only from an old high having left the window.
    pub jump: Option<&'a [f64]>,
}

/// A floor at an observation.
#[derive(Clone, Copy)]
pub struct Floored<'a> {
    /// Floors of the day under `observed`.
    pub level: &'a [f64],
    /// Floors for the day that were known at the observation before; 0 at the start.
    pub known: &'a [f64],
}

/// What is seen of a block of paths after trading.
#[derive(Clone, Copy)]
pub struct Traded<'a> {
    /// Equity shares.
    pub share: &'a [f64],
    /// Changes of the equity share by trading, where they are reckoned.
    pub traded: Option<&'a [f64]>,
    /// Trading costs, SEK, likewise.
    pub cost: Option<&'a [f64]>,
}
