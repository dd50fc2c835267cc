-- A1 入学机会 20, A2 保障机制 25. The points of single items were not seen: each part is one item from which all its
-- deductions are taken, and an item that falls to nothing takes an unknown number of points.

section "points" { name = { zh = "扣分", en = "Deductions" }, clause = "评估指标" }

-- What an item loses that falls to nothing: its points were not seen, at most they are the whole of its part.
local function lost(condition, most) return choose(condition, unknown_between(0, most), 0) end

-- How many of the last three years had negative growth.
local function negative(growth)
  local function in_the_year(ago) return choose(in_year(county.funds_history, growth, ago):below(0), 1, 0) end
  return in_the_year(0) + in_the_year(-1) + in_the_year(-2)
end
quantity "negative_appropriation_years" { of = county, name = { zh = "拨款负增长年数", en = "years of negative growth: appropriations" },
  clause = "A2 三个增长", value = negative(funds_year.appropriation_growth_percent) }
quantity "negative_cost_years" { of = county, name = { zh = "生均教育费用负增长年数", en = "years of negative growth: costs" },
  clause = "A2 三个增长", value = negative(funds_year.cost_growth_percent) }
quantity "negative_public_funds_years" { of = county, name = { zh = "工资和公用经费负增长年数", en = "years of negative growth: pay and public funds" },
  clause = "A2 三个增长", value = negative(funds_year.public_funds_growth_percent) }

parameter "migrant_points" { value = 2, clause = "A1 随迁子女" }

scheme "supervision" {
  name = { zh = "督导评估得分（所见部分）", en = "Points, what was seen" }, clause = "评估指标", of = county,
  total = 45, at_least = unknown_between(0, 45), certainty = "unverified",
  note = { zh = "合格线未见", en = "the pass mark was not seen" },
  parts = {
    part "access" { name = { zh = "入学机会", en = "Access" }, clause = "A1", points = 20, items = {
      item "access" { name = { zh = "入学机会", en = "Access" }, clause = "A1", points = 20, certainty = "inferred",
        note = { zh = "不足1个百分点按1个计（推断）", en = "a part of a point of percentage counts as one (inferred)" }, deduct = {
        { per = 1, below = "99.5", of = county.primary_enrolment_percent, take = 1 },
        { per = 1, below = 99, of = county.junior_gross_percent, take = 1 },
        { per = 1, below = 80, of = county.disabled_enrolment_percent, take = 1 },
        { times = lost(county.primary_dropout_percent:above("0.6"), 20), take = 1 },
        { times = lost(county.junior_dropout_percent:above("1.8"), 20), take = 1 },
        { when = county.assistance_system:is "weak", take = 2 },
        { times = lost(county.assistance_system:is "none", 20), take = 1 },
        { times = parameter "migrant_points" - county.migrant_inclusion_points, take = 1 },
      } },
    } },
    part "guarantees" { name = { zh = "保障机制", en = "Guarantees" }, clause = "A2", points = 25, items = {
      item "guarantees" { name = { zh = "保障机制", en = "Guarantees" }, clause = "A2", points = 25, certainty = "inferred",
        note = { zh = "“3年年均负增长为0分”按三年均为负增长计（推断）；转移支付不足的扣法未见", en = "\"nothing for negative growth over three years\" is taken as in each of them (inferred); what is taken off for too few transfers was not seen" }, deduct = {
        { times = county.negative_appropriation_years, take = 1 },
        { times = county.negative_cost_years, take = 1 },
        { times = county.negative_public_funds_years, take = 1 },
        { times = lost(county.negative_appropriation_years:at_least(3) | county.negative_cost_years:at_least(3)
          | county.negative_public_funds_years:at_least(3), 25), take = 1 },
        { times = lost(county.reform_transfer_percent:below(50), 25), take = 1 },
        { times = choose(county.funds_provision:is "weak", unknown_between(1, 2), 0), take = 1 },
        { times = lost(county.funds_provision:is "none", 25), take = 1 },
        { when = ~county.has_standard_school_construction, take = 2 },
      } },
    } },
  },
}
