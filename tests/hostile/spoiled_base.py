"""spoiled_base.py - good tables, what a spoiled copy of them may be read as, and how it is judged.

A variant is a folder of data with one file spoiled, and its readings: the tables that a person sees
who reads the file. The program may read it so, or refuse it with a message that names the place and
the cure; what it makes of a reading is what it makes of the same tables written plainly.
"""
import csv
import io
import json
import os
import re
import shutil
from dataclasses import dataclass, field

from harness import CRASH, DAY

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SAMPLE = os.path.join(ROOT, "data", "sample")
PACK = "national/quality-balance-2017"
COUNTIES = ("990101", "990104", "990303")
TABLES = ("counties", "schools", "rooms", "monitoring")
# Messages about a file as a whole: it has no line to name.
OF_FILE = {"JH-%d" % one for one in (202, 203, 222, 226, 263, 299, *range(241, 256), *range(287, 293))}
NO_COLUMN = "JH-286"  # names table and column, since no file has it
MESSAGE = re.compile(r"^(?:(?P<place>.*?): )?(?P<severity>error|warning|note): (?P<text>.*)\[(?P<code>JH-\d+)\]\s*$")


@dataclass
class Table:
    name: str
    header: list
    rows: list

    def copy(self):
        return Table(self.name, list(self.header), [list(row) for row in self.rows])

    def column(self, name):
        return self.header.index(name)

    def drop(self, name):
        """Without a column."""
        at = self.column(name)
        return Table(self.name, self.header[:at] + self.header[at + 1:],
                     [row[:at] + row[at + 1:] for row in self.rows])

    def put(self, row, name, text):
        """With another text in one cell."""
        made = self.copy()
        made.rows[row][self.column(name)] = text
        return made

    def lines(self):
        return [self.header] + self.rows

    def text(self, delimiter=",", end="\n"):
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(self.lines())
        return out.getvalue()


@dataclass
class Reading:
    """What the tables may be read as; said: the program must tell that it is not all that was there."""
    table: object  # a Table; None = the good one
    said: bool = False


GOOD = Reading(None)


@dataclass
class Variant:
    kind: str
    name: str
    file: str      # the spoiled file
    content: bytes
    readings: list = field(default_factory=list)
    gone: tuple = ()  # files that the spoiled one stands for


def good_tables():
    """Three counties of the sample: two that pass and one that does not."""
    tables, schools = {}, set()
    for name in TABLES:
        with open(os.path.join(SAMPLE, name + ".csv"), encoding="utf-8-sig", newline="") as stream:
            lines = list(csv.reader(stream))
        by = {"counties": 0, "schools": lines[0].index("所属县代码") if name == "schools" else 0}.get(name, 0)
        keys = schools if name == "rooms" else COUNTIES
        rows = [line for line in lines[1:] if line[by] in keys]
        if name == "schools":
            schools.update(row[0] for row in rows)
        tables[name] = Table(name, lines[0], rows)
    return tables


def write_folder(folder, tables):
    os.makedirs(folder)
    shutil.copy(os.path.join(SAMPLE, "dictionary.lua"), folder)
    for table in tables.values():
        with open(os.path.join(folder, table.name + ".csv"), "w", encoding="utf-8", newline="") as stream:
            stream.write(table.text())


def messages(text):
    return [found.groupdict("") for found in map(MESSAGE.match, text.splitlines()) if found]


def is_located(message, file):
    """Names the file, and the line or cell if it is about one."""
    if message["code"] == NO_COLUMN:
        return "of table " in message["text"]
    stem = os.path.splitext(file)[0]
    if message["code"] == "JH-202" and stem in message["text"]:
        return True
    named = [one for one in (file, "schools.csv", "rooms.csv") if one in message["place"] + message["text"]]
    if not named:
        return False
    return (message["code"] in OF_FILE or
            any(re.search(re.escape(one) + r":(\d+|[^:]*![A-Z]*\d+)", message["place"]) for one in named))


class Outcome:
    """What a run said, and what it made: None if it refused."""

    def __init__(self, run, made, listed=""):
        self.run, self.made, self.listed = run, made, listed
        self.messages = messages(run.said if made is None else run.err)

    def faults(self, file):
        if self.run.status < 0 or CRASH.search(self.run.said):
            return ["crashed with status %d" % self.run.status]
        if self.made is not None:
            return []
        errors = [one for one in self.messages if one["severity"] == "error"]
        if not errors:
            return ["refused without an error message, status %d" % self.run.status]
        if not any(is_located(one, file) for one in errors):
            return ["refused without naming the place in %s" % file]
        return []

    def tells_of(self, file):
        return file in self.listed or any(file in one["place"] + one["text"] for one in self.messages)


class Bench:
    """Runs the program on folders; what plain tables give is kept."""

    def __init__(self, program, work):
        self.program, self.work, self.known = program, work, {}
        self.tables = good_tables()
        self.count = 0

    def folder(self):
        self.count += 1
        return os.path.join(self.work, "%04d" % self.count)

    def evaluate(self, folder):
        run = self.program.run("evaluate", "--lang", "en", "--rules", PACK, "--data", folder,
                               "--on", DAY, "--format", "json", folder=ROOT)
        return Outcome(run, findings_of(run.out) if run.status in (0, 1) else None)

    def validate(self, folder):
        run = self.program.run("validate", "--lang", "en", "--data", folder, folder=ROOT)
        return Outcome(run, True if run.status == 0 else None)

    def imported(self, folder):
        out = folder + "-imported"
        run = self.program.run("import", "--lang", "en", "--data", folder, "--output", out, folder=ROOT)
        made, listed = None, ""
        if run.status in (0, 1) and os.path.isdir(out):
            made = {name: read(os.path.join(out, name + ".csv")) for name in TABLES}
            with open(os.path.join(out, "import.csv"), encoding="utf-8-sig", newline="") as stream:
                report = list(csv.reader(stream))
            listed = "\n".join(",".join(row) for row in report if row[0] not in ("kind", "source", "column"))
            judged = self.evaluate(out)
            made["verdicts"] = judged.made
            if judged.made is None:  # what import leaves to the reading of the dataset
                run, made = judged.run, None
        shutil.rmtree(out, ignore_errors=True)
        return Outcome(run, made, listed)

    def plain(self, what, table):
        """What the tables give when one of them is another, and all are written plainly."""
        key = (what, table and table.name, table and table.text())
        if key not in self.known:
            folder = self.folder()
            write_folder(folder, dict(self.tables, **({table.name: table} if table else {})))
            self.known[key] = getattr(self, what)(folder)
            shutil.rmtree(folder)
        return self.known[key].made

    def spoil(self, variant):
        folder = self.folder()
        write_folder(folder, self.tables)
        for name in variant.gone:
            os.remove(os.path.join(folder, name))
        with open(os.path.join(folder, variant.file), "wb") as stream:
            stream.write(variant.content)
        return folder


def read(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as stream:
        return stream.read()


KEPT = ("entity", "entity_name", "level", "county", "stage", "requirement", "verdict", "measure", "bound", "margin")


def findings_of(text):
    """Verdicts and values, without where they stand."""
    return [{key: one[key] for key in KEPT if key in one} for one in json.loads(text)["findings"]]
