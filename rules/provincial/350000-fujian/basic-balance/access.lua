-- A1 入学机会: six items, 20 points.

section "access" { name = { zh = "入学机会", en = "Access" }, clause = "A1" }

-- C1
indicator "primary_enrolment" {
  name = { zh = "小学适龄人口按时入学", en = "All of primary age are enrolled in time" }, clause = "A1-C1", of = county,
  holds = county.are_all_primary_enrolled,
}
indicator "junior_enrolment" {
  name = { zh = "初中入学率", en = "Enrolled in junior schools" }, clause = "A1-C1", of = county, unit = "percent",
  measure = county.junior_enrolment_percent, at_least = 96,
}

-- C2
indicator "in_plans" {
  name = { zh = "纳入发展规划", en = "In the plans" }, clause = "A1-C2", of = county,
  holds = all_of { county.is_resident_population_planned, county.are_migrants_treated_alike, county.may_migrants_sit_local_exams },
}

-- C3
indicator "in_budgets" {
  name = { zh = "纳入财政保障", en = "In the budget" }, clause = "A1-C3", of = county,
  holds = all_of { county.are_migrants_funded, county.are_private_schools_funded_alike },
}

-- C4
indicator "left_behind_care" {
  name = { zh = "留守儿童管理制度", en = "Care for left-behind children" }, clause = "A1-C4", of = county,
  holds = all_of { county.has_left_behind_files, county.has_left_behind_pairing, county.has_home_contact, county.has_counselling },
}

-- C5: three kinds of disability, 6 to 14 years old; 92, where the nation's measures are said to ask 80
indicator "disabled_enrolment" {
  name = { zh = "三类残疾人口义务教育入学率", en = "Disabled children enrolled" }, clause = "A1-C5", of = county, unit = "percent",
  measure = county.three_types_disabled_percent, at_least = 92,
}

-- C6
indicator "senior_quota" {
  name = { zh = "优质高中名额分配比例", en = "Places of good senior schools given to junior schools" },
  clause = "A1-C6", of = county, unit = "percent",
  measure = in_year(county.county_years, county_year.quota_share_percent, 0), at_least = 30,
}
indicator "senior_quota_rising" {
  name = { zh = "名额分配比例逐步提高", en = "The share of these places grows" }, clause = "A1-C6", of = county, certainty = "inferred",
  holds = rising(county.county_years, county_year.quota_share_percent, 1),
  note = { zh = "“逐步提高”按不低于上一年计（推断）", en = "\"growing step by step\" is taken as not below last year's (inferred)" },
}
indicator "senior_entry" {
  name = { zh = "应届初中毕业生升学比例", en = "Graduates who go on to senior schools" }, clause = "A1-C6", of = county, unit = "percent",
  measure = county.senior_entry_percent, at_least = 92,
}

section "points" { name = { zh = "A1得分", en = "Points of A1" }, clause = "A1" }

-- Who reaches the standard has all points; below it a person gives them. That is inferred: the sheet has the points only.
local function scored(id, zh, en, clause, points, reached, given)
  return item(id) { name = { zh = zh, en = en }, clause = clause, points = points, score = choose(reached, points, given) }
end

scheme "access" {
  name = { zh = "入学机会得分", en = "Points for access" },
  clause = "A1", of = county, total = 20, at_least = unknown_between(0, 20), certainty = "inferred",
  note = { zh = "计分办法和合格线未见；达标得满分系推断", en = "neither how points are given nor a pass mark was seen; all points for the standard is inferred" },
  items = {
    scored("enrolment", "入学率", "Enrolment", "A1-C1", 5,
      indicator "primary_enrolment" & indicator "junior_enrolment", county.enrolment_points),
    scored("planning", "纳入发展规划", "In the plans", "A1-C2", 2, indicator "in_plans", county.planning_points),
    scored("funding", "纳入财政保障", "In the budget", "A1-C3", 2, indicator "in_budgets", county.funding_points),
    scored("care", "管理制度", "Left-behind children", "A1-C4", 4, indicator "left_behind_care", county.care_points),
    scored("disabled", "残疾人口入学率", "Disabled children", "A1-C5", 3, indicator "disabled_enrolment", county.disabled_points),
    scored("admission", "招生政策", "Admission to senior schools", "A1-C6", 4,
      all_of { indicator "senior_quota", indicator "senior_quota_rising", indicator "senior_entry" }, county.admission_points),
  },
}

section "result" { name = { zh = "基本均衡", en = "Basic balance" }, clause = "A1" }

verdict "access_in_full" {
  name = { zh = "A1各项标准全部达到", en = "Every standard of A1 is reached" }, clause = "A1", of = county, certainty = "inferred",
  note = { zh = "供查漏用，不影响判定", en = "to find gaps, decides nothing" },
  holds = all_of { section "access" },
}

verdict "basic_balance" {
  name = { zh = "县域义务教育均衡发展", en = "Balanced compulsory education" }, clause = "A1", of = county,
  holds = all_of { scheme "access" },
}
