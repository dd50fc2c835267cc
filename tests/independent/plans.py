#!/usr/bin/env python3
"""Do plans hold what they promise? By hand: with the cells that a plan changes, in the CSV files.

plans.py PROGRAM --lua LUA [--scale S] [--counties N] [--rounds N] [--small N] [--move]

1. Failing counties of a small synthetic nation, by a pack that asks for article 6 alone, so that all of it can
   be bought. Each is planned with docs/examples/prices.lua. The cells are changed in a copy of the files as
   the CSV form says, and judged by `evaluate`: every county is met. Then, line by line, with one step less
   of that line: none is met.
2. Counties of two or three schools. All ways to buy that cost less than the plan are tried, each as a county
   of its own in one dataset: none is met. And what the plan calls proven is proven.

--rounds 0 takes one step off each line in turn (else off so many lines of each county).
"""
import argparse
import csv
import io
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

VERDICT = '''verdict "quality_balance" {
  name = "resources alone", clause = "第六条", of = county,
  holds = all_of { requirement "all_schools", requirement "balance_between_schools" },
}
'''
STEPS = {"equipment": 100}  # of docs/examples/prices.lua; the others are bought by 1
MOST_WAYS = 6000


def run(program, *words, may_fail=False):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, check=False)
    if done.returncode != 0 and not may_fail:
        raise SystemExit("FAILED: %s: exit %d: %s" % (" ".join(words), done.returncode, done.stderr.decode()[:500]))
    return done.stdout.decode("utf-8-sig")


class Check:
    failures = 0

    def that(self, what, holds):
        if not holds:
            self.failures += 1
            print("FAILED %s" % what, flush=True)


def make_pack(folder):
    """The national pack with a last word on article 6 alone."""
    pack = os.path.join(folder, "pack")
    shutil.copytree("rules/national/quality-balance-2017", pack)
    shutil.rmtree(os.path.join(pack, "cases"), ignore_errors=True)
    with open(os.path.join(pack, "verdict.lua"), "w", encoding="utf-8") as file:
        file.write(VERDICT)
    head = os.path.join(pack, "pack.lua")
    with open(head, encoding="utf-8") as file:
        text = file.read()
    with open(head, "w", encoding="utf-8") as file:
        file.write(re.sub(r"files = \{[^}]*\}", 'files = { "schools", "article_6", "verdict" }', text))
    return pack


def verdicts(program, data, pack):
    told = json.loads(run(program, "evaluate", "--data", data, "--rules", pack, "--format", "json"))
    return {county["code"]: county["verdict"] for county in told["counties"]}


class Schools:
    """schools.csv, cell by cell."""

    def __init__(self, path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        self.header, self.rows = rows[0], rows[1:]
        self.columns = {name: i for i, name in enumerate(self.header)}
        key = self.columns["school_code"]
        self.by_code = {row[key]: row for row in self.rows}

    def get(self, code, column):
        return self.by_code[code][self.columns[column]]

    def set(self, code, column, value):
        self.by_code[code][self.columns[column]] = value

    def write(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([self.header] + self.rows)


def decimal(value):
    """A fraction that ends, as it is written in a cell."""
    scale, number = 0, Fraction(value)
    while number.denominator != 1:
        number, scale = number * 10, scale + 1
    sign, digits = "-" if number < 0 else "", str(abs(int(number))).zfill(scale + 1)
    return sign + (digits if scale == 0 else digits[:-scale] + "." + digits[-scale:])


class Plan:
    """Lines of the CSV form: [(amount, means, [(school, column, change)])]."""

    def __init__(self, check, text, schools, county):
        self.lines, self.yuan, now = [], Fraction(0), {}
        for row in csv.DictReader(io.StringIO(text)):
            cell = row["key"], row["column_id"]
            check.that("%s: %s is in schools" % (county, cell), row["table"] == "schools")
            known = now.get(cell, schools.get(*cell))
            check.that("%s: %s is %s, not %s" % (county, cell, known, row["from"]),
                       Fraction(known) == Fraction(row["from"]))
            now[cell] = row["to"]
            if row["amount"]:
                self.lines.append((Fraction(row["amount"]), row["means"], []))
                self.yuan += Fraction(row["yuan"])
            self.lines[-1][2].append((cell, Fraction(row["to"]) - Fraction(row["from"])))
        self.cells = now

    def less(self, number):
        """The cells with one step less of a line."""
        amount, means, edits = self.lines[number]
        cells = dict(self.cells)
        for cell, change in edits:
            cells[cell] = decimal(Fraction(cells[cell]) - change * STEPS.get(means, 1) / amount)
        return cells


def ask(program, data, pack, prices, county, more):
    words = ["plan", county, "--data", data, "--region", county, "--rules", pack, "--prices", prices, *more]
    told = json.loads(run(program, *words, "--format", "json"))
    return told, run(program, *words, "--format", "csv") if told["outcome"] == "planned" else ""


def judge(program, pack, data, folder, schools, plans, cells_of):
    """The verdicts on the counties with other cells."""
    olds = []
    for county, plan in plans.items():
        for (code, column), value in (cells_of(county, plan) or {}).items():
            olds.append((code, column, schools.get(code, column)))
            schools.set(code, column, value)
    copy = os.path.join(folder, "applied")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(data, copy)
    schools.write(os.path.join(copy, "schools.csv"))
    for code, column, value in olds:
        schools.set(code, column, value)
    return verdicts(program, copy, pack)


def try_nation(check, args, folder, pack):
    data = os.path.join(folder, "nation")
    subprocess.run([args.lua, "tools/dev/make_nation.lua", "--out", data, "--scale", args.scale, "--seed", args.seed,
                    "--blanks", "0"], check=True, stdout=subprocess.DEVNULL)
    schools = Schools(os.path.join(data, "schools.csv"))
    failing = sorted(code for code, verdict in verdicts(args.program, data, pack).items() if verdict == "unmet")
    failing = failing[:args.counties]
    more, plans, proven, outcomes = ["--move"] if args.move else [], {}, 0, {}
    with ThreadPoolExecutor(2) as pool:
        asked = list(pool.map(lambda c: ask(args.program, data, pack, "docs/examples/prices.lua", c, more), failing))
    for county, (told, text) in zip(failing, asked):
        outcomes[told["outcome"]] = outcomes.get(told["outcome"], 0) + 1
        if told["outcome"] != "planned":
            continue
        plan = Plan(check, text, schools, county)
        plans[county] = plan
        proven += told["cheapest"]
        check.that("%s: the trial is met" % county, told["tried"] == {"met": True, "tight": True, "verdict": "met"})
        check.that("%s: yuan %s" % (county, told["yuan"]), plan.yuan == Fraction(str(told["yuan"])))
        check.that("%s: the bound" % county, told["at_least_yuan"] <= told["yuan"])
    after = judge(args.program, pack, data, folder, schools, plans, lambda c, plan: plan.cells)
    for county in plans:
        check.that("%s is met with its plan" % county, after[county] == "met")
    most = max([len(plan.lines) for plan in plans.values()], default=0)
    dice, taken = random.Random(3), 0
    orders = {c: dice.sample(range(len(plan.lines)), len(plan.lines)) for c, plan in plans.items()}
    for number in range(min(most, args.rounds or most)):
        here = {c: plan for c, plan in plans.items() if number < len(plan.lines)}
        after = judge(args.program, pack, data, folder, schools, here,
                      lambda c, plan, number=number: plan.less(orders[c][number]))
        for county in here:
            taken += 1
            check.that("%s fails without a step of line %d" % (county, orders[county][number]), after[county] != "met")
    print("%d failing counties: %s; %d proven to be the cheapest; one step less of %d lines"
          % (len(failing), outcomes, proven, taken), flush=True)
    check.that("there are plans", len(plans) > 0)


# Small counties ----------------------------------------------------------------------------------------

MEANS = {"degree": {"primary_diploma_teachers": 1}, "backbone": {"primary_backbone_teachers": 1},
         "pe": {"primary_pe_teachers": 1, "primary_bachelor_teachers": 1}, "room": {"multimedia_rooms": 1}}
COLUMNS = ["school_code", "school_name", "county_code", "school_year", "school_type", "organiser", "area_type",
           "primary_students", "primary_full_time_teachers", "full_time_teachers", "primary_diploma_teachers", "primary_bachelor_teachers", "primary_master_teachers",
           "primary_doctor_teachers", "primary_backbone_teachers", "primary_pe_teachers", "primary_music_teachers",
           "primary_fine_arts_teachers", "primary_arts_teachers", "teaching_area_m2", "indoor_sports_area_m2",
           "sports_ground_area_m2", "equipment_value_wan_yuan", "multimedia_rooms"]


def make_schools(dice):
    """Schools near the lines of article 6; sometimes one is far above them, so that the spread decides."""
    made, rich = [], dice.randrange(3) == 0
    for i in range(dice.choice((2, 2, 3))):
        students = dice.randrange(60, 130)
        factor = 3 if rich and i == 0 else 1

        def near(per_100, rich_too=True):
            enough = -(-int(per_100 * 10) * students // 1000) * (factor if rich_too else 1)
            return max(0, enough - dice.choice((0, 0, 0, 1, 1, 2)))
        area = int(students * 4.5) + 1
        made.append({
            "school_type": "primary_school", "organiser": "education", "area_type": "rural", "school_year": "2024",
            "primary_students": students, "primary_full_time_teachers": 40, "full_time_teachers": 40,
            "primary_diploma_teachers": near(4.2, False), "primary_bachelor_teachers": 0,
            "primary_master_teachers": 0, "primary_doctor_teachers": 0, "primary_backbone_teachers": near(1),
            "primary_pe_teachers": near(0.9, False), "primary_music_teachers": 0, "primary_fine_arts_teachers": 0,
            "primary_arts_teachers": 0, "teaching_area_m2": area, "indoor_sports_area_m2": 0,
            "sports_ground_area_m2": students * 8, "equipment_value_wan_yuan": decimal(Fraction(students * 21, 100)),
            "multimedia_rooms": near(2.3),
        })
    return made


def write_small(folder, counties):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "dictionary.lua"), "w", encoding="utf-8") as file:
        file.write('extends "national"\ndataset { name = "small", as_of = "2024-09-01" }\n')
    with open(os.path.join(folder, "counties.csv"), "w", encoding="utf-8") as file:
        file.write("county_code,county_name,school_year\n")
        for code in counties:
            file.write("%s,c%s,2024\n" % (code, code))
    first = next(iter(counties))
    with open(os.path.join(folder, "rooms.csv"), "w", encoding="utf-8") as file:
        file.write("school_code,school_year,kind,area_m2\n%s000,2024,music,96\n" % first)
    with open(os.path.join(folder, "monitoring.csv"), "w", encoding="utf-8") as file:
        file.write("county_code,school_year,stage,subject,attained_level,difference_rate\n%s,2024,primary,maths,3,0.1\n"
                   % first)
    with open(os.path.join(folder, "schools.csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        for code, schools in counties.items():
            for i, school in enumerate(schools):
                writer.writerow(dict(school, school_code="%s%03d" % (code, i), school_name="s%s%03d" % (code, i),
                                     county_code=code))


def write_prices(path, yuan):
    with open(path, "w", encoding="utf-8") as file:
        file.write('prices "small" { name = "small" }\n')
        for name, adds in MEANS.items():
            file.write('means "%s" { name = "%s", of = school, yuan = %d, adds = { %s } }\n'
                       % (name, name, yuan[name], ", ".join("%s = %d" % add for add in adds.items())))


def ways_below(prices, cost, most):
    """All amounts that cost less; None if there are too many."""
    found = []

    def go(at, left, amounts):
        if len(found) > most:
            return
        if at == len(prices):
            found.append(tuple(amounts))
            return
        for amount in itertools.count():
            if amount * prices[at] > left:
                break
            go(at + 1, left - amount * prices[at], amounts + [amount])
    go(0, cost - 1, [])
    return None if len(found) > most else found


def buy(schools, names, amounts):
    out = [dict(school) for school in schools]
    for (i, name), amount in zip(names, amounts):
        for column, add in MEANS[name].items():
            out[i][column] += add * amount
    return out


def try_small(check, args, folder, pack):
    dice, done, ways, proven = random.Random(int(args.seed) + 10), 0, 0, 0
    data, prices = os.path.join(folder, "small"), os.path.join(folder, "prices.lua")
    for _ in range(args.small * 20):
        if done == args.small:
            break
        schools = make_schools(dice)
        yuan = {name: dice.randrange(3, 12) for name in MEANS}
        write_small(data, {"100001": schools})
        write_prices(prices, yuan)
        told = json.loads(run(args.program, "plan", "100001", "--data", data, "--rules", pack, "--prices", prices,
                              "--format", "json"))
        if told["outcome"] != "planned":
            check.that("a small county: %s" % told["outcome"], told["outcome"] == "nothing_missing")
            continue
        names = [(i, name) for i in range(len(schools)) for name in MEANS]
        below = ways_below([yuan[name] for _, name in names], told["yuan"], MOST_WAYS)
        if below is None:
            continue
        tried = {"%06d" % (200001 + i): buy(schools, names, way) for i, way in enumerate(below)}
        write_small(data, tried)
        after = verdicts(args.program, data, pack)
        met = [code for code, verdict in after.items() if verdict == "met"]
        cheaper = [below[int(code) - 200001] for code in met]
        cheaper = [sum(a * yuan[name] for a, (_, name) in zip(way, names)) for way in cheaper]
        done, ways, proven = done + 1, ways + len(below), proven + told["cheapest"]
        check.that("none is cheaper than %s: %s" % (told["yuan"], sorted(cheaper)[:3]), not cheaper)
        check.that("none is below the bound", all(cost >= told["at_least_yuan"] for cost in cheaper))
    print("%d small counties, %d proven: none of %d cheaper ways is met" % (done, proven, ways), flush=True)
    check.that("small counties were found", done == args.small)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.004")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--counties", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--small", type=int, default=4)
    parser.add_argument("--move", action="store_true")
    args = parser.parse_args()
    check = Check()
    with tempfile.TemporaryDirectory() as folder:
        pack = make_pack(folder)
        if args.small:
            try_small(check, args, folder, pack)
        if args.counties:
            try_nation(check, args, folder, pack)
    print("%d failed" % check.failures)
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
