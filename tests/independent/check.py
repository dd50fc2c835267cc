#!/usr/bin/env python3
"""Holds every verdict of the program on a national dataset against a second reckoning.

check.py PROGRAM FOLDER            compares; prints each disagreement
check.py PROGRAM FOLDER --variant  unweighted_spread …: with a known wrong reading

Stage units: the seven indicators, six of seven, class size. Schools: articles 7
and 8. Counties: each of the fourteen spreads, all schools, balance, articles 4
and 7 to 10, and the last word.
"""
import argparse
import json
import os
import subprocess
import sys

import articles
import standard
from standard import INDICATORS, STAGES, UNDETERMINED

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
PACK = os.path.join(ROOT, "rules", "national", "quality-balance-2017")
DICTIONARY = os.path.join(ROOT, "data", "schema", "national.lua")
DAY = "2024-09-01"
# Rules whose entities have no code of their own: seen in the county's verdict only.
WITHOUT_CODE = {"monitored_level", "monitored_difference"}


def output_of(program, folder, form, *more):
    command = [program, "evaluate", "--rules", PACK, "--data", folder, "--dictionary", DICTIONARY,
               "--on", DAY, "--format", form, "--quiet", *more]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise SystemExit("exit status %d: %s" % (done.returncode, " ".join(command)))
    return done.stdout


def evaluate(program, folder):
    """{(rule, entity): verdict} as the program has it."""
    return verdicts_of(json.loads(output_of(program, folder, "json")))


def entity_of(finding):
    """A stage unit is a school's code with the stage."""
    if finding["level"] == "stage":
        return "%s/%s" % (finding["entity"], finding["stage"])
    return finding["entity"]


def verdicts_of(result):
    found = {}
    for finding in result["findings"]:
        key = finding["requirement"], entity_of(finding)
        if finding["requirement"] not in WITHOUT_CODE:
            if found.setdefault(key, finding["verdict"]) != finding["verdict"]:
                raise SystemExit("two verdicts for %s of %s" % key)
    return found


def reckon(folder, variant=None):
    """({(rule, entity): verdict}, keys where "undetermined" is right too)."""
    units, counties = standard.judge(folder, variant)
    tables = [standard.read_table(folder, n + ".csv") for n in ("counties", "schools", "rooms", "monitoring")]
    others = articles.judge(*tables)
    verdicts = {k: v for k, v in others.verdicts.items() if k[0] not in WITHOUT_CODE}
    loose = set()
    for unit in units.values():
        for (rule, _, _, _), verdict in zip(INDICATORS, unit.verdicts):
            verdicts[rule, unit.entity] = verdict
        verdicts["school_resources", unit.entity] = unit.holds
        if unit.is_loose:
            loose.update((rule, unit.entity) for rule, _, _, _ in INDICATORS)
            loose.update((("school_resources", unit.entity), ("all_schools", unit.county)))
            loose.add(("quality_balance", unit.county))
    for code, found in counties.items():
        for rule, _, _, _ in INDICATORS:
            for stage in STAGES:
                name = "balance_between_schools.%s.%s" % (rule, stage)
                verdicts[name, code] = found["spread", rule, stage]
        verdicts["all_schools", code] = found["all_schools"]
        verdicts["balance_between_schools", code] = found["balance"]
        verdicts["quality_balance", code] = articles.verdict_of(
            (found["all_schools"], found["balance"]), others.hindrance.get(code, True))
    return verdicts, loose


def disagreements(program_says, expected, loose):
    """(key, the program's verdict, the expected one), in order."""
    found = []
    for key in sorted(program_says.keys() | expected.keys()):
        got, wanted = program_says.get(key), expected.get(key)
        if got != wanted and not (key in loose and got == UNDETERMINED):
            found.append((key, got, wanted))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("folder")
    parser.add_argument("--variant", choices=standard.VARIANTS)
    parser.add_argument("--show", type=int, default=20, help="how many disagreements to print")
    options = parser.parse_args()
    says = evaluate(os.path.abspath(options.program), options.folder)
    found = disagreements(says, *reckon(options.folder, options.variant))
    for (rule, entity), got, wanted in found[:options.show]:
        print("%s of %s: the program says %s, the second reckoning %s" % (rule, entity, got, wanted))
    print("%d verdicts compared, %d disagreements" % (len(says), len(found)))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
