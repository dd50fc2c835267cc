-- Fujian: the sheet of materials that a county keeps for the assessment of basic balance; of its parts A1, access, was seen.

pack "provincial/350000-fujian/basic-balance" {
  name     = { zh = "福建省县域义务教育均衡发展备查（A1入学机会）", en = "Fujian: balance of compulsory education, A1 access" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "35",
  document = document "县域义务教育均衡发展备查材料一览表（福建）" {
    title = "县域义务教育均衡发展备查材料一览表", issuer = "福建省（据《福建省教育督导评估基础数据统计表》）",
  },
  in_force  = "2012-01-20", -- the day of the national measures that it serves; its own was not seen
  coverage  = "partial",
  missing   = {
    zh = "只见A1入学机会（20分）；其余各项指标、总分和合格线未见；C1—C6未达标时如何扣分未见，按达标得分、未达标由评估人给分计；"
      .. "印发日期和文号未见，起始日取教督〔2012〕3号印发日",
    en = "only A1, access (20 points) was seen, neither the other parts nor total and pass mark; how points are lost in C1 to C6 was not seen: "
      .. "whoever reaches the figures has them all, below that a person gives them; nor day and number: the first day is that of 教督〔2012〕3号",
  },
  certainty = "single_source",
  files = { "access" },
}
