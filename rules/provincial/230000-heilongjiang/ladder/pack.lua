-- An extra level below basic balance, and shares of counties by years that were erased in the text seen.
-- That it is Heilongjiang's is concluded from the systems of state farms and forests that it names.

pack "provincial/230000-heilongjiang/ladder" {
  name     = { zh = "推进县域义务教育均衡发展（黑龙江，推断）", en = "Steps towards balance (Heilongjiang, inferred)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "23",
  document = document "推进县域义务教育均衡发展的实施方案（文号被删）" {
    title = "推进县域义务教育均衡发展的实施方案", issuer = "黑龙江省（推断）",
  },
  in_force  = "2012-01-01",
  coverage  = "partial",
  missing   = { zh = "两级认定的具体标准未见，按认定结果取数；文号、施行日和目标年份在所见文本中被删",
    en = "what either level asks was not seen, recognitions are read from the data; number, day and the years of the targets are erased in the text seen" },
  certainty = "inferred",
  files = { "levels", "targets" },
}
