"""Tables that are broken in one place each.

Places are file:line or file:line:column, as docs/DATA.md says; a table with a
break in one cell must be located to the line.
"""
import os

from harness import Case

SCHOOLS = "schools.csv"


def edit(name, old, new, count=1):
    """Replaces text in a table."""
    def breaks(folder):
        path = os.path.join(folder, "data", name)
        with open(path, "rb") as stream:
            text = stream.read()
        if isinstance(old, str):
            before, after = old.encode(), new.encode() if isinstance(new, str) else new
        assert before in text, old
        with open(path, "wb") as stream:
            stream.write(text.replace(before, after, count))
    return breaks


def write(name, content):
    def breaks(folder):
        with open(os.path.join(folder, "data", name), "wb") as stream:
            stream.write(content)
    return breaks


def add(name, line):
    def breaks(folder):
        with open(os.path.join(folder, "data", name), "ab") as stream:
            stream.write(line if isinstance(line, bytes) else line.encode())
    return breaks


def header_only(folder):
    path = os.path.join(folder, "data", SCHOOLS)
    with open(path, "rb") as stream:
        head = stream.readline()
    with open(path, "wb") as stream:
        stream.write(head)


def folder_instead(folder):
    path = os.path.join(folder, "data", SCHOOLS)
    os.remove(path)
    os.mkdir(path)


def gone(folder):
    os.remove(os.path.join(folder, "data", SCHOOLS))


def points_nowhere(folder):
    gone(folder)
    os.symlink("nowhere.csv", os.path.join(folder, "data", SCHOOLS))


def no_dataset(folder):
    for name in os.listdir(os.path.join(folder, "data")):
        os.remove(os.path.join(folder, "data", name))
    os.rmdir(os.path.join(folder, "data"))


def huge_cell(folder):
    """A quoted cell of 64 MB, well-formed; written in pieces."""
    with open(os.path.join(folder, "data", SCHOOLS), "ab") as stream:
        stream.write(b'S6,"')
        for _ in range(64):
            stream.write(b"x" * 1_000_000)
        stream.write(b'",990101,\xe5\xb0\x8f\xe5\xad\xa6,1,1,1,0,1\n')


def endless_line(folder):
    """64 MB without a quotation mark, a separator or a line end."""
    with open(os.path.join(folder, "data", SCHOOLS), "ab") as stream:
        for _ in range(64):
            stream.write(b"x" * 1_000_000)


def wide_header(folder):
    path = os.path.join(folder, "data", SCHOOLS)
    with open(path, "rb") as stream:
        head, _, rest = stream.read().partition(b"\n")
    more = b"".join(b",c%d" % i for i in range(100_000))
    with open(path, "wb") as stream:
        stream.write(head + more + b"\n" + rest)


def columns_doubled(folder):
    """The header names one column twice, and each record has a cell for it."""
    path = os.path.join(folder, "data", SCHOOLS)
    with open(path, "rb") as stream:
        lines = stream.read().split(b"\n")
    lines[0] += b",students"
    lines[1:6] = [line + b",1" for line in lines[1:6]]
    with open(path, "wb") as stream:
        stream.write(b"\n".join(lines))


def mixed_line_ends(folder):
    path = os.path.join(folder, "data", SCHOOLS)
    with open(path, "rb") as stream:
        lines = stream.read().rstrip(b"\n").split(b"\n")
    with open(path, "wb") as stream:
        for i, line in enumerate(lines):
            stream.write(line + (b"\r\n", b"\n")[i % 2])


def cut_utf16(folder):
    """UTF-16 with an odd number of bytes."""
    path = os.path.join(folder, "data", SCHOOLS)
    with open(path, "rb") as stream:
        text = stream.read().decode()
    with open(path, "wb") as stream:
        stream.write(text.encode("utf-16")[:-1])


def other_encoding(name):
    def breaks(folder):
        path = os.path.join(folder, "data", SCHOOLS)
        with open(path, "rb") as stream:
            text = stream.read().decode()
        with open(path, "wb") as stream:
            stream.write(text.encode(name))
    return breaks


def many_errors(folder):
    with open(os.path.join(folder, "data", SCHOOLS), "a", encoding="utf-8") as stream:
        for i in range(20_000):
            stream.write("X%d,名,990101,小学,many,1,1,0,1\n" % i)


BAD = [
    Case("an empty file", write(SCHOOLS, b""), ("JH-203",), r"schools\.csv"),
    Case("a file of one BOM", write(SCHOOLS, b"\xef\xbb\xbf"), ("JH-203",), r"schools\.csv"),
    Case("a header without records", header_only, ("JH-204",), r"schools\.csv"),
    Case("a required column is missing", edit(SCHOOLS, ",students,", ",notes,"),
         ("JH-205",), r"schools\.csv:1\b"),
    Case("a column stands twice", columns_doubled, ("JH-207",), r"schools\.csv:1\b"),
    Case("the same column by name and by alias", edit(SCHOOLS, "school_name", "在校生数"),
         ("JH-207",), r"schools\.csv:1\b"),
    Case("a school stands twice", edit(SCHOOLS, "S5,", "S2,"), ("JH-208",), r"schools\.csv:6\b"),
    Case("a county stands twice", add("counties.csv", "990101,甲县又一,否\n"),
         ("JH-208",), r"counties\.csv:4\b"),
    Case("a school in an unknown county", edit(SCHOOLS, "S4,\"乙县第一小学（\"\"实验\"\"）\",990102", "S4,x,990103"),
         ("JH-209",), r"schools\.csv:5\b"),
    Case("a room in an unknown school", add("rooms.csv", "S9,音乐,96\n"),
         ("JH-209",), r"rooms\.csv:6\b"),
    Case("too few cells", edit(SCHOOLS, "30,2700,0,90.5", "30,2700,0"), ("JH-210",), r"schools\.csv:3\b"),
    Case("too many cells", edit(SCHOOLS, "30,2700,0,90.5", "30,2700,0,90.5,1"),
         ("JH-210",), r"schools\.csv:3\b"),
    Case("a quotation mark that is never closed", edit(SCHOOLS, "S2,甲县", "S2,\"甲县"),
         ("JH-220",), r"schools\.csv:3\b"),
    Case("an open quotation mark in the last line", add(SCHOOLS, "S6,\"a,990101,小学,1,1,1,0,1"),
         ("JH-220",), r"schools\.csv:7\b"),
    Case("a quotation mark inside a cell", edit(SCHOOLS, "甲县第二小学", "甲县\"第二\"小学"),
         ("JH-221",), r"schools\.csv:3\b"),
    Case("text in a number", edit(SCHOOLS, ",450,30,", ",约450,30,"), ("JH-211",), r"schools\.csv:3\b"),
    Case("a comma for a point", edit(SCHOOLS, ",2700,", ',"12,5",'), ("JH-212",), r"schools\.csv:3\b"),
    Case("thousands where the dictionary has none", edit(SCHOOLS, ",1200,", ',"1,200",'),
         ("JH-212",), r"schools\.csv:4\b"),
    Case("a code that a spreadsheet shortened", edit(SCHOOLS, "S2,", "1.30102E+11,"),
         ("JH-213",), r"schools\.csv:3\b"),
    Case("a county code that a spreadsheet shortened", edit("counties.csv", "990102", "9.90102E+05"),
         ("JH-213",), r"counties\.csv:3\b"),
    Case("a number that a spreadsheet shortened", edit(SCHOOLS, ",450,", ",4.5E+02,"),
         ("JH-213",), r"schools\.csv:3\b"),
    Case("a code with a blank inside", edit(SCHOOLS, "S2,", "S 2,"), ("JH-234",), r"schools\.csv:3\b"),
    Case("a negative count", edit(SCHOOLS, ",450,", ",-450,"), ("JH-216",), r"schools\.csv:3\b"),
    Case("a count above the range", edit(SCHOOLS, ",450,", ",20001,"), ("JH-216",), r"schools\.csv:3\b"),
    Case("half a student", edit(SCHOOLS, ",450,", ",450.5,"), ("JH-232", "JH-214"), r"schools\.csv:3\b"),
    Case("more decimals than the column has", edit(SCHOOLS, ",2700,", ",2700.125,"),
         ("JH-214",), r"schools\.csv:3\b"),
    Case("a number of thirty digits", edit(SCHOOLS, ",2700,", "," + "9" * 30 + ","),
         ("JH-215", "JH-216"), r"schools\.csv:3\b"),
    Case("a number of a million digits", edit(SCHOOLS, ",2700,", "," + "9" * 1_000_000 + ","),
         ("JH-215", "JH-216", "JH-224"), r"schools\.csv:3\b"),
    Case("neither yes nor no", edit("counties.csv", "甲县,否", "甲县,也许"), ("JH-217",), r"counties\.csv:2\b"),
    Case("a choice that is none", edit(SCHOOLS, "990101,小学,450", "990101,小學堂,450"),
         ("JH-218",), r"schools\.csv:3\b"),
    Case("a blank that may not be", edit(SCHOOLS, "S2,甲县第二小学,990101", "S2,甲县第二小学,"),
         ("JH-219",), r"schools\.csv:3\b"),
    Case("students 0 with teachers", edit(SCHOOLS, ",450,30,", ",0,30,"), ("JH-231",), r"schools\.csv:3\b"),
    Case("a gymnasium above the teaching area", edit(SCHOOLS, "2700,0,", "2700,2700.01,"),
         ("JH-231",), r"schools\.csv:3\b"),
    Case("bytes of no encoding", edit(SCHOOLS, "甲县第二小学", b"\xff\xff\x80\xfe"),
         ("JH-222",), r"schools\.csv"),
    Case("UTF-8 cut in the middle of a sign", add(SCHOOLS, b"S6,\xe5\xad"), ("JH-222", "JH-210"), r"schools\.csv"),
    Case("a NUL byte", edit(SCHOOLS, "甲县第二小学", b"a\0b"), ("JH-223",), r"schools\.csv:3\b"),
    Case("UTF-16 with half a sign at the end", cut_utf16, ("JH-222",), r"schools\.csv"),
    Case("a cell of 64 MB", huge_cell, ("JH-224",), r"schools\.csv:7\b", most_mib=1200),
    Case("a line of 64 MB", endless_line, ("JH-224", "JH-210"), r"schools\.csv:7\b", most_mib=1200),
    Case("a header of 100,000 columns", wide_header, ("JH-225", "JH-224"), r"schools\.csv:1\b",
         most_mib=1200),
    Case("a folder instead of a file", folder_instead, ("JH-104",), r"schools\.csv"),
    Case("a table that is not there", gone, ("JH-202",), says="schools"),
    Case("a file that vanished", points_nowhere, ("JH-102", "JH-202"), says=r"schools\.csv"),
    Case("a dataset that is not there", no_dataset, ("JH-106",)),
    Case("twenty thousand errors are counted, not all printed", many_errors, ("JH-211",),
         r"schools\.csv:7\b", says=r"[12][09],?\d\d\d"),
    # A file of spaces has no header, however one looks at it.
    Case("a file of blank lines", write(SCHOOLS, b"\n\r\n   \n"), ("JH-203", "JH-205"), r"schools\.csv"),
    Case("a picture instead of a table", write(SCHOOLS, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
         ("JH-222", "JH-223", "JH-205"), r"schools\.csv"),
    Case("a workbook instead of a table", write(SCHOOLS, b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"),
         ("JH-222", "JH-223", "JH-205"), r"schools\.csv"),
]

# Odd, but in order: evaluated, with the same verdicts as the untouched copy.
GOOD = [
    Case("mixed line ends", mixed_line_ends),
    Case("no line end after the last record", edit(SCHOOLS, "100,66\n", "100,66")),
    Case("a BOM", edit(SCHOOLS, "school_code,", b"\xef\xbb\xbfschool_code,")),
    Case("GB18030", other_encoding("gb18030")),
    Case("UTF-16", other_encoding("utf-16")),
    Case("a line break inside a name", edit(SCHOOLS, "S2,甲县第二小学", 'S2,"甲县\n第二小学"')),
    Case("headers in Chinese", edit(SCHOOLS, "school_code,school_name,county_code,school_type,students",
                                    "学校代码,学校名称,县代码,学校类型,在校生数")),
    Case("an unknown column", edit(SCHOOLS, "school_name", "principal"), ("JH-206",), r"schools\.csv:1\b",
         says="principal"),
    Case("no rooms at all", lambda folder: os.remove(os.path.join(folder, "data", "rooms.csv"))),
]
