-- columns.lua - yearly facts of a county, for vetoes that look back.

table_of "county_years" {
  name = { zh = "县历年情况", en = "counties by year" }, level = "county_year", parent = "counties", by = "county_code", optional = true,
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true },
    column "year" { name = { zh = "年份", en = "year" }, type = "count", min = 1990, max = 2100, required = true, filled = true },
    column "has_three_increases" { name = { zh = "义务教育经费实现三个增长", en = "the three increases of funds" }, type = "bool" },
    column "has_major_campus_accident" { name = { zh = "发生重大校园安全责任事故", en = "major accident on a campus, with responsibility" }, type = "bool" },
  },
}
