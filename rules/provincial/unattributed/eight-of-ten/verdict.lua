-- Eight of ten for each school, nothing below 60 %; then all schools.

section "gate" { name = { zh = "达标判定", en = "Decision" }, clause = "达标规则" }

requirement "eight_of_ten" {
  name = { zh = "十项中八项以上达标，其余不低于省标准的60%", en = "Eight of ten, the others at 60 % of the standard" },
  clause = "达标规则", of = stage, only_where = stage.is_judged,
  holds = at_least_n { 8, of = section "ten", others_at_least = percent(60) },
}

verdict "gate" {
  name = { zh = "所有学校达到办学基本标准", en = "All schools reach the basic standard" }, clause = "达标规则", of = county, certainty = "inferred",
  note = { zh = "要求所有学校达标，系按国家办法推断", en = "that all schools must is concluded from the national measures" },
  holds = every(county.stages, requirement "eight_of_ten"),
}
