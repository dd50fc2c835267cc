#!/usr/bin/env python3
"""Inputs that change while they are read: changing.py PROGRAM LIBRARY [--kind NAME] [--quick]

LIBRARY (meddle.c) changes a file before each call in turn that the program makes about it: opening it, asking for its
size and time, reading, closing. Rows are taken away, added, rewritten in place, with the time of the last change put
back or not, the file is replaced by another, and another one stands there for a while. Each time the program ends with
an error that has a code, or with the result of the one or of the other version, with its fingerprint. What a snapshot
keeps, or an archive, is one version too: later runs say what they would say without it. (Between runs a snapshot
knows files by size and time; a change that hides from both is beyond this.)
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SETTLED = 1_700_000_000  # a time of the last change that is long past
MOST_CALLS = 400


def without_last(text):
    return b"".join(text.splitlines(keepends=True)[:-1])


SCHOOLS = "data/schools.csv"
RULES = "pack/rules.lua"
CHANGES = {  # the file, and what becomes of it
    "fewer": (SCHOOLS, without_last),
    "more": (SCHOOLS, lambda text: text + "S6,丙小学,990102,小学,100,9,500,0,6\n".encode()),
    "other": (SCHOOLS, lambda text: text.replace(b",900,60,", b",900,10,")),
    "rule": (RULES, lambda text: text.replace(b"at_least = 5", b"at_least = 9")),
}
WAYS = ("rewrite", "replace", "hide", "back")


class Bench:
    def __init__(self, program, library, folder):
        self.program, self.library, self.folder = program, library, folder
        self.tried = self.changed = self.faults = 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def restore(self, name, text):
        """Anew, so that nothing is left of the last trial."""
        path = self.path(name)
        for end in ("", ".old", ".new"):
            if os.path.exists(path + end):
                os.remove(path + end)
        with open(path, "wb") as file:
            file.write(text)
        os.utime(path, (SETTLED, SETTLED))

    def call(self, *arguments, meddle=None):
        env = {**os.environ, "LC_ALL": "C"}
        if meddle:
            env["LD_PRELOAD"] = self.library
            env["ASAN_OPTIONS"] = env.get("ASAN_OPTIONS", "") + ":verify_asan_link_order=0"
            env.update(meddle)
        return subprocess.run([self.program, *arguments], cwd=self.folder, capture_output=True, check=False,
                              timeout=60, env=env)

    def judge(self, jobs, *more, meddle=None):
        return self.call("evaluate", "--rules", "pack", "--data", "data", "--on", "2024-09-01", "--format", "json",
                         "--lang", "en", "--jobs", str(jobs), *more, meddle=meddle)

    def expect(self, is_right, what):
        self.tried += 1
        if not is_right:
            self.faults += 1
            if self.faults <= 20:
                print("FAULT", what, file=sys.stderr)


class Trial:
    """One change of one file, in one way, at every moment."""

    def __init__(self, bench, change, way, jobs, kept):
        self.bench, self.way, self.jobs, self.kept = bench, way, jobs, kept
        self.file, make = CHANGES[change]
        self.name = f"{change}, {way}, {jobs} threads, {kept or 'nothing kept'}"
        with open(os.path.join(HERE, "good", self.file), "rb") as file:
            self.texts = [file.read()]
        self.texts.append(make(self.texts[0]))
        assert self.texts[0] != self.texts[1], change
        self.results = []
        for text in self.texts:
            bench.restore(self.file, text)
            self.results.append(bench.judge(1).stdout)
        assert self.results[0] != self.results[1], change
        with open(bench.path("other"), "wb") as file:
            file.write(self.texts[1])

    def options(self):
        for end in ("", "-wal", "-shm"):
            if os.path.exists(self.bench.path("kept" + end)):
                os.remove(self.bench.path("kept" + end))
        return ["--" + self.kept, "kept"] if self.kept else []

    def at(self, call):
        """False when the program made fewer calls."""
        done = self.bench.path("done")
        if os.path.exists(done):
            os.remove(done)
        self.bench.restore(self.file, self.texts[0])
        run = self.bench.judge(self.jobs, *self.options(), meddle={
            "MEDDLE_PATH": self.file, "MEDDLE_AT": str(call), "MEDDLE_DO": self.way, "MEDDLE_DONE": done,
            "MEDDLE_WITH": self.bench.path("other")})
        said = run.stderr.decode(errors="replace")
        name = f"{self.name}, call {call}: exit {run.returncode}, {said[:300]}"
        is_told = run.returncode in (1, 2, 3) and re.search(r"\[JH-\d+\]", said)
        is_one = run.stdout in self.results  # an archive is written after the result
        self.bench.expect(is_one and run.returncode == 0 or is_told and (is_one or not run.stdout), name)
        self.look_at_kept(run, name)
        if os.path.exists(done):
            self.bench.changed += 1
            return True
        return False

    def look_at_kept(self, run, name):
        if self.kept == "archive" and run.returncode == 0:
            again = self.bench.call("runs", "replay", "1", "--archive", "kept", "--exit-code")
            self.bench.expect(again.returncode == 0, f"{name}: replayed: {again.stdout.decode()}{again.stderr.decode()}")
        if self.kept == "snapshot" and os.path.exists(self.bench.path("kept")):
            shutil.copy(self.bench.path("kept"), self.bench.path("first"))
            for text, result in zip(self.texts, self.results):
                shutil.copy(self.bench.path("first"), self.bench.path("kept"))
                self.bench.restore(self.file, text)
                os.utime(self.bench.path(self.file), (SETTLED + 1, SETTLED + 1))
                later = self.bench.judge(1, "--snapshot", "kept")
                self.bench.expect(later.stdout == result, f"{name}: what the snapshot says later")


def trials(bench, kind, quick):
    for change, (file, _) in CHANGES.items():
        for way in WAYS:
            for jobs in (1, 2):
                if quick and kind in ("snapshot", "archive") and change != "other":
                    continue
                yield from (Trial(bench, change, way, jobs, kept) for kept in (None, "snapshot", "archive")
                            if kind in (None, kept or "none") and (kept is None or file == SCHOOLS))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--kind", choices=("none", "snapshot", "archive"))
    parser.add_argument("--quick", action="store_true", help="what is kept: one change of the three")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(HERE, "good"), folder, dirs_exist_ok=True)
        bench = Bench(os.path.abspath(options.program), os.path.abspath(options.library), folder)
        for trial in trials(bench, options.kind, options.quick):
            call = 0
            while call < MOST_CALLS and trial.at(call):
                call += 1
            bench.expect(4 <= call < MOST_CALLS, f"{trial.name}: {call} calls")
    print(f"{bench.changed} files changed while they were read, {bench.tried} looked at, {bench.faults} faults")
    return 1 if bench.faults else 0


if __name__ == "__main__":
    sys.exit(main())
