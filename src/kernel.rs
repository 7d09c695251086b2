//! Vector instructions, chosen when the program runs: one binary for every machine, the same bits on each.
//!
//! A function written in the macro `kernel!` is compiled once for each set of instructions in [`Kernel`]. Its body uses
//! only `+ - × ÷ √`, fused multiply-adds written out, comparisons and bit operations. IEEE 754 defines each of them to
//! the last bit, so the sets differ in speed alone.
//!
//! This is the one file with `unsafe` code. A function compiled for an instruction set may be called only where the
//! processor has it. [`Kernel::is_available`] finds that out.
#![allow(unsafe_code, reason = "a function compiled for an instruction set is called where the processor has it")]

use std::str::FromStr;
use std::sync::atomic::{AtomicU8, Ordering};

use crate::texts::{Message, Worded, message};

/// A set of instructions for which the kernels are compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Kernel {
    /// What every processor of the platform has (on Arm with its vector instructions). Without fused multiply-add in
    /// the processor each is a library call, and many times slower.
    Portable = 1,
    /// AVX2 and FMA: x86-64 since 2013.
    Avx2,
    /// AVX-512 F, DQ, VL, BW.
    Avx512,
}

/// The set in use; 0 before the first kernel runs.
static CHOSEN: AtomicU8 = AtomicU8::new(0);

impl Kernel {
    /// Every set, slowest first.
    pub const ALL: [Self; 3] = [Self::Portable, Self::Avx2, Self::Avx512];

    /// Whether this machine can run it.
    #[must_use]
    pub fn is_available(self) -> bool {
        #[cfg(target_arch = "x86_64")]
        match self {
            Self::Portable => true,
            Self::Avx2 => is_x86_feature_detected!("avx2") && is_x86_feature_detected!("fma"),
            Self::Avx512 => {
                Self::Avx2.is_available()
                    && is_x86_feature_detected!("avx512f")
                    && is_x86_feature_detected!("avx512dq")
                    && is_x86_feature_detected!("avx512vl")
                    && is_x86_feature_detected!("avx512bw")
            }
        }
        #[cfg(not(target_arch = "x86_64"))]
        matches!(self, Self::Portable)
    }

    /// The sets that this machine can run, slowest first.
    #[must_use]
    pub fn available() -> impl DoubleEndedIterator<Item = Self> {
        Self::ALL.into_iter().filter(|kernel| kernel.is_available())
    }

    /// The set in use: the fastest available, if none was asked for.
    #[inline]
    #[must_use]
    pub fn chosen() -> Self {
        match CHOSEN.load(Ordering::Relaxed) {
            1 => Self::Portable,
            2 => Self::Avx2,
            3 => Self::Avx512,
            _ => Self::choose_fastest(),
        }
    }

    #[cold]
    fn choose_fastest() -> Self {
        let fastest = Self::available().next_back().unwrap_or(Self::Portable);
        CHOSEN.store(fastest as u8, Ordering::Relaxed);
        fastest
    }

    /// Uses this set from now on, or the fastest where this machine lacks it.
    pub fn choose(self) {
        if self.is_available() {
            CHOSEN.store(self as u8, Ordering::Relaxed);
        } else {
            Self::choose_fastest();
        }
    }

    /// Calls `check` with each set that this machine can run. No other test chooses a set meanwhile.
    #[cfg(test)]
    pub(crate) fn with_each(mut check: impl FnMut(Self)) {
        static TURN: std::sync::Mutex<()> = std::sync::Mutex::new(());
        let _turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        for kernel in Self::available() {
            kernel.choose();
            check(kernel);
            assert_eq!(Self::chosen(), kernel, "another test chose meanwhile");
        }
    }

    /// Its name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Portable => "portable",
            Self::Avx2 => "avx2",
            Self::Avx512 => "avx512",
        }
    }
}

impl FromStr for Kernel {
    type Err = Unavailable;

    fn from_str(text: &str) -> Result<Self, Unavailable> {
        Self::available().find(|kernel| kernel.name() == text).ok_or_else(|| Unavailable { found: text.to_owned() })
    }
}

/// A text that names no set of instructions of this machine.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub struct Unavailable {
    found: String,
}

impl Worded for Unavailable {
    fn message(&self) -> Message {
        let names: Vec<&str> = Kernel::available().map(Kernel::name).collect();
        let found = format!("\"{}\"", self.found);
        Message::found(found, message!(of_this_machine, names))
    }
}

/// Compiles a function for every set of instructions, and calls the one chosen.
macro_rules! kernel {
    ($(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $kind:ty),* $(,)?) $(-> $result:ty)? $body:block) => {
        $(#[$meta])*
        $vis fn $name($($arg: $kind),*) $(-> $result)? {
            #[inline(always)]
            fn portable($($arg: $kind),*) $(-> $result)? $body

            #[cfg(target_arch = "x86_64")]
            {
                #[target_feature(enable = "avx2,fma")]
                fn avx2($($arg: $kind),*) $(-> $result)? {
                    portable($($arg),*)
                }

                #[target_feature(enable = "avx512f,avx512dq,avx512vl,avx512bw,avx2,fma")]
                fn avx512($($arg: $kind),*) $(-> $result)? {
                    portable($($arg),*)
                }

                match $crate::kernel::Kernel::chosen() {
                    $crate::kernel::Kernel::Portable => {}
                    // SAFETY: a set is chosen only if `is_available` found all of its features on this processor.
                    #[allow(unsafe_code, reason = "the processor was asked whether it has the instructions")]
                    $crate::kernel::Kernel::Avx2 => return unsafe { avx2($($arg),*) },
                    // SAFETY: as above.
                    #[allow(unsafe_code, reason = "the processor was asked whether it has the instructions")]
                    $crate::kernel::Kernel::Avx512 => return unsafe { avx512($($arg),*) },
                }
            }
            portable($($arg),*)
        }
    };
}

pub(crate) use kernel;
