-- Shaanxi honours counties in three ways at a time. A county may have any of the titles; the last one here is
-- the one that all others stand beside.

pack "provincial/610000-shaanxi/titles" {
  name     = { zh = "陕西省“双高双普”“双高普九”和均衡发展合格县", en = "Shaanxi: three titles of a county" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "61",
  document = document "陕政发〔2012〕7号" {
    title = "陕政发〔2012〕7号（标题未见）", issuer = "陕西省人民政府",
  },
  in_force  = "2012-01-01", -- only the year is known
  coverage  = "partial",
  missing   = {
    zh = "三种称号各自的标准未见，按有关认定结果取数；文件标题和印发日期未见，取年初",
    en = "what each of the titles asks was not seen, what was recognised is read; nor title and day, hence the first day of the year",
  },
  certainty = "single_source",
  files = { "titles" },
}
