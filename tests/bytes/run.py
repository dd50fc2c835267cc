#!/usr/bin/env python3
"""The same inputs give the same bytes, whatever else is different.

run.py PROGRAM [PROGRAM ...] [--data FOLDER] [--rules PACK] [--show]

Every command that judges or compares writes its result once plainly: one thread, the locale C, UTC. Then again with
two and four threads, in other locales and time zones, with freed memory spoiled, with the rows of every table in
another order, and by every other PROGRAM (another compiler, another kind of build). All are to be equal; of
shuffled rows the fingerprints of the files and the lines in which cells stand are left out, as these do differ.
--show prints the fingerprint of each.
"""
import argparse
import csv
import hashlib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PLAIN = {"LC_ALL": "C", "TZ": "UTC"}

# What is written, by name.
TASKS = {
    "evaluate json": ["evaluate", "--format", "json"],
    "evaluate csv": ["evaluate", "--format", "csv"],
    "evaluate text": ["evaluate"],
    "readings": ["evaluate", "--readings", "--format", "json",
                 "--rules", os.path.join(ROOT, "rules/national/quality-balance-2017-readings")],
    "explain": ["explain", "990201", "--depth", "full", "--format", "json"],
    "compare": ["compare", "--reform", os.path.join(ROOT, "docs/examples/trial.lua"), "--format", "json"],
    "sweep": ["sweep", "--vary", "class_size.at_most.primary=30..60/30", "--format", "json"],
    "plan": ["plan", "990302", "--prices", os.path.join(ROOT, "docs/examples/prices.lua"), "--format", "json"],
    "validate": ["validate", "--format", "json"],
}

# What is different, by name: (environment, further arguments).
WAYS = {
    "2 threads": ({}, ["--jobs", "2"]),
    "4 threads": ({}, ["--jobs", "4"]),
    "locale C.UTF-8": ({"LC_ALL": "C.UTF-8"}, []),
    "Asia/Urumqi": ({"TZ": "Asia/Urumqi"}, []),
    "America/St_Johns": ({"TZ": "America/St_Johns"}, []),
    "memory spoiled": ({"MALLOC_PERTURB_": "165"}, []),
}


def written(program, task, folder, environment=None, arguments=()):
    """Exit status and what was printed; the dataset is `data` in the folder."""
    settings = {**os.environ, **PLAIN, **(environment or {})}
    call = [program, *task, "--data", "data", "--lang", "zh", "--quiet", *arguments]
    done = subprocess.run(call, cwd=folder, env=settings, stdout=subprocess.PIPE, check=False)
    return done.returncode, done.stdout


def without_places(result):
    """Without what depends on the order of rows: fingerprints of files, and lines of cells."""
    status, text = result
    text = re.sub(rb'"sha256":"[0-9a-f]{64}"', b"", text)
    text = re.sub(rb'"(line|row)":\d+', b"", text)
    return status, re.sub(rb"\.csv:\d+", b".csv", text)


def shuffle(folder, into):
    shutil.copytree(folder, into)
    for name in sorted(os.listdir(into)):
        if not name.endswith(".csv"):
            continue
        path = os.path.join(into, name)
        with open(path, encoding="utf-8", newline="") as stream:
            head, *rows = list(csv.reader(stream))
        random.Random(name).shuffle(rows)
        with open(path, "w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows([head, *rows])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("programs", nargs="+", metavar="PROGRAM")
    parser.add_argument("--data", default=os.path.join(ROOT, "data", "sample"))
    parser.add_argument("--tasks", help="only these, separated by commas")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    programs = [os.path.abspath(program) for program in options.programs]
    first = programs[0]
    names = options.tasks.split(",") if options.tasks else list(TASKS)
    differ = compared = 0

    def hold(name, way, result, plain):
        nonlocal differ, compared
        compared += way != "plainly"
        is_same = result == plain
        differ += not is_same
        if options.show or not is_same:
            mark = hashlib.sha256(result[1]).hexdigest()[:16]
            print("%-14s %-26s %s %s" % (name, way, mark, "same" if is_same else "DIFFERS"))

    with tempfile.TemporaryDirectory(prefix="junheng-bytes-") as scratch:
        plainly, shuffled = os.path.join(scratch, "plainly"), os.path.join(scratch, "shuffled")
        shutil.copytree(options.data, os.path.join(plainly, "data"))
        shuffle(options.data, os.path.join(shuffled, "data"))
        for name in names:
            task = TASKS[name]
            plain = written(first, task, plainly, arguments=["--jobs", "1"])
            if plain[0] not in (0, 1) or not plain[1]:
                raise SystemExit("%s: exit status %d, %d bytes" % (name, plain[0], len(plain[1])))
            hold(name, "plainly", plain, plain)
            for way, (environment, arguments) in WAYS.items():
                hold(name, way, written(first, task, plainly, environment, arguments), plain)
            for program in programs[1:]:
                hold(name, program, written(program, task, plainly), plain)
            if name != "validate":  # which tells problems in the order of the rows
                hold(name, "rows shuffled", without_places(written(first, task, shuffled)), without_places(plain))
    print("%d results compared, %d differ" % (compared, differ))
    return 1 if differ or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
