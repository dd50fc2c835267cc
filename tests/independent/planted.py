#!/usr/bin/env python3
"""Does the auditor of `validate` find what is wrong, and leave alone what is not?

planted.py PROGRAM --lua LUA [--scale 0.04] [--count 4] [--seed 7] [--keep FOLDER]

Makes a nation (tools/dev/make_nation.lua) and the same a year before, plants `count` problems of
each kind in the text of both, runs `validate --format csv` on the clean and on the spoiled data, and
prints by kind: planted, found, missed, alarms on the clean data, other alarms on the spoiled
data. What one problem sets off at the same school or county under another kind is counted apart.
Fails if a kind is found less often than SHARE says, or if there are more false alarms than FALSE allows.

At --scale 1 --count 10 (2,842 counties, 200,475 schools) it takes ten minutes and prints: planted 420, found 419 (a
crowd hidden by units that stay beyond the line); false alarms on the clean data: 2 twin_figures, 1 twin_teachers,
1 twin_list, none of the others.
"""
import argparse
import collections
import csv
import os
import re
import subprocess
import sys
import tempfile

from planted_data import Data, year_before
from planted_kinds import KINDS, Planter

SHARE = collections.defaultdict(lambda: 1.0)  # share of planted problems to be found, by kind
SHARE["bunching"] = 0.6  # a few units that stay beyond the line hide a crowd
FALSE = collections.defaultdict(int)  # false alarms allowed for each thousand schools
FALSE["students_are_stated"] = 100  # no false alarms: the nation has blanks
for kind in ("twin_figures", "twin_teachers", "twin_list"):
    FALSE[kind] = 0.02  # chance: four in a nation of 200,000 schools


def validate(program, now, before):
    command = [program, "validate", "--data", now, "--before", before, "--rules",
               "national/quality-balance-2017", "--format", "csv", "--lang", "en", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit("validate failed: " + done.stderr.decode()[:2000])
    return list(csv.DictReader(done.stdout.decode("utf-8-sig").splitlines()))


def kind_of(row):
    """Checks of the dictionary are told apart by their ids, which begin their sentences."""
    return row["problem"].split(":")[0] if row["code"] == "JH-231" else row["code"]


def entities_of(row):
    """The codes that a problem is about: those of its row and those that its sentence names."""
    return {row["entity_code"], row["county_code"], *re.findall(r"[0-9]{5,13}", row["problem"])} - {""}


def judge(planter, clean, spoiled):
    """Prints the table; returns what is wrong."""
    names = {(code if code != "JH-231" else kind): kind for kind, code, _, _ in planter.planted}
    planted, found = collections.Counter(), collections.Counter()
    for kind, code, text, entities in planter.planted:
        planted[kind] += 1
        found[kind] += any(
            row["code"] == code and row["problem"].startswith(text) and entities & entities_of(row)
            for row in spoiled)
    touched = set(planter.used)
    before = collections.Counter(names.get(kind_of(row), kind_of(row)) for row in clean)
    known = {(kind_of(row), row["entity_code"], row["column"]) for row in clean}
    other, beside = collections.Counter(), collections.Counter()
    for row in spoiled:
        name = names.get(kind_of(row), kind_of(row))
        if (kind_of(row), row["entity_code"], row["column"]) in known:
            continue
        if not entities_of(row) & touched:
            other[name] += 1
        elif not any(kind == name and entities & entities_of(row)
                     for kind, _, _, entities in planter.planted):
            beside[name] += 1
    wrong = []
    print("%-28s %8s %6s %7s %6s %6s %7s" % (
        "kind", "planted", "found", "missed", "clean", "other", "beside"))
    thousands = max(1, len(planter.now.rows["schools"]) / 1000)
    for kind in sorted(set(planted) | set(before) | set(other) | set(beside)):
        print("%-28s %8d %6d %7d %6d %6d %7d" % (
            kind, planted[kind], found[kind], planted[kind] - found[kind], before[kind], other[kind],
            beside[kind]))
        if found[kind] < SHARE[kind] * planted[kind]:
            wrong.append("%s: %d of %d were found" % (kind, found[kind], planted[kind]))
        if before[kind] + other[kind] > FALSE[kind] * thousands:
            wrong.append("%s: %d false alarms" % (kind, before[kind] + other[kind]))
    print("planted %d, found %d; alarms on clean data %d, other alarms %d, set off beside %d" % (
        sum(planted.values()), sum(found.values()), sum(before.values()), sum(other.values()),
        sum(beside.values())))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.06")
    parser.add_argument("--count", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or scratch
        base = os.path.join(folder, "now")
        here = os.path.dirname(os.path.abspath(__file__))
        subprocess.run([given.lua, os.path.join(here, "../../tools/dev/make_nation.lua"), "--out", base,
                        "--scale", given.scale, "--seed", str(given.seed), "--blanks", "2", "--grades", "1"],
                       check=True, stderr=subprocess.DEVNULL)
        planter = Planter(Data(base), given.seed)
        planter.before = year_before(planter.now, planter.rng)
        paths = [os.path.join(folder, name) for name in ("now", "before", "spoiled", "spoiled-before")]
        planter.before.write(paths[1])
        clean = validate(given.program, paths[0], paths[1])
        for kind in KINDS:
            for _ in range(given.count):
                getattr(planter, kind)()
        planter.now.write(paths[2])
        planter.before.write(paths[3])
        wrong = judge(planter, clean, validate(given.program, paths[2], paths[3]))
    for line in wrong:
        print("FAILED " + line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
