-- Beijing: ten districts with basic balance by 2012, all sixteen by 2015.

pack "provincial/110000-beijing/roadmap" {
  name     = { zh = "北京市义务教育基本均衡推进目标", en = "Beijing: steps to basic balance" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "11",
  document = document "北京市义务教育基本均衡推进目标（文件未见）" {
    title = "北京市义务教育基本均衡推进目标（见于研究论文）", issuer = "北京市",
  },
  in_force  = "2012-01-01", -- the document was not seen; the first year that it names
  coverage  = "partial",
  missing   = {
    zh = "目标所在文件未见，只见研究论文；基本均衡按国家认定结果取数；施行日未见，按首个目标年份的年初",
    en = "the document was not seen, only a paper; whether a district has basic balance is read from its recognition; nor the day, hence the first "
      .. "day of the first year named",
  },
  certainty = "single_source",
  files = { "roadmap" },
}
