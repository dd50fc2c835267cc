"""spoiled_book.py - what goes wrong with a workbook as such: merged cells, sheets, formulas, formats, bytes."""
import datetime
import io
import re
import zipfile

import openpyxl

from spoiled_base import GOOD, Reading
from spoiled_cells import MONEY, NUMBERS, pick

CODES = ("学校标识码", "所属县代码", "主校标识码", "学年")
NUMBER = re.compile(r"-?\d{1,15}(\.\d+)?$")


def sheet_of(table, title="学校"):
    """A workbook as an office would save it: figures are numbers, codes are texts."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    fill(sheet, table)
    return book, sheet


def fill(sheet, table):
    for y, line in enumerate(table.lines(), 1):
        for x, text in enumerate(line, 1):
            if text == "":
                continue
            is_number = y > 1 and NUMBER.match(text) and sheet.cell(1, x).value not in CODES
            cell = sheet.cell(y, x)
            try:
                cell.value = float(text) if is_number and "." in text else int(text) if is_number else text
            except openpyxl.utils.exceptions.IllegalCharacterError:
                cell.value = "?"
            if not is_number:
                cell.data_type = "s"


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def render(table):
    return saved(sheet_of(table)[0])


def edited(content, part, change):
    """With another text in one part of the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text) if name == part else text)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def at(table, row, name):
    return {"row": row + 2, "column": table.column(name) + 1}


def merged_data(rng, table):
    for name, like in (("所属县代码", True), ("学校类型", True), ("运动场地面积", False), ("小学班数", False), ("义务教育专任教师数", False)):
        at_column = table.column(name)
        rows = [i for i in range(len(table.rows) - 1) if table.rows[i][at_column] and table.rows[i + 1][at_column]
                and (table.rows[i][at_column] == table.rows[i + 1][at_column]) == like]
        row = rng.choice(rows)
        book, sheet = sheet_of(table)
        sheet.merge_cells(start_row=row + 2, end_row=row + 3, start_column=at_column + 1, end_column=at_column + 1)
        value = table.rows[row][at_column]
        readings = [GOOD] if like else [Reading(table.put(row + 1, name, ""), said=True),
                                        Reading(table.put(row + 1, name, value), said=True)]
        yield "%s of rows %d and %d" % (name, row + 1, row + 2), saved(book), readings
    book, sheet = sheet_of(table)
    column = table.column("小学班数") + 1
    sheet.merge_cells(start_row=9, end_row=9, start_column=column, end_column=column + 1)
    yield "小学班数 and the cell beside it", saved(book), []


def merged_header(_, table):
    book, sheet = sheet_of(table)
    sheet.insert_rows(1)
    for x in range(1, len(table.header) + 1):
        sheet.cell(1, x).value, sheet.cell(2, x).value = sheet.cell(2, x).value, None
        sheet.merge_cells(start_row=1, end_row=2, start_column=x, end_column=x)
    yield "two lines high", saved(book), [GOOD]
    book, sheet = sheet_of(table)
    sheet.insert_rows(1)
    first = table.column("小学在校生数") + 1
    sheet.cell(1, first).value = "在校生数"
    for x, name in enumerate(("小学", "初中", "高中"), first):
        sheet.cell(2, x).value = name
    sheet.merge_cells(start_row=1, end_row=1, start_column=first, end_column=first + 2)
    dropped = table.drop("小学在校生数").drop("初中在校生数").drop("高中在校生数")
    yield "在校生数 over 小学, 初中, 高中", saved(book), [GOOD, Reading(dropped, said=True)]
    book, sheet = sheet_of(table)
    x = table.column("小学班数") + 1
    sheet.cell(1, x + 1).value = None
    sheet.merge_cells(start_row=1, end_row=1, start_column=x, end_column=x + 1)
    yield "小学班数 over two columns", saved(book), [Reading(table.drop("初中班数"), said=True)]


def formula(rng, table):
    row, name, text = pick(rng, table, NUMBERS)
    book, sheet = sheet_of(table)
    sheet.cell(**at(table, row, name)).value = "=%s+0" % text
    content = saved(book)
    yield "never computed", content, []
    place = sheet.cell(**at(table, row, name)).coordinate.encode()
    for what, value in (("computed", text.encode()), ("computed to a blank", b"")):
        made = edited(content, SHEET, lambda xml, v=value: re.sub(
            rb'(<c r="%s"[^>]*><f>[^<]*</f>)<v\s*/?>(</v>)?' % place, rb"\1<v>" + v + rb"</v>", xml))
        yield what, made, [GOOD] if value else []
    for what in ("#DIV/0!", "#N/A", "#REF!"):
        made = edited(content, SHEET, lambda xml, v=what.encode(): re.sub(
            rb'<c r="%s"([^>]*)><f>([^<]*)</f><v\s*/?>(</v>)?' % place, rb'<c r="%s" t="e"><f>\2</f><v>%s</v>' % (place, v), xml))
        yield "computed to %s" % what, made, []


def formats(rng, table):
    """Numbers that are shown in another way than they are kept."""
    def shown(number_format, value=None, name=None):
        row, column, text = pick(rng, table, (name,) if name else NUMBERS)
        book, sheet = sheet_of(table)
        cell = sheet.cell(**at(table, row, column))
        if value is not None:
            cell.value = value(text)
        cell.number_format = number_format
        return "%s of row %d as %s" % (column, row + 1, number_format), saved(book)
    for number_format in ("#,##0.00", "0.00E+00", "@", "General", "0_);(0)", "[Red]0.00"):
        yield *shown(number_format), [GOOD]
    for number_format in ("yyyy-mm-dd", "h:mm", "m月d日"):
        yield *shown(number_format), []
    yield *shown("0%"), []
    yield *shown("General", lambda _: datetime.date(2024, 9, 1)), []
    yield *shown("yyyy-mm-dd", lambda _: datetime.datetime(2024, 9, 1, 8, 30)), []
    yield *shown("General", lambda t: float(t) + 1e-13, "运动场地面积"), [GOOD]
    yield *shown("General", lambda _: True), []
    yield *shown("@", lambda t: t), [GOOD]
    yield *shown("General", lambda t: int(t), "学校标识码"), [GOOD]
    yield *shown("0.00E+00", lambda t: float(t), "学校标识码"), [GOOD]
    yield *shown("General", lambda t: int(t), "所属县代码"), [GOOD]


def numbers_as_texts(_, table):
    book, sheet = sheet_of(table)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            if isinstance(cell.value, (int, float)):
                cell.value = str(cell.value)
                cell.data_type = "s"
    yield "all", saved(book), [GOOD]


def hidden(_, table):
    book, sheet = sheet_of(table)
    sheet.row_dimensions[7].hidden = True
    yield "a row", saved(book), [Reading(None, said=True)]
    book, sheet = sheet_of(table)
    sheet.column_dimensions["T"].hidden = True
    yield "a column", saved(book), [GOOD]
    book, sheet = sheet_of(table)
    other = book.create_sheet("旧表")
    fill(other, table.put(0, "运动场地面积", "1"))
    other.sheet_state = "hidden"
    yield "a sheet with other figures", saved(book), [GOOD]
    other.sheet_state = "veryHidden"
    yield "a sheet hidden from the menus", saved(book), [GOOD]
    book, sheet = sheet_of(table)
    book.create_sheet("封面")
    sheet.sheet_state = "hidden"
    book.active = 1
    yield "the sheet itself", saved(book), [Reading(None, said=True)]
    book, sheet = sheet_of(table)
    sheet.auto_filter.ref = sheet.dimensions
    for row in range(3, 30):
        sheet.row_dimensions[row].hidden = True
    yield "rows by a filter", saved(book), [Reading(None, said=True)]


def more_sheets(_, table):
    book, _ = sheet_of(table)
    book.create_sheet("空表")
    yield "a blank one", saved(book), [GOOD]
    book, _ = sheet_of(table)
    book.create_sheet("填表说明")["A1"] = "请填写"
    yield "one with explanations", saved(book), [GOOD]
    book, _ = sheet_of(table)
    book.create_sheet("封面", 0)["A1"] = "某县"
    yield "a cover before it", saved(book), [GOOD]
    book, _ = sheet_of(table)
    fill(book.create_sheet("学校（旧）"), table.put(0, "运动场地面积", "1"))
    yield "an older version", saved(book), []
    part = table.copy()
    part.rows = part.rows[:30]
    rest = table.copy()
    rest.rows = rest.rows[30:]
    book, _ = sheet_of(part, "小学")
    fill(book.create_sheet("中学"), rest)
    yield "the table in two", saved(book), [GOOD]


def blank_edges(_, table):
    book, sheet = sheet_of(table)
    sheet.insert_cols(1)
    yield "a blank column before", saved(book), [GOOD]
    book, sheet = sheet_of(table)
    sheet.insert_rows(1, 4)
    yield "blank rows above", saved(book), [GOOD]
    book, sheet = sheet_of(table)
    sheet.cell(2, len(table.header) + 3).value = "见附件"
    yield "a note beside the table", saved(book), [GOOD]
    book, sheet = sheet_of(table)
    sheet.cell(600, 1).value = " "
    sheet.cell(900, 3).number_format = "0.00"
    yield "blanks far below", saved(book), [GOOD]


def cut_short(rng, table):
    content = render(table)
    for _ in range(6):
        size = rng.randrange(1, len(content) - 1)
        yield "after %d of %d bytes" % (size, len(content)), content[:size], []
    yield "an empty file", b"", []


def damaged(rng, table):
    content = render(table)
    for _ in range(10):
        made = bytearray(content)
        where = rng.randrange(len(made))
        made[where] ^= 1 << rng.randrange(8)
        yield "another bit in byte %d" % where, bytes(made), [GOOD]
    yield "a gap in the sheet", edited(content, SHEET, lambda xml: xml[:len(xml) // 2]), []
    yield "a sheet of nothing", edited(content, SHEET, lambda xml: b""), []
    yield "a cell that stands twice", edited(content, SHEET, lambda xml: re.sub(
        rb'(<c r="T5"[^>]*>.*?</c>)', rb"\1\1", xml, count=1)), []


def not_a_workbook(_, table):
    yield "text under its name", table.text().encode(), [GOOD]
    yield "an old workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, []
    yield "a web page", b"<html><table><tr><td>1</td></tr></table></html>", []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("schools.csv", table.text())
    yield "an archive of text", out.getvalue(), []


KINDS = {name.replace("_", " "): kind for name, kind in list(globals().items()) if name in (
    "merged_data", "merged_header", "formula", "formats", "numbers_as_texts", "hidden", "more_sheets", "blank_edges", "cut_short",
    "damaged", "not_a_workbook")}
assert MONEY
