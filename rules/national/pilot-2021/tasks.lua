-- 三（一）: what those counties have to reach, as far as it can be judged.

section "tasks" { name = { zh = "基本任务", en = "Basic tasks" }, clause = "三（一）" }

indicator "school_conditions" {
  name = { zh = "办学条件校校达标", en = "Every school meets the conditions" },
  clause = "三（一）", of = county,
  holds = county.all_schools_meet_conditions, evidence = county.school_conditions_evidence,
  note = { zh = "通知未写数量标准，以标准化建设台账为据；七项指标见教督〔2017〕6号",
    en = "no number in the notice; a register of schools is the evidence. The seven indicators are those of 教督〔2017〕6号" },
}

indicator "social_recognition" {
  name = { zh = "社会认可度", en = "Social recognition" },
  clause = "三（一）", of = county, unit = "percent",
  measure = county.social_recognition_percent,
  at_least = 85,
}

verdict "basic_tasks" {
  name = { zh = "完成先行创建基本任务", en = "Basic tasks are done" },
  clause = "三（一）", of = county,
  holds = all_of { section "tasks" },
}
