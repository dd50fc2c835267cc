-- Thresholds called "monitoring of modernisation", found without a document: teachers, small classes, books.

pack "provincial/unattributed/modernisation-monitoring" {
  name     = { zh = "教育现代化监测阈值（省份、文件未具名）", en = "Monitoring of modernisation, thresholds (neither province nor document named)" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  document = document "现代化监测阈值（文件未见）" { title = "现代化监测阈值（出自公开软件的配置，文件未见）", issuer = "未具名" },
  in_force  = "2017-04-19", -- found beside the national figures of 2017; no day of its own was seen
  coverage  = "partial",
  missing   = {
    zh = "省份、文件、日期均未见，出自一份与2017年国家标准并列的软件配置，以国家标准之日为施行日；其余监测项未见",
    en = "neither province, document nor day were seen: the figures stand in a program's settings beside the national ones of 2017, whose day is "
      .. "taken; what else is monitored was not seen",
  },
  certainty = "unverified",
  files = { "schools", "monitoring" },
}
