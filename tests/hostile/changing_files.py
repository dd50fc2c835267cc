#!/usr/bin/env python3
"""Other inputs that change while they are read, and reads that give less than asked for:
changing_files.py PROGRAM LIBRARY [--scene NAME] [--quick]

As changing.py, for what it has not: workbooks, sources and mappings of an import, tables of scenarios, sheets of limits,
reforms, the second side of a comparison, parts of a merge; a snapshot, which may become what it wants: the result is that
of the data. At each call about the file it is rewritten (with its time
put back, too), replaced, cut, and away for a while; the program ends with the result of the old file, that of the
new one, or an error with a code that names a file; what it writes is whole, and of one of the two. Then each call that
reads gives one byte, or is interrupted, or all of them give seven bytes: the result is that of the file. So it is with
tables and rules, too, with what is read again to be kept or compared with a snapshot, and with an archive (whose
library does not promise more: it is not rewritten).
"""
import argparse
import io
import os
import re
import shutil
import sys
import tempfile
import zipfile

from changing import HERE, MOST_CALLS, SCHOOLS, SETTLED, Bench

OFFICE = os.path.join(HERE, "..", "golden", "office")
REFORM = 'reform "two" { on = "any", from = "2024-01-01", reason = { zh = "试", en = "trial" } }\n' \
         'change "teachers_per_100.at_least" { was = 5, now = 9 }\n'
WAYS = ("rewrite", "replace", "hide", "back", "cut")
READS = ("short", "eintr", "trickle")
JUDGED = ("--rules", "pack", "--data", "data", "--on", "2024-09-01", "--lang", "en", "--jobs", "1")


def other_book(book):
    """The same workbook with another number in each sheet's first cell that holds one of two digits."""
    out = io.BytesIO()
    changed = 0
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, count = re.subn(rb"<v>([1-8])(\d\d)</v>", lambda at: b"<v>%c%s</v>" % (at[1][0] + 1, at[2]),
                                      text)
                changed += count
            new.writestr(zipfile.ZipInfo(name), text)
    assert changed
    return out.getvalue()


def swap(old, new):
    def make(text):
        assert old.encode() in text, old
        return text.replace(old.encode(), new.encode())
    return make


class Scene:
    """file: what changes; make: its other text; line: the arguments; out: what it writes besides; ways: how it
        changes; beside: what is there as at first before each run; is_kept: it holds nothing that the data do not say."""

    def __init__(self, file, make, *line, out=None, ways=WAYS + READS, beside=None, is_kept=False):
        self.file, self.make, self.line, self.out, self.ways = file, make, line, out, ways
        self.beside, self.is_kept = beside, is_kept


EVALUATED = ("evaluate", "--format", "json", *JUDGED)
FEWER = swap(",900,60,", ",900,10,")


def import_of(kind):
    return ("import", "--mapping", kind + "/mapping.lua", "--output", "out", "--lang", "en")


SCENES = {
    "workbook": Scene("book/学校基本情况.xlsx", other_book, *import_of("book"), out="out"),
    "source": Scene("text/教师.csv", lambda text: text.replace(b"1", b"2"), *import_of("text"), out="out"),
    "mapping": Scene("text/mapping.lua", swap("County A1, 2024", "County B2, 2024"), *import_of("text"), out="out"),
    "scenarios": Scene("scenarios.csv", swap("5.5,0.4", "13,0.1"), "sweep", "--scenarios", "scenarios.csv", *JUDGED),
    "limits": Scene("limits.csv", swap("６", "7"), "rules", "import", "limits.csv", "--rules", "pack", "--lang", "en",
                    "--output", "out", out="out"),
    "reform": Scene("two.lua", swap("now = 9", "now = 8"), "evaluate", "--reform", "two.lua", "--format", "json",
                    *JUDGED),
    "compared": Scene("other/rules.lua", swap("at_least = 5", "at_least = 9"), "compare", "--with", "other", *JUDGED),
    "part": Scene("2.part", None, "merge", "1.part", "2.part", "--format", "json", "--lang", "en"),
    "rules": Scene("pack/rules.lua", swap("at_least = 5", "at_least = 9"), *EVALUATED, ways=READS),
    "dictionary": Scene("pack/dictionary.lua", swap("max = 20000", "max = 200"), *EVALUATED, ways=READS),
    "data": Scene(SCHOOLS, FEWER, *EVALUATED, ways=READS),
    "archived": Scene(SCHOOLS, FEWER, *EVALUATED, "--archive", "runs.db", ways=READS),
    "hashed": Scene(SCHOOLS, FEWER, *EVALUATED, "--snapshot", "data.snapshot", ways=READS, beside="first.snapshot"),
    "kept-snapshot": Scene("data.snapshot", None, *EVALUATED, "--snapshot", "data.snapshot", is_kept=True),
    "kept-archive": Scene("runs.db", None, "runs", "show", "1", "--archive", "runs.db", "--lang", "en", ways=READS),
}


class Files(Bench):
    def begin(self):
        shutil.copytree(os.path.join(HERE, "good"), self.folder, dirs_exist_ok=True)
        for kind in ("book", "text"):
            shutil.copytree(os.path.join(OFFICE, kind), self.path(kind))
        shutil.copytree(self.path("pack"), self.path("other"))
        for name in ("scenarios.csv", "limits.csv"):
            shutil.copy(os.path.join(HERE, "..", "fault", name), self.path(name))
        with open(self.path("two.lua"), "w", encoding="utf-8") as file:
            file.write(REFORM)
        for part in ("1", "2"):
            self.call("evaluate", *JUDGED, "--shard", part + "/2", "--output", part + ".part")
        os.utime(self.path(SCHOOLS), (SETTLED - 1, SETTLED - 1))  # then later it is known by its fingerprint alone
        self.call(*EVALUATED, "--snapshot", "data.snapshot", "--archive", "runs.db")
        shutil.copy(self.path("data.snapshot"), self.path("first.snapshot"))

    def others(self, name):
        """The texts of the file, old and new."""
        scene = SCENES[name]
        with open(self.path(scene.file), "rb") as file:
            old = file.read()
        if name == "part":
            return [old, self.of_other_data("evaluate", *JUDGED, "--shard", "2/2", "--output", "changed")]
        if name == "kept-snapshot":
            return [old, self.of_other_data(*EVALUATED, "--snapshot", "changed")]
        if name == "kept-archive":
            return [old, old]
        return [old, scene.make(old)]

    def of_other_data(self, *line):
        """What is written to `changed`, whole by itself, of data with one other number: only the fingerprint of the
        data tells."""
        with open(self.path(SCHOOLS), "rb") as file:
            text = file.read()
        with open(self.path(SCHOOLS), "wb") as file:
            file.write(FEWER(text))
        self.call(*line)
        self.restore(SCHOOLS, text)
        with open(self.path("changed"), "rb") as file:
            return file.read()

    def result(self, scene, meddle=None):
        out = self.path("out")
        if os.path.isdir(out):
            shutil.rmtree(out)
        elif os.path.exists(out):
            os.remove(out)
        if scene.beside:
            shutil.copy(self.path(scene.beside), self.path(scene.beside.replace("first", "data")))
        run = self.call(*scene.line, meddle=meddle)
        return run, (run.stdout, self.written(out) if scene.out else None)

    def written(self, out):
        if not os.path.isdir(out):
            return open(out, "rb").read() if os.path.exists(out) else None
        found = {}
        for folder, _, names in os.walk(out):
            for name in names:
                with open(os.path.join(folder, name), "rb") as file:
                    found[os.path.relpath(os.path.join(folder, name), out)] = file.read()
        return found

    def at(self, scene, texts, results, way, call):
        done = self.path("done")
        if os.path.exists(done):
            os.remove(done)
        self.restore(scene.file, texts[0])
        run, result = self.result(scene, {
            "MEDDLE_PATH": scene.file, "MEDDLE_AT": str(call), "MEDDLE_DO": way, "MEDDLE_DONE": done,
            "MEDDLE_WITH": self.path("another")})
        said = run.stderr.decode(errors="replace")
        what = f"{scene.file}, {way}, call {call}: exit {run.returncode}, {said[:400]}"
        known = results[:1] if way in READS or scene.is_kept else results
        is_one = (run.returncode, *result) in known
        is_told = run.returncode in (1, 2, 3) and re.search(r"\[JH-\d+\]", said) and not result[0] and not result[1]
        is_named = os.path.basename(scene.file) in said
        # libzip does not go on after a signal: then the workbook is told to be unreadable, and not to be damaged.
        is_zip = way == "eintr" and scene.file.endswith(".xlsx") and "[JH-102]" in said
        may_be_told = is_zip if way in READS else not scene.is_kept
        self.expect(is_one or may_be_told and is_told and is_named, what)
        return os.path.exists(done)


def try_scene(bench, name, quick):
    scene, counts = SCENES[name], []
    texts = bench.others(name)
    results = []
    for text in texts:
        bench.restore(scene.file, text)
        run, result = bench.result(scene)
        results.append((run.returncode, *result))
    said = run.stderr.decode(errors="replace")
    assert results[0][0] in (0, 1), (name, results[0][0], said)
    assert (results[0] == results[1]) == (scene.is_kept or texts[0] == texts[1]), name
    with open(bench.path("another"), "wb") as file:
        file.write(texts[1])
    for way in scene.ways:
        if quick and way not in ("rewrite", "back", "eintr", "trickle"):
            continue
        call = 0
        while call < MOST_CALLS and bench.at(scene, texts, results, way, call):
            call += 1
            bench.changed += 1
            if way == "trickle":
                break
        bench.expect(call >= (1 if way == "trickle" else 3) and call < MOST_CALLS, f"{name}, {way}: {call} calls")
        counts.append(f"{way} {call}")
    print(f"{name}: {', '.join(counts)}", flush=True)
    bench.restore(scene.file, texts[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--scene", choices=sorted(SCENES))
    parser.add_argument("--quick", action="store_true", help="four of the eight ways")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Files(os.path.abspath(options.program), os.path.abspath(options.library), folder)
        bench.begin()
        for name in [options.scene] if options.scene else SCENES:
            try_scene(bench, name, options.quick)
    print(f"{bench.changed} calls at which a file changed or was read otherwise, {bench.tried} looked at, "
          f"{bench.faults} faults")
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
