#!/usr/bin/env python3
"""Names that a spreadsheet would run as formulas, against everything that the program writes: formulas.py PROGRAM

A copy of the sample whose provinces, prefectures, counties, schools and evidence are called =1+1, @x and the like,
judged by a copy of the national pack whose names begin so, too. No cell of any CSV begins like a formula unless it
is a plain number; no cell of any workbook is a formula (with openpyxl; without it, the XML of the sheets is searched
for them). What is imported is called as it was.
"""
import csv
import glob
import os
import re
import shutil
import sys
import tempfile
import zipfile

from harness import HERE, Program

try:
    import openpyxl
except ImportError:
    openpyxl = None

ROOT = os.path.normpath(os.path.join(HERE, "..", ".."))
NAMES = ["=1+1", "+1", "-1+1", "@x", "\t=1", "\r=1", "＝1", "＋x", "－x", "＠x", "+x", "-x", "'=1", "=x,\"y\"",
         "=HYPERLINK(\"a\")"]
NUMBER = re.compile(r"[+\-]?[0-9][0-9,]*(\.[0-9]+)?%?$|[-—]$")
START = "=+-@\t\r\n＝＋－＠"
NAMED = re.compile("name|名称|evidence|佐证")
TABLES = ("flips", "changes", "regions", "near", "absorbed", "alone", "cost")


def hostile_data(folder):
    """The names, by code, that were given."""
    shutil.copytree(os.path.join(ROOT, "data", "sample"), folder)
    given = {}
    for name in ("counties.csv", "schools.csv"):
        path = os.path.join(folder, name)
        with open(path, encoding="utf-8-sig", newline="") as stream:
            head, *rows = csv.reader(stream)
        for i, row in enumerate(rows):
            for k, title in enumerate(head):
                if NAMED.search(title) and row[k]:
                    row[k] = NAMES[(i + k) % len(NAMES)]
            given[row[0]] = row[1]
        with open(path, "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([head, *rows])
    return given


def hostile_pack(folder):
    shutil.copytree(os.path.join(ROOT, "rules", "national", "quality-balance-2017"), folder)
    for path in glob.glob(os.path.join(folder, "*.lua")):
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(re.sub(r'\b(zh|en) = "(?=\w)', r'\1 = "=', text))


def mapping():
    """The columns of the dataset as they are."""
    lines = ['mapping { name = "n", dictionary = "dictionary.lua", as_of = "2024-09-01", year = "2024" }\n']
    lines += ['from "%s.csv" { table = "%s" }\n' % (name, name) for name in ("counties", "schools")]
    return "".join(lines)


def tasks(folder):
    data, pack = ["--data", os.path.join(folder, "data")], ["--rules", os.path.join(folder, "pack")]
    examples = os.path.join(ROOT, "docs", "examples")
    reform = ["--reform", os.path.join(examples, "trial.lua")]
    out = os.path.join(folder, "out")
    yield "evaluate.csv", ["evaluate", *data, *pack, "--format", "csv"]
    yield "readings.csv", ["evaluate", *data, "--readings", "--format", "csv",
                           "--rules", os.path.join(ROOT, "rules", "national", "quality-balance-2017-readings")]
    for table in TABLES:
        yield "compare-%s.csv" % table, ["compare", *data, *reform, "--format", "csv", "--table", table]
    yield "compare-with.csv", ["compare", *data, "--with", pack[1], "--format", "csv"]
    vary = ["--vary", "class_size.at_most.primary=30..60/30"]
    yield "sweep.csv", ["sweep", *data, *pack, *vary, "--format", "csv"]
    yield "sweep-turns.csv", ["sweep", *data, *pack, "--vary", "class_size.at_most.primary", "--format", "csv"]
    yield "plan.csv", ["plan", "990302", *data, "--prices", os.path.join(examples, "prices.lua"), "--format", "csv"]
    yield "targets.csv", ["targets", *data, "--rules", os.path.join(ROOT, "tests", "golden", "roadmap", "plan.lua"), "--format", "csv"]
    yield "validate.csv", ["validate", *data, *pack, "--format", "csv"]
    yield "validate.xlsx", ["validate", *data, *pack, "--format", "xlsx"]
    yield "template.xlsx", ["template", *data, *pack]
    yield "template-csv/", ["template", *data, *pack, "--format", "csv"]
    yield "template-counties/", ["template", *data, *pack]
    yield "limits.xlsx", ["rules", "export", *pack, "--xlsx", os.path.join(out, "limits.xlsx")]
    yield "limits.csv", ["rules", "export", *pack, "--format", "csv"]
    yield "rules.csv", ["rules", "show", pack[1], "--format", "csv"]
    yield "import/", ["import", *data, "--mapping", os.path.join(folder, "data", "mapping.lua")]


def bad_cells(path):
    """(cells, those that a spreadsheet would run)"""
    if path.endswith(".csv"):
        with open(path, encoding="utf-8-sig", newline="") as stream:
            cells = [cell for row in csv.reader(stream) for cell in row]
        return len(cells), [one for one in cells if one and one[0] in START and not NUMBER.match(one)]
    if openpyxl:
        book = openpyxl.load_workbook(path)
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        return len(cells), [str(cell.value) for cell in cells if cell.data_type == "f"]
    with zipfile.ZipFile(path) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    return sum(one.count(b"<c ") for one in sheets), [one for one in sheets if re.search(rb"<f[ >]", one)]


def judge(program, folder, name, command):
    out = os.path.join(folder, "out", name.rstrip("/"))
    more = [] if "--xlsx" in command else ["--output", out]
    run = program.run(*command, *more, "--lang", "zh", "--quiet", folder=folder)
    if run.status not in (0, 1):
        print("%-24s FAILED: exit status %d: %s" % (name, run.status, run.err[:500]))
        return 1
    inside = os.path.join(out, "**", "*")
    paths = [one for one in (glob.glob(inside, recursive=True) if os.path.isdir(out) else [out])
             if one.endswith((".csv", ".xlsx"))]
    count, bad = 0, []
    for path in paths:
        cells, found = bad_cells(path)
        count += cells
        bad += ["%s: %r" % (os.path.basename(path), one) for one in found]
    print("%-24s %2d files %6d cells %s" % (name, len(paths), count, "FAILED" if bad or not count else "held"))
    for one in bad[:5]:
        print("    | " + one[:200])
    return int(bool(bad) or not count)


def names_of(program, folder, data):
    """What the program calls who is judged: what stands in its CSV, as it was meant."""
    out = os.path.join(folder, "names.csv")
    run = program.run("evaluate", "--data", data, "--format", "csv", "--lang", "en", "--quiet", "--output", out)
    if run.status not in (0, 1):
        print("names: exit status %d: %s" % (run.status, run.err[:500]))
        return None
    with open(out, encoding="utf-8-sig", newline="") as stream:
        return sorted({tuple(row[:4]) for row in csv.reader(stream)})


def main():
    program = Program(os.path.abspath(sys.argv[1]))
    folder = tempfile.mkdtemp(prefix="junheng-formulas-")
    data = os.path.join(folder, "data")
    given = hostile_data(data)
    hostile_pack(os.path.join(folder, "pack"))
    os.mkdir(os.path.join(folder, "out"))
    with open(os.path.join(data, "mapping.lua"), "w", encoding="utf-8") as stream:
        stream.write(mapping())
    every = list(tasks(folder))
    failed = sum(judge(program, folder, name, command) for name, command in every)
    imported = os.path.join(folder, "out", "import")
    for name in ("rooms.csv", "monitoring.csv"):
        if not os.path.exists(os.path.join(imported, name)) and os.path.isdir(imported):
            shutil.copy(os.path.join(data, name), imported)
    before, after = names_of(program, folder, data), names_of(program, folder, imported)
    same = before is not None and before == after
    print("%d names before, the same after the import: %s" % (len(given), "yes" if same else "FAILED"))
    if not same and before and after:
        for one in sorted(set(before) ^ set(after))[:6]:
            print("    | %r" % (one,))
    failed += not same
    shutil.rmtree(folder, ignore_errors=True)
    print("%d outputs, %d failed" % (len(every), failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
