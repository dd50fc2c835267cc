"""Wrong implementations of article 6, of the composite spread and of what a county's own figures decide."""
from fractions import Fraction

import resources
from county import SHARES
from reference import Reference


def unweighted(self, pairs):
    return Reference.squared(self, [((r[0] and r[0] / n,) * 2 if r[0] is not None and r[0] == r[1] else r, 1)
                                    for r, n in pairs])


def sample(self, pairs):
    square = Reference.squared(self, pairs)
    return square if square is None or len(pairs) < 2 else square * Fraction(len(pairs), len(pairs) - 1)


def zeros_dropped(self, pairs):
    return Reference.squared(self, [p for p in pairs if p[0] != (0, 0)] or pairs)


def rounded_first(self, resource, students):
    return tuple(None if v is None else round(v / students, 2) for v in resource)


def through_doubles(self, resource, students):
    return tuple(None if v is None else Fraction(repr(float(v / 100) / int(students) * 100)) for v in resource)


def blank_as_zero(self, school, column):
    return (Fraction(str(school.get(column) or 0)),) * 2


def gymnasium_twice(self, school):
    return self.cell(school, "teaching_area_m2")


def no_gymnasium(self, school):
    return self.cell(school, "sports_ground_area_m2")


def wan_yuan_as_yuan(self, school):
    return self.cell(school, "equipment_value_wan_yuan")


def teachers_split(self, school, stage):
    both = self.add(*(Reference.backbone(self, school, s) for s in resources.STAGES_OF[school["school_type"]]))
    return self.shared(school, stage, both)


def split_by_heads(self, kind):
    weights = Reference.weights(self, kind)
    return weights and dict.fromkeys(weights, 1)


def junior_without_denominator(self, school, stage):
    weights = self.weights(school.get("school_type"))
    share = Reference.share(self, school, stage)
    if share is None or not weights:
        return share
    heads = sum(self.cell(school, s + "_students")[0] for s in weights)
    return weights[stage] * self.cell(school, stage + "_students")[0] / heads


def senior_kept(self, kind):
    weights = Reference.weights(self, kind)
    return weights and {s: w for s, w in weights.items() if s != "senior"}


def floor_of_primary(self, bound, stage, rule):
    return Fraction(resources.BOUNDS[rule][0]) * Fraction(85, 100)


def floor_rounded(self, bound, stage, rule):
    return Fraction(int(bound * 85 + Fraction(1, 2)), 100)


def floor_of_80(self, bound, stage, rule):
    return bound * Fraction(80, 100)


def no_floor(self, bound, stage, rule):
    return Fraction(-1)


def five_of_seven(self, meets, floors):
    return False if False in floors or meets.count(False) > 2 else None if None in meets else True


def all_seven(self, meets, floors):
    return resources.all_hold(meets)


def strictly_above(self, value, bound):
    if value[0] is not None and value[0] > bound:
        return True
    return False if value[1] is not None and value[1] <= bound else None


def without_doctors(self, school, stage):
    names = [d for d in resources.DEGREES[stage] if d != "doctor"]
    return self.add(*(self.cell(school, "%s_%s_teachers" % (stage, d)) for d in names))


def bachelor_in_primary(self, school, stage):
    return self.add(*(self.cell(school, "%s_%s_teachers" % (stage, d)) for d in resources.DEGREES["junior"]))


def diploma_in_junior(self, school, stage):
    return self.add(*(self.cell(school, "%s_%s_teachers" % (stage, d)) for d in resources.DEGREES["primary"]))


def pe_only(self, school, stage):
    return self.cell(school, stage + "_pe_teachers")


def points_in(self, school):
    return (1,)


def points_of_50_out(self, school):
    return (51,) if school.get("school_type") == "teaching_point" else (1,)


def small_schools_out(self, school):
    return (50,)


def private_out(self, school, stage):
    return False if school.get("organiser") == "private" else Reference.enters(self, school, stage)


def average_of_spreads(self, squares, stage):
    if None in squares:
        return [None] * len(squares)
    return [resources.roots_at_most(squares, self.spread_limits[stage] * len(squares))] * len(squares)


def each_of_the_eight(self, squares, stage):
    return resources.all_hold(None if s is None else s <= self.composite_limits[stage] ** 2 for s in squares)


def basic_with_private(self, school):
    return Reference.is_assessed(self, dict(school, organiser="education_department"))


def basic_with_all_owners(self, school):
    return Reference.is_assessed(self, dict(school, affiliation="county"))


def blank_organiser_as_public(self, school):
    return Reference.is_assessed(self, dict({"organiser": "education_department"}, **school))


def blank_affiliation_as_county(self, school):
    return Reference.is_assessed(self, dict({"affiliation": "county"}, **school))


def blank_words_as_out(self, school):
    return Reference.is_assessed(self, school) or False


def blank_type_as_no_stage(self, school, stage):
    return Reference.has_stage(self, school, stage) or False


def blank_type_as_primary(self, school, stage):
    return Reference.has_stage(self, dict({"school_type": "primary_school"}, **school), stage)


def basic_gymnasium_twice(self, school):
    return self.cell(school, "teaching_area_m2")


def not_split(wrong):
    def shared_basic(self, school, stage, name, value):
        return value if name == wrong else Reference.shared_basic(self, school, stage, name, value)
    shared_basic.__name__ = wrong + "_not_split"
    return shared_basic


def spread_rounded(self, squares, stage):
    return [None if s is None else round(float(s) ** 0.5, 2) <= self.spread_limits[stage] for s in squares]


def blank_as_no(self, county, column):
    return bool(county.get(column))


def blank_veto_as_none(self, county, column):
    return not county.get(column)


def one_percent_less(self, rule):
    return Reference.share_bound(self, rule) * Fraction(99, 100)


def first_part_only(self, county, rule):
    return self.cell(county, SHARES[rule][0][0])


def funds_as_yuan(self, rule):
    return 1 if rule.startswith("special") else Reference.factor(self, rule)


METHODS = {
    "yes": (blank_as_no,), "veto": (blank_veto_as_none,), "share_bound": (one_percent_less,),
    "parts": (first_part_only,), "factor": (funds_as_yuan,),
    "squared": (unweighted, sample, zeros_dropped), "figure": (rounded_first, through_doubles),
    "cell": (blank_as_zero,), "teaching": (gymnasium_twice,), "sports": (no_gymnasium,),
    "yuan": (wan_yuan_as_yuan,), "backbone": (teachers_split,), "weights": (split_by_heads, senior_kept),
    "share": (junior_without_denominator,),
    "floor": (floor_of_primary, floor_rounded, floor_of_80, no_floor),
    "six_of_seven": (five_of_seven, all_seven), "at_least": (strictly_above,),
    "degrees": (without_doctors, bachelor_in_primary, diploma_in_junior), "pe_art": (pe_only,),
    "least_students": (points_in, points_of_50_out, small_schools_out), "enters": (private_out,),
    "spreads": (average_of_spreads, spread_rounded), "composite": (each_of_the_eight,),
    "is_assessed": (basic_with_private, basic_with_all_owners, blank_organiser_as_public,
                    blank_affiliation_as_county, blank_words_as_out),
    "has_stage": (blank_type_as_no_stage, blank_type_as_primary), "basic_teaching": (basic_gymnasium_twice,),
    "shared_basic": tuple(map(not_split, ("teaching", "sports", "equipment", "computers", "books"))),
}
LIMITS = {
    "junior_spread_as_primary": {"spread_limits": dict.fromkeys(resources.STAGES, Fraction(1, 2))},
    "spreads_of_the_composite": {"spread_limits": Reference.composite_limits},
    "composite_of_the_spreads": {"composite_limits": Reference.spread_limits},
}
