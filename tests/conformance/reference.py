#!/usr/bin/env python3
"""Both national measures, exact, without any other code: reference.py [CASES...]

resources.py has article 6 and the composite spread, county.py what a county's own figures decide, schools.py what is
asked of schools, classes and subjects, verdicts.py the last word. `--whole` prints the cases with nothing left to `like`.
"""
import glob
import json
import os
import sys

from verdicts import Verdicts

HERE = os.path.dirname(os.path.abspath(__file__))
QUALITY, BASIC = "教督〔2017〕6号", "教督〔2012〕3号"


class Reference(Verdicts):
    def judge(self, case):
        """{(rule, of): verdict} of the measure of the case."""
        return self.basic(case) if case["measure"] == BASIC else self.quality(case)


def without_blanks(record):
    return {column: value for column, value in record.items() if value is not None}


def whole(case, like):
    """The case with what it does not say itself taken from the county that it is like; null is a blank."""
    if not like:
        return case
    named = {school["school"]: school for school in case.get("schools", [])}
    schools = [dict(school, **named.pop(school["school"], {})) for school in like["schools"]]
    schools = [s for s in schools + list(named.values()) if s["school"] not in case.get("without", [])]
    return dict(case, schools=list(map(without_blanks, schools)),
                county=without_blanks({**like["county"], **case.get("county", {})}),
                monitoring=case.get("monitoring", like.get("monitoring", [])))


def read_cases(paths=()):
    for path in sorted(paths or glob.glob(os.path.join(HERE, "cases", "*.json"))):
        with open(path, encoding="utf-8") as stream:
            kit = json.load(stream)
        of_all = {key: kit[key] for key in ("measure", "province") if key in kit}
        for case in kit["cases"]:
            yield os.path.basename(path), dict(whole(case, kit.get("like")), **of_all)


def faults(reference, case):
    """[(rule, of, wanted, got)] of a case."""
    found = reference.judge(case)
    return [(rule, of, wanted, found.get((rule, of))) for rule, of, wanted in case["expect"]
            if found.get((rule, of)) != wanted]


def main():
    paths = [a for a in sys.argv[1:] if a != "--whole"]
    if len(paths) < len(sys.argv) - 1:
        json.dump([case for _, case in read_cases(paths)], sys.stdout, ensure_ascii=False, indent=1)
        return 0
    count = wrong = 0
    for name, case in read_cases(paths):
        count += len(case["expect"])
        for rule, of, wanted, got in faults(Reference(), case):
            wrong += 1
            print("FAILED %s, %s: %s of %s should be %s, is %s" % (name, case["id"], rule, of, wanted, got))
    print("%d expected verdicts, %d wrong" % (count, wrong))
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
