use super::*;
use crate::units::{Amount, CostShare};

fn close(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-12 * (1.0 + expected.abs()), "{found} against {expected}");
}

/// One fund over twelve months, by hand. Units at their price; a sale realises (price - average cost) × units.
///
/// | month | price | what | units | cost | average | realised |
/// |---|---|---|---|---|---|---|
/// | 0 | 100 | buys 10 units for 1 000 | 10 | 1 000 | 100 | 0 |
/// | 1 | 110 | | 10 | 1 000 | 100 | 0 |
/// | 2 | 125 | buys 4 for 500 | 14 | 1 500 | 107.142… | 0 |
/// | 3 | 125 | | 14 | 1 500 | | 0 |
/// | 4 | 150 | sells 7 for 1 050 | 7 | 750 | 107.142… | 300 |
/// | 5 | 75 | falls by half | 7 | 750 | | 300 |
/// | 6 | 75 | sells 2 for 150 | 5 | 535.714… | 107.142… | 235.714… |
/// | 7 | 75 | fee: sells 1 for 75 | 4 | 428.571… | | 203.571… |
/// | 8 | 60 | | 4 | 428.571… | | |
/// | 9 | 60 | buys 6 for 360 | 10 | 788.571… | 78.857… | |
/// | 10 | 80 | | 10 | 788.571… | | |
/// | 11 | 80 | sells 5 for 400 | 5 | 394.285… | 78.857… | 209.285… |
/// | 12 | 90 | | 5 | 394.285… | | 209.285… |
#[test]
fn twelve_months_by_hand() {
    let mut fund = Position::held(1000.0, 1000.0);
    let prices = [100.0, 110.0, 125.0, 125.0, 150.0, 75.0, 75.0, 75.0, 60.0, 60.0, 80.0, 80.0, 90.0];
    let trades = [0.0, 0.0, 500.0, 0.0, -1050.0, 0.0, -150.0, -75.0, 0.0, 360.0, 0.0, -400.0, 0.0];
    for month in 1..=12 {
        fund.grow(prices[month] / prices[month - 1]);
        fund.trade(trades[month]);
        if month == 4 {
            close(fund.realised, 300.0);
            close(fund.cost, 750.0);
        }
    }
    close(fund.value, 5.0 * 90.0);
    close(fund.cost, 5520.0 / 14.0);
    close(fund.realised, 300.0 - 2.0 * (1500.0 / 14.0 - 75.0) - (1500.0 / 14.0 - 75.0) + 400.0 - 5520.0 / 14.0);
    close(fund.surplus(), 450.0 - 5520.0 / 14.0);
    // All that came out and is there, less all that went in.
    close(fund.realised + fund.surplus(), 450.0 + 1050.0 + 150.0 + 75.0 + 400.0 - 1000.0 - 500.0 - 360.0);
}

/// A pool of two legs through a month with a sale of equities at a loss, a cost, a fee and a payment, by hand.
#[test]
fn a_month_keeps_its_order() {
    let mut books = PoolBooks::open(1000.0, 0.6, [OpeningCost::VALUE; 2]);
    let first = PoolMonth { share: 0.6, trading_cost: 0.0, growth: [0.5, 1.0], after_fee: 1.0, closing_value: 700.0 };
    books.book_month(&first);
    let Income { realised, unrealised, .. } = books.income();
    close(realised, 0.0);
    close(unrealised, -300.0);
    // Equities 300 (cost 600), fixed income 400. To 20 %: equities sold for 160, at a loss of 160. The cost of 7 is
    // paid by selling 1.4 of equities, again at a loss of 1.4. The other 5.6 are fixed income, bought at its price.
    let second = PoolMonth { share: 0.2, trading_cost: 7.0, growth: [1.1, 1.0], after_fee: 0.99, closing_value: 600.0 };
    books.book_month(&second);
    // Equities 138.6 × 1.1 = 152.46 (cost 277.2), fixed income 554.4 (cost 554.4), together 706.86. The fee of 7.0686
    // is sold in proportion; so is the payment of 706.86 × 0.99 - 600.
    let sold = 7.0686 + (706.86 * 0.99 - 600.0);
    let equities_sold = sold * 152.46 / 706.86;
    let loss = equities_sold * (277.2 / 152.46 - 1.0);
    let income = books.income();
    close(income.realised, -160.0 - 1.4 - 7.0 - 7.0686 - loss);
    close(income.costs, -7.0 - 7.0686);
    close(books.flows(), 600.0 - 706.86 * 0.99);
    close(books.value(), 600.0);
    close(income.total(), 600.0 - books.flows() - 1000.0);
}

/// Whatever happens, realised and unrealised are the change in value less what was paid in: by many months of any kind,
/// borrowing too.
#[test]
fn realised_and_unrealised_are_the_total_return() {
    let mut state = 1_u64;
    let mut uniform = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(state >> 33).unwrap()) / f64::from(1_u32 << 31)
    };
    let costs = [
        OpeningCost::VALUE,
        OpeningCost::Share(CostShare::new(0.4).unwrap()),
        OpeningCost::Amount(Amount::new(900.0).unwrap()),
    ];
    for (most_share, cost) in [0.6, 1.0, 3.0].into_iter().zip(costs) {
        let mut books = PoolBooks::open(1000.0, 0.5, [cost, OpeningCost::VALUE]);
        let (mut earned, mut flows) = (0.0, 0.0);
        for _ in 0..240 {
            let before = books.value();
            let growth = [0.8 + 0.4 * uniform(), 0.97 + 0.06 * uniform()];
            let (share, trading_cost, after_fee) = (most_share * uniform(), before * 0.001 * uniform(), 0.999);
            let invested = before - trading_cost;
            let grown = invested * (share * growth[0] + (1.0 - share) * growth[1]) * after_fee;
            let flow = if grown < 500.0 { 600.0 } else { 100.0 * (uniform() - 0.5) };
            books.book_month(&PoolMonth { share, trading_cost, growth, after_fee, closing_value: grown + flow });
            earned += grown - before;
            flows += flow;
        }
        let income = books.income();
        assert!((income.total() - earned).abs() < 1e-12 * 1000.0 * 240.0, "{} {earned}", income.total());
        assert!((books.flows() - flows).abs() < 1e-9);
        assert!(income.costs < 0.0);
    }
}

/// A borrowed amount that grew is bought back at a loss.
#[test]
fn a_borrowed_position_realises_what_it_cost() {
    let mut borrowed = Position::held(-100.0, -100.0);
    borrowed.grow(1.1);
    close(borrowed.surplus(), -10.0);
    borrowed.trade(55.0);
    close(borrowed.realised, -5.0);
    close(borrowed.surplus(), -5.0);
    borrowed.trade(75.0);
    close(borrowed.realised, -10.0);
    assert!((borrowed.value, borrowed.cost) == (20.0, 20.0) || (borrowed.value - 20.0).abs() < 1e-12);
}

/// A cheap purchase before the start is no result of the time after it, until it is sold. Then the old surplus is
/// reversed, and realised by as much.
#[test]
fn an_old_surplus_is_realised_by_selling_and_reversed() {
    let mut books = PoolBooks::open(
        1000.0,
        0.6,
        [OpeningCost::Amount(Amount::new(400.0).unwrap()), OpeningCost::Share(CostShare::new(1.25).unwrap())],
    );
    close(books.cost(), 400.0 + 500.0);
    assert_eq!((books.income().realised.to_bits(), books.income().unrealised.to_bits()), (0, 0));
    let hold = PoolMonth { share: 0.6, trading_cost: 0.0, growth: [1.0, 1.0], after_fee: 1.0, closing_value: 1000.0 };
    // Half of the equities go to fixed income: half of their old surplus of 200.
    books.book_month(&PoolMonth { share: 0.3, ..hold });
    close(books.income().realised, 100.0);
    close(books.income().unrealised, -100.0);
    close(books.cost(), 200.0 + 800.0);
    // Back again: a part 3/7 of the fixed income, whose cost is 800 on 700, is sold at a loss of 300/7.
    books.book_month(&hold);
    close(books.income().realised, 100.0 - 300.0 / 7.0);
    close(books.income().total(), 0.0);
}
