#!/usr/bin/env python3
"""What several threads do together, watched by ThreadSanitizer: races.py PROGRAM [--data FOLDER] [--show]

PROGRAM was built with JUNHENG_SANITIZE=thread. A tenth of the made-up nation, large enough that tables are read in
parts, is loaded, judged, varied, looked over and written by four threads: what is written is what one thread writes,
and the sanitizer has nothing to tell. Without --data the dataset is made anew.
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile

from run import ROOT, shuffle

PACK = os.path.join(ROOT, "rules/national/quality-balance-2017")
COUNTY = "110113"
SKIP = 77
RULE = "class_size.at_most.primary"


def tasks(folder, data):
    """name → (arguments, whether --jobs is understood); in this order, for some stand on what others wrote."""
    def judged(command, *more, of=data):
        return [command, *more, "--rules", PACK, "--data", of, "--on", "2024-09-01"], True
    shuffled, kept = os.path.join(folder, "shuffled"), os.path.join(folder, "kept")
    scenarios, parts = os.path.join(folder, "scenarios.csv"), [os.path.join(folder, part) for part in "12"]
    return {
        "verdicts": judged("evaluate"),
        "findings as CSV": judged("evaluate", "--format", "csv"),
        "rows in any order": judged("evaluate", "--format", "csv", of=shuffled),
        "a snapshot is made": judged("evaluate", "--snapshot", kept),
        "a snapshot is taken": judged("evaluate", "--snapshot", kept),
        "an archive": judged("evaluate", "--archive", os.path.join(folder, "archive")),
        "a part": judged("evaluate", "--shard", "1/2", "--output", parts[0]),
        "another part": judged("evaluate", "--shard", "2/2", "--output", parts[1]),
        "parts joined": (["merge", *parts], False),
        "explain": judged("explain", COUNTY, "--depth", "full", "--format", "json"),
        "compare": judged("compare", "--reform", os.path.join(ROOT, "docs/examples/trial.lua"), "--format", "json"),
        "sweep": judged("sweep", "--vary", RULE + "=30..60/30", "--format", "json"),
        "scenarios": judged("sweep", "--scenarios", scenarios, "--snapshot", kept, "--format", "csv"),
        "plan": judged("plan", COUNTY, "--prices", os.path.join(ROOT, "docs/examples/prices.lua"), "--format", "json"),
        "validate": judged("validate", "--format", "json"),
        "check": (["check", os.path.join(ROOT, "rules/national"), os.path.join(ROOT, "rules/provincial")], False),
    }


def make_inputs(folder, data, lua):
    if not os.path.isdir(data):
        subprocess.run([lua, "tools/dev/make_nation.lua", "--out", data, "--scale", "0.1"], cwd=ROOT, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    shuffle(data, os.path.join(folder, "shuffled"))
    chance = random.Random(6)
    with open(os.path.join(folder, "scenarios.csv"), "w", encoding="utf-8") as stream:
        stream.write("scenario,%s\n" % RULE)
        stream.writelines("%d,%d\n" % (number, chance.randint(30, 60)) for number in range(1, 201))


def run(program, arguments, jobs, watch="exitcode=66"):
    settings = {**os.environ, "LC_ALL": "C", "TZ": "UTC", "TSAN_OPTIONS": watch}
    return subprocess.run([program, *arguments, "--lang", "en", "--quiet", *jobs], cwd=ROOT, env=settings, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--data", help="a dataset that is there")
    parser.add_argument("--lua", default="lua5.4", help="the interpreter that makes the dataset")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    program, faults = os.path.abspath(options.program), 0
    told = run(program, ["help"], [], "help=1").stderr
    if b"unexpected memory mapping" in told:
        print("SKIPPED: ThreadSanitizer does not run here: %s" % told.decode().splitlines()[0])
        return SKIP
    if b"ThreadSanitizer" not in told:
        raise SystemExit("%s is not watched: it was built without JUNHENG_SANITIZE=thread" % program)
    with tempfile.TemporaryDirectory(prefix="junheng-races-") as folder:
        data = options.data or os.path.join(folder, "data")
        make_inputs(folder, data, options.lua)
        every = tasks(folder, data)
        for name, (arguments, is_parallel) in every.items():
            four = run(program, arguments, ["--jobs", "4"] if is_parallel else [])
            one = run(program, arguments, ["--jobs", "1"]) if is_parallel else four
            is_well = four.returncode in (0, 1) and b"ThreadSanitizer" not in four.stderr
            is_same = (four.returncode, four.stdout) == (one.returncode, one.stdout)
            faults += not (is_well and is_same)
            if options.show or not (is_well and is_same):
                print("%-20s status %d, %d bytes, %s" % (name, four.returncode, len(four.stdout), "same" if is_same else "DIFFERS"))
            if not is_well:
                print(four.stderr.decode("utf-8", "replace")[:4000])
    print("%d tasks, %d faults" % (len(every), faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
