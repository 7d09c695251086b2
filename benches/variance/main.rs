//! The gain of techniques of variance reduction for each second, on the reference job.
//!
//! Prints the tables of docs/evidence/variance-reduction.md: `cargo bench --bench variance`, ten minutes. With
//! `--test`, a few replicates only.

mod splitting;
mod worlds;

use std::time::Instant;

use skans::engine::{BlockState, Event};
use skans::lanes::LANES;
use skans::plan::Plan;
use skans::stats::moments::Moments;
use worlds::{Control, Reference, Scheme};

/// The numbers of each path.
#[derive(Default)]
struct Paths {
    value: Vec<f64>,
    breached: Vec<f64>,
    share: Vec<f64>,
    fall: Vec<f64>,
    control: Vec<f64>,
}

const FIGURES: [&str; 7] = [
    "mean value",
    "median",
    "5 % quantile",
    "expected shortfall, 5 %",
    "P(breach, ex ante)",
    "mean equity share",
    "mean deepest fall",
];

/// The place of the breach among the figures.
const BREACH: usize = 4;

/// A way to estimate, and what it is called.
struct Technique {
    name: &'static str,
    scheme: Scheme,
    control: Control,
}

impl Technique {
    const fn new(name: &'static str, scheme: Scheme, control: Control) -> Self {
        Self { name, scheme, control }
    }
}

fn simulate(plan: &Plan, model: &Reference, blocks: u64) -> Paths {
    let mut paths = Paths::default();
    let mut state = BlockState::new(plan, model);
    for block in 0..blocks {
        let steps = plan.time.steps();
        let (mut breached, mut share, mut fall, mut top) =
            ([0.0; LANES], [0.0; LANES], [0.0_f64; LANES], [0.0_f64; LANES]);
        state.run(block, |event| match event {
            Event::Observed(step, pools, ..) => {
                let seen = pools[0].observed();
                let known = seen.floor.expect("the job has a floor").known;
                for lane in 0..LANES {
                    breached[lane] = if seen.price[lane] < known[lane] { 1.0 } else { breached[lane] };
                    top[lane] = top[lane].max(seen.price[lane]);
                    fall[lane] = fall[lane].max(1.0 - seen.price[lane] / top[lane]);
                }
                if step == steps {
                    paths.value.extend_from_slice(seen.price);
                }
            }
            Event::Traded(_, pools, _) => {
                for (sum, share) in share.iter_mut().zip(pools[0].traded().share) {
                    *sum += share;
                }
            }
            Event::Closed(..) => {}
        });
        paths.breached.extend_from_slice(&breached);
        paths.share.extend(share.iter().map(|sum| sum / skans::numerics::real(steps)));
        paths.fall.extend_from_slice(&fall);
        paths.control.extend(model.control());
    }
    paths
}

/// The static mix's value: its mean, known exactly, and quantiles of a long run, which cut paths into strata of known
/// weight.
struct Known {
    mean: f64,
    cuts: Vec<(f64, f64)>,
}

impl Known {
    fn of(plan: &Plan, model: &Reference, blocks: u64) -> Self {
        let mut values = simulate(plan, model, blocks).control;
        values.sort_by(f64::total_cmp);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a rank"
        )]
        let at = |level: f64| values[(level * values.len() as f64) as usize];
        let levels = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9];
        Self { mean: model.expected_control(), cuts: levels.map(|level| (level, at(level))).to_vec() }
    }

    /// Weights that give each stratum of the control its known probability (post-stratification; Cochran 1977,
    /// *Sampling Techniques*, 5A.9).
    fn weights(&self, control: &[f64]) -> Vec<f64> {
        let stratum = |x: f64| self.cuts.partition_point(|&(_, cut)| cut <= x);
        let mut counts = vec![0.0; self.cuts.len() + 1];
        for &x in control {
            counts[stratum(x)] += 1.0;
        }
        let upper = self.cuts.iter().map(|&(level, _)| level).chain([1.0]);
        let lower = [0.0].into_iter().chain(self.cuts.iter().map(|&(level, _)| level));
        let chances: Vec<f64> = upper.zip(lower).map(|(upper, lower)| upper - lower).collect();
        control.iter().map(|&x| chances[stratum(x)] / counts[stratum(x)]).collect()
    }
}

fn weighted_mean(x: &[f64], weights: &[f64]) -> f64 {
    x.iter().zip(weights).map(|(x, weight)| x * weight).sum()
}

/// The estimates of a replicate, in the order of [`FIGURES`].
fn estimates(paths: &Paths, known: Option<&Known>) -> [f64; 7] {
    let n = skans::numerics::real(paths.value.len());
    let weights = known.map_or_else(|| vec![1.0 / n; paths.value.len()], |known| known.weights(&paths.control));
    let mut order: Vec<usize> = (0..paths.value.len()).collect();
    order.sort_by(|&i, &j| paths.value[i].total_cmp(&paths.value[j]));
    let (mut sum, mut tail, mut below) = (0.0, 0.0, 0.0);
    let mut quantiles = [0.0; 2];
    for &path in &order {
        let (value, weight) = (paths.value[path], weights[path]);
        for (quantile, level) in quantiles.iter_mut().zip([0.05, 0.5]) {
            *quantile = if sum < level { value } else { *quantile };
        }
        let part = weight.min((0.05_f64 - sum).max(0.0));
        (tail, below, sum) = (tail + part * value, below + part, sum + weight);
    }
    let mean = known.map_or_else(|| weighted_mean(&paths.value, &weights), |known| regressed_mean(paths, known.mean));
    [
        mean,
        quantiles[1],
        quantiles[0],
        tail / below,
        weighted_mean(&paths.breached, &weights),
        weighted_mean(&paths.share, &weights),
        weighted_mean(&paths.fall, &weights),
    ]
}

/// The mean value with a control variate of known mean, by regression (Glasserman 2004, *Monte Carlo Methods in
/// Financial Engineering*, 4.1).
fn regressed_mean(paths: &Paths, known: f64) -> f64 {
    let n = skans::numerics::real(paths.value.len());
    let [mean, control] = [&paths.value, &paths.control].map(|x| x.iter().sum::<f64>() / n);
    let centred = || paths.value.iter().zip(&paths.control).map(|(y, c)| (y - mean, c - control));
    let (covariance, variance) = centred().fold((0.0, 0.0), |(xy, xx), (y, c)| (xy + y * c, xx + c * c));
    mean - covariance / variance * (control - known)
}

/// How much is simulated: replicates, and the blocks of each (a power of two, as Sobol points want).
#[derive(Clone, Copy)]
struct Size {
    replicates: u64,
    blocks: u64,
}

/// Variances of the estimates over replicates, and the median time of one in seconds.
fn measure(plan: &Plan, techniques: &[Technique], known: &Known, size: Size) -> Vec<([f64; 7], f64)> {
    let mut found = vec![vec![Vec::new(); FIGURES.len()]; techniques.len()];
    let mut times = vec![Vec::new(); techniques.len()];
    for seed in 1..=size.replicates {
        for (index, technique) in techniques.iter().enumerate() {
            let model = Reference::new(plan, technique.scheme, technique.control, seed);
            let begun = Instant::now();
            let paths = simulate(plan, &model, size.blocks);
            times[index].push(begun.elapsed().as_secs_f64());
            let known = (technique.control == Control::Followed).then_some(known);
            for (list, estimate) in found[index].iter_mut().zip(estimates(&paths, known)) {
                list.push(estimate);
            }
        }
    }
    let variance = |list: &Vec<f64>| {
        let deviation = Moments::of(list).deviation();
        deviation * deviation
    };
    let median = |times: &mut Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    };
    found
        .iter()
        .zip(&mut times)
        .map(|(lists, times)| (std::array::from_fn(|i| variance(&lists[i])), median(times)))
        .collect()
}

/// Prints how many times as precise each technique is, for the same paths or the same time; the last column is the rare
/// breach.
fn table(title: &str, techniques: &[Technique], usual: &[([f64; 7], f64)], rare: &[([f64; 7], f64)], per_second: bool) {
    println!("\n## {title}\n\n| | {} | P(breach), rare | time |", FIGURES.join(" | "));
    println!("|---|{}", "---|".repeat(FIGURES.len() + 2));
    let gains = |measured: &[([f64; 7], f64)], index: usize| {
        let ((plain, seconds), (variances, time)) = (measured[0], measured[index]);
        let slower = if per_second { time / seconds } else { 1.0 };
        plain.iter().zip(variances).map(|(plain, variance)| plain / variance / slower).collect::<Vec<f64>>()
    };
    for (index, technique) in techniques.iter().enumerate() {
        let rare = gains(rare, index)[BREACH];
        let cells: Vec<String> = gains(usual, index).iter().chain([&rare]).map(|gain| format!("{gain:.2}")).collect();
        println!("| {} | {} | {:.2} |", technique.name, cells.join(" | "), usual[index].1 / usual[0].1);
    }
}

fn main() {
    let test = std::env::args().any(|argument| argument == "--test");
    let long = if test { 32 } else { 16_384 };
    let text = include_str!("../../configs/reference-job.toml");
    let [usual, rare] =
        [text.to_owned(), text.replace("{ log = 0.03 }", &format!("{{ log = {} }}", splitting::BONDS.1))]
            .map(|text| skans::config::from_text("reference-job", &text).expect("the shipped configuration is right"));
    let techniques = [
        Technique::new("plain", Scheme::Plain, Control::None),
        Technique::new("antithetic pairs", Scheme::Antithetic, Control::None),
        Technique::new("control variate", Scheme::Plain, Control::Followed),
        Technique::new("both", Scheme::Antithetic, Control::Followed),
        Technique::new("Sobol, 2 × 4 points of the bridge", Scheme::Sobol { points: 4 }, Control::None),
        Technique::new("Sobol, 2 × 16 points", Scheme::Sobol { points: 16 }, Control::None),
        Technique::new("Sobol, 2 × 48 points", Scheme::Sobol { points: 48 }, Control::None),
    ];
    let [known, rarely] =
        [&usual, &rare].map(|plan| Known::of(plan, &Reference::new(plan, Scheme::Plain, Control::Followed, 0), long));
    for (replicates, blocks) in if test { [(4, 2), (2, 4)] } else { [(500, 16), (250, 128)] } {
        let size = Size { replicates, blocks };
        let usual = measure(&usual, &techniques, &known, size);
        let rare = measure(&rare, &techniques, &rarely, size);
        let error = 200.0 / skans::numerics::real(replicates).sqrt();
        println!(
            "\n{} paths, {replicates} replicates: a ratio has an error of about {error:.0} %.",
            blocks * LANES as u64
        );
        table("For the same paths", &techniques, &usual, &rare, false);
        table("For the same time", &techniques, &usual, &rare, true);
    }
    splitting::report(if test { 2 } else { 400 });
}
