//! A run from its checked settings to its folder, for every verb that makes one.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::progress::Bar;
use super::{Failure, Format, LimitArgs, SettingArgs, ShowArgs, interrupt, note};
use crate::config::{self, Loaded};
use crate::engine::{self, Accumulated};
use crate::kernel::Kernel;
use crate::lanes::LANES;
use crate::report::chart::Chart;
use crate::report::folder::Owner;
use crate::report::manifest::{Manifest, host, sha256};
use crate::report::table::Style;
use crate::report::{OutputFile, chart, csv, folder, json, part, settings, table};
use crate::stats::figures::figures;
use crate::stats::summary::{RunResult, Summary};
use crate::study::limits::{self, Limit};
use crate::study::names::Names;
use crate::study::precision::{self, OutOfReach, Precision, Stages};
use crate::study::run;
use crate::study::shard::{Header, Origin, Shard, VALUES};

/// A run that may be carried out: its configuration and limits are right, and its folder is free.
pub(super) struct Job {
    pub(super) loaded: Loaded,
    pub(super) out: PathBuf,
    limits: Vec<Limit>,
    /// Precisions wanted.
    wanted: Vec<Precision>,
}

/// What a run came to.
pub(super) struct Finished {
    pub(super) summary: Summary,
    broken: Vec<String>,
    /// Why it is not as precise as wanted.
    out_of_reach: Option<OutOfReach>,
}

impl Finished {
    /// Whether it is as precise as wanted and a limit was broken: each was said, and the run ends with its own exit code.
    pub(super) fn verdict(&self) -> Result<(), Failure> {
        for message in &self.broken {
            note(message);
        }
        if let Some(reason) = &self.out_of_reach {
            let paths = self.summary.paths;
            return Err(Failure::Failed(format!("--precision: {reason}; the results are those of {paths} paths")));
        }
        if self.broken.is_empty() { Ok(()) } else { Err(Failure::LimitBroken) }
    }
}

impl Job {
    /// Checks everything that can be checked before anything is computed.
    pub(super) fn new(
        config: &Path,
        settings: &SettingArgs,
        show: &ShowArgs,
        (bounds, wanted): (&LimitArgs, &[Precision]),
        shard: Option<Shard>,
        out: impl FnOnce(&str) -> PathBuf,
    ) -> Result<Self, Failure> {
        let loaded = config::load(config, &settings.overrides())?;
        let names = Names::of(&loaded.plan);
        let mut limits = limits::in_full(limits::of_plan(&loaded.plan), &names)
            .map_err(|error| Failure::Wrong(vec![format!("{}: {error}", config.display())]))?;
        let fail_if = limits::in_full(bounds.fail_if.clone(), &names);
        limits.extend(fail_if.map_err(|error| Failure::Wrong(vec![format!("--fail-if: {error}")]))?);
        let wanted = precision::in_full(wanted, &names)
            .map_err(|error| Failure::Wrong(vec![format!("--precision: {error}")]))?;
        let out = out(&loaded.plan.name);
        folder::check(&out, Owner::run(shard.map(|shard| header(&loaded, shard)).as_ref()))?;
        if !show.quiet {
            loaded.plan.market_notes().iter().for_each(|text| note(text));
        }
        Ok(Self { loaded, out, limits, wanted })
    }

    /// Simulates, until every figure is as precise as wanted, and writes the folder.
    pub(super) fn execute(&mut self, show: &ShowArgs) -> Result<Finished, Failure> {
        on_threads(show, || {
            let begun = Instant::now();
            if self.wanted.is_empty() {
                return self.finish(self.simulate(0..engine::blocks(&self.loaded.plan), show)?, begun, show);
            }
            let (simulated, out_of_reach) = self.simulate_in_stages(show)?;
            if out_of_reach.is_none() && !show.quiet {
                note(&format!("{} paths give the precision asked for", self.loaded.plan.paths));
            }
            Ok(Finished { out_of_reach, ..self.finish(simulated, begun, show)? })
        })
    }

    /// Simulates until every figure is as precise as wanted, or there is no use in going on; what was simulated by then is kept,
    /// save for a first stage.
    fn simulate_in_stages(&mut self, show: &ShowArgs) -> Result<(Accumulated, Option<OutOfReach>), Failure> {
        let mut stages = Stages::new(&self.loaded.plan, &self.wanted);
        self.set_paths(stages.first(&self.loaded.plan));
        let mut simulated = self.simulate(0..engine::blocks(&self.loaded.plan), show)?;
        loop {
            let plan = &self.loaded.plan;
            let done = engine::blocks(plan);
            match stages.next(plan, &figures(&run::summary(plan, simulated.clone()))) {
                Ok(None) => return Ok((simulated, None)),
                Ok(Some(paths)) => self.set_paths(paths),
                Err(reason) if stages.at_first() => return Err(Failure::Wrong(vec![format!("--precision: {reason}")])),
                Err(reason) => return Ok((simulated, Some(reason))),
            }
            simulated.join(self.simulate(done..engine::blocks(&self.loaded.plan), show)?);
        }
    }

    /// Changes the number of paths, in the effective configuration too.
    fn set_paths(&mut self, paths: u64) {
        self.loaded.plan = self.loaded.plan.clone().with_paths(paths);
        self.loaded.config.paths = paths;
    }

    fn simulate(&self, blocks: Range<u64>, show: &ShowArgs) -> Result<Accumulated, Failure> {
        let plan = &self.loaded.plan;
        let paths = plan.paths.min(blocks.end * LANES as u64) - plan.paths.min(blocks.start * LANES as u64);
        let bar = Bar::new(paths, &plan.name, show.quiet);
        let simulated = engine::simulate(plan, blocks, &mut |status| bar.show(status));
        bar.finish();
        simulated.map_err(|_| stopped())
    }

    /// Simulates one shard, and writes its folder.
    pub(super) fn simulate_part(&self, shard: Shard, show: &ShowArgs) -> Result<(), Failure> {
        let begun = Instant::now();
        let header = header(&self.loaded, shard);
        let simulated = self.simulate(shard.blocks(&self.loaded.plan), show)?;
        let mut files = settings::files(&self.loaded.config, &self.loaded.inputs);
        files.push(part::file(&header, &simulated).map_err(|error| Failure::Failed(error.to_string()))?);
        self.write(files, Some(&header), begun)
    }

    /// Writes the folder of a run whose paths are all simulated.
    pub(super) fn finish(&self, simulated: Accumulated, begun: Instant, show: &ShowArgs) -> Result<Finished, Failure> {
        let result = run::result(&self.loaded.plan, simulated);
        self.write(self.files(&result, show)?, None, begun)?;
        let broken = limits::broken(&self.limits, &figures(&result.summary))
            .into_iter()
            .map(|(limit, estimate)| {
                let [low, high] = estimate.interval;
                let (figure, value, sign, bound) = (&limit.figure, estimate.value, limit.breaks.sign(), limit.bound);
                format!("limit broken: {figure} is {value:.6} (95 % interval {low:.6} to {high:.6}), and it is {sign} {bound}")
            })
            .collect();
        Ok(Finished { summary: result.summary, broken, out_of_reach: None })
    }

    /// Writes the files of a run, or of a part, and their manifest.
    fn write(&self, files: Vec<OutputFile>, part: Option<&Header>, begun: Instant) -> Result<(), Failure> {
        if interrupt::asked() {
            return Err(stopped());
        }
        write_as(Owner::run(part), &self.out, std::slice::from_ref(&self.loaded), files, begun)
    }

    fn files(&self, result: &RunResult, show: &ShowArgs) -> Result<Vec<OutputFile>, Failure> {
        let plan = &self.loaded.plan;
        let mut files = vec![OutputFile::new("summary.json", json::pretty(&result.summary))];
        if plan.outputs.months {
            files.push(OutputFile::new("months.csv", csv::months(plan, &result.details)));
        }
        if let Some(region) = &result.summary.region {
            files.push(OutputFile::new("region.csv", csv::region::years(region)));
            files.push(OutputFile::new("region-events.csv", csv::region::events(region)));
        }
        files.extend(settings::files(&self.loaded.config, &self.loaded.inputs));
        if plan.outputs.charts {
            let source = chart::source(plan, result, show.lang);
            let charts = chart::draw_all(plan, result, show.lang, &source);
            files.extend(drawn(&charts)?);
        }
        Ok(files)
    }
}

/// The pictures of charts as files.
pub(super) fn drawn(charts: &[Chart]) -> Result<Vec<OutputFile>, Failure> {
    let file = |chart: &Chart| chart.png().map(|png| OutputFile::new(format!("charts/{}.png", chart.name), png));
    let files = engine::each(charts, file).into_iter().collect::<Result<_, _>>();
    files.map_err(|error| Failure::Failed(error.to_string()))
}

/// Writes the files that a verb made of a configuration, and their manifest, into its folder.
pub(super) fn write(
    verb: &'static str,
    out: &Path,
    loaded: &Loaded,
    files: Vec<OutputFile>,
    begun: Instant,
) -> Result<(), Failure> {
    write_as(Owner::verb(verb), out, std::slice::from_ref(loaded), files, begun)
}

/// The same of several configurations, or of a run.
pub(super) fn write_as(
    owner: Owner<'_>,
    out: &Path,
    loaded: &[Loaded],
    mut files: Vec<OutputFile>,
    begun: Instant,
) -> Result<(), Failure> {
    files.push(manifest(owner, loaded, &files, begun).file());
    Ok(folder::write(out, &files, owner)?)
}

/// How these files were made: the fingerprint of the configurations is that of all their texts, one after the other.
fn manifest(owner: Owner, loaded: &[Loaded], files: &[OutputFile], begun: Instant) -> Manifest {
    let texts: String = loaded.iter().map(|loaded| loaded.text.as_str()).collect();
    let inputs = loaded.iter().flat_map(|loaded| &loaded.inputs);
    Manifest {
        skans: env!("CARGO_PKG_VERSION"),
        verb: owner.verb.to_owned(),
        commit: option_env!("SKANS_COMMIT"),
        host: host(),
        platform: format!("{} {}", std::env::consts::OS, std::env::consts::ARCH),
        threads: engine::threads(),
        kernel: Kernel::chosen().name(),
        wall_seconds: begun.elapsed().as_secs_f64(),
        config_sha256: sha256(texts.as_bytes()),
        inputs_sha256: inputs.map(|input| (input.name.clone(), input.content.sha256())).collect(),
        outputs_sha256: files.iter().map(|file| (file.name.clone(), file.content.sha256())).collect(),
    }
}

/// What a part of a run is made of.
pub(super) fn header(loaded: &Loaded, shard: Shard) -> Header {
    let mut hashes = settings::files(&loaded.config, &loaded.inputs)
        .into_iter()
        .map(|file| (file.content.sha256(), file.name))
        .map(|(hash, name)| (name, hash));
    let config_sha256 = hashes.next().map(|(_, hash)| hash).unwrap_or_default();
    let skans = env!("CARGO_PKG_VERSION").to_owned();
    Header { origin: Origin { skans, values: VALUES, config_sha256, inputs_sha256: hashes.collect() }, shard }
}

/// Does work on as many threads as asked for, with the kernels asked for.
pub(super) fn on_threads<T: Send>(
    show: &ShowArgs,
    work: impl FnOnce() -> Result<T, Failure> + Send,
) -> Result<T, Failure> {
    interrupt::listen();
    show.kernel.into_iter().for_each(Kernel::choose);
    engine::with_threads(show.threads.map_or(0, usize::from), work).map_err(Failure::Failed)?
}

/// Interrupted before anything was written.
pub(super) fn stopped() -> Failure {
    Failure::Interrupted("interrupted: nothing was written; run again to start anew".to_owned())
}

/// A summary as asked for.
pub(super) fn present(summary: &Summary, loaded: &Loaded, show: &ShowArgs) -> String {
    match show.format {
        Format::Table => table::page(summary, &loaded.plan, show.lang, Style::Text),
        Format::Markdown => table::page(summary, &loaded.plan, show.lang, Style::Markdown),
        Format::Json => json::pretty(summary),
        Format::Csv => String::from_utf8(csv::summary(summary)).unwrap_or_default(),
    }
}
