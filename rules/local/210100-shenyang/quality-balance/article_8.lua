-- 第八条 教育质量: labour education, training funds in the accounts, the subjects of monitoring by name.

-- Labour education may be a later national addition; it is not in the text of 2017.
indicator "labour_base" {
  name = { zh = "有劳动实践基地和场所", en = "A base and a place for labour practice" },
  clause = "地方补充指标（劳动教育）", of = school, section = section "quality", only_where = school.is_compulsory,
  holds = school.has_labour_base, evidence = school.labour_evidence,
}
indicator "labour_course" {
  name = { zh = "开设劳动课", en = "Labour is taught as a course" },
  clause = "地方补充指标（劳动教育）", of = school, section = section "quality", only_where = school.is_compulsory,
  holds = school.has_labour_course, evidence = school.labour_evidence,
}
indicator "labour_practice" {
  name = { zh = "劳动实践课时占综合实践活动课时比例", en = "Labour practice among the hours of comprehensive practice" },
  clause = "地方补充指标（劳动教育）", of = school, unit = "percent", section = section "quality",
  only_where = school.is_compulsory,
  measure = school.labour_practice_hours / school.comprehensive_practice_hours, at_least = 50,
}
indicator "labour_teachers" {
  name = { zh = "配备专兼职劳动教师", en = "Teachers of labour, full-time or part-time" },
  clause = "地方补充指标（劳动教育）", of = school, section = section "quality", only_where = school.is_compulsory,
  holds = school.has_labour_teachers, evidence = school.labour_evidence,
}

-- （四） 5 % of the budget (national) and of the final accounts
indicator "training_funds_of_accounts" {
  name = { zh = "教师培训经费占学校年度公用经费决算总额比例", en = "Training of teachers in the final accounts of public funds" },
  clause = "对应国家第八条（四）", of = school, unit = "percent", section = section "quality",
  only_where = school.is_compulsory,
  measure = school.training_funds_accounts_wan_yuan / school.public_funds_accounts_wan_yuan, at_least = 5,
}

-- （九） six subjects by name
quantity "is_listed" {
  of = subject, name = { zh = "指标体系所列监测学科", en = "a subject of the list" }, clause = "对应国家第八条（九）",
  value = subject.subject:is_one_of { "chinese", "mathematics", "science", "physical_education", "arts", "moral_education" },
}
change "monitored_level.only_where" { was = none, now = subject.is_listed, clause = "对应国家第八条（九）" }
change "monitored_difference.only_where" { was = none, now = subject.is_listed, clause = "对应国家第八条（九）" }

requirement "listed_subjects_complete" {
  name = { zh = "所列六个学科均有监测结果", en = "Each of the six subjects has a result" },
  clause = "对应国家第八条（九）", of = county, section = section "quality", certainty = "inferred",
  note = { zh = "逐一列出即须逐一有结果（推断）；哪个学段未见规定", en = "that each needs a result follows from the list (inferred); of which stage is not said" },
  holds = all_of {
    some(county.monitoring, subject.subject:is "chinese"),
    some(county.monitoring, subject.subject:is "mathematics"),
    some(county.monitoring, subject.subject:is "science"),
    some(county.monitoring, subject.subject:is "physical_education"),
    some(county.monitoring, subject.subject:is "arts"),
    some(county.monitoring, subject.subject:is "moral_education"),
  },
}
