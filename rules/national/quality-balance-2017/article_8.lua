-- 第八条 教育质量: the nine items of quality. All must be met.

section "quality" { name = { zh = "教育质量", en = "Quality" }, clause = "第八条" }

-- （一） who began grade 7 three years ago is still there
indicator "junior_retention" {
  name = { zh = "初中三年巩固率", en = "Junior students kept over three years" },
  clause = "第八条（一）", of = county, unit = "percent", certainty = "provincial",
  only_where = county.junior_entrants:above(0),
  measure = (county.junior_graduates - county.junior_transferred_in + county.junior_transferred_out)
    / (county.junior_entrants - county.junior_deaths),
  at_least = 95,
  note = { zh = "95%为国家规定；算式见于地方口径", en = "95 % is national; the formula is a local reading" },
}

-- （二）
indicator "disabled_enrolment" {
  name = { zh = "残疾儿童少年入学率", en = "Disabled children at school" },
  clause = "第八条（二）", of = county, unit = "percent", certainty = "provincial",
  only_where = county.disabled_children:above(0),
  measure = (county.disabled_in_special_schools + county.disabled_in_ordinary_schools + county.disabled_taught_at_home)
    / county.disabled_children,
  at_least = 95,
  note = { zh = "95%为国家规定；三类就读方式计入系地方口径", en = "95 % is national; the three ways that count are a local reading" },
}

-- （三）
indicator "charter" {
  name = { zh = "所有学校制定章程", en = "Every school has a charter" },
  clause = "第八条（三）", of = school, only_where = school.is_compulsory,
  holds = school.has_charter, evidence = school.charter_ict_evidence,
}

indicator "ict_management" {
  name = { zh = "所有学校实现管理与教学信息化", en = "Every school manages and teaches with information technology" },
  clause = "第八条（三）", of = school, only_where = school.is_compulsory,
  holds = school.is_ict_managed, evidence = school.charter_ict_evidence,
}

-- （四）
indicator "training_funds" {
  name = { zh = "教师培训经费占学校年度公用经费预算总额比例", en = "Training of teachers in the budget of public funds" },
  clause = "第八条（四）", of = school, unit = "percent", only_where = school.is_compulsory,
  measure = school.training_funds_wan_yuan / school.public_funds_budget_wan_yuan,
  at_least = 5,
}

-- （五）
indicator "ict_use" {
  name = { zh = "教师能熟练运用信息化手段组织教学，设施设备利用率较高", en = "Technology and equipment are used well" },
  clause = "第八条（五）", of = school, only_where = school.is_compulsory,
  holds = school.is_ict_used_well, evidence = school.ict_use_evidence,
}

-- （六）
indicator "moral_culture" {
  name = { zh = "德育工作、校园文化建设水平达到良好以上", en = "Moral education and school culture are good or better" },
  clause = "第八条（六）", of = school, only_where = school.is_compulsory,
  holds = school.is_moral_culture_good, evidence = school.moral_culture_evidence,
}

-- （七）
indicator "curriculum" {
  name = { zh = "课程开齐开足，教学秩序规范", en = "All courses are taught in full and in order" },
  clause = "第八条（七）", of = school, only_where = school.is_compulsory,
  holds = school.is_curriculum_complete, evidence = school.curriculum_evidence,
}

-- （八）
indicator "workload" {
  name = { zh = "无过重课业负担", en = "Students are not overburdened" },
  clause = "第八条（八）", of = school, only_where = school.is_compulsory,
  holds = school.is_workload_light, evidence = school.workload_evidence,
}

-- （九） every monitored subject; the centre for monitoring delivers both figures
indicator "monitored_level" {
  name = { zh = "相关科目学业水平达到Ⅲ级以上", en = "Level III or above in the monitored subjects" },
  clause = "第八条（九）", of = subject,
  measure = subject.attained_level,
  at_least = 3,
  note = { zh = "按学科给出的等级判定；也有按达到Ⅲ级学生占85%以上解读的（地方）",
    en = "judged by the level stated for the subject; some read it as 85 % of students at level III (local)" },
}

indicator "monitored_difference" {
  name = { zh = "相关科目校际差异率低于0.15", en = "Difference between schools below 0.15" },
  clause = "第八条（九）", of = subject,
  measure = subject.difference_rate,
  below = 0.15, -- "低于": 0.15 itself is too much
}

requirement "monitoring_complete" {
  name = { zh = "质量监测各学科均有结果", en = "There is a result for each monitored subject" },
  clause = "第八条（九）", of = county, certainty = "inferred",
  note = { zh = "没有监测结果不等于合格", en = "no result is not a good result" },
  holds = all_of {
    county.monitored_subjects:at_least(1),
    county.monitored_subjects:at_most(count(county.monitoring)),
  },
}
