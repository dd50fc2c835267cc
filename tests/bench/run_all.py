#!/usr/bin/env python3
"""The goals of speed and scale, each as a ratio: the program beside a peer or beside itself, in turn.

run_all.py BUILD-FOLDER --data FOLDER [--rows cold,sweep,...] [--times N] [--duckdb FOLDER]

BUILD-FOLDER is a release build with tests/bench/{phases,by_hand}; FOLDER a dataset in the national
form, for instance the one that tools/dev/make_nation.lua writes. --duckdb names a folder whose
node_modules has @duckdb/node-api. For each row: the median ratio over the rounds, its least and most, and the
goal. "met" and "missed" are of the median of the clock; the ratio of processor time, which a busy machine
disturbs less, stands beside it. A peer or a part that is not there is skipped with a line that says so.

How DuckDB is measured: inside the process, from the opening of its database until the verdicts of all counties are
there, with two threads; what node itself takes to begin is left out, and its memory is how much the peak grew over
what node held before the library was loaded. The row fails if one verdict differs from the program's.
Not a test of speed: the exit status is 1 only if results differ or a program fails.
"""
import argparse
import csv
import io
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

from run import PACK, ROOT, measured
from run_sweep import FIRST, LAST, PARAMETER

HERE = os.path.dirname(os.path.abspath(__file__))
VERDICT = "quality_balance"


class Skipped(Exception):
    """A row that cannot be run here, with the reason."""


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder, self.expected = options, folder, None
        self.program = os.path.join(options.build, "bin", "junheng")

    def path(self, name):
        return os.path.join(self.folder, name)

    def evaluate(self, *more, data=None):
        return [self.program, "evaluate", "--rules", PACK, "--data", data or self.options.data,
                "--on", self.options.on, "--quiet", "--jobs", "2", *more]

    def needs(self, command, option):
        text = subprocess.run([self.program, command, "--help"], stdout=subprocess.PIPE, check=True).stdout.decode()
        if option not in text:
            raise Skipped("not built: junheng %s %s" % (command, option))

    def helper(self, name):
        path = os.path.join(self.options.build, "tests", "bench", name)
        if not os.path.exists(path):
            raise Skipped("not built: tests/bench/" + name)
        return path

    def ours(self):
        """{county: verdict} of the program."""
        if self.expected is None:
            self.expected = self.verdicts()
        return self.expected

    def verdicts(self):
        found = {}
        command = self.evaluate("--format", "csv", "--lang", "en")
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            for line in io.TextIOWrapper(process.stdout, encoding="utf-8-sig"):
                if "," + VERDICT + "," in line:
                    row = next(csv.reader([line]))
                    found[row[0]] = row[8]
        if process.returncode:
            raise SystemExit("exit status %d: %s" % (process.returncode, " ".join(command)))
        return found

    def same_as_ours(self, path, who):
        with open(path, encoding="utf-8") as file:
            theirs = dict(line.strip().split(",") for line in file)
        apart = sum(theirs.get(code) != word for code, word in self.ours().items())
        if apart or len(theirs) != len(self.ours()):
            raise SystemExit("%s: %d of %d counties differ" % (who, apart, len(self.ours())))
        print("          %s: the verdicts of all %d counties are the same" % (who, len(theirs)))

    def duckdb(self, *mode):
        """A function that runs DuckDB once: (seconds, seconds of processor, MiB)."""
        modules = self.options.duckdb
        if not modules or not os.path.isdir(os.path.join(modules, "node_modules", "@duckdb", "node-api")):
            raise Skipped("DuckDB is not there (--duckdb FOLDER)")
        if not shutil.which("node"):
            raise Skipped("node is not installed")
        command = ["node", os.path.join(HERE, "duckdb.js"), modules, self.options.data, self.path("duckdb.csv"), *mode]

        def once():
            found = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            return found["seconds"], found["cpu"], found["mib"]
        return once

    def phases(self):
        command = [self.helper("phases"), PACK, self.options.data, self.options.on, "1"]

        def once():
            fields = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()
            return float(fields[6]), float(fields[6]), 0
        return once

    def by_hand(self):
        command = [self.helper("by_hand"), self.options.data, "5", self.path("by_hand.csv")]

        def once():
            seconds = float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()[0])
            return seconds, seconds, 0
        return once


def process(command):
    return lambda: measured(command)


def in_turn(first, second, times, is_cold=False):
    """Rounds of both, one after the other; one unmeasured round warms the page cache."""
    if not is_cold:
        first()
        second()
    return [(first(), second()) for _ in range(times)]


def tell(name, rounds, goals):
    """One line for each measure with a goal: 0 the clock, 2 memory."""
    words = {0: "time", 2: "memory"}
    for measure, goal in goals:
        ratios = [a[measure] / b[measure] for a, b in rounds]
        one, other = (statistics.median(side[measure] for side in sides) for sides in zip(*rounds))
        cpu = statistics.median(a[1] / b[1] for a, b in rounds)
        middle = statistics.median(ratios)
        print("%-10s %-6s %8.3f / %8.3f %-3s = %7.4f (%.4f to %.4f%s), goal %s: %s" % (
            name, words[measure], one, other, "MiB" if measure else "s", middle, min(ratios), max(ratios),
            "" if measure else "; of processor %.4f" % cpu, goal, "met" if middle <= goal else "MISSED"), flush=True)


def row_cold(bench):
    """CSV to the verdicts of counties, beside DuckDB."""
    duckdb = bench.duckdb()
    rounds = in_turn(process(bench.evaluate()), duckdb, bench.options.times)
    bench.same_as_ours(bench.path("duckdb.csv"), "DuckDB")
    tell("cold", rounds, ((0, 0.40), (2, 0.35)))


def row_written(bench):
    """The same, and every finding of schools, stages and counties written: the program's lines are fuller."""
    duckdb = bench.duckdb("write", bench.path("theirs.csv"))
    rounds = in_turn(process(bench.evaluate("--format", "csv", "--output", bench.path("ours.csv"))), duckdb,
                     min(bench.options.times, 3), is_cold=True)
    bench.same_as_ours(bench.path("duckdb.csv"), "DuckDB")
    sizes = [os.path.getsize(bench.path(name)) / 1e6 for name in ("ours.csv", "theirs.csv")]
    print("          %.0f MB beside %.0f MB" % tuple(sizes))
    tell("written", rounds, ((0, 0.40),))
    for name in ("ours.csv", "theirs.csv"):
        os.remove(bench.path(name))


def row_snapshot(bench):
    """From the snapshot: beside DuckDB on its own database file, and beside the own cold run."""
    bench.needs("evaluate", "--snapshot")
    snapshot = process(bench.evaluate("--snapshot", bench.path("nation.snapshot")))
    tell("snapshot", in_turn(snapshot, process(bench.evaluate()), bench.options.times), ((0, 0.25),))
    bench.duckdb("build", bench.path("nation.duckdb"))()
    rounds = in_turn(snapshot, bench.duckdb("open", bench.path("nation.duckdb")), bench.options.times)
    bench.same_as_ours(bench.path("duckdb.csv"), "DuckDB")
    tell("on file", rounds, ((0, 0.10),))


def row_hand(bench):
    """The plan beside the same rules by hand in C: evaluation only, one thread, seconds of processor."""
    rounds = in_turn(bench.phases(), bench.by_hand(), bench.options.times)
    bench.same_as_ours(bench.path("by_hand.csv"), "by hand")
    tell("hand", rounds, ((0, 2),))


UNITS = 216932  # stage units of the nation


def row_scenarios(bench):
    """1,000 arbitrary scenarios, whole process, beside numpy on cached ratios and the own cold run."""
    bench.needs("sweep", "--scenarios")
    script = os.path.join(HERE, "scenarios_numpy.py")
    if not os.path.exists(script):
        raise Skipped("not there: scenarios_numpy.py")
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    if subprocess.run([python, "-c", "import numpy"], stderr=subprocess.DEVNULL, check=False).returncode:
        raise Skipped("python3-numpy is not installed")
    scenarios = bench.path("scenarios.csv")
    write_scenarios(scenarios, 1000)
    ours = process([bench.program, "sweep", "--rules", PACK, "--data", bench.options.data, "--on", bench.options.on,
                    "--quiet", "--jobs", "2", "--scenarios", scenarios, "--who", "school_resources", "--snapshot",
                    bench.path("scenarios.snapshot"), "--format", "csv"])
    command = [python, "-B", script, "--data", bench.options.data, "--scenarios", scenarios, "--units", str(UNITS)]

    def numpy():  # of its seconds only those of the scenarios themselves: the ratios are there
        told = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True).stderr.decode()
        seconds = float(re.search(r"scenarios ([0-9.]+) s", told).group(1))
        return seconds, seconds, 0

    tell("scenarios", in_turn(ours, numpy, min(bench.options.times, 3)), ((0, 0.10),))
    tell("of cold", in_turn(ours, process(bench.evaluate()), bench.options.times), ((0, 8),))


BOUNDS = {"higher_degree_teachers_per_100": (4.2, 5.3), "backbone_teachers_per_100": (1, 1),
          "pe_art_teachers_per_100": (0.9, 0.9), "teaching_area_per_student": (4.5, 5.8),
          "sports_area_per_student": (7.5, 10.2), "equipment_value_per_student": (2000, 2500),
          "multimedia_rooms_per_100": (2.3, 2.4)}


def write_scenarios(path, count):
    """All fourteen bounds moved by themselves, from 70 to 130 %; the same numbers each time."""
    chance = random.Random(6)
    names = [(rule, at, stage) for rule in BOUNDS for at, stage in enumerate(("primary", "junior"))]
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["scenario"] + ["%s.at_least.%s" % (rule, stage) for rule, _, stage in names])
        for number in range(count):
            out.writerow([number + 1] + ["%.3f" % (BOUNDS[rule][at] * chance.uniform(0.7, 1.3)) for rule, at, _ in names])


def row_sweep(bench):
    """1,000 values of one parameter, beside the own cold run."""
    sweep = [bench.program, "sweep", "--rules", PACK, "--data", bench.options.data, "--on", bench.options.on, "--quiet",
             "--jobs", "2", "--vary", "%s=%d..%d/1000" % (PARAMETER, FIRST, LAST)]
    tell("sweep", in_turn(process(sweep), process(bench.evaluate()), bench.options.times), ((0, 1.5),))


def row_edit(bench):
    """One edited cell and its county anew, in the library, beside a full run."""
    command = [bench.helper("edit_one"), PACK, bench.options.data, bench.options.on]

    def once():  # the median seconds of one edit
        seconds = float(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.split()[0])
        return seconds, seconds, 0
    tell("edit", in_turn(once, process(bench.evaluate()), min(bench.options.times, 3)), ((0, 0.001),))


def row_scale(bench):
    """Sixteen times the nation beside the nation; once, for it takes a gigabyte and its time."""
    folder = bench.options.large or bench.path("nation16")
    if not os.path.isdir(folder):
        subprocess.run(["lua5.4", os.path.join(ROOT, "tools", "dev", "make_nation.lua"), "--out", folder,
                        "--scale", "16"], check=True, stdout=subprocess.DEVNULL)
    rounds = in_turn(process(bench.evaluate(data=folder)), process(bench.evaluate()), 1, is_cold=True)
    tell("16 times", rounds, ((0, 18), (2, 12)))
    if not bench.options.large:
        shutil.rmtree(folder)


def shuffle(source, target):
    """Every table with its rows in another order; the same order each time."""
    os.makedirs(target)
    for name in sorted(os.listdir(source)):
        if not name.endswith(".csv"):
            shutil.copy(os.path.join(source, name), target)
            continue
        with open(os.path.join(source, name), "rb") as file:
            head, *rows = file.read().splitlines(keepends=True)
        if any(row.count(b'"') % 2 for row in rows):
            raise Skipped("a cell of %s holds a line break" % name)
        random.Random(1).shuffle(rows)
        with open(os.path.join(target, name), "wb") as file:
            file.writelines([head, *rows])


def row_shuffled(bench):
    """Rows in any order beside rows by county."""
    folder = bench.path("shuffled")
    shuffle(bench.options.data, folder)
    rounds = in_turn(process(bench.evaluate(data=folder)), process(bench.evaluate()), bench.options.times)
    tell("shuffled", rounds, ((0, 1.25),))
    shutil.rmtree(folder)


def row_packs(bench):
    """All packs of rules/ loaded and checked, beside the cold run."""
    check = [bench.program, "check", os.path.join(ROOT, "rules")]
    tell("packs", in_turn(process(check), process(bench.evaluate()), bench.options.times), ((0, 0.1),))


ROWS = {name[4:]: function for name, function in list(globals().items()) if name.startswith("row_")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="folder of a release build")
    parser.add_argument("--data", required=True)
    parser.add_argument("--on", default="2024-09-01")
    parser.add_argument("--rows", default=",".join(ROWS), help="of " + ", ".join(ROWS))
    parser.add_argument("--times", type=int, default=7)
    parser.add_argument("--duckdb", help="folder with node_modules/@duckdb/node-api")
    parser.add_argument("--large", help="sixteen times the nation, where it is there already")
    options = parser.parse_args()
    if any(name not in ROWS for name in options.rows.split(",")):
        parser.error("--rows is of " + ", ".join(ROWS))
    with tempfile.TemporaryDirectory(prefix="junheng-bench-") as folder:
        bench = Bench(options, folder)
        for name in options.rows.split(","):
            print("%-10s %s" % (name, ROWS[name].__doc__), flush=True)
            try:
                ROWS[name](bench)
            except Skipped as reason:
                print("%-10s SKIPPED: %s" % (name, reason), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
