-- A1 普及程度: each standard by itself; points.lua adds up what it is worth.

section "universality" { name = { zh = "普及程度", en = "Schooling for all" }, clause = "A1" }

indicator "primary_enrolment" {
  name = { zh = "小学入学率", en = "Primary enrolment" }, clause = "C3", of = county, unit = "percent",
  measure = county.primary_enrolment_percent, at_least = 100,
}
indicator "junior_enrolment" {
  name = { zh = "初中入学率", en = "Junior enrolment" }, clause = "C4", of = county, unit = "percent",
  measure = county.junior_enrolment_percent, at_least = 98,
}
indicator "disabled_enrolment" {
  name = { zh = "三类残疾儿童少年入学率", en = "Disabled children at school" }, clause = "C5", of = county, unit = "percent",
  measure = county.disabled_enrolment_percent, at_least = 90,
}
indicator "primary_retention" {
  name = { zh = "小学年巩固率", en = "Primary retention" }, clause = "C7", of = county, unit = "percent",
  measure = county.primary_retention_percent, at_least = 99,
}
indicator "junior_retention" {
  name = { zh = "初中年巩固率", en = "Junior retention" }, clause = "★C8", of = county, unit = "percent",
  measure = county.junior_retention_percent, at_least = 98,
}
indicator "junior_dropout" {
  name = { zh = "初中年辍学率", en = "Junior dropout" }, clause = "★C8", of = county, unit = "percent",
  measure = county.junior_dropout_percent, at_most = 2,
}
indicator "disabled_retention" {
  name = { zh = "三类残疾儿童少年巩固率", en = "Disabled children kept" }, clause = "C9", of = county, unit = "percent",
  measure = county.disabled_retention_percent, at_least = 97,
}
indicator "primary_completion" {
  name = { zh = "小学完成率", en = "Primary school finished" }, clause = "C10", of = county, unit = "percent",
  measure = county.primary_completion_percent, at_least = 99,
}
indicator "junior_completion" {
  name = { zh = "初中完成率", en = "Junior school finished" }, clause = "C11", of = county, unit = "percent",
  measure = county.junior_completion_percent, at_least = 97,
}
