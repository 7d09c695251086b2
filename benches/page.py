"""Writes docs/evidence/performance.md: skans beside the peers, measured in one session on this machine.

    cargo build --release && KERNEL=avx2 cargo bench --bench kernels
    python3 benches/page.py PEERS > docs/evidence/performance.md

PEERS is a script that takes `numpy`, `numba` or `normals` and a number of paths. It does the reference job with it, or
draws its normal numbers alone, and prints a line with `N million path-months a second`. Rounds are interleaved, and the
median is taken, since other work on the machine comes and goes.
"""

import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REMARKS = """
A month of the market takes two normal numbers and two exponentials, each bound by the multiplications of its
polynomials. With four lanes the words of ChaCha8 take about as long as the transform to normal numbers. The rule and
the statistics are passes over some ten numbers a path with a few operations each. Fewer passes (rule and statistics in
one loop) would save loads and stores, at the price of one kernel that knows everything. Narrower numbers than doubles
would halve the time, at the price of the precision."""

ROOT = Path(__file__).parent.parent
SKANS = ROOT / "target/release/skans"
OUT = Path(tempfile.mkdtemp()) / "page"
PATHS, MONTHS, ROUNDS = 1_000_000, 240, 7


def peer(script, kind):
    out = subprocess.run([sys.executable, script, kind, str(PATHS)], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"([\d.]+) million path-months", out).group(1))


def skans(kernel, paths=PATHS, *more):
    """Million path-months a second of the whole process with a kernel, and its greatest memory in MB."""
    command = [SKANS, "run", ROOT / "configs/reference-job.toml", "--paths", str(paths)]
    command += ["--kernel", kernel, "--quiet", "--out", OUT, *more]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return paths * MONTHS / (time.perf_counter() - begun) / 1e6, usage.ru_maxrss / 1024


def criterion():
    """The kernel of the benchmarks, and nanoseconds for a month of a path, by group and benchmark."""
    kernels, groups = set(), {}
    for file in sorted((ROOT / "target/criterion").glob("a month*/*/new/benchmark.json")):
        name = json.loads(file.read_text())
        group, _, kernel = name["group_id"].rpartition(", ")
        nanoseconds = json.loads((file.parent / "estimates.json").read_text())["median"]["point_estimate"]
        groups.setdefault(group, {})[name["function_id"]] = nanoseconds / name["throughput"]["Elements"]
        kernels.add(kernel)
    if len(kernels) != 1:
        found = ", ".join(sorted(kernels)) or "none"
        sys.exit(f"target/criterion: found {found}, allowed: one kernel; remove it, and cargo bench --bench kernels")
    return kernels.pop(), groups


def main():
    script, (kernel, groups) = sys.argv[1], criterion()
    rates = {"skans": [], "numpy": [], "numba": [], "normals": []}
    for _ in range(ROUNDS):
        for kind, times in (("skans", 8), ("numpy", 1), ("numba", 1), ("normals", 8)):
            found = [skans(kernel)[0] if kind == "skans" else peer(script, kind) for _ in range(times)]
            rates[kind].append(statistics.harmonic_mean(found))
    median = {kind: statistics.median(values) for kind, values in rates.items()}
    alternating = [[skans(kernel, PATHS, "--threads", threads)[0] for threads in ("1", "2")] for _ in range(ROUNDS)]
    scaling = [statistics.median(of_threads) for of_threads in zip(*alternating)]
    memory = [skans(kernel, paths)[1] for paths in (100_000, 10_000_000)]
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()).group(1)
    print("# Performance\n")
    rounds = len(rates["skans"])
    print(f"Made by `benches/page.py` in one session. Rates are medians of {rounds} interleaved rounds, with the")
    print("slowest and the fastest. Ratios are those of the medians, and of the fastest rounds. What takes a second")
    print("is run eight times a round, so that the machine's noise is shared.\n")
    print(f"{cpu}, {os.cpu_count()} threads, {platform.system()}; reference job, {PATHS:,} paths of {MONTHS} months;")
    print(f"skans with `--kernel {kernel}`.\n")
    print("| program | million path-months a second | skans / it, medians | fastest |\n|---|---|---|---|")
    labels = {
        "skans": "skans, whole process",
        "numpy": "numpy",
        "numba": "numba, compiled and parallel",
        "normals": "MKL, the normal numbers alone",
    }
    for kind, label in labels.items():
        low, high = min(rates[kind]), max(rates[kind])
        ratios = f"{median['skans'] / median[kind]:.2f} | {max(rates['skans']) / high:.2f}"
        ratios = " | " if kind == "skans" else ratios
        print(f"| {label} | {median[kind]:.1f} ({low:.1f} to {high:.1f}) | {ratios} |")
    ratio, rounds = scaling[1] / scaling[0], len(alternating)
    print(f"\nTwo threads are {ratio:.2f} times as fast as one (medians of {rounds} alternating rounds).")
    print(f"Memory: {memory[0]:.1f} MB at 100 000 paths, {memory[1]:.1f} MB at 10 000 000.\n")
    parts = ("", ", layer by layer", ", world by world")
    kernels, layers, worlds = (groups[f"a month of a path{part}"] for part in parts)
    print(f"## Where the time goes\n\nNanoseconds for a month of a path on one thread, with the kernel {kernel}")
    print(f"(`KERNEL={kernel} cargo bench --bench kernels`).\n\n| | ns |\n|---|---|")
    for name, nanoseconds in kernels.items():
        print(f"| {name} | {nanoseconds:.2f} |")
    ratio = kernels["normal numbers of rand_distr, one by one"] / kernels["random words and normal numbers"]
    print(f"\nNormal numbers drawn in batches are {ratio:.1f} times as fast as `rand_distr`'s `StandardNormal`.")
    names = ("market", "market and rule", "market, rule and statistics, one thread")
    market, rule, everything = (layers[name] for name in names)
    print("\nThe whole job on one thread, as what is added to the layer before:\n\n| | ns | share |\n|---|---|---|")
    parts = {"market": market, "rule": rule - market, "statistics": everything - rule, "everything": everything}
    for name, part in parts.items():
        print(f"| {name} | {part:.2f} | {100 * part / everything:.0f} % |")
    print(REMARKS)
    rest = everything - market
    print("\n## Worlds\n\nA month of a path of each world with two assets, alone, and in the reference job. Rule and")
    print("statistics cost the same in each.\n")
    print("| world | ns | × lognormal, alone | × lognormal, whole job |\n|---|---|---|---|")
    for name, nanoseconds in sorted(worlds.items(), key=lambda item: item[1]):
        base = worlds["lognormal"]
        print(f"| {name} | {nanoseconds:.2f} | {nanoseconds / base:.2f} | {(nanoseconds + rest) / (base + rest):.2f} |")


if __name__ == "__main__":
    main()
