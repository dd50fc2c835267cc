#!/usr/bin/env python3
"""Makes the files of a made-up county's office of education from data/sample: make.py FOLDER

Writes 学校基本情况.xlsx (sheets 学校 and 教师, as people keep them: titles, a unit line, headers of two
rows with merged cells, headings, sums, blanks, notes) and the same sheets as GB18030 CSV. The
workbook that is kept beside this file was opened and saved once more with LibreOffice:

    soffice --headless --convert-to xlsx --outdir . 学校基本情况.xlsx

Needs openpyxl; run by hand only.
"""
import csv
import os
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "data", "sample")
COUNTY = "990101"
HEAD = [("序号", None), ("学校标识码", None), ("学校名称", None), ("办学类型", None), ("城乡类型", None),
        ("在校生数", "小学"), ("在校生数", "初中"), ("班数", "小学"), ("班数", "初中"), ("最大班额", "小学"),
        ("最大班额", "初中"), ("校舍面积（平方米）", "教学及辅助用房"), ("校舍面积（平方米）", "其中：室内体育用房"),
        ("运动场地面积（平方米）", None), ("教学仪器设备值", None), ("网络多媒体教室（间）", None),
        ("是否计校数", None), ("主校标识码", None), ("备注", None)]
TEACHERS = [("学校代码", None), ("学校名称", None)] + [
    (stage, part) for stage in ("小学专任教师", "初中专任教师")
    for part in ("专科", "本科", "硕士", "博士", "骨干", "体育", "健康", "音乐", "美术")]


def table(name):
    with open(os.path.join(SAMPLE, name + ".csv"), encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def sample():
    return [row for row in table("schools") if row["所属县代码"] == COUNTY]


def number(text):
    if text == "":
        return None
    return float(text) if "." in text else int(text)


def chosen():
    """Two town schools, a nine-year school, junior schools, and a teaching point; and a campus."""
    rows = sample()
    take = {"小学": 4, "九年一贯制学校": 1, "初级中学": 2, "小学教学点": 1}
    schools = []
    for kind, count in take.items():
        schools += [row for row in rows if row["学校类型"] == kind][:count]
    return schools


def school_row(index, row):
    value = lambda name: number(row[name])
    return [index, row["学校标识码"], row["学校名称"], {"小学": "完小"}.get(row["学校类型"], row["学校类型"]),
            row["城乡类型"], value("小学在校生数"), value("初中在校生数"), value("小学班数"), value("初中班数"),
            value("小学最大班额"), value("初中最大班额"), value("教学及辅助用房面积"), value("室内体育用房面积"),
            value("运动场地面积"), value("教学仪器设备资产值"), value("网络多媒体教室数"), row["是否计校数"], None, None]


def total(label, rows):
    line = [None, None, label] + [None] * 16
    for column in [5, 6, 7, 8, 11, 12, 13, 14, 15]:
        line[column] = round(sum(row[column] or 0 for row in rows), 4)
    return line


def school_rows():
    schools = [school_row(i + 1, row) for i, row in enumerate(chosen())]
    weak = schools[1]  # two of its resources are far below: the school fails
    weak[11], weak[13], weak[18] = 2010.5, 1875, "操场改造中"
    campus = [9, "2199009901", schools[0][2] + "东校区", "完小", "镇区", 120, None, 4, None, 32, None,
              610.4, 0, 900, 12.5, 4, "否", schools[0][1], "与主校一并核算"]
    primary, rest = schools[:4] + [campus], schools[4:]
    lines = [["一、小学"] + [None] * 18] + primary + [total("小计", primary)]
    lines += [["二、其他学校"] + [None] * 18] + rest + [total("小计", rest)]
    return lines + [total("合  计", schools + [campus]), [None] * 19,
                    ["注：在校生数为9月1日数；空白表示没有该学段。"] + [None] * 18,
                    ["填表人：张某", None, None, "审核人：李某"] + [None] * 15]


def teacher_rows():
    lines = []
    for row in chosen():
        line = [row["学校标识码"], row["学校名称"]]
        for stage in ("小学", "初中"):
            parts = [row[stage + name] for name in
                     ("专科学历教师数", "本科学历教师数", "硕士学历教师数", "博士学历教师数", "县级以上骨干教师数",
                      "体育专任教师数", "音乐专任教师数", "美术专任教师数")]
            figures = [number(text) for text in parts]
            health = None if figures[5] is None else 1
            line += figures[:6] + [health] + figures[6:]
        lines.append(line)
    lines.insert(4, ["2199009901", "东校区"] + [2, 5, 0, 0, 1, 1, 0, 1, 1] + [None] * 9)
    sums = ["合计", None] + [sum(line[i] or 0 for line in lines) for i in range(2, 20)]
    return lines + [sums]


def others():
    """Sheets that need no mapping of columns: the county, its rooms, its monitoring."""
    codes = [row["学校标识码"] for row in chosen()]
    kept = {"县情": [row for row in table("counties") if row["county_code"] == COUNTY],
            "专用教室": [row for row in table("rooms") if row["学校标识码"] in codes],
            "质量监测": [row for row in table("monitoring") if row["county_code"] == COUNTY]}
    for name, rows in kept.items():
        head = [key for key in rows[0] if any(row[key] for row in rows)]
        head = [key for key in head if not key.startswith(("government", "satisfaction"))]
        body = [[row[key] if key.endswith(("code", "码")) else plain(row[key]) for key in head] for row in rows]
        yield name, [head] + body


def plain(text):
    return number(text) if text.replace(".", "", 1).isdigit() else text or None


def stacked(head):
    """Two header rows as a CSV has them: of merged cells only the first is filled."""
    upper, lower, last = [], [], None
    for top, sub in head:
        upper.append(None if sub and top == last else top)
        lower.append(sub)
        last = top if sub else None
    return [upper, lower]


def merges(head, row):
    spans, begin = [], 0
    for i in range(1, len(head) + 1):
        if i < len(head) and head[i][1] and head[i][0] == head[begin][0]:
            continue
        if head[begin][1] is None:
            spans.append((row, begin + 1, row + 1, begin + 1))
        elif i - begin > 1:
            spans.append((row, begin + 1, row, i))
        begin = i
    return spans


def fill(sheet, titles, head, rows):
    for line in titles + stacked(head) + rows:
        sheet.append([None if cell == "" else cell for cell in line])
    top = len(titles) + 1
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(head))
    sheet["A1"].font = Font(bold=True, size=16)
    sheet["A1"].alignment = Alignment(horizontal="center")
    for first, left, last, right in merges(head, top):
        sheet.merge_cells(start_row=first, start_column=left, end_row=last, end_column=right)
    for line in sheet.iter_rows(min_row=top + 2):
        for cell in line:
            if isinstance(cell.value, str) and cell.value.isdigit():
                cell.number_format = "@"


def write_csv(path, lines):
    with open(path, "w", encoding="gb18030", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerows([["" if cell is None else cell for cell in line] for line in lines])


def main():
    folder = sys.argv[1]
    os.makedirs(os.path.join(folder, "csv"), exist_ok=True)
    blank = lambda head: [None] * (len(head) - 1)
    titles = [["甲一县义务教育学校基本情况表（2024年9月）"] + blank(HEAD),
              ["填报单位：甲一县教育局"] + [None] * 13 + ["金额单位：万元"] + [None] * 4]
    staff = [["甲一县义务教育学校专任教师情况表"] + blank(TEACHERS)]
    book = Workbook()
    book.active.title = "学校"
    fill(book.active, titles, HEAD, school_rows())
    fill(book.create_sheet("教师"), staff, TEACHERS, teacher_rows())
    for name, lines in others():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
        write_csv(os.path.join(folder, "csv", name + ".csv"), lines)
    book.create_sheet("说明")["A1"] = "本表由各校填报，县教育局汇总。"
    book.save(os.path.join(folder, "学校基本情况.xlsx"))
    write_csv(os.path.join(folder, "csv", "学校.csv"), titles + stacked(HEAD) + school_rows())
    write_csv(os.path.join(folder, "csv", "教师.csv"), staff + stacked(TEACHERS) + teacher_rows())


if __name__ == "__main__":
    main()
