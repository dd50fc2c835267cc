#!/usr/bin/env python3
"""Is what `evaluate --readings` lists the difference of two independent evaluations?

readings.py PROGRAM --lua LUA [--scale S] [--data FOLDER]

Takes the sample and a small synthetic nation, gives their schools the columns that the unsettled readings
of the national pack ask for, and evaluates each to CSV once as things are and once for each switch turned the
other way, by --switch. The counties, their verdicts, the counts of changed verdicts and what each
county hangs on must be exactly the differences of these tables; and the same bytes come out for any
number of threads. Once from all switches off, once with some on, so that both directions are met.
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

PACK = "national/quality-balance-2017-readings"
VERDICT = "quality_balance"
STARTS = [[], ["round_before_comparing", "other_grounds_count", "older_schools_are_larger"]]


def run(program, *words):
    done = subprocess.run([program, *words, "--quiet", "--lang", "en"], stdout=subprocess.PIPE)
    if done.returncode != 0:
        raise SystemExit("FAILED: %s: exit %d" % (" ".join(words), done.returncode))
    return done.stdout.decode("utf-8-sig")


def fill_in(path):
    """The columns of rules/national/quality-balance-2017-readings/columns.lua, some cells blank."""
    dice = random.Random(5)
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    rows[0] += ["primary_visiting_pe_art_teachers", "junior_visiting_pe_art_teachers", "is_in_dense_core",
                "converted_sports_area_m2", "leased_sports_area_m2", "has_completion_plan"]
    for row in rows[1:]:
        row += [str(dice.randrange(3)), str(dice.randrange(3)), dice.choice("01"), str(dice.randrange(9000)),
                "" if dice.random() < 0.002 else str(dice.randrange(9000)), dice.choice("01")]
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)


def asked(data, switches):
    words = ["evaluate", "--data", data, "--rules", PACK]
    for switch in switches:
        words += ["--switch", switch]
    return words


def evaluate(program, data, switches):
    text = run(program, *asked(data, switches), "--format", "csv")
    return {(row["level"], row["entity_code"], row["stage"], row["requirement"]): row["verdict"]
            for row in csv.DictReader(io.StringIO(text))}


class Check:
    failures = 0

    def equal(self, what, got, wanted):
        if got != wanted:
            self.failures += 1
            print("FAILED %s: %.300s instead of %.300s" % (what, got, wanted))


def check_one(check, name, told, before, after):
    """The flips and counts of one comparison; returns the counties."""
    changed = {key: (before[key], after[key]) for key in after if before[key] != after[key]}
    flips = {key[1]: pair for key, pair in changed.items() if key[3] == VERDICT}
    check.equal(name + ": counties", {f["entity"]: (f["before"], f["after"]) for f in told["counties"]}, flips)
    check.equal(name + ": order", [f["entity"] for f in told["counties"]], sorted(flips))
    for flip in told["counties"]:
        for decided in flip["decided_by"]:
            for at in decided["entities"]:
                key = (at["level"], at["entity"], at.get("stage", ""), decided["requirement"])
                if key not in before:  # one limit of a spread
                    key = ("county", at["entity"], "", decided["requirement"])
                check.equal("%s: %s decided" % (name, key), (at["before"], at["after"]), (before[key], after[key]))
    counts = {(c["requirement"], c["level"]): c["count"] for c in told["changed"]}
    wanted = {}
    for key in changed:
        wanted[key[3], key[0]] = wanted.get((key[3], key[0]), 0) + 1
    for key, count in counts.items():
        check.equal("%s: verdicts on %s" % (name, key), count, wanted.get(key))
    check.equal(name + ": school_resources is told", ("school_resources", "stage") in counts,
                ("school_resources", "stage") in wanted)
    return set(flips)


def check_csv(check, text, result):
    wanted = []
    for told in result["switches"] + [dict(result["together"], switch="*")]:
        wanted += [(told["switch"], f["entity"], f["before"], f["after"],
                    "; ".join(d["requirement"] for d in f["decided_by"])) for f in told["counties"]]
        if not told["counties"]:
            wanted.append((told["switch"], "", "", "", ""))
    rows = [(r["switch"], r["county_code"], r["before"], r["after"], r["decided_by"])
            for r in csv.DictReader(io.StringIO(text))]
    check.equal("CSV", rows, wanted)


def check_start(check, program, data, start):
    words = asked(data, start) + ["--readings", "--format"]
    text = run(program, *words, "json", "--jobs", "1")
    check.equal("threads", run(program, *words, "json", "--jobs", "3"), text)
    result = json.loads(text)
    switches = [told["switch"] for told in result["switches"]]
    check.equal("state", [told["now"] == "on" for told in result["switches"]], [s in start for s in switches])
    before = evaluate(program, data, start)
    by_county = {}
    for told in result["switches"]:
        other = set(start) ^ {told["switch"]}
        found = check_one(check, told["switch"], told, before, evaluate(program, data, sorted(other)))
        for county in found:
            by_county.setdefault(county, []).append(told["switch"])
        print("%s: %d counties" % (told["switch"], len(found)))
    every = sorted(set(switches) ^ set(start))
    together = check_one(check, "together", result["together"], before, evaluate(program, data, every))
    kinds = {}
    for county in result["counties"]:
        alone = by_county.get(county["code"], [])
        kind = ("on_more" if len(alone) > 1 else "on_one" if alone
                else "in_combination" if county["code"] in together else "on_none")
        kinds[kind] = kinds.get(kind, 0) + 1
        check.equal(county["code"], (county["hangs"], county.get("switches", []), county["verdict"]),
                    (kind, alone, before["county", county["code"], "", VERDICT]))
    check_csv(check, run(program, *words, "csv"), result)
    print("together: %d counties; %s" % (len(together), sorted(kinds.items())), flush=True)
    return len(by_county)


def made_up(folder, args):
    sample, nation = os.path.join(folder, "sample"), os.path.join(folder, "nation")
    shutil.copytree("data/sample", sample)
    subprocess.run([args.lua, "tools/dev/make_nation.lua", "--out", nation, "--scale", args.scale, "--seed", "1"],
                   check=True, stdout=subprocess.DEVNULL)
    for data in (sample, nation):
        fill_in(os.path.join(data, "schools.csv"))
    return [sample, nation]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.006")
    parser.add_argument("--data", help="a dataset instead of the made-up nation")
    args = parser.parse_args()
    check, moved = Check(), 0
    with tempfile.TemporaryDirectory() as folder:
        all_data = [args.data] if args.data else made_up(folder, args)
        for data in all_data:
            for start in STARTS:
                moved += check_start(check, args.program, data, start)
    check.equal("some county hangs on a reading", moved > 0, True)
    print("%d failed" % check.failures)
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
