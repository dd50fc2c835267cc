#!/usr/bin/env python3
"""Branches of what may never be half tried: comparison, three-valued logic, and which layers a pack stands on.

    tools/dev/branches.py BUILD [--show]    BUILD was configured with JUNHENG_COVERAGE=ON, and its tests were run

Reads gcov's counts of the files below and prints the share of branches that were taken; fails below the share that
is stated. --show lists the branches that were not. A new kernel of comparison or logic is a new line here.

The aim is 100. What is stated below that is what the tests reached when this was written. Sanitizers put branches of
their own between ours, of which one side is never taken: in a build with them the shares are printed and nothing fails.
"""
import os
import re
import subprocess
import sys

# File below engine/ → least share of its branches, in percent.
FILES = {
    "base/rat.c": 88,
    "model/verdict.c": 100,
    "eval/ends.c": 89,
    "eval/range.c": 99,
    "eval/exact.c": 100,
    "eval/exact_walk.c": 88,
    "eval/kernel_condition.c": 82,
    "pack/chain.c": 77,
}


def count(build, name):
    """Taken and all branches, and the lines of those that were not; None if nothing was counted."""
    data = os.path.join(build, "engine", "CMakeFiles", "junheng_objects.dir", name + ".gcda")
    if not os.path.exists(data):
        return None
    text = subprocess.run(["gcov", "-b", "-c", "-t", data], cwd=build, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, encoding="utf-8", check=True).stdout
    taken = every = 0
    missed, is_own, line = [], False, ""
    for row in text.splitlines():
        source = re.match(r"\s*-:\s+0:Source:(.*)", row)
        if source:  # inline functions of headers have sections of their own
            is_own = source.group(1).endswith("engine/" + name)
        elif is_own and row.startswith("branch "):
            every += 1
            is_taken = re.search(r"taken [1-9]", row) is not None
            taken += is_taken
            if not is_taken:
                missed.append(line)
        elif re.match(r"\s*[-#=0-9*]+:\s*\d+:", row):
            line = row.split(":", 1)[1].strip()
    return taken, every, missed


def has_sanitizers(build):
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as stream:
        return re.search(r"^JUNHENG_SANITIZE:\w+=\S", stream.read(), re.M) is not None


def main():
    words = [one for one in sys.argv[1:] if one != "--show"]
    if len(words) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    build = os.path.abspath(words[0])
    has_more = has_sanitizers(build)
    print("\nBranches of comparison, logic and layers%s:" % (
        " (with those of the sanitizers)" if has_more else ""))
    failed = 0
    for name, least in FILES.items():
        counts = count(build, name)
        if not counts:
            print("  %s: not counted" % name)
            failed += 1
            continue
        taken, every, missed = counts
        share = 100.0 * taken / every if every else 100.0
        is_low = share < least and not has_more
        failed += is_low
        print("  %5.1f %%  %4d of %4d  %s%s" % (share, taken, every, name, "  BELOW %g %%" % least if is_low else ""))
        if "--show" in sys.argv:
            print("".join("      %s\n" % one for one in missed), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
