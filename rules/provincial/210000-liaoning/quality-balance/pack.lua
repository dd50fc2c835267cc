-- Liaoning: of the provincial measures only the title was seen. What is known of the province for sure is the base
-- quota of public funds that Shenyang's list names as the province's, under its own.

overlay "provincial/210000-liaoning/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "21",
  name     = { zh = "辽宁省义务教育优质均衡发展", en = "Liaoning: quality-balanced compulsory education" },
  document = document "辽政教督室〔2018〕2号" {
    title = "辽宁省义务教育优质均衡发展县（市、区）督导评估实施办法", issuer = "辽宁省人民政府教育督导室",
  },
  in_force  = "2018-01-01",
  coverage  = "partial",
  missing   = { zh = "只见实施办法的标题，正文与国家办法的差异未知", en = "only the title of the measures was seen; how their text differs is not known" },
  certainty = "single_source",
  columns   = { "columns" },
  files     = { "article_7" },
  note = { zh = "施行日未见，以文号年份的第一天计", en = "the day is not known, taken as the first of the year in the number" },
}
