-- Every school reaches what was seen; the county can fail here but not pass.

section "gate" { name = { zh = "办学条件", en = "Conditions of schools" }, clause = "评估指标" }

verdict "gate" {
  name = { zh = "所有学校办学条件达标（所见部分）", en = "All schools reach what was seen" }, clause = "评估指标", of = county,
  holds = all_of { section "primary", section "junior" },
}
