#!/usr/bin/env python3
"""Writes the files of tests/golden/guess: workbooks and text as a county office keeps them.

    python3 tests/golden/guess/make.py

Made-up schools. The files are kept in the tree; this script says how they came to be.
"""
import datetime
import os

import openpyxl
from openpyxl.styles import Font

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = datetime.datetime(2024, 9, 20)


def save(book, *path):
    file = os.path.join(HERE, *path)
    os.makedirs(os.path.dirname(file), exist_ok=True)
    book.properties.created = book.properties.modified = DAY
    book.save(file)


def schools():
    """Two sheets that feed one table, a note, and a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "学校"
    sheet.append(["某县义务教育学校基本情况（2024年）"])
    sheet.append(["单位：元"])
    sheet.append(["序号", "学校（机构）标识码", "学校名称", "办学类型", "在校生数", None,
                  "教学仪器设备资产值", "小学班数量", "备注"])
    sheet.append([None, None, None, None, "小学", "初中"])
    sheet.append([1, "2199000101", "东镇小学", "小学", 320, None, 305000, 8])
    sheet.append([2, "2199000102", "西镇学校", "一贯制", 200, 150, 412000.5, 6, "新建"])
    sheet.append(["合计", None, None, None, 520, 150, 717000.5, 14])
    sheet.append(["填报人：张三"])
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("E3:F3")
    for column in "ABCDGHI":
        sheet.merge_cells(f"{column}3:{column}4")
    sheet["A1"].font = Font(bold=True)
    teachers = book.create_sheet("教师")
    teachers.append(["标识码", "学校名称", "小学专任教师数", "初中专任教师数"])
    teachers.append(["2199000101", "东镇小学", 21, None])
    teachers.append(["2199000102", "西镇学校", 15, 14])
    notes = book.create_sheet("说明")
    notes.append(["本表由各学校填报，县教育局汇总。"])
    draft = book.create_sheet("草稿")
    draft.append(["学校标识码", "学校名称"])
    draft.sheet_state = "hidden"
    save(book, "office", "schools.xlsx")


def rooms():
    text = ("某县专用教室一览\r\n学校代码,教室类型,面积（平方米）\r\n"
            "2199000101,音乐教室,98.5\r\n2199000102,美术教室,101\r\n")
    with open(os.path.join(HERE, "office", "rooms.csv"), "wb") as file:
        file.write(text.encode("gb18030"))


def form(code, name, teaching, sports, *path):
    """教基5170, its figures where the hints say."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "校舍"
    sheet["A1"], sheet["E2"] = "校舍情况", "表　　号：教基5170"
    sheet["A3"], sheet["C3"] = "学校（机构）标识码", code
    sheet["A4"], sheet["C4"] = "学校（机构）名称", name
    sheet["A6"], sheet["B6"], sheet["C6"] = "甲", "乙", 1
    sheet["A10"], sheet["C10"] = "教学及辅助用房", teaching
    sheet["A17"], sheet["C17"] = "　　室内体育用房", sports
    save(book, *path)


def template():
    """A template of this program, filled in."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "县"
    sheet.append(["县填报表"])
    sheet.append(["县级行政区划代码", "县名称"])
    sheet.append(["990101", "某县"])
    plan = book.create_sheet("_junheng")
    plan.append(["sheet", "县", "counties", 1, 1])
    plan.append(["column", "县", "A", "county_code"])
    plan.append(["column", "县", "B", "county_name"])
    plan.sheet_state = "hidden"
    save(book, "office", "template.xlsx")


def filled(name, headers, rows, more=None):
    """A template for rooms: made as code, kind, area."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "专用教室"
    sheet.append(["专用教室（填报表）"])
    sheet.append(["代码", "选一项", "平方米"])
    sheet.append(headers)
    for row in rows:
        sheet.append(row)
    if more:
        other = book.create_sheet("专用教室 (2)")
        other.append(headers)
        other.append(more)
    plan = book.create_sheet("_junheng")
    plan.append(["sheet", "专用教室", "rooms", 2, 1])
    for letter, column in zip("ABC", ["school_code", "kind", "area_m2"]):
        plan.append(["column", "专用教室", letter, column])
    plan.sheet_state = "hidden"
    save(book, *name)


schools()
rooms()
filled(["filled", "moved", "rooms.xlsx"], ["学校标识码", "备注", "教室面积", "教室类别"],
       [["2199000101", None, 98.5, "音乐教室"], ["2199000102", "新建", 101, "美术教室"]])
filled(["filled", "edited", "rooms.xlsx"], ["学校标识码", "教室类别", "操场大小"],
       [["2199000101", "音乐教室", 98.5]])
filled(["filled", "added", "rooms.xlsx"], ["学校标识码", "教室类别", "教室面积"],
       [["2199000101", "音乐教室", 98.5]], ["2199000102", "美术教室", 101])
form("2199000101", "东镇小学", 2100.5, 400, "office", "forms", "5170-1.xlsx")
form("2199000102", "西镇学校", 3980, 0, "office", "forms", "5170-2.xlsx")
template()
