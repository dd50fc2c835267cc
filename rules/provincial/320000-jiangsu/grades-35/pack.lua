-- Jiangsu: 35 indicators of quality balance, each rated A, B or C by people; 13 of them know only A and C.

pack "provincial/320000-jiangsu/grades-35" {
  name     = { zh = "江苏省义务教育优质均衡发展县（市、区）评估细则", en = "Jiangsu: detailed rules for assessing quality balance" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "32",
  document = document "江苏省义务教育优质均衡发展县（市、区）评估细则" {
    title = "江苏省义务教育优质均衡发展县（市、区）评估细则", issuer = "江苏省（机关未见）",
  },
  in_force  = "2012-04-01", -- that of the indicators which it details; its own day was not seen
  coverage  = "partial",
  missing   = {
    zh = "35项指标的名称和评估要点、哪13项只分A、C两级、达到多少A、B、C算通过均未见；各项按评定等级取数；文号和印发日期未见，按主要指标的日期",
    en = "the names and points of the 35 indicators, which 13 of them know only A and C, and how many of each pass a county were not seen: ratings "
      .. "are read; nor number and day, hence the day of the main indicators",
  },
  certainty = "single_source",
  files = { "ratings" },
}
