#!/usr/bin/env python3
"""Parts of an evaluation, joined: the same bytes as one run, or nothing.

run.py PROGRAM same | hostile | parallel [--rounds N]

same      n from 1 to 7 parts, one and two threads, text, CSV and JSON in both languages, several packs: what merge
          writes is what evaluate writes, messages included.
hostile   parts that are missing, doubled, foreign, cut, flipped, or flipped and sealed again: refused by name, or
          judged without a crash; and never anything told of an incomplete set.
parallel  tools/recipes/shards-parallel, with a job and with the whole of it killed: nothing is lost or done twice.
"""
import argparse
import hashlib
import itertools
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
SAMPLE = ["--data", "data/sample"]
RUNS = {  # options, and into how many parts
    "sample": (SAMPLE, range(1, 8)),
    "another tree": (["--data", "tests/published/split/data", "--rules", "tests/published/split", "--on",
                      "2018-01-01"], (1, 2, 7)),
    "grades": (SAMPLE + ["--rules", "provincial/230000-heilongjiang/ladder", "--on", "2024-09-01"], (3,)),
    "targets": (SAMPLE + ["--rules", "TARGETS"], (4,)),
    "a blank room": (["--data", "ROOMS"], (4,)),
    "reform": (SAMPLE + ["--reform", "docs/examples/trial.lua", "--region", "9901"], (2,)),
}
SEAL = 64  # bytes at the end: the SHA-256 of all before them


class Bench:
    def __init__(self, program, folder):
        self.program, self.folder, self.faults, self.tried = program, folder, 0, 0

    def path(self, name):
        return os.path.join(self.folder, name)

    def call(self, *arguments):
        return subprocess.run([self.program, *map(str, arguments)], cwd=ROOT, capture_output=True, check=False,
                              env={**os.environ, "LC_ALL": "C"})

    def parts(self, options, count, name="part", jobs=None):
        paths = []
        for i in range(1, count + 1):
            path = self.path(f"{name}-{i}-{count}")
            threads = jobs or 1 + i % 2
            done = self.call("evaluate", *options, "--shard", f"{i}/{count}", "--jobs", threads, "--output", path)
            self.expect(done.returncode == 0, f"part {i}/{count} of {options}: {done.stderr.decode()}")
            paths.append(path)
        return paths

    def expect(self, is_right, what):
        self.tried += 1
        if not is_right:
            self.faults += 1
            print("FAULT:", what)


def with_targets(bench):
    """The national pack with targets: shares, and counties that are named."""
    pack = bench.path("targets")
    shutil.copytree(os.path.join(ROOT, "rules/national/quality-balance-2017"), pack)
    shutil.copy(os.path.join(ROOT, "tests/golden/targets/targets.lua"), pack)
    return pack


def without_rooms(bench):
    """The sample without the area of any room: counties wait for cells of rows that no rule judges."""
    data = bench.path("rooms")
    shutil.copytree(os.path.join(ROOT, "data/sample"), data)
    with open(os.path.join(data, "rooms.csv"), "r+", encoding="utf-8") as file:
        lines = [line.rsplit(",", 1)[0] + "," if i else line.rstrip("\n") for i, line in enumerate(file)]
        file.seek(0)
        file.truncate()
        file.write("\n".join(lines) + "\n")
    return data


def same(bench, _):
    made = {"TARGETS": with_targets(bench), "ROOMS": without_rooms(bench)}
    for name, (options, counts) in RUNS.items():
        options = [made.get(option, option) for option in options]
        forms = list(itertools.product(("text", "csv", "json"), ("zh", "en")))
        whole = {form: bench.call("evaluate", *options, "--format", form[0], "--lang", form[1]) for form in forms}
        for count in counts:
            paths = bench.parts(options, count)
            random.Random(count).shuffle(paths)
            for form in forms if count in (3, 4) else (forms[count % 6], forms[(count + 3) % 6]):
                joined = bench.call("merge", *paths, "--format", form[0], "--lang", form[1])
                bench.expect(joined.returncode == 0 and joined.stdout == whole[form].stdout,
                             f"{name}, {count} parts, {form}: another result {joined.stderr.decode()}")
                bench.expect(joined.stderr == whole[form].stderr, f"{name}, {count} parts, {form}: other messages")
    for one, two in zip(bench.parts(SAMPLE, 3, "one", 1), bench.parts(SAMPLE, 3, "two", 2)):
        bench.expect(read(one) == read(two), "two threads write another part than one")
    status = [bench.call(*call, "--exit-code").returncode
              for call in (["evaluate", *SAMPLE], ["merge", *bench.parts(SAMPLE, 2)])]
    bench.expect(status == [1, 1], f"exit status {status}")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)
    return path


def refused(bench, code, paths, what, more=()):
    done = bench.call("merge", *paths, "--lang", "en", *more)
    told = done.stderr.decode(errors="replace")
    bench.expect(done.returncode == 3 and f"[JH-{code}]" in told and not done.stdout,
                 f"{what}: {done.returncode} {told[:300]}")


def sets(bench, paths):
    """Sets of parts that are not one run."""
    refused(bench, 957, paths[1:], "the first part is missing")
    refused(bench, 957, paths[:2], "the last part is missing")
    refused(bench, 956, [*paths, paths[1]], "a part is given twice")
    others = {
        "another number of parts": ["--data", "data/sample"],
        "another day": ["--data", "data/sample", "--on", "2024-01-01"],
        "another pack": ["--data", "data/sample", "--rules", "national/basic-balance-2012"],
        "another region": ["--data", "data/sample", "--region", "9901"],
        "another reform": ["--data", "data/sample", "--reform", "docs/examples/trial.lua"],
    }
    for what, options in others.items():
        count = 4 if "number" in what else 3
        other = bench.parts(options, count, "other")
        refused(bench, 955, [paths[0], other[1], paths[2]], what)
    data = bench.path("data")
    shutil.copytree(os.path.join(ROOT, "data/sample"), data)
    mine = bench.parts(["--data", data], 3, "mine")
    with open(os.path.join(data, "schools.csv"), "r+", encoding="utf-8") as file:
        text = file.read()
        file.seek(0)
        file.write(text.replace(",831.79,", ",831.8,", 1))
    changed = bench.parts(["--data", data], 3, "changed")
    refused(bench, 955, [mine[0], changed[1], mine[2]], "a cell was changed")
    pack = bench.path("pack")
    shutil.copytree(os.path.join(ROOT, "tests/published/split"), pack)
    split = bench.parts(["--data", pack + "/data", "--rules", pack, "--on", "2018-01-01"], 2, "split")
    with open(os.path.join(pack, "rules.lua"), "a", encoding="utf-8") as file:
        file.write("-- changed\n")
    refused(bench, 958, split, "the pack has changed since")
    bench.expect(bench.call("merge", *split, "--rules", "tests/published/split").returncode == 0,
                 "the pack is found where --rules says")


def sealed(data):
    return data[:-SEAL] + hashlib.sha256(data[:-SEAL]).hexdigest().encode()


def spoiled(bench, paths, rounds):
    """Bytes that are not as they were written."""
    chance = random.Random(42)
    data = read(paths[1])
    bad = bench.path("bad")
    for at in [0, 1, 13, 15, 16, 20, SEAL, len(data) // 2, len(data) - SEAL, len(data) - 1]:
        write(bad, data[:at])
        refused(bench, 952 if at < 16 else 953, [paths[0], bad, paths[2]], f"cut at {at}")
    for _ in range(rounds):
        at = chance.randrange(len(data))
        flipped = bytearray(data)
        flipped[at] ^= 1 << chance.randrange(8)
        done = bench.call("merge", paths[0], write(bad, flipped), paths[2])
        bench.expect(done.returncode == 3 and not done.stdout, f"a bit at {at} flipped: {done.returncode}")
        done = bench.call("merge", paths[0], write(bad, sealed(bytes(flipped))), paths[2], "--format", "json")
        bench.expect(done.returncode in (0, 3), f"a bit at {at} flipped and sealed: {done.returncode}")
        size = chance.randrange(100, len(data) - SEAL)
        done = bench.call("merge", paths[0], write(bad, sealed(data[:size] + bytes(SEAL))), paths[2])
        bench.expect(done.returncode == 3 and not done.stdout, f"cut at {size} and sealed: {done.returncode}")
    write(bad, data + b"x")
    refused(bench, 953, [paths[0], bad, paths[2]], "a byte more")
    write(bad, sealed(data.replace(b"SHARD 1\n", b"SHARD 2\n", 1)))
    refused(bench, 954, [paths[0], bad, paths[2]], "a later form")
    engine = hashlib.sha256(read(bench.program)).hexdigest().encode()
    bench.expect(engine in data, "a part names the program")
    write(bad, sealed(data.replace(engine, b"0" * 64, 1)))
    refused(bench, 959, [paths[0], bad, paths[2]], "another program")
    refused(bench, 952, [paths[0], "data/sample/schools.csv", paths[2]], "a table")
    refused(bench, 952, [paths[0], "data/sample", paths[2]], "a folder")


def hostile(bench, rounds):
    paths = bench.parts(SAMPLE, 3)
    sets(bench, paths)
    spoiled(bench, paths, rounds)
    out = write(bench.path("out"), b"before")
    bench.call("merge", *paths[1:], "--output", out)
    bench.expect(read(out) == b"before", "an output was touched though nothing could be told")
    for option in (["--readings"], ["--format", "csv"], ["--archive", "a"], ["--manifest", "m"], ["--exit-code"]):
        done = bench.call("evaluate", *SAMPLE, "--shard", "1/2", *option, "--output", bench.path("no"))
        bench.expect(done.returncode == 2 and b"[JH-951]" in done.stderr, f"{option} with --shard")
    for part in ("0/2", "3/2", "1", "/", "1/", "1/2/3", "-1/2", "1/10001", "99999999999/2", "a/b", "1/2 "):
        done = bench.call("evaluate", *SAMPLE, "--shard", part, "--output", bench.path("no"))
        bench.expect(done.returncode == 2 and b"[JH-950]" in done.stderr, f"--shard {part}")
    bench.expect(not os.path.exists(bench.path("no")), "something was written though it was refused")


RECIPE = os.path.join(ROOT, "tools/recipes/shards-parallel")


def recipe(bench, program, folder, merged, options=None):
    """Begins the recipe. What may be killed keeps its counts of coverage elsewhere: they would be left half
    written."""
    call = [RECIPE, "5", folder, *(options or SAMPLE), "--", "--format", "csv", "--quiet", "--output", merged]
    return subprocess.Popen(call, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
                            env={**os.environ, "LC_ALL": "C", "JUNHENG": program, "PARALLEL": "--jobs 2",
                                 "GCOV_PREFIX": bench.path("counts")})


def finished(bench, program, folder, merged, whole, what):
    """Runs the recipe to its end: the whole's result."""
    run = recipe(bench, program, bench.path(folder), bench.path(merged))
    told = run.communicate()[1]
    bench.expect(run.returncode == 0, f"the recipe with {what}: {told.decode()}")
    bench.expect(read(bench.path(merged)) == whole, f"{what}: another result")


def slow(bench, lines):
    """The program, with something that happens before it."""
    path = bench.path("slow")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\necho \"$*\" >> {bench.path('calls')}\n{lines}\nexec {bench.program} \"$@\"\n")
    os.chmod(path, 0o755)
    return path


def times(bench, part):
    return read(bench.path("calls")).decode().count(f"--shard {part}/5 ")


def parallel(bench, _):
    if not shutil.which("parallel"):
        print("SKIPPED: GNU parallel is not installed (apt-get install parallel)")
        sys.exit(77)
    whole = bench.call("evaluate", *SAMPLE, "--format", "csv").stdout
    mark = bench.path("mark")
    once = slow(bench, f'case "$*" in *"--shard 3/5"*) [ -e {mark} ] || {{ touch {mark}; kill -9 $$; }};; esac')
    finished(bench, once, "killed job", "merged", whole, "a killed job")
    bench.expect(times(bench, 3) == 2 and times(bench, 4) == 1, "the killed job alone was done again")
    os.remove(bench.path("calls"))
    held = slow(bench, f'case "$*" in *"--shard 4/5"*) [ -e {mark} ] && {{ rm {mark}; sleep 60; }};; esac')
    run = recipe(bench, held, bench.path("killed run"), bench.path("merged again"))
    until = time.time() + 15
    while os.path.exists(mark) and time.time() < until:
        time.sleep(0.05)
    while not os.path.exists(bench.path("killed run/3.shard")) and time.time() < until:
        time.sleep(0.05)
    time.sleep(0.3)
    os.killpg(run.pid, signal.SIGKILL)
    run.communicate()
    bench.expect(not os.path.exists(bench.path("merged again")), "a killed run has a result")
    finished(bench, held, "killed run", "merged again", whole, "a killed run")
    bench.expect(times(bench, 1) == 1 and times(bench, 4) == 2, "what was done is not done again, what was not is")
    os.remove(bench.path("killed run/2.shard"))
    finished(bench, held, "killed run", "merged again", whole, "a part that is gone")
    bench.expect(times(bench, 2) == 2, "a part that is gone is done again")
    run = recipe(bench, held, bench.path("killed run"), bench.path("other"), [*SAMPLE, "--on", "2024-01-01"])
    told = run.communicate()[1]
    bench.expect(run.returncode == 2 and b"holds another run" in told, "a folder of another run is refused")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("what", choices=("same", "hostile", "parallel"))
    parser.add_argument("--rounds", type=int, default=12)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(args.program), folder)
        {"same": same, "hostile": hostile, "parallel": parallel}[args.what](bench, args.rounds)
    print(f"{bench.tried} looked at, {bench.faults} faults")
    return bench.faults > 0


sys.exit(main())
