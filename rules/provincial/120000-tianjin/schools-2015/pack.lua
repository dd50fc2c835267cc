-- Tianjin: every compulsory school meets the standard of modern schools by the end of 2015.

pack "provincial/120000-tianjin/schools-2015" {
  name     = { zh = "天津市义务教育学校现代化建设标准（2013—2015年）", en = "Tianjin: standard of modern schools, 2013 to 2015" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "12",
  document = document "天津市义务教育学校现代化建设标准（2013—2015年）" {
    title = "天津市义务教育学校现代化建设标准（2013—2015年）", issuer = "天津市（机关未见）",
  },
  in_force  = "2013-01-01", -- the first year that the title names
  coverage  = "partial",
  missing   = {
    zh = "标准共100条（办学条件、管理、师资、素质教育四部分），除食堂条款外未编入，按学校验收结果取数；文号和印发日期未见，按标题起始年份",
    en = "the standard has 100 articles in four parts (conditions, management, teachers, quality), only that on canteens is here and what was judged of "
      .. "each school is read; nor number and day, hence the first year that the title names",
  },
  certainty = "single_source",
  files = { "schools" },
}
