//! The figures of a pool.

use std::fmt;
use std::str::FromStr;

use super::entry::slots;
use super::registry::registry;
use super::{Better, FigureEntry, NotAFigure, PathFigure, PoolEvent, Quantity, Source, Statistic, Term, Unit};
use crate::plan::FigureGroup;
use crate::texts::{Argument, Message, message};
use crate::units::{Millions, Percentage};

registry! {
    horizon;

    /// Value.
    Value(term: Term, statistic: Statistic) =
        "value.{term}.{statistic}", Unit::Amount, Some(FigureGroup::Value), More,
        Source::Quantity(Quantity::Value, term, statistic),
        Some(message!(figure_value, place = statistic, span = term.span(horizon)));
    /// Standard deviation of the value over paths.
    ValueDeviation(term: Term) =
        "value.{term}.sd", Unit::Amount, Some(FigureGroup::Value), Neither,
        Source::Deviation(Quantity::Value, term),
        None;
    /// Probability of a value of at least so many million kronor.
    ValueAtLeast(term: Term, amount: Millions) =
        "value.{term}.p_at_least_{amount}", Unit::Fraction, Some(FigureGroup::Value), More,
        Source::ValueAtLeast(term, amount),
        Some(message!(figure_at_least, amount = amount.get().to_string(), span = term.span(horizon)));
    /// Annualised nominal return of a unit, net of fees and costs, flows left out.
    NominalReturn(term: Term, statistic: Statistic) =
        "return.{term}.nominal.{statistic}", Unit::Fraction, Some(FigureGroup::Return), More,
        Source::Quantity(Quantity::NominalReturn, term, statistic),
        Some(message!(figure_returns, place = statistic, span = term.span(horizon)));
    /// Standard deviation of that return over paths.
    NominalDeviation(term: Term) =
        "return.{term}.nominal.sd", Unit::Fraction, Some(FigureGroup::Return), Less,
        Source::Deviation(Quantity::NominalReturn, term),
        None;
    /// Annualised real return of a unit: after inflation.
    RealReturn(term: Term, statistic: Statistic) =
        "return.{term}.real.{statistic}", Unit::Fraction, Some(FigureGroup::Return), More,
        Source::Quantity(Quantity::RealReturn, term, statistic),
        Some(message!(figure_real_returns, place = statistic, span = term.span(horizon)));
    /// Standard deviation of that return over paths.
    RealDeviation(term: Term) =
        "return.{term}.real.sd", Unit::Fraction, Some(FigureGroup::Return), Less,
        Source::Deviation(Quantity::RealReturn, term),
        None;
    /// Expected log growth of a unit, a year: the mean over paths of `ln(G) / years`. The growth that a unit has in the
    /// long run.
    LogGrowth(term: Term) =
        "return.{term}.log_growth", Unit::Fraction, Some(FigureGroup::Return), More,
        Source::Quantity(Quantity::LogGrowth, term, Statistic::Mean),
        None;
    /// Probability of a return below the policy's expected one.
    BelowExpected(term: Term) =
        "return.{term}.p_below_expected", Unit::Fraction, Some(FigureGroup::Return), Less,
        Source::BelowExpected(term),
        Some(message!(figure_below_expected, span = term.span(horizon)));
    /// Probability of a loss on a unit.
    Loss(term: Term) =
        "loss.{term}.p_loss", Unit::Fraction, Some(FigureGroup::Loss), Less,
        Source::Loss(term),
        Some(message!(figure_loss, span = term.span_from_start(horizon)));
    /// Value at risk: the 95 % quantile of the loss, as a fraction of the opening price.
    ValueAtRisk95(term: Term) =
        "loss.{term}.var95", Unit::Fraction, Some(FigureGroup::Loss), Less,
        Source::ValueAtRisk(term),
        Some(message!(figure_var, span = term.span_from_start(horizon)));
    /// Value at risk: the 99 % quantile of the loss, as a fraction of the opening price.
    ValueAtRisk99(term: Term) =
        "loss.{term}.var99", Unit::Fraction, Some(FigureGroup::Loss), Less,
        Source::ValueAtRisk(term),
        None;
    /// Expected shortfall: the mean of the worst 5 % of losses, as a fraction of the opening price.
    Shortfall95(term: Term) =
        "loss.{term}.es95", Unit::Fraction, Some(FigureGroup::Loss), Less,
        Source::Shortfall95(term),
        Some(message!(figure_shortfall, span = term.span_from_start(horizon)));
    /// Expected shortfall: the mean of the worst 1 % of losses, as a fraction of the opening price.
    Shortfall99(term: Term) =
        "loss.{term}.es99", Unit::Fraction, Some(FigureGroup::Loss), Less,
        Source::Shortfall99(term),
        None;
    /// Probability of at least one ex-ante breach: below the floor known the observation before.
    BreachExAnte(term: Term) =
        "breach.ex_ante.{term}", Unit::Fraction, Some(FigureGroup::Breach), Less,
        Source::Event(PoolEvent::BreachExAnte, term),
        Some(message!(figure_breach_ex_ante, span = term.span(horizon)));
    /// Probability of at least one ex-post breach: below the floor of the day.
    BreachExPost(term: Term) =
        "breach.ex_post.{term}", Unit::Fraction, Some(FigureGroup::Breach), Less,
        Source::Event(PoolEvent::BreachExPost, term),
        Some(message!(figure_breach_ex_post, span = term.span(horizon)));
    /// Probability of being below the floor of the day at that month-end.
    BelowFloor(term: Term) =
        "breach.below.{term}", Unit::Fraction, Some(FigureGroup::Breach), Less,
        Source::Event(PoolEvent::BelowFloor, term),
        None;
    /// Mean number of episodes (consecutive observations below, ex post) a path.
    Episodes =
        "breach.episodes", Unit::Number(2), Some(FigureGroup::Breach), Less,
        Source::Path(PathFigure::Episodes, Statistic::Mean),
        None;
    /// Mean number of months below (ex post) a path, over all paths: those without a breach count 0.
    MonthsBelow =
        "breach.months_below", Unit::Number(2), Some(FigureGroup::Breach), Less,
        Source::Path(PathFigure::MonthsBelow, Statistic::Mean),
        Some(message!(figure_months_below));
    /// The path's deepest ex-ante breach as a fraction of the floor, over paths that have one.
    DepthExAnte(statistic: Statistic) =
        "breach.depth_ex_ante.{statistic}", Unit::Fraction, Some(FigureGroup::Breach), Less,
        Source::PathGiven(PathFigure::DepthExAnte, statistic),
        None;
    /// The path's deepest ex-post breach as a fraction of the floor, over paths that have one.
    DepthExPost(statistic: Statistic) =
        "breach.depth_ex_post.{statistic}", Unit::Fraction, Some(FigureGroup::Breach), Less,
        Source::PathGiven(PathFigure::DepthExPost, statistic),
        (statistic == Statistic::Mean).then(|| message!(figure_depth));
    /// Probability that the first ex-post breach comes after the pool was emptied: its unit goes on under the rule.
    BreachAfterEmptied =
        "breach.after_emptied", Unit::Fraction, Some(FigureGroup::Breach), Less,
        Source::BreachAfterEmptied,
        None;
    /// The path's deepest fall from the rolling high, as a fraction of the high. It is of a unit or of the market
    /// value, as the pool's high is; of the total, of a unit over 24 months.
    RollingFall(statistic: Statistic) =
        "drawdown_rolling.depth.{statistic}", Unit::Fraction, Some(FigureGroup::Drawdown), Less,
        Source::Path(PathFigure::FallRolling, statistic),
        Some(message!(figure_fall, place = statistic));
    /// Probability of such a fall that is deeper than so many percent.
    RollingFallOver(depth: Percentage) =
        "drawdown_rolling.p_over_{depth}", Unit::Fraction, Some(FigureGroup::Drawdown), Less,
        Source::PathOver(PathFigure::FallRolling, depth),
        Some(message!(figure_fall_over, fall = Argument::Level(depth.fraction())));
    /// The path's deepest fall from the all-time high, as a fraction of the high; of the same.
    AllTimeFall(statistic: Statistic) =
        "drawdown_all_time.depth.{statistic}", Unit::Fraction, Some(FigureGroup::Drawdown), Less,
        Source::Path(PathFigure::FallAllTime, statistic),
        None;
    /// Probability of a fall from the all-time high that is deeper than so many percent.
    AllTimeFallOver(depth: Percentage) =
        "drawdown_all_time.p_over_{depth}", Unit::Fraction, Some(FigureGroup::Drawdown), Less,
        Source::PathOver(PathFigure::FallAllTime, depth),
        None;
    /// The path's deepest fall of a unit from its highest in 24 months, at month-ends, as a fraction of that. It is the
    /// same measure for every pool and the total; flows make no fall.
    UnitFall(statistic: Statistic) =
        "drawdown_unit.depth.{statistic}", Unit::Fraction, Some(FigureGroup::Drawdown), Less,
        Source::Path(PathFigure::FallUnit, statistic),
        Some(message!(figure_fall_unit, place = statistic));
    /// Probability of such a fall that is deeper than so many percent.
    UnitFallOver(depth: Percentage) =
        "drawdown_unit.p_over_{depth}", Unit::Fraction, Some(FigureGroup::Drawdown), Less,
        Source::PathOver(PathFigure::FallUnit, depth),
        Some(message!(figure_fall_unit_over, fall = Argument::Level(depth.fraction())));
    /// Probability that the high before the deepest fall is not regained by the horizon.
    NotRecovered =
        "recovery.p_not_recovered", Unit::Fraction, Some(FigureGroup::Recovery), Less,
        Source::NotRecovered,
        Some(message!(figure_not_recovered));
    /// Months from the high before the deepest fall until it is regained, over paths that regain it.
    RecoveryMonths(statistic: Statistic) =
        "recovery.months.{statistic}", Unit::Number(1), Some(FigureGroup::Recovery), Less,
        Source::PathGiven(PathFigure::Recovery, statistic),
        None;
    /// Equity share after trading, mean over all steps of all months, drift between trades included. A pool without
    /// money counts 0.
    EquityShare =
        "share.mean", Unit::Fraction, Some(FigureGroup::Share), Neither,
        Source::Path(PathFigure::Share, Statistic::Mean),
        Some(message!(figure_share));
    /// Share of time in cash-lock; none of a pool that never holds equities. A pool without money does not count as
    /// locked.
    CashLock =
        "share.cash_lock", Unit::Fraction, Some(FigureGroup::Share), Less,
        Source::Path(PathFigure::CashLock, Statistic::Mean),
        Some(message!(figure_lock));
    /// Equity share after trading at the beginning of the term's last month: month 12 N - 1 for `yN`. At the term's end
    /// of the horizon nothing is traded.
    EquityShareAt(term: Term, statistic: Statistic) =
        "share.by_year.{term}.{statistic}", Unit::Fraction, Some(FigureGroup::ShareByMonth), Neither,
        Source::Quantity(Quantity::EquityShare, term, statistic),
        None;
    /// Floor.
    Floor(term: Term, statistic: Statistic) =
        "floor.{term}.{statistic}", Unit::Amount, Some(FigureGroup::FloorByMonth), Neither,
        Source::Quantity(Quantity::Floor, term, statistic),
        None;
    /// Sum of absolute changes of the equity share by trading, a year.
    Turnover =
        "trading.turnover_per_year", Unit::Fraction, Some(FigureGroup::Trading), Less,
        Source::Path(PathFigure::Turnover, Statistic::Mean),
        Some(message!(figure_turnover));
    /// Trading cost, a year.
    TradingCost =
        "trading.cost_per_year", Unit::Amount, Some(FigureGroup::Trading), Less,
        Source::Path(PathFigure::Cost, Statistic::Mean),
        Some(message!(figure_cost));
    /// Probability of at least one jump of the allowed share that comes only from an old high leaving the window.
    RollOff =
        "roll_off.p_jump", Unit::Fraction, Some(FigureGroup::RollOff), Less,
        Source::PathOver(PathFigure::Jumps, Percentage::whole(0)),
        None;
    /// Mean number of such jumps a year.
    RollOffsPerYear =
        "roll_off.jumps_per_year", Unit::Number(4), Some(FigureGroup::RollOff), Less,
        Source::Path(PathFigure::Jumps, Statistic::Mean),
        Some(message!(figure_jumps));
    /// The path's largest such jump.
    LargestRollOff(statistic: Statistic) =
        "roll_off.largest.{statistic}", Unit::Fraction, Some(FigureGroup::RollOff), Less,
        Source::Path(PathFigure::LargestJump, statistic),
        None;
    /// Contributions over the horizon, in the money of their day.
    Contributions =
        "flows.contributed", Unit::Amount, Some(FigureGroup::Flows), Neither,
        Source::Path(PathFigure::Contributed, Statistic::Mean),
        None;
    /// Payments due over the horizon, in the money of their day.
    PaymentsDue =
        "flows.due", Unit::Amount, Some(FigureGroup::Flows), Neither,
        Source::Path(PathFigure::Due, Statistic::Mean),
        None;
    /// Payments due over the horizon that the pool could not make.
    PaymentsMissed =
        "flows.unpaid", Unit::Amount, Some(FigureGroup::Flows), Less,
        Source::Path(PathFigure::PaymentsMissed, Statistic::Mean),
        None;
    /// Probability that some payment could not be made.
    PaymentMissed(term: Term) =
        "flows.p_unpaid.{term}", Unit::Fraction, Some(FigureGroup::Flows), Less,
        Source::Event(PoolEvent::PaymentMissed, term),
        Some(message!(figure_unpaid, span = term.span(horizon)));
    /// Probability that the pool has been without money at some month-end.
    Emptied(term: Term) =
        "flows.p_emptied.{term}", Unit::Fraction, Some(FigureGroup::Flows), Less,
        Source::Event(PoolEvent::Emptied, term),
        Some(message!(figure_emptied, span = term.span(horizon)));
    /// Share of the variance of a unit's log growth that comes from the expected returns drawn.
    UncertaintyOfVariance =
        "parameter_uncertainty.share_of_variance", Unit::Fraction, None, Neither,
        Source::AllPaths,
        None;
    /// Share of the fan's width that comes from the expected returns drawn: `1 - √(1 - R²)`.
    UncertaintyOfWidth =
        "parameter_uncertainty.share_of_width", Unit::Fraction, None, Neither,
        Source::AllPaths,
        None;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_back_from_its_path() {
        for figure in [
            PoolFigure::Value(Term::Years(10), Statistic::Mean),
            PoolFigure::RealReturn(Term::Horizon, Statistic::Q05),
            PoolFigure::BelowExpected(Term::Years(20)),
            PoolFigure::BreachExPost(Term::Years(1)),
            PoolFigure::DepthExPost(Statistic::Q95),
            PoolFigure::RollingFallOver(Percentage::of(0.125)),
            PoolFigure::EquityShareAt(Term::Horizon, Statistic::MEDIAN),
            PoolFigure::EquityShare,
        ] {
            assert_eq!(figure.to_string().parse(), Ok(figure));
        }
        for wrong in ["", "value", "value.y10", "value.y10.q5", "value.y10.mean.more", "breach.ex_pst.y10"] {
            assert!(wrong.parse::<PoolFigure>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn an_entry_is_that_of_its_figure() {
        assert_eq!(PoolFigure::TradingCost.entry().path, "trading.cost_per_year");
        assert_eq!(PoolFigure::Floor(Term::Horizon, Statistic::Mean).entry().unit, Unit::Amount);
    }
}
