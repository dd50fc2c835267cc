-- Jiangsu had a standard of its own for balance at a good level before the nation had one, and a stricter one.
-- Items in the order of the list; the first eleven things that it asks were seen.

pack "provincial/320000-jiangsu/quality-balance-2012" {
  name     = { zh = "江苏省县（市、区）义务教育优质均衡发展主要指标", en = "Jiangsu: main indicators of quality balance" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "32",
  document = document "江苏省县（市、区）义务教育优质均衡发展主要指标" {
    title = "江苏省县（市、区）义务教育优质均衡发展主要指标", issuer = "江苏省教育厅",
  },
  in_force  = "2012-04-01", -- the day in the path of the file seen; the number was not
  coverage  = "partial",
  missing   = {
    zh = "第15项及以后未见；文号未见，施行日按所见文件路径中的日期；现代化办学标准和省定生师比引用的文件未见，按判断结果取数",
    en = "items from 15 on were not seen, nor was the number; the day is that in the path of the file; the standard of modern schools and the "
      .. "ratio of students to teachers stand in other documents not seen, what was judged is read",
  },
  certainty = "single_source",
  files = { "schools", "indicators", "verdict" },
}
