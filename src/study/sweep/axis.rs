//! A key with the values it takes.

use std::str::FromStr;

/// Values of one axis at most.
const MOST: usize = 1000;

/// A key of the configuration with the values it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The key, `pools.long.floor.share`.
    pub key: String,
    /// Its values, as TOML writes them, each another one.
    pub values: Vec<String>,
}

/// A text that is no axis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "found \"{found}\", allowed: KEY=V1,V2,… or KEY=FIRST:LAST:STEP with 1 to 1000 values, each another one (floor.share=0.80:0.95:0.01)"
)]
pub struct NotAnAxis {
    found: String,
}

impl FromStr for Axis {
    type Err = NotAnAxis;

    fn from_str(text: &str) -> Result<Self, NotAnAxis> {
        let parse = || {
            let (key, values) = text.split_once('=')?;
            let parts: Vec<&str> = values.split(':').collect();
            let values = match parts[..] {
                [list] => list.split(',').map(|value| value.trim().to_owned()).collect(),
                [first, last, step] => range(first.trim(), last.trim(), step.trim())?,
                _ => return None,
            };
            // 0.8 and 0.80 are the same number.
            let number =
                |value: &String| value.parse::<f64>().map_or_else(|_| value.clone(), |x| (x + 0.0).to_string());
            let distinct: std::collections::BTreeSet<String> = values.iter().map(number).collect();
            let right = !key.trim().is_empty()
                && (1..=MOST).contains(&values.len())
                && distinct.len() == values.len()
                && values.iter().all(|value| !value.is_empty());
            right.then(|| Self { key: key.trim().to_owned(), values })
        };
        parse().ok_or_else(|| NotAnAxis { found: text.to_owned() })
    }
}

/// `first`, `first + step`, … up to `last`, to as many decimals as are written.
fn range(first: &str, last: &str, step: &str) -> Option<Vec<String>> {
    let decimals = |number: &str| number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let places = [first, last, step].map(decimals).into_iter().max()?;
    let [first, last, step] = [first, last, step].map(|number| number.parse::<f64>().ok().filter(|x| x.is_finite()));
    let (first, last, step) = (first?, last?, step?);
    let steps = libm::floor((last - first) / step + 1e-9);
    #[allow(clippy::cast_precision_loss, reason = "a thousand")]
    let right = places <= 12 && (0.0..MOST as f64).contains(&steps) && step.abs() > 0.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below a thousand")]
    let count = if right { steps as u32 } else { return None };
    Some((0..=count).map(|place| format!("{:.places$}", first + f64::from(place) * step)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_has_both_its_ends_and_decimals_as_written() {
        let values = |text: &str| text.parse::<Axis>().unwrap().values;
        assert_eq!(values("x=0.80:0.83:0.01"), ["0.80", "0.81", "0.82", "0.83"]);
        assert_eq!(values("x=12:36:12"), ["12", "24", "36"]);
        assert_eq!(values("x=0.3:0.1:-0.1"), ["0.3", "0.2", "0.1"]);
        assert_eq!(values("x=1:1:1"), ["1"]);
        assert_eq!(values("floor.window_months=12,24,none"), ["12", "24", "none"]);
        assert_eq!(values("x=0:0.99:0.001").len(), 991);
    }

    #[test]
    fn what_is_no_axis_is_refused() {
        for wrong in [
            "",
            "x",
            "=1",
            "x=",
            "x=1,",
            "x=1,1",
            "x=0.8,0.80",
            "x=1:2",
            "x=1:2:0",
            "x=2:1:1",
            "x=1:2:nan",
            "x=0:1:0.0001",
            "x=a:b:c",
            "x=1:2:3:4",
        ] {
            assert!(wrong.parse::<Axis>().is_err(), "{wrong}");
        }
    }
}
