-- The table: 100 points in five sections. What does not apply gives its points; deductions stop at nothing.

section "points" { name = { zh = "评估得分", en = "Points" }, clause = "指标体系", only_where = stage.is_scored }

parameter "floor_area_standard" { value = { primary = "4.5", junior = "5.5" }, unit = "m2/student", clause = "（二）校舍面积" }
parameter "dormitory_standard" { value = { primary = 3, junior = "3.5" }, unit = "m2/student", clause = "（二）学生宿舍" }
parameter "large_school" { value = 1000, unit = "student", clause = "（三）电子备课系统" }

scheme "conditions" {
  name = { zh = "办学基本条件评估得分", en = "Points for basic conditions" },
  clause = "指标体系", of = stage, total = 100, not_applicable = "award", unseen = 15,
  at_least = unknown_between(0, 100), certainty = "inferred",
  note = { zh = "合格分数线未见；总分100分系推断，第五部分按15分余分计", en = "the pass mark was not seen; that the total is 100, and so section five 15, is inferred" },
  parts = {
    part "setting" {
      name = { zh = "设置与班额", en = "Setting and classes" }, clause = "（一）", points = 15, unseen = 6, certainty = "single_source",
      items = {
        item "layout" { name = { zh = "布局合理，服务半径适宜", en = "Layout and radius" }, clause = "（一）设置", points = 6, score = school.layout_points },
        item "land" { name = { zh = "用地面积", en = "Land" }, clause = "（一）设置", points = 3,
          only_where = school.has_land_standard, holds = indicator "land_per_student" },
      },
    },
    part "buildings" {
      name = { zh = "校舍建设", en = "Buildings" }, clause = "（二）", points = 30, unseen = 22, certainty = "single_source",
      items = {
        item "floor_area" { name = { zh = "校舍面积（不含学生宿舍）", en = "Floor area without dormitories" }, clause = "（二）校舍面积", points = 5,
          of_standard = (school.building_area_m2 - school.dormitory_area_m2) / (school.all_students * parameter "floor_area_standard"),
          bands = { { percent(100), percent(100) }, { percent(80), percent(80) }, { percent(60), percent(50) } },
          note = { zh = "原文分档写作99%-80%、79%-60%，99.x和79.x按下一档计", en = "the text writes 99 – 80 % and 79 – 60 %; 99.x and 79.x belong to the lower band" } },
        item "dormitory" { name = { zh = "学生宿舍", en = "Dormitories" }, clause = "（二）学生宿舍", points = 3,
          only_where = school.boarders:above(0),
          holds = school.dormitory_area_m2:at_least(school.boarders * parameter "dormitory_standard") },
      },
    },
    part "equipment" {
      name = { zh = "设备设施和场地", en = "Equipment and grounds" }, clause = "（三）", points = 30, unseen = 11, certainty = "single_source",
      items = {
        item "computers" { name = { zh = "计算机", en = "Computers" }, clause = "（三）计算机", points = 5, certainty = "inferred",
          holds = indicator "computers_per_100", note = { zh = "计分办法未见，按达标得分计（推断）", en = "how it is scored was not seen, taken as all or nothing (inferred)" } },
        item "classroom_links" { name = { zh = "班班通", en = "Linked classrooms" }, clause = "（三）班班通", points = 4, holds = school.has_classroom_links },
        item "lesson_preparation" { name = { zh = "电子备课系统", en = "System for preparing lessons" }, clause = "（三）电子备课系统", points = 1,
          only_where = school.all_students:at_least(parameter "large_school"), holds = school.has_lesson_preparation_system },
        item "distance_education" { name = { zh = "农村远程教育设备", en = "Rural kit for distance education" }, clause = "（三）远程教育", points = 1,
          only_where = school.area_type:is "rural" & ~school.has_network, holds = school.has_distance_education_kit },
        item "arts_kit" { name = { zh = "音美器材", en = "Kit for music and art" }, clause = "（三）音美器材", points = 2, holds = school.has_arts_kit },
        item "sports_kit" { name = { zh = "体育器材", en = "Kit for sport" }, clause = "（三）体育器材", points = 2, holds = school.has_sports_kit },
        item "ground" { name = { zh = "运动场地平整可用", en = "A usable ground" }, clause = "（三）场地", points = 1, holds = school.has_usable_ground },
        item "sports_area" { name = { zh = "体育运动场馆面积", en = "Sports area" }, clause = "（三）场地", points = 3, certainty = "inferred",
          holds = indicator "sports_area_per_student", note = { zh = "计分办法未见，按达标得分计（推断）", en = "how it is scored was not seen, taken as all or nothing (inferred)" } },
      },
    },
    part "teachers" {
      name = { zh = "教师配置", en = "Teachers" }, clause = "（四）", points = 10, unseen = 7, certainty = "single_source",
      items = {
        item "salaries" { name = { zh = "教师工资", en = "Salaries" }, clause = "（四）工资", points = 2, holds = school.are_salaries_paid },
        item "staffing" { name = { zh = "按编制配备", en = "Posts are filled" }, clause = "（四）编制", points = 1, holds = school.is_staffed },
      },
    },
  },
}
