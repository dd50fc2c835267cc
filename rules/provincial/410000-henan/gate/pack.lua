-- Henan: the form by which a school's conditions are scored before its county may be put forward.
-- Five sections, 100 points, four tiers for each item; sections one and two were seen, and of two not all.

pack "provincial/410000-henan/gate" {
  name     = { zh = "河南省义务教育学校办学基本标准评估表（试行）", en = "Henan: basic standards of schools, scoring form (trial)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "41",
  document = document "河南省义务教育学校办学基本标准评估表（试行）" {
    title = "河南省义务教育学校办学基本标准评估表（试行）", issuer = "河南省教育厅",
  },
  in_force  = "2013-01-01", -- in use in 2013; its day and number were not seen
  coverage  = "partial",
  missing   = {
    zh = "第三至第五部分（50分）、第二部分其余项目的分项（9分）、各档的划分（注3）和学校合格分数线均未见；完全中学、十二年一贯制学校如何计算未见，未编入；文号和印发日期未见，按2013年已使用取年初",
    en = "sections three to five (50 points), how the last 9 points of section two are divided, what makes a tier (note 3) and the "
      .. "pass mark were not seen; complete secondary and twelve-year schools are left out; nor were number and day, in use in 2013, hence the first day of that year",
  },
  certainty = "single_source",
  files = { "schools", "standards", "tiers", "points", "verdict" },
}
