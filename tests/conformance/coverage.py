#!/usr/bin/env python3
"""Each bound has cases on it, below, above and with a blank: coverage.py"""
import sys

import reference
from county import SHARES
from resources import BOUNDS, STAGES

LINES = ("on", "below", "above", "blank")
EIGHT = ("teaching", "sports", "equipment", "computers", "books", "teachers", "degrees", "titles")
MIXED = {"nine-year": STAGES, "complete-secondary": ("junior",), "twelve-year": STAGES}


def wanted():
    for stage in STAGES:
        for rule in BOUNDS:
            yield from ((rule, stage, line) for line in LINES)
            yield from (("school_resources." + rule, stage, line) for line in LINES[:3])
            yield from (("balance_between_schools." + rule, stage, line) for line in LINES)
        yield "composite_spread", stage, "on"
        yield from (("composite_spread." + one, stage, line) for one in EIGHT for line in LINES[1:])
    for rule in (*SHARES, "years_since_basic_balance", "social_recognition", "teacher_pay", "junior_retention"):
        yield from ((rule, "county", line) for line in LINES)
    for kind, stages in MIXED.items():
        for stage in stages:
            yield "composite_spread.split." + kind, stage, "on"
            yield from (("composite_spread.split.%s.%s" % (kind, one), stage, line)
                        for one in EIGHT[:5] for line in LINES[1:3])


def main():
    cases = [c for _, c in reference.read_cases()]
    want, have = set(wanted()), {tuple(c["covers"]) for c in cases if "covers" in c}
    ids = [c["id"] for c in cases]
    faults = ["no case for %s, %s, %s" % w for w in sorted(want - have)]
    faults += ["unknown: %s, %s, %s" % h for h in sorted(have - want)]
    faults += ["twice: " + i for i in sorted(set(i for i in ids if ids.count(i) > 1))]
    faults += ["no text in both languages: " + c["id"] for c in cases if not (c.get("zh") and c.get("en"))]
    for fault in faults:
        print("FAILED: " + fault)
    print("%d lines asked for, %d cases" % (len(want), len(ids)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
