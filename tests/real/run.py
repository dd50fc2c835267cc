#!/usr/bin/env python3
"""Real school tables, evaluated as they are and held against expected.py: run.py PROGRAM

The six files are not part of the project. They are looked for in the folder
JUNHENG_REAL_DATA, else beside the repository; without them nothing is tested
and the exit status is 77.
"""
import argparse
import collections
import csv
import json
import os
import subprocess
import sys
from fractions import Fraction

import expected

HERE = os.path.dirname(os.path.abspath(__file__))
BESIDE = os.path.join(HERE, "..", "..", "..", "shared", "data", "real-schools-2012-2014", "raw")
PACK = os.path.join(HERE, "class-size")
DAY = "2014-09-01"
SKIPPED = 77
SHOWN = ("新北市", "南投縣", "臺北市")  # counties whose spreads are printed


def run(program, *arguments):
    command = [program, *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    return done.returncode, done.stdout.decode()


def findings_of(program, folder, year):
    status, out = run(program, "evaluate", "--rules", PACK, "--data", folder, "--year", year, "--on", DAY,
                      "--format", "json", "--quiet")
    if status:
        raise SystemExit("evaluate of year %s: exit status %d" % (year, status))
    return {(f["requirement"], entity_of(f)): f for f in json.loads(out, parse_float=str)["findings"]}


def entity_of(finding):
    """A stage unit is a school's code with the stage."""
    return "%s/%s" % (finding["entity"], finding["stage"]) if finding["level"] == "stage" else finding["entity"]


class Comparison:
    def __init__(self):
        self.count, self.faults = 0, []

    def same(self, what, got, wanted):
        self.count += 1
        if got != wanted:
            self.faults.append("%s: the program says %s, reckoned %s" % (what, got, wanted))

    def verdict(self, findings, rule, entity, wanted):
        finding = findings.get((rule, entity))
        self.same("%s of %s" % (rule, entity), finding and finding["verdict"], wanted)

    def figure(self, findings, rule, entity, wanted):
        """The measure as printed, against the exact one: within one step of the last place."""
        finding = findings.get((rule, entity)) or {}
        self.count += 1
        text = finding.get("measure")
        if isinstance(text, dict):  # not known, only within ends
            text = None
        if text is None or wanted is None:
            if text is not None or wanted is not None:
                self.faults.append("%s of %s: measure %s, reckoned %s" % (rule, entity, text, wanted))
            return
        places = len(str(text).partition(".")[2])
        if abs(Fraction(str(text)) - wanted) > Fraction(1, 10 ** places):
            self.faults.append("%s of %s: measure %s, reckoned %s" % (rule, entity, text, float(wanted)))


def word(holds):
    return "undetermined" if holds is None else "met" if holds else "unmet"


def compare_unit(comparison, findings, stage, code, unit):
    entity = "%s/%s" % (code, stage)
    students, classes, teachers = unit["students"], unit["classes"], unit["teachers"]
    limit = {"primary": 45, "junior": 50}[stage]
    if students is None:
        for rule in ("class_size", "school_size", "teachers_per_100"):
            comparison.verdict(findings, rule, entity, "not_applicable")
        return
    size = None if classes is None else Fraction(students, classes)
    comparison.verdict(findings, "class_size", entity, word(None if size is None else size <= limit))
    comparison.figure(findings, "class_size", entity, size)
    comparison.verdict(findings, "school_size", entity, word(students <= 2000))
    comparison.figure(findings, "school_size", entity, Fraction(students))
    if teachers is None:
        comparison.verdict(findings, "teachers_per_100", entity, "not_applicable")
    else:
        comparison.verdict(findings, "teachers_per_100", entity, "met")
        comparison.figure(findings, "teachers_per_100", entity, Fraction(100 * teachers, students))


def compare_county(comparison, findings, county, stages):
    """The spreads with their figures, and the classes above the limit."""
    for stage, record in stages.items():
        for code, unit in record["units"].items():
            compare_unit(comparison, findings, stage, code, unit)
        rule = "teacher_balance.teachers_per_100." + stage
        comparison.verdict(findings, rule, county, word(record["spread_met"]))
        if record["spread"] is not None:
            comparison.figure(findings, rule, county, Fraction(str(record["spread"])))
        rule = "crowded_%s_classes" % stage
        crowded = record["classes_over_class_limit"]
        if record["schools_without_classes"]:
            comparison.verdict(findings, rule, county, "unmet" if crowded else "undetermined")
        else:
            comparison.verdict(findings, rule, county, word(crowded == 0))
            comparison.figure(findings, rule, county, Fraction(crowded))


def show(result):
    for year, counties in result.items():
        for stage in ("primary", "junior"):
            records = [stages[stage] for stages in counties.values() if stage in stages]
            print("  %s %-7s %4d schools, %3d classes above the limit in %2d schools, %2d schools above 2000, "
                  "%3d without teachers of their own, spread above its limit in %d of %d counties" % (
                      year, stage, sum(r["schools"] for r in records),
                      sum(r["classes_over_class_limit"] for r in records),
                      sum(len(r["schools_over_class_limit"]) for r in records),
                      sum(len(r["schools_over_2000"]) for r in records),
                      sum(r["schools_left_out"] for r in records),
                      sum(1 for r in records if r["spread_met"] is False), len(records)))
    latest = max(result)
    for county in SHOWN:
        stages = result[latest][county]
        print("  %s %s: spread of teachers per 100 students: primary %.4f, junior %.4f" % (
            latest, county, stages["primary"]["spread"], stages["junior"]["spread"]))


# What the auditor tells of 103 beside 102, by code: two schemes of codes, ten schools gone, five new, one whose
# graduates grew fourfold, and eighteen where a figure that is not small has become "-".
ALARMS = {"JH-710": 1, "JH-718": 1, "JH-729": 10, "JH-730": 5, "JH-733": 1, "JH-748": 18}


def audit(comparison, program, folder):
    _, out = run(program, "validate", "--quiet", "--data", folder, "--dictionary",
                 os.path.join(PACK, "dictionary.lua"), "--year", "103", "--format", "csv")
    codes = collections.Counter(row["code"] for row in csv.DictReader(out.lstrip("\ufeff").splitlines())
                                if row["code"] >= "JH-7" or row["code"] == "JH-231")
    comparison.same("what the auditor tells", dict(codes), ALARMS)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    program = os.path.abspath(parser.parse_args().program)
    folder = os.environ.get("JUNHENG_REAL_DATA") or os.path.normpath(BESIDE)
    if not os.path.isdir(folder):
        print("skipped: no folder %s; set JUNHENG_REAL_DATA" % folder)
        return SKIPPED
    comparison = Comparison()
    status, _ = run(program, "validate", "--quiet", "--data", folder, "--dictionary",
                      os.path.join(PACK, "dictionary.lua"))
    comparison.same("exit status of validate", status, 0)
    audit(comparison, program, folder)
    result = expected.reckon(folder)
    for year, counties in result.items():
        findings = findings_of(program, folder, year)
        for county, stages in counties.items():
            compare_county(comparison, findings, county, stages)
    show(result)
    for fault in comparison.faults[:20]:
        print("FAILED " + fault)
    print("%d comparisons, %d failed" % (comparison.count, len(comparison.faults)))
    return 1 if comparison.faults else 0


if __name__ == "__main__":
    sys.exit(main())
