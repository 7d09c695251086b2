//! The score of each figure.

use super::functional::{Functional, Score};
use super::region::RegionScores;
use crate::numerics::{elementary, less_rounding, real};
use crate::plan::{Plan, Pool};
use crate::stats::figure::{Figure, PathFigure, PoolFigure, Quantity, Source, Statistic, Term};
use crate::stats::histogram::Histogram;
use crate::stats::subject::observations_per_month;
use crate::stats::tally::{Places, PoolTally, Span};
use crate::stats::variable::Variable;
use crate::units::{Millions, Percentage};

/// The scores of a subject's figures.
pub enum Scores<'a> {
    /// Scores of a pool, or of the total.
    Pool(PoolScores<'a>),
    /// Scores of the region.
    Region(RegionScores<'a>),
}

impl Scores<'_> {
    /// The score of a figure. Another subject's figure has none, and neither has a figure that is no function of single
    /// paths' numbers. A quantile at a value that is counted apart has none either. `pilot` tells the subject's figures
    /// on the first paths.
    #[must_use]
    pub fn score_of(&self, figure: Figure, pilot: &dyn Fn(Figure) -> f64) -> Option<Score> {
        match (self, figure) {
            (Self::Pool(scores), Figure::Pool(figure)) => scores.score_of(figure, &|figure| pilot(figure.into())),
            (Self::Region(scores), Figure::Region(of_region)) => scores.score_of(of_region, pilot(figure)),
            (Self::Pool(_), Figure::Region(_)) | (Self::Region(_), Figure::Pool(_)) => None,
        }
    }
}

/// The plan and the first counts that scores of a pool's figures come from.
pub struct PoolScores<'a> {
    plan: &'a Plan,
    /// The subject's pool, if it is not the total.
    pool: Option<&'a Pool>,
    pilot: &'a PoolTally,
    spans: Vec<Span>,
    places: Places,
}

impl<'a> PoolScores<'a> {
    /// Scores of a pool of the plan, or of the total, with the counts of the first paths.
    #[must_use]
    pub fn new(plan: &'a Plan, pool: Option<&'a Pool>, pilot: &'a PoolTally) -> Self {
        Self { plan, pool, pilot, spans: Span::all(plan), places: Places::new(plan) }
    }

    /// The score of a figure. `None` if the figure is not a function of single paths' numbers, or is a quantile at a
    /// value that is counted apart. `pilot` tells the subject's figures on the first paths.
    #[must_use]
    pub fn score_of(&self, figure: PoolFigure, pilot: &dyn Fn(PoolFigure) -> f64) -> Option<Score> {
        let near = || pilot(figure);
        let of = |variable: Variable, of: Functional| Some(Score { variable, of });
        let happened = |variable: Variable| of(variable, Functional::Happened);
        let spread = |variable: Variable, statistic| of(variable, self.distribution(variable, statistic, near())?);
        match figure.source() {
            Source::Quantity(quantity, term, statistic) => spread(self.variable(quantity, term)?, statistic),
            Source::Deviation(quantity, term) => {
                of(self.variable(quantity, term)?, Functional::Deviation(pilot(mean_of(quantity, term))))
            }
            Source::Path(number, statistic) => spread(Variable::Path(number), statistic),
            // In months; the path's number counts observations.
            Source::PathGiven(PathFigure::Recovery, statistic) => {
                let per_month = observations_per_month(self.pool, self.plan.time);
                self.given(PathFigure::Recovery, statistic, near() * real(per_month))
            }
            Source::PathGiven(number, statistic) => self.given(number, statistic, near()),
            Source::PathOver(number, bound) => of(Variable::Path(number), above(self.bound(bound))),
            Source::ValueAtLeast(term, amount) => {
                let mut amounts = self.plan.outputs.values.iter();
                let bound = amounts.find(|&&known| Millions::of(known.get()) == amount)?.amount().get();
                of(Variable::Value(self.place(term)?), above(less_rounding(bound)))
            }
            Source::BreachAfterEmptied => happened(Variable::BreachAfterEmptied),
            Source::Event(event, term) => happened(Variable::Event(event, self.month(term)?)),
            Source::BelowExpected(term) => {
                let span = self.span(term)?;
                let bound = self.spans[span].growth_at(self.pool?.expected_return?);
                of(Variable::Growth(span), below(bound))
            }
            Source::Loss(term) => of(Variable::Growth(self.span(term)?), below(1.0)),
            Source::ValueAtRisk(term) => self.value_at_risk(term, near()),
            Source::Shortfall95(term) => self.shortfall(term, pilot(PoolFigure::ValueAtRisk95(term))),
            Source::Shortfall99(term) => self.shortfall(term, pilot(PoolFigure::ValueAtRisk99(term))),
            Source::NotRecovered => happened(Variable::NotRecovered),
            Source::AllPaths => None,
        }
    }

    fn variable(&self, quantity: Quantity, term: Term) -> Option<Variable> {
        Some(match quantity {
            Quantity::Value => Variable::Value(self.place(term)?),
            Quantity::Floor => Variable::Floor(self.place(term)?),
            Quantity::EquityShare => Variable::Share(self.places.of_share(self.month(term)? - 1)?),
            Quantity::NominalReturn => Variable::Nominal(self.span(term)?),
            Quantity::RealReturn => Variable::Real(self.span(term)?),
            Quantity::LogGrowth => Variable::LogGrowth(self.span(term)?),
        })
    }

    /// A loss is 1 - G: its quantile lies where the growth factor G is 1 less it.
    fn value_at_risk(&self, term: Term, near: f64) -> Option<Score> {
        let span = self.span(term)?;
        let of = Functional::Quantile(self.pilot.growth[span].edges(1.0 - near)?);
        Some(Score { variable: Variable::Growth(span), of })
    }

    fn shortfall(&self, term: Term, value_at_risk: f64) -> Option<Score> {
        let span = self.span(term)?;
        let of = Functional::TailMean(1.0 - value_at_risk, self.pilot.growth[span].bins());
        Some(Score { variable: Variable::Growth(span), of })
    }

    /// The mean, or a quantile near here.
    fn distribution(&self, variable: Variable, statistic: Statistic, near: f64) -> Option<Functional> {
        let Statistic::Quantile(quantile) = statistic else { return Some(Functional::Mean) };
        quantile.level_among(&self.plan.outputs.quantiles)?;
        self.edges(variable, near).map(Functional::Quantile)
    }

    /// The same over those paths that have the number.
    fn given(&self, figure: PathFigure, statistic: Statistic, near: f64) -> Option<Score> {
        let variable = Variable::Path(figure);
        let level = match statistic {
            Statistic::Mean => return Some(Score { variable, of: Functional::MeanOfGiven(near) }),
            // The depth's, which is no quantile of the run's own.
            Statistic::Q95 => 0.95,
            Statistic::Quantile(quantile) => quantile.level_among(&self.plan.outputs.quantiles)?,
        };
        Some(Score { variable, of: Functional::QuantileOfGiven(self.edges(variable, near)?, level) })
    }

    /// The edges of the bin in which a value of a variable lies, in its unit.
    fn edges(&self, variable: Variable, near: f64) -> Option<[f64; 2]> {
        let annual = |histograms: &[Histogram], span: usize| {
            let years = self.spans[span].years();
            let edges = histograms[span].edges(elementary::pow(1.0 + near, years))?;
            Some(edges.map(|growth| elementary::pow(growth, 1.0 / years) - 1.0))
        };
        match variable {
            Variable::Value(place) => self.pilot.value[place].edges(near),
            Variable::Share(place) => self.pilot.share[place].edges(near),
            Variable::Floor(place) => self.pilot.floor[place].edges(near),
            Variable::Nominal(span) => annual(&self.pilot.growth, span),
            Variable::Real(span) => annual(&self.pilot.real_growth, span),
            Variable::Path(figure) => self.pilot.path[figure as usize].edges(near),
            Variable::Growth(_)
            | Variable::LogGrowth(_)
            | Variable::BreachAfterEmptied
            | Variable::Event(..)
            | Variable::NotRecovered
            | Variable::Line(_)
            | Variable::RegionEvent(..)
            | Variable::Never(_) => None,
        }
    }

    /// A bound as the plan has it, where it is one of the plan's.
    fn bound(&self, bound: Percentage) -> f64 {
        let mut falls = self.plan.outputs.falls.iter().map(|fall| fall.get());
        falls.find(|&fall| Percentage::of(fall) == bound).unwrap_or(bound.fraction())
    }

    fn month(&self, term: Term) -> Option<usize> {
        self.places.terms().into_iter().find(|(known, _)| *known == term).map(|(_, month)| month)
    }

    fn place(&self, term: Term) -> Option<usize> {
        self.places.place_of(self.month(term)?)
    }

    fn span(&self, term: Term) -> Option<usize> {
        self.spans.iter().position(|span| span.term == term)
    }
}

/// The mean of a quantity.
fn mean_of(quantity: Quantity, term: Term) -> PoolFigure {
    match quantity {
        Quantity::Value => PoolFigure::Value(term, Statistic::Mean),
        Quantity::Floor => PoolFigure::Floor(term, Statistic::Mean),
        Quantity::EquityShare => PoolFigure::EquityShareAt(term, Statistic::Mean),
        Quantity::NominalReturn => PoolFigure::NominalReturn(term, Statistic::Mean),
        Quantity::RealReturn => PoolFigure::RealReturn(term, Statistic::Mean),
        Quantity::LogGrowth => PoolFigure::LogGrowth(term),
    }
}

fn above(bound: f64) -> Functional {
    Functional::Beyond { bound, below: false }
}

/// Below a bound by more than rounding makes of a number at it.
fn below(bound: f64) -> Functional {
    Functional::Beyond { bound: less_rounding(bound), below: true }
}
