-- columns.lua - what Yangquan asks beside the national dictionary.

local function area(id, zh, en)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 10000000 }
end

column_of "counties" {
  column "county_type" {
    name = { zh = "县类型", en = "type of county" }, type = "choice",
    choices = {
      { "plains", name = { zh = "平川县", en = "plains" } },
      { "mountain", name = { zh = "山区县", en = "mountain" } },
      { "poor_mountain", name = { zh = "贫困山区县", en = "poor mountain" } },
    },
  },
}

column_of "schools" {
  column "is_central_primary" { name = { zh = "中心小学", en = "central primary school" }, type = "bool" },
  column "primary_tracks" { name = { zh = "小学轨数", en = "parallel classes of a year, primary" }, type = "count", max = 60 },
  column "junior_tracks" { name = { zh = "初中轨数", en = "parallel classes of a year, junior" }, type = "count", max = 60 },
  area("building_area_m2", "校舍建筑面积", "floor area of all buildings"),
  area("dormitory_area_m2", "学生宿舍建筑面积", "floor area of dormitories"),
  column "boarders" { name = { zh = "寄宿生数", en = "boarders" }, type = "count", unit = "student", max = 20000 },
}

table_of "towns" {
  name = { zh = "乡镇", en = "towns" }, level = "town", parent = "counties", by = "county_code", optional = true,
  columns = {
    column "county_code" { name = { zh = "县级行政区划代码", en = "county code" }, also = { "县代码", "区划代码" },
      type = "code", required = true, filled = true },
    column "town_name" { name = { zh = "乡镇名称", en = "town" }, type = "text" },
    column "population" { name = { zh = "乡镇人口", en = "people" }, type = "count", unit = "person", max = 10000000 },
    column "junior_schools" { name = { zh = "乡镇初中数", en = "junior schools of the town" }, type = "count", max = 1000 },
  },
}
