#!/usr/bin/env python3
"""How long a sweep of many values takes, as a ratio to one cold evaluation and to the same counts by SQL and numpy.

run_sweep.py BUILD-FOLDER --data FOLDER [--steps N] [--times N]

All run in turn, so that what else the machine does meets all of them. The program counts the last word on every county,
and one indicator at every stage unit; SQL (sqlite3) and numpy count that one indicator alone, of the same
values, from the same file: each as well as it can be written, with a sort instead of a comparison for each value.
Where they are not installed that is said. Prints medians and ratios; not a test: it never fails by being slow, only
if the counts of the indicator differ.
"""
import argparse
import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile

from run import PACK, in_turn

FIRST, LAST = 2, 8  # teachers per 100 students
RULE = "higher_degree_teachers_per_100"
PARAMETER = RULE + ".at_least.primary"
TYPES = ("小学", "小学教学点", "九年一贯制学校", "十二年一贯制学校")
TEACHERS = ("primary_diploma_teachers", "primary_bachelor_teachers", "primary_master_teachers",
            "primary_doctor_teachers")

# A unit is met up to the whole part of 100 * teachers / students, in thousandths.
SQL = """
.mode csv
.import {data}/schools.csv schools
with units as (
  select ({teachers}) * 100000 / cast(primary_students as integer) as most
  from schools
  where school_type in ({types}) and cast(primary_students as integer) > 0
    and not (school_type = '小学教学点' and cast(primary_students as integer) < 50)),
ends as (select min(({last} * 1000 - {first} * 1000) / {step},
                    (most - {first} * 1000) / {step}) as at from units where most >= {first} * 1000),
grouped as (select at, count(*) as n from ends group by at),
steps(k) as (select 0 union all select k + 1 from steps where k < {steps}),
counted as (select k, coalesce(n, 0) as n from steps left join grouped on at = k)
select k, sum(n) over (order by k desc) from counted order by k;
"""


def by_numpy(data, steps):
    """The same counts; run as a process of its own."""
    import numpy
    with open(os.path.join(data, "schools.csv"), encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        head = next(reader)
        kind, students = head.index("school_type"), head.index("primary_students")
        teachers = [head.index(name) for name in TEACHERS]
        units = [(sum(int(row[t] or 0) for t in teachers), int(row[students])) for row in reader
                 if row[kind] in TYPES and row[students] and int(row[students]) > 0
                 and not (row[kind] == TYPES[1] and int(row[students]) < 50)]
    table = numpy.array(units, dtype=numpy.int64)
    most = numpy.sort(table[:, 0] * 100000 // table[:, 1])
    values = numpy.arange(steps + 1, dtype=numpy.int64) * ((LAST - FIRST) * 1000 // steps) + FIRST * 1000
    for at, count in enumerate(len(most) - numpy.searchsorted(most, values, side="left")):
        print("%d,%d" % (at, count))


def has_numpy(python):
    return subprocess.run([python, "-c", "import numpy"], stderr=subprocess.DEVNULL, check=False).returncode == 0


def sql_file(folder, options):
    text = SQL.format(data=options.data, types=", ".join("'%s'" % t for t in TYPES), first=FIRST, last=LAST,
                      step=(LAST - FIRST) * 1000 // options.steps, steps=options.steps,
                      teachers=" + ".join("cast(%s as integer)" % t for t in TEACHERS))
    path = os.path.join(folder, "sweep.sql")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def counts_of(command, steps):
    """[met], without what is the same at every value."""
    text = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8-sig")
    if text.startswith("parameter"):
        step = (LAST - FIRST) * 1000 // steps  # today's value stands among them, though it is none of them
        values = [int(row["met"]) for row in csv.DictReader(io.StringIO(text)) if row["region_level"] == "all"
                  and (round(float(row["value"]) * 1000) - FIRST * 1000) % step == 0]
    else:
        values = [int(line.split(",")[1]) for line in text.split()]
    return values


def compare_counts(commands, steps):
    """The counts of the indicator, as differences from the first value: junior units are met or not all along."""
    found = {name: counts_of(command, steps) for name, command in commands.items()}
    for name, counts in found.items():
        found[name] = [count - counts[0] for count in counts][:steps + 1]
    first = next(iter(found.values()))
    for name, counts in found.items():
        apart = max(abs(a - b) for a, b in zip(first, counts))
        print("%-26s %d counts, at most %d apart from the program's" % (name, len(counts), apart))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="folder of a release build")
    parser.add_argument("--data", required=True)
    parser.add_argument("--on", default="2024-09-01")
    parser.add_argument("--steps", type=int, default=1000, help="a divisor of 6000")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--numpy", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.numpy:
        by_numpy(options.data, options.steps)
        return 0
    program = os.path.join(options.build, "bin", "junheng")
    shared = ["--rules", PACK, "--data", options.data, "--on", options.on, "--quiet"]
    vary = "%s=%d..%d/%d" % (PARAMETER, FIRST, LAST, options.steps)
    one = [program, "sweep", *shared, "--vary", vary, "--who", RULE]
    commands = {"evaluate": [program, "evaluate", *shared],
                "sweep, counties": [program, "sweep", *shared, "--vary", vary],
                "sweep, places": [program, "sweep", *shared, "--vary", PARAMETER],
                "sweep, one indicator": one}
    others = {}
    python = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("sqlite3"):
            others["SQL, one indicator"] = ["sqlite3", ":memory:", ".read " + sql_file(folder, options)]
        else:
            print("SKIPPED: sqlite3 is not installed")
        if has_numpy(python):
            others["numpy, one indicator"] = [python, "-B", os.path.abspath(__file__), options.build, "--data",
                                              options.data, "--steps", str(options.steps), "--numpy"]
        else:
            print("SKIPPED: python3-numpy is not installed")
        results = in_turn({**commands, **others}, options.times)
        base = results["evaluate"]
        print("%d values, medians of %d runs in turn" % (options.steps + 1, options.times))
        print("%-26s %9s %9s %9s %7s %7s" % ("", "wall s", "cpu s", "peak MiB", "ratio", "of cpu"))
        for name, (wall, cpu, peak) in results.items():
            print("%-26s %9.3f %9.3f %9.1f %7.2f %7.2f" % (name, wall, cpu, peak, wall / base[0], cpu / base[1]))
        compare_counts({"program": one + ["--format", "csv", "--lang", "en"], **others}, options.steps)
    return 0


if __name__ == "__main__":
    sys.exit(main())
