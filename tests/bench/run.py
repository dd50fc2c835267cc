#!/usr/bin/env python3
"""How long an evaluation takes, as a ratio to a plain libcsv pass over the same files.

run.py BUILD-FOLDER --data FOLDER      a dataset in the national form, for instance
                                       the one that tools/dev/make_nation.lua writes

Both run in turn, so that what else the machine does meets both. Prints medians,
ratios and peak memory, and how the time splits. Not a test: it never fails by
being slow.
"""
import argparse
import glob
import os
import statistics
import subprocess
import sys
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PACK = os.path.join(ROOT, "rules", "national", "quality-balance-2017")


def measured(command):
    """(seconds, seconds of processor, peak MiB) of one process."""
    with open(os.devnull, "wb") as nothing:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=nothing)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit("exit status %d: %s" % (process.returncode, " ".join(command)))
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def median_of(runs):
    return [statistics.median(column) for column in zip(*runs)]


def in_turn(commands, times):
    """{name: medians}; one unmeasured round warms the page cache."""
    runs = {name: [] for name in commands}
    for name, command in commands.items():
        measured(command)
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(measured(command))
    return {name: median_of(r) for name, r in runs.items()}


def phases(build, options, jobs):
    """Medians of the steps within one process, or None where the program is not built."""
    program = os.path.join(build, "tests", "bench", "phases")
    if not os.path.exists(program):
        return None
    rows = []
    command = [program, PACK, options.data, options.on, str(jobs)] + ["json"] * options.json
    for _ in range(options.times):
        out = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        rows.append([float(x) for x in out.stdout.split()])
    return median_of(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="folder of a release build")
    parser.add_argument("--data", required=True)
    parser.add_argument("--on", default="2024-09-01")
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--json", action="store_true", help="measure JSON too: every finding, some gigabytes")
    options = parser.parse_args()
    tables = sorted(glob.glob(os.path.join(options.data, "*.csv")))
    size = sum(map(os.path.getsize, tables))
    program = os.path.join(options.build, "bin", "junheng")
    commands = {"csvpass": [os.path.join(options.build, "tests", "bench", "csvpass"), *tables]}
    for jobs in (1, 2):
        for form in ("text", "json") if options.json else ("text",):
            commands["evaluate --jobs %d --format %s" % (jobs, form)] = [
                program, "evaluate", "--rules", PACK, "--data", options.data, "--on", options.on,
                "--quiet", "--jobs", str(jobs), "--format", form]
    print("%d tables, %.1f MB, median of %d runs in turn" % (len(tables), size / 1e6, options.times))
    results = in_turn(commands, options.times)
    base = results["csvpass"]
    print("%-34s %9s %9s %9s %7s %7s" % ("", "wall s", "cpu s", "peak MiB", "ratio", "of cpu"))
    for name, (wall, cpu, peak) in results.items():
        print("%-34s %9.3f %9.3f %9.1f %7.2f %7.2f" % (name, wall, cpu, peak, wall / base[0], cpu / base[1]))
    for jobs in (1, 2):
        steps = phases(options.build, options, jobs)
        if steps:
            print("--jobs %d: reading %.3f s, evaluating %.3f s, writing text %.3f s (%.1f MB)" % (
                jobs, *steps[:3], steps[4] / 1e6))
        if steps and options.json:
            print("          writing JSON %.3f s (%.1f MB)" % (steps[3], steps[5] / 1e6))
    return 0


if __name__ == "__main__":
    sys.exit(main())
