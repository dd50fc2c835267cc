-- columns.lua - what the standard asks of a school beside the national dictionary.

local function area(id, zh, en, note)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", unit = "m2", scale = 2, max = 10000000, note = note }
end
local function points(id, zh, en, max)
  return column(id) { name = { zh = zh, en = en }, type = "decimal", scale = 2, max = max, note = "由评估人给分" }
end

column_of "schools" {
  area("teaching_site_area_m2", "校园用地面积（不含食堂宿舍用地）", "land without dining halls and dormitories"),
  area("teaching_building_area_m2", "校舍建筑面积（不含食堂宿舍）", "floor area without dining halls and dormitories"),
  column "ball_courts" { name = { zh = "篮球场、排球场个数", en = "basketball and volleyball courts" }, type = "count", max = 200 },
  column "ordinary_classrooms" { name = { zh = "普通教室间数", en = "ordinary classrooms" }, type = "count", unit = "room", max = 1000 },
  area("smallest_classroom_m2", "普通教室最小使用面积", "usable area of the smallest ordinary classroom"),
  column "has_clinic" { name = { zh = "有医务室", en = "has a clinic" }, type = "bool" },
  points("siting_points", "选址布局得分", "points for siting", 2),
  points("land_points", "用地面积得分（未达标时）", "points for land, below the standard", 4),
  points("teaching_rooms_points", "教学用房得分", "points for teaching rooms", 12),
  points("other_hardware_points", "其他硬件得分", "points for other hardware", 42),
  points("management_points", "管理部分得分", "points for management", 40),
}
