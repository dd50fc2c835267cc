-- A1 组织领导. A part that is not done costs its points; parts of them may be taken off, so each is given by a person.

section "a1" { name = { zh = "组织领导", en = "Organisation and leadership" }, clause = "A1" }

quantity "leadership_points" {
  of = county, name = { zh = "A1-B1得分", en = "points of A1-B1" }, clause = "A1-B1",
  value = county.development_plan_points + county.six_priorities_points + county.accountability_points
    + county.departments_points + county.long_term_points,
}

scheme "leadership" {
  name = { zh = "领导职责", en = "Duties of leaders" },
  clause = "A1-B1", of = county, total = 40, at_least = unknown_between(0, 40),
  note = { zh = "没有单项合格线", en = "no pass mark of its own" },
  parts = {
    part "priority" {
      name = { zh = "优先发展", en = "Education comes first" }, clause = "A1-B1-C1", points = 20,
      items = {
        item "plan" { name = { zh = "制定教育发展规划并纳入县总体规划", en = "A plan, part of the county's plan" }, clause = "A1-B1-C1", points = 10,
          score = county.development_plan_points },
        item "six_priorities" { name = { zh = "总体规划体现“六个优先”", en = "The county's plan shows the six priorities" }, clause = "A1-B1-C1", points = 10,
          score = county.six_priorities_points },
      },
    },
    part "responsibility" {
      name = { zh = "责任落实", en = "Duties are carried out" }, clause = "A1-B1-C2", points = 20,
      items = {
        item "accountability" { name = { zh = "责任、监督和问责制度", en = "Duty, supervision, accountability" }, clause = "A1-B1-C2", points = 5,
          score = county.accountability_points },
        item "departments" { name = { zh = "各部门责任明确、工作落实", en = "Each department knows and does its duty" }, clause = "A1-B1-C2", points = 5,
          score = county.departments_points },
        item "long_term" { name = { zh = "长效机制", en = "A lasting way of working" }, clause = "A1-B1-C2", points = 10,
          score = county.long_term_points },
      },
    },
  },
}

-- 40 of 170: the other 130 may be anything, and so may the pass mark.
scheme "organisation" {
  name = { zh = "组织领导", en = "Organisation and leadership" },
  clause = "A1", of = county, total = 170, at_least = unknown_between(0, 170), unseen = 130,
  note = { zh = "A1另外130分和合格线未见", en = "the other 130 points and the pass mark were not seen" },
  items = {
    item "leadership" { name = { zh = "领导职责", en = "Duties of leaders" }, clause = "A1-B1", points = 40, score = county.leadership_points },
  },
}

verdict "basic_balance" {
  name = { zh = "县域义务教育均衡发展", en = "Balanced compulsory education" }, clause = "A1—A4", of = county,
  holds = all_of { scheme "leadership", scheme "organisation" },
}
