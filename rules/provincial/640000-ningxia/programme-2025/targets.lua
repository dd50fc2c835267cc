-- Targets for the end of 2025, in the order of the document. The region as a whole is held against them.

section "by_2025" { name = { zh = "到2025年", en = "By 2025" }, clause = "二",
  note = { zh = "“力争”达到的目标", en = "to be striven for" } }

indicator "nine_year_retention" {
  name = { zh = "九年义务教育巩固率", en = "Kept over nine years" }, clause = "二（二）5", of = region, unit = "percent",
  measure = region.nine_year_retention_percent, at_least = 97,
}

indicator "preschool_classes_within_size" {
  name = { zh = "县域内学前班额达标比例", en = "Pre-school classes within the national size" }, clause = "二（二）4", of = region, unit = "percent",
  measure = region.preschool_classes_within_size_percent, at_least = 85,
}

indicator "preschool_enrolment" {
  name = { zh = "学前教育毛入园率", en = "Gross enrolment in pre-school" }, clause = "二（二）4", of = region, unit = "percent",
  measure = region.preschool_enrolment_percent, at_least = 95,
}

indicator "preschool_universal_counties" {
  name = { zh = "学前教育普及普惠县比例", en = "Counties recognised for universal pre-school" }, clause = "二（二）4", of = region, unit = "percent",
  measure = region.preschool_universal_counties_percent, at_least = 50,
}

indicator "senior_enrolment" {
  name = { zh = "高中阶段教育毛入学率", en = "Gross enrolment in senior schools" }, clause = "二（二）6", of = region, unit = "percent",
  measure = region.senior_enrolment_percent, at_least = 95,
}

indicator "region_backbone_teachers" {
  name = { zh = "自治区级骨干教师比例", en = "Backbone teachers, region" }, clause = "二（四）16", of = region, unit = "percent",
  measure = region.region_backbone_teachers_percent, at_least = 10,
}

indicator "city_backbone_teachers" {
  name = { zh = "市级骨干教师比例", en = "Backbone teachers, city" }, clause = "二（四）16", of = region, unit = "percent",
  measure = region.city_backbone_teachers_percent, at_least = 15,
}

indicator "county_backbone_teachers" {
  name = { zh = "县级骨干教师比例", en = "Backbone teachers, county" }, clause = "二（四）16", of = region, unit = "percent",
  measure = region.county_backbone_teachers_percent, at_least = 20,
}

indicator "teacher_ict" {
  name = { zh = "教师信息技术素养测评达标率", en = "Teachers assessed in information technology" }, clause = "二（四）15", of = region, unit = "percent",
  measure = region.teacher_ict_assessed_percent, at_least = 100,
}

indicator "certified_teachers" {
  name = { zh = "专任教师持证上岗率", en = "Certified teachers" }, clause = "二（四）14", of = region, unit = "percent",
  measure = region.certified_teachers_percent, at_least = 100,
}

indicator "closed_campus" {
  name = { zh = "封闭化管理和专职保安", en = "Closed campus, own guards" }, clause = "二（五）21", of = region, unit = "percent",
  measure = region.closed_campus_percent, at_least = 100,
}

indicator "alarm" {
  name = { zh = "一键式报警器", en = "One-key alarm" }, clause = "二（五）21", of = region, unit = "percent",
  measure = region.alarm_percent, at_least = 100,
}

indicator "video_link" {
  name = { zh = "视频监控与公安联网", en = "Cameras linked with the police" }, clause = "二（五）21", of = region, unit = "percent",
  measure = region.video_link_percent, at_least = 100,
}
