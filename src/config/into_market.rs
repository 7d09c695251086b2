//! From the words of the market to its law.

use ndarray::Array2;

use super::into_plan::{Reader, label, plain};
use super::words::{AssetConfig, ClassName, ExpectedReturnConfig, MarketConfig, ModelName, VolatilityConfig};
use crate::plan::{Asset, AssetClass, Law, LogGrowth, LognormalLaw, Market, Time};
use crate::units::{Correlation, Deviation, Rate};

const MOST_ASSETS: usize = 100;

impl Reader<'_> {
    /// The assets and their law.
    pub(super) fn market(&mut self, config: &MarketConfig, paths: u64, time: Time) -> Option<Market> {
        if config.assets.is_empty() || config.assets.len() > MOST_ASSETS {
            let allowed = "1 to 100 assets, each a table [market.assets.NAME]";
            self.problem("market.assets", format!("{} assets", config.assets.len()), allowed);
            return None;
        }
        for name in config.assets.keys() {
            self.name(&format!("market.assets.{name}"), name);
        }
        let assets: Vec<Asset> = config
            .assets
            .iter()
            .map(|(name, asset)| Asset {
                name: name.clone(),
                label: asset.label.as_ref().map_or_else(|| plain(name), label),
                class: match asset.class {
                    ClassName::Equity => AssetClass::Equity,
                    ClassName::FixedIncome => AssetClass::FixedIncome,
                },
            })
            .collect();
        let law = match config.model {
            ModelName::Lognormal => self.lognormal(config).map(Law::Lognormal),
            ModelName::Given => self.given(config, &assets, paths, time).map(Law::Given),
        };
        Some(Market { assets, law: law? })
    }

    fn lognormal(&mut self, config: &MarketConfig) -> Option<LognormalLaw> {
        if config.file.is_some() {
            self.problem("market.file", "a file for the model \"lognormal\"", "model = \"given\", or no file");
        }
        let growth: Vec<Option<LogGrowth>> =
            config.assets.iter().map(|(name, asset)| self.growth(&format!("market.assets.{name}"), asset)).collect();
        let correlation = self.correlations(config);
        let growth: Vec<LogGrowth> = growth.into_iter().collect::<Option<_>>()?;
        let correlation = correlation?;
        self.riskless_are_uncorrelated(config, &growth, &correlation)?;
        let Some(factor) = cholesky(&correlation) else {
            let found = "correlations that contradict each other (the matrix is not positive semi-definite)";
            self.problem("market.correlations", found, "a matrix that some assets could have");
            return None;
        };
        Some(LognormalLaw { growth, correlation, factor })
    }

    fn growth(&mut self, key: &str, config: &AssetConfig) -> Option<LogGrowth> {
        let Some(expected) = &config.expected_return else {
            self.problem(key, "an asset without expected_return", "expected_return = { geometric = 0.05 }, for one");
            return None;
        };
        let Some(volatility) = &config.volatility else {
            self.problem(key, "an asset without volatility", "volatility = { log = 0.15 }, for one");
            return None;
        };
        let growth = log_growth(expected, volatility);
        if growth.is_none() {
            let found = "none or several keys in expected_return or volatility";
            let allowed = "one of geometric, arithmetic, continuous_arithmetic, and one of log, simple";
            self.problem(key, found, allowed);
        }
        growth
    }

    /// The matrix of the pairs given. Every pair is given once.
    fn correlations(&mut self, config: &MarketConfig) -> Option<Array2<f64>> {
        let names: Vec<&String> = config.assets.keys().collect();
        let count = names.len();
        let mut matrix = Array2::from_elem((count, count), f64::NAN);
        matrix.diag_mut().fill(1.0);
        let mut right = true;
        for (first, others) in &config.correlations {
            for (second, correlation) in others {
                let key = format!("market.correlations.{first}.{second}");
                right &= self.pair(&key, [first, second], *correlation, &names, &mut matrix);
            }
        }
        for row in 0..count {
            for column in 0..row {
                if matrix[(row, column)].is_nan() && right {
                    let pair = format!("{}.{}", names[column], names[row]);
                    let found = format!("no correlation of {} and {}", names[column], names[row]);
                    self.problem("market.correlations", found, format!("{pair} = a number from -1 to 1"));
                }
            }
        }
        (right && matrix.iter().all(|number| !number.is_nan())).then_some(matrix)
    }

    fn pair(
        &mut self,
        key: &str,
        pair: [&String; 2],
        correlation: Correlation,
        names: &[&String],
        matrix: &mut Array2<f64>,
    ) -> bool {
        let mut place = [0; 2];
        for (place, name) in place.iter_mut().zip(pair) {
            let Some(index) = names.iter().position(|known| *known == name) else {
                self.unknown_name(key, name, names.iter().copied());
                return false;
            };
            *place = index;
        }
        let [row, column] = place;
        if !matrix[(row, column)].is_nan() {
            self.problem(key, "a pair given before, or an asset with itself", "each pair of two assets once");
            return false;
        }
        matrix[(row, column)] = correlation.get();
        matrix[(column, row)] = correlation.get();
        true
    }

    fn riskless_are_uncorrelated(
        &mut self,
        config: &MarketConfig,
        growth: &[LogGrowth],
        correlation: &Array2<f64>,
    ) -> Option<()> {
        for (index, name) in config.assets.keys().enumerate() {
            let correlated =
                correlation.row(index).iter().enumerate().any(|(other, &number)| other != index && number != 0.0);
            if growth[index].volatility == 0.0 && correlated {
                let key = format!("market.assets.{name}.volatility");
                self.problem(&key, "0 for an asset with correlations", "a volatility above 0, or correlations of 0");
                return None;
            }
        }
        Some(())
    }
}

/// The normal law of the log return from what the configuration says of it: with `σ` the volatility of log returns,
/// `E ln(1+R) = ln(1+g)` for a geometric, `ln(1+a) - σ²/2` for an arithmetic and `μ - σ²/2` for a continuous arithmetic expected
/// return; a standard deviation `s` of the simple yearly return means `σ² = ln(1 + s²/(1+a)²)`, `a` the arithmetic one.
/// `None` unless exactly one key of each is given.
#[must_use]
pub fn log_growth(expected: &ExpectedReturnConfig, volatility: &VolatilityConfig) -> Option<LogGrowth> {
    let ln = |rate: Rate| libm::log1p(rate.get());
    let square = |x: f64| x * x;
    let sigma = |s: Deviation, arithmetic_growth: f64| libm::log1p(square(s.get() / arithmetic_growth)).sqrt();
    match (expected.geometric, expected.arithmetic, expected.continuous_arithmetic, volatility.log, volatility.simple) {
        (Some(g), None, None, Some(v), None) => Some(LogGrowth { drift: ln(g), volatility: v.get() }),
        (None, Some(a), None, Some(v), None) => {
            Some(LogGrowth { drift: ln(a) - 0.5 * v.get() * v.get(), volatility: v.get() })
        }
        (None, None, Some(mu), Some(v), None) => {
            Some(LogGrowth { drift: mu.get() - 0.5 * v.get() * v.get(), volatility: v.get() })
        }
        (Some(g), None, None, None, Some(s)) => {
            // `A² / √(A² + s²) = 1 + g` for `A = 1 + a`: a quadratic equation in A².
            let target = square(1.0 + g.get());
            let growth = (0.5 * (target + (square(target) + 4.0 * target * square(s.get())).sqrt())).sqrt();
            Some(LogGrowth { drift: ln(g), volatility: sigma(s, growth) })
        }
        (None, Some(a), None, None, Some(s)) => {
            let volatility = sigma(s, 1.0 + a.get());
            Some(LogGrowth { drift: ln(a) - 0.5 * volatility * volatility, volatility })
        }
        (None, None, Some(mu), None, Some(s)) => {
            let volatility = sigma(s, libm::exp(mu.get()));
            Some(LogGrowth { drift: mu.get() - 0.5 * volatility * volatility, volatility })
        }
        _ => None,
    }
}

/// The lower triangular `L` with `L Lᵀ` the matrix; `None` if it is not positive semi-definite.
///
/// Golub & Van Loan (2013), *Matrix Computations*, 4.2; a pivot within 1e-10 of 0 makes a column of zeros.
fn cholesky(matrix: &Array2<f64>) -> Option<Array2<f64>> {
    const ROUNDING: f64 = 1e-10;
    let count = matrix.nrows();
    let mut factor = Array2::<f64>::zeros((count, count));
    for column in 0..count {
        for row in column..count {
            let known = (0..column).fold(0.0, |sum, k| sum + factor[(row, k)] * factor[(column, k)]);
            let rest = matrix[(row, column)] - known;
            if row == column {
                if rest < -ROUNDING {
                    return None;
                }
                factor[(row, column)] = if rest > ROUNDING { rest.sqrt() } else { 0.0 };
            } else if factor[(column, column)] > 0.0 {
                factor[(row, column)] = rest / factor[(column, column)];
            } else if rest.abs() > 1e-5 {
                return None;
            }
        }
    }
    Some(factor)
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    fn rate(x: f64) -> Option<Rate> {
        Rate::try_from(x).ok()
    }

    fn deviation(x: f64) -> Option<Deviation> {
        Deviation::try_from(x).ok()
    }

    #[test]
    fn the_factor_times_itself_is_the_matrix() {
        let matrix = array![[1.0, 0.7, -0.2], [0.7, 1.0, 0.1], [-0.2, 0.1, 1.0]];
        let factor = cholesky(&matrix).unwrap();
        let product = factor.dot(&factor.t());
        assert!((&product - &matrix).iter().all(|difference| difference.abs() < 1e-14));
    }

    #[test]
    fn perfect_correlation_is_allowed_and_contradiction_is_not() {
        let same = cholesky(&array![[1.0, 1.0], [1.0, 1.0]]).unwrap();
        assert_eq!(same, array![[1.0, 0.0], [1.0, 0.0]]);
        assert!(cholesky(&array![[1.0, 0.9, -0.9], [0.9, 1.0, 0.9], [-0.9, 0.9, 1.0]]).is_none());
    }

    #[test]
    fn the_kinds_of_expected_return_agree() {
        let volatility = VolatilityConfig { log: deviation(0.16), simple: None };
        let mu = ExpectedReturnConfig { continuous_arithmetic: rate(0.06), ..Default::default() };
        let growth = log_growth(&mu, &volatility).unwrap();
        for same in [
            ExpectedReturnConfig { arithmetic: rate(growth.arithmetic()), ..Default::default() },
            ExpectedReturnConfig { geometric: rate(growth.geometric()), ..Default::default() },
        ] {
            let other = log_growth(&same, &volatility).unwrap();
            assert!((other.drift - growth.drift).abs() < 1e-15);
        }
        assert!((growth.arithmetic() - libm::expm1(0.06)).abs() < 1e-15);
    }

    #[test]
    fn two_kinds_at_once_are_refused() {
        let both = ExpectedReturnConfig { geometric: rate(0.05), arithmetic: rate(0.06), continuous_arithmetic: None };
        assert!(log_growth(&both, &VolatilityConfig { log: deviation(0.1), simple: None }).is_none());
    }
}
