-- A province raises one number of the national standard. 省级叠加包：只改一个数。
overlay "990000-sample/funds-2025" {
  on = "national/quality-balance-2017",
  name = { zh = "样例省特殊教育经费标准", en = "Special education funds in Sample Province" },
  document = document "样教〔2024〕8号" { title = "关于提高特殊教育公用经费标准的通知" },
  in_force = "2025-01-01",
  region = "99",
}

change "special_education_funds_per_student.at_least" { was = 6000, now = 7500, clause = "第一条" }
