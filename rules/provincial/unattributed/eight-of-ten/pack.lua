-- Eight of ten indicators, none of the others below 60 %: the gate of a province that is not named, Hubei from its words.

pack "provincial/unattributed/eight-of-ten" {
  name     = { zh = "义务教育学校办学基本标准：十项达八项（省份未具名，疑为湖北）", en = "Basic standards of schools: eight of ten (province not named, perhaps Hubei)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  document = document "义务教育均衡发展达标的几项标准及指标说明" {
    title = "义务教育均衡发展达标的几项标准及指标说明；义务教育学校办学基本标准", issuer = "省份未具名",
  },
  in_force  = "2012-01-01", -- neither day nor number was seen; such gates go back to the national measures of 2012
  coverage  = "partial",
  missing   = {
    zh = "省份未印出，由“市（州）”“湖区”“主城”等用语推断为湖北；小学生均校舍面积数值缺失；一贯制学校、完全中学如何计算未见，未编入；"
      .. "远期班额的起始年份未见；文号和印发日期未见，取2012年初",
    en = "the province is not printed, that it is Hubei is concluded from words like lake areas and main city; the figure for buildings of primary "
      .. "schools is lost; how through-schools are reckoned was not seen, they are not judged; nor from when the long-term size of classes counts, nor "
      .. "number and day, hence the beginning of 2012",
  },
  certainty = "inferred",
  files = { "schools", "ten", "verdict" },
}
