-- rules.lua - class size, school size, teachers for each hundred students and their spread.

section "size" {
  name = { zh = "班额与规模", en = "classes and schools" }, clause = "试验一",
  only_where = stage.has_students,
}

indicator "class_size" {
  name = { zh = "平均班额", en = "average class size" }, clause = "试验一（一）",
  of = stage, unit = "student/class",
  measure = stage.students / stage.classes,
  at_most = { primary = 45, junior = 50 },
}

indicator "school_size" {
  name = { zh = "学校规模", en = "school size" }, clause = "试验一（二）",
  of = stage, unit = "student",
  measure = stage.students,
  at_most = 2000,
}

section "crowding" { name = { zh = "超额班级", en = "crowded classes" }, clause = "试验一" }

indicator "crowded_primary_classes" {
  name = { zh = "平均班额超过标准的小学的班级数", en = "classes of primary schools above the limit" },
  clause = "试验一（三）", of = county, unit = "class",
  measure = sum(county.stages, stage.classes,
    all_of { school.stage:is "primary", none_of { indicator "class_size" } }),
  at_most = 0,
}

indicator "crowded_junior_classes" {
  name = { zh = "平均班额超过标准的初中的班级数", en = "classes of junior schools above the limit" },
  clause = "试验一（三）", of = county, unit = "class",
  measure = sum(county.stages, stage.classes,
    all_of { school.stage:is "junior", none_of { indicator "class_size" } }),
  at_most = 0,
}

section "teachers" {
  name = { zh = "专任教师", en = "teachers" }, clause = "试验二",
  only_where = stage.has_students & stage.has_own_teachers,
}

-- There is no lower limit in the experiment; the indicator is there for its spread.
indicator "teachers_per_100" {
  name = { zh = "每百名学生拥有专任教师数", en = "teachers for each hundred students" },
  clause = "试验二（一）", of = stage, unit = "teacher/(100 student)",
  measure = stage.teachers / stage.students,
  at_least = 0,
}

section "balance" { name = { zh = "校际差异", en = "spread between schools" }, clause = "试验三" }

requirement "teacher_balance" {
  name = { zh = "每百名学生专任教师数的校际差异系数", en = "spread of teachers for each hundred students" },
  clause = "试验三（一）", of = county,
  spread = section "teachers", weight = stage.students,
  at_most = { primary = "0.50", junior = "0.45" },
}

verdict "experiment" {
  name = { zh = "试验判定", en = "outcome of the experiment" }, clause = "试验四", of = county,
  holds = all_of { section "size", section "crowding", section "balance" },
}
