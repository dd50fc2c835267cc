-- The forms of the national statistics of basic education, as far as they are known here.
--
-- Every form is a hint: codes come from filling guides and two public programs, cells from the one of these that
-- reads exported workbooks of 2021. A cell is where that program looks, not the ministry's numbering; `row` and
-- `number` are the old forms' own numbering. `labels` are what stands beside a figure, or above it. A line without a
-- column is a figure that no column of the dictionary takes; a line without `at` is a figure whose cell is not known
-- here. Nothing is judged by this file: `junheng import --guess` proposes by it.
--
-- Names say what a form holds; they are not the official titles.

local guide = {
  zh = "表号见于填报说明和两个公开程序", en = "code: a filling guide and two public programs",
}
local programs = { zh = "表号见于两个公开程序", en = "code: two public programs" }
local program = { zh = "表号见于一个公开程序", en = "code: one public program" }
local cells = {
  zh = "单元格见于一个读取 2021 年导出表的公开程序", en = "cells: one public program that reads exports of 2021",
}
local formula = {
  zh = "差异系数计算说明所列的数据来源", en = "a guide to the coefficient of variation names it as the source",
}

-- From 2021 on.

form "教基1001" { table = "schools", from_year = 2021, replaces = { "基础基111" }, certainty = "hint", source = guide,
  name = { zh = "学校概况：类型、是否计校数、城乡", en = "the school: type, whether counted, area" },
  note = { zh = "导出表中县的列为“统计三级”", en = "in exports the county stands in the column 统计三级" },
  cells = {
    { "school_type" },
    { "organiser" },
    { "area_type" },
    { "is_counted_as_school", labels = { "是否计校数" } },
  } }

form "教基1102" { also = { "教基1102续" }, table = "schools", from_year = 2021, replaces = { "基础基112" },
  certainty = "hint", source = programs, name = { zh = "县级以上骨干教师", en = "backbone teachers" },
  note = { zh = "小学、初中、高中各有一格", en = "one cell each for primary, junior and senior" },
  cells = {
    { "primary_backbone_teachers" },
    { "junior_backbone_teachers" },
  } }

form "教基2106" { table = "schools", from_year = 2021, certainty = "hint", source = program,
  name = { zh = "小学班级和班额", en = "primary classes by size" },
  note = {
    zh = "表中为分段班数；最大班额须另填实际人数",
    en = "gives classes by bands of size; the largest class is entered from elsewhere",
  },
  cells = {
    { "primary_classes" },
    { "primary_largest_class" },
  } }

form "教基2107" { table = "schools", from_year = 2021, certainty = "hint", source = program,
  name = { zh = "初中班级和班额", en = "junior classes by size" },
  note = {
    zh = "表中为分段班数；最大班额须另填实际人数",
    en = "gives classes by bands of size; the largest class is entered from elsewhere",
  },
  cells = {
    { "junior_classes" },
    { "junior_largest_class" },
  } }

form "教基3112" { table = "schools", from_year = 2021, replaces = { "基础基312" }, certainty = "hint", source = program,
  name = { zh = "小学在校生", en = "primary students" },
  cells = {
    { "primary_students" },
  } }

form "教基3115" { table = "schools", from_year = 2021, replaces = { "基础基313" }, certainty = "hint", source = program,
  name = { zh = "初中在校生", en = "junior students" },
  cells = {
    { "junior_students" },
  } }

form "教基4155" { table = "schools", from_year = 2021, replaces = { "基础基422", "基础基423", "基础基424" },
  certainty = "hint", source = cells,
  name = { zh = "小学专任教师：课程、学历", en = "full-time primary teachers by course and degree" },
  note = { zh = "学历为行，课程为列", en = "degrees are rows, courses are columns" },
  cells = {
    { "primary_full_time_teachers", at = "C6" },
    { "primary_doctor_teachers", at = "C9", labels = { "博士" } },
    { "primary_master_teachers", at = "C10", labels = { "硕士" } },
    { "primary_bachelor_teachers", at = "C11", labels = { "本科" } },
    { "primary_diploma_teachers", at = "C12", labels = { "专科" } },
    { "primary_pe_teachers", labels = { "体育与健康" } },
    { "primary_music_teachers", labels = { "音乐" } },
    { "primary_fine_arts_teachers", labels = { "美术" } },
    { "primary_arts_teachers", labels = { "艺术" }, note = {
      zh = "表中“艺术”下有计、音乐、美术三列；此列只填任教“艺术”综合课程的教师",
      en = "the form has total, music and fine arts under arts; this column takes teachers of the joint subject only",
    } },
  } }

form "教基4156" { table = "schools", from_year = 2021, replaces = { "基础基422", "基础基423", "基础基424" },
  certainty = "hint", source = programs,
  name = { zh = "中学专任教师：课程、学历", en = "full-time secondary teachers by course and degree" },
  cells = {
    { "junior_full_time_teachers" },
    { "junior_doctor_teachers", labels = { "博士" } },
    { "junior_master_teachers", labels = { "硕士" } },
    { "junior_bachelor_teachers", labels = { "本科" } },
    { "junior_diploma_teachers", labels = { "专科" } },
    { "junior_pe_teachers", labels = { "体育与健康" } },
    { "junior_music_teachers", labels = { "音乐" } },
    { "junior_fine_arts_teachers", labels = { "美术" } },
    { "junior_arts_teachers", labels = { "艺术" } },
  } }

form "教基5170" { table = "schools", from_year = 2021, replaces = { "基础基512" }, certainty = "hint", source = cells,
  name = { zh = "校舍", en = "school buildings" },
  cells = {
    { "teaching_area_m2", at = "C10", labels = { "教学及辅助用房" }, note = {
      zh = "含室内体育用房", en = "contains the indoor sports rooms" } },
    { "indoor_sports_area_m2", at = "C17", labels = { "室内体育用房" } },
  } }

form "教基5176" { table = "schools", from_year = 2021, replaces = { "基础基531" }, certainty = "hint", source = cells,
  name = { zh = "运动场地、图书、教室和设备", en = "sports ground, books, classrooms and equipment" },
  cells = {
    { "sports_ground_area_m2", at = "D7", labels = { "运动场地" } },
    { at = "D12", labels = { "图书" } },
    { "multimedia_rooms", at = "D17", labels = { "网络多媒体教室" } },
    { "equipment_value_wan_yuan", at = "D19", labels = { "教学仪器设备资产值" }, note = {
      zh = "单位万元，账面原值", en = "in 10,000 yuan, book value at purchase" } },
  } }

-- Until 2020.

form "基础基111" { table = "schools", to_year = 2020, certainty = "hint", source = guide,
  name = { zh = "学校概况：类型、是否计校数、城乡", en = "the school: type, whether counted, area" },
  cells = {
    { "school_type" },
    { "area_type" },
    { "is_counted_as_school" },
  } }

form "基础基112" { table = "schools", to_year = 2020, certainty = "hint", source = programs,
  name = { zh = "县级以上骨干教师", en = "backbone teachers" },
  cells = {
    { "primary_backbone_teachers" },
    { "junior_backbone_teachers" },
  } }

form "基础基312" { table = "schools", to_year = 2020, certainty = "hint", source = formula,
  name = { zh = "小学在校生", en = "primary students" },
  cells = {
    { "primary_students", row = "01", number = "4" },
  } }

form "基础基313" { table = "schools", to_year = 2020, certainty = "hint", source = formula,
  name = { zh = "初中在校生", en = "junior students" },
  cells = {
    { "junior_students" },
  } }

-- Courses and degrees of full-time teachers; which of the three holds which is not known here.
local old_teachers = { zh = "专任教师：课程、学历（三表之一）", en = "full-time teachers by course and degree (one of three)" }
for _, code in ipairs { "基础基422", "基础基423", "基础基424" } do
  form(code) { table = "schools", to_year = 2020, certainty = "hint", source = programs, name = old_teachers, cells = {} }
end

form "基础基512" { table = "schools", to_year = 2020, certainty = "hint",
  source = { zh = "2020 年以前的校舍表样", en = "the form of school buildings until 2020" },
  name = { zh = "校舍", en = "school buildings" },
  cells = {
    { "teaching_area_m2", row = "04", labels = { "教学及辅助用房" }, note = {
      zh = "含体育馆", en = "contains the gymnasium" } },
    { "indoor_sports_area_m2", row = "10", labels = { "体育馆" } },
  } }

form "基础基531" { table = "schools", to_year = 2020, certainty = "hint", source = program,
  name = { zh = "运动场地、图书、教室和设备", en = "sports ground, books, classrooms and equipment" },
  cells = {
    { "sports_ground_area_m2", labels = { "运动场地" } },
    { labels = { "图书" } },
    { "multimedia_rooms", labels = { "网络多媒体教室" } },
    { "equipment_value_wan_yuan", labels = { "教学仪器设备资产值" } },
  } }
