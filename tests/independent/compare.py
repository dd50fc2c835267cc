#!/usr/bin/env python3
"""Is what `compare` lists the difference of two independent evaluations?

compare.py PROGRAM --lua LUA [--scale S] [--data FOLDER]

Makes a small synthetic nation, edits copies of the national pack, evaluates
each alone to CSV, and takes the differences of these tables here. The lists,
counts and reasons of `compare` must be exactly these, in both directions; an
edit that moves no county and one that moves many are both among them.
"""
import argparse
import csv
import io
import json
import math
import os
import re
import shutil
import subprocess
import sys
import tempfile

PACK = "rules/national/quality-balance-2017"
VERDICT = "quality_balance"
BACKBONE = r'(stage\.backbone_teachers / stage\.students[^\n]*\s*at_least = )\{[^}]*\}'
MULTIMEDIA = r'(stage\.multimedia_rooms / stage\.students[^\n]*\s*at_least = )\{[^}]*\}'

# Name, edits (file, pattern, replacement), requirements that are parts of others of their level and so
# are not listed by themselves.
EDITS = [
    ("stricter", [("article_6.lua", BACKBONE, r'\1{ primary = "1.2", junior = "1.2" }')],
     {"backbone_teachers_per_100", "all_schools"}),
    ("much stricter", [("article_6.lua", BACKBONE, r'\1{ primary = "1.6", junior = "1.2" }')],
     {"backbone_teachers_per_100", "all_schools"}),
    ("both ways", [("article_6.lua", BACKBONE, r'\1{ primary = "1.4", junior = "0.5" }'),
                   ("article_6.lua", MULTIMEDIA, r'\1{ primary = "1.5", junior = "1.5" }')],
     {"backbone_teachers_per_100", "multimedia_rooms_per_100", "all_schools"}),
    ("seven of seven", [("article_6.lua", r"at_least_n \{ 6,", "at_least_n { 7,")],
     {"all_schools"}),
]


def run(program, *words):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE)
    if done.returncode != 0:
        raise SystemExit("FAILED: %s: exit %d" % (" ".join(words), done.returncode))
    return done.stdout.decode("utf-8-sig")


def edited(folder, edits):
    shutil.copytree(PACK, folder)
    for name, pattern, replacement in edits:
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        text, count = re.subn(pattern, replacement, text)
        assert count == 1, "%s: %d places" % (pattern, count)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    return folder


def evaluate(program, data, rules):
    """{(level, entity, stage, requirement): (verdict, bound)}, of which county each is."""
    text = run(program, "evaluate", "--data", data, "--rules", rules, "--format", "csv")
    found, counties = {}, {}
    for row in csv.DictReader(io.StringIO(text)):
        key = (row["level"], row["entity_code"], row["stage"], row["requirement"])
        found[key] = (row["verdict"], row["bound"])
        counties[key] = row["county_code"]
    return found, counties


def differences(before, after):
    return {key: (before[key][0], after[key][0]) for key in after
            if before[key][0] != after[key][0]}


class Check:
    def __init__(self, name):
        self.name, self.failures = name, 0

    def equal(self, what, got, wanted):
        if got == wanted:
            return
        self.failures += 1
        if isinstance(got, dict):
            got = {k: v for k, v in got.items() if wanted.get(k) != v}
        print("FAILED %s: %s: %.300s instead of %.300s" % (self.name, what, got, wanted))


def listed_csv(text):
    """Flips by the CSV form; with each, who decided."""
    flips, decided = {}, {}
    for row in csv.DictReader(io.StringIO(text)):
        key = (row["level"], row["entity_code"], row["stage"], row["requirement"])
        flips[key] = (row["before"], row["after"])
        decided.setdefault(key, []).append(row)
    return flips, decided


def listed_json(result):
    flips = {}
    for flip in result["counties"] + result["findings"]:
        key = (flip["level"], flip["entity"], flip.get("stage", ""), flip["requirement"])
        flips[key] = (flip["before"], flip["after"])
    return flips


def check_decided(check, decided, before, after):
    """Who decided did change, or stands at a floor that moved with its bound; figures are those of the
    two evaluations."""
    for key, rows in decided.items():
        for row in rows:
            own = (row["decided_level"], row["decided_code"], row["decided_stage"],
                   row["decided_by"])
            check.equal("decided %s" % (own,), (row["decided_before"], row["decided_after"]),
                        (before[own][0], after[own][0]))
            if row["floor_of"]:
                check.equal("floor %s" % (own,), before[own][0], after[own][0])
                missed = [float(row["measure_" + side]) < float(row["bound_" + side])
                          for side in ("before", "after")]
                check.equal("floor %s missed once" % (own,), sum(missed), 1)
            else:
                check.equal("decides %s" % (own,), before[own][0] != after[own][0], True)
                check.equal("bounds %s" % (own,), (row["bound_before"], row["bound_after"]),
                            (before[own][1], after[own][1]))


def check_changes(check, result, before, after, changed):
    """The counts of each change add up to the differences of the rules it touches."""
    for change in result["changes"]:
        stage = change.get("stage")
        own = {k for k in changed if k[3] in change["requirements"] and stage in (None, k[2])}
        check.equal("%s changed" % change["path"], change["changed"], len(own))
        waiting = sum(1 for k in after if k[3] in change["requirements"] and stage in (None, k[2])
                      and before[k][0] == after[k][0] == "undetermined")
        check.equal("%s waiting" % change["path"], change["undetermined_in_both"], waiting)
        for absorbed in change["absorbed"]:
            check.equal("count", absorbed["count"], len(absorbed["entities"]))
            for entity in absorbed["entities"]:
                level = "county" if absorbed["requirement"] in (VERDICT, "all_schools") else "stage"
                code = entity["county"] if level == "county" else entity["entity"]
                key = (level, code, "" if level == "county" else entity["stage"],
                       absorbed["requirement"])
                check.equal("absorbed %s" % (key,), (before[key][0], after[key][0]),
                            (absorbed["stays"], absorbed["stays"]))
        told = sum(a["count"] for a in change["absorbed"]) + change["reached_county"]
        check.equal("%s: every entity ends somewhere" % change["path"], told, len(own))


def check_totals(check, result, before, after):
    for total in result["totals"]:
        for side, table in (("before", before), ("after", after)):
            wanted = {verdict: 0 for verdict in total[side]}
            for key, (verdict, _) in table.items():
                if key[3] == total["requirement"]:
                    wanted[verdict] += 1
            check.equal("totals of %s %s" % (total["requirement"], side), total[side], wanted)


def compare(program, data, one, two, parts, name):
    check = Check(name)
    before, counties = one[1]
    after, _ = two[1]
    changed = differences(before, after)
    words = ("compare", "--data", data, "--rules", one[0], "--with", two[0], "--format")
    flips, decided = listed_csv(run(program, *words, "csv"))
    result = json.loads(run(program, *words, "json"))
    check.equal("flips", flips, {k: v for k, v in changed.items() if k[3] not in parts})
    check.equal("flips in JSON", listed_json(result), flips)
    check.equal("a part changes", bool({k[3] for k in changed} & parts), True)
    check_decided(check, decided, before, after)
    check_changes(check, result, before, after, changed)
    check_totals(check, result, before, after)
    for rule in sorted({f["requirement"] for f in result["findings"]}):
        order = [(f.get("margin_percent", math.inf), f["county"]) for f in result["findings"]
                 if f["requirement"] == rule]
        check.equal("order of " + rule, [o[0] for o in order], sorted(o[0] for o in order))
    of_counties = sum(1 for k in flips if k[0] == "county")
    print("%s: %d counties and %d others flip, %d verdicts differ" % (
        name, of_counties, len(flips) - of_counties, len(changed)))
    return check.failures, of_counties


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.01")
    parser.add_argument("--data", help="a dataset instead of the made-up nation")
    args = parser.parse_args()
    failures, most = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        data = args.data or os.path.join(folder, "nation")
        if not args.data:
            subprocess.run([args.lua, "tools/dev/make_nation.lua", "--out", data, "--scale",
                            args.scale, "--seed", "1"], check=True, stdout=subprocess.DEVNULL)
        base = (PACK, evaluate(args.program, data, PACK))
        for number, (name, edits, parts) in enumerate(EDITS):
            rules = edited(os.path.join(folder, "pack%d" % number), edits)
            other = (rules, evaluate(args.program, data, rules))
            for way, (one, two) in ((name, (base, other)), (name + ", back", (other, base))):
                failed, moved = compare(args.program, data, one, two, parts, way)
                failures += failed
                most = max(most, moved)
        same = json.loads(run(args.program, "compare", "--data", data, "--with", PACK,
                              "--format", "json"))
        if same["changes"] or same["counties"] or same["findings"]:
            failures += 1
            print("FAILED: a pack differs from itself")
    if most == 0:
        failures += 1
        print("FAILED: no edit moved a county; the data prove nothing")
    print("%d failed" % failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
