-- What the table asks where it has a figure. How the points of some of these are won was not seen: they tell
-- what the school has reached, and points.lua scores those whose rule is known.

section "standards" { name = { zh = "评估标准", en = "Standards" }, clause = "指标体系", only_where = stage.is_scored }

-- （一）
parameter "land_after_year" { value = 2011, unit = "year", clause = "（一）设置" }
quantity "has_land_standard" { of = school, name = { zh = "2011年后新建学校", en = "newly built after 2011" }, clause = "（一）设置",
  value = school.built_year:above(parameter "land_after_year") }
indicator "land_per_student" {
  name = { zh = "生均用地面积（2011年后新建学校）", en = "Land per student, of schools built after 2011" },
  clause = "（一）设置", of = stage, unit = "m2/student", only_where = school.has_land_standard,
  measure = school.site_area_m2 / school.all_students,
  at_least = { primary = 20, junior = 25 },
}
indicator "mean_class_size" {
  name = { zh = "平均班额", en = "Mean size of classes" },
  clause = "（一）班额", of = stage, unit = "student/class", certainty = "inferred", only_where = stage.classes:above(0),
  measure = stage.students / stage.classes,
  at_most = { primary = 45, junior = 50 },
  note = { zh = "原文为班额≤45（50）且不多于55人，前者按平均班额计（推断）", en = "the text has 45 (50), and not more than 55: the first is taken as the mean (inferred)" },
}
indicator "largest_class" {
  name = { zh = "最大班额", en = "Largest class" },
  clause = "（一）班额", of = stage, unit = "student/class", certainty = "unverified",
  measure = stage.largest_class, at_most = 55,
  note = { zh = "出自逐项相符但未印省名的一份表", en = "from a sheet that agrees item by item but does not name the province" },
}

-- （二）
indicator "toilets_per_student" {
  name = { zh = "生均厕所面积", en = "Toilets per student" },
  clause = "（二）厕所", of = stage, unit = "m2/student", certainty = "unverified",
  measure = school.toilet_area_m2 / school.all_students,
  at_least = { primary = "0.2", junior = "0.25" },
  note = { zh = "出自逐项相符但未印省名的一份表", en = "from a sheet that agrees item by item but does not name the province" },
}

-- （三） the value of equipment is a total, by the number of classes
indicator "equipment_value" {
  name = { zh = "教学仪器设备值（全校）", en = "Value of equipment, whole school" },
  clause = "（三）设备", of = stage, unit = "yuan", certainty = "unverified",
  measure = school.equipment_value_wan_yuan,
  at_least = by_stage {
    primary = steps(stage.classes, { { up_to = 12, 35000 }, { 50000 } }),
    junior = steps(stage.classes, { { up_to = 9, 100000 }, { 150000 } }),
  },
  note = { zh = "出自逐项相符但未印省名的一份表；按班数分段，为全校总值", en = "from a sheet that does not name the province; by classes, of the whole school" },
}
indicator "books_per_student" {
  name = { zh = "生均图书", en = "Books per student" },
  clause = "（三）图书", of = stage, unit = "book/student", certainty = "unverified",
  measure = school.books / school.all_students,
  at_least = { primary = 20, junior = 30 },
  note = { zh = "出自逐项相符但未印省名的一份表", en = "from a sheet that agrees item by item but does not name the province" },
}
indicator "computers_per_100" {
  name = { zh = "每百名学生计算机台数", en = "Computers per 100 students" },
  clause = "（三）计算机", of = stage, unit = "computer/(100 student)",
  measure = school.computers / school.all_students,
  at_least = { primary = 6, junior = 10 },
  note = { zh = "一份表以生机比16:1、10:1表述，小学16:1（6.25台）与6台略有出入", en = "one sheet says 16 and 10 students to a computer; 16 : 1 is 6.25, not 6" },
}
indicator "sports_area_per_student" {
  name = { zh = "生均体育运动场馆面积", en = "Sports area per student" },
  clause = "（三）场地", of = stage, unit = "m2/student",
  measure = school.sports_area_m2 / school.all_students,
  at_least = { primary = "4.5", junior = "5.5" },
}

-- （四） students for each teacher
indicator "students_per_teacher" {
  name = { zh = "生师比", en = "Students per teacher" },
  clause = "（四）师生比", of = stage, unit = "student/teacher", only_where = stage.teachers:above(0),
  measure = stage.students / stage.teachers,
  at_most = { primary = 22, junior = 17 },
  note = { zh = "原文写作师生比1:22、1:17", en = "1 : 22 and 1 : 17 in the text" },
}
