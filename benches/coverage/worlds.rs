//! The intervals of every kind of figure in the client's two worlds, against a run with many paths.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use skans::engine;
use skans::numerics::real;
use skans::plan::Plan;
use skans::stats::Estimate;
use skans::study::run;

use crate::{Place, place};

const WORLDS: [&str; 2] = ["configs/region-norrbotten.toml", "configs/region-norrbotten-accounts.toml"];

/// Paths of each run.
const PATHS: u64 = 2000;

/// Paths at least of the run that stands for the truth: a 14th of the standard error of the runs looked at.
const LEAST_TRUTH: u64 = 400_000;

/// Counts of the runs by the side of the interval on which the true value lay, and of those without an interval.
#[derive(Clone, Copy, Default)]
struct Count {
    places: [u32; 3],
    unknown: u32,
}

impl Count {
    fn known(&self) -> u32 {
        self.places.iter().sum()
    }

    /// The share of the runs with an interval in which the true value lay inside, in percent.
    fn inside(&self) -> f64 {
        100.0 * f64::from(self.places[Place::Inside as usize]) / f64::from(self.known())
    }
}

/// The figures of one kind: the same line of every year, or the same figure of every term.
#[derive(Default)]
struct Kind {
    figures: u32,
    total: Count,
    /// The share inside of the figure that is held least, and its name.
    least: Option<(f64, String)>,
    greatest: f64,
}

impl Kind {
    fn add(&mut self, name: &str, count: &Count) {
        self.figures += 1;
        for (sum, place) in self.total.places.iter_mut().zip(count.places) {
            *sum += place;
        }
        self.total.unknown += count.unknown;
        // A figure that most runs do not know has too few intervals to count.
        if count.known() > count.unknown {
            self.greatest = self.greatest.max(count.inside());
            if self.least.as_ref().is_none_or(|(least, _)| count.inside() < *least) {
                self.least = Some((count.inside(), name.to_owned()));
            }
        }
    }
}

/// The kind of a figure by its name: years, terms and levels left out.
fn kind(name: &str) -> String {
    let number = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '_');
    let part = |part: &str| match part {
        year if number(year) => "YEAR".to_owned(),
        "horizon" => "TERM".to_owned(),
        term if term.strip_prefix('y').is_some_and(number) => "TERM".to_owned(),
        quantile if quantile.strip_prefix('q').is_some_and(number) => "quantiles".to_owned(),
        other => other.to_owned(),
    };
    name.split('.').map(part).collect::<Vec<_>>().join(".")
}

fn figures(plan: &Plan, paths: u64, seed: u64) -> Vec<(String, Estimate)> {
    let mut plan = plan.clone().with_paths(paths);
    plan.seed = seed;
    let found = run::run(&plan, &mut |_| ControlFlow::Continue(())).expect("nothing interrupts").summary.figures();
    found.into_iter().map(|(name, estimate)| (name.to_string(), estimate)).collect()
}

/// Whether an estimate is a true value with which runs can be compared: there is chance in it.
fn is_truth(found: &Estimate) -> bool {
    found.value.is_finite() && found.interval.iter().all(|bound| bound.is_finite())
}

fn count(plan: &Plan, truths: &[(String, Estimate)], seeds: u64) -> Vec<Count> {
    let seeds: Vec<u64> = (1..=seeds).collect();
    let runs = engine::each(&seeds, |&seed| {
        let found = figures(plan, PATHS, seed);
        let place_of = |((_, found), (_, truth)): (&(String, Estimate), &(String, Estimate))| {
            let known = found.interval.iter().all(|bound| !bound.is_nan());
            known.then(|| place(found.interval, truth.value))
        };
        found.iter().zip(truths).map(place_of).collect::<Vec<Option<Place>>>()
    });
    let mut counts = vec![Count::default(); truths.len()];
    for places in runs {
        for (count, place) in counts.iter_mut().zip(places) {
            match place {
                Some(place) => count.places[place as usize] += 1,
                None => count.unknown += 1,
            }
        }
    }
    counts
}

/// Prints a row for each kind of figure in each world, over so many seeds.
pub fn print(seeds: u64) {
    let truth = (500 * seeds).max(LEAST_TRUTH);
    println!(
        "\n## The client's worlds\n\n\
         Every figure of `summary.json`, by kind, at {PATHS} paths over {seeds} seeds. What stands for the truth is\n\
         one run of {truth} paths. \"Inside\" is the mean over the figures of the kind, of the runs that know an\n\
         interval; then the figures that are held least and most often, of those that most runs know. Four standard\n\
         errors of one figure's share are {:.1} points. A quantile at a value that many paths have is held nearly\n\
         always.",
        400.0 * (0.95 * 0.05 / real(seeds)).sqrt()
    );
    for world in WORLDS {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(world);
        let loaded = skans::config::load(&file, &[]).unwrap_or_else(|problems| panic!("{}", problems[0]));
        let mut plan = loaded.plan;
        plan.outputs.sample_paths = 0;
        let truths = figures(&plan, truth, 0);
        let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
        for (count, (name, truth)) in count(&plan, &truths, seeds).iter().zip(&truths) {
            if is_truth(truth) && count.known() > 0 {
                kinds.entry(kind(name)).or_default().add(name, count);
            }
        }
        println!(
            "\n### `{world}`\n\n\
             | figures | how many | unknown, % | inside, % | below, % | above, % | least, % | of | most, % |\n\
             |---|---|---|---|---|---|---|---|---|"
        );
        for (name, Kind { figures, total, least, greatest }) in kinds {
            let known = f64::from(total.known());
            let share = |place: Place| 100.0 * f64::from(total.places[place as usize]) / known;
            let unknown = 100.0 * f64::from(total.unknown) / (known + f64::from(total.unknown));
            let (least, of) = least.map_or_else(Default::default, |(least, of)| (format!("{least:.1}"), of));
            println!(
                "| `{name}` | {figures} | {unknown:.1} | {:.1} | {:.1} | {:.1} | {least} | `{of}` | {greatest:.1} |",
                total.inside(),
                share(Place::Below),
                share(Place::Above),
            );
        }
    }
}
