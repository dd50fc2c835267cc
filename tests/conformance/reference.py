#!/usr/bin/env python3
"""Both national measures, exact, without any other code: reference.py [CASES...]

resources.py has article 6 and the composite spread, county.py what a county's own figures decide.
"""
import glob
import json
import os
import sys

from county import County

HERE = os.path.dirname(os.path.abspath(__file__))
QUALITY, BASIC = "教督〔2017〕6号", "教督〔2012〕3号"


class Reference(County):
    def judge(self, case):
        """{(rule, of): verdict} of the measure of the case."""
        if case["measure"] == BASIC:
            return self.annex_2(case["schools"])
        return {**self.article_6(case["schools"]), **self.articles_of_county(case.get("county", {}))}


def read_cases(paths=()):
    for path in sorted(paths or glob.glob(os.path.join(HERE, "cases", "*.json"))):
        with open(path, encoding="utf-8") as stream:
            kit = json.load(stream)
        for case in kit["cases"]:
            yield os.path.basename(path), dict(case, measure=kit["measure"])


def faults(reference, case):
    """[(rule, of, wanted, got)] of a case."""
    found = reference.judge(case)
    return [(rule, of, wanted, found.get((rule, of))) for rule, of, wanted in case["expect"]
            if found.get((rule, of)) != wanted]


def main():
    count = wrong = 0
    for name, case in read_cases(sys.argv[1:]):
        count += len(case["expect"])
        for rule, of, wanted, got in faults(Reference(), case):
            wrong += 1
            print("FAILED %s, %s: %s of %s should be %s, is %s" % (name, case["id"], rule, of, wanted, got))
    print("%d expected verdicts, %d wrong" % (count, wrong))
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
