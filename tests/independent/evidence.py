#!/usr/bin/env python3
"""Is what `explain --depth full` cites what a verdict rests on? Found out by changing cells.

evidence.py PROGRAM --lua LUA [--verdicts N] [--uncited N] [--scale S] [--seed S]

Takes random verdicts of a small synthetic nation, each requirement as likely as any other, and explains each.
Then, in a copy of the county's tables:

  - each cited cell is left blank, and given another value: the line that cites it must change with one of
    the two, in what it says or in that it does not cite the cell any more: of two reasons why something does not
    apply, one may go and the other stay (a text where evidence is kept is only named: nothing is reckoned with it)
  - where the cell is said to decide the verdict, leaving it blank must change the verdict; where it is
    not, the verdict must stay
  - the missing cells that are said to settle an undetermined verdict are filled in, all together: it must
    be settled; and all but one of them, each in turn: that alone must not always do
  - N cells that are not cited, not even with --all, get other values, all together: all that is told must stay as
    it is, to the byte

Not changed among those not cited: codes and names, and the type of schools where a county is judged, for
it decides which stages a school has, and that is cited only where there is such a stage.
"""
import argparse
import collections
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile

TABLES = ("counties", "schools", "rooms", "monitoring")
NAMES = {"county_code", "county_name", "prefecture_name", "province_name", "school_year", "school_code", "school_name",
         "parent_school_code", "kind", "monitored_stage", "subject"}
TYPES = ("小学", "小学教学点", "初级中学", "九年一贯制学校", "完全中学", "十二年一贯制学校",
         "职业初中", "高级中学", "特殊教育学校")
TEXTS = ("_evidence",)
FILES = ',\n"files":['


class Failures:
    def __init__(self):
        self.count = 0

    def add(self, text):
        self.count += 1
        if self.count <= 30:
            print("FAILED " + text)


def dictionary_of(nation):
    """The national dictionary without its checks, so that any single cell may be changed."""
    with open("data/schema/national.lua", encoding="utf-8") as file:
        national = file.read()
    with open(os.path.join(nation, "dictionary.lua"), encoding="utf-8") as file:
        own = file.read()
    return "local function check() return function() end end\n" + national + own[own.index("dataset {"):]


class County:
    """The tables of one county in a folder of their own; cells can be changed and put back."""

    def __init__(self, nation, code, folder):
        self.folder = folder
        self.code = code
        os.makedirs(folder)
        with open(os.path.join(folder, "dictionary.lua"), "w", encoding="utf-8") as file:
            file.write(dictionary_of(nation))
        self.tables = {}
        schools = set()
        for name in TABLES:
            with open(os.path.join(nation, name + ".csv"), encoding="utf-8-sig", newline="") as file:
                head, *rows = list(csv.reader(file))
            at = head.index("school_code" if name == "rooms" else "county_code")
            rows = [row for row in rows if row[at] == code or (name == "rooms" and row[at] in schools)]
            if name == "schools":
                schools = {row[0] for row in rows}
            self.tables[name] = [head] + rows
            self.write(name, self.tables[name])

    def write(self, name, rows):
        with open(os.path.join(self.folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def change(self, cells):
        """cells: {(table, line, field): text}; both count from 1, as evidence does."""
        for name in {key[0] for key in cells}:
            rows = [list(row) for row in self.tables[name]]
            for (table, line, field), text in cells.items():
                if table == name:
                    rows[line - 1][field - 1] = text
            self.write(name, rows)

    def restore(self, cells):
        for name in {key[0] for key in cells}:
            self.write(name, self.tables[name])

    def text(self, key):
        table, line, field = key
        return self.tables[table][line - 1][field - 1]

    def column(self, key):
        return self.tables[key[0]][0][key[2] - 1]

    def others(self, key, dice):
        """Other values for a cell: those of other rows, then numbers near it and far from it."""
        table, _, field = key
        own = self.text(key)
        seen = sorted({row[field - 1] for row in self.tables[table][1:]} - {own, ""})
        if self.column(key) == "school_type":
            seen = sorted(set(TYPES) - {own})
        dice.shuffle(seen)
        if own and own.replace(".", "").isdigit():
            number = int(float(own))
            near = [str(number + 1), str(number * 3 + 7), "0", str(max(number - 1, 0))]
            return [text for text in near if text != own] + seen[:2]
        if own in ("是", "否"):
            return ["否" if own == "是" else "是"]
        return seen[:12] or ["是", "1", "否", "0"]


class Program:
    def __init__(self, path):
        self.path = path
        self.runs = 0

    def explain(self, county, verdict, with_all=False):
        """The evidence as text without the hashes of the files, and as a tree; None if data are refused."""
        self.runs += 1
        words = [self.path, "explain", verdict["entity_code"] + ("/" + verdict["stage"] if verdict["stage"] else ""),
                 "--rule", verdict["requirement"], "--data", county.folder, "--depth", "full", "--format", "json",
                 "--quiet", "--lang", "en", "--jobs", "1"] + (["--all"] if with_all else [])
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode == 2:
            return "", {"parts": []}  # the unit is gone with the change
        if done.returncode != 0:
            return None, None
        text = done.stdout.decode("utf-8")
        begin = text.index(FILES)
        text = text[:begin] + text[text.index("]", begin) + 1:]
        return text, json.loads(text)["evidence"]


def find_top(tree, verdict):
    """The finding of the verdict: below the entity, or below its unit."""
    for part in tree.get("parts", []):
        if part["kind"] == "finding" and part["requirement"] == verdict["requirement"]:
            return part
        if part["kind"] == "entity":
            found = find_top(part, verdict)
            if found:
                return found
    return None


def name_of(node):
    keys = ("kind", "requirement", "quantity", "entity", "stage")
    name = tuple(node.get(key) for key in keys)
    return name if any(name[1:]) else name + (node.get("formula"),)


def key_of(cell):
    return os.path.basename(cell["file"])[:-4], cell["line"], cell["field"]


def content(node):
    """What a line says, and which cells it cites: not what stands in them."""
    said = {key: value for key, value in node.items() if key not in ("parts", "split", "pull", "group", "changes")}
    cells = [part["cell"] for part in node.get("parts", []) if part["kind"] == "cell"]
    return said, sorted(key_of(cell) for cell in cells if "file" in cell and "field" in cell)


def lines_of(tree, path=(), out=None):
    """{path of a line: what it says}; cells belong to the line above them."""
    out = {} if out is None else out
    seen = collections.Counter()
    for part in tree.get("parts", []):
        if part["kind"] == "cell":
            continue
        name = name_of(part)
        seen[name] += 1
        at = path + (name + (seen[name],),)
        out[at] = content(part)
        lines_of(part, at, out)
    return out


def citations(tree, path=(), out=None, top=None):
    """[(key, path of the line, cell node)], each once for each line."""
    out = [] if out is None else out
    seen = collections.Counter()
    for part in tree.get("parts", []):
        if part["kind"] == "cell":
            cell = part["cell"]
            if "file" in cell and "field" in cell:
                out.append((key_of(cell), path, part))
            continue
        name = name_of(part)
        seen[name] += 1
        citations(part, path + (name + (seen[name],),), out)
    return out


def pick(program, nation, count, dice):
    """Verdicts at random: first the requirement, then the entity."""
    done = subprocess.run([program, "evaluate", "--data", nation, "--format", "csv", "--lang", "en", "--quiet"],
                          stdout=subprocess.PIPE, check=True)
    by_rule = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"))):
        by_rule[row["requirement"]][row["verdict"]].append(row)
    rules = sorted(by_rule)
    picked = []
    while len(picked) < count:
        verdicts = by_rule[rules[len(picked) % len(rules)] if count >= len(rules) else dice.choice(rules)]
        picked.append(dice.choice(verdicts[dice.choice(sorted(verdicts))]))
    return picked


class Audit:
    def __init__(self, program, dice, failures, uncited):
        self.program, self.dice, self.failures, self.uncited_count = program, dice, failures, uncited
        self.told = collections.Counter()

    def ask(self, county, verdict, cells, with_all=False):
        county.change(cells)
        text, tree = self.program.explain(county, verdict, with_all)
        county.restore(cells)
        return text, tree

    def check(self, county, verdict):
        label = "%s of %s%s (%s)" % (verdict["requirement"], verdict["entity_code"],
                                     "/" + verdict["stage"] if verdict["stage"] else "", verdict["verdict"])
        text, tree = self.program.explain(county, verdict)
        top = tree and find_top(tree, verdict)
        if not top or top["verdict"] != verdict["verdict"]:
            self.failures.add("%s: not explained as it is evaluated" % label)
            return
        self.told["verdicts"] += 1
        self.told["of them " + verdict["verdict"]] += 1
        cited = citations(tree)
        self.check_cited(county, verdict, label, tree, top, cited)
        self.check_waiting(county, verdict, label, top)
        text, tree = self.program.explain(county, verdict, True)
        self.check_uncited(county, verdict, label, text, {key for key, _, _ in citations(tree)})

    def check_cited(self, county, verdict, label, tree, top, cited):
        lines = lines_of(tree)
        by_cell = collections.defaultdict(list)
        for key, path, node in cited:
            by_cell[key].append((path, node))
        for key in sorted(by_cell):
            if county.column(key).endswith(TEXTS):
                self.told["cells that are only named"] += 1
                continue
            self.told["cells cited"] += 1
            self.check_cell(county, verdict, label, lines, top, key, by_cell[key])

    def check_cell(self, county, verdict, label, lines, top, key, places):
        is_needed = any(node.get("needed") for _, node in places)
        open_lines = {path for path, _ in places}
        if county.text(key) != "":
            told = self.blank(county, verdict, label, lines, top, key, open_lines, is_needed)
            if not told:
                return
        values = county.others(key, self.dice)
        for text in values:
            if not open_lines:
                break
            _, changed = self.ask(county, verdict, {key: text})
            if changed is None:
                continue
            after = lines_of(changed)
            moved = {path for path in open_lines if after.get(path) != lines[path]}
            self.told["lines changed by another value"] += len(moved)
            open_lines -= moved
        for path in open_lines:
            self.failures.add("%s: %s %s, written %r: the line that cites it stays: %s" %
                              (label, key, county.column(key), county.text(key), path[-1]))

    def blank(self, county, verdict, label, lines, top, key, open_lines, is_needed):
        """Takes away the lines that a blank changes only after trying values: so here only looks at the verdict."""
        _, changed = self.ask(county, verdict, {key: ""})
        if changed is None:
            self.told["blanks that the data do not allow"] += 1
            return True
        found = find_top(changed, verdict)
        has_moved = not found or found["verdict"] != top["verdict"]
        self.told["cells said to decide"] += is_needed
        if has_moved != is_needed:
            self.failures.add("%s: %s %s is%s said to decide, but blank the verdict is %s" %
                              (label, key, county.column(key), "" if is_needed else " not", found and found["verdict"]))
        after = lines_of(changed)
        moved = {path for path in open_lines if after.get(path) != lines[path]}
        self.told["lines changed by a blank"] += len(moved)
        open_lines -= moved
        return True

    def check_waiting(self, county, verdict, label, top):
        if verdict["verdict"] != "undetermined" or "waiting" not in top:
            return
        keys = [key_of(cell) for cell in top["waiting"] if "file" in cell and "field" in cell]
        if len(keys) != top["waiting_count"]:
            self.told["undetermined for want of a table or column"] += 1
            return
        for _ in range(3):
            fill = {key: self.dice.choice(county.others(key, self.dice)) for key in keys}
            _, changed = self.ask(county, verdict, fill)
            found = changed and find_top(changed, verdict)
            if changed is None or (found and found["verdict"] != "undetermined"):
                continue
            self.failures.add("%s: all %d cells filled in, it is still undetermined" % (label, len(keys)))
        self.told["undetermined verdicts settled by filling in"] += 1
        for left in keys[:5]:
            self.check_one_left(county, verdict, label, left, keys)

    def check_one_left(self, county, verdict, label, left, keys):
        """With all others filled in, this one must still matter for some filling."""
        for _ in range(3):
            fill = {key: self.dice.choice(county.others(key, self.dice)) for key in keys if key != left}
            _, changed = self.ask(county, verdict, fill)
            found = changed and find_top(changed, verdict)
            if found and found["verdict"] == "undetermined":
                self.told["waiting cells that were needed"] += 1
                return
        self.told["waiting cells that other fillings made needless"] += 1

    def other_cells(self, county, verdict, cited):
        cells = []
        for name, rows in county.tables.items():
            fields = [i + 1 for i, column in enumerate(rows[0]) if column not in NAMES and
                      not (column == "school_type" and verdict["level"] == "county")]
            cells += [(name, line, field) for line in range(2, len(rows) + 1) for field in fields
                      if (name, line, field) not in cited]
        self.dice.shuffle(cells)
        return cells

    def check_uncited(self, county, verdict, label, text, cited):
        wanted = {}
        for key in self.other_cells(county, verdict, cited):
            if len(wanted) == self.uncited_count:
                break
            values = county.others(key, self.dice)
            wanted[key] = "" if self.dice.random() < 0.2 and county.column(key) != "school_type" else values[0]
        self.told["cells not cited"] += self.change_nothing(county, verdict, label, text, wanted)

    def change_nothing(self, county, verdict, label, text, wanted):
        """All together; where the data do not allow that, by halves. Gives how many were changed."""
        if not wanted:
            return 0
        said, _ = self.ask(county, verdict, wanted, True)
        if said == text:
            return len(wanted)
        if len(wanted) > 1:
            keys = list(wanted)
            half = len(keys) // 2
            return sum(self.change_nothing(county, verdict, label, text, {key: wanted[key] for key in part})
                       for part in (keys[:half], keys[half:]))
        if said is None:
            return 0
        (key, value), = wanted.items()
        self.failures.add("%s: %s %s is not cited, but %r in place of %r changes the evidence" %
                          (label, key, county.column(key), value, county.text(key)))
        return 1


def audit_all(audit, nation, temporary, options):
    """Takes verdicts until there are enough, leaving out those with too many cells."""
    counties, program = {}, audit.program
    for verdict in pick(program.path, nation, options.verdicts * (4 if options.most_cells else 1), audit.dice):
        if audit.told["verdicts"] == options.verdicts:
            break
        code = verdict["county_code"]
        if code not in counties:
            counties[code] = County(nation, code, os.path.join(temporary, code))
        if options.most_cells:
            _, tree = program.explain(counties[code], verdict)
            if tree and len({key for key, _, _ in citations(tree)}) > options.most_cells:
                audit.told["verdicts passed over, with more cells"] += 1
                continue
        audit.check(counties[code], verdict)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--lua", required=True)
    parser.add_argument("--verdicts", type=int, default=12)
    parser.add_argument("--uncited", type=int, default=200)
    parser.add_argument("--scale", default="0.002")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--most-cells", type=int, default=0, help="verdicts with more cited cells are passed over; 0 = none")
    options = parser.parse_args()
    program = Program(os.path.abspath(options.program))
    dice, failures = random.Random(options.seed), Failures()
    audit = Audit(program, dice, failures, options.uncited)
    with tempfile.TemporaryDirectory(prefix="junheng-evidence-") as temporary:
        nation = os.path.join(temporary, "nation")
        subprocess.run([options.lua, "tools/dev/make_nation.lua", "--out", nation, "--scale", options.scale, "--blanks",
                        "6", "--seed", str(options.seed)], check=True, stdout=subprocess.DEVNULL)
        try:
            audit_all(audit, nation, temporary, options)
        except KeyboardInterrupt:
            print("broken off")
    for what, count in audit.told.items():
        print("%-48s %7d" % (what, count))
    print("%d runs, %d failed" % (program.runs, failures.count))
    return 1 if failures.count else 0


if __name__ == "__main__":
    sys.exit(main())
