"""The last word on a county, exact: of 教督〔2017〕6号 all parts together, without points and without set-off; of
教督〔2012〕3号 the gate, the composite spread, the points of the government's work, and satisfaction.
"""
from fractions import Fraction

from county import SHARES, VETOES, YES
from resources import BOUNDS, all_hold, word
from schools import JUDGED, ROOMS, TEACHERS, Schools

HOLDS = {"met": True, "not_applicable": True, "unmet": False, "undetermined": None}
QUALITY_ITEMS = ("junior_retention", "disabled_enrolment", "training_funds", "monitored_level", "monitored_difference",
                 "monitoring_complete", *JUDGED)
GOVERNMENT = ("layout_plan", "unified_standards", "performance_pay", "teacher_pay", "allocated_posts", "rural_quota",
              "left_behind_care", "school_size", "class_size", "small_school_funding", "nearby_enrolment_primary",
              "nearby_enrolment_junior", *ROOMS, *TEACHERS, *(r for r in SHARES if r not in QUALITY_ITEMS))
PARTS = {
    "第四条": ("years_since_basic_balance", "monitoring_since_recognition"),
    "第六条（学校）": ("all_schools",), "第六条（差异系数）": ("balance_between_schools",),
    "第七条": GOVERNMENT, "第八条": QUALITY_ITEMS, "第九条": ("social_recognition",), "第十条": tuple(VETOES),
}
RESOURCES = {*BOUNDS, "school_resources", "all_schools", "balance_between_schools"}
OF_COUNTY = {*YES, *VETOES, *SHARES, "years_since_basic_balance", "junior_retention", "teacher_pay", "social_recognition"}
assert set(YES) | set(VETOES) | set(SHARES) <= {rule for rules in PARTS.values() for rule in rules}


class Verdicts(Schools):
    # 教督〔2017〕6号 -----------------------------------------------------------------

    def part_holds(self, part, held):
        """Of all the rules of a part, wherever they are judged."""
        return all_hold(held)

    def county_holds(self, parts):
        return all_hold(parts.values())

    def quality(self, case):
        """Of the three groups of rules those that a verdict is expected of; all for the last word."""
        asked, found, others = {rule.split(".")[0] for rule, _, _ in case["expect"]}, {}, {}
        is_whole = "quality_balance" in asked
        if is_whole or asked & RESOURCES:
            found.update(self.article_6(case["schools"]))
        if is_whole or asked & OF_COUNTY:
            found.update(self.articles_of_county(case.get("county", {})))
        if is_whole or asked - RESOURCES - OF_COUNTY:
            others = self.articles_7_and_8(case)
        held = {key: HOLDS[verdict] for key, verdict in found.items()}
        held.update((key, holds) for key, (_, holds) in others.items())
        found.update((key, verdict) for key, (verdict, _) in others.items())
        if not is_whole:
            return found
        parts = {part: self.part_holds(part, [h for (rule, _), h in held.items() if rule in rules])
                 for part, rules in PARTS.items()}
        found["quality_balance", "county"] = word(self.county_holds(parts))
        return found

    # 教督〔2012〕3号 -----------------------------------------------------------------

    def gate(self, school):
        return self.scoped(self.is_assessed(school), self.yes(school, "meets_provincial_standard"))

    def pass_mark(self):
        return Fraction(85)

    def total_points(self, points, scores):
        """Of items scored by what the province has them count; a blank is anything from nothing to its points."""
        low = [Fraction(0 if s is None else s) for s in scores]
        high = [Fraction(p if s is None else s) for p, s in zip(points, scores)]
        return sum(low), sum(high)

    def government(self, county, points):
        """{rule: holds}; with a province's points the total comes from them, else it is given."""
        if points:
            total = self.total_points(points, county["government_scores"])
            held = {"government_points": self.at_least(total, self.pass_mark())}
        else:
            held = {"government_indicators": self.at_least(self.cell(county, "government_indicators_scored"), 17),
                    "government_work": self.at_least(self.cell(county, "government_work_score"), self.pass_mark())}
        return dict(held, government_passed=all_hold(held.values()))

    def satisfied(self, county):
        return self.at_least(self.cell(county, "satisfaction_percent"), 85)

    def satisfaction_decides(self, province):
        """A reference, unless the province says that it refuses a county."""
        return province.get("satisfaction_decides", False)

    def basic_parts(self, gate, spread, government, satisfaction):
        """None of them makes up for another."""
        return [gate, spread, government] + satisfaction

    def basic(self, case):
        found, province, county = self.annex_2(case["schools"]), case.get("province", {}), case.get("county", {})
        gates = []
        for school in case["schools"]:
            found["provincial_standard", school["school"]], holds = self.gate(school)
            gates.append(holds)
        held = dict(self.government(county, province.get("points")), all_schools=all_hold(gates))
        held["satisfaction"] = self.satisfied(county)
        found.update(((rule, "county"), word(holds)) for rule, holds in held.items())
        parts = self.basic_parts(held["all_schools"], HOLDS[found["composite_spread", "county"]], held["government_passed"],
                                 [held["satisfaction"]] if self.satisfaction_decides(province) else [])
        found["basic_balance", "county"] = word(all_hold(parts))
        return found
