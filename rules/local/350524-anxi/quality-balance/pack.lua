-- Anxi (Fujian), plan of 16 April 2019: the national measures, with targets of its own.
-- Items stand in the order of the plan.

overlay "local/350524-anxi/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "350524",
  name     = { zh = "安溪县创建全国义务教育优质均衡发展县", en = "Anxi: towards a quality-balanced county" },
  document = document "安政办〔2019〕46号" {
    title = "安溪县创建全国义务教育优质均衡发展县实施方案", issuer = "安溪县人民政府办公室", date = "2019-04-16",
  },
  in_force  = "2019-04-16",
  coverage  = "complete",
  certainty = "single_source",
  contract  = "may_relax",
  columns   = { "columns" },
  files     = { "plan" },
  note = { zh = "上位文件闽教督〔2017〕20号只见标题", en = "of the document above it, 闽教督〔2017〕20号, only the title was seen" },
}
