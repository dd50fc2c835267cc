#!/usr/bin/env python3
"""Do scenarios counted at once get what a reform with the same values gets?

scenarios.py PROGRAM [--data FOLDER] [--scenarios N] [--reforms N] [--moved N] [--seed N]
             [--write FILE]

Draws scenarios over all parameters that may move (blanks among them), has them counted by `sweep --scenarios` for
several requirements, and evaluates the first N of them again with a reform that writes their values. With --write
only the sheet of scenarios is made, in which all bounds of the numeric requirements move.
"""
import argparse
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from decimal import Decimal

PACK = "national/quality-balance-2017"
WHO = ["county", "class_size", "school_resources", "balance_between_schools", "all_schools"]
# These decide what a school is shared out as, or what stands on both sides of a spread: by steps, and slow.
APART = ("shared_facilities.", "teaching_point_students", "classes_per_room")
VERDICTS = ["met", "unmet", "undetermined", "not_applicable", "not_in_force"]


def run(program, *words):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        raise SystemExit("FAILED: %s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr.decode()))
    return done.stdout.decode("utf-8-sig")


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def parameters(program):
    """path with stage -> (path, stage, value)"""
    out = {}
    for row in rows_of(run(program, "rules", "show", PACK, "--format", "csv")):
        if row["parameter"].startswith(APART):
            continue
        path = ".".join(part for part in (row["parameter"], row["stage"]) if part)
        out[path] = (row["parameter"], row["stage"], Decimal(row["value"]))
    return out


def draw(params, moved, rng):
    """One scenario: some parameters between 4/5 and 5/4 of what they are, or at another's value, or as they are."""
    out = {}
    for path in rng.sample(sorted(params), min(moved, len(params))):
        value = params[path][2]
        if path == "school_resources.n":
            out[path] = Decimal(rng.randint(5, 7))
            continue
        places = rng.choice([0, 1, 3])
        near = value * Decimal(rng.choice([rng.randint(800, 1250), 1000, 1000])) / 1000
        out[path] = near.quantize(Decimal(1).scaleb(-places)) if near else near
    return out


def write(path, params, scenarios):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["scenario", *sorted(params)])
        for at, scenario in enumerate(scenarios):
            out.writerow(["s%04d" % at] + [format(scenario[p], "f") if p in scenario else "" for p in sorted(params)])


def form(stages):
    if "" in stages:
        return '"%s"' % format(stages[""], "f")
    return "{ " + ", ".join('%s = "%s"' % (s, format(v, "f")) for s, v in sorted(stages.items())) + " }"


def reform(params, scenario):
    """The same as a reform; what stays as it is would change nothing, and is refused."""
    was, now = {}, {}
    for path, value in scenario.items():
        name, stage, current = params[path]
        if value != current:
            was.setdefault(name, {})[stage] = current
            now.setdefault(name, {})[stage] = value
    lines = ['reform "tried" { on = "any", from = "2018-01-01", reason = "tried" }']
    lines += ['change "%s" { was = %s, now = %s }' % (name, form(was[name]), form(now[name])) for name in sorted(now)]
    return "\n".join(lines) + "\n"


def counts_of(program, data, who, folder, scenario_reform):
    path = os.path.join(folder, "tried.lua")
    with open(path, "w", encoding="utf-8") as file:
        file.write(scenario_reform)
    rows = rows_of(run(program, "sweep", "--data", data, "--reform", path, "--who", who, "--scenarios",
                       os.path.join(folder, "one.csv"), "--format", "csv"))
    return [int(rows[0][v]) for v in VERDICTS]  # as in force: a whole evaluation


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--data", default="data/sample")
    parser.add_argument("--scenarios", type=int, default=60)
    parser.add_argument("--reforms", type=int, default=6)
    parser.add_argument("--moved", type=int, default=12)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--write")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    params = parameters(options.program)
    print("seed %d, %d parameters" % (options.seed, len(params)))
    scenarios = [draw(params, options.moved, rng) for _ in range(options.scenarios)]
    if options.write:
        write(options.write, params, scenarios)
        return 0
    failures = done = 0
    with tempfile.TemporaryDirectory() as folder:
        sheet = os.path.join(folder, "scenarios.csv")
        write(sheet, params, scenarios)
        write(os.path.join(folder, "one.csv"), params, [{}])
        for who in WHO:
            told = rows_of(run(options.program, "sweep", "--data", options.data, "--scenarios", sheet, "--who", who,
                               "--format", "csv"))[1:]
            if len(told) != len(scenarios):
                raise SystemExit("FAILED: %d rows for %d scenarios" % (len(told), len(scenarios)))
            for at in range(min(options.reforms, len(scenarios))):
                wanted = counts_of(options.program, options.data, who, folder, reform(params, scenarios[at]))
                got = [int(told[at][v]) for v in VERDICTS]
                done += 1
                if got != wanted:
                    failures += 1
                    print("FAILED %s, scenario %d: %s instead of %s" % (who, at, got, wanted))
    print("%d counts held against evaluations under reforms, %d differ" % (done, failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
