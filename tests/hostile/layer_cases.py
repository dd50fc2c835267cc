"""layer_cases.py - broken overlays, reforms and used packs: the good pack stands below, in tests/hostile."""

import os
import shutil

from harness import Case
from pack_cases import HEAD, line, RULES, write

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
