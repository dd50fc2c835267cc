"""One problem of each kind that the auditor knows, planted in the tables: a method each."""
import collections
import random

from planted_data import is_figure

TEACHERS = ["full_time", "diploma", "bachelor", "master", "doctor", "backbone", "pe", "music",
            "fine_arts", "arts"]
STAGES = ["primary", "junior"]


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
