#!/usr/bin/env python3
"""The archive of runs under ill treatment: run.py PROGRAM [--kills N] [--seed N]

Killed at N random moments while a run is added, it holds every run that was reported and none that is not whole; two
writers at once lose nothing; a full disk, a damaged, foreign or later database is told. A changed cell, number and
day are each named by `runs why-differs`, with the county that has another verdict.
"""
import argparse
import csv
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SAMPLE = os.path.join(ROOT, "data", "sample")
# For what is ended in mid-run, or may not write: it would leave the counts of coverage half written, too. It keeps them
# elsewhere (main).
UNCOUNTED = dict(os.environ)
faults = []


def expect(is_right, what):
    if not is_right:
        faults.append(what)


def call(program, *arguments, **how):
    return subprocess.run([program, *arguments, "--lang", "en"], cwd=ROOT, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8", check=False, **how)


def add(program, archive, *arguments, data=SAMPLE, **how):
    return call(program, "evaluate", "--data", data, "--archive", archive, "--output", os.devnull, *arguments, **how)


def runs(program, archive):
    done = call(program, "runs", "list", "--archive", archive)
    expect(done.returncode == 0, "list after ill treatment: " + done.stderr)
    return [line.split()[0] for line in done.stdout.splitlines()]


def is_whole(archive):
    with sqlite3.connect(archive) as db:
        sound = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        empty = db.execute("SELECT count(*) FROM run WHERE result = '' OR manifest = ''").fetchone()[0]
        lost = db.execute("SELECT count(*) FROM input WHERE sha256 NOT IN (SELECT sha256 FROM content)").fetchone()[0]
    return sound and empty == 0 and lost == 0


def kills(program, folder, count, chance):
    archive = os.path.join(folder, "killed.sqlite")
    began = time.perf_counter()
    expect(add(program, archive).returncode == 0, "a first run")
    whole = time.perf_counter() - began
    told = 1
    for _ in range(count):
        process = subprocess.Popen(
            [program, "evaluate", "--data", SAMPLE, "--archive", archive, "--output", os.devnull, "--lang", "en"],
            cwd=ROOT, env=UNCOUNTED, stderr=subprocess.PIPE)
        time.sleep(chance.uniform(0, whole * 1.1))
        process.send_signal(signal.SIGKILL)
        told += b"kept as run" in process.communicate()[1]
        expect(is_whole(archive), "whole after a kill")
    there = len(runs(program, archive))
    expect(there >= told, "every run that was told is there: %d told, %d there" % (told, there))
    left = [name for name in os.listdir(folder) if not name.startswith("killed.sqlite")]
    expect(not left, "nothing else is left: %s" % left)
    return there


def writers(program, folder):
    archive = os.path.join(folder, "two.sqlite")
    both = [subprocess.Popen([program, "evaluate", "--data", SAMPLE, "--archive", archive, "--output", os.devnull, "-q"],
                             cwd=ROOT) for _ in range(4)]
    expect(all(process.wait() == 0 for process in both), "four writers at once end well")
    expect(len(runs(program, archive)) == 4 and is_whole(archive), "and all four runs are there")


def ill_files(program, folder):
    path = os.path.join(folder, "ill.sqlite")
    for name, content in (("a text", b"this is no database, but it is long enough to be read as one" * 20),
                          ("bytes", bytes(range(256)) * 64)):
        with open(path, "wb") as stream:
            stream.write(content)
        done = add(program, path)
        expect(done.returncode == 3 and "JH-930" in done.stderr, "%s is no archive: %s" % (name, done.stderr))
        with open(path, "rb") as stream:
            expect(stream.read() == content, "%s is left as it was" % name)
    os.remove(path)
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE other (x)")
    expect("JH-930" in add(program, path).stderr, "a database of somebody else")
    os.remove(path)
    add(program, path)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 7")
    expect("JH-932" in add(program, path).stderr, "a later form is told")
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 1")
        db.execute("UPDATE content SET packed = zeroblob(20) WHERE size > 100")
    expect("JH-934" in call(program, "runs", "replay", "1", "--archive", path).stderr, "damaged content is told")
    with sqlite3.connect(path) as db:
        db.execute("UPDATE input SET path = '/../../../../' || path")
    done = call(program, "runs", "replay", "1", "--archive", path)
    expect("JH-934" in done.stderr, "a path that leads out is refused: " + done.stderr)
    expect("JH-933" in call(program, "runs", "show", "99", "--archive", path).stderr, "no such run")
    expect("JH-930" in call(program, "runs", "list", "--archive", path + "x").stderr, "no such file")


def flipped(program, folder, chance, count):
    """Bytes of a whole archive changed: an answer or a message, never a crash."""
    path = os.path.join(folder, "flipped.sqlite")
    add(program, path)
    with open(path, "rb") as stream:
        good = stream.read()
    for _ in range(count):
        bad = bytearray(good)
        for _ in range(chance.randint(1, 30)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        with open(path, "wb") as stream:
            stream.write(bad)
        for verb in (["list"], ["replay", "1"]):
            done = call(program, "runs", *verb, "--archive", path)
            expect(done.returncode in (0, 3), "flipped bytes: exit status %d" % done.returncode)
            if verb[0] == "replay" and done.returncode == 0:
                expect("the same result" in done.stdout, "a replay of other bytes is no other result")


def full_disk(program, folder, chance):
    path = os.path.join(folder, "full.sqlite")
    add(program, path)
    before = len(runs(program, path))

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100000, 100000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    other = os.path.join(folder, "full-data")
    shutil.copytree(SAMPLE, other)
    with open(os.path.join(other, "dictionary.lua"), "a", encoding="utf-8") as stream:
        stream.write("-- %s\n" % chance.randbytes(150000).hex())
    done = add(program, path, data=other, preexec_fn=limit, env=UNCOUNTED)
    expect(done.returncode != 0 and "JH-931" in done.stderr, "a full disk is told: " + done.stderr)
    expect(len(runs(program, path)) == before and is_whole(path), "and the archive is as it was")


def edit(folder, county, column):
    """A copy of the sample; in the first school of the county a column falls to a hundredth."""
    shutil.copytree(SAMPLE, folder)
    path = os.path.join(folder, "schools.csv")
    with open(path, encoding="utf-8", newline="") as stream:
        head, *rows = list(csv.reader(stream))
    at = head.index(column)
    row = next(row for row in rows if row[head.index("所属县代码")] == county and row[at] not in ("", "0"))
    was = row[at]
    row[at] = str(int(was) // 100)
    with open(path, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([head, *rows])
    return row[0], was, row[at]


def differences(program, folder):
    path, other = os.path.join(folder, "why.sqlite"), os.path.join(folder, "other")
    school, was, now = edit(other, "990101", "小学体育专任教师数")
    add(program, path)
    add(program, path, data=other)
    add(program, path, "--reform", "docs/examples/trial.lua", "--on", "2025-09-01")
    told = call(program, "runs", "why-differs", "1", "2", "--archive", path, "--exit-code")
    expect(told.returncode == 1, "two results are two")
    expect("schools %s primary_pe_teachers: %s → %s" % (school, was, now) in told.stdout, "the cell:\n" + told.stdout)
    expect("990101" in told.stdout.split("Counties with another verdict")[-1], "the county:\n" + told.stdout)
    told = call(program, "runs", "why-differs", "1", "3", "--archive", path).stdout
    for part in ("--on 2025-09-01", "trial.lua", "backbone_teachers_per_100.at_least", "rules: alone",
                 "day and scope: alone"):
        expect(part in told, "%s is told:\n%s" % (part, told))
    # Another engine, by its version in the manifest.
    with sqlite3.connect(path) as db:
        db.execute("UPDATE run SET manifest = replace(manifest, '\"engine\":{\"version\":\"', '\"engine\":{\"version\":\"9.') "
                   "WHERE id = 2")
    told = call(program, "runs", "why-differs", "1", "2", "--archive", path).stdout
    expect("engine  " in told and "9.0.1.0" in told, "another engine is told:\n" + told)
    shutil.rmtree(other)
    for number in "123":
        done = call(program, "runs", "replay", number, "--archive", path, "--exit-code")
        expect(done.returncode == 0 and "the same result" in done.stdout, "run %s again: %s" % (number, done.stderr))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--flips", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    program, chance = os.path.abspath(options.program), random.Random(options.seed)
    folder = tempfile.mkdtemp(prefix="junheng-archive-")
    UNCOUNTED["GCOV_PREFIX"] = counts = tempfile.mkdtemp(prefix="junheng-counts-")
    try:
        there = kills(program, folder, options.kills, chance)
        writers(program, folder)
        ill_files(program, folder)
        flipped(program, folder, chance, options.flips)
        full_disk(program, folder, chance)
        differences(program, folder)
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(counts)
    for fault in faults:
        print("FAULT " + fault)
    print("seed %d: %d kills, %d runs there, %d faults" % (options.seed, options.kills, there, len(faults)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
