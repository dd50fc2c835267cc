"""Articles 4 and 7 to 10 of the national measures, and the county's verdict.

The same rules as in standard.py: exact, three-valued, a blank is any value that
its column may hold. Where the text leaves a choice, the choices are those that
the pack states in its notes.
"""
from standard import MET, NOT_APPLICABLE, STAGES, STAGES_OF, UNDETERMINED, UNMET, stored, word

ORDINARY = ("primary_school", "teaching_point", "junior_school", "nine_year_school",
            "complete_secondary", "twelve_year_school")
THROUGH = ("nine_year_school", "twelve_year_school")
MOST_STUDENTS, MOST_CLASSES = 20000, 400
SCALE = 6

COUNTY_YES = {
    "monitoring_since_recognition": ("is_monitoring_high",),
    "layout_plan": ("is_layout_planned",),
    "unified_standards": (
        "has_unified_building_standard", "has_unified_staffing_standard", "has_unified_funding_standard",
        "has_unified_equipment_standard"),
    "performance_pay": ("has_full_performance_pay",),
    "allocated_posts": ("has_county_allocated_posts",),
    "rural_quota": ("has_rural_quota_tilt",),
    "left_behind_care": ("has_left_behind_care",),
}
VETOES = {
    "exam_admission": "has_exam_admission", "school_choice": "has_illegal_school_choice",
    "key_schools_or_classes": "has_key_schools_or_classes", "unfilled_posts": "has_unfilled_posts",
    "major_incident": "has_major_incident", "falsification": "has_falsification",
}
# rule: (columns added), (columns taken away), (denominator), (taken from it), per cent
SHARES = {
    "rotation": (("rotated_teachers",), (), ("rotation_eligible_teachers",), (), 10),
    "backbone_rotation": (("rotated_backbone_teachers",), (), ("rotated_teachers",), (), 20),
    "senior_quota": (("quota_places",), (), ("quality_senior_places",), (), 50),
    "migrant_enrolment": (("migrant_children_in_public_schools", "migrant_children_in_purchased_places"), (),
                          ("migrant_children",), (), 85),
    "junior_retention": (("junior_graduates", "junior_transferred_out"), ("junior_transferred_in",),
                         ("junior_entrants",), ("junior_deaths",), 95),
    "disabled_enrolment": (("disabled_in_special_schools", "disabled_in_ordinary_schools",
                            "disabled_taught_at_home"), (), ("disabled_children",), (), 95),
}
SCHOOL_YES = {
    "charter": "has_charter", "ict_management": "is_ict_managed", "ict_use": "is_ict_used_well",
    "moral_culture": "is_moral_culture_good", "curriculum": "is_curriculum_complete",
    "workload": "is_workload_light",
}


def number(record, column, scale=0):
    text = record.get(column)
    return stored(text, scale) if text else None


def yes(record, column):
    return {"是": True, "否": False}.get(record.get(column))


def both(*holds):
    if False in holds:
        return False
    return None if None in holds else True


def negated(holds):
    return None if holds is None else not holds


def above(value, bound):
    return None if value is None else value > bound


class Found:
    """Verdicts by (rule, entity), and whether anything hinders the county."""

    def __init__(self):
        self.verdicts = {}
        self.hindrance = {}

    def put(self, rule, entity, county, holds, applies=True):
        if applies is False:
            verdict = NOT_APPLICABLE
        else:
            verdict = UNDETERMINED if applies is None or holds is None else word(holds)
        self.verdicts[rule, entity] = verdict
        # A rule that may not apply hinders only as far as it does apply.
        fine = True if applies is False or holds is True else None if applies is None else holds
        self.hindrance[county] = both(self.hindrance.get(county, True), fine)


def judge_county(found, record):
    code = record["county_code"]

    def put(rule, holds, applies=True):
        found.put(rule, code, code, holds, applies)

    years = number(record, "years_since_basic_balance")
    put("years_since_basic_balance", None if years is None else years >= 3)
    for rule, columns in COUNTY_YES.items():
        put(rule, both(*(yes(record, c) for c in columns)))
    for rule, column in VETOES.items():
        put(rule, negated(yes(record, column)))
    for rule, share in SHARES.items():
        put_share(put, record, rule, share)
    funds = number(record, "special_education_funds_wan_yuan", SCALE)
    students = number(record, "special_education_students")
    holds = None
    if funds is not None and students:
        holds = funds * 10000 >= 6000 * students * 10 ** SCALE
    put("special_education_funds_per_student", holds, above(students, 0))
    teachers = number(record, "teacher_mean_pay_yuan", 2)
    servants = number(record, "civil_servant_mean_pay_yuan", 2)
    put("teacher_pay", None if None in (teachers, servants) else teachers >= servants)
    recognition = number(record, "social_recognition_percent", 4)
    put("social_recognition", None if recognition is None else recognition >= 850000)


def put_share(put, record, rule, share):
    plus, minus, base, less, percent = share
    cells = [number(record, c) for c in plus + minus + base + less]
    applies = above(number(record, base[0]), 0)
    holds = None
    if None not in cells:
        top = sum(number(record, c) for c in plus) - sum(number(record, c) for c in minus)
        bottom = number(record, base[0]) - sum(number(record, c) for c in less)
        if bottom > 0:
            holds = top * 100 >= percent * bottom
    put(rule, holds, applies)


def judge_school(found, record, rooms):
    code, county, kind = record["school_code"], record["county_code"], record["school_type"]
    stages = STAGES_OF[kind]
    students = [number(record, STAGES[s] + "_students") for s in stages]
    known = sum(s for s in students if s is not None)
    is_known = None not in students
    is_ordinary = kind in ORDINARY

    def put(rule, holds, applies=True):
        found.put(rule, code, county, holds, applies)

    limit = 2500 if kind in THROUGH else 2000
    put("school_size", False if known > limit else True if is_known else None, is_ordinary)
    is_point = kind == "teaching_point"
    needs = is_ordinary and (not is_point or (known >= 50 if is_known else None))
    classes = [number(record, STAGES[s] + "_classes") for s in stages]
    for rule, room_kind, area in (("music_rooms", "music", 9600), ("art_rooms", "fine_arts", 9000)):
        count = sum(1 for k, a in rooms if k == room_kind and a >= area)
        put(rule, enough_rooms(count, classes), needs)
    is_small = None
    if is_known:
        is_small = known < 100
    elif known >= 100:
        is_small = False
    village = is_point or (kind == "primary_school" and record["area_type"] == "rural")
    funded = number(record, "funded_students")
    put("small_school_funding", None if funded is None else funded >= 100, both(village, is_small))
    is_compulsory = kind != "senior_school"
    for rule, column in SCHOOL_YES.items():
        put(rule, yes(record, column), is_compulsory)
    budget = number(record, "public_funds_budget_wan_yuan", SCALE)
    training = number(record, "training_funds_wan_yuan", SCALE)
    holds = training * 100 >= 5 * budget if budget and training is not None else None
    put("training_funds", holds, is_compulsory)
    for stage in stages:
        of_stage = number(record, STAGES[stage] + "_students")
        largest = number(record, STAGES[stage] + "_largest_class")
        found.put("class_size", "%s/%s" % (code, STAGES[stage]), county,
                  None if largest is None else largest <= (45, 50)[stage], above(of_stage, 0))


def enough_rooms(count, classes):
    low = sum(c for c in classes if c is not None)
    high = low + MOST_CLASSES * classes.count(None)
    if count >= -(-high // 12):
        return True
    return None if count >= -(-low // 12) else False


def judge_schools_together(found, code, records):
    """Training, certificates and catchment: over all schools of the county."""
    counted = [r for r in records if r["school_type"] != "senior_school"]
    for rule, column in (("teacher_training", "trained_360h_teachers"), ("certified_teachers", "certified_teachers")):
        top = [number(r, column) for r in counted]
        bottom = [number(r, "full_time_teachers") for r in counted]
        holds = None
        if None not in top + bottom and sum(bottom):
            holds = sum(top) >= sum(bottom)
        found.put(rule, code, code, holds)
    enrolling = [r for r in records if r["organiser"] not in ("private", "joint_venture")
                 and r["area_type"] in ("urban", "town") and r["is_boarding"] == "否"]
    for stage, percent in ((0, 100), (1, 95)):
        schools = [r for r in enrolling if stage in STAGES_OF[r["school_type"]]]
        top = ends(schools, STAGES[stage] + "_catchment_students")
        bottom = ends(schools, STAGES[stage] + "_students")
        holds = None
        if bottom[1] and top[0] * 100 >= percent * bottom[1]:
            holds = True
        elif bottom[0] and top[1] * 100 < percent * bottom[0]:
            holds = False
        found.put("nearby_enrolment_" + STAGES[stage], code, code, holds, bool(schools))


def ends(records, column):
    cells = [number(r, column) for r in records]
    low = sum(c for c in cells if c is not None)
    return low, low + MOST_STUDENTS * cells.count(None)


def judge_monitoring(found, county, records):
    code = county["county_code"]
    subjects = number(county, "monitored_subjects")
    found.put("monitoring_complete", code, code, None if subjects is None else 1 <= subjects <= len(records))
    for record in records:
        level = number(record, "attained_level")
        rate = number(record, "difference_rate", 4)
        entity = "%s/%s" % (code, record["subject"])
        found.put("monitored_level", entity, code, None if level is None else level >= 3)
        found.put("monitored_difference", entity, code, None if rate is None else rate < 1500)


def judge(counties, schools, rooms, monitoring):
    """Lists of records; gives Found."""
    found = Found()
    rooms_of, schools_of, results_of = {}, {}, {}
    for room in rooms:
        rooms_of.setdefault(room["school_code"], []).append((room["kind"], number(room, "area_m2", 2)))
    for record in schools:
        schools_of.setdefault(record["county_code"], []).append(record)
        judge_school(found, record, rooms_of.get(record["school_code"], []))
    for record in monitoring:
        results_of.setdefault(record["county_code"], []).append(record)
    for county in counties:
        judge_county(found, county)
        judge_schools_together(found, county["county_code"], schools_of.get(county["county_code"], []))
        judge_monitoring(found, county, results_of.get(county["county_code"], []))
    return found


def verdict_of(resources, hindrance):
    """The county's: resources are the verdicts on all schools and on balance."""
    holds = [{MET: True, UNMET: False}.get(v) for v in resources]
    return word(both(hindrance, *holds))
