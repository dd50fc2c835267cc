#!/usr/bin/env python3
"""The program over the kit: run_junheng.py PROGRAM. Each case becomes a county of one dataset."""
import csv
import json
import os
import subprocess
import sys
import tempfile

import reference
from resources import STAGES

ROOT = os.path.join(reference.HERE, "..", "..")
PACKS = {reference.QUALITY: "quality-balance-2017", reference.BASIC: "basic-balance-2012"}


def write(folder, cases):
    """The dataset; gives {(code of entity, stage): (case, name)}."""
    names, rows = {}, []
    own = sorted({c for _, case in cases for c in case.get("county", {})})
    counties = [("%06d" % (900001 + i), case) for i, (_, case) in enumerate(cases)]
    for code, case in counties:
        names[code, None] = case["id"], "county"
        for number, school in enumerate(case["schools"]):
            entity = "%s%04d" % (code, number + 1)
            row = {k: v for k, v in school.items() if k != "school"}
            rows.append(dict(row, school_code=entity, school_name=school["school"], county_code=code))
            names.update(((entity, s), (case["id"], "%s/%s" % (school["school"], s))) for s in STAGES)
    columns = sorted({c for row in rows for c in row})
    with open(os.path.join(folder, "schools.csv"), "w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, columns, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
    with open(os.path.join(folder, "counties.csv"), "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(
            [("county_code", "county_name", *own)] + [
                (code, case["id"], *({True: "是", False: "否"}.get(v, v) if isinstance(v, bool) else v
                                     for v in (case.get("county", {}).get(c) for c in own))) for code, case in counties])
    # Two tables that these articles do not read, with a record each: the program takes no empty table.
    for name, text in (("rooms", "school_code,kind,area_m2\n9000010001,music,96\n"),
                       ("monitoring", "county_code,subject,attained_level,difference_rate\n900001,chinese,3,0.1\n")):
        with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8") as stream:
            stream.write(text)
    return names


def run(program, pack, folder):
    return subprocess.run(
        [program, "evaluate", "--rules", os.path.join(ROOT, "rules", "national", pack), "--data", folder,
         "--dictionary", os.path.join(ROOT, "data", "sample", "dictionary.lua"), "--on", "2024-09-01",
         "--format", "json", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def judged(program, measure, cases):
    """{((case, of), rule): verdict}"""
    found = {}
    with tempfile.TemporaryDirectory(prefix="junheng-conformance-") as folder:
        names = write(folder, cases)
        done = run(program, PACKS[measure], folder)
        if done.returncode not in (0, 1, 2) or not done.stdout:
            sys.exit("FAILED: " + done.stderr.decode("utf-8", "replace")[:2000])
        for f in json.loads(done.stdout)["findings"]:
            key = names.get((f["entity"], f.get("stage") if f["level"] == "stage" else None))
            if key:
                found[key, f["requirement"]] = f["verdict"]
    return found


def is_refused(program, name, case):
    """Data with a blank that the program never takes: nothing is judged, and the column is named."""
    with tempfile.TemporaryDirectory(prefix="junheng-conformance-") as folder:
        write(folder, [(name, case)])
        done = run(program, PACKS[case["measure"]], folder)
        return done.returncode != 0 and not done.stdout and case["may_refuse"].encode() in done.stderr


def main():
    program, cases, found = os.path.abspath(sys.argv[1]), list(reference.read_cases()), {}
    for measure in PACKS:
        found.update(judged(program, measure, [
            (name, c) for name, c in cases if c["measure"] == measure and "may_refuse" not in c]))
    count = wrong = refused = 0
    for name, case in cases:
        if "may_refuse" in case:
            is_right = is_refused(program, name, case)
            refused, wrong = refused + 1, wrong + (not is_right)
            if not is_right:
                print("FAILED %s, %s: should be refused for %s" % (name, case["id"], case["may_refuse"]))
            continue
        for rule, of, wanted in case["expect"]:
            got = found.get(((case["id"], of), rule))
            count, wrong = count + 1, wrong + (got != wanted)
            if got != wanted:
                print("FAILED %s, %s: %s of %s should be %s, is %s" % (name, case["id"], rule, of, wanted, got))
    print("%d expected verdicts, %d cases refused as they may be, %d wrong" % (count, refused, wrong))
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
