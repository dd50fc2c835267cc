#!/usr/bin/env python3
"""The program against a second reckoning, on made-up stage units near the lines.

run.py PROGRAM --units N --seed S

Generates datasets (near_lines.py), compares every verdict (check.py), then
doctors the second reckoning with each known wrong reading: with each of them
there must be disagreements, so that the comparison is known to be able to fail.
Last, the same bytes must come for any number of threads and any order of rows.
"""
import argparse
import os
import random
import sys
import tempfile

import check
import near_lines
import standard

CHUNK = 10000  # stage units at a time: the program's results are read whole


def compare(program, units, seed, folder):
    """Gives numbers of stage units, verdicts, spreads and disagreements, and what the program says."""
    count = near_lines.generate(folder, units, seed)
    says = check.evaluate(program, folder)
    expected, loose = check.reckon(folder)
    found = check.disagreements(says, expected, loose)
    for (rule, entity), got, wanted in found[:10]:
        print("FAILED seed %d: %s of %s: the program says %s, the second reckoning %s"
              % (seed, rule, entity, got, wanted))
    spreads = sum(1 for rule, _ in says if rule.startswith("balance_between_schools."))
    return count, len(says), spreads, len(found), says


def variants_differ(says, folder):
    """Counts the disagreements with each wrong reading; gives those that are not found out."""
    unseen = []
    for variant in standard.VARIANTS:
        found = check.disagreements(says, *check.reckon(folder, variant))
        print("  %-24s %6d disagreements" % (variant, len(found)))
        if not found:
            unseen.append(variant)
    return unseen


def shuffled(folder, copy, seed):
    """The dataset with its rows in another order."""
    os.makedirs(copy, exist_ok=True)
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), encoding="utf-8") as stream:
            head, *rows = stream.readlines()
        random.Random(seed).shuffle(rows)
        with open(os.path.join(copy, name), "w", encoding="utf-8") as stream:
            stream.writelines([head] + rows)


def is_repeatable(program, temporary, seed):
    """Threads and order of rows change no byte of the findings."""
    folder, copy = os.path.join(temporary, "rows"), os.path.join(temporary, "rows-shuffled")
    near_lines.generate(folder, 2000, seed)
    shuffled(folder, copy, seed)
    one = check.output_of(program, folder, "json", "--jobs", "1")
    findings = check.output_of(program, folder, "csv")
    faults = []
    if check.output_of(program, folder, "json", "--jobs", "2") != one:
        faults.append("two threads write other bytes than one")
    if check.output_of(program, copy, "csv", "--jobs", "2") != findings:
        faults.append("rows in another order give other bytes")
    for fault in faults:
        print("FAILED: " + fault)
    return not faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--units", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=20170419)
    parser.add_argument("--keep", help="a folder for the datasets; else they are removed")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    totals = [0, 0, 0, 0]
    with tempfile.TemporaryDirectory(prefix="junheng-near-lines-") as temporary:
        folder = options.keep or temporary
        seed = options.seed
        while totals[0] < options.units:
            part = os.path.join(folder, str(seed))
            *counts, says = compare(program, min(CHUNK, options.units - totals[0]), seed, part)
            totals = [a + b for a, b in zip(totals, counts)]
            seed += 1
        print("%d stage units, %d verdicts, of these %d spreads: %d disagreements" % tuple(totals))
        print("doctored on purpose, on the last dataset:")
        unseen = variants_differ(says, part)
        repeats = is_repeatable(program, temporary, options.seed)
    for variant in unseen:
        print("FAILED: %s was not found out" % variant)
    return 1 if totals[3] or unseen or not repeats else 0


if __name__ == "__main__":
    sys.exit(main())
