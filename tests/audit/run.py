#!/usr/bin/env python3
"""Is what `validate` says of problems and blanks what `evaluate` says of changed files?

run.py PROGRAM [SEED]    run in the root of the tree

Small datasets are drawn from the sample, with blanks, and with checks that many of their rows fail. Of each
problem the doubted cells are written as blanks into the CSV files and these are evaluated: as many verdicts
must come out otherwise as the auditor said, and the ones it named. Blanks that it calls deciding are filled
in: then no county may be undetermined. And the list is the same for any number of threads, as CSV and as
a workbook.
"""
import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

SAMPLE = "data/sample"
PACK = ["--rules", "national/quality-balance-2017"]
ROUNDS = 3
PROBLEMS = 14

# Column, and how the check reads it: rows for which it does not hold are problems.
CHECKS = (
    ("few_primary", "school", "primary_students", "school.primary_students:at_most({0})", (300, 900)),
    ("few_junior", "school", "junior_students", "school.junior_students:at_most({0})", (200, 900)),
    ("small_grounds", "school", "sports_ground_area_m2", "school.sports_ground_area_m2:at_most({0})", (4000, 9000)),
    ("two_at_once", "school", "", "(school.primary_students + school.junior_students):at_most({0})", (400, 900)),
    ("county_years", "county", "", "county.years_since_basic_balance:at_most({0})", (1, 5)),
)


def read(folder, table):
    with open(os.path.join(folder, table + ".csv"), encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def write(folder, table, rows):
    with open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def draw(rng, folder):
    """A few counties of the sample with some of their schools, and blanks."""
    os.mkdir(folder)
    counties, schools = read(SAMPLE, "counties"), read(SAMPLE, "schools")
    code = counties[0].index("county_code")
    kept = {row[code] for row in rng.sample(counties[1:], 4)}
    write(folder, "counties", [counties[0]] + [row for row in counties[1:] if row[code] in kept])
    where, key = schools[0].index("所属县代码"), schools[0].index("学校标识码")
    chosen = [row for row in schools[1:] if row[where] in kept and rng.random() < 0.6]
    for row in chosen:
        for field, text in enumerate(row):
            if text.replace(".", "").isdigit() and field not in (where, key) and rng.random() < 0.002:
                row[field] = ""
    write(folder, "schools", [schools[0]] + chosen)
    codes = {row[key] for row in chosen}
    for table, column, allowed in (("rooms", "学校标识码", codes), ("monitoring", "county_code", kept)):
        rows = read(SAMPLE, table)
        at = rows[0].index(column)
        write(folder, table, [rows[0]] + [row for row in rows[1:] if row[at] in allowed])
    shutil.copy(SAMPLE + "/dictionary.lua", folder)
    with open(folder + "/dictionary.lua", "a", encoding="utf-8") as file:
        for name, level, _, formula, (low, high) in CHECKS:
            holds = formula.format(rng.randint(low, high))
            file.write('\ncheck "%s" { name = "%s", of = %s, severity = "warning", holds = %s }\n' % (name, name, level, holds))


def run(program, command, folder, *more):
    words = [program, command, "--data", folder, "--quiet", "--lang", "en"] + PACK + list(more)
    done = subprocess.run(words, stdout=subprocess.PIPE, check=False)
    assert done.returncode in (0, 1), words
    return done.stdout


def verdicts(program, folder):
    """By entity and requirement; and the last word by county."""
    result = json.loads(run(program, "evaluate", folder, "--format", "json"))
    found = {(f["level"], f["entity"], f.get("stage"), f["requirement"]): f["verdict"] for f in result["findings"]}
    return found, {county["code"]: county["verdict"] for county in result["counties"]}


def pristine(cell):
    """What the sample has in a cell; 1 where it has nothing, either."""
    for row in read(SAMPLE, cell["table"])[1:]:
        if cell.get("entity") in row and row[cell["field"] - 1]:
            return row[cell["field"] - 1]
    return "1"


def put(folder, cells, text):
    """Writes a text (a function of the cell) into cells."""
    for table in {cell["table"] for cell in cells}:
        rows = read(folder, table)
        for cell in cells:
            if cell["table"] == table:
                rows[cell["line"] - 1][cell["field"] - 1] = text(cell)
        write(folder, table, rows)


class Failures:
    def __init__(self):
        self.count = 0

    def same(self, what, told, wanted):
        if told != wanted:
            self.count += 1
            print("FAILED %s: told %s, is %s" % (what, told, wanted))


def check_problem(program, folder, scratch, problem, before, failures):
    name = "%s %s:%s" % (problem["kind"], problem["file"], problem.get("line"))
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(folder, scratch)
    put(scratch, problem["cells"], lambda cell: "")
    found, counties = verdicts(program, scratch)
    impact = problem["impact"]
    changed = {key for key, verdict in before[0].items() if found.get(key, verdict) != verdict}
    failures.same(name + ": counties", impact["counties"],
                  sum(1 for code, verdict in before[1].items() if counties[code] != verdict))
    failures.same(name + ": verdicts", impact["verdicts"] + impact["verdicts_below"], len(changed))
    for first in impact["first"]:
        key = (first["level"], first["entity"], first.get("stage"), first["requirement"])
        failures.same(name + ": " + first["requirement"], (first["verdict"], first["could_be"]),
                      (before[0].get(key), found.get(key)))
    return len(changed)


def check_blanks(program, folder, scratch, blanks, before, failures):
    """Filled in, the cells for which counties wait settle them."""
    waiting = [county for county in blanks["counties"] if county["cells"] == len(county["first"])]
    failures.same("undetermined counties", blanks["undetermined"],
                  sum(1 for verdict in before[1].values() if verdict == "undetermined"))
    shutil.rmtree(scratch, ignore_errors=True)
    shutil.copytree(folder, scratch)
    for county in waiting:
        put(scratch, [cell for cell in county["first"] if "field" in cell], pristine)
    counties = verdicts(program, scratch)[1]
    for county in waiting:
        if all("field" in cell for cell in county["first"]):
            failures.same("%s with its blanks filled in" % county["code"], counties[county["code"]] != "undetermined", True)
    return len(waiting)


def check_forms(program, folder, scratch, result, failures):
    """Any number of threads; CSV and the workbook say the same."""
    text = run(program, "validate", folder, "--format", "csv", "--jobs", "1")
    for jobs in ("2", "7"):
        failures.same("CSV with %s threads" % jobs, run(program, "validate", folder, "--format", "csv", "--jobs", jobs), text)
    rows = list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))
    blanks = sum(1 for row in rows[1:] if row[rows[0].index("code")] == "JH-706")
    failures.same("rows of the CSV", len(rows) - 1 - blanks, len(result["audit"]["problems"]))
    try:
        import openpyxl
    except ImportError:
        return
    path = scratch + ".xlsx"
    run(program, "validate", folder, "--format", "xlsx", "--output", path)
    sheet = openpyxl.load_workbook(path).active
    cells = [[("" if cell is None else str(cell)) for cell in row] for row in sheet.iter_rows(values_only=True)]
    numbers = {rows[0].index(name) for name in ("severity", "line", "field", "counties", "schools", "verdicts")}
    for number, row in enumerate(rows[1:], 1):
        failures.same("row %d of the workbook" % number, [cells[number][i] for i in sorted(numbers)],
                      [row[i] for i in sorted(numbers)])


def main():
    program, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4
    rng, failures, changing, filled, examined = random.Random(seed), Failures(), 0, 0, 0
    with tempfile.TemporaryDirectory() as top:
        for number in range(ROUNDS):
            folder, scratch = "%s/%d" % (top, number), "%s/%d-scratch" % (top, number)
            draw(rng, folder)
            result = json.loads(run(program, "validate", folder, "--format", "json"))
            before = verdicts(program, folder)
            problems = [p for p in result["audit"]["problems"] if p.get("impact", {}).get("doubted") == "cells"]
            for problem in rng.sample(problems, min(PROBLEMS, len(problems))):
                changing += check_problem(program, folder, scratch, problem, before, failures) > 0
                examined += 1
            filled += check_blanks(program, folder, scratch, result["audit"]["blanks"], before, failures)
            check_forms(program, folder, scratch, result, failures)
    print("%d problems blanked in the files, %d of them change verdicts; %d counties filled in; %d failed"
          % (examined, changing, filled, failures.count))
    if examined < 20 or changing < 10 or filled < 1:
        print("FAILED: too little was looked at")
        return 1
    return 1 if failures.count else 0


if __name__ == "__main__":
    sys.exit(main())
