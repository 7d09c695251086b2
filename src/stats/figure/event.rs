//! Events of a pool that are counted path by path.

/// What may happen to a pool on a path; paths are counted by month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PoolEvent {
    /// The pool is below the floor of the day at the month-end.
    BelowFloor,
    /// The first ex-ante breach.
    BreachExAnte,
    /// The first ex-post breach.
    BreachExPost,
    /// The first payment that could not be made.
    PaymentMissed,
    /// The first month-end at which the pool is empty.
    Emptied,
}

impl PoolEvent {
    /// Every event.
    pub const ALL: [Self; 5] =
        [Self::BelowFloor, Self::BreachExAnte, Self::BreachExPost, Self::PaymentMissed, Self::Emptied];

    /// Whether it is a state at month-ends, which may come and go; other events happen at most once a path.
    #[must_use]
    pub const fn is_state(self) -> bool {
        match self {
            Self::BelowFloor => true,
            Self::BreachExAnte | Self::BreachExPost | Self::PaymentMissed | Self::Emptied => false,
        }
    }
}
