#!/usr/bin/env python3
"""Is what `compare` tells of each change, of near misses and of costs what is found without it?

attribution.py PROGRAM [--lua LUA] [--scale S] [--data FOLDER] [--changes N]

Writes reforms with one change each by hand, evaluates base, each of them and all together alone to CSV, and
takes the differences here. `compare` of all together must name the same flips, put each into the part that these
differences give it, and its sums must add up. Near misses are found again from the figures of the CSV; what is missing
and costs is counted again from the cells of the data with exact fractions.
"""
import argparse
import csv
import io
import json
import math
import os
import subprocess
import sys
import tempfile
from fractions import Fraction

PACK = "rules/national/quality-balance-2017"
VERDICT = "quality_balance"
TEACHERS, ROOMS = "backbone_teachers_per_100", "multimedia_rooms_per_100"
HEAD = 'reform "%s" { on = "any", from = "2020-01-01", reason = "trial" }\n'
CHANGES = [
    'change "%s.at_least" { was = { primary = 1, junior = 1 }, now = { primary = "1.3", junior = "1.1" } }\n' % TEACHERS,
    'change "%s.at_least" { was = { primary = "2.3", junior = "2.4" }, now = { primary = "1.6", junior = "1.8" } }\n' % ROOMS,
    'change "school_resources.n" { was = 6, now = 7 }\n',
    'change "special_education_funds_per_student.at_least" { was = 6000, now = 6600 }\n',
]
PRICES = ('unit_cost "%s" { yuan = 90000, per = "teacher" }\n' % TEACHERS
          + 'unit_cost "%s" { yuan = "120000.50", per = "room" }\n' % ROOMS)
COLUMNS = {"primary": ("primary_backbone_teachers", "primary_students"),
           "junior": ("junior_backbone_teachers", "junior_students")}
NEAR = "2.5"

failures = 0


def check(what, got, wanted):
    global failures
    if got != wanted:
        failures += 1
        if isinstance(got, (set, dict)) and isinstance(wanted, type(got)):
            got, wanted = sorted(set(got) ^ set(wanted))[:4] or got, "(symmetric difference)"
        print("FAILED %s: %.400s instead of %.400s" % (what, got, wanted))


def run(program, *words):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE)
    if done.returncode != 0:
        raise SystemExit("FAILED: %s: exit %d" % (" ".join(words), done.returncode))
    return done.stdout.decode("utf-8-sig")


def evaluate(program, data, wanted, reform=None):
    """{(level, entity, stage, requirement): {verdict, bound}} of the requirements that are wanted"""
    words = [program, "evaluate", "--data", data, "--rules", PACK, "--format", "csv", "--quiet",
             "--lang", "en"] + (["--reform", reform] if reform else [])
    found, same = {}, {}
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        for row in csv.DictReader(io.TextIOWrapper(process.stdout, encoding="utf-8-sig", newline="")):
            if row["requirement"] in wanted:
                key = tuple(sys.intern(row[name])
                            for name in ("level", "entity_code", "stage", "requirement"))
                told = (row["verdict"], row["bound"])
                found[key] = same.setdefault(told, {"verdict": told[0], "bound": told[1]})
    if process.returncode != 0:
        raise SystemExit("FAILED: %s: exit %d" % (" ".join(words), process.returncode))
    return found


def flips(before, after, heads):
    return {key: (before[key]["verdict"], row["verdict"]) for key, row in after.items()
            if key[3] in heads and before[key]["verdict"] != row["verdict"]}


def key_of(item):
    return (item["level"], item["entity"], item.get("stage", ""), item["requirement"])


def part_of(was, now, alone):
    same = sum(one == now for one in alone)
    if same:
        return "one" if same == 1 else "several"
    return "otherwise" if any(one != was for one in alone) else "together"


def check_parts(result, before, alone, together):
    heads = {total["requirement"] for total in result["totals"]}
    wanted = flips(before, together, heads)
    singles = [flips(before, one, heads) for one in alone]
    listed = {key_of(flip): flip for flip in result["counties"] + result["findings"]}
    check("flips", {key: (flip["before"], flip["after"]) for key, flip in listed.items()}, wanted)
    sums = {}
    for key, flip in listed.items():
        by = [single.get(key, (None, flip["before"]))[1] for single in singles]
        check("alone %s" % (key,), flip["alone"], by)
        part = part_of(flip["before"], flip["after"], by)
        check("part %s" % (key,), flip["part"], part)
        sums.setdefault(key[3], {}).setdefault(part, []).append(key)
    undone = {key for single in singles for key in single} - set(wanted)
    check("undone", {key_of(one) for one in result["alone"]["undone"]}, undone)
    for total in result["alone"]["totals"]:
        rule = total["requirement"]
        own = sums.get(rule, {})
        for part in ("one", "several", "together", "otherwise"):
            check("%s of %s" % (part, rule), total[part], len(own.get(part, [])))
        check("sum of %s" % rule, total["flips"],
              total["one"] + total["several"] + total["together"] + total["otherwise"])
        check("undone of %s" % rule, total["undone"], sum(key[3] == rule for key in undone))
    for change, single in zip(result["alone"]["changes"], singles):
        for total in change["totals"]:
            rule = total["requirement"]
            check("%s of %s" % (change["at"], rule), total["flips"],
                  sum(key[3] == rule for key in single))
            check("%s with all, of %s" % (change["at"], rule), total["same_together"],
                  sum(key[3] == rule and wanted.get(key) == single[key] for key in single))
    margins = [flip.get("margin_percent", math.inf) for flip in result["counties"]]
    check("order of counties", margins, sorted(margins))
    return len(wanted), len(undone), {part: sum(t[part] for t in result["alone"]["totals"])
                                      for part in ("one", "several", "together", "otherwise")}


def check_regions(result, before, after):
    for side, rows in (("before", before), ("after", after)):
        counties = [(key[1], row["verdict"]) for key, row in rows.items() if key[3] == VERDICT]
        for region in result["regions"]:
            wanted = {}
            for code, verdict in counties:
                if code.startswith(region["code"]):
                    wanted[verdict] = wanted.get(verdict, 0) + 1
            check("%s %s" % (side, region["code"]),
                  {name: count for name, count in region[side].items() if count}, wanted)


def cells(data):
    with open(os.path.join(data, "schools.csv"), encoding="utf-8-sig", newline="") as file:
        return {row["school_code"]: row for row in csv.DictReader(file)}


def teachers(schools, key):
    """Teachers and students of a stage unit, exactly; None where a cell is blank."""
    found = []
    for column in COLUMNS[key[2]]:
        text = schools[key[1]][column].strip()
        found.append(Fraction(text) if text else None)
    return found


def check_near(result, before, after, schools):
    """Of the teachers, whose measure is known exactly from two cells."""
    wanted = set()
    for key, row in after.items():
        if key[3] != TEACHERS or row["verdict"] not in ("met", "unmet"):
            continue
        if before[key]["verdict"] != row["verdict"]:
            continue
        have, students = teachers(schools, key)
        if have is None or students is None:
            continue
        measure, bound = have / students * 100, Fraction(row["bound"])
        if abs(measure - bound) * 100 <= bound * Fraction(NEAR):
            wanted.add((key, row["verdict"]))
    listed = {(key_of(one), one["verdict"]) for one in result["near"]["entities"]
              if one["requirement"] == TEACHERS}
    check("near", listed, wanted)
    return len(wanted)


def check_cost(result, before, after, schools):
    cost = result["cost"]
    lines = {key_of(line): line for line in cost["entities"] if line["requirement"] == TEACHERS}
    wanted = 0
    for key in [key for key in after if key[3] == TEACHERS]:
        amounts = []
        for rows in (before, after):
            row = rows[key]
            have, students = (None, None) if row["verdict"] == "undetermined" else (
                teachers(schools, key) if row["verdict"] == "unmet" else (0, 0))
            if have is None or students is None:
                amounts.append(None)
            elif row["verdict"] == "unmet":
                amounts.append(math.ceil(Fraction(row["bound"]) * students / 100 - have))
            else:
                amounts.append(0)
        line = lines.get(key)
        if amounts == [0, 0]:
            check("nothing missing %s" % (key,), line, None)
            continue
        wanted += 1
        check("missing %s" % (key,), line and [line["missing_before"], line["missing_after"]], amounts)
        check("yuan %s" % (key,), line and [line["yuan_before"], line["yuan_after"]],
              [None if one is None else one * 90000 for one in amounts])
    check("lines of teachers", len(lines), wanted)
    sums = {}
    for line in cost["entities"]:
        for what in ("missing_before", "missing_after", "yuan_before", "yuan_after"):
            for code in {line["county"], line["county"][:4], line["county"][:2], ""}:
                for rule in (line["requirement"], None):
                    key = (what, code, rule)
                    sums[key] = sums.get(key, 0) + Fraction(line.get(what) or 0)
    for region in cost["regions"]:
        for side in ("before", "after"):
            for what in ("missing_" + side, "yuan_" + side):
                if what not in region:
                    continue
                key = (what, region["code"], region.get("requirement"))
                check("%s of %s %s" % key, region[what], sums.get(key, 0))
    return wanted


def write(folder, name, parts):
    path = os.path.join(folder, name + ".lua")
    with open(path, "w", encoding="utf-8") as file:
        file.write(HEAD % name + "".join(parts))
    return path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.004")
    parser.add_argument("--data")
    parser.add_argument("--changes", type=int, default=len(CHANGES))
    args = parser.parse_args()
    used = CHANGES[:args.changes]
    with tempfile.TemporaryDirectory() as folder:
        data = args.data
        if not data:
            data = os.path.join(folder, "nation")
            subprocess.run([args.lua, "tools/dev/make_nation.lua", "--out", data, "--scale",
                            args.scale, "--seed", "1"], check=True, stdout=subprocess.DEVNULL)
        schools = cells(data)
        reform = write(folder, "all", used + [PRICES])
        text = run(args.program, "compare", "--data", data, "--rules", PACK, "--reform", reform,
                   "--near", NEAR, "--format", "json")
        result = json.loads(text)
        wanted = {total["requirement"] for total in result["totals"]} | {TEACHERS}
        before = evaluate(args.program, data, wanted)
        alone = [evaluate(args.program, data, wanted, write(folder, "one_%d" % i, [one]))
                 for i, one in enumerate(used)]
        together = evaluate(args.program, data, wanted, reform)
        count, undone, parts = check_parts(result, before, alone, together)
        check_regions(result, before, together)
        near = check_near(result, before, together, schools)
        result = json.loads(text, parse_float=Fraction)
        priced = check_cost(result, before, together, schools)
    print("%d flips: %s; %d undone; %d near misses and %d priced entities found again"
          % (count, ", ".join("%d %s" % (n, part) for part, n in parts.items()), undone, near, priced))
    if not count or not near or not priced:
        print("FAILED: nothing to compare; the data prove nothing")
        return 1
    print("%d failed" % failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
