-- 第十条: any one of these alone refuses recognition.

section "vetoes" { name = { zh = "一票否决", en = "Vetoes" }, clause = "第十条" }

veto "exam_admission" {
  name = { zh = "以考试方式招生", en = "Admission by examination" },
  clause = "第十条（一）", of = county,
  when = county.has_exam_admission, evidence = county.exam_admission_evidence,
}

veto "school_choice" {
  name = { zh = "存在违规择校行为", en = "School choice in breach of the rules" },
  clause = "第十条（二）", of = county,
  when = county.has_illegal_school_choice, evidence = county.school_choice_evidence,
}

veto "key_schools_or_classes" {
  name = { zh = "存在重点学校或重点班", en = "Key schools or key classes" },
  clause = "第十条（三）", of = county,
  when = county.has_key_schools_or_classes, evidence = county.key_schools_evidence,
}

veto "unfilled_posts" {
  name = { zh = "存在有编不补或长期聘用编外教师", en = "Vacant posts, or lasting use of teachers without posts" },
  clause = "第十条（四）", of = county,
  when = county.has_unfilled_posts, evidence = county.unfilled_posts_evidence,
}

veto "major_incident" {
  name = { zh = "教育系统存在重大安全责任事故和严重违纪违法事件", en = "Major safety incident or serious breach of law" },
  clause = "第十条（五）", of = county, certainty = "inferred",
  note = { zh = "两类情形有其一即否决（推断）", en = "either of the two is taken as a veto (inferred)" },
  when = county.has_major_incident, evidence = county.major_incident_evidence,
}

veto "falsification" {
  name = { zh = "有弄虚作假行为", en = "Falsification" },
  clause = "第十条（六）", of = county,
  when = county.has_falsification, evidence = county.falsification_evidence,
}
