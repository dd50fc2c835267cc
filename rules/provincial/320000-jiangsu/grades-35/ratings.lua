-- 评估细则: A needs every point of the text for A, C any one of the situations listed for C, B is neither.

section "ratings" { name = { zh = "单项评定", en = "Each rating" }, clause = "评估细则" }

grade "indicator_grade" {
  name = { zh = "单项指标等级", en = "Grade of an indicator" }, clause = "评估细则", of = rating,
  values = {
    { "a", name = { zh = "A达标", en = "A, reached" }, when = rating.grade:is "a" },
    { "b", name = { zh = "B未完全达标", en = "B, not wholly reached" }, when = rating.grade:is "b" },
    { "c", name = { zh = "C不达标", en = "C, not reached" } },
  },
  at_least = "b",
  note = { zh = "以B为界只为显示C，通过所需等级未见", en = "that B is the line only shows who has C; what is needed to pass was not seen" },
}

requirement "two_valued" {
  name = { zh = "只分A、C两级的指标未评为B", en = "What knows only A and C is not rated B" }, clause = "评估细则", of = rating,
  only_where = rating.is_two_valued, holds = rating.grade:is_not "b",
}

section "county" { name = { zh = "评定汇总", en = "All ratings" }, clause = "评估细则" }

-- A rating that is not there is not known: it may still come, and is neither A nor C.
parameter "indicators" { value = 35, clause = "评估细则" }
local function still_to_come(there) return unknown_between(0, 1) * larger(0, parameter "indicators" - there) end

indicator "all_rated" {
  name = { zh = "35项指标均有评定", en = "All 35 indicators are rated" }, clause = "评估细则", of = county,
  measure = count(county.ratings, known(rating.grade)) + still_to_come(count(county.ratings, known(rating.grade))),
  equals = parameter "indicators",
}
indicator "thirteen_two_valued" {
  name = { zh = "只分A、C两级的指标为13项", en = "Thirteen indicators know only A and C" }, clause = "评估细则", of = county,
  measure = count(county.ratings, { is_two_valued = true }) + still_to_come(count(county.ratings)), equals = 13,
}

-- How many A are needed was not seen: all 35 are enough for certain, less leaves it open.
indicator "indicators_reached" {
  name = { zh = "评为A的指标数", en = "Indicators rated A" }, clause = "评估细则", of = county, certainty = "unverified",
  measure = count(county.ratings, { grade = "a" }), at_least = unknown_between(0, 35),
  note = { zh = "通过所需个数未见", en = "how many are needed was not seen" },
}
indicator "indicators_failed" {
  name = { zh = "评为C的指标数", en = "Indicators rated C" }, clause = "评估细则", of = county, certainty = "unverified",
  measure = count(county.ratings, { grade = "c" }), at_most = unknown_between(0, 35),
  note = { zh = "通过所容许的个数未见", en = "how many are allowed was not seen" },
}

verdict "quality_balance_grades" {
  name = { zh = "优质均衡发展评估（35项）", en = "Quality balance by 35 ratings" }, clause = "评估细则", of = county,
  holds = all_of { indicator "all_rated", indicator "thirteen_two_valued", every(county.ratings, requirement "two_valued"),
    indicator "indicators_reached", indicator "indicators_failed" },
}
