"""Packs that are broken, or mean harm, in one place each.

A snippet is put at the end of good/pack/rules.lua; its place is a line there.
"""
import os
import shutil

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
            ("JH-305", "JH-306", "JH-322")),
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


# Layers: an overlay stands in pack/ and the good pack below it in tests/hostile. -------------------------------

OVERLAY = ('overlay "layer" { on = "tests/hostile", name = "layer", in_force = "2024-06-01", '
           'document = document "d" { title = "t" }, %s }\n')
REFORM = 'reform "r" { on = "%s", from = "2024-06-01", reason = "r" }\n'


def stages_of_another_kind(folder):
    """The pack uses another that has the same stage for other schools."""
    below = os.path.join(folder, "tests", "hostile")
    os.makedirs(os.path.dirname(below))
    shutil.copytree(os.path.join(folder, "pack"), below)
    for name, old, new in ((HEAD, 'pack "tests/hostile"', 'pack "tests/using"'),
                           (HEAD, "  files =", '  uses = { below = "tests/hostile" },\n  files ='),
                           (RULES, '{ "primary_school", "nine_year_school" }', '{ "primary_school" }')):
        path = os.path.join(folder, "pack", name)
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        assert old in text, old
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(text.replace(old, new, 1))


def layer(text, more='contract = "may_relax"', base=""):
    """An overlay with a text after its head; base: what is put at the end of the pack below."""
    def breaks(folder):
        below = os.path.join(folder, "tests", "hostile")
        os.makedirs(os.path.dirname(below))
        os.rename(os.path.join(folder, "pack"), below)
        with open(os.path.join(below, RULES), "a", encoding="utf-8") as stream:
            stream.write(base + "\n")
        os.makedirs(os.path.join(folder, "pack"))
        with open(os.path.join(folder, "pack", HEAD), "w", encoding="utf-8") as stream:
            stream.write(OVERLAY % more + text + "\n")
    return breaks


def changed(name, text, codes, line=2, says="", **more):
    """A line of an overlay that is refused where it stands."""
    return Case("overlay: " + name, layer(text, **more), codes, r"pack[/.]pack\.lua:%d\b" % line, says)


def reform(name, text, codes, place, on="any", says=""):
    def breaks(folder):
        with open(os.path.join(folder, "r.lua"), "w", encoding="utf-8") as stream:
            stream.write(REFORM % on + text + "\n")
    return Case("reform: " + name, breaks, codes, place, says, arguments=("--reform", "{folder}/r.lua"))


BOUND = 'change "teachers_per_100.at_least" { %s, clause = "c" }'
MEASURE = 'change "teachers_per_100.measure" { was = %s, now = %s, clause = "c" }'
GROUND = "stage.teachers / stage.students"
DATED = ('indicator "later" { name = "x", clause = "x", of = school, unit = "student", measure = school.students, '
         'at_least = dated { ["2024-01-01"] = 1, ["2025-01-01"] = 3 } }')
FLOOR = 'floor "higher" { above = indicator "teachers_per_100", name = "x", clause = "x", %s }'
RELAX = 'relax "teachers_per_100.at_least" { was = 5, now = %s, clause = "c", when = school.students:below(%s) }'

CHANGES = [
    changed("the base has moved", BOUND % "was = 4, now = 6", ("JH-415",), says="write was = 5"),
    changed("the same twice", BOUND % "was = 5, now = 6" + "\n" + BOUND % "was = 6, now = 7", ("JH-416",), 3),
    changed("not stricter", BOUND % "was = 5, now = 4", ("JH-417",), more="note = 'x'", says="may_relax"),
    changed("not stricter in one stage", 'change "two.at_least" { was = { primary = 5 }, now = { primary = 4 }, clause = "c" }',
            ("JH-417",), more="note = 'x'", base='indicator "two" { name = "x", clause = "x", of = stage, '
            'unit = "student", measure = stage.students, at_least = { primary = 5 } }'),
    changed("no direction", MEASURE % (GROUND, "2 * " + GROUND), ("JH-418",), more="note = 'x'", says="may_relax"),
    changed("withdrawn under a contract to tighten", 'withdraw "balance" { clause = "c" }', ("JH-417",), more="note = 'x'"),
    changed("an unknown path", 'change "teachers_per_100.at_lest" { was = 5, now = 6, clause = "c" }', ("JH-419",),
            says="teachers_per_100.at_least"),
    changed("a rule without its field", 'change "teachers_per_100" { was = 5, now = 6, clause = "c" }', ("JH-419",),
            says=r"teachers_per_100\.at_least"),
    changed("an unknown rule is withdrawn", 'withdraw "balanse" { clause = "c" }', ("JH-419",), says='"balance"'),
    changed("a formula that is another", MEASURE % ("stage.students", GROUND), ("JH-424",)),
    changed("nothing is different", BOUND % "was = 5, now = 5", ("JH-429",)),
    changed("no scope before or after", 'change "resources.only_where" { was = none, now = none, clause = "c" }', ("JH-429",)),
    changed("a formula that says the same", MEASURE % (GROUND, "stage.teachers/stage.students"), ("JH-429",)),
    changed("a formula changed for all after it was for some", MEASURE.replace("was", "when = school.students:above(500), was")
            % (GROUND, "2 * " + GROUND) + "\n" + MEASURE.replace("was", 'from = "2024-07-01", was') % (GROUND, "3 * " + GROUND),
            ("JH-424",), 3),
    changed("a stage and all stages on one day", 'change "two.at_least" { was = { primary = 5 }, now = { primary = 6 }, '
            'clause = "c" }\nchange "two.at_least.primary" { was = 6, now = 7, clause = "c" }', ("JH-416",), 3,
            base='indicator "two" { name = "x", clause = "x", of = stage, unit = "student", measure = stage.students, '
            'at_least = { primary = 5 } }'),
    changed("a formula and nothing after it", 'change "teachers_per_100.measure" { was = %s, clause = "c" }' % GROUND,
            ("JH-312",), says="now"),
    changed("before the first day", BOUND % 'was = 5, now = 6, from = "2023-01-01"', ("JH-311",), says="2024-01-01"),
    changed("it ends before it begins", BOUND % 'was = 5, now = 6, until_date = "2024-06-01"', ("JH-311",)),
    changed("run over by the base", 'change "later.at_least" { was = 1, now = 2, clause = "c" }', ("JH-430",), base=DATED,
            says="2025-01-01"),
    changed("a number for a stage", BOUND % "was = 5, now = { primary = 6 }", ("JH-311",)),
    changed("another unit", BOUND % 'was = 5, now = number(6, "yuan")', ("JH-318",)),
    changed("a formula of another unit", MEASURE % (GROUND, "stage.students"), ("JH-318",)),
    Case("overlay: a formula that stands on itself", layer('change "stage.students" { was = school.students, '
         'now = stage.students + 1, clause = "c" }'), ("JH-422",), r"rules\.lua:7\b", "students → students"),
    changed("a clause of blanks", 'change "teachers_per_100.at_least" { was = 5, now = 6, clause = " " }', ("JH-405",)),
    changed("an unknown field", BOUND % 'was = 5, now = 6, frm = "2024-07-01"', ("JH-313",), says="from"),
    changed("only named", 'change "teachers_per_100.at_least"', ("JH-312",), says=r"\{ … \}"),
    changed("withdrawn for a time", 'withdraw "balance" { clause = "c", until_date = "2025-01-01" }', ("JH-313",)),
    changed("a condition that is none", BOUND % "was = 5, now = 6, when = school.students", ("JH-320",)),
    changed("a relaxation that tightens", RELAX % (6, 500), ("JH-442",), says="write change"),
    changed("the same relaxation twice", RELAX % (4, 500) + "\n" + RELAX % (3, 500), ("JH-416",), 3),
    changed("a floor below the ground", FLOOR % "at_least = 4", ("JH-417",)),
    changed("a floor below the ground in a stage", FLOOR % "at_least = { primary = 4 }", ("JH-417",)),
    changed("a floor below the ground later", FLOOR % 'at_least = dated { ["2024-06-01"] = 6, ["2025-01-01"] = 4 }',
            ("JH-417",)),
    changed("a floor that is a ceiling, too", FLOOR % "at_least = 6, at_most = 7", ("JH-311",)),
    changed("a rule that is there", 'requirement "balance" { name = "x", clause = "x", of = county, '
            'holds = county.has_exam_admission }', ("JH-315",)),
    changed("a section that is not there", 'requirement "x" { name = "x", clause = "x", of = county, '
            'section = section "contry", holds = county.has_exam_admission }', ("JH-412",), says="county"),
    changed("a switch that is there", 'switch "s" { name = "s", clause = "c" }\nswitch "s" { name = "s", clause = "c" }',
            ("JH-315",), 3),
    changed("a switch half on", 'switch "s" { name = "s", clause = "c" }\nchange "s" { was = 0, now = 2, clause = "c" }',
            ("JH-311",), 3),
    changed("a cost below nothing", 'unit_cost "balance" { yuan = -1 }', ("JH-311",)),
    changed("a cost that is no number", 'unit_cost "balance" { yuan = "much" }', ("JH-314",)),
    changed("a second head", OVERLAY % "note = 'x'", ("JH-315",)),
    Case("overlay: reviewed too long ago", layer("", 'review_by = "2023-08-31"'), ("JH-426",), r"pack\.lua:1\b",
         "move review_by", status={"check": (0,)}, only=("evaluate",)),
    Case("overlay: to be reviewed", layer("", 'review_by = "2024-08-31"'), ("JH-425",), r"pack\.lua:1\b",
         status={"check": (0,), "evaluate": (0,)}, only=("evaluate",)),
    Case("overlay: a head that must be run to be known", write(HEAD, b'local base = "tests/hostile"\n'
         b'overlay "layer" { on = base, name = "x", in_force = "2024-06-01" }\n'), ("JH-428",), r"pack\.lua:2\b"),
    changed("a number that nobody reads", 'change "idle" { was = 1, now = 2, clause = "c" }', ("JH-420",),
            base='parameter "idle" { value = 1, unit = "student", clause = "x" }'),
    reform("made for another pack", "", ("JH-427",), r"r\.lua:1\b", on="national/other", says="tests/hostile"),
    reform("an unknown path", 'change "x.at_least" { was = 1, now = 2 }', ("JH-419",), r"r\.lua:2\b"),
    Case("an overlay for a reform", layer(""), ("JH-444",), r"pack\.lua:1\b", "--rules",
         arguments=("--reform", "{folder}/pack")),
    Case("a reform for a pack", write(HEAD, (REFORM % "any").encode()), ("JH-443",), r"pack\.lua:1\b", "--reform"),
    Case("stages that differ from those of a used pack", stages_of_another_kind, ("JH-445",), r"rules\.lua:[34]\b", "primary"),
    Case("a switch that nobody knows", lambda folder: None, ("JH-303",), "", "--switch x", arguments=("--switch", "x")),
    Case("a pipe for a reform", lambda folder: os.mkfifo(os.path.join(folder, "r.lua")), ("JH-401", "JH-102"),
         r"r\.lua", arguments=("--reform", "{folder}/r.lua")),
]

# The vocabulary: one mistake for each code of 415 to 455 that no overlay is needed for, and those found since. ----

SCHEME = 'scheme "x" { name = "x", clause = "x", of = county, total = 10, at_least = 6, %s }'
ITEM = 'item "%s" { name = "x", points = %s, %s }'
YES = "holds = county.has_exam_admission"
TARGET = 'target "x" { name = "x", clause = "x", counts = verdict "outcome", %s }'
COMPUTE = ('indicator "x" { name = "x", clause = "x", of = school, unit = "student", at_least = 1, measure = compute { '
           'of = school, unit = "student", reads = { a = school.students }, each = function(row) %s end } }')
GRADE = 'grade "x" { name = "x", clause = "x", of = county, at_least = "good", values = { %s } }'


def said(name, text, codes, says="", offset=1):
    return Case(name, snippet(text), codes, line(offset), says)


def measured(name, bound, codes, says=""):
    return said(name, INDICATOR % ("measure = school.students, at_least = " + bound), codes, says)


def points(name, inside, codes, says=""):
    return said("points: " + name, SCHEME % inside, codes, says)


def deducted(name, one, codes, says=""):
    return points(name, "items = { %s }" % ITEM % ("a", 10, "deduct = { { %s } }" % one), codes, says)


def computed(name, body, codes, before="", says=""):
    """What a function does is seen when there are rows: by evaluate."""
    return Case("compute: " + name, snippet(before + COMPUTE % body), codes, line(), says, only=("evaluate",),
                status={"check": (0, 1, 3)})


VOCABULARY = [
    said("a parameter that begins too late", 'parameter "p" { value = dated { ["2025-01-01"] = 1 }, unit = "student", '
         'clause = "x" } ' + INDICATOR % 'measure = school.students, at_least = dated { ["2025-01-01"] = 1 }', ("JH-421",)),
    said("rules that stand on one another", 'requirement "a" { name = "x", clause = "x", of = county, '
         'holds = requirement "b" }\nrequirement "b" { name = "x", clause = "x", of = county, holds = requirement "a" }',
         ("JH-422",), "a → b → a", 1),
    said("a field of a dated number", INDICATOR % 'measure = school.students, '
         'at_least = dated { ["2024-01-01"] = { 1, clauze = "x" } }', ("JH-313",), "clause"),
    measured("steps that fall", "steps(school.students, { { up_to = 12, 1 }, { up_to = 9, 2 }, { 3 } })", ("JH-433",)),
    measured("steps that fall on a day", 'steps(school.students, { { up_to = dated { ["2024-01-01"] = 12 }, 1 }, '
             "{ up_to = 9, 2 }, { 3 } })", ("JH-433",)),
    measured("steps with an end", "steps(school.students, { { up_to = 12, 1 }, { up_to = 20, 2 } })", ("JH-432",)),
    measured("rows at the same place", "interpolate(school.students, { { 270, 7 }, { 270, 8 } })", ("JH-433",)),
    measured("a choice left out", "by_choice(school.school_type, { primary_school = 1 })", ("JH-432",), "nine_year_school"),
    measured("a choice too many", "by_choice(school.school_type, { primary_school = 1, nine_year_school = 2, otherwise = 3 })",
             ("JH-434",)),
    said("years of what has none", INDICATOR.replace("of = school", "of = county")
         % "holds = rising(county.schools, school.students, 3)", ("JH-435",)),
    said("a grade whose last value asks", GRADE % '{ "good", name = "x", when = county.has_exam_admission }, '
         '{ "bad", name = "x", when = county.has_exam_admission }', ("JH-437",)),
    said("more of them than there are", 'requirement "x" { name = "x", clause = "x", of = county, '
         'holds = at_least_n { 3, of = { requirement "balance", veto "exam_admission" } } }', ("JH-311",), "1 … 2"),
    said("so many that nobody fails", 'requirement "x" { name = "x", clause = "x", of = county, '
         'holds = at_most_n_fail { 2, of = { requirement "balance", veto "exam_admission" } } }', ("JH-311",), "0 … 1"),
    said("half a rule", 'requirement "x" { name = "x", clause = "x", of = county, '
         'holds = at_least_n { "0.5", of = { requirement "balance", veto "exam_admission" } } }', ("JH-311",), "1 … 2"),
    said("one counted twice", 'requirement "x" { name = "x", clause = "x", of = county, '
         'holds = at_least_n { 1, of = { requirement "balance", requirement "balance" } } }', ("JH-315",), "balance"),
    said("a rule of another kind", 'requirement "x" { name = "x", clause = "x", of = county, '
         'holds = all_of { requirement "exam_admission" } }', ("JH-412",), "veto exam_admission"),
    said("a number that belongs to nobody", "local x = school.students + steps(school.students, { { up_to = 1, 2 }, { 3 } })",
         ("JH-431",)),
    points("too many", "items = { %s }" % ITEM % ("a", 11, YES), ("JH-423",)),
    points("below nothing", "items = { %s, %s }" % (ITEM % ("a", 15, YES), ITEM % ("b", -5, YES)), ("JH-439",)),
    points("a share for points", "items = { %s }" % ITEM % ("a", "percent(10)", YES), ("JH-318",)),
    points("unseen below nothing", "unseen = -5, items = { %s }" % ITEM % ("a", 15, YES), ("JH-439",)),
    points("nothing is said of whom it does not apply to",
           "items = { %s }" % ITEM % ("a", 10, "only_where = county.has_exam_admission, " + YES), ("JH-436",), "rescale"),
    points("a tier that is none", "items = { %s }" % ITEM % ("a", 10, "tiers = { by = county.has_exam_admission, maybe = 1 }"),
           ("JH-438",), "yes, no"),
    points("a tier twice", "items = { %s }" % ITEM % ("a", 10, "tiers = { by = county.has_exam_admission, yes = 1, "
           '["是"] = 2, no = 0 }'), ("JH-315",)),
    points("bands that rise", "items = { %s }" % ITEM % ("a", 10, "of_standard = sum(county.schools, school.students) / "
           'number(1, "student"), bands = { { percent(80), percent(50) }, { percent(100), percent(100) } }'), ("JH-440",)),
    points("two ways", "items = { %s }" % ITEM % ("a", 10, YES + ", score = 5"), ("JH-441",)),
    points("an item without a table", 'items = { item "a" }', ("JH-312", "JH-311")),
    said("points: an item without a scheme", ITEM % ("a", 10, YES), ("JH-312",), "scheme"),
    said("points: more asked than there are", (SCHEME % "items = { %s }" % ITEM % ("a", 10, YES)).replace(
        "at_least = 6", "at_least = 11"), ("JH-439",)),
    deducted("by nothing", 'per = 0, below = 98, of = sum(county.schools, school.students), take = 1', ("JH-311",), "> 0"),
    deducted("more than there is", "when = county.has_exam_admission, take = 11", ("JH-439",)),
    said("target: no share", TARGET % 'by = "2025-12-31", ensure = 20', ("JH-446",), "percent"),
    said("target: strive below ensure", TARGET % 'by = "2025-12-31", ensure = percent(30), strive = percent(20)', ("JH-447",)),
    said("target: names of those who are not judged", TARGET.replace('verdict "outcome"', 'indicator "equipment_per_student"')
         % 'by = "2025-12-31", names = { ["990101"] = "x" }', ("JH-448",)),
    said("target: a name elsewhere", TARGET % 'by = "2025-12-31", region = "9902", names = { ["990101"] = "x" }', ("JH-449",)),
    said("target: a region that is none", TARGET % 'by = "2025-12-31", region = "99x", ensure = percent(20)', ("JH-311",)),
    said("target: no day", TARGET % "ensure = percent(20)", ("JH-450",), "by_unknown"),
    computed("another kind", 'return "5"', ("JH-451",)),
    computed("nothing", "local x = 1", ("JH-451",)),
    computed("by nought", "return row.a / 0", ("JH-452",)),
    computed("for ever", "while true do end", ("JH-453",)),
    computed("without end", "local function f(n) return 1 + f(n) end return f(1)", ("JH-453", "JH-452")),
    computed("all memory", 'local s = "xxxxxxxx" while true do s = s .. s end', ("JH-452", "JH-453")),
    computed("a word of the language", "return school.students", ("JH-454",), says="no word of the language"),
    computed("its own state", "n = n + 1 return n", ("JH-455",), "local n = 0 "),
    computed("state of a helper", "return bump()", ("JH-455",), "local n = 0 local function bump() n = n + 1 return n end "),
    computed("state in a table", "table.insert(seen, 1) return #seen", ("JH-455",), "local seen = {} "),
    computed("state by another name", "local other = seen other[1] = row.a return other[1]", ("JH-455",), "local seen = {} "),
    computed("state deep in a table", "local top = get() top.deep.x = row.a return 1", ("JH-455",),
             "local kept = { deep = {} } local function get() return kept end "),
    computed("how long is a row", "return #row", ("JH-452",)),
]
