-- A city of Jiangsu that the page seen does not name: quality balance with results of students, degrees, equipment.

pack "local/jiangsu-city/quality-balance" {
  name     = { zh = "江苏某市义务教育优质均衡发展（推断）", en = "A city of Jiangsu: quality balance (inferred)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "32", -- the city is not known, only the province (inferred)
  document = document "江苏某市优质均衡文件（标题、文号未见）" {
    title = "江苏某市优质均衡文件（标题未见）", issuer = "江苏某市（推断）",
  },
  in_force  = "2012-04-01", -- that of the province's indicators; its own day was not seen
  coverage  = "partial",
  missing   = {
    zh = "只见文件第二页，标题、文号、日期和其余内容未见；城市未具名，由“辖市区”“省定Ⅱ类标准”推断为江苏省内的市，施行日按省主要指标的日期",
    en = "only the second page was seen, not title, number, day or the rest; the city is not named, that it is one of Jiangsu is concluded from "
      .. "words that only its documents use; the day is that of the province's indicators",
  },
  certainty = "inferred",
  files = { "schools", "results", "teachers", "conditions", "verdict" },
}
