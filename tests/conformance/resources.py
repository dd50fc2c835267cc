"""The resource part of both national measures, exact, without any other code.

Article 6 of 教督〔2017〕6号 (seven indicators, six of seven, fourteen spreads) and the composite
spread of 教督〔2012〕3号. A blank is any number from nothing upwards, a blank word any of its choices.
Each method is one decision of the law, so that mutants.py can put a wrong one in its place.
"""
from fractions import Fraction
from functools import lru_cache
from math import isqrt

STAGES = ("primary", "junior")
STAGES_OF = {
    "primary_school": ("primary",), "teaching_point": ("primary",), "junior_school": ("junior",),
    "nine_year_school": ("primary", "junior"), "complete_secondary": ("junior",),
    "twelve_year_school": ("primary", "junior"),
}
DEGREES = {"primary": ("diploma", "bachelor", "master", "doctor"), "junior": ("bachelor", "master", "doctor")}
BOUNDS = {  # unit of the clause; primary, junior
    "higher_degree_teachers_per_100": ("4.2", "5.3"), "backbone_teachers_per_100": ("1", "1"),
    "pe_art_teachers_per_100": ("0.9", "0.9"), "teaching_area_per_student": ("4.5", "5.8"),
    "sports_area_per_student": ("7.5", "10.2"), "equipment_value_per_student": ("2000", "2500"),
    "multimedia_rooms_per_100": ("2.3", "2.4"),
}
BASIC = ("teaching_area_m2", "sports_area_m2", "equipment_value_wan_yuan", "computers", "books",
         "full_time_teachers", "higher_degree_teachers", "mid_title_teachers")


WEIGHTS = {
    "nine_year_school": {"primary": 1, "junior": Fraction("1.1")},
    "complete_secondary": {"junior": 1, "senior": Fraction("1.2")},
    "twelve_year_school": {"primary": 1, "junior": Fraction("1.1"), "senior": Fraction("1.32")},
}


@lru_cache(maxsize=None)
def exact(text):
    return Fraction(str(text))


def word(holds):
    return "undetermined" if holds is None else "met" if holds else "unmet"


def all_hold(values):
    values = list(values)
    return False if False in values else None if None in values else True


def one_of(entity, column, names):
    """None where the cell is blank."""
    return None if entity.get(column) is None else entity[column] in names


def negated(holds):
    return None if holds is None else not holds


class Resources:
    """Numbers are (least, most); most is None where there is no end."""

    spread_limits = {"primary": Fraction(1, 2), "junior": Fraction(45, 100)}
    composite_limits = {"primary": Fraction(65, 100), "junior": Fraction(55, 100)}

    def cell(self, school, column):
        text = school.get(column)
        return (Fraction(0), None) if text is None else (exact(text),) * 2

    def add(self, *parts):
        most = [p[1] for p in parts]
        return sum(p[0] for p in parts), None if None in most else sum(most)

    def at_least(self, value, bound):
        if value[0] is not None and value[0] >= bound:
            return True
        return False if value[1] is not None and value[1] < bound else None

    # Scope ----------------------------------------------------------------------

    def has_stage(self, school, stage):
        return one_of(school, "school_type", [k for k, stages in STAGES_OF.items() if stage in stages])

    def least_students(self, school):
        """What a unit may have to have: more than one number where the type of the school is blank."""
        point = one_of(school, "school_type", ["teaching_point"])
        return (1, 50) if point is None else (50,) if point else (1,)

    def enters(self, school, stage):
        students = self.cell(school, stage + "_students")
        held = {self.at_least(students, least) for least in self.least_students(school)}
        return all_hold([self.has_stage(school, stage), held.pop() if len(held) == 1 else None])

    def is_assessed(self, school):
        """The scope of basic balance."""
        return all_hold([
            one_of(school, "school_type", [k for k in STAGES_OF if k != "teaching_point"]),
            one_of(school, "affiliation", ["county"]),
            negated(one_of(school, "organiser", ["private", "joint_venture", "local_enterprise"])),
        ])

    def enters_basic(self, school, stage):
        students = self.at_least(self.cell(school, stage + "_students"), 1)
        return all_hold([self.has_stage(school, stage), self.is_assessed(school), students])

    # Shares of what stages use together -----------------------------------------

    def weights(self, kind):
        return WEIGHTS.get(kind)

    def share(self, school, stage):
        weights = self.weights(school.get("school_type"))
        if not weights:
            return Fraction(1)
        students = {s: self.cell(school, s + "_students") for s in weights}
        if any(low != high for low, high in students.values()):
            return None
        total = sum(w * students[s][0] for s, w in weights.items())
        return weights[stage] * students[stage][0] / total if total else None

    def shared(self, school, stage, value):
        part = self.share(school, stage)
        if part is None:
            return (None, None)
        return tuple(None if v is None else v * part for v in value)

    # Resources of a unit ---------------------------------------------------------

    def degrees(self, school, stage):
        return self.add(*(self.cell(school, "%s_%s_teachers" % (stage, d)) for d in DEGREES[stage]))

    def backbone(self, school, stage):
        return self.cell(school, stage + "_backbone_teachers")

    def pe_art(self, school, stage):
        return self.add(*(self.cell(school, "%s_%s_teachers" % (stage, s))
                          for s in ("pe", "music", "fine_arts", "arts")))

    def teaching(self, school):
        area, gym = self.cell(school, "teaching_area_m2"), self.cell(school, "indoor_sports_area_m2")
        return (None if gym[1] is None else area[0] - gym[1], None if area[1] is None else area[1] - gym[0])

    def sports(self, school):
        return self.add(self.cell(school, "sports_ground_area_m2"), self.cell(school, "indoor_sports_area_m2"))

    def yuan(self, school):
        low, high = self.cell(school, "equipment_value_wan_yuan")
        return low * 10000, None if high is None else high * 10000

    def resources(self, school, stage):
        def times_100(value):
            return tuple(None if v is None else v * 100 for v in value)

        def shared(value):
            return self.shared(school, stage, value)
        return (times_100(self.degrees(school, stage)), times_100(self.backbone(school, stage)),
                times_100(self.pe_art(school, stage)), shared(self.teaching(school)),
                shared(self.sports(school)), shared(self.yuan(school)),
                times_100(shared(self.cell(school, "multimedia_rooms"))))

    def basic_teaching(self, school):
        return self.teaching(school)

    def basic_sports(self, school):
        return self.sports(school)

    def shared_basic(self, school, stage, name, value):
        return self.shared(school, stage, value)

    def basic_resources(self, school, stage):
        names = ("computers", "books")
        shared = [self.shared_basic(school, stage, name, v) for name, v in (
            ("teaching", self.basic_teaching(school)), ("sports", self.basic_sports(school)),
            ("equipment", self.yuan(school)), *((n, self.cell(school, n)) for n in names))]
        return (*shared, self.cell(school, stage + "_full_time_teachers"), self.degrees(school, stage),
                self.cell(school, stage + "_mid_title_teachers"))

    # One unit --------------------------------------------------------------------

    def figure(self, resource, students):
        return tuple(None if v is None else v / students for v in resource)

    def floor(self, bound, stage, rule):
        return bound * Fraction(85, 100)

    def six_of_seven(self, meets, floors):
        if False in floors or meets.count(False) > 1:
            return False
        if meets.count(True) == 7 or meets.count(True) == 6 and all(floors):
            return True
        return None

    def unit(self, school, stage):
        """({rule: verdict}, does it hold as a whole)."""
        enters = self.enters(school, stage)
        rules = list(BOUNDS) + ["school_resources"]
        if enters is False:
            return dict.fromkeys(rules, "not_applicable"), True
        students = self.cell(school, stage + "_students")
        if enters is None or students[0] != students[1]:
            return dict.fromkeys(rules, "undetermined"), None
        meets, floors = [], []
        for (rule, bounds), resource in zip(BOUNDS.items(), self.resources(school, stage)):
            bound, value = exact(bounds[STAGES.index(stage)]), self.figure(resource, students[0])
            meets.append(self.at_least(value, bound))
            floors.append(self.at_least(value, self.floor(bound, stage, rule)))
        holds = self.six_of_seven(meets, floors)
        return dict(zip(rules, map(word, meets + [holds]))), holds

    # Spread ----------------------------------------------------------------------

    def squared(self, pairs):
        """The square of the coefficient over (resource, students); None where it is not known."""
        if any(r[0] is None or r[0] != r[1] for r, _ in pairs) or not sum(r[0] for r, _ in pairs):
            return None
        students = sum(n for _, n in pairs)
        mean = Fraction(sum(r[0] for r, _ in pairs), students)
        return sum(n * (r[0] / n - mean) ** 2 for r, n in pairs) / students / mean ** 2

    def units(self, schools, stage, enters, resources):
        """[(resources, students)], or None where it is not known who enters."""
        found = []
        for school in schools:
            does, students = enters(school, stage), self.cell(school, stage + "_students")
            if does is False:
                continue
            if does is None or students[0] != students[1]:
                return None
            found.append((resources(school, stage), students[0]))
        return found

    def squares(self, schools, stage, enters, resources, count):
        units = self.units(schools, stage, enters, resources)
        if not units:
            return units if units is None else []
        return [self.squared([(r[i], n) for r, n in units]) for i in range(count)]

    def spreads(self, squares, stage):
        """Each spread by itself."""
        limit = self.spread_limits[stage] ** 2
        return [None if s is None else s <= limit for s in squares]

    def composite(self, squares, stage):
        if None in squares:
            return None
        return roots_at_most(squares, self.composite_limits[stage] * len(squares))

    # A county ----------------------------------------------------------------------

    def article_6(self, schools):
        """{(rule, of): verdict}; of is the school's name with its stage, or the county."""
        found, units, spreads = {}, [], []
        for school in schools:
            for stage in STAGES:
                if self.has_stage(school, stage) is False:
                    continue
                verdicts, holds = self.unit(school, stage)
                units.append(holds)
                for rule, verdict in verdicts.items():
                    found[rule, "%s/%s" % (school["school"], stage)] = verdict
        for stage in STAGES:
            squares = self.squares(schools, stage, self.enters, self.resources, 7)
            held = [None] * 7 if squares is None else self.spreads(squares, stage)
            for rule, holds in zip(BOUNDS, held or [True] * 7):
                found["balance_between_schools.%s.%s" % (rule, stage), "county"] = (
                    word(holds) if held else "not_applicable")
            spreads += held
        found["all_schools", "county"] = word(all_hold(units))
        found["balance_between_schools", "county"] = word(all_hold(spreads))
        return found

    def annex_2(self, schools):
        found, composites = {}, []
        for stage in STAGES:
            squares = self.squares(schools, stage, self.enters_basic, self.basic_resources, 8)
            holds = None if squares is None else self.composite(squares, stage) if squares else True
            found["composite_spread.mean." + stage, "county"] = (
                "not_applicable" if squares == [] else word(holds))
            composites.append(holds)
        found["composite_spread", "county"] = word(all_hold(composites))
        return found


def root_of(square):
    top, bottom = isqrt(square.numerator), isqrt(square.denominator)
    return Fraction(top, bottom) if (top * top, bottom * bottom) == (square.numerator, square.denominator) else None


def roots_at_most(squares, limit):
    """Is the sum of the roots at most the limit? Exact: a sum with an irrational root never equals it."""
    roots = [root_of(s) for s in squares]
    if None not in roots:
        return sum(roots) <= limit
    scale = 10 ** 20
    while True:
        low = [isqrt(s.numerator * scale * scale // s.denominator) for s in squares]
        if sum(low) > limit * scale:
            return False
        if sum(low) + len(low) <= limit * scale:
            return True
        scale *= scale
