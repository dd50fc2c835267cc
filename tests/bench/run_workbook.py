#!/usr/bin/env python3
"""A large table as a workbook beside the same rows as CSV: time and peak memory, in turn.

run_workbook.py BUILD-FOLDER --data FOLDER [--table schools]

FOLDER is a dataset in the national form, for instance the one that
tools/dev/make_nation.lua writes (200,000 schools). The table is written into a
workbook the way spreadsheet programs do, with shared strings, beside copies of
the other tables; then the same command reads both. What they find must be the
same to the byte. Not a test: it never fails by being slow.
"""
import argparse
import csv
import filecmp
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

from run import PACK, in_turn

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PARTS = {
    "[Content_Types].xml": """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
</Types>""",
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="schools" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
}
# What a spreadsheet keeps as a number; codes with a zero in front, or very long ones, stay texts.
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,10})(\.[0-9]{0,3}[1-9])?")


def column_name(index):
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def write_workbook(source, target):
    """Writes the rows of a CSV file into a workbook; returns (rows, columns)."""
    shared = {}
    columns = rows = 0
    with open(source, encoding="utf-8-sig", newline="") as lines, zipfile.ZipFile(
        target, "w", zipfile.ZIP_DEFLATED
    ) as archive:
        for name, text in PARTS.items():
            archive.writestr(name, HEAD + text)
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write((HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>').encode())
            for rows, record in enumerate(csv.reader(lines), 1):
                if rows == 1:
                    columns = len(record)
                    names = [column_name(i) for i in range(columns)]
                cells = []
                for name, value in zip(names, record):
                    if NUMBER.fullmatch(value):
                        cells.append(f'<c r="{name}{rows}"><v>{value}</v></c>')
                    elif value:
                        number = shared.setdefault(value, len(shared))
                        cells.append(f'<c r="{name}{rows}" t="s"><v>{number}</v></c>')
                sheet.write(f'<row r="{rows}" spans="1:{columns}">{"".join(cells)}</row>'.encode())
            sheet.write(b"</sheetData></worksheet>")
        with archive.open("xl/sharedStrings.xml", "w", force_zip64=True) as strings:
            strings.write((HEAD + f'<sst xmlns="{MAIN}">').encode())
            for text in shared:
                strings.write(f'<si><t xml:space="preserve">{escape(text)}</t></si>'.encode())
            strings.write(b"</sst>")
    return rows - 1, columns


def same_findings(commands, folder):
    """Every verdict with its figures: what no way of reading may change."""
    paths = []
    for command in commands:
        paths.append(os.path.join(folder, "findings-%d" % len(paths)))
        with open(paths[-1], "wb") as out:
            subprocess.run([*command, "--format", "csv"], stdout=out, check=True)
    return filecmp.cmp(*paths, shallow=False)


def apart(function, *arguments):
    """The result of a function that ran in a process of its own: what a program takes at most is counted
    from what its parent held when it began."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(function, arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", help="folder of a release build")
    parser.add_argument("--data", required=True)
    parser.add_argument("--table", default="schools")
    parser.add_argument("--on", default="2024-09-01")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    program = os.path.join(options.build, "bin", "junheng")
    table = os.path.join(options.data, options.table + ".csv")
    with tempfile.TemporaryDirectory(prefix="junheng-workbook-") as folder:
        for name in sorted(os.listdir(options.data)):
            if name != options.table + ".csv":
                shutil.copy(os.path.join(options.data, name), folder)
        book = os.path.join(folder, options.table + ".xlsx")
        rows, columns = apart(write_workbook, table, book)
        print("%s: %d rows, %d columns; %.1f MB as CSV, %.1f MB as workbook; median of %d runs in turn" % (
            options.table, rows, columns, os.path.getsize(table) / 1e6, os.path.getsize(book) / 1e6, options.times))
        commands = {"csvpass": [os.path.join(options.build, "tests", "bench", "csvpass"), table]}
        for jobs in ("1", "2"):
            for name, data in (("CSV", options.data), ("workbook", folder)):
                commands["evaluate --jobs %s, %s" % (jobs, name)] = [
                    program, "evaluate", "--rules", PACK, "--data", data, "--on", options.on, "--quiet",
                    "--jobs", jobs]
        last = list(commands.values())
        os.mkdir(os.path.join(folder, "found"))
        if not same_findings(last[-2:], os.path.join(folder, "found")):
            raise SystemExit("the workbook gives other findings than the CSV file")
        results = in_turn(commands, options.times)
    base = results["csvpass"]
    print("%-26s %9s %9s %9s %7s" % ("", "wall s", "cpu s", "peak MiB", "ratio"))
    for name, (wall, cpu, peak) in results.items():
        print("%-26s %9.3f %9.3f %9.1f %7.2f" % (name, wall, cpu, peak, wall / base[0]))
    for jobs in ("1", "2"):
        workbook = results["evaluate --jobs %s, workbook" % jobs]
        text = results["evaluate --jobs %s, CSV" % jobs]
        print("--jobs %s: a workbook takes %.2f times the time and %.2f times the memory of CSV" % (
            jobs, workbook[0] / text[0], workbook[2] / text[2]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
