-- Xingguo (Jiangxi) goes in three steps: schools in 2029, the province in 2030, the nation in 2031.

overlay "local/360732-xingguo/quality-balance" {
  on       = "national/quality-balance-2017",
  region   = "360732",
  name     = { zh = "兴国县义务教育优质均衡发展", en = "Xingguo: quality-balanced compulsory education" },
  document = document "兴国县工作推进方案（文号未见）" {
    title = "兴国县义务教育优质均衡发展工作推进方案", issuer = "兴国县",
  },
  in_force  = "2021-01-01",
  coverage  = "partial",
  missing   = { zh = "只见目标；省级推进计划（赣教督委字〔2020〕6号）的比例未见；施行日未见，取省级计划次年首日",
    en = "only the targets were seen; the shares of the province's plan (赣教督委字〔2020〕6号) were not; the day is not known, taken as the first of the year after that plan" },
  certainty = "single_source",
}

target "all_schools_2029" {
  name = { zh = "2029年底所有学校资源配置达标", en = "All schools meet the resource requirement, end of 2029" }, clause = "工作目标",
  counts = requirement "school_resources", region = "360732", by = "2029-12-31", ensure = percent(100),
}
target "provincial_2030" {
  name = { zh = "2030年通过省级评估", en = "Passes the province's assessment, 2030" }, clause = "工作目标",
  counts = verdict "quality_balance", by = "2030-12-31", names = { ["360732"] = "兴国县" },
  note = { zh = "省级评估以国家指标计", en = "the province judges by the national indicators" },
}
target "national_2031" {
  name = { zh = "2031年通过国家认定", en = "Recognised by the nation, 2031" }, clause = "工作目标",
  counts = verdict "quality_balance", by = "2031-12-31", names = { ["360732"] = "兴国县" },
}
