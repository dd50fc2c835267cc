-- Every school of the county. With the pass mark unseen nobody passes or fails.

section "gate" { name = { zh = "门槛", en = "Gate" }, clause = "指标体系" }

requirement "all_schools" {
  name = { zh = "所有学校达到办学基本条件", en = "Every school reaches the basic conditions" },
  clause = "指标体系", of = county, holds = every(county.stages, scheme "conditions"),
}

requirement "standards_reached" {
  name = { zh = "有数值的标准全部达到", en = "All standards with a figure are reached" },
  clause = "指标体系", of = stage, only_where = stage.is_scored, certainty = "inferred",
  note = { zh = "供查漏用；体系按分数评，不要求各项全达标", en = "to find gaps; the table goes by points and does not ask for all" },
  holds = all_of { section "standards" },
}
verdict "without_gaps" {
  name = { zh = "各校有数值的标准全部达到（查漏）", en = "Every school reaches every figure (to find gaps)" },
  clause = "指标体系", of = county, certainty = "inferred",
  note = { zh = "不影响判定", en = "decides nothing" },
  holds = every(county.stages, requirement "standards_reached"),
}

verdict "gate" {
  name = { zh = "办学基本条件评估", en = "Basic conditions of schools" },
  clause = "指标体系", of = county, holds = all_of { requirement "all_schools" },
}
