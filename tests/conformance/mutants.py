#!/usr/bin/env python3
"""Wrong implementations, each one method of the reference, and two cases that kill each: mutants.py [resources|county]"""
import sys

import reference
import wrong_county
import wrong_resources


def all_mutants(which=None):
    """[(name, what stands in the reference's place)]"""
    found = list(wrong_resources.LIMITS.items()) if which != "county" else []
    for name, table in (("resources", wrong_resources.METHODS), ("county", wrong_county.METHODS)):
        if which in (name, None):
            found += [(f.__name__, {method: f}) for method, wrong in table.items() for f in wrong]
    return found


class Traced(reference.Reference):
    """Keeps of a case what each group of rules gave, and the names of the reference's parts that it took."""

    def __init__(self):
        self.open, self.kept = [set()], {}

    def __getattribute__(self, name):
        for used in super().__getattribute__("open") if name != "open" and name != "kept" else ():
            used.add(name)
        return super().__getattribute__(name)


class Mutant(reference.Reference):
    """A group of rules in which nothing changed is not judged again."""

    changed, kept = frozenset(), {}


def traced_group(name):
    def group(self, argument):
        used = set()
        self.open.append(used)
        found = getattr(reference.Reference, name)(self, argument)
        self.open.pop()
        self.kept[name] = used, found
        return dict(found)
    return group


def kept_group(name):
    def group(self, argument):
        used, found = self.kept[name]
        return getattr(reference.Reference, name)(self, argument) if self.changed & used else dict(found)
    return group


for group_name in ("article_6", "articles_of_county", "articles_7_and_8", "annex_2"):
    setattr(Traced, group_name, traced_group(group_name))
    setattr(Mutant, group_name, kept_group(group_name))


def killers_of(name, changes, traces):
    wrong, found = type(name, (Mutant,), dict(changes, changed=frozenset(changes)))(), []
    for case, trace in traces:
        wrong.kept = trace.kept
        if trace.open[0] & wrong.changed and reference.faults(wrong, case):
            found.append(case["id"])
    return found


def main():
    """The two named are those that kill the fewest others: they say most plainly what is wrong."""
    traces = [(case, Traced()) for _, case in reference.read_cases()]
    for case, trace in traces:
        reference.faults(trace, case)
    killers = {name: killers_of(name, changes, traces) for name, changes in all_mutants(*sys.argv[1:2])}
    kills = {}
    for found in killers.values():
        for case in found:
            kills[case] = kills.get(case, 0) + 1
    alive = 0
    for name, found in killers.items():
        found.sort(key=lambda case: kills[case])
        alive += len(found) < 2
        print("%-28s killed by %3d: %s%s" % (
            name, len(found), ", ".join(found[:2]), "" if len(found) > 1 else "; FAILED: two are asked for"))
    print("%d mutants, %d not caught twice" % (len(killers), alive))
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main())
