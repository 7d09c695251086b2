//! Names and numbers as texts: figures, axes, shards, months, and the percent texts of a configuration.
#![no_main]

use libfuzzer_sys::fuzz_target;
use skans::PoolFigure;
use skans::study::shard::Shard;
use skans::study::sweep::Axis;
use skans::units::Month;

fuzz_target!(|text: &str| {
    // A name that is read is the name that is written.
    if let Ok(figure) = text.parse::<PoolFigure>() {
        assert_eq!(figure.to_string().parse::<PoolFigure>().ok(), Some(figure));
    }
    if let Ok(axis) = text.parse::<Axis>() {
        assert!(!axis.values.is_empty());
    }
    let _ = text.parse::<Shard>();
    if let Ok(month) = Month::try_from(text.to_owned()) {
        assert_eq!(Month::try_from(month.to_string()).ok(), Some(month));
    }
    let share = text.replace(['"', '\\', '\n', '\r'], " ");
    let config = include_str!("../../tests/good/one-pool.toml").replace("0.85", &format!("\"{share}\""));
    if let Err(problems) = skans::from_text("fuzz", &config) {
        assert!(!problems.to_string().is_empty());
    }
});
