#!/usr/bin/env python3
"""Does what each command prints with --format json have the documented shape?

schema.py PROGRAM    run in the root of the tree

Checks the sample, a region of it, a day before the law and a pack with targets against
docs/evaluate.schema.json, and comparisons of it with a changed pack and with
another day against docs/compare.schema.json, the problems of spoiled and of refused data against
docs/validate.schema.json, readings that are not settled against docs/readings.schema.json, `targets` against
docs/targets.schema.json, sweeps against docs/sweep.schema.json,
plans against docs/plan.schema.json; and, so that the check itself is
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
unit_cost "backbone_teachers_per_100" { yuan = 90000, per = "teacher", note = "made up" }
"""

COMPARISON_SPOILS = (
    lambda r: r.pop("changes"),
    lambda r: r["changes"][0].update(kind="moved"),
    lambda r: r["counties"][0].pop("decided_by"),
    lambda r: r["findings"][0].update(after="passes"),
    lambda r: r["totals"][0]["before"].pop("met"),
)

REFORM_SPOILS = (
    lambda r: r.pop("regions"),
    lambda r: r["near"].pop("percent"),
    lambda r: r["alone"]["totals"][0].pop("undone"),
    lambda r: r["counties"][0].update(part="some"),
    lambda r: r["counties"][0].pop("margin_of"),
    lambda r: r["cost"]["items"][0].update(state="free"),
    lambda r: r["cost"]["entities"][0].update(yuan_after="90000"),
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


EVIDENCE_SPOILS = (
    lambda r: r.pop("depth"),
    lambda r: r.pop("sentence"),
    lambda r: r.pop("evidence"),
    lambda r: r["evidence"]["parts"][0].update(kind="verdict"),
    lambda r: r["evidence"]["parts"][0].update(verdict="passes"),
    lambda r: r["evidence"]["parts"][0]["group"].pop("count"),
    lambda r: r["evidence"]["parts"][0]["parts"][0]["pull"].pop("percent"),
)

SPREAD = ["990103", "--rule", "balance_between_schools.equipment_value_per_student.primary"]


def explain(program, more):
    data = [] if "--data" in more else ["--data", "data/sample"]
    command = [program, "explain", "--quiet", "--format", "json"] + more + data
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


READINGS_SPOILS = (
    lambda r: r.pop("switches"),
    lambda r: r["switches"][0].update(now="maybe"),
    lambda r: r["switches"][0].pop("counties"),
    lambda r: r["together"]["counties"][0].update(after="passes"),
    lambda r: r["together"]["changed"][0].update(count=0),
    lambda r: r["counties"][0].update(hangs="on_two"),
)


SWEEPS = (
    ["--vary", "class_size.at_most.primary=44..46:0.5"],
    ["--vary", "class_size.at_most.primary=44,46", "--vary", "class_size.at_most.junior=50"],
    ["--vary", "teaching_point_students=40,50"],
    ["--vary", "balance_between_schools.at_most.primary"],
    ["--vary", "classes_per_room", "--who", "music_rooms"],
    ["--vary", "class_size.at_most.primary", "--who", "class_size", "--aim", "99%"],
    ["--vary", "class_size.at_most.primary", "--aim", "30%"],
)

SWEEP_SPOILS = (
    lambda r: r.pop("entities"),
    lambda r: r.update(steps=[]),
    lambda r: r["parameters"][0].pop("now"),
    lambda r: r["aim"]["places"][0].pop("at"),
    lambda r: r["aim"]["places"][0].update(place="4.5"),
    lambda r: r["entities"][0]["turns"][0].update(below="passes"),
    lambda r: r["regions"][0]["now"].pop("met"),
)


def sweep(program, more):
    command = [program, "sweep", "--data", "data/sample", "--format", "json"] + more
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


PLAN_SPOILS = (
    lambda r: r.pop("outcome"),
    lambda r: r.update(outcome="no_prices"),
    lambda r: r["missing"][0].update(columns=[]),
    lambda r: r["not_bought"].append({"why": "dear"}),
    lambda r: r["lines"][0].update(amount=0),
    lambda r: r["lines"][0]["cells"][0].pop("from"),
    lambda r: r.pop("tried"),
    lambda r: r["spreads"][0].pop("before"),
)


def plan(program, entity, more):
    words = [program, "plan", entity, "--data", "data/sample", "--format", "json", "--quiet", *more]
    return json.loads(subprocess.run(words, stdout=subprocess.PIPE, check=True).stdout)


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
    if "depth" in result:
        count = json.dumps(result).count('"verdict"')
    elif "audit" in result:
        count = len(result["audit"]["problems"])
    else:
        lists = [key for key in ("findings", "counties", "steps", "scenarios", "entities", "missing") if key in result]
        count = len(result[lists[0]])
    print("%s: %d findings" % (name, count))
    return failures


def check_spoiled(validator, result, spoils):
    failures = 0
    for number, wrong in enumerate(spoiled(result, spoils)):
        if validator.is_valid(wrong):
            failures += 1
            print("FAILED: spoiled result %d is accepted" % number)
    return failures


ROADMAP_SPOILS = (
    lambda r: r["points"][0].pop("law"),
    lambda r: r["targets"][0].pop("reached"),
    lambda r: r["targets"][0]["reached"][0].update(law="draft"),
    lambda r: r["targets"][0]["reached"][0]["ensure_margin"].pop("needed"),
    lambda r: r["targets"][2]["counties"][0].update(standing="soon"),
    lambda r: r["targets"][2]["counties"][0]["points"][0].update(verdict="not_due"),
    lambda r: r["targets"][0]["difference"][0].update(after="passes"),
)


def check_roadmaps(program, validator):
    """Points in time of `targets`, under the law as it is and under a reform."""
    failures, folder = 0, tempfile.mkdtemp()
    subprocess.run(["sh", "tests/golden/roadmap/years.sh", folder], check=True)
    plan = ["targets", "--rules", "tests/golden/roadmap/plan.lua", "--format", "json"]
    several = ["--data", folder + "/new", "--data", folder + "/old", "--years", "all"]
    reform = ["--reform", "tests/golden/roadmap/reform.lua"]
    for more in (several, several + reform, several[:4], ["--data", "data/sample", "--region", "9901"] + reform):
        done = subprocess.run([program] + plan + more, check=True, stdout=subprocess.PIPE)
        result = json.loads(done.stdout)
        told = " ".join(more).replace(folder, "…")
        for error in list(validator.iter_errors(result))[:5]:
            failures += 1
            print("FAILED targets %s: %s" % (told, error.message[:200]))
        print("targets %s: %d targets, %d points" % (told, len(result["targets"]), len(result["points"])))
        if more == several + reform:
            failures += check_spoiled(validator, result, ROADMAP_SPOILS)
    shutil.rmtree(folder)
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
        failures += check_spoiled(validator, compare(program, ["--reform", reform]), REFORM_SPOILS)
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
    failures += check_roadmaps(program, validator_of("docs/targets.schema.json"))
    validator = validator_of("docs/sweep.schema.json")
    for more in SWEEPS:
        failures += check(validator, "sweep " + " ".join(more), sweep(program, more))
    failures += check_spoiled(validator, sweep(program, SWEEPS[-1]), SWEEP_SPOILS)
    validator = validator_of("docs/scenarios.schema.json")
    for sheet in ("scenarios", "weights"):
        more = ["--scenarios", "tests/golden/scenarios/%s.csv" % sheet]
        failures += check(validator, "sweep " + " ".join(more), sweep(program, more))
    validator = validator_of("docs/plan.schema.json")
    prices = ["--prices", "docs/examples/prices.lua"]
    for entity, more in (("990302", prices), ("990302", []), ("990102", prices + ["--move"]), ("990203", prices), ("990201", []),
                         ("990204", prices), ("990303", []), ("990101", []), ("2199000183/primary", prices),
                         ("990105", prices), ("990105", prices + ["--rule", "balance_between_schools"])):
        failures += check(validator, "plan " + " ".join([entity] + more), plan(program, entity, more))
    failures += check_spoiled(validator, plan(program, "990302", prices), PLAN_SPOILS)
    validator = validator_of("docs/explain.schema.json")
    with tempfile.TemporaryDirectory() as folder:
        targets = ["--rules", with_targets(folder)]
        for more in (["990102"], ["990102", "--depth", "sentence"],
                     ["3199000152", "--depth", "full", "--rule", "teaching_area_per_student"],
                     ["990201", "--rule", "balance_between_schools"], ["2199000137", "--depth", "full", "--all"],
                     ["2199000008/primary", "--depth", "full", "--rule", "backbone_teachers_per_100", "--reform",
                      "docs/examples/trial.lua"],
                     ["1", "--depth", "full"] + WORDS, ["province_2024"] + targets, ["named_2024", "--depth", "sentence"] + targets,
                     ["large_primary_schools"] + targets):
            failures += check(validator, "explain " + " ".join(more).replace(folder, "…"), explain(program, more))
    spread = explain(program, SPREAD + ["--depth", "full"])
    del spread["evidence"]["parts"][0]["parts"][1:]  # one row of the group will do
    failures += check(validator, "explain " + " ".join(SPREAD), spread)
    failures += check_spoiled(validator, spread, EVIDENCE_SPOILS)
    print("%d failed" % failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
