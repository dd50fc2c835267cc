"""Lists of prices that are broken, or made to do harm, in one way; and plans that are asked for what is not there."""
import os

from harness import Case

HEAD = 'prices "p" { name = "n" }\n'
MEANS = 'means "teacher" { name = "t", of = school, yuan = 90000, per = "teacher", adds = { teachers = 1 } }\n'


def planning(folder, *more):
    return ["plan", "990101", "--lang", "en", "--data", os.path.join(folder, "data"), "--rules", os.path.join(folder, "pack"),
            "--dictionary", os.path.join(folder, "pack", "dictionary.lua"), "--on", "2024-09-01",
            "--prices", os.path.join(folder, "prices.lua"), *[word.replace("{folder}", folder) for word in more]]


def listed(body=MEANS, head=HEAD):
    def breaks(folder):
        with open(os.path.join(folder, "prices.lua"), "wb") as stream:
            stream.write(head.encode() + body if isinstance(body, bytes) else (head + body).encode())
    return breaks


def means(old="", new="", more=""):
    """The usual means, with one text in place of another, or more fields."""
    assert old in MEANS, old
    return listed(MEANS.replace(old, new, 1).replace("of =", more + "of =", 1))


def nothing(folder):
    """No list at all."""


def folder_of_prices(folder):
    os.makedirs(os.path.join(folder, "prices.lua"))


HERE = r"prices\.lua:\d"

BAD = [
    # A script that does not end, or takes all memory, or wants out.
    Case("a loop without end", listed("while true do end\n" + MEANS), ("JH-305",), HERE),
    Case("a recursion without end", listed("local function f() return 1 + f() end f()"), ("JH-306", "JH-301"), HERE),
    Case("a text that doubles", listed('local s = "x" while true do s = s .. s end'), ("JH-306",), HERE, most_mib=500),
    Case("a file opened", listed('io.open("/etc/hostname")'), ("JH-304",), HERE),
    Case("a program started", listed('os.execute("true")'), ("JH-304",), HERE),
    Case("errors caught", listed("pcall(function() end)"), ("JH-304",), HERE),
    Case("a global", listed("x = 1\n" + MEANS), ("JH-324",), HERE),
    Case("a word of packs", listed('indicator "x" { name = "x" }'), ("JH-302", "JH-304", "JH-303"), HERE),
    Case("compiled Lua", listed(b"", head="\x1bLuaT"), ("JH-307",), r"prices\.lua"),
    Case("no list", nothing, ("JH-102",), r"prices\.lua"),
    Case("a folder", folder_of_prices, ("JH-104",), r"prices\.lua"),
    Case("an empty list", listed("", head=""), ("JH-312",), r"prices\.lua"),
    Case("a head alone", listed(""), ("JH-312",), r"prices\.lua"),
    Case("two heads", listed(HEAD + MEANS), ("JH-315",), HERE),
    # What is bought.
    Case("a means named twice", listed(MEANS + MEANS), ("JH-315",), HERE),
    Case("an unknown field", means(more='price = 3, '), ("JH-313",), HERE),
    Case("an unknown level", means("school", "schools"), ("JH-303", "JH-302"), HERE, says="school"),
    Case("a level without a table", means("of = school", "of = stage"), ("JH-842",), HERE),
    Case("an unknown column", means("teachers = 1", "teacher = 1"), ("JH-840",), HERE, says='did you mean "teachers"'),
    Case("a column of choices", means("teachers = 1", "school_type = 1"), ("JH-841",), HERE),
    Case("a column of texts", means("teachers = 1", "school_name = 1"), ("JH-841",), HERE),
    Case("nothing added", means("teachers = 1", ""), ("JH-311",), HERE),
    Case("0 added", means("teachers = 1", "teachers = 0"), ("JH-844",), HERE),
    Case("half a teacher", means("teachers = 1", "teachers = 0.5"), ("JH-843",), HERE),
    Case("a step finer than the column", means(more="step = 0.5, "), ("JH-843",), HERE),
    Case("a step of 0", means(more="step = 0, "), ("JH-844",), HERE),
    Case("a step without end", means(more="step = 1e300, "), ("JH-314", "JH-843", "JH-311"), HERE),
    Case("a price below 0", means("yuan = 90000", "yuan = -1"), ("JH-844",), HERE),
    Case("a price that is none", means("yuan = 90000", "yuan = 0/0"), ("JH-314", "JH-311"), HERE),
    Case("a price in words", means("yuan = 90000", 'yuan = "dear"'), ("JH-314",), HERE),
    Case("a limit below 0", means(more="most = -2, "), ("JH-844",), HERE),
    Case("an unknown unit", means('per = "teacher"', 'per = "teecher"'), ("JH-317",), HERE),
    Case("a move without a price", means(more="moves = {}, "), ("JH-312",), HERE),
    Case("only where there is no such choice", means(more='only_where = { school_type = "primary_scool" }, '), ("JH-845",), HERE,
         says='did you mean "primary_school"'),
    Case("only where a number", means(more="only_where = { teachers = true }, "), ("JH-846",), HERE),
    Case("only where nothing", means(more="only_where = { school_type = {} }, "), ("JH-311",), HERE),
    Case("an unknown column to choose by", means(more="only_where = { scool_type = true }, "), ("JH-840",), HERE),
    # What is asked for.
    Case("moves that the list does not allow", listed(), ("JH-849",), arguments=("--move",)),
    Case("an unknown rule", listed(), ("JH-412",), arguments=("--rule", "teachers_per_10")),
    Case("an unknown format", listed(), (), arguments=("--format", "xlsx"), says="xlsx"),
]
