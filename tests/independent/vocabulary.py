#!/usr/bin/env python3
"""The vocabulary against a second reckoning: vocabulary.py PROGRAM [--counties N] [--seed S]

Made-up counties and schools, many on or beside a line, are judged by tests/language/words and by the
functions below, which know nothing of the program. Where all is known the verdicts are the same. Where
cells are blank, a verdict of the program holds for each way in which the blanks could be filled in.
Run in the root of the tree. The seed is printed; the same seed makes the same counties.
"""
import argparse
import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 60
WORDS = os.path.join("tests", "language", "words")
YEARS = (2021, 2022, 2023, 2024)  # the data are as of 2024
TIERS = ("first", "second", "third", "fourth")
MET, UNMET, OPEN, OUT = "met", "unmet", "undetermined", "not_applicable"

COUNTY = {
    "terrain": ("plains", "mountain", "lake"), "rate_percent": ("100", "99.5", "99.49", "98.5", "98", "97.99", "96", "90"),
    "dropout_percent": ("0", "1.8", "1.81", "2.29", "2.3", "2.8", "9"), "layout_tier": TIERS,
    "judged_points": ("0", "9.9", "10", "14", "14.9", "15", "16", "20", "20.1"), "has_plan": "01", "has_system": "01",
    "is_incomplete": "01", "has_boarders": "01", "accident_year": ("2000", "2021", "2022", "2024"), "budget_wan_yuan": ("1",),
}
YEAR = {"funds_wan_yuan": ("99.9", "100", "100.1", "120"), "is_growing": "01", "has_accident": "0001"}
SCHOOL = {
    "area_type": ("urban", "town", "rural"), "classes": ("6", "9", "10", "12", "13", "24", "25"),
    "students": ("99", "100", "269", "270", "271", "405", "500", "501", "540", "541", "1080", "2000"),
    "teachers": ("9", "10", "84", "85", "229", "400"),
    "area_m2": ("399", "400", "499", "500", "799.99", "800", "999", "1000", "1215", "1944", "2430", "4860", "5400", "10800", "50000"),
    "equipment_yuan": ("34999", "35000", "50000", "99999", "100000", "150000"), "has_track": "011", "has_court": "01",
    "has_boarders": "01", "room_score": ("0", "4.9", "5", "7.5", "10"), "tier": TIERS,
    "built_year": ("1973", "1974", "2011", "2012", "2020"), "computers": ("29", "30", "59", "60"), "music_rooms": ("0", "1", "2", "3"),
}


def yes(value):
    return MET if value else UNMET


def both(verdicts):
    """All of them: one that fails decides, one that does not apply does not count."""
    verdicts = [one for one in verdicts if one != OUT]
    return UNMET if UNMET in verdicts else OPEN if OPEN in verdicts else MET


def ceil(value):
    return -((-value.numerator) // value.denominator)


def floor(value):
    return value.numerator // value.denominator


def between(low, high, asked):
    return MET if low >= asked else UNMET if high < asked else OPEN


def scored(value, full):
    """Points that a person gave; what cannot be is not known."""
    return (value, value) if 0 <= value <= full else (F(0), F(full))


def line(x, rows):
    if x <= rows[0][0]:
        return rows[0][1]
    for (x1, y1), (x2, y2) in zip(rows, rows[1:]):
        if x <= x2:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return rows[-1][1]


def judge_school(county, s):
    n = {key: F(s[key]) for key in ("classes", "students", "teachers", "area_m2", "equipment_yuan", "room_score", "built_year",
                                    "computers", "music_rooms")}
    track, court, boards = (s[key] == "1" for key in ("has_track", "has_court", "has_boarders"))
    per = n["area_m2"] / n["students"]
    full = 100 if boards else 60
    points = {"first": 5, "second": 3, "third": 1, "fourth": 0}[s["tier"]]
    points += (15 if n["classes"] <= 24 else 0) + n["room_score"] * 4 + (40 if boards and court else 0)
    attained = n["area_m2"] / (n["students"] * F("4.5"))
    band = 5 if attained >= 1 else 4 if attained >= F("0.8") else F("2.5") if attained >= F("0.6") else 0
    fails = [not track, not court, n["teachers"] < 10].count(True)
    share = F(floor(n["teachers"] / n["students"] * 1000 + F(1, 2)), 10)
    is_met = n["area_m2"] >= 1000 and track
    found = {
        "hill_land": yes(per >= 20 * (1 if county["terrain"] == "plains" else F("0.9"))),
        "building_per_student": yes(per >= line(n["students"], ((F(270), F("7.2")), (F(540), F("6.4")), (F(1080), F(6))))),
        "rooms_for_classes": yes(n["music_rooms"] >= ceil(n["classes"] / 12)),
        "sports_ground": yes(track and (court or n["area_m2"] >= 400)), "rounded_share": yes(share >= 85),
        "new_land": yes(per >= 20) if n["built_year"] > 2011 else OUT, "age": yes(2024 - n["built_year"] <= 50),
        "computers": yes(n["computers"] >= (30 if n["students"] <= 500 else 60)), "a": yes(track), "b": yes(court),
        "c": yes(n["teachers"] >= 10), "most": yes(fails <= 1),
        "two_of": yes(n["teachers"] >= 10 and (track or n["area_m2"] >= 500)),
        "school_standard": yes(n["area_m2"] >= 800), "table": yes(points * 100 / full >= 60),
        "bands": yes(band + (3 if not boards or court else 0) >= 5), "graded": yes(n["area_m2"] >= 800 or is_met),
    }
    for stage, low, town, steps in (("primary", F("9.4"), 18, (12, 35000, 50000)), ("junior", F("10.1"), 23, (9, 100000, 150000))):
        if s["has_" + stage] == "1":
            found["land_per_student", stage] = yes(per >= (low if s["area_type"] == "urban" else town))
            found["equipment", stage] = yes(n["equipment_yuan"] >= (steps[1] if n["classes"] <= steps[0] else steps[2]))
    return found


def spread(values, weights):
    """The coefficient of variation, weighted."""
    whole = sum(weights)
    mean = sum(v * w for v, w in zip(values, weights)) / whole
    square = sum(w * (v - mean) ** 2 for v, w in zip(values, weights)) / whole
    root = (Decimal(square.numerator) / Decimal(square.denominator)).sqrt()
    return root / (Decimal(mean.numerator) / Decimal(mean.denominator))


def judge_spreads(schools):
    found = {}
    for stage, limit in (("primary", "0.5"), ("junior", "0.45")):
        there = [s for s in schools if s["has_" + stage] == "1"]
        if not there:
            found[stage] = OUT
            continue
        weights = [F(s["students"]) for s in there]
        all_of = [spread([F(s[key]) / F(s["students"]) for s in there], weights) for key in ("teachers", "area_m2")]
        found[stage] = yes(sum(all_of) / 2 <= Decimal(limit))
    return both(found.values())


def judge_points(c, years, found):
    rate, dropout, judged = F(c["rate_percent"]), F(c["dropout_percent"]), F(c["judged_points"])
    plan, system = c["has_plan"] == "1", c["has_system"] == "1"
    enrolment = max(0, 10 - ceil(max(F(0), F("99.5") - rate)))
    support = max(0, 4 - (0 if system else 4) - (2 if c["is_incomplete"] == "1" else 0))
    growth = 3 - min(2, sum(one["is_growing"] == "0" for one in years.values()))
    lost = min(F(1), floor(max(F(0), dropout - F("1.8")) / F("0.5")) * F("0.5")) if c["has_boarders"] == "1" else 0
    found["deductions"] = yes(enrolment + support + growth + 3 - lost >= 16)
    low, high = scored(judged, 20)
    base = 20 if plan else 0
    found["seen"] = between(base + low, base + high + 130, 102)
    found["seen_low"] = between(base + low, base + high + 130, 30)
    found["mark_unknown"] = MET if low >= 15 else UNMET if high < 10 else OPEN
    rest = (10 if system else 0) + max(0, 50 - 10 * ceil(max(F(0), 98 - rate)))
    found["sections"] = both([between(base + low, base + high, 34), yes(system), between(base + low + rest, base + high + rest, 85)])
    found["prerequisites"] = both([found["sections"], found["seen_low"]])


def judge_county(c, years, schools):
    funds = {year: F(years[year]["funds_wan_yuan"]) for year in YEARS}
    met = [F(s["area_m2"]) >= 1000 and s["has_track"] == "1" for s in schools]
    small = [F(s["students"]) < 100 for s in schools if s["has_primary"] == "1"]
    growing = {year: years[year]["is_growing"] == "1" for year in YEARS}
    found = {
        "funds_kept": yes(funds[2024] >= funds[2023]),
        "growth": yes(funds[2024] >= funds[2023] >= funds[2022] >= funds[2021]),
        "each_year": yes(growing[2024] and growing[2023] and growing[2022]),
        "each_year_to_last": yes(growing[2023] and growing[2022]),
        "accident": yes(years[2024]["has_accident"] == years[2023]["has_accident"] == "0"),
        "old_accident": yes(int(c["accident_year"]) < 2022), "all_met": yes(all(met)), "reached": yes(all(met)),
        "share_met": yes(F(sum(met), len(met)) >= F("0.9")), "mean_spread": judge_spreads(schools),
    }
    if small:
        found["small_share"] = yes(F(sum(small), len(small)) <= F("0.5"))
    found["first_title"], found["second_title"], found["level"] = found["funds_kept"], found["growth"], found["funds_kept"]
    judge_points(c, years, found)
    found["recognised"] = both([found[one] for one in ("accident", "old_accident", "deductions", "sections", "level")])
    return found


# Made-up data ------------------------------------------------------------------------------------------------


def pick(chance, columns):
    return {key: chance.choice(values) for key, values in columns.items()}


def make(chance):
    schools = []
    for _ in range(chance.randint(1, 4)):
        one = pick(chance, SCHOOL)
        one["has_primary"], one["has_junior"] = chance.choice((("1", "0"), ("0", "1"), ("1", "1")))
        schools.append(one)
    return {"county": pick(chance, COUNTY), "years": {year: pick(chance, YEAR) for year in YEARS}, "schools": schools}


def blank_some(chance, one, share):
    """Leaves cells out; gives them as (record, key, values)."""
    blanks = []
    for record, columns in [(one["county"], COUNTY)] + [(s, SCHOOL) for s in one["schools"]] + [(y, YEAR) for y in one["years"].values()]:
        for key, values in columns.items():
            if chance.random() < share:
                record[key] = ""
                blanks.append((record, key, values))
    return blanks


def write(folder, name, columns, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(columns)
        out.writerows(rows)


def write_all(folder, counties):
    write(folder, "counties.csv", ["code", "name", *COUNTY], [[code, "c", *one["county"].values()] for code, one in counties.items()])
    write(folder, "history.csv", ["county_code", "year", *YEAR],
          [[code, year, *values.values()] for code, one in counties.items() for year, values in one["years"].items()])
    columns = ["has_primary", "has_junior", *SCHOOL]
    write(folder, "schools.csv", ["code", "name", "county_code", *columns],
          [["%s-%d" % (code, i), "s", code, *(s[key] for key in columns)]
           for code, one in counties.items() for i, s in enumerate(one["schools"])])


def evaluate(program, folder):
    run = subprocess.run([program, "evaluate", "--rules", WORDS, "--data", folder, "--on", "2024-06-01", "--format", "json",
                          "--lang", "en", "--quiet"], capture_output=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stderr.decode("utf-8", "replace"))
    found = {}
    for one in json.loads(run.stdout)["findings"]:
        rule = (one["requirement"], one["stage"]) if one["level"] == "stage" else one["requirement"]
        found[one["entity"] if one["level"] != "stage" else one["entity"].split("/")[0], rule] = one["verdict"]
    return found


def reckon(code, one):
    found = {(code, rule): verdict for rule, verdict in judge_county(one["county"], one["years"], one["schools"]).items()}
    for index, school in enumerate(one["schools"]):
        for rule, verdict in judge_school(one["county"], school).items():
            found["%s-%d" % (code, index), rule] = verdict
    return found


def compare_known(got, counties):
    faults, count = [], 0
    for code, one in counties.items():
        for key, verdict in reckon(code, one).items():
            count += 1
            if got.get(key) != verdict:
                faults.append("%s: the program says %s, the reckoning %s: %r" % (key, got.get(key), verdict, one))
    return faults, count


def compare_blank(chance, got, counties, blanks, tries):
    """No filling-in of the blanks may contradict a verdict that was given."""
    faults, count = [], 0
    for code, one in counties.items():
        for _ in range(tries):
            for record, key, values in blanks[code]:
                record[key] = chance.choice(values)
            for key, verdict in reckon(code, one).items():
                count += 1
                if got.get(key) not in (OPEN, verdict):
                    faults.append("%s: the program says %s, filled in it is %s: %r" % (key, got.get(key), verdict, one))
    return faults, count


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--counties", type=int, default=300)
    parser.add_argument("--seed", type=int, default=20250101)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    codes = ["%06d" % (110000 + i) for i in range(options.counties)]
    folder = tempfile.mkdtemp(prefix="junheng-vocabulary-")
    counties = {code: make(chance) for code in codes}
    shutil.copy(os.path.join(WORDS, "words.lua"), folder)
    write_all(folder, counties)
    faults, count = compare_known(evaluate(options.program, folder), counties)
    blanks = {code: blank_some(chance, one, chance.choice((0.02, 0.1, 0.4))) for code, one in counties.items()}
    write_all(folder, counties)
    more, filled = compare_blank(chance, evaluate(options.program, folder), counties, blanks, 12)
    shutil.rmtree(folder)
    for fault in (faults + more)[:10]:
        print("FAILED " + fault)
    print("seed %d: %d verdicts known, %d filled in, %d differ" % (options.seed, count, filled, len(faults) + len(more)))
    return 1 if faults or more else 0


if __name__ == "__main__":
    sys.exit(main())
