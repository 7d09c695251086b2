//! How a list of figures becomes an enum, its entries, and its paths.

/// The list of figures. An entry says what the figure means, its parameters, its path in `summary.json`, its unit, and
/// the group that brings it. Then come whether more of it is better, what it is an estimate of, and its name in tables.
///
/// A figure that no table shows has no name. A name may tell the horizon of the run, in years.
macro_rules! registry {
    (@entry $path:literal, $unit:expr, $group:expr, $better:ident, $($meaning:literal),+) => {
        FigureEntry {
            path: $path,
            unit: $unit,
            group: $group,
            better: Better::$better,
            meaning: concat!($($meaning),+),
        }
    };
    ($horizon:ident; $($(#[doc = $meaning:literal])+ $figure:ident$(($($parameter:ident: $kind:ty),+))? =
        $path:literal, $unit:expr, $group:expr, $better:ident, $source:expr, $name:expr;)+) => {
        /// A figure of a pool, or of all pools together.
        ///
        /// Its text is its path within the pool's part of `summary.json`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum PoolFigure {
            $($(#[doc = $meaning])+ $figure$(($($kind),+))?,)+
        }

        impl PoolFigure {
            /// Every figure, whatever its parameters, in the order of `summary.json`.
            pub const ALL: &[FigureEntry] = &[
                $(registry!(@entry $path, $unit, $group, $better, $($meaning),+),)+
            ];

            /// What the registry says of it.
            #[must_use]
            pub fn entry(self) -> &'static FigureEntry {
                match self {
                    $(Self::$figure { .. } => {
                        const { &registry!(@entry $path, $unit, $group, $better, $($meaning),+) }
                    })+
                }
            }
        }

        impl PoolFigure {
            /// What it is an estimate of.
            #[must_use]
            #[allow(unused_variables, reason = "not every source tells all parameters")]
            pub fn source(self) -> Source {
                match self {
                    $(Self::$figure$(($($parameter),+))? => $source,)+
                }
            }

            /// Its name in tables of a run of so many years; `None` if no table shows it.
            #[must_use]
            #[allow(unused_variables, reason = "not every name tells all parameters")]
            pub(crate) fn name(self, $horizon: f64) -> Option<Message> {
                match self {
                    $(Self::$figure$(($($parameter),+))? => $name,)+
                }
            }
        }

        impl fmt::Display for PoolFigure {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$figure$(($($parameter),+))? => write!(f, $path),)+
                }
            }
        }

        impl FromStr for PoolFigure {
            type Err = NotAFigure;

            fn from_str(text: &str) -> Result<Self, NotAFigure> {
                $(
                    let parsed = || {
                        let mut _slots = slots($path, text)?.into_iter();
                        Some(Self::$figure$(($(_slots.next()?.parse::<$kind>().ok()?),+))?)
                    };
                    if let Some(figure) = parsed() {
                        return Ok(figure);
                    }
                )+
                Err(NotAFigure(text.to_owned()))
            }
        }
    };
}

pub(super) use registry;
