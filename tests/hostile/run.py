#!/usr/bin/env python3
"""End-to-end tests with hostile input: run.py PROGRAM data|workbooks|packs|outputs|mappings|prices

Each case breaks a copy of good/ in one way. Prints one line for each case that
fails, with what was run and what came back, then the count.
"""
import argparse
import json
import os
import re
import shutil
import stat
import sys

import attacks
import data_cases
import layer_cases
import mapping_cases
import pack_cases
import prices_cases
import vocabulary_cases
import workbook_cases
from harness import HERE, Case, Program, check, copy_of_good, evaluate, faults_of, judge, validate


def report(name, found):
    for fault, run in found:
        print("FAILED %s: %s" % (name, fault))
        print("    %s" % " ".join(run.command))
        for line in (run.err + run.out).splitlines()[:4]:
            print("    | %s" % line[:200])


def run_all(program, cases, commands):
    failed = 0
    for case in cases:
        found = judge(program, case, commands)
        failed += bool(found)
        report(case.name, found)
    return failed


def verdicts(program, folder):
    run = program.run(*evaluate(folder), "--format", "json")
    return run, json.loads(run.out)["findings"] if run.status == 0 else None


def run_good(program, cases):
    """What is odd but in order has the verdicts of the untouched copy."""
    folder = copy_of_good()
    run, expected = verdicts(program, folder)
    shutil.rmtree(folder)
    if expected is None:
        report("the untouched copy", [("exit status %d" % run.status, run)])
        return len(cases)
    failed = 0
    for case in cases:
        folder = copy_of_good()
        case.breaks(folder)
        run, got = verdicts(program, folder)
        faults = faults_of(run, case, (0,))
        if got is not None and strip(got) != strip(expected):
            faults.append("other verdicts than the untouched copy")
        shutil.rmtree(folder)
        failed += bool(faults)
        report(case.name, [(fault, run) for fault in faults])
    return failed


def strip(findings):
    """Findings without names: what broke a name may change it."""
    return json.loads(json.dumps(findings), object_hook=lambda o: {k: v for k, v in o.items() if k != "entity_name"})


def run_data(program):
    count = len(data_cases.BAD) + len(data_cases.GOOD)
    failed = run_all(program, data_cases.BAD, [(evaluate, (3,)), (validate, (1, 3))])
    return count, failed + run_good(program, data_cases.GOOD)


def run_workbooks(program):
    count = len(workbook_cases.BAD) + len(workbook_cases.GOOD)
    failed = run_all(program, workbook_cases.BAD, [(evaluate, (3,)), (validate, (1, 3))])
    return count, failed + run_good(program, workbook_cases.GOOD)


def run_mappings(program):
    """Imports: what is refused leaves nothing behind, what is odd comes out as it should."""
    failed = 0
    for case in mapping_cases.BAD:
        folder = copy_of_good()
        case.breaks(folder)
        before = sorted(os.listdir(folder))
        run = program.run(*mapping_cases.importing(folder), folder=folder)
        faults = faults_of(run, case, (1, 3, 4))
        if sorted(os.listdir(folder)) != before:
            faults.append("left behind: " + ", ".join(sorted(os.listdir(folder))))
        shutil.rmtree(folder)
        failed += bool(faults)
        report(case.name, [(fault, run) for fault in faults])
    for case in mapping_cases.GOOD:
        failed += bool(import_whole(program, case))
    return len(mapping_cases.BAD) + len(mapping_cases.GOOD), failed


def run_prices(program):
    failed = 0
    for case in prices_cases.BAD:
        folder = copy_of_good()
        case.breaks(folder)
        run = program.run(*prices_cases.planning(folder, *case.arguments), folder=folder)
        faults = faults_of(run, case, (2, 3, 4))
        shutil.rmtree(folder)
        failed += bool(faults)
        report(case.name, [(fault, run) for fault in faults])
    return len(prices_cases.BAD), failed


def import_whole(program, case):
    """Twice: the same bytes."""
    folder = copy_of_good()
    case.breaks(folder)
    path = os.path.join(folder, "out", case.file)
    lists = []
    for _ in range(2):
        run = program.run(*mapping_cases.importing(folder), folder=folder)
        faults = faults_of(run, Case(case.name, None, case.codes), (0,))
        if faults:
            break
        with open(os.path.join(folder, "out", "origins", "files.sha256"), encoding="utf-8") as stream:
            lists.append(stream.read())
    if not faults:
        with open(path, encoding="utf-8", newline="") as stream:
            if case.line not in stream.read().split("\n"):
                faults.append("%s has no line %s" % (case.file, case.line))
        if lists[0] != lists[1]:
            faults.append("other bytes the second time")
    shutil.rmtree(folder)
    report(case.name, [(fault, run) for fault in faults])
    return faults


def codes_without_case(cases, first, last):
    """Codes of the layers, the vocabulary and the sandbox that neither a case nor an attack raises."""
    with open(os.path.join(HERE, "..", "..", "engine", "base", "codes.def"), encoding="utf-8") as stream:
        known = {int(one) for one in re.findall(r"^JH_CODE\((\d+),", stream.read(), re.M)}
    lists = [case.codes for case in cases] + [one[3] for one in attacks.ATTACKS] + [one[2] for one in attacks.LIMITS]
    raised = {int(code[3:]) for codes in lists for code in codes}
    return sorted(one for one in known - raised if first <= one <= last)


def run_packs(program):
    cases = pack_cases.MISTAKES + pack_cases.HARM + layer_cases.CHANGES + vocabulary_cases.VOCABULARY
    failed = run_all(program, cases, [(check, (1, 3, 4)), (evaluate, (3, 4))])
    for code in codes_without_case(cases, 415, 458):
        print("FAILED: no case raises JH-%d" % code)
        failed += 1
    return len(cases), failed


def run_outputs(program):
    """Outputs that cannot be written: told, and nothing left that looks whole."""
    folder = copy_of_good()
    missing = os.path.join(folder, "nowhere", "out.json")
    kept = os.path.join(folder, "kept.json")
    with open(kept, "w", encoding="utf-8") as stream:
        stream.write("an earlier result\n")
    failed = 0
    trials = [
        ("a full device", [*evaluate(folder), "--output", "/dev/full"], None),
        ("a full device as JSON", [*evaluate(folder), "--format", "json", "--output", "/dev/full"], None),
        ("a folder", [*evaluate(folder), "--output", folder], None),
        ("a folder that is not there", [*evaluate(folder), "--output", missing], None),
        ("standard output is full", evaluate(folder), "/dev/full"),
        ("standard output is full, as JSON", [*evaluate(folder), "--format", "json"], "/dev/full"),
        ("explain to a full device", ["explain", "990101", *evaluate(folder)[1:]], "/dev/full"),
        ("help to a full device", ["--help"], "/dev/full"),
    ]
    for name, arguments, stdout in trials:
        run = program.run(*arguments, stdout=stdout)
        faults = faults_of(run, Case(name, None, ("JH-103", "JH-104")), (3,))
        if os.path.exists(missing):
            faults.append("left a file behind")
        failed += bool(faults)
        report(name, [(fault, run) for fault in faults])
    failed += fails_without_touching(program, folder, kept)
    if not stat.S_ISCHR(os.stat("/dev/full").st_mode):
        print("FAILED: /dev/full was replaced by a file")
        failed += 1
    shutil.rmtree(folder, ignore_errors=True)
    return len(trials) + 1, failed


def fails_without_touching(program, folder, kept):
    """A run that fails leaves the result of the run before as it was."""
    data_cases.edit("schools.csv", ",450,", ",many,")(folder)
    run = program.run(*evaluate(folder), "--output", kept)
    faults = faults_of(run, Case("", None, ("JH-211",)), (3,))
    with open(kept, encoding="utf-8") as stream:
        if stream.read() != "an earlier result\n":
            faults.append("touched the result of an earlier run")
    left = [name for name in os.listdir(folder) if name not in ("data", "pack", "kept.json")]
    if left:
        faults.append("left behind: " + ", ".join(left))
    report("a run that fails keeps the earlier result", [(fault, run) for fault in faults])
    return bool(faults)


GROUPS = {"data": run_data, "workbooks": run_workbooks, "packs": run_packs, "outputs": run_outputs,
          "mappings": run_mappings, "prices": run_prices}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("group", choices=sorted(GROUPS))
    options = parser.parse_args()
    count, failed = GROUPS[options.group](Program(os.path.abspath(options.program)))
    print("%d cases, %d failed" % (count, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
