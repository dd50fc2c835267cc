-- 三种称号: parallel, with what they share.

section "titles" { name = { zh = "称号", en = "Titles" }, clause = "陕政发〔2012〕7号" }

indicator "nine_year_high" {
  name = { zh = "高水平高质量普及九年义务教育", en = "Nine years for all, high and well" }, clause = "双高普九", of = county, certainty = "inferred",
  holds = county.is_nine_year_high,
  note = { zh = "“双高双普”与“双高普九”共有的部分由名称推断", en = "that two of the titles share it is concluded from their names" },
}
indicator "preschool" {
  name = { zh = "普及学前教育", en = "Pre-school for all" }, clause = "双高双普", of = county, holds = county.is_preschool_universal,
}
indicator "senior" {
  name = { zh = "普及高中阶段教育", en = "Senior schooling for all" }, clause = "双高双普", of = county, holds = county.is_senior_universal,
}
indicator "balance" {
  name = { zh = "义务教育均衡发展合格", en = "Compulsory education is balanced" }, clause = "均衡发展合格县", of = county, holds = county.is_balance_qualified,
}

verdict "double_high_double_universal" {
  name = { zh = "“双高双普”县", en = "Nine years high and well, pre-school and senior schooling for all" }, clause = "双高双普", of = county,
  holds = all_of { indicator "nine_year_high", indicator "preschool", indicator "senior" },
}
verdict "double_high_nine_year" {
  name = { zh = "“双高普九”县", en = "Nine years high and well" }, clause = "双高普九", of = county, holds = all_of { indicator "nine_year_high" },
}
verdict "balanced_county" {
  name = { zh = "义务教育均衡发展合格县（区）", en = "County with balanced compulsory education" }, clause = "均衡发展合格县", of = county,
  holds = all_of { indicator "balance" },
}
