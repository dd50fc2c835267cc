-- Until the end of 2026 old schools may have primary classes of up to 48. 限期放宽：建成较早的学校小学班额。
overlay "990000-sample/classes-2024" {
  on = "national/quality-balance-2017",
  name = { zh = "样例省班额过渡办法", en = "Class sizes in Sample Province, for a time" },
  document = document "样教〔2023〕20号" { title = "班额过渡办法" },
  in_force = "2024-01-01",
  region = "99",
  contract = "may_relax",
}

relax "class_size.at_most.primary" {
  was = 45, now = 48, when = school.built_year:at_most(2010), clause = "第二条",
  until_date = "2027-01-01",  -- the first day without it: 2026-12-31 is the last 失效之日，最后一天是 2026-12-31
  duty = { zh = "2026年底前降到45人", en = "45 by the end of 2026" },
}
