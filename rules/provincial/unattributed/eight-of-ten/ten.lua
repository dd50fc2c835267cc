-- The ten indicators. Where the text limits students for each computer, each member of staff or each class, the same
-- is said the other way round here, so that "60 % of the standard" means one thing for all ten.

section "ten" { name = { zh = "十项指标", en = "Ten indicators" }, clause = "办学基本标准", only_where = stage.is_judged }

local function area(a) return number(a, "m2/student") end

quantity "land_standard" {
  of = stage, name = { zh = "生均用地标准", en = "standard of land per student" }, clause = "用地面积", certainty = "inferred",
  value = by_choice(school.land_class, {
    old_centre = { primary = area("11.40"), junior = area("11.40") },
    new_centre = { primary = area(15), junior = area(20) },
    outside = { primary = area(20), junior = area(25) },
    full_boarding = { primary = area(32), junior = area(34) },
  }),
}

indicator "land" {
  name = { zh = "生均用地面积", en = "Land per student" }, clause = "用地面积", of = stage, unit = "m2/student",
  measure = school.site_area_m2 / stage.students,
  at_least = stage.land_standard * by_choice(school.is_land_constrained, { yes = percent(90), no = percent(100) }),
  note = { zh = "山区、湖区用地困难的减10%", en = "10 % less in the mountains and by lakes, where land is hard to find" },
}

parameter "building_junior" { value = "6.4", unit = "m2/student", clause = "校舍面积" }
indicator "building" {
  name = { zh = "生均校舍面积", en = "Buildings per student" }, clause = "校舍面积", of = stage, unit = "m2/student",
  measure = school.building_area_m2 / stage.students,
  at_least = by_stage { primary = unknown_between(0, 100) * number(1, "m2/student"), junior = parameter "building_junior" },
  note = { zh = "小学数值在所见文本中缺失", en = "the figure of primary schools is lost in the text seen" },
}

indicator "equipment" {
  name = { zh = "生均仪器设备值", en = "Equipment per student" }, clause = "仪器设备", of = stage, unit = "yuan/student",
  measure = school.equipment_value_wan_yuan / stage.students, at_least = { primary = 365, junior = 695 },
}

parameter "students_per_computer" { value = 10, unit = "student/computer", clause = "计算机" }
indicator "computers" {
  name = { zh = "每名学生计算机台数（不多于10人1台）", en = "Computers per student, one for 10 at least" }, clause = "计算机", of = stage, unit = "computer/student",
  measure = school.computers / stage.students, at_least = 1 / parameter "students_per_computer",
}

indicator "books" {
  name = { zh = "生均图书", en = "Books per student" }, clause = "图书", of = stage, unit = "book/student",
  measure = school.books / stage.students, at_least = { primary = 25, junior = 40 },
}

local function each(a) return number(a, "student/person") end
quantity "students_per_staff" {
  of = stage, name = { zh = "师生比标准（每名教职工学生数）", en = "students for each member of staff" }, clause = "师生比", certainty = "inferred",
  note = { zh = "“城镇”含城区和镇区（推断）", en = "\"town\" is city and town (inferred)" },
  value = by_choice(school.area_type, {
    rural = { primary = each(23), junior = each(18) }, otherwise = { primary = each(21), junior = each(16) },
  }),
}
indicator "staff" {
  name = { zh = "每名学生教职工数", en = "Staff per student" }, clause = "师生比", of = stage, unit = "person/student",
  measure = school.staff / stage.students, at_least = 1 / stage.students_per_staff,
}

indicator "qualified" {
  name = { zh = "专任教师学历合格率", en = "Teachers with the required degree" }, clause = "学历合格率", of = stage, unit = "percent",
  measure = school.qualified_teachers / stage.teachers, at_least = { primary = 100, junior = 98 },
}
indicator "higher_degree" {
  name = { zh = "高一层次学历比例", en = "Teachers above the required degree" }, clause = "高学历比例", of = stage, unit = "percent",
  measure = stage.higher_degree_teachers / stage.teachers, at_least = { primary = 85, junior = 70 },
}

indicator "retention" {
  name = { zh = "年巩固率", en = "Kept over the year" }, clause = "年巩固率", of = stage, unit = "percent",
  measure = school.yearly_retention_percent, at_least = { primary = 99, junior = 97 },
}

-- Two stages; from when the second counts was not seen, so it is a reading to be turned on.
switch "long_term_class_size" {
  name = { zh = "班额按远期标准", en = "Classes by the long-term standard" }, clause = "班额", certainty = "unverified",
  note = { zh = "远期起始年份未见", en = "from when was not seen" },
}
parameter "near_term_class" { value = { primary = 45, junior = 50 }, unit = "student/class", clause = "班额（近期）" }
parameter "long_term_class" { value = { primary = 35, junior = 40 }, unit = "student/class", clause = "班额（远期）" }
indicator "class_size" {
  name = { zh = "班额（每名学生所占班数）", en = "Size of classes, as classes per student" }, clause = "班额", of = stage, unit = "class/student",
  measure = 1 / stage.largest_class,
  at_least = 1 / choose(switch "long_term_class_size", parameter "long_term_class", parameter "near_term_class"),
  note = { zh = "近期不超过45、50人，远期35、40人；按最大班额（推断）", en = "45 and 50 at most in the near term, 35 and 40 in the long term; the largest class (inferred)" },
  certainty = "inferred",
}
