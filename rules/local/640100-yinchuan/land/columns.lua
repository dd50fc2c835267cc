-- columns.lua - land, and whether a primary school has all six years.

column_of "schools" {
  column "site_area_m2" { name = { zh = "校园用地面积", en = "land of the school" }, type = "decimal", unit = "m2", scale = 2, max = 10000000 },
  column "is_complete_primary" { name = { zh = "完全小学", en = "primary school with all its years" }, type = "bool" },
}
