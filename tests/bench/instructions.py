#!/usr/bin/env python3
"""The gate of the hot paths: instructions counted by callgrind at a small scale, against a budget.

instructions.py PROGRAM COMPILER [--update]

Counts do not depend on how busy a machine is, but on compiler, library and processor: the budget in
instructions.txt names the kind of build that it was counted on. Elsewhere, and where valgrind is not installed, the
gate is skipped with a line that says so (exit status 77). A count more than 3 % above its budget fails; one more than
3 % below fails, too, so that what was won is written down: run with --update, and say in the commit why.
"""
import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

from run import PACK, ROOT

BUDGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "instructions.txt")
ALLOWED = 0.03
SCALE = "0.01"
SKIP = 77


def commands(program, data, folder):
    """{name: (command, must it run once before it is counted)}"""
    shared = ["--rules", PACK, "--data", data, "--on", "2024-09-01", "--quiet", "--jobs", "1", "--lang", "en"]
    found = {
        "check": ([program, "check", PACK, "--lang", "en"], False),
        "evaluate": ([program, "evaluate", *shared], False),
        "sweep": ([program, "sweep", *shared, "--vary", "pe_art_teachers_per_100.at_least.primary=0.5..1.5/100"], False),
    }
    text = subprocess.run([program, "evaluate", "--help"], stdout=subprocess.PIPE, check=True).stdout.decode()
    if "--snapshot" in text:
        found["snapshot"] = ([program, "evaluate", *shared, "--snapshot", os.path.join(folder, "snapshot")], True)
    else:
        print("snapshot    SKIPPED: not built")
    return found


def counted(command, folder):
    out = os.path.join(folder, "callgrind.out")
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=" + out, *command],
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    found = re.search(rb"Collected : (\d+)", run.stderr)
    if run.returncode or not found:
        raise SystemExit("exit status %d: %s\n%s" % (run.returncode, " ".join(command), run.stderr.decode("utf-8", "replace")))
    return int(found.group(1))


def read_budget():
    """(kind of build, {name: instructions})"""
    kind, numbers = None, {}
    if os.path.exists(BUDGET):
        with open(BUDGET, encoding="utf-8") as file:
            for line in file:
                name, _, value = line.strip().partition(" = ")
                if name == "build":
                    kind = value
                elif value and not name.startswith("#"):
                    numbers[name] = int(value.replace(",", ""))
    return kind, numbers


def write_budget(kind, numbers):
    with open(BUDGET, "w", encoding="utf-8") as file:
        file.write("# Instructions that callgrind counts at scale %s of the made-up nation: instructions.py --update\n" % SCALE)
        file.write("build = %s\n" % kind)
        for name, number in numbers.items():
            file.write("%s = %s\n" % (name, format(number, ",")))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", help="bin/junheng of a release build")
    parser.add_argument("compiler", help="what built it: GNU-12.2.0-Release")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    kind = "%s %s libc-%s" % (options.compiler, platform.machine(), platform.libc_ver()[1])
    noted, budget = read_budget()
    if not shutil.which("valgrind"):
        print("SKIPPED: valgrind is not installed")
        return SKIP
    if noted != kind and not options.update:
        print("SKIPPED: the budget was counted on %s, this is %s" % (noted, kind))
        return SKIP
    failed, numbers = 0, {}
    with tempfile.TemporaryDirectory(prefix="junheng-gate-") as folder:
        data = os.path.join(folder, "data")
        subprocess.run(["lua5.4", os.path.join(ROOT, "tools", "dev", "make_nation.lua"), "--out", data, "--scale", SCALE],
                       check=True, stdout=subprocess.DEVNULL)
        for name, (command, is_warmed) in commands(options.program, data, folder).items():
            if is_warmed:
                subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            numbers[name] = counted(command, folder)
            if name not in budget:
                print("%-10s %15s, no budget yet" % (name, format(numbers[name], ",")))
                failed |= not options.update
                continue
            change = numbers[name] / budget[name] - 1
            is_off = abs(change) > ALLOWED
            print("%-10s %15s of %15s, %+.2f %%%s" % (name, format(numbers[name], ","), format(budget[name], ","),
                                                     100 * change, ": beyond 3 %" if is_off else ""))
            failed |= is_off and not options.update
    if options.update:
        write_budget(kind, numbers)
    elif failed:
        print("where it is meant: tests/bench/instructions.py PROGRAM %s --update" % options.compiler)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
