-- 福建省义务教育校舍建设标准（试行）, to which the scoring rules point: what a report of June 2007 tells of it.

local source = document "闽教发〔2007〕113号" { title = "福建省义务教育校舍建设标准（试行）", issuer = "福建省教育厅", date = "2007-06-22" }

section "construction" {
  name = { zh = "校舍建设标准", en = "Construction standard" }, clause = "闽教发〔2007〕113号", document = source, only_where = school.is_assessed,
}

parameter "sports_ground_per_student" { value = { primary = "2.3", junior = "3.3" }, unit = "m2/student", clause = "运动场地", document = source }
quantity "sports_ground_needed" {
  of = stage, name = { zh = "本学段应有运动场地", en = "sports ground that the stage needs" }, clause = "运动场地",
  value = stage.students * parameter "sports_ground_per_student" }
indicator "sports_ground" {
  name = { zh = "运动场地面积", en = "Sports ground" }, clause = "运动场地", of = school, unit = "m2", document = source,
  measure = school.sports_ground_area_m2, at_least = sum(school.stages, stage.sports_ground_needed),
}

-- One court for every six classes; a part of six counts as six (inferred).
parameter "classes_per_court" { value = 6, unit = "class", clause = "球场", document = source }
indicator "ball_courts" {
  name = { zh = "每6个班1个篮球场或排球场", en = "A court for every six classes" }, clause = "球场", of = school, document = source,
  certainty = "inferred", note = { zh = "不足6个班的部分按6个班计（推断）", en = "a part of six counts as six (inferred)" },
  measure = school.ball_courts, at_least = ceil(sum(school.stages, stage.classes) / parameter "classes_per_court"),
}

parameter "rooms_per_class" { value = 1, unit = "room/class", clause = "普通教室", document = source }
indicator "ordinary_classrooms" {
  name = { zh = "普通教室每班1间", en = "A classroom for each class" }, clause = "普通教室", of = school, unit = "room", document = source,
  measure = school.ordinary_classrooms, at_least = sum(school.stages, stage.classes) * parameter "rooms_per_class",
}
indicator "classroom_area" {
  name = { zh = "普通教室使用面积", en = "Usable area of a classroom" }, clause = "普通教室", of = stage, unit = "m2", document = source,
  measure = school.smallest_classroom_m2, at_least = { primary = 52, junior = 56 },
  note = { zh = "新建学校61、67平方米为“不宜小于”，不判；一贯制学校两个学段都按最小的一间（推断）",
    en = "61 and 67 of new schools are advice and judge nobody; a through-school's smallest room stands for both stages (inferred)" },
}
