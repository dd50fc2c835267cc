#!/usr/bin/env python3
"""Does the auditor of `validate` find what is wrong, and leave alone what is not?

planted.py PROGRAM --lua LUA [--scale 0.04] [--count 4] [--seed 7] [--keep FOLDER]

Makes a nation (tools/dev/make_nation.lua) and the same a year before, plants `count` problems of
each kind in the text of both, runs `validate --format csv` on the clean and on the spoiled data, and
prints by kind: planted, found, missed, alarms on the clean data, other alarms on the spoiled
data. What one problem sets off at the same school or county under another kind is counted apart.
Fails if a kind is found less often than SHARE says, or if there are more false alarms than FALSE allows.

At --scale 1 --count 10 (2,842 counties, 200,475 schools) it takes half an hour and prints: planted 410, found 409 (a
crowd hidden by units that stay beyond the line); false alarms on the clean data: 2 twin_figures, 1 twin_teachers,
1 twin_list, none of the others.
"""
import argparse
import collections
import csv
import os
import random
import re
import subprocess
import sys
import tempfile

TABLES = ["counties", "schools", "rooms", "monitoring"]
SHARE = collections.defaultdict(lambda: 1.0)  # share of planted problems to be found, by kind
SHARE["bunching"] = 0.6  # a few units that stay beyond the line hide a crowd
FALSE = collections.defaultdict(int)  # false alarms allowed for each thousand schools
FALSE["students_are_stated"] = 100  # no false alarms: the nation has blanks
for kind in ("twin_figures", "twin_teachers", "twin_list"):
    FALSE[kind] = 0.02  # chance: four in a nation of 200,000 schools

TEACHERS = ["full_time", "diploma", "bachelor", "master", "doctor", "backbone", "pe", "music",
            "fine_arts", "arts"]
STAGES = ["primary", "junior"]


class Data:
    """The tables of a folder, as rows by header."""

    def __init__(self, folder):
        self.head, self.rows = {}, {}
        for table in TABLES:
            with open(os.path.join(folder, table + ".csv"), encoding="utf-8", newline="") as file:
                reader = csv.DictReader(file)
                self.rows[table] = list(reader)
                self.head[table] = reader.fieldnames
        with open(os.path.join(folder, "dictionary.lua"), encoding="utf-8") as file:
            self.dictionary = file.read()
        self.succession, self.index = [], None

    def copy(self):
        twin = object.__new__(Data)
        twin.head, twin.dictionary, twin.succession = self.head, self.dictionary, []
        twin.index = None
        twin.rows = {table: [dict(row) for row in rows] for table, rows in self.rows.items()}
        return twin

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        for table in TABLES:
            path = os.path.join(folder, table + ".csv")
            with open(path, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, self.head[table], lineterminator="\n")
                writer.writeheader()
                writer.writerows(self.rows[table])
        with open(os.path.join(folder, "dictionary.lua"), "w", encoding="utf-8") as file:
            file.write(self.dictionary)
        if self.succession:
            with open(os.path.join(folder, "succession.csv"), "w", encoding="utf-8") as file:
                file.write("old_code,new_code,day,kind\n")
                file.writelines(",".join(line) + "\n" for line in self.succession)

    def county(self, code):
        return next((row for row in self.rows["counties"] if row["county_code"] == code), None)

    def school(self, code):
        """Looked up by code; index is None after codes or rows have changed."""
        if self.index is None:
            self.index = {row["school_code"]: row for row in self.rows["schools"]}
        return self.index.get(code)

    def rooms_of(self, code):
        return [row for row in self.rows["rooms"] if row["school_code"] == code]

    def recode_county(self, old, new):
        for table in ("counties", "schools", "monitoring"):
            for row in self.rows[table]:
                if row["county_code"] == old:
                    row["county_code"] = new

    def recode_school(self, old, new):
        for table in ("schools", "rooms"):
            for row in self.rows[table]:
                if row["school_code"] == old:
                    row["school_code"] = new
        self.index = None

    def drop_school(self, code):
        for table in ("schools", "rooms"):
            self.rows[table] = [row for row in self.rows[table] if row["school_code"] != code]
        self.index = None

    def drop_county(self, code):
        gone = {row["school_code"] for row in self.rows["schools"] if row["county_code"] == code}
        for table in ("counties", "schools", "monitoring"):
            self.rows[table] = [row for row in self.rows[table] if row["county_code"] != code]
        self.rows["rooms"] = [row for row in self.rows["rooms"] if row["school_code"] not in gone]
        self.index = None


def is_figure(column):
    parts = ("students", "classes", "teachers", "_m2", "wan_yuan", "multimedia_rooms", "graduates")
    return any(part in column for part in parts)


def year_before(data, rng):
    """The same schools with a few percent more or less of everything."""
    old = data.copy()
    for table in ("schools", "counties"):
        for row in old.rows[table]:
            row["school_year"] = "2023"
            percent = rng.choice([93, 94, 95, 96, 97, 98, 102, 103, 104, 105, 106, 107])
            for column, value in row.items():
                if not value[:1].isdigit() or not is_figure(column) or (table == "counties" and "special" in column):
                    continue
                if "." in value or column.endswith(("_m2", "wan_yuan")):
                    places = 2 if column.endswith("_m2") else 4
                    row[column] = "%.*f" % (places, float(value) * percent / 100)
                else:
                    row[column] = str(int(value) * percent // 100)
    return old


class Planter:
    def __init__(self, data, seed):
        self.now, self.before = data, None
        self.rng = random.Random(seed)
        self.planted = []  # kind, code of the message, what the problem's text begins with, entities
        self.used = set()
        self.taken = set()  # counties that hold schools that were used
        self.by_county = collections.defaultdict(list)
        for row in data.rows["schools"]:
            self.by_county[row["county_code"]].append(row["school_code"])

    def expect(self, kind, code, entities, text=""):
        self.planted.append((kind, code, text, set(entities)))

    def pick_county(self):
        codes = [row["county_code"] for row in self.now.rows["counties"]]
        free = [code for code in codes if code not in self.used | self.taken and code[4:] < "60"]
        code = self.rng.choice(free)
        self.used.add(code)
        return code

    def pick_school(self, fits=lambda row: True):
        free = [row for row in self.now.rows["schools"] if row["school_code"] not in self.used
                and row["county_code"] not in self.used and fits(row)
                and self.before.school(row["school_code"])]
        row = self.rng.choice(free)
        self.used.add(row["school_code"])
        self.taken.add(row["county_code"])
        return row

    def pick_pair(self, fits):
        """Two schools of one type in one county, of nearly the same size."""
        for _ in range(2000):
            first = self.pick_school(fits)
            rows = [self.now.school(code) for code in self.by_county[first["county_code"]]]
            rows = [row for row in rows if row and row["school_code"] not in self.used and fits(row)
                    and row["school_type"] == first["school_type"]]
            if rows:
                second = self.rng.choice(rows)
                self.used.add(second["school_code"])
                return first, second
        raise SystemExit("no pair of schools fits")

    def both(self):
        return (self.now, self.before)

    # --- codes of counties

    def recoded(self, kind, code, change):
        old = self.pick_county()
        new = change(old)
        taken = {row["county_code"] for row in self.now.rows["counties"]}
        if new in taken:
            return self.recoded(kind, code, change)
        for data in self.both():
            data.recode_county(old, new)
        self.used.add(new)
        self.expect(kind, code, [new])
        return None

    def county_code_form(self):
        self.recoded("county_code_form", "JH-711", lambda code: code + "0")

    def county_code_province(self):
        self.recoded("county_code_province", "JH-712", lambda code: "19" + code[2:])

    def county_code_above(self):
        self.recoded("county_code_above", "JH-713", lambda code: code[:4] + "00")

    def county_code_unlisted(self):
        self.recoded("county_code_unlisted", "JH-714", lambda code: code[:4] + "97")

    def function_zone(self):
        self.recoded("function_zone", "JH-715", lambda code: code[:4] + "79")

    def county_name(self):
        code, other = self.pick_county(), self.rng.choice(self.now.rows["counties"])
        if other["county_name"] == self.now.county(code)["county_name"]:
            other = {"county_name": "某某县"}
        for data in self.both():
            data.county(code)["county_name"] = other["county_name"] + "新"
        self.expect("county_name", "JH-716", [code])

    def county_region(self):
        code = self.pick_county()
        name = "海南省" if not code.startswith("46") else "甘肃省"
        for data in self.both():
            data.county(code)["province_name"] = name
        self.expect("county_region", "JH-717", [code])

    # --- codes and names of schools

    def rename_school(self, kind, code, change, fits=lambda row: True):
        row = self.pick_school(fits)
        old = row["school_code"]
        new = change(old)
        for data in self.both():
            data.recode_school(old, new)
        self.used.add(new)
        self.expect(kind, code, [new])

    def school_code_form(self):
        self.rename_school("school_code_form", "JH-719", lambda code: code[:-1])

    def school_code_type(self):
        self.rename_school("school_code_type", "JH-720", lambda code: "51" + code[2:],
                           lambda row: row["school_type"] == "小学")

    def school_code_province(self):
        self.rename_school("school_code_province", "JH-721",
                           lambda code: code[:2] + ("64" if code[2:4] != "64" else "63") + code[4:])

    def key_spelling(self):
        row = self.pick_school()
        code = row["school_code"]
        self.used.add(row["county_code"])
        for data in self.both():
            twin = dict(data.school(code))
            twin["school_code"], twin["school_name"] = "0" + code, twin["school_name"] + "分部"
            data.rows["schools"].append(twin)
            data.index = None
        self.used.add("0" + code)
        self.expect("key_spelling", "JH-722", [code, "0" + code])

    def name_twice(self):
        first, second = self.pick_pair(lambda row: True)
        for data in self.both():
            data.school(second["school_code"])["school_name"] = first["school_name"]
        self.expect("name_twice", "JH-723", [first["school_code"], second["school_code"]])

    # --- two years

    def county_succeeded(self):
        old = self.pick_county()
        new = old[:4] + "98"
        self.now.recode_county(old, new)
        self.now.succession.append([old, new, "2024-03-01", "撤县设区"])
        self.used.add(new)
        self.expect("county_succeeded", "JH-724", [new, old])

    def succession_probable(self):
        old = self.pick_county()
        new = old[:4] + "96"
        self.now.recode_county(old, new)
        row = self.now.county(new)
        row["county_name"] = row["county_name"][:-1] + ("区" if row["county_name"][-1] != "区" else "市")
        self.used.add(new)
        self.expect("succession_probable", "JH-725", [new, old])

    def county_vanished(self):
        code = self.pick_county()
        self.now.drop_county(code)
        self.expect("county_vanished", "JH-726", [code])

    def county_appeared(self):
        code = self.pick_county()
        self.before.drop_county(code)
        self.expect("county_appeared", "JH-727", [code])

    def succession_idle(self):
        code = self.pick_county()
        self.now.succession.append([code, code[:4] + "95", "2023-03-01", "更名"])
        self.expect("succession_idle", "JH-728", [code])

    def school_vanished(self):
        row = self.pick_school()
        code = row["school_code"]
        self.used.add(row["county_code"])  # whose graduates do not add up any more
        self.now.drop_school(code)
        self.expect("school_vanished", "JH-729", [code])

    def school_appeared(self):
        code = self.pick_school()["school_code"]
        self.before.drop_school(code)
        self.expect("school_appeared", "JH-730", [code])

    def school_recoded(self):
        old = self.pick_school()["school_code"]
        new = old[:4] + "9" + old[5:]
        self.now.recode_school(old, new)
        self.used.add(new)
        self.expect("school_recoded", "JH-747", [new, old])

    def school_type_changed(self):
        row = self.pick_school(lambda row: row["school_type"] == "小学")
        self.before.school(row["school_code"])["school_type"] = "小学教学点"
        self.expect("school_type_changed", "JH-731", [row["school_code"]])

    def school_moved(self):
        row = self.pick_school()
        self.used.add(row["county_code"])
        codes = [one["county_code"] for one in self.now.rows["counties"]
                 if one["county_code"] not in self.used | self.taken]
        row["county_code"] = self.rng.choice(codes)
        self.used.add(row["county_code"])
        self.expect("school_moved", "JH-732", [row["school_code"]])

    def year_jump(self):
        row = self.pick_school(lambda row: float(row["sports_ground_area_m2"] or 0) > 2000)
        old = self.before.school(row["school_code"])
        old["sports_ground_area_m2"] = "%.2f" % (float(row["sports_ground_area_m2"]) * 4)
        self.expect("year_jump", "JH-733", [row["school_code"]])

    def fell_to_zero(self):
        row = self.pick_school(lambda row: float(row["equipment_value_wan_yuan"] or 0) > 20)
        row["equipment_value_wan_yuan"] = "0"
        self.expect("fell_to_zero", "JH-734", [row["school_code"]])

    def blank_since(self):
        row = self.pick_school(lambda row: float(row["equipment_value_wan_yuan"] or 0) > 20)
        row["equipment_value_wan_yuan"] = ""
        self.expect("blank_since", "JH-748", [row["school_code"]])

    def copied_form(self):
        row = self.pick_school(lambda row: int(row["full_time_teachers"] or 0) > 10
                               and int(row["primary_students"] or 0) > 50)
        self.before.school(row["school_code"]).update(
            {column: value for column, value in row.items() if is_figure(column)})
        self.expect("copied_form", "JH-735", [row["school_code"]])

    # --- doubtful figures

    def bunching(self):
        code = next(code for code in self.rng.sample(sorted(self.by_county), len(self.by_county))
                    if code not in self.used | self.taken and self.crowd_of(code))
        self.used.add(code)
        for row in self.crowd_of(code)[:24]:
            share = 2000 + self.rng.randrange(1, 90)
            value = int(row["primary_students"]) * share
            row["equipment_value_wan_yuan"] = "%d.%04d" % (value // 10000, value % 10000)
        self.expect("bunching", "JH-736", [code], "equipment_value_per_student")

    def crowd_of(self, code):
        rows = [self.now.school(one) for one in self.by_county[code]]
        rows = [row for row in rows if row and row["school_type"] == "小学"
                and row["county_code"] == code and row["school_code"] not in self.used
                and int(row["primary_students"] or 0) >= 40]
        # Those that lack least come first, as they would if somebody helped them over the line.
        rows.sort(key=lambda row: abs(1990 - 1e4 * float(row["equipment_value_wan_yuan"] or 0)
                                      / int(row["primary_students"])))
        return rows if len(rows) >= 24 else []

    def twin_figures(self):
        first, second = self.pick_pair(
            lambda row: float(row["teaching_area_m2"] or 0) > 500
            and not row["teaching_area_m2"].endswith("0") and len(row["sports_ground_area_m2"]) >= 6)
        for column in ("teaching_area_m2", "indoor_sports_area_m2", "sports_ground_area_m2"):
            second[column] = first[column]
        self.expect("twin_figures", "JH-737", [first["school_code"], second["school_code"]])

    def twin_teachers(self):
        def fits(row):
            values = {int(row[column] or 0) for column in row if column.endswith("_teachers")}
            return (row["school_type"] in ("小学", "初级中学")
                    and len({value for value in values if value >= 10}) >= 5)
        first, second = self.pick_pair(fits)
        for column in first:
            if column.endswith("_teachers"):
                second[column] = first[column]
        self.expect("twin_teachers", "JH-738", [first["school_code"], second["school_code"]])

    def has_list(self, row):
        rooms = self.now.rooms_of(row["school_code"])
        return len(rooms) >= 4 and len({(room["kind"], room["area_m2"]) for room in rooms}) >= 3

    def pick_list(self):
        while True:
            row = self.pick_school(lambda row: int(row["primary_classes"] or 0) > 13
                                   or int(row["junior_classes"] or 0) > 13)
            if self.has_list(row):
                return row

    def twin_list(self):
        first = self.pick_list()
        codes = [code for code in self.by_county[first["county_code"]] if code not in self.used]
        second = self.rng.choice(codes)
        self.used.add(second)
        rooms = [dict(room, school_code=second) for room in self.now.rooms_of(first["school_code"])]
        self.now.rows["rooms"] = [
            room for room in self.now.rows["rooms"] if room["school_code"] != second] + rooms
        self.expect("twin_list", "JH-739", [first["school_code"], second])

    def list_doubled(self):
        row = self.pick_list()
        self.now.rows["rooms"] += [dict(room) for room in self.now.rooms_of(row["school_code"])]
        self.expect("list_doubled", "JH-740", [row["school_code"]])

    def yuan_in_wan_yuan(self):
        row = self.pick_school(lambda row: 2 < float(row["equipment_value_wan_yuan"] or 0) < 90
                               and row["primary_students"])
        row["equipment_value_wan_yuan"] = "%.0f" % (float(row["equipment_value_wan_yuan"]) * 10000)
        self.expect("yuan_in_wan_yuan", "JH-741", [row["school_code"]])

    def area_unit(self):
        row = self.pick_school(lambda row: float(row["sports_ground_area_m2"] or 0) > 1500
                               and (row["primary_students"] or row["junior_students"]))
        row["sports_ground_area_m2"] = "%.2f" % (float(row["sports_ground_area_m2"]) / 666.67)
        self.expect("area_unit", "JH-742", [row["school_code"]])

    def stage_of_type(self):
        row = self.pick_school(lambda row: row["school_type"] == "小学")
        row.update(junior_students="60", junior_classes="2", junior_largest_class="31")
        self.expect("stage_of_type", "JH-743", [row["school_code"]])

    def blank_teachers(self, row, full):
        for column in row:
            if column.endswith("_teachers"):
                row[column] = ""
        row["primary_full_time_teachers"] = row["full_time_teachers"] = full

    def stage_lacks(self):
        row = self.pick_school(lambda row: row["school_type"] == "小学" and row["primary_students"])
        self.blank_teachers(row, "0")
        self.expect("stage_lacks", "JH-744", [row["school_code"]])

    def students_per_class(self):
        row = self.pick_school(lambda row: row["school_type"] == "小学"
                               and int(row["primary_students"] or 0) > 300)
        row["primary_classes"] = str(int(row["primary_students"]) // 150)
        row["primary_largest_class"] = "200"
        for grade in range(1, 7):
            row["primary_classes_grade_%d" % grade] = ""
        self.expect("students_per_class", "JH-745", [row["school_code"]])

    def students_per_teacher(self):
        row = self.pick_school(lambda row: row["school_type"] == "小学"
                               and int(row["primary_students"] or 0) > 300)
        self.blank_teachers(row, str(int(row["primary_students"]) // 150))
        self.expect("students_per_teacher", "JH-746", [row["school_code"]])

    # --- identities of the dictionary

    def identity(self, check, column, more, fits=lambda row: True):
        row = self.pick_school(lambda row: row[column] not in ("", "0") and fits(row))
        row[column] = str(int(row[column]) + more)
        self.expect(check, "JH-231", [row["school_code"]], check)

    def students_by_grade(self):
        self.identity("primary_students_by_grade", "primary_students_grade_3", 9,
                      lambda row: row["primary_students"] and all(
                          row["primary_students_grade_%d" % grade] for grade in range(1, 7)))

    def classes_by_grade(self):
        self.identity("junior_classes_by_grade", "junior_classes_grade_8", 1,
                      lambda row: row["junior_classes"] and all(
                          row["junior_classes_grade_%d" % grade] for grade in range(7, 10)))

    def students_by_sex(self):
        self.identity("junior_students_by_sex", "junior_male_students", -1,
                      lambda row: row["junior_students"] and row["junior_female_students"])

    def stage_teachers(self):
        self.identity("stage_teachers_add_up", "full_time_teachers", 4,
                      lambda row: row["school_type"] == "九年一贯制学校"
                      and row["primary_full_time_teachers"] and row["junior_full_time_teachers"])

    def county_graduates(self):
        while True:
            code = self.pick_county()
            row = self.now.county(code)
            own = [one for one in self.now.rows["schools"] if one["county_code"] == code]
            if row["junior_graduates"] and row["junior_entrants"] and all(
                    one["junior_graduates"] for one in own):
                break
        row["junior_graduates"] = str(int(row["junior_graduates"]) - 7)
        self.expect("county_graduates_add_up", "JH-231", [code], "county_graduates_add_up")


# What moves rows to other codes comes last: the others name their entities by the codes of before.
KINDS = """students_by_grade classes_by_grade students_by_sex stage_teachers county_graduates twin_figures twin_teachers
    twin_list list_doubled yuan_in_wan_yuan area_unit stage_of_type stage_lacks students_per_class
    students_per_teacher bunching year_jump fell_to_zero blank_since copied_form school_type_changed school_moved name_twice
    school_vanished school_appeared key_spelling school_code_form school_code_type school_code_province
    school_recoded county_name county_region succession_idle county_vanished county_appeared
    county_code_form county_code_province county_code_above county_code_unlisted function_zone
    county_succeeded succession_probable""".split()


def validate(program, now, before):
    command = [program, "validate", "--data", now, "--before", before, "--rules",
               "national/quality-balance-2017", "--format", "csv", "--lang", "en", "--quiet"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit("validate failed: " + done.stderr.decode()[:2000])
    return list(csv.DictReader(done.stdout.decode("utf-8-sig").splitlines()))


def kind_of(row):
    """Checks of the dictionary are told apart by their ids, which begin their sentences."""
    return row["problem"].split(":")[0] if row["code"] == "JH-231" else row["code"]


def entities_of(row):
    """The codes that a problem is about: those of its row and those that its sentence names."""
    return {row["entity_code"], row["county_code"], *re.findall(r"[0-9]{5,13}", row["problem"])} - {""}


def judge(planter, clean, spoiled):
    """Prints the table; returns what is wrong."""
    names = {(code if code != "JH-231" else kind): kind for kind, code, _, _ in planter.planted}
    planted, found = collections.Counter(), collections.Counter()
    for kind, code, text, entities in planter.planted:
        planted[kind] += 1
        found[kind] += any(
            row["code"] == code and row["problem"].startswith(text) and entities & entities_of(row)
            for row in spoiled)
    touched = set(planter.used)
    before = collections.Counter(names.get(kind_of(row), kind_of(row)) for row in clean)
    known = {(kind_of(row), row["entity_code"], row["column"]) for row in clean}
    other, beside = collections.Counter(), collections.Counter()
    for row in spoiled:
        name = names.get(kind_of(row), kind_of(row))
        if (kind_of(row), row["entity_code"], row["column"]) in known:
            continue
        if not entities_of(row) & touched:
            other[name] += 1
        elif not any(kind == name and entities & entities_of(row)
                     for kind, _, _, entities in planter.planted):
            beside[name] += 1
    wrong = []
    print("%-28s %8s %6s %7s %6s %6s %7s" % (
        "kind", "planted", "found", "missed", "clean", "other", "beside"))
    thousands = max(1, len(planter.now.rows["schools"]) / 1000)
    for kind in sorted(set(planted) | set(before) | set(other) | set(beside)):
        print("%-28s %8d %6d %7d %6d %6d %7d" % (
            kind, planted[kind], found[kind], planted[kind] - found[kind], before[kind], other[kind],
            beside[kind]))
        if found[kind] < SHARE[kind] * planted[kind]:
            wrong.append("%s: %d of %d were found" % (kind, found[kind], planted[kind]))
        if before[kind] + other[kind] > FALSE[kind] * thousands:
            wrong.append("%s: %d false alarms" % (kind, before[kind] + other[kind]))
    print("planted %d, found %d; alarms on clean data %d, other alarms %d, set off beside %d" % (
        sum(planted.values()), sum(found.values()), sum(before.values()), sum(other.values()),
        sum(beside.values())))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--lua", default="lua5.4")
    parser.add_argument("--scale", default="0.06")
    parser.add_argument("--count", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or scratch
        base = os.path.join(folder, "now")
        here = os.path.dirname(os.path.abspath(__file__))
        subprocess.run([given.lua, os.path.join(here, "../../tools/dev/make_nation.lua"), "--out", base,
                        "--scale", given.scale, "--seed", str(given.seed), "--blanks", "2", "--grades", "1"],
                       check=True, stderr=subprocess.DEVNULL)
        planter = Planter(Data(base), given.seed)
        planter.before = year_before(planter.now, planter.rng)
        paths = [os.path.join(folder, name) for name in ("now", "before", "spoiled", "spoiled-before")]
        planter.before.write(paths[1])
        clean = validate(given.program, paths[0], paths[1])
        for kind in KINDS:
            for _ in range(given.count):
                getattr(planter, kind)()
        planter.now.write(paths[2])
        planter.before.write(paths[3])
        wrong = judge(planter, clean, validate(given.program, paths[2], paths[3]))
    for line in wrong:
        print("FAILED " + line)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
