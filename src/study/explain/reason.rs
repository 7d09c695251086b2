//! The facts that decide a month-end.

use serde::Serialize;

/// A fact that decides a month-end's trade, or says what had become of the pool. Shares and depths are fractions,
/// amounts SEK.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// The observation is below the floor.
    Below {
        /// How deep below the floor of the day; 0 for not.
        ex_post: f64,
        /// How deep below the floor known before; 0 for not.
        ex_ante: f64,
    },
    /// The high has fallen, since an old one left the window.
    HighLeft {
        /// The month-end of the high that left; none where it lies between month-ends.
        of: Option<String>,
        /// The rise of the allowed share for that reason alone.
        jump: f64,
        /// Whether that is so much that it counts as a jump.
        counts: bool,
    },
    /// Money was received.
    Received {
        /// SEK.
        amount: f64,
    },
    /// Money was paid.
    Paid {
        /// SEK.
        amount: f64,
    },
    /// Money due was not there.
    Unpaid {
        /// SEK.
        amount: f64,
    },
    /// The region's rules brought or took money, apart from the pool's own flows.
    Region {
        /// Received less paid, SEK.
        net: f64,
    },
    /// The opening share.
    Opening {
        /// Whether it is given, and not the rule's.
        given: bool,
        /// The share.
        share: f64,
    },
    /// The pool is locked out of equities.
    Locked {
        /// The month-end of the ex-ante breach; none where it lies between month-ends.
        since: Option<String>,
    },
    /// No trade: not a rebalancing day.
    NoRebalancingDay {
        /// The next one, where there is one.
        next: Option<String>,
    },
    /// No trade: inside the band.
    InsideBand {
        /// Distance from the share due.
        off: f64,
        /// The band.
        band: f64,
    },
    /// No trade: the share is the one due.
    OnTarget,
    /// The trade follows an earlier decision.
    ActsOn {
        /// The month-end of the decision, or of the last before it.
        decided: String,
        /// The share that it allowed.
        share: f64,
    },
    /// Equities were bought or sold.
    Traded {
        /// Change of the share, a fraction of the pool.
        change: f64,
        /// The cushion a month before; none at the start, or without a floor.
        cushion_before: Option<f64>,
        /// The cushion now.
        cushion: Option<f64>,
    },
    /// The stress of equities has changed with their risk.
    StressChanged {
        /// A month before.
        from: f64,
        /// Now.
        to: f64,
    },
    /// The rule's share lies at its largest.
    AtMost {
        /// It.
        share: f64,
        /// The cushion.
        cushion: f64,
        /// The stress.
        stress: f64,
        /// The share that the stresses alone would allow.
        would: f64,
    },
    /// The rule's share lies at its least.
    AtLeast {
        /// It.
        share: f64,
        /// The cushion.
        cushion: f64,
        /// The stress.
        stress: f64,
        /// The share that the stresses alone would allow.
        would: f64,
    },
    /// The rule's share is what the cushion allows.
    Allowed {
        /// It.
        share: f64,
        /// The cushion.
        cushion: f64,
        /// The stress.
        stress: f64,
    },
    /// The share held counts as cash-lock.
    CashLock {
        /// It.
        share: f64,
        /// The share below which it does.
        below: f64,
    },
}
