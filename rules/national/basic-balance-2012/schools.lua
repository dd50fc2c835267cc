-- Which schools enter, in which stages, and what belongs to a stage of a school.
--
-- A primary part and a junior part of one school are two units. Teachers and students are reported by stage;
-- buildings, grounds, equipment, computers and books are shared and split by students.

stages {
  { "primary", name = { zh = "小学", en = "primary" },
    when = school.school_type:is_one_of {
      "primary_school", "teaching_point", "nine_year_school", "twelve_year_school",
    } },
  { "junior", name = { zh = "初中", en = "junior" },
    when = school.school_type:is_one_of {
      "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school",
    } },
}

-- The scope.

quantity "is_assessed" {
  of = school, name = { zh = "纳入基本均衡评估", en = "enters the assessment of basic balance" }, clause = "附件一",
  certainty = "single_source",
  note = {
    zh = "不含民办学校，省、市属学校，高校附属和企业所属学校，也不含教学点、特殊教育学校和职业初中；填表说明对表Ⅱ（门槛）如此规定，"
      .. "表Ⅲ（差异系数）范围相同系推断",
    en = "no private schools, none of province, city, university or enterprise, no teaching points, no special or vocational "
      .. "schools: so the form says of table II (the gate); that table III (the spread) has the same scope is inferred",
  },
  value = all_of {
    school.school_type:is_one_of {
      "primary_school", "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school",
    },
    none_of { school.organiser:is_one_of { "private", "joint_venture", "local_enterprise" } },
    school.affiliation:is "county",
  } }

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "enters_balance" {
  of = stage, name = { zh = "纳入差异系数计算", en = "enters the spread" }, clause = "附件二", certainty = "inferred",
  note = { zh = "没有学生的学段不计（未见规定）", en = "a stage without students does not enter (no rule found)" },
  value = school.is_assessed & stage.students:above(0),
}

-- Teachers, by stage.

quantity "full_time_teachers" { of = stage, name = { zh = "专任教师数", en = "full-time teachers" },
  value = by_stage {
    primary = school.primary_full_time_teachers, junior = school.junior_full_time_teachers,
  } }

quantity "higher_degree_teachers" {
  of = stage, name = { zh = "高于规定学历教师数", en = "teachers above the required degree" }, clause = "附件二",
  note = { zh = "小学为专科及以上，初中为本科及以上；博士计入",
    en = "primary: college diploma and above; junior: bachelor and above; doctorates count" },
  value = by_stage {
    primary = school.primary_diploma_teachers + school.primary_bachelor_teachers
      + school.primary_master_teachers + school.primary_doctor_teachers,
    junior = school.junior_bachelor_teachers + school.junior_master_teachers
      + school.junior_doctor_teachers,
  } }

quantity "mid_title_teachers" {
  of = stage, name = { zh = "中级及以上专业技术职务教师数", en = "teachers with an intermediate or higher title" },
  value = by_stage {
    primary = school.primary_mid_title_teachers, junior = school.junior_mid_title_teachers,
  } }

-- What the stages of a school share: five of the eight. Teachers are never split.

split "shared_facilities" {
  of = school.school_type, clause = "附件二", certainty = "confirmed",
  note = { zh = "权重见于指标计算说明，多个来源一致", en = "the weights are in explanations of the calculation, several of which agree" },
  students = {
    primary = school.primary_students, junior = school.junior_students, senior = school.senior_students,
  },
  weights = {
    nine_year_school = { primary = 1, junior = 1.1 },
    complete_secondary = { junior = 1, senior = 1.2 },
    twelve_year_school = { primary = 1, junior = 1.1, senior = 1.32 },
  },
}

quantity "teaching_area_m2" {
  of = stage, name = { zh = "教学及辅助用房面积", en = "teaching and auxiliary area" },
  value = share(school.teaching_area_m2, split "shared_facilities") }

quantity "indoor_sports_area_m2" {
  of = stage, name = { zh = "室内体育用房面积", en = "indoor sports area" },
  value = share(school.indoor_sports_area_m2, split "shared_facilities") }

quantity "sports_ground_area_m2" {
  of = stage, name = { zh = "运动场地面积", en = "outdoor sports area" },
  value = share(school.sports_ground_area_m2, split "shared_facilities") }

quantity "equipment_value" {
  of = stage, name = { zh = "教学仪器设备资产值", en = "value of teaching equipment" },
  value = share(school.equipment_value_wan_yuan, split "shared_facilities") }

quantity "computers" {
  of = stage, name = { zh = "计算机台数", en = "computers" },
  value = share(school.computers, split "shared_facilities") }

quantity "books" {
  of = stage, name = { zh = "图书册数", en = "books" },
  value = share(school.books, split "shared_facilities") }
