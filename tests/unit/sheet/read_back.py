"""What test_write.c left, read by a program that shares no code with ours.

    read_back.py TEST_PROGRAM FOLDER
"""
import subprocess
import sys
import xml.dom.minidom
import zipfile

import openpyxl


def check(name, got, wanted):
    if got != wanted:
        raise SystemExit(f"{name}: {got!r}, not {wanted!r}")


subprocess.run([sys.argv[1]], check=True, capture_output=True)
path = sys.argv[2] + "/written.xlsx"
book = openpyxl.load_workbook(path)
name = "学校_1______的一个相当相当相当相当相当相当相当相当长的名称"[:31]
check("sheets", book.sheetnames, [name, name[:29] + " 2", "_junheng", "_lists"])
check("hidden", [book[s].sheet_state for s in book.sheetnames], ["visible", "visible", "hidden", "hidden"])
sheet = book.worksheets[0]

# Texts stay texts.
check("title", sheet["A1"].value, "合并的标题")
check("merged", [str(r) for r in sheet.merged_cells.ranges], ["A1:E1"])
check("code", (sheet["A4"].value, sheet["A4"].data_type, sheet["A4"].number_format), ("0123456789", "s", "@"))
check("formula", (sheet["A5"].value, sheet["A5"].data_type), ("=1+1", "s"))
# What looks like an escape is none; openpyxl leaves those of control characters as they stand.
check("signs", sheet["A6"].value, ' a<b>&"c"\n_x0041_ _x0001_\ufffd ')

# Numbers: every digit, or text.
row = [(cell.value, cell.data_type) for cell in sheet[10]]
check("numbers", row[:10], [
    (5.27, "n"), (-0.3, "n"), (123456789012345, "n"), ("1234567890123456", "s"), (1e-15, "n"),
    (9.00719925474099, "n"), ("007", "s"), ("4.1..5.3", "s"), (1230000000000000, "n"), (0, "n")])

# Protection, without a password; input is open.
check("protected", (sheet.protection.sheet, sheet.protection.password), (True, None))
check("locked", [sheet[c].protection.locked for c in ("A3", "A4", "A7")], [True, True, False])
check("open column", sheet.column_dimensions["A"].protection.locked, False)
check("frozen", sheet.freeze_panes, "B4")
check("width", sheet.column_dimensions["A"].width > 14, True)
check("repeated", sheet.print_title_rows.replace("$", ""), "1:3")

# What may be filled in.
rules = {str(r.sqref): r for r in sheet.data_validations.dataValidation}
check("few", (rules["A4:A9"].type, rules["A4:A9"].formula1), ("list", '"是,否"'))
check("many", rules["B4:B9"].formula1, "'_lists'!$A$1:$A$40")
check("shared", rules["C4:C9"].formula1, "'_lists'!$A$1:$A$40")
check("list", book["_lists"]["A40"].value, "选项第 40 种，较长")
check("longest", rules["F4:F9"].formula1, '"' + "x" * 254 + '"')
check("longer", rules["G4:G9"].formula1, "'_lists'!$B$1:$B$1")
limits = rules["D4:D9"]
check("limits", (limits.type, limits.operator, float(limits.formula1), float(limits.formula2)),
      ("whole", None, 0.0, 200.0) if limits.operator is None else ("whole", "between", 0.0, 200.0))
check("hint", (limits.promptTitle, limits.prompt, limits.error), ("学校类型", "从列表中选择", "请选择列表中的一项"))
check("note", sheet["A3"].comment.text.strip(), "定义：……\n单位：名")

# No clock: not in the document's properties, not in the archive.
check("created", str(book.properties.created), "1980-01-01 00:00:00")
with zipfile.ZipFile(path) as archive:
    check("days", {entry.date_time[:3] for entry in archive.infolist()}, {(1980, 1, 1)})
    for entry in archive.namelist():
        xml.dom.minidom.parseString(archive.read(entry))
