-- First assessment: how evenly the schools share eight resources. None of the eight has a bound of its own; they
-- count by the mean of their coefficients of variation, for primary and junior schools apart.

section "resources" { name = { zh = "校际均衡状况", en = "Balance between schools" }, clause = "附件二" }

-- Two readings of the areas that are not settled. Both off: the gymnasium is sports area, not teaching area.
switch "gymnasium_is_teaching_area" {
  name = { zh = "教学及辅助用房含室内体育用房", en = "Teaching area includes the gymnasium" }, clause = "附件二",
  certainty = "unverified",
  note = { zh = "统计表把室内体育用房列在教学及辅助用房之内；基本均衡是否扣除，填表说明未见",
    en = "the statistical form counts the gymnasium inside; whether it is taken out here, no guide seen says" },
}
switch "sports_ground_only" {
  name = { zh = "体育运动场馆只计运动场地", en = "Sports area is the ground only" }, clause = "附件二",
  certainty = "unverified",
  note = { zh = "2022年监测口径称体育运动场占地面积", en = "the monitoring of 2022 speaks of the area of the ground" },
}

quantity "teaching_area_per_student" {
  of = stage, name = { zh = "生均教学及辅助用房面积", en = "Teaching and auxiliary area per student" }, clause = "附件二",
  value = choose(switch "gymnasium_is_teaching_area", stage.teaching_area_m2,
    stage.teaching_area_m2 - stage.indoor_sports_area_m2) / stage.students }

quantity "sports_area_per_student" {
  of = stage, name = { zh = "生均体育运动场馆面积", en = "Sports area per student" }, clause = "附件二",
  value = choose(switch "sports_ground_only", stage.sports_ground_area_m2,
    stage.sports_ground_area_m2 + stage.indoor_sports_area_m2) / stage.students }

quantity "equipment_value_per_student" {
  of = stage, name = { zh = "生均教学仪器设备值", en = "Value of teaching equipment per student" }, clause = "附件二",
  value = stage.equipment_value / stage.students }

quantity "computers_per_student" {
  of = stage, name = { zh = "每百名学生拥有计算机台数", en = "Computers per 100 students" }, clause = "附件二",
  value = stage.computers / stage.students }

quantity "books_per_student" {
  of = stage, name = { zh = "生均图书册数", en = "Books per student" }, clause = "附件二",
  value = stage.books / stage.students }

-- Teachers by students, about 0.05 to 0.14, not students by teacher.
quantity "teachers_per_student" {
  of = stage, name = { zh = "师生比", en = "Teachers per student" }, clause = "附件二",
  value = stage.full_time_teachers / stage.students }

quantity "higher_degree_teachers_per_student" {
  of = stage, name = { zh = "生均高于规定学历教师数", en = "Teachers above the required degree per student" }, clause = "附件二",
  value = stage.higher_degree_teachers / stage.students }

quantity "mid_title_teachers_per_student" {
  of = stage, name = { zh = "生均中级及以上专业技术职务教师数", en = "Teachers with an intermediate or higher title per student" },
  clause = "附件二", value = stage.mid_title_teachers / stage.students }

requirement "composite_spread" {
  name = { zh = "八项指标综合差异系数", en = "Composite spread of the eight indicators" },
  clause = "附件二", of = county, combine = "mean",
  spread = {
    stage.teaching_area_per_student, stage.sports_area_per_student, stage.equipment_value_per_student,
    stage.computers_per_student, stage.books_per_student, stage.teachers_per_student,
    stage.higher_degree_teachers_per_student, stage.mid_title_teachers_per_student,
  },
  among = stage.enters_balance, weight = stage.students,
  at_most = { primary = 0.65, junior = 0.55 },
  note = { zh = "各项按学生数加权、总体标准差，取平均数；单项不设限，比较前不取整",
    en = "each weighted by students, of the population; their mean counts; no single one has a limit; not rounded before it is compared" },
}
