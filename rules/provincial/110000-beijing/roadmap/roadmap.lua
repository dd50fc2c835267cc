-- Two steps. Ten of the city's sixteen districts are 62.5 % (computed).

section "roadmap" { name = { zh = "推进目标", en = "Steps" }, clause = "推进目标" }

requirement "basically_balanced" {
  name = { zh = "基本均衡", en = "Basically balanced" }, clause = "推进目标", of = county, holds = county.is_basically_balanced,
}

target "basic_balance_2012" {
  name = { zh = "2012年10个区县基本均衡", en = "Ten districts, 2012" }, clause = "推进目标（2012年）",
  counts = requirement "basically_balanced", region = "11", by = "2012-12-31", ensure = percent("62.5"),
  certainty = "inferred",
  note = { zh = "原目标为10个区县，按16个区县折算为62.5%", en = "ten districts in the source; 62.5 % of sixteen" },
}
target "basic_balance_2015" {
  name = { zh = "2015年所有区县基本均衡", en = "All districts, 2015" }, clause = "推进目标（2015年）",
  counts = requirement "basically_balanced", region = "11", by = "2015-12-31", ensure = percent(100),
}
