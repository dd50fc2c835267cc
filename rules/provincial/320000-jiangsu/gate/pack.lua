-- Jiangsu: 31 single conclusions for each school decide whether it is up to standard, practically so, or not.

pack "provincial/320000-jiangsu/gate" {
  name     = { zh = "江苏省义务教育学校办学条件达标情况表", en = "Jiangsu: conditions of schools, table of conclusions" },
  version  = "1.0.0",
  dictionary = "national",
  columns  = { "columns" },
  region   = "32",
  document = document "江苏省县（市、区）办学条件达标情况表填表说明" {
    title = "江苏省县（市、区）办学条件达标情况表填表说明", issuer = "江苏省（机关未见）",
  },
  in_force  = "2015-01-01", -- the page of forms is of 2015; neither day nor number was seen
  coverage  = "partial",
  missing   = {
    zh = "20项指标（6个方面，其中核心指标10项）和31个单项结论的名称、数值均未见，按各校单项结论达标个数取数；文号和印发日期未见，按所见表格年份取年初",
    en = "the 20 indicators (6 areas, 10 of them core) behind the 31 conclusions were not seen, neither names nor figures: how many conclusions a "
      .. "school reaches is read; number and day were not seen either, hence the first day of the year of the forms",
  },
  certainty = "single_source",
  files = { "gate" },
}
