"""What the measures ask of a county by its own figures, exact: articles 4, 9 and 10 of 教督〔2017〕6号 and those
items of articles 7 and 8 that are a figure or a judgement of the whole county. Not here: items judged by school,
class or monitored subject, or summed from schools.
"""
from fractions import Fraction

from resources import Resources, all_hold, negated, word

YES = {  # rule: columns, all of which must be yes
    "monitoring_since_recognition": ["is_monitoring_high"], "layout_plan": ["is_layout_planned"],
    "unified_standards": ["has_unified_%s_standard" % s for s in ("building", "staffing", "funding", "equipment")],
    "performance_pay": ["has_full_performance_pay"], "allocated_posts": ["has_county_allocated_posts"],
    "rural_quota": ["has_rural_quota_tilt"], "left_behind_care": ["has_left_behind_care"],
}
VETOES = {
    "exam_admission": "has_exam_admission", "school_choice": "has_illegal_school_choice",
    "key_schools_or_classes": "has_key_schools_or_classes", "unfilled_posts": "has_unfilled_posts",
    "major_incident": "has_major_incident", "falsification": "has_falsification",
}
SHARES = {  # rule: (parts, whole, factor, bound); not applicable where the whole is zero
    "special_education_funds_per_student": (
        ["special_education_funds_wan_yuan"], "special_education_students", 10000, 6000),
    "rotation": (["rotated_teachers"], "rotation_eligible_teachers", 100, 10),
    "backbone_rotation": (["rotated_backbone_teachers"], "rotated_teachers", 100, 20),
    "senior_quota": (["quota_places"], "quality_senior_places", 100, 50),
    "migrant_enrolment": (["migrant_children_in_public_schools", "migrant_children_in_purchased_places"],
                          "migrant_children", 100, 85),
    "disabled_enrolment": (["disabled_in_special_schools", "disabled_in_ordinary_schools",
                            "disabled_taught_at_home"], "disabled_children", 100, 95),
}


class County(Resources):
    def yes(self, county, column):
        return county.get(column)

    def veto(self, county, column):
        return negated(county.get(column))

    def years(self):
        return 3

    def share_bound(self, rule):
        return Fraction(SHARES[rule][3])

    def parts(self, county, rule):
        return self.add(*(self.cell(county, c) for c in SHARES[rule][0]))

    def whole(self, county, rule):
        return self.cell(county, SHARES[rule][1])

    def factor(self, rule):
        return SHARES[rule][2]

    def share_of_county(self, county, rule):
        whole = self.whole(county, rule)
        if whole == (0, 0):
            return "not_applicable"
        if whole[0] != whole[1]:
            return "undetermined"
        value = tuple(None if v is None else v * self.factor(rule) / whole[0] for v in self.parts(county, rule))
        return word(self.at_least(value, self.share_bound(rule)))

    def retained(self, county):
        """(stayed, began), or None where a figure is blank."""
        names = ("graduates", "transferred_in", "transferred_out", "entrants", "deaths")
        cells = [self.cell(county, "junior_" + n) for n in names]
        if any(low != high for low, high in cells):
            return None
        graduates, came, left, entrants, deaths = (c[0] for c in cells)
        return graduates - came + left, entrants - deaths

    def retention(self, county):
        if self.cell(county, "junior_entrants") == (0, 0):
            return "not_applicable"
        found = self.retained(county)
        return word(None if found is None else found[0] * 100 >= 95 * found[1])

    def pay(self, county):
        teachers = self.cell(county, "teacher_mean_pay_yuan")
        others = self.cell(county, "civil_servant_mean_pay_yuan")
        return None if others[0] != others[1] else self.at_least(teachers, others[0])

    def recognised(self, county):
        return self.at_least(self.cell(county, "social_recognition_percent"), 85)

    def articles_of_county(self, county):
        found = {rule: word(all_hold(self.yes(county, c) for c in columns)) for rule, columns in YES.items()}
        found.update((rule, word(self.veto(county, column))) for rule, column in VETOES.items())
        found.update((rule, self.share_of_county(county, rule)) for rule in SHARES)
        found["years_since_basic_balance"] = word(
            self.at_least(self.cell(county, "years_since_basic_balance"), self.years()))
        found["junior_retention"] = self.retention(county)
        found["teacher_pay"] = word(self.pay(county))
        found["social_recognition"] = word(self.recognised(county))
        return {(rule, "county"): verdict for rule, verdict in found.items()}
