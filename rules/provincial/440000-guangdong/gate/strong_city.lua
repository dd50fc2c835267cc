-- 教育强市督导验收: 2 items, 6 below them, 35 below those; the one figure that judges anybody. Deductions of 0.2 and
-- 0.4 were seen without the items they belong to.

local source = document "教育强市督导验收指标" { title = "教育强市督导验收指标及操作说明（广东，推断）", issuer = "广东省（推断）" }

section "strong_city" { name = { zh = "教育强市（残疾儿童入学）", en = "Strong city: disabled children" }, clause = "三级指标", document = source }

indicator "disabled_enrolment" {
  name = { zh = "适龄残疾儿童少年入学率", en = "Disabled children enrolled" },
  clause = "三级指标", of = county, unit = "percent", document = source, certainty = "inferred",
  only_where = county.disabled_children:above(0),
  measure = (county.disabled_in_special_schools + county.disabled_in_ordinary_schools + county.disabled_taught_at_home) / county.disabled_children,
  at_least = 97,
  note = { zh = "属于广东系据“创强”用语推断；送教上门计入入学（比照国家口径，推断）", en = "that it is Guangdong's is concluded from its wording; children taught at home count, as nationally (inferred)" },
}

verdict "strong_city" {
  name = { zh = "教育强市（残疾儿童入学）", en = "Strong city: disabled children" }, clause = "三级指标", of = county, document = source,
  certainty = "inferred", note = { zh = "35项中只见一项有数值", en = "one of 35 items has a figure that was seen" },
  holds = all_of { indicator "disabled_enrolment" },
}
