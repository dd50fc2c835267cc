-- rules.lua - more teachers are asked for, one indicator is another one, and its formula too.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of { "primary_school", "nine_year_school" } },
}
quantity "students" { of = stage, name = "在校生数", clause = "一", value = school.students }
quantity "teachers" { of = stage, name = "专任教师数", clause = "一", value = school.teachers + school.teachers }

section "resources" { name = "资源", clause = "二" }
indicator "teachers_per_100" {
  name = "每百名学生教师数", clause = "二（一）", of = stage, unit = "teacher/(100 student)",
  measure = stage.teachers / stage.students, at_least = "13.4",
}
indicator "equipment" {
  name = "生均设备值", clause = "二（二）", of = stage, unit = "yuan/student",
  measure = school.equipment_value_wan_yuan / stage.students, at_least = 1000,
}

section "county" { name = "县", clause = "三" }
requirement "schools_ready" {
  name = "每所学校达标", clause = "三（一）", of = county,
  holds = every(county.stages, all_of { section "resources" }),
}
requirement "balance" {
  name = "差异系数", clause = "三（二）", of = county,
  spread = section "resources", weight = stage.students, at_most = "0.50",
}
veto "exam_admission" {
  name = "以考试方式招生", clause = "三（三）", of = county, when = county.has_exam_admission,
}
verdict "outcome" {
  name = "总判定", clause = "四", of = county,
  holds = all_of { requirement "schools_ready", requirement "balance", veto "exam_admission" },
}
