-- columns.lua - one row for each of the 35 indicators of a county.

table_of "ratings" {
  name = { zh = "35项指标评定", en = "ratings of the 35 indicators" }, level = "rating", parent = "counties", by = "county_code",
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true },
    column "number" { name = { zh = "指标序号", en = "number of the indicator" }, type = "count", min = 1, max = 35, required = true, filled = true },
    column "is_two_valued" { name = { zh = "只分A、C两级", en = "knows only A and C" }, type = "bool" },
    column "grade" { name = { zh = "评定等级", en = "rating" }, type = "choice", choices = {
      { "a", name = { zh = "A达标", en = "A, reached" } },
      { "b", name = { zh = "B未完全达标", en = "B, not wholly reached" } },
      { "c", name = { zh = "C不达标", en = "C, not reached" } },
    } },
    column "feature" { name = { zh = "特色", en = "distinct character" }, type = "choice", choices = {
      { "distinct", name = { zh = "特色鲜明", en = "distinct" } },
      { "ordinary", name = { zh = "一般", en = "ordinary" } },
      { "none", name = { zh = "无特色", en = "none" } },
    } },
  },
}
