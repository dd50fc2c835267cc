"""Wrong implementations of what is asked of schools, classes and subjects, and of the verdict on a county."""
from fractions import Fraction
from math import ceil

import resources
import schools
import verdicts
from reference import Reference
from resources import STAGES, all_hold

# Articles 7 and 8 of 教督〔2017〕6号 ------------------------------------------------


def below_only(self, value, bound):
    if value[1] is not None and value[1] < bound:
        return True
    return False if value[0] is not None and value[0] >= bound else None


def room_of_either_kind(self, school, rule):
    both = [Reference.rooms(self, school, r) for r in schools.ROOMS]
    return self.add(*both)


def rooms_of_any_kind(self, school, rule):
    changed = [dict(room, kind=schools.ROOMS[rule][0]) for room in school["rooms"]] if "rooms" in school else None
    return Reference.rooms(self, school if changed is None else dict(school, rooms=changed), rule)


def blank_room_counts(self, school, rule):
    least, most = Reference.rooms(self, school, rule)
    return (least if most is None else most), most


def blank_room_as_none(self, school, rule):
    least, most = Reference.rooms(self, school, rule)
    return least, least


def rooms_of_any_size(self, rule):
    return 0


def art_room_as_music_room(self, rule):
    return 96


def music_room_as_art_room(self, rule):
    return 90


def room_for_whole_twelves(self, school):
    least, most = self.of_stages(school, "classes")
    return int(least / 12), None if most is None else int(most / 12)


def rooms_by_stage(self, school):
    parts = [self.cell(school, s + "_classes") for s in resources.STAGES_OF.get(school.get("school_type"), ())]
    return self.add(*((ceil(a / 12), None if b is None else ceil(b / 12)) for a, b in parts))


def one_room_for_all(self, school):
    return 1, 1


def rooms_in_tiny_points(self, school):
    return self.is_ordinary(school)


def all_schools_2000(self, school):
    return 2000


def all_schools_2500(self, school):
    return 2500


def complete_secondary_2500(self, school):
    return 2500 if school.get("school_type") == "complete_secondary" else Reference.largest_school(self, school)


def seniors_in_size(self, school):
    return self.add(Reference.size(self, school), (Fraction(school.get("senior_students") or 0),) * 2)


def stages_by_themselves_in_size(self, school):
    parts = [self.cell(school, s + "_students") for s in resources.STAGES_OF.get(school.get("school_type"), ())]
    return max(parts, key=lambda p: p[0]) if parts else (0, 0)


def mean_class(self, school, stage):
    students, classes = (self.cell(school, "%s_%s" % (stage, c)) for c in ("students", "classes"))
    if school.get(stage + "_largest_class") is None or not classes[0] or not classes[1]:
        return Reference.largest_class(self, school, stage)
    return tuple(None if s is None else s / classes[0] for s in students)


def class_of_50_for_all(self, stage):
    return 50


def class_of_45_for_all(self, stage):
    return 45


def village_of_100_too(self, school):
    return all_hold([self.is_village_school(school),
                     resources.negated(self.at_least(self.cell(school, "primary_students"), 101))])


def town_schools_too(self, school):
    return resources.one_of(school, "school_type", ["primary_school", "teaching_point"])


def points_only(self, school):
    return resources.one_of(school, "school_type", ["teaching_point"])


def village_schools_only(self, school):
    return all_hold([resources.one_of(school, "school_type", ["primary_school"]),
                     resources.one_of(school, "area_type", ["rural"])])


def funds_of_ten_percent(self, school):
    half = dict(school, public_funds_budget_wan_yuan=None if school.get("public_funds_budget_wan_yuan") is None
                else str(2 * Fraction(school["public_funds_budget_wan_yuan"])))
    return Reference.training_funds(self, half)


def budget_as_yuan(self, school):
    tiny = school.get("public_funds_budget_wan_yuan")
    return Reference.training_funds(self, dict(school, public_funds_budget_wan_yuan=tiny and Fraction(tiny) / 10000))


def special_schools_out(self, school):
    return all_hold([Reference.is_compulsory(self, school),
                     resources.negated(resources.one_of(school, "school_type", ["special_education"]))])


def senior_schools_in(self, school):
    return True


def private_schools_public(self, school):
    return True


def boarders_in(self, school, stage):
    return Reference.enrols_nearby(self, dict(school, is_boarding=False), stage)


def countryside_in(self, school, stage):
    return Reference.enrols_nearby(self, dict(school, area_type="urban"), stage)


def towns_out(self, school, stage):
    return all_hold([Reference.enrols_nearby(self, school, stage), resources.one_of(school, "area_type", ["urban"])])


def blank_boarding_as_no(self, school, stage):
    return Reference.enrols_nearby(self, dict({"is_boarding": False}, **school), stage)


def nearby_95_for_all(self, stage):
    return 95


def nearby_100_for_all(self, stage):
    return 100


def nearby_stages_together(self, found, stage):
    both = [[dict(s, primary_students=s.get(t + "_students"), primary_catchment_students=s.get(t + "_catchment_students"),
                  school_type="primary_school") for s in found if self.has_stage(s, t)] for t in STAGES]
    return Reference.nearby(self, both[0] + both[1], "primary") if stage == "primary" else Reference.nearby(
        self, [dict(s, junior_students=s.get("primary_students"), school_type="junior_school",
                    junior_catchment_students=s.get("primary_catchment_students")) for s in both[0] + both[1]], "junior")


def mean_of_schools(self, found, enters, part, whole, percent):
    """Each school's share counts alike, as if all had the same number."""
    alike = []
    for school in found:
        if school.get(part) is not None and school.get(whole):
            school = dict(school, **{part: Fraction(school[part]) / Fraction(school[whole]), whole: 1})
        alike.append(school)
    return Reference.surplus(self, alike, enters, part, whole, percent)


def rounded_to_whole_percent(self, found, enters, part, whole, percent):
    return Reference.surplus(self, found, enters, part, whole, Fraction(percent) - Fraction(1, 2))


def blank_school_left_out(self, found, enters, part, whole, percent):
    known = [s for s in found if s.get(part) is not None and s.get(whole) is not None]
    return Reference.surplus(self, known, enters, part, whole, percent)


def level_2_suffices(self, row):
    return self.at_least(self.cell(row, "attained_level"), 2)


def level_4_wanted(self, row):
    return self.at_least(self.cell(row, "attained_level"), 4)


def difference_of_15_suffices(self, row):
    return self.at_most(self.cell(row, "difference_rate"), Fraction(15, 100))


def difference_in_percent(self, row):
    return resources.negated(self.at_least(self.cell(row, "difference_rate"), 15))


def no_result_is_good(self, county, rows):
    return True


def any_result_suffices(self, county, rows):
    return bool(rows)


# The verdict of 教督〔2017〕6号 ------------------------------------------------------


def without_part(left_out):
    def county_holds(self, parts):
        return all_hold(holds for part, holds in parts.items() if part != left_out)
    county_holds.__name__ = "verdict_without_" + left_out
    return county_holds


def blanks_as_met(self, parts):
    return False not in parts.values()


def blanks_as_unmet(self, parts):
    return all(parts.values())


def blank_before_unmet(self, parts):
    return None if None in parts.values() else all(parts.values())


def one_part_may_fail(self, parts):
    return Reference.county_holds(self, parts) if list(parts.values()).count(False) != 1 else True


def nine_tenths_of_a_part_suffice(self, part, held):
    held = list(held)
    return None if None in held and False not in held else held.count(False) * 10 <= len(held)


def blank_part_as_met(self, part, held):
    return False not in held


def first_school_stands_for_all(self, case):
    found, first = Reference.articles_7_and_8(self, case), case["schools"][:1]
    names = {s["school"] for s in case["schools"]} - {s["school"] for s in first}
    return {(rule, of): (v, True if of.split("/")[0] in names else h) for (rule, of), (v, h) in found.items()}


def not_applicable_as_unmet(self, applies, holds):
    verdict, held = Reference.scoped(self, applies, holds)
    return verdict, held if applies is not False else False


def scope_unknown_as_open(self, applies, holds):
    verdict, held = Reference.scoped(self, applies, holds)
    return verdict, held if applies is not None else None


def scope_unknown_as_in(self, applies, holds):
    return Reference.scoped(self, applies is not False, holds)


def scope_unknown_as_out(self, applies, holds):
    return Reference.scoped(self, bool(applies), holds)


def stages_in_one_spread(self, found, stage, enters, each):
    both = [Reference.units(self, found, s, enters, each) for s in STAGES]
    return None if None in both else both[0] + both[1]


def junior_share_without_1_1(self, kind):
    weights = Reference.weights(self, kind)
    return weights and dict(weights, junior=1)


def floor_of_the_mean(self, bound, stage, rule):
    """85 % of another base: of the mean of both stages' bounds."""
    return sum(map(Fraction, resources.BOUNDS[rule])) / 2 * Fraction(85, 100)


# 教督〔2012〕3号 ------------------------------------------------------------------


def without_basic_part(name):
    def basic_parts(self, gate, spread, government, satisfaction):
        parts = {"gate": gate, "spread": spread, "government": government}
        return [holds for part, holds in parts.items() if part != name] + satisfaction
    basic_parts.__name__ = name + "_ignored"
    return basic_parts


def satisfaction_for_government(self, gate, spread, government, satisfaction):
    return [gate, spread, government or (satisfaction[0] if satisfaction else None)]


def basic_blanks_as_met(self, gate, spread, government, satisfaction):
    return [holds is not False for holds in [gate, spread, government] + satisfaction]


def basic_one_may_fail(self, gate, spread, government, satisfaction):
    parts = [gate, spread, government] + satisfaction
    return [True] if parts.count(False) == 1 and None not in parts else parts


def gate_for_all_schools(self, school):
    return self.scoped(True, self.yes(school, "meets_provincial_standard"))


def gate_blank_as_met(self, school):
    return self.scoped(self.is_assessed(school), school.get("meets_provincial_standard", True))


def gate_blank_as_unmet(self, school):
    return self.scoped(self.is_assessed(school), school.get("meets_provincial_standard", False))


def pass_mark_80(self):
    return Fraction(80)


def pass_mark_of_1000(self):
    return Fraction(850)


def pass_mark_rounded(self):
    return Fraction("84.995")


def points_not_weighed(self, points, scores):
    """The mean of what each item reaches, as if all counted alike."""
    low, high = zip(*((Fraction(s if s is not None else 0) / p, Fraction(s if s is not None else p) / p)
                      for p, s in zip(points, scores)))
    return sum(low) * 100 / len(points), sum(high) * 100 / len(points)


def unscored_as_nothing(self, points, scores):
    return (sum(Fraction(s or 0) for s in scores),) * 2


def unscored_as_full(self, points, scores):
    return (sum(Fraction(p if s is None else s) for p, s in zip(points, scores)),) * 2


def unscored_rescaled(self, points, scores):
    scored = [(p, Fraction(s)) for p, s in zip(points, scores) if s is not None]
    return (sum(s for _, s in scored) * 100 / sum(p for p, _ in scored),) * 2


def points_in_doubles(self, points, scores):
    low, high = Reference.total_points(self, points, scores)
    return (Fraction(sum(float(s) for s in scores)),) * 2 if None not in scores else (low, high)


def total_suffices(self, county, points):
    found = Reference.government(self, county, points)
    return dict(found, government_passed=found["government_points" if points else "government_work"])


def indicators_suffice(self, county, points):
    found = Reference.government(self, county, points)
    return found if points else dict(found, government_passed=found["government_indicators"])


def satisfaction_always_decides(self, province):
    return True


def satisfaction_never_decides(self, province):
    return False


def satisfaction_of_80(self, county):
    return self.at_least(self.cell(county, "satisfaction_percent"), 80)


def primary_spread_only(self, found):
    spread = Reference.annex_2(self, found)
    return {**spread, ("composite_spread", "county"): spread["composite_spread.mean.primary", "county"]}


def junior_spread_only(self, found):
    spread = Reference.annex_2(self, found)
    return {**spread, ("composite_spread", "county"): spread["composite_spread.mean.junior", "county"]}


METHODS = {
    "at_most": (below_only,),
    "rooms": (room_of_either_kind, rooms_of_any_kind, blank_room_counts, blank_room_as_none),
    "room_area": (rooms_of_any_size, art_room_as_music_room, music_room_as_art_room),
    "rooms_needed": (room_for_whole_twelves, rooms_by_stage, one_room_for_all), "needs_rooms": (rooms_in_tiny_points,),
    "largest_school": (all_schools_2000, all_schools_2500, complete_secondary_2500),
    "size": (seniors_in_size, stages_by_themselves_in_size),
    "largest_class": (mean_class,), "class_limit": (class_of_50_for_all, class_of_45_for_all),
    "is_small_village_school": (village_of_100_too,),
    "is_village_school": (town_schools_too, points_only, village_schools_only),
    "training_funds": (funds_of_ten_percent, budget_as_yuan),
    "is_compulsory": (special_schools_out, senior_schools_in), "is_public": (private_schools_public,),
    "enrols_nearby": (boarders_in, countryside_in, towns_out, blank_boarding_as_no),
    "nearby_share": (nearby_95_for_all, nearby_100_for_all), "nearby": (nearby_stages_together,),
    "surplus": (mean_of_schools, rounded_to_whole_percent, blank_school_left_out),
    "level": (level_2_suffices, level_4_wanted), "difference": (difference_of_15_suffices, difference_in_percent),
    "monitoring_complete": (no_result_is_good, any_result_suffices),
    "county_holds": (*map(without_part, verdicts.PARTS), blanks_as_met, blanks_as_unmet, blank_before_unmet,
                     one_part_may_fail),
    "part_holds": (nine_tenths_of_a_part_suffice, blank_part_as_met), "articles_7_and_8": (first_school_stands_for_all,),
    "scoped": (not_applicable_as_unmet, scope_unknown_as_open, scope_unknown_as_in, scope_unknown_as_out),
    "units": (stages_in_one_spread,), "weights": (junior_share_without_1_1,), "floor": (floor_of_the_mean,),
    "basic_parts": (*map(without_basic_part, ("gate", "spread", "government")), satisfaction_for_government,
                    basic_blanks_as_met, basic_one_may_fail),
    "gate": (gate_for_all_schools, gate_blank_as_met, gate_blank_as_unmet),
    "pass_mark": (pass_mark_80, pass_mark_of_1000, pass_mark_rounded),
    "total_points": (points_not_weighed, unscored_as_nothing, unscored_as_full, unscored_rescaled, points_in_doubles),
    "government": (total_suffices, indicators_suffice), "satisfied": (satisfaction_of_80,),
    "satisfaction_decides": (satisfaction_always_decides, satisfaction_never_decides),
    "annex_2": (primary_spread_only, junior_spread_only),
}
