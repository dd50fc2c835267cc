#!/usr/bin/env python3
"""What strangers' packs may try, line by line of the threat model in engine/script/sandbox.c: attacks.py PROGRAM [LINE...]

Each attack ends with its code, at its place, within bounds of time and memory. A line of the model without an
attack, or an attack without a line, fails.
"""
import os
import re
import resource
import shutil
import sys

from harness import HERE, Program, check, copy_of_good, evaluate
from pack_cases import HEAD, INDICATOR, RULES, replace, snippet, write
from prices_cases import means as prices, planning

MODEL = os.path.join(HERE, "..", "..", "engine", "script", "sandbox.c")
MOST_SECONDS = 30  # of the processor, with sanitizers
MOST_MIB = 700     # sanitizers keep what was freed; the caps themselves are 64 MiB each
DEEP = "local x = school.students for i = 1, %d do x = x + school.students end "
FORBIDDEN = ("JH-303", "JH-304")
HUGE = 'local s = "x" for i = 1, 22 do s = s .. s end '


def link(name, target, is_folder=False):
    """A file of the pack that is a link to something outside."""
    def breaks(folder):
        path = os.path.join(folder, "pack", name)
        if os.path.lexists(path):
            outside = os.path.join(folder, "outside.lua")
            os.rename(path, outside)
            os.symlink(target or outside, path)
        else:
            os.symlink(target, path)
    return breaks


def linked_folder(folder):
    """The articles stand in a folder that is a link."""
    os.makedirs(os.path.join(folder, "elsewhere"))
    shutil.move(os.path.join(folder, "pack", RULES), os.path.join(folder, "elsewhere", RULES))
    os.symlink(os.path.join(folder, "elsewhere"), os.path.join(folder, "pack", "part"))
    replace(HEAD, 'files = { "rules" }', 'files = { "part/rules" }')(folder)


def pipe(folder):
    os.remove(os.path.join(folder, "pack", RULES))
    os.mkfifo(os.path.join(folder, "pack", RULES))


def names(path):
    return replace(HEAD, 'files = { "rules" }', "files = { %s }" % path)


def chain(count):
    """So many overlays, each on the one before."""
    def breaks(folder):
        os.makedirs(os.path.join(folder, "data", "schema"))
        os.makedirs(os.path.join(folder, "rules"))
        for i in range(count):
            text = 'overlay "o%d" { on = "o%d" }\n' % (i, i + 1)
            os.makedirs(os.path.join(folder, "rules", "o%d" % i))
            with open(os.path.join(folder, "rules", "o%d" % i, HEAD), "w", encoding="utf-8") as stream:
                stream.write(text)
        write(HEAD, b'overlay "mine" { on = "o0" }\n')(folder)
        shutil.copytree(os.path.join(folder, "pack"), os.path.join(folder, "rules", "mine"))
    return breaks


def lua(text):
    return snippet(text)


ATTACKS = [
    ("T1", "a file", lua('io.open("/etc/passwd")'), FORBIDDEN),
    ("T1", "a program", lua('os.execute("true")'), FORBIDDEN),
    ("T1", "the network", lua('require "socket"'), FORBIDDEN),
    ("T1", "the clock", lua("local t = os.clock()"), FORBIDDEN),
    ("T1", "the environment", lua('local h = os.getenv("HOME")'), FORBIDDEN),
    ("T2", "bytecode", write(RULES, b"\x1bLua\x54\x00\x19\x93\r\n"), ("JH-307",)),
    ("T2", "load", lua('load("\\27Lua")()'), FORBIDDEN),
    ("T2", "string.dump", lua("local d = string.dump"), FORBIDDEN),
    ("T3", "debug", lua("debug.getregistry()"), FORBIDDEN),
    ("T3", "the metatable of texts", lua('getmetatable("").__index.x = 1'), FORBIDDEN),
    ("T3", "methods of texts by themselves", lua('local m = ("").rep m("x", 1e9)'), ("JH-301",)),
    ("T3", "the metatable of a node", lua("local m = school.students.__index m()"), ("JH-301", "JH-303", "JH-304", "JH-309")),
    ("T4", "a word", lua("indicator = nil"), ("JH-324",)),
    ("T4", "a library", lua("string.sub = nil"), FORBIDDEN),
    ("T4", "a level", lua("school.students = 1"), FORBIDDEN),
    ("T5", "a text that doubles", lua('local s = "x" while true do s = s .. s end'), ("JH-306", "JH-305")),
    ("T5", "a table without end", lua("local t = {} for i = 1, 1e9 do t[i] = i end"), ("JH-306", "JH-305")),
    ("T5", "closures", lua("local t = {} for n = 1, 1e9 do t[n] = function() return n, t end end"), ("JH-306", "JH-305")),
    ("T5", "userdata", lua("local t = {} for n = 1, 1e9 do t[n] = school.students + n end"), ("JH-306", "JH-305", "JH-322")),
    ("T6", "names of a megabyte", lua('local s = "x" for i = 1, 20 do s = s .. s end for i = 1, 3000 do '
        'quantity("q" .. i) { of = school, name = s, clause = s, value = school.students } end'), ("JH-306",)),
    ("T6", "a million rules", lua('for i = 1, 1000000 do quantity("q" .. i) { of = school, name = "x", clause = "x",'
        ' value = school.students } end'), ("JH-306", "JH-305", "JH-322", "JH-456")),
    ("T6", "lists in many ways", lua("local t = {} for i = 1, 20000 do t[i] = school.students:above(i) end "
        "for i = 1, 3000 do t[1] = school.students:above(-i) local c = all_of(t) end"), ("JH-306", "JH-305")),
    ("T7", "a loop", lua("while true do end"), ("JH-305", "JH-456")),
    ("T7", "goto", lua("::again:: goto again"), ("JH-305", "JH-456")),
    ("T7", "tail calls", lua("local function f() return f() end f()"), ("JH-305", "JH-456")),
    ("T8", "pcall", lua("while true do pcall(function() while true do end end) end"), FORBIDDEN),
    ("T8", "coroutines", lua("coroutine.wrap(function() end)()"), FORBIDDEN),
    ("T8", "__gc", lua("setmetatable({}, { __gc = function() while true do end end })"), FORBIDDEN),
    ("T8", "__gc in a declaration", lua('indicator "x" { __gc = function() end }'), ("JH-313",)),
    ("T9", "patterns", lua('local f = ("a"):find(".-.-.-b")'), ("JH-301", "JH-304")),
    ("T9", "repeating", lua('local s = string.rep("x", 1e9)'), FORBIDDEN),
    ("T9", "sorting", lua("table.sort({ 1, 2 }, function() return true end)"), FORBIDDEN),
    ("T9", "joining", lua('local t = {} for i = 1, 100000 do t[i] = "xxxxxxxxxxxx" end '
        "while true do local s = table.concat(t) end"), ("JH-305", "JH-456")),
    ("T9", "comparing huge texts", lua(HUGE + 'local a, b = s .. "y", s .. "y" while true do local c = a == b end'),
     ("JH-305", "JH-456")),
    ("T9", "capitals of a huge text", lua(HUGE + "while true do local z = s:upper() end"), ("JH-305", "JH-456", "JH-301")),
    ("T9", "arguments without end", lua("local function f(...) return f(1, ...) end f()"), ("JH-305", "JH-456", "JH-321")),
    ("T10", "recursion", lua("local function f() return 1 + f() end f()"), ("JH-321", "JH-305", "JH-306")),
    ("T10", "nested tables", lua("local t = " + "{" * 1500 + "}" * 1500), ("JH-321",)),
    ("T10", "nested brackets", lua("local t = " + "(" * 1500 + "1" + ")" * 1500), ("JH-321",)),
    ("T11", "one more than the deepest", lua(DEEP % 1000 + INDICATOR % "measure = x, at_most = 1"), ("JH-457",)),
    ("T11", "a hundred thousand deep", lua(DEEP % 100000), ("JH-457",)),
    ("T11", "choices within choices", lua("local x = school.students for i = 1, 5000 do "
        "x = choose(school.students:above(i), x, school.students) end"), ("JH-457",)),
    ("T11", "conditions within conditions", lua("local c = school.students:above(1) for i = 1, 5000 do "
        "c = any_of { ~c, school.students:above(i) } end"), ("JH-457",)),
    ("T11", "rules upon rules", lua("indicator('r0') { name = 'x', clause = 'x', of = school, unit = 'student', "
        "measure = school.students, at_most = 1 } for i = 1, 3000 do requirement('r' .. i) { name = 'x', clause = 'x', "
        "of = school, holds = all_of { (i == 1 and indicator or requirement)('r' .. (i - 1)) } } end"), ("JH-457", "JH-321")),
    ("T12", "a thousand parents", chain(1000), ("JH-404",)),
    ("T12", "files named twice", names('"rules", "rules"'), ("JH-414",)),
    ("T13", "an absolute path", names('"/etc/passwd"'), ("JH-408",)),
    ("T13", "a path upwards", names('"../data/rules"'), ("JH-408",)),
    ("T13", "a path with backslashes", names('"..\\\\data\\\\rules"'), ("JH-408", "JH-311")),
    ("T13", "a path with a NUL", names('"rules\\0.x"'), ("JH-311",)),
    ("T13", "an article that is a link", link(RULES, None), ("JH-458",)),
    ("T13", "a head that is a link", link(HEAD, None), ("JH-458",)),
    ("T13", "a dictionary that is a link", link("dictionary.lua", None), ("JH-458",)),
    ("T13", "a link to a device", link(RULES, "/dev/zero"), ("JH-458", "JH-102")),
    ("T13", "a folder that is a link", linked_folder, ("JH-458",)),
    ("T13", "a pipe", pipe, ("JH-102",)),
    ("T14", "chance", lua("local r = math.random()"), FORBIDDEN),
    ("T14", "an address", lua('local s = string.format("%p", {})'), ("JH-311", "JH-304")),
    ("T14", "a table as text", lua("error(tostring({}))"), ("JH-304", "JH-301", "JH-311")),
]

# A limit that is raised or lowered: (options, attack, codes; "" = it passes, what is said)
LIMITS = [
    ("steps=1000", "for i = 1, 1000 do local x = i end", ("JH-305",), r"more than 1000 steps.*--pack-limits steps"),
    ("steps=1000000", "while true do end", ("JH-305",), r"more than 1000000 steps.*--pack-limits steps"),
    ("memory=4", 'local s = "x" for i = 1, 23 do s = s .. s end', ("JH-306",), r"more than 4 MiB.*--pack-limits memory"),
    ("memory=1", 'local s = "x" for i = 1, 21 do s = s .. s end', ("JH-306",), r"more than 1 MiB.*--pack-limits memory"),
    ("memory=256", 'local s = "x" for i = 1, 25 do s = s .. s end', (), ""),
    ("steps=1000000000000,seconds=1", "while true do end", ("JH-456",), r"more than 1 s.*--pack-limits seconds"),
    ("memory=0", "", ("JH-605",), ""),
    ("memory=1,memory=2", "", ("JH-605",), ""),
    ("steps=-1", "", ("JH-605",), ""),
    ("steps=1000000000001", "", ("JH-605",), ""),
    ("files=3", "", ("JH-605",), ""),
    ("", "", ("JH-605",), ""),
]

# What nests as deep as it may (one more is refused): all that follows it by recursion gets to its end.
ONE = ('indicator "x" { name = "x", clause = "x", of = school, unit = "%s", %s }\n'
       'requirement "y" { name = "y", clause = "y", of = county, holds = every(county.schools, all_of { indicator "x" }) }')
DEEPEST = [
    ("a sum", "local x = school.teachers for i = 1, 995 do x = x + school.teachers end "
     + ONE % ("teacher", "measure = x, at_least = 100000"), "x.at_least=1..100000/3"),
    ("choices", "local x = school.teachers for i = 1, 994 do x = choose(school.students:above(i), x, school.teachers) end "
     + ONE % ("teacher", "measure = x, at_least = 100"), "x.at_least=1..100/3"),
    ("conditions", "local c = school.teachers:above(1) for i = 1, 497 do c = any_of { ~c, school.teachers:above(i) } end "
     + ONE.replace(' unit = "%s",', "") % "holds = c", "teachers_per_100.at_least=1..9/4"),
]


def walks(folder, vary):
    """All that walks expressions, by name."""
    pack, data = os.path.join(folder, "pack"), evaluate(folder)[1:]
    out = os.path.join(folder, "out")
    yield "check", check(folder)
    for form in ("text", "csv", "json"):
        yield "evaluate " + form, ["evaluate", *data, "--format", form, "--output", out]
        yield "plan " + form, planning(folder, "--rule", "y", "--format", form, "--output", out)
        yield "sweep " + form, ["sweep", *data, "--vary", vary, "--who", "y", "--format", form, "--output", out]
    for form in ("text", "json", "html"):
        yield "explain " + form, ["explain", "S1", *data, "--depth", "full", "--format", form, "--output", out]
    yield "rules show", ["rules", "show", "x", "--rules", pack, "--lang", "en"]
    yield "rulebook", ["rules", "export", os.path.join(folder, "book"), pack, "--lang", "en"]
    yield "compare", ["compare", *data, "--with", pack]
    yield "template", ["template", "--rules", pack, "--lang", "en", "--output", out + ".xlsx"]


def deepest(program):
    count = failed = 0
    for name, text, vary in DEEPEST:
        folder = copy_of_good()
        snippet(text)(folder)
        prices()(folder)
        for what, command in walks(folder, vary):
            run = tried(program, *command, folder=folder)
            faults = faults_of(run, ())
            if run.status == 1:
                faults.remove("status 1")
            count += 1
            failed += tell("deepest: %s (%s)" % (name, what), run, faults)
        shutil.rmtree(folder, ignore_errors=True)
    return count, failed


def lines_of_model():
    with open(MODEL, encoding="utf-8") as stream:
        return re.findall(r"^ \*   (T\d+) ", stream.read(), re.M)


def spent():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def tried(program, *arguments, folder):
    """A run whose seconds are those of the processor."""
    before = spent()
    run = program.run(*arguments, folder=folder)
    run.seconds = spent() - before
    return run


def faults_of(run, codes, says=""):
    faults = []
    if run.status < 0 or re.search("Sanitizer|runtime error:", run.said):
        faults.append("crashed (%d)" % run.status)
    lines = [one for one in run.err.splitlines() if any("[%s]" % code in one for code in codes)]
    if codes and not lines:
        faults.append("none of %s" % " ".join(codes))
    if codes and run.status not in (1, 2, 3, 4):
        faults.append("status %d" % run.status)
    if not codes and run.status != 0:
        faults.append("status %d" % run.status)
    if says and not any(re.search(says, one) for one in lines):
        faults.append("does not say /%s/" % says)
    if run.seconds > MOST_SECONDS:
        faults.append("took %.0f s" % run.seconds)
    if run.peak_mib > MOST_MIB:
        faults.append("took %.0f MiB" % run.peak_mib)
    return faults


def tell(name, run, faults):
    first = next((one for one in run.err.splitlines() if "[JH-" in one), "")
    word = "FAILED (%s)" % ", ".join(faults) if faults else "held"
    code = re.search(r"\[(JH-\d+)\]", first)
    print("%-48s %-6s %s %5.1f s %4.0f MiB" % (name, code.group(1) if code else "", word, run.seconds, run.peak_mib))
    if faults:
        print("    | " + (first or run.said)[:300])
    return bool(faults)


def attack(program, name, breaks, codes):
    folder = copy_of_good()
    try:
        breaks(folder)
        # What no step counts runs into the wall of time, which need not stand where it does by itself.
        limits = ("--pack-limits", "seconds=3") if name.startswith("T9 ") else ()
        run = tried(program, *check(folder), *limits, folder=folder)
        return tell(name, run, faults_of(run, codes))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def limit(program, limits, text, codes, says):
    folder = copy_of_good()
    snippet(text)(folder)
    failed = 0
    for command in (check(folder), evaluate(folder)):
        run = tried(program, *command, "--pack-limits", limits, folder=folder)
        failed += tell("--pack-limits %s (%s)" % (limits, command[0]), run, faults_of(run, codes, says))
    shutil.rmtree(folder, ignore_errors=True)
    return failed


def main():
    program = Program(os.path.abspath(sys.argv[1]))
    model, attacked = set(lines_of_model()), {one[0] for one in ATTACKS}
    failed = 0
    for line in sorted(model ^ attacked):
        print("FAILED: %s is %s" % (line, "not attacked" if line in model else "no line of the threat model"))
        failed += 1
    wanted = sys.argv[2:]
    attacks = [one for one in ATTACKS if not wanted or one[0] in wanted]
    limits = LIMITS if not wanted or "limits" in wanted else []
    for line, name, breaks, codes in attacks:
        failed += attack(program, "%s %s" % (line, name), breaks, codes)
    for options, text, codes, says in limits:
        failed += limit(program, options, text, codes, says)
    walked = 0
    if not wanted or "deepest" in wanted:
        walked, lost = deepest(program)
        failed += lost
    print("%d attacks, %d limits, %d walks of the deepest, %d failed" % (len(attacks), len(limits), walked, failed))
    return 1 if failed or not attacks and not limits and not walked else 0


if __name__ == "__main__":
    sys.exit(main())
