"""Mappings and offices' files that are broken, or made to do harm, in one way; and imports that must not be
misled by what is odd in them.

The mapping stands beside the tables of the copy; the import goes to out/ in its folder. A case of GOOD
names a file of the result and a line that must stand in it.
"""
import os
import shutil
from dataclasses import dataclass

from harness import Case

HEAD = 'mapping { name = "n", dictionary = "dictionary.lua", as_of = "2024-09-01" }\n'
SCHOOLS = 'from "schools.csv" { table = "schools" }\n'
PICKED = ('from "schools.csv" { table = "schools", columns = { school_code = "school_code",\n'
          '  school_name = "school_name", county_code = "county_code", school_type = "school_type",\n'
          '  students = "students" } }\n')


@dataclass
class Whole:
    """What must come of a mapping that is in order: a line of a file; says: in the answer."""

    name: str
    breaks: object
    file: str
    line: str
    codes: tuple = ()


def importing(folder):
    return ["import", "--lang", "en", "--mapping", os.path.join(folder, "data", "mapping.lua"),
            "--output", os.path.join(folder, "out")]


def put(folder, name, text):
    path = os.path.join(folder, "data", name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(text if isinstance(text, bytes) else text.encode())


def mapping(body, head=HEAD, then=lambda folder: None, **files):
    """The mapping, files beside it (name_csv = text), and what else is done."""
    def breaks(folder):
        shutil.copy(os.path.join(folder, "pack", "dictionary.lua"), os.path.join(folder, "data"))
        put(folder, "mapping.lua", head + body if isinstance(body, str) else head.encode() + body)
        for name, text in files.items():
            put(folder, name.replace("_", "."), text)
        then(folder)
    return breaks


def table(more="", old="", new=""):
    """The usual mapping, with more fields or one text in place of another."""
    assert old in PICKED, old
    return mapping(PICKED.replace(old, new, 1).replace("table =", more + "table =", 1))


def row(line):
    """One more line below the schools."""
    def then(folder):
        with open(os.path.join(folder, "data", "schools.csv"), "ab") as stream:
            stream.write(line.encode())
    return mapping(PICKED, then=then)


def outside(folder):
    """A folder beside that of the sources, with links that lead to it."""
    os.makedirs(os.path.join(folder, "elsewhere"))
    shutil.copy(os.path.join(folder, "data", "schools.csv"), os.path.join(folder, "elsewhere"))
    os.symlink(os.path.join(folder, "elsewhere"), os.path.join(folder, "data", "linked"))
    os.symlink("../elsewhere/schools.csv", os.path.join(folder, "data", "link.csv"))


def circles(folder):
    """Folders that hold themselves, many times: followed, there would be no end."""
    for i in range(12):
        os.symlink(".", os.path.join(folder, "data", "again%d" % i))


def pipe(folder):
    os.mkfifo(os.path.join(folder, "data", "pipe.csv"))


def foreign(folder):
    os.makedirs(os.path.join(folder, "out"))
    with open(os.path.join(folder, "out", "notes.txt"), "w", encoding="utf-8") as stream:
        stream.write("not of an import\n")


def loop(text):
    return mapping(text + "\n" + PICKED)


HERE = r"mapping\.lua:\d"
SECOND = ("school_code,students\nS1,901\n", "from \"b.csv\" { table = \"schools\" }\n")

BAD = [
    # A script that does not end, or takes all memory, or wants out.
    Case("a loop without end", loop("while true do end"), ("JH-305",), HERE),
    Case("calls without end", loop("local function f() return f() end f()"), ("JH-305",), HERE),
    Case("a recursion without end", loop("local function f() return 1 + f() end f()"), ("JH-306", "JH-301"), HERE),
    Case("a text that doubles", loop('local s = "x" while true do s = s .. s end'), ("JH-306",), HERE, most_mib=500),
    Case("a table without end", loop("local t = {} for i = 1, 1e12 do t[i] = { i } end"), ("JH-306",), HERE, most_mib=500),
    Case("string.rep", loop('local s = string.rep("x", 1e10)'), ("JH-304",), HERE, most_mib=300),
    Case("rep of a text", loop('local s = ("x"):rep(1e10)'), ("JH-301", "JH-304"), HERE, most_mib=300),
    Case("a pattern that never ends", loop('string.find(("a"), (".-"))'), ("JH-304",), HERE),
    Case("a file opened", loop('io.open("/etc/hostname")'), ("JH-304",), HERE),
    Case("a program started", loop('os.execute("true")'), ("JH-304",), HERE),
    Case("another script loaded", loop('load("x = 1")()'), ("JH-304",), HERE),
    Case("errors caught", loop("pcall(function() end)"), ("JH-304",), HERE),
    Case("compiled Lua", mapping(b"", head="\x1bLuaT"), ("JH-307",), r"mapping\.lua"),
    Case("an empty mapping", mapping("", head=""), ("JH-312",), r"mapping\.lua"),
    Case("nothing mapped", mapping(""), ("JH-312",), r"mapping\.lua"),
    # Ways out of the folder.
    Case("a path above", table(old="schools.csv", new="../data/schools.csv"), ("JH-408",), HERE),
    Case("a path up in the middle", table(old="schools.csv", new="a/../../data/schools.csv"), ("JH-408",), HERE),
    Case("an absolute path", table(old="schools.csv", new="/etc/hostname"), ("JH-408",), HERE),
    Case("a path of another system", table(old="schools.csv", new="..\\\\schools.csv"), ("JH-408",), HERE),
    Case("a drive", table(old="schools.csv", new="C:schools.csv"), ("JH-408",), HERE),
    Case("a path with a NUL", table(old="schools.csv", new="schools.csv\\0x"), ("JH-311",), HERE),
    Case("a dictionary above", mapping(PICKED, head=HEAD.replace("dictionary.lua", "../pack/dictionary.lua")), ("JH-408",), HERE),
    Case("a link to a file outside", mapping(PICKED.replace("schools.csv", "link.csv"), then=outside), ("JH-272",), HERE),
    Case("a link to a folder outside", mapping(PICKED.replace("schools.csv", "linked/schools.csv"), then=outside),
         ("JH-272",), HERE),
    Case("links found by a star", mapping(PICKED.replace("schools.csv", "*/schools.csv"), then=outside), ("JH-272",), HERE),
    Case("circles followed by stars", mapping(PICKED.replace("schools.csv", "*/" * 8 + "schools.csv"), then=circles),
         ("JH-272",), HERE),
    Case("a pipe", mapping(PICKED.replace("schools.csv", "pipe.csv"), then=pipe), ("JH-272",), HERE),
    Case("a folder of somebody else", mapping(PICKED, then=foreign), ("JH-271",), says="notes.txt"),
    # What Lua would let pass.
    Case("a column named twice", table(old="students =", new='students = "teachers", students ='), ("JH-315",), HERE),
    Case("a column named twice in brackets", table(old="students =", new='["students"] = "teachers", students ='),
         ("JH-315",), HERE),
    Case("a column that is also set", table('set = { students = "3" }, '), ("JH-315",), HERE),
    Case("a number that is not what was written", table("set = { equipment_value_wan_yuan = 12345678901.1234 }, "),
         ("JH-314",), HERE),
    Case("lines beyond counting", table("skip_lines = 4294967296, "), ("JH-311",), HERE),
    Case("no header lines", table("header_lines = 0, "), ("JH-311",), HERE),
    Case("an infinite number", table("set = { teachers = 1 / 0 }, "), ("JH-314",), HERE),
    Case("codes added up", table(old='school_code = "school_code"', new='school_code = { sum = { "students", "teachers" } }'),
         ("JH-311",), HERE),
    Case("a unit that is none", table('unit = "furlong", '), ("JH-317",), HERE),
    Case("a unit that is no money", table('unit = "m2", '), ("JH-318",), HERE),
    Case("students in yuan", table(old='students = "students"', new='students = { "students", unit = "yuan" }'), ("JH-318",), HERE),
    Case("a letter beyond the last column", table(old='"students"', new='"=XFD"'), ("JH-276",), HERE),
    Case("a letter that no sheet has", table(old='"students"', new='"=XFE"'), ("JH-276",), HERE),
    Case("a sheet of a text", table('sheet = "*", '), ("JH-273",), HERE),
    # Figures that would be lost.
    Case("a grouped number without quotes", row("S9,名,990101,小学,1,234,60,5400.50,600,180\n"), ("JH-210",), r"schools\.csv:\d"),
    Case("one code for all", table(old='school_code = "school_code"', new='school_code = { value = "S1" }'),
         ("JH-208",), r"schools\.csv:3"),
    Case("two files, two figures", mapping(PICKED + SECOND[1], b_csv=SECOND[0]), ("JH-279",), r"b\.csv:2"),
    Case("figures without a code", row(",名,990101,小学,5,1,1,0,1\n"), ("JH-278",), r"schools\.csv:\d"),
    Case("a code of full-width digits", row("９９,名,990101,小学,5,1,1,0,1\n"), ("JH-260",), r"schools\.csv:\d"),
]


GOOD = [
    Whole("circles that nobody asks for", mapping(PICKED, then=circles), "schools.csv", "S1,甲县第一小学,990101,primary_school,900"),
    Whole("a name that is a formula", row("S9,=cmd|' /C calc'!A1,990101,小学,5,1,1,0,1\n"), "schools.csv",
          "S9,'=cmd|' /C calc'!A1,990101,primary_school,5"),
    Whole("a negative number is no formula", mapping(
        PICKED + 'from "c.csv" { table = "counties" }\n', c_csv="county_code,county_name\n990101,-5\n"),
        "counties.csv", "990101,-5"),
    Whole("a second file that gave nothing", mapping(PICKED + SECOND[1], b_csv="school_code,students\n"), "schools.csv",
          "S1,甲县第一小学,990101,primary_school,900", ("JH-204",)),
    Whole("the same figure twice, otherwise written", mapping(PICKED + SECOND[1], b_csv="school_code,students\n S1 ,0900\n"),
          "schools.csv", "S1,甲县第一小学,990101,primary_school,900"),
    Whole("blanks behind the last cell", row("S9,名,990101,小学,5,1,1,0,1,,,\n"), "schools.csv", "S9,名,990101,primary_school,5"),
]
