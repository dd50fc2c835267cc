#!/usr/bin/env python3
"""Does what `evaluate` (with and without `--readings`), `compare` and `validate --format json` print have the documented shape?

schema.py PROGRAM    run in the root of the tree

Checks the sample, a region of it, a day before the law and a pack with targets against
docs/evaluate.schema.json, and comparisons of it with a changed pack and with
another day against docs/compare.schema.json, the problems of spoiled and of refused data against
docs/validate.schema.json, readings that are not settled against docs/readings.schema.json; and, so that the check itself is
checked, that spoiled results are refused. Exits with 77 (skipped) where the jsonschema
module is not installed.
"""
import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(77)

WORDS = ["--rules", "tests/language/words", "--data", "tests/language/words/data"]
OVERLAY = ["--rules", "tests/language/overlay", "--reform", "tests/golden/overlay/trial.lua"]
RUNS = [[], OVERLAY, ["--region", "9902"], ["--on", "2016-01-01"], ["--lang", "zh", "--jobs", "2"], WORDS]


def evaluate(program, more):
    data = [] if "--data" in more else ["--data", "data/sample"]
    command = [program, "evaluate", "--format", "json"] + data + more
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def with_targets(folder):
    """A copy of the national pack with the targets of the golden transcript; returns its folder."""
    pack = folder + "/pack"
    shutil.copytree("rules/national/quality-balance-2017", pack)
    shutil.copy("tests/golden/targets/targets.lua", pack)
    with open(pack + "/pack.lua", encoding="utf-8") as file:
        head = file.read()
    with open(pack + "/pack.lua", "w", encoding="utf-8") as file:
        file.write(head.replace('"verdict",\n', '"verdict", "targets",\n'))
    return pack


def compare(program, more):
    command = [program, "compare", "--data", "data/sample", "--format", "json"] + more
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


CHECK = """
check "small" { name = "at most 600", of = school, severity = "error", holds = school.primary_students:at_most(600) }
"""


def validate(program, folder, spoil):
    """The problems of a copy of the sample after spoil(folder)."""
    shutil.copytree("data/sample", folder)
    spoil(folder)
    command = [program, "validate", "--data", folder, "--rules", "national/quality-balance-2017", "--format", "json"]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout)


def add_check(folder):
    with open(folder + "/dictionary.lua", "a", encoding="utf-8") as file:
        file.write(CHECK)


def refuse(folder):
    with open(folder + "/schools.csv", "a", encoding="utf-8") as file:
        file.write("x,y\n")


def changed_pack(folder):
    """The national pack with another number, another formula and another name of an indicator."""
    shutil.copytree("rules/national/quality-balance-2017", folder)
    path = os.path.join(folder, "article_6.lua")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for old, new in (("primary = 1, junior = 1 ", 'primary = "1.6", junior = 1 '),
                     (" - stage.indoor_sports_area_m2)", ")"),
                     ('indicator "multimedia_rooms_per_100"', 'indicator "multimedia_rooms"')):
        text, count = re.subn(re.escape(old), new, text)
        assert count == 1, old
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return folder


REFORM = """
reform "more_backbone" {
  on = "national/quality-balance-2017", from = "2024-01-01", reason = "too few backbone teachers",
}
change "backbone_teachers_per_100.at_least" {
  was = { primary = 1, junior = 1 }, now = { primary = "1.6", junior = "1.2" },
}
change "school_resources.n" { was = 6, now = 7, from = "2025-01-01" }
"""

COMPARISON_SPOILS = (
    lambda r: r.pop("changes"),
    lambda r: r["changes"][0].update(kind="moved"),
    lambda r: r["counties"][0].pop("decided_by"),
    lambda r: r["findings"][0].update(after="passes"),
    lambda r: r["totals"][0]["before"].pop("met"),
)

PROBLEM_SPOILS = (
    lambda r: r.pop("audit"),
    lambda r: r["audit"]["problems"][0].update(severity="bad"),
    lambda r: r["audit"]["problems"][0]["impact"].pop("counties"),
    lambda r: r["audit"]["problems"][0]["problem"].pop("zh"),
    lambda r: r["audit"]["blanks"]["counties"][0].update(cells=0),
    lambda r: r["audit"]["kinds"][0].pop("kind"),
)

RESULT_SPOILS = (
    lambda r: r.pop("format"),
    lambda r: r.update(format=2),
    lambda r: r["counties"][0].update(verdict="passes"),
    lambda r: r["findings"][0].pop("requirement"),
    lambda r: r["run"].pop("on"),
    lambda r: r["targets"][0].pop("counted"),
    lambda r: r["targets"][0].update(share="20 %"),
)


READINGS_SPOILS = (
    lambda r: r.pop("switches"),
    lambda r: r["switches"][0].update(now="maybe"),
    lambda r: r["switches"][0].pop("counties"),
    lambda r: r["together"]["counties"][0].update(after="passes"),
    lambda r: r["together"]["changed"][0].update(count=0),
    lambda r: r["counties"][0].update(hangs="on_two"),
)


def spoiled(result, spoils):
    """Results with one thing wrong each."""
    for spoil in spoils:
        wrong = copy.deepcopy(result)
        spoil(wrong)
        yield wrong


def validator_of(path):
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check(validator, name, result):
    """Prints what is wrong; gives how much."""
    failures = 0
    for error in list(validator.iter_errors(result))[:5]:
        failures += 1
        print("FAILED %s: %s" % (name, error.message[:200]))
    if "audit" in result:
        count = len(result["audit"]["problems"])
    else:
        count = len(result["findings" if "findings" in result else "counties"])
    print("%s: %d findings" % (name, count))
    return failures


def check_spoiled(validator, result, spoils):
    failures = 0
    for number, wrong in enumerate(spoiled(result, spoils)):
        if validator.is_valid(wrong):
            failures += 1
            print("FAILED: spoiled result %d is accepted" % number)
    return failures


def main():
    program = sys.argv[1]
    validator = validator_of("docs/evaluate.schema.json")
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        targets = ["--rules", with_targets(folder)]
        for more in RUNS + [targets, targets + ["--region", "9901"], targets + ["--on", "2016-01-01"]]:
            result = evaluate(program, more)
            told = " ".join(more).replace(folder, "…") or "the sample"
            failures += check(validator, told, result)
            if ("targets" in result) != (targets[1] in more):
                failures += 1
                print("FAILED %s: targets in the wrong place" % told)
        failures += check_spoiled(validator, evaluate(program, targets), RESULT_SPOILS)
    validator = validator_of("docs/compare.schema.json")
    with tempfile.TemporaryDirectory() as folder:
        other = changed_pack(os.path.join(folder, "pack"))
        reform = os.path.join(folder, "reform.lua")
        with open(reform, "w", encoding="utf-8") as file:
            file.write(REFORM)
        for more in (["--with", other], ["--reform", reform], ["--rules", other, "--with", "national/quality-balance-2017"],
                     ["--on", "2017-01-01", "--with-on", "2024-09-01"]):
            failures += check(validator, "compare " + " ".join(more), compare(program, more))
        failures += check_spoiled(validator, compare(program, ["--with", other]), COMPARISON_SPOILS)
    validator = validator_of("docs/validate.schema.json")
    with tempfile.TemporaryDirectory() as folder:
        result = validate(program, folder + "/good", lambda copied: None)
        failures += check(validator, "validate the sample", result)
        result = validate(program, folder + "/refused", refuse)
        failures += check(validator, "validate refused data", result)
        if result["audit"]["audited"] or not result["audit"]["problems"]:
            failures += 1
            print("FAILED: refused data were audited, or nothing is said")
        result = validate(program, folder + "/checked", add_check)
        failures += check(validator, "validate with a check", result)
        failures += check_spoiled(validator, result, PROBLEM_SPOILS)
    validator = validator_of("docs/readings.schema.json")
    open_questions = ["--rules", "tests/golden/switches/province.lua", "--readings"]
    for more in (open_questions, open_questions + ["--switch", "old_equipment_counts", "--region", "9901"], ["--readings"],
                 ["--rules", "national/quality-balance-2017-readings", "--readings", "--quiet"]):
        failures += check(validator, " ".join(more), evaluate(program, more))
    failures += check_spoiled(validator, evaluate(program, open_questions), READINGS_SPOILS)
    print("%d failed" % failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
