#!/usr/bin/env python3
"""What the real school tables say, reckoned without the engine.

Prints, as JSON, for each school year, county and stage: schools with students,
schools and classes above the limit of class size, schools above 2000 students,
teachers for each hundred students, and the exact square of their
student-weighted spread between schools, as a fraction, with its verdict.
Knows nothing of the engine, its dictionary or its pack.
"""
import argparse
import codecs
import json
import math
import os
import sys
from fractions import Fraction

YEARS = ("101", "102", "103")
STAGES = (("c", "primary", 45, Fraction(50, 100)), ("j", "junior", 50, Fraction(45, 100)))


def read_lines(path):
    with open(path, "rb") as stream:
        raw = stream.read()
    if raw.startswith(codecs.BOM_UTF16_LE):
        text = raw.decode("utf-16")
    else:
        text = raw.decode("cp950")
    return text.split("\r\n")


def read_number(cell):
    if cell == "-":
        return None
    return int(cell.strip('"').replace(",", ""))


def read_schools(folder, year, letter):
    """Rows as dictionaries by header; every row has as many cells as the header."""
    lines = read_lines(os.path.join(folder, "%s_base%s.txt" % (year, letter)))
    header = lines[2].split("\t")
    for line in lines[3:]:
        if line:
            cells = line.split("\t")
            assert len(cells) == len(header), line
            yield dict(zip(header, cells))


def teachers_of(row):
    known = [n for n in (read_number(row["男專任教師"]), read_number(row["女專任教師"])) if n is not None]
    return sum(known) if known else None


def spread_squared(pairs):
    """pairs of (teachers, students): squared weighted coefficient of variation, or None."""
    students = sum(n for _, n in pairs)
    teachers = sum(t for t, _ in pairs)
    if not pairs or not teachers:
        return None
    return students * sum(Fraction(t * t, n) for t, n in pairs) / teachers ** 2 - 1


def county_record(rows, limit, spread_limit):
    schools = [(row["學校代碼"], read_number(row["學生數"]), read_number(row["班級數"]), teachers_of(row))
               for row in rows]
    entered = [s for s in schools if s[1] is not None]
    over = [s for s in entered if s[2] is not None and s[1] > limit * s[2]]
    unknown = [s[0] for s in entered if s[2] is None]
    pairs = [(s[3], s[1]) for s in entered if s[3] is not None]
    square = spread_squared(pairs)
    students = sum(n for _, n in pairs)
    per_100 = Fraction(100 * sum(t for t, _ in pairs), students) if students else None
    return {
        "rows": len(rows),
        "schools": len(entered),
        "schools_over_class_limit": sorted(s[0] for s in over),
        "classes_over_class_limit": sum(s[2] for s in over),
        "schools_without_classes": unknown,
        "schools_over_2000": sorted(s[0] for s in entered if s[1] > 2000),
        "schools_with_teachers": len(pairs),
        "schools_left_out": sum(1 for s in entered if s[3] is None),
        "teachers_per_100": None if per_100 is None else str(per_100),
        "spread_squared": None if square is None else str(square),
        "spread": None if square is None else round(math.sqrt(square), 6),
        "spread_met": None if square is None else square <= spread_limit ** 2,
        "units": {s[0]: {"students": s[1], "classes": s[2], "teachers": s[3]} for s in schools},
    }


def reckon(folder):
    result = {}
    for year in YEARS:
        for letter, stage, limit, spread_limit in STAGES:
            counties = {}
            for row in read_schools(folder, year, letter):
                counties.setdefault(row["縣市名稱"], []).append(row)
            for name, rows in counties.items():
                record = county_record(rows, limit, spread_limit)
                result.setdefault(year, {}).setdefault(name, {})[stage] = record
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", help="folder of the six files")
    parser.add_argument("--units", action="store_true", help="print every school too")
    options = parser.parse_args()
    result = reckon(options.folder)
    if not options.units:
        for year in result.values():
            for county in year.values():
                for record in county.values():
                    del record["units"]
    json.dump(result, sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
    print()


if __name__ == "__main__":
    main()
