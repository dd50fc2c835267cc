-- Changsha (Hunan): shares of its schools that meet the province's standard, by 2018 and by 2020.

pack "local/430100-changsha/schools" {
  name     = { zh = "长沙市义务教育标准化学校建设目标", en = "Changsha: schools brought up to standard" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "4301",
  document = document "长教发〔2016〕8号" { title = "长教发〔2016〕8号（标题未见）", issuer = "长沙市教育局" },
  in_force  = "2016-01-01", -- only the year is known
  coverage  = "partial",
  missing   = {
    zh = "所依据的湘教发〔2016〕4号办学标准、湘教发〔2012〕14号教学点标准的内容未见，按学校评定结果取数；文件标题和印发日期未见，取年初",
    en = "what the province's standards of schools (湘教发〔2016〕4号) and of teaching points (湘教发〔2012〕14号) ask was not seen, what was judged is "
      .. "read; nor title and day, hence the first day of the year",
  },
  certainty = "single_source",
  files = { "schools" },
}
