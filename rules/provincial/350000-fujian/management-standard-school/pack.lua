-- Fujian: schools whose management is up to standard. Each of six duties by itself, and six things that come before them.

pack "provincial/350000-fujian/management-standard-school" {
  name     = { zh = "福建省义务教育管理标准化学校", en = "Fujian: schools of standard management" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "35",
  document = document "福建省“义务教育管理标准化学校”评估办法（修订）" {
    title = "福建省“义务教育管理标准化学校”评估办法（修订）、评估标准（修订）", issuer = "福建省教育厅",
  },
  in_force  = "2020-01-01", -- in April 2019 the trial version was still named; the day of the revision was not seen
  coverage  = "partial",
  missing   = {
    zh = "六项管理职责下的分值和评分细则、六个前置条件的内容未见，按得分率和符合项数取数；印发日和文号未见，"
      .. "2019年4月的县方案仍引用试行标准，故取2020年初；标准化示范学校另有规定，未编入",
    en = "the points and items of the six duties and what the six prerequisites are were not seen: shares of points and numbers of "
      .. "prerequisites are read; nor day and number: a county's plan of April 2019 still names the trial standard, hence the first day "
      .. "of 2020; model schools have rules of their own and are not encoded",
  },
  certainty = "single_source",
  files = { "rules" },
}
