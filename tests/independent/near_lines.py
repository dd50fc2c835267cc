#!/usr/bin/env python3
"""Writes a made-up dataset in the national form, weighted towards the lines.

near_lines.py FOLDER --units N --seed S

Figures stand exactly on a threshold, on the 85 % floor, one step below or
above; spreads within 1e-9 to 1e-4 of their limit on both sides, or exactly on
it; blanks; mixed schools with split facilities; teaching points around 50
students. Every file is valid. The same seed gives the same bytes.
"""
import argparse
import csv
import os
import random
from decimal import Decimal, localcontext
from fractions import Fraction

from standard import INDICATORS, SPREAD_LIMITS, STAGES, STAGES_OF, WEIGHTS

KINDS = ["primary_school"] * 8 + ["junior_school"] * 5 + ["nine_year_school"] * 4 + [
    "complete_secondary", "twelve_year_school", "teaching_point", "teaching_point"]
RARE_KINDS = ["special_education", "vocational_junior", "senior_school"]
ROUND_STUDENTS = (100, 125, 200, 250, 500, 1000, 1000, 1000, 1250, 2000, 2500, 10000, 20000)
SMALL_ROUND_STUDENTS = (100, 125, 200, 250, 500, 1000, 1000, 2000)
RELATIONS = ("at", "below", "above", "floor_at", "floor_below", "floor_above", "far")
GOOD_RELATIONS = ("at", "at", "above", "more")
CAPS = (1900, 1900, 480, 10 ** 8, 10 ** 8, 10 ** 11, 1900)  # stored figures, by indicator
BOOLS_OF_COUNTY = (
    "is_monitoring_high is_layout_planned has_unified_building_standard has_unified_staffing_standard "
    "has_unified_funding_standard has_unified_equipment_standard has_full_performance_pay "
    "has_county_allocated_posts has_rural_quota_tilt has_left_behind_care").split()
VETOES = ("has_exam_admission has_illegal_school_choice has_key_schools_or_classes has_unfilled_posts "
          "has_major_incident has_falsification").split()
COUNTS_OF_COUNTY = {
    "years_since_basic_balance": 3, "special_education_students": 50,
    "rotation_eligible_teachers": 1000, "rotated_teachers": 100, "rotated_backbone_teachers": 20,
    "quality_senior_places": 500, "quota_places": 250, "migrant_children": 200,
    "migrant_children_in_public_schools": 150, "migrant_children_in_purchased_places": 20,
    "junior_entrants": 1010, "junior_deaths": 10, "junior_graduates": 955, "junior_transferred_in": 15,
    "junior_transferred_out": 10, "disabled_children": 40, "disabled_in_special_schools": 20,
    "disabled_in_ordinary_schools": 10, "disabled_taught_at_home": 8, "monitored_subjects": 2,
}
# What may be one short of its line, so that a county fails by it alone.
SHORT_OF_LINE = (
    "years_since_basic_balance", "rotated_teachers", "rotated_backbone_teachers", "quota_places",
    "migrant_children_in_public_schools", "junior_graduates", "disabled_taught_at_home")
COUNTY_COLUMNS = (["county_code", "county_name"] + BOOLS_OF_COUNTY + VETOES + list(COUNTS_OF_COUNTY) + [
    "special_education_funds_wan_yuan", "teacher_mean_pay_yuan", "civil_servant_mean_pay_yuan",
    "social_recognition_percent"])
BOOLS_OF_SCHOOL = ("has_charter is_ict_managed is_ict_used_well is_moral_culture_good "
                   "is_curriculum_complete is_workload_light").split()
TEACHER_PARTS = ("diploma", "bachelor", "master", "doctor", "backbone", "pe", "music", "fine_arts", "arts")
SCHOOL_COLUMNS = (
    ["school_code", "school_name", "county_code", "school_type", "organiser", "area_type", "is_boarding",
     "primary_students", "junior_students", "senior_students"]
    + ["%s_%s" % (s, c) for s in STAGES for c in ("classes", "largest_class", "catchment_students",
                                                  "full_time_teachers")]
    + ["%s_%s_teachers" % (s, c) for s in STAGES for c in TEACHER_PARTS]
    + ["teaching_area_m2", "indoor_sports_area_m2", "sports_ground_area_m2", "equipment_value_wan_yuan",
       "multimedia_rooms", "funded_students", "full_time_teachers", "certified_teachers",
       "trained_360h_teachers", "public_funds_budget_wan_yuan", "training_funds_wan_yuan"]
    + BOOLS_OF_SCHOOL)
BLANKABLE = (["%s_%s_teachers" % (s, c) for s in STAGES for c in TEACHER_PARTS] + [
    "teaching_area_m2", "indoor_sports_area_m2", "sports_ground_area_m2", "equipment_value_wan_yuan",
    "multimedia_rooms", "primary_students", "junior_students", "senior_students"])


def decimal_text(value, scale):
    text = "%0*d" % (scale + 1, value)
    whole, part = text[:-scale], text[-scale:].rstrip("0")
    return whole + "." + part if part else whole


def divide(rng, total, parts):
    """Splits a count at random."""
    cuts = sorted(rng.randint(0, total) for _ in range(parts - 1))
    return [b - a for a, b in zip([0] + cuts, cuts + [total])]


class School:
    """Students by stage (primary, junior, senior) and seven figures for each unit, the last four shared."""

    def __init__(self, kind, students):
        self.kind, self.students = kind, students
        self.figures = {stage: [0] * 7 for stage in STAGES_OF[kind]}
        self.record = {}

    def weights(self, stage):
        if self.kind not in WEIGHTS:
            return 1, self.students[stage]
        weights = WEIGHTS[self.kind]
        return weights[stage], sum(w * s for w, s in zip(weights, self.students))

    def target(self, stage, index, bound):
        """The stored figure, as a fraction, that gives the bound for each student of the unit."""
        _, factor, grid, _ = INDICATORS[index]
        if index > 2:
            weight, total = self.weights(stage)
            return Fraction(bound * grid * total, 1000 * factor * weight)
        return Fraction(bound * grid * self.students[stage], 1000 * factor)

    def put(self, stage, index, value):
        value = max(0, min(CAPS[index], value))
        for other in self.figures if index > 2 else (stage,):
            self.figures[other][index] = value


class Nation:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.units = 0
        self.counties, self.schools, self.rooms, self.monitoring = [], [], [], []

    # -- students ------------------------------------------------------------

    def pick_students(self, is_small):
        rng = self.rng
        if rng.random() < 0.5:
            return rng.choice(SMALL_ROUND_STUDENTS if is_small else ROUND_STUDENTS)
        return rng.randint(1, 2000)

    def new_school(self, is_small, kinds=None):
        rng = self.rng
        kind = rng.choice(kinds or KINDS)
        if not kinds and rng.random() < 0.02:
            kind = rng.choice(RARE_KINDS)
        students = [0, 0, 0]
        for stage in STAGES_OF[kind]:
            students[stage] = self.pick_students(is_small)
        if kind == "teaching_point":
            students[0] = rng.choice((49, 50, 51, 1, 99, 100, rng.randint(1, 120)))
        if kind in ("nine_year_school", "twelve_year_school"):
            students[0] = min(1000, max(11, students[0] // 11 * 11))
            students[1] = min(1000, students[1])
            if not is_small and rng.random() < 0.03:
                students[rng.randint(0, 1)] = 0
        if kind in ("complete_secondary", "twelve_year_school", "senior_school"):
            students[2] = rng.choice((0, 100, 500, rng.randint(1, 3000)))
        return School(kind, students)

    # -- figures near the lines ----------------------------------------------

    def figure(self, school, stage, index, relation):
        rng = self.rng
        bound = INDICATORS[index][3][stage]
        base = bound
        if relation.startswith("floor"):
            base = Fraction(85 * bound, 100)
        elif relation == "far":
            base = bound * Fraction(rng.randint(1, 300), 100)
        elif relation == "more":
            base = bound * Fraction(rng.randint(100, 130), 100)
        target = school.target(stage, index, base)
        least = -(-target.numerator // target.denominator)
        step = {"below": -1, "floor_below": -1, "above": 1, "floor_above": 1}.get(relation, 0)
        school.put(stage, index, least + step)

    def relations(self):
        rng = self.rng
        kind = rng.random()
        if kind < 0.1:
            return [rng.choice(RELATIONS) for _ in range(7)]
        chosen = [rng.choice(GOOD_RELATIONS) for _ in range(7)]
        if kind < 0.45:
            chosen[rng.randint(0, 6)] = rng.choice(("below", "floor_at", "floor_above", "floor_below"))
        elif kind < 0.55:
            for index in rng.sample(range(7), 2):
                chosen[index] = rng.choice(("below", "floor_at", "floor_above"))
        return chosen

    def fill(self, school, is_good):
        stages = list(school.figures)
        self.rng.shuffle(stages)
        for stage in stages:
            if is_good:
                relations = [self.rng.choice(GOOD_RELATIONS) for _ in range(7)]
                if self.rng.random() < 0.1:
                    relations[self.rng.randint(0, 6)] = "floor_at"
            else:
                relations = self.relations()
            for index, relation in enumerate(relations):
                self.figure(school, stage, index, relation)
        if is_good and len(stages) > 1:  # the junior part of a mixed school wants more of what is shared
            for index in range(3, 7):
                wanted = max(school.target(s, index, INDICATORS[index][3][s]) for s in stages)
                have = school.figures[stages[0]][index]
                if have < wanted:
                    school.put(stages[0], index, -(-wanted.numerator // wanted.denominator))

    # -- spreads near the limits ---------------------------------------------

    def spread_county(self, stage):
        """Schools of one stage whose spread in one indicator is a hair from its limit."""
        rng = self.rng
        kind = ("primary_school", "junior_school")[stage]
        schools = [self.new_school(True, [kind]) for _ in range(rng.randint(2, 24))]
        for school in schools:
            self.fill(school, True)
        index = rng.choice((0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 6))
        if rng.random() < 0.1 and index > 2:
            self.exactly_on_limit(schools, stage, index)
        else:
            self.tune(schools, stage, index)
        return schools

    def exactly_on_limit(self, schools, stage, index):
        """Half the students have the mean less the limit, half the mean and the limit."""
        if len(schools) % 2:
            schools.pop()
        students = 40 * self.rng.randint(3, 50)
        low, high = ((1, 3), (11, 29))[stage]
        for i, school in enumerate(schools):
            school.students[stage] = students
            self.fill(school, True)
            school.put(stage, index, (low, high)[i % 2] * students * 10)
        if self.rng.random() < 0.5:
            school = self.rng.choice(schools)
            school.put(stage, index, school.figures[stage][index] + self.rng.choice((-1, 1)))

    def tune(self, schools, stage, index):
        rng = self.rng
        for _ in range(8):
            for school in schools:
                bound = INDICATORS[index][3][stage]
                target = school.target(stage, index, bound * Fraction(round(100 * rng.lognormvariate(0.3, 0.5)), 100))
                school.put(stage, index, round(target))
            chosen = rng.choice(schools)
            root = self.root(schools, chosen, stage, index)
            if root is not None and 0 < root < CAPS[index]:
                step = rng.choice((0, 1, 0, 1, 2, -1, round(10 ** rng.uniform(0, 4)), -round(10 ** rng.uniform(0, 4))))
                chosen.put(stage, index, int(root) + step)
                return

    def root(self, schools, chosen, stage, index):
        """The figure of one school that would put the spread on its limit: a root of a quadratic."""
        num, den = SPREAD_LIMITS[stage]
        limit = 1 + Fraction(num * num, den * den)
        others = [s for s in schools if s is not chosen]
        students = sum(s.students[stage] for s in schools)
        total = sum(s.figures[stage][index] for s in others)
        squares = sum(Fraction(s.figures[stage][index] ** 2, s.students[stage]) for s in others)
        a = Fraction(students, chosen.students[stage]) - limit
        b = -2 * limit * total
        c = students * squares - limit * total ** 2
        inside = b * b - 4 * a * c
        if inside < 0 or a == 0:
            return None
        with localcontext() as context:
            context.prec = 60
            side = Decimal(inside.numerator) / Decimal(inside.denominator)
            roots = [(Decimal(-b.numerator) / b.denominator + sign * side.sqrt())
                     / (2 * Decimal(a.numerator) / a.denominator) for sign in (1, -1)]
        fit = [r for r in roots if r > 0]
        return self.rng.choice(fit) if fit else None

    # -- counties ------------------------------------------------------------

    def add_county(self):
        rng = self.rng
        kind = rng.random()
        is_good = not self.counties or kind < 0.25
        if is_good:
            schools = [self.new_school(True) for _ in range(rng.randint(1, 10))]
            for school in schools:
                self.fill(school, True)
        elif kind < 0.65:
            schools = self.spread_county(0) + (self.spread_county(1) if rng.random() < 0.7 else [])
        else:
            schools = [self.new_school(False) for _ in range(rng.randint(1, 60))]
            for school in schools:
                self.fill(school, False)
            if rng.random() < 0.1:
                for school in schools:
                    for stage in school.figures:
                        school.put(stage, 1, 0)
        self.write_county(schools, is_good)

    def write_county(self, schools, is_good):
        rng = self.rng
        code = "%06d" % (900001 + len(self.counties))
        records = [self.school_record(code, i, school, is_good) for i, school in enumerate(schools)]
        if rng.random() < 0.2:
            for record in rng.sample(records, min(len(records), rng.randint(1, 3))):
                self.blank(record)
        self.schools += records
        self.units += sum(len(s.figures) for s in schools)
        self.counties.append(self.county_record(code))
        for subject in ("chinese", "mathematics"):
            level, rate = 3, "0.1499"
            if rng.random() < 0.03:
                level, rate = rng.choice(((2, "0.1"), (3, "0.15"), (4, ""), ("", "0.1")))
            self.monitoring.append([code, subject, level, rate])

    def blank(self, record):
        """A stated 0 beside a blank would be a school with teachers and without students."""
        column = self.rng.choice(BLANKABLE)
        if not (column.endswith("_students") and 0 in record.values()):
            record[column] = ""

    def county_record(self, code):
        rng = self.rng
        record = {"county_code": code, "county_name": "虚构县" + code}
        record.update((c, "是") for c in BOOLS_OF_COUNTY)
        record.update((c, "否") for c in VETOES)
        record.update(COUNTS_OF_COUNTY)
        record.update({
            "special_education_funds_wan_yuan": "30", "teacher_mean_pay_yuan": "98765.43",
            "civil_servant_mean_pay_yuan": "98765.43", "social_recognition_percent": "85"})
        kind = rng.random()
        if kind < 0.05:
            record[rng.choice(VETOES)] = rng.choice(("是", ""))
        elif kind < 0.1:
            record[rng.choice(BOOLS_OF_COUNTY)] = rng.choice(("否", ""))
        elif kind < 0.15:
            record[rng.choice(SHORT_OF_LINE)] -= 1
        elif kind < 0.2:
            record.update([rng.choice((
                ("special_education_funds_wan_yuan", "29.999999"), ("teacher_mean_pay_yuan", "98765.42"),
                ("social_recognition_percent", "84.9999"), ("social_recognition_percent", ""),
                ("monitored_subjects", 3), ("special_education_students", 0)))])
        return record

    def school_record(self, county, number, school, is_good):
        rng = self.rng
        code = "%s%04d" % (county, number + 1)
        record = dict.fromkeys(SCHOOL_COLUMNS, "")
        record.update({
            "school_code": code, "school_name": "虚构学校" + code, "county_code": county,
            "school_type": school.kind, "organiser": rng.choice(("education_department", "private")),
            "area_type": rng.choice(("urban", "town", "rural")), "is_boarding": rng.choice(("是", "否"))})
        for stage, figures in school.figures.items():
            self.stage_cells(record, STAGES[stage], school.students[stage], figures)
        if school.kind in ("complete_secondary", "twelve_year_school", "senior_school"):
            record["senior_students"] = school.students[2]
        if school.figures:
            self.shared_cells(record, next(iter(school.figures.values())))
        self.whole_cells(record, school, is_good)
        return record

    def stage_cells(self, record, name, students, figures):
        rng = self.rng
        if name == "primary":
            degrees = divide(rng, figures[0], 4)
        else:
            degrees = [rng.randint(0, 50)] + divide(rng, figures[0], 3)
        parts = degrees + [figures[1]] + divide(rng, figures[2], 4)
        for part, value in zip(TEACHER_PARTS, parts):
            record["%s_%s_teachers" % (name, part)] = value
        record[name + "_students"] = students
        record[name + "_full_time_teachers"] = max(sum(degrees), figures[1], figures[2])

    def shared_cells(self, record, figures):
        """The gymnasium is part of the teaching area, and of the sports area."""
        gym = self.rng.choice((0, 0, self.rng.randint(0, figures[4])))
        record["teaching_area_m2"] = decimal_text(figures[3] + gym, 2)
        record["indoor_sports_area_m2"] = decimal_text(gym, 2)
        record["sports_ground_area_m2"] = decimal_text(figures[4] - gym, 2)
        record["equipment_value_wan_yuan"] = decimal_text(figures[5], 6)
        record["multimedia_rooms"] = figures[6]

    def whole_cells(self, record, school, is_good):
        """What articles 7 and 8 ask; on the line where that is easy, blank where the county is not
        meant to pass."""
        rng = self.rng
        teachers = sum(record[s + "_full_time_teachers"] or 0 for s in STAGES)
        record.update({"full_time_teachers": teachers, "certified_teachers": teachers,
                       "trained_360h_teachers": teachers, "public_funds_budget_wan_yuan": "123.4",
                       "training_funds_wan_yuan": "6.17"})
        record.update((c, "是") for c in BOOLS_OF_SCHOOL)
        students = [school.students[s] for s in school.figures]
        if school.kind in ("teaching_point", "primary_school"):
            record["funded_students"] = max(100, sum(students))
        if not is_good:
            return
        classes = 0
        for stage in school.figures:
            size = (45, 50)[stage]
            count = -(-school.students[stage] // size)
            classes += count
            record[STAGES[stage] + "_classes"] = count
            record[STAGES[stage] + "_largest_class"] = size
            record[STAGES[stage] + "_catchment_students"] = school.students[stage]
        for kind, area in (("music", "96"), ("fine_arts", "90")):
            for _ in range(-(-classes // 12)):
                self.rooms.append([record["school_code"], kind, area])
        if rng.random() < 0.03:
            self.spoil(record, school)

    def spoil(self, record, school):
        rng = self.rng
        column = rng.choice(BOOLS_OF_SCHOOL + ["training_funds_wan_yuan", "largest_class", "certified_teachers"])
        if column == "training_funds_wan_yuan":
            record[column] = rng.choice(("6.169999", ""))
        elif column == "largest_class":
            for stage in school.figures:
                record[STAGES[stage] + "_largest_class"] = rng.choice(((46, 51)[stage], ""))
        elif column == "certified_teachers":
            record[column] = max(0, record[column] - 1)
        else:
            record[column] = rng.choice(("否", ""))

    # -- files ---------------------------------------------------------------

    def write(self, folder):
        os.makedirs(folder, exist_ok=True)
        write_table(folder, "counties.csv", COUNTY_COLUMNS, ([r[c] for c in COUNTY_COLUMNS] for r in self.counties))
        write_table(folder, "schools.csv", SCHOOL_COLUMNS, ([r[c] for c in SCHOOL_COLUMNS] for r in self.schools))
        write_table(folder, "rooms.csv", ["school_code", "kind", "area_m2"], self.rooms)
        write_table(folder, "monitoring.csv",
                    ["county_code", "subject", "attained_level", "difference_rate"], self.monitoring)


def write_table(folder, name, header, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def generate(folder, units, seed):
    """Writes the dataset; gives the number of stage units."""
    nation = Nation(seed)
    while nation.units < units:
        nation.add_county()
    nation.write(folder)
    return nation.units


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--units", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print("%d stage units" % generate(options.folder, options.units, options.seed))


if __name__ == "__main__":
    main()
