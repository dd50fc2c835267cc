overlay "990000-sample/quality-balance-2022" {
  on = "national/quality-balance-2017",
  name = { zh = "样例省优质均衡评估细则", en = "Rules of Sample Province" },
  version = "1.0.0",
  document = document "样政〔2021〕9号" { title = "样例省优质均衡评估细则", issuer = "样例省", date = "2021-12-01" },
  in_force = "2022-01-01",
  region = "99",
}

-- More for students of special schools; smaller classes in primary schools.
change "special_education_funds_per_student.at_least" { was = 6000, now = 7000, clause = "第三条" }
change "class_size.at_most.primary" { was = 45, now = 44, clause = "第五条" }
