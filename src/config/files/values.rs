//! Reading what an office's own books say of a pool: prices or values, by month-end or by day.

use super::Table;
use super::rows::{TableRow, line};
use crate::config::problem::Problem;
use crate::plan::Values;
use crate::texts::{Message, message};
use crate::units::{Day, Exposure, MNKR};

/// The most rows: the working days of eighty years.
const MOST_ROWS: usize = 20_000;
/// The columns, of which a file has some.
const COLUMNS: [&str; 8] =
    ["date", "price", "value_mnkr", "flow_mnkr", "equities_mnkr", "share", "equity_return", "equity_price"];
/// How many days before a month's end its last row may lie, holidays and all.
const MOST_DAYS_LEFT: i8 = 6;

/// Reads a pool's prices or values from a file's content.
///
/// The first column is `date`: a day, or a month for its last day, oldest first, no month left out. Then
/// `price` is the price of a unit; or the program makes units from `value_mnkr` and `flow_mnkr`. A value is the one
/// after the day's flow, and a flow buys units at the price of its day; a negative one sells them. So `P_t = P_{t-1}
/// (V_t - flow_t) / V_{t-1}`, and 1 in the first row. `value_mnkr` may stand beside `price` too. `share` or
/// `equities_mnkr` is the equity share held; that of the last row is used, and no row between has none. The risk of
/// equities is estimated from `equity_return`, a fraction since the row before, or from `equity_price`.
///
/// # Errors
/// The first thing wrong, with file, line and column (counted in fields).
pub fn read(file: &str, content: &[u8]) -> Result<Values, Problem> {
    let (wanted, limits) = (message!(values_columns), (COLUMNS.len(), MOST_ROWS));
    let table = Table::read_wide(file.to_owned(), content, (&wanted, &COLUMNS), limits)?;
    let columns = FileColumns::new(&table, table.names())?;
    let days = days(&table)?;
    let value = columns.amounts(&table, "value_mnkr", true)?;
    let price = match columns.place("price") {
        Some(column) => prices(&table, column)?,
        None => unitised(&table, &columns, &value)?,
    };
    let equity_growth = equity_growth(&table, &columns)?;
    let share = share(&table, &columns, &value)?;
    Values::new(days, price, value, equity_growth)
        .map(|values| values.with_share(share))
        .ok_or_else(|| table.without_rows())
}

/// The columns of a file.
struct FileColumns<'a>(&'a [String]);

impl<'a> FileColumns<'a> {
    fn new(table: &Table, header: &'a [String]) -> Result<Self, Problem> {
        let known = message!(date_and_of, columns = COLUMNS[1..].join(", "));
        if let Some(place) = header.iter().position(|name| !COLUMNS.contains(&name.as_str())) {
            return Err(table.at_heading(place, message!(the_column, column = &header[place]), known));
        }
        let columns = Self(header);
        let wrong = |place: usize, found: Message, allowed: Message| Err(table.at_heading(place, found, allowed));
        let place = |name: &str| columns.place(name);
        match (place("price"), place("value_mnkr"), place("flow_mnkr")) {
            (None, None, _) => {
                return wrong(0, message!(neither_price_nor_value), message!(price_or_value));
            }
            (Some(_), _, Some(flow)) => {
                return wrong(
                    flow,
                    message!(beside, one = "flow_mnkr", other = "price"),
                    message!(price_knows_no_flows),
                );
            }
            (None, Some(value), None) => {
                return wrong(value, message!(value_without_flow), message!(flow_too));
            }
            _ => {}
        }
        for (one, other) in [("share", "equities_mnkr"), ("equity_return", "equity_price")] {
            if let (Some(_), Some(other_place)) = (place(one), place(other)) {
                return wrong(other_place, message!(beside, one = other, other = one), message!(one_of_the_two));
            }
        }
        match (place("equities_mnkr"), place("value_mnkr")) {
            (Some(equities), None) => wrong(equities, message!(equities_without_value), message!(value_too)),
            _ => Ok(columns),
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.0.iter().position(|column| column == name)
    }

    /// Amounts of a column in SEK; none where the file has no such column.
    fn amounts(&self, table: &Table, name: &str, positive: bool) -> Result<Vec<f64>, Problem> {
        let Some(column) = self.place(name) else { return Ok(Vec::new()) };
        let (low, allowed) =
            if positive { (f64::MIN_POSITIVE, message!(amount_above_zero)) } else { (-1e7, message!(amount_of_flow)) };
        let amount = |row: &TableRow| within(table, row, column, (low, 1e7), &allowed).map(|mnkr| mnkr * MNKR);
        table.rows.iter().map(amount).collect()
    }
}

/// A number in a range.
fn within(table: &Table, row: &TableRow, column: usize, range: (f64, f64), allowed: &Message) -> Result<f64, Problem> {
    let number = table.number(row, column, || allowed.clone())?;
    bounded(table, (row, column), number, range, allowed)
}

/// A fraction in a range.
fn fraction(
    table: &Table,
    row: &TableRow,
    column: usize,
    range: (f64, f64),
    allowed: &Message,
) -> Result<f64, Problem> {
    let fraction = table.fraction(row, column, || allowed.clone())?;
    bounded(table, (row, column), fraction, range, allowed)
}

fn bounded(
    table: &Table,
    (row, column): (&TableRow, usize),
    number: f64,
    (low, high): (f64, f64),
    allowed: &Message,
) -> Result<f64, Problem> {
    if (low..=high).contains(&number) {
        return Ok(number);
    }
    Err(table.problem(row, column, table.text(row, column), allowed.clone()))
}

/// The days, each after the one before, no month left out, and the last row of each month but the last near its end.
fn days(table: &Table) -> Result<Vec<Day>, Problem> {
    let days = table.days()?;
    for (at, row) in table.rows.iter().enumerate().skip(1) {
        let (before, day) = (days[at - 1], days[at]);
        let text = table.text(row, 0);
        let problem = |allowed: Message, hint: Option<Message>| Problem {
            hint: hint.map(Into::into),
            ..table.problem(row, 0, format!("\"{text}\""), allowed)
        };
        if line(row) > line(&table.rows[at - 1]) + 1 {
            return Err(table.at(line(row) - 1, 0, message!(a_blank_row), message!(rows_in_a_row)));
        }
        if day <= before {
            let hint = if day == before { message!(day_once) } else { message!(oldest_first) };
            return Err(problem(message!(day_after, before = before.to_string()), Some(hint)));
        }
        let skipped = day.month().months_since(before.month());
        if skipped > 1 {
            let allowed = message!(day_of, month = before.month().plus(1).to_string());
            return Err(problem(allowed, Some(message!(every_month_end))));
        }
        if skipped == 1 && before.days_left() > MOST_DAYS_LEFT {
            let (month, before) = (before.month().to_string(), before.to_string());
            return Err(problem(message!(row_for_the_end, month, before), None));
        }
    }
    Ok(days)
}

fn prices(table: &Table, column: usize) -> Result<Vec<f64>, Problem> {
    let mut prices: Vec<f64> = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let price = within(table, row, column, (1e-6, 1e12), &message!(a_price))?;
        if let Some(before) = prices.last() {
            super::plausible(table, row, column, price / before)?;
        }
        prices.push(price);
    }
    Ok(prices)
}

/// Unit prices from values and flows.
fn unitised(table: &Table, columns: &FileColumns, value: &[f64]) -> Result<Vec<f64>, Problem> {
    let flow = columns.amounts(table, "flow_mnkr", false)?;
    let column = columns.place("value_mnkr").unwrap_or(0);
    let mut prices = vec![1.0];
    for (at, row) in table.rows.iter().enumerate().skip(1) {
        let growth = (value[at] - flow[at]) / value[at - 1];
        super::plausible(table, row, column, growth)?;
        prices.push(prices[at - 1] * growth);
    }
    Ok(prices)
}

fn equity_growth(table: &Table, columns: &FileColumns) -> Result<Vec<f64>, Problem> {
    if let Some(column) = columns.place("equity_price") {
        let prices = prices(table, column)?;
        let growth = prices.windows(2).map(|pair| pair[1] / pair[0]);
        return Ok(std::iter::once(1.0).chain(growth).collect());
    }
    let Some(column) = columns.place("equity_return") else { return Ok(Vec::new()) };
    let mut growth = vec![1.0];
    for row in table.rows.iter().skip(1) {
        growth.push(1.0 + fraction(table, row, column, (-0.5, 1.0), &message!(return_since_before))?);
    }
    Ok(growth)
}

/// Whether a column, once it has begun, has a value in every row.
fn without_a_gap(table: &Table, column: usize, allowed: &Message) -> Result<(), Problem> {
    let blank = |row: &&TableRow| table.text(row, column).is_empty();
    match table.rows.iter().skip_while(blank).find(blank) {
        Some(row) => Err(table.problem(row, column, "\"\"", allowed.clone())),
        None => Ok(()),
    }
}

/// The equity share of the last row. The first rows may leave it out.
fn share(table: &Table, columns: &FileColumns, value: &[f64]) -> Result<Option<Exposure>, Problem> {
    let allowed = message!(share_of_value);
    let Some(row) = table.rows.last() else { return Ok(None) };
    if let Some(column) = columns.place("share") {
        without_a_gap(table, column, &allowed)?;
        return fraction(table, row, column, (0.0, 20.0), &allowed).map(Exposure::new);
    }
    let (Some(column), Some(value)) = (columns.place("equities_mnkr"), value.last()) else { return Ok(None) };
    without_a_gap(table, column, &message!(amount_of_equities))?;
    let share = within(table, row, column, (0.0, 1e7), &message!(amount_of_equities))? * MNKR / value;
    let share = Exposure::new(share);
    share.map(Some).ok_or_else(|| table.problem(row, column, table.text(row, column), allowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        read("values.csv", text.as_bytes()).map_or_else(|problem| problem.to_string(), |values| format!("{values:?}"))
    }

    #[test]
    fn a_flow_buys_units_at_the_price_of_its_day() {
        let text =
            "\u{feff}date,value_mnkr,flow_mnkr\r\n2024-01-31,100,0\r\n2024-02-29,160,50\r\n2024-03-31,80,-80\r\n";
        let values = read("values.csv", text.as_bytes()).unwrap();
        // 110 of 100 before the contribution; 160 of 160 before the payment.
        assert_eq!(values.price(), [1.0, 1.1, 1.1]);
        assert_eq!(values.value(), [100e6, 160e6, 80e6]);
    }

    #[test]
    fn the_share_of_the_last_row_and_the_growth_of_equities_are_read() {
        let text = "date,price,value_mnkr,equities_mnkr,equity_price\n2024-01,10,100,,50\n2024-02,11,110,55,60\n";
        let values = read("values.csv", text.as_bytes()).unwrap();
        assert_eq!((values.share(), values.equity_growth()), (Exposure::new(0.5), &[1.0, 1.2][..]));
    }

    #[test]
    fn what_is_wrong_is_told_with_line_and_column() {
        for (text, expected) in [
            ("PK\u{3}\u{4}\n1\n", "values.csv: found a workbook that cannot be read"),
            ("\u{7f}ELF\n1\n", "values.csv:1:1: found bytes that are no text"),
            ("date,value_mnkr,flow_mnkr\n2024-01,1,\n", "to 1e7, 0 where nothing flowed"),
            ("", "values.csv:1:1: found no header, allowed: the columns date,price or date,value_mnkr,flow_mnkr"),
            (
                "when,price\n2024-01,1\n",
                "values.csv:1:1: found the columns when,price, allowed: the columns date,price or",
            ),
            ("date,price\n", "values.csv:2:1: found no rows"),
            ("date,price\n2024-01-31,1,5\n", "values.csv:2:1: found 3 fields"),
            ("date,price\n2024-01-31,\"1,5,5\"\n", "values.csv:2:2: found \"1,5,5\""),
            ("date,value_mnkr,flow_mnkr\n2024-01,85.000,0\n", "which is 85 with a decimal point and 85000 with"),
            ("date;value_mnkr;flow_mnkr\n2024-01;0,5;0\n2024-02;0.5;0\n", "is not that of the rows before"),
            ("date,price\n2024-01-31,NaN\n", "values.csv:2:2: found \"NaN\""),
            ("date,price\n2024-01-31,-1\n", "values.csv:2:2: found -1"),
            ("date,price\n2024-01-31,0\n", "values.csv:2:2: found 0"),
            ("date,price\n2024-01-31,1e999\n", "values.csv:2:2: found \"1e999\""),
            ("date,price\n3/4/2024,1\n", "found \"3/4/2024\", which is 2024-04-03 or 2024-03-04, allowed: a date that"),
            ("date,price\n2024-02-31,1\n", "values.csv:2:1: found \"2024-02-31\""),
            ("date,price\n2024-02-29,1\n2024-01-31,1\n", "rows go from the oldest to the newest"),
            ("date,price\n2024-02-29,1\n2024-02-29,1\n", "values.csv:3:1: found \"2024-02-29\", allowed: a day after"),
            (
                "date,price\n2024-01-31,1\n2024-04-30,1\n",
                "values.csv:3:1: found \"2024-04-30\", allowed: a day of 2024-02",
            ),
            ("date,price\n2024-01-12,1\n2024-02-29,1\n", "2024-01-12 is too early"),
            ("date,price\n2024-01-31,100\n2024-02-29,1015\n", "values.csv:3:2: found 1015, 10.15 times"),
            ("date,nav\n2024-01-31,1\n", "values.csv:1:2: found the column nav"),
            ("date,share\n2024-01-31,1\n", "neither price nor value_mnkr"),
            ("date,value_mnkr\n2024-01-31,1\n", "a contribution is no gain"),
            ("date,price,flow_mnkr\n2024-01-31,1,0\n", "values.csv:1:3: found flow_mnkr beside price"),
            ("date,value_mnkr,flow_mnkr\n2024-01,100,0\n2024-02,100,100\n", "values.csv:3:2: found 100, 0 times"),
            ("date,price,share\n2024-01-31,1,60\n", "values.csv:2:3: found 60"),
            ("date,price,share\n2024-01-31,1,\n", "values.csv:2:3: found \"\""),
            ("date,price,share\n2024-01,1,0.5\n2024-02,1,\n2024-03,1,0.5\n", "values.csv:3:3: found \"\""),
            ("date,value_mnkr,flow_mnkr,equities_mnkr\n2024-01,9,0,5\n2024-02,9,0,\n2024-03,9,0,5\n", "csv:3:4: found"),
            ("date,price\n2024-01,1\n2024-02,\n2024-03,1\n", "values.csv:3:2: found \"\""),
            ("date,value_mnkr,flow_mnkr\n2024-01,9,0\n2024-02,9,\n2024-03,9,0\n", "values.csv:3:3: found \"\""),
            ("date,price,equity_return\n2024-01,1,0\n2024-02,1,\n2024-03,1,0\n", "values.csv:3:3: found \"\""),
            ("date,price\n2024-01-30,1\n\n2024-01-31,1\n", "values.csv:3:1: found a blank row, allowed: rows with"),
            ("date,price\r\n2024-01-30,1\r\n\r\n2024-01-31,1", "values.csv:3:1: found a blank row, allowed: rows with"),
            ("date,price\n2024-01,100 %\n", "values.csv:2:2: found \"100 %\", with a percent sign, allowed: a price"),
            ("date,price,share\n2024-01,1,\n2024-02,1,60,5 %\n", "values.csv:3:1: found 4 fields"),
            (
                "date,price,share\n2024-01,1,0.6\n2024-02,1,60 %\n",
                "found \"0.6\" in a column of percentages, which is 60 %",
            ),
            ("date,price\n2024-01-30,1\n,\n2024-01-31,1\n", "values.csv:3:1: found a blank row, allowed: rows with"),
            ("date,price,equity_return\n2024-01,1,0\n2024-02,1,-3.5\n", "values.csv:3:3: found -3.5"),
            ("date,price,equities_mnkr\n2024-01,1,0\n", "equities_mnkr without value_mnkr"),
            ("date,price,price\n2024-01,1,1\n", "the column price again"),
        ] {
            assert!(wrong(text).contains(expected), "{text:?}: {}", wrong(text));
        }
    }
}
