-- Rongcheng (Shandong), as its recommendation form of 2021 puts it: every indicator, every school.

overlay "local/371082-rongcheng/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "371082",
  name     = { zh = "荣成市义务教育优质均衡先行创建", en = "Rongcheng: pioneer of quality-balanced compulsory education" },
  document = document "荣成市先行创建推荐表（2021年）" {
    title = "义务教育优质均衡先行创建县（市、区）推荐表", issuer = "山东省威海市荣成市", date = "2021-11-25",
  },
  in_force  = "2021-11-25",
  coverage  = "complete",
  certainty = "single_source",
  contract  = "tighten_only",
  note = { zh = "推荐表未写日期，以教育部办公厅通知之日计；表中数字栏为空", en = "the form has no day, taken as that of the ministry's notice; its figures are blank" },
}

-- 项项达标、校校达标: no exception, so the floor of 85 % has nothing left to judge
change "school_resources.n" {
  was = 6, now = 7, clause = "创建目标",
  note = { zh = "七项全部达标，不设余项", en = "all seven, none may fall short" },
}

change "disabled_enrolment.at_least" { was = 95, now = 100, clause = "创建工作情况" }
