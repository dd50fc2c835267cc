-- All of it; as items are missing, the county can fail here but not pass.

verdict "quality_balance_2012" {
  name = { zh = "江苏省义务教育优质均衡发展县", en = "Quality-balanced county, Jiangsu" }, clause = "主要指标", of = county,
  holds = all_of { section "county", section "schools" },
}
