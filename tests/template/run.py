"""Templates: what their workbooks hold, and that what is filled in comes back as it was.

    run.py PROGRAM ROOT

Reads workbooks with openpyxl, by the hidden sheet alone, as an import without a mapping does.
"""
import csv
import os
import re
import subprocess
import sys
import tempfile

import openpyxl
from openpyxl.utils import column_index_from_string

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), sys.argv[2]
PACK = "national/quality-balance-2017"
SAMPLE = "data/sample"
FIRST = 4  # row of the first record


def run(*words):
    done = subprocess.run([PROGRAM, *words, "--lang", "zh"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)}: {done.stderr}")
    return done.stdout


def check(name, got, wanted):
    if got != wanted:
        raise SystemExit(f"{name}: {got!r}, not {wanted!r}")


def key_of(book):
    """The hidden sheet: facts, tables by sheet, columns by sheet and letter."""
    facts, tables, columns = {}, {}, {}
    for row in book["_junheng"].iter_rows(values_only=True):
        what, *rest = row
        if what == "sheet":
            tables[rest[0]] = rest[1:4]
        elif what == "column":
            columns[rest[0], rest[1]] = rest[2]
        else:
            facts[what] = [text for text in rest if text is not None]
    return facts, tables, columns


def text_of(value):
    return "" if value is None else str(value)


def read_into(folder, book, writers):
    """Adds the rows of a filled workbook to the tables of a dataset."""
    _, tables, columns = key_of(book)
    for sheet, (table, titles, headers) in tables.items():
        mine = {column_index_from_string(c): name for (s, c), name in columns.items() if s == sheet}
        if table not in writers:
            file = open(os.path.join(folder, table + ".csv"), "w", encoding="utf-8", newline="")
            writers[table] = file, csv.writer(file)
            writers[table][1].writerow([mine[c] for c in sorted(mine)])
        for row in book[sheet].iter_rows(min_row=int(titles) + int(headers) + 1, values_only=True):
            if any(value is not None for value in row):
                writers[table][1].writerow([text_of(row[c - 1]) for c in sorted(mine)])


def check_sheet(book):
    sheet = book["学校"]
    facts, tables, columns = key_of(book)
    check("format", facts["format"], ["1"])
    check("dictionary", facts["dictionary"], ["national"])
    check("pack", facts["pack"][:2], [PACK, "1.0.0"])
    check("hash", bool(re.fullmatch("[0-9a-f]{64}", facts["pack"][2])), True)
    check("table", list(tables["学校"]), ["schools", "2", "1"])
    check("hidden", [s.title for s in book.worksheets if s.sheet_state != "visible"][:1], ["_junheng"])
    check("protected", {s.protection.sheet for s in book.worksheets}, {True})
    check("password", {s.protection.password for s in book.worksheets}, {None})
    check("frozen", sheet.freeze_panes, "C4")
    letter = {name: c for (s, c), name in columns.items() if s == "学校"}
    header = {name: sheet[c + "3"] for name, c in letter.items()}
    check("header", header["equipment_value_wan_yuan"].value, "教学仪器设备资产值（万元）")
    check("unit", sheet[letter["equipment_value_wan_yuan"] + "2"].value, "万元\n教基5176 D19")
    check("needed", [header[n].font.color.rgb for n in ("school_code", "school_type")], ["FFC00000"] * 2)
    check("locked header", header["school_code"].protection.locked, True)
    note = header["primary_largest_class"].comment.text
    for part in ("定义：", "范围：0 至 200，整数", "统计表：教基2106", "用于：所有班级学生数"):
        check(part, part in note, True)
    return sheet, letter


def check_cells(sheet, letter):
    code, students = (sheet[letter[n] + str(FIRST)] for n in ("school_code", "primary_students"))
    check("code", (code.value, code.data_type, code.number_format), ("2199000001", "s", "@"))
    check("given", (code.protection.locked, students.protection.locked), (True, False))
    check("number", (students.value, students.data_type), (1481, "n"))
    rules = {}
    for rule in sheet.data_validations.dataValidation:
        rules[re.match("[A-Z]+", str(rule.sqref)).group()] = rule
    at = rules[letter["primary_students"]]
    check("limits", (at.type, at.formula1, at.formula2, at.errorStyle), ("whole", "0", "20000", "warning"))
    check("all rows", str(at.sqref), f"{letter['primary_students']}4:{letter['primary_students']}1048576")
    check("yes or no", rules[letter["is_boarding"]].formula1, '"是,否"')
    check("choices", rules[letter["area_type"]].formula1, '"城区,镇区,乡村"')
    check("prompt", "没有填 0，不知道留空" in at.prompt, True)


def same_verdicts(folder):
    how = ("evaluate", "--format", "csv", "--quiet", "--on", "2024-09-01", "--data")
    check("verdicts", run(*how, folder) == run(*how, SAMPLE), True)


with tempfile.TemporaryDirectory() as scratch:
    counties = os.path.join(scratch, "counties")
    run("template", "--rules", PACK, "--data", SAMPLE, "--output", counties)
    names = sorted(os.listdir(counties))
    check("workbooks", (len(names), names[0]), (13, "990101.xlsx"))
    check_cells(*check_sheet(openpyxl.load_workbook(os.path.join(counties, names[0]))))

    # Every cell that the pack reads comes back: the same verdicts, county by county, cell by cell.
    filled, writers = os.path.join(scratch, "filled"), {}
    os.mkdir(filled)
    for name in names:
        read_into(filled, openpyxl.load_workbook(os.path.join(counties, name)), writers)
    for file, _ in writers.values():
        file.close()
    same_verdicts(filled)
    imported = os.path.join(scratch, "imported")
    run("import", "--data", counties, "--output", imported)
    same_verdicts(imported)
    texts = os.path.join(scratch, "texts")
    run("template", "--rules", PACK, "--data", SAMPLE, "--format", "csv", "--output", texts)
    check("texts", sorted(os.listdir(texts)), ["counties.csv", "monitoring.csv", "rooms.csv", "schools.csv", "说明.txt"])
    same_verdicts(texts)

    # Codes and names are enough; what is not known stays open.
    few = os.path.join(scratch, "few")
    os.mkdir(few)
    for table, count in (("counties", 2), ("schools", 3)):
        with open(os.path.join(ROOT, SAMPLE, table + ".csv"), encoding="utf-8-sig") as source:
            rows = [row[:count] for row in csv.reader(source)]
        with open(os.path.join(few, table + ".csv"), "w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows)
    one = os.path.join(scratch, "one.xlsx")
    run("template", "--rules", PACK, "--data", few, "--region", "990102", "--output", one)
    sheet = openpyxl.load_workbook(one)["学校"]
    check("given rows", (bool(sheet["A4"].value), bool(sheet["B4"].value), sheet["C4"].value), (True, True, "990102"))
    check("open cells", {cell.value for cell in sheet[FIRST][3:]}, {None})
print("templates: 13 workbooks hold what they should, and what is filled in comes back")
