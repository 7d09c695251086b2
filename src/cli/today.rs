//! `skans today`.

use std::path::PathBuf;

use clap::Args;

use super::driver::Task;
use super::failure::Failure;
use super::input;
use super::options::{Fraction, FractionKey, HindsightArgs, PoolArgs, WorkArgs, fraction, number};
use super::wrong::Refused;
use crate::config::{Place, Warning, values};
use crate::plan::{Pool, Values};
use crate::report::answer::today::TodayAnswer;
use crate::report::sources::Sources;
use crate::study::today::{TodayError, TodayRequest, today};
use crate::texts::{Argument, Worded, message};
use crate::units::{Deviation, Exposure, MNKR, Mnkr, Stress};

/// Arguments of `today`.
#[derive(Debug, Args)]
pub(super) struct TodayArgs {
    /// The configuration file, of which the pool's rule, rebalancing and floor are used.
    config: PathBuf,
    /// What was observed: `date,price` or `date,value_mnkr,flow_mnkr`, by month-end or by day; `share` or
    /// `equities_mnkr`, and `equity_return` or `equity_price` beside it. The last row is now.
    #[arg(long, value_name = "CSV")]
    values: PathBuf,
    #[command(flatten)]
    pool: PoolArgs,
    /// The equity share held, 0.48 for 48 %; the file's last row if left out.
    #[arg(long, value_name = "X", value_parser = fraction::<Exposure>(FractionKey::OpeningShare))]
    share: Option<Fraction<Exposure>>,
    /// Market value now, in million kronor; the file's last row if left out.
    #[arg(long, value_name = "MNKR", value_parser = value)]
    value_mnkr: Option<f64>,
    /// Volatility a year of equities, for a pool that ties its stress to it; estimated from the file if left out.
    #[arg(long, value_name = "X", conflicts_with = "stress",
        value_parser = fraction::<Deviation>(FractionKey::OpeningVolatility))]
    volatility: Option<Fraction<Deviation>>,
    /// The worst loss of equities that is assumed, in place of the configuration's.
    #[arg(long, value_name = "X", value_parser = fraction::<Stress>(FractionKey::EquityStress))]
    stress: Option<Fraction<Stress>>,
    #[command(flatten)]
    hindsight: HindsightArgs,
}

/// The most times that a value may be a pool's opening value, or the opening value it, before its unit is doubted. It
/// is less than a thousand, since a pool has grown or paid since.
const MOST_TIMES_OPENING: f64 = 100.0;

/// In SEK.
fn value(text: &str) -> Result<f64, Refused> {
    match Mnkr::try_from(number(text)?).map(|mnkr| mnkr.amount().get()) {
        Ok(sek) if sek > 0.0 => Ok(sek),
        _ => Err(Refused::text(text, message!(amount_above_zero))),
    }
}

impl TodayArgs {
    pub(super) fn run(&self) -> Result<(), Failure> {
        let mut loaded = self.hindsight.load(&self.config)?;
        let (name, file) = (self.values.display().to_string(), input::file_name(&self.values));
        let (input, content) = input::table(format!("--values {file}"), &self.values)?;
        loaded.inputs.push(input);
        let values = values::read(&name, &content)?;
        let request = TodayRequest {
            pool: self.pool.pool.clone(),
            share: self.share.as_ref().map(|share| share.value.get()),
            value: self.value_mnkr,
            volatility: self.volatility.as_ref().map(|volatility| volatility.value.get()),
            stress: self.stress.as_ref().map(|stress| stress.value.get()),
        };
        self.hindsight.warn(&self.unusual())?;
        let plan = &loaded.plan;
        let found = today(plan, &values, &request).map_err(|error| self.wrong(&error))?;
        if let Some(pool) = plan.pool(&found.pool) {
            self.hindsight.warn(&self.odd_values(pool, &values))?;
        }
        let show = self.hindsight.show(WorkArgs::default());
        let task = Task::new("today", &plan.name, &[&found.pool, &found.date], &show)?;
        task.answer(Sources::Config(&loaded), || Ok(TodayAnswer { found, plan, file: &file }))?;
        Ok(())
    }

    /// Warns of fractions that are allowed but unusual.
    fn unusual(&self) -> Vec<Warning> {
        let share = self.share.as_ref().and_then(|share| share.warning("--share"));
        let volatility = self.volatility.as_ref().and_then(|volatility| volatility.warning("--volatility"));
        let stress = self.stress.as_ref().and_then(|stress| stress.warning("--stress"));
        [share, volatility, stress].into_iter().flatten().collect()
    }

    /// Warns of a value that is next to nothing, or many times as much, beside the pool's opening value.
    fn odd_values(&self, pool: &Pool, values: &Values) -> Vec<Warning> {
        let option = self.value_mnkr.map(|value| (Place::Option("--value-mnkr".into()), value));
        let last = values.value().last().map(|&value| (Place::Whole(self.values.display().to_string()), value));
        let opening = pool.opening_value.get();
        let odd = option
            .into_iter()
            .chain(last)
            .filter(|(_, value)| !(opening / MOST_TIMES_OPENING..=opening * MOST_TIMES_OPENING).contains(value));
        let text = |value: f64| {
            let [value, opening] = [value, opening].map(|sek| Argument::Number { number: sek / MNKR, decimals: 2 });
            message!(odd_value, value, pool = &pool.name, opening)
        };
        odd.map(|(place, value)| Warning::new(place, "", text(value))).collect()
    }

    fn wrong(&self, error: &TodayError) -> Failure {
        Failure::wrong(match error {
            TodayError::NoValues { .. }
            | TodayError::NoStart { .. }
            | TodayError::NoRisk { .. }
            | TodayError::Nothing => error.message().at(self.values.display().to_string()),
            TodayError::Lag { .. } => error.message().at(self.config.display().to_string()),
            TodayError::Pool(_)
            | TodayError::Share { .. }
            | TodayError::NoFloor { .. }
            | TodayError::Volatility { .. }
            | TodayError::Static { .. }
            | TodayError::Stress { .. } => error.message(),
        })
    }
}
