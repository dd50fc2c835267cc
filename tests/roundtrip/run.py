#!/usr/bin/env python3
"""The sample through `import` and back: run.py PROGRAM

Imported as it stands, imported again from what that gave, and imported from a workbook with the same
cells (openpyxl): the same bytes each time, and the same verdicts as of the sample itself. Without
openpyxl the workbook is left out, and the exit status is 77 if all else is right.
"""
import argparse
import csv
import os
import shutil
import subprocess
import sys
import tempfile

try:
    from openpyxl import Workbook
except ImportError:
    Workbook = None

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "sample")
TABLES = ("counties", "schools", "rooms", "monitoring")
TEXTS = ("code", "year", "name", "evidence")
faults = []


def expect(is_right, what):
    if not is_right:
        faults.append(what)


def run(program, *arguments):
    return subprocess.run([program, *arguments], stdout=subprocess.PIPE, check=False)


def write_mapping(folder, dictionary, source):
    path = os.path.join(folder, "mapping.lua")
    with open(path, "w", encoding="utf-8") as stream:
        stream.write('mapping { name = "sample", dictionary = "%s", as_of = "2024-09-01" }\n' % dictionary)
        for table in TABLES:
            stream.write(source % {"table": table} + "\n")
    return path


def import_from(program, folder, data, output):
    status = run(program, "import", "--quiet", "--mapping", os.path.join(folder, "mapping.lua"), "--data", data,
                 "--output", output).returncode
    expect(status == 0, "import of %s: exit status %d" % (data, status))


def same_tables(first, second, what):
    for table in TABLES:
        paths = [os.path.join(folder, table + ".csv") for folder in (first, second)]
        texts = [open(path, "rb").read() if os.path.exists(path) else None for path in paths]
        expect(texts[0] is not None and texts[0] == texts[1], "%s: %s.csv differs" % (what, table))


def cell(header, text):
    """Numbers as numbers, codes and texts as texts, as a person would have them."""
    if text == "":
        return None
    if header.endswith(TEXTS) or not text.replace(".", "", 1).isdigit():
        return text
    return float(text) if "." in text else int(text)


def write_workbook(dataset, path):
    book = Workbook()
    book.remove(book.active)
    for table in TABLES:
        sheet = book.create_sheet(table)
        with open(os.path.join(dataset, table + ".csv"), encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        sheet.append(rows[0])
        for row in rows[1:]:
            sheet.append([cell(header, text) for header, text in zip(rows[0], row)])
    book.save(path)


def verdicts(program, dataset):
    return run(program, "evaluate", "--quiet", "--data", dataset, "--format", "csv").stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    program = os.path.abspath(parser.parse_args().program)
    with tempfile.TemporaryDirectory() as folder:
        first, second, third = (os.path.join(folder, name) for name in ("first", "second", "third"))
        shutil.copy(os.path.join(SAMPLE, "dictionary.lua"), os.path.join(folder, "base.lua"))
        write_mapping(folder, "base.lua", 'from "%(table)s.csv" { table = "%(table)s" }')
        import_from(program, folder, SAMPLE, first)
        expect(verdicts(program, first) == verdicts(program, SAMPLE), "other verdicts than the sample's")
        import_from(program, folder, first, second)
        same_tables(first, second, "imported again")
        if Workbook:
            os.mkdir(os.path.join(folder, "book"))
            write_workbook(first, os.path.join(folder, "book", "all.xlsx"))
            write_mapping(folder, "base.lua", 'from "all.xlsx" { sheet = "%(table)s", table = "%(table)s" }')
            import_from(program, folder, os.path.join(folder, "book"), third)
            same_tables(first, third, "from a workbook")
    for fault in faults:
        print("FAILED " + fault)
    print("%d faults%s" % (len(faults), "" if Workbook else "; no openpyxl: without the workbook"))
    return 1 if faults else 0 if Workbook else 77


if __name__ == "__main__":
    sys.exit(main())
