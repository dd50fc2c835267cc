"""vocabulary_cases.py - one mistake for each code of 415 to 455 that no overlay is needed for, and those found since."""

from harness import Case
from pack_cases import INDICATOR, line, snippet

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
