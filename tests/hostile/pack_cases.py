"""Packs that are broken, or mean harm, in one place each.

A snippet is put at the end of good/pack/rules.lua; its place is a line there.
"""
import os

from harness import Case, GOOD

RULES = "rules.lua"
HEAD = "pack.lua"
with open(os.path.join(GOOD, "pack", RULES), encoding="utf-8") as _stream:
    LAST_LINE = sum(1 for _ in _stream)


def snippet(text):
    def breaks(folder):
        with open(os.path.join(folder, "pack", RULES), "a", encoding="utf-8") as stream:
            stream.write(text + "\n")
    return breaks


def line(offset=1):
    return r"rules\.lua:%d\b" % (LAST_LINE + offset)


def replace(name, old, new):
    def breaks(folder):
        path = os.path.join(folder, "pack", name)
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        assert old in text, old
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text.replace(old, new, 1))
    return breaks


def line_of(name, text):
    with open(os.path.join(GOOD, "pack", name), encoding="utf-8") as stream:
        for number, one in enumerate(stream, 1):
            if text in one:
                return r"%s:%d\b" % (name.replace(".", r"\."), number)
    raise AssertionError(text)


def swap(name, old, new, codes, says=""):
    """A break in place: old becomes new, and the line where old stood is named."""
    return Case("%s becomes %s" % (old, new), replace(name, old, new), codes, line_of(name, old), says)


def write(name, content):
    def breaks(folder):
        with open(os.path.join(folder, "pack", name), "wb") as stream:
            stream.write(content)
    return breaks


def overlay(own, bases):
    """The pack is an overlay; the folder of rules around it holds those that it may stand on."""
    def breaks(folder):
        os.makedirs(os.path.join(folder, "data", "schema"))
        for name, base in bases.items():
            text = 'overlay "%s" { on = "%s" }\n' % (name, base)
            os.makedirs(os.path.join(folder, "rules", name))
            with open(os.path.join(folder, "rules", name, HEAD), "w", encoding="utf-8") as stream:
                stream.write(text)
            if name == own:
                write(HEAD, text.encode())(folder)
    return breaks


def circular_dictionary(folder):
    os.makedirs(os.path.join(folder, "data", "schema"))
    for name, base in (("round", "about"), ("about", "round")):
        with open(os.path.join(folder, "data", "schema", name + ".lua"), "w", encoding="utf-8") as stream:
            stream.write('extends "%s"\n' % base)
    write("dictionary.lua", b'extends "round"\n')(folder)


def no_pack(folder):
    os.remove(os.path.join(folder, "pack", HEAD))


def head_is_folder(folder):
    no_pack(folder)
    os.mkdir(os.path.join(folder, "pack", HEAD))


def refused(name, text, offset=1):
    """Something that is not there: named, with its line."""
    return Case(name, snippet(text), ("JH-304", "JH-303"), line(offset))


def runaway(name, text, codes=("JH-305", "JH-306", "JH-304", "JH-321", "JH-322", "JH-301")):
    """Something that would take all time or memory: ended by a limit, in the file."""
    return Case(name, snippet(text), codes, r"rules\.lua", most_mib=900)


INDICATOR = 'indicator "x" { name = "x", clause = "x", of = school, unit = "student", %s }'

MISTAKES = [
    Case("a syntax error", snippet('indicator "x" {'), ("JH-302",), line(1) + "|" + line(2)),
    Case("an unfinished string", snippet('local s = "abc'), ("JH-302",), line()),
    Case("an unknown column, with a suggestion", snippet(INDICATOR % "measure = school.studens, at_most = 1"),
         ("JH-303",), line(), "students"),
    Case("an unknown word, with a suggestion", snippet('indicater "x" { name = "x" }'), ("JH-303",), line(),
         "indicator"),
    Case("an unknown field, with a suggestion", snippet(INDICATOR % "measure = school.students, at_mots = 1"),
         ("JH-313",), line(), "at_most"),
    Case("an unknown choice", snippet(INDICATOR % 'holds = school.school_type:is "primry_school"'),
         ("JH-218",), line(), "primary_school"),
    Case("an unknown stage", snippet(
        'indicator "x" { name = "x", clause = "x", of = stage, unit = "student", '
        'measure = stage.students, at_most = { primry = 1 } }'), ("JH-303", "JH-313"), line(), "primary"),
    Case("an unknown rule in a list", snippet(
        'requirement "x" { name = "x", clause = "x", of = county, holds = all_of { requirement "schools_reddy" } }'),
         ("JH-303", "JH-412"), line(), "schools_ready"),
    Case("an unknown unit", snippet(
        'indicator "x" { name = "x", clause = "x", of = school, unit = "studnet", '
        'measure = school.students, at_most = 1 }'), ("JH-317",), line(), "student"),
    Case("greater than, on columns", snippet("local c = school.students > school.teachers"),
         ("JH-308",), line(), "above"),
    Case("at most, on a column and a number", snippet("local c = school.students <= 5"),
         ("JH-308",), line(), "at_(most|least)"),
    Case("equals, on columns", snippet(INDICATOR % "holds = school.students == school.teachers"),
         ("JH-308", "JH-311", "JH-320"), line()),
    Case("and, on conditions", snippet(
        INDICATOR % "holds = school.students:above(1) and school.teachers:above(1)"), ("JH-309",), line(), "&"),
    Case("or, on conditions", snippet(
        INDICATOR % "holds = school.students:above(1) or school.teachers:above(1)"), ("JH-309",), line()),
    Case("not, on a condition", snippet(INDICATOR % "holds = not school.students:above(1)"),
         ("JH-309",), line(), "~"),
    Case("if, on a condition", snippet("if school.students:above(1) then local x = 1 end"),
         ("JH-309",), line(), "choose|only_where"),
    Case("a full-width comma", snippet('local t = { 1，2 }'), ("JH-310",), line(), ","),
    Case("full-width quotation marks", snippet('indicator “x” { }'), ("JH-310",), line()),
    Case("a full-width bracket", snippet('local x = ceil（1）'), ("JH-310",), line()),
    Case("no clause", snippet(
        'indicator "x" { name = "x", of = school, unit = "student", measure = school.students, at_most = 1 }'),
         ("JH-405",), line()),
    Case("a clause of blanks", snippet(
        'indicator "x" { name = "x", clause = " ", of = school, unit = "student", '
        'measure = school.students, at_most = 1 }'), ("JH-405", "JH-311"), line()),
    Case("square metres against persons", snippet(
        'indicator "x" { name = "x", clause = "x", of = school, unit = "student", '
        'measure = school.teaching_area_m2, at_most = 1 }'), ("JH-318",), line()),
    Case("square metres added to persons", snippet("local x = school.teaching_area_m2 + school.students"),
         ("JH-318",), line()),
    Case("persons compared with square metres",
         snippet("local c = school.students:above(school.teaching_area_m2)"), ("JH-318",), line()),
    Case("a finer level without gathering", snippet(
        'indicator "x" { name = "x", clause = "x", of = county, unit = "student", '
        'measure = school.students, at_most = 1 }'), ("JH-319",), line()),
    Case("a condition for a number", snippet(INDICATOR % "measure = school.students:above(1), at_most = 1"),
         ("JH-320", "JH-311"), line()),
    Case("a name for a number", snippet("local x = school.school_name + 1"), ("JH-320", "JH-318", "JH-301"), line(),
         "school_name"),
    Case("the same rule twice", snippet(
        'indicator "teachers_per_100" { name = "x", clause = "x", of = school, unit = "student", '
        'measure = school.students, at_most = 1 }'), ("JH-315",), line()),
    Case("a number that is none", snippet(INDICATOR % "measure = school.students, at_most = 0 / 0"),
         ("JH-314", "JH-311"), line()),
    Case("a number with the dirt of addition", snippet(
        INDICATOR % "measure = school.students, at_most = 0.1 + 0.2"), ("JH-314",), line()),
    Case("a number beyond all bounds", snippet(INDICATOR % "measure = school.students, at_most = 1e300"),
         ("JH-314", "JH-311"), line()),
    Case("text for a number", snippet(INDICATOR % 'measure = school.students, at_most = "ten"'),
         ("JH-311", "JH-314"), line()),
    Case("two bounds", snippet(INDICATOR % "measure = school.students, at_most = 1, at_least = 1"),
         ("JH-311", "JH-313", "JH-315", "JH-312"), line()),
    Case("an error thrown by the pack", snippet('error("out of order")'), ("JH-301", "JH-303", "JH-304"), line()),
    Case("nothing is added to a number", snippet("local x = nil + 1"), ("JH-301",), line()),
    swap(HEAD, 'in_force = "2024-01-01"', 'in_force = "2024-02-30"', ("JH-407",)),
    swap(HEAD, 'in_force = "2024-01-01"', 'in_force = "spring"', ("JH-407",)),
    Case("no day", replace(HEAD, '  in_force = "2024-01-01",\n', ""), ("JH-406", "JH-312"), r"pack\.lua"),
    swap(HEAD, 'files = { "rules" }', 'files = { "../data/rules" }', ("JH-408",)),
    swap(HEAD, 'files = { "rules" }', 'files = { "/etc/passwd" }', ("JH-408",)),
    swap(HEAD, 'files = { "rules" }', 'files = { "rules", "rules" }', ("JH-414",)),
    Case("a file that is not there", replace(HEAD, '"rules" }', '"rules", "article_9" }'),
         ("JH-102",), says=r"article_9\.lua"),
    Case("a dictionary that is not there", replace(HEAD, '"dictionary.lua"', '"nowhere"'), ("JH-402",),
         says="nowhere"),
    swap(HEAD, 'coverage = "complete"', 'coverage = "nearly"', ("JH-311", "JH-303")),
    Case("a pack that stands on nothing known", overlay("mine", {"mine": "national/nothing"}),
         ("JH-403",), r"pack\.lua:1\b", "national/nothing"),
    Case("a pack that stands on itself", overlay("mine", {"mine": "mine"}), ("JH-404",), r"pack\.lua:1\b",
         "mine → mine"),
    Case("packs that stand on one another", overlay("a", {"a": "b", "b": "c", "c": "a"}), ("JH-404",),
         r"pack\.lua:1\b", "a → b → c → a"),
    Case("a parent outside the rules", overlay("mine", {"mine": "../data"}), ("JH-403", "JH-408"),
         r"pack\.lua"),
    Case("a dictionary that stands on nothing known", write("dictionary.lua", b'extends "nowhere"\n'),
         ("JH-402",), says="nowhere"),
    Case("a dictionary that stands on itself", circular_dictionary, ("JH-404",), says="round"),
    Case("a dictionary outside the folder", replace(HEAD, '"dictionary.lua"', '"../data/x.lua"'),
         ("JH-408",), says="data/x"),
    Case("no head", no_pack, ("JH-401",), says=r"pack\.lua"),
    Case("a folder for a head", head_is_folder, ("JH-104", "JH-401", "JH-102"), says=r"pack\.lua"),
    Case("an empty head", write(HEAD, b""), ("JH-401", "JH-312"), says="pack"),
    Case("an article that is no text", write(RULES, b"\xff\xfe\x00\x01" * 50), ("JH-302", "JH-222", "JH-307"),
         r"rules\.lua"),
]

HARM = [
    runaway("an endless loop", "while true do end"),
    runaway("an endless loop of goto", "::again:: goto again"),
    runaway("a loop that catches its end", "while true do pcall(function() while true do end end) end"),
    runaway("a loop in a coroutine",
            "while true do coroutine.wrap(function() for i = 1, 1e6 do end end)() end"),
    runaway("a string of ten thousand million signs", 'local s = ("x"):rep(1e10)'),
    runaway("a string that grows by repeating", 'local s = ("x"):rep(1e6):rep(1e6)'),
    runaway("repeating through the library", 'local s = string.rep("x", 1e9, ("y"):rep(1e9))'),
    runaway("a string that doubles", 'local s = "x" while true do s = s .. s end'),
    runaway("a pattern that never comes back", 'local s = ("a"):rep(3000):find((".-"):rep(6) .. "b")'),
    runaway("a pattern written out", 'local s = "%s" local r = s:match("%sb")' % ("a" * 4000, ".-" * 6)),
    runaway("a replacement that never comes back",
            'local s = "%s" local r = s:gsub("%sb", "")' % ("a" * 4000, ".-" * 6)),
    runaway("a format of a great width", 'local s = ("%99999999d"):format(1)'),
    runaway("a table without end", "local t = {} local i = 0 while true do i = i + 1 t[i] = i end"),
    runaway("tables in tables", "local t = {} while true do t = { t, {}, {} } end"),
    runaway("joining a great table",
            'local t = {} for i = 1, 1e9 do t[i] = "x" end local s = table.concat(t, ("y"):rep(1e6))'),
    runaway("sorting with a false order",
            "local t = {} for i = 1, 1e6 do t[i] = i end table.sort(t, function() return true end)"),
    runaway("unpacking without end", "local f = table.unpack({}, 1, 1e8)"),
    runaway("filling by moving", "table.move({ 1 }, 1, 1e15, 2)"),
    runaway("recursion", "local function f(n) return 1 + f(n + 1) end f(1)",
            ("JH-305", "JH-306", "JH-321", "JH-301")),
    runaway("recursion in the tail", "local function f(n) return f(n + 1) end f(1)", ("JH-305",)),
    runaway("columns without end", "while true do local x = school.students + school.students end",
            ("JH-305", "JH-306", "JH-322")),
    runaway("rules without end",
            'local i = 0 while true do i = i + 1 quantity("q" .. i) '
            '{ of = school, name = "x", clause = "x", value = school.students } end',
            ("JH-305", "JH-306", "JH-322", "JH-456")),  # under a sanitizer the seconds may end first
    Case("tables nested a thousand deep", snippet("local t = " + "{" * 1000 + "}" * 1000),
         ("JH-302", "JH-321"), r"rules\.lua"),
    Case("brackets nested a thousand deep", snippet("local t = " + "(" * 1000 + "1" + ")" * 1000),
         ("JH-302", "JH-321"), r"rules\.lua"),
    Case("a field nested a hundred thousand deep", snippet(
        'local t = {} local top = t for i = 1, 100000 do t.t = {} t = t.t end '
        + INDICATOR % "holds = top"), ("JH-311", "JH-320", "JH-321", "JH-305", "JH-322", "JH-306"), r"rules\.lua"),
    Case("compiled Lua", write(RULES, b"\x1bLua\x54\x00\x19\x93\r\n\x1a\n\x04\x08\x08xV" + b"\0" * 40),
         ("JH-307",), r"rules\.lua"),
    Case("a compiled head", write(HEAD, b"\x1bLua\x54\x00\x19\x93\r\n\x1a\n"), ("JH-307",), r"pack\.lua"),
    refused("reading a file", 'local f = io.open("/etc/passwd")'),
    refused("reading a file by lines", 'for l in io.lines("/etc/passwd") do end'),
    refused("running a program", 'os.execute("true")'),
    refused("asking for the time", "local t = os.time()"),
    refused("asking for the surroundings", 'local t = os.getenv("HOME")'),
    refused("loading a module", 'local m = require "os"'),
    refused("loading text", 'load("return 1")()'),
    refused("loading a file", 'loadfile("/etc/passwd")'),
    refused("running a file", 'dofile("/etc/passwd")'),
    refused("the packages", 'local p = package.loaded'),
    refused("the debugger", "debug.getregistry()"),
    refused("setting a metatable", "setmetatable({}, {})"),
    refused("reading a metatable", 'local m = getmetatable("").__index'),
    refused("writing past a metatable", "rawset(school, 'students', 1)"),
    refused("chance", "local r = math.random()"),
    refused("the collector", 'collectgarbage("stop")'),
    refused("dumping a function", "local s = string.dump(function() end)"),
    refused("printing", 'print("hello")'),
    Case("a global is set", snippet("stray = 1"), ("JH-324",), line(), "local"),
    Case("a word of the language is changed", snippet("indicator = nil"), ("JH-324",), line()),
    Case("a table of the language is changed", snippet("school.students = 1"),
         ("JH-303", "JH-304", "JH-301", "JH-311"), line()),
    Case("columns added a hundred thousand deep", snippet(
        "local x = school.students for i = 1, 100000 do x = x + school.students end "
        + INDICATOR % "measure = x, at_most = 1"), status={"check": (0, 1, 3, 4), "evaluate": (0, 3, 4)}),
    Case("a condition turned round a hundred thousand times", snippet(
        "local c = school.students:above(1) for i = 1, 100000 do c = ~c end " + INDICATOR % "holds = c"),
         status={"check": (0, 1, 3, 4), "evaluate": (0, 3, 4)}),
    Case("multiplying until no number can hold it", snippet(
        "local x = school.students for i = 1, 40 do x = x * (school.students / school.students) end "
        + INDICATOR % "measure = x, at_most = 1"), status={"check": (0, 1, 3, 4), "evaluate": (0, 3, 4)}),
    Case("units to a power that no unit has", snippet(
        "local x = school.students for i = 1, 200 do x = x * school.students end"),
         status={"check": (0, 1, 3, 4), "evaluate": (0, 3, 4)}),
]
