//! Throughput end to end on the reference job, and of the kernels it spends its time in.
//!
//! `KERNEL=avx2 cargo bench --bench kernels` measures a set of instructions that is not the fastest here.

mod worlds;

use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rand_distr::StandardNormal;
use skans::engine::{self, BlockState};
use skans::kernel::Kernel;
use skans::lanes::{LANES, Lanes};
use skans::market::diffusion::kernels::{Weights, exp_sum};
use skans::market::{self, MarketStep};
use skans::numerics::elementary;
use skans::pool::rolling_high::RollingHigh;
use skans::random::{Distribution, Stream};
use skans::stats::histogram::{Histogram, Scale};
use skans::stats::moments::Moments;
use skans::study::run;

fn kernels(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group(format!("a month of a path, {}", Kernel::chosen().name()));
    group.throughput(Throughput::Elements(LANES as u64));
    let mut stream = Stream::new(1, "bench");
    let (mut normals, mut growth) = ([Lanes::all(0.0)], Lanes::all(0.0));
    let words = vec![0x0123_4567_89ab_cdef; LANES / 2];
    group.throughput(Throughput::Elements(LANES as u64 / 2));
    group.bench_function("random words, one for two numbers", |bencher| {
        bencher.iter(|| black_box(stream.words()).len());
    });
    group.throughput(Throughput::Elements(LANES as u64));
    group.bench_function("random words and normal numbers", |bencher| {
        bencher.iter(|| stream.normals(black_box(&mut normals[0])));
    });
    group.bench_function("normal numbers of rand_distr, one by one", |bencher| {
        bencher.iter(|| black_box(&mut normals[0]).iter_mut().for_each(|z| *z = StandardNormal.sample(&mut stream)));
    });
    let (mut first, mut second) = (vec![0.0; LANES / 2], vec![0.0; LANES / 2]);
    group.bench_function("normal numbers from words", |bencher| {
        bencher.iter(|| elementary::normal_pairs(black_box(&words), &mut first, &mut second));
    });
    group.bench_function("exponentials", |bencher| {
        bencher
            .iter(|| exp_sum(&[Weights { constant: 0.001, factors: &[0.04] }], &[], black_box(&normals), &mut growth));
    });
    let mut rolling = RollingHigh::new(Some(25));
    let mut high = vec![0.0; LANES];
    group.bench_function("rolling high", |bencher| bencher.iter(|| rolling.push(black_box(&growth), &mut high)));
    let mut pilot = Histogram::pilot(Scale::Relative);
    pilot.add(&growth);
    let mut histogram = pilot.shaped(1 << 16);
    group.bench_function("histogram", |bencher| bencher.iter(|| histogram.add(black_box(&growth))));
    group.bench_function("mean and variance", |bencher| bencher.iter(|| Moments::of(black_box(&growth))));
    group.finish();
}

/// The same job with less and less: the market alone, with the rule, with the statistics.
fn layers(criterion: &mut Criterion) {
    let text = include_str!("../../configs/reference-job.toml");
    let plan = skans::config::from_text("reference-job", text).expect("the shipped configuration is right");
    let model = market::model(&plan);
    let mut group =
        criterion.benchmark_group(format!("a month of a path, layer by layer, {}", Kernel::chosen().name()));
    group.throughput(Throughput::Elements(LANES as u64 * u64::from(plan.time.months())));
    let (mut world, mut step) = (model.world(), MarketStep::new(&plan));
    group.bench_function("market", |bencher| {
        bencher.iter(|| {
            world.begin(black_box(1));
            (0..plan.time.steps()).for_each(|_| world.step(&mut step));
        });
    });
    let mut state = BlockState::new(&plan, model.as_ref());
    group.bench_function("market and rule", |bencher| bencher.iter(|| state.run(black_box(1), |_| ())));
    let plan = plan.clone().with_paths(256 * LANES as u64);
    group.sample_size(10);
    group.throughput(Throughput::Elements(plan.paths() * u64::from(plan.time.months())));
    group.bench_function("market, rule and statistics, one thread", |bencher| {
        engine::with_threads(1, || {
            bencher.iter(|| engine::simulate(&plan, black_box(0..256), &mut |_| ControlFlow::Continue(())));
        })
        .expect("a thread");
    });
    group.finish();
}

fn reference_job(criterion: &mut Criterion) {
    let text = include_str!("../../configs/reference-job.toml");
    let plan = skans::config::from_text("reference-job", text).expect("the shipped configuration is right");
    let plan = plan.with_paths(20_000);
    let mut group = criterion.benchmark_group("end to end");
    group.throughput(Throughput::Elements(plan.paths() * u64::from(plan.time.months())));
    group.sample_size(20);
    group.bench_function("reference job, path-months", |bencher| {
        bencher.iter(|| run::run(black_box(&plan), &mut |_| ControlFlow::Continue(())));
    });
    group.finish();
}

/// The market alone, on the grid of the reference job with two assets: each world against the lognormal one.
fn worlds(criterion: &mut Criterion) {
    let folder = worlds::files();
    let mut group =
        criterion.benchmark_group(format!("a month of a path, world by world, {}", Kernel::chosen().name()));
    for (name, market) in worlds::MARKETS {
        let plan = worlds::plan(folder.path(), market);
        let model = market::model(&plan);
        let (mut world, mut step) = (model.world(), MarketStep::new(&plan));
        group.throughput(Throughput::Elements(LANES as u64 * u64::from(plan.time.months())));
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                world.begin(black_box(1));
                (0..plan.time.steps()).for_each(|_| world.step(&mut step));
            });
        });
    }
    group.finish();
}

/// Benchmarks with the set of instructions that `KERNEL` names: the fastest of the machine, if it names none.
fn configured() -> Criterion {
    if let Ok(name) = std::env::var("KERNEL") {
        name.parse::<Kernel>().unwrap_or_else(|error| panic!("KERNEL: {error}")).choose();
    }
    Criterion::default()
}

criterion_group!(name = benches; config = configured(); targets = kernels, layers, worlds, reference_job);
criterion_main!(benches);
