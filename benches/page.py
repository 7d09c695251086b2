"""Writes docs/evidence/performance.md: skans beside the peers, measured in one session on this machine.

    cargo build --release && cargo bench --bench kernels
    python3 benches/page.py PEERS > docs/evidence/performance.md

PEERS is a script that takes `numpy`, `numba` or `normals` and a number of paths, does the reference job (or draws its normal
numbers alone) with it, and prints a line with `N million path-months a second`. Rounds are interleaved, and the median is taken,
since other work on the machine comes and goes.
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
A month of the market takes two normal numbers and two exponentials, each bound by the multiplications of its polynomials; the
words of ChaCha8 take a third of what the transform to normal numbers does. The rule and the statistics are passes over some ten
numbers a path with a few operations each; none of them takes more than a twelfth of the whole. To draw the market alone takes
about as long as MKL takes to draw as many normal numbers on a thread; the other half, rule and statistics, stands between the
whole job and that rate. Fewer passes (rule and statistics in one loop) would save loads and stores, at the price of one kernel
that knows everything; narrower numbers than doubles would halve it all, at the price of the precision."""

ROOT = Path(__file__).parent.parent
SKANS = ROOT / "target/release/skans"
OUT = Path(tempfile.mkdtemp()) / "page"
PATHS, MONTHS, ROUNDS, KERNEL = 1_000_000, 240, 7, "avx2"


def peer(script, kind):
    out = subprocess.run([sys.executable, script, kind, str(PATHS)], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"([\d.]+) million path-months", out).group(1))


def skans(paths=PATHS, *more):
    """Million path-months a second of the whole process, and its greatest memory in MB."""
    command = [SKANS, "run", ROOT / "configs/reference-job.toml", "--paths", str(paths)]
    command += ["--kernel", KERNEL, "--quiet", "--out", OUT, *more]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0
    return paths * MONTHS / (time.perf_counter() - begun) / 1e6, usage.ru_maxrss / 1024


def criterion():
    """Nanoseconds for a month of a path, by group and benchmark."""
    for file in sorted((ROOT / "target/criterion").glob("a month*/*/new/benchmark.json")):
        name = json.loads(file.read_text())
        nanoseconds = json.loads((file.parent / "estimates.json").read_text())["median"]["point_estimate"]
        yield name["group_id"], name["function_id"], nanoseconds / name["throughput"]["Elements"]


def main():
    script = sys.argv[1]
    rates = {"skans": [], "numpy": [], "numba": [], "normals": []}
    for _ in range(ROUNDS):
        for kind, times in (("skans", 8), ("numpy", 1), ("numba", 1), ("normals", 8)):
            found = [skans()[0] if kind == "skans" else peer(script, kind) for _ in range(times)]
            rates[kind].append(statistics.harmonic_mean(found))
    median = {kind: statistics.median(values) for kind, values in rates.items()}
    alternating = [[skans(PATHS, "--threads", threads)[0] for threads in ("1", "2")] for _ in range(ROUNDS)]
    scaling = [statistics.median(rates) for rates in zip(*alternating)]
    memory = [skans(paths)[1] for paths in (100_000, 10_000_000)]
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()).group(1)
    print("# Performance\n")
    print(f"Made by `benches/page.py` in one session. Rates are medians of {ROUNDS} interleaved rounds, with the slowest and the fastest; ratios are those")
    print("of the medians, and of the fastest rounds. What takes a second is run eight times a round, so that the machine's noise is shared.\n")
    print(f"{cpu}, {os.cpu_count()} threads, {platform.system()}; reference job, {PATHS:,} paths of {MONTHS} months; skans with")
    print(f"`--kernel {KERNEL}`.\n")
    print("| program | million path-months a second | skans / it, medians | fastest |\n|---|---|---|---|")
    labels = {"skans": "skans, whole process", "numpy": "numpy", "numba": "numba, compiled and parallel", "normals": "MKL, the normal numbers alone"}
    for kind, label in labels.items():
        low, high = min(rates[kind]), max(rates[kind])
        ratios = " | " if kind == "skans" else f"{median['skans'] / median[kind]:.2f} | {max(rates['skans']) / high:.2f}"
        print(f"| {label} | {median[kind]:.1f} ({low:.1f} to {high:.1f}) | {ratios} |")
    print(f"\nTwo threads are {scaling[1] / scaling[0]:.2f} times as fast as one (medians of {ROUNDS} alternating rounds). ", end="")
    print(f"Memory: {memory[0]:.1f} MB at 100 000 paths, {memory[1]:.1f} MB at 10 000 000.\n")
    print("## Where the time goes\n\nNanoseconds for a month of a path on one thread, with the machine's widest instructions")
    print("(`cargo bench --bench kernels`).\n\n| | ns |\n|---|---|")
    layers, worlds = {}, {}
    for group, name, nanoseconds in criterion():
        if "layer" in group:
            layers[name] = nanoseconds
        elif "world" in group:
            worlds[name] = nanoseconds
        else:
            print(f"| {name} | {nanoseconds:.2f} |")
    market, rule, everything = (layers[name] for name in ("market", "market and rule", "market, rule and statistics, one thread"))
    print("\nThe whole job on one thread, as what is added to the layer before:\n\n| | ns | share |\n|---|---|---|")
    for name, part in (("market", market), ("rule", rule - market), ("statistics", everything - rule), ("everything", everything)):
        print(f"| {name} | {part:.2f} | {100 * part / everything:.0f} % |")
    print(REMARKS)
    rest = everything - market
    print("\n## Worlds\n\nA month of a path of each world with two assets, alone, and in the reference job (rule and statistics cost the same in each).\n")
    print("| world | ns | × lognormal, alone | × lognormal, whole job |\n|---|---|---|---|")
    for name, nanoseconds in sorted(worlds.items(), key=lambda item: item[1]):
        base = worlds["lognormal"]
        print(f"| {name} | {nanoseconds:.2f} | {nanoseconds / base:.2f} | {(nanoseconds + rest) / (base + rest):.2f} |")


main()
