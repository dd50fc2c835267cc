-- Which schools are judged, in which stages, and what belongs to a stage of a school.
--
-- A nine-year school is judged twice, once for each stage. Teachers and students are reported by stage
-- and never split; buildings, grounds and equipment are shared and split by students.

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

-- Students, classes and teachers, by stage.

quantity "students" { of = stage, name = { zh = "在校生数", en = "students" },
  value = by_stage { primary = school.primary_students, junior = school.junior_students } }

quantity "classes" { of = stage, name = { zh = "班数", en = "classes" },
  value = by_stage { primary = school.primary_classes, junior = school.junior_classes } }

quantity "largest_class" { of = stage, name = { zh = "最大班额", en = "largest class" },
  value = by_stage { primary = school.primary_largest_class, junior = school.junior_largest_class } }

quantity "higher_degree_teachers" {
  of = stage, name = { zh = "高于规定学历教师数", en = "teachers above the required degree" },
  clause = "第六条（一）",
  note = { zh = "小学为专科及以上，初中为本科及以上；博士计入",
    en = "primary: college diploma and above; junior: bachelor and above; doctorates count" },
  value = by_stage {
    primary = school.primary_diploma_teachers + school.primary_bachelor_teachers
      + school.primary_master_teachers + school.primary_doctor_teachers,
    junior = school.junior_bachelor_teachers + school.junior_master_teachers
      + school.junior_doctor_teachers,
  } }

quantity "backbone_teachers" { of = stage, name = { zh = "县级以上骨干教师数", en = "backbone teachers" },
  value = by_stage {
    primary = school.primary_backbone_teachers, junior = school.junior_backbone_teachers,
  } }

quantity "pe_art_teachers" {
  of = stage, name = { zh = "体育、艺术专任教师数", en = "teachers of PE and arts" }, clause = "第六条（三）",
  value = by_stage {
    primary = school.primary_pe_teachers + school.primary_music_teachers
      + school.primary_fine_arts_teachers + school.primary_arts_teachers,
    junior = school.junior_pe_teachers + school.junior_music_teachers
      + school.junior_fine_arts_teachers + school.junior_arts_teachers,
  } }

-- What the stages of a school share. A primary school has it all to itself.
-- The weights 1 : 1.1 : 1.32 give a junior student 1.1 times, a senior student 1.32 times a primary student's part.

split "shared_facilities" {
  of = school.school_type, clause = "第六条", certainty = "confirmed",
  note = { zh = "权重不在条文内，见于指标计算说明，多个来源一致", en = "the weights are not in the text; several explanations of the calculation agree" },
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

quantity "multimedia_rooms" {
  of = stage, name = { zh = "网络多媒体教室数", en = "networked multimedia classrooms" },
  value = share(school.multimedia_rooms, split "shared_facilities") }

-- Which schools enter the resource part (article 6).

parameter "teaching_point_students" {
  value = 50, unit = "student", clause = "第六条", certainty = "provincial",
  note = { zh = "不足50人的教学点不参加资源配置评估：见于省级实施办法，国家文本未查到",
    en = "that teaching points below this are left out is known from provincial texts only" },
}

quantity "enters_resource_part" {
  of = stage, name = { zh = "纳入资源配置评估", en = "enters the resource part" }, clause = "第六条",
  certainty = "provincial",
  note = {
    zh = "含民办学校；不含不足50人的教学点、特殊教育学校和职业初中；没有学生的学段不评（未见规定）；"
      .. "独立设置的不足50人小学仍纳入（未见规定）；不计校数的校区单独评，不并入主校",
    en = "private schools enter; small teaching points, special and vocational schools do not; a stage without students "
      .. "is not judged and an independent school below 50 students is (no rule found for either); campuses not counted as "
      .. "schools are judged apart, not merged",
  },
  value = all_of {
    stage.students:above(0),
    none_of {
      school.school_type:is "teaching_point" & stage.students:below(parameter "teaching_point_students"),
    },
  } }

-- Schools as a whole, for articles 7 and 8.

quantity "compulsory_students" {
  of = school, name = { zh = "义务教育阶段在校生数", en = "students of the compulsory stages" },
  value = sum(school.stages, stage.students) }

quantity "compulsory_classes" {
  of = school, name = { zh = "义务教育阶段班数", en = "classes of the compulsory stages" },
  value = sum(school.stages, stage.classes) }

quantity "is_ordinary" {
  of = school, name = { zh = "普通义务教育学校", en = "ordinary compulsory school" },
  value = school.school_type:is_one_of {
    "primary_school", "teaching_point", "junior_school", "nine_year_school", "complete_secondary", "twelve_year_school",
  } }

quantity "is_compulsory" {
  of = school, name = { zh = "义务教育学校（含特殊教育学校、职业初中）", en = "compulsory school of any kind" },
  value = school.school_type:is_not "senior_school" }

quantity "is_public" {
  of = school, name = { zh = "公办学校", en = "public school" },
  value = none_of { school.organiser:is_one_of { "private", "joint_venture" } } }

quantity "needs_special_rooms" {
  of = school, name = { zh = "应配备音乐、美术专用教室", en = "needs rooms for music and art" }, clause = "第七条（三）",
  certainty = "inferred",
  note = { zh = "不足50人的教学点比照资源配置部分不评（推断）",
    en = "teaching points below 50 students are left out as in the resource part (inferred)" },
  value = school.is_ordinary & none_of {
    school.school_type:is "teaching_point" & school.compulsory_students:below(parameter "teaching_point_students"),
  } }
