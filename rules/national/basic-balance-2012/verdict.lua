-- The last word on a county.

-- What refuses a county by itself. The national text has no vetoes; those of provinces join this section.

section "vetoes" { name = { zh = "单独即不予认定的情形", en = "What refuses a county by itself" }, clause = "第七条" }

requirement "satisfaction_required" {
  name = { zh = "满意度须达标", en = "Satisfaction must reach its line" },
  clause = "第七条", of = county, only_where = switch "satisfaction_decides", certainty = "provincial",
  note = { zh = "由省规定是否适用", en = "the provinces say whether this applies" },
  holds = all_of { indicator "satisfaction" },
}

verdict "basic_balance" {
  name = { zh = "县域义务教育基本均衡", en = "Basically balanced compulsory education" },
  clause = "第四条至第七条", of = county,
  holds = all_of {
    requirement "all_schools",
    requirement "composite_spread",
    requirement "government_passed",
    section "vetoes",
  },
}
