#!/usr/bin/env python3
"""Does what `evaluate --format json` prints have the documented shape?

schema.py PROGRAM    run in the root of the tree

Checks the sample, a region of it, and a day before the law against
docs/evaluate.schema.json; and, so that the check itself is checked, that
spoiled results are refused. Exits with 77 (skipped) where the jsonschema
module is not installed.
"""
import copy
import json
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print("SKIPPED: python3-jsonschema is not installed")
    sys.exit(77)

RUNS = [[], ["--region", "9902"], ["--on", "2016-01-01"], ["--lang", "zh", "--jobs", "2"]]


def evaluate(program, more):
    command = [program, "evaluate", "--data", "data/sample", "--format", "json"] + more
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def spoiled(result):
    """Results with one thing wrong each."""
    for spoil in (
        lambda r: r.pop("format"),
        lambda r: r.update(format=2),
        lambda r: r["counties"][0].update(verdict="passes"),
        lambda r: r["findings"][0].pop("requirement"),
        lambda r: r["run"].pop("on"),
    ):
        wrong = copy.deepcopy(result)
        spoil(wrong)
        yield wrong


def main():
    with open("docs/evaluate.schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = 0
    for more in RUNS:
        result = evaluate(sys.argv[1], more)
        for error in list(validator.iter_errors(result))[:5]:
            failures += 1
            print("FAILED %s: %s" % (" ".join(more), error.message[:200]))
        print("%s: %d findings" % (" ".join(more) or "the sample", len(result["findings"])))
    for number, wrong in enumerate(spoiled(evaluate(sys.argv[1], []))):
        if validator.is_valid(wrong):
            failures += 1
            print("FAILED: spoiled result %d is accepted" % number)
    print("%d failed" % failures)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
