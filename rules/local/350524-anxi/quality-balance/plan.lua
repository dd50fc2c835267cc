-- 三、工作措施. What repeats the nation (rotation 10 % and 20 %, half of the places of good senior schools, 6000 yuan
-- for special schools, pay) is not written again.

-- （二）4, （四）3: by 2020
indicator "paired_network" {
  name = { zh = "“一校带多校”网络全覆盖", en = "Networks in which one school leads several reach all" },
  clause = "三（二）4", of = county, unit = "percent", section = section "quality", in_force = "2020-12-31",
  measure = county.paired_network_percent, at_least = 100,
  note = { zh = "原文为“基本实现全覆盖”，按100%计（推断）", en = "\"practically all\" in the text, taken as 100 % (inferred)" },
  certainty = "inferred",
}
indicator "arts_conditions" {
  name = { zh = "美育办学条件达到高标准配备", en = "Equipment for the arts at the high level" },
  clause = "三（四）3", of = county, section = section "quality", in_force = "2020-12-31",
  holds = county.is_arts_equipped_high, evidence = county.arts_equipment_evidence,
}

-- （三）1: training funds of the county, of the school
indicator "county_training_funds" {
  name = { zh = "县级教师培训经费占教职工工资总额比例", en = "The county's training funds among all wages of staff" },
  clause = "三（三）1", of = county, unit = "percent", section = section "government",
  measure = county.county_training_funds_wan_yuan / county.staff_wages_wan_yuan,
  at_least = "2.5",
}
change "training_funds.measure" {
  was = school.training_funds_wan_yuan / school.public_funds_budget_wan_yuan,
  now = school.training_funds_wan_yuan / school.daily_public_funds_wan_yuan,
  clause = "三（三）1",
  note = { zh = "以年度日常公用经费总额为分母", en = "of the yearly daily public funds, not of the budget" },
}
indicator "worked_in_two_schools" {
  name = { zh = "新聘校长、高级职称教师和名师具有两所学校任职经历", en = "New heads, senior and master teachers have worked in two schools" },
  clause = "三（三）1", of = county, unit = "percent", section = section "government",
  only_where = county.newly_appointed_leaders:above(0),
  measure = county.newly_appointed_with_two_schools / county.newly_appointed_leaders,
  at_least = 100,
  note = { zh = "“至少两所”由各县按人核定，此处计已具备者的比例", en = "at least two schools, counted by person; here the share of those who have" },
}

-- （三）3
indicator "continuing_education" {
  name = { zh = "教师继续教育培训完成率", en = "Continuing education completed" },
  clause = "三（三）3", of = county, unit = "percent", section = section "government",
  measure = county.continuing_education_percent, at_least = 100,
}

-- （三）4
indicator "rural_pay" {
  name = { zh = "乡村教师实际工资收入不低于同职级城镇教师", en = "Rural teachers earn no less than urban ones of the same rank" },
  clause = "三（三）4", of = county, section = section "government",
  holds = county.is_rural_pay_equal, evidence = county.rural_pay_evidence,
}

-- （四）3
indicator "daily_sport" {
  name = { zh = "每天在校锻炼时间", en = "Sport at school each day" },
  clause = "三（四）3", of = school, unit = "hour", section = section "quality", only_where = school.is_compulsory,
  measure = school.daily_sport_hours, at_least = 1,
}

-- （五）1
change "junior_retention.at_least" { was = 95, now = 97, clause = "三（五）1" }

-- （六）3
change "disabled_enrolment.at_least" { was = 95, now = 96, clause = "三（六）3" }

-- （六）4: allowances, by student and year
indicator "meal_allowance" {
  name = { zh = "寄宿生营养餐补助", en = "Meal allowance of boarders" },
  clause = "三（六）4", of = county, unit = "yuan/student", section = section "government",
  measure = county.meal_allowance_yuan, at_least = 1000,
}
indicator "boarding_allowance_primary" {
  name = { zh = "困难寄宿生生活补助（小学）", en = "Living allowance of poor boarders, primary" },
  clause = "三（六）4", of = county, unit = "yuan/student", section = section "government",
  measure = county.boarding_allowance_primary_yuan, at_least = 1000,
}
indicator "boarding_allowance_junior" {
  name = { zh = "困难寄宿生生活补助（初中）", en = "Living allowance of poor boarders, junior" },
  clause = "三（六）4", of = county, unit = "yuan/student", section = section "government",
  measure = county.boarding_allowance_junior_yuan, at_least = 1250,
}

-- （七）1
indicator "three_increases" {
  name = { zh = "教育经费“三个增长”", en = "The three increases of funds for education" },
  clause = "三（七）1", of = county, section = section "government",
  holds = county.has_three_increases, evidence = county.three_increases_evidence,
}
