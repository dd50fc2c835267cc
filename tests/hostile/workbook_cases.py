"""The table schools as a workbook that is broken, or made to do harm, in one way.

Places are file, file:sheet or file:sheet!cell, as docs/DATA.md says.
"""
import csv
import io
import os
import zipfile

from harness import Case

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
SHEET = "xl/worksheets/sheet1.xml"
BOOK = "schools.xlsx"


def relation(number, kind, target):
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def letters(index):
    return chr(65 + index)


def cell(place, value):
    try:
        float(value)
        return f'<c r="{place}"><v>{value}</v></c>'
    except ValueError:
        return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>' if value else ""


def parts_of(folder):
    """The parts of the workbook that holds what schools.csv held."""
    with open(os.path.join(folder, "data", "schools.csv"), encoding="utf-8", newline="") as stream:
        records = list(csv.reader(stream))
    rows = "".join(
        f'<row r="{r}">' + "".join(cell(f"{letters(c)}{r}", value) for c, value in enumerate(record)) + "</row>"
        for r, record in enumerate(records, 1))
    return {
        "[Content_Types].xml": HEAD + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f"{HEAD}<Relationships {PACKAGE}>{relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>",
        "xl/workbook.xml": f'{HEAD}<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>'
                           '<sheet name="学校" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"{HEAD}<Relationships {PACKAGE}>"
                                      f"{relation(1, 'worksheet', 'worksheets/sheet1.xml')}</Relationships>",
        SHEET: f"{HEAD}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>",
    }


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return out.getvalue()


def put(folder, content):
    os.remove(os.path.join(folder, "data", "schools.csv"))
    with open(os.path.join(folder, "data", BOOK), "wb") as stream:
        stream.write(content)


def book(change=lambda parts: None, after=lambda content: content):
    """The workbook in place of the text, its parts changed, then its bytes."""
    def breaks(folder):
        parts = parts_of(folder)
        change(parts)
        put(folder, after(zipped(parts)))
    return breaks


def edit(part, old, new):
    def change(parts):
        assert old in parts[part], (part, old)
        parts[part] = parts[part].replace(old, new, 1)
    return book(change)


def without(part):
    return book(lambda parts: parts.pop(part))


def raw(content):
    return lambda folder: put(folder, content)


def cut(numerator, denominator):
    return book(after=lambda content: content[:len(content) * numerator // denominator])


def flipped(content):
    place = len(content) // 2
    return content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1:]


BOMB = "<sheetData>" + " " * (64 << 20)
LAUGHS = ('<!DOCTYPE worksheet [<!ENTITY a "0123456789">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(8)) + "]>\n<worksheet ")
OUTSIDE = '<!DOCTYPE worksheet SYSTEM "file:///etc/hostname">\n<worksheet '
CFB = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(1016)
LOCKED = CFB + "EncryptedPackage".encode("utf-16-le") + bytes(992)
WIDE = "".join('<c><v>1</v></c>' for _ in range(20000))

BAD = [
    Case("a bomb", edit(SHEET, "<sheetData>", BOMB), ("JH-248",), r"schools\.xlsx", most_mib=400),
    Case("entities that multiply", edit(SHEET, "<worksheet ", LAUGHS), ("JH-251",), r"schools\.xlsx", most_mib=400),
    Case("a document type elsewhere", edit(SHEET, "<worksheet ", OUTSIDE), ("JH-251",), r"schools\.xlsx"),
    Case("more columns than there are", edit(SHEET, "</row>", WIDE + "</row>"), ("JH-254",), "schools.xlsx:学校"),
    Case("a row beyond the last", edit(SHEET, '<row r="3">', '<row r="4000000000">'), ("JH-254",), "schools.xlsx:学校"),
    Case("a cell twice", edit(SHEET, '<c r="B2"', '<c r="A2"'), ("JH-253",), "schools.xlsx:学校!A2"),
    Case("rows out of order", edit(SHEET, '<row r="3">', '<row r="1">'), ("JH-253",), "schools.xlsx:学校!1"),
    Case("a style that is none", edit(SHEET, '<c r="E2">', '<c r="E2" s="-1">'), ("JH-255",), "schools.xlsx:学校!E2"),
    Case("a number that is none", edit(SHEET, "<v>900</v>", "<v>9OO</v>"), ("JH-255",), "schools.xlsx:学校!E2"),
    Case("a shared text without a list", edit(SHEET, '<c r="E2">', '<c r="E2" t="s">'), ("JH-252",), "schools.xlsx:学校!E2"),
    Case("a tag that is not closed", edit(SHEET, "</row>", ""), ("JH-250",), "schools.xlsx:学校"),
    Case("a sheet that is missing", without(SHEET), ("JH-252",), r"schools\.xlsx"),
    Case("no relations", without("xl/_rels/workbook.xml.rels"), ("JH-252",), r"schools\.xlsx"),
    Case("a sheet outside of the workbook", edit("xl/_rels/workbook.xml.rels", "worksheets/", "../../../"), ("JH-252",), r"schools\.xlsx"),
    Case("a sheet that is the workbook", edit("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "workbook.xml"), ("JH-246",), r"schools\.xlsx"),
    Case("half a workbook", cut(1, 2), ("JH-246",), r"schools\.xlsx"),
    Case("a workbook without its last bytes", cut(99, 100), ("JH-246",), r"schools\.xlsx"),
    Case("a byte that was flipped", book(after=flipped), ("JH-246", "JH-250", "JH-252"), r"schools\.xlsx"),
    Case("a text called a workbook", raw(b"school_code,students\nS1,1\n"), ("JH-241",), r"schools\.xlsx"),
    Case("HTML called a workbook", raw(b"<html><table></table></html>"), ("JH-245",), r"schools\.xlsx"),
    Case("an empty file", raw(b""), ("JH-203",), r"schools\.xlsx"),
    Case("an old workbook", raw(CFB), ("JH-242",), r"schools\.xlsx"),
    Case("a workbook with a password", raw(LOCKED), ("JH-243",), r"schools\.xlsx"),
    Case("an OpenDocument file", raw(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"})),
         ("JH-244",), r"schools\.xlsx"),
    Case("a ZIP archive of texts", raw(zipped({"schools.csv": "a,b\n"})), ("JH-245",), r"schools\.xlsx"),
]

GOOD = [
    Case("the same table as a workbook", book()),
    Case("numbers as a program keeps them", edit(SHEET, "<v>90.5</v>", "<v>90.500000000000014</v>")),
]
