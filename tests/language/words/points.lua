-- K14, K15, K18 (left out and brought to 100), as in a provincial table of four tiers.
scheme "table" {
  name = { zh = "办学基本标准评估", en = "Assessment table" }, clause = "30", of = school, total = 100, at_least = 60, not_applicable = "rescale",
  parts = {
    part "setting" { name = "设置", points = 20, items = {
      item "layout" { name = "学校设置", clause = "一1", points = 5, tiers = { by = school.tier, first = 5, second = 3, third = 1, fourth = 0 } },
      item "classes" { name = "规模班额", clause = "一2", points = 15, holds = school.classes:at_most(24) },
    } },
    part "buildings" { name = "校舍", points = 80, items = {
      item "rooms" { name = "教室", clause = "二1", points = 40, score = school.room_score * 4 },
      item "boarding" { name = "寄宿", clause = "二2", points = 40, only_where = school.has_boarders, holds = school.has_court },
    } },
  },
}

-- K16: bands without gaps; K18: the points are given.
scheme "bands" {
  name = "基本办学条件", clause = "31", of = school, total = 8, at_least = 5, not_applicable = "award",
  items = {
    item "area" { name = "校舍面积", points = 5, of_standard = school.area_m2 / (school.students * number("4.5", "m2/student")),
      bands = { { percent(100), percent(100) }, { percent(80), percent(80) }, { percent(60), percent(50) } } },
    item "dormitory" { name = "宿舍", points = 3, only_where = school.has_boarders, holds = school.has_court },
  },
}

-- K17: deductions with caps; K18: nothing is taken off.
scheme "deductions" {
  name = "入学机会", clause = "32", of = county, total = 20, at_least = 16, not_applicable = "no_deduction",
  items = {
    item "enrolment" { name = "入学率", points = 10, deduct = { { per = 1, below = "99.5", of = county.rate_percent, take = 1 } } },
    item "support" { name = "帮扶制度", points = 4,
      deduct = { { when = ~county.has_system, take = "all" }, { when = county.is_incomplete, take = 2 } } },
    item "growth" { name = "增长", points = 3, deduct = {
      { times = count(county.history, ~history.is_growing), take = 1, at_most = 2 },
    } },
    item "dropout" { name = "辍学率", points = 3, only_where = county.has_boarders,
      deduct = { { per = "0.5", above = "1.8", of = county.dropout_percent, take = "0.5", whole = true, at_most = 1 } } },
  },
}

-- K14: points of the document that were not seen: 40 of 170.
scheme "seen" {
  name = "组织领导", clause = "33", of = county, total = 170, at_least = 102, unseen = 130,
  items = {
    item "plan" { name = "优先发展", points = 20, holds = county.has_plan },
    item "duty" { name = "责任落实", points = 20, score = county.judged_points },
  },
}
scheme "seen_low" {
  name = "组织领导（低分线）", clause = "33", of = county, total = 170, at_least = 30, unseen = 130,
  items = {
    item "plan" { name = "优先发展", points = 20, holds = county.has_plan },
    item "duty" { name = "责任落实", points = 20, score = county.judged_points },
  },
}

-- K19, K21: a minimum for each section, a starred item; the whole is high enough.
scheme "sections" {
  name = { zh = "管理标准化", en = "Management" }, clause = "34", of = county, total = 100, at_least = 85,
  parts = {
    part "one" { name = { zh = "第一部分", en = "Part one" }, points = 40, at_least = percent(85), items = {
      item "x" { name = "甲", points = 20, score = county.judged_points },
      item "y" { name = "乙", points = 20, holds = county.has_plan },
    } },
    part "two" { name = { zh = "第二部分", en = "Part two" }, points = 60, items = {
      item "z" { name = { zh = "丙", en = "Item z" }, points = 10, starred = true, holds = county.has_system },
      item "w" { name = "丁", points = 50, deduct = { { per = 1, below = 98, of = county.rate_percent, take = 10 } } },
    } },
  },
}
requirement "prerequisites" { name = "前置条件与评分", clause = "34", of = county, holds = all_of { scheme "sections", scheme "seen_low" } }

-- Tiers that are computed: the values of a grade.
scheme "graded" { name = "按等级计分", clause = "35", of = school, total = 6, at_least = 4,
  items = { item "standard" { name = "标准", points = 6, tiers = { by = grade "school_standard", met = 6, basic = 4, unmet = 0 } } } }

-- A pass mark that is not known: nobody passes below its upper end, nobody fails above its lower.
scheme "mark_unknown" { name = "分线不明", clause = "36", of = county, total = 20, at_least = unknown_between(10, 15),
  items = { item "s" { name = "评分", points = 20, score = county.judged_points } } }
