#!/usr/bin/env python3
"""Spoiled copies of good data: spoiled.py PROGRAM text|workbook [--kind WORD] [--every N] [--show]

Makes seeded variants of a good CSV file or workbook, each spoiled in one way, and runs validate,
evaluate and import on each. A variant passes if it is read as a person would read it, or refused with
a message that names file and place. It fails if the program crashes, refuses without a place, or gives
verdicts or figures that are neither: those would pass silently. Prints a table by kind.
"""
import argparse
import os
import random
import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import spoiled_cells
import spoiled_text
from harness import Program
from spoiled_base import ROOT, Bench, Variant

SEED = 20240901
COLUMNS = ("same", "told", "other", "refused", "failed")
NO_CURE = re.compile(r"[;；]|cure:")
with open(os.path.join(ROOT, "docs", "DATA.md"), encoding="utf-8") as _stream:
    CURED = set(re.findall(r"JH-\d+", _stream.read()))


def variants_of_text(table):
    for kind, make in spoiled_cells.KINDS.items():
        for name, made, readings in make(random.Random("%d %s" % (SEED, kind)), table):
            yield Variant(kind, name, "schools.csv", made.text().encode(), readings)
    for kind, make in spoiled_text.KINDS.items():
        for name, content, readings in make(random.Random("%d %s" % (SEED, kind)), table):
            yield Variant(kind, name, "schools.csv", content, readings)


def variants_of_workbook(table):
    import spoiled_book
    gone = ("schools.csv",)
    for kind, make in spoiled_cells.KINDS.items():
        for name, made, readings in make(random.Random("%d %s" % (SEED, kind)), table):
            yield Variant(kind, name, "schools.xlsx", spoiled_book.render(made), readings, gone)
    for kind, make in spoiled_book.KINDS.items():
        for name, content, readings in make(random.Random("%d %s" % (SEED, kind)), table):
            yield Variant(kind, name, "schools.xlsx", content, readings, gone)


def thin(variants, every):
    """Of each kind the first variant, and every so many after it."""
    seen = {}
    for one in variants:
        seen[one.kind] = seen.get(one.kind, -1) + 1
        if seen[one.kind] % every == 0:
            yield one


def judge_one(bench, variant, what, outcome):
    """Which column of the table, and what is wrong."""
    faults = outcome.faults(variant.file)
    if faults:
        return "failed", faults
    if outcome.made is None:
        lacking = [one["code"] for one in outcome.messages
                   if one["severity"] == "error" and not NO_CURE.search(one["text"]) and one["code"] not in CURED]
        return ("failed", ["no cure for %s" % lacking[0]]) if lacking else ("refused", [])
    told = outcome.tells_of(variant.file) or (what == "imported" and lacks_column(bench, outcome))
    is_silent = False
    for reading in variant.readings:
        if bench.plain(what, reading.table) != outcome.made:
            continue
        if reading.said and not told and outcome.made != bench.plain(what, None):
            is_silent = True
        elif reading.table is None or outcome.made == bench.plain(what, None):
            return ("told" if told else "same"), []
        else:
            return ("told" if told else "other"), []
    if outcome.made == bench.plain(what, None) and told:
        return "told", []
    return "failed", ["lost silently" if is_silent else
                      "the same as before, silently" if outcome.made == bench.plain(what, None) else
                      "other %s than can be read, %s" % (what, "with a message" if told else "silently")]


def lacks_column(bench, outcome):
    """A column that import did not get is not in its table; evaluate tells that."""
    return outcome.made["schools"].split(b"\n")[0] != bench.plain("imported", None)["schools"].split(b"\n")[0]


def judge(bench, variant):
    folder = bench.spoil(variant)
    faults = []
    try:
        seen = bench.evaluate(folder)
        column, found = judge_one(bench, variant, "evaluate", seen)
        faults += [("evaluate: " + one, seen.run) for one in found]
        checked = bench.validate(folder)
        found = checked.faults(variant.file)
        if seen.made is None and checked.made is not None:
            found.append("finds nothing wrong, but evaluate refuses")
        faults += [("validate: " + one, checked.run) for one in found]
        taken = bench.imported(folder)
        into, found = judge_one(bench, variant, "imported", taken)
        faults += [("import: " + one, taken.run) for one in found]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return "failed" if faults else column, into, faults


def report(variant, faults):
    for fault, run in faults:
        print("FAILED %s, %s: %s" % (variant.kind, variant.name, fault))
        for line in (run.err if run.err else run.out).splitlines()[:3]:
            print("    | %s" % line[:240])


def print_table(counts):
    print("%-22s %8s %6s %6s %6s %8s %7s   %s" % ("kind", "variants", *COLUMNS, "imported"))
    total = dict.fromkeys(("variants", "imported") + COLUMNS, 0)
    for kind, row in counts.items():
        print("%-22s %8d %6d %6d %6d %8d %7d   %d" % (
            kind, row["variants"], *(row[one] for one in COLUMNS), row["imported"]))
        for key in total:
            total[key] += row[key]
    print("%-22s %8d %6d %6d %6d %8d %7d   %d" % (
        "%d kinds" % len(counts), total["variants"], *(total[one] for one in COLUMNS), total["imported"]))
    print("same: the same verdicts and values; told: with a message about the file; other: as the file says, which is"
          " other data; refused: no verdict, file and place named; imported: taken by import")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("form", choices=("text", "workbook"))
    parser.add_argument("--kind", default="")
    parser.add_argument("--every", type=int, default=1, help="of each kind only one variant in so many, the first one too")
    parser.add_argument("--show", action="store_true", help="print the outcome of each variant")
    options = parser.parse_args()
    work = tempfile.mkdtemp(prefix="junheng-spoiled-")
    counts, failed = {}, 0
    try:
        bench = Bench(Program(os.path.abspath(options.program)), work)
        table = bench.tables["schools"]
        for what in ("evaluate", "imported"):
            if bench.plain(what, None) is None:
                raise SystemExit("the good data are refused by %s:\n%s" % (what, bench.known[what, None].run.said))
        make = variants_of_text if options.form == "text" else variants_of_workbook
        variants = [one for one in thin(make(table), options.every) if options.kind in one.kind]
        with ThreadPoolExecutor(2) as crew:
            for variant, (column, into, faults) in zip(variants, crew.map(lambda one: judge(bench, one), variants)):
                row = counts.setdefault(variant.kind, dict.fromkeys(("variants", "imported") + COLUMNS, 0))
                row["variants"] += 1
                row[column] += 1
                row["imported"] += into not in ("refused", "failed")
                failed += bool(faults)
                report(variant, faults)
                if options.show:
                    print("%-8s %-8s %s: %s" % (column, into, variant.kind, variant.name))
        print_table(counts)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
