-- columns.lua - what was judged of each school.

local a, b, c = { "a", name = { zh = "A级", en = "A" } }, { "b", name = { zh = "B级", en = "B" } }, { "c", name = { zh = "C级", en = "C" } }

column_of "schools" {
  column "is_modern_2015_met" {
    name = { zh = "达到2013—2015年现代化建设标准", en = "meets the standard of modern schools, 2013 to 2015" }, type = "bool",
  },
  column "modern_2015_evidence" { name = { zh = "现代化建设标准佐证", en = "evidence: standard of modern schools" }, type = "text" },
  column "has_canteen" { name = { zh = "有学校食堂", en = "has a canteen" }, type = "bool" },
  column "canteen_credit" { name = { zh = "食堂食品卫生信誉等级", en = "food credit of the canteen" }, type = "choice", choices = { a, b, c } },
  column "has_meal_supplier" { name = { zh = "由配餐单位供餐", en = "is supplied with meals" }, type = "bool" },
  column "supplier_credit" { name = { zh = "配餐单位食品卫生信誉等级", en = "food credit of the supplier" }, type = "choice", choices = { a, b, c } },
}
