"""The national measures 教督〔2017〕6号, written once more and without the engine.

Reads a dataset in the national form and judges every stage unit and county by
article 6: the seven indicators, six of seven with the floor for the other one,
the fourteen spreads; and with articles 4 and 7 to 10 the county. Everything is
exact: integers and cross-multiplication, no floating point. A blank is any
value that its column may hold; a verdict is given where none of them changes
it, comparison by comparison.

Written from the text of the measures and the notes on it, not from the engine
or its pack. The variants are known wrong readings; with each of them the
comparison with the engine must find differences.
"""
import csv
import os

MET, UNMET, UNDETERMINED, NOT_APPLICABLE = "met", "unmet", "undetermined", "not_applicable"
STAGES = ("primary", "junior")
VARIANTS = (
    "unweighted_spread",      # each school counts the same
    "sample_deviation",       # divides by one school less
    "blank_as_zero",
    "rounding_first",         # figures to two decimals, then compared
    "float_percent",          # count / students * 100 in doubles
    "gymnasium_twice",        # not taken out of the teaching area
    "teachers_split",         # teachers of a mixed school shared out like rooms
    "floor_of_primary",       # 85 % of the primary standard for junior units too
    "junior_share_too_large", # 1.1 for the junior part, but not in the sum
    "rounded_floor",          # 4.505 becomes 4.51
    "spread_rounded",         # the coefficient to two decimals, then compared
    "zeros_left_out",         # schools without the resource leave the spread
    "small_points_in",        # teaching points under 50 students are judged
)

# Indicator: factor on the stored figure, thresholds (primary, junior) in thousandths of the unit.
# Areas are stored in hundredths of m2; equipment in millionths of 万元, that is hundredths of yuan.
INDICATORS = (
    ("higher_degree_teachers_per_100", 100, 1, (4200, 5300)),
    ("backbone_teachers_per_100", 100, 1, (1000, 1000)),
    ("pe_art_teachers_per_100", 100, 1, (900, 900)),
    ("teaching_area_per_student", 1, 100, (4500, 5800)),
    ("sports_area_per_student", 1, 100, (7500, 10200)),
    ("equipment_value_per_student", 1, 100, (2000000, 2500000)),
    ("multimedia_rooms_per_100", 100, 1, (2300, 2400)),
)
SPREAD_LIMITS = ((50, 100), (45, 100))  # primary, junior

# Largest value that a cell may hold, in stored figures.
MOST = {
    "students": 20000, "teachers": 2000, "pe": 500, "area": 2000000 * 100,
    "equipment": 1000000 * 10 ** 6, "rooms": 2000,
}
WEIGHTS = {  # of students in shared facilities, in hundredths: primary, junior, senior
    "nine_year_school": (100, 110, 0),
    "complete_secondary": (0, 100, 120),
    "twelve_year_school": (100, 110, 132),
}
STAGES_OF = {
    "primary_school": (0,), "teaching_point": (0,), "junior_school": (1,),
    "nine_year_school": (0, 1), "complete_secondary": (1,), "twelve_year_school": (0, 1),
    "vocational_junior": (), "special_education": (), "senior_school": (),
}
DEGREES = (("diploma", "bachelor", "master", "doctor"), ("bachelor", "master", "doctor"))


class Range:
    """From low to high, both included, as fractions of integers; high None is no end."""

    __slots__ = ("low", "low_den", "high", "high_den")

    def __init__(self, low, low_den, high, high_den):
        self.low, self.low_den, self.high, self.high_den = low, low_den, high, high_den

    @property
    def is_known(self):
        return self.high is not None and self.low * self.high_den == self.high * self.low_den

    def at_least(self, num, den):
        """True, False, or None where a blank decides."""
        if self.low is not None and self.low * den >= num * self.low_den:
            return True
        if self.high is not None and self.high * den < num * self.high_den:
            return False
        return None


ANY = Range(None, 1, None, 1)


def read_table(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def stored(text, scale):
    """A decimal as an integer of its last place: "5.27" with scale 6 is 5270000."""
    if "." not in text:
        return int(text) * 10 ** scale
    whole, part = text.split(".")
    return int(whole + part.ljust(scale, "0"))


class Reader:
    """Cells of a record as (least, most) pairs of integers."""

    def __init__(self, variant):
        self.blank_is_zero = variant == "blank_as_zero"

    def cell(self, record, column, most, scale=0):
        text = record.get(column) or ""
        if text:
            value = stored(text, scale)
            return value, value
        if self.blank_is_zero:
            return 0, 0
        return 0, most


def add(*pairs):
    return sum(p[0] for p in pairs), sum(p[1] for p in pairs)


class Unit:
    """The part of a school judged in one stage."""

    __slots__ = ("entity", "county", "stage", "students", "measures", "resources", "enters", "verdicts",
                 "holds", "is_loose")

    def __init__(self, entity, county, stage):
        self.entity, self.county, self.stage = entity, county, stage


class Standard:
    def __init__(self, variant=None):
        assert variant is None or variant in VARIANTS, variant
        self.variant = variant
        self.reader = Reader(variant)

    # -- units ---------------------------------------------------------------

    def units_of(self, record):
        kind = record["school_type"]
        cell = self.reader.cell
        students = [cell(record, s + "_students", MOST["students"])
                    for s in ("primary", "junior", "senior")]
        return [self.unit(record, kind, students, stage) for stage in STAGES_OF[kind]]

    def unit(self, record, kind, students, stage):
        unit = Unit("%s/%s" % (record["school_code"], STAGES[stage]), record["county_code"], stage)
        unit.students = students[stage]
        unit.enters = self.enters(kind, unit.students)
        share = self.share(kind, students, stage)
        # Where students of a mixed school are blank, the same blank stands in several places of a
        # formula; "undetermined" is then right even where a longer thought would settle it.
        unit.is_loose = share[0] != share[1]
        stored_of = self.stored_figures(record, stage, kind, students)
        unit.measures, unit.resources = [], []
        for (_, factor, grid, _), (low, high), is_shared in stored_of:
            part = share if is_shared else ((1, 1), (1, 1))
            self.measure(unit, factor, grid, low, high, part)
        unit.verdicts, unit.holds = self.judge_unit(unit)
        return unit

    def enters(self, kind, students):
        """A stage without students is not judged (no rule was found), nor is a small teaching point."""
        least = 50 if kind == "teaching_point" and self.variant != "small_points_in" else 1
        return Range(students[0], 1, students[1], 1).at_least(least, 1)

    def stored_figures(self, record, stage, kind, students):
        """(indicator, (least, most), is it shared between stages) in the order of article 6."""
        cell = self.reader.cell
        name = STAGES[stage]
        degree = add(*(cell(record, "%s_%s_teachers" % (name, d), MOST["teachers"]) for d in DEGREES[stage]))
        backbone = cell(record, name + "_backbone_teachers", MOST["teachers"])
        pe_art = add(*(cell(record, "%s_%s_teachers" % (name, s), MOST["pe"])
                       for s in ("pe", "music", "fine_arts", "arts")))
        area = cell(record, "teaching_area_m2", MOST["area"], 2)
        gym = cell(record, "indoor_sports_area_m2", MOST["area"], 2)
        ground = cell(record, "sports_ground_area_m2", MOST["area"], 2)
        teaching = area if self.variant == "gymnasium_twice" else (area[0] - gym[1], area[1] - gym[0])
        figures = (
            degree, backbone, pe_art, teaching, add(ground, gym),
            cell(record, "equipment_value_wan_yuan", MOST["equipment"], 6),
            cell(record, "multimedia_rooms", MOST["rooms"]),
        )
        is_mixed = kind in WEIGHTS
        shared = [is_mixed and i > 2 for i in range(7)]
        if self.variant == "teachers_split" and kind in ("nine_year_school", "twelve_year_school"):
            other = STAGES[1 - stage]
            more = cell(record, other + "_backbone_teachers", MOST["teachers"])
            figures = (figures[0], add(backbone, more)) + figures[2:]
            shared[1] = True
        return list(zip(INDICATORS, figures, shared))

    def share(self, kind, students, stage):
        """((num, den) least, (num, den) most) of what the school's stages use together."""
        if kind not in WEIGHTS:
            return (1, 1), (1, 1)
        weights = WEIGHTS[kind]
        own = weights[stage] * students[stage][0]
        others = [i for i in range(3) if i != stage]
        low = sum(weights[i] * students[i][0] for i in others)
        high = sum(weights[i] * students[i][1] for i in others)
        if self.variant == "junior_share_too_large" and stage == 1 and kind != "complete_secondary":
            low = high = sum(100 * students[i][0] for i in others)
            return (own, low + 100 * students[1][0]), (own, high + 100 * students[1][0])
        return (own, own + high), (own, own + low)

    def measure(self, unit, factor, grid, low, high, share):
        """Adds the unit's figure for each student, and the resource behind it, for the spread."""
        least, most = unit.students
        if least != most or least == 0 or 0 in (share[0][1], share[1][1]):
            unit.measures.append(ANY)
            unit.resources.append(None)
            return
        # A share that may be anything between two ends, of a figure that may be negative (the
        # gymnasium above the teaching area, where one of them is blank).
        low_share = share[1] if low < 0 else share[0]
        low_num, low_den = low * low_share[0], low_share[1]
        high_num, high_den = high * share[1][0], share[1][1]
        unit.measures.append(self.rounded(Range(
            low_num * factor, low_den * grid * least, high_num * factor, high_den * grid * least)))
        known = low_num * high_den == high_num * low_den
        unit.resources.append((low_num, low_den) if known else None)

    def rounded(self, measure):
        if self.variant != "rounding_first" or not measure.is_known:
            return measure
        cents = (200 * measure.low + measure.low_den) // (2 * measure.low_den)
        return Range(cents, 100, cents, 100)

    # -- article 6, one school -----------------------------------------------

    def judge_unit(self, unit):
        """Verdicts of the seven, and of six of seven with the floor."""
        if unit.enters is False:
            return [NOT_APPLICABLE] * 7, NOT_APPLICABLE
        meets, floors = [], []
        for (_, factor, _, bounds), measure in zip(INDICATORS, unit.measures):
            bound = bounds[unit.stage]
            base = bounds[0] if self.variant == "floor_of_primary" else bound
            if self.variant == "float_percent" and factor == 100 and measure.is_known:
                meets.append(in_doubles(measure, unit.students[0]) >= bound / 1000)
            else:
                meets.append(measure.at_least(bound, 1000))
            floors.append(measure.at_least(*self.floor(base)))
        verdicts = [self.scoped(m, unit) for m in meets]
        return verdicts, self.scoped(six_of_seven(meets, floors), unit)

    def floor(self, bound):
        if self.variant == "rounded_floor":
            return (85 * bound + 500) // 1000, 100
        return 85 * bound, 100 * 1000

    @staticmethod
    def scoped(holds, unit):
        """A unit that may be out of scope is settled only where scope does not matter."""
        if holds is None or (unit.enters is None and holds is not True):
            return UNDETERMINED
        if unit.enters is None:
            return UNDETERMINED
        return MET if holds else UNMET

    # -- article 6, the county -----------------------------------------------

    def spread(self, units, stage, index):
        """Verdict on the spread of an indicator: undetermined where a blank decides, and where no
        school has any of the resource; not applicable where no school has the stage."""
        entered = [u for u in units if u.stage == stage and u.enters is not False]
        if not entered:
            return NOT_APPLICABLE
        if any(u.enters is None or u.resources[index] is None for u in entered):
            return UNDETERMINED
        if self.variant == "zeros_left_out":
            entered = [u for u in entered if u.resources[index][0]] or entered
        pairs = [(u.resources[index], u.students[0]) for u in entered]
        num, den = SPREAD_LIMITS[stage]
        limit = (num * num + den * den, den * den)  # 1 + L^2
        if self.variant == "unweighted_spread":
            pairs = [((r[0], r[1] * n), 1) for r, n in pairs]
        if self.variant == "rounding_first":
            _, factor, grid, _ = INDICATORS[index]
            pairs = [((rounded_cents(r[0] * factor, r[1] * n * grid) * n, 1), n) for r, n in pairs]
        return word(within(pairs, limit, self.variant))

    def judge_county(self, units):
        """{rule: verdict} of article 6 for the county: each spread, and all schools."""
        found = {}
        for stage, name in enumerate(STAGES):
            for index, (indicator, _, _, _) in enumerate(INDICATORS):
                found["spread", indicator, name] = self.spread(units, stage, index)
        schools = [u.holds for u in units]
        if UNMET in schools:
            found["all_schools"] = UNMET
        else:
            found["all_schools"] = UNDETERMINED if UNDETERMINED in schools else MET
        spreads = [v for k, v in found.items() if k[0] == "spread"]
        found["balance"] = worst(spreads)
        return found


def in_doubles(measure, students):
    """count / students * 100, each step rounded to a double, as programs do."""
    count = measure.low * students / (100 * measure.low_den)
    return count / students * 100


def six_of_seven(meets, floors):
    if False in floors or meets.count(False) > 1:
        return False
    if None in floors or meets.count(True) < 6:
        return None
    return True


def word(holds):
    return UNDETERMINED if holds is None else MET if holds else UNMET


def worst(verdicts):
    if UNMET in verdicts:
        return UNMET
    return UNDETERMINED if UNDETERMINED in verdicts else MET


def rounded_cents(num, den):
    return (200 * num + den) // (2 * den)


def within(pairs, limit, variant):
    """N * sum(r^2 / n) <= (1 + L^2) * (sum r)^2, over ((num, den), n); None if all r are 0."""
    total, total_den = add_up([r for r, _ in pairs])
    if total == 0:
        return None
    squares, squares_den = add_up([(r[0] * r[0], r[1] * r[1] * n) for r, n in pairs])
    students = sum(n for _, n in pairs)
    # The squared coefficient is left / right - 1.
    left = students * squares * total_den * total_den
    right = total * total * squares_den
    if variant == "sample_deviation" and len(pairs) > 1:
        count = len(pairs)
        left = right + (left - right) * count // (count - 1)
    if variant == "spread_rounded":
        coefficient = (max(left - right, 0) / right) ** 0.5
        bound = (limit[0] / limit[1] - 1) ** 0.5
        return round(coefficient, 2) <= round(bound, 2)
    return left * limit[1] <= limit[0] * right


def add_up(fractions):
    """The sum of fractions as one, halving so that the numbers stay short for long."""
    if len(fractions) == 1:
        return fractions[0]
    middle = len(fractions) // 2
    a, b = add_up(fractions[:middle]), add_up(fractions[middle:])
    if a[1] == b[1]:
        return a[0] + b[0], a[1]
    return a[0] * b[1] + b[0] * a[1], a[1] * b[1]


def judge(folder, variant=None):
    """(units by entity, {county: {rule: verdict}})."""
    standard = Standard(variant)
    units, by_county = {}, {}
    for record in read_table(folder, "schools.csv"):
        mine = by_county.setdefault(record["county_code"], [])
        for unit in standard.units_of(record):
            units[unit.entity] = unit
            mine.append(unit)
    counties = {}
    for record in read_table(folder, "counties.csv"):
        counties[record["county_code"]] = standard.judge_county(by_county.get(record["county_code"], []))
    return units, counties
