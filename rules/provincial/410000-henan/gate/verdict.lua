-- 一个门槛: every school of the county reaches the standards. With the pass mark unseen nobody passes or fails.

section "gate" { name = { zh = "门槛", en = "Gate" }, clause = "评估表" }

requirement "all_schools" {
  name = { zh = "所有学校达到办学基本标准", en = "Every school reaches the basic standards" },
  clause = "评估表", of = county, holds = every(county.stages, scheme "school_standard"),
}

verdict "gate" {
  name = { zh = "办学基本标准评估", en = "Basic standards of schools" },
  clause = "评估表", of = county, holds = all_of { requirement "all_schools" },
}
