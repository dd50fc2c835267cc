-- What these rules ask for beside the national dictionary.

column_of "schools" {
  column "green_area_m2" { type = "decimal", unit = "m2", scale = 2, max = 2000000,
    name = { zh = "绿化用地面积", en = "green area" } },
  column "campus_area_m2" { type = "decimal", unit = "m2", scale = 2, max = 5000000,
    name = { zh = "学校占地面积", en = "area of the campus" } },
  column "serves_housing_estate" { type = "bool",
    name = { zh = "居住区配套学校", en = "school built for a housing estate" }, note = "2018年10月以后按配套学校规定建设的" },
}
