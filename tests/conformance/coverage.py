#!/usr/bin/env python3
"""Each bound has cases on it, below, above and with a blank: coverage.py"""
import sys

import reference
import verdicts
from county import SHARES
from resources import BOUNDS, STAGES
from schools import JUDGED, ROOMS

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
    yield from of_schools()
    yield from of_verdicts()


def of_schools():
    for rule in ROOMS:
        yield from ((rule, part, line) for part in ("area", "count") for line in LINES)
    for kind in ("primary_school", "junior_school", "nine_year_school", "twelve_year_school", "complete_secondary"):
        yield from (("school_size", kind, line) for line in LINES)
    for stage in STAGES:
        yield from (("class_size", stage, line) for line in LINES)
    for kind in ("teaching_point", "primary_school"):
        yield from (("small_school_funding", kind, line) for line in LINES)
    for rule in ("teacher_training", "certified_teachers", "nearby_enrolment_primary", "monitoring_complete"):
        yield from ((rule, "county", line) for line in LINES if line != "above")  # all: there is nothing above it
    yield from (("nearby_enrolment_junior", "county", line) for line in LINES)
    for rule in JUDGED:
        yield from ((rule, "school", line) for line in ("yes", "no", "blank"))
    yield from (("training_funds", "school", line) for line in LINES)
    for rule in ("monitored_level", "monitored_difference"):
        yield from ((rule, "subject", line) for line in LINES)


def of_verdicts():
    """Each rule of each part alone unmet, and alone blank; a verdict that does not hang on one of them fails here."""
    yield from (("quality_balance", "county", line) for line in ("on", "blank"))
    for rule in {rule for rules in verdicts.PARTS.values() for rule in rules} - {"all_schools", "balance_between_schools"}:
        yield from (("quality_balance." + rule, "county", line) for line in ("below", "blank"))
    yield from (("quality_balance.school_resources", "county", line) for line in ("below", "blank"))
    yield "quality_balance.balance_between_schools", "county", "above"
    yield from (("provincial_standard", "school", line) for line in ("yes", "no", "blank"))
    for rule in ("government_indicators", "government_work", "government_points", "satisfaction", "satisfaction.decides"):
        yield from ((rule, "county", line) for line in LINES)
    yield from (("basic_balance", "county", line) for line in ("on", "blank"))
    yield from (("basic_balance.gate", "county", line) for line in ("below", "blank"))
    for stage in STAGES:
        yield from (("basic_balance.composite_spread." + stage, "county", line) for line in ("above", "blank"))


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
