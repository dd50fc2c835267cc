-- Shandong's standard of schools of 2012: sixteen items graded A, B or C for each school, and a conclusion. How many of which
-- grade lead to which conclusion was not seen, so that only the extremes can be told.

pack "provincial/370000-shandong/standard-school" {
  name = { zh = "山东省普通中小学办学条件达标认定", en = "Shandong: schools that meet the conditions of running" },
  version = "1.0.0",
  dictionary = "national",
  columns = { "columns" },
  region = "37",
  document = document "鲁教财字〔2012〕111号" { title = "普通中小学办学条件标准化建设达标认定", issuer = "山东省教育厅", date = "2012-01-01" },
  in_force = "2012-01-01",
  coverage = "partial",
  missing = {
    zh = "各项A、B、C的标准，以及几项A、B、C得出达标、基本达标、不达标，均未查到；按乡镇和县的汇总未列入；文件标题系概括，月日未见",
    en = "what makes an A, B or C in each item, and how many of them make which conclusion, was not found; the sums by town and "
      .. "county are not here; the title is a summary, month and day were not seen",
  },
  certainty = "single_source",
  files = { "standard" },
}
