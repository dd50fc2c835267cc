#!/usr/bin/env python3
"""Branches of what may never be half tried: comparison, three-valued logic, and which layers a pack stands on.

    tools/dev/branches.py BUILD [--show]    BUILD was configured with JUNHENG_COVERAGE=ON, and its tests were run

Reads gcov's counts of the files below and prints the share of branches that were taken; fails below the share that
is stated. --show lists the branches that were not. A new kernel of comparison or logic is a new line here.

The aim is 100. What is stated below that is about what the tests reached when this was written. Sanitizers would put
branches of their own between ours; a build that counts leaves those checks out of the files below, which it reads
here (engine/CMakeLists.txt). "# divides" leaves out the overflow of words too, which comes with every division of
words with a sign.
"""
import json
import os
import re
import subprocess
import sys

ROOT = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))

# File below engine/ → least share of its branches, in percent.
FILES = {
    "base/rat.c": 100,  # divides
    "base/rat_big.c": 100,
    "model/verdict.c": 100,
    "eval/ends.c": 100,
    "eval/range.c": 100,
    "eval/exact.c": 100,
    "eval/exact_walk.c": 100,
    "eval/exact_over.c": 100,
    "eval/exact_composite.c": 100,
    "eval/kernel_condition.c": 100,
    "eval/kernel_over.c": 100,
    "eval/kernel_spread.c": 100,
    "eval/kernel_composite.c": 100,
    "eval/kernel_near.c": 100,
    "eval/kernel_near_compare.c": 100,
    "eval/kernel_near_over.c": 100,
    "eval/kernel_near_round.c": 100,
    "eval/kernel_near_take.c": 100,
    "eval/near_ends.c": 100,
    "eval/program_near.c": 100,  # divides
    "eval/known.c": 100,
    "eval/force.c": 100,
    "pack/chain.c": 100,
    "pack/load.c": 100,
    "pack/walk.c": 100,
    "script/bind_change.c": 100,
    "script/bind_layer.c": 100,
    "script/written.c": 100,
}


def lines_of(build, name):
    """What gcov counted in the file itself; None if nothing was."""
    data = os.path.join(build, "engine", "CMakeFiles", "junheng_objects.dir", name + ".gcda")
    if not os.path.exists(data):
        return None
    text = subprocess.run(["gcov", "-b", "--json-format", "-t", data], cwd=build, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True).stdout
    for file in json.loads(text)["files"]:  # inline functions of headers have files of their own
        if file["file"].endswith("engine/" + name):
            return file["lines"]
    return None


def count(build, name):
    """Taken and all branches, and the lines of those that were not and of those not to be told; None without counts.

    A count below nought is no count: gcov found it by subtraction, from what a process left half written."""
    lines = lines_of(build, name)
    if lines is None:
        return None
    with open(os.path.join(ROOT, "engine", name), encoding="utf-8") as stream:
        source = stream.read().split("\n")
    found = {}
    for line in lines:  # the compiler makes a function for several processors: one of them runs
        key = (line["line_number"], re.sub(r"\..*", "", line.get("function_name", "")))
        counts = [branch["count"] for branch in line["branches"]]
        old = found.get(key, [0] * len(counts))
        if len(old) == len(counts):
            found[key] = [x + y for x, y in zip(old, counts)]
        elif sum(x > 0 for x in counts) > sum(x > 0 for x in old):
            found[key] = counts
    taken = every = 0
    missed, torn = [], []
    for (number, _), counts in sorted(found.items()):
        text = source[number - 1].strip()
        if text.startswith("assert("):
            continue
        every += sum(one >= 0 for one in counts)
        taken += sum(one > 0 for one in counts)
        torn += [number] * any(one < 0 for one in counts)
        missed += ["%d: %s" % (number, text)] * sum(one == 0 for one in counts)
    return taken, every, missed, torn


def main():
    words = [one for one in sys.argv[1:] if one != "--show"]
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    build = os.path.abspath(words[0])
    print("\nBranches of comparison, logic and layers:")
    failed = 0
    for name, least in FILES.items():
        counts = count(build, name)
        if not counts:
            print("  %s: not counted" % name)
            failed += 1
            continue
        taken, every, missed, torn = counts
        share = 100.0 * taken / every if every else 100.0
        is_low = share < least
        failed += is_low
        print("  %5.1f %%  %4d of %4d  %s%s" % (share, taken, every, name, "  BELOW %g %%" % least if is_low else ""))
        if torn:
            print("      does not add up, left out: line " + ", ".join(map(str, torn)))
        if "--show" in sys.argv:
            print("".join("      %s\n" % one for one in missed), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
