-- May the county apply? Every school misses at most two.

section "gate" { name = { zh = "门槛", en = "Gate" }, clause = "表Ⅱ-2 提示" }

requirement "all_schools" {
  name = { zh = "所有学校不达标指标不超过两项", en = "No school misses more than two" },
  clause = "表Ⅱ-2 提示", of = county, holds = every(county.stages, requirement "at_most_two_missed"),
}

verdict "gate" {
  name = { zh = "可以申报", en = "May apply" }, clause = "表Ⅱ-2 提示", of = county,
  holds = all_of { requirement "all_schools" },
}
