"""spoiled_cells.py - what goes wrong in cells, columns and rows of a table, whatever file it stands in.

Each kind yields (what was done, the spoiled table, readings); see spoiled_base.py.
"""
from spoiled_base import GOOD, Reading

MONEY = "教学仪器设备资产值"
COUNTS = ("义务教育专任教师数", "小学在校生数", "小学班数", "小学最大班额", "网络多媒体教室数", "小学专任教师数")
AREAS = ("教学及辅助用房面积", "运动场地面积", MONEY)
NUMBERS = COUNTS + AREAS
CODE, COUNTY = "学校标识码", "所属县代码"


def pick(rng, table, columns):
    """A filled cell of one of the columns: row, column, text."""
    while True:
        row, name = rng.randrange(len(table.rows)), rng.choice(columns)
        text = table.rows[row][table.column(name)]
        if text and text != "0" and table.rows[row][table.column("小学在校生数")]:
            return row, name, text


def cells(table, rng, texts, columns=NUMBERS, readings=()):
    """One variant for each text; {} is what stood in the cell."""
    for shape in texts:
        row, name, text = pick(rng, table, columns)
        new = shape(text) if callable(shape) else shape.replace("{}", text)
        found = readings(table, row, name, text) if callable(readings) else list(readings)
        yield "%s of row %d: %s" % (name, row + 1, ascii(new)), table.put(row, name, new), found


def blank(table, row, name, _):
    """Nothing is known, and that must be said."""
    return [Reading(table.put(row, name, ""), said=True)]


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text)


def moved_column(rng, table):
    for _ in range(6):
        made, name = table.copy(), rng.choice(table.header)
        at, to = table.column(name), rng.randrange(len(table.header))
        for line in made.lines():
            line.insert(to, line.pop(at))
        yield "%s to place %d" % (name, to + 1), made, [GOOD]


def renamed(table, old, new):
    made = table.copy()
    made.header[table.column(old)] = new
    return made


def renamed_header(_, table):
    for old, new in (("小学班数", "甲乙丙"), ("运动场地面积", "备注"), (CODE, "编号"), (COUNTY, "单位"),
                     ("学校类型", "性质"), ("小学在校生数", "")):
        without = [] if old in (CODE, COUNTY, "学校类型") else [Reading(table.drop(old), said=True)]
        yield "%s is called %s" % (old, new or "nothing"), renamed(table, old, new), without


def near_header(_, table):
    for old, new in (("小学班数", "小学班級数"), ("小学在校生数", "小学在校生人数"), ("初中班数", "初中班"),
                     ("义务教育专任教师数", "义务教育专任老师数"), ("运动场地面积", "运动场面积"),
                     ("小学最大班额", "小学最大班"), ("初中在校生数", "在校生数"), ("教学及辅助用房面积", "教学辅助用房面积")):
        yield "%s is called %s" % (old, new), renamed(table, old, new), [GOOD, Reading(table.drop(old), said=True)]


def odd_header(_, table):
    for old, new in (("小学班数", "小学 班数"), ("小学班数", "小学\n班数"), ("小学在校生数", "　小学在校生数　"),
                     (CODE, "学校标识码\u200b"), ("小学最大班额", "小学最大班额*")):
        yield "%s is called %s" % (old, ascii(new)), renamed(table, old, new), [
            GOOD, Reading(table.drop(old), said=True)][:1 if old == CODE else 2]


def text_number(rng, table):
    return cells(table, rng, ("约{}", "{}人", "{}左右", "四百五十", "abc", "{}?", "{}+2", "={}"))


def number_with_blanks(rng, table):
    yield from cells(table, rng, (" {}", "{} ", "　{}", "\u00a0{}", "\t{}", "{}\u200b"), readings=[GOOD])
    yield from cells(table, rng, (lambda t: t[:1] + " " + t[1:],), AREAS)


def wide_digits(rng, table):
    return cells(table, rng, (wide,) * 6, readings=[GOOD])


def grouped(rng, table):
    def comma(text):
        whole, _, rest = text.partition(".")
        return "%s,%s%s" % (whole[:-3] or "0", whole[-3:].rjust(3, "0"), "." + rest if rest else "")
    yield from cells(table, rng, (comma,) * 5, ("教学及辅助用房面积", "运动场地面积"), readings=[GOOD])
    yield from cells(table, rng, (lambda t: comma(t).replace(",", "，"),) * 2, ("运动场地面积",), readings=[GOOD])


def comma_for_point(rng, table):
    yield from cells(table, rng, ("1.234,5", "12,5", "1,2,3", "12,345,6"))
    yield from cells(table, rng, (lambda t: t.replace(".", ","),) * 3, ("教学及辅助用房面积",), readings=[GOOD])


def percent_sign(rng, table):
    return cells(table, rng, ("{}%", "{}％", "85%", "0.85%"))


def suffix(rng, table):
    return cells(table, rng, ("1.2万", "{}万", "3亿", "{}万元", "{}千", "{}元"))


def brackets(rng, table):
    return cells(table, rng, ("({})", "（{}）", "[{}]", "({}", "({}人)"))


def missing_sign(rng, table):
    return cells(table, rng, ("—", "…", "-", "/", "无", "n/a", "——", "……", "*", "不详", "NULL", "…人"), readings=blank)


def error_text(rng, table):
    return cells(table, rng, ("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "########"))


def date_for_number(rng, table):
    return cells(table, rng, ("2024-09-01", "9月1日", "2024/9/1", "45536日", "1-Sep", "3:30"))


def duplicate_row(rng, table):
    for place in ("behind it", "at the end", "with another figure"):
        made, at = table.copy(), rng.randrange(len(table.rows))
        row = list(made.rows[at])
        if place == "with another figure":
            row[table.column("运动场地面积")] = "1"
        made.rows.insert(at + 1 if place == "behind it" else len(made.rows), row)
        yield "row %d stands again %s" % (at + 1, place), made, [GOOD][:0 if "figure" in place else 1]


def duplicate_column(_, table):
    for name, new, change in (("小学班数", "小学班数", False), ("小学班数", "小学教学班数", True),
                              ("运动场地面积", "运动场地面积", True), (CODE, "学校代码", False)):
        made, at = table.copy(), table.column(name)
        made.header.append(new)
        for row in made.rows:
            row.append("1" if change and row[at] else row[at])
        yield "%s stands again as %s" % (name, new), made, [] if change else [GOOD]


def deleted_column(_, table):
    for name in (CODE, COUNTY, "学校类型", "小学班数", "运动场地面积", "义务教育专任教师数", "学校名称"):
        needed = name in (CODE, COUNTY, "学校类型", "学校名称")
        yield name, table.drop(name), [] if needed else [Reading(table.drop(name), said=True)]


def sum_row(_, table):
    at = table.column("小学在校生数")
    for word, place in (("合计", 0), ("总计", 1), ("小计：", 0), ("合 计", 1), ("", 0)):
        made = table.copy()
        row = [""] * len(table.header)
        row[table.column((CODE, "学校名称")[place])] = word
        row[at] = str(sum(int(one[at] or 0) for one in table.rows))
        made.rows.append(row)
        yield "%s below %s" % (word or "nothing", (CODE, "学校名称")[place]), made, [GOOD]
    made.rows.insert(20, made.rows.pop())
    made.rows[20][1] = "甲一县小计"
    yield "甲一县小计 in the middle", made, [GOOD]


def title_lines(_, table):
    for titles in (["某县学校基本情况"], ["某县学校基本情况", "2024年9月1日"], ["填报单位：某县教育局", "", "附件1"]):
        made = table.copy()
        made.rows.insert(0, made.header)
        for title in titles[:0:-1]:
            made.rows.insert(0, [title] + [""] * (len(table.header) - 1))
        made.header = [titles[0]] + [""] * (len(table.header) - 1)
        yield " / ".join(titles), made, [GOOD]


def unit_line(_, table):
    """A line above the header names a unit for all money."""
    for text, factor in (("单位：万元", 1), ("单位：元", 10000), ("单位：元、平方米", 10000), ("单位：亿元", 1)):
        made = table.copy()
        for name in (MONEY, "年度公用经费预算总额", "教师培训经费") if factor > 1 else ():
            for row in made.rows:
                row[table.column(name)] = times(row[table.column(name)], factor)
        made.rows.insert(0, made.header)
        made.header = [text] + [""] * (len(table.header) - 1)
        yield text, made, [GOOD] if text != "单位：亿元" else []


def times(text, factor):
    if not text:
        return text
    whole, _, rest = text.partition(".")
    digits = len(str(factor)) - 1
    rest = rest.ljust(digits, "0")
    return (whole + rest[:digits]).lstrip("0").rjust(1, "0") + ("." + rest[digits:] if rest[digits:] else "")


def wrong_unit(_, table):
    """The header names another unit than the dictionary's column."""
    def scaled(name, factor):
        made = table.copy()
        for row in made.rows:
            row[table.column(name)] = times(row[table.column(name)], factor)
        return made
    yield "yuan under （元）", renamed(scaled(MONEY, 10000), MONEY, MONEY + "（元）"), [GOOD]
    yield "万元 under （元）", renamed(scaled(MONEY, 1), MONEY, MONEY + "（元）"), [Reading(divided(table, MONEY))]
    yield "万元 under （万元）", renamed(table, MONEY, MONEY + "（万元）"), [GOOD]
    yield "千元 under （千元）", renamed(scaled(MONEY, 10), MONEY, MONEY + "（千元）"), [GOOD]
    dropped = [Reading(table.drop(name), said=True) for name in ("教学及辅助用房面积", "小学在校生数", "运动场地面积")]
    yield "m² under （亩）", renamed(table, "教学及辅助用房面积", "教学及辅助用房面积（亩）"), dropped[:1]
    yield "students under （万人）", renamed(table, "小学在校生数", "小学在校生数（万人）"), dropped[1:2]
    yield "m² under （公顷）", renamed(table, "运动场地面积", "运动场地面积（公顷）"), dropped[2:]


def divided(table, name):
    """Figures of 万元 that the file calls yuan: a ten-thousandth of each, exactly."""
    made = table.copy()
    for row in made.rows:
        text = row[table.column(name)]
        if text:
            whole, _, rest = text.partition(".")
            whole = whole.rjust(5, "0")
            row[table.column(name)] = "%s.%s" % (whole[:-4], (whole[-4:] + rest).rstrip("0") or "0")
    return made


def blank_lines(rng, table):
    for count in (1, 3):
        made = table.copy()
        for _ in range(count):
            made.rows.insert(rng.randrange(len(made.rows)), [""] * len(table.header))
        yield "%d within" % count, made, [GOOD]
    made = table.copy()
    made.rows += [[""] * len(table.header)] * 5
    yield "five at the end", made, [GOOD]


def shortened_code(rng, table):
    return cells(table, rng, ("2.199E+09", "2.19900E+9", "2199000001.0", "2.199000001E+09"), (CODE, COUNTY), readings=[])


def lost_digits(rng, table):
    yield from cells(table, rng, (lambda t: t[:-1], lambda t: t[:-4] + "0000", lambda t: t[1:], lambda t: t + "0"), (COUNTY,))
    made = table.copy()
    for row in made.rows[:3]:
        row[0] = row[0][:-3] + "000"
    yield "three codes end in 000", made, []


def odd_code(rng, table):
    yield from cells(table, rng, (lambda t: t.replace("0", "O", 1), lambda t: t.replace("1", "l"), "{}.", "{} 1", "{}#"),
                     (COUNTY,))
    yield from cells(table, rng, ("{}\u200b", " {}", wide, "'{}", "\ufeff{}"), (COUNTY,), readings=[GOOD])


def negative(rng, table):
    return cells(table, rng, ("-{}", "−{}", "－{}", "{}-", "-0.5"))


def huge(rng, table):
    return cells(table, rng, ("9" * 30, "99999999999", "1" + "0" * 400, "{}e300", "9" * 18))


def too_fine(rng, table):
    yield from cells(table, rng, ("{}.25",), COUNTS)
    yield from cells(table, rng, ("{}.0",), COUNTS, readings=[GOOD])  # a workbook keeps no such decimals
    yield from cells(table, rng, ("12.3456789", "0." + "3" * 40, "1.00000001"), AREAS)


def no_choice(rng, table):
    yield from cells(table, rng, ("小學堂", "小学/初中", "1"), ("学校类型",), readings=[])
    yield from cells(table, rng, ("小学\u200b", "小学 ", "小 学"), ("学校类型",), readings=lambda t, r, n, x: [Reading(t.put(r, n, "小学"))])
    yield from cells(table, rng, ("是的", "不知道", "2"), ("课程开齐开足",))


def swapped_columns(rng, table):
    """The figures stand below each other's headers: other data, as far as anyone can see."""
    for one, other in (("小学在校生数", "小学班数"), ("教学及辅助用房面积", "运动场地面积"), ("小学体育专任教师数", "小学音乐专任教师数")):
        made = renamed(renamed(table, one, other), other, one)
        made.header = [one if i == table.column(other) else other if i == table.column(one) else name
                       for i, name in enumerate(table.header)]
        yield "%s and %s" % (one, other), made, [Reading(made)]
    row, made = rng.randrange(len(table.rows)), table.copy()
    a, b = table.column("教学及辅助用房面积"), table.column("运动场地面积")
    made.rows[row][a], made.rows[row][b] = made.rows[row][b], made.rows[row][a]
    yield "two areas of row %d" % (row + 1), made, [Reading(made)]


def swapped_rows(rng, table):
    for _ in range(3):
        made = table.copy()
        rng.shuffle(made.rows)
        yield "in another order", made, [GOOD]
    made, a, b = table.copy(), rng.randrange(20), 20 + rng.randrange(20)
    for name in AREAS:
        at = table.column(name)
        made.rows[a][at], made.rows[b][at] = made.rows[b][at], made.rows[a][at]
    yield "areas of rows %d and %d" % (a + 1, b + 1), made, [Reading(made)]


def shifted_row(rng, table):
    """The cells of a row stand one place to the left."""
    for at in (1, 4, 12, 22):
        made, row = table.copy(), rng.randrange(len(table.rows))
        cells_of = made.rows[row]
        made.rows[row] = cells_of[:at] + cells_of[at + 1:] + [""]
        yield "row %d from cell %d on" % (row + 1, at + 1), made, [Reading(made)]


def header_again(_, table):
    made = table.copy()
    made.rows.insert(30, list(table.header))
    yield "in the middle, as printed pages have it", made, [GOOD]


def note_below(_, table):
    for text in ("注：本表数据以9月1日为准", "填表人：张三    审核人：李四", "单位负责人："):
        made = table.copy()
        made.rows.append([text] + [""] * (len(table.header) - 1))
        yield text, made, [GOOD]


KINDS = {name.replace("_", " "): kind for name, kind in list(globals().items()) if name in (
    "moved_column", "renamed_header", "near_header", "odd_header", "text_number", "number_with_blanks", "wide_digits", "grouped",
    "comma_for_point", "percent_sign", "suffix", "brackets", "missing_sign", "error_text", "date_for_number",
    "duplicate_row", "duplicate_column", "deleted_column", "sum_row", "title_lines", "unit_line", "wrong_unit", "blank_lines",
    "shortened_code", "lost_digits", "odd_code", "negative", "huge", "too_fine", "no_choice", "swapped_columns", "swapped_rows",
    "shifted_row", "header_again", "note_below")}
