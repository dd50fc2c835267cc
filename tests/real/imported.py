#!/usr/bin/env python3
"""The real school tables, imported into one dataset and held against expected.py: imported.py PROGRAM

As run.py, but the six files go through `import` by import/mapping.lua first. Also held: the mapping's
length, that importing twice gives the same bytes, and that evidence names the original cells.
Without the files the exit status is 77.
"""
import argparse
import filecmp
import os
import shutil
import sys
import tempfile

import expected
import run

MAPPING = os.path.join(run.HERE, "import", "mapping.lua")
MOST_LINES = 40


def import_into(program, files, folder, name):
    shutil.copy(MAPPING, folder)
    shutil.copy(os.path.join(run.PACK, "tables.lua"), folder)
    output = os.path.join(folder, name)
    status, out = run.run(program, "import", "--lang", "en", "--data", files, "--output", output, "--mapping",
                          os.path.join(folder, "mapping.lua"))
    print("  " + out.strip().replace(folder + "/", ""))
    if status:
        raise SystemExit("import: exit status %d" % status)
    return output


def all_files(folder):
    return sorted(os.path.relpath(os.path.join(place, name), folder)
                  for place, _, names in os.walk(folder) for name in names)


def compare_twice(comparison, first, second):
    comparison.same("files of a second import", all_files(second), all_files(first))
    _, different, strange = filecmp.cmpfiles(first, second, all_files(first), shallow=False)
    comparison.same("files that differ", different + strange, [])


def original_line(files, name, code):
    for number, line in enumerate(run.expected.read_lines(os.path.join(files, name)), 1):
        if line.split("\t")[2:3] == [code]:
            return number
    return None


def compare_evidence(comparison, program, files, folder, result):
    """The first school of the latest year: its students stand in the line that a search finds."""
    county = sorted(result["103"])[0]
    code = sorted(result["103"][county]["primary"]["units"])[0]
    _, out = run.run(program, "explain", "--quiet", "--depth", "full", "--lang", "en", "--data", folder, "--rules", run.PACK, "--on",
                     run.DAY, "--rule", "school_size", code + "/primary")
    wanted = "(imported from 103_basec.txt:%d L)" % original_line(files, "103_basec.txt", code)
    comparison.same("evidence of %s names its cell" % code, wanted in out, True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    program = os.path.abspath(parser.parse_args().program)
    files = os.environ.get("JUNHENG_REAL_DATA") or os.path.normpath(run.BESIDE)
    if not os.path.isdir(files):
        print("skipped: no folder %s; set JUNHENG_REAL_DATA" % files)
        return run.SKIPPED
    comparison = run.Comparison()
    with open(MAPPING, encoding="utf-8") as stream:
        comparison.same("mapping of at most %d lines" % MOST_LINES, len(stream.readlines()) <= MOST_LINES, True)
    result = expected.reckon(files)
    with tempfile.TemporaryDirectory() as folder:
        dataset = import_into(program, files, folder, "dataset")
        compare_twice(comparison, dataset, import_into(program, files, folder, "again"))
        for year, counties in result.items():
            findings = run.findings_of(program, dataset, year)
            for county, stages in counties.items():
                run.compare_county(comparison, findings, county, stages)
        compare_evidence(comparison, program, files, dataset, result)
    for fault in comparison.faults[:20]:
        print("FAILED " + fault)
    print("%d comparisons, %d failed" % (comparison.count, len(comparison.faults)))
    return 1 if comparison.faults else 0


if __name__ == "__main__":
    sys.exit(main())
