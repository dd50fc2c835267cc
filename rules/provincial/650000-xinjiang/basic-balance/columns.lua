-- columns.lua - points that the assessors give, item by item. The county's, though schools assess themselves by the same sheet.

local function points(id, zh, en, max)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", scale = 2, max = max, note = "由评估人给分，未做到的分项扣分" }
end

column_of "counties" {
  points("development_plan_points", "教育发展规划并纳入县总体规划得分", "points: a plan for education, part of the county's plan", 10),
  points("six_priorities_points", "总体规划体现“六个优先”得分", "points: the county's plan shows the six priorities", 10),
  points("accountability_points", "责任、监督和问责制度得分", "points: duty, supervision and accountability", 5),
  points("departments_points", "各部门责任明确、工作落实得分", "points: each department knows and does its duty", 5),
  points("long_term_points", "工作长效机制得分", "points: a lasting way of working", 10),
}
