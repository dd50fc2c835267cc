-- Four vetoes. They join the section of the national pack that the verdict asks.

veto "three_increases" {
  name = { zh = "三个增长近三年有一年不达标", en = "The three increases missed in one of three years" },
  clause = "三（四）（1）", of = county, section = section "vetoes",
  when = any_of_last(3, county.county_years, ~county_year.has_three_increases, -1),
  note = { zh = "近三年按评估当年之前的三个年度计（推断）", en = "the three years before that of the assessment (inferred)" },
}

veto "major_incident" {
  name = { zh = "教育系统出现重大安全责任事故和严重违纪违规事件", en = "Major incident or serious breach of rules in education" },
  clause = "三（四）（2）", of = county, section = section "vetoes", effect = "bars",
  when = county.has_major_incident, evidence = county.major_incident_evidence,
  note = { zh = "不得申报；两类情形有其一即是（推断）", en = "the county may not apply; either of the two is enough (inferred)" },
}

veto "disabled_enrolment" {
  name = { zh = "残疾儿童少年义务教育入学率不达标", en = "Enrolment of disabled children below the standard" },
  clause = "三（四）（3）", of = county, section = section "vetoes",
  when = ~county.has_disabled_enrolment_met, evidence = county.disabled_enrolment_evidence,
  note = { zh = "达标线未写，按评估结论录入", en = "the line is not stated; the result of the assessment is" },
}

veto "weak_schools" {
  name = { zh = "未完成义务教育薄弱学校改造任务", en = "Works on weak schools are not finished" },
  clause = "三（四）（4）", of = county, section = section "vetoes",
  when = ~county.has_finished_weak_schools, evidence = county.weak_schools_evidence,
}
