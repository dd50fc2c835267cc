-- Second assessment: the county government's work, 17 indicators in four aspects, 100 points, pass mark 85. The
-- points of each indicator are the province's and differ from one to the next, so the pack judges the total that
-- was given; a province's scheme is put in its place by an overlay (the head of pack.lua says where).
--
-- The 17, of which the first eight are known from a province's table and the others from memory:
--   入学机会 access      1 migrant children in plans and budgets, 2 left-behind children, 3 disabled children
--                        enrolled (80 %), 4 places of good senior schools given to junior schools grow each year
--   保障机制 guarantee   5 responsibility and accountability, 6 a budget line and the three increases in each of
--                        three years, 7 weak schools, 8 the rural transfer's share for compulsory education
--   教师队伍 teachers    9 performance pay, 10 subject teachers and posts, 11 rotation, 12 training and its funds
--   质量与管理 quality   13 all courses, 14 retention, 15 physical health, 16 no key schools or classes, school
--                        choice curbed, 17 no excessive workload

section "government" {
  name = { zh = "县级政府推进均衡发展工作", en = "The county government's work on balance" }, clause = "第六条",
  note = { zh = "条文未见全文，条号系推断", en = "the text was not seen whole; the number of the article is inferred" },
}

indicator "government_indicators" {
  name = { zh = "政府工作评估指标全部评分", en = "All indicators of the government's work are scored" },
  clause = "第六条", of = county,
  measure = county.government_indicators_scored,
  at_least = 17,
  note = { zh = "4个方面17项为国家规定，本省可以增加；全部评分才可对照及格线（推断）",
    en = "four aspects, 17 indicators; a province may add some. That all must be scored before the total counts is inferred" },
}

indicator "government_work" {
  name = { zh = "政府工作评估得分", en = "Points for the government's work" },
  clause = "第六条", of = county,
  measure = county.government_work_score,
  at_least = 85,
  note = { zh = "总分100分；各项分值由省确定。一份材料把总分误印为1000分",
    en = "of 100; the points of each item are the province's. One text misprints the total as 1000" },
}

requirement "government_passed" {
  name = { zh = "政府推进均衡发展工作达标", en = "The government's work passes" },
  clause = "第六条", of = county,
  holds = all_of { indicator "government_indicators", indicator "government_work" },
}
