"""Spoiled sheets of limits: each gives a message at its cell, or the right value; none passes in silence.

    spoiled.py PROGRAM ROOT
"""
import copy
import csv
import datetime
import os
import re
import shutil
import tempfile

import openpyxl

from sheets import FIRST, LETTER, ROOT, Sheet, must, run

PACK = "national/quality-balance-2017"
FUNDS = "special_education_funds_per_student.at_least"
CLASSES = "class_size.at_most"
SHARE = "school_resources.others_at_least"
DAY = "2026-09-01"
CASES = []
COUNT = {}


def case(name):
    def keep(function):
        CASES.append((name, function))
        return function
    return keep


class Trial:
    """One workbook, spoiled and read back."""

    def __init__(self, folder, base):
        self.folder = folder
        self.path = os.path.join(folder, "limits.xlsx")
        self.output = os.path.join(folder, "change.lua")
        self.sheet = Sheet(base)
        self.funds = self.sheet.find(FUNDS)
        self.primary = self.sheet.find(CLASSES, "primary")

    def read(self, *more, save=True):
        if os.path.exists(self.output):
            os.remove(self.output)
        if save:
            self.sheet.save(self.path)
        words = list(more)
        if "--on" not in words:
            words += ["--on", DAY]
        self.status, self.out, self.err = run("rules", "import", self.path, "--output", self.output, *words)
        self.text = ""
        if os.path.exists(self.output):
            with open(self.output, encoding="utf-8") as file:
                self.text = file.read()
        left = [name for name in os.listdir(self.folder) if ".part" in name]
        self.expect(not left, f"left behind: {left}")
        return self

    def expect(self, condition, what):
        if not condition:
            raise SystemExit(f"{self.name}: {what}\nexit {self.status}\n{self.out}{self.err}{self.text}")

    def says(self, code, cell="", sheet="Limits"):
        """A message with this code stands at this cell."""
        at = f"limits.xlsx:{sheet}!{cell}: " if cell else "limits.xlsx"
        lines = [line for line in self.err.splitlines() if f"[JH-{code}]" in line]
        self.expect(any(at in line for line in lines), f"no JH-{code} at {at}")
        return self

    def refused(self, code, cell="", sheet="Limits"):
        self.says(code, cell, sheet)
        self.expect(self.status == 3 and not self.text, "was accepted")

    def gives(self, statement):
        text = re.sub(r"\s+", " ", self.text).replace(", }", " }") # wherever lines are broken
        self.expect(self.status == 0 and statement in text, f"without: {statement}")
        return self

    def unchanged(self):
        self.expect(self.status == 0 and not self.text and "nothing was changed" in self.out, "not unchanged")
        return self


def now(value, statement):
    """A new value of the funds that is read."""
    def act(t):
        t.sheet.put(t.funds, "now", value)
        t.read().gives(statement)
    return act


def no_value(value, code=892):
    def act(t):
        t.sheet.put(t.funds, "now", value)
        t.read().refused(code, f"J{t.funds}")
    return act


GIVES_7500 = 'change "' + FUNDS + '" { was = 6000, now = 7500 }'
for label, value in [("a number", 7500), ("a text number", "7500"), ("blanks around it", "  7500 "),
                     ("full-width digits", "７５００"), ("thousands", "7,500"), ("decimals at the end", "7500.00"),
                     ("a sign", "+7500"), ("full-width thousands", "７，５００")]:
    case(label)(now(value, GIVES_7500))
case("decimals are kept as text")(now("7500.05", 'now = "7500.05"'))
case("a decimal number")(now(7500.5, 'now = "7500.5"'))
for label, value in [("a unit behind", "7500元"), ("a word", "as before"), ("a comma out of place", "75,00"),
                     ("an exponent", "7.5E+3"), ("a percent where there is none", "75%"), ("below zero", -7500),
                     ("a date", datetime.date(2026, 9, 1)), ("true", True), ("a range", "7000-8000"),
                     ("two points", "7.500.0"), ("a Chinese number", "七千五百"), ("an arrow", "6000→7500"),
                     ("an error", "#DIV/0!"), ("a formula nobody computed", "=D3*2"), ("too long", "7500.0000000000001")]:
    case(label)(no_value(value))


@case("a percent format where there is none")
def _(t):
    t.sheet.put(t.funds, "now", 75)
    t.sheet.limits[f"J{t.funds}"].number_format = "0%"
    t.read().refused(892, f"J{t.funds}")


@case("a percent format where the unit is percent")
def _(t):
    row = t.sheet.find(SHARE)
    t.sheet.put(row, "now", 0.9)
    t.sheet.limits[f"J{row}"].number_format = "0%"
    t.read().gives('change "' + SHARE + '" { was = 85, now = 90 }')


@case("a percent sign where the unit is percent")
def _(t):
    row = t.sheet.find(SHARE)
    t.sheet.put(row, "now", "９０％")
    t.read().gives('change "' + SHARE + '" { was = 85, now = 90 }')


@case("a share for a percentage")
def _(t):
    row = t.sheet.find(SHARE)
    t.sheet.put(row, "now", 0.85)
    t.read().refused(904, f"J{row}")


@case("ten thousands")
def _(t):
    t.sheet.put(t.funds, "now", 0.6)
    t.read().says(893, f"J{t.funds}")


@case("the old value again")
def _(t):
    t.sheet.put(t.funds, "now", 6000)
    t.read().says(894, f"J{t.funds}").unchanged()


@case("a clause without a value")
def _(t):
    t.sheet.put(t.funds, "now_clause", "第一条")
    t.read().says(895, f"J{t.funds}").unchanged()


@case("nothing at all")
def _(t):
    t.read().unchanged()


@case("both stages stand together")
def _(t):
    t.sheet.put(t.primary, "now", 40)
    t.sheet.put(t.primary + 1, "now", 45)
    t.read().gives('change "' + CLASSES + '" { was = { primary = 45, junior = 50 }, now = { primary = 40, junior = 45 } }')


@case("stages with reasons of their own stand alone")
def _(t):
    t.sheet.put(t.primary, "now", 40)
    t.sheet.put(t.primary + 1, "now", 45)
    t.sheet.put(t.primary, "reason", "小学")
    t.read().gives('change "' + CLASSES + '.primary" { was = 45, now = 40, reason = "小学" }')
    t.gives('change "' + CLASSES + '.junior" { was = 50, now = 45 }')


@case("merged new values")
def _(t):
    t.sheet.put(t.primary, "now", 40)
    t.sheet.limits.merge_cells(f"J{t.primary}:J{t.primary + 1}")
    t.read().refused(892, f"J{t.primary + 1}")


@case("a value merged with its clause")
def _(t):
    t.sheet.put(t.primary, "now", 40)
    t.sheet.limits.merge_cells(f"J{t.primary}:K{t.primary}")
    t.read().refused(892, f"K{t.primary}")


@case("merged names")
def _(t):
    t.sheet.put(t.primary, "now", 40)
    t.sheet.limits.merge_cells(f"A{t.primary}:A{t.primary + 1}")
    t.sheet.limits.merge_cells(f"B{t.primary}:B{t.primary + 1}")
    t.read().gives('change "' + CLASSES + '.primary" { was = 45, now = 40 }')


@case("moved columns")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.limits.move_range(f"J2:J{t.sheet.limits.max_row}", cols=6)
    t.sheet.limits.move_range(f"A2:A{t.sheet.limits.max_row}", cols=16)
    t.read().gives(GIVES_7500)


@case("a column of one's own")
def _(t):
    t.sheet.limits["N2"].value = "Reasons"
    t.sheet.put(t.funds, "now", 7500)
    t.read().says(883, "N2").gives(GIVES_7500)


@case("a deleted column")
def _(t):
    t.sheet.limits.delete_cols(5)
    t.read()
    t.refused(881)
    t.expect("Limits!2:" in t.err and '"Unit"' in t.err, "no place")


@case("a renamed column")
def _(t):
    t.sheet.limits["J2"].value = "Proposal"
    t.sheet.put(t.funds, "now", 7500)
    t.read().refused(881)


@case("a doubled column")
def _(t):
    t.sheet.limits["N2"].value = "New value"
    t.read().refused(882, "N2")


@case("a title line more")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.limits.insert_rows(1, 3)
    t.read().gives(GIVES_7500)


@case("a deleted row")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.limits.delete_rows(t.primary)
    t.read().says(898).gives("now = 7500")
    t.expect(CLASSES + ".primary" in t.err, "not named")


@case("a doubled row")
def _(t):
    last = t.sheet.limits.max_row + 1
    for name in LETTER:
        t.sheet.put(last, name, t.sheet.limits[f"{LETTER[name]}{t.funds}"].value)
    t.sheet.put(last, "now", 7500)
    t.read().refused(891, f"A{last}")
    t.expect(f"Limits!A{t.funds}: note" in t.err, "without the other place")


@case("rows in another order, blank ones between")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    last = t.sheet.limits.max_row
    t.sheet.limits.move_range(f"A{t.funds}:M{t.funds}", rows=last + 5 - t.funds)
    t.read().gives(GIVES_7500)


@case("hidden rows count")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.limits.row_dimensions[t.funds].hidden = True
    t.read().gives(GIVES_7500)


@case("an unknown path")
def _(t):
    t.sheet.put(t.funds, "path", "special_education_fund_per_student.at_least")
    t.read().refused(889, f"A{t.funds}")
    t.expect(FUNDS in t.err, "suggests nothing")


@case("a value without a path")
def _(t):
    t.sheet.put(t.sheet.limits.max_row + 3, "now", 7)
    t.read().refused(889, f"A{t.sheet.limits.max_row}")


@case("another stage")
def _(t):
    t.sheet.put(t.primary, "stage", "senior")
    t.read().refused(890, f"C{t.primary}")


@case("another first day")
def _(t):
    t.sheet.put(t.funds, "since", "2020-01-01")
    t.read().refused(890, f"C{t.funds}")


@case("another unit")
def _(t):
    t.sheet.put(t.funds, "unit", "万元/学生")
    t.sheet.put(t.funds, "now", 0.75)
    t.read().refused(888, f"E{t.funds}")


@case("the new value in the column of the old one")
def _(t):
    t.sheet.put(t.funds, "value", 7500)
    t.read().refused(888, f"D{t.funds}")
    t.expect('"7500"' in t.err and '"6000"' in t.err, "not both values")


@case("another name")
def _(t):
    t.sheet.put(t.funds, "name", "Funds")
    t.sheet.put(t.funds, "now", 7500)
    t.read().says(888, f"B{t.funds}").gives(GIVES_7500)


@case("no day at all")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.save(t.path)
    t.status, t.out, t.err = run("rules", "import", t.path, "--output", t.output)
    t.refused(897, t.sheet.fact("First day", None), "Guide")


@case("a day that is none")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    cell = t.sheet.fact("First day", "next autumn")
    t.sheet.save(t.path)
    t.status, t.out, t.err = run("rules", "import", t.path, "--output", t.output)
    t.refused(897, cell, "Guide")


@case("a day that became a date")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "now_since", datetime.date(2027, 1, 1))
    t.sheet.fact("First day", datetime.date(2026, 9, 1))
    t.sheet.save(t.path)
    must("rules", "import", t.path, "--output", t.output)
    with open(t.output, encoding="utf-8") as file:
        text = file.read()
    t.text, t.status, t.out, t.err = text, 0, "", ""
    t.gives('now = 7500, from = "2027-01-01" }').gives(' from = "2026-09-01",')


@case("a day before the first")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "now_since", "2016-01-01")
    t.read().refused(896, f"L{t.funds}")


@case("a day in words")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "now_since", "2027年1月1日")
    t.read().gives('now = 7500, from = "2027-01-01" }')


@case("a day that is none")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "now_since", "九月一日")
    t.read().refused(896, f"L{t.funds}")


@case("texts with quotes, backslashes and line ends")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "now_clause", '第一条"甲\\乙"')
    t.sheet.put(t.funds, "reason", "一\n二]] --")
    t.read().gives('clause = "第一条\\"甲\\\\乙\\""').gives('reason = "一 二]] --"')


@case("a formula is a text")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "reason", "=1+1")
    t.read().refused(892, f"M{t.funds}")


@case("a renamed sheet")
def _(t):
    t.sheet.limits.title = "Ours"
    t.read()
    t.expect(t.status == 3 and "[JH-" in t.err and "Ours" in t.err, "not told")


@case("the hidden sheet is gone")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    del t.sheet.book["_junheng"]
    del t.sheet.book["Guide"]
    t.read().says(884)
    t.expect(t.status == 2 and not t.text, "was accepted")
    t.read("--rules", PACK).says(884).gives(GIVES_7500)


@case("another workbook")
def _(t):
    t.sheet.book = openpyxl.Workbook()
    t.sheet.book.active["A1"] = "Parameter"
    t.read().refused(880)


@case("a template for data")
def _(t):
    must("template", "--rules", PACK, "--output", t.path)
    t.read(save=False).refused(880)


@case("an empty sheet")
def _(t):
    t.sheet.limits.delete_rows(1, 500)
    t.read()
    t.expect(t.status == 3 and "[JH-" in t.err, "not told")


@case("only the heading")
def _(t):
    t.sheet.limits.delete_rows(FIRST, 500)
    t.read().says(898).unchanged()


@case("another pack")
def _(t):
    t.read("--rules", "national/pilot-2021").refused(885)


@case("a text file that is no sheet")
def _(t):
    t.path = os.path.join(t.folder, "limits.xlsx.csv")
    with open(t.path, "w", encoding="utf-8") as file:
        file.write("county,value\n1,2\n")
    t.read(save=False).refused(880)


@case("a file that is not there")
def _(t):
    t.path = os.path.join(t.folder, "none.xlsx")
    t.read(save=False)
    t.expect(t.status == 3 and "[JH-" in t.err, "not told")


@case("an id that cannot be")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.read("--id", "班额40").refused(897)


@case("an overlay without its document")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.read("--as", "overlay")
    t.says(897, t.sheet.fact("Document number", None), "Guide")
    t.refused(897, f"K{t.funds}")


@case("an overlay that tightens")
def _(t):
    t.sheet.put(t.funds, "now", 7500)
    t.sheet.put(t.funds, "now_clause", "第一条")
    t.sheet.fact("Document number", "样教〔2026〕8号")
    t.sheet.fact("Document title", "通知")
    t.read("--as", "overlay", "--id", "990000-sample/funds").gives('now = 7500, clause = "第一条" }')
    must("check", t.output)


@case("an overlay that relaxes")
def _(t):
    t.sheet.put(t.funds, "now", 5000)
    t.sheet.put(t.funds, "now_clause", "第一条")
    t.sheet.fact("Document number", "样教〔2026〕8号")
    t.sheet.fact("Document title", "通知")
    t.read("--as", "overlay").refused(417, f"J{t.funds}")
    t.sheet.fact("May relax", "maybe")
    t.read("--as", "overlay").refused(897)
    t.sheet.fact("May relax", "是")
    t.read("--as", "overlay").gives('contract = "may_relax"')
    must("check", t.output)


@case("more than there is")
def _(t):
    row = t.sheet.find("school_resources.n")
    t.sheet.put(row, "now", 9)
    t.read()
    t.expect(t.status == 3 and not t.text and f"Limits!J{row}: " in t.err, "not refused at its cell")


@case("a pack that is not below rules/")
def _(t):
    own = os.path.join(t.folder, "my-pack")
    shutil.copytree(os.path.join(ROOT, "rules", PACK), own)
    edit(own, f'pack "{PACK}"', 'pack "my/own"')
    must("rules", "export", "--rules", own, "--xlsx", t.path)
    t.read(save=False).says(884)
    t.read("--rules", own, save=False).unchanged()


@case("the pack moved on")
def _(t):
    own = os.path.join(t.folder, "my-pack")
    shutil.copytree(os.path.join(ROOT, "rules", PACK), own)
    must("rules", "export", "--rules", own, "--xlsx", t.path)
    t.sheet = Sheet(t.path)
    t.sheet.put(t.funds, "now", 7500)
    t.read("--rules", own).gives(GIVES_7500)
    edit(own, "= 6000", "= 6500")
    t.read("--rules", own)
    t.says(886)
    t.refused(887, f"D{t.funds}")
    t.expect('"6000"' in t.err and '"6500"' in t.err, "not both values")


@case("the pack moved on, its numbers did not")
def _(t):
    own = os.path.join(t.folder, "my-pack")
    shutil.copytree(os.path.join(ROOT, "rules", PACK), own)
    must("rules", "export", "--rules", own, "--xlsx", t.path)
    t.sheet = Sheet(t.path)
    edit(own, 'version = "1.0.0"', 'version = "1.0.1"')
    t.read("--rules", own).refused(886)
    t.expect("1.0.0" in t.err and "1.0.1" in t.err, "not both versions")


def edit(folder, old, new):
    count = 0
    for name in os.listdir(folder):
        path = os.path.join(folder, name)
        if not name.endswith(".lua"):
            continue
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if old in text:
            count += 1
            with open(path, "w", encoding="utf-8") as file:
                file.write(text.replace(old, new))
    if count == 0:
        raise SystemExit(f"{old} stands nowhere in {folder}")


@case("text with the same columns")
def _(t):
    t.path = os.path.join(t.folder, "limits.csv")
    must("rules", "export", "--rules", PACK, "--format", "csv", "--output", t.path)
    with open(t.path, encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    t.read(save=False).unchanged()
    for line in lines:
        if line[0] == FUNDS:
            line[9] = "7500"
    with open(t.path, "w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(lines)
    t.read(save=False).gives(GIVES_7500)
    for line in lines:
        if line[0] == FUNDS:
            line[9] = "75OO"
    with open(t.path, "w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(lines)
    t.read(save=False)
    t.expect(t.status == 3 and re.search(r"limits\.csv:\d+: error: .*\(field 10", t.err), "not located")


def main():
    with tempfile.TemporaryDirectory(prefix="junheng-limits-") as folder:
        base = os.path.join(folder, "base.xlsx")
        must("rules", "export", "--rules", PACK, "--xlsx", base)
        for number, (name, act) in enumerate(CASES):
            own = os.path.join(folder, str(number))
            os.mkdir(own)
            trial = Trial(own, base)
            trial.name = name
            trial.status, trial.out, trial.err, trial.text = None, "", "", ""
            act(trial)
    print(f"{len(CASES)} sheets, each with its message or the right value")


main()
