#!/usr/bin/env python3
"""The peer of `sweep --scenarios`: 1,000 scenarios over all fourteen bounds of article 6, by numpy on cached ratios.

scenarios_numpy.py --data FOLDER [--scenarios FILE | --count N] [--write FILE] [--units N]

Counts, for each scenario, the stage units that meet at least six of the seven indicators, the seventh at 85 % or
more: what `sweep --who school_resources` counts. The ratios are worked out once (doubles; the program is exact).
Prints one line for each scenario, "id,met", and on stderr the seconds of reading, of the ratios and of
the scenarios. Rows, scopes and splits of mixed schools are simplified: schools of one stage only, so that the counts are not
those of the program; the work for each unit and scenario is the same. --units repeats the units up to that number.
"""
import argparse
import csv
import sys
import time

import numpy

BOUNDS = [
    ("higher_degree_teachers_per_100.at_least", 4.2, 5.3),
    ("backbone_teachers_per_100.at_least", 1, 1),
    ("pe_art_teachers_per_100.at_least", 0.9, 0.9),
    ("teaching_area_per_student.at_least", 4.5, 5.8),
    ("sports_area_per_student.at_least", 7.5, 10.2),
    ("equipment_value_per_student.at_least", 2000, 2500),
    ("multimedia_rooms_per_100.at_least", 2.3, 2.4),
]
STAGES = ["primary", "junior"]
PATHS = ["%s.%s" % (name, stage) for name, *_ in BOUNDS for stage in STAGES]


def default_scenarios(count):
    """All bounds scaled from one half to three halves."""
    now = [value for _, *values in BOUNDS for value in values]
    return [["s%d" % i] + ["%.6g" % (value * (500 + 1000 * i / count) / 1000) for value in now] for i in range(count)]


def read_scenarios(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    at = [rows[0].index(p) for p in PATHS]
    return [[row[0]] + [row[i] for i in at] for row in rows[1:]]


def read_units(data):
    with open(data + "/schools.csv", encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        head = next(reader)
        at = {name: i for i, name in enumerate(head)}

        def number(row, name):
            return float(row[at[name]] or 0) if name in at else 0.0
        units = []
        for row in reader:
            stages = [s for s in STAGES if number(row, s + "_students") > 0]
            if len(stages) != 1:
                continue
            s = stages[0]
            teachers = [number(row, n) for n in head if n.startswith(s) and "teachers" in n]
            first = sum(teachers[:2]), sum(teachers[2:4]), sum(teachers[4:6])
            area = (number(row, "teaching_area_m2"), number(row, "indoor_sports_area_m2")
                    + number(row, "sports_ground_area_m2"))
            units.append((STAGES.index(s), number(row, s + "_students"), *first, *area,
                          number(row, "equipment_value_wan_yuan") * 10000, number(row, "multimedia_rooms")))
    return numpy.array(units)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--scenarios")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--write", help="only write the scenarios that are counted by default")
    parser.add_argument("--units", type=int, default=0)
    options = parser.parse_args()
    scenarios = read_scenarios(options.scenarios) if options.scenarios else default_scenarios(options.count)
    if options.write:
        with open(options.write, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["scenario", *PATHS], *scenarios])
        return
    began = time.process_time()
    units = read_units(options.data)
    if options.units > len(units):
        units = numpy.resize(units, (options.units, units.shape[1]))
    read = time.process_time()
    stage, students = units[:, 0].astype(int), units[:, 1:2]
    ratios = units[:, 2:] / students
    ratios[:, [0, 1, 2, 6]] *= 100
    groups = [numpy.ascontiguousarray(ratios[stage == s].T) for s in (0, 1)]
    cached = time.process_time()
    lines = []
    for row in scenarios:
        met = 0
        for s, group in enumerate(groups):
            bounds = numpy.array([float(x) for x in row[1 + s::2]])[:, None]
            holds = (group >= bounds).sum(axis=0) >= 6
            floor = (group >= bounds * 0.85).all(axis=0)
            met += int((holds & floor).sum())
        lines.append("%s,%d" % (row[0], met))
    done = time.process_time()
    print("\n".join(lines))
    print("%d units, %d scenarios: reading %.3f s, ratios %.3f s, scenarios %.3f s of processor time" % (
        len(units), len(scenarios), read - began, cached - read, done - cached), file=sys.stderr)


if __name__ == "__main__":
    main()
