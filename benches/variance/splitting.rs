//! Splitting for rare breaches: a path that comes near its floor goes on as several.
//!
//! Fixed splitting (Glasserman, Heidelberger, Shahabuddin & Zajic 1999, *Operations Research* 47(4)). A path goes on as
//! three each time it first comes under one of the levels of value over floor. Each has a third of its weight.

use skans::lanes::{LANES, Lanes};
use skans::random::Stream;
use skans::stats::moments::Moments;

/// The reference job's rule, with bonds of half the risk, so that breaches are rare.
const MONTHS: usize = 240;
const WINDOW: usize = 25;
const FLOOR: f64 = 0.85;
const EQUITY: (f64, f64) = (0.07, 0.16);
pub const BONDS: (f64, f64) = (0.02, 0.0125);
const COPIES: usize = 3;
const LEVELS: [f64; 3] = [1.03, 1.018, 1.01];

#[derive(Clone)]
struct State {
    prices: [f64; WINDOW],
    price: f64,
    month: usize,
    weight: f64,
    passed: usize,
}

/// Normal numbers one by one.
struct Numbers {
    stream: Stream,
    drawn: Lanes,
    next: usize,
}

impl Numbers {
    fn new(seed: u64) -> Self {
        Self { stream: Stream::new(seed, "splitting"), drawn: Lanes::all(0.0), next: LANES }
    }

    fn next(&mut self) -> f64 {
        if self.next == LANES {
            self.stream.normals(&mut self.drawn);
            self.next = 0;
        }
        self.next += 1;
        self.drawn[self.next - 1]
    }
}

/// Weight of the paths that breach, of so many paths begun, and the months simulated.
fn simulate(paths: u32, levels: &[f64], numbers: &mut Numbers) -> (f64, f64) {
    let (mut breached, mut months) = (0.0, 0.0);
    let begin = State { prices: [1.0; WINDOW], price: 1.0, month: 0, weight: 1.0, passed: 0 };
    for _ in 0..paths {
        let mut open = vec![begin.clone()];
        while let Some(mut state) = open.pop() {
            while state.month < MONTHS {
                let high = state.prices.iter().fold(0.0_f64, |high, &price| high.max(price));
                let floor = FLOOR * high;
                let near = levels[state.passed..].iter().take_while(|&&level| state.price < level * floor).count();
                if near > 0 {
                    state.passed += near;
                    let copies = (0..near).fold(1, |copies, _| copies * COPIES);
                    state.weight /= skans::numerics::real(copies);
                    open.extend(std::iter::repeat_n(state.clone(), copies - 1));
                }
                months += 1.0;
                if step(&mut state, floor, numbers) {
                    breached += state.weight;
                    break;
                }
            }
        }
    }
    (breached / f64::from(paths), months)
}

/// A month; whether it breaches the floor known before.
fn step(state: &mut State, floor: f64, numbers: &mut Numbers) -> bool {
    let month = 1.0_f64 / 12.0;
    let share = (4.0 * (state.price - floor) / state.price).clamp(0.0, 0.9);
    let growth =
        |(mu, sigma): (f64, f64), z: f64| libm::exp((mu - 0.5 * sigma * sigma) * month + sigma * month.sqrt() * z);
    let (first, second) = (numbers.next(), numbers.next());
    let bonds = growth(BONDS, 0.1 * first + 0.99_f64.sqrt() * second);
    state.price *= share * growth(EQUITY, first) + (1.0 - share) * bonds;
    state.month += 1;
    state.prices[state.month % WINDOW] = state.price;
    state.price < floor
}

/// Prints what splitting buys for each month simulated.
pub fn report(replicates: u64) {
    println!(
        "\n## Splitting, for a rare breach\n\nThe rule with bonds of {:.2} % volatility over {} years.\n",
        100.0 * BONDS.1,
        MONTHS / 12
    );
    println!("| | P(breach) | months simulated | variance ratio for the same months |\n|---|---|---|---|");
    let mut plain = None;
    for (name, levels) in [
        ("plain", &LEVELS[..0]),
        ("one level", &LEVELS[2..]),
        ("two levels", &LEVELS[1..]),
        ("three levels", &LEVELS[..]),
    ] {
        let mut work = 0.0;
        let mut estimates = Vec::new();
        for seed in 1..=replicates {
            let (estimate, months) = simulate(4000, levels, &mut Numbers::new(seed));
            estimates.push(estimate);
            work += months;
        }
        let moments = Moments::of(&estimates);
        let cost = moments.deviation() * moments.deviation() * work;
        let plain = *plain.get_or_insert(cost);
        println!(
            "| {name} | {:.3} ± {:.3} % | {:.0} | {:.2} |",
            100.0 * moments.mean().value,
            196.0 * moments.mean().standard_error,
            work / skans::numerics::real(replicates),
            plain / cost
        );
    }
}
