#!/usr/bin/env python3
"""figures.py - is every figure of the sources in a pack, or left out with a reason?

figures.py PROGRAM    run in the root of the tree

Reads rules/figures.csv. A line names the pack that holds a figure and the path of a parameter, a
rule or a target in it, or of several, parted by blanks; each number must be one that the pack has there. Or it says why the figure
judges nobody. Numbers are compared as exact decimals.
"""
import csv
import json
import subprocess
import sys
from decimal import Decimal, InvalidOperation

SOURCES = {"S0", "S1", "S2", "S3", "S4"}  # each must be there; further texts are welcome
KINDS = {"rule", "score", "veto", "target", "programme", "fact"}
FIELDS = ["source", "place", "figure", "value", "unit", "kind", "pack", "path", "left_out"]
STATES_NO_NUMBER = {"—", ""}


def ask(program, *words):
    command = [program, "rules", *words, "--format", "json", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        return None, done.stderr.strip()
    return json.loads(done.stdout), ""


class Packs:
    """What each pack holds: { path: set of values as decimals }, and the ids of rules, targets and changes."""

    def __init__(self, program):
        self.program, self.known = program, {}

    def get(self, pack):
        if pack not in self.known:
            self.known[pack] = self.read(pack)
        return self.known[pack]

    def read(self, pack):
        shown, error = ask(self.program, "show", pack)
        listed, error_list = ask(self.program, "list", "--rules", pack)
        if shown is None or listed is None:
            return None, error or error_list
        values = {}
        for entry in shown["values"]:
            values.setdefault(entry["parameter"], set()).add(Decimal(entry["value"]))
        ids = {rule["id"] for rule in listed["rules"]}
        ids |= {target["id"] for target in listed.get("targets", [])}
        ids |= {change["path"] for change in shown.get("changes", [])}
        return (values, ids), ""


def numbers(text):
    """The decimals of "4.2/5.3", or None where the text states no number."""
    if text in STATES_NO_NUMBER:
        return None
    try:
        return [Decimal(part) for part in text.split("/")]
    except InvalidOperation:
        return None


def held_values(paths, values):
    """The values of the parameters at or below these paths, and the paths that are no parameters."""
    found, others = set(), []
    for path in paths:
        own = [values[name] for name in values if name == path or name.startswith(path + ".")]
        found = found.union(*own)
        if not own:
            others.append(path)
    return found, others


def check_held(line, packs):
    found, error = packs.get(line["pack"])
    if found is None:
        return "pack %s: %s" % (line["pack"], error)
    values, ids = found
    held, others = held_values(line["path"].split(), values)
    unknown = [path for path in others if path not in ids]
    if unknown:
        return "pack %s has no %s" % (line["pack"], ", ".join(unknown))
    wanted = numbers(line["value"])
    missing = [str(w) for w in wanted or [] if w not in held]
    if missing and held:
        return "%s has no value %s" % (line["path"], ", ".join(missing))
    return ""


def check(line, packs):
    if not line["source"] or line["kind"] not in KINDS:
        return "unknown source or kind"
    is_held, is_left_out = bool(line["pack"] and line["path"]), bool(line["left_out"])
    if is_held == is_left_out:
        return "must name pack and path, or say why it is left out"
    if is_left_out and line["kind"] in ("rule", "score", "veto", "target") and line["pack"]:
        return "is left out and names a pack"
    return check_held(line, packs) if is_held else ""


def main():
    packs, wrong, held, seen = Packs(sys.argv[1]), 0, 0, set()
    with open("rules/figures.csv", encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert reader.fieldnames == FIELDS, reader.fieldnames
        for line in reader:
            problem = check(line, packs)
            key = (line["source"], line["place"], line["figure"], line["pack"])
            if not problem and key in seen:
                problem = "stands twice"
            seen.add(key)
            held += not line["left_out"]
            if problem:
                wrong += 1
                print("rules/figures.csv:%d: %s, %s: %s" % (reader.line_num, line["source"], line["figure"], problem))
    missing = SOURCES - {key[0] for key in seen}
    if missing:
        wrong += 1
        print("no figure of %s" % ", ".join(sorted(missing)))
    print("%d figures, %d in packs, %d left out with a reason, %d wrong" % (len(seen), held, len(seen) - held, wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
