"""What 教督〔2017〕6号 asks of schools, classes and monitored subjects, and what it sums from the schools, exact:
items 3 to 6, 9, 12 and 13 of article 7, items 3 to 9 of article 8. Of each rule (verdict, does the county hold by it):
the two differ where it is not known whether the rule applies, but nobody would fail it.
"""
from fractions import Fraction
from math import ceil

from county import County
from resources import STAGES, STAGES_OF, all_hold, negated, one_of, word

JUDGED = {  # rule: column that must be yes in every school
    "charter": "has_charter", "ict_management": "is_ict_managed", "ict_use": "is_ict_used_well",
    "moral_culture": "is_moral_culture_good", "curriculum": "is_curriculum_complete", "workload": "is_workload_light",
}
TEACHERS = {"teacher_training": "trained_360h_teachers", "certified_teachers": "certified_teachers"}
ROOMS = {"music_rooms": ("music", 96), "art_rooms": ("fine_arts", 90)}
LARGEST = {"primary": 45, "junior": 50}
NEARBY = {"primary": 100, "junior": 95}


class Schools(County):
    def at_most(self, value, bound):
        if value[1] is not None and value[1] <= bound:
            return True
        return False if value[0] is not None and value[0] > bound else None

    def scoped(self, applies, holds):
        """(verdict, does the county hold by it)."""
        if applies is False:
            return "not_applicable", True
        if applies is None:
            return "undetermined", holds or None
        return word(holds), holds

    def of_stages(self, school, column):
        """The sum over the compulsory stages that a school of its type has."""
        return self.add(*(self.cell(school, "%s_%s" % (s, column)) for s in STAGES_OF.get(school.get("school_type"), ())))

    def is_ordinary(self, school):
        return one_of(school, "school_type", list(STAGES_OF))

    def is_compulsory(self, school):
        return negated(one_of(school, "school_type", ["senior_school"]))

    # Article 7, items 3 to 6 ------------------------------------------------------

    def needs_rooms(self, school):
        point = one_of(school, "school_type", ["teaching_point"])
        small = negated(self.at_least(self.cell(school, "primary_students"), 50)) if point else False
        return all_hold([self.is_ordinary(school), negated(small)])

    def room_area(self, rule):
        return ROOMS[rule][1]

    def rooms(self, school, rule):
        """(least, most) rooms of the kind that are large enough."""
        if "rooms" not in school:
            return 0, None
        fits = [self.at_least(self.cell(r, "area_m2"), self.room_area(rule))
                for r in school["rooms"] if r["kind"] == ROOMS[rule][0]]
        return fits.count(True), len(fits) - fits.count(False)

    def rooms_needed(self, school):
        least, most = self.of_stages(school, "classes")
        return ceil(least / 12), None if most is None else ceil(most / 12)

    def enough_rooms(self, school, rule):
        have, need = self.rooms(school, rule), self.rooms_needed(school)
        return self.at_least((None if need[1] is None else have[0] - need[1],
                              None if have[1] is None else have[1] - need[0]), 0)

    def largest_school(self, school):
        return 2500 if school.get("school_type") in ("nine_year_school", "twelve_year_school") else 2000

    def size(self, school):
        return self.of_stages(school, "students")

    def largest_class(self, school, stage):
        return self.cell(school, stage + "_largest_class")

    def class_limit(self, stage):
        return LARGEST[stage]

    def is_village_school(self, school):
        point = one_of(school, "school_type", ["teaching_point"])
        rural = all_hold([one_of(school, "school_type", ["primary_school"]), one_of(school, "area_type", ["rural"])])
        return negated(all_hold([negated(point), negated(rural)]))

    def is_small_village_school(self, school):
        return all_hold([self.is_village_school(school), negated(self.at_least(self.cell(school, "primary_students"), 100))])

    # Article 8, items 3 to 8 ------------------------------------------------------

    def training_funds(self, school):
        """What is left of the funds above 5 % of the budget."""
        funds, budget = (self.cell(school, c) for c in ("training_funds_wan_yuan", "public_funds_budget_wan_yuan"))
        part = Fraction(5, 100)
        return (None if budget[1] is None else funds[0] - part * budget[1],
                None if funds[1] is None else funds[1] - part * budget[0])

    def of_school(self, school):
        """{rule: (verdict, holds)} of one school."""
        found = {rule: self.scoped(self.needs_rooms(school), self.enough_rooms(school, rule)) for rule in ROOMS}
        found["school_size"] = self.scoped(
            self.is_ordinary(school), self.at_most(self.size(school), self.largest_school(school)))
        found["small_school_funding"] = self.scoped(
            self.is_small_village_school(school), self.at_least(self.cell(school, "funded_students"), 100))
        asked = self.is_compulsory(school)
        found.update((rule, self.scoped(asked, self.yes(school, column))) for rule, column in JUDGED.items())
        found["training_funds"] = self.scoped(asked, self.at_least(self.training_funds(school), 0))
        return found

    def class_size(self, school, stage):
        return self.scoped(self.at_least(self.cell(school, stage + "_students"), 1),
                           self.at_most(self.largest_class(school, stage), self.class_limit(stage)))

    # Article 7, items 9, 12 and 13: of the whole county ---------------------------------

    def surplus(self, schools, enters, part, whole, percent):
        """100 parts less so many wholes, over the schools that enter; one that may enter adds the worst or the best."""
        total = (Fraction(0), Fraction(0))
        for school in schools:
            does, got, of = enters(school), self.cell(school, part), self.cell(school, whole)
            if does is False:
                continue
            low = None if of[1] is None else 100 * got[0] - percent * of[1]
            high = None if got[1] is None else 100 * got[1] - percent * of[0]
            if does is None:
                low, high = None if low is None else min(low, 0), None if high is None else max(high, 0)
            total = tuple(None if a is None or b is None else a + b for a, b in zip(total, (low, high)))
        return total

    def share_of_teachers(self, schools, rule):
        surplus = self.surplus(schools, self.is_compulsory, TEACHERS[rule], "full_time_teachers", 100)
        return self.scoped(True, self.at_least(surplus, 0))

    def is_public(self, school):
        return negated(one_of(school, "organiser", ["private", "joint_venture"]))

    def enrols_nearby(self, school, stage):
        boards = school.get("is_boarding")
        return all_hold([self.has_stage(school, stage), one_of(school, "area_type", ["urban", "town"]),
                         self.is_public(school), negated(boards)])

    def nearby_share(self, stage):
        return NEARBY[stage]

    def nearby(self, schools, stage):
        enter = [self.enrols_nearby(school, stage) for school in schools]
        surplus = self.surplus(schools, lambda school: self.enrols_nearby(school, stage),
                               stage + "_catchment_students", stage + "_students", self.nearby_share(stage))
        return self.scoped(negated(all_hold(map(negated, enter))), self.at_least(surplus, 0))

    # Article 8, item 9 -------------------------------------------------------------

    def level(self, row):
        return self.at_least(self.cell(row, "attained_level"), 3)

    def difference(self, row):
        return negated(self.at_least(self.cell(row, "difference_rate"), Fraction(15, 100)))

    def monitoring_complete(self, county, rows):
        wanted = self.cell(county, "monitored_subjects")
        return all_hold([self.at_least(wanted, 1), self.at_most(wanted, len(rows))])

    def articles_7_and_8(self, case):
        """{(rule, of): (verdict, holds)}"""
        found, schools, rows = {}, case["schools"], case.get("monitoring", [])
        for school in schools:
            name = school["school"]
            found.update(((rule, name), judged) for rule, judged in self.of_school(school).items())
            for stage in STAGES:
                if self.has_stage(school, stage) is not False:
                    found["class_size", "%s/%s" % (name, stage)] = self.class_size(school, stage)
        for rule in TEACHERS:
            found[rule, "county"] = self.share_of_teachers(schools, rule)
        for stage in STAGES:
            found["nearby_enrolment_" + stage, "county"] = self.nearby(schools, stage)
        for row in rows:
            of = "%s/%s" % (row["subject"], row["monitored_stage"])
            found["monitored_level", of] = self.scoped(True, self.level(row))
            found["monitored_difference", of] = self.scoped(True, self.difference(row))
        found["monitoring_complete", "county"] = self.scoped(True, self.monitoring_complete(case.get("county", {}), rows))
        return found
