#!/usr/bin/env python3
"""Published figures, reproduced by the engine: run.py PROGRAM

Each folder beside this file is a small pack that holds a published figure
against what the engine makes of the published table.
"""
import argparse
import csv
import json
import os
import subprocess
import sys
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
PUBLISHED = os.path.join(HERE, "..", "..", "data", "published")
DAY = "2024-09-01"

# pack, data, findings that are not met: all others must be. The number of findings is stated, so
# that none can be lost.
RUNS = (
    ("five-schools", PUBLISHED, {"limit_below"}),
    ("split", PUBLISHED, set()),
    ("split", os.path.join(HERE, "split", "data"), set()),
    ("composites", PUBLISHED, set()),
)


def evaluate(program, pack, data):
    command = [program, "evaluate", "--rules", os.path.join(HERE, pack), "--data", data, "--on", DAY,
               "--format", "json", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit("%s: exit status %d" % (" ".join(command), done.returncode))
    return json.loads(done.stdout)


def faults_of(result, unmet):
    judged = [f for f in result["findings"] if f["verdict"] not in ("not_applicable", "not_in_force")]
    faults = [] if judged else ["nothing was judged"]
    for finding in judged:
        rule = finding["requirement"]
        expected = "unmet" if rule.split(".")[0] in unmet else "met"
        if finding["verdict"] != expected:
            faults.append("%s of %s: %s, expected %s (measure %s, bound %s)" % (
                rule, finding["entity"], finding["verdict"], expected, finding.get("measure"),
                finding.get("bound")))
    seen = {f["requirement"].split(".")[0] for f in judged}
    faults += ["%s was not judged" % rule for rule in sorted(unmet - seen)]
    return faults


def composites_are_means():
    """The same arithmetic without the engine, on the table of two districts."""
    faults = []
    with open(os.path.join(PUBLISHED, "hefei-districts.csv"), encoding="utf-8") as stream:
        rows = [r for r in csv.DictReader(stream) if r["row_type"] == "cv" and r["complete"] == "yes"]
    for row in rows:
        cells = list(row.values())
        mean = sum(map(Fraction, cells[5:13])) / 8
        if abs(mean - Fraction(row["composite"])) > Fraction(1, 1000):
            faults.append("%s %s: %s" % (row["county"], row["stage"], float(mean)))
    return faults if len(rows) == 4 else faults + ["%d rows instead of 4" % len(rows)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    program = os.path.abspath(parser.parse_args().program)
    failed = 0
    for pack, data, unmet in RUNS:
        faults = faults_of(evaluate(program, pack, data), unmet)
        failed += len(faults)
        for fault in faults:
            print("FAILED %s: %s" % (pack, fault))
    for fault in composites_are_means():
        failed += 1
        print("FAILED hefei-districts.csv: %s" % fault)
    print("%d published tables, %d failures" % (len(RUNS) + 1, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
