//! Throughput end to end on the reference job, and of the kernels it spends its time in.

use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use skans::elementary;
use skans::pool::rolling_high::RollingHigh;
use skans::random::{LANES, Stream};
use skans::stats::histogram::{Histogram, Scale};
use skans::study::run;

fn kernels(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("block of 512");
    group.throughput(Throughput::Elements(LANES as u64));
    let mut stream = Stream::new(1, "bench");
    let (mut normals, mut growth) = (vec![0.0; LANES], vec![0.0; LANES]);
    group.bench_function("normal numbers", |bencher| bencher.iter(|| stream.normals(black_box(&mut normals))));
    group.bench_function("exponentials", |bencher| {
        bencher.iter(|| elementary::exp_affine(0.001, 0.04, black_box(&normals), &mut growth));
    });
    let mut rolling = RollingHigh::new(Some(25));
    let mut high = vec![0.0; LANES];
    group.bench_function("rolling high", |bencher| bencher.iter(|| rolling.push(black_box(&growth), &mut high)));
    let mut histogram = Histogram::pilot(Scale::Relative);
    group.bench_function("histogram", |bencher| bencher.iter(|| histogram.add(black_box(&growth))));
    group.finish();
}

fn reference_job(criterion: &mut Criterion) {
    let text = include_str!("../configs/reference-job.toml");
    let mut plan = skans::config::from_text("reference-job", text).expect("the shipped configuration is right");
    plan.paths = 20_000;
    let mut group = criterion.benchmark_group("end to end");
    group.throughput(Throughput::Elements(plan.paths * u64::from(plan.time.months)));
    group.sample_size(20);
    group.bench_function("reference job, path-months", |bencher| {
        bencher.iter(|| run::run(black_box(&plan), &mut |_| ControlFlow::Continue(())));
    });
    group.finish();
}

criterion_group!(benches, kernels, reference_job);
criterion_main!(benches);
