#!/usr/bin/env python3
"""The program over the kit: run_junheng.py PROGRAM. Each case becomes a county of one dataset."""
import csv
import json
import os
import subprocess
import sys
import tempfile

import reference
from resources import STAGES

ROOT = os.path.join(reference.HERE, "..", "..")
PACKS = {reference.QUALITY: "quality-balance-2017", reference.BASIC: "basic-balance-2012"}
# A province's points in the words of the program; only the figures of the case go in.
OVERLAY = """overlay "900000-kit/points" {
  on = "national/basic-balance-2012", name = { zh = "一致性用例的分值", en = "Points of the kit" }, region = "90",
  document = document "kit" { title = "kit" }, in_force = "2013-01-01", columns = { "columns" }, files = { "points" },
  contract = "may_relax",
}
"""
SCHEME = """scheme "government_points" {
  name = { zh = "政府工作得分", en = "Points" }, clause = "1", of = county, total = %s, at_least = 85,
  items = {
%s  },
}
change "government_passed.holds" {
  was = all_of { indicator "government_indicators", indicator "government_work" },
  now = all_of { scheme "government_points" }, clause = "1",
}
"""
COLUMN = '  column "%s" { type = "decimal", scale = 3, max = 100, name = { zh = "第%d项得分", en = "item %d" } },\n'
ITEM = '    item "item_%d" { name = "item %d", clause = "1", points = %s, score = county.%s },\n'


def columns_of_scores(county):
    scores = county.get("government_scores", [])
    return {"government_score_%d" % (n + 1): s for n, s in enumerate(scores) if s is not None}


def table(folder, name, rows, first=()):
    columns = [*first, *sorted({c for row in rows for c in row} - set(first))]
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, columns, lineterminator="\n")
        out.writeheader()
        out.writerows({c: ("否", "是")[v] if isinstance(v, bool) else v for c, v in row.items()} for row in rows)


def write(folder, cases):
    """The dataset; gives {(code of entity, stage): (case, name)}."""
    names, counties, schools, rooms, monitoring = {}, [], [], [], []
    for i, (_, case) in enumerate(cases):
        code, county = "%06d" % (900001 + i), case.get("county", {})
        names[code, None] = case["id"], "county"
        own = {c: v for c, v in county.items() if c != "government_scores"}
        counties.append(dict(own, **columns_of_scores(county), county_code=code, county_name=case["id"]))
        for number, school in enumerate(case["schools"]):
            entity = "%s%04d" % (code, number + 1)
            row = {k: v for k, v in school.items() if k not in ("school", "rooms")}
            schools.append(dict(row, school_code=entity, school_name=school["school"], county_code=code))
            rooms += [dict(room, school_code=entity) for room in school.get("rooms", [])]
            names[entity, None] = case["id"], school["school"]
            names.update(((entity, s), (case["id"], "%s/%s" % (school["school"], s))) for s in STAGES)
        for number, row in enumerate(case.get("monitoring", [])):
            monitoring.append(dict(row, county_code=code))
            names["%s#%d" % (code, number + 1), None] = case["id"], "%(subject)s/%(monitored_stage)s" % row
    table(folder, "counties", counties, ("county_code", "county_name"))
    table(folder, "schools", schools, ("school_code", "school_name", "county_code", "school_type"))
    # The program takes no empty table: a record that no expected verdict is about.
    table(folder, "rooms", rooms or [{"school_code": schools[0]["school_code"], "kind": "other"}],
          ("school_code", "kind", "area_m2"))
    nothing = {"county_code": "900001", "subject": "chinese", "monitored_stage": "primary"}
    table(folder, "monitoring", monitoring or [nothing],
          ("county_code", "monitored_stage", "subject", "attained_level", "difference_rate"))
    return names


def overlay(folder, points):
    """An overlay with the province's points; gives its folder."""
    columns = ["government_score_%d" % (n + 1) for n in range(len(points))]
    declared = "".join(COLUMN % (c, n + 1, n + 1) for n, c in enumerate(columns))
    items = "".join(ITEM % (n + 1, n + 1, p, c) for n, (p, c) in enumerate(zip(points, columns)))
    for name, text in (("pack", OVERLAY), ("columns", 'column_of "counties" {\n%s}\n' % declared),
                       ("points", SCHEME % (sum(map(int, points)), items))):
        with open(os.path.join(folder, name + ".lua"), "w", encoding="utf-8") as stream:
            stream.write(text)
    return folder


def run(program, case, folder, rules):
    province, pack = case.get("province", {}), os.path.join(ROOT, "rules", "national", PACKS[case["measure"]])
    dictionary = os.path.join(ROOT, "data", "sample", "dictionary.lua")
    if "points" in province:
        pack = overlay(rules, province["points"])
    return subprocess.run(
        [program, "evaluate", "--rules", pack, "--data", folder, "--on", "2024-09-01", "--format", "json", "--quiet",
         *([] if "points" in province else ["--dictionary", dictionary]),
         *(["--switch", "satisfaction_decides"] if province.get("satisfaction_decides") else [])],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def judged(program, cases):
    """{((case, of), rule): verdict} of cases of one measure and province."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="junheng-conformance-") as folder, \
            tempfile.TemporaryDirectory(prefix="junheng-conformance-") as rules:
        names = write(folder, cases)
        done = run(program, cases[0][1], folder, rules)
        if done.returncode not in (0, 1, 2) or not done.stdout:
            sys.exit("FAILED: " + done.stderr.decode("utf-8", "replace")[:2000])
        for f in json.loads(done.stdout)["findings"]:
            key = names.get((f["entity"], f.get("stage") if f["level"] == "stage" else None))
            if key:
                found[key, f["requirement"]] = f["verdict"]
    return found


def is_refused(program, name, case):
    """Data with a blank that the program never takes: nothing is judged, and the column is named."""
    with tempfile.TemporaryDirectory(prefix="junheng-conformance-") as folder:
        write(folder, [(name, case)])
        done = run(program, case, folder, folder)
        return done.returncode != 0 and not done.stdout and case["may_refuse"].encode() in done.stderr


def main():
    program, cases, found, groups = os.path.abspath(sys.argv[1]), list(reference.read_cases()), {}, {}
    for name, case in cases:
        if "may_refuse" not in case:
            groups.setdefault((case["measure"], json.dumps(case.get("province"))), []).append((name, case))
    for group in groups.values():
        found.update(judged(program, group))
    count = wrong = refused = left_open = 0
    for name, case in cases:
        if "may_refuse" in case:
            is_right = is_refused(program, name, case)
            refused, wrong = refused + 1, wrong + (not is_right)
            if not is_right:
                print("FAILED %s, %s: should be refused for %s" % (name, case["id"], case["may_refuse"]))
            continue
        for rule, of, wanted in case["expect"]:
            got, count = found.get(((case["id"], of), rule)), count + 1
            if got != wanted and got == "undetermined" and case.get("may_leave_open"):
                left_open += 1
            elif got != wanted:
                wrong += 1
                print("FAILED %s, %s: %s of %s should be %s, is %s" % (name, case["id"], rule, of, wanted, got))
    print("%d expected verdicts, %d left open as they may be, %d cases refused as they may be, %d wrong"
          % (count, left_open, refused, wrong))
    return 1 if wrong or not count else 0


if __name__ == "__main__":
    sys.exit(main())
