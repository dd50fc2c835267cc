-- What was seen of the list, county and school.

section "county" { name = { zh = "县级指标", en = "Of the county" }, clause = "主要指标" }

indicator "retention" {
  name = { zh = "义务教育巩固率", en = "Kept over compulsory education" }, clause = "巩固率", of = county, unit = "percent",
  measure = county.compulsory_retention_percent, at_least = 99,
}

indicator "disabled_enrolment" {
  name = { zh = "残疾儿童少年入学率", en = "Disabled children at school" }, clause = "残疾儿童少年", of = county, unit = "percent",
  only_where = county.disabled_children:above(0),
  measure = (county.disabled_in_special_schools + county.disabled_in_ordinary_schools + county.disabled_taught_at_home)
    / county.disabled_children,
  at_least = 98,
}

indicator "migrant_enrolment" {
  name = { zh = "随迁子女在公办学校就读比例", en = "Migrant children in public schools" }, clause = "随迁子女", of = county, unit = "percent",
  only_where = county.migrant_children:above(0),
  measure = county.migrant_children_in_public_schools / county.migrant_children,
  at_least = 90,
  note = { zh = "只计公办学校，不计政府购买的民办学位", en = "public schools only, not places bought in private ones" },
}

indicator "senior_quota" {
  name = { zh = "优质高中招生名额分配比例", en = "Places of good senior schools shared out" }, clause = "热点高中名额", of = county, unit = "percent",
  only_where = county.quality_senior_places:above(0),
  measure = county.quota_places / county.quality_senior_places,
  at_least = 70,
}

-- "About 15 % of backbone and full-time teachers": of either (inferred), not less.
indicator "rotation" {
  name = { zh = "专任教师年交流比例", en = "Full-time teachers who move in a year" }, clause = "教师流动", of = county, unit = "percent",
  measure = county.rotated_teachers / sum(county.schools, school.full_time_teachers, school.is_compulsory),
  at_least = 15, certainty = "inferred",
  note = { zh = "原文为“15%左右”，按不低于15%计；骨干教师和专任教师分别计算（推断）",
    en = "\"about 15 %\" in the text, taken as not less; backbone and all full-time teachers each by themselves (inferred)" },
}
indicator "backbone_rotation" {
  name = { zh = "骨干教师年交流比例", en = "Backbone teachers who move in a year" }, clause = "教师流动", of = county, unit = "percent",
  only_where = county.backbone_teachers:above(0),
  measure = county.rotated_backbone_teachers / county.backbone_teachers,
  at_least = 15, certainty = "inferred",
  note = { zh = "同上", en = "as above" },
}

section "schools" { name = { zh = "校级指标", en = "Of the school" }, clause = "主要指标" }

indicator "school_choice" {
  name = { zh = "公办学校择校生占招生数比例", en = "Entrants who chose the school, of each public school" }, clause = "择校生", of = school, unit = "percent",
  only_where = school.is_public & school.entrants:above(0),
  measure = school.choice_entrants / school.entrants,
  below = 10, -- "below": 10 itself is too much
}

indicator "class_size" {
  name = { zh = "班额", en = "Size of classes" }, clause = "班额", of = stage, unit = "student/class",
  only_where = stage.students:above(0),
  measure = stage.largest_class, at_most = { primary = 40, junior = 45 },
  note = { zh = "原文有“原则上”", en = "\"in principle\" in the text" },
}

indicator "modern_standard" {
  name = { zh = "基本达到现代化办学标准", en = "Practically meets the standard of modern schools" }, clause = "办学标准", of = school,
  only_where = school.is_compulsory,
  holds = school.is_modern_standard_met, evidence = school.modern_standard_evidence,
}

indicator "principal_terms" {
  name = { zh = "校长同校任职届数", en = "Terms of a head in one school" }, clause = "校长流动", of = school, only_where = school.is_compulsory,
  measure = school.principal_terms, at_most = 2,
}

indicator "classroom_links" {
  name = { zh = "班班通", en = "Every classroom is linked" }, clause = "班班通", of = school, only_where = school.is_compulsory,
  holds = school.has_classroom_links,
}
indicator "seismic_code" {
  name = { zh = "校舍抗震设防", en = "Buildings withstand earthquakes" }, clause = "校舍安全", of = school, only_where = school.is_compulsory,
  holds = school.is_seismic_code_met, evidence = school.building_safety_evidence,
}
indicator "maintenance" {
  name = { zh = "校舍维修长效机制", en = "Buildings are kept up" }, clause = "校舍安全", of = school, only_where = school.is_compulsory,
  holds = school.has_maintenance_system, evidence = school.building_safety_evidence,
}

indicator "teacher_ratio" {
  name = { zh = "生师比达到省定标准", en = "Ratio of students to teachers" }, clause = "师资配备", of = school, only_where = school.is_compulsory,
  holds = school.is_teacher_ratio_met,
}
