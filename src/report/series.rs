//! Figures in rows and columns, with all their digits.

use std::fmt::Display;

use crate::numerics::real;
use crate::stats::Estimate;

/// A series of figures: a head and rows, which are made when they are asked for.
///
/// Memory is that of one row, however many there are.
pub struct Series<'a> {
    /// Its name, a file's without ending: `months`.
    pub name: &'static str,
    /// A name for each column.
    pub head: Vec<String>,
    rows: Box<MakeRows<'a>>,
}

type MakeRows<'a> = dyn Fn() -> RowIterator<'a> + Send + Sync + 'a;
type RowIterator<'a> = Box<dyn Iterator<Item = Row> + 'a>;

impl<'a> Series<'a> {
    /// A series whose rows have a cell for each column of the head.
    pub fn new<H: Into<String>, R: Iterator<Item = Row> + 'a>(
        name: &'static str,
        head: impl IntoIterator<Item = H>,
        rows: impl Fn() -> R + Send + Sync + 'a,
    ) -> Self {
        Self { name, head: head.into_iter().map(Into::into).collect(), rows: Box::new(move || Box::new(rows())) }
    }

    /// Its rows, the same at each call.
    #[must_use]
    pub fn rows(&self) -> RowIterator<'a> {
        (self.rows)()
    }
}

/// The heads of an estimate's four cells.
#[must_use]
pub fn with_error(name: &impl Display) -> [String; 4] {
    ["", "_se", "_low", "_high"].map(|part| format!("{name}{part}"))
}

/// A row of a series, built cell by cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row(Vec<Cell>);

/// A cell of a row: what it says of one column.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// There is no such figure.
    Empty,
    /// A name, a word or a date.
    Text(String),
    /// A number in the column's unit.
    Number(f64),
}

impl Row {
    /// A row that begins with these cells.
    #[must_use]
    pub fn of<C: Into<Cell>>(cells: impl IntoIterator<Item = C>) -> Self {
        Self::default().cells(cells)
    }

    /// Adds a cell.
    #[must_use]
    pub fn cell(mut self, cell: impl Into<Cell>) -> Self {
        self.0.push(cell.into());
        self
    }

    /// Adds cells.
    #[must_use]
    pub fn cells<C: Into<Cell>>(mut self, cells: impl IntoIterator<Item = C>) -> Self {
        self.0.extend(cells.into_iter().map(Into::into));
        self
    }

    /// Adds an estimate in four cells: its value, standard error, and the ends of its 95 % interval.
    #[must_use]
    pub fn estimate(self, estimate: Option<&Estimate>) -> Self {
        let numbers = estimate.map(|estimate| {
            let [low, high] = estimate.interval;
            [estimate.value, estimate.standard_error, low, high]
        });
        self.cells(numbers.map_or([None; 4], |numbers| numbers.map(Some)))
    }

    /// Its cells.
    #[must_use]
    pub fn as_slice(&self) -> &[Cell] {
        &self.0
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<bool> for Cell {
    fn from(is_so: bool) -> Self {
        Self::Text(is_so.to_string())
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        if number.is_nan() { Self::Empty } else { Self::Number(number) }
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Number(real(count))
    }
}

impl<C: Into<Self>> From<Option<C>> for Cell {
    fn from(cell: Option<C>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}
