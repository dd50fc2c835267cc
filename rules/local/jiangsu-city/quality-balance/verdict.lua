-- All that was seen; the county can fail here but not pass.

verdict "city_quality_balance" {
  name = { zh = "优质均衡发展（所见部分）", en = "Quality balance, what was seen" }, clause = "第二页", of = county,
  holds = all_of { section "results", section "teachers", section "conditions" },
}
