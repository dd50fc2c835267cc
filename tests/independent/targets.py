#!/usr/bin/env python3
"""Is what `targets` prints what follows from one `evaluate` of each point?

targets.py PROGRAM --lua LUA [--scale S] [--seed N] [--rounds N]

Makes a small synthetic nation of three points in time: a dataset of 2022, in which one county has another code
and one is absent, and two years of another dataset; in each some counties are spoiled and some cells are blank.
A made-up roadmap asks for shares, many of them exactly what is reached, and names counties. From `evaluate
--format csv` of each point, under the law as it is and under a reform, everything is reckoned again with
fractions: counts, states, what is missing or to spare, how the named counties stand, who makes the
difference. JSON and CSV must say just that, and the same bytes for any number of threads.
"""
import argparse
import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from fractions import Fraction
from math import ceil

OLD = "999901"  # the code that a county has in the first point
YEARS_AT_LEAST = 5
VERDICTS = ("met", "unmet", "undetermined", "not_applicable", "not_in_force")
RULES = {  # id: (kind, level)
    "quality_balance": ("verdict", "county"), "rotation": ("indicator", "county"),
    "senior_quota": ("indicator", "county"), "school_size": ("indicator", "school"),
    "class_size": ("indicator", "stage")}
REFORM = """
reform "harder" { on = "made-up/roadmap", from = "2023-01-01", reason = "on trial" }
change "rotation.at_least" { was = percent(10), now = percent(13) }
change "class_size.at_most.primary" { was = 45, now = 42 }
"""


def read(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def run(program, *words):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE)
    if done.returncode != 0:
        raise SystemExit("FAILED: %s: exit %d" % (" ".join(words), done.returncode))
    return done.stdout.decode("utf-8-sig")


class World:
    """Two datasets, three points: (folder, year, day)."""

    def __init__(self, folder, nation, dice):
        self.dice = dice
        self.counties = read(nation + "/counties.csv")
        self.schools = read(nation + "/schools.csv")
        codes = [c["county_code"] for c in self.counties]
        self.renamed, self.absent = dice.sample(codes, 2)
        self.old, self.new = folder + "/old", folder + "/new"
        for data in (self.old, self.new):
            shutil.copytree(nation, data)
        self.points = [(self.old, "2022", "2022-09-01"), (self.new, "2023", "2023-09-01"),
                       (self.new, "2024", "2024-09-01")]
        self.years = {}  # (point, code): years since recognition as written
        self.write_old(nation)
        self.write_new()

    def spoiled(self, point, year):
        rows = []
        for county in self.counties:
            row = dict(county, school_year=year)
            chance = self.dice.random()
            if chance < 0.15:
                row["has_exam_admission"] = "是"
            elif chance < 0.3:
                row["rotated_teachers"], row["rotated_backbone_teachers"] = "0", "0"
            if self.dice.random() < 0.1:
                row["quota_places"] = ""
            row["years_since_basic_balance"] = self.dice.choice(["", "4", "5", "6", "7"])
            self.years[point, row["county_code"]] = row["years_since_basic_balance"]
            rows.append(row)
        return rows

    def write_old(self, nation):
        def code(row):
            return dict(row, county_code=OLD if row["county_code"] == self.renamed else row["county_code"])
        gone = {s["school_code"] for s in self.schools if s["county_code"] == self.absent}
        write(self.old + "/counties.csv",
              [code(r) for r in self.spoiled(0, "2022") if r["county_code"] != self.absent])
        write(self.old + "/schools.csv",
              [code(dict(s, school_year="2022")) for s in self.schools if s["county_code"] != self.absent])
        write(self.old + "/monitoring.csv",
              [code(r) for r in read(nation + "/monitoring.csv") if r["county_code"] != self.absent])
        write(self.old + "/rooms.csv", [r for r in read(nation + "/rooms.csv") if r["school_code"] not in gone])
        self.years[0, OLD] = self.years[0, self.renamed]
        with open(self.old + "/dictionary.lua", encoding="utf-8") as file:
            text = file.read()
        with open(self.old + "/dictionary.lua", "w", encoding="utf-8") as file:
            file.write(text.replace("2024-09-01", "2022-09-01"))

    def write_new(self):
        write(self.new + "/counties.csv", self.spoiled(2, "2024") + self.spoiled(1, "2023"))
        write(self.new + "/schools.csv", [dict(s, school_year=y) for y in ("2023", "2024") for s in self.schools])
        write(self.new + "/succession.csv",
              [{"old_code": OLD, "new_code": self.renamed, "day": "2023-01-01", "kind": "更名"}])

    def same(self, point, code):
        """The code of this county at the point, or None."""
        if point == 0 and code == self.renamed:
            return OLD
        return None if point == 0 and code == self.absent else code


class Findings:
    """One evaluation: the verdicts of the rules that targets count."""

    def __init__(self, program, world, point, pack, more):
        data, year, day = world.points[point]
        text = run(program, "evaluate", "--data", data, "--year", year, "--on", day, "--rules", pack,
                   "--format", "csv", *more)
        self.of = {rule: [] for rule in RULES}
        self.codes = set()
        for row in csv.DictReader(io.StringIO(text)):
            self.codes.add(row["county_code"])
            if row["requirement"] in RULES and row["level"] == RULES[row["requirement"]][1]:
                entity = (row["entity_code"], row["stage"])
                self.of[row["requirement"]].append((entity, row["county_code"], row["verdict"]))


def standing_of(by, days, seen):
    due = next((p for p, day in enumerate(days) if day >= by), None)
    first = next((p for p, sight in enumerate(seen) if sight[0] == "met"), None)
    if due is None:
        if seen[-1][0] == "met":
            return "early", first
        return ("undetermined" if seen[-1][1] else "not_due"), first
    if seen[due][0] == "unmet":
        return "late", first
    if seen[due][0] != "met":
        return "undetermined", first
    return ("early" if first < due and days[first] < by else "in_time"), first


class Roadmap:
    """Targets made up so that many lie exactly on what is reached."""

    def __init__(self, world, findings, dice):
        self.world, self.findings, self.dice = world, findings, dice
        self.targets = []
        regions = sorted({c["county_code"][:2] for c in world.counties})
        for number in range(14):
            rule = dice.choice(list(RULES))
            target = {"id": "t%d" % number, "rule": rule, "by": dice.choice(
                ["2022-08-31", "2022-09-01", "2023-06-30", "2024-09-01", "2024-09-02", "2030-12-31"])}
            if RULES[rule][1] == "county" and number % 3 == 0:
                codes = [c["county_code"] for c in world.counties]
                target["names"] = dice.sample(codes, 3) + dice.sample([world.renamed, world.absent, "110199"], 2)
                target["names"] = sorted(set(target["names"]))
            else:
                target["region"] = dice.choice(regions + [world.renamed[:2], world.absent[:4], None, None])
                target["years"] = RULES[rule][1] == "county" and dice.random() < 0.4
                counts = self.count(target, dice.randrange(3), 0)
                reached = Fraction(counts["met"], max(1, sum(counts[v] for v in VERDICTS[:3])))
                hair = Fraction(dice.choice((-1, 0, 0, 1)), 10 ** 6)
                target["ensure"] = self.decimal(min(Fraction(1), max(Fraction(1, 1000), reached + hair)))
                target["strive"] = self.decimal(min(Fraction(1), Fraction(target["ensure"]) / 100 + Fraction(1, 9)))
            self.targets.append(target)

    @staticmethod
    def decimal(share):
        """In percent, exact where it has few places, else a hair above."""
        scaled = share * 100 * 10 ** 6
        return "%d.%06d" % divmod(ceil(scaled), 10 ** 6)

    def write(self, folder):
        text = ['overlay "made-up/roadmap" { on = "national/quality-balance-2017", name = "Made-up roadmap",',
                '  document = document "made up" { title = "x" }, in_force = "2020-01-01" }']
        for t in self.targets:
            words = ['counts = %s "%s"' % (RULES[t["rule"]][0], t["rule"]), 'by = "%s"' % t["by"]]
            if t.get("region"):
                words.append('region = "%s"' % t["region"])
            if t.get("years"):
                words.append("only_where = county.years_since_basic_balance:at_least(%d)" % YEARS_AT_LEAST)
            if "ensure" in t:
                words += ['ensure = percent("%s")' % t["ensure"], 'strive = percent("%s")' % t["strive"]]
            else:
                words.append("names = { %s }" % ", ".join('["%s"] = "x"' % code for code in t["names"]))
            text.append('target "%s" { name = "%s", clause = "1", %s }' % (t["id"], t["id"], ", ".join(words)))
        path = os.path.join(folder, "roadmap.lua")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(text) + "\n")
        return path

    def verdict(self, target, point, entity, county, verdict):
        """What counts for the target; "outside" where it leaves the entity out."""
        if target.get("years"):
            years = self.world.years[point, county]
            if years and int(years) < YEARS_AT_LEAST:
                return "outside"
            if not years and verdict in ("met", "unmet", "undetermined"):
                return "undetermined"
        return verdict

    def members(self, target, point, side):
        for entity, county, verdict in self.findings[side][point].of[target["rule"]]:
            if "names" in target or not target.get("region") or county.startswith(target["region"]):
                yield entity, county, self.verdict(target, point, entity, county, verdict)

    def count(self, target, point, side):
        counts = dict.fromkeys(VERDICTS + ("outside",), 0)
        for _, _, verdict in self.members(target, point, side):
            counts[verdict] += 1
        return counts

    def absent(self, target, point):
        """Codes of the region that another point has and this one has not."""
        every = set().union(*(f.codes for f in self.findings[0]))
        out = []
        for code in sorted(every - self.findings[0][point].codes):
            known = code in (OLD, self.world.renamed)
            if not known and (not target.get("region") or code.startswith(target["region"])):
                out.append(code)
        return out

    def seen(self, target, code, point, side):
        """The verdict on a named county, whether it is missing, and its other code."""
        there = self.world.same(point, code)
        for entity, _, verdict in self.members(target, point, side):
            if entity[0] == there:
                other = there if there != code else None
                return ("not_applicable" if verdict == "outside" else verdict), False, other
        return "undetermined", True, None


def goal(share, counts, is_due, is_cut):
    counted = sum(counts[v] for v in VERDICTS[:3])
    asked = Fraction(share) / 100
    low, high = counts["met"], counts["met"] + counts["undetermined"]
    state = "undetermined"
    if not is_due:
        state = "not_due"
    elif counted and not is_cut:
        state = "met" if low >= asked * counted else "unmet" if high < asked * counted else "undetermined"
    margin = None
    if counted and not is_cut:
        needed = ceil(asked * counted)
        margin = {"needed": needed, "at_least": low - needed, "at_most": high - needed}
    return state, margin


class Check:
    failures = compared = 0

    def equal(self, what, got, wanted):
        self.compared += 1
        if got != wanted:
            self.failures += 1
            if self.failures < 20:
                print("FAILED %s: %.300s instead of %.300s" % (what, got, wanted))


def check_share(check, roadmap, target, told, point, side, what):
    counts, absent = roadmap.count(target, point, side), roadmap.absent(target, point)
    is_due = roadmap.world.points[point][2] >= target["by"]
    for word in VERDICTS + ("outside",):
        check.equal(what + " " + word, told[word], counts[word])
    check.equal(what + " cut", told.get("cut", False), bool(absent))
    for name in ("ensure", "strive"):
        state, margin = goal(target[name], counts, is_due, bool(absent))
        check.equal("%s %s" % (what, name), told[name]["verdict"], state)
        check.equal("%s %s margin" % (what, name), told.get(name + "_margin"), margin)


def check_named(check, roadmap, target, told, side, what):
    days = [p[2] for p in roadmap.world.points]
    rows = {c["code"]: c for c in told["counties"] if c["law"] == side}
    check.equal(what + " names", sorted(rows), target["names"])
    number = 0 if side == "law" else 1
    states = []
    for point in range(3):
        verdicts = [roadmap.seen(target, code, point, number)[0] for code in target["names"]]
        state = "unmet" if "unmet" in verdicts else "met" if set(verdicts) == {"met"} else "undetermined"
        states.append(state if days[point] >= target["by"] else "not_due")
    check.equal(what + " named", [r["named"] for r in told["reached"] if r["law"] == side], states)
    for code in target["names"]:
        seen = [roadmap.seen(target, code, point, number) for point in range(3)]
        standing, first = standing_of(target["by"], days, seen)
        row = rows[code]
        sights = [(p["verdict"], p.get("missing", False), p.get("code")) for p in row["points"]]
        check.equal("%s %s sights" % (what, code), sights, seen)
        check.equal("%s %s standing" % (what, code), row["standing"], standing)
        check.equal("%s %s first" % (what, code), row.get("first_met"), None if first is None else days[first])
        met = [p for p in range(3) if seen[p][0] == "met"]
        is_lost = bool(met) and any(seen[p][0] == "unmet" for p in range(met[0], 3))
        check.equal("%s %s lost" % (what, code), row.get("lost", False), is_lost)


def moves_of(roadmap, target):
    out = []
    for point in range(3):
        names = {roadmap.world.same(point, code) if point == 0 else code for code in target.get("names", [])}
        after = {entity: verdict for entity, _, verdict in roadmap.members(target, point, 1)}
        for entity, county, verdict in roadmap.members(target, point, 0):
            pair = [v if v != "outside" else "not_applicable" for v in (verdict, after[entity])]
            if "names" in target and (county not in target["names"] or county not in names):
                continue
            if pair[0] != pair[1]:
                out.append((point, entity[0], entity[1], pair[0], pair[1]))
    return sorted(out)


def check_target(check, roadmap, target, told):
    for row in told["reached"]:
        what = "%s point %d %s" % (target["id"], row["point"], row["law"])
        if "names" not in target:
            check_share(check, roadmap, target, row, row["point"], 0 if row["law"] == "law" else 1, what)
    if "names" in target:
        for side in ("law", "reform"):
            check_named(check, roadmap, target, told, side, "%s %s" % (target["id"], side))
    else:
        absent = [{"point": p, "codes": roadmap.absent(target, p)} for p in range(3) if roadmap.absent(target, p)]
        check.equal(target["id"] + " absent", told.get("absent", []), absent)
    moves = [(m["point"], m["code"], m.get("stage", ""), m["before"], m["after"]) for m in told["difference"]]
    check.equal(target["id"] + " difference", sorted(moves), moves_of(roadmap, target))
    return len(moves)


def check_csv(check, text, result):
    """The same figures as in JSON."""
    rows = list(csv.DictReader(io.StringIO(text)))
    days = [p["day"] for p in result["points"]]
    reached, counties, moves = [], [], []
    for t in result["targets"]:
        for r in t["reached"]:
            margin = r.get("ensure_margin", {})
            reached.append((t["id"], r["day"], r["law"], str(r["met"]), r.get("ensure", {}).get("verdict", ""),
                            str(margin.get("at_least", "")), str(margin.get("at_most", "")), r.get("named", "")))
        for c in t.get("counties", []):
            counties += [(t["id"], days[p], c["law"], c["code"], s["verdict"], s.get("code", ""), c["standing"],
                          c.get("first_met", "")) for p, s in enumerate(c["points"])]
        moves += [(t["id"], days[m["point"]], m["code"], m.get("stage", ""), m["before"], m["after"])
                  for m in t["difference"]]
    check.equal("CSV targets", [(r["target"], r["day"], r["law"], r["met"], r["ensure"], r["ensure_margin_at_least"],
                                 r["ensure_margin_at_most"], r["named"]) for r in rows if r["record"] == "target"],
                reached)
    check.equal("CSV counties", [(r["target"], r["day"], r["law"], r["entity_code"], r["verdict"], r["code_there"],
                                  r["standing"], r["first_met"]) for r in rows if r["record"] == "county"], counties)
    check.equal("CSV difference", [(r["target"], r["day"], r["entity_code"], r["stage"], r["before"], r["after"])
                                   for r in rows if r["record"] == "difference"], moves)


def check_round(check, program, folder, nation, seed):
    dice = random.Random(seed)
    world = World(folder, nation, dice)
    reform = os.path.join(folder, "reform.lua")
    with open(reform, "w", encoding="utf-8") as file:
        file.write(REFORM)
    empty = Roadmap.__new__(Roadmap)
    empty.targets = []
    pack = empty.write(folder)
    findings = [[Findings(program, world, point, pack, more) for point in range(3)]
                for more in ([], ["--reform", reform])]
    roadmap = Roadmap(world, findings, dice)
    pack = roadmap.write(folder)
    words = ["targets", "--data", world.new, "--data", world.old, "--years", "all", "--rules", pack,
             "--reform", reform, "--format"]
    text = run(program, *words, "json", "--jobs", "1")
    check.equal("threads", run(program, *words, "json", "--jobs", "3"), text)
    result = json.loads(text)
    check.equal("points", [(p["day"], p["law"]["on"], p["law"]["year"], p["data"]) for p in result["points"]],
                [(day, day, year, data) for data, year, day in world.points])
    check.equal("targets", [t["id"] for t in result["targets"]], [t["id"] for t in roadmap.targets])
    moved = sum(check_target(check, roadmap, t, told) for t, told in zip(roadmap.targets, result["targets"]))
    check_csv(check, run(program, *words, "csv"), result)
    return moved


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.015")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    args = parser.parse_args()
    check, moved = Check(), 0
    for seed in range(args.seed, args.seed + args.rounds):
        with tempfile.TemporaryDirectory() as folder:
            nation = os.path.join(folder, "nation")
            subprocess.run([args.lua, "tools/dev/make_nation.lua", "--out", nation, "--scale", args.scale,
                            "--seed", str(seed), "--blanks", "1"], check=True, stdout=subprocess.DEVNULL)
            moved += check_round(check, args.program, folder, nation, seed)
    check.equal("something moves by the reform", moved > 0, True)
    print("%d figures and names compared, %d moved by the reform, %d failed" % (check.compared, moved, check.failures))
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
