"""What the tests of sheets of limits share: the program, a workbook and its cells."""
import os
import subprocess
import sys

import openpyxl

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), sys.argv[2]
FIRST = 3  # row of the first value
COLUMNS = ["path", "name", "stage", "value", "unit", "since", "until", "clause", "document", "now", "now_clause",
           "now_since", "reason"]
LETTER = {name: chr(ord("A") + i) for i, name in enumerate(COLUMNS)}


def run(*words, lang="en"):
    """Status, standard output, standard error."""
    done = subprocess.run([PROGRAM, *words, "--lang", lang], cwd=ROOT, capture_output=True, text=True)
    if done.returncode not in (0, 1, 2, 3):
        raise SystemExit(f"{' '.join(words)}: exit {done.returncode}: {done.stderr}")
    return done.returncode, done.stdout, done.stderr


def must(*words, lang="en"):
    status, out, err = run(*words, lang=lang)
    if status:
        raise SystemExit(f"{' '.join(words)}: exit {status}: {err}")
    return out


class Sheet:
    """A workbook that was exported, open for editing."""

    def __init__(self, path):
        self.path = path
        self.book = openpyxl.load_workbook(path)
        self.guide, self.limits = self.book.worksheets[0], self.book.worksheets[1]

    def rows(self):
        return range(FIRST, self.limits.max_row + 1)

    def get(self, row, column):
        value = self.limits[f"{LETTER[column]}{row}"].value
        return "" if value is None else str(value)

    def put(self, row, column, value):
        self.limits[f"{LETTER[column]}{row}"].value = value

    def find(self, path, stage=""):
        for row in self.rows():
            if self.get(row, "path") == path and self.get(row, "stage") == stage:
                return row
        raise SystemExit(f"no row {path} {stage}")

    def fact(self, label, value):
        for row in range(1, self.guide.max_row + 1):
            if self.guide[f"A{row}"].value == label:
                self.guide[f"B{row}"].value = value
                return f"B{row}"
        raise SystemExit(f"no label {label}")

    def save(self, path):
        self.book.save(path)
