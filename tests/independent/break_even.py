#!/usr/bin/env python3
"""Do verdicts turn exactly where `sweep` says?

break_even.py PROGRAM --lua LUA [--scale S] [--data FOLDER] [--counties N] [--each N] [--entities N]
                      [--steps N] [--full N] [--seed N]

Takes a synthetic nation. For several parameters and requirements `sweep --vary PATH` lists where each verdict turns;
of random counties, each by itself in a folder of its own, each listed place is tried by reforms: at the last value
below it and at the first above it (one of them the place itself, where it is a decimal; a hair apart) the
program must come to the verdicts that were listed, and entities that never turn must not at values far out. The
exact fraction must lie between the two decimals. Then a sweep of many steps: its counts, by prefecture and province
too, against full evaluations at some of the steps; both sides of an aim; and the bytes for other numbers of threads.
"""
import argparse
import collections
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

PACK = "national/quality-balance-2017"
VERDICT = "quality_balance"
# What moves, and whose verdict is asked for.
ASKED = [
    ("class_size.at_most.primary", "county"),
    ("higher_degree_teachers_per_100.at_least.primary", "county"),
    ("balance_between_schools.at_most.junior", "county"),
    ("balance_between_schools.at_most.primary", "balance_between_schools"),
    ("sports_area_per_student.at_least.junior", "all_schools"),
    ("class_size.at_most.primary", "class_size"),
    ("school_resources.others_at_least", "school_resources"),
    ("equipment_value_per_student.at_least.primary", "school_resources"),
]
AIMED = [("balance_between_schools.at_most.primary", "balance_between_schools", "10%"),
         ("class_size.at_most.primary", "class_size", "40%")]


def run(program, *words):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise SystemExit("FAILED: %s: exit %d\n%s" % (" ".join(words), done.returncode, done.stderr.decode()))
    return done.stdout.decode("utf-8-sig")


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


class Check:
    failures = 0
    done = 0

    def equal(self, what, got, wanted):
        self.done += 1
        if got != wanted:
            self.failures += 1
            print("FAILED %s: %.300s instead of %.300s" % (what, got, wanted), flush=True)


class Split:
    """The rows of a dataset by county, to be written as a dataset of one county."""

    def __init__(self, data):
        self.data, self.heads, self.lines = data, {}, {}
        county_of = {}
        for table in ("counties", "schools", "monitoring", "rooms"):
            by_county = collections.defaultdict(list)
            with open(os.path.join(data, table + ".csv"), encoding="utf-8-sig", newline="") as file:
                self.heads[table] = head = next(csv.reader([file.readline()]))
                key = head.index("school_code" if table == "rooms" else "county_code")
                code = head.index("school_code") if table == "schools" else None
                for line in file:
                    cells = next(csv.reader([line]))
                    county = county_of[cells[key]] if table == "rooms" else cells[key]
                    if code is not None:
                        county_of[cells[code]] = county
                    by_county[county].append(line)
            self.lines[table] = by_county
        self.counties = sorted(self.lines["counties"])

    def write(self, folder, county):
        os.makedirs(folder, exist_ok=True)
        for table, by_county in self.lines.items():
            with open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8", newline="") as file:
                file.write(",".join(self.heads[table]) + "\n")
                file.writelines(by_county.get(county, []))
        with open(os.path.join(self.data, "dictionary.lua"), encoding="utf-8") as file:
            text = file.read()
        with open(os.path.join(folder, "dictionary.lua"), "w", encoding="utf-8") as file:
            file.write(text)


def write_reform(path, parameter, now, value):
    """A reform of one value, of one stage or of all."""
    stage = parameter.rsplit(".", 1)[-1]
    is_staged = stage in ("primary", "junior")
    name = parameter.rsplit(".", 1)[0] if is_staged else parameter
    form = '{ %s = "%%s" }' % stage if is_staged else '"%s"'
    with open(path, "w", encoding="utf-8") as file:
        file.write('reform "trial" { on = "any", from = "2018-01-01", reason = "tried" }\n')
        file.write('change "%s" { was = %s, now = %s }\n' % (name, form % now, form % value))


def evaluate(program, data, reform):
    words = ["--reform", reform] if reform else []
    text = run(program, "evaluate", "--data", data, *words, "--format", "csv", "--jobs", "1")
    return {(row["level"], row["entity_code"], row["stage"], row["requirement"]): row["verdict"]
            for row in rows_of(text)}


def today(program, parameter):
    stage = parameter.rsplit(".", 1)[-1]
    for row in rows_of(run(program, "rules", "show", PACK, "--on", "2024-09-01", "--format", "csv")):
        if parameter in (row["parameter"], row["parameter"] + "." + row["stage"]) and row["stage"] in ("", stage):
            return row["value"]
    raise SystemExit("FAILED: no value of " + parameter)


def places(check, program, data, parameter, who):
    """What is listed, by county: {county: {(level, entity, stage): [row, …]}}; and values far out."""
    words = ["sweep", "--data", data, "--vary", parameter, "--who", who, "--format", "csv"]
    text = run(program, *words, "--jobs", "2")
    check.equal("threads", run(program, *words, "--jobs", "1"), text)
    found, values = collections.defaultdict(lambda: collections.defaultdict(list)), []
    for row in rows_of(text):
        found[row["county_code"]][row["level"], row["entity_code"], row["stage"]].append(row)
        values += [Fraction(row[k]) for k in ("last_below", "first_above") if row[k]]
    low, high = (min(values), max(values)) if values else (Fraction(1), Fraction(2))
    return found, [str(max(int(low), 1) / 1000), str(int(high) + 1000)]


def check_place(check, what, row):
    """The decimals have the exact place between them, on the side that is told."""
    last, first = Fraction(row["last_below"]), Fraction(row["first_above"])
    check.equal(what + ": apart", 0 < first - last <= Fraction(1, 10**6), True)
    if not row["place_numerator"]:
        return
    place = Fraction(int(row["place_numerator"]), int(row["place_denominator"]))
    power = 2 if row["place_is"] == "root" else 1
    check.equal(what + ": between", last ** power <= place <= first ** power, True)
    if place in (last ** power, first ** power):
        check.equal(what + ": on", place == first ** power, row["place_goes_with"] == "above")


def trials_of(found, dice, far, entities):
    """Some entities of a county with what they are to be: (entity, value, verdict, row). Those that turn first."""
    turning = sorted(key for key, rows in found.items() if rows[0]["last_below"])
    fixed = sorted(key for key, rows in found.items() if not rows[0]["last_below"])
    for key in dice.sample(turning, min(entities, len(turning))):
        for row in found[key]:
            yield key, row["last_below"], row["verdict_below"], row
            yield key, row["first_above"], row["verdict_above"], row
    for key in dice.sample(fixed, min(max(entities - len(turning), entities // 2), len(fixed))):
        for value in far:
            yield key, value, found[key][0]["verdict_below"], None


def check_counties(check, program, split, counties, how, folder, dice):
    each, entities = how
    listed = {asked: places(check, program, split.data, *asked) for asked in ASKED}
    now = {parameter: today(program, parameter) for parameter, _ in ASKED}
    reform, tried = os.path.join(folder, "trial.lua"), collections.Counter()
    for count, county in enumerate(counties):
        data = os.path.join(folder, "county")
        split.write(data, county)
        for parameter, who in dice.sample(ASKED, min(each, len(ASKED))):
            found, far = listed[parameter, who]
            for key, value, verdict, row in trials_of(found[county], dice, far, entities):
                what = "%s %s %s at %s" % (parameter, who, key, value)
                is_now = Fraction(value) == Fraction(now[parameter])  # no reform: it would change nothing
                if not is_now:
                    write_reform(reform, parameter, now[parameter], value)
                verdicts = evaluate(program, data, None if is_now else reform)
                rule = VERDICT if who == "county" else who
                check.equal(what, verdicts.get(key + (rule,)), verdict)
                if row:
                    check_place(check, what, row)
                tried["turns" if row else "fixed"] += 1
        if (count + 1) % 100 == 0:
            print("%d counties: %s" % (count + 1, dict(tried)), flush=True)
    print("%d counties: %s" % (len(counties), dict(tried)), flush=True)
    check.equal("some verdict turns", tried["turns"] > 0, True)


def tally(verdicts, rule, prefix):
    counts = collections.Counter(v for k, v in verdicts.items() if k[3] == rule and k[1].startswith(prefix))
    return [counts[v] for v in ("met", "unmet", "undetermined", "not_applicable", "not_in_force")]


def check_steps(check, program, data, args, folder, dice):
    """A sweep of many steps over all counties, against full evaluations at some of them."""
    reform = os.path.join(folder, "trial.lua")
    for parameter, span in (("class_size.at_most.primary", "35..60"),
                            ("higher_degree_teachers_per_100.at_least.primary", "2..8")):
        text = run(program, "sweep", "--data", data, "--vary", "%s=%s/%d" % (parameter, span, args.steps),
                   "--format", "csv")
        steps = collections.defaultdict(dict)
        for row in rows_of(text):
            counts = [int(row[v]) for v in ("met", "unmet", "undetermined", "not_applicable", "not_in_force")]
            steps[row["value"]][row["region_code"]] = counts
        now = today(program, parameter)
        chosen = dice.sample(sorted(v for v in steps if Fraction(v) != Fraction(now)), args.full)
        for value in chosen:
            write_reform(reform, parameter, now, value)
            verdicts = evaluate(program, data, reform)
            for region, counts in steps[value].items():
                check.equal("%s = %s in %s" % (parameter, value, region or "all"), counts,
                            tally(verdicts, VERDICT, region))
        print("%s: %d values, %d evaluated in full, %d different counts" % (
            parameter, len(steps), len(chosen), len({str(s[""]) for s in steps.values()})), flush=True)


def check_aims(check, program, data, folder):
    reform = os.path.join(folder, "trial.lua")
    for parameter, who, percent in AIMED:
        words = ["sweep", "--data", data, "--vary", parameter, "--who", who, "--aim", percent, "--format", "json"]
        told = json.loads(run(program, *words))["aim"]
        now = today(program, parameter)
        for place in told["places"]:
            for side, value in (("below", place["last_below"]), ("above", place["first_above"])):
                if Fraction(str(value)) == Fraction(now):
                    continue
                write_reform(reform, parameter, now, value)
                counts = tally(evaluate(program, data, reform), who, "")
                at = place[side]
                what = "%s %s: %s of %s at %s" % (parameter, who, percent, side, value)
                exact = [place[s]["met"] for s in ("below", "at", "above")]
                check.equal(what, counts[0] in exact, True)
                check.equal(what + ": reached", counts[0] * 100 >= sum(counts[:3]) * told["percent"],
                            at["is_reached"])
        print("%s of %s by %s: %s" % (percent, who, parameter, [
            (p["last_below"], p["first_above"]) for p in told["places"]]), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.006")
    parser.add_argument("--data", help="a synthetic nation that is there already")
    parser.add_argument("--counties", type=int, default=6)
    parser.add_argument("--each", type=int, default=len(ASKED), help="how many of the lists are tried for a county")
    parser.add_argument("--entities", type=int, default=2, help="of a county in each list")
    parser.add_argument("--steps", type=int, default=1000)
    parser.add_argument("--full", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    dice, check = random.Random(args.seed), Check()
    with tempfile.TemporaryDirectory() as folder:
        data = args.data or os.path.join(folder, "nation")
        if not args.data:
            subprocess.run([args.lua, "tools/dev/make_nation.lua", "--out", data, "--scale", args.scale,
                            "--seed", str(args.seed)], check=True, stdout=subprocess.DEVNULL)
        split = Split(data)
        counties = dice.sample(split.counties, min(args.counties, len(split.counties)))
        check_counties(check, args.program, split, sorted(counties), (args.each, args.entities), folder, dice)
        check_steps(check, args.program, data, args, folder, dice)
        check_aims(check, args.program, data, folder)
    print("%d checks, %d failed" % (check.done, check.failures))
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
