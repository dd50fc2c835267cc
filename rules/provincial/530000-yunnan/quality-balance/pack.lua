-- Yunnan repeats articles 5 to 10 of the national measures, asks for more training funds, and sets
-- itself shares of counties for 2025, 2030 and 2035.

overlay "provincial/530000-yunnan/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "53",
  name     = { zh = "云南省义务教育优质均衡发展", en = "Yunnan: quality-balanced compulsory education" },
  document = document "云政办发〔2022〕49号" {
    title = "云南省义务教育优质均衡发展实施方案", issuer = "云南省人民政府办公厅",
  },
  in_force  = "2022-07-08",
  coverage  = "complete",
  certainty = "single_source",
  contract  = "tighten_only",
  columns   = { "columns" },
  note = { zh = "文号见于怒江州方案；施行日以公布页日期计", en = "the number is known from Nujiang's plan; the day is that of the page that published it" },
}

-- 17
change "training_funds.at_least" {
  was = 5, now = 10, clause = "17",
  note = { zh = "公用经费的10%用于教师培训", en = "a tenth of public funds for the training of teachers" },
}

-- 13
indicator "daily_sport" {
  name = { zh = "每天校内体育锻炼时间", en = "Sport at school each day" },
  clause = "13", of = school, unit = "hour", section = section "quality", only_where = school.is_compulsory,
  measure = school.daily_sport_hours,
  at_least = 1,
}

-- 19
indicator "yearly_report" {
  name = { zh = "县级政府每年听取义务教育工作汇报", en = "The county's government hears a report each year" },
  clause = "19", of = county, section = section "government",
  measure = county.compulsory_education_reports,
  at_least = 1,
}

-- 1: shares of counties
target "quality_balance_2025" {
  name = { zh = "2025年优质均衡县比例", en = "Share of quality-balanced counties, 2025" }, clause = "1",
  counts = verdict "quality_balance", region = "53", by = "2025-12-31",
  ensure = percent(20), strive = percent(30),
}
target "quality_balance_2030" {
  name = { zh = "2030年优质均衡县比例", en = "Share of quality-balanced counties, 2030" }, clause = "1",
  counts = verdict "quality_balance", region = "53", by = "2030-12-31",
  strive = percent(70),
}
target "quality_balance_2035" {
  name = { zh = "2035年所有县优质均衡", en = "All counties quality-balanced, 2035" }, clause = "1",
  counts = verdict "quality_balance", region = "53", by = "2035-12-31",
  ensure = percent(100),
}
