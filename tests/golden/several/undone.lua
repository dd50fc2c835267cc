-- undone.lua - a withdrawal lets a county pass that a rule of the same reform stops, for the transcript compare.md.

reform "undone" { on = "any", from = "2020-01-01", reason = { zh = "试算", en = "on trial" } }

withdraw "class_size" {}

indicator "few_classes" {
  name = { zh = "小学班数", en = "Classes of a primary school" }, clause = "试算", of = school, unit = "class",
  measure = school.primary_classes, at_most = 12, section = section "government",
}

floor "special_funds_higher" {
  above = indicator "special_education_funds_per_student", at_least = 6600,
  name = { zh = "特殊教育公用经费（较高）", en = "Special funds, higher" }, clause = "试算",
}
